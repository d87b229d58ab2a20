//! Checks and sends a form, and shows the outcome.
//!
//! **A view may be replaced while its form is being sent.** The outcome is then shown by the view that replaced it.
//! The last notice is kept by the shell, as the drafts are.

use super::fields::{Control, Form, Purpose, SENDING, draft_key};
use super::outcome::{Message, Outcome};
use super::request::{self, SubmissionResult};
use super::submission::{self, Kind, Notice, SentField};
use crate::network::json::Json;
use leptos::prelude::*;
use news_article_contract::event;
use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::spawn_local;

thread_local! {
    /// The forms of all elements, the newest last. The form of a view that is gone remains while it is being sent.
    static FORMS: RefCell<Vec<Weak<State>>> = const { RefCell::new(Vec::new()) };
}

/// The key of the text that counts the invalid fields.
const WRONG: &str = "formInvalid";

/// The text about what is wrong with a field.
pub(super) type Fault = RwSignal<Option<String>>;

/// A form that can be sent.
pub(super) struct State {
    form: Rc<Form>,
    /// One signal for each field.
    faults: Vec<Fault>,
    status: RwSignal<Option<Status>>,
    /// True while this form is being sent. (It is not kept by the shell, because a request ends with its wasm
    /// instance.)
    busy: Cell<bool>,
    /// The content of each field when the form was sent.
    sent: RefCell<Vec<String>>,
}

/// The line under the form.
pub(super) struct Status {
    pub(super) good: bool,
    /// The key of its text.
    pub(super) key: String,
    pub(super) text: String,
}

impl State {
    /// The state of a form, with a signal for each field and one for the line under it.
    pub(super) fn new(form: Rc<Form>, faults: Vec<Fault>, status: RwSignal<Option<Status>>) -> Rc<Self> {
        let state = State { form, faults, status, busy: Cell::new(false), sent: RefCell::default() };
        let state = Rc::new(state);
        FORMS.with_borrow_mut(|forms| {
            forms.retain(|form| form.strong_count() > 0);
            forms.push(Rc::downgrade(&state));
        });
        state
    }

    /// Continues what an earlier view was doing, or repeats the last notice for the same article.
    pub(super) fn resume(&self) {
        if self.is_busy() {
            self.say(true, SENDING);
            return;
        }
        match self.form.last_notice() {
            Some(last) if last.article == self.form.page.article_id() => {
                if last.key == WRONG {
                    self.show_faults();
                } else {
                    self.say(last.good, &last.key);
                }
            }
            _ => self.form.forget_notice(),
        }
    }

    /// Checks and sends the form. `parent` is set if the reader has sent it before this code was loaded.
    pub(super) fn submit(self: Rc<Self>, parent: Option<&str>) {
        // A second click while the form is being sent does nothing, even in a view that was made meanwhile.
        if self.is_busy() {
            return;
        }
        let mut wrong = Vec::new();
        for control in &self.form.controls {
            wrong.extend(check(control).map(|key| (control.name.to_owned(), Message::Key(key))));
        }
        if self.mark(&wrong, parent.is_some()) {
            return;
        }
        *self.sent.borrow_mut() = self.form.controls.iter().map(Control::text).collect();
        self.busy.set(true);
        self.say(true, SENDING);
        let parent = parent.map(str::to_owned);
        spawn_local(async move {
            let result = request::send(&self.form, parent).await;
            self.busy.set(false);
            match result {
                Some(result) => self.tell(result),
                None => {
                    self.current().status.try_set(None);
                }
            }
        });
    }

    /// This form and those of the earlier and later views of the same section, the newest first.
    fn siblings(&self) -> impl Iterator<Item = Rc<Self>> {
        let forms = FORMS.with_borrow(Clone::clone);
        let (shell, name) = (JsValue::from(&self.form.page.shell), self.form.purpose.name());
        forms.into_iter().rev().filter_map(|form| form.upgrade()).filter(move |form| {
            let other: &JsValue = form.form.page.shell.as_ref();
            form.form.purpose.name() == name && *other == shell
        })
    }

    /// The form that is shown now. It is another one if the view was replaced meanwhile.
    fn current(self: &Rc<Self>) -> Rc<Self> {
        self.siblings().next().unwrap_or_else(|| self.clone())
    }

    /// Returns true if this form is being sent, by this view or an earlier one.
    pub(super) fn is_busy(&self) -> bool {
        self.siblings().any(|form| form.busy.get())
    }

    /// Shows the result in the view that stands now.
    fn tell(self: &Rc<Self>, result: SubmissionResult) {
        let SubmissionResult { outcome, repeated, answer, written } = result;
        let (contract, page) = (self.form.purpose.contract(), &self.form.page);
        let now = self.current();
        if outcome.is_known() {
            self.form.forget_sent();
        }
        // A comment belongs to its article.
        let here = !contract.is_comment() || now.form.page.article_id() == page.article_id();
        match submission::notice(contract, &outcome, here, repeated) {
            Notice::Wrong(wrong) => {
                if !now.mark(wrong, false) {
                    now.say(false, "sendRefused");
                }
            }
            Notice::NotDone(key) => now.say(false, key),
            Notice::Done(key) => {
                let next = self.clear(&now, here);
                now.say(true, key);
                let form = if here { &now.form } else { &self.form };
                form.follow(&outcome, next, answer, written);
            }
        }
        let (form, outcome) = (self.form.purpose.name(), outcome.name());
        let mut detail = vec![("form", JsValue::from_str(form)), ("outcome", JsValue::from_str(outcome))];
        // The event names the article that the form belonged to.
        detail.extend(page.identity());
        page.shell.tell(event::SENT.name, &detail);
    }

    /// Clears the drafts of what was accepted, and the fields that still show it. Returns true if the reader has
    /// begun the next submission, which is kept.
    fn clear(&self, now: &State, here: bool) -> bool {
        let shell = &self.form.page.shell;
        let mut fields = Vec::new();
        for ((control, standing), sent) in
            self.form.controls.iter().zip(&now.form.controls).zip(self.sent.borrow().iter())
        {
            let key = draft_key(&self.form.page, self.form.purpose.name(), control.name);
            let taken = SentField {
                kind: control.rule.kind,
                sent: sent.clone(),
                current: standing.text(),
                draft: shell.recall(&key).unwrap_or_default(),
            };
            fields.push((standing, key, taken));
        }
        let next = here && fields.iter().any(|(.., taken)| taken.is_next());
        for (standing, key, taken) in fields {
            if taken.loses_draft(next) {
                shell.store(&key, "");
            }
            if taken.is_emptied(next, here) {
                match taken.kind {
                    Kind::Tick => standing.input.tick(false),
                    _ => standing.input.put_value(""),
                }
            }
        }
        now.form.trap.put_value("");
        next
    }

    /// Shows a notice, and keeps it for later views of the same article.
    fn say(&self, good: bool, key: &str) {
        self.put(good, key, self.form.page.text(key));
    }

    fn put(&self, good: bool, key: &str, text: String) {
        // A later view asks `is_busy` for this one.
        if key == SENDING {
            self.form.forget_notice();
        } else {
            self.form.keep_notice(good, key);
        }
        self.status.try_set(Some(Status { good, key: key.to_owned(), text }));
    }

    /// Marks exactly the invalid fields, counts them, and focuses the first. Returns true if there is one.
    fn mark(&self, wrong: &[(String, Message)], late: bool) -> bool {
        for control in &self.form.controls {
            let fault = wrong.iter().find(|(field, _)| field == control.name);
            self.form.keep_fault(control, fault.map(|(_, message)| message));
        }
        let first = self.show_faults();
        // A reader who has gone on to something else since the click keeps the focus there.
        if let Some(control) = first
            && !(late && self.form.root.is_left())
        {
            control.focus();
        }
        first.is_some()
    }

    /// Shows the kept faults at their fields, and counts them. Returns the first field with one.
    fn show_faults(&self) -> Option<&Control> {
        let (mut first, mut count) = (None, 0);
        for (control, signal) in self.form.controls.iter().zip(&self.faults) {
            let fault = self.form.fault(control);
            if fault.is_some() {
                first = first.or(Some(control));
                count += 1;
            }
            signal.try_set(fault);
        }
        if first.is_some() {
            self.put(false, WRONG, self.form.page.locale.plural(WRONG, count));
        }
        first
    }
}

/// The key of the text about what is wrong with a field, if anything.
fn check(control: &Control) -> Option<&'static str> {
    match control.rule.kind {
        Kind::Tick => control.rule.fault_of_tick(control.input.checked()),
        Kind::Choices => control.chosen().next().is_none().then_some("fieldLists"),
        _ => control.rule.fault_of_text(&control.input.value()),
    }
}

impl Form {
    /// Continues after a success. `next` is true if the reader has begun the next submission.
    fn follow(&self, outcome: &Outcome, next: bool, answer: Json, written: Json) {
        let Purpose::Comment(context) = &self.purpose else { return };
        // The reply has ended, unless the reader has begun the next.
        if !next && written.line("parent").unwrap_or_default() == (context.parent)() {
            (context.end_reply)();
        }
        if *outcome == Outcome::Published {
            (context.publish)(answer, written);
        }
    }
}
