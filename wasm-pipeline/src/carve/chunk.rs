//! The module of a chunk: its functions, slots and data. Everything else is imported.

use anyhow::Result;
use walrus::Module;

use super::assignment::Assignment;
use super::{calls, data, environment, functions, table};
use crate::plan::Share;

pub(super) fn make(
    mut module: Module,
    assignment: &Assignment,
    chunk: usize,
    share: &Share,
) -> Result<Module> {
    let ids = functions(&module);
    let imports = environment::import(&mut module, assignment, &ids)?;
    calls::rewrite(&mut module, assignment, Some(chunk), &imports)?;
    table::fill(&mut module, assignment, Some(chunk), &ids)?;
    let exports: Vec<_> = module.exports.iter().map(walrus::Export::id).collect();
    exports.into_iter().for_each(|id| module.exports.delete(id));
    module.start = None;
    data::keep(&mut module, share)?;
    Ok(module)
}
