//! What stands at once: the article with head and body, and the place for what follows.

use super::dom::{El, el, part};
use super::page::{ARTICLE, PageRef, Section};
use super::slot::{holder, slot};
use super::{body, header};
use wasm_bindgen::JsCast;

/// The article as it stands at once, and where the rest goes.
pub struct Frame {
    /// All of it.
    pub root: El,
    /// The sections stand before this, else at the end of `root`.
    pub end: Option<El>,
    /// By which one can tell how much was read.
    pub paragraphs: Vec<El>,
}

impl Frame {
    /// One thing, with nothing to be read in it.
    pub fn alone(root: El) -> Self {
        Frame { root, end: None, paragraphs: Vec::new() }
    }
}

/// The article's head and body, with room for what follows. Or what stands around the element's own children: the head in
/// `head`, before them, the rest after them. Or room for one section alone. [`crate::sections`] fills it.
pub fn frame(page: &PageRef, head: &El) -> Frame {
    if page.shell.section() != ARTICLE {
        let root = el("div").set("class", "around");
        if page.shows(Section::ReadingTime) {
            root.add(&header::reading_time(page));
        }
        return Frame::alone(root);
    }
    let (root, paragraphs, mut unplaced);
    if let Some(own) = &page.paragraphs {
        head.add(&header::header(page));
        root = el("div").set("class", "around");
        unplaced = vec!["in-body-3", "in-body-2", "in-body-1"];
        paragraphs = own.iter().map(|node| El::of(node.unchecked_into())).collect();
    } else {
        let body = body::body(page);
        root = el("article").set("aria-labelledby", "title").child(header::header(page)).child(body.root);
        unplaced = body.unplaced;
        paragraphs = body.paragraphs;
    }
    if page.article.access == crate::article::Access::Free {
        unplaced.push("paywall");
    } else {
        if page.paragraphs.is_none() {
            root.add(&part("p", "status").text(&page.text("preview")));
        }
        root.add(&slot("paywall"));
    }
    root.add(&slot("after-body"));
    if !page.shows(Section::Comments) {
        unplaced.push("comments");
    }
    let end = slot("end");
    root.add(&end);
    root.add(&holder(&unplaced));
    Frame { root, end: Some(end), paragraphs }
}
