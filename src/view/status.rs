//! What stands in place of an article: a word while it loads, a sentence and a button when it fails.

use super::dom::{El, el, part};
use super::shell::Shell;
use crate::locale::Locale;
use crate::network::address::Address;
use crate::network::fetch::Kind;
use crate::text::search::around;

/// The sentence for a failure.
pub fn sentence(locale: &Locale, kind: Kind, status: u16) -> String {
    locale.text(match kind {
        Kind::Network | Kind::Load => "errorNetwork",
        Kind::Timeout => "errorTimeout",
        Kind::Status if status == 401 => "errorLogin",
        Kind::Status if status == 404 || status == 410 => "errorNotFound",
        Kind::Status => "errorStatus",
        Kind::TooLarge => "errorTooLarge",
        Kind::NotJson => "errorNotJson",
        Kind::Malformed => "errorMalformed",
        Kind::Protected => "errorProtected",
        Kind::Internal => "errorInternal",
    })
}

/// A sentence, and a way on: a button to try again, or for who is not logged in a link to the site that wants it. There
/// another try has the same answer; who comes back from there gets one by itself (`src/element/surroundings.js`).
pub fn failed(sentence: &str, retry: &str, shell: Shell, login: Option<&Address>) -> El {
    let failed =
        el("div").set("class", "failed").child(part("p", "error").set("role", "alert").text(sentence));
    if let Some(site) = login {
        return failed.child(el("p").child(way_in(site)));
    }
    let button = el("button")
        .set("part", "retry")
        .set("type", "button")
        .text(retry)
        .on("click", move |_| shell.reload());
    failed.child(el("p").child(button))
}

/// A link to a site that wants a login, by the name of its host.
pub fn way_in(site: &Address) -> El {
    let origin = site.origin();
    el("a").href(site).set("dir", "ltr").text(around(origin, "://").map_or(origin, |(_, host)| host))
}
