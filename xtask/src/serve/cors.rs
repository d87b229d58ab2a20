//! CORS as WordPress does it: the origin is echoed, with credentials, only if one was sent. It applies to the sample
//! endpoints, so that pages on any port of this machine can use them, and sandboxed frames without credentials. Pages
//! of other origins can read nothing.

use axum::body::Body;
use axum::extract::Request;
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, header};
use axum::middleware::Next;
use axum::response::{IntoResponse as _, Response};

use super::local;

/// Answers preflights and adds the headers to every other answer.
pub(crate) async fn apply(request: Request, next: Next) -> Response {
    let origin = request.headers().get(header::ORIGIN).cloned();
    let own = local::is_own(request.headers());
    let mut response = if request.method() == Method::OPTIONS {
        Body::empty().into_response()
    } else {
        next.run(request).await
    };
    allow(response.headers_mut(), origin, own);
    response
}

fn allow(headers: &mut HeaderMap, origin: Option<HeaderValue>, own: bool) {
    let mut set =
        |name: HeaderName, value: &'static str| headers.insert(name, HeaderValue::from_static(value));
    // WordPress does not expose Retry-After, but otherwise a script of another origin could not read it.
    set(header::ACCESS_CONTROL_EXPOSE_HEADERS, "X-WP-Total, X-WP-TotalPages, Link, Retry-After");
    set(
        header::ACCESS_CONTROL_ALLOW_HEADERS,
        "Authorization, X-WP-Nonce, Content-Disposition, Content-MD5, Content-Type",
    );
    set(header::VARY, "Origin");
    let Some(origin) = origin.filter(|origin| own || origin == "null") else {
        return;
    };
    set(header::ACCESS_CONTROL_ALLOW_METHODS, "OPTIONS, GET, POST, PUT, PATCH, DELETE");
    if own {
        set(header::ACCESS_CONTROL_ALLOW_CREDENTIALS, "true");
    }
    headers.insert(header::ACCESS_CONTROL_ALLOW_ORIGIN, origin);
}
