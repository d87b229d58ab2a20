//! Texts of a JSON-LD document. They should be plain text, but anything between that and HTML is found.

use super::graph::each;
use crate::article::Block;
use crate::network::address::Address;
use crate::network::json::Json;
use crate::source::paragraph::{paragraphs, split};
use crate::source::{SourceError, html};
use crate::text::number;
use crate::text::search::{joined, replaced, trimmed, trimmed_end};

/// The text of a field, on one line.
pub(super) fn line(node: &Json, key: &str) -> Option<String> {
    each(&node.get(key)).iter().find_map(one_line)
}

/// The text of a value, on one line.
pub(super) fn one_line(value: &Json) -> Option<String> {
    let text = html::text(&value.trimmed().or_else(|| value.get("@value").trimmed())?);
    let text = trimmed(&text);
    (!text.is_empty()).then(|| text.to_owned())
}

/// The text of a field as it is written. The texts of an array are paragraphs.
pub(super) fn long(node: &Json, key: &str) -> Option<String> {
    let parts: Vec<String> = each(&node.get(key)).iter().filter_map(raw).collect();
    let text = joined(&parts, "\n\n");
    (!trimmed(&text).is_empty()).then_some(text)
}

/// A string, or an object with `@value`.
fn raw(value: &Json) -> Option<String> {
    value.text().or_else(|| value.get("@value").text())
}

/// The blocks of an article's text.
pub(super) fn blocks(text: &str, base: Option<&Address>) -> Result<Vec<Block>, SourceError> {
    let lower = text.to_ascii_lowercase();
    // HTML that was escaped twice.
    if html::is_escaped(text) {
        return blocks(&html::unescaped_markup(text), base);
    }
    if ["</p>", "<p>", "<p ", "<br", "<hr", "</div>", "</li>", "</h", "<pre"]
        .iter()
        .any(|tag| lower.contains(tag))
    {
        return html::blocks(text, base);
    }
    // Without a blank line, each line is a paragraph.
    let spread = if split(text).len() == 1 { replaced(text, "\n", "\n\n") } else { text.to_owned() };
    let has_tags = lower.contains("</") || lower.contains("<img");
    if !has_tags && !lower.contains('&') {
        return Ok(paragraphs(&spread));
    }
    html::blocks(&markup(&spread, has_tags), base)
}

/// Paragraphs of text as HTML, so that entities in the lines are decoded, and tags read if there are any.
fn markup(text: &str, has_tags: bool) -> String {
    let mut markup = String::new();
    for lines in split(text) {
        let mut joint = "<p>";
        for line in lines {
            markup.push_str(joint);
            joint = "<br>";
            if has_tags {
                markup.push_str(line);
            } else {
                markup.push_str(&replaced(line, "<", "&lt;"));
            }
        }
        markup.push_str("</p>");
    }
    markup
}

/// A whole number. Many write it as a text (`"1280"`, `"1280px"`), some as a `QuantitativeValue`.
pub(super) fn whole(node: &Json, key: &str) -> Option<u32> {
    let text = || {
        let text = node.line(key)?;
        number::whole(trimmed_end(text.strip_suffix("px").unwrap_or(&text)), 10)
    };
    node.count(key).or_else(text).or_else(|| node.get(key).count("value"))
}
