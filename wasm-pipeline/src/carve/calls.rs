//! Reads and rewrites calls.

use std::collections::BTreeMap;

use anyhow::{Result, bail};
use walrus::ir::{self, Value, VisitorMut};
use walrus::{FunctionId, FunctionKind, Module, TableId, TypeId};

use super::assignment::{Assignment, Owner};
use super::{functions, table};

/// The functions that a function calls.
///
/// # Errors
///
/// Fails if code takes the address of a function, or calls it in a way that cannot be rewritten.
pub(super) fn of(function: &walrus::Function) -> Result<Vec<FunctionId>> {
    #[derive(Default)]
    struct References {
        calls: Vec<FunctionId>,
        all: usize,
    }
    impl<'instr> ir::Visitor<'instr> for References {
        fn visit_function_id(&mut self, _: &FunctionId) {
            self.all += 1;
        }
        fn visit_call(&mut self, call: &ir::Call) {
            self.calls.push(call.func);
        }
    }
    let mut found = References::default();
    if let FunctionKind::Local(local) = &function.kind {
        ir::dfs_in_order(&mut found, local, local.entry_block());
    }
    if found.all != found.calls.len() {
        let name = function.name.as_deref().unwrap_or("a function");
        bail!("{name} refers to a function in another way than by a call");
    }
    Ok(found.calls)
}

/// Rewrites calls of functions in other modules: through a slot into a chunk, and through one of `imports` into the
/// main module. Imports from JavaScript have the same name in every module and are not changed.
pub(super) fn rewrite(
    module: &mut Module,
    assignment: &Assignment,
    owner: Owner,
    imports: &BTreeMap<usize, FunctionId>,
) -> Result<()> {
    let ids = functions(module);
    let ids: Vec<FunctionId> =
        ids.into_iter().filter(|id| !imports.values().any(|import| import == id)).collect();
    let mut ways = BTreeMap::new();
    for (at, id) in ids.iter().enumerate().filter(|(at, _)| !assignment.has(owner, *at)) {
        let function = module.funcs.get(*id);
        let way = match (assignment.entries.get(&at), imports.get(&at)) {
            (Some(slot), _) => Way::Slot(*slot, function.ty()),
            (None, Some(import)) => Way::Import(*import),
            (None, None) if matches!(function.kind, FunctionKind::Import(_)) => continue,
            (None, None) => Way::None,
        };
        ways.insert(*id, way);
    }
    let mut rewriter = Rewriter { ways: &ways, table: table::of_functions(module)?, lost: None };
    for (_, id) in ids.iter().enumerate().filter(|(at, _)| assignment.has(owner, *at)) {
        let FunctionKind::Local(function) = &mut module.funcs.get_mut(*id).kind else { continue };
        let entry = function.entry_block();
        ir::dfs_pre_order_mut(&mut rewriter, function, entry);
    }
    match rewriter.lost.and_then(|id| module.funcs.get(id).name.clone()) {
        Some(name) => bail!("{name} is called by a module that cannot reach it"),
        None => Ok(()),
    }
}

/// The way to call a function of another module.
enum Way {
    Slot(u32, TypeId),
    Import(FunctionId),
    None,
}

struct Rewriter<'a> {
    ways: &'a BTreeMap<FunctionId, Way>,
    table: TableId,
    /// A function that is called, but cannot be reached.
    lost: Option<FunctionId>,
}

impl VisitorMut for Rewriter<'_> {
    fn start_instr_seq_mut(&mut self, sequence: &mut ir::InstrSeq) {
        let mut at = 0;
        while let Some((instruction, place)) = sequence.instrs.get_mut(at) {
            if let ir::Instr::Call(call) = instruction
                && let Some(way) = self.ways.get(&call.func)
            {
                match way {
                    Way::Slot(slot, ty) => {
                        let place = *place;
                        *instruction =
                            ir::Instr::CallIndirect(ir::CallIndirect { ty: *ty, table: self.table });
                        let value = Value::I32(slot.cast_signed());
                        sequence.instrs.insert(at, (ir::Instr::Const(ir::Const { value }), place));
                        at += 1;
                    }
                    Way::Import(import) => call.func = *import,
                    Way::None => self.lost = Some(call.func),
                }
            }
            at += 1;
        }
    }
}
