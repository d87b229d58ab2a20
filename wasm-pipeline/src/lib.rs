//! One linked wasm into a main module and chunks that are loaded when they are needed.

pub mod chunk;
pub mod name;
