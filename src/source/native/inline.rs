//! Reads running text from JSON: spans, and the text of unknown objects or of what is nested too deep.

use super::block::{DEPTH_MAX, Reader, image};
use super::field::{address, plain};
use crate::article::{Direction, Inline, Span, SpanKind};
use crate::network::address::Purpose;
use crate::network::json::Json;
use crate::text::language;

impl Reader<'_> {
    pub(super) fn content(&self, json: &Json, depth: u32) -> Vec<Inline> {
        if depth > DEPTH_MAX {
            return self.flat(json);
        }
        if let Some(text) = json.text() {
            return plain(text);
        }
        if json.is_object() {
            return self.inline(json, depth);
        }
        let mut content = Vec::new();
        self.each(json, |item| content.extend(self.inline(item, depth)));
        content
    }

    pub(super) fn inline(&self, json: &Json, depth: u32) -> Vec<Inline> {
        if let Some(text) = json.text() {
            return plain(text);
        }
        if json.is_array() {
            return self.content(json, depth + 1);
        }
        let content = self.content(&json.get("content"), depth + 1);
        let kind = json.line("type").and_then(|name| SpanKind::named(&name));
        let lang = json.line("lang").and_then(|text| language::tag(&text));
        let dir = json.line("dir").and_then(|name| Direction::named(&name));
        let Some(kind) = kind else {
            if content.is_empty() {
                return plain(json.get("text").text().unwrap_or_default());
            }
            if lang.is_none() && dir.is_none() {
                return content;
            }
            return vec![Inline::Span(Span { lang, dir, ..Span::new(SpanKind::Bdi, content) })];
        };
        let picture = match kind {
            SpanKind::Image => image(&json.get("image"), self.base).map(Box::new),
            _ => None,
        };
        // A part of a formula may be empty, because the others are known by their position.
        let is_whole = kind == SpanKind::Br || kind.is_math() || picture.is_some();
        if (content.is_empty() || kind == SpanKind::Image) && !is_whole && json.line("anchor").is_none() {
            return plain(json.get("text").text().unwrap_or_default());
        }
        let href = match kind {
            SpanKind::Link => address(json, "href", self.base, Purpose::Link),
            _ => None,
        };
        vec![Inline::Span(Span {
            href,
            sponsored: json.get("sponsored").boolean().unwrap_or(false),
            button: kind == SpanKind::Link && json.get("button").boolean().unwrap_or(false),
            display: kind == SpanKind::Math && json.get("display").boolean().unwrap_or(false),
            image: picture,
            title: json.line("title").filter(|_| kind == SpanKind::Abbr),
            lang,
            dir,
            anchor: json.line("anchor"),
            ..Span::new(kind, content)
        })]
    }

    /// The text of a block of an unknown kind, at any depth in it.
    pub(super) fn leftovers(&self, json: &Json, depth: u32) -> Vec<Inline> {
        let mut found = Vec::new();
        for key in json.keys() {
            if !is_text(&key) {
                continue;
            }
            let value = json.get(&key);
            if key == "content" {
                apart(&mut found, self.content(&value, depth + 1));
            } else {
                self.scattered(&value, depth + 1, &mut found);
            }
        }
        found
    }

    /// Appends the text of a member of such a block, at any depth in it.
    pub(super) fn scattered(&self, value: &Json, depth: u32, found: &mut Vec<Inline>) {
        if depth > DEPTH_MAX {
            return apart(found, self.flat(value));
        }
        if !self.count_part() {
            return;
        }
        if let Some(text) = value.text() {
            apart(found, plain(text));
        } else if value.is_object() {
            apart(found, self.leftovers(value, depth));
        } else {
            for item in value.items() {
                self.scattered(&item, depth + 1, found);
            }
        }
    }

    /// The text of what is nested too deep.
    pub(super) fn flat(&self, json: &Json) -> Vec<Inline> {
        let mut found = Vec::new();
        let mut open = vec![json.clone()];
        while let Some(json) = open.pop() {
            if !self.count_part() {
                break;
            }
            if let Some(text) = json.text() {
                apart(&mut found, plain(text));
            }
            let at = open.len();
            open.extend(json.items());
            for key in json.keys() {
                if is_text(&key) {
                    open.push(json.get(&key));
                }
            }
            if let Some(inner) = open.get_mut(at..) {
                inner.reverse();
            }
        }
        found
    }
}

/// Returns true if a member of an unknown object may hold text to read.
fn is_text(key: &str) -> bool {
    !matches!(key, "type" | "lang" | "dir" | "anchor" | "id" | "url" | "src" | "href" | "srcset")
}

/// Appends text, separated by a space.
fn apart(found: &mut Vec<Inline>, text: Vec<Inline>) {
    if !text.is_empty() && !found.is_empty() {
        found.push(Inline::Text(" ".to_owned()));
    }
    found.extend(text);
}
