//! Splits the program into modules, which share memory, tables and globals. A chunk imports functions of the main
//! module from [`MAIN`]. Each entry of a chunk gets a new slot at the end of the function table, through which the
//! other modules call it. Until the chunk is loaded the slot is empty, and a call traps.

mod assignment;
mod calls;
mod chunk;
mod data;
mod environment;
mod main;
mod table;

use anyhow::{Result, bail};
use walrus::{FunctionId, Module, ModuleConfig};

use crate::chunk::Chunks;
use crate::plan::Plan;
use assignment::Assignment;

pub use table::clear;

/// The module name under which a chunk imports the main module's exports.
pub const MAIN: &str = "main";

/// One of the modules.
#[derive(Debug)]
pub struct Part {
    /// The number of the chunk; `None` for the main module.
    pub chunk: Option<usize>,
    /// The module. It may still contain parts that it does not need any more.
    pub module: Module,
}

/// Parses a module with its names, but without the linker's custom sections, which would not be true after a change.
///
/// # Errors
///
/// Fails if the bytes are no module.
pub fn parse(bytes: &[u8]) -> Result<Module> {
    let mut config = ModuleConfig::new();
    config.generate_name_section(true).generate_producers_section(false);
    let mut module = config.parse(bytes)?;
    for section in ["linking", "reloc.CODE", "reloc.DATA"] {
        module.customs.remove_raw(section);
    }
    Ok(module)
}

/// Makes the main module, which comes first, and the module of each chunk, in the order of their numbers. Chunks of
/// [`Chunks::together`] get code that two of them reach from the main module.
///
/// # Errors
///
/// Fails if something refers to a function other than by a call or a slot, if a chunk's entry is exported, and if the
/// module has anything that these modules cannot share.
pub fn carve(whole: &[u8], plan: &Plan, chunks: &Chunks) -> Result<Vec<Part>> {
    let assignment = Assignment::of(&parse(whole)?, plan, chunks)?;
    let mut parts = vec![Part { chunk: None, module: main::make(parse(whole)?, &assignment, plan)? }];
    for (number, share) in plan.chunks.iter().enumerate() {
        let module = chunk::make(parse(whole)?, &assignment, number, share)?;
        parts.push(Part { chunk: Some(number), module });
    }
    for part in &mut parts {
        walrus::passes::gc::run(&mut part.module);
    }
    Ok(parts)
}

/// The functions in the order of their numbers, which are the same each time that a module is parsed.
fn functions(module: &Module) -> Vec<FunctionId> {
    module.funcs.iter().map(walrus::Function::id).collect()
}

/// The name under which the main module exports a function that only chunks import, by number. It begins with a
/// digit, as no name of wasm-bindgen does.
fn shared_name(number: usize) -> String {
    number.to_string()
}

/// An address or a slot as the offset of a segment.
fn offset(at: u32) -> walrus::ConstExpr {
    walrus::ConstExpr::Value(walrus::ir::Value::I32(at.cast_signed()))
}

/// The address or slot of an offset.
fn value(offset: &walrus::ConstExpr) -> Result<u32> {
    match offset {
        walrus::ConstExpr::Value(walrus::ir::Value::I32(at)) => Ok(at.cast_unsigned()),
        other => bail!("an offset that is no constant: {other:?}"),
    }
}
