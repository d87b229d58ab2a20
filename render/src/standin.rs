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

/// A link to the comments on the article's own page, and a form that needs no script.
fn comments(page: &Page) -> Option<El> {
    let comments = page.article.comments.as_ref()?;
    if comments.action.is_none() && comments.open && comments.url.is_none() {
        return None;
    }
    let address = resolve("#comments", page.article.url.as_ref().or(page.around.as_ref()), Purpose::Link)?;
    let text = match comments.count {
        Some(count) if count > 0 => page.locale.plural("comments", count),
        _ if comments.open => page.text("commentsPrompt"),
        _ => page.text("commentsClosed"),
    };
    let link = part("a", "comments-prompt").href(&address).text(&text);
    let section = part("section", "comments").set("id", "comments").child(el("p").child(link));
    Some(section.maybe(forms::comments(page)))
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
