//! Other articles: the section, and the carousel in it.

#[cfg(browser)]
mod card;
#[cfg(browser)]
mod cards;
#[cfg(browser)]
mod carousel;
#[cfg(browser)]
mod controls;
#[cfg(browser)]
pub mod entry;
pub mod paging;
#[cfg(browser)]
mod placeholder;
#[cfg(browser)]
pub mod view;
