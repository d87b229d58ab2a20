//! Sending a form: what is sent besides its fields, the page's say, and the request.

use super::contract::Contract;
use super::fields::{Control, Form, Purpose};
use super::outcome::Outcome;
use super::submission::{Kind, Sent};
use crate::network::fetch;
use crate::network::json::Json;
use crate::text::number::digits;
use crate::text::search::{concat, trimmed};
use crate::view::shell::warn;
use js_sys::{Object, Reflect};
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    type Crypto;
    #[wasm_bindgen(thread_local_v2, js_name = crypto)]
    static CRYPTO: Crypto;
    #[wasm_bindgen(method, js_name = getRandomValues)]
    fn fill(this: &Crypto, bytes: &js_sys::Uint8Array);
}

/// What came of a submission.
pub(super) struct SubmissionResult {
    /// What its endpoint has made of it.
    pub(super) outcome: Outcome,
    /// Whether the very same was posted before, and nobody knows what became of it.
    pub(super) repeated: bool,
    /// What the endpoint said.
    pub(super) answer: Json,
    /// What was sent.
    pub(super) written: Json,
}

impl SubmissionResult {
    /// An outcome that no endpoint has told.
    pub(super) fn of(outcome: Outcome) -> Self {
        SubmissionResult { outcome, repeated: false, answer: Json::null(), written: Json::null() }
    }
}

/// Sends what stands in a form, in answer to `parent` where the reader may have gone on since they sent it. `None` where
/// the page says no.
pub(super) async fn send(form: &Form, parent: Option<String>) -> Option<SubmissionResult> {
    let contract = form.purpose.contract();
    let mut members: Vec<(&str, JsValue)> =
        form.controls.iter().map(|control| (control.name, value(control))).collect();
    if let Purpose::Comment(context) = &form.purpose {
        members.push(("article", JsValue::from_str(&context.article)));
        let parent = parent.unwrap_or_else(|| form.purpose.parent());
        if !parent.is_empty() {
            members.push(("parent", JsValue::from_str(&parent)));
        }
    }
    // A machine, or a password manager: nothing is lost on a guess, and whoever takes it can tell.
    if !form.trap.value().is_empty() {
        members.push(("honeypot", JsValue::TRUE));
    }
    let content = js_sys::JSON::stringify(&crate::object::object(&members));
    let content = content.ok().and_then(|text| text.as_string()).unwrap_or_default();
    let (sent, repeated) = Sent::next(form.last_sent(), content, random_id);
    form.keep_sent(&sent);
    members.push(("submission", JsValue::from_str(&sent.id)));
    // It is about the article that it is sent from, whichever stands by now.
    let told: Vec<_> = members.into_iter().chain(form.page.identity()).collect();
    let body = match form.page.shell.consult(contract.event(), &told).await {
        Ok(members) => named(contract, members?),
        Err(_) => return Some(SubmissionResult::of(Outcome::Failed("sendServer"))),
    };
    // From here on it may arrive.
    form.keep_sent(&Sent { posted: true, ..sent });
    let settings = &form.page.settings;
    let by_page = if contract.is_comment() { settings.named.comments } else { settings.named.newsletter };
    Some(match fetch::post(&form.action, &body, settings.fetch.timeout, by_page).await {
        Ok(answer) => {
            let outcome = contract.meaning(answer.status, &answer.json);
            if matches!(outcome, Outcome::Refused(_) | Outcome::Failed(_)) {
                warn_of(form, &concat(&["the endpoint answered ", &digits(answer.status.into())]));
            }
            SubmissionResult { outcome, repeated, answer: answer.json, written: body.into() }
        }
        Err(failure) => {
            warn_of(form, &failure.message);
            SubmissionResult::of(Outcome::Failed(match failure.kind {
                fetch::Kind::Network | fetch::Kind::Timeout => "sendNetwork",
                _ => "sendServer",
            }))
        }
    })
}

/// Tells the developer why a form was not taken.
fn warn_of(form: &Form, why: &str) {
    warn(&concat(&["news-article: ", form.purpose.name(), ": ", why, ": ", &form.action]));
}

/// What is sent of a field.
fn value(control: &Control) -> JsValue {
    match control.rule.kind {
        Kind::Tick => JsValue::from_bool(control.input.checked()),
        Kind::Choices => control.chosen().map(JsValue::from_str).collect::<js_sys::Array>().into(),
        _ => JsValue::from_str(trimmed(&control.input.value())),
    }
}

/// The members under the contract's names; what the page has added goes along.
fn named(contract: Contract, members: JsValue) -> JsValue {
    if contract != Contract::WordPressComment {
        return members;
    }
    let renamed = Object::new();
    for pair in Object::entries(members.unchecked_ref::<Object>()).iter() {
        let name = Reflect::get_u32(&pair, 0).ok().and_then(|name| name.as_string()).unwrap_or_default();
        let value = Reflect::get_u32(&pair, 1).unwrap_or(JsValue::NULL);
        let _ = Reflect::set(&renamed, &JsValue::from_str(contract.member(&name)), &value);
    }
    renamed.into()
}

/// 128 random bits in hexadecimal. `crypto.randomUUID` is missing on plain HTTP; this is not.
fn random_id() -> String {
    const DIGITS: [char; 16] =
        ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'];
    let bytes = js_sys::Uint8Array::new_with_length(16);
    CRYPTO.with(|crypto| crypto.fill(&bytes));
    let digit = |value: u8| DIGITS.get(usize::from(value & 15)).copied().unwrap_or('0');
    bytes.to_vec().into_iter().flat_map(|byte| [digit(byte >> 4), digit(byte)]).collect()
}
