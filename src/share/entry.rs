//! The ways into what few pages need of the share buttons: rarer networks, and the question for Mastodon's instance.

use super::icon::others::outline;
use super::limit::{self, Limit};
use super::{Network, others};
#[cfg(browser)]
use super::{question, row::Row};
use crate::lazy::token;
#[cfg(browser)]
use crate::view::dom::El;
use news_article_contract::chunk::NETWORKS;
#[cfg(browser)]
use news_article_contract::chunk::REACTIVE;
#[cfg(browser)]
use std::rc::Rc;

token! {
    /// The networks that few pages name are here, and what cuts titles that are too long for one.
    Networks = NETWORKS
}

impl Networks {
    /// The network of that name.
    #[inline(never)]
    pub fn find(self, name: &str) -> Option<&'static Network> {
        others::find(name)
    }

    /// How a brand is spelled.
    #[inline(never)]
    pub fn brand(self, name: &str) -> Option<&'static str> {
        others::brand(name)
    }

    /// The outline of a network's icon.
    #[inline(never)]
    pub fn outline(self, name: &str) -> Option<&'static str> {
        outline(name)
    }

    /// As much of a title as a network takes.
    #[inline(never)]
    pub fn fit(self, text: &str, limit: Limit) -> String {
        limit::fit(text, limit)
    }
}

#[cfg(browser)]
token! {
    /// The question for the reader's instance of Mastodon is here.
    Question = REACTIVE
}

#[cfg(browser)]
impl Question {
    /// Asks for the reader's own instance of Mastodon; `button` is the one that was clicked.
    #[inline(never)]
    pub fn ask(self, row: &Rc<Row>, button: &El) {
        question::ask(row, button);
    }
}
