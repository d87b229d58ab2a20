//! The dependencies of functions, from their instructions and the relocations in these.

use anyhow::{Context as _, Result, bail, ensure};
use wasmparser::{FunctionBody, MemArg, Operator};

use super::file::File;
use super::relocation::{Meaning, Relocations};
use super::{Function, Graph, Node};
use crate::diverge;

/// Reads all functions. `graph` has the slots and data already.
pub(super) fn functions(file: &File<'_>, relocations: &Relocations, graph: &Graph) -> Result<Vec<Function>> {
    let mut functions = Vec::with_capacity(file.functions());
    for index in 0..file.functions() {
        let name = file.names.get(&index).cloned().unwrap_or_default();
        let mut function = Function { ty: file.ty(index)?.clone(), returns: true, needs: Vec::new(), name };
        if let Some(body) = index.checked_sub(file.imported).and_then(|at| file.bodies.get(at)) {
            let what = || match function.name.as_str() {
                "" => format!("in function {index}"),
                name => format!("in {name}"),
            };
            function.returns = diverge::returns(body).with_context(what)?;
            function.needs = needs(body, relocations, graph).with_context(what)?;
        }
        functions.push(function);
    }
    Ok(functions)
}

fn needs(body: &FunctionBody<'_>, relocations: &Relocations, graph: &Graph) -> Result<Vec<Node>> {
    let mut needs = Vec::new();
    let mut known = 0;
    let mut reader = body.get_operators_reader()?;
    while !reader.eof() {
        let start = reader.original_position();
        let operator = reader.read()?;
        let inside = relocations.within(&(start..reader.original_position()));
        known += inside.len();
        let meanings: Vec<Meaning> = inside.iter().map(|(_, meaning)| *meaning).collect();
        check(&operator, &meanings, graph)?;
        needs.extend(meanings.iter().filter_map(|meaning| meaning.node()));
    }
    ensure!(known == relocations.within(&body.range()).len(), "a relocation stands at no instruction");
    needs.sort_unstable();
    needs.dedup();
    Ok(needs)
}

/// Compares an instruction with its relocations.
fn check(operator: &Operator<'_>, meanings: &[Meaning], graph: &Graph) -> Result<()> {
    match operator {
        Operator::Call { function_index: index }
        | Operator::ReturnCall { function_index: index }
        | Operator::RefFunc { function_index: index } => match meanings {
            [Meaning::Function(function)] => {
                ensure!(
                    *function == *index as usize,
                    "a call of function {index} is said to be one of {function}"
                );
            }
            _ => {
                bail!("a call of function {index} without a relocation: did the linker write this function?")
            }
        },
        Operator::CallIndirect { .. } | Operator::ReturnCallIndirect { .. } => {
            let shared = meanings.iter().all(|meaning| *meaning == Meaning::Shared);
            ensure!(!meanings.is_empty() && shared, "a call through the table without a relocation");
        }
        Operator::I32Const { value } => number(value.cast_unsigned(), meanings, graph)?,
        Operator::GlobalGet { .. }
        | Operator::GlobalSet { .. }
        | Operator::TableGet { .. }
        | Operator::TableSet { .. }
        | Operator::TableGrow { .. }
        | Operator::TableSize { .. }
        | Operator::TableFill { .. }
        | Operator::Block { .. }
        | Operator::Loop { .. }
        | Operator::If { .. } => {
            ensure!(
                meanings.iter().all(|meaning| *meaning == Meaning::Shared),
                "{operator:?} has an address in it"
            );
        }
        Operator::MemoryInit { .. }
        | Operator::DataDrop { .. }
        | Operator::TableInit { .. }
        | Operator::ElemDrop { .. }
        | Operator::TableCopy { .. } => bail!("{operator:?} is not known"),
        _ => match offset(operator) {
            Some(memory) => number(u32::try_from(memory.offset)?, meanings, graph)?,
            None => ensure!(meanings.is_empty(), "{operator:?} has a relocation"),
        },
    }
    Ok(())
}

/// Compares a constant, or the offset of a memory access, with its relocations.
fn number(value: u32, meanings: &[Meaning], graph: &Graph) -> Result<()> {
    let is_named = |address: u32| graph.data.iter().any(|datum| datum.range.contains(&address));
    match meanings {
        [] => {
            let named = graph.data.iter().find(|datum| datum.range.contains(&value));
            if let Some(datum) = named {
                bail!(
                    "{value} has no relocation, but it could be the address of {}: if it is a number, have the stack end elsewhere",
                    datum.name
                );
            }
            Ok(())
        }
        [Meaning::Slot(function)] => {
            let held = graph.slots.get(&value);
            ensure!(
                held == Some(function),
                "slot {value} is said to hold function {function}, and holds {held:?}"
            );
            Ok(())
        }
        [Meaning::Address { address, .. }] => {
            match address {
                Some(address) => ensure!(*address == value, "the address {value} is said to be {address}"),
                None => ensure!(!is_named(value), "the address {value} is said to be one of zeros"),
            }
            Ok(())
        }
        _ => bail!("the constant {value} is said to be something else: {meanings:?}"),
    }
}

/// The offset of a load or store. Those of vectors and threads are not accepted ([`crate::validate`]).
fn offset(operator: &Operator<'_>) -> Option<MemArg> {
    match operator {
        Operator::I32Load { memarg }
        | Operator::I64Load { memarg }
        | Operator::F32Load { memarg }
        | Operator::F64Load { memarg }
        | Operator::I32Load8S { memarg }
        | Operator::I32Load8U { memarg }
        | Operator::I32Load16S { memarg }
        | Operator::I32Load16U { memarg }
        | Operator::I64Load8S { memarg }
        | Operator::I64Load8U { memarg }
        | Operator::I64Load16S { memarg }
        | Operator::I64Load16U { memarg }
        | Operator::I64Load32S { memarg }
        | Operator::I64Load32U { memarg }
        | Operator::I32Store { memarg }
        | Operator::I64Store { memarg }
        | Operator::F32Store { memarg }
        | Operator::F64Store { memarg }
        | Operator::I32Store8 { memarg }
        | Operator::I32Store16 { memarg }
        | Operator::I64Store8 { memarg }
        | Operator::I64Store16 { memarg }
        | Operator::I64Store32 { memarg } => Some(*memarg),
        _ => None,
    }
}
