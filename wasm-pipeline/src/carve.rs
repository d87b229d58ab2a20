//! Making the modules. They share memory, tables and globals; functions of the main module are exports of it that a
//! chunk imports from [`MAIN`]; an entry of a chunk gets a slot of its own at the end of the table, through which all
//! others call it. The slot is empty until the chunk is there: the call traps.

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

/// What a chunk imports the main module's exports from.
pub const MAIN: &str = "main";

/// One of the modules.
#[derive(Debug)]
pub struct Part {
    /// The chunk's number; none: the main module.
    pub chunk: Option<usize>,
    /// The module. What it does not need any more is still in it.
    pub module: Module,
}

/// Reads a module, names kept, and leaves out what the linker said of it: it is not true any more.
///
/// # Errors
///
/// Bytes that are no module.
pub fn parse(bytes: &[u8]) -> Result<Module> {
    let mut config = ModuleConfig::new();
    config.generate_name_section(true).generate_producers_section(false);
    let mut module = config.parse(bytes)?;
    for section in ["linking", "reloc.CODE", "reloc.DATA"] {
        module.customs.remove_raw(section);
    }
    Ok(module)
}

/// Makes the main module, the first, and a module a chunk, in the order of their numbers. Modules of [`Chunks::together`]
/// get what both reach from the main one.
///
/// # Errors
///
/// A module in which something refers to a function in another way than a call or a slot, a chunk's entry that is
/// exported, and whatever no two of these modules could have in common.
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

/// The functions, in the order of their numbers: these are the same each time that a module is read.
fn functions(module: &Module) -> Vec<FunctionId> {
    module.funcs.iter().map(walrus::Function::id).collect()
}

/// The name under which the main module exports what only chunks import, by number: wasm-bindgen gives none that begins
/// with a digit.
fn shared_name(number: usize) -> String {
    number.to_string()
}

/// An address or a slot, as an offset has it.
fn offset(at: u32) -> walrus::ConstExpr {
    walrus::ConstExpr::Value(walrus::ir::Value::I32(at.cast_signed()))
}

/// The other way round.
fn value(offset: &walrus::ConstExpr) -> Result<u32> {
    match offset {
        walrus::ConstExpr::Value(walrus::ir::Value::I32(at)) => Ok(at.cast_unsigned()),
        other => bail!("an offset that is no constant: {other:?}"),
    }
}
