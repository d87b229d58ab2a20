//! Asking an upstream: with a deadline over the whole body, a cap on what is decoded, and no way out of the upstream.

use crate::answer::Failure;
use crate::options::Limits;
use crate::private::Public;
use crate::upstream::{Upstream, Validator};
use reqwest::header::{self, HeaderMap, HeaderValue};
use reqwest::redirect::{Attempt, Policy};
use reqwest::{Client, StatusCode, Url};
use std::time::Duration;

/// The client of one upstream.
#[derive(Clone, Debug)]
pub(crate) struct Fetch {
    client: Client,
    deadline: Duration,
    most: usize,
}

/// What an upstream answered.
#[derive(Debug)]
pub(crate) enum Fetched {
    /// The document that is known still stands.
    Same { fresh: Option<Duration> },
    /// A document.
    Document { text: String, fresh: Option<Duration>, validators: Vec<Validator>, address: Url },
}

/// The most redirects that are followed, all of them inside the upstream.
const REDIRECTS_MAX: usize = 3;
/// An upstream that says less, or more, is taken at these.
const FRESH: (Duration, Duration) = (Duration::from_secs(1), Duration::from_secs(60 * 60));

impl Fetch {
    /// A client that leaves `upstream` for nothing.
    pub(crate) fn new(upstream: &Upstream, limits: &Limits) -> Result<Self, reqwest::Error> {
        // The only provider of this process; a second call would be refused and change nothing.
        let _ = rustls::crypto::ring::default_provider().install_default();
        let bounds = upstream.clone();
        let builder = Client::builder()
            .user_agent(concat!("news-article/", env!("CARGO_PKG_VERSION")))
            .redirect(Policy::custom(move |attempt| follow(&bounds, attempt)))
            .connect_timeout(limits.deadline)
            // Proxies of the environment would resolve names by themselves.
            .no_proxy();
        let builder = if upstream.is_private() { builder } else { builder.dns_resolver(Public) };
        Ok(Fetch { client: builder.build()?, deadline: limits.deadline, most: limits.body })
    }

    /// Asks for a document, which need not be sent where the validators still hold.
    pub(crate) async fn get(&self, address: &Url, validators: &[Validator]) -> Result<Fetched, Failure> {
        match tokio::time::timeout(self.deadline, self.request(address, validators)).await {
            Ok(fetched) => fetched,
            Err(_) => Err(Failure::Timeout(self.deadline)),
        }
    }

    async fn request(&self, address: &Url, validators: &[Validator]) -> Result<Fetched, Failure> {
        let mut request = self.client.get(address.clone()).header(header::ACCEPT, "application/json");
        for (name, value) in validators {
            request = request.header(name, value);
        }
        let mut response = request.send().await.map_err(Failure::upstream)?;
        let fresh = fresh(response.headers());
        match response.status() {
            StatusCode::NOT_MODIFIED if !validators.is_empty() => return Ok(Fetched::Same { fresh }),
            status if !status.is_success() => return Err(Failure::Status(status.as_u16())),
            _ => {}
        }
        let mut bytes = Vec::new();
        while let Some(chunk) = response.chunk().await.map_err(Failure::upstream)? {
            if bytes.len() + chunk.len() > self.most {
                return Err(Failure::TooLarge(self.most));
            }
            bytes.extend_from_slice(&chunk);
        }
        let text = String::from_utf8(bytes).map_err(|_| Failure::NotText)?;
        let validators = validators_of(response.headers());
        Ok(Fetched::Document { text, fresh, validators, address: response.url().clone() })
    }
}

/// Follows a redirect inside the upstream, and takes no other for an answer.
fn follow(upstream: &Upstream, attempt: Attempt<'_>) -> reqwest::redirect::Action {
    if attempt.previous().len() > REDIRECTS_MAX {
        attempt.error("too many redirects")
    } else if upstream.holds(attempt.url()) {
        attempt.follow()
    } else {
        attempt.error("a redirect leads out of the upstream")
    }
}

/// How long the upstream says that its answer holds; not at all where others may not keep it.
fn fresh(headers: &HeaderMap) -> Option<Duration> {
    let text = headers.get(header::CACHE_CONTROL)?.to_str().ok()?.to_ascii_lowercase();
    let mut found = None;
    for directive in text.split(',').map(str::trim) {
        if matches!(directive, "no-store" | "no-cache" | "private") {
            return Some(FRESH.0);
        }
        let seconds = |name: &str| directive.strip_prefix(name)?.trim_matches('"').parse().ok();
        if let Some(shared) = seconds("s-maxage=") {
            return Some(Duration::from_secs(shared).clamp(FRESH.0, FRESH.1));
        }
        found = found.or(seconds("max-age="));
    }
    found.map(|seconds: u64| Duration::from_secs(seconds).clamp(FRESH.0, FRESH.1))
}

/// What to ask with the next time.
fn validators_of(headers: &HeaderMap) -> Vec<Validator> {
    let given = |name, as_name| headers.get(name).map(|value: &HeaderValue| (as_name, value.clone()));
    let tag = given(header::ETAG, header::IF_NONE_MATCH);
    let date = given(header::LAST_MODIFIED, header::IF_MODIFIED_SINCE);
    tag.into_iter().chain(date).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(value: &'static str) -> Option<u64> {
        let mut headers = HeaderMap::new();
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(value));
        fresh(&headers).map(|fresh| fresh.as_secs())
    }

    #[test]
    fn an_upstream_says_how_long_its_answer_holds() {
        assert_eq!(read("max-age=120"), Some(120));
        assert_eq!(read("public, max-age=10, s-maxage=300"), Some(300));
        assert_eq!(read("Max-Age=\"30\""), Some(30));
        assert_eq!(read("max-age=99999999"), Some(3600));
        assert_eq!(read("max-age=0"), Some(1));
        assert_eq!(read("private, max-age=600"), Some(1));
        assert_eq!(read("no-store"), Some(1));
        assert_eq!(read("public"), None);
        assert_eq!(fresh(&HeaderMap::new()), None);
    }
}
