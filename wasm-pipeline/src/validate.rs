//! Validation of modules that are read or written.

use anyhow::{Context as _, Result};
use walrus::Module;
use wasmparser::{Validator, WasmFeatures};

/// What rustc's target has on by default, and what wasm-bindgen adds, as wasm-opt's options. Nothing else gets through.
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

/// The same, as wasmparser has it.
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

/// Whether a browser will take the module.
///
/// # Errors
///
/// Where it will not, and why.
pub fn valid(bytes: &[u8]) -> Result<()> {
    Validator::new_with_features(features()).validate_all(bytes).context("the module is not valid")?;
    Ok(())
}

/// A module's bytes.
///
/// # Errors
///
/// A module that is not valid is not written.
pub fn write(module: &mut Module) -> Result<Vec<u8>> {
    let bytes = module.emit_wasm();
    valid(&bytes)?;
    Ok(bytes)
}
