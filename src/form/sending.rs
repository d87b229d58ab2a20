//! What a form does once a reader is at it: it checks, sends, and tells what came of it.
//!
//! **A view may be replaced while it sends**: what comes of it is told by the one that stands then. What was said last is
//! kept by the shell, as the drafts are.

use super::fields::{Control, Form, ON_ITS_WAY, Purpose, draft_key};
use super::outcome::{Message, Outcome};
use super::request::{self, SubmissionResult};
use super::submission::{self, Kind, Said, Taken};
use crate::network::json::Json;
use leptos::prelude::*;
use news_article_contract::event;
use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::spawn_local;

thread_local! {
    /// The forms of every element, the newest last; those of a view that is gone, while they are being sent.
    static FORMS: RefCell<Vec<Weak<State>>> = const { RefCell::new(Vec::new()) };
}

/// The text about the fields that are wrong; it counts them.
const WRONG: &str = "formInvalid";

/// What is wrong with a field, as it stands there.
pub(super) type Fault = RwSignal<Option<String>>;

/// A form that is alive.
pub(super) struct State {
    form: Rc<Form>,
    /// One a field.
    faults: Vec<Fault>,
    status: RwSignal<Option<Status>>,
    /// Whether it is being sent from here. An instance that has ended takes this along.
    busy: Cell<bool>,
    /// What stood in each field when it was sent.
    sent: RefCell<Vec<String>>,
}

/// What the line under the form says.
pub(super) struct Status {
    pub(super) good: bool,
    /// The key of its text.
    pub(super) key: String,
    pub(super) text: String,
}

impl State {
    /// The state of a form that stands, with a signal for each field and one for the line under the form.
    pub(super) fn new(form: Rc<Form>, faults: Vec<Fault>, status: RwSignal<Option<Status>>) -> Rc<Self> {
        let state = State { form, faults, status, busy: Cell::new(false), sent: RefCell::default() };
        let state = Rc::new(state);
        FORMS.with_borrow_mut(|forms| {
            forms.retain(|form| form.strong_count() > 0);
            forms.push(Rc::downgrade(&state));
        });
        state
    }

    /// Takes up what an earlier view was doing, or had said last of the same article.
    pub(super) fn resume(&self) {
        if self.is_busy() {
            self.say(true, ON_ITS_WAY);
            return;
        }
        match self.form.last_word() {
            Some(last) if last.article == self.form.page.article_id() => {
                if last.key == WRONG {
                    self.point_out();
                } else {
                    self.say(last.good, &last.key);
                }
            }
            _ => self.form.forget_word(),
        }
    }

    /// Checks and sends it; in answer to `parent`, where the click was before this was here.
    pub(super) fn submit(self: Rc<Self>, parent: Option<&str>) {
        // A second click while the first is under way sends nothing, not even from a view made meanwhile.
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
        self.say(true, ON_ITS_WAY);
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

    /// This form and those of the views before and after it, the newest first.
    fn siblings(&self) -> impl Iterator<Item = Rc<Self>> {
        let forms = FORMS.with_borrow(Clone::clone);
        let (shell, name) = (JsValue::from(&self.form.page.shell), self.form.purpose.name());
        forms.into_iter().rev().filter_map(|form| form.upgrade()).filter(move |form| {
            let other: &JsValue = form.form.page.shell.as_ref();
            form.form.purpose.name() == name && *other == shell
        })
    }

    /// The form that stands now, in place of this one where its view was replaced meanwhile.
    fn current(self: &Rc<Self>) -> Rc<Self> {
        self.siblings().next().unwrap_or_else(|| self.clone())
    }

    /// Whether this form is being sent, by this view or by the one before it.
    pub(super) fn is_busy(&self) -> bool {
        self.siblings().any(|form| form.busy.get())
    }

    /// Tells what came of it, in the view that stands now.
    fn tell(self: &Rc<Self>, result: SubmissionResult) {
        let SubmissionResult { outcome, repeated, answer, written } = result;
        let (contract, page) = (self.form.purpose.contract(), &self.form.page);
        let now = self.current();
        if outcome.is_known() {
            self.form.forget_sent();
        }
        // A comment belongs to its article.
        let here = !contract.is_comment() || now.form.page.article_id() == page.article_id();
        match submission::said(contract, &outcome, here, repeated) {
            Said::Wrong(wrong) => {
                if !now.mark(wrong, false) {
                    now.say(false, "sendRefused");
                }
            }
            Said::NotDone(key) => now.say(false, key),
            Said::Done(key) => {
                let next = self.clear(&now, here);
                now.say(true, key);
                let form = if here { &now.form } else { &self.form };
                form.follow(&outcome, next, answer, written);
            }
        }
        let (form, outcome) = (self.form.purpose.name(), outcome.name());
        let mut detail = vec![("form", JsValue::from_str(form)), ("outcome", JsValue::from_str(outcome))];
        // It is about the article that it was sent from.
        detail.extend(page.identity());
        page.shell.tell(event::SENT.name, &detail);
    }

    /// Lets go of what was taken: the drafts, and the fields that show them now. Whether the reader is at the next
    /// submission already: then that stays.
    fn clear(&self, now: &State, here: bool) -> bool {
        let shell = &self.form.page.shell;
        let mut fields = Vec::new();
        for ((control, standing), sent) in
            self.form.controls.iter().zip(&now.form.controls).zip(self.sent.borrow().iter())
        {
            let key = draft_key(&self.form.page, self.form.purpose.name(), control.name);
            let taken = Taken {
                kind: control.rule.kind,
                sent: sent.clone(),
                stands: standing.text(),
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

    /// Says something under the form, and to the views that come, until another article does.
    fn say(&self, good: bool, key: &str) {
        self.put(good, key, self.form.page.text(key));
    }

    fn put(&self, good: bool, key: &str, text: String) {
        // Whether it is being sent, a later view knows better.
        if key == ON_ITS_WAY {
            self.form.forget_word();
        } else {
            self.form.keep_word(good, key);
        }
        self.status.try_set(Some(Status { good, key: key.to_owned(), text }));
    }

    /// Marks the fields that are wrong, and them alone, says how many, and goes to the first. Whether there was one.
    fn mark(&self, wrong: &[(String, Message)], late: bool) -> bool {
        for control in &self.form.controls {
            let fault = wrong.iter().find(|(field, _)| field == control.name);
            self.form.keep_fault(control, fault.map(|(_, message)| message));
        }
        let first = self.point_out();
        // Who has gone on to something else since the click stays there.
        if let Some(control) = first
            && !(late && self.form.root.is_left())
        {
            control.focus();
        }
        first.is_some()
    }

    /// Shows what is kept of each field's fault, and says how many there are; the first of them.
    fn point_out(&self) -> Option<&Control> {
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

/// The key of what is wrong with a field, as it stands.
fn check(control: &Control) -> Option<&'static str> {
    match control.rule.kind {
        Kind::Tick => control.rule.fault_of_tick(control.input.checked()),
        Kind::Choices => control.chosen().next().is_none().then_some("fieldLists"),
        _ => control.rule.fault_of_text(&control.input.value()),
    }
}

impl Form {
    /// What follows a success: `next` is whether the reader is at the next submission already.
    fn follow(&self, outcome: &Outcome, next: bool, answer: Json, written: Json) {
        let Purpose::Comment(context) = &self.purpose else { return };
        // It answers nothing any more, unless the reader is at the next.
        if !next && written.line("parent").unwrap_or_default() == (context.parent)() {
            (context.end_reply)();
        }
        if *outcome == Outcome::Published {
            (context.publish)(answer, written);
        }
    }
}
