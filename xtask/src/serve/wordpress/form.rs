//! A comment as a client sends it: JSON, or a form.

use axum::http::{HeaderMap, header};
use serde_json::{Map, Value};

use super::query::Query;

/// The fields of a new comment. WordPress trims them.
pub(super) struct Form {
    pub(super) post: u64,
    pub(super) parent: u64,
    pub(super) name: String,
    pub(super) email: String,
    pub(super) website: String,
    pub(super) content: String,
    /// True if the field that is hidden from readers was filled.
    pub(super) is_trapped: bool,
}

impl Form {
    /// Reads a body; `None` if it claims to be JSON and is not.
    pub(super) fn read(headers: &HeaderMap, body: &[u8]) -> Option<Self> {
        let kind =
            headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
        let fields: Map<String, Value> = if kind.starts_with("application/json") {
            serde_json::from_slice(body).ok()?
        } else {
            let pairs = Query::parse(&String::from_utf8_lossy(body));
            pairs.pairs().map(|(name, value)| (name.to_owned(), value.into())).collect()
        };
        let text =
            |name: &str| fields.get(name).and_then(Value::as_str).unwrap_or_default().trim().to_owned();
        let number = |name: &str| {
            let field = fields.get(name)?;
            field.as_u64().or_else(|| field.as_str()?.trim().parse().ok())
        };
        Some(Self {
            post: number("post").unwrap_or(0),
            parent: number("parent").unwrap_or(0),
            name: text("author_name"),
            email: text("author_email"),
            website: text("author_url"),
            content: text("content"),
            is_trapped: fields.get("honeypot") == Some(&Value::Bool(true)),
        })
    }
}

/// A text as WordPress renders it: without tags, with special characters escaped, and with paragraphs at empty lines.
pub(super) fn rendered(text: &str) -> String {
    let text = without_tags(text).replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    let text = text.replace("\r\n", "\n");
    let paragraphs = text.split("\n\n").map(str::trim).filter(|paragraph| !paragraph.is_empty());
    paragraphs.map(|paragraph| format!("<p>{}</p>\n", paragraph.replace('\n', "<br />\n"))).collect()
}

fn without_tags(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(start) = rest.find('<') {
        plain.push_str(&rest[..start]);
        let tag = &rest[start..];
        // A lone "<" is text: a tag begins with a letter or a slash, and ends.
        let opens =
            tag[1..].starts_with(|next: char| next.is_ascii_alphabetic() || matches!(next, '/' | '!'));
        match tag.find('>') {
            Some(end) if opens => rest = &tag[end + 1..],
            _ => {
                plain.push('<');
                rest = &tag[1..];
            }
        }
    }
    plain.push_str(rest);
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_rendered_as_the_captured_one_was() {
        assert_eq!(
            rendered("Premier commentaire.\nAvec un retour à la ligne & un <script>alert(1)</script>."),
            "<p>Premier commentaire.<br />\nAvec un retour à la ligne &amp; un alert(1).</p>\n"
        );
    }

    #[test]
    fn a_lone_angle_is_text() {
        assert_eq!(rendered("1 < 2\n\n<3"), "<p>1 &lt; 2</p>\n<p>&lt;3</p>\n");
    }

    #[test]
    fn a_form_is_read_as_json_or_as_pairs() {
        let mut headers = HeaderMap::new();
        let form = Form::read(&headers, b"post=47&author_name=A+B&content=x%26y&parent=2").unwrap();
        assert_eq!(
            (form.post, form.parent, form.name.as_str(), form.content.as_str()),
            (47, 2, "A B", "x&y")
        );
        headers.insert(header::CONTENT_TYPE, "application/json".parse().unwrap());
        assert_eq!(Form::read(&headers, br#"{"post":"47","content":" x "}"#).unwrap().post, 47);
        assert!(Form::read(&headers, br#"{"post": "#).is_none());
    }
}
