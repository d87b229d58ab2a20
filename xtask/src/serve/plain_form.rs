//! Forms that a browser posts without a script. They are read as the JSON that the element would send, and the
//! browser is redirected to a page with the outcome.

use axum::body::{Body, to_bytes};
use axum::extract::{Query, Request};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::middleware::Next;
use axum::response::{Html, IntoResponse as _, Redirect, Response};
use serde::Deserialize;
use serde_json::{Map, Value};
use std::hash::{BuildHasher as _, RandomState};

use super::percent;

/// The largest form in bytes.
const LARGEST: usize = 64 * 1024;

/// Reads a form that was sent without a script, and turns the answer into a redirect (303). Other requests pass
/// unchanged.
pub(crate) async fn read(request: Request, next: Next) -> Response {
    let kind = request.headers().get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok());
    if !kind.is_some_and(|kind| kind.starts_with("application/x-www-form-urlencoded")) {
        return next.run(request).await;
    }
    let (mut parts, body) = request.into_parts();
    let Ok(body) = to_bytes(body, LARGEST).await else {
        return StatusCode::PAYLOAD_TOO_LARGE.into_response();
    };
    let fields = Value::Object(members(&String::from_utf8_lossy(&body)));
    parts.headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/json"));
    parts.headers.remove(header::CONTENT_LENGTH);
    let answer = next.run(Request::from_parts(parts, Body::from(fields.to_string()))).await;
    Redirect::to(&format!("/api/sent?status={}", answer.status().as_u16())).into_response()
}

/// The fields, with the types that the element sends.
fn members(form: &str) -> Map<String, Value> {
    let mut members = Map::new();
    // Without a script nothing is sent again unless the reader does so, so each form gets an id of its own.
    members.insert("submission".into(), format!("form-{:016x}", RandomState::new().hash_one(form)).into());
    for pair in form.split('&') {
        let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
        let decoded = |text: &str| percent::decode(&text.replace('+', " "));
        let (Some(name), Some(value)) = (decoded(name), decoded(value)) else { continue };
        match name.as_str() {
            "consent" => drop(members.insert(name, true.into())),
            "lists" => {
                let lists = members.entry(name).or_insert_with(|| Value::Array(Vec::new()));
                lists.as_array_mut().into_iter().for_each(|lists| lists.push(value.clone().into()));
            }
            // Browsers end lines with CR LF.
            _ => drop(members.insert(name, value.replace("\r\n", "\n").into())),
        }
    }
    members
}

#[derive(Deserialize)]
pub(crate) struct Sent {
    status: u16,
}

/// The page to which a browser is redirected, with a link back to the article.
pub(crate) async fn sent(Query(Sent { status }): Query<Sent>, headers: HeaderMap) -> Html<String> {
    let said = match status {
        201 => "Merci, c’est reçu.",
        409 => "Nous l’avions déjà reçu.",
        422 => {
            "Il manque quelque chose, ou une adresse n’en est pas une. Revenez en arrière : rien n’est perdu."
        }
        429 => "C’est un peu rapide. Réessayez dans un instant.",
        _ => "Cela n’a pas pu être envoyé. Revenez en arrière : rien n’est perdu.",
    };
    let from = headers.get(header::REFERER).and_then(|value| value.to_str().ok()).unwrap_or("/");
    let back = if from.starts_with("http") { from } else { "/" };
    let back = back.replace('&', "&amp;").replace('"', "&quot;").replace('<', "&lt;");
    Html(format!(
        "<!doctype html><html lang=\"fr\"><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\">\
         <title>{said}</title><link rel=\"stylesheet\" href=\"/demo/site.css\"><main><h1>{said}</h1>\
         <p><a href=\"{back}\">Retour à l’article</a></p></main></html>"
    ))
}

#[cfg(test)]
mod tests {
    use super::members;

    #[test]
    fn a_form_is_read_as_the_element_sends_it() {
        let read = members(
            "article=42&name=Salma+B.&body=Un%0D%0Adeux+%26+trois&lists=matin&lists=soir&consent=true",
        );
        assert_eq!(read["name"], "Salma B.");
        assert_eq!(read["body"], "Un\ndeux & trois");
        assert_eq!(read["lists"], serde_json::json!(["matin", "soir"]));
        assert_eq!(read["consent"], true);
        assert!(read["submission"].as_str().is_some_and(|id| id.len() == 21));
    }
}
