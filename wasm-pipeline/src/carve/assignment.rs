//! Decides the module of each function, the module that fills each slot, and the calls between modules.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Context as _, Result, ensure};
use walrus::{ExportItem, FunctionKind, Module};

use super::{calls, functions, table};
use crate::chunk::Chunks;
use crate::plan::Plan;

/// A module: the main one, or the chunk with this number.
pub(super) type Owner = Option<usize>;

/// The assignment of functions to modules. A function is identified by its number in the whole module.
pub(super) struct Assignment {
    /// The chunks that contain each function; empty if it is in the main module.
    owners: Vec<BTreeSet<usize>>,
    /// The function in each slot, and the module that fills it; including those of [`Self::entries`].
    pub(super) slots: BTreeMap<u32, (usize, Owner)>,
    /// The entries of chunks, with the slot of each.
    pub(super) entries: BTreeMap<usize, u32>,
    /// The size of the table, with those slots.
    pub(super) size: u64,
    /// Functions of the main module that chunks call.
    pub(super) shared: Vec<usize>,
}

impl Assignment {
    pub(super) fn of(module: &Module, plan: &Plan, chunks: &Chunks) -> Result<Self> {
        let numbers: BTreeMap<_, _> =
            functions(module).into_iter().enumerate().map(|(at, id)| (id, at)).collect();
        let name = |at: usize| {
            let function = module.funcs.iter().nth(at).and_then(|function| function.name.clone());
            function.unwrap_or_else(|| format!("function {at}"))
        };
        let filled = table::slots(module)?;
        let planned = |slot: u32| plan.chunks.iter().position(|share| share.slots.contains(&slot));
        let calls: Vec<Vec<usize>> = module
            .funcs
            .iter()
            .map(|function| Ok(calls::of(function)?.iter().map(|id| numbers[id]).collect()))
            .collect::<Result<_>>()?;
        let mut entries: BTreeMap<usize, usize> = BTreeMap::new();
        for (at, function) in module.funcs.iter().enumerate() {
            if let Some(chunk) = function.name.as_deref().and_then(|name| chunks.entered_by(name)) {
                entries.insert(at, chunk);
            }
        }
        for (number, chunk) in chunks.iter().enumerate() {
            ensure!(
                entries.values().any(|of| *of == number),
                "nothing leads into {} any more: was its entry inlined?",
                chunk.name
            );
        }
        let mut outside: Vec<usize> = module
            .exports
            .iter()
            .filter_map(|export| match export.item {
                ExportItem::Function(id) => Some(numbers[&id]),
                _ => None,
            })
            .chain(module.start.map(|id| numbers[&id]))
            .collect();
        for at in &outside {
            ensure!(
                !entries.contains_key(at),
                "{} leads into a chunk, and is called from outside",
                name(*at)
            );
        }
        outside
            .extend(filled.iter().filter(|(slot, _)| planned(**slot).is_none()).map(|(_, id)| numbers[id]));
        let imported: BTreeSet<usize> = module
            .funcs
            .iter()
            .filter(|function| matches!(function.kind, FunctionKind::Import(_)))
            .map(|function| numbers[&function.id()])
            .collect();
        let (owners, called) = loop {
            let graph = Calls { calls: &calls, entries: &entries, chunks };
            let owners = graph.owners(outside.clone(), |chunk| {
                filled
                    .iter()
                    .filter(|(slot, _)| planned(**slot) == Some(chunk))
                    .map(|(_, id)| numbers[id])
                    .collect()
            });
            // If a chunk calls a function of a chunk that it comes after, the call goes through a slot, as for an
            // entry. A function has one slot, so the chunk that fills it must come before all that call it.
            let mut callers: BTreeMap<usize, BTreeSet<usize>> = BTreeMap::new();
            for (called, of) in calls.iter().zip(&owners) {
                for (to, chunk) in called.iter().flat_map(|to| of.iter().map(move |chunk| (*to, *chunk))) {
                    let elsewhere = !owners[to].is_empty() && !owners[to].contains(&chunk);
                    if elsewhere && !imported.contains(&to) && !entries.contains_key(&to) {
                        callers.entry(to).or_default().insert(chunk);
                    }
                }
            }
            let (mut placed, mut homeless) = (Vec::new(), Vec::new());
            for (to, callers) in callers {
                let before_all =
                    |other: &&usize| callers.iter().all(|caller| chunks.follows(*caller, **other));
                match owners[to].iter().find(before_all) {
                    Some(other) => placed.push((to, *other)),
                    None => homeless.push(to),
                }
            }
            // If there is no such chunk, the function stays in the main module, which comes before all.
            if homeless.is_empty() {
                break (owners, placed);
            }
            outside.extend(homeless);
        };
        entries.extend(called);
        let in_module = |owner: Owner, at: usize| {
            owner.map_or(owners[at].is_empty(), |chunk| owners[at].contains(&chunk))
        };
        let mut slots = BTreeMap::new();
        for (slot, id) in filled {
            let (at, wanted) = (numbers[&id], planned(slot));
            // wasm-opt may merge a chunk's function in a slot with another that is the same. Then the module that has
            // the other one fills the slot.
            let before = owners[at].iter().copied().map(Some).filter(|other| {
                wanted.zip(*other).is_some_and(|(chunk, other)| chunks.follows(chunk, other))
            });
            let owner = [wanted, None].into_iter().chain(before).find(|owner| in_module(*owner, at));
            slots.insert(
                slot,
                (at, owner.with_context(|| format!("no module fills slot {slot} with {}", name(at)))?),
            );
        }
        let first = u32::try_from(table::size(module)?).context("the table is too large")?;
        slots.extend(entries.iter().zip(first..).map(|((at, chunk), slot)| (slot, (*at, Some(*chunk)))));
        let shared: BTreeSet<usize> = calls
            .iter()
            .zip(&owners)
            .filter(|(_, owners)| !owners.is_empty())
            .flat_map(|(called, _)| called.iter().copied())
            .filter(|called| owners[*called].is_empty())
            .collect();
        Ok(Self {
            size: u64::from(first) + entries.len() as u64,
            shared: shared.difference(&imported).copied().collect(),
            entries: entries.into_keys().zip(first..).collect(),
            owners,
            slots,
        })
    }

    /// Returns true if a function is in a module.
    pub(super) fn has(&self, owner: Owner, at: usize) -> bool {
        owner.map_or(self.owners[at].is_empty(), |chunk| self.owners[at].contains(&chunk))
    }
}

/// The calls between functions.
struct Calls<'a> {
    calls: &'a [Vec<usize>],
    entries: &'a BTreeMap<usize, usize>,
    chunks: &'a Chunks,
}

impl Calls<'_> {
    /// The chunks that contain each function: those that reach it, if the main module does not. A function that two
    /// chunks reach is in both, with two exceptions. If one chunk comes after the other, it is in the earlier one. If
    /// they are loaded together, it is in the main module, with all that it calls.
    fn owners(&self, mut main: Vec<usize>, in_slots: impl Fn(usize) -> Vec<usize>) -> Vec<BTreeSet<usize>> {
        loop {
            let in_main = self.reach(main.clone(), None);
            let mut owners = vec![BTreeSet::new(); self.calls.len()];
            for chunk in 0..self.chunks.iter().count() {
                let from = self.entries.iter().filter(|(_, of)| **of == chunk).map(|(at, _)| *at);
                for at in self.reach(from.chain(in_slots(chunk)).collect(), Some(chunk)).difference(&in_main)
                {
                    owners[*at].insert(chunk);
                }
            }
            for owners in &mut owners {
                let all = owners.clone();
                owners.retain(|chunk| !all.iter().any(|other| self.chunks.follows(*chunk, *other)));
            }
            let twice = |owners: &BTreeSet<usize>| self.chunks.are_together(owners);
            let contested: Vec<usize> = (0..owners.len()).filter(|at| twice(&owners[*at])).collect();
            if contested.is_empty() {
                return owners;
            }
            main.extend(contested);
        }
    }

    fn reach(&self, mut open: Vec<usize>, own: Owner) -> BTreeSet<usize> {
        let mut reached = BTreeSet::new();
        while let Some(at) = open.pop() {
            let elsewhere = self.entries.get(&at).is_some_and(|chunk| Some(*chunk) != own);
            if !elsewhere && reached.insert(at) {
                open.extend(&self.calls[at]);
            }
        }
        reached
    }
}
