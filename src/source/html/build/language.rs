//! Language and direction of text.

use crate::article::Direction;
use crate::source::html::attribute::{Attribute, Attributes};
use crate::text::language;
use crate::text::search::trimmed;

/// Language and direction of text.
#[derive(Default)]
pub(super) struct Language {
    pub(super) lang: Option<String>,
    pub(super) dir: Option<Direction>,
}

impl Language {
    /// Language and direction by an element's attributes.
    #[inline(never)]
    pub(super) fn of(attributes: &Attributes<'_>) -> Self {
        let lang = attributes.either(Attribute::Language, Attribute::XmlLanguage);
        Language {
            lang: language::tag(trimmed(&lang)),
            dir: Direction::named(trimmed(&attributes.get(Attribute::Direction))),
        }
    }

    /// Returns true if the element has either.
    pub(super) fn is_given(&self) -> bool {
        self.lang.is_some() || self.dir.is_some()
    }

    /// Takes from the surrounding text what the element does not state.
    pub(super) fn within(mut self, around: &Language) -> Self {
        self.lang = self.lang.or_else(|| around.lang.clone());
        self.dir = self.dir.or(around.dir);
        self
    }
}
