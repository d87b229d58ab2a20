//! The look of text and pictures, as far as it has a meaning: poems keep their lines, and columns their alignment.

use super::class;
use crate::article::Align;
use crate::source::html::attribute::{Attribute, Attributes};
use crate::source::html::style;
use crate::source::html::tag::Tag;
use crate::text::search::{before, has_word, words};

/// The handling of white space.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum White {
    /// Any amount becomes one space.
    #[default]
    Collapse,
    /// The same, but line breaks are kept.
    Lines,
    /// All of it is kept.
    Keep,
}

/// The look inside of an element.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Look {
    pub(super) white: White,
    /// The side to which the element floats.
    pub(super) float: Option<Align>,
    /// The alignment of text.
    pub(super) text: Option<Align>,
}

impl Look {
    /// Applies what an element says.
    pub(super) fn take_in(&mut self, tag: Tag, class: &str, style: &str, attributes: &Attributes<'_>) {
        if matches!(tag, Tag::Table | Tag::Cell | Tag::HeaderCell) {
            self.text = None;
            self.float = None;
        }
        for class in words(class) {
            self.float = class::float(class).or(self.float);
            self.text = class.strip_prefix("has-text-align-").and_then(Align::named).or(self.text);
        }
        let align = Align::named(&attributes.get(Attribute::Align).to_ascii_lowercase());
        if tag == Tag::Image {
            self.float = align.filter(|side| *side != Align::Center).or(self.float);
        } else {
            self.text = align.or(self.text);
        }
        if style.is_empty() {
            return;
        }
        let side = |property| {
            let value = before(style::value(style, property)?, " !");
            Align::named(if value == "end" { "right" } else { value })
        };
        self.float = side("float").or(self.float);
        self.text = side("text-align").or(self.text);
        // Editors copy it onto every span, where it has no meaning.
        if !tag.is_inline()
            && let Some(value) = style::value(style, "white-space")
        {
            let value = before(value, " !");
            self.white = if value == "pre-line" {
                White::Lines
            } else if has_word("pre pre-wrap break-spaces", value) {
                White::Keep
            } else {
                White::Collapse
            };
        }
    }
}
