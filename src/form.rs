//! What the comment form and the newsletter's share: a form as it stands, how it is sent, and what an answer means.

pub mod contract;
#[cfg(target_arch = "wasm32")]
pub mod entry;
#[cfg(target_arch = "wasm32")]
pub mod fields;
#[cfg(target_arch = "wasm32")]
mod kept;
#[cfg(target_arch = "wasm32")]
mod live;
pub mod outcome;
#[cfg(target_arch = "wasm32")]
mod request;
#[cfg(target_arch = "wasm32")]
mod sending;
pub mod submission;
#[cfg(target_arch = "wasm32")]
pub mod view;
