//! The errors for a document that is no article.

use crate::text::search::concat;

/// An error, for readers and for developers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SourceError {
    /// The kind of error.
    pub kind: SourceErrorKind,
    /// A message for developers: `wordpress: content.rendered is missing`.
    pub message: String,
}

/// The kind of error.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SourceErrorKind {
    /// A required field is missing, or the document has no known shape.
    Malformed,
    /// The article is protected by a password.
    Protected,
    /// There is more than the limits allow.
    TooLarge,
}

impl SourceError {
    /// The error for a required field that is missing.
    pub fn missing(source: &str, field: &str) -> Self {
        Self::malformed(source, &concat(&[field, " is missing"]))
    }

    /// The error for exceeding a limit.
    pub fn too_large(message: &str) -> Self {
        SourceError { kind: SourceErrorKind::TooLarge, message: message.to_owned() }
    }

    /// The error for any other fault of a document.
    pub fn malformed(source: &str, what: &str) -> Self {
        SourceError { kind: SourceErrorKind::Malformed, message: concat(&[source, ": ", what]) }
    }
}
