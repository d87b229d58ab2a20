//! Finds the ends of graphemes, which a reader takes for one character (<https://unicode.org/reports/tr29/>), without
//! the Unicode tables. It is used in browsers without `Intl.Segmenter`, and where a call of that costs too much.

use crate::text::character::is_mark;

/// The byte offsets at which the graphemes of a text end, in order.
///
/// Keeps together a letter and its marks, conjuncts of the Indic scripts, decomposed Hangul, flags, keycaps,
/// skin tones and joined emoji. Where it errs it joins too much, so that a cut never breaks a character.
pub fn approximate_clusters(text: &str) -> Vec<usize> {
    let mut ends = Vec::new();
    let mut previous = '\0';
    // True after the first letter of a flag.
    let mut half_flag = false;
    for (at, c) in text.char_indices() {
        let flag = matches!(c, '\u{1F1E6}'..='\u{1F1FF}');
        let joined = if is_mark(c) {
            true
        } else if flag {
            // Two letters make a flag.
            half_flag
        } else {
            match previous {
                '\r' => c == '\n',
                // A joiner binds emoji to emoji and, after a virama, consonant to consonant.
                '\u{200D}' => is_pictograph(c) || is_indic_consonant(c),
                '\u{1100}'..='\u{115F}' => matches!(c, '\u{1100}'..='\u{115F}' | '\u{AC00}'..='\u{D7A3}'),
                '\u{0900}'..='\u{0D7F}' => previous as u32 & 0x7F == 0x4D && is_indic_consonant(c),
                _ => false,
            }
        };
        if at > 0 && !joined {
            ends.push(at);
        }
        half_flag = flag && !half_flag;
        previous = c;
    }
    if !text.is_empty() {
        ends.push(text.len());
    }
    ends
}

/// Emoji and the symbols that may become one.
fn is_pictograph(c: char) -> bool {
    matches!(
        c,
        '\u{A9}'
            | '\u{AE}'
            | '\u{203C}'
            | '\u{2049}'
            | '\u{2122}'..='\u{2BFF}'
            | '\u{3030}'
            | '\u{303D}'
            | '\u{3297}'
            | '\u{3299}'
            | '\u{1F000}'..='\u{1FAFF}'
    )
}

/// A consonant of the nine Indic scripts that share a layout.
fn is_indic_consonant(c: char) -> bool {
    matches!(c, '\u{0900}'..='\u{0D7F}') && matches!(c as u32 & 0x7F, 0x15..=0x39 | 0x58..=0x5F)
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use proptest::prelude::*;
    use unicode_segmentation::UnicodeSegmentation;

    /// The result of `Intl.Segmenter`.
    pub(crate) fn exact(text: &str) -> Vec<usize> {
        text.grapheme_indices(true).map(|(at, cluster)| at + cluster.len()).collect()
    }

    /// Pieces that a reader takes for one character, or for a few.
    pub(crate) fn pieces() -> impl Strategy<Value = String> {
        let piece = prop_oneof![
            Just("👨‍👩‍👧‍👦"),
            Just("👩🏾‍💻"),
            Just("🇫🇷"),
            Just("🇲🇦"),
            Just("🏴󠁧󠁢󠁥󠁮󠁧󠁿"),
            Just("e\u{301}"),
            Just("ş\u{323}"),
            Just("مُ"),
            Just("क्षि"),
            Just("नि"),
            Just("ที่"),
            Just("각"),
            Just("字"),
            Just("がぎ"),
            Just("❤️"),
            Just("1️⃣"),
            Just("a"),
            Just("mot"),
            Just(" "),
            Just("\u{A0}"),
            Just("…"),
            Just(", "),
            Just("[…]"),
        ];
        proptest::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
    }

    #[test]
    fn the_fallback_agrees_with_unicode_on_sane_text() {
        for text in [
            "L’été à Noël, déjà\u{202F}!",
            "e\u{301}te\u{301} a\u{300}\u{323}",
            "👍🏽👩🏾‍💻👨‍👩‍👧‍👦❤️‍🔥🏳️‍🌈🏴‍☠️🧑🏻‍🤝‍🧑🏿",
            "🇫🇷🇲🇦🇩🇪🇫🇷a🇫🇷",
            "🏴󠁧󠁢󠁥󠁮󠁧󠁿🏴󠁧󠁢󠁳󠁣󠁴󠁿",
            "1️⃣2️⃣#️⃣*️⃣",
            "☀️☂︎©️™️",
            "مُحَمَّدٌ ذَهَبَ إِلَى المَدرَسَةِ",
            "می‌خواهم کتاب‌ها",
            "שָׁלוֹם עֲלֵיכֶם",
            "हिन्दी में क्षत्रिय समाचार",
            "বাংলা ভাষা ক্ষমা",
            "ગુજરાતી ક્ષ",
            "తెలుగు భాష",
            "മലയാളം",
            "ที่นี่รัฐบาลกำลังน้ำ",
            "ກຳລັງ",
            "한국어 각",
            "政府は「新しい」対策を発表した。がぎぐ",
            "ﾊﾟﾝﾀﾞ",
            "Привет, й ё",
            "Tiếng Việt",
            "a\r\nb",
        ] {
            assert_eq!(approximate_clusters(text), exact(text), "{text}");
        }
        assert_eq!(approximate_clusters(""), Vec::<usize>::new());
    }

    proptest! {
        #[test]
        fn the_fallback_breaks_no_character(text in pieces()) {
            let exact = exact(&text);
            for end in approximate_clusters(&text) {
                prop_assert!(exact.contains(&end), "{:?} at {}", text, end);
            }
        }

        #[test]
        fn the_fallback_ends_on_characters_and_at_the_end(text in any::<String>()) {
            let ends = approximate_clusters(&text);
            prop_assert!(ends.is_sorted_by(|a, b| a < b));
            prop_assert!(ends.iter().all(|end| *end > 0 && text.is_char_boundary(*end)));
            prop_assert_eq!(ends.last().copied().unwrap_or(0), text.len());
        }
    }
}
