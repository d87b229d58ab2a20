//! Reads the answer of an address for later updates: a list of updates, or a whole article in any format.

use super::html::entry::Markup;
use super::native::entry::Native;
use super::reader::Reader;
use super::updates::Updates;
use super::{Context, Format};
use crate::article::{Update, Weight};
use crate::lazy::{Lazy, Loader};
use crate::network::address::Address;
use crate::network::json::Json;

/// Reads the updates. `None` if there are none, or if the code for them does not arrive.
pub async fn updates(loader: &impl Loader, json: &Json, base: Option<&Address>) -> Option<Vec<Update>> {
    let list = if json.is_array() { json.clone() } else { json.get("updates") };
    if list.is_array() {
        let (native, markup) = <(Native, Markup)>::load(loader).await.ok()?;
        return Some(native.updates(&list, base, markup));
    }
    if is_update(json) {
        let (native, markup) = <(Native, Markup)>::load(loader).await.ok()?;
        let mut updates = Updates::beside(Weight::default());
        updates.take(native.update(json, base, markup)?);
        return Some(updates.taken());
    }
    let reader = Reader::load(Format::recognise(json), json, loader).await.ok()?;
    super::article(reader, json, &Context { base: base.cloned(), ..Context::default() })
        .ok()
        .map(|article| article.updates)
}

/// Returns true for a single update, as a stream of events sends it: a text, without members that only a whole
/// article has.
fn is_update(json: &Json) -> bool {
    let has = |key: &str| !json.get(key).is_null();
    let of_articles = [
        "@type",
        "@context",
        "_links",
        "updates",
        "updatesUrl",
        "label",
        "authors",
        "url",
        "language",
        "type",
    ];
    ["title", "body", "bodyHtml"].into_iter().any(has) && !of_articles.into_iter().any(has)
}
