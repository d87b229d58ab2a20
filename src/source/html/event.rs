//! The events of a document, from [`super::scan`] or the browser's parser to [`super::build`].

use super::attribute::Attributes;
use super::tag::Tag;

/// An event of well-nested HTML: each element that opens closes, the last one first.
#[derive(Clone, Debug)]
pub(super) enum Event<'a> {
    /// An element opens. One that [`Tag::is_void`] closes at once, without an event.
    Open(Tag, Attributes<'a>),
    /// The last open element closes.
    Close,
    /// Text, with its entities.
    Text(&'a str),
}
