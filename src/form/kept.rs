//! What a form keeps in the shell, which outlives its view and the instance of the wasm. Each is an object under a key of
//! its own; drafts are plain texts ([`super::fields::draft_key`]).

use super::fields::{Control, Form};
use super::outcome::Message;
use super::submission::Sent;
use crate::text::search::concat;
use wasm_bindgen::JsValue;

/// What was said last under a form.
pub(super) struct LastWord {
    /// The id of the article that it was said below.
    pub(super) article: String,
    /// Whether it is good news.
    pub(super) good: bool,
    /// The key of its text.
    pub(super) key: String,
}

impl Form {
    fn key(&self, what: &str) -> String {
        concat(&[self.purpose.name(), ".", what])
    }

    /// What was said last; by this form or by an earlier one.
    pub(super) fn last_word(&self) -> Option<LastWord> {
        let kept = self.page.shell.recall_value(&self.key("status"));
        let (article, key) = (kept.get("article").text()?, kept.line("key")?);
        Some(LastWord { article, good: kept.get("good").boolean()?, key })
    }

    /// Keeps what is said, for the views that come.
    pub(super) fn keep_word(&self, good: bool, key: &str) {
        let article = JsValue::from_str(&self.page.article_id());
        let word = [("article", article), ("good", good.into()), ("key", key.into())];
        self.page.shell.store_value(&self.key("status"), &word);
    }

    /// What was said last is over.
    pub(super) fn forget_word(&self) {
        self.page.shell.store(&self.key("status"), "");
    }

    /// Under which key the shell keeps that a form is to be sent: a comment's with its article.
    fn pending_key(&self) -> String {
        let article =
            if self.purpose.contract().is_comment() { self.page.article_id() } else { String::new() };
        concat(&[self.purpose.name(), ".pending@", &article])
    }

    /// Where it was sent before its chunk was here, from this view or from one before: the id of the comment that it
    /// answered then, which is empty where it answered none.
    pub(super) fn pending(&self) -> Option<String> {
        self.page.shell.recall_value(&self.pending_key()).get("parent").text()
    }

    /// Keeps that it is to be sent, in answer to what it answers now.
    pub(super) fn keep_pending(&self) {
        let parent = JsValue::from_str(&self.purpose.parent());
        self.page.shell.store_value(&self.pending_key(), &[("parent", parent)]);
    }

    /// It is not to be sent any more, or is being sent.
    pub(super) fn forget_pending(&self) {
        self.page.shell.store(&self.pending_key(), "");
    }

    /// What was sent last, as long as nobody knows what became of it.
    pub(super) fn last_sent(&self) -> Option<Sent> {
        let kept = self.page.shell.recall_value(&self.key("sent"));
        let (id, content) = (kept.line("id")?, kept.get("content").text()?);
        Some(Sent { id, content, posted: kept.get("posted").boolean()? })
    }

    /// Keeps what is sent.
    pub(super) fn keep_sent(&self, sent: &Sent) {
        let (id, content) = (sent.id.as_str().into(), sent.content.as_str().into());
        let sent = [("id", id), ("content", content), ("posted", sent.posted.into())];
        self.page.shell.store_value(&self.key("sent"), &sent);
    }

    /// It is known what became of it: the same once more is another submission.
    pub(super) fn forget_sent(&self) {
        self.page.shell.store(&self.key("sent"), "");
    }

    /// Under which key the shell keeps what is wrong with a field.
    pub(super) fn fault_key(&self, control: &Control) -> String {
        concat(&[self.purpose.name(), ".", control.name, ".error"])
    }

    /// What is wrong with a field, in the language of this view.
    pub(super) fn fault(&self, control: &Control) -> Option<String> {
        let kept = self.page.shell.recall_value(&self.fault_key(control));
        kept.line("key").map(|key| self.page.text(&key)).or_else(|| kept.line("text"))
    }

    /// Keeps what is wrong with a field, or that nothing is.
    pub(super) fn keep_fault(&self, control: &Control, fault: Option<&Message>) {
        let (shell, key) = (&self.page.shell, self.fault_key(control));
        match fault {
            Some(Message::Key(text)) => shell.store_value(&key, &[("key", JsValue::from_str(text))]),
            Some(Message::Text(text)) => shell.store_value(&key, &[("text", JsValue::from_str(text))]),
            None => shell.store(&key, ""),
        }
    }
}
