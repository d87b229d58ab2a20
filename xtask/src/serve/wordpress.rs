//! A WordPress as far as the element uses one: posts, lists and comments from answers captured from a real server,
//! and its contract for new comments, with its messages.

mod comments;
mod fixtures;
mod form;
mod paging;
mod posts;
mod query;

use std::path::Path;
use std::sync::Arc;

use anyhow::Result;
use axum::Router;
use axum::extract::{DefaultBodyLimit, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse as _, Response};
use axum::routing::{any, get};
use serde_json::Value;

use super::picture;
use super::store::Store;
use fixtures::Fixtures;

/// The address of the captured site.
const CAPTURED: &str = "http://127.0.0.1:8081";
/// The same, encoded for a query.
const CAPTURED_ENCODED: &str = "http%3A%2F%2F127.0.0.1%3A8081";

/// WordPress reads bodies of any length, and refuses long texts itself.
const LARGEST: usize = 1 << 20;

/// The state that the endpoints share.
struct WordPress {
    fixtures: Fixtures,
    store: Arc<Store>,
}

/// Everything under `/wp-json` and `/wp-content`.
pub(crate) fn routes(root: &Path, store: Arc<Store>) -> Result<Router> {
    let wordpress =
        Arc::new(WordPress { fixtures: Fixtures::load(&root.join("tests/fixtures/wordpress"))?, store });
    Ok(Router::new()
        .route("/wp-json/wp/v2/posts", get(posts::list))
        .route("/wp-json/wp/v2/posts/{id}", get(posts::one))
        .route("/wp-json/wp/v2/comments", get(comments::list).post(comments::create))
        .route("/wp-json/{*rest}", any(no_route))
        .layer(DefaultBodyLimit::max(LARGEST))
        .with_state(wordpress)
        .merge(picture::routes(root)))
}

async fn no_route(State(wordpress): State<Arc<WordPress>>) -> Response {
    wordpress.refuse("error-route")
}

impl WordPress {
    /// A captured error, with its status.
    fn refuse(&self, name: &str) -> Response {
        let body = self.fixtures.error(name);
        let status = body["data"]["status"].as_u64().and_then(|status| u16::try_from(status).ok());
        let status = status.and_then(|status| StatusCode::from_u16(status).ok());
        answer(status.unwrap_or(StatusCode::INTERNAL_SERVER_ERROR), body.to_string())
    }
}

/// An answer in which the site's addresses are replaced by this server's, under the name that the client uses.
fn localised(status: StatusCode, body: &Value, headers: &HeaderMap) -> Response {
    let origin = origin(headers);
    let encoded = super::percent::encode(&origin);
    answer(status, body.to_string().replace(CAPTURED, &origin).replace(CAPTURED_ENCODED, &encoded))
}

fn origin(headers: &HeaderMap) -> String {
    let host = headers.get(header::HOST).and_then(|host| host.to_str().ok()).unwrap_or("127.0.0.1");
    format!("http://{host}")
}

fn answer(status: StatusCode, body: String) -> Response {
    let mut response = (status, body).into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/json; charset=UTF-8"));
    headers.insert(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    headers.insert("x-robots-tag", HeaderValue::from_static("noindex"));
    response
}
