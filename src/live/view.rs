//! Builds the updates: first the key events, then all updates in their order.

use crate::article::{Update, plain_text};
use crate::text::date;
use crate::text::search::concat;
use crate::view::anchor::Anchors;
use crate::view::body;
use crate::view::dom::{El, el, part};
use crate::view::page::PageRef;

/// The section, with the elements that the script works with.
pub struct View {
    /// The root of the section.
    pub root: El,
    /// The list of updates.
    pub list: El,
    /// The list of key events, and the element around it, which is hidden while the list is empty.
    pub keys: (El, El),
}

/// Returns true if the article is live coverage.
pub fn is_live(page: &PageRef) -> bool {
    !page.article.updates.is_empty() || page.article.updates_url.is_some()
}

/// Builds the section, if the article is live coverage.
pub fn section(page: &PageRef, anchors: &Anchors) -> Option<View> {
    if !is_live(page) {
        return None;
    }
    let list = el("ol").set("role", "list").set("class", "updates");
    let keys = el("ol").set("role", "list");
    let mut any = false;
    for update in &page.article.updates {
        list.add(&item(page, update, anchors));
        if let Some(entry) = key(page, update, anchors) {
            keys.add(&entry);
            any = true;
        }
    }
    let above = el("nav").set("aria-labelledby", "live-keys").set_some("hidden", (!any).then_some(""));
    let heading = page.heading(2).set("id", "live-keys").text(&page.text("liveKeys"));
    let above = above.child(heading).child(keys.clone());
    let root = part("section", "live")
        .set("aria-labelledby", "live")
        .child(page.heading(1).set("id", "live").text(&page.text("live")))
        .child(above.clone())
        .child(list.clone());
    Some(View { root, list, keys: (keys, above) })
}

/// The name of an update's place.
pub fn place(update: &Update) -> String {
    concat(&["update-", &update.id])
}

/// Builds one update, as an entry of the list.
pub fn item(page: &PageRef, update: &Update, anchors: &Anchors) -> El {
    let name = place(update);
    let shown = part("article", "update");
    anchors.add(&name, &shown);
    let head = el("p").set("class", "when");
    if let Some(instant) = update.published_at.as_deref().and_then(date::parse) {
        let said = page.locale.date(&instant);
        let time = el("time").set("datetime", &date::to_rfc3339(&instant)).text(&said);
        let link = anchors.lead(part("a", "link"), &name);
        let link = match page.fragment(&place(update)) {
            Some(address) if cfg!(browser) => link.href(&address),
            _ => link,
        };
        head.add(&link.set("aria-label", &concat(&[&said, " – ", &page.text("liveLink")])).child(time));
    }
    if let Some(author) = &update.author {
        let name = match &author.url {
            Some(url) => page.link(url),
            None => el("span"),
        };
        head.clone().text(" ").add(&name.set("dir", "auto").text(&author.name));
    }
    shown.add(&head);
    let language = &page.content_language;
    if let Some(title) = &update.title {
        shown.add(&page.heading(2).set("dir", "auto").set("lang", language).text(title));
    }
    let text = el("div").set("lang", language).set("dir", crate::locale::direction(language));
    for block in body::blocks(page, &update.body, anchors) {
        text.add(&block);
    }
    el("li").child(shown.child(text))
}

/// Builds an entry of the key events: the headline, else the beginning of the text.
pub fn key(page: &PageRef, update: &Update, anchors: &Anchors) -> Option<El> {
    if !update.pinned {
        return None;
    }
    let said = match &update.title {
        Some(title) => title.clone(),
        None => {
            let mut text = String::new();
            if let Some(crate::article::BlockKind::Paragraph { content }) =
                update.body.first().map(|block| &block.kind)
            {
                plain_text(content, &mut text);
            }
            let end = text.char_indices().nth(KEY_MAX).map(|(end, _)| end);
            end.map_or(text.clone(), |end| concat(&[text.get(..end).unwrap_or_default(), "…"]))
        }
    };
    if said.is_empty() {
        return None;
    }
    let link = anchors.lead(part("a", "update-key"), &place(update));
    let link = match page.fragment(&place(update)) {
        Some(address) if cfg!(browser) => link.href(&address),
        _ => link,
    };
    let link = link.set("dir", "auto").set("lang", &page.content_language).text(&said);
    let entry = el("li");
    if let Some(instant) = update.published_at.as_deref().and_then(date::parse) {
        let time = el("time").set("class", "when").set("datetime", &date::to_rfc3339(&instant));
        entry.add(&time.text(&page.locale.date(&instant)));
    }
    Some(entry.text(" ").child(link))
}

/// The most characters of a key event without a headline.
const KEY_MAX: usize = 90;
