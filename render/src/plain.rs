//! Blocks as plain text: one line for each block that is not empty.

use news_article::article::{Block, BlockKind, Cell, Inline, plain_text};

/// The text of blocks.
pub(crate) fn text(blocks: &[Block]) -> String {
    let mut lines = Vec::new();
    add(blocks, &mut lines);
    lines.join("\n")
}

fn line(content: &[Inline], lines: &mut Vec<String>) {
    let mut text = String::new();
    plain_text(content, &mut text);
    whole(&text, lines);
}

fn whole(text: &str, lines: &mut Vec<String>) {
    let text = text.trim();
    if !text.is_empty() {
        lines.push(text.to_owned());
    }
}

fn add(blocks: &[Block], lines: &mut Vec<String>) {
    for block in blocks {
        match &block.kind {
            BlockKind::Paragraph { content } | BlockKind::Heading { content, .. } => line(content, lines),
            BlockKind::PullQuote { content, cite } => {
                line(content, lines);
                line(cite, lines);
            }
            BlockKind::Quote { body, cite } => {
                add(body, lines);
                line(cite, lines);
            }
            BlockKind::List { items, .. } => items.iter().for_each(|item| add(item, lines)),
            BlockKind::Definitions { items } => {
                for item in items {
                    item.terms.iter().for_each(|term| line(term, lines));
                    add(&item.body, lines);
                }
            }
            BlockKind::Image(image) => line(&image.caption, lines),
            BlockKind::Gallery { images, caption } => {
                images.iter().for_each(|image| line(&image.caption, lines));
                line(caption, lines);
            }
            BlockKind::Table { head, rows, caption, .. } => {
                for cell in head.iter().chain(rows.iter().flatten()) {
                    match cell {
                        Cell::Text(content) => line(content, lines),
                        Cell::Blocks { blocks } => add(blocks, lines),
                    }
                }
                line(caption, lines);
            }
            BlockKind::Code { text, .. } => whole(text, lines),
            BlockKind::Audio(media) | BlockKind::Video(media) => line(&media.caption, lines),
            BlockKind::Embed { title, .. } => whole(title.as_deref().unwrap_or_default(), lines),
            BlockKind::Callout { title, body } => {
                whole(title.as_deref().unwrap_or_default(), lines);
                add(body, lines);
            }
            BlockKind::Details { summary, body } => {
                line(summary, lines);
                add(body, lines);
            }
            BlockKind::Divider {} => {}
        }
    }
}
