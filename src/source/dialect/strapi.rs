//! Strapi's blocks, which editors of Slate make: a list of nodes with children.

use super::thing::address;
use super::thing::image;
use super::tree::{Dialect, Mark, Node, Tree, mark};
use crate::article::{Block, BlockKind};
use crate::network::address::{Address, Purpose};
use crate::network::json::Json;
use crate::source::compose::{Budget, leftovers, plain, whole};
use crate::source::rendition::{self, Rendition};

/// The most sizes of a picture.
const SIZES_MAX: usize = 20;

struct Strapi<'a>(Option<&'a Address>);

pub(super) fn blocks(json: &Json, base: Option<&Address>) -> Option<Vec<Block>> {
    let dialect = Strapi(base);
    Tree { dialect: &dialect, budget: &Budget::new() }.blocks(json, 0)
}

impl Strapi<'_> {
    /// A picture with the sizes that Strapi has made of it.
    fn picture(&self, json: &Json) -> Vec<Block> {
        let file = json.get("image");
        let mut sizes = Vec::new();
        let formats = file.get("formats").values_within(SIZES_MAX);
        for size in formats.iter().chain(Some(&file)) {
            if let Some(url) = size.line("url") {
                let extent = |key: &str| whole(size, key).unwrap_or(0);
                sizes.push(Rendition { url, width: extent("width"), height: extent("height") });
            }
        }
        let Some(shown) = rendition::picture(sizes, self.0) else { return leftovers(&file, self.0) };
        let mut said = image(shown.src.clone(), &file, self.0);
        said.caption = plain(file.line("caption").unwrap_or_default());
        (said.width, said.height, said.srcset) = (shown.width, shown.height, shown.srcset);
        vec![BlockKind::Image(said).into()]
    }
}

impl Dialect for Strapi<'_> {
    fn children(&self, json: &Json) -> Json {
        json.get("children")
    }

    fn node(&self, json: &Json) -> Node {
        if let Some(text) = json.get("text").text() {
            let names = ["bold", "italic", "strikethrough", "code"];
            let on = names.iter().filter(|name| json.get(name).boolean() == Some(true));
            return Node::Text(text, on.filter_map(|name| mark(name)).collect());
        }
        match json.line("type").unwrap_or_default().as_str() {
            "paragraph" => Node::Paragraph,
            "heading" => Node::Heading(json.count("level").unwrap_or(2)),
            "list" => Node::List(json.line("format").as_deref() == Some("ordered"), None),
            "quote" => Node::Quote(Vec::new()),
            "code" => Node::Code(json.line("language")),
            "image" => Node::Blocks(self.picture(json)),
            "link" => Node::Around(Mark::Link(address(json, "url", self.0, Purpose::Link))),
            _ => Node::Transparent,
        }
    }
}
