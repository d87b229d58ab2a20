//! Reads blocks from JSON.

use super::field::{address, plain};
use crate::article::{
    Align, Block, BlockKind, Cell as TableCell, Definition, Direction, Image, Inline, Media, MediaSource,
    Numbering, Track,
};
use crate::network::address::{Address, Purpose, resolve, srcset};
use crate::network::json::Json;
use crate::source::html::embed_name;
use crate::text::language;
use std::cell::Cell;

/// The greatest depth of blocks and spans. Only the text of deeper ones is kept, because no article needs more and
/// the stack is finite.
pub(super) const DEPTH_MAX: u32 = 100;
/// The most blocks that are read, nested ones included.
const BLOCKS_MAX: u32 = 10_000;
/// The most parts inside blocks: spans, cells, rows, entries of lists, pictures. Browsers take seconds to put some
/// tens of thousands into one element.
const PARTS_MAX: u32 = 20_000;

/// Reads blocks, until the limits are reached.
pub(super) struct Reader<'a> {
    pub(super) base: Option<&'a Address>,
    /// The number of blocks that may still be read.
    blocks_left: u32,
    /// The number of parts that may still be read.
    parts_left: Cell<u32>,
    /// True if something was left out because of a limit.
    is_cut: Cell<bool>,
}

/// Reads an article's blocks. `None` where there are more than the limits allow.
pub(super) fn body(json: &Json, base: Option<&Address>) -> Option<Vec<Block>> {
    let mut reader = Reader::new(base);
    let blocks = reader.list(json, 0);
    (!reader.is_cut.get()).then_some(blocks)
}

/// Reads a list of blocks, as many as the limits allow.
pub fn blocks(json: &Json, base: Option<&Address>) -> Vec<Block> {
    Reader::new(base).list(json, 0)
}

/// Reads running text: a string, or a list of strings and spans.
pub fn inlines(json: &Json, base: Option<&Address>) -> Vec<Inline> {
    Reader::new(base).content(json, 0)
}

/// A recording or a film.
pub(super) fn media(json: &Json, base: Option<&Address>) -> Option<Media> {
    Reader::new(base).media(json, 0)
}

/// A picture: an object with `src`, or only an address.
pub fn image(json: &Json, base: Option<&Address>) -> Option<Image> {
    let mut image = uncaptioned(json, base)?;
    image.caption = inlines(&json.get("caption"), base);
    Some(image)
}

fn uncaptioned(json: &Json, base: Option<&Address>) -> Option<Image> {
    if let Some(raw) = json.text() {
        return resolve(&raw, base, Purpose::Image).map(Image::new);
    }
    Some(Image {
        src: address(json, "src", base, Purpose::Image)?,
        alt: json.line("alt").unwrap_or_default(),
        width: json.count("width").filter(|&px| px > 0),
        height: json.count("height").filter(|&px| px > 0),
        srcset: json.line("srcset").and_then(|raw| srcset(&raw, base)),
        sizes: json.line("sizes"),
        caption: Vec::new(),
        credit: json.line("credit"),
        href: address(json, "href", base, Purpose::Link),
        align: align(json.line("align").as_deref()).filter(|side| *side != Align::Center),
    })
}

fn align(name: Option<&str>) -> Option<Align> {
    Align::named(name?)
}

impl<'a> Reader<'a> {
    fn new(base: Option<&'a Address>) -> Self {
        Reader { base, blocks_left: BLOCKS_MAX, parts_left: Cell::new(PARTS_MAX), is_cut: Cell::new(false) }
    }

    /// Counts one part. Returns false if the limit is reached.
    pub(super) fn count_part(&self) -> bool {
        let left = self.parts_left.get().checked_sub(1);
        match left {
            Some(left) => self.parts_left.set(left),
            None => self.is_cut.set(true),
        }
        left.is_some()
    }

    /// Reads all entries of a list, each as a part.
    pub(super) fn each(&self, json: &Json, mut read: impl FnMut(&Json)) {
        for item in json.items() {
            if !self.count_part() {
                return;
            }
            read(&item);
        }
    }

    /// Reads a list of blocks. A single block, or a text, is a list of one.
    fn list(&mut self, json: &Json, depth: u32) -> Vec<Block> {
        if depth > DEPTH_MAX {
            return paragraph(self.flat(json)).into_iter().collect();
        }
        if let Some(text) = json.text() {
            return paragraph(plain(text)).into_iter().collect();
        }
        if json.is_object() {
            return self.block(json, depth).into_iter().collect();
        }
        let mut blocks = Vec::new();
        for item in json.items() {
            blocks.extend(self.block(&item, depth));
        }
        blocks
    }

    fn block(&mut self, json: &Json, depth: u32) -> Option<Block> {
        let Some(left) = self.blocks_left.checked_sub(1) else {
            self.is_cut.set(true);
            return None;
        };
        self.blocks_left = left;
        if let Some(text) = json.text() {
            return paragraph(plain(text));
        }
        if !json.is_object() {
            return None;
        }
        let content = |this: &Self, key: &str| this.content(&json.get(key), depth + 1);
        let kind = match json.line("type").unwrap_or_default().as_str() {
            "heading" => BlockKind::Heading {
                level: json.count("level").unwrap_or(2).clamp(1, 6) as u8,
                content: content(self, "content"),
            },
            "list" => BlockKind::List {
                ordered: json.get("ordered").boolean().unwrap_or(false),
                start: json.count("start"),
                reversed: json.get("reversed").boolean().unwrap_or(false),
                numbering: json.line("numbering").and_then(|name| Numbering::named(&name)),
                values: {
                    let mut values = Vec::new();
                    self.each(&json.get("values"), |value| values.push(value.whole()));
                    values
                },
                items: {
                    let mut items = Vec::new();
                    for item in json.get("items").items() {
                        if !self.count_part() {
                            return None;
                        }
                        items.push(self.list(&item, depth + 1));
                    }
                    items
                },
            },
            "definitions" => {
                let mut items = Vec::new();
                for item in json.get("items").items() {
                    if !self.count_part() {
                        return None;
                    }
                    let mut terms = Vec::new();
                    self.each(&item.get("terms"), |term| terms.push(self.content(term, depth + 1)));
                    items.push(Definition { terms, body: self.list(&item.get("body"), depth + 1) });
                }
                BlockKind::Definitions { items }
            }
            "image" => BlockKind::Image(self.image(json, depth)?),
            "gallery" => {
                let mut images = Vec::new();
                self.each(&json.get("images"), |item| images.extend(self.image(item, depth)));
                BlockKind::Gallery { images, caption: content(self, "caption") }
            }
            "quote" => {
                let mut body = self.list(&json.get("body"), depth + 1);
                if body.is_empty() {
                    body.extend(paragraph(content(self, "content")));
                }
                BlockKind::Quote { body, cite: content(self, "cite") }
            }
            "pullquote" => {
                BlockKind::PullQuote { content: content(self, "content"), cite: content(self, "cite") }
            }
            "table" => {
                let (head, mut rows) = (self.row(&json.get("head"), depth), Vec::new());
                for row in json.get("rows").items() {
                    if !self.count_part() {
                        return None;
                    }
                    rows.push(self.row(&row, depth));
                }
                let mut sides = Vec::new();
                self.each(&json.get("align"), |side| sides.push(align(side.text().as_deref())));
                let row_headings = json.get("rowHeadings").boolean() == Some(true);
                BlockKind::Table { head, rows, row_headings, align: sides, caption: content(self, "caption") }
            }
            "code" => BlockKind::Code {
                text: json.get("text").text().unwrap_or_default(),
                language: json.line("language"),
            },
            "divider" => BlockKind::Divider {},
            "audio" => BlockKind::Audio(self.media(json, depth)?),
            "video" => BlockKind::Video(self.media(json, depth)?),
            "embed" => BlockKind::Embed {
                // The name comes from the address and not from the sender, so that the reader is told the true
                // target.
                provider: embed_name(&address(json, "url", self.base, Purpose::Page)?),
                url: address(json, "url", self.base, Purpose::Page)?,
                title: json.line("title"),
            },
            "callout" => BlockKind::Callout {
                title: json.line("title"),
                body: self.list(&json.get("body"), depth + 1),
            },
            "details" => BlockKind::Details {
                summary: content(self, "summary"),
                body: self.list(&json.get("body"), depth + 1),
            },
            kind => {
                let known = kind == "paragraph";
                let text = if known { content(self, "content") } else { self.leftovers(json, depth) };
                if text.is_empty() {
                    return None;
                }
                BlockKind::Paragraph { content: text }
            }
        };
        Some(Block {
            kind,
            lang: json.line("lang").and_then(|text| language::tag(&text)),
            dir: json.line("dir").and_then(|name| Direction::named(&name)),
            anchor: json.line("anchor"),
        })
    }

    /// A row of cells.
    fn row(&mut self, json: &Json, depth: u32) -> Vec<TableCell> {
        let mut cells = Vec::new();
        for cell in json.items() {
            if !self.count_part() {
                break;
            }
            let blocks = cell.get("blocks");
            cells.push(if blocks.is_null() {
                TableCell::Text(self.content(&cell, depth + 1))
            } else {
                TableCell::Blocks { blocks: self.list(&blocks, depth + 1) }
            });
        }
        cells
    }

    /// A picture in the body, whose caption counts with the rest.
    fn image(&self, json: &Json, depth: u32) -> Option<Image> {
        let mut image = uncaptioned(json, self.base)?;
        image.caption = self.content(&json.get("caption"), depth + 1);
        Some(image)
    }

    fn media(&self, json: &Json, depth: u32) -> Option<Media> {
        let (mut sources, mut tracks) = (Vec::new(), Vec::new());
        self.each(&json.get("sources"), |source| {
            if let Some(src) = address(source, "src", self.base, Purpose::Page) {
                sources.push(MediaSource { src, kind: source.line("type") });
            }
        });
        self.each(&json.get("tracks"), |track| {
            if let Some(src) = address(track, "src", self.base, Purpose::Page) {
                tracks.push(Track {
                    src,
                    kind: track.line("kind").and_then(|name| Track::kind_named(&name)),
                    srclang: track.line("srclang").and_then(|text| language::tag(&text)),
                    label: track.line("label"),
                    default: track.get("default").boolean().unwrap_or(false),
                });
            }
        });
        let first = || sources.first().map(|source| source.src.clone());
        Some(Media {
            src: address(json, "src", self.base, Purpose::Page).or_else(first)?,
            sources,
            tracks,
            poster: address(json, "poster", self.base, Purpose::Image),
            duration: json.count("duration"),
            caption: self.content(&json.get("caption"), depth + 1),
        })
    }
}

fn paragraph(content: Vec<Inline>) -> Option<Block> {
    (!content.is_empty()).then(|| BlockKind::Paragraph { content }.into())
}
