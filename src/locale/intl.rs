//! `Intl`, as far as the interface needs it: the browser's own, and elsewhere ICU4X, which has the same data (CLDR).
//! None of the functions fails, because an unknown tag was refused before.

#[cfg(browser)]
mod browser;
#[cfg(not(browser))]
mod icu;

#[cfg(browser)]
pub(super) use browser::{date, list, number, plural, supports};
#[cfg(not(browser))]
pub(super) use icu::{date, list, number, plural, supports};
