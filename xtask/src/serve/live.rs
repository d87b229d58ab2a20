//! A live blog that goes on as long as the server runs, with a new update every twenty seconds.
//!
//! | request | answers |
//! | --- | --- |
//! | `GET /api/live` | `{updates}`, newest first, with an `ETag`; 304 where nothing is new |
//! | `GET /api/live/stream` | the same as a stream of events, one an update |

use std::convert::Infallible;
use std::time::Duration;

use axum::Router;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse as _, Json, Response};
use axum::routing::get;
use futures_util::stream;
use serde_json::{Value, json};

use super::clock;

/// The seconds between two updates.
const PERIOD: u64 = 20;
/// The most updates in an answer: those of the last hours.
const MOST: u64 = 500;
/// The most updates at the beginning of a stream.
const MISSED: u64 = 20;

/// The texts of the updates, which are repeated.
const REPORTS: [(&str, &str); 5] = [
    ("Le ferry a quitté le quai", "La traversée dure trente-cinq minutes par temps calme."),
    ("La foule grossit au port", "Les gradins ont ouvert à midi ; il reste des places du côté de la jetée."),
    ("Le vent tourne à l’ouest", "Douze nœuds, avec des rafales à dix-huit : le départ est maintenu."),
    ("Premier passage à la bouée", "Quarante secondes séparent les trois premiers."),
    ("La circulation reprend sur les quais", "Les bus de la ligne 3 circulent de nouveau normalement."),
];

/// Both endpoints.
pub(crate) fn routes() -> Router {
    let began = clock::seconds();
    Router::new()
        .route("/api/live", get(move |headers: HeaderMap| async move { list(began, &headers) }))
        .route("/api/live/stream", get(move || async move { follow(began) }))
}

/// The number of updates so far.
fn count(began: u64) -> u64 {
    3 + clock::seconds().saturating_sub(began) / PERIOD
}

fn update(began: u64, number: u64) -> Value {
    let at = (began + number * PERIOD).saturating_sub(3 * PERIOD);
    let place = usize::try_from(number).unwrap_or(0) % REPORTS.len();
    let (title, body) = REPORTS[place];
    json!({
        "id": number,
        "publishedAt": format!("{}Z", clock::stamp(at)),
        "title": title,
        "body": body,
        "author": "La rédaction",
        "pinned": place == 3,
    })
}

fn list(began: u64, headers: &HeaderMap) -> Response {
    let count = count(began);
    let tag = format!("\"{began}-{count}\"");
    if headers.get(header::IF_NONE_MATCH).is_some_and(|known| known.as_bytes() == tag.as_bytes()) {
        return StatusCode::NOT_MODIFIED.into_response();
    }
    let updates: Vec<Value> =
        (count.saturating_sub(MOST)..count).rev().map(|number| update(began, number)).collect();
    ([(header::ETAG, tag)], Json(json!({ "updates": updates }))).into_response()
}

fn follow(began: u64) -> Response {
    // A reader who reconnects has missed some updates. The element does not show known ones twice.
    let next = stream::unfold(count(began).saturating_sub(MISSED), move |number| async move {
        while count(began) <= number {
            tokio::time::sleep(Duration::from_secs(1)).await;
        }
        let event =
            Event::default().event("update").id(number.to_string()).data(update(began, number).to_string());
        Some((Ok::<_, Infallible>(event), number + 1))
    });
    Sse::new(next).keep_alive(KeepAlive::default()).into_response()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_updates_are_told_once() {
        let began = clock::seconds();
        let first = list(began, &HeaderMap::new());
        assert_eq!(first.status(), StatusCode::OK);
        let mut known = HeaderMap::new();
        known.insert(header::IF_NONE_MATCH, first.headers()[header::ETAG].clone());
        assert_eq!(list(began, &known).status(), StatusCode::NOT_MODIFIED);
    }
}
