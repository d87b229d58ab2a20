//! What comes from outside: addresses, the JSON of somebody else, and the bytes that it is read from.

pub mod address;
#[cfg(browser)]
pub mod fetch;
pub mod json;
