//! DatoCMS' Structured Text: a document in dast, and the records that it names beside it.

use super::thing::address;
use super::thing::{guess, said, url};
use super::tree::{Dialect, Mark, Node, Tree, mark};
use crate::article::{Block, BlockKind};
use crate::network::address::{Address, Purpose};
use crate::network::json::Json;
use crate::source::compose::{Budget, plain};

/// The most records that are looked at.
const RECORDS_MAX: usize = 200;

struct Dato<'a> {
    base: Option<&'a Address>,
    records: Vec<Json>,
}

pub(super) fn blocks(json: &Json, base: Option<&Address>) -> Option<Vec<Block>> {
    let value = json.get("value");
    let value = if value.is_object() { value } else { json.clone() };
    let lists = ["blocks", "inlineBlocks", "links"];
    let records = lists.iter().flat_map(|list| json.get(list).items_within(RECORDS_MAX)).collect();
    let dialect = Dato { base, records };
    Tree { dialect: &dialect, budget: &Budget::new() }.blocks(&value.at("document.children"), 0)
}

impl Dato<'_> {
    /// The record that a node names.
    fn record(&self, json: &Json) -> Json {
        let item = json.get("item");
        if item.is_object() {
            return item;
        }
        let id = item.as_identifier();
        let found = self.records.iter().find(|record| id.is_some() && record.identifier("id") == id);
        found.cloned().unwrap_or_else(Json::null)
    }
}

impl Dialect for Dato<'_> {
    fn children(&self, json: &Json) -> Json {
        json.get("children")
    }

    fn node(&self, json: &Json) -> Node {
        match json.line("type").unwrap_or_default().as_str() {
            "span" => {
                let marks = json.get("marks").items_within(20);
                let marks = marks.iter().filter_map(|name| mark(&name.trimmed()?)).collect();
                Node::Text(json.get("value").text().unwrap_or_default(), marks)
            }
            "paragraph" => Node::Paragraph,
            "heading" => Node::Heading(json.count("level").unwrap_or(2)),
            "list" => Node::List(json.line("style").as_deref() == Some("numbered"), None),
            "blockquote" => Node::Quote(plain(json.line("attribution").unwrap_or_default())),
            "code" => Node::Blocks(vec![
                BlockKind::Code {
                    text: json.get("code").text().unwrap_or_default(),
                    language: json.line("language"),
                }
                .into(),
            ]),
            "thematicBreak" => Node::Blocks(vec![BlockKind::Divider {}.into()]),
            "link" => Node::Around(Mark::Link(address(json, "url", self.base, Purpose::Link))),
            "itemLink" => {
                let to = url(&self.record(json), &["url", "permalink", "path"], self.base, Purpose::Link);
                Node::Around(Mark::Link(to))
            }
            "inlineItem" | "inlineBlock" => {
                let record = self.record(json);
                Node::Inline(plain(said(&record, &["title", "name", "label", "text"]).unwrap_or_default()))
            }
            "block" => Node::Blocks(guess(&self.record(json), self.base)),
            _ => Node::Transparent,
        }
    }
}
