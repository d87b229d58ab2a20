//! Reads attributes into [`Settings`], and into the article those that override its data. Names, defaults and
//! validity come from the contract. An invalid value counts as absent.

use super::destination::NamedByPage;
use super::page::{ARTICLE, Section, Settings};
#[cfg(browser)]
use super::shell::warn_once;
use crate::article::{Article, Comments, Newsletter};
use crate::network::address::{Address, Purpose, resolve};
#[cfg(browser)]
use crate::network::fetch::Options;
use crate::text::number::whole;
#[cfg(browser)]
use crate::text::search::concat;
use crate::text::search::{trimmed, words};
use news_article_contract::attribute::{
    self, COMMENTS_ACTION, COMMENTS_ORDER, EMBEDS, HEADING_LEVEL, Integer, LIGHTBOX, LOADING, MODIFIED_AFTER,
    NEWSLETTER_ACTION, RELATED_SRC, SHARE, SHARE_UTM, WORDS_PER_MINUTE,
};
use news_article_contract::section;

/// Access to the attributes of an element, in a browser or not.
pub trait Attributes {
    /// The value of an attribute, if it is set.
    fn attribute(&self, name: &str) -> Option<String>;

    /// The address that relative addresses in attributes are resolved against: the page's.
    fn base(&self) -> Option<Address>;

    /// The options for fetching the element's documents.
    #[cfg(browser)]
    fn fetch(&self) -> Options;
}

/// Reads an element's attributes. `only` is the section that is shown alone, or `article`. `around` says that the
/// children are the article.
pub fn read(of: &impl Attributes, only: &str, around: bool) -> Settings {
    let named = of.attribute(attribute::SECTIONS.name).filter(|list| !trimmed(list).is_empty());
    let mut sections = sections(if only == ARTICLE { named.as_deref() } else { Some(only) });
    if around {
        // The page has these sections itself. Some are shown anyway if the publisher names them.
        sections.retain(|section| match section {
            Section::Title | Section::Summary | Section::Image => false,
            Section::Breadcrumb | Section::Byline | Section::Corrections | Section::Tags => named.is_some(),
            _ => true,
        });
    }
    Settings {
        sections,
        share: of.attribute(SHARE.name).unwrap_or_else(|| SHARE.text().to_owned()),
        share_utm: of.attribute(SHARE_UTM.name).unwrap_or_default(),
        lightbox: of.attribute(LIGHTBOX.name).is_some(),
        embeds_in_place: of.attribute(EMBEDS.name).as_deref() == Some(attribute::CLICK),
        speaks: only == Section::Listen.name()
            || named.as_deref().is_some_and(|list| words(list).any(|word| word == Section::Listen.name())),
        newest_first: of.attribute(COMMENTS_ORDER.name).as_deref() == Some(attribute::NEWEST),
        modified_after: number(of, MODIFIED_AFTER.name, MODIFIED_AFTER.integer()).unwrap_or_default().into(),
        words_per_minute: number(of, WORDS_PER_MINUTE.name, WORDS_PER_MINUTE.integer()),
        heading_level: number(of, HEADING_LEVEL.name, HEADING_LEVEL.integer()).unwrap_or_default() as u8,
        lazy: of.attribute(LOADING.name).as_deref() == Some(attribute::LAZY),
        related_src: endpoint(of, RELATED_SRC.name),
        named: NamedByPage::default(),
        #[cfg(browser)]
        fetch: of.fetch(),
    }
}

/// The number in an attribute, else its default.
pub fn number(of: &impl Attributes, name: &str, valid: Integer) -> Option<u32> {
    valid.accept(of.attribute(name).and_then(|text| whole(trimmed(&text), 10)))
}

/// The address in an attribute.
pub fn endpoint(of: &impl Attributes, name: &str) -> Option<Address> {
    resolve(&of.attribute(name)?, of.base().as_ref(), Purpose::Endpoint)
}

/// Puts the attributes that override the article's data into the article.
pub fn apply(of: &impl Attributes, article: &mut Article) {
    if let Some(action) = endpoint(of, COMMENTS_ACTION.name) {
        let comments = article.comments.get_or_insert(Comments {
            action: None,
            open: true,
            count: None,
            url: None,
            notice: Vec::new(),
        });
        comments.action = Some(action);
    }
    if let Some(action) = endpoint(of, NEWSLETTER_ACTION.name) {
        let newsletter = article.newsletter.get_or_insert(Newsletter {
            action: None,
            title: None,
            description: None,
            consent: None,
            consent_required: false,
            lists: Vec::new(),
        });
        newsletter.action = Some(action);
    }
}

fn sections(list: Option<&str>) -> Vec<Section> {
    let Some(list) = list else {
        return section::ALL.into_iter().filter(|section| section::is_default(*section)).collect();
    };
    let mut wanted = Vec::new();
    for word in words(list) {
        match section::named(word) {
            Some(section) if !wanted.contains(&section) => wanted.push(section),
            Some(_) => {}
            #[cfg(browser)]
            None => warn_once(concat(&["news-article: sections: unknown section ", word])),
            #[cfg(not(browser))]
            None => {}
        }
    }
    wanted
}
