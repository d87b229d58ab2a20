//! The entry to the sections that are forms.

use crate::lazy::token;
use crate::view::dom::El;
use crate::view::page::{PageRef, Section};
use crate::view::slot::slot;
use crate::{comments, newsletter};
use news_article_contract::chunk::FORMS;

token! {
    /// The code that builds the comment section and the newsletter.
    Forms = FORMS
}

impl Forms {
    /// Builds a section that is a form.
    #[inline(never)]
    pub fn section(self, page: &PageRef, section: Section) -> Option<El> {
        page.locale.extend_forms();
        match section {
            Section::Comments => Some(slot("comments").maybe(comments::view::comments(page))),
            _ => newsletter::newsletter(page),
        }
    }
}
