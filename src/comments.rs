//! What other readers have said: the prompt and the form, and the list of comments with their replies.

#[cfg(browser)]
mod count;
#[cfg(browser)]
pub mod entry;
pub mod list;
pub mod order;
#[cfg(browser)]
mod text;
pub mod thread;
#[cfg(browser)]
mod thread_view;
#[cfg(browser)]
pub mod view;
