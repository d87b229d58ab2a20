//! The way into what follows the body. Every page asks for it, after what is read first.

use crate::lazy::token;
use crate::sections::{self, Code};
use crate::view::frame::Frame;
use crate::view::page::{Page, PageRef, Section};
use crate::view::scope::Scope;
use news_article_contract::chunk::SECTIONS;

token! {
    /// What follows the body is here.
    Sections = SECTIONS
}

impl Sections {
    /// Puts the sections where the frame has a place for them, for as long as the scope lives.
    #[inline(never)]
    pub fn mount(self, page: &PageRef, frame: &Frame, scope: &Scope, code: Code) {
        sections::mount(page, frame, scope, code);
    }

    /// Whether the code of [rarer networks](Code::networks) is needed before the sections can be put there.
    #[inline(never)]
    pub fn names_others(self, page: &Page) -> bool {
        sections::names_others(page)
    }

    /// Whether the code of [what few pages have](Code::extras) is needed.
    #[inline(never)]
    pub fn has_extras(self, page: &Page) -> bool {
        sections::has_extras(page)
    }

    /// Whether the code of [live coverage](Code::live) is needed.
    #[inline(never)]
    pub fn is_live(self, page: &PageRef) -> bool {
        sections::is_live(page)
    }

    /// Whether there may be a form among the sections.
    #[inline(never)]
    pub fn has_forms(self, page: &Page) -> bool {
        sections::has_form(page, Section::Comments) || sections::has_form(page, Section::Newsletter)
    }
}
