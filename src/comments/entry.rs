//! The way into the list of comments: it stands below the article, and is shown when somebody comes near.

use super::thread::Thread;
use super::thread_view::{self, Answer, Publish};
use crate::lazy::token;
use crate::locale::texts;
use crate::network::address::Address;
use crate::source::html::entry::Markup;
use crate::source::native::entry::Native;
use crate::view::dom::El;
use crate::view::page::PageRef;
use news_article_contract::chunk::COMMENTS;

token! {
    /// What shows comments is here.
    Comments = COMMENTS
}

impl Comments {
    /// Shows the comments of an endpoint in `root`, under a heading that says how many there are. They are read with
    /// `readers`.
    #[inline(never)]
    pub fn thread(
        self,
        page: &PageRef,
        endpoint: Option<&Address>,
        readers: (Markup, Native),
        root: &El,
        heading: &El,
        answer: Option<Answer>,
    ) -> Publish {
        let count = page.article.comments.as_ref().and_then(|comments| comments.count);
        let base = page.article.url.as_ref().or(page.base.as_ref());
        page.locale.add("comments", texts::comments);
        let thread = Thread::new(endpoint, page.settings.newest_first, count, base, readers);
        // Which closure this is, is nobody's business: who knew would bring its code along.
        std::hint::black_box(thread_view::show(page, thread, root, heading, answer))
    }
}
