//! What the service is told when it starts.

use crate::Upstream;
use std::fmt;
use std::time::Duration;

/// What the service is told when it starts.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// Who may be asked, each under a prefix of its own.
    pub upstreams: Vec<Upstream>,
    /// What holds for every article. `base` is the address that each was read from.
    pub render: news_article_render::Options,
    /// How much of everything.
    pub limits: Limits,
}

/// How much of everything.
#[derive(Clone, Debug)]
pub struct Limits {
    /// How long an answer is fresh where the upstream does not say.
    pub fresh: Duration,
    /// How much longer it is given out while a newer one is made.
    pub stale: Duration,
    /// How much longer it is given out while the upstream does not answer.
    pub stale_if_error: Duration,
    /// The longest that an upstream is waited for, its body included.
    pub deadline: Duration,
    /// How long the upstream is left alone after it failed.
    pub pause: Duration,
    /// The most bytes of a document, decoded.
    pub body: usize,
    /// The most upstream requests and renderings at once.
    pub at_once: usize,
    /// The longest that one of them waits for its turn.
    pub patience: Duration,
    /// The most requests that are being answered, those that wait included.
    pub requests: usize,
    /// The most bytes of answers that are kept.
    pub cache: u64,
}

impl Default for Limits {
    fn default() -> Self {
        Limits {
            fresh: Duration::from_secs(60),
            stale: Duration::from_secs(10 * 60),
            stale_if_error: Duration::from_secs(24 * 60 * 60),
            deadline: Duration::from_secs(10),
            pause: Duration::from_secs(2),
            body: 2 * 1024 * 1024,
            at_once: 64,
            patience: Duration::from_secs(2),
            requests: 4096,
            cache: 64 * 1024 * 1024,
        }
    }
}

/// Why the service cannot start: one line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Error(pub(crate) String);

impl fmt::Display for Error {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

impl std::error::Error for Error {}
