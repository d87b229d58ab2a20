//! Portable Text (<https://portabletext.org>), which Sanity sends: a list of blocks, in which lists are marked and not nested.

use super::thing::address;
use super::thing::{guess, image, said, url};
use super::tree::{Mark, append, broken, mark, marked};
use crate::article::{Block, BlockKind, Cell, Image, Inline};
use crate::network::address::{Address, Purpose};
use crate::network::json::Json;
use crate::source::compose::{Budget, heading, list, paragraph, plain, table};
use crate::text::number::whole;
use crate::text::search::{around, pieces, trimmed};

/// How deep lists may be nested.
const LEVEL_MAX: u32 = 20;

/// A list that is open.
struct Open {
    level: u32,
    ordered: bool,
    items: Vec<Vec<Block>>,
}

pub(super) fn blocks(json: &Json, base: Option<&Address>) -> Option<Vec<Block>> {
    let budget = Budget::new();
    let (mut blocks, mut open) = (Vec::new(), Vec::new());
    for block in json.items() {
        if !budget.take() {
            return None;
        }
        let content = || line(&block, base, &budget);
        if block.line("_type").as_deref() == Some("block")
            && let Some(kind) = block.line("listItem")
        {
            let level = block.count("level").unwrap_or(1).clamp(1, LEVEL_MAX);
            let style = block.line("style").unwrap_or_default();
            let content = content()?;
            let entry = match level_of(&style) {
                Some(level) => heading(level, content),
                None => paragraph(content),
            };
            enter(&mut open, &mut blocks, level, kind == "number");
            if let Some(list) = open.last_mut() {
                list.items.push(entry.into_iter().collect());
            }
            continue;
        }
        close(&mut open, &mut blocks, 0);
        if block.line("_type").as_deref() == Some("block") || block.get("children").is_array() {
            let style = block.line("style").unwrap_or_default();
            let content = content()?;
            blocks.extend(match (level_of(&style), style.as_str()) {
                (Some(level), _) => heading(level, content),
                (None, "blockquote") if !content.is_empty() => Some(
                    BlockKind::Quote { body: paragraph(content).into_iter().collect(), cite: Vec::new() }
                        .into(),
                ),
                _ => paragraph(content),
            });
        } else {
            blocks.extend(other(&block, base, &budget)?);
        }
    }
    close(&mut open, &mut blocks, 0);
    Some(blocks)
}

/// The level of a style: `h2`.
fn level_of(style: &str) -> Option<u32> {
    match style.as_bytes() {
        [b'h', digit @ b'1'..=b'6'] => Some(u32::from(digit - b'0')),
        _ => None,
    }
}

/// Sees to it that the list of a level and a kind is open.
fn enter(open: &mut Vec<Open>, blocks: &mut Vec<Block>, level: u32, ordered: bool) {
    close(open, blocks, level);
    if open.last().is_some_and(|list| list.level == level && list.ordered != ordered) {
        close(open, blocks, level - 1);
    }
    if open.last().is_none_or(|list| list.level < level) {
        open.push(Open { level, ordered, items: Vec::new() });
    }
}

/// Closes the lists that are deeper than a level: each belongs to the last entry of the one around it.
fn close(open: &mut Vec<Open>, blocks: &mut Vec<Block>, level: u32) {
    while open.last().is_some_and(|list| list.level > level) {
        let Some(closed) = open.pop() else { return };
        let closed = list(closed.ordered, closed.items);
        match open.last_mut() {
            Some(around) => match around.items.last_mut() {
                Some(entry) => entry.push(closed),
                None => around.items.push(vec![closed]),
            },
            None => blocks.push(closed),
        }
    }
}

/// The text of a block: spans with names of marks, some of which are defined beside them.
fn line(block: &Json, base: Option<&Address>, budget: &Budget) -> Option<Vec<Inline>> {
    let definitions = block.get("markDefs").items_within(200);
    let mut line = Vec::new();
    for span in block.get("children").items() {
        if !budget.take() {
            return None;
        }
        let Some(text) = span.get("text").text() else {
            // A thing in the line: its words.
            append(
                &mut line,
                plain(said(&span, &["name", "title", "label", "value", "alt", "symbol"]).unwrap_or_default()),
            );
            continue;
        };
        let mut marks = Vec::new();
        for name in span.get("marks").items_within(20).iter().filter_map(Json::trimmed) {
            let definition =
                definitions.iter().find(|definition| definition.line("_key").as_ref() == Some(&name));
            match definition {
                Some(definition) => {
                    let to = url(definition, &["href", "url"], base, Purpose::Link);
                    if to.is_some() {
                        marks.insert(0, Mark::Link(to));
                    }
                }
                None => marks.extend(mark(&name)),
            }
        }
        append(&mut line, marked(broken(&text), marks));
    }
    let is_blank = line.iter().all(|inline| matches!(inline, Inline::Text(text) if trimmed(text).is_empty()));
    Some(if is_blank { Vec::new() } else { line })
}

/// A block of a schema's own, by its parts.
fn other(block: &Json, base: Option<&Address>, budget: &Budget) -> Option<Vec<Block>> {
    Some(match block.line("_type").unwrap_or_default().as_str() {
        "image" | "figure" | "mainImage" => match picture(block, base) {
            Some(image) => vec![BlockKind::Image(image).into()],
            None => guess(block, base),
        },
        "gallery" => {
            let mut images = Vec::new();
            for item in block.get("images").items() {
                if !budget.take() {
                    return None;
                }
                images.extend(picture(&item, base));
            }
            vec![
                BlockKind::Gallery { images, caption: plain(block.line("caption").unwrap_or_default()) }
                    .into(),
            ]
        }
        "code" | "codeBlock" => vec![
            BlockKind::Code {
                text: block.get("code").text().unwrap_or_default(),
                language: block.line("language"),
            }
            .into(),
        ],
        "break" | "divider" | "hr" | "horizontalRule" => vec![BlockKind::Divider {}.into()],
        "table" => {
            let mut rows = Vec::new();
            for row in block.get("rows").items() {
                if !budget.take() {
                    return None;
                }
                let cells = row.get("cells").items_within(100);
                rows.push(
                    cells.iter().map(|cell| Cell::Text(plain(cell.trimmed().unwrap_or_default()))).collect(),
                );
            }
            vec![table(Vec::new(), rows, Vec::new())]
        }
        // Texts inside: a box, a column.
        _ => {
            let inner = ["content", "body", "text"].map(|key| block.get(key));
            match inner.iter().find(|inner| !inner.first().get("_type").is_null()) {
                Some(inner) => {
                    let body = blocks(inner, base)?;
                    vec![BlockKind::Callout { title: said(block, &["title", "heading"]), body }.into()]
                }
                None => guess(block, base),
            }
        }
    })
}

/// A picture: its asset, where the query followed it. A reference alone is no address.
fn picture(block: &Json, base: Option<&Address>) -> Option<Image> {
    let asset = block.get("asset");
    let src = address(&asset, "url", base, Purpose::Image)
        .or_else(|| url(block, &["url", "src"], base, Purpose::Image))?;
    let mut image = image(src, block, base);
    let size = |key: &str| asset.at("metadata.dimensions").count(key);
    image.width = image.width.or_else(|| size("width"));
    image.height = image.height.or_else(|| size("height"));
    // Without a query for it the size stands in the name of the file: `…-1200x800.jpg`.
    if image.width.is_none()
        && let Some((width, height)) = named_size(image.src.path())
    {
        (image.width, image.height) = (Some(width), Some(height));
    }
    if image.alt.is_empty() {
        image.alt = asset.line("altText").unwrap_or_default();
    }
    Some(image)
}

fn named_size(path: &str) -> Option<(u32, u32)> {
    let part = pieces(path, "-.").find(|part| part.len() < 12 && around(part, "x").is_some())?;
    let (width, height) = around(part, "x")?;
    Some((whole(width, 10)?, whole(height, 10)?))
}
