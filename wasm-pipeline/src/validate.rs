//! Validates modules that are read or written.

use anyhow::{Context as _, Result};
use walrus::Module;
use wasmparser::{Validator, WasmFeatures};

/// The features that rustc's target has by default, and those that wasm-bindgen adds, as options of wasm-opt. Modules
/// with any other are refused.
pub const OPTIONS: [&str; 8] = [
    "--enable-bulk-memory",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-reference-types",
    "--enable-multivalue",
    "--enable-bulk-memory-opt",
    "--enable-call-indirect-overlong",
];

/// The same features for wasmparser.
fn features() -> WasmFeatures {
    WasmFeatures::BULK_MEMORY
        | WasmFeatures::MUTABLE_GLOBAL
        | WasmFeatures::SATURATING_FLOAT_TO_INT
        | WasmFeatures::SIGN_EXTENSION
        | WasmFeatures::REFERENCE_TYPES
        | WasmFeatures::GC_TYPES
        | WasmFeatures::MULTI_VALUE
        | WasmFeatures::BULK_MEMORY_OPT
        | WasmFeatures::CALL_INDIRECT_OVERLONG
        | WasmFeatures::FLOATS
}

/// Checks that browsers accept the module.
///
/// # Errors
///
/// The reason for which they do not.
pub fn valid(bytes: &[u8]) -> Result<()> {
    Validator::new_with_features(features()).validate_all(bytes).context("the module is not valid")?;
    Ok(())
}

/// The bytes of a module.
///
/// # Errors
///
/// Fails if the module is not valid.
pub fn write(module: &mut Module) -> Result<Vec<u8>> {
    let bytes = module.emit_wasm();
    valid(&bytes)?;
    Ok(bytes)
}
