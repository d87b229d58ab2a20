//! DatoCMS' Structured Text: a document in dast, with the records that it refers to.

use super::context::{BodyContext, first_text};
use super::mark::{MARKS_MAX, Mark, mark};
use super::records::Records;
use super::tree::{Grammar, Node, Tree};
use crate::article::{Block, BlockKind};
use crate::network::address::{Address, Purpose};
use crate::network::json::Json;
use crate::source::compose::plain;

struct Dato<'a> {
    context: &'a BodyContext<'a>,
    /// The records beside the document.
    records: Records,
}

pub(super) fn blocks(json: &Json, context: &BodyContext<'_>, depth: u32) -> Option<Vec<Block>> {
    let inside = json.get("value");
    let value = if inside.is_object() { &inside } else { json };
    let mut records = Records::default();
    for list in ["blocks", "inlineBlocks", "links"] {
        records.add(&json.get(list), |record| record.identifier("id"));
    }
    let grammar = Dato { context, records };
    Tree { grammar: &grammar, context }.blocks(&value.at("document.children"), depth)
}

impl Dato<'_> {
    /// The record that a node refers to or contains.
    fn record(&self, json: &Json) -> Json {
        let item = json.get("item");
        let Some(id) = item.as_identifier() else { return item };
        self.records.find(&id).unwrap_or_else(Json::null)
    }

    /// The page of a record, if it is known.
    fn page(&self, json: &Json) -> Option<Address> {
        self.context.address(&self.record(json), &["url", "permalink", "href", "path"], Purpose::Link)
    }
}

impl Grammar for Dato<'_> {
    fn children(&self, json: &Json) -> Json {
        json.get("children")
    }

    fn node(&self, json: &Json) -> Node {
        match json.line("type").unwrap_or_default().as_str() {
            "span" => {
                let marks = json.get("marks").items_within(MARKS_MAX);
                let marks = marks.iter().filter_map(|name| mark(&name.trimmed()?)).collect();
                Node::Text(json.get("value").text().unwrap_or_default(), marks)
            }
            "paragraph" => Node::Paragraph,
            "heading" => Node::Heading(json.count("level").unwrap_or(2)),
            "list" => Node::List(json.line("style").as_deref() == Some("numbered"), None),
            "listItem" => Node::Item(""),
            "blockquote" => Node::Quote(plain(json.line("attribution").unwrap_or_default())),
            "code" => {
                let text = json.get("code").text().unwrap_or_default();
                Node::Blocks(vec![BlockKind::Code { text, language: json.line("language") }.into()])
            }
            "thematicBreak" => Node::Divider,
            "link" => Node::Around(Mark::Link(self.context.address(json, &["url"], Purpose::Link))),
            "itemLink" => Node::Around(Mark::Link(self.page(json))),
            "inlineItem" => {
                let name = first_text(&self.record(json), &["title", "name", "label", "headline"]);
                Node::Text(name.unwrap_or_default(), vec![Mark::Link(self.page(json))])
            }
            "inlineBlock" => {
                let name = first_text(&self.record(json), &["title", "name", "label", "text", "username"]);
                Node::Text(name.unwrap_or_default(), Vec::new())
            }
            "block" => Node::Thing(self.record(json)),
            _ => Node::Transparent,
        }
    }
}
