//! The comment section: prompt and form, and the thread of comments with their replies.

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
