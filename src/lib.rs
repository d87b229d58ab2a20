//! `<news-article>`: a JSON endpoint, turned into a finished news article.
//!
//! A tour. [`element`] is what the page touches: it asks [`network`] for bytes, has a [`source`] read them into the
//! model in [`article`], and shows that with the components of [`view`]. The rest is pure: [`network::address`] (the one
//! function that every address passes), [`text`] (reading time, scripts, dates), [`share`], [`carousel`], [`comment`] and
//! [`locale`]. ARCHITECTURE.md is the map.

pub mod article;
pub mod carousel;
pub mod chunk;
pub mod comment;
#[cfg(target_arch = "wasm32")]
pub mod element;
pub mod locale;
pub mod network;
#[cfg(target_arch = "wasm32")]
pub(crate) mod object;
pub mod share;
pub mod source;
pub mod submission;
pub mod text;
#[cfg(target_arch = "wasm32")]
pub mod view;

/// Smaller than the standard library's own, and as quick (docs/size.md).
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();
