//! The entry to the list of other articles. It is loaded when somebody comes near, or at once if the article brings
//! the list along.

use super::cards;
use super::placeholder::Placeholder;
use crate::article::Teaser;
use crate::lazy::token;
use crate::network::address::Address;
use crate::network::fetch::{Cancel, Early, Options};
use crate::view::dom::El;
use crate::view::page::PageRef;
use news_article_contract::chunk::RELATED;
use std::rc::Rc;

token! {
    /// The code that reads and shows other articles.
    Cards = RELATED
}

impl Cards {
    /// Shows the list in `into`, with its controls.
    #[inline(never)]
    pub fn show(self, page: &PageRef, into: &El, teasers: &[&Teaser]) {
        cards::show(page, into, teasers);
    }

    /// Reads the list at an address, whose first attempt is under way, and shows it in its placeholder.
    #[inline(never)]
    pub fn bring(
        self,
        placeholder: Rc<Placeholder>,
        address: Address,
        options: Options,
        early: Early,
        cancel: Cancel,
    ) {
        cards::bring(placeholder, address, options, early, cancel);
    }
}
