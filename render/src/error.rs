//! Why nothing was rendered.

use news_article::source::{SourceError, SourceErrorKind};
use std::fmt;

/// Why nothing was rendered: one line, for whoever sent the document or has set the option.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Error {
    /// The document is no article that can be read: `native: title is missing`.
    Article(String),
    /// The article is behind a password.
    Protected(String),
    /// There is more of it than the caps allow.
    TooLarge(String),
    /// An option cannot be used: `base: "foo" is no address of the web`.
    Option(String),
}

impl Error {
    /// A word for the kind, as events and metrics name it: `malformed`, `protected`, `too-large`, `option`.
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
        // One line, whatever a document holds.
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
