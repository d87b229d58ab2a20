//! The question for the reader's own Mastodon instance; the answer stays on the device.

use super::mastodon;
use super::row::Row;
use crate::view::dom::{El, el, reactive};
use leptos::prelude::*;
use std::rc::Rc;
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_name = open)]
    fn open(address: &str, target: &str, features: &str);
}

/// Asks: the first time, and again at each click on `button`.
pub(super) fn ask(row: &Rc<Row>, button: &El) {
    row.page.locale.react();
    row.say("", false);
    if row.question.borrow().is_none() {
        let (row, button) = (row.clone(), button.clone());
        reactive(move || Question(QuestionProps { row, button }));
    }
    if let Some((question, field)) = &*row.question.borrow() {
        question.toggle("hidden", None);
        field.focus();
    }
}

/// The field, and what is wrong with what was typed. Once it is answered or dismissed, the focus is back on the button that
/// has asked.
#[component]
fn Question(
    /// The row that the question stands in.
    row: Rc<Row>,
    /// The button that asks.
    button: El,
) {
    let page = row.page.clone();
    let wrong = RwSignal::new(false);
    let input = el("input")
        .set("part", "input")
        .set("type", "text")
        .set("inputmode", "url")
        .set("dir", "ltr")
        .set("autocapitalize", "none")
        .set("spellcheck", "false")
        .set("id", "mastodon")
        .set("placeholder", "mastodon.social")
        .set("aria-describedby", "mastodon-error")
        .bind("aria-invalid", move || (wrong.try_get() == Some(true)).then(|| "true".to_owned()));
    let label = el("label").set("for", "mastodon").text(&page.text("mastodonInstance"));
    let submit = el("button")
        .set("part", "submit")
        .set("type", "submit")
        .text(&page.locale.with("shareOn", "network", "Mastodon"));
    let message = el("p").set("part", "error").set("role", "alert").set("id", "mastodon-error");
    let words = page.text("mastodonHint");
    let message =
        message.bind_text(move || if wrong.try_get() == Some(true) { words.clone() } else { String::new() });
    let form = el("form").set("class", "row").set("novalidate", "");
    let closed = {
        let row = row.clone();
        move || {
            wrong.set(false);
            row.say("", false);
            button.focus();
        }
    };
    let (dismissed, typed) = (closed.clone(), input.clone());
    let form = form.on("keydown", move |event| {
        if event.dyn_ref::<web_sys::KeyboardEvent>().is_some_and(|event| event.key() == "Escape") {
            // A dialog around stays.
            event.prevent_default();
            dismissed();
        }
    });
    let shared = row.clone();
    let form = form.on("submit", move |event| {
        event.prevent_default();
        match mastodon::address(&typed.value(), &shared.content()) {
            Some(link) => {
                open(&link, "_blank", "noopener,noreferrer");
                closed();
            }
            None => {
                wrong.set(true);
                typed.focus();
            }
        }
    });
    let field = input.clone();
    let form = form.child(label).child(input).child(submit).child(message);
    row.by_hand.before(&form);
    *row.question.borrow_mut() = Some((form, field));
}
