//! The state of a form that the shell keeps, because it must outlive the view and the wasm instance. Each piece is an
//! object under its own key. Drafts are plain texts ([`super::fields::draft_key`]).

use super::fields::{Control, Form};
use super::outcome::Message;
use super::submission::Sent;
use crate::text::search::concat;
use wasm_bindgen::JsValue;

/// The last notice under a form.
pub(super) struct LastNotice {
    /// The id of the article below which it was shown.
    pub(super) article: String,
    /// True for good news.
    pub(super) good: bool,
    /// The key of its text.
    pub(super) key: String,
}

impl Form {
    fn key(&self, what: &str) -> String {
        concat(&[self.purpose.name(), ".", what])
    }

    /// The last notice, from this form or an earlier one.
    pub(super) fn last_notice(&self) -> Option<LastNotice> {
        let kept = self.page.shell.recall_value(&self.key("status"));
        let (article, key) = (kept.get("article").text()?, kept.line("key")?);
        Some(LastNotice { article, good: kept.get("good").boolean()?, key })
    }

    /// Keeps a notice for later views.
    pub(super) fn keep_notice(&self, good: bool, key: &str) {
        let article = JsValue::from_str(&self.page.article_id());
        let word = [("article", article), ("good", good.into()), ("key", key.into())];
        self.page.shell.store_value(&self.key("status"), &word);
    }

    /// Drops the last notice.
    pub(super) fn forget_notice(&self) {
        self.page.shell.store(&self.key("status"), "");
    }

    /// The key under which the shell keeps that a form is to be sent. A comment belongs to its article.
    fn pending_key(&self) -> String {
        let article =
            if self.purpose.contract().is_comment() { self.page.article_id() } else { String::new() };
        concat(&[self.purpose.name(), ".pending@", &article])
    }

    /// If the form was sent before its code was loaded, by this view or an earlier one: the id of the comment that
    /// was answered then, or an empty text.
    pub(super) fn pending(&self) -> Option<String> {
        self.page.shell.recall_value(&self.pending_key()).get("parent").text()
    }

    /// Keeps that the form is to be sent, with the comment that it answers now.
    pub(super) fn keep_pending(&self) {
        let parent = JsValue::from_str(&self.purpose.parent());
        self.page.shell.store_value(&self.pending_key(), &[("parent", parent)]);
    }

    /// The form is being sent, or is not to be sent any more.
    pub(super) fn forget_pending(&self) {
        self.page.shell.store(&self.pending_key(), "");
    }

    /// The last submission, as long as its outcome is unknown.
    pub(super) fn last_sent(&self) -> Option<Sent> {
        let kept = self.page.shell.recall_value(&self.key("sent"));
        let (id, content) = (kept.line("id")?, kept.get("content").text()?);
        Some(Sent { id, content, posted: kept.get("posted").boolean()? })
    }

    /// Keeps a submission.
    pub(super) fn keep_sent(&self, sent: &Sent) {
        let (id, content) = (sent.id.as_str().into(), sent.content.as_str().into());
        let sent = [("id", id), ("content", content), ("posted", sent.posted.into())];
        self.page.shell.store_value(&self.key("sent"), &sent);
    }

    /// The outcome is known, so that the same content once more is another submission.
    pub(super) fn forget_sent(&self) {
        self.page.shell.store(&self.key("sent"), "");
    }

    /// The key under which the shell keeps what is wrong with a field.
    pub(super) fn fault_key(&self, control: &Control) -> String {
        concat(&[self.purpose.name(), ".", control.name, ".error"])
    }

    /// The text about what is wrong with a field, in the language of this view.
    pub(super) fn fault(&self, control: &Control) -> Option<String> {
        let kept = self.page.shell.recall_value(&self.fault_key(control));
        kept.line("key").map(|key| self.page.text(&key)).or_else(|| kept.line("text"))
    }

    /// Keeps what is wrong with a field. `None` means that it is valid.
    pub(super) fn keep_fault(&self, control: &Control, fault: Option<&Message>) {
        let (shell, key) = (&self.page.shell, self.fault_key(control));
        match fault {
            Some(Message::Key(text)) => shell.store_value(&key, &[("key", JsValue::from_str(text))]),
            Some(Message::Text(text)) => shell.store_value(&key, &[("text", JsValue::from_str(text))]),
            None => shell.store(&key, ""),
        }
    }
}
