//! The parts that all modules share: memory, tables, globals.

use std::collections::BTreeMap;

use anyhow::{Context as _, Result};
use walrus::{ExportItem, FunctionId, GlobalKind, Module};

use super::assignment::Assignment;
use super::{MAIN, shared_name};

/// Memory, tables and globals, with the names under which the main module exports them.
fn items(module: &Module, shared: usize) -> Vec<(ExportItem, String)> {
    let memories = module.memories.iter().map(|memory| ExportItem::Memory(memory.id()));
    let tables = module.tables.iter().map(|table| ExportItem::Table(table.id()));
    let globals = module.globals.iter().map(|global| ExportItem::Global(global.id()));
    let mut next = shared;
    let named = |item: ExportItem| {
        let exported = module.exports.iter().find(|export| same(&export.item, &item));
        let name = exported.map(|export| export.name.clone()).unwrap_or_else(|| {
            next += 1;
            shared_name(next - 1)
        });
        (item, name)
    };
    memories.chain(tables).chain(globals).map(named).collect()
}

fn same(one: &ExportItem, other: &ExportItem) -> bool {
    match (one, other) {
        (ExportItem::Memory(id), ExportItem::Memory(other)) => id == other,
        (ExportItem::Table(id), ExportItem::Table(other)) => id == other,
        (ExportItem::Global(id), ExportItem::Global(other)) => id == other,
        _ => false,
    }
}

/// Exports from the main module what chunks need and is not exported yet.
pub(super) fn export(module: &mut Module, assignment: &Assignment, ids: &[FunctionId]) {
    let items = items(module, assignment.shared.len());
    for (number, shared) in assignment.shared.iter().enumerate() {
        module.exports.add(&shared_name(number), ids[*shared]);
    }
    for (item, name) in items {
        if !module.exports.iter().any(|export| same(&export.item, &item)) {
            module.exports.add(&name, item);
        }
    }
}

/// Imports these into a chunk. Returns the imported functions of the main module, by number.
pub(super) fn import(
    module: &mut Module,
    assignment: &Assignment,
    ids: &[FunctionId],
) -> Result<BTreeMap<usize, FunctionId>> {
    for (item, name) in items(module, assignment.shared.len()) {
        match item {
            ExportItem::Memory(id) => {
                let import = module.imports.add(MAIN, &name, id);
                module.memories.get_mut(id).import = Some(import);
            }
            ExportItem::Table(id) => {
                let import = module.imports.add(MAIN, &name, id);
                module.tables.get_mut(id).import = Some(import);
            }
            ExportItem::Global(id) => {
                let import = module.imports.add(MAIN, &name, id);
                module.globals.get_mut(id).kind = GlobalKind::Import(import);
            }
            _ => None.context("a chunk shares memory, tables and globals only")?,
        }
    }
    let mut imports = BTreeMap::new();
    for (number, shared) in assignment.shared.iter().enumerate() {
        let (ty, name) = (module.funcs.get(ids[*shared]).ty(), module.funcs.get(ids[*shared]).name.clone());
        let (import, _) = module.add_import_func(MAIN, &shared_name(number), ty);
        module.funcs.get_mut(import).name = name;
        imports.insert(*shared, import);
    }
    Ok(imports)
}
