//! The entry to the sections after the body. Every page loads it, after the article.

use crate::lazy::token;
use crate::sections::{self, Code};
use crate::view::frame::Frame;
use crate::view::page::{Page, PageRef, Section};
use news_article_contract::chunk::SECTIONS;

token! {
    /// The code of the sections after the body.
    Sections = SECTIONS
}

impl Sections {
    /// Starts what follows the body. Like the two that follow it runs in the scope of the view.
    #[inline(never)]
    pub fn begin(self, page: &PageRef, frame: &Frame, code: Code) {
        sections::begin(page, frame, code);
    }

    /// Builds one section and puts it into the frame.
    #[inline(never)]
    pub fn add(self, page: &PageRef, frame: &Frame, code: Code, section: Section) {
        sections::add(page, frame, code, section);
    }

    /// Finishes what follows the body, once the head and all sections stand.
    #[inline(never)]
    pub fn finish(self, page: &PageRef, frame: &Frame, code: Code) {
        sections::finish(page, frame, code);
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
