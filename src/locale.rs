//! The interface's texts, in the reader's language.
//!
//! `locale/*.json` have one text a key. French, English and Arabic are compiled in; the shell fetches the others
//! beside the wasm. **A language without texts falls back whole, texts and `Intl` forms alike, to English.** Plurals
//! come from the browser's `Intl`, and so do numbers, dates and lists of names in languages that [`forms`] does not
//! know.

mod forms;
mod intl;
pub(crate) mod texts;

use crate::network::json::Json;
use crate::text::date::Instant;
use crate::text::direction::isolated;
use crate::text::number::digits;
use crate::text::search::{around, before, concat, has_word, replaced, trimmed};
use forms::Forms;
use news_article_contract::language::RIGHT_TO_LEFT;
use std::cell::{OnceCell, RefCell};

/// Texts, numbers and dates of one interface language.
#[derive(Clone, Debug)]
pub struct Locale {
    /// The full tag: `ar-MA`.
    tag: String,
    forms: Option<&'static Forms>,
    texts: Json,
    labels: [Json; 2],
    /// Texts for keys that are missing in `texts`, if those were fetched.
    english: Json,
    /// The texts of an article from JSON, if they are compiled in, once its views are loaded.
    article: OnceCell<Json>,
    /// The texts of the sections, if they are compiled in, once the sections are loaded.
    sections: OnceCell<Json>,
    /// The texts of the forms, likewise.
    forms_texts: OnceCell<Json>,
    /// The texts of what reacts to the reader, likewise.
    reactive: OnceCell<Json>,
    /// The texts of features that few pages have, by the name of the feature.
    rarer: RefCell<Vec<(&'static str, Json)>>,
}

/// The language part of a tag, in lower case: `fr` of `fr-MA`.
pub fn primary(tag: &str) -> String {
    before(trimmed(tag), "-_").to_ascii_lowercase()
}

/// The writing direction of a language, `ltr` or `rtl`.
pub fn direction(tag: &str) -> &'static str {
    let language = primary(tag);
    if has_word(RIGHT_TO_LEFT, &language) { "rtl" } else { "ltr" }
}

/// Returns true if the language's texts are compiled in.
pub fn is_built_in(tag: &str) -> bool {
    texts::first(&primary(tag)).is_some()
}

/// All texts of a language that browsers would fetch.
#[cfg(not(browser))]
pub fn whole(tag: &str) -> Option<Json> {
    texts::whole(&primary(tag)).map(parsed)
}

/// The texts for keys that a language lacks.
fn english() -> Json {
    texts::first("en").map_or_else(Json::null, parsed)
}

fn parsed(text: &str) -> Json {
    Json::parse(text).unwrap_or_else(Json::null)
}

impl Locale {
    /// The texts for `tag`: built in, or from `chunk`, or else English. The publisher's own `labels` override them,
    /// the first before the second. A malformed tag (`fr_FR`, `fr-`) is read as what it means.
    pub fn new(tag: &str, chunk: Option<Json>, labels: [Json; 2]) -> Self {
        let mut tag = replaced(trimmed(tag), "_", "-");
        let mut supported = intl::supports(&tag);
        if !supported {
            tag = primary(&tag);
            supported = intl::supports(&tag);
        }
        let own = texts::first(&primary(&tag)).filter(|_| supported).map(parsed);
        let (texts, english) = match (own, chunk.filter(|texts| supported && texts.is_object())) {
            (Some(own), _) => (own, Json::null()),
            (None, Some(texts)) => (texts, english()),
            (None, None) => {
                tag = "en".to_owned();
                (english(), Json::null())
            }
        };
        Locale {
            forms: forms::of(&tag),
            tag,
            texts,
            labels,
            english,
            article: OnceCell::new(),
            sections: OnceCell::new(),
            forms_texts: OnceCell::new(),
            reactive: OnceCell::new(),
            rarer: RefCell::default(),
        }
    }

    /// Adds the texts of the sections. They are compiled into the sections' chunk, so this must be called there, and
    /// are not part of the texts that every page loads first.
    pub fn extend(&self) {
        self.sections.get_or_init(|| parsed(texts::sections(&primary(&self.tag))));
    }

    /// Adds the texts of an article from JSON, likewise.
    pub fn extend_article(&self) {
        self.article.get_or_init(|| parsed(texts::article(&primary(&self.tag))));
    }

    /// Adds the texts of the forms, likewise.
    pub fn extend_forms(&self) {
        self.forms_texts.get_or_init(|| parsed(texts::forms(&primary(&self.tag))));
    }

    /// Adds the texts of what reacts to the reader, likewise.
    pub fn react(&self) {
        self.reactive.get_or_init(|| parsed(texts::reactive(&primary(&self.tag))));
    }

    /// Adds the texts of a feature that few pages have, likewise.
    pub fn add(&self, name: &'static str, texts: fn(&str) -> &'static str) {
        let mut rarer = self.rarer.borrow_mut();
        if !rarer.iter().any(|(known, _)| *known == name) {
            rarer.push((name, parsed(texts(&primary(&self.tag)))));
        }
    }

    /// Adds the texts of all features that few pages have, where there are no chunks.
    pub fn extend_features(&self) {
        self.add("comments", texts::comments);
        self.add("extras", texts::extras);
        self.add("live", texts::live);
    }

    /// The tag of the language that the texts are in.
    pub fn tag(&self) -> &str {
        &self.tag
    }

    /// The direction of the interface.
    pub fn direction(&self) -> &'static str {
        direction(&self.tag)
    }

    fn entry(&self, key: &str) -> Json {
        let [own, site] = &self.labels;
        let first = [own, site, &self.texts, &self.english].map(Some);
        let late = [&self.article, &self.sections, &self.forms_texts, &self.reactive].map(OnceCell::get);
        for texts in first.into_iter().chain(late) {
            let text = texts.map_or_else(Json::null, |texts| texts.get(key));
            if !text.is_null() {
                return text;
            }
        }
        let rarer = self.rarer.borrow();
        let mut found = rarer.iter().map(|(_, texts)| texts.get(key));
        found.find(|text| !text.is_null()).unwrap_or_else(Json::null)
    }

    /// The text of a key.
    pub fn text(&self, key: &str) -> String {
        self.entry(key).text().unwrap_or_default()
    }

    /// The text of a key, with `{name}` replaced by a value.
    pub fn with(&self, key: &str, name: &str, value: &str) -> String {
        replaced(&self.text(key), &concat(&["{", name, "}"]), value)
    }

    /// The same for words of an article or a reader, isolated so that their direction does not affect the sentence.
    pub fn with_words(&self, key: &str, name: &str, words: &str) -> String {
        self.with(key, name, &isolated(words))
    }

    /// The text of a key in the plural form of `count`, with `{count}` replaced.
    pub fn plural(&self, key: &str, count: u32) -> String {
        let entry = self.entry(key);
        let form = entry.get(&intl::plural(&self.tag, count)).text();
        let text = form.or_else(|| entry.get("other").text()).or_else(|| entry.text()).unwrap_or_default();
        replaced(&text, "{count}", &self.number(count))
    }

    /// A whole number in the language's digits.
    pub fn number(&self, number: u32) -> String {
        // Other digits, or separators in small numbers, are possible only in languages written from right to left, or
        // if the tag asks for them.
        let latin = self.forms.is_some() || self.direction() == "ltr" && around(&self.tag, "-u-").is_none();
        if number < 1_000 && latin {
            return digits(number);
        }
        intl::number(&self.tag, number)
    }

    /// A date, with the time of day if it has one, in its own offset.
    pub fn date(&self, instant: &Instant) -> String {
        match self.forms {
            Some(forms) => forms.date(instant),
            None => intl::date(&self.tag, instant),
        }
    }

    /// A list of names: "a, b et c".
    pub fn list(&self, names: &[String]) -> String {
        match (self.forms, names) {
            // Most articles have one author, for whom the browser need not be asked.
            (_, [one]) => one.clone(),
            (Some(forms), _) => forms.list(names),
            (None, _) => intl::list(&self.tag, names),
        }
    }
}

#[cfg(test)]
mod tests;
