//! The data that all parts of one rendering share: the article, the publisher's settings, the interface's texts.

use super::destination::NamedByPage;
use super::dom::{El, el};
#[cfg(browser)]
use super::shell::Shell;
use crate::article::Article;
use crate::locale::Locale;
use crate::network::address::{Address, Purpose, resolve};
#[cfg(browser)]
use crate::network::fetch;
use crate::text::search::{around, concat};
use std::rc::Rc;
#[cfg(browser)]
use wasm_bindgen::JsValue;

pub use news_article_contract::section::Section;

/// The value of `Shell::section` for a whole article.
pub const ARTICLE: &str = "article";

/// The settings that the publisher has made by attributes.
#[derive(Clone, Debug)]
pub struct Settings {
    /// The sections to show, in order.
    pub sections: Vec<Section>,
    /// The networks to share to, in order, by name: see [`crate::share::parse`].
    pub share: String,
    /// A query string that is added to shared addresses.
    pub share_utm: String,
    /// True if pictures can be enlarged.
    pub lightbox: bool,
    /// True if another site's content is shown in place.
    pub embeds_in_place: bool,
    /// True if the article is read aloud where there is no recording.
    pub speaks: bool,
    /// True if the newest comments stand first.
    pub newest_first: bool,
    /// Minutes after publication from which the modification is shown.
    pub modified_after: i64,
    /// The reading speed that overrides the language's.
    pub words_per_minute: Option<u32>,
    /// Level of the headline.
    pub heading_level: u8,
    /// True if the element itself is loaded lazily.
    pub lazy: bool,
    /// The address of the list of other articles, before the article's own.
    pub related_src: Option<Address>,
    /// The endpoints that the page itself has named.
    pub named: NamedByPage,
    /// Options for fetching documents.
    #[cfg(browser)]
    pub fetch: fetch::Options,
}

/// The data that all components of one rendering share.
#[derive(Debug)]
pub struct Page {
    /// The interface to the page around.
    #[cfg(browser)]
    pub shell: Shell,
    /// The address of the page in which the article is shown, or for which the HTML is made.
    pub around: Option<Address>,
    /// The interface's texts.
    pub locale: Locale,
    /// The article.
    pub article: Article,
    /// The publisher's settings.
    pub settings: Settings,
    /// The address that relative addresses were resolved against.
    pub base: Option<Address>,
    /// The computed reading time.
    pub minutes: u32,
    /// The language of title and body.
    pub content_language: String,
    /// The paragraphs among the element's own children, where those are the article, which stays where it is.
    #[cfg(browser)]
    pub paragraphs: Option<js_sys::Array>,
}

/// A shared [`Page`].
pub type PageRef = Rc<Page>;

impl Page {
    /// Returns true if a section is to be shown.
    pub fn shows(&self, section: Section) -> bool {
        self.settings.sections.contains(&section)
    }

    /// The text of an interface key.
    pub fn text(&self, key: &str) -> String {
        self.locale.text(key)
    }

    /// A heading `below` levels under the headline.
    pub fn heading(&self, below: u8) -> El {
        el(heading_tag(self.settings.heading_level + below))
    }

    /// The article's own address, else the canonical address of the page.
    fn address(&self) -> Option<Address> {
        self.article.url.clone().or_else(|| self.canonical())
    }

    /// The canonical address of the page.
    #[cfg(browser)]
    fn canonical(&self) -> Option<Address> {
        crate::network::address::canonical(&self.shell.canonical())
    }

    #[cfg(not(browser))]
    fn canonical(&self) -> Option<Address> {
        self.around.clone()
    }

    /// The target of a link to a place in the article, for readers who open it elsewhere: on the article's own page.
    pub fn at_home(&self, link: &Address) -> Option<Address> {
        let page = self.article.url.as_ref().or(self.around.as_ref())?;
        let Some((_, fragment)) = around(link.as_str(), "#") else { return Some(page.clone()) };
        resolve(&concat(&["#", fragment]), Some(page), Purpose::Link)
    }

    /// The address of a place: in this page if it is the article's own, else on the article's page.
    pub fn fragment(&self, name: &str) -> Option<Address> {
        let place = self.around.clone();
        let here = match (&place, &self.article.url) {
            (Some(place), Some(url)) => place.page_key() == url.page_key(),
            _ => true,
        };
        let page = if here { place } else { self.article.url.clone() };
        resolve(&concat(&["#", name]), page.as_ref(), Purpose::Link)
    }

    /// The article's address as text; empty if there is none.
    pub fn url(&self) -> String {
        self.address().map(|url| url.as_str().to_owned()).unwrap_or_default()
    }

    /// Keys by which the article's own page is recognised under each of its addresses.
    pub fn own_keys(&self) -> Vec<String> {
        let mut keys = Vec::new();
        let page = if self.article.url.is_none() { self.around.clone() } else { None };
        for address in [self.address(), page].iter().flatten() {
            keys.push(address.page_key());
        }
        keys
    }

    /// The identifier that comments are sent with: the article's id, else its address.
    pub fn article_id(&self) -> String {
        self.article.id.clone().unwrap_or_else(|| self.url())
    }

    /// The fields that every event about this article carries.
    #[cfg(browser)]
    pub fn identity(&self) -> [(&'static str, JsValue); 3] {
        let article = &self.article;
        let text = |value: Option<&str>| value.map_or(JsValue::NULL, JsValue::from_str);
        [
            ("id", text(article.id.as_deref())),
            ("url", text(article.url.as_ref().map(Address::as_str))),
            ("section", text(article.section.as_ref().map(|section| section.name.as_str()))),
        ]
    }

    /// Returns true if an address is on another origin than the page.
    pub fn leaves(&self, address: &Address) -> bool {
        self.around.as_ref().is_none_or(|page| page.origin() != address.origin())
    }

    /// The options for fetching a list that belongs to the article. Another origin does not get the page's address as
    /// referrer. An address that only the article names gets cookies only if the page sets `credentials`.
    #[cfg(browser)]
    pub fn list_options(&self, address: &Address, by_page: bool) -> fetch::Options {
        let mut options = self.settings.fetch.clone();
        options.no_referrer = self.leaves(address);
        if !by_page && !options.is_explicit {
            options.credentials = web_sys::RequestCredentials::Omit;
        }
        options
    }

    /// The `rel` of a link to `address`.
    pub fn rel(&self, address: &Address, sponsored: bool) -> Option<&'static str> {
        match (self.leaves(address), sponsored) {
            (true, true) => Some("sponsored noopener noreferrer"),
            (true, false) => Some("noopener noreferrer"),
            (false, true) => Some("sponsored"),
            (false, false) => None,
        }
    }

    /// A link with the right `rel`.
    pub fn link(&self, address: &Address) -> El {
        el("a").href(address).set_some("rel", self.rel(address, false))
    }
}

/// The tag of a heading level, 6 at the deepest.
pub fn heading_tag(level: u8) -> &'static str {
    match level {
        0 | 1 => "h1",
        2 => "h2",
        3 => "h3",
        4 => "h4",
        5 => "h5",
        _ => "h6",
    }
}
