//! The function table.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Context as _, Result, bail, ensure};
use walrus::{ElementItems, ElementKind, FunctionId, Module, RefType, TableId};

use super::assignment::{Assignment, Owner};
use super::{offset, value};
use crate::plan::Plan;

/// The function table. The other tables belong to wasm-bindgen, and hold JavaScript values.
pub(super) fn of_functions(module: &Module) -> Result<TableId> {
    let mut tables = module.tables.iter().filter(|table| table.element_ty == RefType::FUNCREF);
    let table = tables.next().context("there is no table of functions")?;
    ensure!(tables.next().is_none(), "there are two tables of functions");
    Ok(table.id())
}

/// The number of its slots.
pub(super) fn size(module: &Module) -> Result<u64> {
    Ok(module.tables.get(of_functions(module)?).initial)
}

/// The function in each slot.
pub(super) fn slots(module: &Module) -> Result<BTreeMap<u32, FunctionId>> {
    let table = of_functions(module)?;
    let mut slots = BTreeMap::new();
    for element in module.elements.iter() {
        match (&element.kind, &element.items) {
            (ElementKind::Active { table: of, offset }, ElementItems::Functions(functions))
                if *of == table =>
            {
                slots.extend((value(offset)?..).zip(functions.iter().copied()));
            }
            _ => bail!("slots of a table that are no plain functions"),
        }
    }
    Ok(slots)
}

/// Empties the slots whose functions nothing reaches, so that wasm-opt can drop these. Returns their number.
///
/// # Errors
///
/// Fails if the table is not as expected.
pub fn clear(module: &mut Module, plan: &Plan) -> Result<usize> {
    let all = slots(module)?;
    let live: Vec<_> = all
        .iter()
        .filter(|(slot, _)| !plan.dead_slots.contains(slot))
        .map(|(slot, id)| (*slot, *id))
        .collect();
    let cleared = all.len() - live.len();
    refill(module, live.into_iter())?;
    Ok(cleared)
}

/// Keeps only the slots of one module filled, in a table that is large enough for all.
pub(super) fn fill(
    module: &mut Module,
    assignment: &Assignment,
    owner: Owner,
    ids: &[FunctionId],
) -> Result<()> {
    let own = assignment.slots.iter().filter(|(_, (_, of))| *of == owner);
    let own: Vec<(u32, FunctionId)> = own.map(|(slot, (at, _))| (*slot, ids[*at])).collect();
    refill(module, own.into_iter())?;
    let id = of_functions(module)?;
    let table = module.tables.get_mut(id);
    table.initial = assignment.size;
    table.maximum = table.maximum.map(|maximum| maximum.max(assignment.size));
    Ok(())
}

/// Replaces the content of the slots, which are given in ascending order.
fn refill(module: &mut Module, slots: impl Iterator<Item = (u32, FunctionId)>) -> Result<()> {
    let table = of_functions(module)?;
    let old: BTreeSet<_> = module.elements.iter().map(walrus::Element::id).collect();
    for id in old {
        module.elements.delete(id);
        module.tables.get_mut(table).elem_segments.remove(&id);
    }
    let mut runs: Vec<(u32, Vec<FunctionId>)> = Vec::new();
    for (slot, function) in slots {
        match runs.last_mut() {
            Some((first, run)) if *first as usize + run.len() == slot as usize => run.push(function),
            _ => runs.push((slot, vec![function])),
        }
    }
    for (first, run) in runs {
        let kind = ElementKind::Active { table, offset: offset(first) };
        let id = module.elements.add(kind, ElementItems::Functions(run));
        module.tables.get_mut(table).elem_segments.insert(id);
    }
    Ok(())
}
