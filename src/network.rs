//! Access to the outside: addresses, foreign JSON, and requests for it.

pub mod address;
#[cfg(browser)]
pub mod fetch;
pub mod json;
