//! The networks, and the addresses that share an article there. Pure: plain links, without scripts of the networks.
//!
//! This module has the networks that most pages name. [`others`], and the shortening of titles that are too long for
//! a network ([`limit`]), are in a chunk of their own.

pub mod entry;
pub mod icon;
pub mod limit;
#[cfg(not(browser))]
pub mod links;
pub mod mastodon;
pub mod others;
#[cfg(browser)]
mod question;
#[cfg(browser)]
mod row;
pub mod social;
#[cfg(browser)]
pub mod view;

use crate::text::search::{before, has_any, length, pieces, trimmed, words};
use limit::{BLUESKY, LONG, Limit, X};

/// A network to share an article on, or another way to share it.
#[derive(Debug, PartialEq, Eq)]
pub struct Network {
    /// Its word in the attribute `share` and in `data-network`.
    pub name: &'static str,
    /// Its label.
    pub label: Label,
    /// The kind of its button.
    way: Way,
}

/// The label of a network.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Label {
    /// The brand, which is the same in every language.
    Brand(&'static str),
    /// The key of the interface's own words.
    Words(&'static str),
}

/// The kind of a button.
#[derive(Debug, PartialEq, Eq)]
enum Way {
    /// A link, from a template with placeholders (see [`fill`]).
    Link(&'static str),
    Native,
    Copy,
    Print,
    Instance,
}

/// The action of a share button.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Action {
    /// Follow this address: the button is a plain link.
    Link(String),
    /// Open the device's own share sheet.
    Native,
    /// Copy the article's address.
    Copy,
    /// Print the page.
    Print,
    /// Ask for the reader's instance. [`mastodon`] makes the address then.
    Instance,
}

/// The article to be shared.
#[derive(Clone, Copy)]
pub struct Content<'a> {
    /// The article's address with the query of `share-utm`.
    pub url: &'a str,
    /// The headline.
    pub title: &'a str,
    /// The address of the article's image.
    pub image: Option<&'a str>,
    /// Shortens a text to what a network allows, as [`limit::fit`] does. A text that [`fits`] is not changed.
    pub fit: &'a dyn Fn(&str, Limit) -> String,
}

/// The networks that every page has loaded.
pub static COMMON: [Network; 9] = [
    Network { name: "native", label: Label::Words("shareNative"), way: Way::Native },
    Network { name: "copy", label: Label::Words("copyLink"), way: Way::Copy },
    Network {
        name: "x",
        label: Label::Brand("X"),
        way: Way::Link("https://x.com/intent/tweet?text={x&url={u"),
    },
    Network {
        name: "facebook",
        label: Label::Brand("Facebook"),
        way: Way::Link("https://www.facebook.com/sharer/sharer.php?u={u"),
    },
    Network { name: "whatsapp", label: Label::Brand("WhatsApp"), way: Way::Link("https://wa.me/?text={b") },
    Network {
        name: "telegram",
        label: Label::Brand("Telegram"),
        way: Way::Link("https://t.me/share/url?url={u&text={t"),
    },
    Network {
        name: "linkedin",
        label: Label::Brand("LinkedIn"),
        way: Way::Link("https://www.linkedin.com/sharing/share-offsite/?url={u"),
    },
    Network {
        name: "bluesky",
        label: Label::Brand("Bluesky"),
        way: Way::Link("https://bsky.app/intent/compose?text={3"),
    },
    Network {
        name: "email",
        label: Label::Words("shareEmail"),
        way: Way::Link("mailto:?subject={s&body={e"),
    },
];

/// Other brands that many publishers have a profile at: name and spelling.
pub static FOLLOWED: [(&str, &str); 3] =
    [("instagram", "Instagram"), ("youtube", "YouTube"), ("tiktok", "TikTok")];

/// The common network of that name.
pub fn common(name: &str) -> Option<&'static Network> {
    COMMON.iter().find(|network| network.name.eq_ignore_ascii_case(name))
}

/// Returns true if all of these names are common networks, or `none`.
pub fn are_common(names: &str) -> bool {
    words(names).all(|name| common(name).is_some() || name.eq_ignore_ascii_case("none"))
}

/// The spelling of a brand, if it is a common one.
pub fn brand(name: &str) -> Option<&'static str> {
    match common(name).map(|network| network.label) {
        Some(Label::Brand(brand)) => Some(brand),
        _ => FOLLOWED.iter().find(|(followed, _)| *followed == name).map(|(_, brand)| *brand),
    }
}

/// Returns true if every network takes the whole title. (If the address alone is too long for Bluesky, the title does
/// not matter there.) `query` is what [`with_query`] adds.
pub fn fits(title: &str, url: &str, query: &str) -> bool {
    let (title, url) = (length(title), length(url));
    // An encoded character of the query takes up to twelve. On X no character weighs more than two.
    let address = url + 1 + 12 * length(query);
    title <= X / 2 && (url >= BLUESKY || title + 1 + address <= BLUESKY)
}

/// Reads the attribute `share`: the networks in order, each once, and the unknown names. `none`, like an empty list,
/// means no network. `other` finds networks that are not [`common`].
pub fn parse<'a>(
    list: &'a str,
    other: &dyn Fn(&str) -> Option<&'static Network>,
) -> (Vec<&'static Network>, Vec<&'a str>) {
    let mut networks = Vec::new();
    let mut unknown = Vec::new();
    for word in words(list) {
        match common(word).or_else(|| other(word)) {
            Some(network) if networks.contains(&network) => {}
            Some(network) => networks.push(network),
            None if word.eq_ignore_ascii_case("none") || unknown.contains(&word) => {}
            None => unknown.push(word),
        }
    }
    (networks, unknown)
}

impl Network {
    /// The action of its button for this article.
    pub fn action(&self, content: &Content<'_>) -> Action {
        match self.way {
            Way::Native => Action::Native,
            Way::Copy => Action::Copy,
            Way::Print => Action::Print,
            Way::Instance => Action::Instance,
            Way::Link(address) => Action::Link(fill(address, content)),
        }
    }
}

/// Adds a query string (`share-utm`) to an address, before its fragment. A leading `?` or `&` is allowed, and an
/// empty one changes nothing. Characters that a query may not contain are encoded.
pub fn with_query(url: &str, query: &str) -> String {
    let mut query = trimmed(query);
    while let Some(rest) = query.strip_prefix("?").or_else(|| query.strip_prefix("&")) {
        query = rest;
    }
    if query.is_empty() {
        return String::from(url);
    }
    let address = before(url, "#");
    let mut out = String::from(address);
    if !has_any(address, "?") {
        out.push('?');
    } else if !address.ends_with("?") && !address.ends_with("&") {
        out.push('&');
    }
    encode(&mut out, query, "=&%+,;:@/?!$*()");
    out.push_str(url.get(address.len()..).unwrap_or_default());
    out
}

/// Fills the placeholders of an address, each a brace and a letter:
///
/// - `u` the article's address, `t` the title, `m` the image's address
/// - `b` title and address in one text
/// - `s` and `e` the subject and the body of an e-mail
/// - `x`, `3`, `5` the text for X, for Bluesky (with the address) and for Mastodon or Threads
fn fill(template: &str, content: &Content<'_>) -> String {
    let Content { url, title, image, fit } = *content;
    let mut out = String::from(before(template, "{"));
    for piece in pieces(template, "{").skip(1) {
        let mut rest = piece.chars();
        match rest.next() {
            Some('u') => value(&mut out, url),
            Some('t') => value(&mut out, title),
            Some('m') => value(&mut out, image.unwrap_or("")),
            Some('b') => pair(&mut out, title, " ", url),
            // A line break in a subject would start another header.
            Some('s') => value(
                &mut out,
                &title.chars().map(|c| if c.is_control() { ' ' } else { c }).collect::<String>(),
            ),
            Some('e') => pair(&mut out, title, "\r\n\r\n", url),
            Some('x') => value(&mut out, &fit(title, Limit::X)),
            Some('3') => match BLUESKY.saturating_sub(1 + length(url)) {
                0 => value(&mut out, url),
                left => pair(&mut out, &fit(title, Limit::Graphemes(left)), " ", url),
            },
            _ => value(&mut out, &fit(title, Limit::Graphemes(LONG))),
        }
        out.push_str(rest.as_str());
    }
    out
}

/// Two texts in one value. If the first is empty, the separator is left out.
fn pair(out: &mut String, first: &str, between: &str, second: &str) {
    if !first.is_empty() {
        value(out, first);
        value(out, between);
    }
    value(out, second);
}

/// Appends a value, percent-encoded as UTF-8 except for RFC 3986's unreserved characters.
fn value(out: &mut String, text: &str) {
    encode(out, text, "");
}

/// Appends a text, encoded except for the unreserved characters and those in `kept`.
fn encode(out: &mut String, text: &str, kept: &str) {
    for byte in text.bytes() {
        if is_unreserved(byte) || kept.bytes().any(|other| other == byte) {
            out.push(char::from(byte));
        } else {
            out.push('%');
            for half in [byte >> 4, byte & 15] {
                out.push(char::from(half + if half < 10 { b'0' } else { b'A' - 10 }));
            }
        }
    }
}

fn is_unreserved(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~')
}

#[cfg(test)]
mod tests;
