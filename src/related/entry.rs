//! The way into the list of other articles: read and shown when somebody comes near, or at once where the article brings it
//! along.

use super::cards;
use super::placeholder::Placeholder;
use crate::article::Teaser;
use crate::lazy::token;
use crate::network::address::Address;
use crate::network::fetch::Document;
use crate::view::dom::El;
use crate::view::page::PageRef;
use news_article_contract::chunk::RELATED;
use std::rc::Rc;

token! {
    /// The list of other articles is here, and what reacts in it.
    Cards = RELATED
}

impl Cards {
    /// Shows the list in `into`, with its controls.
    #[inline(never)]
    pub fn show(self, page: &PageRef, into: &El, teasers: &[&Teaser]) {
        cards::show(page, into, teasers);
    }

    /// Reads the list that came from an address, and shows it in its placeholder.
    #[inline(never)]
    pub fn arrive(self, placeholder: Rc<Placeholder>, address: Address, document: Document) {
        cards::arrive(placeholder, address, document);
    }
}
