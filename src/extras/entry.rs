//! The entry to the extras, which few pages have.

use super::view;
use crate::lazy::token;
use crate::view::frame::Frame;
use crate::view::page::PageRef;
use js_sys::{Array, Promise};
use news_article_contract::chunk::EXTRAS;

token! {
    /// The code of the extras.
    Extras = EXTRAS
}

impl Extras {
    /// Loads the JavaScript modules that the page needs. The promise resolves once they are loaded.
    #[inline(never)]
    pub fn prepare(self, page: &PageRef) -> Promise {
        let coming = Array::new();
        for module in view::modules(page) {
            coming.push(&page.shell.prepare(module));
        }
        Promise::all(&coming)
    }

    /// Adds the extras to the page, until the current scope ends.
    #[inline(never)]
    pub fn mount(self, page: &PageRef, frame: &Frame) {
        view::mount(page, frame);
    }
}
