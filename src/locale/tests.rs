//! Every interface language says everything that French says, with its own plurals and its own typography.

#![allow(clippy::expect_used, clippy::panic)]

use std::fmt;

use news_article_contract::language::LANGUAGES as KNOWN;
use news_article_contract::text::{self, LateTexts};
use serde::Deserialize;
use serde::de::{Deserializer, MapAccess, Visitor};

/// One language: its tag, the CLDR plural categories of its integers in CLDR's order, and its file.
struct Language {
    tag: &'static str,
    plurals: &'static [&'static str],
    json: &'static str,
}

const ONE_OTHER: &[&str] = &["one", "other"];
const SLAVIC: &[&str] = &["one", "few", "many", "other"];

const LANGUAGES: [Language; 15] = [
    Language { tag: "fr", plurals: ONE_OTHER, json: include_str!("fr.json") },
    Language { tag: "en", plurals: ONE_OTHER, json: include_str!("en.json") },
    Language {
        tag: "ar",
        plurals: &["zero", "one", "two", "few", "many", "other"],
        json: include_str!("ar.json"),
    },
    Language { tag: "es", plurals: ONE_OTHER, json: include_str!("es.json") },
    Language { tag: "de", plurals: ONE_OTHER, json: include_str!("de.json") },
    Language { tag: "it", plurals: ONE_OTHER, json: include_str!("it.json") },
    Language { tag: "pt", plurals: ONE_OTHER, json: include_str!("pt.json") },
    Language { tag: "nl", plurals: ONE_OTHER, json: include_str!("nl.json") },
    Language { tag: "tr", plurals: ONE_OTHER, json: include_str!("tr.json") },
    Language { tag: "pl", plurals: SLAVIC, json: include_str!("pl.json") },
    Language { tag: "ru", plurals: SLAVIC, json: include_str!("ru.json") },
    Language { tag: "zh", plurals: &["other"], json: include_str!("zh.json") },
    Language { tag: "ja", plurals: &["other"], json: include_str!("ja.json") },
    Language { tag: "fa", plurals: ONE_OTHER, json: include_str!("fa.json") },
    Language { tag: "he", plurals: &["one", "two", "other"], json: include_str!("he.json") },
];

/// A text as it stands in a file.
#[derive(Deserialize)]
#[serde(untagged)]
enum Text {
    Plain(String),
    Plural(Entries<String>),
}

/// An object's entries in the order of the file, repeated keys kept: a map would hide both.
struct Entries<T>(Vec<(String, T)>);

impl<T> Entries<T> {
    fn keys(&self) -> Vec<&str> {
        self.0.iter().map(|(key, _)| key.as_str()).collect()
    }

    fn get(&self, wanted: &str) -> Option<&T> {
        self.0.iter().find(|(key, _)| key == wanted).map(|(_, value)| value)
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Entries<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct InOrder<T>(std::marker::PhantomData<T>);

        impl<'de, T: Deserialize<'de>> Visitor<'de> for InOrder<T> {
            type Value = Entries<T>;

            fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str("an object")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                let mut entries = Vec::new();
                while let Some(entry) = map.next_entry()? {
                    entries.push(entry);
                }
                Ok(Entries(entries))
            }
        }

        deserializer.deserialize_map(InOrder(std::marker::PhantomData))
    }
}

impl Language {
    fn texts(&self) -> Entries<Text> {
        serde_json::from_str(self.json).unwrap_or_else(|error| panic!("{}.json: {error}", self.tag))
    }

    /// Whether a form of this category stands for one number alone and may say it in words.
    /// Russian "one" is also 21, 31, and so on: it never may.
    fn says_the_number_itself(&self, category: &str, french_does: bool) -> bool {
        match self.tag {
            "ar" | "he" => matches!(category, "zero" | "one" | "two"),
            "ru" => false,
            _ => category == "one" && french_does,
        }
    }
}

fn french() -> Entries<Text> {
    LANGUAGES.iter().find(|language| language.tag == "fr").expect("French is listed").texts()
}

/// Every sentence of every language, with the place where it stands, for a fault's message.
fn sentences() -> Vec<(&'static str, String, String)> {
    let mut all = Vec::new();
    for language in &LANGUAGES {
        for (key, text) in language.texts().0 {
            match text {
                Text::Plain(sentence) => all.push((language.tag, key, sentence)),
                Text::Plural(forms) => {
                    for (category, sentence) in forms.0 {
                        all.push((language.tag, format!("{key}.{category}"), sentence));
                    }
                }
            }
        }
    }
    all
}

/// The `{names}` of a text, sorted.
fn placeholders(text: &str) -> Vec<&str> {
    let mut names: Vec<&str> =
        text.split('{').skip(1).filter_map(|rest| rest.split_once('}')).map(|(name, _)| name).collect();
    names.sort_unstable();
    names
}

/// Fails with every sentence that `is_faulty` names, not only the first.
fn assert_no_sentence(fault: &str, is_faulty: impl Fn(&str, &str) -> bool) {
    let faulty: Vec<String> = sentences()
        .iter()
        .filter(|(tag, _, sentence)| is_faulty(tag, sentence))
        .map(|(tag, place, sentence)| format!("{tag} {place}: {sentence:?}"))
        .collect();
    assert!(faulty.is_empty(), "{fault}:\n{}", faulty.join("\n"));
}

/// Each mark of `marks` in the sentence with the character before it (a space where there is none).
fn before(sentence: &str, marks: &str) -> Vec<(char, char)> {
    let previous = std::iter::once(' ').chain(sentence.chars());
    previous.zip(sentence.chars()).filter(|(_, mark)| marks.contains(*mark)).collect()
}

#[test]
fn every_language_has_the_keys_of_french_in_its_order() {
    let french = french();
    for language in &LANGUAGES {
        assert_eq!(language.texts().keys(), french.keys(), "{}", language.tag);
    }
}

#[test]
fn every_language_of_the_contract_is_looked_at() {
    let mut known: Vec<&str> = KNOWN.iter().map(|language| language.code).collect();
    let mut tested: Vec<&str> = LANGUAGES.iter().map(|language| language.tag).collect();
    known.sort_unstable();
    tested.sort_unstable();
    assert_eq!(tested, known);
}

#[test]
fn no_key_stands_twice() {
    let french = french();
    let mut keys = french.keys();
    let count = keys.len();
    keys.sort_unstable();
    keys.dedup();
    assert_eq!(keys.len(), count);
}

#[test]
fn plurals_have_exactly_the_categories_of_their_language() {
    let french = french();
    for language in &LANGUAGES {
        for (key, text) in language.texts().0 {
            match (french.get(&key), text) {
                (Some(Text::Plain(_)), Text::Plain(_)) => {}
                (Some(Text::Plural(_)), Text::Plural(forms)) => {
                    assert_eq!(forms.keys(), language.plurals, "{} {key}", language.tag);
                }
                _ => panic!(
                    "{} {key}: a plural in one of French and this, a plain text in the other",
                    language.tag
                ),
            }
        }
    }
}

#[test]
fn every_text_has_the_placeholders_of_french() {
    let french = french();
    for language in &LANGUAGES {
        for (key, text) in language.texts().0 {
            match (french.get(&key), text) {
                (Some(Text::Plain(source)), Text::Plain(sentence)) => {
                    assert_eq!(placeholders(&sentence), placeholders(source), "{} {key}", language.tag);
                }
                (Some(Text::Plural(source)), Text::Plural(forms)) => {
                    let full = placeholders(source.get("other").expect("French has \"other\""));
                    let french_does = source.get("one").is_some_and(|one| !one.contains("{count}"));
                    let wordy: Vec<&str> = full.iter().copied().filter(|name| *name != "count").collect();
                    for (category, sentence) in &forms.0 {
                        let found = placeholders(sentence);
                        let in_words =
                            language.says_the_number_itself(category, french_does) && found == wordy;
                        assert!(found == full || in_words, "{} {key}.{category}: {sentence:?}", language.tag);
                    }
                }
                _ => panic!("{} {key}: not the shape of French", language.tag),
            }
        }
    }
}

#[test]
fn braces_only_hold_placeholders() {
    assert_no_sentence("stray brace", |_, sentence| {
        let names = placeholders(sentence);
        let well_named =
            names.iter().all(|name| !name.is_empty() && name.chars().all(|c| c.is_ascii_alphabetic()));
        !well_named
            || sentence.matches('{').count() != names.len()
            || sentence.matches('}').count() != names.len()
    });
}

#[test]
fn no_text_is_empty_or_badly_spaced() {
    assert_no_sentence("empty, or a space too many", |_, sentence| {
        let mut pairs = sentence.chars().zip(sentence.chars().skip(1));
        sentence.trim() != sentence
            || sentence.is_empty()
            || pairs.any(|(a, b)| a.is_whitespace() && b.is_whitespace())
            || sentence.chars().any(char::is_control)
    });
}

#[test]
fn no_text_uses_typewriter_quotes_or_dots() {
    assert_no_sentence("typewriter typography", |_, sentence| {
        sentence.contains(['\'', '"']) || sentence.contains("...")
    });
}

#[test]
fn only_french_puts_spaces_before_tall_punctuation_and_they_do_not_break() {
    assert_no_sentence("wrong space before : ; ! ?", |tag, sentence| {
        before(sentence, ":;!?").into_iter().any(|(previous, mark)| match (tag, mark) {
            ("fr", ':') => previous != '\u{a0}',
            ("fr", _) => previous != '\u{202f}',
            _ => previous.is_whitespace(),
        })
    });
}

#[test]
fn french_quotes_hold_their_spaces() {
    assert_no_sentence("« » without U+00A0", |tag, sentence| {
        tag == "fr"
            && (sentence.split('«').skip(1).any(|rest| !rest.starts_with('\u{a0}'))
                || before(sentence, "»").into_iter().any(|(previous, _)| previous != '\u{a0}'))
    });
}

#[test]
fn arabic_and_persian_use_their_own_comma_semicolon_and_question_mark() {
    assert_no_sentence("Latin punctuation", |tag, sentence| {
        matches!(tag, "ar" | "fa") && sentence.contains([',', ';', '?'])
    });
}

#[test]
fn chinese_and_japanese_use_full_width_punctuation() {
    assert_no_sentence("half-width punctuation", |tag, sentence| {
        matches!(tag, "zh" | "ja") && sentence.contains([',', ';', ':', '!', '?', '(', ')'])
    });
}

#[test]
fn spanish_opens_what_it_closes() {
    assert_no_sentence("¡ or ¿ missing", |tag, sentence| {
        tag == "es"
            && (sentence.matches('¡').count() != sentence.matches('!').count()
                || sentence.matches('¿').count() != sentence.matches('?').count())
    });
}

#[test]
fn the_note_on_required_fields_ends_with_the_asterisk() {
    for language in &LANGUAGES {
        let texts = language.texts();
        let note = texts.get("commentNote");
        assert!(matches!(note, Some(Text::Plain(note)) if note.ends_with('*')), "{}", language.tag);
    }
}

/// The modules that every page needs, those of an article from JSON, and those of the sections as they stand.
const EVERY: [&str; 6] = [
    include_str!("../element/controller.rs"),
    include_str!("../element/controller/display.rs"),
    include_str!("../element/controller/document.rs"),
    include_str!("../element/controller/page.rs"),
    include_str!("../reading.rs"),
    include_str!("../view/page.rs"),
];
const FIRST: [&str; 6] = [
    include_str!("../view/frame.rs"),
    include_str!("../view/body.rs"),
    include_str!("../view/content.rs"),
    include_str!("../view/figure.rs"),
    include_str!("../view/header.rs"),
    include_str!("../view/status.rs"),
];
const LINKS: [&str; 6] = [
    include_str!("../related/placeholder.rs"),
    include_str!("../related/view.rs"),
    include_str!("../share/row.rs"),
    include_str!("../share/view.rs"),
    include_str!("../share/social.rs"),
    include_str!("../view/tags.rs"),
];
const STANDING: [&str; 5] = [
    include_str!("../comments/view.rs"),
    include_str!("../form/fields.rs"),
    include_str!("../form/view.rs"),
    include_str!("../newsletter.rs"),
    include_str!("../comments/thread_view.rs"),
];

/// Asserts that none of the texts that come with a chunk is shown before it is here.
#[track_caller]
fn assert_unsaid(late: &LateTexts, modules: &[&str]) {
    for key in late.keys {
        let said = format!("\"{key}\"");
        let calls = ["text(", "with(", "plural(", "say("].map(|call| [call, &said].concat());
        assert!(
            !modules.iter().any(|module| calls.iter().any(|call| module.contains(call))),
            "{key}: too early"
        );
    }
}

#[test]
fn what_comes_before_the_sections_does_without_their_words() {
    for late in text::LATE {
        assert_unsaid(&late, &EVERY);
    }
    assert_unsaid(&text::ARTICLE, &LINKS);
    assert_unsaid(&text::ARTICLE, &STANDING);
    assert_unsaid(&text::SECTIONS, &FIRST);
    assert_unsaid(&text::FORMS, &FIRST);
    assert_unsaid(&text::FORMS, &LINKS);
}

#[test]
fn what_stands_before_anything_reacts_does_without_the_words_for_it() {
    assert_unsaid(&text::REACTIVE, &FIRST);
    assert_unsaid(&text::REACTIVE, &LINKS);
    assert_unsaid(&text::REACTIVE, &STANDING);
}
