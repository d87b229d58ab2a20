//! Builds a form: fields, labels, drafts. Checking and sending are in [`super::sending`], which is loaded with Leptos
//! as a chunk when a reader comes near the form or touches it.
//!
//! **A draft is cleared on success only.** The shell keeps every keystroke, and it outlives the view. **If the reader
//! sends the form before the code is loaded, it is sent once it is loaded**, a single time, and as it was at the
//! click. If they go on typing, it is not sent.

use super::entry::Sending;
use super::fields::{CHOSEN, Control, Field, Form, Kind, Purpose, SENDING, Sender, UNSENT, draft_key};
use super::submission::Rule;
use crate::lazy::Lazy;
use crate::network::fetch;
use crate::text::number::digits;
use crate::text::search::{around, concat};
use crate::view::attention;
use crate::view::dom::{El, el, part};
use crate::view::page::PageRef;
use crate::view::scope::{Scope, WeakScope};
use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};
use wasm_bindgen_futures::spawn_local;

thread_local! {
    /// The code, once it is loaded, so that later forms need not wait for it.
    static LOADED: Cell<Option<Sending>> = const { Cell::new(None) };
}

/// Builds the form.
pub fn form(page: &PageRef, purpose: Purpose, fields: Vec<Field>, submit: &str, action: &str) -> El {
    let name = purpose.name();
    let root = part("form", if name == "comment" { "comment-form" } else { "form" }).set("novalidate", "");
    // If a wasm instance fails during a click, nothing stops the browser from submitting the form. With this method
    // it sends nothing.
    let root = root.set("method", "dialog");
    let mut controls = Vec::new();
    let mut drafted = false;
    for field in &fields {
        let (row, control, draft) = control(page, name, field);
        root.add(&row);
        controls.push(control);
        drafted |= draft;
    }
    // A field for machines only. It is hidden from sight, keyboard and screen readers, and from password managers,
    // each of which has an attribute of its own for that.
    let trap_id = concat(&[name, "-trap"]);
    let mut trap = el("input")
        .set("type", "text")
        .set("name", "trap")
        .set("id", &trap_id)
        .set("tabindex", "-1")
        .set("autocomplete", "off")
        .set("data-form-type", "other");
    for ignore in ["data-1p-ignore", "data-lpignore", "data-bwignore", "data-protonpass-ignore"] {
        trap = trap.set(ignore, "true");
    }
    let trap_label = el("label").set("for", &trap_id).text(&page.text("honeypot"));
    let button = part("button", "submit").set("type", "submit").text(submit);
    let words = part("p", "status").set("role", "status");
    root.add(
        &el("div").set("class", "aside").set("aria-hidden", "true").child(trap_label).child(trap.clone()),
    );
    root.add(&button);
    root.add(&words);
    let form = Rc::new(Form {
        page: page.clone(),
        purpose,
        action: action.to_owned(),
        root: root.clone(),
        controls,
        trap,
        submit: button.clone(),
        words,
        scope: WeakScope::current(),
        asked: Cell::default(),
        waiting: Cell::default(),
        tries: Cell::default(),
        send: RefCell::default(),
    });
    let (near, touched, typed, sent) = (form.clone(), form.clone(), form.clone(), form.clone());
    if let Some(sending) = LOADED.get() {
        form.start(sending);
    } else if form.pending().is_some() {
        form.show_sending();
        form.load_code();
    } else if drafted || form.last_notice().is_some() {
        // A view that replaces an earlier one repeats its last notice.
        form.say_unsent();
        form.load_code();
    } else {
        attention::near(&root, move || near.load_code());
    }
    let root = root.on("focusin", move |_| touched.load_code()).on("input", move |_| {
        typed.withdraw();
        typed.load_code();
    });
    root.on_submit(&button, move || sent.send())
}

/// Builds a field with its label. Also returns whether there was a draft of it.
fn control(page: &PageRef, form: &str, field: &Field) -> (El, Control, bool) {
    if field.kind == Kind::Choices {
        return choices(page, form, field);
    }
    let shell = &page.shell;
    let id = concat(&[form, "-", field.name]);
    let error_id = concat(&[&id, "-error"]);
    // The text of a comment may be a reply. The line above the fields says to whom.
    let described =
        if field.kind == Kind::Area { concat(&["comment-reply ", &error_id]) } else { error_id.clone() };
    let input = match field.kind {
        Kind::Area => el("textarea").set("rows", "6"),
        Kind::Text => el("input").set("type", "text"),
        Kind::Email => el("input").set("type", "email").set("dir", "ltr").set("inputmode", "email"),
        Kind::Tick | Kind::Choices => el("input").set("type", "checkbox"),
    };
    let tick = field.kind == Kind::Tick;
    let key = draft_key(page, form, field.name);
    let input = input
        .set("part", "input")
        .set("id", &id)
        .set("name", field.name)
        .set_some("autocomplete", (!field.autocomplete.is_empty()).then_some(field.autocomplete))
        .set_some("required", field.required.then_some(""))
        .set("aria-describedby", &described)
        // Set on checkboxes from the start, because browsers call a required one invalid before the reader has seen
        // it.
        .set_some("aria-invalid", tick.then_some("false"));
    let input =
        if field.kind == Kind::Area || field.kind == Kind::Text { input.set("dir", "auto") } else { input };
    let draft = shell.recall(&key);
    let drafted = draft.is_some();
    if tick {
        input.tick(drafted);
    } else if let Some(draft) = draft {
        input.put_value(&draft);
    }
    let (typed, kept) = (input.clone(), shell.clone());
    let input = input.on("input", move |_| {
        let draft = if tick { String::from(if typed.checked() { "on" } else { "" }) } else { typed.value() };
        kept.store(&key, &draft);
    });
    let label = part("label", "label").set("for", &id).text(&field.label);
    // The asterisk is explained above the comment form, and only there. Screen readers announce the attribute
    // `required`.
    let starred = field.required && form == "comment";
    let label =
        if starred { label.child(el("span").set("aria-hidden", "true").text("\u{a0}*")) } else { label };
    let message = part("p", "error").set("id", &error_id).set("hidden", "");
    let row = part("div", "field");
    let row = if tick {
        row.set("class", "tick").child(input.clone()).child(label)
    } else {
        row.child(label).child(input.clone())
    };
    let row = row.child(message.clone());
    let rule = Rule { kind: field.kind, required: field.required, max: field.max };
    (row, Control { name: field.name, rule, input, boxes: Vec::new(), message }, drafted)
}

/// Builds a group of checkboxes. Also returns whether there was a draft of it.
fn choices(page: &PageRef, form: &str, field: &Field) -> (El, Control, bool) {
    let id = concat(&[form, "-", field.name]);
    let error_id = concat(&[&id, "-error"]);
    let key = draft_key(page, form, field.name);
    let draft = page.shell.recall(&key);
    let row = part("fieldset", "field").child(part("legend", "label").text(&field.label));
    let mut boxes = Vec::new();
    for (at, list) in field.choices.iter().enumerate() {
        let own = concat(&[&id, "-", &digits(at as u32)]);
        let about = concat(&[&own, "-about"]);
        let described = match &list.description {
            Some(_) => concat(&[&about, " ", &error_id]),
            None => error_id.clone(),
        };
        let input = el("input")
            .set("type", "checkbox")
            .set("part", "input")
            .set("id", &own)
            .set("name", field.name)
            .set("aria-describedby", &described);
        let ticked = match &draft {
            Some(chosen) => around(chosen, &concat(&[CHOSEN, &list.id, CHOSEN])).is_some(),
            None => list.selected,
        };
        input.tick(ticked);
        let label = part("label", "label").set("for", &own).set("dir", "auto").text(&list.title);
        let shown = part("div", "newsletter-list").set("class", "tick").child(input.clone()).child(label);
        let about = el("p").set("class", "fine").set("id", &about).set("dir", "auto");
        row.add(&shown.maybe(list.description.as_ref().map(|text| about.text(text))));
        boxes.push((list.id.clone(), input));
    }
    let message = part("p", "error").set("id", &error_id).set("hidden", "");
    let row = row.child(message.clone());
    let rule = Rule { kind: field.kind, required: field.required, max: field.max };
    let control = Control { name: field.name, rule, input: row.clone(), boxes, message };
    let kept = page.shell.clone();
    let typed = control.clone();
    let row = row.on("input", move |_| kept.store(&key, &typed.text()));
    (row, control, draft.is_some())
}

impl Form {
    /// Loads the code, once.
    fn load_code(self: &Rc<Self>) {
        if self.asked.replace(true) {
            return;
        }
        let form = self.clone();
        spawn_local(async move {
            let Ok(sending) = Sending::load(&form.page.shell).await else {
                form.asked.set(false);
                return form.give_up();
            };
            if let Some(scope) = form.scope.scope() {
                scope.run(|| form.start(sending));
            } else if form.waiting.get() {
                // The view is gone. The form is sent all the same, and the view that stands now shows the outcome.
                Scope::default().run(|| form.start(sending));
            }
        });
    }

    /// Starts the form once the code is loaded.
    fn start(self: &Rc<Self>, sending: Sending) {
        LOADED.set(Some(sending));
        self.asked.set(true);
        // The reader may have gone on typing meanwhile, in this view or in a later one.
        let waited = self.waiting.take();
        let pending = self.pending().filter(|_| waited);
        self.forget_pending();
        sending.start(self);
        if let Some(parent) = pending
            && let Some(send) = self.sender()
        {
            send(Some(&parent));
        }
    }

    /// The code did not come. A reader who has sent the form is told so, in later views, too, and the text is kept.
    fn give_up(&self) {
        if self.pending().is_some() {
            self.waiting.set(false);
            self.forget_pending();
            self.keep_notice(false, UNSENT);
        }
        self.submit.toggle("aria-disabled", None);
        self.say_unsent();
    }

    /// Sends the form, now or once the code is loaded. It waits for the code no longer than for any request.
    fn send(self: &Rc<Self>) {
        if let Some(send) = self.sender() {
            send(None);
        } else if self.pending().is_none() {
            self.waiting.set(true);
            let this_try = self.tries.get().wrapping_add(1);
            self.tries.set(this_try);
            self.keep_pending();
            self.forget_notice();
            self.show_sending();
            self.load_code();
            let form = self.clone();
            let patience = f64::from(self.page.settings.fetch.timeout) * 1_000.0;
            spawn_local(async move {
                let _ = fetch::sleep(patience.min(fetch::TIMER_MAX)).await;
                // The reader may have gone on typing and sent it once more.
                if form.waiting.get() && form.tries.get() == this_try {
                    form.give_up();
                }
            });
        }
    }

    fn sender(&self) -> Option<Rc<Sender>> {
        self.send.borrow().as_ref().and_then(Weak::upgrade)
    }

    /// Shows that the form is being sent.
    fn show_sending(&self) {
        self.submit.toggle("aria-disabled", Some("true"));
        self.say("good", SENDING);
    }

    /// The reader goes on typing, so that the form is not sent.
    fn withdraw(&self) {
        if self.pending().is_some() {
            self.waiting.set(false);
            self.forget_pending();
            self.submit.toggle("aria-disabled", None);
            self.words.toggle("data-tone", None);
            self.words.put_text("");
        }
    }

    /// Repeats the notice that the form could not be sent, if that was the last one. (The texts of other notices come
    /// with the code.)
    fn say_unsent(&self) {
        let article = self.page.article_id();
        if self.last_notice().is_some_and(|last| last.article == article && !last.good && last.key == UNSENT)
        {
            self.say("bad", UNSENT);
        }
    }
}
