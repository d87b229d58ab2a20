//! Strapi's blocks, which an editor in Slate makes, and the documents of Slate's own that others keep: a list of nodes with children.

use super::context::BodyContext;
use super::mark::{Mark, mark};
use super::thing::image;
use super::tree::{Grammar, Node, Tree};
use crate::article::Block;
use crate::network::address::Purpose;
use crate::network::json::Json;
use crate::source::compose::whole;
use crate::source::limit::SIZES_MAX;
use crate::source::rendition::{self, Rendition};
use crate::text::number;

struct Strapi<'a>(&'a BodyContext<'a>);

pub(super) fn blocks(json: &Json, context: &BodyContext<'_>, depth: u32) -> Option<Vec<Block>> {
    Tree { grammar: &Strapi(context), context }.blocks(json, depth)
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
            let names = ["bold", "italic", "strikethrough", "code", "subscript", "superscript"];
            let on = names.iter().filter(|name| json.get(name).boolean() == Some(true));
            return Node::Text(text, on.filter_map(|name| mark(name)).collect());
        }
        match json.line("type").unwrap_or_default().as_str() {
            "paragraph" | "p" | "" => Node::Paragraph,
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => {
                let level = json.line("type").and_then(|name| number::whole(name.strip_prefix('h')?, 10));
                Node::Heading(level.unwrap_or(2))
            }
            "heading" => Node::Heading(json.count("level").unwrap_or(2)),
            "list" => Node::List(json.line("format").as_deref() == Some("ordered"), None),
            "ul" => Node::List(false, None),
            "ol" => Node::List(true, None),
            "list-item" | "li" => Node::Item(""),
            "quote" | "blockquote" => Node::Quote(Vec::new()),
            "code" => Node::Code(json.line("language")),
            "image" => self.picture(json),
            // What a document of Payload's refers to.
            "upload" | "relationship" => Node::Thing(json.get("value")),
            "link" => Node::Around(Mark::Link(self.0.address(json, &["url"], Purpose::Link))),
            _ if json.get("children").is_array() => Node::Transparent,
            _ => Node::Thing(json.clone()),
        }
    }
}
