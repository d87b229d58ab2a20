//! `<news-article>`: a JSON endpoint, turned into a finished news article.
//!
//! A tour. [`element`] is what the page touches: it asks [`network`] for bytes, has a [`source`] read them into the
//! model in [`article`], shows head and body with [`view`], and what follows with [`sections`]: the features [`share`],
//! [`comments`], [`newsletter`] and [`related`], a folder each. The rest is pure: [`network::address`] (the one function that
//! every address passes), [`text`] (reading time, scripts, dates) and [`locale`]. ARCHITECTURE.md is the map.

pub mod article;
pub mod comments;
#[cfg(browser)]
pub mod element;
pub mod extras;
pub mod form;
pub mod lazy;
pub mod live;
pub mod locale;
pub mod network;
#[cfg(browser)]
pub mod newsletter;
#[cfg(browser)]
pub(crate) mod object;
pub mod reading;
pub mod related;
#[cfg(browser)]
pub mod sections;
pub mod share;
pub mod source;
pub mod text;
pub mod view;

/// Smaller than the standard library's own, and as quick (docs/decisions/bytes.md).
#[cfg(browser)]
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();
