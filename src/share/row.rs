//! The row of share buttons, and what it says.

use super::Content;
use super::limit::Limit;
use crate::view::dom::El;
use crate::view::page::PageRef;
use crate::view::scope::WeakScope;
use std::cell::RefCell;
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    type Field;
    #[wasm_bindgen(method)]
    fn select(this: &Field);
}

/// Cuts a title to what a network takes of it.
pub(super) type Fit = Box<dyn Fn(&str, Limit) -> String>;

/// Shows something, or hides it.
pub(super) type Show = Box<dyn Fn(bool)>;

/// The row of buttons, and what it may say.
pub struct Row {
    pub(super) page: PageRef,
    /// The part that all of it stands in.
    pub(super) root: El,
    /// What is shared.
    pub(super) address: String,
    /// The address in a field, where the clipboard is refused.
    pub(super) by_hand: El,
    pub(super) field: El,
    pub(super) words: El,
    /// Shows or hides the question for an instance of Mastodon, once it was asked.
    pub(super) question: RefCell<Option<Show>>,
    /// As much of a title as a network takes.
    pub(super) fit: Fit,
    pub(super) scope: WeakScope,
}

impl Row {
    /// What is shared.
    pub(super) fn content(&self) -> Content<'_> {
        let article = &self.page.article;
        let image = article.image.as_ref().map(|image| image.src.as_str());
        Content { url: &self.address, title: &article.title, image, fit: &self.fit }
    }

    /// Says something, or with an empty text nothing; with the address in a field, selected, where `by_hand`.
    pub(super) fn say(&self, words: &str, by_hand: bool) {
        self.words.put_text(words);
        self.by_hand.toggle("hidden", (!by_hand).then_some(""));
        self.show_question(false);
        if by_hand {
            self.field.focus();
            self.field.node().unchecked_ref::<Field>().select();
        }
    }

    /// Shows or hides the question, where it was asked before.
    pub(super) fn show_question(&self, show: bool) {
        if let Some(set) = &*self.question.borrow() {
            set(show);
        }
    }
}
