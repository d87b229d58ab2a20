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
    /// The language and the direction that an element gives.
    #[inline(never)]
    pub(super) fn of(attributes: &Attributes<'_>) -> Self {
        let lang = attributes.either(Attribute::Language, Attribute::XmlLanguage);
        Language {
            lang: language::tag(trimmed(&lang)),
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
