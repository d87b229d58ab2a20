//! ProseMirror's documents: Tiptap's, and Storyblok's, which write the names of nodes in two ways.

use super::thing::address;
use super::thing::{by_address, guess, image, said, url};
use super::tree::{Dialect, Mark, Node, Tree, mark};
use crate::article::{Block, BlockKind};
use crate::network::address::{Address, Purpose, resolve};
use crate::network::json::Json;
use crate::source::compose::{Budget, leftovers, plain, whole};
use crate::text::search::concat;

struct ProseMirror<'a>(Option<&'a Address>);

pub(super) fn blocks(json: &Json, base: Option<&Address>) -> Option<Vec<Block>> {
    let dialect = ProseMirror(base);
    Tree { dialect: &dialect, budget: &Budget::new() }.blocks(&json.get("content"), 0)
}

impl ProseMirror<'_> {
    fn marks(&self, json: &Json) -> Vec<Mark> {
        let mut marks = Vec::new();
        for json in json.get("marks").items_within(20) {
            let attributes = json.get("attrs");
            match json.line("type").unwrap_or_default().as_str() {
                "link" => marks.push(Mark::Link(self.link(&attributes))),
                name => marks.extend(mark(name)),
            }
        }
        marks
    }

    /// Where a link leads. Storyblok has addresses of mail without their scheme.
    fn link(&self, attributes: &Json) -> Option<Address> {
        let href = attributes.line("href")?;
        if attributes.line("linktype").as_deref() == Some("email") && !href.starts_with("mailto:") {
            return resolve(&concat(&["mailto:", &href]), None, Purpose::Link);
        }
        match attributes.line("anchor") {
            Some(anchor) => resolve(&concat(&[&href, "#", &anchor]), self.0, Purpose::Link),
            None => resolve(&href, self.0, Purpose::Link),
        }
    }

    fn picture(&self, attributes: &Json) -> Vec<Block> {
        match address(attributes, "src", self.0, Purpose::Image) {
            Some(src) => vec![BlockKind::Image(image(src, attributes, self.0)).into()],
            None => leftovers(attributes, self.0),
        }
    }
}

impl Dialect for ProseMirror<'_> {
    fn children(&self, json: &Json) -> Json {
        json.get("content")
    }

    fn node(&self, json: &Json) -> Node {
        let attributes = json.get("attrs");
        match json.line("type").unwrap_or_default().as_str() {
            "text" => Node::Text(json.get("text").text().unwrap_or_default(), self.marks(json)),
            "paragraph" => Node::Paragraph,
            "heading" => Node::Heading(whole(&attributes, "level").unwrap_or(2)),
            "bulletList" | "bullet_list" | "taskList" => Node::List(false, None),
            "orderedList" | "ordered_list" => {
                Node::List(true, whole(&attributes, "start").or_else(|| whole(&attributes, "order")))
            }
            "blockquote" => Node::Quote(Vec::new()),
            "codeBlock" | "code_block" => Node::Code(said(&attributes, &["language", "params"])),
            "hardBreak" | "hard_break" => Node::Break,
            "horizontalRule" | "horizontal_rule" => Node::Blocks(vec![BlockKind::Divider {}.into()]),
            "image" => Node::Blocks(self.picture(&attributes)),
            "table" => Node::Table(|cell| {
                matches!(cell.line("type").as_deref(), Some("tableHeader" | "table_header"))
            }),
            "emoji" => {
                Node::Inline(plain(said(&attributes, &["emoji", "fallback", "name"]).unwrap_or_default()))
            }
            "mention" => {
                let name = said(&attributes, &["label", "id"]).unwrap_or_default();
                Node::Inline(plain(concat(&["@", &name])))
            }
            // A component of Storyblok's own.
            "blok" => {
                let mut blocks = Vec::new();
                for part in attributes.get("body").items_within(100) {
                    blocks.extend(guess(&part, self.0));
                }
                Node::Blocks(blocks)
            }
            _ => {
                if json.get("content").is_array() {
                    return Node::Transparent;
                }
                match url(&attributes, &["src", "url", "href"], None, Purpose::Page) {
                    Some(page) => Node::Blocks(vec![by_address(page, &attributes)]),
                    None => match json.line("text") {
                        Some(text) => Node::Text(text, Vec::new()),
                        None => Node::Blocks(leftovers(&attributes, self.0)),
                    },
                }
            }
        }
    }
}
