//! Cuts texts to a length as a reader counts it: by grapheme, between words, with an ellipsis. Pure.

use crate::text::character::class;
use crate::text::search::trimmed;

/// Cuts a text to at most so many graphemes, including the "…" if it had to be cut.
///
/// White space is trimmed and collapsed. The cut is between words; in scripts without spaces, and in a word that is
/// longer than the limit, between graphemes. Punctuation before the "…" is removed, and so is an ellipsis of the
/// text's own.
///
/// `clusters` gives the byte offset at which each grapheme of a text ends, in order: the browser's `Intl.Segmenter`,
/// or [`approximate_clusters`](crate::text::grapheme::approximate_clusters).
pub fn cut(text: &str, graphemes: usize, clusters: &dyn Fn(&str) -> Vec<usize>) -> String {
    // A bound that is more than enough, so that a summary of megabytes is not segmented for its first line.
    let (text, whole) = collapse(text, graphemes.saturating_mul(40).saturating_add(400));
    if whole && text.chars().nth(graphemes).is_none() {
        return text;
    }
    let mut ends = clusters(&text);
    if !whole {
        // The last grapheme may continue beyond the bound.
        ends.pop();
    } else if ends.len() <= graphemes {
        return text;
    }
    if graphemes == 0 {
        return String::new();
    }
    ends.truncate(graphemes - 1);
    let at = ends.iter().rev().copied().find(|end| is_boundary(&text, *end)).or(ends.last().copied());
    let mut kept = String::from(without_trailing(text.get(..at.unwrap_or(0)).unwrap_or("")));
    kept.push('…');
    kept
}

/// Trims a text and makes each run of white space one space (a no-break space is kept), up to about `limit` bytes.
/// Also returns whether that was the whole text.
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

/// Returns true if a cut here breaks no word.
fn is_boundary(text: &str, at: usize) -> bool {
    let before = text.get(..at).and_then(|before| before.chars().next_back());
    let after = text.get(at..).and_then(|after| after.chars().next());
    // No-break spaces are left out, because "10 000" must not become "10…".
    let open = |c: char| matches!(c, ' ' | '\u{200B}') || class(c).is_unspaced();
    // In Thai and Lao some vowels are written before their consonant, so that there is no cut after them.
    if before.is_some_and(|c| matches!(c, '\u{0E40}'..='\u{0E44}' | '\u{0EC0}'..='\u{0EC4}')) {
        return false;
    }
    before.is_some_and(open) || after.is_none_or(open)
}

/// Removes spaces, punctuation and opening brackets at the end of a text, and an ellipsis of its own in brackets.
fn without_trailing(mut text: &str) -> &str {
    loop {
        let shorter = text.trim_end_matches(|c: char| c.is_whitespace() || is_trailing(c));
        let shorter = shorter.strip_suffix("…]").or_else(|| shorter.strip_suffix("...]")).unwrap_or(shorter);
        if shorter.len() == text.len() {
            return text;
        }
        text = shorter;
    }
}

/// Returns true for full stops, separators, opening brackets and ellipses.
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::grapheme::tests::{exact, pieces};
    use proptest::prelude::*;
    use unicode_segmentation::UnicodeSegmentation;

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

    proptest! {
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
                // A sign may be written before the letter that it belongs to; a blank between them is no part of the end.
                let is_trimmed = whole.get(kept.len()..).unwrap_or_default().starts_with(|c: char| c.is_whitespace() || is_trailing(c));
                prop_assert!(kept.is_empty() || is_trimmed || exact(&whole).contains(&kept.len()));
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
