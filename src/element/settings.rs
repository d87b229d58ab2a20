//! Attributes into [`Settings`]. Names, defaults and what is valid are the contract's; a value that is not valid counts as
//! absent.

use crate::network::address::{Address, Purpose, resolve};
use crate::network::fetch::Options;
use crate::text::number::whole;
use crate::text::search::{concat, trimmed, words};
use crate::view::page::{ARTICLE, Section, Settings};
use crate::view::shell::warn_once;
use news_article_contract::attribute::{
    self, CREDENTIALS, HEADING_LEVEL, Integer, LOADING, MODIFIED_AFTER, RELATED_SRC, SHARE, SHARE_UTM,
    TIMEOUT, WORDS_PER_MINUTE,
};
use news_article_contract::section;
use web_sys::{HtmlElement, RequestCredentials};

/// Reads the element's attributes. `only` is the section of a part alone; `around` says that the children are the article.
pub(super) fn read(host: &HtmlElement, only: &str, around: bool) -> Settings {
    let attribute = |name: &str| host.get_attribute(name);
    let named = attribute(attribute::SECTIONS.name).filter(|list| !trimmed(list).is_empty());
    let mut sections = sections(if only == ARTICLE { named.as_deref() } else { Some(only) });
    if around {
        // The page has these already; what the publisher names is wanted all the same.
        sections.retain(|section| match section {
            Section::Title | Section::Summary | Section::Image => false,
            Section::Breadcrumb | Section::Byline | Section::Tags => named.is_some(),
            _ => true,
        });
    }
    Settings {
        sections,
        share: attribute(SHARE.name).unwrap_or_else(|| SHARE.text().to_owned()),
        share_utm: attribute(SHARE_UTM.name).unwrap_or_default(),
        modified_after: number(host, MODIFIED_AFTER.name, MODIFIED_AFTER.integer())
            .unwrap_or_default()
            .into(),
        words_per_minute: number(host, WORDS_PER_MINUTE.name, WORDS_PER_MINUTE.integer()),
        heading_level: number(host, HEADING_LEVEL.name, HEADING_LEVEL.integer()).unwrap_or_default() as u8,
        lazy: attribute(LOADING.name).as_deref() == Some(attribute::LAZY),
        related_src: attribute(RELATED_SRC.name).and_then(|raw| endpoint(host, &raw)),
        fetch: reading(host),
    }
}

/// How the element's documents are asked for.
pub(super) fn reading(host: &HtmlElement) -> Options {
    Options {
        credentials: match host.get_attribute(CREDENTIALS.name).as_deref() {
            Some(attribute::OMIT) => RequestCredentials::Omit,
            Some(attribute::INCLUDE) => RequestCredentials::Include,
            _ => RequestCredentials::SameOrigin,
        },
        timeout: number(host, TIMEOUT.name, TIMEOUT.integer()).unwrap_or_default(),
    }
}

/// The number that an attribute holds, else its default.
fn number(host: &HtmlElement, name: &str, valid: Integer) -> Option<u32> {
    valid.accept(host.get_attribute(name).and_then(|text| whole(trimmed(&text), 10)))
}

/// An attribute that the page itself has written: it resolves as the page's other attributes do.
pub(super) fn endpoint(host: &HtmlElement, raw: &str) -> Option<Address> {
    let base = host.base_uri().ok().flatten();
    let base = base.and_then(|base| resolve(&base, None, Purpose::Page));
    resolve(raw, base.as_ref(), Purpose::Endpoint)
}

fn sections(list: Option<&str>) -> Vec<Section> {
    let Some(list) = list else {
        return section::ALL.to_vec();
    };
    let mut wanted = Vec::new();
    for word in words(list) {
        match section::ALL.into_iter().find(|section| section.name() == word) {
            Some(section) if !wanted.contains(&section) => wanted.push(section),
            Some(_) => {}
            None => warn_once(concat(&["news-article: sections: unknown section ", word])),
        }
    }
    wanted
}
