//! Texts cut to a length that a reader would count: by grapheme, at a word, with an ellipsis. Pure.

use crate::text::script::{class, is_mark};
use crate::text::search::trimmed;

/// A text of at most so many graphemes, the "…" included where it had to be cut.
///
/// White space is trimmed and collapsed. The cut is between words; in scripts without spaces, and in a word that
/// is longer than the whole allowance, between graphemes. No punctuation stays before the "…", nor an ellipsis
/// that the text had itself.
///
/// `clusters` gives the byte offset at which each grapheme of a text ends, in order: the browser's
/// `Intl.Segmenter`, or [`approximate_clusters`].
pub fn cut(text: &str, graphemes: usize, clusters: &dyn Fn(&str) -> Vec<usize>) -> String {
    // Enough for any sane text, so that a summary of megabytes is not segmented for its first line.
    let (text, whole) = collapse(text, graphemes.saturating_mul(40).saturating_add(400));
    if whole && text.chars().nth(graphemes).is_none() {
        return text;
    }
    let mut ends = clusters(&text);
    if !whole {
        // The last one may go on where the text was left.
        ends.pop();
    } else if ends.len() <= graphemes {
        return text;
    }
    if graphemes == 0 {
        return String::new();
    }
    ends.truncate(graphemes - 1);
    let at = ends.iter().rev().copied().find(|end| is_boundary(&text, *end)).or(ends.last().copied());
    let mut kept = String::from(bare(text.get(..at.unwrap_or(0)).unwrap_or("")));
    kept.push('…');
    kept
}

/// Where graphemes end, without the Unicode tables: for browsers without `Intl.Segmenter`.
///
/// Keeps together a letter and its marks, conjuncts of the Indic scripts, decomposed Hangul, flags, keycaps,
/// skin tones and joined emoji. Where it errs it joins too much, so that a cut never breaks a character.
pub fn approximate_clusters(text: &str) -> Vec<usize> {
    let mut ends = Vec::new();
    let mut previous = '\0';
    // Whether the flag letter before is still alone.
    let mut half_flag = false;
    for (at, c) in text.char_indices() {
        let flag = matches!(c, '\u{1F1E6}'..='\u{1F1FF}');
        let joined = if is_mark(c) {
            true
        } else if flag {
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

/// White space trimmed and each run of it made one space (a no-break one stays what it is), up to about so many
/// bytes; and whether that was the whole text.
fn collapse(text: &str, limit: usize) -> (String, bool) {
    let mut out = String::new();
    let mut space = None;
    for c in trimmed(text).chars() {
        if c.is_whitespace() {
            let firm = matches!(c, '\u{A0}' | '\u{202F}' | '\u{2007}');
            space = Some(match space {
                None if firm => c,
                Some(before) if firm => before,
                _ => ' ',
            });
            continue;
        }
        if out.len() >= limit {
            return (out, false);
        }
        out.extend(space.take());
        out.push(c);
    }
    (out, true)
}

/// Whether a text may be cut here without breaking a word.
fn is_boundary(text: &str, at: usize) -> bool {
    // Not from its end: reading backwards is code that nothing else needs.
    let before = text.get(..at).and_then(|before| before.chars().fold(None, |_, c| Some(c)));
    let after = text.get(at..).and_then(|after| after.chars().next());
    // Not the no-break spaces: "10 000" is not to become "10…".
    let open = |c: char| matches!(c, ' ' | '\u{200B}') || class(c).unspaced();
    // Nor after a vowel of Thai or Lao that is written before its consonant.
    if before.is_some_and(|c| matches!(c, '\u{0E40}'..='\u{0E44}' | '\u{0EC0}'..='\u{0EC4}')) {
        return false;
    }
    before.is_some_and(open) || after.is_none_or(open)
}

/// Without the spaces, stops and openings at its end, and without an ellipsis of its own.
fn bare(mut text: &str) -> &str {
    loop {
        let mut end = 0;
        for (at, c) in text.char_indices() {
            if !c.is_whitespace() && !is_trailing(c) {
                end = at + c.len_utf8();
            }
        }
        let shorter = text.get(..end).unwrap_or_default();
        let shorter = shorter.strip_suffix("…]").or_else(|| shorter.strip_suffix("...]")).unwrap_or(shorter);
        if shorter.len() == text.len() {
            return text;
        }
        text = shorter;
    }
}

/// Stops, separators, openings and ellipses. Not a search in a string: that would bring its own machinery along.
fn is_trailing(c: char) -> bool {
    matches!(
        c,
        '!' | '('
            | ','..='/'
            | ':'
            | ';'
            | '?'
            | '['
            | '{'
            | '|'
            | '¡'
            | '«'
            | '·'
            | '¿'
            | '،'
            | '؛'
            | '؟'
            | '۔'
            | '।'
            | '\u{200B}'
            | '–'..='―'
            | '‘'
            | '“'
            | '„'
            | '•'
            | '…'
            | '‹'
            | '、'..='。'
            | '〈'
            | '《'
            | '「'
            | '『'
            | '【'
            | '〔'
            | '・'
            | '！'
            | '（'
            | '，'
            | '．'
            | '：'
            | '；'
            | '？'
    )
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
mod tests {
    use super::*;
    use proptest::prelude::*;
    use unicode_segmentation::UnicodeSegmentation;

    /// What `Intl.Segmenter` answers in the browser.
    fn exact(text: &str) -> Vec<usize> {
        text.grapheme_indices(true).map(|(at, cluster)| at + cluster.len()).collect()
    }

    fn shorten(text: &str, graphemes: usize) -> String {
        cut(text, graphemes, &exact)
    }

    #[test]
    fn a_text_that_fits_is_left_alone() {
        assert_eq!(shorten("Un texte court.", 140), "Un texte court.");
        assert_eq!(shorten("abc", 3), "abc");
        assert_eq!(shorten("", 3), "");
        assert_eq!(shorten("👨‍👩‍👧👨‍👩‍👧", 2), "👨‍👩‍👧👨‍👩‍👧");
    }

    #[test]
    fn white_space_is_collapsed_and_french_spaces_stay() {
        assert_eq!(shorten("  un\n\t deux  ", 140), "un deux");
        assert_eq!(
            shorten("Vraiment\u{202F}? «\u{A0}Oui\u{A0}»", 140),
            "Vraiment\u{202F}? «\u{A0}Oui\u{A0}»"
        );
        assert_eq!(shorten("un\u{A0} deux", 140), "un deux");
    }

    #[test]
    fn a_cut_falls_between_words_and_counts_the_ellipsis() {
        assert_eq!(shorten("un deux trois", 12), "un deux…");
        assert_eq!(shorten("un deux trois", 8), "un deux…");
        assert_eq!(shorten("un deux trois", 7), "un…");
        assert_eq!(shorten("l’État arc-en-ciel", 17), "l’État…");
        assert_eq!(shorten("environ 10\u{202F}000 euros par mois", 12), "environ…");
    }

    #[test]
    fn a_word_longer_than_everything_is_cut_at_a_grapheme() {
        assert_eq!(shorten("anticonstitutionnellement", 6), "antic…");
        assert_eq!(shorten(&"e\u{301}".repeat(9), 4), "e\u{301}".repeat(3) + "…");
        assert_eq!(shorten(&"👨‍👩‍👧".repeat(9), 3), "👨‍👩‍👧👨‍👩‍👧…");
        assert_eq!((shorten("abc", 1), shorten("abc", 0)), (String::from("…"), String::new()));
    }

    #[test]
    fn no_punctuation_stays_before_the_ellipsis() {
        assert_eq!(shorten("Le ministre, hier, a parlé", 14), "Le ministre…");
        assert_eq!(shorten("Il a dit : « Non » et puis", 13), "Il a dit…");
        assert_eq!(shorten("Vraiment\u{202F}? Oui, dit-elle", 13), "Vraiment…");
        assert_eq!(shorten("Fin. Autre phrase", 8), "Fin…");
        assert_eq!(shorten("« Oui » répond-il enfin", 9), "« Oui »…");
    }

    #[test]
    fn an_ellipsis_of_the_text_is_never_doubled() {
        assert_eq!(shorten("Un extrait […] qui continue encore", 18), "Un extrait…");
        assert_eq!(shorten("Un extrait [...] qui continue", 18), "Un extrait…");
        assert_eq!(shorten("Un extrait… qui continue", 13), "Un extrait…");
        assert_eq!(shorten("Un extrait... qui continue", 15), "Un extrait…");
        for text in ["Un extrait […]", "Un extrait…", "Un extrait..."] {
            assert_eq!(shorten(text, 20), text);
        }
    }

    #[test]
    fn scripts_without_spaces_are_cut_at_a_character() {
        assert_eq!(shorten("政府宣布了新措施，以应对", 6), "政府宣布了…");
        assert_eq!(shorten("政府宣布了新措施，以应对危机", 10), "政府宣布了新措施…");
        assert_eq!(shorten("政府はOpenAIと契約した", 8), "政府は…");
        assert_eq!(shorten("รัฐบาลประกาศมาตรการใหม่", 5), "รัฐบา…");
        // No vowel is left that waits for its consonant.
        assert_eq!(shorten("กกเกกกก", 4), "กก…");
    }

    #[test]
    fn an_arabic_text_keeps_its_marks() {
        assert_eq!(shorten("مُحَمَّدٌ ذَهَبَ إِلَى المَدرَسَةِ", 10), "مُحَمَّدٌ ذَهَبَ…");
    }

    #[test]
    fn a_text_of_megabytes_is_not_segmented_whole() {
        let seen = std::cell::Cell::new(0);
        let text = "mot ".repeat(500_000);
        let short = cut(&text, 140, &|part| {
            seen.set(part.len());
            exact(part)
        });
        assert!(seen.get() < 7_000);
        assert_eq!(short.graphemes(true).count(), 140);
        assert_eq!(shorten(&"\u{301}".repeat(100_000), 5), "…");
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

    /// Pieces that a reader takes for one character, or for a few.
    fn pieces() -> impl Strategy<Value = String> {
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

        #[test]
        fn a_cut_text_is_short_enough_and_begins_as_the_text_does(
            text in prop_oneof![pieces(), any::<String>()],
            graphemes in 0..30_usize,
        ) {
            let short = shorten(&text, graphemes);
            prop_assert!(short.graphemes(true).count() <= graphemes);
            let whole = shorten(&text, usize::MAX);
            if short != whole {
                prop_assert!(graphemes == 0 || short.ends_with('…'));
                let kept = short.strip_suffix('…').unwrap_or("");
                prop_assert!(whole.starts_with(kept));
                prop_assert!(kept.is_empty() || exact(&whole).contains(&kept.len()));
                prop_assert!(!kept.ends_with(['…', ' ', ',', '.']) && !kept.ends_with("[…]"));
            }
        }

        #[test]
        fn a_cut_breaks_no_word(words in proptest::collection::vec("[a-zéà’-]*[a-zéà]", 1..30), graphemes in 1..60_usize) {
            let text = words.join(" ");
            let short = shorten(&text, graphemes);
            if let Some(kept) = short.strip_suffix('…').filter(|kept| !kept.is_empty()) {
                let first = words[0].chars().count();
                let after = text.get(kept.len()..).and_then(|rest| rest.chars().next());
                prop_assert!(first >= graphemes || after == Some(' '), "{} of {}", short, text);
            }
        }
    }
}
