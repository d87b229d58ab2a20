//! WordPress' REST interface: `/wp-json/wp/v2/posts/ID?_embed`, and lists of the same.
//!
//! Every text is HTML there, titles and names too. What `_embed` brings along may be an error object in place of an
//! author or a picture, and is then as good as absent; plugins' additions (Yoast, Polylang, PublishPress) are used
//! where they are, and nothing depends on them.

mod address;
mod excerpt;
mod picture;
mod shortcode;
mod term;

use super::native::TEASERS_MAX;
use super::{Context, SourceError, SourceErrorKind, html};
use crate::address::{Address, Purpose, resolve};
use crate::article::{Article, Comments, Named, Summary, Teaser};
use crate::date;
use crate::json::Json;
use term::Term;

/// Reads a post, or the one post of a list (`?slug=`).
pub fn article(json: &Json, context: &Context) -> Result<Article, SourceError> {
    let post = if json.is_array() {
        let first = json.first();
        if first.is_null() {
            return Err(SourceError::malformed("wordpress", "no post in the list"));
        }
        first
    } else {
        json.clone()
    };
    if let Some(code) = error_code(&post) {
        return Err(SourceError::malformed("wordpress", &["the server answered ", &code].concat()));
    }
    let content = post.get("content");
    let markup = content.get("rendered").text();
    if content.get("protected").boolean() == Some(true)
        && markup.as_ref().is_none_or(|text| text.trim().is_empty())
    {
        return Err(SourceError {
            kind: SourceErrorKind::Protected,
            message: "wordpress: the post is protected by a password".to_owned(),
        });
    }
    let title =
        rendered(&post, "title").ok_or_else(|| SourceError::missing("wordpress", "title.rendered"))?;
    let markup = markup.ok_or_else(|| SourceError::missing("wordpress", "content.rendered"))?;

    let url = page(&post, "link", context.base.as_ref());
    let base = url.as_ref().or(context.base.as_ref());
    let body = address::embedded(html::blocks(&shortcode::expanded(&markup), base)?);
    let terms = term::embedded(&post);
    let section = term::section(&post, &terms, url.as_ref());
    let excerpt = rendered(&post, "excerpt").filter(|text| !excerpt::is_automatic(text, &body));
    Ok(Article {
        id: post.identifier("id"),
        language: language(&post),
        breadcrumbs: trail(&post, &title, base),
        section: section.map(|term| term.named(base)),
        tags: terms.iter().filter(|term| term.taxonomy == "post_tag").map(|term| term.named(base)).collect(),
        summary: excerpt.map(Summary::Text),
        authors: authors(&post, base),
        published_at: moment(&post, "date", "date_gmt"),
        modified_at: moment(&post, "modified", "modified_gmt"),
        image: picture::featured(&post, base),
        related_url: related(&post, section, context),
        comments: comments(&post, context),
        title,
        body,
        url,
        ..Article::default()
    })
}

/// Reads a list of posts as teasers; what is no post is left out.
pub fn teasers(json: &Json, context: &Context) -> Vec<Teaser> {
    let posts = if json.is_array() { json.items() } else { vec![json.clone()] };
    posts.iter().filter_map(|post| teaser(post, context.base.as_ref())).take(TEASERS_MAX).collect()
}

fn teaser(post: &Json, base: Option<&Address>) -> Option<Teaser> {
    let url = page(post, "link", base)?;
    let terms = term::embedded(post);
    Some(Teaser {
        title: rendered(post, "title")?,
        section: term::section(post, &terms, Some(&url)).map(|term| html::text(&term.name)),
        label: None,
        summary: rendered(post, "excerpt").map(excerpt::for_card).filter(|text| !text.is_empty()),
        image: picture::featured(post, Some(&url)),
        published_at: moment(post, "date", "date_gmt"),
        url,
    })
}

/// The code of an error that stands where a post was asked for. Its message may be in any language.
fn error_code(json: &Json) -> Option<String> {
    json.line("code").filter(|_| json.get("content").is_null())
}

/// The text of a field that WordPress renders: an object with `rendered`, or a bare string from a plugin.
fn rendered(post: &Json, field: &str) -> Option<String> {
    let field = post.get(field);
    let markup = field.get("rendered").text().or_else(|| field.text())?;
    let text = html::text(&markup);
    (!text.trim().is_empty()).then_some(text)
}

fn page(json: &Json, field: &str, base: Option<&Address>) -> Option<Address> {
    resolve(&json.line(field)?, base, Purpose::Page)
}

fn moment(post: &Json, local: &str, utc: &str) -> Option<String> {
    let (local, utc) = (post.line(local), post.line(utc));
    date::from_local_and_utc(local.as_deref(), utc.as_deref()).map(|instant| date::to_rfc3339(&instant))
}

/// The authors: as embedded, else as PublishPress or Yoast name them.
fn authors(post: &Json, base: Option<&Address>) -> Vec<Named> {
    let lists = [post.at("_embedded.author"), post.get("authors"), post.get("coauthors")];
    for list in lists {
        let mut authors: Vec<Named> = Vec::new();
        for author in list.items() {
            let Some(name) = author.line("name").or_else(|| author.line("display_name")) else { continue };
            let url = page(&author, "link", base).or_else(|| page(&author, "url", base));
            authors.push(Named { name: html::text(&name), url });
        }
        if !authors.is_empty() {
            return authors;
        }
    }
    let name = post.get("yoast_head_json").line("author");
    name.map(|name| Named { name: html::text(&name), url: None }).into_iter().collect()
}

/// The language, from Polylang or WPML, else from Yoast: WordPress itself does not tell.
fn language(post: &Json) -> Option<String> {
    let yoast = post.get("yoast_head_json");
    let graph = yoast.at("schema.@graph").items();
    let tag = post
        .line("lang")
        .or_else(|| graph.iter().find_map(|node| node.line("inLanguage")))
        .or_else(|| yoast.line("og_locale"))?;
    let tag = tag.replace('_', "-");
    let sound = (2..=35).contains(&tag.len())
        && tag.starts_with(|c: char| c.is_ascii_alphabetic())
        && tag.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
    sound.then_some(tag)
}

/// Yoast's trail, without the article at its end.
fn trail(post: &Json, title: &str, base: Option<&Address>) -> Vec<Named> {
    let graph = post.at("yoast_head_json.schema.@graph").items();
    let list = graph.iter().find(|node| node.line("@type").as_deref() == Some("BreadcrumbList"));
    let mut crumbs: Vec<Named> = Vec::new();
    for item in list.map(|list| list.get("itemListElement").items()).unwrap_or_default() {
        let Some(name) = item.line("name") else { continue };
        let name = html::text(&name);
        let url = page(&item, "item", base);
        if url.is_some() && name != title {
            crumbs.push(Named { name, url });
        }
    }
    crumbs
}

/// The address of a link of the post's own.
fn link(post: &Json, relation: &str) -> Option<Address> {
    let links = post.get("_links").get(relation);
    resolve(&links.first().line("href")?, None, Purpose::Endpoint)
}

/// The list of posts that this post stands in: where related ones are to be had.
fn related(post: &Json, section: Option<&Term>, context: &Context) -> Option<Address> {
    let list = link(post, "collection").or_else(|| address::route(context.base.as_ref()?, "posts"))?;
    let category = section.and_then(|term| term.id.clone()).or_else(|| {
        let first = post.get("categories").first().number()?;
        (0.0..4e9).contains(&first).then(|| (first as u32).to_string())
    })?;
    let id = post.identifier("id").unwrap_or_default();
    let list = list.without_fragment();
    let joint = if list.contains('?') { "&" } else { "?" };
    let url = [list, joint, "categories=", &category, "&exclude=", &id, "&per_page=8&_embed"].concat();
    resolve(&url, None, Purpose::Endpoint)
}

fn comments(post: &Json, context: &Context) -> Option<Comments> {
    let status = post.line("comment_status");
    let url = link(post, "replies");
    if status.is_none() && url.is_none() {
        return None;
    }
    let action = match &url {
        Some(url) => address::without_parameter(url, "post"),
        None => context.base.as_ref().and_then(|base| address::route(base, "comments")),
    };
    // Ten are embedded at most: with fewer, they are all.
    let embedded = post.at("_embedded.replies").first();
    let count = embedded.items().len();
    let count = (embedded.is_array() && count < 10).then_some(count as u32);
    Some(Comments { action, open: status.as_deref() == Some("open"), count, url, notice: Vec::new() })
}

#[cfg(test)]
mod tests;
