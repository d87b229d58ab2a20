//! Ghost's Content API (<https://docs.ghost.org/content-api/>): `/ghost/api/content/posts/slug/SLUG/?include=authors,tags`, a
//! list of posts, or one post. The body is HTML with the classes of Ghost's cards, or Lexical, which the Admin API answers.

use super::dialect::Dialect;
use super::dialect::entry::Dialects;
use super::limit::{NAMES_MAX, TEASERS_MAX};
use super::native::{address, date};
use super::paragraph::paragraphs;
use super::{Context, SourceError, excerpt, html, label, title};
use crate::article::{Access, Article, Image, Label, Named, Teaser};
use crate::network::address::{Address, Purpose};
use crate::network::json::Json;
use crate::text::language;
use crate::text::search::{concat, trimmed};

/// Reads a post, or the first of a list, whose others are related; `dialects` where it has no HTML ([`has_lexical`]).
pub(super) fn article(
    json: &Json,
    context: &Context,
    dialects: Option<Dialects>,
) -> Result<Article, SourceError> {
    let posts = posts(json);
    let Some((post, others)) = posts.split_first() else {
        return Err(SourceError::malformed("ghost", "no post in the list"));
    };
    if let Some(kind) = json.get("errors").first().line("type") {
        return Err(SourceError::malformed("ghost", &concat(&["the server answered ", &kind])));
    }
    let url = page(post, context.base.as_ref());
    let base = url.as_ref().or(context.base.as_ref());
    // A reader without access gets only the text before the paywall, or nothing.
    let is_open = post.get("access").boolean() != Some(false);
    let body = if let Some(markup) = post.get("html").text() {
        html::blocks(&markup, base)?
    } else if let (Some(dialects), Some(document)) = (dialects, lexical(post)) {
        let body = dialects.blocks(Dialect::Lexical, &document, base);
        body.ok_or_else(|| SourceError::too_large("ghost: lexical has more than 20,000 nodes"))?
    } else if let Some(text) = post.line("plaintext") {
        paragraphs(&text)
    } else if is_open {
        return Err(SourceError::missing("ghost", "html"));
    } else {
        Vec::new()
    };
    // `custom_excerpt` was written by an editor. Without it, `excerpt` is the beginning of the text.
    let summary = post.line("custom_excerpt").or_else(|| post.line("excerpt"));
    let title = title::title(post.line("title"), &body, summary.as_deref());
    let tags = tags(post, base);
    let section = named(&post.get("primary_tag"), base).or_else(|| tags.first().cloned());
    Ok(Article {
        id: post.identifier("id"),
        language: post.line("locale").or_else(|| post.line("lang")).and_then(|text| language::tag(&text)),
        tags: tags.into_iter().filter(|tag| Some(&tag.name) != section.as_ref().map(|of| &of.name)).collect(),
        section,
        label: sponsored(post),
        access: if is_open { Access::Free } else { Access::Subscriber },
        title: title.ok_or_else(|| SourceError::missing("ghost", "title"))?,
        summary: excerpt::summary(summary, &body),
        authors: authors(post, base),
        published_at: date(post, "published_at"),
        modified_at: date(post, "updated_at"),
        image: picture(post, base),
        body,
        related: others
            .iter()
            .filter_map(|post| teaser(post, context.base.as_ref()))
            .take(TEASERS_MAX)
            .collect(),
        url,
        ..Article::default()
    })
}

/// Returns true if the post came in Lexical alone.
pub(super) fn has_lexical(json: &Json) -> bool {
    posts(json).first().is_some_and(|post| post.get("html").text().is_none() && lexical(post).is_some())
}

/// The text as Ghost's editor keeps it.
fn lexical(post: &Json) -> Option<Json> {
    let document = post.get("lexical").unpacked();
    document.at("root.children").is_array().then_some(document)
}

/// Reads a list of posts as teasers. Entries that are no post are left out.
pub fn teasers(json: &Json, context: &Context) -> Vec<Teaser> {
    posts(json).iter().filter_map(|post| teaser(post, context.base.as_ref())).take(TEASERS_MAX).collect()
}

/// The posts, or pages, that a document holds.
fn posts(json: &Json) -> Vec<Json> {
    let lists = [json.clone(), json.get("posts"), json.get("pages")];
    match lists.iter().find(|list| list.is_array()) {
        Some(list) => list.items(),
        None => vec![json.clone()],
    }
}

fn teaser(post: &Json, base: Option<&Address>) -> Option<Teaser> {
    let url = page(post, base)?;
    let excerpt = post.line("custom_excerpt").or_else(|| post.line("excerpt"));
    let mut summary = excerpt.map(excerpt::for_card);
    Some(Teaser {
        title: title::on_card(post.line("title"), &mut summary)?,
        section: named(&post.get("primary_tag"), base)
            .or_else(|| tags(post, base).into_iter().next())
            .map(|tag| tag.name),
        label: sponsored(post),
        summary,
        image: picture(post, Some(&url)),
        published_at: date(post, "published_at"),
        url,
    })
}

/// The address that a post is known by.
fn page(post: &Json, base: Option<&Address>) -> Option<Address> {
    let of = |key: &str| address(post, key, base, Purpose::Page);
    of("canonical_url").or_else(|| of("url"))
}

/// The public tags. A name with `#` is internal.
fn tags(post: &Json, base: Option<&Address>) -> Vec<Named> {
    post.get("tags").items_within(NAMES_MAX).iter().filter_map(|tag| named(tag, base)).collect()
}

fn named(value: &Json, base: Option<&Address>) -> Option<Named> {
    if value.line("visibility").as_deref() == Some("internal") {
        return None;
    }
    let name = value.line("name").filter(|name| !name.starts_with('#'))?;
    Some(Named { name, url: address(value, "url", base, Purpose::Page) })
}

/// The label of a sponsored post, from its tags, internal ones included.
fn sponsored(post: &Json) -> Option<Label> {
    let tags = post.get("tags").items_within(NAMES_MAX);
    label::of_tags(&tags.iter().filter_map(|tag| tag.line("name")).collect::<Vec<_>>())
}

fn authors(post: &Json, base: Option<&Address>) -> Vec<Named> {
    let authors: Vec<Named> =
        post.get("authors").items_within(NAMES_MAX).iter().filter_map(|author| named(author, base)).collect();
    if authors.is_empty() { named(&post.get("primary_author"), base).into_iter().collect() } else { authors }
}

/// The feature image. Its caption is HTML, and mostly names the photographer.
fn picture(post: &Json, base: Option<&Address>) -> Option<Image> {
    let mut image = Image::new(address(post, "feature_image", base, Purpose::Image)?);
    image.alt = post.line("feature_image_alt").unwrap_or_default();
    if let Some(caption) =
        post.line("feature_image_caption").filter(|text| !trimmed(&html::text(text)).is_empty())
    {
        image.caption = html::inlines(&caption, base);
    }
    Some(image)
}

#[cfg(test)]
mod tests;
