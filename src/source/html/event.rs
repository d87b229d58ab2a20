//! The events that a piece of HTML is told as, from [`super::scan`] or the browser's parser to [`super::build`].

use super::attribute::Attributes;
use super::tag::Tag;

/// A piece of well-nested HTML: each element that opens closes, and what opened last closes first.
#[derive(Clone, Debug)]
pub(super) enum Event<'a> {
    /// An element opens. One that [`Tag::is_void`] closes at once, without an event.
    Open(Tag, Attributes<'a>),
    /// The element that opened last, of those still open, closes.
    Close,
    /// Text, with its entities.
    Text(&'a str),
}
