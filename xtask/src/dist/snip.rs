//! Snipping what only serves a panic's message. Immediate abort is a nightly feature; on stable every panic carries
//! code that formats a text, and a site that embeds the element never shows it. Two kinds of function are emptied,
//! after wasm-bindgen and before wasm-opt, which then drops whatever they alone called:
//!
//! **Functions that never return** get an `unreachable` body. They end in a trap as they are: the same trap comes
//! sooner, and JavaScript sees the same `RuntimeError`.
//!
//! | name | why it never returns |
//! | --- | --- |
//! | `core::panicking::…` | every function of the module is a way into a panic |
//! | `rust_begin_unwind`, `std::panicking::…handler`, `rust_panic…`, `begin_panic…` | the panic itself; with `panic = "abort"` it ends the instance |
//! | `expect_failed`, `unwrap_failed`, `panic_already_…`, `panic_access_error`, `panic_poisoned` | the failing halves of `unwrap`, `RefCell`, thread locals, lazy cells |
//! | `slice_…_fail`, `slice_index_fail`, `slice_error_fail`, `len_mismatch_fail` | the failing halves of indexing and slicing |
//! | `assert_failed` | the failing half of `Vec::remove` and its like |
//! | `wasm_bindgen::throw_…` | an exception for JavaScript: it ends the instance, as a trap does (`src/element/runtime.js`) |
//! | `capacity_overflow`, `raw_vec::handle_error`, `handle_alloc_error`, `rust_oom` | out of memory |
//!
//! **Functions that only write text which nobody sees** return "written" at once. Unlike a trap that is safe even
//! where a dependency formats for an error that is then dropped: the text is empty.
//!
//! | name | why nobody sees it |
//! | --- | --- |
//! | `<… as core::fmt::Debug>::fmt` | shipped code does not use `{:?}`; dependencies do, in panics and errors |
//! | `core::fmt::float::…fmt` | shipped code formats no floats (`Intl` and JavaScript do); serde does, to say that it expected no number |
//!
//! Once nothing calls `core::fmt::write` any more, nothing makes a `Formatter`, and [`unwritten`] empties the
//! `Display::fmt` that are left in slots of the table.

use walrus::{FunctionBuilder, FunctionId, FunctionKind, LocalId, Module, ValType};

/// What becomes of a function.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Snip {
    /// It traps.
    Trap,
    /// It returns zero, which is `Ok(())` of `fmt::Result`.
    Nothing,
}

/// Modules of which every function is a way into a panic.
const PANICKING: [&str; 1] = ["core::panicking::"];

/// Functions that never return, by whole path.
const NEVER_RETURN: [&str; 24] = [
    "rust_begin_unwind",
    "__rustc::rust_begin_unwind",
    "__rustc::rust_panic",
    "rust_panic",
    "std::panicking::begin_panic_handler",
    "std::panicking::panic_handler",
    "std::panicking::rust_panic_with_hook",
    "std::panicking::rust_panic",
    "core::option::expect_failed",
    "core::option::unwrap_failed",
    "core::result::unwrap_failed",
    "core::cell::panic_already_borrowed",
    "core::cell::panic_already_mutably_borrowed",
    "core::cell::lazy::panic_poisoned",
    "core::str::slice_error_fail",
    "core::str::slice_error_fail_rt",
    "std::thread::local::panic_access_error",
    "alloc::raw_vec::capacity_overflow",
    "alloc::raw_vec::handle_error",
    "alloc::alloc::handle_alloc_error",
    "std::alloc::rust_oom",
    "__rustc::__rust_alloc_error_handler",
    "wasm_bindgen::throw_str",
    "wasm_bindgen::throw_val",
];

/// Functions that never return, by module and the ends of their last name: `slice_index_fail`,
/// `slice_start_index_len_fail_rt`, `len_mismatch_fail`.
const FAILING: [(&str, [&str; 2]); 4] = [
    ("core::slice::", ["_fail", "_fail_rt"]),
    ("core::str::", ["_fail", "_fail_rt"]),
    ("alloc::vec::", ["::assert_failed", "::assert_failed_rt"]),
    ("alloc::string::", ["::assert_failed", "::assert_failed_rt"]),
];

/// Empties what can be; tells how many functions.
pub(crate) fn apply(module: &mut Module) -> usize {
    let chosen: Vec<(FunctionId, Snip)> = module
        .funcs
        .iter()
        .filter(|function| matches!(function.kind, FunctionKind::Local(_)))
        .filter_map(|function| Some((function.id(), choose(function.name.as_deref()?)?)))
        .collect();
    chosen.into_iter().filter(|(id, snip)| empty(module, *id, *snip)).count()
}

/// What every text that is formatted comes through.
const WRITE: &str = "core::fmt::write";

/// Empties what would write through a formatter, where nothing makes one; tells how many functions. To be asked once
/// wasm-opt has dropped what nothing calls.
pub(crate) fn unwritten(module: &mut Module) -> usize {
    let named = |function: &walrus::Function, is: fn(&str) -> bool| {
        function.name.as_deref().is_some_and(|name| is(&plain(name)))
    };
    if module.funcs.iter().any(|function| named(function, |name| name == WRITE)) {
        return 0;
    }
    let chosen: Vec<FunctionId> = module
        .funcs
        .iter()
        .filter(|function| named(function, |name| name.ends_with(" as core::fmt::Display>::fmt")))
        .map(walrus::Function::id)
        .collect();
    chosen.into_iter().filter(|id| empty(module, *id, Snip::Nothing)).count()
}

/// What becomes of a function of this name, if anything.
pub(crate) fn choose(name: &str) -> Option<Snip> {
    let name = plain(name);
    let name = name.as_str();
    let fails = |(module, ends): &(&str, [&str; 2])| {
        name.trim_start_matches('<').starts_with(module) && ends.iter().any(|end| name.ends_with(end))
    };
    if PANICKING.iter().any(|module| name.starts_with(module))
        || NEVER_RETURN.contains(&name)
        || FAILING.iter().any(fails)
    {
        return Some(Snip::Trap);
    }
    let writes = (name.starts_with('<') && name.ends_with(" as core::fmt::Debug>::fmt"))
        || (name.starts_with("core::fmt::")
            && name.contains("<impl core::fmt::Debug for")
            && name.ends_with(">::fmt"))
        || (name.starts_with("core::fmt::float::") && name.ends_with("fmt"))
        || ["<f32 as core::fmt::", "<f64 as core::fmt::"].iter().any(|start| name.starts_with(start));
    writes.then_some(Snip::Nothing)
}

/// A demangled name without what differs from build to build: the crates' `[hash]` of the new mangling, the `::h…`
/// of the old, the number that tells twins apart, and the type arguments at the end.
fn plain(name: &str) -> String {
    let mut text = String::with_capacity(name.len());
    let mut rest = name;
    while let Some(at) = rest.find('[') {
        let inner = &rest[at + 1..];
        let hash = inner
            .find(']')
            .filter(|end| *end >= 8 && inner.bytes().take(*end).all(|byte| byte.is_ascii_hexdigit()));
        text.push_str(&rest[..at]);
        match hash {
            Some(end) => rest = &inner[end + 1..],
            None => {
                text.push('[');
                rest = inner;
            }
        }
    }
    text.push_str(rest);
    if let Some((path, number)) = text.rsplit_once('.')
        && !number.is_empty()
        && number.bytes().all(|byte| byte.is_ascii_digit())
    {
        text.truncate(path.len());
    }
    if let Some((path, hash)) = text.rsplit_once("::h")
        && hash.len() == 16
        && hash.bytes().all(|byte| byte.is_ascii_hexdigit())
    {
        text.truncate(path.len());
    }
    // `core::panicking::assert_failed::<isize, isize>`
    if text.ends_with('>')
        && !text.starts_with('<')
        && let Some(at) = text.find("::<")
        && !text[at..].contains(">::")
    {
        text.truncate(at);
    }
    text
}

/// Replaces a body. A function that writes text is left alone unless it has the shape of one.
fn empty(module: &mut Module, id: FunctionId, snip: Snip) -> bool {
    let kind = module.types.get(module.funcs.get(id).ty());
    let (parameters, results) = (kind.params().to_vec(), kind.results().to_vec());
    if snip == Snip::Nothing && results != [ValType::I32] {
        return false;
    }
    let mut builder = FunctionBuilder::new(&mut module.types, &parameters, &results);
    match snip {
        Snip::Trap => drop(builder.func_body().unreachable()),
        Snip::Nothing => drop(builder.func_body().i32_const(0)),
    }
    let arguments: Vec<LocalId> = parameters.iter().map(|kind| module.locals.add(*kind)).collect();
    module.funcs.get_mut(id).kind = FunctionKind::Local(builder.local_func(arguments));
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_both_manglings_are_recognised() {
        for name in [
            "core::panicking::panic_fmt::h0123456789abcdef",
            "core[c5930c85a12de822]::panicking::panic_const::panic_const_async_fn_resumed",
            "core[c5930c85a12de822]::panicking::assert_failed::<isize, isize>",
            "core[c5930c85a12de822]::option::unwrap_failed.42",
            "std[a543996e6e7dbf1e]::thread::local::panic_access_error",
            "core[c5930c85a12de822]::slice::index::slice_index_fail",
            "<alloc[0123456789abcdef]::vec::Vec<_>>::remove::assert_failed",
            "__rustc[3ff1bc7fa30d9f1d]::rust_begin_unwind",
        ] {
            assert_eq!(choose(name), Some(Snip::Trap), "{name}");
        }
    }

    #[test]
    fn what_writes_for_nobody_writes_nothing() {
        for name in [
            "<wasm_bindgen::JsValue as core::fmt::Debug>::fmt::had02f3989e9ee5ec",
            "<core[c5930c85a12de822]::fmt::Error as core[c5930c85a12de822]::fmt::Debug>::fmt.2736",
            "core::fmt::float::<impl core::fmt::Display for f64>::fmt",
            "<f64 as core[c5930c85a12de822]::fmt::Display>::fmt",
        ] {
            assert_eq!(choose(name), Some(Snip::Nothing), "{name}");
        }
    }

    #[test]
    fn what_returns_or_is_read_stays() {
        for name in [
            "std[a543996e6e7dbf1e]::panicking::panic_count::is_zero_slow_path",
            "std::panicking::set_hook",
            "<alloc[0123456789abcdef]::string::String as core[c5930c85a12de822]::fmt::Display>::fmt",
            "core[c5930c85a12de822]::fmt::write",
            "news_article::view::panicking::panic",
            "<core::fmt::Arguments as core::fmt::Display>::fmt",
            "core::slice::sort::sort",
            "core::ptr::drop_in_place<core::panicking::Thing>",
        ] {
            assert_eq!(choose(name), None, "{name}");
        }
    }
}
