//! What is shown when a load has failed.

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

/// Builds the sentence for a failure, with a button to try again. A reader who has to log in gets a link to the site
/// instead, because another try would have the same answer. When they return, the article is loaded again
/// (`src/element/surroundings.js`).
pub fn failed(sentence: &str, retry: &str, shell: Shell, login: Option<&Address>) -> El {
    let failed =
        el("div").set("class", "failed").child(part("p", "error").set("role", "alert").text(sentence));
    if let Some(site) = login {
        return failed.child(el("p").child(login_link(site)));
    }
    let button = el("button")
        .set("part", "retry")
        .set("type", "button")
        .text(retry)
        .on("click", move |_| shell.reload());
    failed.child(el("p").child(button))
}

/// A link to a site that requires a login, labelled with its host.
pub fn login_link(site: &Address) -> El {
    let origin = site.origin();
    el("a").href(site).set("dir", "ltr").text(around(origin, "://").map_or(origin, |(_, host)| host))
}
