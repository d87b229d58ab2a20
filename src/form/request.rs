//! Sends a form: collects its members, asks the page, and makes the request.

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

/// The result of a submission.
pub(super) struct SubmissionResult {
    /// The outcome by the endpoint's answer.
    pub(super) outcome: Outcome,
    /// True if the very same content was posted before, with an unknown outcome.
    pub(super) repeated: bool,
    /// The endpoint's answer.
    pub(super) answer: Json,
    /// The members that were sent.
    pub(super) written: Json,
}

impl SubmissionResult {
    /// The result where there was no answer.
    pub(super) fn of(outcome: Outcome) -> Self {
        SubmissionResult { outcome, repeated: false, answer: Json::null(), written: Json::null() }
    }
}

/// Sends a form. `parent` is set where the reader has sent it earlier, and may be answering another comment by now.
/// Returns `None` if the page cancels it.
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
    // A machine has filled it, or a password manager. It is sent anyway, with a mark, so that the endpoint decides
    // and no reader's text is lost.
    if !form.trap.value().is_empty() {
        members.push(("honeypot", JsValue::TRUE));
    }
    let content = js_sys::JSON::stringify(&crate::object::object(&members));
    let content = content.ok().and_then(|text| text.as_string()).unwrap_or_default();
    let (sent, repeated) = Sent::next(form.last_sent(), content, random_id);
    form.keep_sent(&sent);
    members.push(("submission", JsValue::from_str(&sent.id)));
    // The event names the article that the form belongs to, even if another is shown by now.
    let told: Vec<_> = members.into_iter().chain(form.page.identity()).collect();
    let body = match form.page.shell.consult(contract.event(), &told).await {
        Ok(members) => named(contract, members?),
        Err(_) => return Some(SubmissionResult::of(Outcome::Failed("sendServer"))),
    };
    // From here on the request may arrive.
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

/// Warns the developer that a form was not accepted.
fn warn_of(form: &Form, why: &str) {
    warn(&concat(&["news-article: ", form.purpose.name(), ": ", why, ": ", &form.action]));
}

/// The value that is sent for a field.
fn value(control: &Control) -> JsValue {
    match control.rule.kind {
        Kind::Tick => JsValue::from_bool(control.input.checked()),
        Kind::Choices => control.chosen().map(JsValue::from_str).collect::<js_sys::Array>().into(),
        _ => JsValue::from_str(trimmed(&control.input.value())),
    }
}

/// Renames the members to the names of the contract. Members that the page has added are kept.
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

/// 128 random bits in hexadecimal. (`crypto.randomUUID` exists in secure contexts only.)
fn random_id() -> String {
    const DIGITS: [char; 16] =
        ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'];
    let bytes = js_sys::Uint8Array::new_with_length(16);
    CRYPTO.with(|crypto| crypto.fill(&bytes));
    let digit = |value: u8| DIGITS.get(usize::from(value & 15)).copied().unwrap_or('0');
    bytes.to_vec().into_iter().flat_map(|byte| [digit(byte >> 4), digit(byte)]).collect()
}
