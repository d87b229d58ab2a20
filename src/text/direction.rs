//! Isolates other people's words in a sentence of the interface. Pure.

use crate::text::search::concat;

/// A text that does not affect the direction of its surroundings: its own directional marks are removed, and it is
/// enclosed in those of Unicode (<https://www.unicode.org/reports/tr9/#Explicit_Directional_Isolates>), unless it is
/// plain letters and figures.
pub fn isolated(text: &str) -> String {
    if text.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b' ' | b'.' | b'-')) {
        return text.to_owned();
    }
    let mut kept = String::with_capacity(text.len());
    for c in text.chars() {
        if !matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}') {
            kept.push(c);
        }
    }
    concat(&["\u{2068}", &kept, "\u{2069}"])
}

#[cfg(test)]
mod tests {
    use super::isolated;

    #[test]
    fn a_name_turns_nothing_around_it() {
        assert_eq!(isolated("YouTube"), "YouTube");
        assert_eq!(isolated("Salma \u{202e}gnp.exe"), "\u{2068}Salma gnp.exe\u{2069}");
        assert_eq!(isolated("\u{2069}\u{2067}سلمى"), "\u{2068}سلمى\u{2069}");
    }
}
