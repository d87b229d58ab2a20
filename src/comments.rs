//! What other readers have said: the prompt and the form, and the list of comments with their replies.

pub mod list;
#[cfg(target_arch = "wasm32")]
pub mod thread;
#[cfg(target_arch = "wasm32")]
pub mod view;
