//! The reasons for a failed load: the member `kind` of the event `error`.

/// A kind of failure.
#[derive(Clone, Copy, Debug)]
pub struct ErrorKind {
    /// Its word.
    pub name: &'static str,
    /// In words: the reason.
    pub description: &'static str,
}

/// No answer.
pub const NETWORK: &str = "network";
/// The answer was not complete in time.
pub const TIMEOUT: &str = "timeout";
/// An HTTP status that is no success.
pub const STATUS: &str = "status";
/// An answer that is no JSON.
pub const NOT_JSON: &str = "not-json";
/// JSON that is no article.
pub const MALFORMED: &str = "malformed";
/// A post behind a password.
pub const PROTECTED: &str = "protected";
/// More than is allowed.
pub const TOO_LARGE: &str = "too-large";
/// The program did not arrive.
pub const LOAD: &str = "load";
/// A fault of the element itself.
pub const INTERNAL: &str = "internal";

/// Every kind.
pub const ERROR_KINDS: [ErrorKind; 9] = [
    ErrorKind { name: NETWORK, description: "No answer, or it broke off: offline, refused, no CORS header." },
    ErrorKind { name: TIMEOUT, description: "No whole answer within `timeout` seconds." },
    ErrorKind { name: STATUS, description: "The endpoint said no; `status` has the number." },
    ErrorKind { name: NOT_JSON, description: "An answer that is no JSON." },
    ErrorKind {
        name: MALFORMED,
        description: "JSON that is no article, or `transform` threw; `message` names the field.",
    },
    ErrorKind { name: PROTECTED, description: "A post behind a password." },
    ErrorKind {
        name: TOO_LARGE,
        description: "Over 2 MB, or more blocks, or parts of them, than any article has.",
    },
    ErrorKind {
        name: LOAD,
        description: "The program itself did not arrive, or not within a minute: the fallback and the event only, no sentence.",
    },
    ErrorKind {
        name: INTERNAL,
        description: "A fault of the element itself, for the third time: the fallback and the event only. After the first and second it starts anew by itself, with what the reader had typed.",
    },
];
