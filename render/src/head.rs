//! The tags for the head of the article's page.

use crate::fragment::description;
use crate::{Error, Options};
use news_article::network::address::{Address, Purpose, resolve};
use news_article::text::date;
use news_article::text::excerpt;
use news_article::text::grapheme::approximate_clusters;
use news_article::view::dom::{El, el};
use news_article::view::page::Page;

/// The number of characters of a description that previews show.
const DESCRIPTION_MAX: usize = 300;

/// Renders the head as HTML, one element a line.
pub(crate) fn html(page: &Page, options: &Options) -> Result<String, Error> {
    let mut html = String::new();
    for element in elements(page, options)? {
        html.push_str(&element.to_html(""));
        html.push('\n');
    }
    Ok(html)
}

fn elements(page: &Page, options: &Options) -> Result<Vec<El>, Error> {
    let article = &page.article;
    let url = article.url.as_ref();
    let description =
        description(page).map(|text| excerpt::cut(&text, DESCRIPTION_MAX, &approximate_clusters));
    let description = description.as_deref();
    let moment = |text: Option<&str>| text.and_then(date::parse).map(|instant| date::to_rfc3339(&instant));

    let mut head = vec![el("title").text(&article.title)];
    head.extend(description.map(|text| el("meta").set("name", "description").set("content", text)));
    head.extend(
        article.authors.iter().map(|author| el("meta").set("name", "author").set("content", &author.name)),
    );
    head.extend(url.map(|url| el("link").set("rel", "canonical").href(url)));
    head.push(property("og:type", "article"));
    head.push(property("og:title", &article.title));
    head.extend(url.map(|url| property("og:url", url.as_str())));
    head.extend(description.map(|text| property("og:description", text)));
    if let Some(image) = article.image.as_ref().filter(|image| image.src.as_str().starts_with("http")) {
        head.push(property("og:image", image.src.as_str()));
        head.extend(image.width.map(|width| property("og:image:width", &width.to_string())));
        head.extend(image.height.map(|height| property("og:image:height", &height.to_string())));
        head.extend(Some(&image.alt).filter(|alt| !alt.is_empty()).map(|alt| property("og:image:alt", alt)));
    }
    head.extend(locale(&page.content_language).map(|locale| property("og:locale", &locale)));
    head.extend(moment(article.published_at.as_deref()).map(|at| property("article:published_time", &at)));
    head.extend(moment(article.modified_at.as_deref()).map(|at| property("article:modified_time", &at)));
    head.extend(article.section.as_ref().map(|section| property("article:section", &section.name)));
    head.extend(article.tags.iter().map(|tag| property("article:tag", &tag.name)));
    let card = if article.image.is_some() { "summary_large_image" } else { "summary" };
    head.push(el("meta").set("name", "twitter:card").set("content", card));
    if let Some(assets) = &options.assets {
        head.push(el("link").set("rel", "stylesheet").set_given("href", &asset(assets, "article.css")?));
        head.push(
            el("script").set("type", "module").set_given("src", &asset(assets, "news-article-later.js")?),
        );
    }
    Ok(head)
}

fn property(name: &str, content: &str) -> El {
    el("meta").set("property", name).set("content", content)
}

/// A language in Open Graph's form, if it has a region: `fr_MA`.
fn locale(tag: &str) -> Option<String> {
    let (language, region) = tag.split_once('-')?;
    let is = |text: &str, least: usize, most: usize| {
        (least..=most).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_alphabetic())
    };
    (is(language, 2, 3) && is(region, 2, 2))
        .then(|| format!("{}_{}", language.to_ascii_lowercase(), region.to_ascii_uppercase()))
}

/// Refuses an invalid address of the folder.
pub(crate) fn check(options: &Options) -> Result<(), Error> {
    options.assets.as_deref().map_or(Ok(()), |assets| asset(assets, "").map(|_| ()))
}

/// The address of one of the element's files: a full one, or a path on the page's own site.
fn asset(folder: &str, file: &str) -> Result<String, Error> {
    let slash = if folder.ends_with('/') { "" } else { "/" };
    let address = format!("{folder}{slash}{file}");
    let site: Option<Address> = resolve("https://site.invalid/", None, Purpose::Page);
    let blank = folder.is_empty() || folder.contains(|c: char| c.is_whitespace() || c.is_control());
    match resolve(&address, site.as_ref(), Purpose::Endpoint) {
        Some(_) if !blank => Ok(address),
        _ => Err(Error::option("assets", format_args!("{folder:?} is no address of a folder"))),
    }
}
