//! CORS as WordPress answers it: any origin is echoed, with credentials, only if one was sent. The sample
//! endpoints have it, so that a page of any origin can use them.

use axum::body::Body;
use axum::extract::Request;
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, header};
use axum::middleware::Next;
use axum::response::{IntoResponse as _, Response};

/// Answers preflights and adds the headers to every other answer.
pub(crate) async fn apply(request: Request, next: Next) -> Response {
    let origin = request.headers().get(header::ORIGIN).cloned();
    let mut response = if request.method() == Method::OPTIONS {
        Body::empty().into_response()
    } else {
        next.run(request).await
    };
    allow(response.headers_mut(), origin);
    response
}

fn allow(headers: &mut HeaderMap, origin: Option<HeaderValue>) {
    let mut set =
        |name: HeaderName, value: &'static str| headers.insert(name, HeaderValue::from_static(value));
    // Retry-After is not WordPress' own: a script of another origin could not read it otherwise.
    set(header::ACCESS_CONTROL_EXPOSE_HEADERS, "X-WP-Total, X-WP-TotalPages, Link, Retry-After");
    set(
        header::ACCESS_CONTROL_ALLOW_HEADERS,
        "Authorization, X-WP-Nonce, Content-Disposition, Content-MD5, Content-Type",
    );
    set(header::VARY, "Origin");
    if let Some(origin) = origin {
        set(header::ACCESS_CONTROL_ALLOW_METHODS, "OPTIONS, GET, POST, PUT, PATCH, DELETE");
        set(header::ACCESS_CONTROL_ALLOW_CREDENTIALS, "true");
        headers.insert(header::ACCESS_CONTROL_ALLOW_ORIGIN, origin);
    }
}
