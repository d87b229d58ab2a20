//! Why a document is no article.

use crate::text::search::concat;

/// The reason, for whoever shows it and for the developer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SourceError {
    /// What kind of failure it is.
    pub kind: SourceErrorKind,
    /// For the developer: `wordpress: content.rendered is missing`.
    pub message: String,
}

/// What kind of failure it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SourceErrorKind {
    /// A required field is missing, or the document is of no known shape.
    Malformed,
    /// There is an article, behind a password.
    Protected,
    /// More than the caps allow.
    TooLarge,
}

impl SourceError {
    /// A required field is not there.
    pub fn missing(source: &str, field: &str) -> Self {
        Self::malformed(source, &concat(&[field, " is missing"]))
    }

    /// There is more than a cap allows.
    pub fn too_large(message: &str) -> Self {
        SourceError { kind: SourceErrorKind::TooLarge, message: message.to_owned() }
    }

    /// The document is wrong in some other way.
    pub fn malformed(source: &str, what: &str) -> Self {
        SourceError { kind: SourceErrorKind::Malformed, message: concat(&[source, ": ", what]) }
    }
}
