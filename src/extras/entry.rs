//! The entry to what few pages have.

use super::view;
use crate::lazy::token;
use crate::view::frame::Frame;
use crate::view::page::PageRef;
use js_sys::{Array, Promise};
use news_article_contract::chunk::EXTRAS;

token! {
    /// What few pages have is here.
    Extras = EXTRAS
}

impl Extras {
    /// Asks for the modules of JavaScript that the page needs besides. The promise is resolved once they are here.
    #[inline(never)]
    pub fn prepare(self, page: &PageRef) -> Promise {
        let coming = Array::new();
        for module in view::modules(page) {
            coming.push(&page.shell.prepare(module));
        }
        Promise::all(&coming)
    }

    /// Puts it where it stands, for as long as the current scope lives.
    #[inline(never)]
    pub fn mount(self, page: &PageRef, frame: &Frame) {
        view::mount(page, frame);
    }
}
