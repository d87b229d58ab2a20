//! The languages of the interface.

/// A language that the interface has texts in.
#[derive(Clone, Copy, Debug)]
pub struct Language {
    /// Its code, the first part of a tag; the texts are `src/locale/CODE.json`.
    pub code: &'static str,
    /// Its name in English.
    pub name: &'static str,
    /// True if the texts are in the wasm. Otherwise they are fetched from `locale/CODE.json` beside it.
    pub compiled_in: bool,
    /// The groups of tags whose dates and lists of names `src/locale/forms.rs` writes without the browser's `Intl`.
    pub known_tags: &'static [&'static [&'static str]],
}

/// Tags that write dates and lists of names as France does.
pub const FRENCH: &[&str] =
    &["fr", "fr-FR", "fr-MA", "fr-BE", "fr-CH", "fr-LU", "fr-SN", "fr-CI", "fr-ML", "fr-CM"];
/// The tag of Arabic with Morocco's names of months.
pub const MOROCCAN: &[&str] = &["ar-MA"];
/// Tags of Arabic with the international names of months.
pub const ARABIC: &[&str] = &["ar", "ar-001", "ar-AE"];
/// Tags that write dates as the United States do.
pub const ENGLISH: &[&str] = &["en", "en-US"];

/// The languages that are written from right to left, as one text with spaces between: an article may be in any of them.
pub const RIGHT_TO_LEFT: &str = "ar fa he ur ps ckb yi dv ug sd";
/// Those of them in Arabic script, for which the style has fonts and space between lines of their own.
pub const ARABIC_SCRIPT: &[&str] = &["ar", "fa", "ur", "ps", "ckb", "ug", "sd"];

const fn compiled_in(
    code: &'static str,
    name: &'static str,
    known_tags: &'static [&'static [&'static str]],
) -> Language {
    Language { code, name, compiled_in: true, known_tags }
}

const fn fetched(code: &'static str, name: &'static str) -> Language {
    Language { code, name, compiled_in: false, known_tags: &[] }
}

/// Every language.
pub const LANGUAGES: [Language; 15] = [
    compiled_in("fr", "French", &[FRENCH]),
    compiled_in("en", "English", &[ENGLISH]),
    compiled_in("ar", "Arabic", &[MOROCCAN, ARABIC]),
    fetched("de", "German"),
    fetched("es", "Spanish"),
    fetched("fa", "Persian"),
    fetched("he", "Hebrew"),
    fetched("it", "Italian"),
    fetched("ja", "Japanese"),
    fetched("nl", "Dutch"),
    fetched("pl", "Polish"),
    fetched("pt", "Portuguese"),
    fetched("ru", "Russian"),
    fetched("tr", "Turkish"),
    fetched("zh", "Chinese"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arabic_script_runs_from_right_to_left() {
        for language in ARABIC_SCRIPT {
            assert!(RIGHT_TO_LEFT.split(' ').any(|other| other == *language), "{language}");
        }
    }

    #[test]
    fn a_known_tag_is_one_of_its_language_and_stands_once() {
        let mut seen = Vec::new();
        for language in LANGUAGES {
            assert_eq!(language.compiled_in, !language.known_tags.is_empty(), "{}", language.code);
            for tag in language.known_tags.concat() {
                assert_eq!(tag.split('-').next(), Some(language.code));
                assert!(!seen.contains(&tag), "{tag} stands twice");
                seen.push(tag);
            }
        }
    }
}
