//! The frame of a view: the article's head and body, which are shown first, and the places for the sections.

use super::anchor::Anchors;
use super::dom::{El, el, part};
use super::page::{PageRef, Section};
use super::slot::{holder, slot};
use super::{body, header, stand_in};
use crate::article::Access;
use js_sys::Array;
use wasm_bindgen::JsCast;

/// What is shown first, and the places for the rest.
pub struct Frame {
    /// The root of the view.
    pub root: El,
    /// The sections are inserted before this, or else at the end of `root`.
    pub end: Option<El>,
    /// The element at the end of each quarter of the text, with the percentage.
    pub ends: Vec<(u32, El)>,
    /// The text, if the element has built it.
    pub text: Option<El>,
    /// The head above the children, where those are the article.
    pub head: Option<El>,
    /// The element that follows the text.
    pub after: Option<El>,
    /// The places in the article that links lead to.
    pub anchors: Anchors,
}

impl Frame {
    /// A frame around one element, without any text.
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

    /// Returns true if the frame has no children.
    pub fn is_empty(&self) -> bool {
        self.root.node().first_element_child().is_none()
    }
}

/// The frame of a section alone, which [`crate::sections`] fills.
pub fn alone(page: &PageRef) -> Frame {
    let root = el("div").set("class", "around");
    if page.shows(Section::ReadingTime) {
        root.add(&stand_in::beside(page, Section::ReadingTime, header::reading_time(page)));
    }
    Frame::alone(root)
}

/// The frame for what follows the element's own children, where those are the article.
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

/// The frame with the article's head and body.
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

/// Adds the slots after the text, and keeps those that have no place.
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
