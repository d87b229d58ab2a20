//! HTML through a whole parser: the browser's, and elsewhere html5ever. It comes back as text, in one piece.

#[cfg(browser)]
mod browser;
#[cfg(not(browser))]
mod native;

#[cfg(browser)]
pub(in crate::source) use browser::document;
#[cfg(browser)]
pub(super) use browser::parsed;
#[cfg(not(browser))]
pub(super) use native::parsed;
