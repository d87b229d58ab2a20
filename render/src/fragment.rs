//! Renders the element with the article in it.

use crate::article::Read;
use crate::{Error, Options, json_ld, standin};
use news_article::article::Article;
use news_article::extras::{contents, listen};
use news_article::live;
use news_article::view::dom::{El, el, part};
use news_article::view::page::{Page, PageRef, Section};
use news_article::view::{body, header};
use news_article_contract::attribute::FORM_ORIGINS;

/// The attribute that marks stand-ins for live sections, and data for the element.
pub(crate) const MARK: &str = "data-news-article";

/// Renders the element as HTML.
pub(crate) fn html(read: &Read, options: &Options) -> Result<String, Error> {
    let page = &read.page;
    let mut element = el("news-article");
    let origins = form_origins(page, options);
    for (name, value) in
        options.attributes.iter().filter(|(name, _)| origins.is_none() || name != FORM_ORIGINS.name)
    {
        element = element.set_given(name, value);
    }
    if let Some(lang) = &options.lang {
        element = element.set_given("lang", lang);
    }
    let element = element.set_some(FORM_ORIGINS.name, origins.as_deref());
    let element = element.child(article(page));
    for standin in standin::all(page) {
        element.add(&standin);
    }
    element.add(&El::json("application/ld+json", &json_ld::graph(page, &read.publisher)));
    element.add(&El::json("application/json", &data(&page.article)).set(MARK, "article"));
    Ok(element.to_html(&ids(&page.article)))
}

/// The origins, besides the page's own, that the article's forms may be sent to. An element that fetches an article
/// knows where it came from. One that finds it in the page has to be told, if a form goes there.
fn form_origins(page: &Page, options: &Options) -> Option<String> {
    let source = page.base.as_ref()?.origin();
    let comments = page.article.comments.as_ref().and_then(|comments| comments.action.as_ref());
    let newsletter = page.article.newsletter.as_ref().and_then(|newsletter| newsletter.action.as_ref());
    let goes_there = [comments, newsletter].into_iter().flatten().any(|action| action.origin() == source);
    let is_the_pages =
        options.page.is_some() && page.around.as_ref().is_some_and(|page| page.origin() == source);
    let given = options.attributes.iter().rev().find(|(name, _)| name == FORM_ORIGINS.name);
    let given = given.map_or("", |(_, value)| value);
    (goes_there && !is_the_pages).then(|| format!("{given} {source}").trim().to_owned())
}

/// The article itself: the nodes that the element builds from JSON, without the slots.
fn article(page: &PageRef) -> El {
    let article = el("article").set("lang", page.locale.tag()).set("dir", page.locale.direction());
    let article = if page.shows(Section::Title) { article.set("aria-labelledby", "title") } else { article };
    let body = body::body(page);
    let article = article.child(header::header(page));
    // The lines above and below the text are replaced by the live sections, as the stand-ins are.
    let marked = |shown: El, section: Section| shown.set(MARK, section.name());
    let recording = listen::recording(page).filter(|_| page.shows(Section::Listen));
    let article = article.maybe(recording.map(|shown| marked(shown, Section::Listen)));
    let contents = if page.shows(Section::Contents) { contents::contents(page, &body.anchors) } else { None };
    let article = article.maybe(contents.map(|shown| marked(shown, Section::Contents)));
    let updates = live::view::section(page, &body.anchors).map(|view| view.root);
    let article = article.child(body.root).maybe(updates);
    if page.article.access.is_free() {
        return article;
    }
    // Search engines recognise the paywall by its class. The text behind it is not in the page.
    article
        .child(el("div").set("class", json_ld::WALL).child(part("p", "status").text(&page.text("preview"))))
}

/// The data that the element takes over: the article without its text, which is in the page.
fn data(article: &Article) -> serde_json::Value {
    let mut data = serde_json::to_value(article).unwrap_or_default();
    if let Some(members) = data.as_object_mut() {
        members.remove("body");
    }
    data
}

/// A prefix for ids, so that several articles may stand in one page.
fn ids(article: &Article) -> String {
    let id = article.id.as_deref().filter(|id| {
        (1..=40).contains(&id.len())
            && id.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'))
    });
    match id {
        Some(id) => format!("article-{id}-"),
        // FNV-1a of whatever else identifies it.
        None => {
            let url = article.url.as_ref().map_or("", |url| url.as_str());
            let bytes = url.bytes().chain(article.title.bytes());
            let hash =
                bytes.fold(0x811c_9dc5_u32, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193));
            format!("article-{hash:08x}-")
        }
    }
}

/// The article's summary as one text.
pub(crate) fn description(page: &Page) -> Option<String> {
    use news_article::article::Summary;
    match page.article.summary.as_ref()? {
        Summary::Text(text) => Some(text.clone()),
        Summary::Points(points) => Some(points.join(" ")),
    }
}
