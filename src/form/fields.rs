//! A form and its fields, as they stand; what is kept of them by the shell, and under which keys.

use crate::network::json::Json;
use crate::text::search::concat;
use crate::view::dom::El;
use crate::view::page::PageRef;
use crate::view::scope::WeakScope;
use std::cell::{Cell, RefCell};
use std::rc::Weak;

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

/// What is sent. What that means is known to [`super::sending`] alone: who held its code would bring it along.
pub enum Purpose {
    /// A comment, in WordPress' contract or the native one, with what it may answer and where it appears.
    Comment(CommentContext),
    /// A subscription.
    Newsletter,
}

impl Purpose {
    /// What belongs to a submission and stands in no field, as it is now: whom a comment answers.
    pub(super) fn beside(&self) -> String {
        match self {
            Self::Comment(context) => (context.parent)(),
            Self::Newsletter => String::new(),
        }
    }

    /// The public name in `news-article-sent`, and the key of the draft.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Comment(_) => "comment",
            Self::Newsletter => "newsletter",
        }
    }
}

/// What a comment is sent with, and what follows in its section.
pub struct CommentContext {
    /// Whether the endpoint is WordPress'.
    pub wordpress: bool,
    /// The article's id.
    pub article: String,
    /// Whom the comment answers as it stands: a comment's id, or an empty text.
    pub parent: Box<dyn Fn() -> String>,
    /// It answers nothing any more.
    pub end_reply: Box<dyn Fn()>,
    /// Shows a comment that is published: what the endpoint said, and what was sent.
    pub publish: Box<dyn Fn(Json, Json)>,
}

/// Sends what stands in a form; with what stood beside it then, where the click was before the chunk was here.
pub(super) type Sender = dyn Fn(Option<&str>);

/// A form as it stands.
pub struct Form {
    pub(super) page: PageRef,
    pub(super) purpose: Purpose,
    pub(super) action: String,
    pub(super) root: El,
    pub(super) controls: Vec<Control>,
    pub(super) trap: El,
    pub(super) submit: El,
    pub(super) words: El,
    pub(super) scope: WeakScope,
    /// The chunk was asked for.
    pub(super) asked: Cell<bool>,
    /// The reader has sent it from here, before the chunk was.
    pub(super) waiting: Cell<bool>,
    /// What a click on the button does, once the chunk is here.
    pub(super) send: RefCell<Option<Weak<Sender>>>,
}

/// A field as it stands.
pub(super) struct Control {
    pub(super) name: &'static str,
    pub(super) kind: Kind,
    pub(super) required: bool,
    pub(super) max: u32,
    pub(super) input: El,
    pub(super) message: El,
}

/// What the shell keeps of a form that is to be sent, before what stood beside it.
pub(super) const PENDING: &str = "on ";

/// The text while it is being sent.
pub(super) const ON_ITS_WAY: &str = "sending";
/// The text where it could not be.
pub(super) const UNSENT: &str = "sendNetwork";

/// Under which key a field's draft is kept. What is said of one article stays with it; name and address go along.
pub(super) fn draft_key(page: &PageRef, form: &str, field: &str) -> String {
    let article = if field == "body" { page.article_id() } else { String::new() };
    concat(&[form, ".", field, "@", &article])
}

impl Form {
    /// What is kept of what was said last: of which article, in which tone, under which key.
    pub(super) fn last_word(&self, tone: &str, key: &str) -> String {
        concat(&[&self.page.article_id(), "\u{0}", tone, "\u{0}", key])
    }

    pub(super) fn say(&self, tone: &str, key: &str) {
        self.words.toggle("data-tone", Some(tone));
        self.words.put_text(&self.page.text(key));
    }

    /// Something that the shell keeps for this form.
    pub(super) fn recall(&self, what: &str) -> Option<String> {
        self.page.shell.recall(&concat(&[self.purpose.name(), ".", what]))
    }

    pub(super) fn store(&self, what: &str, text: &str) {
        self.page.shell.store(&concat(&[self.purpose.name(), ".", what]), text);
    }
}
