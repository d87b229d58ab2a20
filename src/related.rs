//! Other articles: the section, and the carousel in it.

#[cfg(target_arch = "wasm32")]
pub mod cards;
pub mod paging;
#[cfg(target_arch = "wasm32")]
pub mod view;
