//! A full HTML parser: the browser's, or html5ever. It returns HTML text again.

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
