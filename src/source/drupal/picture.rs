//! Pictures: a file, or a media entity that has one.

use super::node::Node;
use crate::article::Image;
use crate::network::address::{Address, Purpose, resolve};
use crate::network::json::Json;
use crate::source::compose::whole;
use crate::source::html;
use crate::source::rendition::{self, Rendition};
use crate::text::search::around;

/// Names of fields for the lead image, the best first. If there is none of them, the first picture is the lead image.
const LEADS: &[&str] = &["hero", "lead", "main", "featured", "header", "cover", "teaser", "image", "media"];

/// Returns true if a relationship has the name of one to a lead image.
pub(super) fn is_lead(relation: &str) -> bool {
    LEADS.iter().any(|mark| around(relation, mark).is_some())
}

/// The lead image, with caption and credit from fields of the article if it has none itself.
pub(super) fn lead(node: &Node<'_>, base: Option<&Address>) -> Option<Image> {
    let mut image = chosen(node, base)?;
    let said = |marks: &[&str]| {
        let keys = node.attributes.keys().into_iter().filter(|key| key.starts_with("field_"));
        let is_said = |key: &String| marks.iter().any(|mark| around(key, mark).is_some());
        keys.filter(is_said).find_map(|key| node.text(&key))
    };
    if image.caption.is_empty() {
        image.caption =
            said(&["caption", "legend"]).map(|text| html::inlines(&text, base)).unwrap_or_default();
    }
    if image.credit.is_none() {
        image.credit = said(&["credit", "photographer"]).map(|text| html::text(&text));
    }
    Some(image)
}

/// The picture of a field that the page has named, else of a relationship with a usual name, else the first.
fn chosen(node: &Node<'_>, base: Option<&Address>) -> Option<Image> {
    if let Some(fields) = node.holding("image") {
        return fields.iter().find_map(|field| {
            let held = node.targets(field).iter().find_map(|target| picture(target, base));
            held.or_else(|| Some(Image::new(resolve(&node.text(field)?, base, Purpose::Image)?)))
        });
    }
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
        if ["video", "audio", "document", "file"].iter().any(|mark| around(bundle, mark).is_some()) {
            return None;
        }
        // The name of the field does not matter. A thumbnail counts only for pictures, because social posts have one, too.
        let files = node.relations();
        let of = |thumbnails: bool| {
            let mut files = files.iter().filter(|(name, _)| (name == "thumbnail") == thumbnails);
            files.find_map(|(_, targets)| file(targets.first()?, base))
        };
        let is_picture = matches!(bundle, "image" | "photo" | "picture");
        let mut image = of(false).or_else(|| of(true).filter(|_| is_picture))?;
        let said = |names: &[&str]| names.iter().find_map(|name| node.text(name));
        if let Some(caption) = said(&["field_caption", "field_media_caption", "field_legend"]) {
            image.caption = html::inlines(&caption, base);
        }
        image.credit = said(&["field_credit", "field_media_credit", "field_copyright", "field_photographer"])
            .map(|credit| html::text(&credit))
            .or(image.credit);
        return Some(image);
    }
    file(node, base)
}

/// The picture that a file is.
fn file(node: &Node<'_>, base: Option<&Address>) -> Option<Image> {
    if node.kind() != "file--file" {
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
