//! The attributes of a custom element in the page.

use crate::network::address::{Address, Purpose, resolve};
use crate::network::fetch::Options;
use crate::view::settings::{Attributes, number};
use news_article_contract::attribute::{self, CREDENTIALS, TIMEOUT};
use web_sys::{HtmlElement, RequestCredentials};

impl Attributes for HtmlElement {
    fn attribute(&self, name: &str) -> Option<String> {
        self.get_attribute(name)
    }

    fn base(&self) -> Option<Address> {
        let base = self.base_uri().ok().flatten()?;
        resolve(&base, None, Purpose::Page)
    }

    fn fetch(&self) -> Options {
        Options {
            credentials: match self.get_attribute(CREDENTIALS.name).as_deref() {
                Some(attribute::OMIT) => RequestCredentials::Omit,
                Some(attribute::INCLUDE) => RequestCredentials::Include,
                _ => RequestCredentials::SameOrigin,
            },
            is_explicit: self.has_attribute(CREDENTIALS.name),
            no_referrer: false,
            timeout: number(self, TIMEOUT.name, TIMEOUT.integer()).unwrap_or_default(),
        }
    }
}
