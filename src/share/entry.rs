//! The entries to what few pages need of the share buttons: rarer networks, and the question for a Mastodon instance.

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
    /// The networks that few pages name, and the shortening of titles.
    Networks = NETWORKS
}

impl Networks {
    /// The network of that name.
    #[inline(never)]
    pub fn find(self, name: &str) -> Option<&'static Network> {
        others::find(name)
    }

    /// The spelling of a brand.
    #[inline(never)]
    pub fn brand(self, name: &str) -> Option<&'static str> {
        others::brand(name)
    }

    /// The outline of a network's icon.
    #[inline(never)]
    pub fn outline(self, name: &str) -> Option<&'static str> {
        outline(name)
    }

    /// Shortens a title to what a network allows.
    #[inline(never)]
    pub fn fit(self, text: &str, limit: Limit) -> String {
        limit::fit(text, limit)
    }
}

#[cfg(browser)]
token! {
    /// The question for the reader's Mastodon instance.
    Question = REACTIVE
}

#[cfg(browser)]
impl Question {
    /// Asks for the reader's own Mastodon instance. `button` is the one that was clicked.
    #[inline(never)]
    pub fn ask(self, row: &Rc<Row>, button: &El) {
        question::ask(row, button);
    }
}
