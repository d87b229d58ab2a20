//! Stand-ins for the live sections, until the element's program is loaded, and for good if it never is: plain links
//! and plain forms.
//!
//! Each has the name of its section, by which the element finds and replaces it.

use crate::forms;
use crate::fragment::MARK;
use news_article::lazy::Lazy;
use news_article::network::address::{Purpose, resolve};
use news_article::share::entry::Networks;
use news_article::share::links::links;
use news_article::share::social::social;
use news_article::source::wordpress::route;
use news_article::text::date;
use news_article::view::corrections::corrections;
use news_article::view::dom::{El, el, part};
use news_article::view::page::{Page, PageRef, Section};
use news_article::view::tags::tags;

/// The sections after the body, in the requested order.
pub(crate) fn all(page: &PageRef) -> Vec<El> {
    let mut all = Vec::new();
    for section in &page.settings.sections {
        let standin = match section {
            Section::Corrections => corrections(page),
            Section::Tags => tags(page),
            Section::Share => links(page),
            Section::Comments => comments(page),
            Section::Newsletter => forms::newsletter(page),
            Section::Social => social(page, Some(Networks::in_one_piece())),
            Section::Related => related(page),
            _ => None,
        };
        let marked = |standin: El| {
            standin
                .set(MARK, section.name())
                .set("lang", page.locale.tag())
                .set("dir", page.locale.direction())
        };
        all.extend(standin.map(marked));
    }
    all
}

/// A link to the comments on the article's own page, and a form that needs no script. It is built as the live section is
/// (`src/comments/view.rs`), so that nothing moves when that takes its place.
fn comments(page: &Page) -> Option<El> {
    let comments = page.article.comments.as_ref()?;
    if comments.action.is_none() && comments.open && comments.url.is_none() {
        return None;
    }
    let address = resolve("#comments", page.article.url.as_ref().or(page.around.as_ref()), Purpose::Link)?;
    let count = comments.count.filter(|count| *count > 0);
    // Space for what has been said, and for a form that only a script can send.
    let is_expected = comments.url.is_some() && count.is_some();
    let is_form_expected = comments.open && comments.action.as_ref().is_some_and(route::is_comments);
    let space = |class: &'static str| el("div").set("class", class);
    let count = count.map(|count| page.locale.plural("comments", count));
    let link = || el("a").href(&address);
    let section = part("section", "comments").set("id", "comments");
    let section = match (forms::comments(page), count) {
        (Some(form), count) => {
            let prompt = part("span", "comments-prompt").text(&page.text("commentsPrompt"));
            let heading = count.map(|count| page.heading(1).child(link().text(&count)));
            section.child(el("p").child(prompt)).maybe(heading).child(form)
        }
        (None, count) => {
            let invitation = if comments.open { "commentsPrompt" } else { "commentsClosed" };
            let text = count.unwrap_or_else(|| page.text(invitation));
            section.child(el("p").child(link().set("part", "comments-prompt").text(&text)))
        }
    };
    Some(
        section
            .maybe(is_form_expected.then(|| space("form-expected")))
            .maybe(is_expected.then(|| space("thread expected"))),
    )
}

/// The other articles, as a list of links.
fn related(page: &Page) -> Option<El> {
    let mut known = page.own_keys();
    let list = el("ul").set("role", "list");
    let mut any = false;
    for teaser in &page.article.related {
        let key = teaser.url.page_key();
        if known.contains(&key) {
            continue;
        }
        known.push(key);
        any = true;
        let item = el("li").child(page.link(&teaser.url).set("dir", "auto").text(&teaser.title));
        let published = teaser.published_at.as_deref().and_then(date::parse);
        list.add(&match published {
            Some(instant) => item.text(" ").child(
                el("time").set("datetime", &date::to_rfc3339(&instant)).text(&page.locale.date(&instant)),
            ),
            None => item,
        });
    }
    let heading =
        page.heading(1).set("part", "related-heading").set("id", "related").text(&page.text("related"));
    any.then(|| part("section", "related").set("aria-labelledby", "related").child(heading).child(list))
}
