//! Portable Text (<https://portabletext.org>), Sanity's format: a list of blocks, in which entries of lists have a
//! level and are not nested.

use super::context::{BodyContext, first_text};
use super::mark::{MARKS_MAX, Mark, append, broken, mark, marked};
use super::thing::{gallery, guess, image, picture};
use super::tree::end;
use crate::article::{Block, BlockKind, Cell, Inline};
use crate::network::address::Purpose;
use crate::network::json::Json;
use crate::source::compose::{DEPTH_MAX, cell, divider, flattened, heading, list, plain, quote, table};

/// How deep lists may be nested.
const LEVEL_MAX: u32 = 20;
/// The most marks that are read of a block's definitions.
const DEFINITIONS_MAX: usize = 200;

/// A list that is open.
struct Open {
    level: u32,
    ordered: bool,
    items: Vec<Vec<Block>>,
}

pub(super) fn blocks(json: &Json, context: &BodyContext<'_>, depth: u32) -> Option<Vec<Block>> {
    let (mut blocks, mut open) = (Vec::new(), Vec::new());
    for block in json.items() {
        if !context.budget.take() {
            return None;
        }
        let is_text = block.line("_type").as_deref() == Some("block") || block.get("children").is_array();
        if !is_text {
            close(&mut open, &mut blocks, 0);
            blocks.append(&mut other(&block, context, depth)?);
            continue;
        }
        let mut made = styled(&block, line(&block, context, depth)?);
        match block.line("listItem") {
            Some(kind) => {
                let level = block.count("level").unwrap_or(1).clamp(1, LEVEL_MAX);
                enter(&mut open, &mut blocks, level, kind == "number");
                if let Some(list) = open.last_mut() {
                    list.items.push(made);
                }
            }
            None => {
                close(&mut open, &mut blocks, 0);
                blocks.append(&mut made);
            }
        }
    }
    close(&mut open, &mut blocks, 0);
    Some(blocks)
}

/// A block by its style: `h2`, `blockquote`.
fn styled(block: &Json, content: Vec<Block>) -> Vec<Block> {
    let style = block.line("style").unwrap_or_default();
    match style.as_bytes() {
        [b'h', digit @ b'1'..=b'6'] => {
            heading(u32::from(digit - b'0'), flattened(content)).into_iter().collect()
        }
        b"blockquote" if !content.is_empty() => vec![quote(content, Vec::new())],
        _ => content,
    }
}

/// Opens a list of a level and a kind, unless it is open.
fn enter(open: &mut Vec<Open>, blocks: &mut Vec<Block>, level: u32, ordered: bool) {
    close(open, blocks, level);
    if open.last().is_some_and(|list| list.level == level && list.ordered != ordered) {
        close(open, blocks, level - 1);
    }
    if open.last().is_none_or(|list| list.level < level) {
        open.push(Open { level, ordered, items: Vec::new() });
    }
}

/// Closes the lists that are deeper than a level. Each becomes part of the last entry of the list around it.
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

/// The text of a block: spans with names of marks, some of which are defined beside them. A picture between spans
/// becomes a block.
fn line(block: &Json, context: &BodyContext<'_>, depth: u32) -> Option<Vec<Block>> {
    let definitions = block.get("markDefs").items_within(DEFINITIONS_MAX);
    let definitions: Vec<(Option<String>, Json)> =
        definitions.into_iter().map(|definition| (definition.line("_key"), definition)).collect();
    let (mut blocks, mut line): (Vec<Block>, Vec<Inline>) = (Vec::new(), Vec::new());
    for span in block.get("children").items() {
        if !context.budget.take() {
            return None;
        }
        let Some(text) = span.get("text").text() else {
            // An object in a line: its words, and its picture or link.
            match first_text(&span, &["name", "title", "label", "value", "symbol", "code"]) {
                Some(words) if picture(&span, context, false).is_none() => append(&mut line, plain(words)),
                _ => {
                    let mut shown = other(&span, context, depth)?;
                    if !shown.is_empty() {
                        end(&mut line, &mut blocks);
                        blocks.append(&mut shown);
                    }
                }
            }
            continue;
        };
        let mut marks = Vec::new();
        for name in span.get("marks").items_within(MARKS_MAX) {
            let name = name.trimmed();
            match definitions.iter().find(|(key, _)| *key == name) {
                Some((_, definition)) => {
                    let to = context.address(definition, &["href", "url", "link"], Purpose::Link);
                    if to.is_some() {
                        marks.insert(0, Mark::Link(to));
                    }
                }
                None => marks.extend(mark(&name.unwrap_or_default())),
            }
        }
        append(&mut line, marked(broken(&text), marks));
    }
    end(&mut line, &mut blocks);
    Some(blocks)
}

/// A block of a site's own type, read by its name and its members.
fn other(block: &Json, context: &BodyContext<'_>, depth: u32) -> Option<Vec<Block>> {
    Some(match block.line("_type").unwrap_or_default().as_str() {
        "image" => match picture(block, context, true) {
            Some(src) => vec![BlockKind::Image(image(src, &[block], context)).into()],
            None => guess(block, context, depth)?,
        },
        "gallery" | "imageGallery" => {
            let caption = plain(first_text(block, &["caption", "title"]).unwrap_or_default());
            vec![gallery(block, &["images", "items"], caption, context, |item| {
                let inside = item.get("image");
                let holder = if inside.is_object() { &inside } else { item };
                picture(holder, context, true).map(|src| image(src, &[holder, item], context))
            })?]
        }
        "code" | "codeBlock" if block.get("code").text().is_some() => {
            let text = block.get("code").text().unwrap_or_default();
            vec![BlockKind::Code { text, language: block.line("language") }.into()]
        }
        "break" | "divider" | "hr" | "horizontalRule" => vec![divider()],
        "table" => {
            let mut rows = Vec::new();
            for row in block.get("rows").items() {
                let mut cells = Vec::new();
                for value in row.get("cells").items() {
                    if !context.budget.take() {
                        return None;
                    }
                    cells.push(if (context.is_body)(&value) && depth < DEPTH_MAX {
                        cell((context.inner)(&value, context, depth + 1)?)
                    } else {
                        let text = value.text().or_else(|| first_text(&value, &["value", "text", "content"]));
                        Cell::Text(broken(&text.unwrap_or_default()))
                    });
                }
                rows.push(cells);
            }
            let title = plain(first_text(block, &["caption", "title"]).unwrap_or_default());
            vec![table(Vec::new(), rows, title)]
        }
        _ => guess(block, context, depth)?,
    })
}
