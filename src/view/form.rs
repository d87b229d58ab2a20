//! A form that sends, tells what came of it, and loses nothing.
//!
//! **A draft is cleared on success only**: every keystroke is kept by the shell, which outlives this view. So is what
//! was said of it last. **A view may be replaced while it sends**: what comes of it is told by the one that stands then.
//! **Each submission carries an id**, the same one while its content is the same, so that a POST repeated by the reader
//! or by the browser can be told from a second message.

use super::PageRef;
use super::dom::{El, el, part};
use crate::fetch::{self, Answer};
use crate::json::Json;
use crate::submission::{Message, Outcome, is_email};
use leptos::prelude::*;
use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};
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

thread_local! {
    /// The forms of every element, the newest last; those of a view that is gone, while they are being sent.
    static FORMS: RefCell<Vec<Weak<State>>> = const { RefCell::new(Vec::new()) };
}

/// The text about the fields that are wrong; it counts them.
const WRONG: &str = "formInvalid";
/// The text while it is being sent.
const ON_ITS_WAY: &str = "sending";
/// The text that offers the way to the article's own page.
const LOGIN: &str = "commentLogin";

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
    status: RwSignal<Option<Status>>,
    /// Whether it is being sent from here. An instance that has ended takes this along.
    busy: Cell<bool>,
}

/// What the line under the form says.
struct Status {
    good: bool,
    /// The key of its text.
    key: String,
    text: String,
}

/// What came of a submission.
struct Came {
    outcome: Outcome,
    /// Whether the very same was sent before, and nobody knows what became of it.
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
    // Where an instance ends in the very click, nobody keeps the browser from sending the form: this method sends nothing.
    let element = element.set("method", "dialog");
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
    let state = Rc::new(State { page: page.clone(), form, controls, trap, status, busy: Cell::new(false) });
    FORMS.with_borrow_mut(|forms| {
        forms.retain(|form| form.strong_count() > 0);
        forms.push(Rc::downgrade(&state));
    });
    state.resume();
    let words = part("p", "status")
        .set("role", "status")
        .bind_text(move || {
            status.try_with(|status| Some(status.as_ref()?.text.clone())).flatten().unwrap_or_default()
        })
        .bind("data-tone", move || {
            let good = status.try_with(|status| Some(status.as_ref()?.good)).flatten();
            good.map(|good| if good { "good" } else { "bad" }.to_owned())
        });
    let element = element.child(submit.bind("aria-disabled", {
        let state = state.clone();
        move || {
            status.track();
            state.is_busy().then(|| "true".to_owned())
        }
    }));
    let element = element.child(words).maybe(login_link(page, status));
    element.on("submit", move |event| {
        event.prevent_default();
        state.clone().submit();
    })
}

/// The way to the article's own page, for a site that wants a login.
fn login_link(page: &PageRef, status: RwSignal<Option<Status>>) -> Option<El> {
    let url = page.article.url.as_ref()?;
    let link = page.link(url).text(&page.text("commentLoginLink"));
    Some(el("p").child(link).bind("hidden", move || {
        let wanted = status.try_with(|status| status.as_ref().is_some_and(|status| status.key == LOGIN));
        (wanted != Some(true)).then(String::new)
    }))
}

/// Under which key a field's draft is kept. What is said of one article stays with it; name and address go along.
fn draft_key(page: &PageRef, form: &str, field: &str) -> String {
    let article = if field == "body" { page.article_id() } else { String::new() };
    [form, ".", field, "@", &article].concat()
}

/// Under which key the fault of a field is kept.
fn error_key(form: &str, field: &str) -> String {
    [form, ".", field, ".error"].concat()
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
    let (kept, fault) = (shell.clone(), error_key(form, field.name));
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
        kept.store(&fault, "");
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
    /// Takes up what an earlier view was doing, or had said last of the same article.
    fn resume(&self) {
        if self.is_busy() {
            self.say(true, ON_ITS_WAY);
            return;
        }
        let last = self.recall("status");
        let (article, said) = last.split_once('\u{0}').unwrap_or_default();
        if article != self.page.article_id() {
            self.store("status", "");
        } else if let Some((tone, key)) = said.split_once('\u{0}') {
            if key == WRONG {
                self.point_out();
            } else {
                self.say(tone == "good", key);
            }
        }
    }

    fn submit(self: Rc<Self>) {
        // A second click while the first is under way sends nothing, not even from a view made meanwhile.
        if self.is_busy() {
            return;
        }
        let mut wrong = Vec::new();
        for control in &self.controls {
            wrong.extend(control.fault().map(|key| (control.name.to_owned(), Message::Key(key))));
        }
        if self.fault(&wrong) {
            return;
        }
        if !self.trap.value().is_empty() {
            // A machine is told what a reader would be.
            let (answer, written) = (Json::null(), Json::null());
            self.tell(Came { outcome: Outcome::Held, repeated: false, answer, written });
            return;
        }
        self.busy.set(true);
        self.say(true, ON_ITS_WAY);
        spawn_local(async move {
            let came = self.send().await;
            self.busy.set(false);
            match came {
                Some(came) => self.tell(came),
                None => {
                    self.current().status.try_set(None);
                }
            }
        });
    }

    /// This form and those of the views before and after it, the newest first.
    fn twins(&self) -> impl Iterator<Item = Rc<Self>> {
        let forms = FORMS.with_borrow(Clone::clone);
        let (shell, name) = (JsValue::from(&self.page.shell), self.form.name);
        forms.into_iter().rev().filter_map(|form| form.upgrade()).filter(move |form| {
            let other: &JsValue = form.page.shell.as_ref();
            form.form.name == name && *other == shell
        })
    }

    /// The form that stands now, in place of this one where its view was replaced meanwhile.
    fn current(self: &Rc<Self>) -> Rc<Self> {
        self.twins().next().unwrap_or_else(|| self.clone())
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
        // From here on it may arrive.
        self.store("posted", &id);
        Some(match fetch::post(&self.form.action, &body, self.page.settings.fetch.timeout).await {
            Ok(answer) => Came {
                outcome: (self.form.read)(&answer),
                repeated,
                answer: answer.json,
                written: body.into(),
            },
            Err(failure) => Came::failed(match failure.kind {
                fetch::Kind::Network | fetch::Kind::Timeout => "sendNetwork",
                _ => "sendServer",
            }),
        })
    }

    /// The id of this content: the last one's where nothing was changed since.
    fn submission(&self, fields: &[(&str, JsValue)]) -> (String, bool) {
        let mut content = String::new();
        for (_, value) in fields {
            content.push_str(&value.as_string().unwrap_or_default());
            content.push('\u{0}');
        }
        let last = self.recall("sent");
        if let Some((id, before)) = last.split_once('\u{0}')
            && before == content
        {
            return (id.to_owned(), self.recall("posted") == id);
        }
        let id = random_id();
        self.store("sent", &[&id, "\u{0}", &content].concat());
        (id, false)
    }

    /// Something that the shell keeps for this form.
    fn recall(&self, what: &str) -> String {
        self.page.shell.recall(&[self.form.name, ".", what].concat()).unwrap_or_default()
    }

    fn store(&self, what: &str, text: &str) {
        self.page.shell.store(&[self.form.name, ".", what].concat(), text);
    }

    /// Whether this form is being sent, by this view or by the one before it.
    fn is_busy(&self) -> bool {
        self.twins().any(|form| form.busy.get())
    }

    /// Tells what came of it, in the view that stands now.
    fn tell(self: &Rc<Self>, came: Came) {
        let Came { outcome, repeated, answer, written } = came;
        let now = self.current();
        // What was answered is over: the same text once more is another submission.
        if outcome.is_known() {
            self.store("sent", "");
        }
        // A comment belongs to its article: of the one that stands now nothing is to be said but whether it was sent.
        let here = self.form.name != "comment" || now.page.article_id() == self.page.article_id();
        let good = match &outcome {
            Outcome::Published | Outcome::Held => true,
            // Our own second try of what had arrived the first time; or a subscription that stands.
            Outcome::Duplicate => repeated || self.form.name == "newsletter",
            _ => false,
        };
        match &outcome {
            Outcome::Invalid(wrong) => {
                if !here || !now.fault(wrong) {
                    now.say(false, "sendRefused");
                }
            }
            Outcome::Login => now.say(false, if here { LOGIN } else { "sendRefused" }),
            Outcome::Refused(key) => now.say(false, if here { key } else { "sendRefused" }),
            Outcome::Failed(key) => now.say(false, key),
            taken => {
                if good {
                    self.clear(&now, here);
                }
                now.say(good, (self.form.said)(taken));
                if good {
                    let form = if here { &now.form } else { &self.form };
                    (form.done)(taken, answer, written);
                }
            }
        }
        let mut detail =
            vec![("form", JsValue::from_str(self.form.name)), ("outcome", JsValue::from_str(outcome.name()))];
        // It is about the article that it was sent from.
        detail.extend(self.page.identity());
        self.page.shell.tell("news-article-sent", &detail);
    }

    /// Lets go of what was taken: the drafts, and the fields that show them now.
    fn clear(&self, now: &State, here: bool) {
        for control in &self.controls {
            self.page.shell.store(&draft_key(&self.page, self.form.name, control.name), "");
        }
        for control in &now.controls {
            match control.kind {
                // What was agreed to once is agreed to anew.
                Kind::Tick => control.input.tick(false),
                Kind::Area if !here => {}
                _ => control.input.put_value(""),
            }
        }
        now.trap.put_value("");
    }

    /// Says something under the form, and to the views that come, until another article does.
    fn say(&self, good: bool, key: &str) {
        self.put(good, key, self.page.text(key));
    }

    fn put(&self, good: bool, key: &str, text: String) {
        let tone = if good { "good" } else { "bad" };
        // Whether it is being sent, a later view knows better.
        let kept = [&self.page.article_id(), "\u{0}", tone, "\u{0}", key].concat();
        self.store("status", if key == ON_ITS_WAY { "" } else { &kept });
        self.status.try_set(Some(Status { good, key: key.to_owned(), text }));
    }

    /// Marks the fields that are wrong, and them alone, says how many, and goes to the first. Whether there was one.
    fn fault(&self, wrong: &[(String, Message)]) -> bool {
        for control in &self.controls {
            let kept = match wrong.iter().find(|(field, _)| field == control.name) {
                Some((_, Message::Key(key))) => ["\u{0}", key].concat(),
                Some((_, Message::Text(text))) => text.clone(),
                None => String::new(),
            };
            self.page.shell.store(&error_key(self.form.name, control.name), &kept);
        }
        let first = self.point_out();
        if let Some(control) = first {
            control.input.focus();
        }
        first.is_some()
    }

    /// Shows what is kept of each field's fault, and says how many there are; the first of them.
    fn point_out(&self) -> Option<&Control> {
        let (mut first, mut count) = (None, 0);
        for control in &self.controls {
            let kept = self.page.shell.recall(&error_key(self.form.name, control.name));
            if kept.is_some() {
                first = first.or(Some(control));
                count += 1;
            }
            control.error.try_set(kept.map(|kept| match kept.strip_prefix('\u{0}') {
                Some(key) => self.page.text(key),
                None => kept,
            }));
        }
        if first.is_some() {
            self.put(false, WRONG, self.page.locale.plural(WRONG, count));
        }
        first
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
