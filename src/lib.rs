//! `<news-article>`: a JSON endpoint, turned into a finished news article.
//!
//! A tour. [`element`] is what the page touches: it asks [`fetch`] for bytes, has a [`source`] read them into the
//! model in [`article`], and shows that with the components of [`view`]. The rest is pure: [`address`] (the one
//! function that every address passes), [`reading_time`] and [`script`], [`share`], [`carousel`], [`comment`],
//! [`excerpt`], [`date`] and [`locale`]. ARCHITECTURE.md is the map.

pub mod address;
pub mod article;
pub mod carousel;
pub mod chunk;
pub mod comment;
pub mod date;
#[cfg(target_arch = "wasm32")]
pub mod element;
pub mod excerpt;
#[cfg(target_arch = "wasm32")]
pub mod fetch;
pub mod json;
pub mod locale;
pub mod number;
#[cfg(target_arch = "wasm32")]
pub(crate) mod object;
pub mod reading_time;
pub mod script;
pub mod search;
pub mod share;
pub mod source;
pub mod submission;
#[cfg(target_arch = "wasm32")]
pub mod view;

/// Smaller than the standard library's own, and as quick (docs/size.md).
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();
