//! The article for search engines: a `NewsArticle` of schema.org or one of its subtypes, and its breadcrumb as a
//! `BreadcrumbList`.

use crate::fragment::description;
use crate::node::Node;
use crate::plain;
use crate::publisher::Publisher;
use news_article::article::{Article, Block, BlockKind, Image, Label, Named, Update};
use news_article::live;
use news_article::network::address::Address;
use news_article::source::title;
use news_article::text::date;
use news_article::view::page::{Page, PageRef};
use serde_json::{Value, json};

/// The class of the element in place of text behind a paywall. The builder adds the prefix `news-article-`.
pub(crate) const WALL: &str = "paywall";

/// The most pictures: the lead image and some from the body.
const IMAGES_MAX: usize = 6;

/// The whole graph.
pub(crate) fn graph(page: &PageRef, publisher: &Publisher) -> Value {
    let mut nodes = vec![news_article(page, publisher)];
    nodes.extend(breadcrumbs(page));
    json!({"@context": "https://schema.org", "@graph": nodes})
}

fn news_article(page: &PageRef, publisher: &Publisher) -> Value {
    let article = &page.article;
    let is_live = live::view::is_live(page);
    let url = article.url.as_ref().or(page.around.as_ref()).map(Address::without_fragment);
    let mut node = Node::new(if is_live { LIVE } else { kind(article.label.as_ref()) });
    node.some("@id", url.map(|url| format!("{url}#article")));
    node.some("url", url);
    node.some("mainEntityOfPage", url.map(|url| json!({"@type": "WebPage", "@id": url})));
    node.some("identifier", article.id.as_deref());
    node.put("headline", article.title.as_str());
    node.some("description", description(page));
    node.some("inLanguage", Some(page.content_language.as_str()).filter(|tag| *tag != "und"));
    node.some("datePublished", moment(article.published_at.as_deref()));
    node.some("dateModified", moment(article.modified_at.as_deref().or(article.published_at.as_deref())));
    node.list("author", article.authors.iter().map(|author| named(author, publisher)).collect());
    node.some("publisher", publisher.node.clone());
    node.list("image", images(article).map(image).collect());
    node.some("articleSection", article.section.as_ref().map(|section| section.name.as_str()));
    node.list("keywords", article.tags.iter().map(|tag| tag.name.as_str().into()).collect());
    node.put("isAccessibleForFree", article.access.is_free());
    if !article.access.is_free() {
        node.put(
            "hasPart",
            json!({"@type": "WebPageElement", "isAccessibleForFree": false, "cssSelector": format!(".news-article-{WALL}")}),
        );
    }
    if article.word_count > 0 {
        node.put("wordCount", article.word_count);
    }
    node.some("timeRequired", article.time_required.as_deref());
    if let Some(comments) = &article.comments {
        node.some("commentCount", comments.count);
    }
    if is_live {
        coverage(&mut node, page, publisher);
    }
    let mut notes: Vec<Value> = Vec::new();
    for correction in article.correction.iter().chain(&article.corrections) {
        let mut note = Node::new("CorrectionComment");
        note.put("text", correction.text.as_str());
        note.some("datePublished", moment(correction.date.as_deref()));
        let note = Value::from(note);
        // The latest correction may be in the list as well.
        if !notes.contains(&note) {
            notes.push(note);
        }
    }
    match notes.len() {
        1 => node.some("correction", notes.pop()),
        _ => node.list("correction", notes),
    }
    node.into()
}

/// The type of live coverage.
const LIVE: &str = "LiveBlogPosting";

/// The fields of live coverage: when it begins and ends, and its updates in their order.
fn coverage(node: &mut Node, page: &PageRef, publisher: &Publisher) {
    let article = &page.article;
    let moments = || article.updates.iter().filter_map(|update| date::parse(update.published_at.as_deref()?));
    let first = article.published_at.as_deref().and_then(date::parse);
    let start = first.or_else(|| moments().min_by_key(|instant| instant.epoch_ms));
    node.some("coverageStartTime", start.map(|instant| date::to_rfc3339(&instant)));
    node.some("coverageEndTime", moment(article.live_until.as_deref()));
    node.list("liveBlogUpdate", article.updates.iter().map(|one| update(one, page, publisher)).collect());
}

/// One update. Search engines want headline, text and date. Without a headline its first words are used.
fn update(update: &Update, page: &PageRef, publisher: &Publisher) -> Value {
    let mut node = Node::new("BlogPosting");
    let text = plain::text(&update.body);
    let title = update.title.clone().or_else(|| title::first_words(&text));
    let place = page.fragment(&live::view::place(update));
    node.some("@id", place.as_ref().map(Address::as_str));
    node.some("url", place.as_ref().map(Address::as_str));
    node.some("headline", title.clone());
    node.some("articleBody", Some(text).filter(|text| !text.is_empty()).or(title));
    node.some("datePublished", moment(update.published_at.as_deref()));
    node.list("author", update.author.iter().map(|author| named(author, publisher)).collect());
    node.list("image", pictures(&update.body).take(IMAGES_MAX).map(image).collect());
    node.into()
}

/// The subtype of schema.org for a label.
fn kind(label: Option<&Label>) -> &'static str {
    match label.map(|label| label.kind.as_str()) {
        Some("opinion" | "editorial") => "OpinionNewsArticle",
        Some("analysis") => "AnalysisNewsArticle",
        Some("review") => "ReviewNewsArticle",
        Some("satire") => "SatiricalArticle",
        Some("live") => LIVE,
        Some("sponsored") => "AdvertiserContentArticle",
        _ => "NewsArticle",
    }
}

/// A date with an offset, in the form that search engines read.
fn moment(text: Option<&str>) -> Option<String> {
    text.and_then(date::parse).map(|instant| date::to_rfc3339(&instant))
}

fn named(named: &Named, publisher: &Publisher) -> Value {
    let mut node = Node::new(if publisher.is_organization(&named.name) { "Organization" } else { "Person" });
    node.put("name", named.name.as_str());
    node.some("url", named.url.as_ref().map(Address::as_str));
    node.into()
}

/// The pictures, the lead image first.
fn images(article: &Article) -> impl Iterator<Item = &Image> {
    article.image.iter().filter(is_found).chain(pictures(&article.body)).take(IMAGES_MAX)
}

/// The pictures in blocks.
fn pictures(blocks: &[Block]) -> impl Iterator<Item = &Image> {
    let pictures = blocks.iter().filter_map(|block| match &block.kind {
        BlockKind::Image(image) => Some(image),
        _ => None,
    });
    pictures.filter(is_found)
}

/// Returns true if search engines can find a picture, because its address is no `data:` URL.
fn is_found(image: &&Image) -> bool {
    image.src.as_str().starts_with("http")
}

fn image(image: &Image) -> Value {
    let mut node = Node::new("ImageObject");
    node.put("url", image.src.as_str());
    node.some("width", image.width);
    node.some("height", image.height);
    node.some("creditText", image.credit.as_deref());
    node.some("caption", Some(image.alt.as_str()).filter(|alt| !alt.is_empty()));
    node.into()
}

/// The breadcrumb trail, with the article at its end.
fn breadcrumbs(page: &Page) -> Option<Value> {
    let article = &page.article;
    let own = Named { name: article.title.clone(), url: article.url.clone() };
    // Each entry but the last needs an address, and a trail at least two entries.
    let crumbs: Vec<&Named> = article.breadcrumbs.iter().filter(|crumb| crumb.url.is_some()).collect();
    if crumbs.is_empty() {
        return None;
    }
    let trail = crumbs.into_iter().chain(std::iter::once(&own)).enumerate();
    let items: Vec<Value> = trail
        .map(|(at, crumb)| {
            let mut item = Node::new("ListItem");
            item.put("position", at + 1);
            item.put("name", crumb.name.as_str());
            item.some("item", crumb.url.as_ref().map(Address::as_str));
            item.into()
        })
        .collect();
    Some(json!({"@type": "BreadcrumbList", "itemListElement": items}))
}
