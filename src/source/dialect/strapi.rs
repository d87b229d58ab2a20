//! Strapi's blocks, which an editor in Slate makes, and the documents of other systems with Slate (Payload's older ones, Hygraph,
//! Contentstack): nodes with children.

use super::context::BodyContext;
use super::mark::{Mark, mark};
use super::thing::{image, picture};
use super::tree::{Grammar, Node, Tree};
use crate::article::Block;
use crate::network::address::Purpose;
use crate::network::json::Json;
use crate::source::compose::whole;
use crate::source::limit::SIZES_MAX;
use crate::source::rendition::{self, Rendition};
use crate::text::search::has_word;

/// The names of headings by level.
const HEADINGS: [&str; 6] = [
    "h1 heading-one",
    "h2 heading-two",
    "h3 heading-three",
    "h4 heading-four",
    "h5 heading-five",
    "h6 heading-six",
];

struct Strapi<'a>(&'a BodyContext<'a>);

pub(super) fn blocks(json: &Json, context: &BodyContext<'_>, depth: u32) -> Option<Vec<Block>> {
    let holders = [json.clone(), json.get("children"), json.at("raw.children")];
    let nodes = holders.iter().find(|holder| holder.is_array()).unwrap_or(json);
    Tree { grammar: &Strapi(context), context }.blocks(nodes, depth)
}

impl Strapi<'_> {
    /// A picture with the sizes that Strapi has made of it.
    fn picture(&self, json: &Json) -> Node {
        let file = json.get("image");
        let mut sizes = Vec::new();
        let formats = file.get("formats").values_within(SIZES_MAX);
        for size in formats.iter().chain(Some(&file)) {
            if let Some(url) = size.line("url") {
                let extent = |key: &str| whole(size, key).unwrap_or(0);
                sizes.push(Rendition { url, width: extent("width"), height: extent("height") });
            }
        }
        let Some(shown) = rendition::picture(sizes, self.0.base) else { return Node::Thing(file) };
        let mut picture = image(shown.src, &[&file], self.0);
        (picture.width, picture.height, picture.srcset) = (shown.width, shown.height, shown.srcset);
        Node::Picture(picture)
    }
}

impl Grammar for Strapi<'_> {
    fn children(&self, json: &Json) -> Json {
        json.get("children")
    }

    fn node(&self, json: &Json) -> Node {
        if let Some(text) = json.get("text").text() {
            let names = ["bold", "italic", "strikethrough", "code", "inlineCode", "subscript", "superscript"];
            let on = names.iter().filter(|name| json.get(name).boolean() == Some(true));
            return Node::Text(text, on.filter_map(|name| mark(name)).collect());
        }
        // Contentstack keeps the attributes of a node in a member of their own.
        let attributes = json.get("attrs");
        let attributes = if attributes.is_object() { &attributes } else { json };
        match json.line("type").unwrap_or_default().as_str() {
            "paragraph" | "p" | "" => Node::Paragraph,
            "heading" => Node::Heading(json.count("level").unwrap_or(2)),
            "list" => Node::List(json.line("format").as_deref() == Some("ordered"), None),
            "ul" | "bulleted-list" => Node::List(false, None),
            "ol" | "numbered-list" => Node::List(true, None),
            "list-item" | "li" => Node::Item(""),
            "quote" | "blockquote" | "block-quote" => Node::Quote(Vec::new()),
            "code" | "code-block" => Node::Code(json.line("language")),
            "hr" => Node::Divider,
            "table" => Node::Table,
            name @ ("td" | "th" | "table_cell" | "table_header_cell") => {
                Node::Cell(has_word("th table_header_cell", name), whole(attributes, "colSpan").unwrap_or(1))
            }
            "image" if json.get("image").is_object() => self.picture(json),
            "image" | "img" => match picture(attributes, self.0, true) {
                Some(src) => Node::Picture(image(src, &[attributes], self.0)),
                None => Node::Thing(attributes.clone()),
            },
            // The document that a document of Payload refers to.
            "upload" | "relationship" => Node::Thing(json.get("value")),
            "video" | "iframe" | "embed" | "reference" => Node::Thing(attributes.clone()),
            "link" | "a" => {
                Node::Around(Mark::Link(self.0.address(attributes, &["url", "href"], Purpose::Link)))
            }
            name => match HEADINGS.iter().position(|names| has_word(names, name)) {
                Some(level) => Node::Heading(level as u32 + 1),
                None if json.get("children").is_array() => Node::Transparent,
                None => Node::Thing(json.clone()),
            },
        }
    }
}
