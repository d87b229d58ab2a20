//! Makes a form reactive once a reader is at it. Its attributes and texts are bound to signals, which end with the
//! view.
//!
//! The fields exist already, and the reader may be typing, so nothing is built anew (docs/decisions/late-features.md
//! says why there is no component).

use super::fields::{Control, Form, Sender};
use super::sending::{Fault, State, Status};
use super::submission::{Kind, LOGIN};
use crate::view::dom::{El, el};
use crate::view::reactive::owned;
use crate::view::scope::hold;
use leptos::prelude::*;
use std::rc::Rc;

/// Makes a form reactive until the current scope ends.
pub(super) fn start(form: &Rc<Form>) {
    form.page.locale.react();
    owned(|| attach(form));
}

/// Makes the form's signals and binds its elements to them.
fn attach(form: &Rc<Form>) {
    let status = RwSignal::new(None::<Status>);
    let faults = form.controls.iter().map(|control| fault(form, control)).collect();
    let state = State::new(form.clone(), faults, status);
    state.resume();
    form.words
        .clone()
        .bind_text(move || {
            status.try_with(|status| Some(status.as_ref()?.text.clone())).flatten().unwrap_or_default()
        })
        .bind("data-tone", move || {
            let good = status.try_with(|status| Some(status.as_ref()?.good)).flatten();
            good.map(|good| if good { "good" } else { "bad" }.to_owned())
        });
    if let Some(link) = login_link(form, status) {
        form.root.add(&link);
    }
    let busy = state.clone();
    form.submit.clone().bind("aria-disabled", move || {
        status.track();
        busy.is_busy().then(|| "true".to_owned())
    });
    let send: Rc<Sender> = Rc::new(move |parent| state.clone().submit(parent));
    // Kept weakly, because the callback holds the form.
    *form.send.borrow_mut() = Some(Rc::downgrade(&send));
    hold(send);
}

/// Binds the message and the state of a field to a signal.
fn fault(form: &Form, control: &Control) -> Fault {
    let fault = Fault::new(None);
    let (tick, boxes) = (control.rule.kind == Kind::Tick, control.rule.kind == Kind::Choices);
    let (shell, key) = (form.page.shell.clone(), form.fault_key(control));
    control
        .input
        .clone()
        .bind("aria-invalid", move || {
            let wrong = fault.try_with(Option::is_some) == Some(true);
            // A group cannot be invalid. Its message says what is wrong.
            (!boxes && (wrong || tick)).then(|| if wrong { "true" } else { "false" }.to_owned())
        })
        .on("input", move |_| {
            shell.store(&key, "");
            fault.set(None);
        });
    control
        .message
        .clone()
        .bind_text(move || fault.try_get().flatten().unwrap_or_default())
        .bind("hidden", move || (fault.try_with(Option::is_some) != Some(true)).then(String::new));
    fault
}

/// A link to the article's own page, shown if the site requires a login.
fn login_link(form: &Form, status: RwSignal<Option<Status>>) -> Option<El> {
    let page = &form.page;
    let url = page.article.url.as_ref()?;
    let link = page.link(url).text(&page.text("commentLoginLink"));
    Some(el("p").child(link).bind("hidden", move || {
        let wanted = status.try_with(|status| status.as_ref().is_some_and(|status| status.key == LOGIN));
        (wanted != Some(true)).then(String::new)
    }))
}
