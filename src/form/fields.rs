//! A form and its fields.

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
    /// The name under which it is sent.
    pub name: &'static str,
    /// The label.
    pub label: String,
    /// The kind of control.
    pub kind: Kind,
    /// True if it must be filled.
    pub required: bool,
    /// The autocomplete token.
    pub autocomplete: &'static str,
    /// The most characters.
    pub max: u32,
    /// The choices, if it is a group of checkboxes.
    pub choices: Vec<NewsletterList>,
}

/// The purpose of a form.
pub enum Purpose {
    /// A comment, in WordPress' contract or in the native one, with its context.
    Comment(CommentContext),
    /// A subscription.
    Newsletter,
}

impl Purpose {
    /// The contract by which the form is sent.
    pub(super) fn contract(&self) -> Contract {
        match self {
            Self::Comment(context) if context.wordpress => Contract::WordPressComment,
            Self::Comment(_) => Contract::Comment,
            Self::Newsletter => Contract::Newsletter,
        }
    }

    /// The id of the comment that is answered at the moment, or an empty text.
    pub(super) fn parent(&self) -> String {
        match self {
            Self::Comment(context) => (context.parent)(),
            Self::Newsletter => String::new(),
        }
    }

    /// The public name in `news-article-sent`. The keys under which the shell keeps the form's state begin with it.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Comment(_) => "comment",
            Self::Newsletter => "newsletter",
        }
    }
}

/// The context of a comment: the data that are sent with it, and callbacks into its section.
pub struct CommentContext {
    /// True if the endpoint is WordPress'.
    pub wordpress: bool,
    /// The article's id.
    pub article: String,
    /// Returns the id of the comment that is answered at the moment, or an empty text.
    pub parent: Box<dyn Fn() -> String>,
    /// Ends the reply, so that the form answers no comment.
    pub end_reply: Box<dyn Fn()>,
    /// Shows a comment that was published. The arguments are the endpoint's answer and what was sent.
    pub publish: Box<dyn Fn(Json, Json)>,
}

/// Sends a form. The argument is set where the reader has sent it before the code was loaded: the id of the comment
/// that was answered then.
pub(super) type Sender = dyn Fn(Option<&str>);

/// A form that was built.
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
    /// True once the code was asked for.
    pub(super) asked: Cell<bool>,
    /// True if the reader has sent this form before the code was loaded.
    pub(super) waiting: Cell<bool>,
    /// How often the reader has sent it before the code was there.
    pub(super) tries: Cell<u32>,
    /// Handles a click on the button, once the code is loaded.
    pub(super) send: RefCell<Option<Weak<Sender>>>,
}

/// A field that was built.
#[derive(Clone)]
pub(super) struct Control {
    pub(super) name: &'static str,
    pub(super) rule: Rule,
    /// The input element; for a group of checkboxes, the element around them.
    pub(super) input: El,
    /// The checkboxes of a group, each with the value that is sent for it.
    pub(super) boxes: Vec<(String, El)>,
    pub(super) message: El,
}

/// The separator of ids in the draft of a group of checkboxes. The draft begins with it, so that an empty choice is a
/// draft, too.
pub(super) const CHOSEN: &str = "\n";

impl Control {
    /// The values of the checkboxes that are checked.
    pub(super) fn chosen(&self) -> impl Iterator<Item = &str> {
        self.boxes.iter().filter(|(_, input)| input.checked()).map(|(id, _)| id.as_str())
    }

    /// The content as a text.
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

    /// Moves the focus to the field.
    pub(super) fn focus(&self) {
        self.boxes.first().map_or(&self.input, |(_, first)| first).focus();
    }
}

/// The key of the text shown while a form is being sent.
pub(super) const SENDING: &str = "sending";
/// The key of the text for a form that could not be sent.
pub(super) const UNSENT: &str = "sendNetwork";

/// The key under which a field's draft is kept. The text of a comment belongs to its article; name and address are
/// kept for all.
pub(super) fn draft_key(page: &PageRef, form: &str, field: &str) -> String {
    let article = if field == "body" { page.article_id() } else { String::new() };
    concat(&[form, ".", field, "@", &article])
}

impl Form {
    /// Shows a notice under the form before its code is loaded.
    pub(super) fn say(&self, tone: &str, key: &str) {
        self.words.toggle("data-tone", Some(tone));
        self.words.put_text(&self.page.text(key));
    }
}
