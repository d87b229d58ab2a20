//! The reasons for which there is no document.

use js_sys::Reflect;
use news_article_contract::error;
use wasm_bindgen::JsValue;

/// The kind of a failure. The names are the public `kind`s of the event `error`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// No answer, or it broke off: offline, refused, reset, no CORS header.
    Network,
    /// The answer was not complete in time.
    Timeout,
    /// An HTTP status that is no success.
    Status,
    /// More bytes, or blocks, than the cap.
    TooLarge,
    /// An answer that is no JSON.
    NotJson,
    /// JSON that is no article.
    Malformed,
    /// An article behind a password.
    Protected,
    /// A part of the widget itself did not arrive.
    Load,
    /// A fault of the widget.
    Internal,
}

impl Kind {
    /// The public name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Network => error::NETWORK,
            Self::Timeout => error::TIMEOUT,
            Self::Status => error::STATUS,
            Self::TooLarge => error::TOO_LARGE,
            Self::NotJson => error::NOT_JSON,
            Self::Malformed => error::MALFORMED,
            Self::Protected => error::PROTECTED,
            Self::Load => error::LOAD,
            Self::Internal => error::INTERNAL,
        }
    }
}

/// A failure, for the event and the reader.
#[derive(Clone, Debug)]
pub struct Failure {
    /// The kind of failure.
    pub kind: Kind,
    /// The HTTP status, or 0.
    pub status: u16,
    /// A message for the developer.
    pub message: String,
    /// The milliseconds that the server asked to wait.
    pub(super) retry_after: Option<f64>,
}

impl Failure {
    /// A failure with no status.
    pub fn new(kind: Kind, message: &str) -> Self {
        Failure { kind, status: 0, message: message.to_owned(), retry_after: None }
    }

    /// Returns true if a retry can help: for the statuses of temporary faults (RFC 9110, section 15, RFC 6585 and RFC
    /// 8470).
    pub(super) fn is_passing(&self) -> bool {
        match self.kind {
            Kind::Network => true,
            Kind::Status => matches!(self.status, 408 | 425 | 429 | 500 | 502 | 503 | 504),
            _ => false,
        }
    }
}

/// A field of an object that the page may have made.
pub(super) fn field(object: &JsValue, name: &str) -> JsValue {
    Reflect::get(object, &JsValue::from_str(name)).unwrap_or(JsValue::UNDEFINED)
}

/// The failure for an error that was thrown, or for a rejected promise.
pub(super) fn thrown(error: &JsValue) -> Failure {
    Failure::new(Kind::Network, &field(error, "message").as_string().unwrap_or_default())
}
