//! The entry to live coverage.

use super::{follow, view};
use crate::lazy::token;
use crate::locale::texts;
use crate::view::frame::Frame;
use crate::view::page::PageRef;
use news_article_contract::chunk::LIVE;

token! {
    /// The code of live coverage.
    Live = LIVE
}

impl Live {
    /// Returns true if the live coverage goes on, so that the module that follows it is needed.
    #[inline(never)]
    pub fn goes_on(self, page: &PageRef) -> bool {
        follow::goes_on(page)
    }

    /// Adds the updates under the text, and follows later ones, until the current scope ends.
    #[inline(never)]
    pub fn mount(self, page: &PageRef, frame: &Frame) {
        page.locale.add("live", texts::live);
        let Some(shown) = view::section(page, &frame.anchors) else { return };
        match &frame.after {
            Some(after) => after.before(&shown.root),
            None => frame.root.add(&shown.root),
        }
        if follow::goes_on(page) {
            follow::start(page, frame, shown);
        }
    }
}
