//! What stands in place of an article: a word while it loads, a sentence and a button when it fails.

use super::dom::{El, el, part};
use super::shell::Shell;
use crate::locale::Locale;
use crate::network::fetch::Kind;

/// The sentence for a failure.
pub fn sentence(locale: &Locale, kind: Kind, status: u16) -> String {
    locale.text(match kind {
        Kind::Network | Kind::Load => "errorNetwork",
        Kind::Timeout => "errorTimeout",
        Kind::Status if status == 404 || status == 410 => "errorNotFound",
        Kind::Status => "errorStatus",
        Kind::TooLarge => "errorTooLarge",
        Kind::NotJson => "errorNotJson",
        Kind::Malformed => "errorMalformed",
        Kind::Protected => "errorProtected",
        Kind::Internal => "errorInternal",
    })
}

/// A sentence and a button to try again.
pub fn failed(sentence: &str, retry: &str, shell: Shell) -> El {
    let button = el("button")
        .set("part", "retry")
        .set("type", "button")
        .text(retry)
        .on("click", move |_| shell.reload());
    el("div")
        .set("class", "failed")
        .child(part("p", "error").set("role", "alert").text(sentence))
        .child(el("p").child(button))
}
