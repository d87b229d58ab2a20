//! Who may be asked, and which address a request's path is.
//!
//! **Whatever a path says, the address lies below the upstream's own**: the rest is put behind the upstream's path as it is
//! written, once every segment has been looked at as a server might decode it.

use crate::private;
use reqwest::Url;
use reqwest::header::HeaderValue;
use std::borrow::Cow;
use std::fmt;
use std::str::FromStr;
use url_decoding::decoded;

/// A prefix of the service, and where the JSON below it comes from: `/wp=https://blog.example/wp-json/`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Upstream {
    prefix: String,
    base: Url,
}

/// Why a path leads nowhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct NoAddress;

/// The longest path and query that is passed on, in bytes.
const LENGTH_MAX: usize = 4096;
/// What the service answers by itself.
pub(crate) const OWN: [&str; 2] = ["/healthz", "/metrics"];

impl Upstream {
    /// The prefix, with a slash before it and none behind.
    pub fn prefix(&self) -> &str {
        &self.prefix
    }

    /// Whether whoever started the service has named an address of this machine or its own network.
    pub(crate) fn is_private(&self) -> bool {
        private::is_named(&self.base)
    }

    /// The part of a path that lies below the prefix.
    pub(crate) fn rest<'a>(&self, path: &'a str) -> Option<&'a str> {
        path.strip_prefix(&self.prefix)?.strip_prefix('/')
    }

    /// The address of a path below the prefix, with a query.
    pub(crate) fn address(&self, rest: &str, query: &str) -> Result<Url, NoAddress> {
        if rest.len() + query.len() > LENGTH_MAX || !rest.split('/').all(is_plain) {
            return Err(NoAddress);
        }
        let mut address = self.base.clone();
        address.set_path(&format!("{}{rest}", self.base.path()));
        address.set_query(Some(query).filter(|query| !query.is_empty()));
        if self.holds(&address) { Ok(address) } else { Err(NoAddress) }
    }

    /// Whether an address lies below this one: what is not is no answer of it, and is not asked.
    pub(crate) fn holds(&self, address: &Url) -> bool {
        address.origin() == self.base.origin()
            && address.username().is_empty()
            && address.password().is_none()
            && address.path().starts_with(self.base.path())
            && address.path().split('/').all(is_plain)
    }
}

/// Whether no server takes a segment for a step up, another folder or another host, however often it decodes.
fn is_plain(segment: &str) -> bool {
    let mut text = Cow::Borrowed(segment);
    for _ in 0..4 {
        let odd = |c: char| c.is_control() || matches!(c, '/' | '\\' | '#');
        if text == "." || text == ".." || text.starts_with("..;") || text.contains(odd) {
            return false;
        }
        match decoded(&text) {
            Some(next) if next == text => return true,
            Some(next) => text = Cow::Owned(next.into_owned()),
            None => return false,
        }
    }
    false
}

mod url_decoding {
    //! Percent-encoding, undone once.

    use std::borrow::Cow;

    /// The text decoded; none where it is no UTF-8 then.
    pub(super) fn decoded(text: &str) -> Option<Cow<'_, str>> {
        if !text.contains('%') {
            return Some(Cow::Borrowed(text));
        }
        let mut bytes = Vec::with_capacity(text.len());
        let mut rest = text.as_bytes();
        while let Some((first, after)) = rest.split_first() {
            let digits = after.split_at_checked(2);
            let byte = digits.filter(|_| *first == b'%').and_then(|(two, _)| {
                let two = std::str::from_utf8(two).ok().filter(|two| !two.starts_with('+'))?;
                u8::from_str_radix(two, 16).ok()
            });
            rest = match (byte, digits) {
                (Some(_), Some((_, after))) => after,
                _ => after,
            };
            bytes.push(byte.unwrap_or(*first));
        }
        String::from_utf8(bytes).ok().map(Cow::Owned)
    }
}

impl FromStr for Upstream {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let (prefix, address) = text.split_once('=').ok_or("expected /prefix=URL")?;
        let prefix = prefix.trim_end_matches('/');
        let plain = prefix.starts_with('/') && prefix.split('/').skip(1).all(is_name);
        if !plain || OWN.contains(&prefix) {
            return Err(format!("\"{prefix}\" is no prefix: a slash and letters, digits, - or _"));
        }
        let mut base = Url::parse(address).map_err(|error| format!("\"{address}\": {error}"))?;
        let is_web = matches!(base.scheme(), "http" | "https") && base.has_host();
        if !is_web || base.query().is_some() || base.fragment().is_some() {
            return Err(format!("\"{address}\" is no address of a folder of the web"));
        }
        if !base.username().is_empty() || base.password().is_some() {
            return Err("an address with a password in it would be told to everybody".to_owned());
        }
        if !base.path().ends_with('/') {
            base.set_path(&format!("{}/", base.path()));
        }
        Ok(Upstream { prefix: prefix.to_owned(), base })
    }
}

fn is_name(segment: &str) -> bool {
    !segment.is_empty()
        && segment.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'))
}

impl fmt::Display for Upstream {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}={}", self.prefix, self.base)
    }
}

/// A validator of an upstream's, given back to it as it was.
pub(crate) type Validator = (reqwest::header::HeaderName, HeaderValue);

#[cfg(test)]
mod tests {
    use super::*;

    fn upstream() -> Upstream {
        "/wp=https://blog.example/wp-json".parse().unwrap()
    }

    fn address(path: &str) -> Option<String> {
        let upstream = upstream();
        let (path, query) = path.split_once('?').unwrap_or((path, ""));
        upstream.address(upstream.rest(path)?, query).ok().map(String::from)
    }

    #[test]
    fn a_path_below_the_prefix_is_one_below_the_upstream() {
        assert_eq!(
            address("/wp/wp/v2/posts/42?_embed=1").as_deref(),
            Some("https://blog.example/wp-json/wp/v2/posts/42?_embed=1")
        );
        assert_eq!(address("/wp/").as_deref(), Some("https://blog.example/wp-json/"));
        assert_eq!(address("/wp/a%20b").as_deref(), Some("https://blog.example/wp-json/a%20b"));
        assert_eq!(address("/wp/@one/a:b").as_deref(), Some("https://blog.example/wp-json/@one/a:b"));
        assert_eq!(
            address("/wp//other.example/x").as_deref(),
            Some("https://blog.example/wp-json//other.example/x")
        );
    }

    #[test]
    fn no_path_leaves_the_upstream() {
        for path in [
            "/wp/../admin",
            "/wp/a/../../admin",
            "/wp/%2e%2e/admin",
            "/wp/%2E./admin",
            "/wp/.%252e/admin",
            "/wp/%252e%252e/admin",
            "/wp/a%2f..%2f..%2fadmin",
            "/wp/a%5c..%5cadmin",
            "/wp/a\\..\\admin",
            "/wp/..;/admin",
            "/wp/a%00",
            "/wp/a%0d%0aHost:%20evil",
            "/wp/%ff",
            "/wp/a%23b",
        ] {
            assert_eq!(address(path), None, "{path}");
        }
        for path in ["/wpx/a", "/other/wp/a", "/wp", "wp/a"] {
            assert_eq!(address(path), None, "{path}");
        }
    }

    #[test]
    fn an_address_elsewhere_is_none_of_the_upstreams() {
        let upstream = upstream();
        let holds = |address: &str| upstream.holds(&Url::parse(address).unwrap());
        assert!(holds("https://blog.example/wp-json/wp/v2/posts/1"));
        for other in [
            "https://blog.example/wp-admin/",
            "https://blog.example/wp-jsonx/",
            "http://blog.example/wp-json/",
            "https://blog.example:444/wp-json/",
            "https://evil.example/wp-json/",
            "https://blog.example@evil.example/wp-json/",
            "https://user:word@blog.example/wp-json/",
            "http://2130706433/wp-json/",
            "http://[::1]/wp-json/",
        ] {
            assert!(!holds(other), "{other}");
        }
    }

    #[test]
    fn what_is_no_upstream_is_refused() {
        for text in [
            "/wp",
            "wp=https://a.example",
            "/=https://a.example",
            "/a b=https://a.example",
            "/healthz=https://a.example",
            "/metrics=https://a.example",
            "/a=ftp://a.example",
            "/a=/b",
            "/a=https://user:word@a.example",
            "/a=https://a.example/?q",
        ] {
            assert!(text.parse::<Upstream>().is_err(), "{text}");
        }
    }
}
