//! Pictures: an address, or an `ImageObject`.

use super::graph::Graph;
use super::text;
use crate::article::{Image, Inline};
use crate::network::address::{Address, Purpose, resolve};
use crate::network::json::Json;
use crate::source::limit::SIZES_MAX;
use crate::source::native;

/// The picture of a node. Several are mostly crops of one, so the first that is wide is taken, else the first.
pub(super) fn lead(graph: &Graph, node: &Json, base: Option<&Address>) -> Option<Image> {
    let mut values = graph.each(node, "image", SIZES_MAX);
    values.extend(graph.each(node, "thumbnailUrl", SIZES_MAX));
    let mut images: Vec<Image> = Vec::new();
    for value in &values {
        images.extend(picture(graph, value, base));
    }
    let wide = images.iter().position(|image| image.width > image.height);
    images.into_iter().nth(wide.unwrap_or(0))
}

fn picture(graph: &Graph, value: &Json, base: Option<&Address>) -> Option<Image> {
    if let Some(raw) = value.text() {
        return resolve(&raw, base, Purpose::Image).map(Image::new);
    }
    let address = |key: &str| native::address(value, key, base, Purpose::Image);
    // `url` may be the page of the picture. `@id` is used if there is no other address, and if it is not just a name.
    let identifier =
        || native::address(value, "@id", None, Purpose::Image).filter(|id| id.fragment().is_none());
    let mut image = Image::new(address("contentUrl").or_else(|| address("url")).or_else(identifier)?);
    image.width = text::whole(value, "width").filter(|px| *px > 0);
    image.height = text::whole(value, "height").filter(|px| *px > 0);
    image.alt = text::line(value, "description").unwrap_or_default();
    image.caption = text::line(value, "caption").map(Inline::Text).into_iter().collect();
    image.credit = text::line(value, "creditText")
        .or_else(|| graph.each(value, "creator", SIZES_MAX).iter().find_map(name))
        .or_else(|| text::line(value, "copyrightNotice"));
    Some(image)
}

fn name(creator: &Json) -> Option<String> {
    text::one_line(creator).or_else(|| text::line(creator, "name"))
}
