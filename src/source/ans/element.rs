//! The elements of a story.

use super::field::{headline, page};
use super::media::{picture, playable};
use crate::article::{Block, BlockKind, Cell, Inline};
use crate::network::address::{Address, Purpose, resolve};
use crate::network::json::Json;
use crate::source::compose::{
    Budget, DEPTH_MAX, cell, each, embed, flattened, heading, leftovers, link, list, paragraph, plain, table,
};
use crate::source::html;
use crate::source::native::address;
use crate::text::number::digits;
use crate::text::search::concat;

/// Reads elements, until the budget is spent.
#[derive(Clone, Copy)]
pub(super) struct Elements<'a> {
    pub(super) base: Option<&'a Address>,
    pub(super) budget: &'a Budget,
}

impl Elements<'_> {
    /// The blocks of a list of elements; `None` where there are more than the limits allow.
    pub(super) fn list(self, json: &Json, depth: u32) -> Option<Vec<Block>> {
        each(json, depth, self.budget, &|element| self.element(element, depth))
    }

    fn html(self, text: Option<String>) -> Option<Vec<Block>> {
        html::blocks(&text.unwrap_or_default(), self.base).ok()
    }

    fn inlines(self, text: Option<String>) -> Vec<Inline> {
        text.map(|text| html::inlines(&text, self.base)).unwrap_or_default()
    }

    fn element(self, element: &Json, depth: u32) -> Option<Vec<Block>> {
        let base = self.base;
        let content = element.line("content");
        let one = |kind: BlockKind| Some(vec![kind.into()]);
        match element.line("type").unwrap_or_default().as_str() {
            "text" | "raw_html" => self.html(content),
            "header" => Some(
                heading(element.count("level").unwrap_or(2), self.inlines(content)).into_iter().collect(),
            ),
            "image" => {
                Some(picture(element, base).map(|image| BlockKind::Image(image).into()).into_iter().collect())
            }
            "gallery" => self.gallery(element),
            "video" | "audio" => {
                let film = element.line("type").as_deref() == Some("video");
                match playable(element, base, film) {
                    Some(block) => Some(vec![block]),
                    None => match element.line("embed_html") {
                        Some(markup) => self.html(Some(markup)),
                        None => Some(leftovers(element, base)),
                    },
                }
            }
            "list" => Some(vec![self.entries(element, depth)?]),
            "blockquote" => one(BlockKind::Quote { body: self.html(content)?, cite: Vec::new() }),
            "quote" => self.quote(element, depth),
            "table" => Some(vec![self.table(element, depth)?]),
            "code" => one(BlockKind::Code {
                text: element.get("content").text().unwrap_or_default(),
                language: element.line("language"),
            }),
            "correction" => one(BlockKind::Callout { title: None, body: self.html(element.line("text"))? }),
            "divider" => one(BlockKind::Divider {}),
            "interstitial_link" | "link_list" => self.links(element, depth),
            "oembed_response" => self.oembed(&element.get("raw_oembed"), &element.get("referent")),
            "reference" => Some(referent(&element.get("referent")).into_iter().collect()),
            "custom_embed" => {
                let page = address(&element.get("embed"), "url", None, Purpose::Page);
                let title = ["title", "headline", "caption", "name"];
                let title = title.iter().find_map(|key| element.at("embed.config").line(key));
                Some(match page {
                    Some(page) => vec![embed(&page, title)],
                    None => leftovers(&element.get("embed"), base),
                })
            }
            "endorsement" => Some(paragraph(self.inlines(element.line("endorsement"))).into_iter().collect()),
            "numeric_rating" => Some(paragraph(rating(element)).into_iter().collect()),
            "element_group" => {
                let blocks = self.list(&element.get("content_elements"), depth + 1)?;
                Some(grouped(blocks))
            }
            "content_zone" => Some(Vec::new()),
            // A story inside a story: a link to it.
            "story" | "collection" => {
                let title = plain(headline(element).unwrap_or_default());
                Some(paragraph(link(title, page(element, base))).into_iter().collect())
            }
            _ => {
                let mut blocks = leftovers(element, base);
                if blocks.is_empty() {
                    blocks
                        .extend(address(element, "url", None, Purpose::Page).map(|page| embed(&page, None)));
                }
                Some(blocks)
            }
        }
    }

    fn gallery(self, element: &Json) -> Option<Vec<Block>> {
        let mut images = Vec::new();
        for item in element.get("content_elements").items() {
            if !self.budget.take() {
                return None;
            }
            images.extend(picture(&item, self.base));
        }
        let caption = element.at("description.basic").trimmed().or_else(|| headline(element));
        Some(vec![BlockKind::Gallery { images, caption: self.inlines(caption) }.into()])
    }

    fn entries(self, element: &Json, depth: u32) -> Option<Block> {
        let mut items: Vec<Vec<Block>> = Vec::new();
        for item in element.get("items").items() {
            if !self.budget.take() || depth > DEPTH_MAX {
                return None;
            }
            let blocks = self.element(&item, depth + 1)?;
            // A list between entries belongs to the entry before it.
            match items.last_mut() {
                Some(last) if item.line("type").as_deref() == Some("list") => last.extend(blocks),
                _ => items.push(blocks),
            }
        }
        let ordered = element.line("list_type").as_deref() == Some("ordered");
        Some(list(ordered, items))
    }

    fn quote(self, element: &Json, depth: u32) -> Option<Vec<Block>> {
        let mut body = self.list(&element.get("content_elements"), depth + 1)?;
        if body.is_empty() {
            body = self.html(element.line("content"))?;
        }
        let cite = self.inlines(element.at("citation.content").trimmed());
        let kind = if element.line("subtype").as_deref() == Some("pullquote") {
            BlockKind::PullQuote { content: flattened(body), cite }
        } else {
            BlockKind::Quote { body, cite }
        };
        Some(vec![kind.into()])
    }

    fn table(self, element: &Json, depth: u32) -> Option<Block> {
        let head = self.cells(&element.get("header"), depth)?;
        let mut rows = Vec::new();
        for row in element.get("rows").items() {
            let cells = if row.is_array() { row } else { row.get("cells") };
            rows.push(self.cells(&cells, depth)?);
        }
        Some(table(head, rows, Vec::new()))
    }

    fn cells(self, row: &Json, depth: u32) -> Option<Vec<Cell>> {
        let mut cells = Vec::new();
        for item in row.items() {
            if !self.budget.take() {
                return None;
            }
            cells.push(match item.line("content") {
                Some(text) => Cell::Text(self.inlines(Some(text))),
                None => cell(self.list(&item.get("content_elements"), depth + 1)?),
            });
        }
        Some(cells)
    }

    /// A link, or several under a title.
    fn links(self, element: &Json, depth: u32) -> Option<Vec<Block>> {
        if element.line("type").as_deref() == Some("interstitial_link") {
            let content = self.inlines(element.line("content"));
            let mut blocks: Vec<Block> =
                paragraph(link(content, address(element, "url", self.base, Purpose::Link)))
                    .into_iter()
                    .collect();
            let more = element
                .at("description.content")
                .trimmed()
                .or_else(|| element.at("description.basic").trimmed());
            blocks.extend(self.html(more)?);
            return Some(blocks);
        }
        let title = element.line("title").or_else(|| headline(element));
        let mut blocks: Vec<Block> = heading(3, self.inlines(title)).into_iter().collect();
        blocks.extend(self.html(element.at("description.content").trimmed())?);
        let mut items = Vec::new();
        for item in element.get("items").items() {
            if !self.budget.take() || depth > DEPTH_MAX {
                return None;
            }
            items.push(self.element(&item, depth + 1)?);
        }
        blocks.push(list(false, items));
        Some(blocks)
    }

    /// An embed: by its own address, else by the one in its markup.
    fn oembed(self, answer: &Json, referent: &Json) -> Option<Vec<Block>> {
        let title = answer.line("title").or_else(|| answer.line("author_name"));
        // The markup of a post of a social network contains its text.
        let markup = answer.get("html").text().unwrap_or_default();
        let page = address(answer, "url", None, Purpose::Page);
        let read = self.html(Some(markup))?;
        let has_text = read
            .iter()
            .any(|block| matches!(block.kind, BlockKind::Quote { .. } | BlockKind::Paragraph { .. }));
        if let Some(page) = page.filter(|_| !has_text) {
            return Some(vec![embed(&page, title)]);
        }
        if !read.is_empty() {
            return Some(read);
        }
        Some(self::referent(referent).into_iter().collect())
    }
}

/// An embed of something that is only named by an address.
fn referent(referent: &Json) -> Option<Block> {
    let of = |key: &str| resolve(&referent.line(key)?, None, Purpose::Page);
    let title = referent.at("referent_properties.headlines.basic").trimmed();
    of("id").or_else(|| of("url")).map(|page| embed(&page, title))
}

/// Joins pictures in a row to a gallery.
fn grouped(blocks: Vec<Block>) -> Vec<Block> {
    if blocks.len() < 2 || !blocks.iter().all(|block| matches!(block.kind, BlockKind::Image(_))) {
        return blocks;
    }
    let images = blocks.into_iter().filter_map(|block| match block.kind {
        BlockKind::Image(image) => Some(image),
        _ => None,
    });
    vec![BlockKind::Gallery { images: images.collect(), caption: Vec::new() }.into()]
}

/// `4.5 / 5 stars`.
fn rating(element: &Json) -> Vec<Inline> {
    let Some(value) = element.get("numeric_rating").number().filter(|value| (0.0..=10_000.0).contains(value))
    else {
        return Vec::new();
    };
    let tenths = (value * 10.0).round() as u32;
    let mut text = digits(tenths / 10);
    if !tenths.is_multiple_of(10) {
        text = concat(&[&text, ".", &digits(tenths % 10)]);
    }
    if let Some(max) = element.count("max") {
        text = concat(&[&text, " / ", &digits(max)]);
    }
    if let Some(units) = element.line("units") {
        text = concat(&[&text, " ", &units]);
    }
    plain(text)
}
