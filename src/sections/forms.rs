//! The way into the sections that are forms, as they stand.

use crate::lazy::token;
use crate::view::dom::El;
use crate::view::page::{PageRef, Section};
use crate::view::slot::slot;
use crate::{comments, newsletter};
use news_article_contract::chunk::FORMS;

token! {
    /// The comment section and the newsletter, as they stand, are here.
    Forms = FORMS
}

impl Forms {
    /// The section of a form.
    #[inline(never)]
    pub fn section(self, page: &PageRef, section: Section) -> Option<El> {
        page.locale.extend_forms();
        match section {
            Section::Comments => Some(slot("comments").maybe(comments::view::comments(page))),
            _ => newsletter::newsletter(page),
        }
    }
}
