//! Language and direction of text.

use super::some;
use crate::article::Direction;
use crate::source::html::attribute::{Attribute, Attributes};
use crate::source::is_code;
use crate::text::search::{pieces, trimmed};

/// The longest language tag, in bytes: RFC 5646, section 4.4.1, names 35 as what covers all but private tags.
const TAG_MAX: usize = 35;

/// Language and direction of text.
#[derive(Default)]
pub(super) struct Language {
    pub(super) lang: Option<String>,
    pub(super) dir: Option<Direction>,
}

impl Language {
    /// The language and the direction that an element gives.
    #[inline(never)]
    pub(super) fn of(attributes: &Attributes<'_>) -> Self {
        let lang = some(attributes.either(Attribute::Language, Attribute::XmlLanguage));
        Language {
            lang: lang.filter(|tag| is_tag(tag)),
            dir: Direction::named(trimmed(&attributes.get(Attribute::Direction))),
        }
    }

    /// Whether the element gives either.
    pub(super) fn is_given(&self) -> bool {
        self.lang.is_some() || self.dir.is_some()
    }

    /// What the element does not give is that of the text around.
    pub(super) fn within(mut self, around: &Language) -> Self {
        self.lang = self.lang.or_else(|| around.lang.clone());
        self.dir = self.dir.or(around.dir);
        self
    }
}

/// Whether a text is a language tag by its form.
fn is_tag(text: &str) -> bool {
    let mut parts = pieces(text, "-");
    text.len() <= TAG_MAX
        && parts.next().is_some_and(is_code)
        && parts.all(|part| !part.is_empty() && part.bytes().all(|b| b.is_ascii_alphanumeric()))
}
