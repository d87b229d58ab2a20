//! WordPress' REST interface: `/wp-json/wp/v2/posts/ID?_embed`, and lists of the same.
//!
//! Every text is HTML there, even titles and names. `_embed` may bring an error object in place of an author or a
//! picture, which then counts as absent. Additions of plugins (Yoast, Polylang, PublishPress) are used if they are
//! there, but nothing depends on them.

mod address;
pub mod entry;
mod field;
mod picture;
pub mod route;
mod shortcode;
mod term;

use super::limit::{self, ENTRIES_MAX, NAMES_MAX, TEASERS_MAX};
use super::{Context, SourceError, SourceErrorKind, excerpt, html, title};
use crate::article::{Article, Comments, Named, Teaser};
use crate::network::address::{Address, Purpose, resolve};
use crate::network::json::Json;
use crate::text::search::{concat, has_any, trimmed};
use crate::text::{date, language};
use term::Term;

/// Reads a post, or the one post of a list (`?slug=`).
pub fn article(json: &Json, context: &Context) -> Result<Article, SourceError> {
    let post = if json.is_array() { json.first() } else { json.clone() };
    if json.is_array() && post.is_null() {
        return Err(SourceError::malformed("wordpress", "no post in the list"));
    }
    // An error in place of a post. Its message may be in any language.
    if let Some(code) = post.line("code")
        && post.get("content").is_null()
    {
        return Err(SourceError::malformed("wordpress", &concat(&["the server answered ", &code])));
    }
    let markup = post.at("content.rendered").text();
    if post.at("content.protected").boolean() == Some(true)
        && markup.as_ref().is_none_or(|text| trimmed(text).is_empty())
    {
        return Err(SourceError {
            kind: SourceErrorKind::Protected,
            message: "wordpress: the post is protected by a password".to_owned(),
        });
    }
    let title = rendered(&post, "title");
    let markup = markup.ok_or_else(|| SourceError::missing("wordpress", "content.rendered"))?;

    let url = field::page(&post, "link", context.base.as_ref());
    let base = url.as_ref().or(context.base.as_ref());
    let body = address::embedded(html::blocks(&shortcode::expanded(&markup), base)?);
    let excerpt = rendered(&post, "excerpt");
    // Short notes have no title.
    let title = title::title(title, &body, excerpt.as_deref());
    let title = title.ok_or_else(|| SourceError::missing("wordpress", "title.rendered"))?;
    let terms = term::embedded(&post);
    let trail = trail(&post);
    let section = term::section(&post, &terms, &trail, url.as_ref());
    let mut tags = Vec::new();
    for term in &terms {
        if term.taxonomy == "post_tag" && tags.len() < NAMES_MAX {
            tags.push(term.named(base));
        }
    }
    let mut breadcrumbs: Vec<Named> = Vec::new();
    for item in &trail {
        if let Some(name) = field::text(item, "name")
            && let Some(url) = field::page(item, "item", base)
            && name != title
        {
            breadcrumbs.push(Named { name: limit::name(name), url: Some(url) });
        }
    }
    Ok(Article {
        id: field::identifier(&post, "id"),
        language: language(&post),
        breadcrumbs,
        section: section.map(|term| term.named(base)),
        tags,
        summary: excerpt::summary(excerpt, &body),
        authors: authors(&post, base),
        published_at: moment(&post, "date", "date_gmt"),
        modified_at: moment(&post, "modified", "modified_gmt"),
        image: picture::lead(&post, &body, base),
        // The project's own plugin adds this for live coverage.
        updates_url: link(&post, "_links.news_article_live.0.href"),
        related_url: related(&post, section, context),
        comments: comments(&post, context),
        title,
        body,
        url,
        ..Article::default()
    })
}

/// Reads a list of posts as teasers. Entries that are no post are left out.
pub fn teasers(json: &Json, context: &Context) -> Vec<Teaser> {
    let posts = if json.is_array() { json.items_within(ENTRIES_MAX) } else { vec![json.clone()] };
    let mut teasers = Vec::new();
    for post in &posts {
        if teasers.len() < TEASERS_MAX
            && let Some(teaser) = teaser(post, context.base.as_ref())
        {
            teasers.push(teaser);
        }
    }
    teasers
}

fn teaser(post: &Json, base: Option<&Address>) -> Option<Teaser> {
    let url = field::page(post, "link", base)?;
    let terms = term::embedded(post);
    let mut summary = rendered(post, "excerpt").map(excerpt::for_card).filter(|text| !text.is_empty());
    let title = title::on_card(rendered(post, "title"), &mut summary);
    Some(Teaser {
        title: title.or_else(|| title::first_words(&rendered(post, "content")?))?,
        section: term::section(post, &terms, &trail(post), Some(&url)).map(|term| html::text(&term.name)),
        label: None,
        summary,
        image: picture::featured(post, Some(&url)),
        published_at: moment(post, "date", "date_gmt"),
        url,
    })
}

/// The text of a field that WordPress renders: an object with `rendered`, or a bare string from a plugin.
fn rendered(post: &Json, field: &str) -> Option<String> {
    field::text(&post.get(field), "rendered").or_else(|| field::text(post, field))
}

fn moment(post: &Json, local: &str, utc: &str) -> Option<String> {
    let (local, utc) = (post.line(local), post.line(utc));
    date::from_local_and_utc(local.as_deref(), utc.as_deref()).map(|instant| date::to_rfc3339(&instant))
}

/// The authors: from a plugin for several, else as embedded, else from Yoast.
fn authors(post: &Json, base: Option<&Address>) -> Vec<Named> {
    // Co-Authors Plus has a term for each author, whose name is the author's, or only the account's.
    let mut authors: Vec<Named> = Vec::new();
    for term in term::embedded(post) {
        if term.taxonomy == "author" && has_any(trimmed(&html::text(&term.name)), " ") {
            authors.push(term.named(base));
        }
    }
    for path in ["coauthors", "_embedded.author", "authors"] {
        if !authors.is_empty() {
            break;
        }
        for author in post.at(path).items_within(NAMES_MAX) {
            if let Some(name) = field::text(&author, "name").or_else(|| field::text(&author, "display_name"))
            {
                let link = field::page(&author, "link", base);
                let url = link.or_else(|| field::page(&author, "url", base));
                authors.push(Named { name: limit::name(name), url });
            }
        }
    }
    if authors.is_empty()
        && let Some(name) = field::text(post, "yoast_head_json.author")
    {
        authors.push(Named { name, url: None });
    }
    authors
}

/// The language, from Polylang or WPML, else from Yoast. (WordPress itself does not state it.)
fn language(post: &Json) -> Option<String> {
    let tag = post.line("lang").or_else(|| field::line(post, "yoast_head_json.og_locale"))?;
    language::tag(&tag)
}

/// Yoast's breadcrumb trail, with the article at its end.
fn trail(post: &Json) -> Vec<Json> {
    for node in post.at("yoast_head_json.schema.@graph").items_within(ENTRIES_MAX) {
        if node.line("@type").as_deref() == Some("BreadcrumbList") {
            return node.get("itemListElement").items_within(NAMES_MAX);
        }
    }
    Vec::new()
}

/// The address of a link of the post's own.
fn link(post: &Json, path: &str) -> Option<Address> {
    resolve(&field::line(post, path)?, None, Purpose::Endpoint)
}

/// The list of posts that are related to this one.
fn related(post: &Json, section: Option<&Term>, context: &Context) -> Option<Address> {
    let list =
        link(post, "_links.collection.0.href").or_else(|| address::route(context.base.as_ref()?, "posts"))?;
    let category =
        section.and_then(|term| term.id.clone()).or_else(|| field::identifier(post, "categories.0"))?;
    let id = field::identifier(post, "id").unwrap_or_default();
    let list = list.without_fragment();
    let joint = if has_any(list, "?") { "&" } else { "?" };
    let url = concat(&[list, joint, "categories=", &category, "&exclude=", &id, "&per_page=8&_embed"]);
    resolve(&url, None, Purpose::Endpoint)
}

fn comments(post: &Json, context: &Context) -> Option<Comments> {
    let status = post.line("comment_status");
    let url = link(post, "_links.replies.0.href");
    if status.is_none() && url.is_none() {
        return None;
    }
    let action = match &url {
        Some(url) => address::without_parameter(url, "post"),
        None => context.base.as_ref().and_then(|base| address::route(base, "comments")),
    };
    // WordPress embeds ten at most. If there are fewer, these are all.
    let embedded = post.at("_embedded.replies").first();
    let count = embedded.items_within(10).len();
    let count = (embedded.is_array() && count < 10).then_some(count as u32);
    Some(Comments { action, open: status.as_deref() == Some("open"), count, url, notice: Vec::new() })
}

#[cfg(test)]
mod tests;
