//! Pictures: a file, or a media entity that has one.

use super::node::Node;
use crate::article::Image;
use crate::network::address::Address;
use crate::network::json::Json;
use crate::source::compose::whole;
use crate::source::html;
use crate::source::rendition::{self, Rendition};
use crate::text::search::around;

/// Names of fields for the lead image, the best first. If there is none of them, the first picture is the lead image.
const LEADS: &[&str] = &["hero", "lead", "main", "featured", "header", "cover", "teaser", "image", "media"];

/// The lead image.
pub(super) fn lead(node: &Node<'_>, base: Option<&Address>) -> Option<Image> {
    let relations = node.relations();
    let of = |targets: &[Node<'_>]| targets.iter().find_map(|target| picture(target, base));
    let named = LEADS.iter().find_map(|mark| {
        relations.iter().filter(|(name, _)| around(name, mark).is_some()).find_map(|(_, targets)| of(targets))
    });
    named.or_else(|| relations.iter().find_map(|(_, targets)| of(targets)))
}

/// The picture that a file or a media entity is.
pub(super) fn picture(node: &Node<'_>, base: Option<&Address>) -> Option<Image> {
    let kind = node.kind();
    if let Some(bundle) = kind.strip_prefix("media--") {
        if !matches!(bundle, "image" | "photo" | "picture") {
            return None;
        }
        let files = ["field_media_image", "image", "thumbnail"];
        let mut image = files.iter().find_map(|field| picture(node.targets(field).first()?, base))?;
        let said = |names: &[&str]| names.iter().find_map(|name| node.text(name));
        if let Some(caption) = said(&["field_caption", "field_media_caption", "field_legend"]) {
            image.caption = html::inlines(&caption, base);
        }
        image.credit = said(&["field_credit", "field_media_credit", "field_copyright", "field_photographer"])
            .map(|credit| html::text(&credit))
            .or(image.credit);
        return Some(image);
    }
    if kind != "file--file" {
        return None;
    }
    if node.line("filemime").is_some_and(|kind| !kind.starts_with("image/")) {
        return None;
    }
    let url = node.attributes.at("uri.url").trimmed().or_else(|| node.line("url"))?;
    let extent = |holder: &Json, key: &str| whole(holder, key).unwrap_or(0);
    let (width, height) = (extent(&node.meta, "width"), extent(&node.meta, "height"));
    let mut sizes = vec![Rendition { url, width, height }];
    // Smaller versions, which some modules list.
    for link in node.links() {
        if let Some(url) = link.line("href") {
            let said = link.at("meta.linkParams");
            let (width, height) = (extent(&said, "width"), extent(&said, "height"));
            if width > 0 && height > 0 {
                sizes.push(Rendition { url, width, height });
            }
        }
    }
    let mut image = rendition::picture(sizes, base)?;
    image.alt = node.meta.line("alt").unwrap_or_default();
    image.caption = node.meta.line("title").map(|text| html::inlines(&text, base)).unwrap_or_default();
    Some(image)
}
