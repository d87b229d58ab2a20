//! Reading time: words, characters and media into minutes. Pure.

use crate::text::character::{Class, class};
use crate::text::language::primary;
use crate::text::search::pieces;

/// Counts of what there is to read in an article, added up block by block.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Words of the scripts that put spaces between them.
    pub words: u32,
    /// Characters of the scripts that do not: Chinese, Japanese, Thai, Lao, Khmer, Burmese, Tibetan.
    pub characters: u32,
    /// Seconds that media, tables and code add.
    pub seconds: u32,
    kana: u32,
    alphabetic: u32,
    images: u32,
}

impl Tally {
    /// Adds the text of one block. It is called once a block, so that words never join across blocks.
    ///
    /// A word is a run of characters between two gaps with at least one letter or digit: "l’action" is one,
    /// "arc-en-ciel" is one, « alone is none. A character of a script without spaces ends the word before it, so that
    /// "AI技術" is a word and two characters.
    pub fn text(&mut self, text: &str) {
        let mut open = false;
        for c in text.chars() {
            match class(c) {
                Class::Letter if !open => {
                    open = true;
                    self.words = self.words.saturating_add(1);
                }
                Class::Letter | Class::Mark | Class::Sign => {}
                Class::Gap => open = false,
                class => {
                    open = false;
                    self.characters = self.characters.saturating_add(1);
                    match class {
                        Class::Kana => self.kana = self.kana.saturating_add(1),
                        Class::Unspaced => self.alphabetic = self.alphabetic.saturating_add(1),
                        _ => {}
                    }
                }
            }
        }
    }

    /// Adds an image: 12 seconds for the first, one less for each that follows, never less than 3 (the figures
    /// of Medium and Ghost).
    pub fn image(&mut self) {
        self.add(12_u32.saturating_sub(self.images).max(3));
        self.images = self.images.saturating_add(1);
    }

    /// Adds the cells of a table, whose words [`Tally::text`] has counted: half a second each for finding one's way.
    /// An estimate.
    pub fn cells(&mut self, count: u32) {
        self.add(count.div_ceil(2));
    }

    /// Adds a listing: two seconds for each line that is not empty. An estimate. Its words are not counted, because
    /// code is not prose.
    pub fn code(&mut self, text: &str) {
        for line in pieces(text, "\n") {
            if line.bytes().any(|b| b > b' ') {
                self.add(2);
            }
        }
    }

    /// Adds sound or film: its length in seconds if known, else the time of an image.
    pub fn media(&mut self, seconds: Option<u32>) {
        match seconds {
            Some(seconds) => self.add(seconds),
            None => self.image(),
        }
    }

    fn add(&mut self, seconds: u32) {
        self.seconds = self.seconds.saturating_add(seconds);
    }
}

/// The reading speed of a language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Speed {
    /// Words a minute.
    pub words: u32,
    /// Characters a minute, for scripts without spaces.
    pub characters: u32,
}

/// Chinese characters a minute, silent (Zola, 2026).
const HAN: u32 = 439;
/// Japanese characters a minute, silent (Zola, 2026).
const KANA: u32 = 653;
/// Letters a minute of Thai, Lao, Khmer, Burmese and Tibetan, vowel signs and tones not counted. An estimate, for
/// want of a measured one: 200 words a minute of some four such letters. It stays below the 863 characters a minute,
/// signs and spaces included, that IReST found on average over 17 languages read aloud.
const ALPHABETIC: u32 = 800;

/// The reading speed of a language, by its BCP 47 tag.
///
/// Words a minute, silent reading of non-fiction: M. Brysbaert, "How many words do we read per minute? A review
/// and meta-analysis of reading rate", Journal of Memory and Language 109 (2019), 104047,
/// <https://doi.org/10.1016/j.jml.2019.104047>. English (238) is as the abstract has it; fr, ar, de, es, it, nl,
/// sv, fi, he and ko are second-hand.
///
/// Characters a minute, silent: zh 439, ja 653 (Zola, 2026).
///
/// pl, pt, ru, sl and tr were measured reading **aloud**, there being no silent figure, and are second-hand:
/// S. Trauzettel-Klosinski, K. Dietz, "Standardized assessment of reading performance: the New International
/// Reading Speed Texts IReST", Investigative Ophthalmology & Visual Science 53 (2012), 5452–5461,
/// <https://doi.org/10.1167/iovs.11-8284>.
///
/// 200 elsewhere, an assumption.
pub fn speed(language: &str) -> Speed {
    let primary = primary(language);
    let mut words = 200;
    for (known, figure) in WORDS {
        if known.eq_ignore_ascii_case(primary) {
            words = figure;
        }
    }
    let is = |tags: &str| pieces(tags, " ").any(|tag| tag.eq_ignore_ascii_case(primary));
    let characters = if is("ja") {
        KANA
    } else if is("th lo km my bo dz") {
        ALPHABETIC
    } else {
        HAN
    };
    Speed { words, characters }
}

/// Words a minute by language.
const WORDS: [(&str, u32); 16] = [
    ("en", 238),
    ("fr", 214),
    ("ar", 181),
    ("de", 260),
    ("es", 278),
    ("it", 285),
    ("nl", 228),
    ("sv", 218),
    ("fi", 195),
    ("he", 224),
    ("ko", 226),
    ("pl", 166),
    ("pt", 181),
    ("ru", 184),
    ("sl", 180),
    ("tr", 166),
];

/// The minutes that an article takes, rounded up, at least 1.
///
/// `words_per_minute` replaces the language's speed (0 does not); characters are then read faster or slower in the
/// same proportion. If a tenth of the characters is kana, or the language is Japanese, they are read at the Japanese
/// speed; otherwise Chinese characters are read at the Chinese one.
pub fn minutes(tally: &Tally, language: &str, words_per_minute: Option<u32>) -> u32 {
    let speed = speed(language);
    let words = words_per_minute.filter(|words| *words > 0).unwrap_or(speed.words);
    let ideographs = tally.characters.saturating_sub(tally.alphabetic);
    // A Chinese text may contain a few kana.
    let japanese = speed.characters == KANA || (tally.kana > 0 && tally.kana >= ideographs / 10);
    let ideographic = if japanese { KANA } else { HAN };
    // The milliseconds for `count` at `pace` a minute, scaled as the speed of words is.
    let time = |count: u32, pace: u32| {
        u64::from(count) * 60_000 * u64::from(speed.words) / (u64::from(pace) * u64::from(words)).max(1)
    };
    let total = time(tally.words, speed.words)
        + time(ideographs, ideographic)
        + time(tally.alphabetic, ALPHABETIC)
        + u64::from(tally.seconds) * 1_000;
    u32::try_from(total.div_ceil(60_000)).unwrap_or(u32::MAX).max(1)
}

/// The `wordCount` of an article: its words, and the characters of scripts without spaces.
pub fn word_count(tally: &Tally) -> u32 {
    tally.words.saturating_add(tally.characters)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn tally(text: &str) -> Tally {
        let mut tally = Tally::default();
        tally.text(text);
        tally
    }

    /// Words and characters of a text.
    fn counts(text: &str) -> (u32, u32) {
        let tally = tally(text);
        (tally.words, tally.characters)
    }

    #[test]
    fn french_typography_makes_no_words_of_its_own() {
        assert_eq!(counts("l’action de l'État"), (3, 0));
        assert_eq!(counts("«\u{A0}Bonjour\u{A0}», dit-il\u{202F}!"), (2, 0));
        assert_eq!(counts("Vraiment\u{202F}? Oui\u{A0}: 12\u{202F}%"), (3, 0));
        assert_eq!(counts("un arc-en-ciel – ou deux — ici"), (5, 0));
        assert_eq!(counts("mot\u{2009}mot"), (2, 0));
        assert_eq!(counts("peut\u{AD}être"), (1, 0));
    }

    #[test]
    fn an_apostrophe_a_hyphen_and_an_accent_stay_inside_a_word() {
        for word in ["l’action", "arc-en-ciel", "2024", "3,14", "e\u{301}te\u{301}", "a@b.fr", "naïve"] {
            assert_eq!(counts(word), (1, 0), "{word}");
        }
    }

    #[test]
    fn a_dash_without_spaces_and_an_ellipsis_end_a_word() {
        assert_eq!(counts("the end—or not"), (4, 0));
        assert_eq!(counts("Euh…non"), (2, 0));
        assert_eq!(counts("un\u{200B}deux"), (2, 0));
    }

    #[test]
    fn punctuation_symbols_and_emoji_alone_are_no_words() {
        assert_eq!(counts("« » – — ! ? … 👍🏽 👨‍👩‍👧 ❤️ 🇲🇦 ★ → € \u{301}"), (0, 0));
        assert_eq!(counts("Bravo 👍 à tous 🎉!"), (3, 0));
    }

    #[test]
    fn an_arabic_text_with_a_year_and_a_latin_word_is_counted_whole() {
        assert_eq!(counts("أعلنت شركة Microsoft في عام 2024 عن مشروع جديد، وقالت إنها سعيدة."), (12, 0));
        assert_eq!(counts("مُحَمَّدٌ ذَهَبَ إِلَى المَدرَسَةِ"), (4, 0));
        assert_eq!(counts("سنة ٢٠٢٤؟"), (2, 0));
        let long = tally(&"كلمة ".repeat(1_810));
        assert_eq!(minutes(&long, "ar-MA", None), 10);
    }

    #[test]
    fn a_persian_word_may_hold_a_non_joiner() {
        assert_eq!(counts("می\u{200C}خواهم کتاب\u{200C}ها را بخوانم"), (4, 0));
    }

    #[test]
    fn chinese_japanese_and_thai_are_counted_by_character() {
        assert_eq!(counts("政府宣布了新措施。"), (0, 8));
        assert_eq!(counts("政府は「新しい」対策"), (0, 8));
        // Vowel signs and tones belong to their consonant.
        assert_eq!(counts("ที่นี่"), (0, 2));
        assert_eq!(counts("ກຳລັງ"), (0, 3));
        assert_eq!(counts("ខ្មែរ"), (0, 3));
        assert_eq!(counts("བོད་ཡིག"), (0, 4));
    }

    #[test]
    fn korean_hebrew_hindi_and_tifinagh_have_words() {
        assert_eq!(counts("정부는 새로운 대책을 발표했다."), (4, 0));
        assert_eq!(counts("הוא אמר: צה״ל ותל־אביב"), (4, 0));
        assert_eq!(counts("हिन्दी में समाचार।"), (3, 0));
        assert_eq!(counts("ⵜⴰⵎⴰⵣⵉⵖⵜ ⵏ ⵍⵎⵖⵔⵉⴱ"), (3, 0));
    }

    #[test]
    fn mixed_text_is_added_up() {
        assert_eq!(counts("AI技術"), (1, 2));
        assert_eq!(counts("使用GPT和iPhone、Mac"), (3, 3));
        assert_eq!(counts("2024年"), (1, 1));
        assert_eq!(word_count(&tally("AI技術")), 3);
    }

    #[test]
    fn words_do_not_join_across_blocks() {
        let mut tally = Tally::default();
        tally.text("fin");
        tally.text("début");
        assert_eq!(tally.words, 2);
    }

    #[test]
    fn minutes_are_rounded_up_and_never_less_than_one() {
        let of = |words: usize| minutes(&tally(&"mot ".repeat(words)), "fr", None);
        assert_eq!((of(0), of(1), of(214), of(215), of(241), of(428), of(429)), (1, 1, 1, 2, 2, 2, 3));
        assert_eq!(minutes(&Tally::default(), "", None), 1);
    }

    #[test]
    fn a_million_words_are_counted() {
        let tally = Tally { words: 1_000_000, ..Tally::default() };
        assert_eq!(minutes(&tally, "fr", None), 4_673);
        let most = Tally { words: u32::MAX, characters: u32::MAX, seconds: u32::MAX, ..Tally::default() };
        assert!(minutes(&most, "fr", Some(1)) > 4_673);
    }

    #[test]
    fn each_language_has_its_own_speed() {
        let words = Tally { words: 2_000, ..Tally::default() };
        assert_eq!(minutes(&words, "en-GB", None), 9);
        assert_eq!(minutes(&words, "FR", None), 10);
        assert_eq!(minutes(&words, "ar", None), 12);
        assert_eq!(minutes(&words, "pl_PL", None), 13);
        assert_eq!(minutes(&words, "eo", None), 10);
        assert_eq!(speed("").words, 200);
    }

    #[test]
    fn chinese_characters_have_the_chinese_speed_and_kana_make_it_japanese() {
        assert_eq!(minutes(&tally(&"字".repeat(439)), "zh", None), 1);
        assert_eq!(minutes(&tally(&"字".repeat(440)), "zh", None), 2);
        assert_eq!(minutes(&tally(&"字".repeat(440)), "fr", None), 2);
        assert_eq!(minutes(&tally(&"字".repeat(653)), "ja-JP", None), 1);
        assert_eq!(minutes(&tally(&"字か".repeat(326)), "en", None), 1);
        assert_eq!(minutes(&tally(&(String::from("の") + &"字".repeat(600))), "zh", None), 2);
        assert_eq!(minutes(&tally(&"ก".repeat(801)), "th", None), 2);
    }

    #[test]
    fn the_override_scales_characters_too() {
        let chinese = Tally { characters: 878, ..Tally::default() };
        assert_eq!(minutes(&chinese, "zh", None), 2);
        assert_eq!(minutes(&chinese, "zh", Some(400)), 1);
        let french = tally(&"mot ".repeat(1_000));
        assert_eq!(minutes(&french, "fr", Some(100)), 10);
        assert_eq!(minutes(&french, "fr", Some(0)), 5);
    }

    #[test]
    fn images_take_less_and_less_time() {
        let mut tally = Tally::default();
        for seconds in [12, 23, 33, 42, 50, 57, 63, 68, 72, 75, 78, 81] {
            tally.image();
            assert_eq!(tally.seconds, seconds);
        }
    }

    #[test]
    fn tables_code_sound_and_film_take_time() {
        let mut tally = Tally::default();
        tally.cells(5);
        assert_eq!(tally.seconds, 3);
        tally.code("fn main() {\n\n}\n");
        assert_eq!((tally.seconds, tally.words), (7, 0));
        tally.media(Some(200));
        assert_eq!(tally.seconds, 207);
        tally.media(None);
        assert_eq!(tally.seconds, 219);
        assert_eq!(minutes(&tally, "fr", None), 4);
    }

    proptest! {
        #[test]
        fn any_text_is_counted_and_more_text_never_takes_less_time(a in any::<String>(), b in any::<String>()) {
            let first = tally(&a);
            let mut both = first;
            both.text(&b);
            prop_assert!(word_count(&both) >= word_count(&first));
            prop_assert!(word_count(&first) as usize <= a.chars().count());
        }

        #[test]
        fn words_between_spaces_are_counted_one_by_one(words in proptest::collection::vec("[a-zéèàçœ’-]*[a-zéà]", 0..40)) {
            prop_assert_eq!(counts(&words.join(" ")), (words.len() as u32, 0));
        }
    }
}
