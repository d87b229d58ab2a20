//! The native contract of the two forms, as a publisher's own server would answer it.
//!
//! | request | answers |
//! | --- | --- |
//! | `POST /api/comments` `{article, submission, name, email, body, parent?}` | 201 `{status, id, …}`; 422 `{errors}` |
//! | `GET /api/comments?article=ID&page=&per_page=&order=` | `{comments: [{id, parent, author, date, body}], total, next}`, oldest first, or with `order=newest` the other way round |
//! | `POST /api/newsletter` `{email, consent?, lists?, submission}` | 201 `{status}`; 409 when already subscribed; 422 `{errors}` |
//! | either, as `application/x-www-form-urlencoded` | 303 to `/api/sent?status=…`, a page that says what became of it |
//!
//! The list opens with what `demo/comments.json` holds, so that there is a thread to see. A browser may send one POST
//! twice when a connection dies: the same `submission` gets the first answer again and is kept once. `?outcome=` shows the
//! rest: `held`, `published`, `duplicate` (409), `flood` (429), `login` (401), `closed` (403), `invalid` (422).

use std::fs;
use std::path::Path;
use std::sync::Arc;

use anyhow::{Context as _, Result};
use axum::Router;
use axum::body::Bytes;
use axum::extract::rejection::BytesRejection;
use axum::extract::{DefaultBodyLimit, Query, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::middleware;
use axum::response::{IntoResponse as _, Json, Response};
use axum::routing::{get, post};
use serde::Deserialize;
use serde_json::{Map, Value, json};

use super::store::{Comment, Contract, Store, Subscription};
use super::switches::Outcome;
use super::{clock, email, percent, plain_form};

/// The largest body in bytes.
const LARGEST: usize = 64 * 1024;
/// The longest comment, in characters.
const LONGEST: usize = 5000;

/// The state that the endpoints share.
struct Shared {
    store: Arc<Store>,
    /// Comments that exist from the start, as readers get them, each with its `article`.
    samples: Vec<Value>,
}

/// Both forms, and the list of comments.
pub(crate) fn routes(root: &Path, store: Arc<Store>) -> Result<Router> {
    let path = root.join("demo/comments.json");
    let text = fs::read_to_string(&path).with_context(|| path.display().to_string())?;
    let samples = serde_json::from_str(&text).with_context(|| path.display().to_string())?;
    let shared = Arc::new(Shared { store, samples });
    Ok(Router::new()
        .route("/api/comments", get(list).post(comment))
        .route("/api/newsletter", post(subscribe))
        .layer(middleware::from_fn(plain_form::read))
        .route("/api/sent", get(plain_form::sent))
        .layer(DefaultBodyLimit::max(LARGEST))
        .with_state(shared))
}

#[derive(Deserialize)]
struct Asked {
    outcome: Option<Outcome>,
}

async fn comment(
    State(shared): State<Arc<Shared>>,
    Query(asked): Query<Asked>,
    headers: HeaderMap,
    body: Result<Bytes, BytesRejection>,
) -> Response {
    let form = match Form::read(&headers, body) {
        Ok(form) => form,
        Err(refused) => return refused.into_response(),
    };
    if let Some(refused) =
        asked.outcome.and_then(|outcome| refusal(outcome, "body", "Ce commentaire est refusé."))
    {
        return refused;
    }
    let mut comments = shared.store.comments();
    let native = || comments.entries().iter().filter(|comment| comment.contract == Contract::Native);
    let submission = form.text("submission");
    if let Some(first) = native().find(|comment| comment.submission.as_deref() == Some(submission)) {
        return taken(first);
    }
    let parent = form.number("parent");
    let mut errors = form.comment_errors();
    let article = form.text("article");
    let sample = |sample: &Value| sample["id"] == parent && sample["article"] == article;
    if parent != 0
        && !shared.samples.iter().any(sample)
        && !native().any(|comment| comment.id == parent && comment.article == article)
    {
        errors.insert("parent".into(), "Le commentaire auquel vous répondez n’existe plus.".into());
    }
    if !errors.is_empty() {
        return invalid(errors);
    }
    let sampled = shared.samples.iter().filter_map(|sample| sample["id"].as_u64());
    let taken_comment = Comment {
        id: native().map(|comment| comment.id).chain(sampled).max().unwrap_or(0) + 1,
        contract: Contract::Native,
        article: form.text("article").into(),
        submission: Some(submission.into()),
        name: form.text("name").into(),
        email: form.text("email").into(),
        website: String::new(),
        body: form.text("body").into(),
        parent,
        at: clock::seconds(),
        published: asked.outcome != Some(Outcome::Held) && !form.is_trapped(),
    };
    match comments.add(taken_comment.clone()) {
        Ok(()) => taken(&taken_comment),
        Err(error) => failed(&error),
    }
}

async fn subscribe(
    State(shared): State<Arc<Shared>>,
    Query(asked): Query<Asked>,
    headers: HeaderMap,
    body: Result<Bytes, BytesRejection>,
) -> Response {
    let form = match Form::read(&headers, body) {
        Ok(form) => form,
        Err(refused) => return refused.into_response(),
    };
    if let Some(refused) =
        asked.outcome.and_then(|outcome| refusal(outcome, "email", "Cette adresse est refusée."))
    {
        return refused;
    }
    let mut errors = Map::new();
    form.check_email(&mut errors);
    form.check_submission(&mut errors);
    if !errors.is_empty() {
        return invalid(errors);
    }
    let mut subscriptions = shared.store.subscriptions();
    let (address, submission) = (form.text("email"), form.text("submission"));
    let held = asked.outcome == Some(Outcome::Held);
    let entries = subscriptions.entries();
    if entries.iter().any(|known| known.submission == submission) {
        return subscribed(held);
    }
    if entries.iter().any(|known| known.email.eq_ignore_ascii_case(address)) {
        return (StatusCode::CONFLICT, Json(json!({ "status": "already subscribed" }))).into_response();
    }
    let added = subscriptions.add(Subscription {
        email: address.into(),
        consent: form.0.get("consent").and_then(Value::as_bool).unwrap_or(false),
        lists: form
            .0
            .get("lists")
            .and_then(Value::as_array)
            .map(|lists| lists.iter().filter_map(Value::as_str).map(str::to_owned).collect())
            .unwrap_or_default(),
        submission: submission.into(),
        at: clock::seconds(),
    });
    added.map_or_else(|error| failed(&error), |()| subscribed(held))
}

#[derive(Deserialize)]
struct Listing {
    article: Option<String>,
    page: Option<usize>,
    per_page: Option<usize>,
    order: Option<String>,
}

async fn list(State(shared): State<Arc<Shared>>, Query(listing): Query<Listing>) -> Response {
    let Some(article) = listing.article else {
        return (StatusCode::BAD_REQUEST, Json(json!({ "error": "which article?" }))).into_response();
    };
    let (page, size) = (listing.page.unwrap_or(1).max(1), listing.per_page.unwrap_or(20).clamp(1, 100));
    let comments = shared.store.comments();
    let own = comments.entries().iter().filter(|comment| {
        comment.contract == Contract::Native && comment.published && comment.article == article
    });
    let samples = shared.samples.iter().filter(|sample| sample["article"] == article.as_str()).cloned();
    let mut shown: Vec<Value> = samples.chain(own.map(public)).collect();
    let newest = listing.order.as_deref() == Some("newest");
    if newest {
        shown.reverse();
    }
    let order = if newest { "&order=newest" } else { "" };
    let first = (page - 1).saturating_mul(size);
    let next = (first.saturating_add(size) < shown.len()).then(|| {
        let article = percent::encode(&article);
        format!("/api/comments?article={article}&page={}&per_page={size}{order}", page + 1)
    });
    let page: Vec<&Value> = shown.iter().skip(first).take(size).collect();
    Json(json!({ "comments": page, "total": shown.len(), "next": next })).into_response()
}

/// A comment as readers get it, without the e-mail address.
fn public(comment: &Comment) -> Value {
    json!({
        "id": comment.id,
        "parent": (comment.parent != 0).then_some(comment.parent),
        "author": comment.name,
        "date": format!("{}Z", clock::stamp(comment.at)),
        "body": comment.body,
    })
}

fn taken(comment: &Comment) -> Response {
    let mut answer = public(comment);
    answer["status"] = if comment.published { "published" } else { "held" }.into();
    (StatusCode::CREATED, Json(answer)).into_response()
}

/// The answer for a subscription. It is `held` until the address is confirmed.
fn subscribed(held: bool) -> Response {
    (StatusCode::CREATED, Json(json!({ "status": if held { "held" } else { "subscribed" } }))).into_response()
}

fn invalid(errors: Map<String, Value>) -> Response {
    (StatusCode::UNPROCESSABLE_ENTITY, Json(json!({ "errors": errors }))).into_response()
}

fn failed(error: &anyhow::Error) -> Response {
    eprintln!("{error:#}");
    (StatusCode::INTERNAL_SERVER_ERROR, Json(json!({ "error": "it could not be kept" }))).into_response()
}

/// The answers that accept nothing.
fn refusal(outcome: Outcome, field: &str, text: &str) -> Option<Response> {
    let plain = |status: StatusCode, error: &str| (status, Json(json!({ "error": error }))).into_response();
    Some(match outcome {
        Outcome::Held | Outcome::Published => return None,
        Outcome::Duplicate => plain(StatusCode::CONFLICT, "sent before"),
        Outcome::Flood => {
            let mut response = plain(StatusCode::TOO_MANY_REQUESTS, "too many, too quickly");
            response.headers_mut().insert(header::RETRY_AFTER, header::HeaderValue::from_static("15"));
            response
        }
        Outcome::Login => plain(StatusCode::UNAUTHORIZED, "only for members"),
        Outcome::Closed => plain(StatusCode::FORBIDDEN, "closed"),
        Outcome::Invalid => invalid(Map::from_iter([(field.to_owned(), text.into())])),
    })
}

/// A form that was sent, as a JSON object.
struct Form(Map<String, Value>);

/// The answer for a body that is no form: status and reason.
type Unreadable = (StatusCode, Json<Value>);

impl Form {
    fn read(headers: &HeaderMap, body: Result<Bytes, BytesRejection>) -> Result<Self, Unreadable> {
        let unreadable = |status: StatusCode, error: &str| (status, Json(json!({ "error": error })));
        let kind =
            headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
        if kind.split(';').next().map(str::trim) != Some("application/json") {
            return Err(unreadable(StatusCode::UNSUPPORTED_MEDIA_TYPE, "expected application/json"));
        }
        let body = body.map_err(|_| unreadable(StatusCode::PAYLOAD_TOO_LARGE, "the body is too large"))?;
        match serde_json::from_slice(&body) {
            Ok(Value::Object(fields)) => Ok(Self(fields)),
            _ => Err(unreadable(StatusCode::BAD_REQUEST, "the body is no JSON object")),
        }
    }

    /// A field's text, trimmed; empty if it is missing.
    fn text(&self, name: &str) -> &str {
        self.0.get(name).and_then(Value::as_str).unwrap_or_default().trim()
    }

    /// A field's number, also if it is written as text; 0 if it is missing.
    fn number(&self, name: &str) -> u64 {
        let field = self.0.get(name);
        field.and_then(Value::as_u64).or_else(|| self.text(name).parse().ok()).unwrap_or(0)
    }

    /// Returns true if the field that is hidden from readers was filled.
    fn is_trapped(&self) -> bool {
        self.0.get("honeypot") == Some(&Value::Bool(true))
    }

    fn comment_errors(&self) -> Map<String, Value> {
        let mut errors = Map::new();
        let mut refuse = |name: &str, text: &str| errors.insert(name.to_owned(), text.into());
        match self.text("body").chars().count() {
            0 => drop(refuse("body", "Écrivez un commentaire.")),
            length if length > LONGEST => drop(refuse("body", "Ce commentaire dépasse 5 000 caractères.")),
            _ => {}
        }
        match self.text("name").chars().count() {
            0 => drop(refuse("name", "Indiquez votre nom.")),
            length if length > 100 => drop(refuse("name", "Ce nom dépasse 100 caractères.")),
            _ => {}
        }
        if self.text("article").is_empty() {
            refuse("article", "L’article manque.");
        }
        self.check_email(&mut errors);
        self.check_submission(&mut errors);
        errors
    }

    fn check_email(&self, errors: &mut Map<String, Value>) {
        let address = self.text("email");
        if address.is_empty() {
            errors.insert("email".into(), "Indiquez votre adresse e-mail.".into());
        } else if !email::is_address(address) {
            errors.insert("email".into(), "Cette adresse e-mail n’est pas valide.".into());
        }
    }

    fn check_submission(&self, errors: &mut Map<String, Value>) {
        if !(1..=100).contains(&self.text("submission").len()) {
            errors.insert("submission".into(), "L’identifiant de l’envoi manque.".into());
        }
    }
}
