//! Chooses among the forms of a text: some are HTML.

use crate::article::Block;
use crate::network::address::Address;
use crate::network::json::Json;
use crate::source::paragraph::lines_or_paragraphs;
use crate::source::{SourceError, html};
use crate::text::search::{around, trimmed};

/// All forms of a text.
pub(super) struct Texts(Vec<Text>);

struct Text {
    text: String,
    is_html: bool,
    /// True for the main text among several that are not forms of one.
    is_main: bool,
}

impl Texts {
    /// The texts of an item: members that begin with a name (`body_html`), or a list (`bodies`). The media type tells
    /// if one is HTML; else the role, which each agency names differently; else the text itself.
    pub(super) fn of(item: &Json, name: &str, list: &str) -> Self {
        let mut texts = Vec::new();
        for entry in item.get(list).items() {
            let Some(text) = entry.line("value") else { continue };
            let role = entry.line("role").unwrap_or_default().to_ascii_lowercase();
            let kind = entry.line("contenttype").or_else(|| entry.line("contentType"));
            let is_html = match kind {
                Some(kind) => is_markup(&kind.to_ascii_lowercase()),
                None => is_markup(&role) || looks_like_html(&text),
            };
            let is_main = matches!(role.as_str(), "main" | "text" | "caption" | "summary" | "abstract");
            texts.push(Text { text, is_html, is_main });
        }
        for key in item.keys() {
            let Some(form) = key.strip_prefix(name) else { continue };
            if !form.is_empty() && !form.starts_with('_') {
                continue;
            }
            if let Some(text) = item.line(&key) {
                let is_html = is_markup(form) || form != "_text" && looks_like_html(&text);
                texts.push(Text { text, is_html, is_main: form.is_empty() || form == "_main" });
            }
        }
        Texts(texts)
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The form to read: HTML, else the main one, else the first.
    fn best(&self) -> Option<&Text> {
        let html = self.0.iter().find(|text| text.is_html);
        html.or_else(|| self.0.iter().find(|text| text.is_main)).or_else(|| self.0.first())
    }

    pub(super) fn blocks(&self, base: Option<&Address>) -> Result<Vec<Block>, SourceError> {
        match self.best() {
            Some(text) if text.is_html => html::blocks(&text.text, base),
            Some(text) => Ok(lines_or_paragraphs(&text.text)),
            None => Ok(Vec::new()),
        }
    }

    /// The main text on one line, for headlines: they have no forms, but there may be several.
    pub(super) fn line(&self) -> Option<String> {
        let text = self.0.iter().find(|text| text.is_main).or_else(|| self.0.first())?;
        let line = if text.is_html { html::text(&text.text) } else { text.text.clone() };
        let line = trimmed(&line);
        (!line.is_empty()).then(|| line.to_owned())
    }
}

/// Returns true if the name of a form or of a media type stands for markup.
fn is_markup(name: &str) -> bool {
    ["html", "richtext", "xml"].iter().any(|mark| around(name, mark).is_some())
}

fn looks_like_html(text: &str) -> bool {
    ["</p>", "</div>", "<br", "</li>"].iter().any(|tag| around(text, tag).is_some())
}

/// The first of some members that is a text.
pub(super) fn either(item: &Json, keys: &[&str]) -> Option<String> {
    keys.iter().find_map(|key| item.line(key))
}

/// The headline.
pub(super) fn headline(item: &Json) -> Option<String> {
    Texts::of(item, "headline", "headlines").line().or_else(|| either(item, &["name", "title"]))
}
