//! The row of share buttons, and the messages in it.

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

/// Shortens a title to what a network allows.
pub(super) type Fit = Box<dyn Fn(&str, Limit) -> String>;

/// Shows or hides an element.
pub(super) type Show = Box<dyn Fn(bool)>;

/// The row of buttons, and the elements for its messages.
pub struct Row {
    pub(super) page: PageRef,
    /// The part around all of it.
    pub(super) root: El,
    /// The address that is shared.
    pub(super) address: String,
    /// A field with the address, shown if the clipboard is refused.
    pub(super) by_hand: El,
    pub(super) field: El,
    pub(super) words: El,
    /// Shows or hides the question for a Mastodon instance, once it was built.
    pub(super) question: RefCell<Option<Show>>,
    /// Shortens a title to what a network allows.
    pub(super) fit: Fit,
    pub(super) scope: WeakScope,
}

impl Row {
    /// The article to be shared.
    pub(super) fn content(&self) -> Content<'_> {
        let article = &self.page.article;
        let image = article.image.as_ref().map(|image| image.src.as_str());
        Content { url: &self.address, title: &article.title, image, fit: &self.fit }
    }

    /// Shows a message; an empty one clears it. With `by_hand` the address is shown in a field, selected.
    pub(super) fn say(&self, words: &str, by_hand: bool) {
        self.words.put_text(words);
        self.by_hand.toggle("hidden", (!by_hand).then_some(""));
        self.show_question(false);
        if by_hand {
            self.field.focus();
            self.field.node().unchecked_ref::<Field>().select();
        }
    }

    /// Shows or hides the question, if it was built.
    pub(super) fn show_question(&self, show: bool) {
        if let Some(set) = &*self.question.borrow() {
            set(show);
        }
    }
}
