//! The functions that only produce messages of panics, which a page with the element never shows. `wasm-pipeline`
//! empties them by name and body. In a name `*` stands for any letters.

use wasm_pipeline::snip::Rules;

/// The rules.
pub(super) const RULES: Rules<'_> = Rules { traps: &TRAPS, silent: &SILENT, locations: true };

/// Functions that never return. They end in a trap anyway, so the same trap only comes earlier, and JavaScript gets
/// the same `RuntimeError`.
const TRAPS: [&str; 26] = [
    // Every function of this module leads to a panic.
    "core::panicking::*",
    // The panic itself, which ends the instance with `panic = "abort"`.
    "rust_begin_unwind",
    "rust_panic",
    "__rustc::rust_begin_unwind",
    "__rustc::rust_panic",
    "std::panicking::begin_panic_handler",
    "std::panicking::panic_handler",
    "std::panicking::rust_panic_with_hook",
    "std::panicking::rust_panic",
    // The failing halves of `unwrap`, `RefCell`, thread locals, lazy cells.
    "core::option::expect_failed",
    "core::option::unwrap_failed",
    "core::result::unwrap_failed",
    "core::cell::panic_already_*",
    "core::cell::lazy::panic_poisoned",
    "std::thread::local::panic_access_error",
    // The failure paths of indexing, slicing, `Vec::remove` and the like.
    "core::slice::*_fail",
    "core::slice::*_fail_rt",
    "core::str::*_fail",
    "core::str::*_fail_rt",
    "*alloc::vec::*::assert_failed",
    "*alloc::string::*::assert_failed",
    // Out of memory.
    "alloc::raw_vec::capacity_overflow",
    "alloc::raw_vec::handle_error",
    "*::*alloc_error*",
    "std::alloc::rust_oom",
    // An exception for JavaScript: it ends the instance, as a trap does (`src/element/runtime.js`).
    "wasm_bindgen::throw_*",
];

/// Functions that only write text which nobody sees. They return success without writing. Unlike a trap that is safe
/// even if a dependency formats an error that is then dropped, whose text is empty then.
const SILENT: [&str; 5] = [
    // Shipped code does not use `{:?}`; dependencies do, in panics and errors.
    "<* as core::fmt::Debug>::fmt",
    "core::fmt::*<impl core::fmt::Debug for *>::fmt",
    // Shipped code formats no floats (`Intl` and JavaScript do); serde does, to say that it expected no number.
    "core::fmt::float::*fmt",
    "<f32 as core::fmt::*",
    "<f64 as core::fmt::*",
];
