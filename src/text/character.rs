//! Classifies characters for counting words: part of a word, read on its own, a mark on the character before, or a
//! gap.
//!
//! It uses small ranges in place of the Unicode tables, because every byte here is downloaded. The tests compare them
//! with the full tables.

/// The class of a character for counting words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Class {
    /// Ends a word: spaces of every width, U+200B, the long dash, the ellipsis, full-width punctuation.
    Gap,
    /// A letter or digit of a script that puts spaces between words.
    Letter,
    /// A Chinese character.
    Han,
    /// Hiragana or katakana.
    Kana,
    /// A letter of Thai, Lao, Khmer, Burmese or Tibetan, which put no spaces between words.
    Unspaced,
    /// A combining mark, a joiner or a variation selector: belongs to what stands before it.
    Mark,
    /// Punctuation, symbols, emoji: neither a word nor the end of one.
    Sign,
}

impl Class {
    /// Returns true for a script without spaces, in which a line or a summary may be cut after any character.
    pub fn is_unspaced(self) -> bool {
        matches!(self, Class::Han | Class::Kana | Class::Unspaced)
    }
}

/// The class of a character.
pub fn class(c: char) -> Class {
    // The most frequent characters are tested first.
    if c.is_ascii_alphanumeric()
        || matches!(c, '\u{C0}'..='\u{D6}' | '\u{D8}'..='\u{F6}' | '\u{0400}'..='\u{0481}' | '\u{0620}'..='\u{064A}')
    {
        return Class::Letter;
    }
    if is_gap(c) {
        return Class::Gap;
    }
    if is_mark(c) {
        return Class::Mark;
    }
    match c {
        '\u{3400}'..='\u{4DBF}'
        | '\u{4E00}'..='\u{9FFF}'
        | '\u{3005}'..='\u{3007}'
        | '\u{3021}'..='\u{3029}'
        | '\u{3038}'..='\u{303B}'
        | '\u{3105}'..='\u{312F}'
        | '\u{F900}'..='\u{FAFF}'
        | '\u{20000}'..='\u{323AF}' => Class::Han,
        '\u{3041}'..='\u{3096}'
        | '\u{309D}'..='\u{309F}'
        | '\u{30A1}'..='\u{30FA}'
        | '\u{30FC}'..='\u{30FF}'
        | '\u{31F0}'..='\u{31FF}'
        | '\u{FF66}'..='\u{FF9D}' => Class::Kana,
        '\u{0E3F}' | '\u{0E4F}' | '\u{0E5A}'..='\u{0E5B}' => Class::Sign,
        '\u{0E01}'..='\u{0EDF}'
        | '\u{0F00}'
        | '\u{0F20}'..='\u{0F33}'
        | '\u{0F40}'..='\u{0F6C}'
        | '\u{0F88}'..='\u{0F8C}'
        | '\u{1000}'..='\u{1049}'
        | '\u{1050}'..='\u{109D}'
        | '\u{1780}'..='\u{17B3}'
        | '\u{17D7}'
        | '\u{17DC}'
        | '\u{17E0}'..='\u{17E9}' => Class::Unspaced,
        _ if is_sign(c) => Class::Sign,
        _ => Class::Letter,
    }
}

/// Returns true for characters that end a word. A hyphen or an apostrophe does not, since it takes a reader only a
/// fraction of a second; a long dash or full-width punctuation without spaces does.
fn is_gap(c: char) -> bool {
    matches!(
        c,
        '\t'..='\r'
            | ' '
            | '\u{85}'
            | '\u{A0}'
            | '\u{060C}'
            | '\u{1361}'
            | '\u{1680}'
            | '\u{2000}'..='\u{200B}'
            | '\u{2014}'..='\u{2015}'
            | '\u{2026}'
            | '\u{2028}'..='\u{2029}'
            | '\u{202F}'
            | '\u{205F}'
            | '\u{3000}'..='\u{3003}'
            | '\u{3008}'..='\u{3020}'
            | '\u{FF01}'..='\u{FF0F}'
            | '\u{FF1A}'..='\u{FF1F}'
            | '\u{FF5B}'..='\u{FF65}'
    )
}

/// Returns true if a character belongs to the one before it: combining marks, vowel signs, joiners, variation
/// selectors, skin tones, tags, and the vowels and final consonants of decomposed Hangul.
pub fn is_mark(c: char) -> bool {
    // Nine Indic scripts share one layout, 128 code points apart.
    if matches!(c, '\u{0900}'..='\u{0D7F}') {
        return match c {
            '\u{0980}' | '\u{0B83}' | '\u{0C80}' | '\u{0D3A}' | '\u{0D54}'..='\u{0D56}' => false,
            '\u{094E}' | '\u{094F}' | '\u{0A70}' | '\u{0A71}' | '\u{0A75}' | '\u{0AFA}'..='\u{0AFF}' => true,
            _ => {
                matches!(c as u32 & 0x7F, 0x00..=0x03 | 0x3A..=0x3C | 0x3E..=0x4D | 0x51..=0x57 | 0x62..=0x63)
            }
        };
    }
    within(&MARKS, c)
        || matches!(c, '\u{1F3FB}'..='\u{1F3FF}' | '\u{E0020}'..='\u{E007F}' | '\u{E0100}'..='\u{E01EF}')
}

/// Returns true for punctuation, symbols and emoji. A character in no range counts as a letter.
fn is_sign(c: char) -> bool {
    within(&SIGNS, c) || matches!(c, '\u{1D000}'..='\u{1D3FF}' | '\u{1F000}'..='\u{1FAFF}' | '\u{E0000}'..)
}

/// Returns true if a character is in one of these ranges, which are sorted.
fn within(ranges: &[(u16, u16)], c: char) -> bool {
    let Ok(c) = u16::try_from(c as u32) else { return false };
    ranges.get(ranges.partition_point(|range| range.1 < c)).is_some_and(|range| range.0 <= c)
}

/// Marks outside the Indic blocks. A table: a `match` compiles to half a kilobyte more.
#[rustfmt::skip]
const MARKS: [(u16, u16); 66] = [
    (0x0300, 0x036F), (0x0483, 0x0489), (0x0591, 0x05BD), (0x05BF, 0x05BF), (0x05C1, 0x05C2),
    (0x05C4, 0x05C5), (0x05C7, 0x05C7), (0x0610, 0x061A), (0x064B, 0x065F), (0x0670, 0x0670),
    (0x06D6, 0x06DC), (0x06DF, 0x06E4), (0x06E7, 0x06E8), (0x06EA, 0x06ED), (0x0711, 0x0711),
    (0x0730, 0x074A), (0x07A6, 0x07B0), (0x07EB, 0x07F3), (0x0897, 0x089F), (0x08CA, 0x08E1),
    (0x08E3, 0x08FF), (0x0D81, 0x0D83), (0x0DCA, 0x0DDF), (0x0DF2, 0x0DF3), (0x0E31, 0x0E31),
    (0x0E33, 0x0E3A), (0x0E47, 0x0E4E), (0x0EB1, 0x0EB1), (0x0EB3, 0x0EBC), (0x0EC8, 0x0ECE),
    (0x0F35, 0x0F35), (0x0F37, 0x0F37), (0x0F39, 0x0F39), (0x0F3E, 0x0F3F), (0x0F71, 0x0F84),
    (0x0F86, 0x0F87), (0x0F8D, 0x0FBC), (0x102B, 0x103E), (0x1056, 0x1059), (0x105E, 0x1060),
    (0x1062, 0x1064), (0x1067, 0x106D), (0x1071, 0x1074), (0x1082, 0x108D), (0x108F, 0x108F),
    (0x109A, 0x109D), (0x1160, 0x11FF), (0x135D, 0x135F), (0x17B4, 0x17D3), (0x17DD, 0x17DD),
    (0x180B, 0x180D), (0x1AB0, 0x1AFF), (0x1DC0, 0x1DFF), (0x200C, 0x200D), (0x20D0, 0x20F0),
    (0x2D7F, 0x2D7F), (0x2DE0, 0x2DFF), (0x302A, 0x302F), (0x3099, 0x309A), (0xA66F, 0xA672),
    (0xA674, 0xA67D), (0xA8E0, 0xA8F1), (0xFB1E, 0xFB1E), (0xFE00, 0xFE0F), (0xFE20, 0xFE2F),
    (0xFF9E, 0xFF9F),
];

/// Punctuation and symbols.
#[rustfmt::skip]
const SIGNS: [(u16, u16); 59] = [
    (0x0000, 0x00A9), (0x00AB, 0x00B4), (0x00B6, 0x00B9), (0x00BB, 0x00BF), (0x00D7, 0x00D7),
    (0x00F7, 0x00F7), (0x02C2, 0x02C5), (0x02D2, 0x02DF), (0x037E, 0x037E), (0x0384, 0x0385),
    (0x0387, 0x0387), (0x055A, 0x055F), (0x0589, 0x058F), (0x05BE, 0x05C6), (0x05F3, 0x05F4),
    (0x0600, 0x061F), (0x066A, 0x066D), (0x06D4, 0x06D4), (0x06DD, 0x06DE), (0x06E9, 0x06E9),
    (0x06FD, 0x06FE), (0x0700, 0x070F), (0x0964, 0x0965), (0x0970, 0x0970), (0x0DF4, 0x0DF4),
    (0x0F01, 0x0F1F), (0x0F34, 0x0F3D), (0x0F85, 0x0F85), (0x0FBE, 0x0FDA), (0x104A, 0x104F),
    (0x10FB, 0x10FB), (0x1360, 0x1368), (0x1400, 0x1400), (0x17D4, 0x17DB), (0x1800, 0x180E),
    (0x2000, 0x2070), (0x207A, 0x207E), (0x208A, 0x208E), (0x20A0, 0x214F), (0x218A, 0x2BFF),
    (0x2D70, 0x2D70), (0x2E00, 0x2FFF), (0x3004, 0x3004), (0x3030, 0x3037), (0x303C, 0x3040),
    (0x309B, 0x309C), (0x30A0, 0x30A0), (0x30FB, 0x30FB), (0x3190, 0x319F), (0x31C0, 0x31EF),
    (0x3200, 0x33FF), (0x4DC0, 0x4DFF), (0xE000, 0xF8FF), (0xFD3E, 0xFD4F), (0xFDFC, 0xFE6F),
    (0xFEFF, 0xFEFF), (0xFF20, 0xFF20), (0xFF3B, 0xFF40), (0xFFE0, 0xFFFF),
];

#[cfg(test)]
mod tests {
    use super::*;
    use unicode_segmentation::UnicodeSegmentation;

    fn char_range(from: u32, to: u32) -> impl Iterator<Item = char> {
        (from..=to).filter_map(char::from_u32)
    }

    /// Assigned characters cannot be told from unassigned ones without tables; letters and digits can.
    fn wordy(c: char) -> bool {
        matches!(class(c), Class::Letter | Class::Han | Class::Kana | Class::Unspaced)
    }

    #[test]
    fn every_mark_of_the_scripts_that_newspapers_use_is_a_mark() {
        let blocks = [
            (0x0300, 0x07FF),
            (0x0897, 0x09FD),
            (0x0A00, 0x0BFF),
            (0x0C05, 0x0CF2),
            (0x0D00, 0x0F17),
            (0x0F20, 0x0FBF),
            (0x1000, 0x10FF),
            (0x1100, 0x135F),
            (0x1780, 0x17FF),
            (0x1AB0, 0x1ADD),
            (0x1DC0, 0x20FF),
            (0x3000, 0x30FF),
            (0xA640, 0xA69D),
            (0xAC00, 0xD7A3),
            (0xFB1D, 0xFFFF),
            (0x1F000, 0x1FAFF),
        ];
        for c in blocks.into_iter().flat_map(|(from, to)| char_range(from, to)) {
            let mut pair = String::from("a");
            pair.push(c);
            if pair.graphemes(true).count() == 1 && c != '\u{07FD}' {
                assert!(is_mark(c), "U+{:04X}", c as u32);
            }
        }
    }

    #[test]
    fn a_letter_is_no_mark() {
        for c in char_range(0, 0x1FFFF).filter(|c| is_mark(*c)) {
            let mut pair = String::from("a");
            pair.push(c);
            // Vowel signs of Burmese count with their consonant here, and apart in Unicode; so do jamo.
            let known = matches!(c, '\u{1000}'..='\u{109F}' | '\u{1160}'..='\u{11FF}');
            assert!(
                known || pair.graphemes(true).count() == 1 || !c.is_alphanumeric(),
                "U+{:04X} is a letter",
                c as u32
            );
        }
    }

    #[test]
    fn letters_and_digits_of_living_scripts_make_words() {
        // Circled, squared and fraction characters are left to the symbols.
        let symbols =
            |c| matches!(c, '\u{B2}'..='\u{BE}' | '\u{2070}'..='\u{214E}' | '\u{2460}'..='\u{33FF}');
        for c in char_range(0, 0xFFFF).filter(|c| c.is_alphanumeric() && !is_mark(*c) && !symbols(*c)) {
            let mut pair = String::from("a");
            pair.push(c);
            if pair.graphemes(true).count() == 2 {
                assert!(wordy(c), "U+{:04X}", c as u32);
            }
        }
    }

    #[test]
    fn punctuation_and_emoji_make_no_words() {
        for c in "«»“”„‘’‚‹›!?.,;:…–—-()[]{}/\\|@#&*+=<>^~`´¨°§¶•·©®™€£$¥₽₪₺%‰←→↑★☆✓✗،؛؟٪۔।॥־׳״、。「」『』【】・〜！？：；（）"
            .chars()
        {
            assert!(!wordy(c), "{c}");
        }
        for c in "😀👍🏽🇲🇦❤️👨‍👩‍👧🏴󠁧󠁢󠁥󠁮󠁧󠁿🧑‍🚀⚽🕌".chars()
        {
            assert!(!wordy(c), "U+{:04X}", c as u32);
        }
    }
}
