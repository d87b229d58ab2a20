//! How much of a title a network takes. Pure.

use crate::text::excerpt::cut;
use crate::text::grapheme::approximate_clusters;

/// X counts an address as 23 and wants a space before it.
pub const X: usize = 280 - 23 - 1;
/// Mastodon, as it is installed, allows 500 and counts an address as 23; Threads allows 500.
pub const LONG: usize = 500 - 23 - 1;
/// Bluesky allows 300 graphemes, the address among them.
pub const BLUESKY: usize = 300;

/// How long a text may be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Limit {
    /// As X counts.
    X,
    /// So many graphemes.
    Graphemes(usize),
}

/// As much of a text as a limit allows, cut at a word.
pub fn fit(text: &str, limit: Limit) -> String {
    let cut = |text: &str, graphemes: usize| cut(text, graphemes, &approximate_clusters);
    match limit {
        Limit::X => cut_for_x(text, &cut),
        // Each grapheme is at least a character: where these fit, nothing need be cut.
        Limit::Graphemes(most) if text.chars().nth(most).is_none() => String::from(text),
        Limit::Graphemes(most) => cut(text, most),
    }
}

/// As much of a text as X takes: the most graphemes whose weight is not too much.
fn cut_for_x(text: &str, cut: &dyn Fn(&str, usize) -> String) -> String {
    if weight(text) <= X {
        return String::from(text);
    }
    let (mut fits, mut best) = (0, String::new());
    let mut too_many = X + 1;
    while too_many - fits > 1 {
        let middle = fits + (too_many - fits) / 2;
        let shorter = cut(text, middle);
        if weight(&shorter) <= X {
            fits = middle;
            best = shorter;
        } else {
            too_many = middle;
        }
    }
    best
}

/// The length of a text as X counts it (twitter-text, configuration 3): Latin, Greek, Cyrillic, Arabic, Hebrew and
/// others up to U+10FF one, and general punctuation; Chinese, Japanese, Korean and emoji two. A joined emoji is
/// two however many parts it has; a joiner inside a word, as Sinhala and Bengali have it, is a character like others.
pub(super) fn weight(text: &str) -> usize {
    let mut total = 0;
    // Whether an emoji stands before, and whether a joiner, already counted, between it and this.
    let (mut emoji, mut joined) = (false, false);
    for c in text.chars() {
        let picture = matches!(c, '\u{2190}'..='\u{2BFF}' | '\u{1F000}'..='\u{1FAFF}');
        match c {
            '\u{FE0F}' | '\u{1F3FB}'..='\u{1F3FF}' | '\u{E0020}'..='\u{E007F}' if emoji && !joined => {
                continue;
            }
            '\u{200D}' => {
                total += 1;
                joined = emoji && !joined;
                continue;
            }
            // One emoji with the one before: neither it nor the joiner counts.
            _ if picture && joined => total -= 1,
            '\0'..='\u{10FF}'
            | '\u{2000}'..='\u{200D}'
            | '\u{2010}'..='\u{201F}'
            | '\u{2032}'..='\u{2037}' => total += 1,
            _ => total += 2,
        }
        (emoji, joined) = (picture, false);
    }
    total
}
