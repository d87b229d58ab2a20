//! What comes from outside: addresses, the JSON of somebody else, and the bytes that it is read from.

pub mod address;
#[cfg(target_arch = "wasm32")]
pub mod fetch;
pub mod json;
