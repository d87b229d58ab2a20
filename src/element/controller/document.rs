//! From a document to an article.

use crate::article::Article;
use crate::lazy::Lazy;
use crate::network::address::{self, Address, Purpose, resolve};
use crate::network::fetch::{self, Cancel, Document, Early, Failure, Kind};
use crate::network::json::Json;
use crate::source::native::entry::Native;
use crate::source::reader::Reader;
use crate::source::{self, Context, Format, SourceError, SourceErrorKind};
use crate::text::number::digits;
use crate::text::reading_time::Tally;
use crate::text::search::concat;
use crate::view::settings::Attributes;
use crate::view::shell::{Shell, warn, warn_once};
use news_article_contract::attribute::{FIELDS, FORMAT};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;

/// An article as it was read.
pub(in crate::element) struct Read {
    pub(super) article: Article,
    /// The address that relative addresses in it were resolved against.
    pub(super) base: Option<Address>,
    /// Set where the article's text stands in the page.
    pub(super) text: Option<PageText>,
}

/// A text that stands in the page.
pub(super) struct PageText {
    /// Counts of what there is to read in it.
    pub(super) tally: Tally,
    /// True if the page shows a reading time of its own.
    pub(super) has_time: bool,
}

/// Reads what `page.js` has gathered of an article that the page itself holds. This needs no other code, unless
/// whoever rendered the page has put the article's JSON beside the text.
pub(super) async fn read_page(shell: &Shell, run: u32, document: Document) -> Result<Read, Failure> {
    let json: JsValue = document.json.into();
    shell.remember(run, &json, &document.url);
    let json = Json::from(json);
    let base = address::page();
    let context = Context { base: base.clone(), ..Context::default() };
    let (mut article, tally) = source::page::article(&json, &context);
    let given = json.get("native");
    if given.is_object() {
        let native = Native::load(shell).await.map_err(unread)?;
        let body = std::mem::take(&mut article.body);
        article = native.article(&given, &context, None, None).map_err(failure)?;
        article.body = body;
    }
    let has_time = json.get("hasTime").boolean().unwrap_or(false);
    Ok(Read { article, base, text: Some(PageText { tally, has_time }) })
}

/// The error for a format whose code has not come.
fn unread(_: JsValue) -> Failure {
    Failure::new(Kind::Load, "what reads this format did not come")
}

fn failure(error: SourceError) -> Failure {
    let kind = match error.kind {
        SourceErrorKind::Malformed => Kind::Malformed,
        SourceErrorKind::Protected => Kind::Protected,
        SourceErrorKind::TooLarge => Kind::TooLarge,
    };
    Failure::new(kind, &error.message)
}

/// Fetches an address, taking over the request that the shell has begun, and reads the answer.
pub(in crate::element) async fn fetch(
    shell: Shell,
    run: u32,
    src: String,
    early: Option<Early>,
    cancel: Cancel,
) -> Result<Read, Failure> {
    let host = shell.host();
    let url = resolve(&src, host.base().as_ref(), Purpose::Endpoint);
    let url = url.ok_or_else(|| Failure::new(Kind::Network, "src is no address that can be fetched"))?;
    let document = fetch::json(url.as_str(), &host.fetch(), early, &cancel).await?;
    read(shell, run, document).await
}

/// Reads a document: it goes through the page's `transform`, and then to the reader of its format.
pub(in crate::element) async fn read(shell: Shell, run: u32, document: Document) -> Result<Read, Failure> {
    let json: JsValue = document.json.into();
    shell.remember(run, &json, &document.url);
    let shaped = JsFuture::from(shell.transform(&json)).await.map_err(|error| {
        let message = js_sys::Reflect::get(&error, &"message".into()).ok().and_then(|text| text.as_string());
        Failure::new(Kind::Malformed, &concat(&["transform: ", &message.unwrap_or_default()]))
    })?;
    let base = resolve(&document.url, None, Purpose::Page).or_else(address::page);
    // `format` describes what `src` answers. It says nothing of an article that the page has set (which has no
    // address) or that `transform` has made.
    let answered = !document.url.is_empty() && shaped == json;
    let named = shell.host().get_attribute(FORMAT.name).filter(|_| answered);
    let fields = shell.host().get_attribute(FIELDS.name).unwrap_or_default();
    let context = Context { base: base.clone(), fields };
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
    let reader = Reader::load(format, &shaped, &shell).await.map_err(unread)?;
    if let Reader::Drupal(drupal) = reader
        && !context.fields.is_empty()
    {
        for mistake in drupal.mistakes(&shaped, &context) {
            warn_once(concat(&["news-article: ", &mistake]));
        }
    }
    let article = source::article(reader, &shaped, &context).map_err(failure)?;
    Ok(Read { article, base, text: None })
}
