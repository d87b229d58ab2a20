//! The text: HTML in fields, and the components of the module Paragraphs
//! (<https://www.drupal.org/project/paragraphs>).

use super::node::{Node, page};
use super::picture::picture;
use crate::article::{Block, BlockKind, Image, Media};
use crate::network::address::{Address, Purpose, resolve};
use crate::network::json::Json;
use crate::source::compose::{embed, heading, link, paragraph, plain};
use crate::source::native::address;
use crate::source::{SourceError, html};
use crate::text::search::{around, has_any};

/// The greatest depth of paragraphs.
const DEPTH_MAX: u32 = 8;

/// The most paragraphs of one article.
const PARAGRAPHS_MAX: u32 = 5_000;

/// Names of fields that hold a summary.
pub(super) const SUMMARIES: &[&str] = &[
    "summary",
    "teaser",
    "lead",
    "lede",
    "standfirst",
    "excerpt",
    "dek",
    "subtitle",
    "intro",
    "chapo",
    "description",
];

/// Other fields of HTML that are not part of the text.
const ASIDE: &[&str] = &["caption", "credit", "byline", "author"];

/// The blocks of a node: of `body`, of every other field of HTML, and of its paragraphs. `None` where it has none of these.
pub(super) fn blocks(node: &Node<'_>, base: Option<&Address>) -> Result<Option<Vec<Block>>, SourceError> {
    let mut blocks = Vec::new();
    let mut found = false;
    let mut left = PARAGRAPHS_MAX;
    if let Some(markup) = node.text("body") {
        found = true;
        blocks.extend(html::blocks(&markup, base)?);
    }
    for key in node.attributes.keys() {
        let field = node.attributes.get(&key);
        let is_aside = SUMMARIES.iter().chain(ASIDE).any(|name| around(&key, name).is_some());
        if key != "body" && !is_aside && is_markup(&field) {
            found = true;
            blocks.extend(html::blocks(&node.text(&key).unwrap_or_default(), base)?);
        }
    }
    for (_, targets) in node.relations() {
        for target in targets.iter().filter(|target| target.kind().starts_with("paragraph--")) {
            found = true;
            component(target, base, 0, &mut left, &mut blocks)?;
        }
    }
    // An empty body is a body, too.
    found |= node.attributes.keys().iter().any(|key| key == "body");
    Ok(found.then_some(blocks))
}

fn is_markup(field: &Json) -> bool {
    let first = if field.is_array() { field.first() } else { field.clone() };
    first.get("processed").text().is_some()
}

/// The blocks of a paragraph, in the order of its fields: titles, HTML, links, then what it is related to.
fn component(
    node: &Node<'_>,
    base: Option<&Address>,
    depth: u32,
    left: &mut u32,
    blocks: &mut Vec<Block>,
) -> Result<(), SourceError> {
    *left =
        left.checked_sub(1).ok_or_else(|| SourceError::too_large("drupal: more than 5,000 paragraphs"))?;
    if depth > DEPTH_MAX {
        return Ok(());
    }
    let is_quote = around(&node.kind(), "quote").is_some();
    let (mut text, mut cite) = (Vec::new(), Vec::new());
    for key in node.attributes.keys().iter().filter(|key| key.starts_with("field_")) {
        let field = node.attributes.get(key);
        let first = if field.is_array() { field.first() } else { field.clone() };
        if first.is_object() && first.get("uri").text().is_some() {
            let title = first.line("title").or_else(|| first.line("uri")).unwrap_or_default();
            let uri = first.line("url").or_else(|| first.line("uri")).unwrap_or_default();
            text.extend(paragraph(link(plain(title), resolve(&uri, base, Purpose::Link))));
            continue;
        }
        let is_rich = is_markup(&field);
        let Some(value) = node.text(key) else { continue };
        if is_rich {
            text.extend(html::blocks(&value, base)?);
        } else if ["title", "heading", "headline"].iter().any(|mark| around(key, mark).is_some()) {
            text.extend(heading(2, plain(value)));
        } else if is_quote
            && ["author", "source", "cite", "attribution", "name"]
                .iter()
                .any(|mark| around(key, mark).is_some())
        {
            cite = plain(value);
        } else if let Some(page) = resolve(&value, None, Purpose::Page) {
            text.push(embed(&page, None));
        } else if has_any(&value, " ")
            || ["text", "quote", "caption", "label"].iter().any(|mark| around(key, mark).is_some())
        {
            // A single word is a setting, such as a colour or a side.
            text.extend(paragraph(plain(value)));
        }
    }
    if is_quote && !text.is_empty() {
        blocks.push(BlockKind::Quote { body: text, cite }.into());
    } else {
        blocks.extend(text);
    }
    for (name, targets) in node.relations() {
        let mut images = Vec::new();
        for target in &targets {
            if target.kind().starts_with("paragraph--") {
                component(target, base, depth + 1, left, blocks)?;
            } else if name == "paragraph_type" || name == "parent" {
                continue;
            } else if let Some(image) = picture(target, base) {
                images.push(image);
            } else {
                blocks.extend(other(target, base));
            }
        }
        if images.len() > 1 {
            blocks.push(BlockKind::Gallery { images, caption: Vec::new() }.into());
        } else {
            blocks.extend(images.pop().map(|image| BlockKind::Image(image).into()));
        }
    }
    Ok(())
}

/// The content of a paragraph besides pictures: videos and recordings, the site's own or another's, and other nodes
/// as links.
fn other(node: &Node<'_>, base: Option<&Address>) -> Option<Block> {
    let title = node.line("name").or_else(|| node.line("title"));
    if let Some(page) = address(&node.attributes, "field_media_oembed_video", None, Purpose::Page) {
        return Some(embed(&page, title));
    }
    for (field, film) in [("field_media_video_file", true), ("field_media_audio_file", false)] {
        if let Some(file) = node.targets(field).first()
            && let Some(src) = resolve(&file.attributes.at("uri.url").trimmed()?, base, Purpose::Page)
        {
            let media = Media { caption: plain(title.unwrap_or_default()), ..Media::new(src) };
            return Some(if film { BlockKind::Video(media) } else { BlockKind::Audio(media) }.into());
        }
    }
    if node.kind().starts_with("node--") {
        let url = page(node, base);
        return paragraph(link(plain(title?), url));
    }
    None
}

/// Removes the lead image from the beginning of the text.
pub(super) fn without_lead(body: &mut Vec<Block>, lead: Option<&Image>) {
    if let (Some(Block { kind: BlockKind::Image(first), .. }), Some(lead)) = (body.first(), lead)
        && first.src == lead.src
    {
        body.remove(0);
    }
}
