//! What the comment form and the newsletter's share: a form as it stands, how it is sent, and what an answer means.

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
