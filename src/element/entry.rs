//! The way into what an article from JSON needs: the request, the reading of any format, the views of head and body, what is said
//! when there is none. A page that holds its article does without.

use super::controller::document::{self, Read};
use crate::article::{Article, property};
use crate::lazy::token;
use crate::locale::Locale;
use crate::network::address::Address;
use crate::network::fetch::{Cancel, Document, Early, Failure};
use crate::view::dom::El;
use crate::view::frame::{self, Frame};
use crate::view::page::PageRef;
use crate::view::shell::Shell;
use crate::view::{header, status};
use news_article_contract::chunk::ARTICLE;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::spawn_local;

token! {
    /// What an article from JSON needs is here.
    Whole = ARTICLE
}

/// What is called with what a document has come to. (A future that is handed back would have its code where it is awaited.)
pub(super) type Done = Box<dyn FnOnce(Result<Read, Failure>)>;

impl Whole {
    /// Fetches an address, with the attempt that the shell has under way, and reads what it answers.
    #[inline(never)]
    pub(super) fn fetch(
        self,
        shell: Shell,
        run: u32,
        src: String,
        early: Option<Early>,
        cancel: Cancel,
        done: Done,
    ) {
        spawn_local(async move { done(document::fetch(shell, run, src, early, cancel).await) });
    }

    /// Reads JSON that is at hand.
    #[inline(never)]
    pub(super) fn read(self, shell: Shell, run: u32, document: Document, done: Done) {
        spawn_local(async move { done(document::read(shell, run, document).await) });
    }

    /// The article's head and body, with room for what follows.
    #[inline(never)]
    pub(super) fn frame(self, page: &PageRef) -> Frame {
        page.locale.extend_article();
        frame::whole(page)
    }

    /// The head alone.
    #[inline(never)]
    pub(super) fn header(self, page: &PageRef) -> El {
        page.locale.extend_article();
        header::header(page)
    }

    /// The sentence that says why there is no article, and a button to try again.
    #[inline(never)]
    pub(super) fn failed(
        self,
        shell: &Shell,
        locale: &Locale,
        failure: &Failure,
        login: Option<&Address>,
    ) -> El {
        locale.extend_article();
        let sentence = status::sentence(locale, failure.kind, failure.status);
        status::failed(&sentence, &locale.text("retry"), shell.clone(), login)
    }

    /// The `article` property, which is `null` until the element is ready.
    #[inline(never)]
    pub(super) fn property(self, article: &Article) -> JsValue {
        property::article(article)
    }
}
