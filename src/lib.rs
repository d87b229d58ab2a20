//! `<news-article>`: a JSON endpoint, turned into a finished news article.
//!
//! A tour. [`element`] is the part that the page calls. It has [`network`] fetch a document, [`source`] read it into
//! the model in [`article`], [`view`] show head and body, and [`sections`] add what follows: the features [`share`],
//! [`comments`], [`newsletter`] and [`related`], a folder each. The rest is pure: [`network::address`] (the one
//! function that every address passes), [`text`] (reading time, scripts, dates) and [`locale`]. ARCHITECTURE.md is
//! the map.

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

/// Smaller than the standard library's allocator, and as fast (docs/decisions/bytes.md).
#[cfg(browser)]
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();
