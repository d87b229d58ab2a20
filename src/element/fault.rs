//! Panics on purpose, for the tests: only in a build with the feature `fault`, which is never shipped. An element
//! names the place in `data-fault`: `call`, `task` or `click`. With `once` it panics a single time.

use crate::view::dom::El;
use web_sys::HtmlElement;

/// Panics if `data-fault` names this place.
#[allow(clippy::panic, reason = "this is what it is for")]
pub(super) fn at(host: &HtmlElement, place: &str) {
    let Some(asked) = host.get_attribute("data-fault") else { return };
    if asked.split_ascii_whitespace().any(|word| word == place) {
        if asked.split_ascii_whitespace().any(|word| word == "once") {
            let _ = host.remove_attribute("data-fault");
        }
        panic!("on purpose: {place}");
    }
}

/// Panics at a click.
pub(super) fn on_click(host: HtmlElement, view: &El) {
    let _ = view.clone().on("click", move |_| at(&host, "click"));
}
