//! schema.org's `NewsArticle` and its kin, as sites print them in `application/ld+json` and some serve them: one object,
//! an array, a `@graph`, or a page whose main entity is the article.

mod graph;
mod media;
mod picture;
mod text;

use super::limit::{self, ENTRIES_MAX, NAMES_MAX, TEASERS_MAX};
use super::native::address;
use super::updates::{UPDATES_MAX, Updates};
use super::wordpress::route;
use super::{Context, SourceError, excerpt, title};
use crate::article::{Access, Article, Block, Comments, Correction, Label, Named, Teaser, Update, Weight};
use crate::network::address::{Address, Purpose, resolve};
use crate::network::json::Json;
use crate::text::date::lenient;
use crate::text::language;
use crate::text::search::{around, concat, pieces, replaced, trimmed};
use graph::{Graph, each, types};

/// Returns true if a document shows the marks of JSON-LD.
pub(super) fn is_marked(json: &Json) -> bool {
    ["@type", "@graph", "@context"].iter().any(|key| !json.get(key).is_null())
}

/// Reads the article of a document: the first that has a text.
pub fn article(json: &Json, context: &Context) -> Result<Article, SourceError> {
    let graph = Graph::new(json);
    let articles = || graph.nodes().iter().filter(|node| is_article(node));
    let node = articles()
        .find(|node| text::long(node, "articleBody").is_some())
        .or_else(|| articles().next())
        .ok_or_else(|| SourceError::malformed("schema-org", "no article in the document"))?;
    let url = page(node, context.base.as_ref());
    let base = url.as_ref().or(context.base.as_ref());
    let mut body = Vec::new();
    let mut found = append(node, base, &mut body)?;
    let mut updates = Updates::beside(Weight::of(&body));
    for node in graph.each(node, "liveBlogUpdate", UPDATES_MAX) {
        let Some(update) = update(&node, base)? else { continue };
        // The newest come first, so that the oldest are left out.
        if !updates.take(update) {
            break;
        }
        found = true;
    }
    if !found {
        return Err(SourceError::missing("schema-org", "articleBody"));
    }
    let audio = media::append(&graph, node, base, &mut body);
    let description = text::line(node, "description");
    let title = title::title(headline(node), &body, description.as_deref());
    let title = title.ok_or_else(|| SourceError::missing("schema-org", "headline"))?;
    let breadcrumbs = trail(&graph, &title, url.as_ref(), base);
    let section = text::line(node, "articleSection").map(|name| {
        let crumb = breadcrumbs.iter().find(|crumb| crumb.name == name);
        crumb.cloned().unwrap_or(Named { name, url: None })
    });
    let corrections = graph.each(node, "correction", NAMES_MAX);
    let corrections: Vec<Correction> = corrections.iter().filter_map(correction).collect();
    Ok(Article {
        id: identifier(node),
        language: tag(node),
        section,
        tags: tags(&graph, node, base),
        label: label(node),
        correction: corrections.first().cloned(),
        corrections: if corrections.len() > 1 { corrections } else { Vec::new() },
        updates: updates.taken(),
        live_until: date(node, "coverageEndTime"),
        access: access(node),
        summary: excerpt::summary(description, &body),
        authors: graph
            .each(node, "author", NAMES_MAX)
            .iter()
            .filter_map(|author| named(author, base))
            .collect(),
        published_at: date(node, "datePublished"),
        modified_at: date(node, "dateModified"),
        image: picture::lead(&graph, node, base),
        audio,
        comments: comments(node, base),
        breadcrumbs,
        title,
        body,
        url,
        ..Article::default()
    })
}

/// Reads teasers: from the entries of a list, from the articles of a page or a blog, or else from every article of
/// the document.
pub fn teasers(json: &Json, context: &Context) -> Vec<Teaser> {
    let graph = Graph::new(json);
    let base = context.base.as_ref();
    let mut found = Vec::new();
    for node in graph.nodes() {
        if types(node).iter().any(|name| name == "ItemList") {
            for entry in graph.each(node, "itemListElement", ENTRIES_MAX) {
                let item = entry.get("item");
                found.push(if item.is_object() { graph.follow(&item) } else { entry });
            }
        }
        for key in ["hasPart", "blogPost"] {
            found.extend(graph.each(node, key, ENTRIES_MAX).into_iter().filter(is_article));
        }
        if found.len() >= ENTRIES_MAX {
            break;
        }
    }
    let read = |items: &[Json]| -> Vec<Teaser> {
        let items = items.iter().take(ENTRIES_MAX);
        items.filter_map(|item| teaser(&graph, item, base)).take(TEASERS_MAX).collect()
    };
    let teasers = read(&found);
    if !teasers.is_empty() {
        return teasers;
    }
    let articles: Vec<Json> = graph.nodes().iter().filter(|node| is_article(node)).cloned().collect();
    read(&articles)
}

fn teaser(graph: &Graph, item: &Json, base: Option<&Address>) -> Option<Teaser> {
    let url = page(item, base).or_else(|| address(item, "item", base, Purpose::Page))?;
    let mut summary = text::line(item, "description");
    Some(Teaser {
        title: title::on_card(headline(item), &mut summary)?,
        section: text::line(item, "articleSection"),
        label: label(item),
        summary,
        image: picture::lead(graph, item, Some(&url)),
        published_at: date(item, "datePublished"),
        url,
    })
}

fn is_article(node: &Json) -> bool {
    types(node).iter().any(|name| {
        name.ends_with("Article")
            || matches!(name.as_str(), "BlogPosting" | "LiveBlogPosting" | "SocialMediaPosting" | "Report")
    })
}

/// A date in any form, or the only one in a list.
fn date(node: &Json, key: &str) -> Option<String> {
    let values = each(&node.get(key));
    values.iter().find_map(|value| lenient::moment(&text::one_line(value)?))
}

fn headline(node: &Json) -> Option<String> {
    text::line(node, "headline").or_else(|| text::line(node, "name"))
}

/// Appends the text of an article or of a live update. Returns true if there was one.
fn append(node: &Json, base: Option<&Address>, body: &mut Vec<Block>) -> Result<bool, SourceError> {
    let Some(raw) = text::long(node, "articleBody").or_else(|| text::long(node, "text")) else {
        return Ok(false);
    };
    body.extend(text::blocks(&raw, base)?);
    Ok(true)
}

/// The address of an article: its own, else its page's, else its identifier if that is an address.
fn page(node: &Json, base: Option<&Address>) -> Option<Address> {
    let own = each(&node.get("url"))
        .iter()
        .find_map(Json::trimmed)
        .and_then(|raw| resolve(&raw, base, Purpose::Page));
    if own.is_some() {
        return own;
    }
    let page = node.get("mainEntityOfPage");
    let raw = page.text().or_else(|| page.line("@id")).or_else(|| page.line("url"));
    // Only absolute addresses without a fragment, because `True` and `#article` are found there, too.
    let whole = |raw: String| {
        let address = resolve(&raw, None, Purpose::Page)?;
        resolve(address.without_fragment(), None, Purpose::Page)
    };
    raw.and_then(whole).or_else(|| node.line("@id").and_then(whole))
}

/// A person, an organisation, a term: its name and its page.
fn named(value: &Json, base: Option<&Address>) -> Option<Named> {
    if let Some(name) = text::one_line(value) {
        // Some write the address of a profile in place of the name.
        return (!name.starts_with("http")).then_some(Named { name: limit::name(name), url: None });
    }
    Some(Named {
        name: limit::name(text::line(value, "name")?),
        url: address(value, "url", base, Purpose::Page),
    })
}

/// The breadcrumb trail by its positions, without the article itself at the end.
fn trail(graph: &Graph, title: &str, article: Option<&Address>, base: Option<&Address>) -> Vec<Named> {
    let mut crumbs: Vec<(f64, Named)> = Vec::new();
    let list = graph.find("BreadcrumbList");
    for element in list.map(|list| graph.each(list, "itemListElement", NAMES_MAX)).unwrap_or_default() {
        let item = graph.follow(&element.get("item"));
        let Some(name) = text::line(&element, "name").or_else(|| text::line(&item, "name")) else { continue };
        let raw = item
            .text()
            .or_else(|| item.line("@id"))
            .or_else(|| item.line("url"))
            .or_else(|| element.line("url"));
        let url = raw.and_then(|raw| resolve(&raw, base, Purpose::Page));
        let position = element.get("position");
        let last = crumbs.last().map_or(0.0, |(last, _)| *last);
        let position =
            position.number().or_else(|| crate::text::number::whole(&position.trimmed()?, 10).map(f64::from));
        let position = position.unwrap_or(last);
        let at = crumbs.iter().position(|(other, _)| *other > position).unwrap_or(crumbs.len());
        crumbs.insert(at, (position, Named { name: limit::name(name), url }));
    }
    let mut crumbs: Vec<Named> = crumbs.into_iter().map(|(_, crumb)| crumb).collect();
    let is_article = |crumb: &Named| match (&crumb.url, article) {
        _ if crumb.name == title => true,
        (Some(url), Some(article)) => url.without_fragment() == article.without_fragment(),
        (url, _) => url.is_none(),
    };
    if crumbs.last().is_some_and(is_article) {
        crumbs.pop();
    }
    crumbs
}

/// Keywords: a text with commas, or a list of texts and terms.
fn tags(graph: &Graph, node: &Json, base: Option<&Address>) -> Vec<Named> {
    let mut tags: Vec<Named> = Vec::new();
    let mut add = |tag: Named| {
        if tags.len() < NAMES_MAX && !tags.iter().any(|other| other.name == tag.name) {
            tags.push(tag);
        }
    };
    let keywords = graph.each(node, "keywords", NAMES_MAX);
    match keywords.as_slice() {
        [one] if one.text().is_some() => {
            let text = text::one_line(one).unwrap_or_default();
            let text = replaced(&replaced(&text, "،", ","), "、", ",");
            let names = pieces(&text, ",;").map(trimmed).filter(|name| !name.is_empty());
            names
                .take(ENTRIES_MAX)
                .for_each(|name| add(Named { name: limit::name(name.to_owned()), url: None }));
        }
        many => many.iter().filter_map(|value| named(value, base)).for_each(add),
    }
    tags
}

fn label(node: &Json) -> Option<Label> {
    let kind = types(node).iter().find_map(|name| {
        Some(match name.as_str() {
            "OpinionNewsArticle" => "opinion",
            "AnalysisNewsArticle" => "analysis",
            "AdvertiserContentArticle" => "sponsored",
            "LiveBlogPosting" => "live",
            "ReviewNewsArticle" => "review",
            "SatiricalArticle" => "satire",
            _ => return None,
        })
    })?;
    Some(Label { kind: kind.to_owned(), text: None })
}

/// An update of a live blog; `None` if it is empty.
fn update(node: &Json, base: Option<&Address>) -> Result<Option<Update>, SourceError> {
    let mut body = Vec::new();
    append(node, base, &mut body)?;
    let (published_at, title) = (date(node, "datePublished"), headline(node));
    if body.is_empty() && title.is_none() {
        return Ok(None);
    }
    let id = node.line("@id").or_else(|| node.line("url")).and_then(|raw| {
        // The name after `#`, or in the parameter by which the page identifies the update; else the whole address.
        let (_, name) = around(&raw, "#").unwrap_or(("", &raw));
        (!name.is_empty()).then(|| name.to_owned())
    });
    let id = id.unwrap_or_else(|| {
        concat(&[published_at.as_deref().unwrap_or_default(), "-", title.as_deref().unwrap_or_default()])
    });
    let author = each(&node.get("author")).iter().find_map(|author| named(author, base));
    Ok(Some(Update { id, published_at, title, body, author, pinned: false }))
}

/// The text of a correction. One that is only an address is left out.
fn correction(value: &Json) -> Option<Correction> {
    let text = text::one_line(value)
        .or_else(|| text::line(value, "text"))
        .filter(|text| !text.starts_with("http"))?;
    Some(Correction { date: date(value, "datePublished"), text })
}

/// Documents say `false`, `"False"` or `"https://schema.org/False"`.
fn access(node: &Json) -> Access {
    let free = node.get("isAccessibleForFree");
    let text = free.text().unwrap_or_default().to_ascii_lowercase();
    if free.boolean() == Some(false) || text.ends_with("false") { Access::Subscriber } else { Access::Free }
}

fn comments(node: &Json, base: Option<&Address>) -> Option<Comments> {
    let count = text::whole(node, "commentCount");
    // In other documents it is a page for readers. `page.js` puts the address of WordPress' list there.
    let url = node.line("discussionUrl").and_then(|raw| resolve(&raw, base, Purpose::Endpoint));
    let url = url.filter(route::is_comments);
    if count.is_none() && url.is_none() {
        return None;
    }
    Some(Comments { action: None, open: true, count, url, notice: Vec::new() })
}

/// The identifier: a text, a number, or a `PropertyValue`.
fn identifier(node: &Json) -> Option<String> {
    let values = each(&node.get("identifier"));
    node.identifier("identifier").or_else(|| values.iter().find_map(|value| value.identifier("value")))
}

/// The language: a tag, or a `Language` with the tag as its `alternateName`.
fn tag(node: &Json) -> Option<String> {
    each(&node.get("inLanguage")).iter().find_map(|value| {
        let tag = value.text().or_else(|| value.line("alternateName"))?;
        language::tag(trimmed(&tag))
    })
}

#[cfg(test)]
mod tests;
