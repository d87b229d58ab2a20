//! Tests every interface language with the browser's own `Intl`: each text is shown once.

use news_article::locale::{self, Locale};
use news_article::network::json::Json;
use news_article::text::date;
use serde_json::{Map, Value};
use wasm_bindgen::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen]
extern "C" {
    // Other names than those in `Locale`, because two imports of one name do not link.
    #[wasm_bindgen(js_namespace = Intl, js_name = PluralRules)]
    type Rules;
    #[wasm_bindgen(constructor, js_namespace = Intl, js_class = "PluralRules")]
    fn new(tag: &str) -> Rules;
    #[wasm_bindgen(method, js_class = "PluralRules", js_name = select)]
    fn category(this: &Rules, count: u32) -> String;
}

macro_rules! languages {
    ($($tag:literal),* $(,)?) => { [$(($tag, include_str!(concat!("../../src/locale/", $tag, ".json")))),*] };
}

const LANGUAGES: [(&str, &str); 15] =
    languages!["fr", "ar", "en", "es", "de", "it", "pt", "nl", "tr", "pl", "ru", "zh", "ja", "fa", "he"];

/// Together these counts use every plural form of all languages.
const COUNTS: [u32; 8] = [0, 1, 2, 3, 5, 11, 21, 100];

/// Stands for a name, a date or a network. No text contains it.
const FILLING: &str = "§";

fn members(text: &str) -> Map<String, Value> {
    serde_json::from_str(text).unwrap()
}

/// The texts of a language as the element has them: compiled in, or from its file.
fn locale(tag: &str, text: &str) -> Locale {
    let chunk = if locale::is_built_in(tag) { None } else { Json::parse(text) };
    without_labels(tag, chunk)
}

/// The `{placeholders}` in a text.
fn places(text: &str) -> Vec<&str> {
    text.split('{').skip(1).map(|rest| rest.split_once('}').unwrap().0).collect()
}

#[track_caller]
fn assert_is_a_text(place: &str, key: &str, shown: &str) {
    assert!(!shown.trim().is_empty(), "{place}: nothing");
    assert!(!shown.contains(['{', '}']), "{place}: {shown}");
    assert_ne!(shown, key, "{place}: the key itself");
}

#[wasm_bindgen_test]
fn every_text_of_every_language_is_shown_whole() {
    let keys = members(LANGUAGES[0].1);
    for (tag, text) in LANGUAGES {
        let (locale, own) = (locale(tag, text), members(text));
        assert_eq!(locale.tag(), tag);
        assert_eq!(locale.direction() == "rtl", ["ar", "fa", "he"].contains(&tag), "{tag}");
        for key in keys.keys() {
            let place = format!("{tag} {key}");
            let Some(own) = own[key].as_str() else { continue };
            let names = places(own);
            // `src/extras/enlarged.js` fills in this placeholder.
            if key == "enlarged" {
                assert_eq!((names, locale.text(key).as_str()), (vec!["number", "count"], own), "{place}");
                continue;
            }
            assert!(names.len() < 2, "{place}: a text has one place at the most");
            let shown = match names.first() {
                Some(name) => {
                    let shown = locale.with(key, name, FILLING);
                    assert_eq!(shown.matches(FILLING).count(), 1, "{place}: {shown}");
                    shown
                }
                None => locale.text(key),
            };
            assert_is_a_text(&place, key, &shown);
            assert_eq!(shown, own.replace(&format!("{{{}}}", names.first().unwrap_or(&"")), FILLING));
        }
    }
}

#[wasm_bindgen_test]
fn every_count_is_said_in_the_plural_form_of_its_language() {
    let keys = members(LANGUAGES[0].1);
    for (tag, text) in LANGUAGES {
        let (locale, own, rules) = (locale(tag, text), members(text), Rules::new(tag));
        let mut plurals = 0;
        for key in keys.keys() {
            let Some(forms) = own[key].as_object() else { continue };
            plurals += 1;
            let mut met: Vec<String> = Vec::new();
            for count in COUNTS {
                let place = format!("{tag} {key} {count}");
                let form = rules.category(count);
                let own = forms.get(&form).and_then(Value::as_str);
                let own = own.unwrap_or_else(|| panic!("{place}: no form {form:?}"));
                let shown = locale.plural(key, count);
                assert_is_a_text(&place, key, &shown);
                assert_eq!(shown, own.replace("{count}", &locale.number(count)), "{place}");
                met.push(form);
            }
            for form in forms.keys() {
                // Polish and Russian use "other" for fractions only.
                let fractions = form == "other" && ["pl", "ru"].contains(&tag);
                assert!(fractions || met.contains(form), "{tag} {key}: no count shows {form:?}");
            }
        }
        assert_eq!(plurals, 4, "{tag}: reading time, comments, faults of a form, live updates");
    }
}

#[wasm_bindgen_test]
fn dates_numbers_and_lists_are_the_languages_own() {
    let instant = date::parse("2026-08-05T23:30:00+01:00").unwrap();
    let day = date::Instant { has_time: false, ..instant };
    let names = ["Un", "Deux", "Trois"].map(str::to_owned);
    let english = locale("en", "{}");
    for (tag, text) in LANGUAGES {
        let locale = locale(tag, text);
        let (long, short) = (locale.date(&instant), locale.date(&day));
        assert!(!short.is_empty() && long.len() > short.len(), "{tag}: {long}, {short}");
        // The fifth, in its own offset, of the Gregorian year.
        for number in [5, 2026] {
            let digits = locale.number(number).replace(|c: char| !c.is_numeric(), "");
            assert!(short.contains(&digits), "{tag}: {short} without {digits}");
        }
        assert!(tag == "en" || short != english.date(&day), "{tag}: {short} is English");
        for count in COUNTS {
            assert!(locale.number(count).chars().any(char::is_numeric), "{tag}: {count}");
        }
        let list = locale.list(&names);
        assert!(
            names.iter().all(|name| list.contains(name)) && list.len() > "UnDeuxTrois".len(),
            "{tag}: {list}"
        );
        assert_eq!(locale.list(&names[..1]), "Un", "{tag}");
        assert_eq!(locale.list(&[]), "", "{tag}");
    }
}

#[wasm_bindgen_test]
fn a_regions_texts_are_its_languages() {
    for (tag, text) in LANGUAGES {
        for region in ["001", "MA"] {
            let full = format!("{tag}-{region}");
            let (regional, plain) = (locale(&full, text), locale(tag, text));
            assert_eq!(regional.tag(), full);
            assert_eq!(regional.text("retry"), plain.text("retry"));
            assert_eq!(regional.direction(), plain.direction());
        }
    }
}

#[wasm_bindgen_test]
fn a_missing_text_is_english_and_never_a_key() {
    let english = locale("en", "{}");
    let texts = members(LANGUAGES[2].1);
    for (tag, text) in LANGUAGES.into_iter().filter(|(tag, _)| !locale::is_built_in(tag)) {
        // One text at a time is missing, and the others are kept.
        let whole = members(text);
        for key in whole.keys() {
            let mut rest = whole.clone();
            rest.remove(key);
            let locale = locale(tag, &serde_json::to_string(&rest).unwrap());
            match texts[key].get("other").and_then(Value::as_str) {
                // Digits are those of the interface's language.
                Some(other) => {
                    let wanted = other.replace("{count}", &locale.number(100));
                    assert_eq!(locale.plural(key, 100), wanted, "{tag} {key}");
                }
                None => assert_eq!(locale.text(key), english.text(key), "{tag} {key}"),
            }
            assert_eq!(locale.tag(), tag);
            assert_eq!(locale.text("retry") == english.text("retry"), key == "retry", "{tag} {key}");
        }
    }
    assert_eq!(english.text("no-such-key"), "");
    assert_eq!(english.plural("no-such-key", 2), "");
}

fn without_labels(tag: &str, chunk: Option<Json>) -> Locale {
    let locale = Locale::new(tag, chunk, [Json::null(), Json::null()]);
    locale.extend();
    locale.extend_article();
    locale.extend_forms();
    locale.react();
    locale.extend_features();
    locale
}

fn day() -> date::Instant {
    date::Instant { has_time: false, ..date::parse("2026-08-05T09:00:00Z").unwrap() }
}

#[wasm_bindgen_test]
fn a_language_without_texts_is_english_whole() {
    for (tag, chunk) in [("sw", None), ("de", None), ("de", Json::parse("[]")), ("", None), ("???", None)] {
        let locale = without_labels(tag, chunk);
        assert_eq!((locale.tag(), locale.direction()), ("en", "ltr"), "{tag}");
        assert_eq!(locale.text("retry"), "Try again", "{tag}");
        assert_eq!(locale.date(&day()), "August 5, 2026", "{tag}");
    }
}

#[wasm_bindgen_test]
fn a_tag_that_intl_refuses_is_its_language_whole() {
    for tag in ["fr_FR", "fr-", " fr ", "fr-FR-x"] {
        let locale = without_labels(tag, None);
        assert_eq!(locale::primary(locale.tag()), "fr", "{tag}");
        assert_eq!(locale.text("retry"), "Réessayer", "{tag}");
        assert_eq!(locale.date(&day()), "5 août 2026", "{tag}");
    }
    assert_eq!(without_labels("en_GB", None).date(&day()), "5 August 2026");
}
