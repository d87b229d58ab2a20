//! A small, non-generic builder of nodes.
//!
//! Static content needs no reactivity and should not pay for it: an element is made, filled and dropped. **Text
//! enters as text, addresses as [`Address`](crate::network::address::Address), attribute names as literals of this
//! crate.** No function takes markup.
//!
//! The builder has two backends with the same functions: [`browser`] makes the browser's nodes, [`text`] a tree that
//! is written as HTML. Views know only [`El`]. Listening, reacting and reading back are possible in the browser
//! alone.

#[cfg(browser)]
mod browser;
#[cfg(not(browser))]
mod text;

#[cfg(browser)]
pub use browser::{El, el, mathml, svg};
#[cfg(not(browser))]
pub use text::{El, el, mathml, svg};

/// A new element with a part name of the public contract.
pub fn part(tag: &'static str, name: &str) -> El {
    el(tag).set("part", name)
}

/// Asserts that a view does not set an address or a script as a plain attribute.
fn check_name(name: &str) {
    debug_assert!(
        !matches!(name, "href" | "src" | "action" | "poster" | "style" | "srcdoc") && !name.starts_with("on"),
        "an address enters as an Address, script never"
    );
}
