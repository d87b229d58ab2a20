//! Mastodon, whose instance only the reader knows. Pure.

use super::{Content, fill, is_unreserved};
use crate::text::search::{around, before, concat, pieces, trimmed};

/// The part of a share address after the instance.
const ADDRESS: &str = "/share?text={5%20{u";

/// The address that shares an article on an instance. `None` if [`instance`] rejects the name.
pub fn address(host: &str, content: &Content<'_>) -> Option<String> {
    Some(concat(&["https://", &instance(host)?, &fill(ADDRESS, content)]))
}

/// The bare host name of an instance, from what a reader types or pastes: `mastodon.social`,
/// `@somebody@mastodon.social`, `https://mastodon.social/@somebody/1234?x=1`. Only a public-looking host name is
/// accepted, without port, and no IP address.
pub fn instance(typed: &str) -> Option<String> {
    let typed = trimmed(typed).to_ascii_lowercase();
    let rest = typed.strip_prefix("https://").or_else(|| typed.strip_prefix("http://")).unwrap_or(&typed);
    // The path within the instance does not matter.
    let host = before(rest, "/?#");
    let host = match around(host.strip_prefix("@").unwrap_or(host), "@") {
        Some((user, host)) if !user.is_empty() && user.bytes().all(|b| is_unreserved(b) && b != b'~') => host,
        Some(_) => return None,
        None if host.starts_with("@") => return None,
        None => host,
    };
    let label = |label: &str| {
        (1..=63).contains(&label.len())
            && label.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
            && !label.starts_with("-")
            && !label.ends_with("-")
    };
    let last = pieces(host, ".").skip(1).last()?;
    let named = last.bytes().any(|b| b.is_ascii_alphabetic());
    (host.len() <= 253 && named && pieces(host, ".").all(label)).then(|| String::from(host))
}
