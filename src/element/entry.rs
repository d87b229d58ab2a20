//! The entry to the code for an article from JSON: the request, the reading of every format, the views of head and
//! body, and the sentence for a failure. A page that holds its article does not load it.

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
    /// The code for an article from JSON.
    ArticleCode = ARTICLE
}

/// Called with the outcome of a document. (It is a callback because the code of a returned future would be compiled
/// into the caller, and so into the main module.)
pub(super) type Done = Box<dyn FnOnce(Result<Read, Failure>)>;

impl ArticleCode {
    /// Fetches an address, taking over the request that the shell has begun, and reads the answer.
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

    /// Builds the article's head and body, with places for what follows.
    #[inline(never)]
    pub(super) fn frame(self, page: &PageRef) -> Frame {
        page.locale.extend_article();
        frame::whole(page)
    }

    /// Builds the head alone.
    #[inline(never)]
    pub(super) fn header(self, page: &PageRef) -> El {
        page.locale.extend_article();
        header::header(page)
    }

    /// Builds the sentence that says why there is no article, and a button to try again.
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

    /// Makes the value of the `article` property.
    #[inline(never)]
    pub(super) fn property(self, article: &Article) -> JsValue {
        property::article(article)
    }
}
