#![doc = include_str!("../README.md")]

pub mod carve;
pub mod chunk;
pub mod diverge;
pub mod glue;
pub mod link;
pub mod location;
pub mod name;
pub mod pattern;
pub mod plan;
pub mod snip;
pub mod validate;
