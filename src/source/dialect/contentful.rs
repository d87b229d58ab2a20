//! Contentful's Rich Text: documents of nodes, with what they embed resolved in their place (REST) or listed beside (GraphQL).

use super::thing::address;
use super::thing::{by_address, guess, image, said};
use super::tree::{Dialect, Mark, Node, Tree, mark};
use crate::article::{Block, BlockKind};
use crate::network::address::{Address, Purpose, resolve};
use crate::network::json::Json;
use crate::source::compose::{Budget, leftovers, plain};
use crate::text::number::whole;

struct Contentful<'a> {
    base: Option<&'a Address>,
    /// What GraphQL lists beside the document.
    links: Json,
}

pub(super) fn blocks(json: &Json, base: Option<&Address>) -> Option<Vec<Block>> {
    let beside = json.get("json");
    let document = if beside.is_object() { beside } else { json.clone() };
    let dialect = Contentful { base, links: json.get("links") };
    Tree { dialect: &dialect, budget: &Budget::new() }.blocks(&document.get("content"), 0)
}

impl Contentful<'_> {
    /// What a node embeds, as far as it came along: its fields.
    fn target(&self, json: &Json) -> Json {
        let target = json.at("data.target");
        let fields = target.get("fields");
        if fields.is_object() {
            return fields;
        }
        let id = target.at("sys.id").trimmed();
        for kind in ["assets", "entries"] {
            for place in ["block", "inline", "hyperlink"] {
                let list = self.links.get(kind).get(place).items_within(200);
                if let Some(found) =
                    list.into_iter().find(|item| id.is_some() && item.at("sys.id").trimmed() == id)
                {
                    return found;
                }
            }
        }
        Json::null()
    }

    fn asset(&self, json: &Json) -> Vec<Block> {
        let fields = self.target(json);
        let mut file = fields.get("file");
        // With all languages, each has a file.
        if file.is_object() && file.get("url").is_null() {
            file = file.values_within(1).into_iter().next().unwrap_or_else(Json::null);
        }
        let holder = if file.is_object() { &file } else { &fields };
        // Addresses lack their scheme (`//images.ctfassets.net/…`).
        let own = resolve("https://contentful.invalid/", None, Purpose::Page);
        let base = self.base.or(own.as_ref());
        let kind = holder.line("contentType").unwrap_or_default();
        if let Some(src) = address(holder, "url", base, Purpose::Image)
            && (kind.starts_with("image/") || kind.is_empty())
        {
            let mut image = image(src, &fields, self.base);
            let size = |key: &str| file.at("details.image").count(key);
            image.width = image.width.or_else(|| size("width"));
            image.height = image.height.or_else(|| size("height"));
            return vec![BlockKind::Image(image).into()];
        }
        match address(holder, "url", base, Purpose::Page) {
            Some(file) => vec![by_address(file, &fields)],
            None => leftovers(&fields, self.base),
        }
    }

    /// The page of an entry, where it tells one.
    fn page(&self, json: &Json) -> Option<Address> {
        let fields = self.target(json);
        ["url", "href", "permalink", "path"]
            .iter()
            .find_map(|key| address(&fields, key, self.base, Purpose::Link))
    }
}

impl Dialect for Contentful<'_> {
    fn children(&self, json: &Json) -> Json {
        json.get("content")
    }

    fn node(&self, json: &Json) -> Node {
        match json.line("nodeType").unwrap_or_default().as_str() {
            "text" => {
                let marks = json.get("marks").items_within(20);
                let marks = marks.iter().filter_map(|json| mark(&json.line("type")?)).collect();
                Node::Text(json.get("value").text().unwrap_or_default(), marks)
            }
            "paragraph" => Node::Paragraph,
            "ordered-list" => Node::List(true, None),
            "unordered-list" => Node::List(false, None),
            "blockquote" => Node::Quote(Vec::new()),
            "hr" => Node::Blocks(vec![BlockKind::Divider {}.into()]),
            "table" => Node::Table(|cell| cell.line("nodeType").as_deref() == Some("table-header-cell")),
            "hyperlink" => {
                Node::Around(Mark::Link(address(&json.get("data"), "uri", self.base, Purpose::Link)))
            }
            "entry-hyperlink" | "resource-hyperlink" => Node::Around(Mark::Link(self.page(json))),
            "asset-hyperlink" => {
                let fields = self.target(json);
                let file = address(&fields.get("file"), "url", self.base, Purpose::Link);
                Node::Around(Mark::Link(file.or_else(|| address(&fields, "url", self.base, Purpose::Link))))
            }
            "embedded-asset-block" => Node::Blocks(self.asset(json)),
            "embedded-entry-inline" | "embedded-resource-inline" => {
                let fields = self.target(json);
                Node::Inline(plain(
                    said(&fields, &["title", "name", "label", "headline"]).unwrap_or_default(),
                ))
            }
            "embedded-entry-block" | "embedded-resource-block" => {
                Node::Blocks(guess(&self.target(json), self.base))
            }
            name => match name.strip_prefix("heading-").and_then(|level| whole(level, 10)) {
                Some(level) => Node::Heading(level),
                None => Node::Transparent,
            },
        }
    }
}
