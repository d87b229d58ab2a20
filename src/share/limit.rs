//! The length that a network allows a title. Pure.

use crate::text::excerpt::cut;
use crate::text::grapheme::approximate_clusters;

/// X counts an address as 23 characters and needs a space before it.
pub const X: usize = 280 - 23 - 1;
/// Mastodon, as it is installed, allows 500 and counts an address as 23; Threads allows 500.
pub const LONG: usize = 500 - 23 - 1;
/// Bluesky allows 300 graphemes, the address among them.
pub const BLUESKY: usize = 300;

/// A limit of length.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Limit {
    /// X's limit, in its own weights.
    X,
    /// A number of graphemes.
    Graphemes(usize),
}

/// Shortens a text to a limit, at the end of a word.
pub fn fit(text: &str, limit: Limit) -> String {
    let cut = |text: &str, graphemes: usize| cut(text, graphemes, &approximate_clusters);
    match limit {
        Limit::X => cut_for_x(text, &cut),
        // Each grapheme is at least one character, so a text with few enough characters is not cut.
        Limit::Graphemes(most) if text.chars().nth(most).is_none() => String::from(text),
        Limit::Graphemes(most) => cut(text, most),
    }
}

/// Shortens a text for X: to the most graphemes whose weight is within the limit.
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
    // True after an emoji, and true after a joiner (which was counted) that follows one.
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
            // Joined with the emoji before, so that neither this emoji nor the joiner counts.
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
