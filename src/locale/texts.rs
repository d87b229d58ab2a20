//! The texts that are compiled in, as `build.rs` writes them: functions from a language's code to a JSON text.

include!(concat!(env!("OUT_DIR"), "/texts.rs"));

// Outside of a browser nothing is fetched, so all languages are compiled in.
#[cfg(not(browser))]
include!(concat!(env!("OUT_DIR"), "/all.rs"));
