//! What every section shares: the builder of nodes ([`dom`]), the page that is rendered ([`page`]), the way to the shell
//! ([`shell`]), observers ([`attention`]) and lifetimes ([`scope`]); and the article's head and body ([`frame`]), which
//! stand at once. What follows the body are features with folders of their own, in the order that [`crate::sections`] has.
//!
//! A component is given the [`page::Page`] and gives back an element. Static parts are built once; what reacts (a form that a
//! reader is at, the carousel) holds Leptos signals, and comes with Leptos in a chunk of its own. **Nothing here fetches or
//! parses an article.**

pub mod anchor;
#[cfg(browser)]
pub mod attention;
pub mod body;
pub mod content;
pub mod corrections;
pub mod destination;
pub mod dom;
pub mod figure;
#[cfg(browser)]
pub mod frame;
pub mod header;
pub mod icon;
pub mod page;
pub mod picture;
#[cfg(browser)]
pub mod reactive;
#[cfg(browser)]
pub mod scope;
pub mod settings;
#[cfg(browser)]
pub mod shell;
pub mod slot;
pub mod stand_in;
#[cfg(browser)]
pub mod status;
pub mod tags;
