//! XML as a tree of elements. The browser parses it, natively `roxmltree` does.

use crate::text::search::{around, pieces, trimmed};

/// The greatest depth of elements. Only the text of deeper ones is kept.
const DEPTH_MAX: u32 = 60;

/// The namespaces of feeds, with the prefixes that are used here, whatever prefixes a feed uses. Elements of any
/// other namespace get the prefix `?`.
const NAMESPACES: &[(&str, &str)] = &[
    ("", ""),
    ("http://purl.org/rss/1.0/", ""),
    ("http://backend.userland.com/RSS2", ""),
    ("http://blogs.law.harvard.edu/tech/rss", ""),
    ("http://www.w3.org/1999/02/22-rdf-syntax-ns#", "rdf:"),
    ("http://purl.org/rss/1.0/modules/content/", "content:"),
    ("http://purl.org/rss/1.0/modules/slash/", "slash:"),
    ("http://purl.org/dc/elements/1.1/", "dc:"),
    ("http://purl.org/dc/terms/", "dcterms:"),
    ("http://search.yahoo.com/mrss/", "media:"),
    ("http://search.yahoo.com/mrss", "media:"),
    ("http://www.itunes.com/dtds/podcast-1.0.dtd", "itunes:"),
    ("http://www.w3.org/2005/Atom", "atom:"),
    ("http://www.w3.org/1999/xhtml", "html:"),
];

/// An element.
#[derive(Clone, Debug, Default)]
pub(super) struct Element {
    /// Its name, with the prefix of its namespace: `content:encoded`.
    pub(super) name: String,
    attributes: Vec<(String, String)>,
    content: Vec<Node>,
}

/// A node in an element.
#[derive(Clone, Debug)]
enum Node {
    Text(String),
    Element(Element),
}

impl Element {
    /// The child elements of a name.
    pub(super) fn children<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a Element> {
        self.elements().filter(move |element| element.name == name)
    }

    /// The child elements.
    pub(super) fn elements(&self) -> impl Iterator<Item = &Element> {
        self.content.iter().filter_map(|node| match node {
            Node::Element(element) => Some(element),
            Node::Text(_) => None,
        })
    }

    /// The first child element of a name.
    pub(super) fn child(&self, name: &str) -> Option<&Element> {
        self.elements().find(|element| element.name == name)
    }

    /// The child elements of a name, moved out.
    pub(super) fn into_children(self, name: &str) -> Vec<Element> {
        let elements = self.content.into_iter().filter_map(|node| match node {
            Node::Element(element) => Some(element),
            Node::Text(_) => None,
        });
        elements.filter(|element| element.name == name).collect()
    }

    /// An attribute, trimmed; `None` if it is empty.
    pub(super) fn attribute(&self, name: &str) -> Option<&str> {
        let (_, value) = self.attributes.iter().find(|(known, _)| known == name)?;
        let value = trimmed(value);
        (!value.is_empty()).then_some(value)
    }

    /// All text in it.
    pub(super) fn text(&self) -> String {
        let mut text = String::new();
        self.append_text(&mut text);
        text
    }

    fn append_text(&self, text: &mut String) {
        for node in &self.content {
            match node {
                Node::Text(part) => text.push_str(part),
                Node::Element(element) => element.append_text(text),
            }
        }
    }

    /// The text of the first child of a name, trimmed; `None` if it is empty.
    pub(super) fn line(&self, name: &str) -> Option<String> {
        let text = self.child(name)?.text();
        let text = trimmed(&text);
        (!text.is_empty()).then(|| text.to_owned())
    }

    /// The content, written as HTML.
    pub(super) fn markup(&self) -> String {
        let mut html = String::new();
        self.append_markup(&mut html);
        html
    }

    fn append_markup(&self, html: &mut String) {
        for node in &self.content {
            match node {
                Node::Text(text) => escaped(text, html),
                Node::Element(element) => {
                    let name = around(&element.name, ":").map_or(element.name.as_str(), |(_, name)| name);
                    html.push('<');
                    html.push_str(name);
                    for (name, value) in &element.attributes {
                        html.push(' ');
                        html.push_str(name);
                        html.push_str("=\"");
                        escaped(value, html);
                        html.push('"');
                    }
                    html.push('>');
                    element.append_markup(html);
                    if !matches!(name, "br" | "hr" | "img" | "source" | "track" | "wbr" | "input" | "col") {
                        html.push_str("</");
                        html.push_str(name);
                        html.push('>');
                    }
                }
            }
        }
    }
}

fn escaped(text: &str, html: &mut String) {
    for c in text.chars() {
        match c {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '"' => html.push_str("&quot;"),
            c => html.push(c),
        }
    }
}

/// The name of an element, with the prefix of its namespace.
fn name(namespace: &str, local: &str) -> String {
    let known = NAMESPACES.iter().find(|(address, _)| address.eq_ignore_ascii_case(namespace));
    [known.map_or("?", |(_, prefix)| prefix), local].concat()
}

/// Parses a document to its root. If it is not well-formed, it is parsed again after repairing common faults: a lone
/// `&`, entities that only HTML knows, and characters that XML forbids.
pub(super) fn parse(text: &str) -> Result<Element, &'static str> {
    let text = trimmed(text.strip_prefix('\u{feff}').unwrap_or(text));
    match backend::parse(text) {
        Err(Failure::Malformed) => backend::parse(&mended(text)),
        outcome => outcome,
    }
    .map_err(|failure| match failure {
        Failure::Malformed => "the document is no XML",
        #[cfg(browser)]
        Failure::Refused => {
            "the page's policy of Trusted Types refuses the policy news-article, which XML needs"
        }
    })
}

/// The reasons for a failure.
enum Failure {
    Malformed,
    #[cfg(browser)]
    Refused,
}

/// Escapes every `&` that begins no XML entity. In a CDATA section a `&` is a character and stays.
fn mended(text: &str) -> String {
    let mut mended = String::new();
    let mut rest = text;
    while let Some((before, after)) = around(rest, "<![CDATA[") {
        append_mended(before, &mut mended);
        mended.push_str("<![CDATA[");
        let (data, after) = around(after, "]]>").unwrap_or((after, ""));
        mended.extend(data.chars().filter(is_allowed));
        mended.push_str("]]>");
        rest = after;
    }
    append_mended(rest, &mut mended);
    mended
}

fn append_mended(text: &str, mended: &mut String) {
    for (at, part) in pieces(text, "&").enumerate() {
        if at > 0 {
            let entity =
                ["amp;", "lt;", "gt;", "quot;", "apos;", "#"].iter().any(|name| part.starts_with(name));
            mended.push_str(if entity { "&" } else { "&amp;" });
        }
        mended.extend(part.chars().filter(is_allowed));
    }
}

fn is_allowed(c: &char) -> bool {
    *c >= ' ' || matches!(c, '\t' | '\n' | '\r')
}

#[cfg(browser)]
mod backend {
    use super::{DEPTH_MAX, Element, Failure, Node, name};
    use crate::source::html;
    use wasm_bindgen::JsCast;

    pub(super) fn parse(text: &str) -> Result<Element, Failure> {
        let document = html::document(text, "application/xml").ok_or(Failure::Refused)?;
        let root = document.document_element().ok_or(Failure::Malformed)?;
        // On an error, browsers return a document that describes it.
        if document.get_elements_by_tag_name("parsererror").length() > 0 {
            return Err(Failure::Malformed);
        }
        Ok(element(&root, 0))
    }

    fn element(from: &web_sys::Element, depth: u32) -> Element {
        let mut element = Element {
            name: name(&from.namespace_uri().unwrap_or_default(), &from.local_name()),
            ..Element::default()
        };
        for key in from.get_attribute_names().iter().filter_map(|key| key.as_string()) {
            if let Some(value) = from.get_attribute(&key) {
                element.attributes.push((key, value));
            }
        }
        if depth >= DEPTH_MAX {
            element.content.extend(from.text_content().map(Node::Text));
            return element;
        }
        let mut next = from.first_child();
        while let Some(node) = next {
            match node.node_type() {
                web_sys::Node::ELEMENT_NODE => {
                    let child = node.unchecked_ref::<web_sys::Element>();
                    element.content.push(Node::Element(self::element(child, depth + 1)));
                }
                web_sys::Node::TEXT_NODE | web_sys::Node::CDATA_SECTION_NODE => {
                    element.content.extend(node.text_content().map(Node::Text));
                }
                _ => {}
            }
            next = node.next_sibling();
        }
        element
    }
}

#[cfg(not(browser))]
mod backend {
    use super::{DEPTH_MAX, Element, Failure, Node, name};
    use roxmltree::{Document, ParsingOptions};

    pub(super) fn parse(text: &str) -> Result<Element, Failure> {
        let options = ParsingOptions { allow_dtd: true, nodes_limit: 500_000, ..ParsingOptions::default() };
        let document = Document::parse_with_options(text, options).map_err(|_| Failure::Malformed)?;
        Ok(element(document.root_element(), 0))
    }

    fn element(from: roxmltree::Node<'_, '_>, depth: u32) -> Element {
        let mut element = Element {
            name: name(from.tag_name().namespace().unwrap_or(""), from.tag_name().name()),
            ..Element::default()
        };
        for attribute in from.attributes() {
            let prefix = match attribute.namespace() {
                Some("http://www.w3.org/XML/1998/namespace") => "xml:",
                Some(_) => "?",
                None => "",
            };
            element.attributes.push(([prefix, attribute.name()].concat(), attribute.value().to_owned()));
        }
        if depth >= DEPTH_MAX {
            let texts = from.descendants().filter_map(|node| node.text().filter(|_| node.is_text()));
            element.content.push(Node::Text(texts.collect()));
            return element;
        }
        for node in from.children() {
            if node.is_element() {
                element.content.push(Node::Element(self::element(node, depth + 1)));
            } else if let Some(text) = node.text().filter(|_| node.is_text()) {
                element.content.push(Node::Text(text.to_owned()));
            }
        }
        element
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn elements_are_known_by_their_namespace_whatever_the_prefix() {
        let root = parse(
            r#"<rss xmlns:c="http://purl.org/rss/1.0/modules/content/"><c:encoded a="1">x<![CDATA[<b>]]></c:encoded></rss>"#,
        );
        let root = root.unwrap_or_default();
        let encoded = root.child("content:encoded").unwrap();
        assert_eq!((encoded.text().as_str(), encoded.attribute("a")), ("x<b>", Some("1")));
    }

    #[test]
    fn what_is_not_well_formed_is_mended_where_that_is_easy() {
        let root = parse("\u{feff}<rss><t>A &amp; B & C&nbsp;D \u{8}<![CDATA[x & y &nbsp;]]></t></rss>")
            .unwrap_or_default();
        assert_eq!(root.line("t").as_deref(), Some("A & B & C&nbsp;D x & y &nbsp;"));
        assert!(parse("<rss><t></rss>").is_err());
        assert!(parse("").is_err());
    }

    #[test]
    fn xhtml_is_written_as_html() {
        let text = r#"<d xmlns="http://www.w3.org/1999/xhtml"><p title="&quot;">a &lt; b<br/>c</p></d>"#;
        assert_eq!(parse(text).unwrap_or_default().markup(), r#"<p title="&quot;">a &lt; b<br>c</p>"#);
    }

    #[test]
    fn entities_that_grow_and_depth_end_somewhere() {
        let deep = ["<a>".repeat(5_000), "x".to_owned(), "</a>".repeat(5_000)].concat();
        if let Ok(root) = parse(&deep) {
            assert_eq!(root.text(), "x");
        }
        let bomb = r#"<!DOCTYPE r [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;"><!ENTITY e "&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;"><!ENTITY f "&e;&e;&e;&e;&e;&e;&e;&e;&e;&e;">]><r>&f;&f;&f;&f;&f;&f;&f;&f;&f;&f;</r>"#;
        assert!(parse(bomb).map_or(0, |root| root.text().len()) < 10_000_000);
    }
}
