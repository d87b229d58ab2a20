//! Counts the words of HTML with the browser alone, and the words of blocks.

use news_article::article::{Block, BlockKind, Cell, Inline, plain_text};
use wasm_bindgen::JsCast;
use web_sys::{DomParser, Node, SupportedType};

/// The words of HTML: its text nodes, without scripts, split at blocks and line breaks.
pub(crate) fn of_html(html: &str) -> Vec<String> {
    let document = DomParser::new().unwrap().parse_from_string(html, SupportedType::TextHtml).unwrap();
    let mut text = String::new();
    gather(&document.body().unwrap(), &mut text);
    split(&text)
}

fn gather(node: &Node, text: &mut String) {
    let mut child = node.first_child();
    while let Some(node) = child {
        if node.node_type() == Node::TEXT_NODE {
            text.push_str(&node.node_value().unwrap());
        } else if let Some(element) = node.dyn_ref::<web_sys::Element>() {
            let name = element.local_name();
            let inline = matches!(
                name.as_str(),
                "a" | "abbr"
                    | "b"
                    | "cite"
                    | "code"
                    | "em"
                    | "i"
                    | "mark"
                    | "small"
                    | "span"
                    | "strong"
                    | "sub"
                    | "sup"
                    | "q"
                    | "u"
            );
            if name != "script" {
                if !inline {
                    text.push('\n');
                }
                gather(&node, text);
                if !inline {
                    text.push('\n');
                }
            }
        }
        child = node.next_sibling();
    }
}

/// The words of blocks, with captions. The title of an embed is not counted, unless it is an address that was text.
pub(crate) fn of_blocks(blocks: &[Block]) -> Vec<String> {
    let mut text = String::new();
    for block in blocks {
        gather_block(block, &mut text);
    }
    split(&text)
}

fn push_line(content: &[Inline], text: &mut String) {
    plain_text(content, text);
    text.push('\n');
}

fn gather_block(block: &Block, text: &mut String) {
    let mut line = |content: &[Inline]| push_line(content, text);
    match &block.kind {
        BlockKind::Paragraph { content } | BlockKind::Heading { content, .. } => line(content),
        BlockKind::List { items, .. } => items.iter().flatten().for_each(|block| gather_block(block, text)),
        BlockKind::Definitions { items } => {
            for item in items {
                item.terms.iter().for_each(|term| line(term));
            }
            items.iter().flat_map(|item| &item.body).for_each(|block| gather_block(block, text));
        }
        BlockKind::Image(image) => line(&image.caption),
        BlockKind::Gallery { images, caption } => {
            images.iter().for_each(|image| line(&image.caption));
            line(caption);
        }
        BlockKind::Quote { body, cite } => {
            line(cite);
            body.iter().for_each(|block| gather_block(block, text));
        }
        BlockKind::PullQuote { content, cite } => {
            line(content);
            line(cite);
        }
        BlockKind::Table { head, rows, caption, .. } => {
            line(caption);
            for cell in head.iter().chain(rows.iter().flatten()) {
                match cell {
                    Cell::Text(content) => push_line(content, text),
                    Cell::Blocks { blocks } => blocks.iter().for_each(|block| gather_block(block, text)),
                }
            }
        }
        BlockKind::Code { text: code, .. } => line(&[Inline::Text(code.clone())]),
        BlockKind::Divider {} => {}
        BlockKind::Audio(media) | BlockKind::Video(media) => line(&media.caption),
        BlockKind::Embed { title, .. } => {
            if let Some(title) = title.as_ref().filter(|title| title.starts_with("http")) {
                line(&[Inline::Text(title.clone())]);
            }
        }
        BlockKind::Callout { title, body } => {
            line(&[Inline::Text(title.clone().unwrap_or_default())]);
            body.iter().for_each(|block| gather_block(block, text));
        }
        BlockKind::Details { summary, body } => {
            line(summary);
            body.iter().for_each(|block| gather_block(block, text));
        }
    }
}

fn split(text: &str) -> Vec<String> {
    let words = text.split(char::is_whitespace).filter(|word| word.chars().any(char::is_alphanumeric));
    words.map(str::to_owned).collect()
}
