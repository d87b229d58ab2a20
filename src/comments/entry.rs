//! The entry to the thread of comments, which stands below the article and is loaded when a reader comes near.

use super::thread::Thread;
use super::thread_view::{self, OnReply, Publish};
use crate::lazy::token;
use crate::locale::texts;
use crate::network::address::Address;
use crate::source::html::entry::Markup;
use crate::source::native::entry::Native;
use crate::view::dom::El;
use crate::view::page::PageRef;
use news_article_contract::chunk::COMMENTS;

token! {
    /// The code that shows comments.
    Comments = COMMENTS
}

impl Comments {
    /// Shows the comments of an endpoint in `root`. `heading` is told their number, and `readers` read their texts.
    #[inline(never)]
    pub fn thread(
        self,
        page: &PageRef,
        endpoint: Option<&Address>,
        readers: (Markup, Native),
        root: &El,
        heading: &El,
        answer: Option<OnReply>,
    ) -> Publish {
        let count = page.article.comments.as_ref().and_then(|comments| comments.count);
        let base = page.article.url.as_ref().or(page.base.as_ref());
        page.locale.add("comments", texts::comments);
        let thread = Thread::new(endpoint, page.settings.newest_first, count, base, readers);
        // `black_box` hides from the optimizer which closure this is. Otherwise it would call it directly from the
        // main module, which would then have to contain its code.
        std::hint::black_box(thread_view::show(page, thread, root, heading, answer))
    }
}
