//! A form and its fields, as they stand.

use super::contract::Contract;
pub use super::submission::Kind;
use super::submission::Rule;
use crate::article::NewsletterList;
use crate::network::json::Json;
use crate::text::search::concat;
use crate::view::dom::El;
use crate::view::page::PageRef;
use crate::view::scope::WeakScope;
use std::cell::{Cell, RefCell};
use std::rc::Weak;

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
    /// What is chosen from.
    pub choices: Vec<NewsletterList>,
}

/// What is sent.
pub enum Purpose {
    /// A comment, in WordPress' contract or the native one, with what it may answer and where it appears.
    Comment(CommentContext),
    /// A subscription.
    Newsletter,
}

impl Purpose {
    /// The contract that it is sent by.
    pub(super) fn contract(&self) -> Contract {
        match self {
            Self::Comment(context) if context.wordpress => Contract::WordPressComment,
            Self::Comment(_) => Contract::Comment,
            Self::Newsletter => Contract::Newsletter,
        }
    }

    /// The id of the comment that is answered, as it is now; empty where none is.
    pub(super) fn parent(&self) -> String {
        match self {
            Self::Comment(context) => (context.parent)(),
            Self::Newsletter => String::new(),
        }
    }

    /// The public name in `news-article-sent`, with which the keys begin that the shell keeps things under.
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

/// Sends what stands in a form; with the id of the comment that it answered then, where the click was before the chunk was
/// here.
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
#[derive(Clone)]
pub(super) struct Control {
    pub(super) name: &'static str,
    pub(super) rule: Rule,
    /// What is typed into or ticked; around boxes, what they stand in.
    pub(super) input: El,
    /// The boxes, each with what is sent for it.
    pub(super) boxes: Vec<(String, El)>,
    pub(super) message: El,
}

/// What stands before each id in the draft of what was chosen: none chosen is a draft, too.
pub(super) const CHOSEN: &str = "\n";

impl Control {
    /// The ids of the boxes that are ticked.
    pub(super) fn chosen(&self) -> impl Iterator<Item = &str> {
        self.boxes.iter().filter(|(_, input)| input.checked()).map(|(id, _)| id.as_str())
    }

    /// What stands in it, as a text.
    pub(super) fn text(&self) -> String {
        if self.rule.kind != Kind::Choices {
            return self.input.value();
        }
        let mut text = String::from(CHOSEN);
        for id in self.chosen() {
            text.push_str(id);
            text.push_str(CHOSEN);
        }
        text
    }

    /// Moves the focus there.
    pub(super) fn focus(&self) {
        self.boxes.first().map_or(&self.input, |(_, first)| first).focus();
    }
}

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
    /// Says something under the form, before its chunk is here.
    pub(super) fn say(&self, tone: &str, key: &str) {
        self.words.toggle("data-tone", Some(tone));
        self.words.put_text(&self.page.text(key));
    }
}
