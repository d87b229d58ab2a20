//! Bytes: deadline, cap, retry, cancel.
//!
//! **A GET is tried at most three times, and only where another try can help; a POST once.** The deadline covers the
//! body. The body is read by `src/element/runtime.js`, which does so before the wasm is here, and up to a cap.

use crate::network::json::Json;
use crate::object::object;
use crate::text::number::{digits, whole};
use crate::text::search::concat;
use gloo_net::http::Response;
use js_sys::{Array, Function, JSON, JsString, Object, Promise, Reflect};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{AbortController, RequestCredentials};

/// Tries of one GET, the first included.
const TRIES: u32 = 3;
/// The longest pause before another try, in milliseconds, and the longest `Retry-After` that is waited for.
const PAUSE_MAX: f64 = 5_000.0;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_name = setTimeout)]
    fn set_timeout(callback: &JsValue, ms: f64) -> i32;
    #[wasm_bindgen(js_name = clearTimeout)]
    fn clear_timeout(timer: i32);
    #[wasm_bindgen(js_name = fetch, catch)]
    fn fetch(request: &Request) -> Result<JsValue, JsValue>;

    type Request;
    #[wasm_bindgen(constructor, catch)]
    fn new(url: &str, options: &Object) -> Result<Request, JsValue>;

    /// `JSON.parse` of a string that never enters the wasm.
    #[wasm_bindgen(js_namespace = JSON, js_name = parse, catch)]
    fn parse(text: &JsString) -> Result<JsValue, JsValue>;

    /// Around the glue (`src/element/runtime.js`): the promise of a body's text, of nothing where it is over the cap.
    #[wasm_bindgen(js_name = readBody)]
    fn read_body(response: web_sys::Response) -> Promise;

    /// A first attempt that the shell started while the wasm was still on its way.
    #[wasm_bindgen(extends = js_sys::Object)]
    #[derive(Clone)]
    pub type Early;
    /// The promise of its response.
    #[wasm_bindgen(method, getter)]
    pub fn response(this: &Early) -> Promise;
    /// What aborts it.
    #[wasm_bindgen(method, getter)]
    pub fn controller(this: &Early) -> AbortController;
    /// The timer of its deadline.
    #[wasm_bindgen(method, getter)]
    pub fn timer(this: &Early) -> i32;
    /// The promise of its body's text, where that is read already.
    #[wasm_bindgen(method, getter)]
    fn text(this: &Early) -> Option<Promise>;
    /// Whether the text is here.
    #[wasm_bindgen(method, getter)]
    fn whole(this: &Early) -> Option<bool>;
}

/// Why there is no document. The names are the public `kind`s of the `error` event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// No answer, or it broke off: offline, refused, reset, no CORS header.
    Network,
    /// No whole answer in time.
    Timeout,
    /// An answer that says no.
    Status,
    /// More bytes, or blocks, than the cap.
    TooLarge,
    /// An answer that is no JSON.
    NotJson,
    /// JSON that is no article.
    Malformed,
    /// An article behind a password.
    Protected,
    /// A part of the widget itself that did not come.
    Load,
    /// A fault of the widget.
    Internal,
}

impl Kind {
    /// The public name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Network => "network",
            Self::Timeout => "timeout",
            Self::Status => "status",
            Self::TooLarge => "too-large",
            Self::NotJson => "not-json",
            Self::Malformed => "malformed",
            Self::Protected => "protected",
            Self::Load => "load",
            Self::Internal => "internal",
        }
    }
}

/// Why there is no document, for the event and the reader.
#[derive(Clone, Debug)]
pub struct Failure {
    /// What kind of failure.
    pub kind: Kind,
    /// The HTTP status, or 0.
    pub status: u16,
    /// For the developer.
    pub message: String,
    /// Milliseconds that the server asked to wait.
    retry_after: Option<f64>,
}

impl Failure {
    /// A failure with no status.
    pub fn new(kind: Kind, message: &str) -> Self {
        Failure { kind, status: 0, message: message.to_owned(), retry_after: None }
    }

    /// Whether another try can help.
    fn is_passing(&self) -> bool {
        match self.kind {
            Kind::Network => true,
            Kind::Status => matches!(self.status, 408 | 425 | 429 | 500 | 502 | 503 | 504),
            _ => false,
        }
    }
}

/// A document and where it came from.
#[derive(Debug)]
pub struct Document {
    /// What it says.
    pub json: Json,
    /// Its address after redirects.
    pub url: String,
    /// How many entries there are in all, where a WordPress says so of a list.
    pub total: Option<u32>,
}

/// How a document is asked for.
#[derive(Clone, Debug)]
pub struct Options {
    /// Which cookies are sent.
    pub credentials: RequestCredentials,
    /// Seconds before one attempt, body included, is given up.
    pub timeout: u32,
}

/// Something under way that may no longer be wanted. Cloning it clones the handle.
#[derive(Clone, Default)]
pub struct Cancel(Rc<Attempt>);

#[derive(Default)]
struct Attempt {
    cancelled: Cell<bool>,
    current: RefCell<Option<AbortController>>,
    /// The timer of a pause, and what ends the pause.
    pause: RefCell<Option<(Timer, Function)>>,
}

impl Cancel {
    /// Gives up: the attempt under way is aborted, no other follows.
    pub fn cancel(&self) {
        self.0.cancelled.set(true);
        if let Some(controller) = self.0.current.take() {
            controller.abort();
        }
        if let Some((_, wake)) = self.0.pause.take() {
            let _ = wake.call0(&JsValue::NULL);
        }
    }

    /// Waits that long, or until it is given up.
    async fn pause(&self, ms: f64) {
        let promise = Promise::new(&mut |resolve, _| {
            let timer = Timer(set_timeout(&resolve, ms), None);
            self.0.pause.replace(Some((timer, resolve)));
        });
        let _ = JsFuture::from(promise).await;
        self.0.pause.take();
    }

    /// Whether it was given up.
    pub fn is_cancelled(&self) -> bool {
        self.0.cancelled.get()
    }
}

/// The longest that a timer of the browser's can be, in milliseconds: beyond, it fires at once.
pub const TIMER_MAX: f64 = 2_147_483_647.0;

/// A timer that is cleared when dropped, with what it would have called: that must not outlive it, for it holds a controller,
/// and that, through the stack of the reason that it was aborted for, the element.
struct Timer(i32, #[expect(dead_code, reason = "it is held")] Option<Closure<dyn FnMut()>>);

impl Drop for Timer {
    fn drop(&mut self) {
        clear_timeout(self.0);
    }
}

/// Whether another try has a chance; the shell waits for the browser to come back online.
fn is_online() -> bool {
    web_sys::window().is_none_or(|window| window.navigator().on_line())
}

impl Early {
    /// Whether it is here, body and all, and there is nothing to wait for.
    pub fn is_whole(&self) -> bool {
        self.whole().unwrap_or_default()
    }
}

/// Gets a JSON document, using the attempt that is already under way where there is one.
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
        // What is over is not aborted any more.
        cancel.0.current.take();
        match outcome {
            Err(failure)
                if failure.is_passing() && tried < TRIES && !cancel.is_cancelled() && is_online() =>
            {
                // Full jitter: https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/
                let ceiling = 300.0 * f64::from(tried * tried);
                // A date that is past, or none, is as good as no word.
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
            clear_timeout(early.timer());
            early.controller()
        }
        None => AbortController::new().map_err(|error| thrown(&error))?,
    };
    *cancel.0.current.borrow_mut() = Some(controller.clone());
    let deadline = deadline(controller, options.timeout);
    let response = match &early {
        Some(early) => early.response(),
        None => send(
            url,
            &[("credentials", options.credentials.into()), ("signal", deadline.controller.signal().into())],
        )?,
    };
    let response = arrived(response, &deadline).await?;
    if !response.ok() {
        let retry_after = response.headers().get("Retry-After");
        return Err(Failure {
            kind: Kind::Status,
            status: response.status(),
            message: concat(&["the endpoint answered ", &digits(response.status().into())]),
            retry_after: retry_after.map(|text| match whole(&text, 10) {
                Some(seconds) => f64::from(seconds) * 1_000.0,
                None => js_sys::Date::parse(&text) - js_sys::Date::now(),
            }),
        });
    }
    let total = response.headers().get("X-WP-Total").and_then(|text| whole(&text, 10));
    // A response that a page has made has none.
    let answered = response.url();
    let url = if answered.is_empty() { url.to_owned() } else { answered };
    let text = early.and_then(|early| early.text()).unwrap_or_else(|| read_body(response.into()));
    let json = parsed(&arrived_text(text, &deadline).await?)?;
    Ok(Document { json, url, total })
}

/// What a form's endpoint answered: the status, 0 for none, and its JSON where it sent some.
#[derive(Debug)]
pub struct Answer {
    /// The HTTP status.
    pub status: u16,
    /// What it says.
    pub json: Json,
}

/// Posts a JSON document, once. `Err` where no answer came, or a success that is none of the endpoint's.
pub async fn post(url: &str, body: &JsValue, timeout: u32) -> Result<Answer, Failure> {
    let deadline = deadline(AbortController::new().map_err(|error| thrown(&error))?, timeout);
    let text = JSON::stringify(body).map_err(|error| thrown(&error))?;
    let headers = object(&[("Content-Type", "application/json".into())]);
    let options = [
        ("method", "POST".into()),
        ("headers", headers.into()),
        ("credentials", RequestCredentials::SameOrigin.into()),
        ("signal", deadline.controller.signal().into()),
        ("body", text.into()),
    ];
    let response = arrived(send(url, &options)?, &deadline).await?;
    let (ok, status) = (response.ok(), response.status());
    let json = match arrived_text(read_body(response.into()), &deadline).await {
        // Nothing to say is an answer too.
        Ok(text) if text.trim().length() == 0 => Ok(Json::null()),
        Ok(text) => parsed(&text),
        Err(failure) => Err(failure),
    };
    match json {
        // What is no JSON is the page of somebody in between: a login, a captcha, maintenance.
        Err(failure) if ok => Err(failure),
        json => Ok(Answer { status, json: json.unwrap_or_else(|_| Json::null()) }),
    }
}

fn parsed(text: &JsString) -> Result<Json, Failure> {
    parse(text).map(Json::from).map_err(|_| Failure::new(Kind::NotJson, "the answer is no JSON"))
}

/// Waits for the text of a body.
async fn arrived_text(text: Promise, deadline: &Deadline) -> Result<JsString, Failure> {
    deadline
        .before(&text)
        .await
        .map_err(|error| deadline.failure(&error))?
        .dyn_into()
        .map_err(|_| Failure::new(Kind::TooLarge, "the document is over 2 MB"))
}

fn field(object: &JsValue, name: &str) -> JsValue {
    Reflect::get(object, &JsValue::from_str(name)).unwrap_or(JsValue::UNDEFINED)
}

/// The name of the reason that a controller is aborted with at the deadline; the shell uses the same.
const TIMED_OUT: &str = "TimeoutError";

/// The end of an attempt: it is aborted then, unless this is dropped before.
struct Deadline {
    controller: AbortController,
    _timer: Timer,
    /// Rejected at the end. A page's wrapper around `fetch` may know nothing of signals.
    passed: Promise,
}

impl Deadline {
    /// Waits for what must come before.
    fn before(&self, promise: &Promise) -> JsFuture {
        JsFuture::from(Promise::race(&Array::of2(promise, &self.passed)))
    }

    /// What broke that off is the network, or the deadline itself: the signal is asked, for WebKit rejects with an
    /// `AbortError` of its own and not with the reason.
    fn failure(&self, error: &JsValue) -> Failure {
        let reason = self.controller.signal().reason();
        if field(&reason, "name").as_string().as_deref() == Some(TIMED_OUT) {
            return Failure::new(Kind::Timeout, "no whole answer in time");
        }
        thrown(error)
    }
}

/// Sets a deadline after that many seconds.
fn deadline(controller: AbortController, seconds: u32) -> Deadline {
    let abort = controller.clone();
    let mut pass = None;
    let passed = Promise::new(&mut |_, reject| pass = Some(reject));
    let callback = Closure::once(move || {
        let reason = js_sys::Error::new("deadline");
        reason.set_name(TIMED_OUT);
        abort.abort_with_reason(&reason);
        if let Some(pass) = pass {
            let _ = pass.call1(&JsValue::NULL, &reason);
        }
    });
    let timer = set_timeout(callback.as_ref(), (f64::from(seconds) * 1_000.0).min(TIMER_MAX));
    Deadline { controller, _timer: Timer(timer, Some(callback)), passed }
}

/// Waits, for a task at the least.
pub fn sleep(ms: f64) -> JsFuture {
    JsFuture::from(Promise::new(&mut |resolve, _| {
        set_timeout(&resolve, ms);
    }))
}

/// Sends a request. Not by gloo-net's own `send`, which panics where a page's wrapper around `fetch` rejects with
/// something that is no `Error`, nor with its `RequestBuilder`, which brings Rust's formatting of text with it (4 KB).
fn send(url: &str, options: &[(&str, JsValue)]) -> Result<Promise, Failure> {
    // A page's wrapper may throw, or give back something else than a promise.
    let response = Request::new(url, &object(options)).and_then(|request| fetch(&request));
    response.map(|response| Promise::resolve(&response)).map_err(|error| thrown(&error))
}

async fn arrived(response: Promise, deadline: &Deadline) -> Result<Response, Failure> {
    let response = deadline.before(&response).await.map_err(|error| deadline.failure(&error))?;
    // By what it has: it may be one of another frame's.
    if !field(&response, "headers").is_object() {
        return Err(Failure::new(Kind::Network, "fetch gave no response"));
    }
    Ok(Response::from(response.unchecked_into::<web_sys::Response>()))
}

fn thrown(error: &JsValue) -> Failure {
    Failure::new(Kind::Network, &field(error, "message").as_string().unwrap_or_default())
}
