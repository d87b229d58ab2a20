//! Asks for the reader's own Mastodon instance. The answer stays on the device.

use super::mastodon;
use super::row::Row;
use crate::view::dom::El;
use crate::view::reactive::mount;
use leptos::html::{self, button, form, input, label, p};
use leptos::prelude::*;
use leptos::{component, ev};
use std::rc::Rc;
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_name = open)]
    fn open(address: &str, target: &str, features: &str);
}

/// Shows the question, now and at each further click on `button`.
pub(super) fn ask(row: &Rc<Row>, button: &El) {
    row.page.locale.react();
    row.say("", false);
    if row.question.borrow().is_none() {
        let (asked, button) = (row.clone(), button.clone());
        mount(&row.root, move || Question(QuestionProps { row: asked, asking: button }));
    } else {
        row.show_question(true);
    }
}

/// The field, with a message if the input is not valid. Once it is answered or dismissed, the focus returns to the
/// button that opened it.
#[component]
fn Question(
    /// The row that the question stands in.
    row: Rc<Row>,
    /// The button that opens it.
    asking: El,
) -> impl IntoView {
    let page = row.page.clone();
    let shown = RwSignal::new(true);
    let wrong = RwSignal::new(false);
    let field = NodeRef::<html::Input>::new();
    let focus = move || {
        let _ = field.try_get().flatten().map(|field| field.focus());
    };
    *row.question.borrow_mut() = Some(Box::new(move |show| shown.set(show)));
    // The focus is set in an effect, because effects run after the view is updated, and a hidden field takes no
    // focus.
    Effect::new(move || {
        if shown.try_get() == Some(true) {
            focus();
        }
    });
    let content = row.clone();
    let close = move || {
        wrong.set(false);
        row.say("", false);
        asking.focus();
    };
    let dismiss = close.clone();
    // Clicks and keys are handled too, because a sandboxed frame may not submit forms.
    let answer = move || {
        let typed = field.try_get().flatten().map(|field| field.value()).unwrap_or_default();
        match mastodon::address(&typed, &content.content()) {
            Some(link) => {
                open(&link, "_blank", "noopener,noreferrer");
                close();
            }
            None => {
                wrong.set(true);
                focus();
            }
        }
    };
    let (entered, sent) = (answer.clone(), answer.clone());
    let hint = page.text("mastodonHint");
    form()
        .class("row")
        .novalidate(true)
        .hidden(move || shown.try_get() != Some(true))
        .on(ev::keydown, move |event| {
            if event.key() == "Escape" {
                // A dialog around the article stays open.
                event.prevent_default();
                dismiss();
            }
        })
        .on(ev::submit, move |event| {
            event.prevent_default();
            sent();
        })
        .child((
            label().r#for("mastodon").child(page.text("mastodonInstance")),
            input()
                .node_ref(field)
                .id("mastodon")
                .part("input")
                .r#type("text")
                .inputmode("url")
                .dir("ltr")
                .autocapitalize("none")
                .spellcheck("false")
                .placeholder("mastodon.social")
                .aria_describedby("mastodon-error")
                .on(ev::keydown, move |event| {
                    // In an input method, Enter ends the composition.
                    if event.key() == "Enter" && !event.is_composing() {
                        event.prevent_default();
                        entered();
                    }
                })
                .aria_invalid(move || (wrong.try_get() == Some(true)).then_some("true")),
            button()
                .part("submit")
                .r#type("button")
                .on(ev::click, move |_| answer())
                .child(page.locale.with("shareOn", "network", "Mastodon")),
            p().id("mastodon-error")
                .part("error")
                .role("alert")
                .child(move || if wrong.try_get() == Some(true) { hint.clone() } else { String::new() }),
        ))
}
