//! What is answered: HTML with what caches need to know of it, or why there is none, in a line.

use axum::body::Bytes;
use axum::http::{HeaderValue, StatusCode};
use news_article_render::Output;
use sha2::{Digest as _, Sha256};
use std::fmt::Write as _;
use std::time::Duration;

/// The type of HTML.
pub(crate) const HTML: &str = "text/html; charset=utf-8";

/// A document that was made.
#[derive(Clone, Debug)]
pub(crate) struct Answer {
    /// The HTML or JSON.
    pub(crate) body: Bytes,
    /// Its type.
    pub(crate) kind: &'static str,
    /// Its validator: the same bytes have the same one, whichever service made them.
    pub(crate) tag: HeaderValue,
}

impl Answer {
    /// An answer of a text.
    pub(crate) fn new(text: String, output: Output) -> Self {
        let kind = if matches!(output, Output::Json) { "application/json; charset=utf-8" } else { HTML };
        let mut tag = String::from("\"");
        for byte in Sha256::digest(text.as_bytes()).iter().take(16) {
            // Writing to a string does not fail.
            let _ = write!(tag, "{byte:02x}");
        }
        tag.push('"');
        let tag = HeaderValue::try_from(tag).unwrap_or_else(|_| HeaderValue::from_static("\"\""));
        // Without the room that the text had to grow into: the cache counts bytes.
        let body = Bytes::from(text.into_boxed_str().into_boxed_bytes());
        Answer { body, kind, tag }
    }
}

/// Why there is nothing.
#[derive(Clone, Debug)]
pub(crate) enum Failure {
    /// No answer, or it broke off.
    Upstream(String),
    /// Not in time.
    Timeout(Duration),
    /// It said no.
    Status(u16),
    /// More bytes than may be.
    TooLarge(usize),
    /// No UTF-8.
    NotText,
    /// No article, or none that may be shown.
    Article(news_article_render::Error),
    /// Too much is under way.
    Busy,
}

impl Failure {
    pub(crate) fn upstream(error: reqwest::Error) -> Self {
        // The innermost cause says more than the outermost, and the address is the log's alone.
        let error = error.without_url();
        let mut cause: &dyn std::error::Error = &error;
        while let Some(inner) = cause.source() {
            cause = inner;
        }
        Failure::Upstream(cause.to_string())
    }

    /// A word for it, in metrics and the log.
    pub(crate) fn kind(&self) -> &'static str {
        match self {
            Self::Upstream(_) => "network",
            Self::Timeout(_) => "timeout",
            Self::Status(_) => "status",
            Self::TooLarge(_) => "too-large",
            Self::NotText => "not-json",
            Self::Article(error) => error.kind(),
            Self::Busy => "busy",
        }
    }

    /// What it is to whoever asked.
    pub(crate) fn status(&self) -> StatusCode {
        match self {
            Self::Status(404 | 410) => StatusCode::NOT_FOUND,
            Self::Status(401 | 403) => StatusCode::FORBIDDEN,
            Self::Article(news_article_render::Error::Protected(_)) => StatusCode::FORBIDDEN,
            Self::Timeout(_) => StatusCode::GATEWAY_TIMEOUT,
            Self::Busy => StatusCode::SERVICE_UNAVAILABLE,
            _ => StatusCode::BAD_GATEWAY,
        }
    }

    /// Whether the upstream itself says that there is nothing, so that an older answer is not given in its place.
    pub(crate) fn is_final(&self) -> bool {
        matches!(self.status(), StatusCode::NOT_FOUND | StatusCode::FORBIDDEN)
    }

    /// In a line.
    pub(crate) fn line(&self) -> String {
        match self {
            Self::Upstream(reason) => format!("the upstream does not answer: {reason}"),
            Self::Timeout(after) => format!("the upstream has not answered in {} ms", after.as_millis()),
            Self::Status(status) => format!("the upstream answered {status}"),
            Self::TooLarge(most) => format!("the upstream's document is larger than {most} bytes"),
            Self::NotText => "the upstream's document is no UTF-8".to_owned(),
            Self::Article(error) => error.to_string(),
            Self::Busy => "too much is under way; try again".to_owned(),
        }
    }
}
