//! The errors of rendering.

use news_article::source::{SourceError, SourceErrorKind};
use std::fmt;

/// The reason why nothing was rendered, in one line, for whoever sent the document or set the option.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Error {
    /// The document is not a readable article: `native: title is missing`.
    Article(String),
    /// The article is protected by a password.
    Protected(String),
    /// The article exceeds a limit.
    TooLarge(String),
    /// An option cannot be used: `base: "foo" is no address of the web`.
    Option(String),
}

impl Error {
    /// The name of the kind in events and metrics: `malformed`, `protected`, `too-large`, `option`.
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Article(_) => "malformed",
            Self::Protected(_) => "protected",
            Self::TooLarge(_) => "too-large",
            Self::Option(_) => "option",
        }
    }

    pub(crate) fn option(name: &str, what: impl fmt::Display) -> Self {
        Self::Option(format!("{name}: {what}"))
    }
}

impl fmt::Display for Error {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (Self::Article(message)
        | Self::Protected(message)
        | Self::TooLarge(message)
        | Self::Option(message)) = self;
        // A document may put line breaks into the message.
        for (at, line) in message.lines().enumerate() {
            formatter.write_str(if at == 0 { "" } else { " " })?;
            formatter.write_str(line)?;
        }
        Ok(())
    }
}

impl std::error::Error for Error {}

impl From<SourceError> for Error {
    fn from(error: SourceError) -> Self {
        match error.kind {
            SourceErrorKind::Malformed => Self::Article(error.message),
            SourceErrorKind::Protected => Self::Protected(error.message),
            SourceErrorKind::TooLarge => Self::TooLarge(error.message),
        }
    }
}
