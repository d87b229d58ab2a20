//! What every part of one rendering shares: the article, what the publisher has asked for, the interface's words.

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

/// What `Shell::section` says where it is not one section that is shown alone.
pub const ARTICLE: &str = "article";

/// What the publisher has asked for by attributes.
#[derive(Clone, Debug)]
pub struct Settings {
    /// Which sections, in order.
    pub sections: Vec<Section>,
    /// Which networks, in order, by their names: see [`crate::share::parse`].
    pub share: String,
    /// A query string for shared addresses.
    pub share_utm: String,
    /// Whether pictures can be enlarged.
    pub lightbox: bool,
    /// Whether another site's content is shown in place.
    pub embeds_in_place: bool,
    /// Whether the article is read aloud where there is no recording.
    pub speaks: bool,
    /// Whether the newest comments stand first.
    pub newest_first: bool,
    /// Minutes after publication from which the modification is shown.
    pub modified_after: i64,
    /// Overrides the language's reading speed.
    pub words_per_minute: Option<u32>,
    /// Level of the headline.
    pub heading_level: u8,
    /// Whether the element itself is loaded late.
    pub lazy: bool,
    /// Where teasers come from, over what the article says.
    pub related_src: Option<Address>,
    /// Which endpoints the page itself has named.
    pub named: NamedByPage,
    /// How documents are asked for.
    #[cfg(browser)]
    pub fetch: fetch::Options,
}

/// What every component of one rendering shares.
#[derive(Debug)]
pub struct Page {
    /// The way to the page around.
    #[cfg(browser)]
    pub shell: Shell,
    /// The address of the page that it is shown in, or that the HTML is for.
    pub around: Option<Address>,
    /// The interface's words.
    pub locale: Locale,
    /// The article.
    pub article: Article,
    /// The publisher's wishes.
    pub settings: Settings,
    /// What relative addresses were resolved against.
    pub base: Option<Address>,
    /// The computed reading time.
    pub minutes: u32,
    /// The language of title and body.
    pub content_language: String,
    /// Where the element's own children are the article, which stays where it is: the paragraphs among them.
    #[cfg(browser)]
    pub paragraphs: Option<js_sys::Array>,
}

/// A shared [`Page`].
pub type PageRef = Rc<Page>;

impl Page {
    /// Whether a section is wanted.
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

    /// The article's own address, else the one that the page around goes by.
    fn address(&self) -> Option<Address> {
        self.article.url.clone().or_else(|| self.canonical())
    }

    /// The address that the page around goes by.
    #[cfg(browser)]
    fn canonical(&self) -> Option<Address> {
        crate::network::address::canonical(&self.shell.canonical())
    }

    #[cfg(not(browser))]
    fn canonical(&self) -> Option<Address> {
        self.around.clone()
    }

    /// Where a link to a place in the article leads who opens it elsewhere: on the article's own page.
    pub fn at_home(&self, link: &Address) -> Option<Address> {
        let page = self.article.url.as_ref().or(self.around.as_ref())?;
        let Some((_, fragment)) = around(link.as_str(), "#") else { return Some(page.clone()) };
        resolve(&concat(&["#", fragment]), Some(page), Purpose::Link)
    }

    /// The address of a place in this very page where that is the article's, else on the article's own page.
    pub fn fragment(&self, name: &str) -> Option<Address> {
        let place = self.around.clone();
        let here = match (&place, &self.article.url) {
            (Some(place), Some(url)) => place.page_key() == url.page_key(),
            _ => true,
        };
        let page = if here { place } else { self.article.url.clone() };
        resolve(&concat(&["#", name]), page.as_ref(), Purpose::Link)
    }

    /// The address that it goes by as text.
    pub fn url(&self) -> String {
        self.address().map(|url| url.as_str().to_owned()).unwrap_or_default()
    }

    /// What tells the article's own page from others, by whichever of its addresses.
    pub fn own_keys(&self) -> Vec<String> {
        let mut keys = Vec::new();
        let page = if self.article.url.is_none() { self.around.clone() } else { None };
        for address in [self.address(), page].iter().flatten() {
            keys.push(address.page_key());
        }
        keys
    }

    /// What a comment belongs to: the article's id, else its address.
    pub fn article_id(&self) -> String {
        self.article.id.clone().unwrap_or_else(|| self.url())
    }

    /// What every event about this article tells.
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

    /// Whether an address leaves the page's own origin.
    pub fn leaves(&self, address: &Address) -> bool {
        self.around.as_ref().is_none_or(|page| page.origin() != address.origin())
    }

    /// How a list is asked for that belongs to the article. Of another origin nobody is told where the reader is; and what the
    /// article alone names gets cookies only where the page asks for them in so many words.
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
