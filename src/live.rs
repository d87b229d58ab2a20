//! Live coverage: the updates that the article brings along, and those that come while it is read.

#[cfg(browser)]
pub mod entry;
#[cfg(browser)]
mod follow;
pub mod view;
