//! Contentful's Rich Text: documents of nodes. Embedded entries are resolved in place (REST) or listed beside the
//! document (GraphQL).

use super::context::{BodyContext, first_text};
use super::mark::{MARKS_MAX, Mark, mark};
use super::records::Records;
use super::thing::{by_address, image, picture};
use super::tree::{Grammar, Node, Tree};
use crate::article::Block;
use crate::network::address::{Address, Purpose};
use crate::network::json::Json;
use crate::source::compose::whole;
use crate::text::number;

struct Contentful<'a> {
    context: &'a BodyContext<'a>,
    /// The entries that GraphQL lists beside the document, by name.
    beside: Records,
}

pub(super) fn blocks(json: &Json, context: &BodyContext<'_>, depth: u32) -> Option<Vec<Block>> {
    let inside = json.get("json");
    let document = if inside.is_object() { &inside } else { json };
    let mut beside = Records::default();
    for kind in ["assets", "entries", "resources"] {
        for place in ["block", "inline", "hyperlink"] {
            beside.add(&json.at("links").get(kind).get(place), |thing| thing.at("sys.id").trimmed());
        }
    }
    let grammar = Contentful { context, beside };
    Tree { grammar: &grammar, context }.blocks(&document.get("content"), depth)
}

impl Contentful<'_> {
    /// The fields of the entry that a node embeds, if it was sent along.
    fn target(&self, json: &Json) -> Json {
        let target = json.at("data.target");
        let fields = target.get("fields");
        if fields.is_object() {
            return fields;
        }
        let found = target.at("sys.id").trimmed().and_then(|id| self.beside.find(&id));
        found.unwrap_or(target)
    }

    /// The page or the file that a node links to, if it is known.
    fn page(&self, json: &Json) -> Option<Address> {
        let target = self.target(json);
        self.context.address(&target, &["url", "href", "permalink", "path", "file"], Purpose::Link)
    }

    fn asset(&self, json: &Json) -> Node {
        let target = self.target(json);
        if let Some(src) = picture(&target, self.context, false) {
            return Node::Picture(image(src, &[&target], self.context));
        }
        match self.context.address(&target, &["url", "file"], Purpose::Page) {
            Some(file) => {
                let title = first_text(&target, &["title", "description", "fileName"]);
                Node::Blocks(vec![by_address(file, title, &target, self.context)])
            }
            None => Node::Thing(target),
        }
    }
}

impl Grammar for Contentful<'_> {
    fn children(&self, json: &Json) -> Json {
        json.get("content")
    }

    fn node(&self, json: &Json) -> Node {
        match json.line("nodeType").unwrap_or_default().as_str() {
            "text" => {
                let marks = json.get("marks").items_within(MARKS_MAX);
                let marks = marks.iter().filter_map(|json| mark(&json.line("type")?)).collect();
                Node::Text(json.get("value").text().unwrap_or_default(), marks)
            }
            "paragraph" => Node::Paragraph,
            "ordered-list" => Node::List(true, None),
            "unordered-list" => Node::List(false, None),
            "list-item" => Node::Item(""),
            "blockquote" => Node::Quote(Vec::new()),
            "hr" => Node::Divider,
            "table" => Node::Table,
            name @ ("table-cell" | "table-header-cell") => {
                Node::Cell(name != "table-cell", whole(&json.get("data"), "colspan").unwrap_or(1))
            }
            "hyperlink" => {
                Node::Around(Mark::Link(self.context.address(&json.get("data"), &["uri"], Purpose::Link)))
            }
            "entry-hyperlink" | "resource-hyperlink" | "asset-hyperlink" => {
                Node::Around(Mark::Link(self.page(json)))
            }
            "embedded-asset-block" => self.asset(json),
            "embedded-entry-inline" | "embedded-resource-inline" => {
                let name = first_text(&self.target(json), &["title", "name", "label", "headline"]);
                Node::Text(name.unwrap_or_default(), vec![Mark::Link(self.page(json))])
            }
            "embedded-entry-block" | "embedded-resource-block" => Node::Thing(self.target(json)),
            name => match name.strip_prefix("heading-").and_then(|level| number::whole(level, 10)) {
                Some(level) => Node::Heading(level),
                None => Node::Transparent,
            },
        }
    }
}
