//! The parts that every section shares: the builder of nodes ([`dom`]), the data of one rendering ([`page`]), the
//! interface to the shell ([`shell`]), observers ([`attention`]) and lifetimes ([`scope`]); and the article's head
//! and body ([`frame`]), which are shown first. The sections after the body are features with folders of their own,
//! in the order of [`crate::sections`].
//!
//! A component is a function from a [`page::Page`] to an element. Static parts are built once. What reacts (a form
//! that a reader uses, the carousel) holds Leptos signals and is loaded with Leptos in a later chunk. **Nothing here
//! fetches or parses an article.**

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
