//! The text: HTML in fields, and the components of the module Paragraphs
//! (<https://www.drupal.org/project/paragraphs>).

use super::fields::CORRECTIONS;
use super::node::{Node, page};
use super::picture::{is_lead, picture};
use super::summary;
use crate::article::{Block, BlockKind, Image, Media};
use crate::network::address::{Address, Purpose, resolve};
use crate::network::json::Json;
use crate::source::compose::{embed, heading, link, list, paragraph, plain};
use crate::source::native::address;
use crate::source::paragraph::lines_or_paragraphs as paragraphs;
use crate::source::{SourceError, html};
use crate::text::search::{around, has_any};

/// The greatest depth of paragraphs.
const DEPTH_MAX: u32 = 8;

/// The most paragraphs of one article.
const PARAGRAPHS_MAX: u32 = 5_000;

/// Other fields of HTML that are not part of the text.
const ASIDE: &[&str] = &["caption", "credit", "byline", "author"];

/// Marks of relationships to pictures for lists and social networks.
const ELSEWHERE: &[&str] =
    &["teaser", "thumb", "social", "meta", "share", "preview", "icon", "logo", "listing"];

/// The blocks of a node. `None` where it has no field for them.
pub(super) fn blocks(
    node: &Node<'_>,
    base: Option<&Address>,
    lead: Option<&Image>,
) -> Result<Option<Vec<Block>>, SourceError> {
    let mut left = PARAGRAPHS_MAX;
    let mut blocks = Vec::new();
    if let Some(fields) = node.holding("body") {
        for field in fields {
            named(node, field, base, &mut left, &mut blocks)?;
        }
        without_lead(&mut blocks, lead);
        return Ok(Some(blocks));
    }
    let found = guessed(node, base, &mut left, &mut blocks)?;
    without_lead(&mut blocks, lead);
    beside(node, base, lead, &mut blocks);
    Ok(found.then_some(blocks))
}

/// The blocks of a field that the page has named: HTML, plain text, or the targets of a relationship.
fn named(
    node: &Node<'_>,
    field: &str,
    base: Option<&Address>,
    left: &mut u32,
    blocks: &mut Vec<Block>,
) -> Result<(), SourceError> {
    for value in node.values(field) {
        match (value.line("processed"), value.line("value").or_else(|| value.text())) {
            (Some(markup), _) => blocks.extend(html::blocks(&markup, base)?),
            (None, Some(text)) => blocks.extend(paragraphs(&text)),
            (None, None) => {}
        }
    }
    for target in node.targets(field) {
        if target.is_part() {
            component(&target, base, 0, left, blocks)?;
        } else if let Some(image) = picture(&target, base) {
            blocks.push(BlockKind::Image(image).into());
        } else {
            blocks.extend(other(&target, base));
        }
    }
    Ok(())
}

/// Adds the text if the page has not named a field for it: `body`, every other field of HTML, and paragraphs. Returns
/// true if the node has one of these.
fn guessed(
    node: &Node<'_>,
    base: Option<&Address>,
    left: &mut u32,
    blocks: &mut Vec<Block>,
) -> Result<bool, SourceError> {
    let summary = summary::field(node);
    let keys = node.attributes.keys();
    let is_taken = |key: &str| {
        summary.as_deref() == Some(key)
            || node.fields().name(key)
            || CORRECTIONS.contains(&key)
            || ASIDE.iter().any(|name| around(key, name).is_some())
    };
    // First the fields that introduce the text, then the text, then the others.
    let (mut before, mut after) = (Vec::new(), Vec::new());
    for key in keys.iter().filter(|key| *key != "body" && !is_taken(key)) {
        if !is_markup(&node.attributes.get(key)) {
            continue;
        }
        let opens = summary::is_called_so(key);
        if !(opens && summary::is_elsewhere(key)) {
            if opens { &mut before } else { &mut after }.push(key.as_str());
        }
    }
    let has_body = keys.iter().any(|key| key == "body") && !node.fields().name("body");
    // An empty body is a body, too.
    let mut found = has_body || !after.is_empty();
    before.extend(has_body.then_some("body"));
    before.extend(after);
    for key in before {
        for markup in node.texts(key) {
            blocks.extend(html::blocks(&markup, base)?);
        }
    }
    for (name, targets) in node.relations() {
        for target in targets.iter().filter(|target| target.is_part() && !node.fields().name(&name)) {
            found = true;
            component(target, base, 0, left, blocks)?;
        }
    }
    Ok(found)
}

/// Adds other content of the node: further pictures, videos, recordings, links and lists. A video in place of the lead
/// image stands before the text.
fn beside(node: &Node<'_>, base: Option<&Address>, lead: Option<&Image>, blocks: &mut Vec<Block>) {
    for (name, targets) in node.relations() {
        if node.fields().name(&name) || ELSEWHERE.iter().any(|mark| around(&name, mark).is_some()) {
            continue;
        }
        let mut images = Vec::new();
        for target in
            targets.iter().filter(|target| !target.is_part() && !target.kind().starts_with("node--"))
        {
            if let Some(image) = picture(target, base) {
                images.push(image);
            } else if let Some(media) = other(target, base) {
                let at = if lead.is_none() && is_lead(&name) { 0 } else { blocks.len() };
                blocks.insert(at, media);
            }
        }
        images.retain(|image| lead.is_none_or(|lead| lead.src != image.src));
        blocks.extend(pictures(images));
    }
    for key in node.attributes.keys().iter().filter(|key| key.starts_with("field_")) {
        if node.fields().name(key) {
            continue;
        }
        let values = node.values(key);
        blocks.extend(values.iter().filter_map(|field| linked(field, base)));
        // Several texts in one field are a list. Single words are settings or names.
        let texts: Vec<String> = values.iter().filter_map(Json::trimmed).collect();
        if texts.len() > 1 && texts.iter().any(|text| has_any(text, " ")) {
            let items = texts.into_iter().map(|text| paragraph(plain(text)).into_iter().collect());
            blocks.push(list(false, items.collect()));
        }
    }
}

/// A field that is a link with words of its own.
fn linked(field: &Json, base: Option<&Address>) -> Option<Block> {
    field.get("uri").text()?;
    let title = field.line("title")?;
    let uri = field.line("url").or_else(|| field.line("uri"))?;
    paragraph(link(plain(title), resolve(&uri, base, Purpose::Link)))
}

/// One picture, or several as a gallery.
fn pictures(mut images: Vec<Image>) -> Option<Block> {
    if images.len() > 1 {
        return Some(BlockKind::Gallery { images, caption: Vec::new() }.into());
    }
    images.pop().map(|image| BlockKind::Image(image).into())
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
        if is_markup(&field) {
            for markup in node.texts(key) {
                text.extend(html::blocks(&markup, base)?);
            }
            continue;
        }
        let Some(value) = node.text(key) else { continue };
        if ["title", "heading", "headline"].iter().any(|mark| around(key, mark).is_some()) {
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
            if target.is_part() {
                component(target, base, depth + 1, left, blocks)?;
            } else if name == "paragraph_type" || name == "parent" {
                continue;
            } else if let Some(image) = picture(target, base) {
                images.push(image);
            } else {
                blocks.extend(other(target, base));
            }
        }
        blocks.extend(pictures(images));
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
fn without_lead(body: &mut Vec<Block>, lead: Option<&Image>) {
    if let (Some(Block { kind: BlockKind::Image(first), .. }), Some(lead)) = (body.first(), lead)
        && first.src == lead.src
    {
        body.remove(0);
    }
}
