//! Other articles: the section, and the carousel in it.

#[cfg(target_arch = "wasm32")]
mod cards;
#[cfg(target_arch = "wasm32")]
pub mod entry;
pub mod paging;
#[cfg(target_arch = "wasm32")]
mod placeholder;
#[cfg(target_arch = "wasm32")]
pub mod view;
