//! Writes the tree as HTML that a parser turns back into the very same tree. **Everything is escaped here, and
//! nowhere else.**

use super::{Child, El, Name};

/// Elements that have neither content nor an end tag.
const VOID: [&str; 13] =
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"];

/// Attributes that hold the id of an element, or the ids of several.
const IDS: [&str; 5] = ["id", "for", "aria-labelledby", "aria-describedby", "aria-controls"];

/// The prefix of each class name, since the page's own style may have classes of the same names. Part names become
/// classes, too, because parts exist only in shadow roots.
const CLASS: &str = "news-article-";

/// Elements in which text is not parsed as text. Only the JSON of [`El::json`] is written into them.
const RAW: [&str; 3] = ["script", "style", "noscript"];

impl El {
    /// Writes the element as HTML. `ids` is put before each id, so that ids are unique in the page.
    pub fn to_html(&self, ids: &str) -> String {
        let mut html = String::new();
        element(self, ids, &mut html);
        html
    }
}

/// The greatest depth of elements. Parsers move deeper ones elsewhere. No view comes near it.
const DEPTH_MAX: usize = 400;

fn element(el: &El, ids: &str, html: &mut String) {
    nested(el, ids, html, 0);
}

fn nested(el: &El, ids: &str, html: &mut String, depth: usize) {
    let tag = el.0.tag;
    html.push('<');
    html.push_str(tag);
    let attributes = el.0.attributes.borrow();
    let mut classes = false;
    for (name, value) in attributes.iter() {
        if matches!(name, Name::Own("part" | "class")) {
            if !std::mem::replace(&mut classes, true) {
                class(&attributes, html);
            }
            continue;
        }
        html.push(' ');
        let name = match name {
            Name::Own(name) => *name,
            Name::Given(name) => {
                attribute(name, value, html);
                continue;
            }
        };
        html.push_str(name);
        if value.is_empty() {
            continue;
        }
        html.push_str("=\"");
        if IDS.contains(&name) {
            prefixed(value, ids, html);
        } else if let ("href", Some(id)) = (name, value.strip_prefix('#')) {
            html.push('#');
            escape(ids, html);
            escape(id, html);
        } else {
            escape(value, html);
        }
        html.push('"');
    }
    html.push('>');
    if VOID.contains(&tag) {
        return;
    }
    for (at, child) in el.0.children.borrow().iter().enumerate() {
        match child {
            // A slot exists only in a shadow root. Here the page's own content stands around the article.
            Child::Element(child) if child.0.tag == "slot" => {}
            Child::Element(child) if depth < DEPTH_MAX => nested(child, ids, html, depth + 1),
            Child::Element(_) => {}
            Child::Json(json) => script(json, html),
            Child::Text(_) if RAW.contains(&tag) => {}
            Child::Text(text) => {
                // A parser drops a line break at the beginning of these elements.
                if at == 0 && text.starts_with('\n') && matches!(tag, "pre" | "textarea" | "listing") {
                    html.push('\n');
                }
                escape(text, html);
            }
        }
    }
    html.push_str("</");
    html.push_str(tag);
    html.push('>');
}

/// Writes part and classes of an element as one attribute.
fn class(attributes: &[(Name, String)], html: &mut String) {
    let mut names = String::new();
    for wanted in ["part", "class"] {
        let found = attributes.iter().find(|(name, _)| matches!(name, Name::Own(own) if *own == wanted));
        if let Some((_, value)) = found {
            names.push(' ');
            names.push_str(value);
        }
    }
    html.push_str(" class=\"");
    prefixed(&names, CLASS, html);
    html.push('"');
}

/// Writes words with the same prefix each.
fn prefixed(words: &str, prefix: &str, html: &mut String) {
    for (at, word) in words.split_ascii_whitespace().enumerate() {
        html.push_str(if at == 0 { "" } else { " " });
        escape(prefix, html);
        escape(word, html);
    }
}

/// Writes an attribute unchanged but for escaping.
fn attribute(name: &str, value: &str, html: &mut String) {
    html.push_str(name);
    if !value.is_empty() {
        html.push_str("=\"");
        escape(value, html);
        html.push('"');
    }
}

/// Writes text escaped, for elements and for quoted attributes.
fn escape(text: &str, html: &mut String) {
    let mut rest = text;
    while let Some(at) = rest.find(['&', '<', '>', '"', '\r', '\0']) {
        let (before, after) = rest.split_at(at);
        html.push_str(before);
        let mut after = after.chars();
        html.push_str(match after.next() {
            Some('&') => "&amp;",
            Some('<') => "&lt;",
            Some('>') => "&gt;",
            Some('"') => "&quot;",
            // A parser would read it as a line feed.
            Some('\r') => "&#13;",
            // HTML cannot contain it.
            _ => "\u{fffd}",
        });
        rest = after.as_str();
    }
    html.push_str(rest);
}

/// Writes JSON into a script. Characters that could end the script are written as JSON escapes, which mean the same.
fn script(json: &str, html: &mut String) {
    for c in json.chars() {
        match c {
            '<' => html.push_str("\\u003c"),
            '>' => html.push_str("\\u003e"),
            '&' => html.push_str("\\u0026"),
            '\u{2028}' => html.push_str("\\u2028"),
            '\u{2029}' => html.push_str("\\u2029"),
            c => html.push(c),
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::network::address::{Purpose, resolve};
    use crate::view::dom::{El, el, part};

    #[test]
    fn text_and_attributes_are_escaped() {
        let made = part("p", "a\"b").set("title", "<&>").text("1 < 2 & \"3\" > \u{2}\r\0");
        assert_eq!(
            made.to_html(""),
            "<p class=\"news-article-a&quot;b\" title=\"&lt;&amp;&gt;\">1 &lt; 2 &amp; &quot;3&quot; &gt; \u{2}&#13;\u{fffd}</p>"
        );
    }

    #[test]
    fn void_elements_have_no_end_and_others_do() {
        let made = el("p").child(el("br")).child(el("img").set("alt", "")).child(el("i"));
        assert_eq!(made.to_html(""), "<p><br><img alt><i></i></p>");
    }

    #[test]
    fn json_never_ends_its_script() {
        let json = serde_json::json!({"a": "</script><!--<script>&\u{2028}"});
        let html = El::json("application/ld+json", &json).to_html("");
        assert_eq!(
            html,
            "<script type=\"application/ld+json\">{\"a\":\"\\u003c/script\\u003e\\u003c!--\\u003cscript\\u003e\\u0026\\u2028\"}</script>"
        );
        assert_eq!(el("script").text("alert(1)").to_html(""), "<script></script>");
    }

    #[test]
    fn ids_and_what_names_them_are_told_from_those_of_the_page() {
        let address = resolve("https://a.example/#title", None, Purpose::Link).unwrap();
        let made = el("p")
            .set("id", "title")
            .set("aria-labelledby", "title more")
            .child(el("a").href_own("#title"))
            .child(el("a").href(&address).set_given("id", "mine"));
        assert_eq!(
            made.to_html("a-"),
            "<p id=\"a-title\" aria-labelledby=\"a-title a-more\"><a href=\"#a-title\"></a><a href=\"https://a.example/#title\" id=\"mine\"></a></p>"
        );
    }

    #[test]
    fn parts_and_classes_are_told_from_classes_of_the_page() {
        assert_eq!(
            el("p").set("class", "a b").to_html(""),
            "<p class=\"news-article-a news-article-b\"></p>"
        );
    }

    #[test]
    fn a_line_break_that_a_parser_would_drop_is_doubled() {
        assert_eq!(el("pre").text("\n\na").to_html(""), "<pre>\n\n\na</pre>");
    }

    #[test]
    fn a_later_value_of_an_attribute_replaces_the_first() {
        let made = el("a").set("title", "1").set("title", "2").set("lang", "fr");
        made.toggle("lang", None);
        assert_eq!(made.to_html(""), "<a title=\"2\"></a>");
    }
}
