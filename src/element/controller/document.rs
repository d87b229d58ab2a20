//! From a document to an article.

use crate::article::Article;
use crate::network::address::{self, Address, Purpose, resolve};
use crate::network::fetch::{Document, Failure, Kind};
use crate::network::json::Json;
use crate::source::reader::Reader;
use crate::source::{self, Context, Format, SourceErrorKind};
use crate::text::number::digits;
use crate::text::search::concat;
use crate::view::shell::{Shell, warn};
use news_article_contract::attribute::FORMAT;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;

/// An article as it was read.
pub(super) struct Read {
    pub(super) article: Article,
    /// What its relative addresses were resolved against.
    pub(super) base: Option<Address>,
}

/// Reads a document: through the page's `transform`, in the format that it has, with the code for that.
pub(super) async fn read(shell: &Shell, run: u32, document: Document) -> Result<Read, Failure> {
    let json: JsValue = document.json.into();
    shell.remember(run, &json, &document.url);
    let shaped = JsFuture::from(shell.transform(&json)).await.map_err(|error| {
        let message = js_sys::Reflect::get(&error, &"message".into()).ok().and_then(|text| text.as_string());
        Failure::new(Kind::Malformed, &concat(&["transform: ", &message.unwrap_or_default()]))
    })?;
    let base = resolve(&document.url, None, Purpose::Page).or_else(address::page);
    // `format` is about what `src` answers, not about what the page has set (which has no address) or made of it.
    let answered = !document.url.is_empty() && shaped == json;
    let named = shell.host().get_attribute(FORMAT.name).filter(|_| answered);
    let context = Context { base: base.clone() };
    let shaped = Json::from(shaped);
    if answered && shaped.items().len() > 1 {
        let count = digits(shaped.items().len() as u32);
        warn(&concat(&[
            "news-article: src answers a list of ",
            &count,
            "; its first is shown: ",
            &document.url,
        ]));
    }
    let format =
        named.and_then(|name| Format::named(&name, &shaped)).unwrap_or_else(|| Format::recognise(&shaped));
    let reader = Reader::load(format, &shaped, shell).await;
    let reader = reader.map_err(|_| Failure::new(Kind::Load, "what reads this format did not come"))?;
    let article = source::article(reader, &shaped, &context).map_err(|error| {
        let kind = match error.kind {
            SourceErrorKind::Malformed => Kind::Malformed,
            SourceErrorKind::Protected => Kind::Protected,
            SourceErrorKind::TooLarge => Kind::TooLarge,
        };
        Failure::new(kind, &error.message)
    })?;
    Ok(Read { article, base })
}
