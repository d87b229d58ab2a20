//! The way into what follows the body. Every page asks for it, after what is read first.

use crate::article::{Article, property};
use crate::lazy::token;
use crate::related::entry::Cards;
use crate::sections;
use crate::share::entry::Networks;
use crate::view::frame::Frame;
use crate::view::page::{Page, PageRef};
use crate::view::scope::Scope;
use news_article_contract::chunk::SECTIONS;
use wasm_bindgen::JsValue;

token! {
    /// What follows the body is here.
    Sections = SECTIONS
}

impl Sections {
    /// Puts the sections where the frame has a place for them, for as long as the scope lives. `cards` is there where the
    /// article brings other articles along, `networks` where the page [names such](Self::names_others) and they came.
    #[inline(never)]
    pub fn mount(
        self,
        page: &PageRef,
        frame: &Frame,
        scope: &Scope,
        cards: Option<Cards>,
        networks: Option<Networks>,
    ) {
        sections::mount(page, frame, scope, cards, networks);
    }

    /// Whether [`Networks`] are needed before the sections can be put there.
    #[inline(never)]
    pub fn names_others(self, page: &Page) -> bool {
        sections::names_others(page)
    }

    /// The `article` property, which is `null` until the element is ready.
    #[inline(never)]
    pub fn property(self, article: &Article) -> JsValue {
        property::article(article)
    }
}
