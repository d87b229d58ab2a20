//! What an answer says of itself: to browsers, and to the caches between.

use crate::answer::{Answer, Failure, HTML};
use crate::cache::Entry;
use crate::options::Limits;
use axum::body::Body;
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse as _, Response};
use news_article_render::Output;

const NOSNIFF: (HeaderName, HeaderValue) =
    (header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));

/// A document, or that the one that is known still stands.
pub(crate) fn document(entry: &Entry, asked: &HeaderMap, limits: &Limits) -> Response {
    let Answer { body, kind, tag } = &entry.answer;
    let known = asked.get_all(header::IF_NONE_MATCH).iter().any(|value| names(value, tag));
    let mut response = if known {
        StatusCode::NOT_MODIFIED.into_response()
    } else {
        let mut response = Body::from(body.clone()).into_response();
        response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static(kind));
        response
    };
    let caching = format!(
        "public, max-age={}, stale-while-revalidate={}, stale-if-error={}",
        entry.fresh_for(),
        limits.stale.as_secs(),
        limits.stale_if_error.as_secs()
    );
    let headers = response.headers_mut();
    headers.extend([NOSNIFF, (header::ETAG, tag.clone()), (header::AGE, HeaderValue::from(entry.seconds()))]);
    if let Ok(value) = HeaderValue::try_from(caching) {
        headers.insert(header::CACHE_CONTROL, value);
    }
    response
}

/// Why there is no document, in a line.
pub(crate) fn failure(failure: &Failure, output: Output, limits: &Limits) -> Response {
    let mut response = line(failure.status(), &failure.line(), output);
    let headers = response.headers_mut();
    // What was taken back goes from the caches between, too: they keep this in its place.
    if failure.is_final()
        && let Ok(value) = HeaderValue::try_from(format!("public, max-age={}", limits.pause.as_secs().max(1)))
    {
        headers.insert(header::CACHE_CONTROL, value);
    }
    if matches!(failure, Failure::Busy) {
        headers.insert(header::RETRY_AFTER, HeaderValue::from(limits.pause.as_secs().max(1)));
    }
    response
}

/// A line that no cache keeps: where HTML is asked for a comment, which does no harm in the page that includes it.
pub(crate) fn line(status: StatusCode, text: &str, output: Output) -> Response {
    let mut response = if matches!(output, Output::Json) {
        (status, format!("{text}\n")).into_response()
    } else {
        let kind = (header::CONTENT_TYPE, HeaderValue::from_static(HTML));
        (status, [kind], format!("{}\n", comment(text))).into_response()
    };
    response.headers_mut().extend([NOSNIFF, (header::CACHE_CONTROL, HeaderValue::from_static("no-store"))]);
    response
}

/// A comment of HTML, which the text cannot end.
fn comment(text: &str) -> String {
    format!("<!-- {} -->", text.replace("--", "‐‐").replace(['<', '>'], "'"))
}

/// Whether a value of `If-None-Match` names a validator: a list, `*`, weak or not.
fn names(value: &HeaderValue, tag: &HeaderValue) -> bool {
    let (Ok(value), Ok(tag)) = (value.to_str(), tag.to_str()) else { return false };
    value.split(',').map(str::trim).any(|one| one == "*" || one.strip_prefix("W/").unwrap_or(one) == tag)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_text_ends_the_comment_that_it_stands_in() {
        for text in ["a --> b", "a --!> b", "-->", "> b", "a -", "<!-- a"] {
            let made = comment(text);
            let inner = made.strip_prefix("<!-- ").and_then(|rest| rest.strip_suffix(" -->"));
            assert!(inner.is_some_and(|inner| !inner.contains("--") && !inner.contains('>')), "{made}");
        }
    }

    #[test]
    fn a_validator_is_found_in_a_list() {
        let tag = HeaderValue::from_static("\"ab\"");
        for value in ["\"ab\"", "W/\"ab\"", "\"x\", W/\"ab\"", "*"] {
            assert!(names(&HeaderValue::from_static(value), &tag), "{value}");
        }
        for value in ["\"a\"", "ab", ""] {
            assert!(!names(&HeaderValue::from_static(value), &tag), "{value}");
        }
    }
}
