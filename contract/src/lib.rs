//! The facts that more than one language needs, each written once: the files of the program, and the public contract.
//! Rust uses these tables directly. `cargo xtask contract` generates what JavaScript, the types and the docs need of
//! them, and a test fails if that is out of date.

pub mod attribute;
pub mod chunk;
pub mod custom_property;
pub mod dialect;
pub mod element;
pub mod error;
pub mod event;
pub mod format;
pub mod language;
pub mod network;
pub mod part;
pub mod property;
pub mod section;
pub mod slot;
pub mod state;
pub mod text;
