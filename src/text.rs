//! Functions on texts: reading time, script and language, searching, cutting and shortening, numbers and dates. Pure:
//! nothing here knows the model, the network or a browser.

pub mod character;
pub mod date;
pub mod direction;
pub mod excerpt;
pub mod grapheme;
pub mod language;
pub mod number;
pub mod reading_time;
pub mod script;
pub mod search;
