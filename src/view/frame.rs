//! What stands at once: the article with head and body, and the place for what follows.

use super::anchor::Anchors;
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
    /// The text, where the element has built it.
    pub text: Option<El>,
    /// What stands above the children, where they are the article.
    pub head: Option<El>,
    /// What follows the text.
    pub after: Option<El>,
    /// The places that links lead to.
    pub anchors: Anchors,
}

impl Frame {
    /// One thing, with nothing to be read in it.
    pub fn alone(root: El) -> Self {
        Frame {
            root,
            end: None,
            ends: Vec::new(),
            text: None,
            head: None,
            after: None,
            anchors: Anchors::default(),
        }
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
pub fn around(page: &PageRef, own: &Array, head: &El) -> Frame {
    let unplaced = vec!["in-body-3", "in-body-2", "in-body-1"];
    let mut ends = Vec::new();
    for percent in body::QUARTERS {
        let end = body::end_of(percent, own.length() as usize);
        if let Some(at) = end.checked_sub(1) {
            ends.push((percent, El::of(own.get(at as u32).unchecked_ref())));
        }
    }
    let frame = finish(page, el("div").set("class", "around"), ends, unplaced);
    Frame { head: Some(head.clone()), ..frame }
}

/// The article's head and body, with room for what follows.
pub fn whole(page: &PageRef) -> Frame {
    let body = body::body(page);
    let root =
        el("article").set("aria-labelledby", "title").child(header::header(page)).child(body.root.clone());
    let mut after = None;
    if page.article.access != Access::Free {
        let preview = part("p", "status").text(&page.text("preview"));
        root.add(&preview);
        after = Some(preview);
    }
    let frame = finish(page, root, body.ends, body.unplaced);
    Frame {
        text: Some(body.root),
        after: after.or_else(|| frame.after.clone()),
        anchors: body.anchors,
        ..frame
    }
}

/// The slots after the text, and those that have no place.
fn finish(page: &PageRef, root: El, ends: Vec<(u32, El)>, mut unplaced: Vec<&'static str>) -> Frame {
    if page.article.access == Access::Free {
        unplaced.push("paywall");
    } else {
        root.add(&slot("paywall"));
    }
    let after = slot("after-body");
    root.add(&after);
    if !page.shows(Section::Comments) {
        unplaced.push("comments");
    }
    let end = slot("end");
    root.add(&end);
    root.add(&holder(&unplaced));
    Frame { end: Some(end), ends, after: Some(after), ..Frame::alone(root) }
}
