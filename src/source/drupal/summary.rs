//! The summary: a field that the page names, or one with a usual name.

use super::node::Node;
use crate::source::html;
use crate::text::search::{concat, has_any, pieces, trimmed};

/// Names of fields that hold a summary.
const NAMES: &[&str] = &[
    "summary",
    "teaser",
    "lead",
    "lede",
    "standfirst",
    "excerpt",
    "dek",
    "deck",
    "subtitle",
    "intro",
    "introduction",
    "chapo",
    "chapeau",
    "abstract",
    "description",
];

/// Marks of summaries for lists, search engines and social networks.
const ELSEWHERE: &[&str] = &["teaser", "meta", "seo", "social", "og", "short"];

/// The name of the field that holds the summary, if one does.
pub(super) fn field(node: &Node<'_>) -> Option<String> {
    let has_text = |key: &String| node.text(key).is_some();
    if let Some(fields) = node.holding("summary") {
        return fields.iter().find(|key| has_text(key)).cloned();
    }
    let usual = NAMES.iter().map(|name| concat(&["field_", name]));
    let free = |key: &String| !node.fields().name(key) && has_text(key);
    usual.into_iter().find(free).or_else(|| {
        let keys = node.attributes.keys().into_iter();
        keys.filter(|key| is_called_so(key))
            .filter(free)
            .find(|key| has_any(&node.text(key).unwrap_or_default(), " "))
    })
}

/// Returns true if a field has the name of a summary.
pub(super) fn is_called_so(key: &str) -> bool {
    key.starts_with("field_") && pieces(key, "_").any(|word| NAMES.contains(&word))
}

/// Returns true if a summary is for lists or networks, by its name.
pub(super) fn is_elsewhere(key: &str) -> bool {
    pieces(key, "_").any(|word| ELSEWHERE.contains(&word))
}

/// The summary as plain text.
pub(super) fn summary(node: &Node<'_>) -> Option<String> {
    let beside = || node.attributes.at("body.summary").trimmed();
    let text = match field(node) {
        Some(field) => node.text(&field)?,
        None if node.holding("summary").is_some() => return None,
        None => beside()?,
    };
    let text = html::text(&text);
    let text = trimmed(&text);
    (!text.is_empty()).then(|| text.to_owned())
}
