//! Pictures, as assets of several sizes.

use crate::article::{Image, Inline};
use crate::network::address::Address;
use crate::network::json::Json;
use crate::source::compose::whole;
use crate::source::html;
use crate::source::rendition::{self, Rendition};

/// The main picture among those attached to an item (`show-elements=image`).
pub(super) fn attached(item: &Json, base: Option<&Address>) -> Option<Image> {
    let elements = item.get("elements").items();
    let is = |element: &Json, key: &str, value: &str| element.line(key).as_deref() == Some(value);
    let main =
        elements.iter().find(|element| is(element, "relation", "main") && is(element, "type", "image"))?;
    let assets = main.get("assets");
    of_assets(&assets, &assets.first().get("typeData"), base)
}

/// A picture from its assets, with the texts about it.
pub(super) fn of_assets(assets: &Json, texts: &Json, base: Option<&Address>) -> Option<Image> {
    let mut sizes = Vec::new();
    for asset in assets.items() {
        let data = asset.get("typeData");
        let holder = if data.is_null() { &asset } else { &data };
        // The master is the photographer's original, which is not meant for pages.
        let is_master = data.get("isMaster").boolean() == Some(true);
        if let Some(url) = data.line("secureFile").or_else(|| asset.line("file")).filter(|_| !is_master) {
            let (width, height) = (whole(holder, "width"), whole(holder, "height"));
            sizes.push(Rendition { url, width: width.unwrap_or(0), height: height.unwrap_or(0) });
        }
    }
    let mut image = rendition::picture(sizes, base)?;
    image.alt = texts.line("alt").or_else(|| texts.line("altText")).unwrap_or_default();
    image.caption = caption(texts, base);
    image.credit = texts
        .line("credit")
        .or_else(|| texts.line("source"))
        .filter(|_| texts.get("displayCredit").boolean() != Some(false));
    Some(image)
}

/// A caption, which is HTML.
pub(super) fn caption(texts: &Json, base: Option<&Address>) -> Vec<Inline> {
    texts.line("caption").map(|text| html::inlines(&text, base)).unwrap_or_default()
}
