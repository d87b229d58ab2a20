//! `GET /wp/v2/posts` and `/wp/v2/posts/ID`.

use std::sync::Arc;

use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode, Uri};
use axum::response::Response;
use serde_json::Value;

use super::paging::Page;
use super::query::Query;
use super::{WordPress, localised};
use crate::serve::percent;

/// One post.
pub(super) async fn one(
    State(wordpress): State<Arc<WordPress>>,
    Path(id): Path<String>,
    uri: Uri,
    headers: HeaderMap,
) -> Response {
    // In WordPress a path without a number matches no route.
    let Ok(id) = id.parse::<u64>() else { return wordpress.refuse("error-route") };
    if wordpress.fixtures.is_draft(id) {
        return wordpress.refuse("error-post-draft");
    }
    let Some(post) = wordpress.fixtures.post(id) else { return wordpress.refuse("error-post-404") };
    match (Query::of(&uri).get("password"), wordpress.fixtures.unlocked()) {
        (Some(given), Some((unlocked, password))) if unlocked["id"] == id => match given == password {
            true => localised(StatusCode::OK, unlocked, &headers),
            false => wordpress.refuse("error-post-password"),
        },
        _ => localised(StatusCode::OK, post, &headers),
    }
}

/// A list of posts, newest first.
pub(super) async fn list(State(wordpress): State<Arc<WordPress>>, uri: Uri, headers: HeaderMap) -> Response {
    let query = Query::of(&uri);
    let Some(page) = Page::asked(&query) else { return wordpress.refuse("error-param") };
    let posts: Vec<Value> =
        wordpress.fixtures.posts().into_iter().filter(|post| matches(post, &query)).cloned().collect();
    if page.is_past(posts.len()) {
        return wordpress.refuse("error-page");
    }
    wordpress.page("posts", &query, page, &posts, &headers)
}

fn matches(post: &Value, query: &Query) -> bool {
    let id = post["id"].as_u64().unwrap_or_default();
    let (categories, include) = (query.numbers("categories"), query.numbers("include"));
    let of_post = || post["categories"].as_array().into_iter().flatten().filter_map(Value::as_u64);
    (categories.is_empty() || of_post().any(|category| categories.contains(&category)))
        && (include.is_empty() || include.contains(&id))
        && !query.numbers("exclude").contains(&id)
        && query.get("slug").is_none_or(|slug| has_slug(post, slug))
}

/// Returns true if a post has the slug, which WordPress keeps percent-encoded and a client may send either way.
fn has_slug(post: &Value, slug: &str) -> bool {
    let plain = |slug: &str| percent::decode(slug).unwrap_or_default();
    post["slug"].as_str().is_some_and(|own| plain(own) == plain(slug))
}
