//! What each of the forms sends besides its fields, and what an answer to it means.

use super::fields::{CommentContext, Purpose};
use super::outcome::{self, Outcome};
use crate::network::fetch::Answer;
use crate::network::json::Json;
use js_sys::{Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};

impl Purpose {
    /// The event that the page may listen to.
    pub(super) fn event(&self) -> &'static str {
        match self {
            Self::Comment(_) => "news-article-comment",
            Self::Newsletter => "news-article-subscribe",
        }
    }

    /// Members of what is sent that no field holds: from what stands beside it, or stood there (`beside`).
    pub(super) fn members(&self, beside: Option<String>) -> Vec<(&'static str, JsValue)> {
        match self {
            Self::Comment(context) => members(context, beside),
            Self::Newsletter => Vec::new(),
        }
    }

    /// The last change to what is sent, after the page's own.
    pub(super) fn shaped(&self, fields: JsValue) -> JsValue {
        match self {
            Self::Comment(context) if context.wordpress => as_wordpress(fields),
            _ => fields,
        }
    }

    /// What an answer means.
    pub(super) fn meaning(&self, answer: &Answer) -> Outcome {
        match self {
            Self::Comment(context) if context.wordpress => outcome::wordpress(answer.status, &answer.json),
            Self::Comment(_) => outcome::native(answer.status, &answer.json),
            // The article's page is of no more help here than this one, and of comments nobody speaks.
            Self::Newsletter => match outcome::native(answer.status, &answer.json) {
                Outcome::Login | Outcome::Refused(_) => Outcome::Refused("sendRefused"),
                outcome => outcome,
            },
        }
    }

    /// The interface text for a success.
    pub(super) fn thanks(&self, outcome: &Outcome) -> &'static str {
        match (self, outcome) {
            (Self::Comment(_), Outcome::Published) => "commentPublished",
            (Self::Comment(_), Outcome::Duplicate) => "commentDuplicate",
            (Self::Comment(_), _) => "commentHeld",
            (Self::Newsletter, Outcome::Held) => "newsletterConfirm",
            (Self::Newsletter, Outcome::Duplicate) => "newsletterDuplicate",
            (Self::Newsletter, _) => "newsletterDone",
        }
    }

    /// What follows a success: with what came of it, whether the reader is at the next, what the endpoint said, and what was
    /// sent.
    pub(super) fn follow(&self, outcome: &Outcome, on: bool, answer: Json, written: Json) {
        let Self::Comment(context) = self else { return };
        // It answers nothing any more, unless the reader is at the next.
        if !on && written.line("parent").unwrap_or_default() == (context.parent)() {
            (context.end_reply)();
        }
        if *outcome == Outcome::Published {
            (context.publish)(answer, written);
        }
    }
}

/// What is said of which article, and in answer to what: to `parent`, where the reader may have gone on since they sent it.
fn members(context: &CommentContext, parent: Option<String>) -> Vec<(&'static str, JsValue)> {
    let mut members = vec![("article", JsValue::from_str(&context.article))];
    let parent = parent.unwrap_or_else(|| (context.parent)());
    if !parent.is_empty() {
        members.push(("parent", JsValue::from_str(&parent)));
    }
    members
}

/// The fields under WordPress' names; what the page has added goes along.
fn as_wordpress(fields: JsValue) -> JsValue {
    let shaped = Object::new();
    for pair in Object::entries(fields.unchecked_ref::<Object>()).iter() {
        let name = Reflect::get_u32(&pair, 0).unwrap_or(JsValue::NULL);
        let value = Reflect::get_u32(&pair, 1).unwrap_or(JsValue::NULL);
        let name = match name.as_string().unwrap_or_default().as_str() {
            "article" => "post".into(),
            "name" => "author_name".into(),
            "email" => "author_email".into(),
            "body" => "content".into(),
            _ => name,
        };
        let _ = Reflect::set(&shaped, &name, &value);
    }
    shaped.into()
}
