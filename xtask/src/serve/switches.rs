//! Switches in the query of any sample endpoint, so that a developer can see every state: `?delay=MS`, `?status=NNN`
//! with `&as=html`, `?fail=reset`. They can be combined. The outcome of a form (`?outcome=`) is [`Outcome`], read by
//! the endpoints of forms.

use std::time::Duration;

use axum::extract::{Query, Request};
use axum::http::{HeaderValue, StatusCode, header};
use axum::middleware::Next;
use axum::response::{Html, IntoResponse as _, Json, Response};
use serde::Deserialize;
use serde_json::json;

use super::connection::Reset;

/// The longest delay.
const LONGEST: Duration = Duration::from_secs(120);

#[derive(Deserialize, Default)]
struct Switches {
    delay: Option<u64>,
    status: Option<u16>,
    r#as: Option<String>,
    fail: Option<String>,
}

/// The outcome of a form, regardless of its content.
#[derive(Deserialize, Clone, Copy, Debug, PartialEq, Eq)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Outcome {
    /// Kept until a moderator has seen it.
    Held,
    /// Shown at once.
    Published,
    /// Sent before.
    Duplicate,
    /// Too many in a short time.
    Flood,
    /// Only for members.
    Login,
    /// Comments are closed.
    Closed,
    /// A field is invalid.
    Invalid,
}

/// Applies the switches, before or instead of the endpoint.
pub(crate) async fn apply(request: Request, next: Next) -> Response {
    let switches = Query::<Switches>::try_from_uri(request.uri()).map(|query| query.0).unwrap_or_default();
    if let Some(delay) = switches.delay {
        tokio::time::sleep(Duration::from_millis(delay).min(LONGEST)).await;
    }
    if switches.fail.as_deref() == Some("reset") {
        let mut response = StatusCode::OK.into_response();
        response.extensions_mut().insert(Reset);
        return response;
    }
    match switches.status.and_then(|status| StatusCode::from_u16(status).ok()) {
        Some(status) => stated(status, switches.r#as.as_deref() == Some("html")),
        None => next.run(request).await,
    }
}

fn stated(status: StatusCode, html: bool) -> Response {
    let reason = status.canonical_reason().unwrap_or("Status");
    let mut response = if html {
        (status, Html(format!("<!doctype html><title>{reason}</title><h1>{reason}</h1>\n"))).into_response()
    } else {
        (status, Json(json!({ "error": reason, "status": status.as_u16() }))).into_response()
    };
    if matches!(status, StatusCode::TOO_MANY_REQUESTS | StatusCode::SERVICE_UNAVAILABLE) {
        response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from_static("2"));
    }
    response
}
