//! What the comment form and the newsletter's share: a form as it stands, how it is sent, and what an answer means.

#[cfg(target_arch = "wasm32")]
mod contract;
#[cfg(target_arch = "wasm32")]
pub mod entry;
#[cfg(target_arch = "wasm32")]
pub mod fields;
pub mod outcome;
#[cfg(target_arch = "wasm32")]
mod sending;
#[cfg(target_arch = "wasm32")]
pub mod view;
