//! Reads a document and computes everything that is rendered, as `src/element/controller/page.rs` does in a browser.

use crate::attribute::{Given, check};
use crate::publisher::Publisher;
use crate::{Error, Options, head};
use news_article::extras::contents;
use news_article::locale::{self, Locale};
use news_article::network::address::{Address, Purpose, resolve};
use news_article::network::json::{Json, is_feed};
use news_article::reading;
use news_article::source::native;
use news_article::source::reader::{ListReader, Reader};
use news_article::source::{self, Context, Format};
use news_article::view::page::{ARTICLE, Page, PageRef, Section};
use news_article::view::settings::{self, Attributes as _};
use news_article_contract::attribute::{FIELDS, FORMAT, LANG};
use news_article_contract::format::{AUTO, WORDS};
use std::rc::Rc;

/// An article, with the data that are only for search engines.
pub(crate) struct Read {
    pub(crate) page: PageRef,
    pub(crate) publisher: Publisher,
}

/// Reads an article, and computes what it does not state.
pub(crate) fn read(json: &str, options: &Options) -> Result<Read, Error> {
    check(options)?;
    head::check(options)?;
    let base = address("base", options.base.as_deref())?;
    let place = address("page", options.page.as_deref())?;
    let given = Given { options, base: place.clone().or_else(|| base.clone()) };
    let fields = given.attribute(FIELDS.name).unwrap_or_default();
    let context = Context { base: base.clone(), fields };

    let document = document("", json)?;
    let format = format(options, &given, &document)?;
    let mut article = source::article(Reader::in_one_piece(format), &document, &context)?;
    if let Some(related) = &options.related {
        let list = self::document("related: ", related)?;
        let reader = ListReader::in_one_piece(Format::recognise(&list));
        article.related = source::teasers(reader, &list, &context);
    }
    let mut site = Json::null();
    if let Some(text) = &options.site {
        site = self::document("site: ", text)?;
        native::merge(&mut article, &site, given.base.as_ref());
    }

    let home = article.url.as_ref().or(given.base.as_ref());
    let publisher = Publisher::read(&document, &site, home);

    let settings = settings::read(&given, ARTICLE, false);
    settings::apply(&given, &mut article);
    let asked = options.lang.clone().or_else(|| given.attribute(LANG.name)).filter(|tag| !tag.is_empty());
    let tag = asked.or_else(|| article.language.clone()).unwrap_or_else(|| "fr".to_owned());
    let locale = Locale::new(&tag, locale::whole(&tag), [Json::null(), site.get("labels")]);
    locale.extend();
    locale.extend_article();
    locale.extend_forms();
    locale.extend_features();
    if settings.sections.contains(&Section::Contents) {
        contents::name(&mut article);
    }
    reading::add_breadcrumb(&mut article, &locale);
    let content_language = reading::content_language(&article, locale.tag());
    let lead = article.image.is_some();
    let minutes = reading::measure(&mut article, lead, &content_language, settings.words_per_minute);
    let around = place.or_else(|| article.url.clone()).or_else(|| base.clone());
    let page = Rc::new(Page { around, locale, article, settings, base, minutes, content_language });
    Ok(Read { page, publisher })
}

/// The article as it was read, in this project's own format.
pub(crate) fn json(page: &Page) -> String {
    let mut text = serde_json::to_string_pretty(&page.article).unwrap_or_default();
    text.push('\n');
    text
}

/// The address in an option.
fn address(name: &str, text: Option<&str>) -> Result<Option<Address>, Error> {
    let Some(text) = text.filter(|text| !text.is_empty()) else { return Ok(None) };
    match resolve(text, None, Purpose::Page) {
        Some(address) => Ok(Some(address)),
        None => Err(Error::option(name, format_args!("{text:?} is no whole address of the web"))),
    }
}

/// A document of JSON, or a feed in XML. `what` names it in the error.
fn document(what: &str, text: &str) -> Result<Json, Error> {
    if is_feed(text) {
        return Ok(Json::of_text(text));
    }
    Json::read(text).map_err(|error| Error::Article(format!("{what}the document is no JSON: {error}")))
}

fn format(options: &Options, given: &Given<'_>, document: &Json) -> Result<Format, Error> {
    let named = options.format.clone().or_else(|| given.attribute(FORMAT.name)).unwrap_or_default();
    match Format::named(&named, document) {
        Some(format) => Ok(format),
        None if named.is_empty() || named == AUTO => Ok(Format::recognise(document)),
        None => Err(Error::option("format", format_args!("{named:?} is none of {}", WORDS.join(", ")))),
    }
}
