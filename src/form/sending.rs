//! What a form does once a reader is at it: it checks, sends, and tells what came of it. Leptos is here: what the form
//! says are signals, which end with the view.
//!
//! **A view may be replaced while it sends**: what comes of it is told by the one that stands then. What was said last is
//! kept by the shell, as the drafts are. **Each submission carries an id**, the same one while its content is the same, so
//! that a POST repeated by the reader or by the browser can be told from a second message.

use super::fields::{Control, Form, Kind, ON_ITS_WAY, Sender, draft_key};
use super::outcome::{Message, Outcome, is_email};
use crate::network::fetch;
use crate::network::json::Json;
use crate::text::search::{around, concat, trimmed};
use crate::view::dom::{El, el, reactive};
use crate::view::scope::hold;
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

thread_local! {
    /// The forms of every element, the newest last; those of a view that is gone, while they are being sent.
    static FORMS: RefCell<Vec<Weak<State>>> = const { RefCell::new(Vec::new()) };
}

/// The text about the fields that are wrong; it counts them.
const WRONG: &str = "formInvalid";
/// The text that offers the way to the article's own page.
const LOGIN: &str = "commentLogin";

/// What is wrong with a field, as it stands there.
type Fault = RwSignal<Option<String>>;

struct State {
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

/// Brings a form that stands to life, in the current scope.
pub(super) fn start(form: &Rc<Form>) {
    form.page.locale.react();
    let form = form.clone();
    reactive(move || Sending(SendingProps { form }));
}

/// The form's signals, and what they change in it.
#[component]
fn Sending(
    /// The form as it stands.
    form: Rc<Form>,
) {
    let status = RwSignal::new(None);
    let faults = form.controls.iter().map(|control| fault(&form, control)).collect();
    let state = Rc::new(State {
        form: form.clone(),
        faults,
        status,
        busy: Cell::new(false),
        sent: RefCell::default(),
    });
    FORMS.with_borrow_mut(|forms| {
        forms.retain(|form| form.strong_count() > 0);
        forms.push(Rc::downgrade(&state));
    });
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
    if let Some(link) = login_link(&form, status) {
        form.root.add(&link);
    }
    let busy = state.clone();
    form.submit.clone().bind("aria-disabled", move || {
        status.track();
        busy.is_busy().then(|| "true".to_owned())
    });
    let send: Rc<Sender> = Rc::new(move |beside| state.clone().submit(beside));
    // Weakly there: it holds the form.
    *form.send.borrow_mut() = Some(Rc::downgrade(&send));
    hold(send);
}

/// Ties what is wrong with a field to it.
fn fault(form: &Form, control: &Control) -> Fault {
    let fault = Fault::new(None);
    let tick = control.kind == Kind::Tick;
    let (shell, key) = (form.page.shell.clone(), error_key(form.purpose.name(), control.name));
    control
        .input
        .clone()
        .bind("aria-invalid", move || {
            let wrong = fault.try_with(Option::is_some) == Some(true);
            (wrong || tick).then(|| if wrong { "true" } else { "false" }.to_owned())
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

/// The way to the article's own page, for a site that wants a login.
fn login_link(form: &Form, status: RwSignal<Option<Status>>) -> Option<El> {
    let page = &form.page;
    let url = page.article.url.as_ref()?;
    let link = page.link(url).text(&page.text("commentLoginLink"));
    Some(el("p").child(link).bind("hidden", move || {
        let wanted = status.try_with(|status| status.as_ref().is_some_and(|status| status.key == LOGIN));
        (wanted != Some(true)).then(String::new)
    }))
}

/// Under which key the fault of a field is kept.
fn error_key(form: &str, field: &str) -> String {
    concat(&[form, ".", field, ".error"])
}

impl Control {
    fn value(&self) -> JsValue {
        match self.kind {
            Kind::Tick => JsValue::from_bool(self.input.checked()),
            _ => JsValue::from_str(trimmed(&self.input.value())),
        }
    }

    /// The key of what is wrong.
    fn fault(&self) -> Option<&'static str> {
        if self.kind == Kind::Tick {
            return (self.required && !self.input.checked()).then_some("fieldConsent");
        }
        let value = self.input.value();
        let value = trimmed(&value);
        if value.is_empty() {
            return self.required.then_some("fieldRequired");
        }
        if crate::text::search::length(value) > self.max as usize {
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
        let (article, said) = around(&last, "\0").unwrap_or_default();
        if article != self.form.page.article_id() {
            self.store("status", "");
        } else if let Some((tone, key)) = around(said, "\0") {
            if key == WRONG {
                self.point_out();
            } else {
                self.say(tone == "good", key);
            }
        }
    }

    /// Checks and sends it; with what stood beside it then, where the click was before this was here.
    fn submit(self: Rc<Self>, beside: Option<&str>) {
        // A second click while the first is under way sends nothing, not even from a view made meanwhile.
        if self.is_busy() {
            return;
        }
        let mut wrong = Vec::new();
        for control in &self.form.controls {
            wrong.extend(control.fault().map(|key| (control.name.to_owned(), Message::Key(key))));
        }
        if self.fault(&wrong, beside.is_some()) {
            return;
        }
        *self.sent.borrow_mut() = self.form.controls.iter().map(|control| control.input.value()).collect();
        if !self.form.trap.value().is_empty() {
            // A machine is told what a reader would be.
            let (answer, written) = (Json::null(), Json::null());
            self.tell(Came { outcome: Outcome::Held, repeated: false, answer, written });
            return;
        }
        self.busy.set(true);
        self.say(true, ON_ITS_WAY);
        let beside = beside.map(str::to_owned);
        spawn_local(async move {
            let came = self.send(beside).await;
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
        let (shell, name) = (JsValue::from(&self.form.page.shell), self.name());
        forms.into_iter().rev().filter_map(|form| form.upgrade()).filter(move |form| {
            let other: &JsValue = form.form.page.shell.as_ref();
            form.name() == name && *other == shell
        })
    }

    /// The form that stands now, in place of this one where its view was replaced meanwhile.
    fn current(self: &Rc<Self>) -> Rc<Self> {
        self.twins().next().unwrap_or_else(|| self.clone())
    }

    /// Sends it, unless the page says no.
    async fn send(&self, beside: Option<String>) -> Option<Came> {
        let mut fields: Vec<(&str, JsValue)> =
            self.form.controls.iter().map(|control| (control.name, control.value())).collect();
        fields.extend(self.form.purpose.members(beside));
        let (id, repeated) = self.submission(&fields);
        fields.push(("submission", JsValue::from_str(&id)));
        // It is about the article that it is sent from, whichever stands by now.
        let told: Vec<_> = fields.iter().cloned().chain(self.form.page.identity()).collect();
        let body = match self.form.page.shell.consult(self.form.purpose.event(), &told).await {
            Ok(fields) => self.form.purpose.shaped(fields?),
            Err(_) => return Some(Came::failed("sendServer")),
        };
        // From here on it may arrive.
        self.store("posted", &id);
        Some(match fetch::post(&self.form.action, &body, self.form.page.settings.fetch.timeout).await {
            Ok(answer) => Came {
                outcome: self.form.purpose.meaning(&answer),
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
        if let Some((id, before)) = around(&last, "\0")
            && before == content
        {
            return (id.to_owned(), self.recall("posted") == id);
        }
        let id = random_id();
        self.store("sent", &concat(&[&id, "\u{0}", &content]));
        (id, false)
    }

    fn name(&self) -> &'static str {
        self.form.purpose.name()
    }

    /// Something that the shell keeps for this form.
    fn recall(&self, what: &str) -> String {
        self.form.recall(what).unwrap_or_default()
    }

    fn store(&self, what: &str, text: &str) {
        self.form.store(what, text);
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
        let here = self.name() != "comment" || now.form.page.article_id() == self.form.page.article_id();
        let good = match &outcome {
            Outcome::Published | Outcome::Held => true,
            // Our own second try of what had arrived the first time; or a subscription that stands.
            Outcome::Duplicate => repeated || self.name() == "newsletter",
            _ => false,
        };
        match &outcome {
            Outcome::Invalid(wrong) => {
                if !here || !now.fault(wrong, false) {
                    now.say(false, "sendRefused");
                }
            }
            Outcome::Login => now.say(false, if here { LOGIN } else { "sendRefused" }),
            Outcome::Refused(key) => now.say(false, if here { key } else { "sendRefused" }),
            Outcome::Failed(key) => now.say(false, key),
            taken => {
                let on = good && self.clear(&now, here);
                now.say(good, self.form.purpose.thanks(taken));
                if good {
                    let form = if here { &now.form } else { &self.form };
                    form.purpose.follow(taken, on, answer, written);
                }
            }
        }
        let mut detail =
            vec![("form", JsValue::from_str(self.name())), ("outcome", JsValue::from_str(outcome.name()))];
        // It is about the article that it was sent from.
        detail.extend(self.form.page.identity());
        self.form.page.shell.tell("news-article-sent", &detail);
    }

    /// Lets go of what was taken: the drafts, and the fields that show them now. What the reader has written since is not
    /// among it, nor what stands with it then; whether there is such.
    fn clear(&self, now: &State, here: bool) -> bool {
        let sent = self.sent.borrow();
        let is_new = |control: &Control, was: &String, text: &str| {
            control.kind != Kind::Tick && !text.is_empty() && text != was
        };
        let mut standing = now.form.controls.iter().zip(sent.iter());
        let on = here && standing.any(|(control, was)| is_new(control, was, &control.input.value()));
        for (control, was) in self.form.controls.iter().zip(sent.iter()) {
            let key = draft_key(&self.form.page, self.name(), control.name);
            let draft = self.form.page.shell.recall(&key).unwrap_or_default();
            if control.kind == Kind::Tick || !on && !is_new(control, was, &draft) {
                self.form.page.shell.store(&key, "");
            }
        }
        for (control, was) in now.form.controls.iter().zip(sent.iter()) {
            match control.kind {
                // What was agreed to once is agreed to anew.
                Kind::Tick => control.input.tick(false),
                Kind::Area if !here => {}
                _ if on || is_new(control, was, &control.input.value()) => {}
                _ => control.input.put_value(""),
            }
        }
        now.form.trap.put_value("");
        on
    }

    /// Says something under the form, and to the views that come, until another article does.
    fn say(&self, good: bool, key: &str) {
        self.put(good, key, self.form.page.text(key));
    }

    fn put(&self, good: bool, key: &str, text: String) {
        let tone = if good { "good" } else { "bad" };
        // Whether it is being sent, a later view knows better.
        let kept = self.form.last_word(tone, key);
        self.store("status", if key == ON_ITS_WAY { "" } else { &kept });
        self.status.try_set(Some(Status { good, key: key.to_owned(), text }));
    }

    /// Marks the fields that are wrong, and them alone, says how many, and goes to the first. Whether there was one.
    fn fault(&self, wrong: &[(String, Message)], late: bool) -> bool {
        for control in &self.form.controls {
            let kept = match wrong.iter().find(|(field, _)| field == control.name) {
                Some((_, Message::Key(key))) => concat(&["\u{0}", key]),
                Some((_, Message::Text(text))) => text.clone(),
                None => String::new(),
            };
            self.form.page.shell.store(&error_key(self.name(), control.name), &kept);
        }
        let first = self.point_out();
        // Who has gone on to something else since the click stays there.
        if let Some(control) = first
            && !(late && self.form.root.is_left())
        {
            control.input.focus();
        }
        first.is_some()
    }

    /// Shows what is kept of each field's fault, and says how many there are; the first of them.
    fn point_out(&self) -> Option<&Control> {
        let (mut first, mut count) = (None, 0);
        for (control, fault) in self.form.controls.iter().zip(&self.faults) {
            let kept = self.form.page.shell.recall(&error_key(self.name(), control.name));
            if kept.is_some() {
                first = first.or(Some(control));
                count += 1;
            }
            fault.try_set(kept.map(|kept| match kept.strip_prefix("\0") {
                Some(key) => self.form.page.text(key),
                None => kept,
            }));
        }
        if first.is_some() {
            self.put(false, WRONG, self.form.page.locale.plural(WRONG, count));
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
