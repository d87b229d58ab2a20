//! What stands at once: the article with head and body, and the place for what follows.

use super::dom::{El, el, part};
use super::page::{PageRef, Section};
use super::slot::{holder, slot};
use super::{body, header, stand_in};
use crate::article::Access;
use js_sys::Array;
use wasm_bindgen::JsCast;

/// The article as it stands at once, and where the rest goes.
pub struct Frame {
    /// All of it.
    pub root: El,
    /// The sections stand before this, else at the end of `root`.
    pub end: Option<El>,
    /// By which one can tell how much was read: what ends each quarter, by the percentage.
    pub ends: Vec<(u32, El)>,
}

impl Frame {
    /// One thing, with nothing to be read in it.
    pub fn alone(root: El) -> Self {
        Frame { root, end: None, ends: Vec::new() }
    }

    /// Whether there is nothing in it.
    pub fn is_empty(&self) -> bool {
        self.root.node().first_element_child().is_none()
    }
}

/// Room for one section alone. [`crate::sections`] fills it.
pub fn alone(page: &PageRef) -> Frame {
    let root = el("div").set("class", "around");
    if page.shows(Section::ReadingTime) {
        root.add(&stand_in::beside(page, Section::ReadingTime, header::reading_time(page)));
    }
    Frame::alone(root)
}

/// Room for what follows the element's own children.
pub fn around(page: &PageRef, own: &Array) -> Frame {
    let unplaced = vec!["in-body-3", "in-body-2", "in-body-1"];
    let mut ends = Vec::new();
    for percent in body::QUARTERS {
        let end = body::end_of(percent, own.length() as usize);
        if let Some(at) = end.checked_sub(1) {
            ends.push((percent, El::of(own.get(at as u32).unchecked_ref())));
        }
    }
    finish(page, el("div").set("class", "around"), ends, unplaced)
}

/// The article's head and body, with room for what follows.
pub fn whole(page: &PageRef) -> Frame {
    let body = body::body(page);
    let root = el("article").set("aria-labelledby", "title").child(header::header(page)).child(body.root);
    if page.article.access != Access::Free {
        root.add(&part("p", "status").text(&page.text("preview")));
    }
    finish(page, root, body.ends, body.unplaced)
}

/// The slots after the text, and those that have no place.
fn finish(page: &PageRef, root: El, ends: Vec<(u32, El)>, mut unplaced: Vec<&'static str>) -> Frame {
    if page.article.access == Access::Free {
        unplaced.push("paywall");
    } else {
        root.add(&slot("paywall"));
    }
    root.add(&slot("after-body"));
    if !page.shows(Section::Comments) {
        unplaced.push("comments");
    }
    let end = slot("end");
    root.add(&end);
    root.add(&holder(&unplaced));
    Frame { root, end: Some(end), ends }
}
