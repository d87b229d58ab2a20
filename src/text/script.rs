//! Detects the script of a text, and whether it can be in its declared language.

use crate::text::character::{Class, class};
use crate::text::language::primary;
use crate::text::search::{before, pieces};

/// A writing system, as far as reading speed and language need to tell them apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Script {
    /// French, English, Spanish, Turkish, Polish…
    Latin,
    /// Arabic, Persian, Urdu…
    Arabic,
    /// Hebrew, Yiddish.
    Hebrew,
    /// Russian, Ukrainian, Bulgarian…
    Cyrillic,
    /// Greek.
    Greek,
    /// Chinese characters without kana.
    Han,
    /// Japanese: kana, with or without Chinese characters.
    Kana,
    /// Korean.
    Hangul,
    /// Thai.
    Thai,
    /// Hindi, Marathi, Nepali…
    Devanagari,
    /// Any other: Tifinagh, Armenian, Georgian, Bengali, Khmer…
    Other,
}

/// The result of comparing a text's script with its declared language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// The language is written in this script.
    Agrees,
    /// It is not. This is the commonest language of the script.
    Is(&'static str),
    /// It is not, and the script (mostly Latin) does not tell the language.
    Unknown,
}

/// The script of a letter; `None` for characters of all scripts (digits, punctuation, marks).
fn script(c: char) -> Option<Script> {
    if c.is_ascii() {
        return c.is_ascii_alphabetic().then_some(Script::Latin);
    }
    match class(c) {
        Class::Han => return Some(Script::Han),
        Class::Kana => return Some(Script::Kana),
        Class::Letter | Class::Unspaced => {}
        Class::Gap | Class::Mark | Class::Sign => return None,
    }
    Some(match c {
        '\u{0660}'..='\u{0669}' | '\u{06F0}'..='\u{06F9}' | '\u{FF10}'..='\u{FF19}' => return None,
        '\u{80}'..='\u{02FF}'
        | '\u{1D00}'..='\u{1D7F}'
        | '\u{1E00}'..='\u{1EFF}'
        | '\u{2C60}'..='\u{2C7F}'
        | '\u{A720}'..='\u{A7FF}'
        | '\u{FB00}'..='\u{FB06}'
        | '\u{FF21}'..='\u{FF5A}' => Script::Latin,
        '\u{0370}'..='\u{03FF}' | '\u{1F00}'..='\u{1FFF}' => Script::Greek,
        '\u{0400}'..='\u{052F}' | '\u{1C80}'..='\u{1C8F}' | '\u{A640}'..='\u{A69F}' => Script::Cyrillic,
        '\u{0590}'..='\u{05FF}' | '\u{FB1D}'..='\u{FB4F}' => Script::Hebrew,
        '\u{0600}'..='\u{06FF}'
        | '\u{0750}'..='\u{077F}'
        | '\u{0870}'..='\u{08FF}'
        | '\u{FB50}'..='\u{FDFF}'
        | '\u{FE70}'..='\u{FEFC}' => Script::Arabic,
        '\u{0900}'..='\u{097F}' | '\u{A8E0}'..='\u{A8FF}' => Script::Devanagari,
        '\u{0E00}'..='\u{0E7F}' => Script::Thai,
        '\u{1100}'..='\u{11FF}'
        | '\u{3130}'..='\u{318F}'
        | '\u{A960}'..='\u{A97F}'
        | '\u{AC00}'..='\u{D7FB}'
        | '\u{FFA0}'..='\u{FFDC}' => Script::Hangul,
        _ => Script::Other,
    })
}

/// The script of most of a text, from a sample of letters spread over its whole length; `None` if there is no letter.
///
/// A Chinese, Japanese or Korean character counts as two letters, because it is about that much more of a word. So a
/// few Latin product names do not outvote the text around them. A Japanese text may have more Chinese characters than
/// kana, so one kana in ten decides.
pub fn dominant_script(text: &str) -> Option<Script> {
    // In bytes. (With a larger sample V8 considers the loop hot and optimises the function around it, while the
    // article waits.)
    let stride = 1 + text.len() / 2_048;
    let mut counts = [0_u32; Script::Other as usize + 1];
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let mut step = stride.max(c.len_utf8());
        while step < rest.len() && !rest.is_char_boundary(step) {
            step += 1;
        }
        rest = rest.get(step..).unwrap_or_default();
        if let Some(script) = script(c) {
            let weight = match script {
                Script::Han | Script::Kana | Script::Hangul => 2,
                _ => 1,
            };
            if let Some(count) = counts.get_mut(script as usize) {
                *count += weight;
            }
        }
    }
    let of = |script: Script| counts.get(script as usize).copied().unwrap_or(0);
    let (han, kana) = (of(Script::Han), of(Script::Kana));
    let mut best = if kana * 10 >= han + kana { Script::Kana } else { Script::Han };
    let mut most = han + kana;
    for script in ALPHABETS {
        if of(script) > most {
            most = of(script);
            best = script;
        }
    }
    (most > 0).then_some(best)
}

/// All scripts but the two that are counted together.
const ALPHABETS: [Script; 9] = [
    Script::Latin,
    Script::Arabic,
    Script::Hebrew,
    Script::Cyrillic,
    Script::Greek,
    Script::Hangul,
    Script::Thai,
    Script::Devanagari,
    Script::Other,
];

/// The languages that are written in a script, the commonest first.
fn languages(script: Script) -> &'static str {
    match script {
        Script::Latin => "",
        Script::Arabic => {
            "ar fa ur ps ku ckb sdh ug sd ks pnb pa az azb kk ky uz tg tk ms ha prs bal lrc mzn glk arq ary arz aeb apc acm afb ajp"
        }
        Script::Hebrew => "he iw yi ji lad",
        Script::Cyrillic => {
            "ru uk be bg sr mk kk ky mn tg tt ba cv ce os uz az tk bs sh cnr mo ro ku ab av rue kv udm sah"
        }
        Script::Greek => "el grc",
        Script::Han => "zh ja yue cmn wuu nan hak gan lzh ko za",
        Script::Kana => "ja ain ryu",
        Script::Hangul => "ko",
        Script::Thai => "th",
        Script::Devanagari => "hi mr ne sa kok mai bho new doi brx awa sd ks",
        Script::Other => {
            "zgh tzm ber shi rif kab hy ka am ti bn as pa gu or ta te kn ml si lo km my shn bo dz dv syr chr iu nqo mn sat ii"
        }
    }
}

/// Languages of the lists above that are also written in Latin letters.
const ALSO_LATIN: &str =
    "ku az kk uz tk tg tt ms ha sr bs sh cnr mo ro lad za nan hak shi rif kab ber tzm iu mn";

/// Compares a text's script with its declared language, and names another language if it does not fit.
///
/// A script in the tag (`sr-Latn`, `zh-Latn`) is believed if the text is in it.
pub fn language_for(declared: &str, script: Script) -> Verdict {
    let primary = primary(declared);
    let lists = |list: &str| pieces(list, " ").any(|language| language.eq_ignore_ascii_case(primary));
    if script == Script::Latin {
        let elsewhere = ALPHABETS.iter().chain(&[Script::Han, Script::Kana]).any(|s| lists(languages(*s)));
        let named = declared.as_bytes().windows(4).any(|part| part.eq_ignore_ascii_case(b"latn"));
        return if primary.is_empty() || (elsewhere && !named && !lists(ALSO_LATIN)) {
            Verdict::Unknown
        } else {
            Verdict::Agrees
        };
    }
    let known = languages(script);
    if lists(known) {
        return Verdict::Agrees;
    }
    if script == Script::Other { Verdict::Unknown } else { Verdict::Is(before(known, " ")) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_script_of_a_text_is_the_one_that_most_of_it_is_in() {
        let cases = [
            ("Le gouvernement a présenté 12 mesures.", Script::Latin),
            ("أعلن الوزير عن 12 إجراء مع Microsoft", Script::Arabic),
            ("ירושלים היא עיר", Script::Hebrew),
            ("Правительство объявило о мерах", Script::Cyrillic),
            ("Η κυβέρνηση ανακοίνωσε", Script::Greek),
            ("政府宣布了与 OpenAI 合作的新措施", Script::Han),
            ("政府は新しい対策を発表した", Script::Kana),
            ("東京都知事選挙で小池氏が当選", Script::Kana),
            ("정부는 새로운 대책을 발표했다", Script::Hangul),
            ("รัฐบาลประกาศมาตรการใหม่", Script::Thai),
            ("सरकार ने नए उपायों की घोषणा की", Script::Devanagari),
            ("ⵜⴰⵎⴰⵣⵉⵖⵜ", Script::Other),
            ("அரசு புதிய", Script::Other),
        ];
        for (text, script) in cases {
            assert_eq!(dominant_script(text), Some(script), "{text}");
        }
        assert_eq!(dominant_script(""), None);
        assert_eq!(dominant_script("2024 — 12:30 😀 «…»"), None);
        assert_eq!(dominant_script("٢٠٢٤"), None);
    }

    #[test]
    fn a_long_text_is_sampled_over_its_whole_length() {
        let text =
            "A quotation in English to begin with. ".repeat(500) + &"ثم النص كله بالعربية ".repeat(5_000);
        assert_eq!(dominant_script(&text), Some(Script::Arabic));
    }

    #[test]
    fn a_script_that_the_declared_language_has_is_believed() {
        let agreements = [
            ("fr", Script::Latin),
            ("fr-MA", Script::Latin),
            ("tr", Script::Latin),
            ("ar", Script::Arabic),
            ("AR-ma", Script::Arabic),
            ("fa", Script::Arabic),
            ("ur_PK", Script::Arabic),
            ("ckb", Script::Arabic),
            ("uk", Script::Cyrillic),
            ("sr", Script::Cyrillic),
            ("sr-Latn", Script::Latin),
            ("sr", Script::Latin),
            ("uz", Script::Latin),
            ("zh-Latn", Script::Latin),
            ("zh-Hant-TW", Script::Han),
            ("ja", Script::Han),
            ("ja", Script::Kana),
            ("ko", Script::Hangul),
            ("mr", Script::Devanagari),
            ("zgh", Script::Other),
            ("ta", Script::Other),
        ];
        for (declared, script) in agreements {
            assert_eq!(language_for(declared, script), Verdict::Agrees, "{declared} {script:?}");
        }
    }

    #[test]
    fn a_script_that_the_declared_language_cannot_have_decides() {
        let contradictions = [
            ("fr", Script::Arabic, "ar"),
            ("", Script::Arabic, "ar"),
            ("en", Script::Hebrew, "he"),
            ("fr", Script::Cyrillic, "ru"),
            ("fr", Script::Greek, "el"),
            ("en", Script::Han, "zh"),
            ("zh", Script::Kana, "ja"),
            ("en", Script::Hangul, "ko"),
            ("en", Script::Thai, "th"),
            ("ar", Script::Devanagari, "hi"),
        ];
        for (declared, script, language) in contradictions {
            assert_eq!(language_for(declared, script), Verdict::Is(language), "{declared} {script:?}");
        }
    }

    #[test]
    fn latin_letters_under_an_arabic_tag_are_of_no_known_language() {
        for declared in ["ar", "fa-IR", "he", "ru", "zh", "ja", "ko", "th", "hi", "el", ""] {
            assert_eq!(language_for(declared, Script::Latin), Verdict::Unknown, "{declared}");
        }
        assert_eq!(language_for("fr", Script::Other), Verdict::Unknown);
    }
}
