//! The entry to the sections after the body. Every page loads it, after the article.

use crate::lazy::token;
use crate::sections::{self, Code};
use crate::view::frame::Frame;
use crate::view::page::{Page, PageRef, Section};
use crate::view::scope::Scope;
use news_article_contract::chunk::SECTIONS;

token! {
    /// The code of the sections after the body.
    Sections = SECTIONS
}

impl Sections {
    /// Adds the sections to the frame, until the scope ends.
    #[inline(never)]
    pub fn mount(self, page: &PageRef, frame: &Frame, scope: &Scope, code: Code) {
        sections::mount(page, frame, scope, code);
    }

    /// Returns true if the code of [rarer networks](Code::networks) must be loaded before the sections are built.
    #[inline(never)]
    pub fn names_others(self, page: &Page) -> bool {
        sections::names_others(page)
    }

    /// Returns true if the code of [the extras](Code::extras) is needed.
    #[inline(never)]
    pub fn has_extras(self, page: &Page) -> bool {
        sections::has_extras(page)
    }

    /// Returns true if the code of [live coverage](Code::live) is needed.
    #[inline(never)]
    pub fn is_live(self, page: &PageRef) -> bool {
        sections::is_live(page)
    }

    /// Returns true if there may be a form among the sections.
    #[inline(never)]
    pub fn has_forms(self, page: &Page) -> bool {
        sections::has_form(page, Section::Comments) || sections::has_form(page, Section::Newsletter)
    }
}
