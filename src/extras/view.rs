//! Adds the extras to the page, once their JavaScript modules are loaded.

use super::contents;
use super::frame::{Frame as Inner, Room, frame as frame_of};
use super::listen;
use crate::locale::texts;
use crate::network::address::{Purpose, resolve};
use crate::object::object;
use crate::view::dom::{El, part};
use crate::view::frame::Frame;
use crate::view::page::{Page, PageRef, Section};
use crate::view::stand_in;
use js_sys::Array;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::Element;

/// The JavaScript modules that a page needs.
pub(super) fn modules(page: &Page) -> Vec<&'static str> {
    let settings = &page.settings;
    let mut modules = Vec::new();
    let wanted = [
        ("contents", page.shows(Section::Contents) || page.shows(Section::Progress)),
        ("listen", listen::is_wanted(page)),
        ("enlarged", settings.lightbox),
        ("frames", settings.embeds_in_place),
    ];
    for (name, wanted) in wanted {
        if wanted {
            modules.push(name);
        }
    }
    modules
}

/// Adds the extras, until the current scope ends.
pub(super) fn mount(page: &PageRef, frame: &Frame) {
    page.locale.add("extras", texts::extras);
    if listen::is_wanted(page) && !stays(page, frame, Section::Listen) {
        let player = listen::player(page);
        above(page, frame, Section::Listen, &player.root);
        let lang = JsValue::from_str(&page.content_language);
        let texts = [
            ("play", "listenPlay"),
            ("pause", "listenPause"),
            ("previous", "listenPrevious"),
            ("next", "listenNext"),
            ("voice", "listenVoice"),
        ];
        let texts = texts_of(page, &texts);
        let title = JsValue::from_str(&page.article.title);
        page.shell.work("listen", &player.root.node(), &[("lang", lang), ("texts", texts), ("title", title)]);
    }
    if page.shows(Section::Contents) && !stays(page, frame, Section::Contents) {
        let (nav, list) = contents::empty(page);
        nav.toggle("hidden", Some(""));
        above(page, frame, Section::Contents, &nav);
        page.shell.work("contents", &nav.node(), &[("list", list.node().into())]);
    }
    if page.shows(Section::Progress) {
        let bar = part("progress", "progress").set("max", "100").set("value", "0");
        let bar = bar.set("aria-label", &page.text("progress"));
        frame.root.add(&stand_in::beside(page, Section::Progress, bar.clone()));
        page.shell.work("contents", &bar.node(), &[]);
    }
    if page.settings.lightbox {
        let texts = [
            ("open", "enlarge"),
            ("close", "enlargedClose"),
            ("previous", "enlargedPrevious"),
            ("next", "enlargedNext"),
            ("place", "enlarged"),
        ];
        page.shell.work("enlarged", &frame.root.node(), &[("texts", texts_of(page, &texts))]);
    }
    if page.settings.embeds_in_place {
        page.shell.work("frames", &frame.root.node(), &[("frames", frames(page, frame))]);
    }
}

/// Returns true if what was rendered between the headline and the text stays there: it works without a script, and the section
/// itself could only stand above the headline.
fn stays(page: &Page, frame: &Frame, section: Section) -> bool {
    frame.text.is_none() && page.shell.stands_inside(section.name())
}

/// Adds a section above the text. Its module reports when it has content, and then its stand-in is replaced.
fn above(page: &Page, frame: &Frame, section: Section, shown: &El) {
    let shown = stand_in::beside(page, section, shown.clone());
    match (&frame.text, &frame.head) {
        (Some(text), _) => text.before(&shown),
        (None, Some(head)) => head.add(&shown),
        (None, None) => frame.root.add(&shown),
    }
}

fn texts_of(page: &Page, keys: &[(&str, &str)]) -> JsValue {
    let texts: Vec<_> = keys.iter().map(|(name, key)| (*name, JsValue::from_str(&page.text(key)))).collect();
    object(&texts).into()
}

/// The links to content that can be shown in place, each with its frame.
fn frames(page: &Page, frame: &Frame) -> JsValue {
    let found = Array::new();
    let Ok(links) = frame.root.node().query_selector_all("[part~=embed] a") else { return found.into() };
    for link in (0..links.length()).filter_map(|at| links.item(at)) {
        let link: Element = link.unchecked_into();
        let address = link.get_attribute("href").and_then(|href| resolve(&href, None, Purpose::Link));
        // A frame of the page's own origin could reach out of its sandbox.
        let Some(address) = address.filter(|address| page.leaves(address)) else { continue };
        if let Some(inner) = frame_of(&address) {
            found.push(&described(page, &link, &inner));
        }
    }
    found.into()
}

fn described(page: &Page, link: &Element, inner: &Inner) -> JsValue {
    let text = |key| JsValue::from_str(&page.locale.with_words(key, "provider", inner.provider));
    let (width, height) = match inner.room {
        Room::Film => (0, 0),
        Room::Portrait(width, height) => (width, height),
        Room::High(height) => (0, height),
    };
    object(&[
        ("link", link.into()),
        ("src", JsValue::from_str(&inner.src)),
        ("show", text("embedShow")),
        ("title", text("embedFrame")),
        ("width", JsValue::from(width)),
        ("height", JsValue::from(height)),
        ("tellsHeight", JsValue::from_bool(inner.tells_height)),
    ])
    .into()
}
