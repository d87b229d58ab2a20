//! The renderer for Node.js in a single module, so that bundlers and hosts need no other file.

use std::fs;
use std::path::Path;

use anyhow::{Context as _, Result};

use super::npm::Tools;
use crate::{project, wasm};

/// The module, and the types beside it.
pub(crate) const MODULE: &str = "render.js";
const TYPES: &str = "render.d.ts";
/// The level of brotli, of eleven. The highest takes twenty times as long for a tenth of the bytes, which does not
/// matter here.
const LEVEL: i32 = 9;

/// Compiles the renderer, and puts it into `made`.
pub(crate) fn make(tools: &Tools, made: &Path) -> Result<()> {
    let source = project::root().join("render/node");
    let work = project::target().join("dist/renderer");
    fs::create_dir_all(&work)?;
    let compiled = wasm::renderer()?;
    let bytes = fs::read(&compiled).with_context(|| compiled.display().to_string())?;
    // The names that the module's source imports.
    fs::write(work.join("render.wasm.br"), packed(&bytes)?)?;
    fs::copy(source.join(MODULE), work.join(MODULE))?;
    let options = ["--bundle", "--minify", "--platform=node", "--loader:.br=binary"];
    tools.esbuild(&work.join(MODULE), &made.join(MODULE), &options)?;
    fs::copy(source.join(TYPES), made.join(TYPES)).context(TYPES)?;
    Ok(())
}

fn packed(bytes: &[u8]) -> Result<Vec<u8>> {
    let parameters = brotli::enc::BrotliEncoderParams { quality: LEVEL, lgwin: 24, ..Default::default() };
    let mut packed = Vec::new();
    brotli::BrotliCompress(&mut &*bytes, &mut packed, &parameters)?;
    Ok(packed)
}
