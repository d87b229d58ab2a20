//! What other readers have said: the prompt and the form, and the list of comments with their replies.

#[cfg(target_arch = "wasm32")]
mod count;
#[cfg(target_arch = "wasm32")]
pub mod entry;
pub mod list;
pub mod order;
#[cfg(target_arch = "wasm32")]
mod text;
pub mod thread;
#[cfg(target_arch = "wasm32")]
mod thread_view;
#[cfg(target_arch = "wasm32")]
pub mod view;
