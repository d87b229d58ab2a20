//! A small, non-generic builder of nodes.
//!
//! Static content needs no reactivity, so it pays for none: an element is made, filled and forgotten. **Text enters as text,
//! addresses enter as [`Address`](crate::network::address::Address); attribute names are literals of this crate.** No call
//! here takes markup.
//!
//! The builder has two backends with the same calls: [`browser`] makes the browser's own nodes, [`text`] a tree that is
//! written as HTML. Views know only [`El`]. What listens, reacts or reads back from a page is in a browser alone.

#[cfg(browser)]
mod browser;
#[cfg(not(browser))]
mod text;

#[cfg(browser)]
pub use browser::{El, el, mathml, svg};
#[cfg(not(browser))]
pub use text::{El, el, mathml, svg};

/// A new element that is a part of the public contract.
pub fn part(tag: &'static str, name: &str) -> El {
    el(tag).set("part", name)
}

/// Tells the developer of a view that sets an address or a script as if it were any attribute.
fn check_name(name: &str) {
    debug_assert!(
        !matches!(name, "href" | "src" | "action" | "poster" | "style" | "srcdoc") && !name.starts_with("on"),
        "an address enters as an Address, script never"
    );
}
