//! ProseMirror's documents, as ProseMirror, Tiptap and Storyblok write them, with the names of nodes in two
//! spellings.

use super::context::{BodyContext, first_text};
use super::mark::{MARKS_MAX, Mark, mark};
use super::thing::{image, picture};
use super::tree::{Grammar, Node, Tree};
use crate::article::{Block, Direction};
use crate::network::address::{Address, Purpose, resolve};
use crate::network::json::Json;
use crate::source::compose::whole;
use crate::text::search::{around, concat};

struct ProseMirror<'a>(&'a BodyContext<'a>);

pub(super) fn blocks(json: &Json, context: &BodyContext<'_>, depth: u32) -> Option<Vec<Block>> {
    Tree { grammar: &ProseMirror(context), context }.blocks(&json.get("content"), depth)
}

impl ProseMirror<'_> {
    fn marks(&self, json: &Json) -> Vec<Mark> {
        let mut marks = Vec::new();
        for json in json.get("marks").items_within(MARKS_MAX) {
            let attributes = json.get("attrs");
            match json.line("type").unwrap_or_default().as_str() {
                // The link becomes the outermost mark, so that its parts stay one link.
                "link" => marks.insert(0, Mark::Link(self.link(&attributes))),
                "anchor" => marks.extend(attributes.line("id").map(Mark::Anchor)),
                name => marks.extend(mark(name)),
            }
        }
        marks
    }

    /// The target of a link. Storyblok writes mail addresses without a scheme, and the fragment in a member of its
    /// own.
    fn link(&self, attributes: &Json) -> Option<Address> {
        let href = first_text(attributes, &["href", "url"])?;
        if attributes.line("linktype").as_deref() == Some("email") && around(&href, ":").is_none() {
            return resolve(&concat(&["mailto:", &href]), None, Purpose::Link);
        }
        match attributes.line("anchor") {
            Some(anchor) => self.0.resolved(&concat(&[&href, "#", &anchor]), Purpose::Link),
            None => self.0.resolved(&href, Purpose::Link),
        }
    }

    fn picture(&self, json: &Json, attributes: &Json) -> Node {
        let Some(src) = picture(attributes, self.0, true) else { return Node::Thing(attributes.clone()) };
        let mut image = image(src, &[attributes], self.0);
        for mark in self.marks(json) {
            if let Mark::Link(href) = mark {
                image.href = href;
            }
        }
        Node::Picture(image)
    }
}

impl Grammar for ProseMirror<'_> {
    fn children(&self, json: &Json) -> Json {
        json.get("content")
    }

    fn direction(&self, json: &Json) -> Option<Direction> {
        Direction::named(&json.at("attrs.dir").trimmed()?)
    }

    fn node(&self, json: &Json) -> Node {
        let attributes = json.get("attrs");
        let words = |keys: &[&str]| first_text(&attributes, keys).unwrap_or_default();
        match json.line("type").unwrap_or_default().as_str() {
            "text" => Node::Text(json.get("text").text().unwrap_or_default(), self.marks(json)),
            "paragraph" => Node::Paragraph,
            "heading" => Node::Heading(whole(&attributes, "level").unwrap_or(2)),
            "bulletList" | "bullet_list" | "taskList" | "task_list" => Node::List(false, None),
            "orderedList" | "ordered_list" => {
                Node::List(true, whole(&attributes, "start").or_else(|| whole(&attributes, "order")))
            }
            "listItem" | "list_item" => Node::Item(""),
            "taskItem" | "task_item" => {
                Node::Item(if attributes.get("checked").boolean() == Some(true) { "☑ " } else { "☐ " })
            }
            "blockquote" => Node::Quote(Vec::new()),
            "codeBlock" | "code_block" => Node::Code(first_text(&attributes, &["language", "params"])),
            "hardBreak" | "hard_break" => Node::Break,
            "horizontalRule" | "horizontal_rule" => Node::Divider,
            "details" => Node::Details,
            "detailsSummary" => Node::Summary,
            "image" => self.picture(json, &attributes),
            "table" => Node::Table,
            name @ ("tableCell" | "table_cell" | "tableHeader" | "table_header") => {
                Node::Cell(around(name, "eader").is_some(), whole(&attributes, "colspan").unwrap_or(1))
            }
            "emoji" => Node::Text(words(&["emoji", "alt", "fallback", "name"]), self.marks(json)),
            "mention" => {
                let sign = words(&["mentionSuggestionChar"]);
                let sign = if sign.is_empty() { "@" } else { &sign };
                Node::Text(concat(&[sign, &words(&["label", "name", "id"])]), self.marks(json))
            }
            "inlineMath" | "math_inline" => Node::Text(words(&["latex"]), vec![]),
            // Components of a site in Storyblok.
            "blok" => Node::Thing(attributes.get("body")),
            _ if json.get("content").is_array() => Node::Transparent,
            _ => match json.get("text").text() {
                Some(text) => Node::Text(text, self.marks(json)),
                None => Node::Thing(attributes),
            },
        }
    }
}
