//! The texts that are compiled in, as `build.rs` writes them: functions that give a JSON text by a language's code.

include!(concat!(env!("OUT_DIR"), "/texts.rs"));

// Outside of a browser nothing is fetched.
#[cfg(not(browser))]
include!(concat!(env!("OUT_DIR"), "/all.rs"));
