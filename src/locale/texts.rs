//! The texts that are compiled in, as `build.rs` writes them: functions that give a JSON text by a language's code.

include!(concat!(env!("OUT_DIR"), "/texts.rs"));
