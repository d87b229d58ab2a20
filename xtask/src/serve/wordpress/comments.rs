//! `GET` and `POST /wp/v2/comments`, refusals in the order of WordPress' own checks.
//!
//! A comment is held unless `?outcome=published`; `?outcome=` shows the other answers: `duplicate`, `flood`,
//! `login`, `closed`, `invalid`. With `?flood=on` a second comment of one author within 15 seconds is refused.

use std::sync::Arc;

use axum::body::Bytes;
use axum::extract::State;
use axum::http::{HeaderMap, HeaderValue, StatusCode, Uri, header};
use axum::response::Response;
use serde_json::{Value, json};

use super::form::{self, Form};
use super::paging::Page;
use super::query::Query;
use super::{CAPTURED, WordPress, localised, origin};
use crate::serve::store::{Comment, Contract};
use crate::serve::{clock, email};

/// The seconds that an author has to wait between two comments.
const PAUSE: u64 = 15;
/// The captured site's zone, in seconds ahead of UTC.
const ZONE: u64 = 3600;

/// The comments of a post, by default the newest first. Held ones are not listed.
pub(super) async fn list(State(wordpress): State<Arc<WordPress>>, uri: Uri, headers: HeaderMap) -> Response {
    let query = Query::of(&uri);
    let Some(page) = Page::asked(&query) else { return wordpress.refuse("error-param") };
    let posts = query.numbers("post");
    if posts.iter().any(|post| wordpress.fixtures.is_draft(*post)) {
        return wordpress.refuse("error-comments-draft");
    }
    if posts.iter().any(|post| wordpress.is_locked(*post, &query)) {
        return wordpress.refuse("error-comments-protected");
    }
    let parents = query.numbers("parent");
    let within = |numbers: &[u64], value: &Value| {
        numbers.is_empty() || value.as_u64().is_some_and(|number| numbers.contains(&number))
    };
    let mut comments = wordpress.comments();
    comments.retain(|comment| within(&posts, &comment["post"]) && within(&parents, &comment["parent"]));
    comments.sort_by_key(|comment| comment["date_gmt"].as_str().unwrap_or_default().to_owned());
    if query.get("order") != Some("asc") {
        comments.reverse();
    }
    wordpress.page("comments", &query, page, &comments, &headers)
}

/// A new comment.
pub(super) async fn create(
    State(wordpress): State<Arc<WordPress>>,
    uri: Uri,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    let query = Query::of(&uri);
    let Some(form) = Form::read(&headers, &body) else { return wordpress.refuse("error-comment-json") };
    if let Some(refusal) = wordpress.refusal(&form, &query) {
        return wordpress.refuse(refusal);
    }
    let mut comments = wordpress.store.comments();
    let own = || comments.entries().iter().filter(|comment| comment.contract == Contract::WordPress);
    let now = clock::seconds();
    if own().any(|comment| is_duplicate(comment, &form)) {
        return wordpress.refuse("error-comment-duplicate");
    }
    let is_recent = |comment: &Comment| comment.email == form.email && now.saturating_sub(comment.at) < PAUSE;
    if query.get("flood") == Some("on") && own().any(is_recent) {
        return wordpress.refuse("error-comment-flood");
    }
    let captured = wordpress.fixtures.created()["id"].as_u64().unwrap_or_default();
    let comment = Comment {
        id: own().map(|comment| comment.id).max().unwrap_or(captured) + 1,
        contract: Contract::WordPress,
        article: form.post.to_string(),
        submission: None,
        name: form.name,
        email: form.email,
        website: form.website,
        body: form.content,
        parent: form.parent,
        at: now,
        published: query.get("outcome") == Some("published") && !form.is_trapped,
    };
    let shown = wordpress.shown(&comment);
    if let Err(error) = comments.add(comment) {
        eprintln!("{error:#}");
        return super::answer(
            StatusCode::INTERNAL_SERVER_ERROR,
            json!({ "code": "db_insert_error" }).to_string(),
        );
    }
    let mut response = localised(StatusCode::CREATED, &shown, &headers);
    let place = format!("{}/wp-json/wp/v2/comments/{}", origin(&headers), shown["id"]);
    if let Ok(place) = HeaderValue::from_str(&place) {
        response.headers_mut().insert(header::LOCATION, place);
    }
    response
}

fn is_duplicate(comment: &Comment, form: &Form) -> bool {
    comment.article == form.post.to_string()
        && comment.parent == form.parent
        && (comment.name == form.name || comment.email == form.email)
        && comment.body == form.content
}

impl WordPress {
    /// The captured error for a new comment, if there is one, before duplicates and floods are checked.
    fn refusal(&self, form: &Form, query: &Query) -> Option<&'static str> {
        match query.get("outcome") {
            Some("login") => return Some("error-comment-login"),
            Some("closed") => return Some("error-comment-closed"),
            Some("duplicate") => return Some("error-comment-duplicate"),
            Some("flood") => return Some("error-comment-flood"),
            Some("invalid") => return Some("error-comment-email"),
            _ => {}
        }
        if !form.email.is_empty() && !email::is_address(&form.email) {
            return Some("error-comment-email");
        }
        if self.fixtures.is_draft(form.post) {
            return Some("error-comment-draft");
        }
        let Some(post) = self.fixtures.post(form.post) else { return Some("error-comment-post") };
        if self.is_locked(form.post, query) {
            return Some("error-comment-protected");
        }
        if post["comment_status"] != "open" {
            return Some("error-comment-closed");
        }
        if form.content.is_empty() {
            return Some("error-comment-empty");
        }
        if form.name.is_empty() || form.email.is_empty() {
            return Some("error-comment-author");
        }
        // The lengths of WordPress' columns: characters for the name, bytes for the text.
        if form.name.chars().count() > 245 {
            return Some("error-comment-name-long");
        }
        (form.content.len() > 65_525).then_some("error-comment-long")
    }

    /// Returns true if a post is protected, and the query brings no password.
    fn is_locked(&self, post: u64, query: &Query) -> bool {
        self.fixtures.unlocked().is_some_and(|(unlocked, password)| {
            unlocked["id"] == post && query.get("password") != Some(password.as_str())
        })
    }

    /// All public comments: the captured ones and those accepted since.
    fn comments(&self) -> Vec<Value> {
        let taken = self.store.comments();
        let published = taken
            .entries()
            .iter()
            .filter(|comment| comment.contract == Contract::WordPress && comment.published);
        self.fixtures.comments().iter().cloned().chain(published.map(|comment| self.shown(comment))).collect()
    }

    /// An accepted comment in the form of the captured one.
    fn shown(&self, comment: &Comment) -> Value {
        let post = comment.article.parse::<u64>().unwrap_or_default();
        let link = self.fixtures.post(post).and_then(|post| post["link"].as_str()).unwrap_or(CAPTURED);
        let at = |place: &str| json!([{ "href": format!("{CAPTURED}/wp-json/wp/v2/{place}") }]);
        let mut shown = self.fixtures.created().clone();
        shown["id"] = comment.id.into();
        shown["post"] = post.into();
        shown["parent"] = comment.parent.into();
        shown["author_name"] = comment.name.as_str().into();
        shown["author_url"] = comment.website.as_str().into();
        shown["date"] = clock::stamp(comment.at + ZONE).into();
        shown["date_gmt"] = clock::stamp(comment.at).into();
        shown["content"] = json!({ "rendered": form::rendered(&comment.body) });
        shown["link"] = format!("{link}#comment-{}", comment.id).into();
        shown["status"] = if comment.published { "approved" } else { "hold" }.into();
        shown["_links"]["self"] = at(&format!("comments/{}", comment.id));
        shown["_links"]["up"] = at(&format!("posts/{post}"));
        shown["_links"]["up"][0]["embeddable"] = true.into();
        shown["_links"]["up"][0]["post_type"] = "post".into();
        if comment.parent != 0 {
            shown["_links"]["in-reply-to"] = at(&format!("comments/{}", comment.parent));
            shown["_links"]["in-reply-to"][0]["embeddable"] = true.into();
        }
        shown
    }
}
