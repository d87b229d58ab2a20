//! Requests for JSON documents, with a deadline, a limit of bytes, retries, and a way to cancel.
//!
//! **A GET is tried at most three times, and only if a retry can help; a POST once.** The deadline covers the body.
//! The body is read by `src/element/runtime.js`, up to the limit, since that can begin before the wasm is here.

mod cancel;
mod early;
mod failure;
mod timer;

pub use cancel::Cancel;
pub use early::Early;
pub use failure::{Failure, Kind};
pub use timer::{TIMER_MAX, sleep};

use crate::network::json::{Json, is_feed};
use crate::object::object;
use crate::text::number::{digits, whole};
use crate::text::search::concat;
use failure::{field, thrown};
use gloo_net::http::Response;
use js_sys::{JSON, JsString, Object, Promise};
use timer::Deadline;
use wasm_bindgen::prelude::*;
use web_sys::{AbortController, RequestCredentials};

/// The most attempts of one GET.
const TRIES_MAX: u32 = 3;
/// The longest pause before the second try, in milliseconds; before the third it is four times as long.
const PAUSE_FIRST: f64 = 300.0;
/// The longest pause before another try, in milliseconds, and the longest `Retry-After` that is waited for.
const PAUSE_MAX: f64 = 5_000.0;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_name = fetch, catch)]
    fn fetch(request: &Request) -> Result<JsValue, JsValue>;

    type Request;
    #[wasm_bindgen(constructor, catch)]
    fn new(url: &str, options: &Object) -> Result<Request, JsValue>;

    /// `JSON.parse` of a string that never enters the wasm.
    #[wasm_bindgen(js_namespace = JSON, js_name = parse, catch)]
    fn parse(text: &JsString) -> Result<JsValue, JsValue>;

    /// Reads a body as text, or gives null if it is over the limit (`src/element/runtime.js`).
    #[wasm_bindgen(js_name = readBody)]
    fn read_body(response: web_sys::Response) -> Promise;
}

/// A document and where it came from.
#[derive(Debug)]
pub struct Document {
    /// Its content.
    pub json: Json,
    /// Its address after redirects.
    pub url: String,
    /// The total number of entries, if WordPress states it for a list.
    pub total: Option<u32>,
}

/// The options of a request.
#[derive(Clone, Debug)]
pub struct Options {
    /// Which cookies are sent.
    pub credentials: RequestCredentials,
    /// True if the page has set the attribute `credentials` itself.
    pub is_explicit: bool,
    /// True if no referrer is sent.
    pub no_referrer: bool,
    /// The seconds after which an attempt, body included, is given up.
    pub timeout: u32,
}

/// Returns false if the browser is offline. Then a retry has no chance, and the shell waits for it to come back
/// online.
fn is_online() -> bool {
    web_sys::window().is_none_or(|window| window.navigator().on_line())
}

/// Gets a JSON document. `early` is an attempt that is under way already.
pub async fn json(
    url: &str,
    options: &Options,
    early: Option<Early>,
    cancel: &Cancel,
) -> Result<Document, Failure> {
    let mut early = early;
    let mut tried = 0;
    loop {
        tried += 1;
        let outcome = attempt(url, options, early.take(), cancel).await;
        cancel.end();
        match outcome {
            Err(failure)
                if failure.is_passing() && tried < TRIES_MAX && !cancel.is_cancelled() && is_online() =>
            {
                // Full jitter: https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/
                let ceiling = PAUSE_FIRST * f64::from(tried * tried);
                // A date in the past, or none, is ignored.
                let asked = failure.retry_after.filter(|ms| *ms > 0.0);
                let pause = asked.unwrap_or_else(|| js_sys::Math::random() * ceiling);
                if pause > PAUSE_MAX {
                    return Err(failure);
                }
                cancel.pause(pause).await;
                if cancel.is_cancelled() {
                    return Err(failure);
                }
            }
            outcome => return outcome,
        }
    }
}

async fn attempt(
    url: &str,
    options: &Options,
    early: Option<Early>,
    cancel: &Cancel,
) -> Result<Document, Failure> {
    let controller = match &early {
        Some(early) => {
            timer::clear_timeout(early.timer());
            early.controller()
        }
        None => AbortController::new().map_err(|error| thrown(&error))?,
    };
    cancel.begin(controller.clone());
    let deadline = timer::deadline(controller, options.timeout);
    let response = match &early {
        Some(early) => early.response(),
        None => send(
            url,
            &[
                ("credentials", options.credentials.into()),
                ("signal", deadline.controller.signal().into()),
                // An empty policy means the page's own.
                ("referrerPolicy", if options.no_referrer { "no-referrer" } else { "" }.into()),
            ],
        )?,
    };
    let response = wait_for_response(response, &deadline).await?;
    if !response.ok() {
        return Err(Failure {
            kind: Kind::Status,
            status: response.status(),
            message: concat(&["the endpoint answered ", &digits(response.status().into())]),
            retry_after: retry_after(&response),
        });
    }
    let total = response.headers().get("X-WP-Total").and_then(|text| whole(&text, 10));
    // A response that the page itself has made has no address.
    let answered = response.url();
    let url = if answered.is_empty() { url.to_owned() } else { answered };
    let text = early.and_then(|early| early.text()).unwrap_or_else(|| read_body(response.into()));
    let json = parse_document(&wait_for_text(text, &deadline).await?)?;
    Ok(Document { json, url, total })
}

/// The milliseconds that a server asks to wait, from seconds or a date
/// (<https://www.rfc-editor.org/rfc/rfc9110#field.retry-after>).
fn retry_after(response: &Response) -> Option<f64> {
    let text = response.headers().get("Retry-After")?;
    let text = text.trim();
    if !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit()) {
        // A number too large counts as infinite.
        return Some(whole(text, 10).map_or(f64::INFINITY, |seconds| f64::from(seconds) * 1_000.0));
    }
    Some(js_sys::Date::parse(text) - js_sys::Date::now())
}

/// The answer of a form's endpoint.
#[derive(Debug)]
pub struct Answer {
    /// The HTTP status.
    pub status: u16,
    /// Its content; null if the body is empty or no JSON.
    pub json: Json,
}

/// Posts a JSON document, once; with the page's cookies if `with_cookies`. `Err` if no answer came, if a success is
/// not from the endpoint, or if it is a redirect, which could take the reader's data to another origin.
pub async fn post(url: &str, body: &JsValue, timeout: u32, with_cookies: bool) -> Result<Answer, Failure> {
    let credentials = if with_cookies { RequestCredentials::SameOrigin } else { RequestCredentials::Omit };
    let deadline = timer::deadline(AbortController::new().map_err(|error| thrown(&error))?, timeout);
    let text = JSON::stringify(body).map_err(|error| thrown(&error))?;
    let headers = object(&[("Content-Type", "application/json".into())]);
    let options = [
        ("method", "POST".into()),
        ("headers", headers.into()),
        ("credentials", credentials.into()),
        ("redirect", "error".into()),
        ("signal", deadline.controller.signal().into()),
        ("body", text.into()),
    ];
    let response = wait_for_response(send(url, &options)?, &deadline).await?;
    let (ok, status) = (response.ok(), response.status());
    let json = match wait_for_text(read_body(response.into()), &deadline).await {
        // An empty body is a valid answer.
        Ok(text) if text.trim().length() == 0 => Ok(Json::null()),
        Ok(text) => parse_json(&text),
        Err(failure) => Err(failure),
    };
    match json {
        // A body that is no JSON is a page from something in between: a login, a captcha, maintenance.
        Err(failure) if ok => Err(failure),
        json => Ok(Answer { status, json: json.unwrap_or_else(|_| Json::null()) }),
    }
}

fn parse_json(text: &JsString) -> Result<Json, Failure> {
    parse(text).map(Json::from).map_err(|_| Failure::new(Kind::NotJson, "the answer is no JSON"))
}

/// The number of UTF-16 units in which a feed is recognised: declaration, comments, and the first tag.
const FEED_HEAD: u32 = 1_000;

/// Parses a document: JSON, or a feed in XML, which stays a text here and is parsed by its reader.
fn parse_document(text: &JsString) -> Result<Json, Failure> {
    parse_json(text).or_else(|failure| {
        let head = String::from(text.slice(0, FEED_HEAD));
        if is_feed(&head) { Ok(Json::from(JsValue::from(text.clone()))) } else { Err(failure) }
    })
}

/// Waits for the text of a body.
async fn wait_for_text(text: Promise, deadline: &Deadline) -> Result<JsString, Failure> {
    deadline
        .before(&text)
        .await
        .map_err(|error| deadline.failure(&error))?
        .dyn_into()
        .map_err(|_| Failure::new(Kind::TooLarge, "the document is over 2 MB"))
}

/// Sends a request. It does not use gloo-net's `send`, which panics if a page's wrapper around `fetch` rejects with
/// something that is no `Error`, nor its `RequestBuilder`, which brings Rust's formatting of text with it (4 KB).
fn send(url: &str, options: &[(&str, JsValue)]) -> Result<Promise, Failure> {
    // A page's wrapper may throw, or return something else than a promise.
    let response = Request::new(url, &object(options)).and_then(|request| fetch(&request));
    response.map(|response| Promise::resolve(&response)).map_err(|error| thrown(&error))
}

/// Waits for the headers of a response.
async fn wait_for_response(response: Promise, deadline: &Deadline) -> Result<Response, Failure> {
    let response = deadline.before(&response).await.map_err(|error| deadline.failure(&error))?;
    // Not tested by `instanceof`, because it may be a response from another frame.
    if !field(&response, "headers").is_object() {
        return Err(Failure::new(Kind::Network, "fetch gave no response"));
    }
    Ok(Response::from(response.unchecked_into::<web_sys::Response>()))
}
