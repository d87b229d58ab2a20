//! Attributes into [`Settings`]. What makes no sense is as good as absent.

use crate::network::address::{Address, Purpose, resolve};
use crate::network::fetch::Options;
use crate::share;
use crate::text::number::whole;
use crate::text::search::{concat, trimmed, words};
use crate::view::page::{ARTICLE, SECTIONS, Section, Settings};
use crate::view::shell::warn_once;
use web_sys::{HtmlElement, RequestCredentials};

/// Seconds before one attempt is given up.
const TIMEOUT: u32 = 15;
/// Minutes after publication from which a modification is shown.
const MODIFIED_AFTER: i64 = 15;

/// Reads the element's attributes. `only` is the section of a part alone; `around` says that the children are the article.
pub(super) fn read(host: &HtmlElement, only: &str, around: bool) -> Settings {
    let attribute = |name: &str| host.get_attribute(name);
    let number = |name: &str| attribute(name).and_then(|text| whole(trimmed(&text), 10));
    let named = attribute("sections").filter(|list| !trimmed(list).is_empty());
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
        share: attribute("share").unwrap_or_else(|| share::DEFAULT.to_owned()),
        share_utm: attribute("share-utm").unwrap_or_default(),
        modified_after: number("modified-after").map_or(MODIFIED_AFTER, i64::from),
        words_per_minute: number("words-per-minute").filter(|&words| words > 0),
        heading_level: number("heading-level").filter(|level| (1..=4).contains(level)).unwrap_or(1) as u8,
        lazy: attribute("loading").as_deref() == Some("lazy"),
        related_src: attribute("related-src").and_then(|raw| endpoint(host, &raw)),
        fetch: reading(host),
    }
}

/// How the element's documents are asked for.
pub(super) fn reading(host: &HtmlElement) -> Options {
    let timeout = host.get_attribute("timeout").and_then(|text| whole(trimmed(&text), 10));
    Options {
        credentials: match host.get_attribute("credentials").as_deref() {
            Some("omit") => RequestCredentials::Omit,
            Some("include") => RequestCredentials::Include,
            _ => RequestCredentials::SameOrigin,
        },
        timeout: timeout.filter(|&seconds| seconds > 0).unwrap_or(TIMEOUT),
    }
}

/// An attribute that the page itself has written: it resolves as the page's other attributes do.
pub(super) fn endpoint(host: &HtmlElement, raw: &str) -> Option<Address> {
    let base = host.base_uri().ok().flatten();
    let base = base.and_then(|base| resolve(&base, None, Purpose::Page));
    resolve(raw, base.as_ref(), Purpose::Endpoint)
}

fn sections(list: Option<&str>) -> Vec<Section> {
    let Some(list) = list else {
        return SECTIONS.iter().map(|(_, section)| *section).collect();
    };
    let mut wanted = Vec::new();
    for word in words(list) {
        match SECTIONS.iter().find(|(name, _)| *name == word) {
            Some((_, section)) if !wanted.contains(section) => wanted.push(*section),
            Some(_) => {}
            None => warn_once(concat(&["news-article: sections: unknown section ", word])),
        }
    }
    wanted
}
