//! What the comment form and the newsletter's share: a form as it stands, how it is sent, and what an answer means.

#[cfg(target_arch = "wasm32")]
mod contract;
pub mod outcome;
#[cfg(target_arch = "wasm32")]
pub mod sending;
#[cfg(target_arch = "wasm32")]
pub mod view;
