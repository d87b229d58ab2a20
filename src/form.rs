//! The code that the comment form and the newsletter form share: building a form, sending it, and reading the answer.

pub mod contract;
#[cfg(browser)]
pub mod entry;
#[cfg(browser)]
pub mod fields;
#[cfg(browser)]
mod kept;
#[cfg(browser)]
mod live;
pub mod outcome;
#[cfg(browser)]
mod request;
#[cfg(browser)]
mod sending;
pub mod submission;
#[cfg(browser)]
pub mod view;
