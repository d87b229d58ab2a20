//! A form, as it stands before anybody is at it: fields, labels, drafts. What it does then (checks, sends, tells what came
//! of it) is [`sending`], and comes as a chunk with Leptos when a reader comes near or touches it.
//!
//! **A draft is cleared on success only**: every keystroke is kept by the shell, which outlives this view, whether the
//! chunk is here or not. **What a reader sends before it is here is sent when it is.**

mod contract;
pub mod sending;

use super::comments::Talk;
use super::dom::{El, el, part};
use super::scope::Later;
use super::{PageRef, attention};
use crate::chunk;
use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};
use wasm_bindgen_futures::spawn_local;

/// How a field is typed into.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// One line.
    Text,
    /// An e-mail address.
    Email,
    /// Several lines.
    Area,
    /// A box to tick.
    Tick,
}

/// One field.
pub struct Field {
    /// Its name in what is sent.
    pub name: &'static str,
    /// What stands above it.
    pub label: String,
    /// How it is typed into.
    pub kind: Kind,
    /// Whether it must be filled.
    pub required: bool,
    /// The autocomplete token.
    pub autocomplete: &'static str,
    /// The most characters.
    pub max: u32,
}

/// What is sent. What that means is known to [`sending`] alone: who held its code would bring it along.
pub enum Purpose {
    /// A comment, in WordPress' contract or the native one, with what it may answer and where it appears.
    Comment(Rc<Talk>),
    /// A subscription.
    Newsletter,
}

impl Purpose {
    /// The public name in `news-article-sent`, and the key of the draft.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Comment(_) => "comment",
            Self::Newsletter => "newsletter",
        }
    }
}

/// What is told of a form, and kept of it, as it stands.
pub struct Sheet {
    page: PageRef,
    purpose: Purpose,
    action: String,
    root: El,
    controls: Vec<Control>,
    trap: El,
    submit: El,
    words: El,
    scope: Later,
    /// The chunk was asked for.
    asked: Cell<bool>,
    /// What a click on the button does, once the chunk is here.
    send: RefCell<Option<Weak<dyn Fn()>>>,
}

/// A field as it stands.
struct Control {
    name: &'static str,
    kind: Kind,
    required: bool,
    max: u32,
    input: El,
    message: El,
}

/// The text while it is being sent.
const ON_ITS_WAY: &str = "sending";
/// The key under which the shell keeps that it is to be sent, with the article that it is about.
const PENDING: &str = "pending";

thread_local! {
    /// The chunk is here: what follows needs not wait for it.
    static HERE: Cell<bool> = const { Cell::new(false) };
}

/// Builds the form.
pub fn form(page: &PageRef, purpose: Purpose, fields: Vec<Field>, submit: &str, action: &str) -> El {
    let name = purpose.name();
    let root =
        el("form").set_some("part", (name == "comment").then_some("comment-form")).set("novalidate", "");
    // Where an instance ends in the very click, nobody keeps the browser from sending the form: this method sends nothing.
    let root = root.set("method", "dialog");
    let mut controls = Vec::new();
    let mut drafted = false;
    for field in &fields {
        let (row, control, draft) = control(page, name, field);
        root.add(&row);
        controls.push(control);
        drafted |= draft;
    }
    // A field for machines alone: no reader meets it, by eye, by keyboard or by ear.
    let trap_id = [name, "-website"].concat();
    let trap = el("input")
        .set("type", "text")
        .set("name", "website")
        .set("id", &trap_id)
        .set("tabindex", "-1")
        .set("autocomplete", "off");
    let trap_label = el("label").set("for", &trap_id).text(&page.text("honeypot"));
    let button = part("button", "submit").set("type", "submit").text(submit);
    let words = part("p", "status").set("role", "status");
    root.add(
        &el("div").set("class", "aside").set("aria-hidden", "true").child(trap_label).child(trap.clone()),
    );
    root.add(&button);
    root.add(&words);
    let sheet = Rc::new(Sheet {
        page: page.clone(),
        purpose,
        action: action.to_owned(),
        root: root.clone(),
        controls,
        trap,
        submit: button,
        words,
        scope: Later::current(),
        asked: Cell::default(),
        send: RefCell::default(),
    });
    let (near, touched, sent) = (sheet.clone(), sheet.clone(), sheet.clone());
    if HERE.get() {
        sheet.come();
    } else if sheet.is_pending() {
        sheet.send();
    } else if drafted || sheet.recall("status").is_some() {
        // A view made anew: what the last one said is to be said again.
        sheet.wake();
    } else {
        attention::near(&root, move || near.wake());
    }
    let touch = move |_| touched.wake();
    root.on("focusin", touch.clone()).on("input", touch).on("submit", move |event| {
        event.prevent_default();
        sent.send();
    })
}

/// Under which key a field's draft is kept. What is said of one article stays with it; name and address go along.
fn draft_key(page: &PageRef, form: &str, field: &str) -> String {
    let article = if field == "body" { page.article_id() } else { String::new() };
    [form, ".", field, "@", &article].concat()
}

/// A field with its label, and whether there was a draft of it.
fn control(page: &PageRef, form: &str, field: &Field) -> (El, Control, bool) {
    let shell = &page.shell;
    let id = [form, "-", field.name].concat();
    let error_id = [&id, "-error"].concat();
    // What is written may be an answer: the comment form says to whom, above the fields.
    let described =
        if field.kind == Kind::Area { ["comment-reply ", &error_id].concat() } else { error_id.clone() };
    let input = match field.kind {
        Kind::Area => el("textarea").set("rows", "6"),
        Kind::Text => el("input").set("type", "text"),
        Kind::Email => el("input").set("type", "email").set("dir", "ltr").set("inputmode", "email"),
        Kind::Tick => el("input").set("type", "checkbox"),
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
        // Said of a box in either case: browsers call a required one invalid before anybody has met it.
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
    let label = el("label").set("for", &id).text(&field.label);
    // The asterisk is explained above the comment form, and only there; every field says "required" by itself.
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
    let (name, kind, required, max) = (field.name, field.kind, field.required, field.max);
    (row, Control { name, kind, required, max, input, message }, drafted)
}

impl Sheet {
    /// Asks for the chunk, once.
    fn wake(self: &Rc<Self>) {
        if self.asked.replace(true) {
            return;
        }
        let sheet = self.clone();
        spawn_local(async move {
            let came = sheet.page.shell.chunks(&["reactive"]).await.is_ok();
            let Some(scope) = sheet.scope.scope() else { return };
            if came {
                scope.run(|| sheet.come());
            } else {
                sheet.asked.set(false);
                sheet.stay();
            }
        });
    }

    /// The chunk is here.
    fn come(self: &Rc<Self>) {
        HERE.set(true);
        self.asked.set(true);
        chunk::reactive::form(self);
        if self.is_pending() {
            self.store(PENDING, "");
            self.send();
        }
    }

    /// The chunk did not come: who has sent is told so, and what was written stays.
    fn stay(&self) {
        if self.is_pending() {
            self.store(PENDING, "");
            self.submit.toggle("aria-disabled", None);
            self.say("bad", "sendNetwork");
        }
    }

    /// Sends it, now or as soon as the chunk is here.
    fn send(self: &Rc<Self>) {
        let send = self.send.borrow().as_ref().and_then(Weak::upgrade);
        match send {
            Some(send) => send(),
            None => {
                self.store(PENDING, &self.pending());
                self.submit.toggle("aria-disabled", Some("true"));
                self.say("good", ON_ITS_WAY);
                self.wake();
            }
        }
    }

    /// Whether the reader has sent it before the chunk was here, from this view or from the one before.
    fn is_pending(&self) -> bool {
        self.recall(PENDING).is_some_and(|kept| kept == self.pending())
    }

    /// What is kept meanwhile: never empty, for that would be nothing.
    fn pending(&self) -> String {
        ["@", &self.page.article_id()].concat()
    }

    fn say(&self, tone: &str, key: &str) {
        self.words.toggle("data-tone", Some(tone));
        self.words.put_text(&self.page.text(key));
    }

    /// Something that the shell keeps for this form.
    fn recall(&self, what: &str) -> Option<String> {
        self.page.shell.recall(&[self.purpose.name(), ".", what].concat())
    }

    fn store(&self, what: &str, text: &str) {
        self.page.shell.store(&[self.purpose.name(), ".", what].concat(), text);
    }
}
