//! A form that sends, tells what came of it, and loses nothing.
//!
//! **A draft is cleared on success only**: every keystroke is kept by the shell, which outlives this view. **Each
//! submission carries an id**, the same one while its content is the same, so that a POST repeated by the reader or by
//! the browser can be told from a second message.

use super::PageRef;
use super::dom::{El, el, part};
use crate::fetch::{self, Answer};
use crate::json::Json;
use crate::submission::{Message, Outcome, is_email};
use leptos::prelude::*;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;

#[wasm_bindgen]
extern "C" {
    type Crypto;
    #[wasm_bindgen(thread_local_v2, js_name = crypto)]
    static CRYPTO: Crypto;
    #[wasm_bindgen(method, js_name = getRandomValues)]
    fn fill(this: &Crypto, bytes: &js_sys::Uint8Array);
}

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

/// Called after a success: with what came of it, what the endpoint said, and what was sent.
pub type Done = Box<dyn Fn(&Outcome, Json, Json)>;

/// What tells one form from another.
pub struct Form {
    /// The public name in `news-article-sent`, and the key of its draft: `comment`, `newsletter`.
    pub name: &'static str,
    /// The part that it is.
    pub part: Option<&'static str>,
    /// The event that the page may listen to.
    pub event: &'static str,
    /// The fields.
    pub fields: Vec<Field>,
    /// What the button says.
    pub submit: String,
    /// Where it is sent.
    pub action: String,
    /// Members of what is sent that no field holds.
    pub members: Box<dyn Fn() -> Vec<(&'static str, JsValue)>>,
    /// The last change to what is sent, after the page's own.
    pub shape: fn(JsValue) -> JsValue,
    /// What an answer means.
    pub read: fn(&Answer) -> Outcome,
    /// The interface text for a success.
    pub said: fn(&Outcome) -> &'static str,
    /// What follows a success.
    pub done: Done,
}

struct Control {
    name: &'static str,
    kind: Kind,
    required: bool,
    max: u32,
    input: El,
    error: RwSignal<Option<String>>,
}

struct State {
    page: PageRef,
    form: Form,
    controls: Vec<Control>,
    trap: El,
    status: RwSignal<Option<(bool, String)>>,
    login: RwSignal<bool>,
}

/// What came of a submission.
struct Came {
    outcome: Outcome,
    /// Whether the very same was sent before.
    repeated: bool,
    answer: Json,
    written: Json,
}

impl Came {
    fn failed(key: &'static str) -> Self {
        Came { outcome: Outcome::Failed(key), repeated: false, answer: Json::null(), written: Json::null() }
    }
}

/// Builds the form.
pub fn form(page: &PageRef, form: Form) -> El {
    let element = el("form").set_some("part", form.part).set("novalidate", "");
    let mut controls = Vec::new();
    for field in &form.fields {
        let (row, control) = control(page, form.name, field);
        element.add(&row);
        controls.push(control);
    }
    // A field for machines alone: no reader meets it, by eye, by keyboard or by ear.
    let trap_id = [form.name, "-website"].concat();
    let trap = el("input")
        .set("type", "text")
        .set("name", "website")
        .set("id", &trap_id)
        .set("tabindex", "-1")
        .set("autocomplete", "off");
    let trap_label = el("label").set("for", &trap_id).text(&page.text("honeypot"));
    element.add(
        &el("div").set("class", "aside").set("aria-hidden", "true").child(trap_label).child(trap.clone()),
    );
    let submit = el("button").set("part", "submit").set("type", "submit").text(&form.submit);
    let status = RwSignal::new(None);
    let login = RwSignal::new(false);
    let state = Rc::new(State { page: page.clone(), form, controls, trap, status, login });
    let words = part("p", "status")
        .set("role", "status")
        .bind_text(move || {
            status.try_with(|status| Some(status.as_ref()?.1.clone())).flatten().unwrap_or_default()
        })
        .bind("data-tone", move || {
            let good = status.try_with(|status| Some(status.as_ref()?.0)).flatten();
            good.map(|good| if good { "good" } else { "bad" }.to_owned())
        });
    let element = element.child(submit.bind("aria-disabled", {
        let state = state.clone();
        move || {
            status.track();
            state.is_busy().then(|| "true".to_owned())
        }
    }));
    let element = element.child(words).maybe(login_link(page, login));
    element.on("submit", move |event| {
        event.prevent_default();
        state.clone().submit();
    })
}

/// The way to the article's own page, for a site that wants a login.
fn login_link(page: &PageRef, login: RwSignal<bool>) -> Option<El> {
    let url = page.article.url.as_ref()?;
    let link = page.link(url).text(&page.text("commentLoginLink"));
    Some(el("p").child(link).bind("hidden", move || (login.try_get() != Some(true)).then(String::new)))
}

/// Under which key a field's draft is kept. What is said of one article stays with it; name and address go along.
fn draft_key(page: &PageRef, form: &str, field: &str) -> String {
    let article = if field == "body" { page.article_id() } else { String::new() };
    [form, ".", field, "@", &article].concat()
}

fn control(page: &PageRef, form: &str, field: &Field) -> (El, Control) {
    let shell = &page.shell;
    let id = [form, "-", field.name].concat();
    let error_id = [&id, "-error"].concat();
    // What is written may be an answer: the comment form says to whom, above the fields.
    let described =
        if field.kind == Kind::Area { ["comment-reply ", &error_id].concat() } else { error_id.clone() };
    let error = RwSignal::new(None::<String>);
    let input = match field.kind {
        Kind::Area => el("textarea").set("rows", "6"),
        Kind::Text => el("input").set("type", "text"),
        Kind::Email => el("input").set("type", "email").set("dir", "ltr").set("inputmode", "email"),
        Kind::Tick => el("input").set("type", "checkbox"),
    };
    let tick = field.kind == Kind::Tick;
    let key = draft_key(page, form, field.name);
    let kept = shell.clone();
    let input = input
        .set("part", "input")
        .set("id", &id)
        .set("name", field.name)
        .set_some("autocomplete", (!field.autocomplete.is_empty()).then_some(field.autocomplete))
        .set_some("required", field.required.then_some(""))
        .set("aria-describedby", &described)
        .bind("aria-invalid", move || {
            // Said of a box in either case: browsers call a required one invalid before anybody has met it.
            let wrong = error.try_with(Option::is_some) == Some(true);
            (wrong || tick).then(|| if wrong { "true" } else { "false" }.to_owned())
        });
    let input =
        if field.kind == Kind::Area || field.kind == Kind::Text { input.set("dir", "auto") } else { input };
    let drafted = shell.recall(&key).unwrap_or_default();
    if tick {
        input.tick(!drafted.is_empty())
    } else {
        input.put_value(&drafted)
    }
    let typed = input.clone();
    let input = input.on("input", move |_| {
        let draft = if tick { String::from(if typed.checked() { "on" } else { "" }) } else { typed.value() };
        kept.store(&key, &draft);
        error.set(None);
    });
    let label = el("label").set("for", &id).text(&field.label);
    // The asterisk is explained above the comment form, and only there; every field says "required" by itself.
    let starred = field.required && form == "comment";
    let label =
        if starred { label.child(el("span").set("aria-hidden", "true").text("\u{a0}*")) } else { label };
    let message = part("p", "error")
        .set("id", &error_id)
        .bind_text(move || error.try_get().flatten().unwrap_or_default())
        .bind("hidden", move || (error.try_with(Option::is_some) != Some(true)).then(String::new));
    let row = part("div", "field");
    let row = if field.kind == Kind::Tick {
        row.set("class", "tick").child(input.clone()).child(label)
    } else {
        row.child(label).child(input.clone())
    };
    let control = Control {
        name: field.name,
        kind: field.kind,
        required: field.required,
        max: field.max,
        input,
        error,
    };
    (row.child(message), control)
}

impl Control {
    fn value(&self) -> JsValue {
        match self.kind {
            Kind::Tick => JsValue::from_bool(self.input.checked()),
            _ => JsValue::from_str(self.input.value().trim()),
        }
    }

    /// The key of what is wrong.
    fn fault(&self) -> Option<&'static str> {
        if self.kind == Kind::Tick {
            return (self.required && !self.input.checked()).then_some("fieldConsent");
        }
        let value = self.input.value();
        let value = value.trim();
        if value.is_empty() {
            return self.required.then_some("fieldRequired");
        }
        if value.chars().count() > self.max as usize {
            return Some("fieldTooLong");
        }
        (self.kind == Kind::Email && !is_email(value)).then_some("fieldEmail")
    }
}

impl State {
    fn submit(self: Rc<Self>) {
        // A second click while the first is under way sends nothing, not even from a view made meanwhile.
        if self.is_busy() {
            return;
        }
        let mut wrong = 0;
        for control in &self.controls {
            let fault = control.fault();
            wrong += u32::from(fault.is_some());
            control.error.set(fault.map(|key| self.page.text(key)));
        }
        if wrong > 0 {
            self.point_at_faults(wrong);
            return;
        }
        if !self.trap.value().is_empty() {
            self.say(true, (self.form.said)(&Outcome::Held));
            return;
        }
        self.login.set(false);
        self.set_busy(true);
        self.say(true, "sending");
        spawn_local(async move {
            let outcome = self.send().await;
            self.set_busy(false);
            match outcome {
                Some(came) => self.tell(came),
                None => {
                    self.status.try_set(None);
                }
            }
        });
    }

    /// Sends it, unless the page says no.
    async fn send(&self) -> Option<Came> {
        let mut fields: Vec<(&str, JsValue)> =
            self.controls.iter().map(|control| (control.name, control.value())).collect();
        fields.extend((self.form.members)());
        let (id, repeated) = self.submission(&fields);
        fields.push(("submission", JsValue::from_str(&id)));
        let body = match self.page.shell.consult(self.form.event, &fields).await {
            Ok(fields) => (self.form.shape)(fields?),
            Err(_) => return Some(Came::failed("sendServer")),
        };
        Some(match fetch::post(&self.form.action, &body, self.page.settings.fetch.timeout).await {
            Ok(answer) => Came {
                outcome: (self.form.read)(&answer),
                repeated,
                answer: answer.json,
                written: body.into(),
            },
            Err(_) => Came::failed("sendNetwork"),
        })
    }

    /// The id of this content: the last one's where nothing was changed since.
    fn submission(&self, fields: &[(&str, JsValue)]) -> (String, bool) {
        let mut content = String::new();
        for (_, value) in fields {
            content.push_str(&value.as_string().unwrap_or_default());
            content.push('\u{0}');
        }
        let last = self.page.shell.recall(&self.kept("sent")).unwrap_or_default();
        if let Some((id, before)) = last.split_once('\u{0}')
            && before == content
        {
            return (id.to_owned(), true);
        }
        let id = random_id();
        self.page.shell.store(&self.kept("sent"), &[&id, "\u{0}", &content].concat());
        (id, false)
    }

    /// The key of something that the shell keeps for this form.
    fn kept(&self, what: &str) -> String {
        [self.form.name, ".", what].concat()
    }

    /// Whether this form is being sent, by this view or by the one before it.
    fn is_busy(&self) -> bool {
        self.page.shell.recall_number(&self.kept("busy")).is_some_and(|busy| busy > 0.0)
    }

    fn set_busy(&self, busy: bool) {
        self.page.shell.store_number(&self.kept("busy"), f64::from(u8::from(busy)));
    }

    fn tell(&self, came: Came) {
        let Came { outcome, repeated, answer, written } = came;
        let detail =
            [("form", JsValue::from_str(self.form.name)), ("outcome", JsValue::from_str(outcome.name()))];
        let good = match &outcome {
            Outcome::Published | Outcome::Held => true,
            // Our own second try of what had arrived the first time; or a subscription that stands.
            Outcome::Duplicate => repeated || self.form.name == "newsletter",
            _ => false,
        };
        match &outcome {
            Outcome::Invalid(wrong) => {
                let mut pointed = 0;
                for (field, message) in wrong {
                    let text = match message {
                        Message::Key(key) => self.page.text(key),
                        Message::Text(text) => text.clone(),
                    };
                    if let Some(control) = self.controls.iter().find(|control| control.name == field) {
                        control.error.try_set(Some(text));
                        pointed += 1;
                    }
                }
                if pointed > 0 { self.point_at_faults(pointed) } else { self.say(false, "sendRefused") }
            }
            Outcome::Login => {
                self.login.try_set(true);
                self.say(false, "commentLogin");
            }
            Outcome::Refused(key) | Outcome::Failed(key) => self.say(false, key),
            taken => {
                if good {
                    self.clear();
                }
                self.say(good, (self.form.said)(taken));
                if good {
                    (self.form.done)(taken, answer, written);
                }
            }
        }
        self.page.shell.tell("news-article-sent", &detail);
    }

    fn clear(&self) {
        self.page.shell.store(&self.kept("sent"), "");
        for control in &self.controls {
            if control.kind != Kind::Tick {
                control.input.put_value("");
                self.page.shell.store(&draft_key(&self.page, self.form.name, control.name), "");
            }
        }
    }

    fn say(&self, good: bool, key: &str) {
        self.status.try_set(Some((good, self.page.text(key))));
    }

    fn point_at_faults(&self, count: u32) {
        self.status.try_set(Some((false, self.page.locale.plural("formInvalid", count))));
        let wrong = |control: &&Control| control.error.try_with_untracked(Option::is_some) == Some(true);
        let first = self.controls.iter().find(wrong);
        if let Some(control) = first {
            control.input.focus();
        }
    }
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
