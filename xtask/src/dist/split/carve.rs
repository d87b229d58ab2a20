//! Making the modules. They share memory, tables and globals; functions of the main module are exports of it that a
//! chunk imports from [`MAIN`]; a way into a chunk gets a slot of its own at the end of the table.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use anyhow::{Context as _, Result, bail, ensure};
use walrus::ir::{self, Value, VisitorMut};
use walrus::{
    ConstExpr, DataKind, ElementItems, ElementKind, ExportItem, FunctionId, FunctionKind, GlobalKind, Module,
    RefType, TableId,
};

use super::{Plan, follows, root};

/// What a chunk imports the main module's exports from.
pub(crate) const MAIN: &str = "m";

/// One of the modules.
pub(crate) struct Part {
    /// The chunk's name; none: the main module.
    pub(crate) chunk: Option<String>,
    /// The module, to be optimised once more.
    pub(crate) module: Module,
}

/// A module: the main one, or the chunk with this number.
type Owner = Option<usize>;

/// Makes the main module and a module a chunk. `parse` reads the whole one, each time anew.
pub(crate) fn carve(parse: impl Fn() -> Result<Module>, plan: &Plan) -> Result<Vec<Part>> {
    let whole = Whole::read(parse()?, plan)?;
    let mut parts = vec![Part { chunk: None, module: whole.main(parse()?)? }];
    for (number, name) in plan.chunks.keys().enumerate() {
        let module = whole.chunk(parse()?, number, plan)?;
        parts.push(Part { chunk: Some(name.clone()), module });
    }
    Ok(parts)
}

/// What is known of the whole module. Functions are numbers here: their places in the module, which are the same each
/// time that it is read.
struct Whole {
    /// The chunks that each function is in; none: it is in the main module.
    owners: Vec<BTreeSet<usize>>,
    /// Each slot's function, and the module that fills it; those of [`Self::ways`] too.
    slots: BTreeMap<u32, (usize, Owner)>,
    /// Ways into chunks, with the slot that each gets.
    ways: BTreeMap<usize, u32>,
    /// The size of the table, with those slots.
    size: u64,
    /// Functions of the main module that chunks call.
    shared: Vec<usize>,
    /// The chunks' data, and what nothing reaches.
    data: Vec<Range<u32>>,
}

impl Whole {
    fn read(module: Module, plan: &Plan) -> Result<Self> {
        let numbers = numbers(&module);
        let table = functions_table(&module)?;
        let slots = slots(&module, table, &numbers)?;
        let names: Vec<&String> = plan.chunks.keys().collect();
        let mut ways: BTreeMap<usize, usize> = BTreeMap::new();
        for function in module.funcs.iter() {
            let chunk = function.name.as_deref().and_then(root);
            if let Some(chunk) = chunk.and_then(|chunk| names.iter().position(|name| *name == chunk)) {
                ways.insert(numbers[&function.id()], chunk);
            }
        }
        let slot_owner = |slot: u32| plan.chunks.values().position(|chunk| chunk.slots.contains(&slot));
        let calls: Vec<Vec<usize>> = module.funcs.iter().map(|function| calls(function, &numbers)).collect();
        let exported: Vec<usize> = module
            .exports
            .iter()
            .filter_map(|export| match export.item {
                ExportItem::Function(id) => Some(numbers[&id]),
                _ => None,
            })
            .chain(module.start.map(|id| numbers[&id]))
            .chain(slots.iter().filter(|(slot, _)| slot_owner(**slot).is_none()).map(|(_, at)| *at))
            .collect();
        let owners = owners(&calls, exported, &ways, &names, |chunk| {
            slots.iter().filter(|(slot, _)| slot_owner(**slot) == Some(chunk)).map(|(_, at)| *at).collect()
        });
        for (way, chunk) in &ways {
            ensure!(owners[*way] == [*chunk].into(), "a way into a chunk is called from outside the module");
        }
        let imported: BTreeSet<usize> = module
            .funcs
            .iter()
            .filter(|function| matches!(function.kind, FunctionKind::Import(_)))
            .map(|function| numbers[&function.id()])
            .collect();
        // What a chunk calls of one that it comes after is a way too.
        for (called, of) in calls.iter().zip(&owners) {
            for (to, chunk) in called.iter().flat_map(|to| of.iter().map(move |chunk| (*to, *chunk))) {
                let elsewhere = !owners[to].is_empty() && !owners[to].contains(&chunk);
                if elsewhere && !imported.contains(&to) && !ways.contains_key(&to) {
                    let other = owners[to].iter().find(|other| follows(names[chunk], names[**other]));
                    ways.insert(to, *other.context("a chunk calls what is in another")?);
                }
            }
        }
        let old = u32::try_from(module.tables.get(table).initial).context("the table is too large")?;
        let slots = slots.iter().map(|(slot, at)| (*slot, (*at, slot_owner(*slot))));
        let new = ways.iter().zip(old..).map(|((at, chunk), slot)| (slot, (*at, Some(*chunk))));
        let slots = slots.chain(new).collect();
        let ways: BTreeMap<usize, u32> = ways.into_keys().zip(old..).collect();
        let shared: BTreeSet<usize> = calls
            .iter()
            .zip(&owners)
            .filter(|(_, owners)| !owners.is_empty())
            .flat_map(|(called, _)| called.iter().copied())
            .filter(|called| owners[*called].is_empty())
            .collect();
        Ok(Self {
            size: u64::from(old) + ways.len() as u64,
            shared: shared.difference(&imported).copied().collect(),
            data: plan.chunks.values().flat_map(|chunk| &chunk.data).chain(&plan.dead).cloned().collect(),
            owners,
            slots,
            ways,
        })
    }

    /// The main module: without what belongs to chunks.
    fn main(&self, mut module: Module) -> Result<Module> {
        let ids = ids(&module);
        let table = functions_table(&module)?;
        self.rewrite(&mut module, None, &BTreeMap::new(), &ids);
        self.fill(&mut module, table, None, &ids);
        for (number, shared) in self.shared.iter().enumerate() {
            module.exports.add(&shared_name(number), ids[*shared]);
        }
        let mut number = self.shared.len();
        for (item, _) in environment(&module) {
            if exported_as(&module, item).is_none() {
                module.exports.add(&shared_name(number), item);
                number += 1;
            }
        }
        let segments: Vec<_> = module.data.iter().map(|data| (data.id(), active(&data.kind))).collect();
        for (id, start) in segments {
            let start = start.context("data without an address")?;
            let segment = module.data.get_mut(id);
            for range in &self.data {
                for address in range.clone() {
                    let byte = address.checked_sub(start).and_then(|at| segment.value.get_mut(at as usize));
                    if let Some(byte) = byte {
                        *byte = 0;
                    }
                }
            }
        }
        Ok(module)
    }

    /// A chunk's module: its functions, slots and data, all else imported.
    fn chunk(&self, mut module: Module, chunk: usize, plan: &Plan) -> Result<Module> {
        let ids = ids(&module);
        let table = functions_table(&module)?;
        let memory = module.memories.iter().next().context("no memory")?.id();
        // Numbered as in the main module.
        let mut number = self.shared.len();
        let mut named = Vec::new();
        for (item, _) in environment(&module) {
            let name = exported_as(&module, item).unwrap_or_else(|| {
                number += 1;
                shared_name(number - 1)
            });
            named.push((item, name));
        }
        for (item, name) in named {
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
                _ => bail!("a chunk shares memory, tables and globals only"),
            }
        }
        let mut imports = BTreeMap::new();
        for (number, shared) in self.shared.iter().enumerate() {
            let ty = module.funcs.get(ids[*shared]).ty();
            let (import, _) = module.add_import_func(MAIN, &shared_name(number), ty);
            imports.insert(*shared, import);
        }
        self.rewrite(&mut module, Some(chunk), &imports, &ids);
        self.fill(&mut module, table, Some(chunk), &ids);
        let exports: Vec<_> = module.exports.iter().map(walrus::Export::id).collect();
        exports.into_iter().for_each(|id| module.exports.delete(id));
        module.start = None;
        let old: Vec<_> = module.data.iter().map(|data| (data.id(), active(&data.kind))).collect();
        let own = plan.chunks.values().nth(chunk).map_or(&[][..], |chunk| &chunk.data);
        let pieces = pieces(own, |address| {
            old.iter().find_map(|(id, start)| {
                let at = usize::try_from(address.checked_sub((*start)?)?).ok()?;
                module.data.get(*id).value.get(at).copied()
            })
        });
        for (id, _) in old {
            module.data.delete(id);
        }
        module.memories.get_mut(memory).data_segments = Default::default();
        for (at, bytes) in pieces {
            let id = module.data.add(DataKind::Active { memory, offset: offset(at) }, bytes);
            module.memories.get_mut(memory).data_segments.insert(id);
        }
        Ok(module)
    }

    /// Whether a function is in a module.
    fn has(&self, owner: Owner, at: usize) -> bool {
        owner.map_or(self.owners[at].is_empty(), |chunk| self.owners[at].contains(&chunk))
    }

    /// Calls of what is elsewhere: through a slot into a chunk, by an import into the main module.
    fn rewrite(
        &self,
        module: &mut Module,
        owner: Owner,
        imports: &BTreeMap<usize, FunctionId>,
        ids: &[FunctionId],
    ) {
        let numbers: BTreeMap<FunctionId, usize> = ids.iter().enumerate().map(|(at, id)| (*id, at)).collect();
        let table = functions_table(module).ok();
        let types = self.ways.keys().map(|way| (*way, module.funcs.get(ids[*way]).ty())).collect();
        for (_, id) in ids.iter().enumerate().filter(|(at, _)| self.has(owner, *at)) {
            let FunctionKind::Local(function) = &mut module.funcs.get_mut(*id).kind else { continue };
            let entry = function.entry_block();
            let mut visitor =
                Rewriter { whole: self, owner, imports, numbers: &numbers, types: &types, table };
            ir::dfs_pre_order_mut(&mut visitor, function, entry);
        }
    }

    /// The slots of one module.
    fn fill(&self, module: &mut Module, table: TableId, owner: Owner, ids: &[FunctionId]) {
        let own = self.slots.iter().filter(|(_, (_, of))| *of == owner);
        refill(module, table, own.map(|(slot, (at, _))| (*slot, ids[*at])));
        let table = module.tables.get_mut(table);
        table.initial = self.size;
        table.maximum = table.maximum.map(|maximum| maximum.max(self.size));
    }
}

/// Empties the slots whose functions nothing reaches, so that wasm-opt may drop these; tells how many.
pub(crate) fn clear(module: &mut Module, plan: &Plan) -> Result<usize> {
    let (table, ids) = (functions_table(module)?, ids(module));
    let all = slots(module, table, &numbers(module))?;
    let live: Vec<(u32, FunctionId)> = all
        .iter()
        .filter(|(slot, _)| !plan.dead_slots.contains(slot))
        .map(|(slot, at)| (*slot, ids[*at]))
        .collect();
    let cleared = all.len() - live.len();
    refill(module, table, live.into_iter());
    Ok(cleared)
}

/// Replaces what stands in the slots of a table; they come in ascending order.
fn refill(module: &mut Module, table: TableId, slots: impl Iterator<Item = (u32, FunctionId)>) {
    let old: Vec<_> = module.elements.iter().map(|element| (element.id(), segment(&element.kind))).collect();
    for (id, of) in old {
        if of.is_some_and(|(of, _)| of == table) {
            module.elements.delete(id);
            module.tables.get_mut(table).elem_segments.remove(&id);
        }
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
}

struct Rewriter<'a> {
    whole: &'a Whole,
    owner: Owner,
    imports: &'a BTreeMap<usize, FunctionId>,
    numbers: &'a BTreeMap<FunctionId, usize>,
    types: &'a BTreeMap<usize, walrus::TypeId>,
    table: Option<TableId>,
}

impl VisitorMut for Rewriter<'_> {
    fn start_instr_seq_mut(&mut self, sequence: &mut ir::InstrSeq) {
        let mut at = 0;
        while at < sequence.instrs.len() {
            if let ir::Instr::Call(call) = &mut sequence.instrs[at].0
                && let Some(called) = self.numbers.get(&call.func)
                && !self.whole.has(self.owner, *called)
            {
                match (self.whole.ways.get(called), self.imports.get(called), self.table) {
                    (Some(slot), _, Some(table)) => {
                        let place = sequence.instrs[at].1;
                        #[expect(clippy::cast_possible_wrap, reason = "a slot is no large number")]
                        let value = Value::I32(*slot as i32);
                        sequence.instrs[at].0 =
                            ir::Instr::CallIndirect(ir::CallIndirect { ty: self.types[called], table });
                        sequence.instrs.insert(at, (ir::Instr::Const(ir::Const { value }), place));
                        at += 1;
                    }
                    (None, Some(import), _) => call.func = *import,
                    // What JavaScript offers is imported by every module under the same name.
                    _ => {}
                }
            }
            at += 1;
        }
    }
}

/// Chunks that one page loads, as a rule: what both of two reach would come twice.
const TOGETHER: [[&str; 2]; 2] = [["native", "sections"], ["markup", "sections"]];

/// The chunks that each function is in: those that reach it, where the main module does not. What two chunks reach comes
/// twice, unless one of them comes after the other, and uses it there; or they come [`TOGETHER`]: then it is in the main
/// module, with all that it calls.
fn owners(
    calls: &[Vec<usize>],
    exported: Vec<usize>,
    ways: &BTreeMap<usize, usize>,
    chunks: &[&String],
    in_slots: impl Fn(usize) -> Vec<usize>,
) -> Vec<BTreeSet<usize>> {
    let reach = |from: Vec<usize>, own: Owner| {
        let mut reached = BTreeSet::new();
        let mut open = from;
        while let Some(at) = open.pop() {
            let elsewhere = ways.get(&at).is_some_and(|chunk| Some(*chunk) != own);
            if !elsewhere && reached.insert(at) {
                open.extend(&calls[at]);
            }
        }
        reached
    };
    let mut from_main = exported;
    loop {
        let main = reach(from_main.clone(), None);
        let mut owners = vec![BTreeSet::new(); calls.len()];
        for (chunk, name) in chunks.iter().enumerate() {
            let from = ways.iter().filter(|(_, of)| **of == chunk).map(|(at, _)| *at);
            for at in reach(from.chain(in_slots(chunk)).collect(), Some(chunk)).difference(&main) {
                owners[*at].insert(name.as_str());
            }
        }
        for owners in &mut owners {
            let all = owners.clone();
            owners.retain(|chunk| !all.iter().any(|other| follows(chunk, other)));
        }
        let twice = |owners: &BTreeSet<&str>| {
            TOGETHER.iter().any(|pair| pair.iter().all(|name| owners.contains(name)))
        };
        let contested: Vec<usize> = (0..calls.len()).filter(|at| twice(&owners[*at])).collect();
        if contested.is_empty() {
            let number = |name: &&str| chunks.iter().position(|chunk| chunk == name);
            return owners.iter().map(|names| names.iter().filter_map(number).collect()).collect();
        }
        from_main.extend(contested);
    }
}

/// What is exported for chunks alone, by number: no name of wasm-bindgen's has a space.
fn shared_name(number: usize) -> String {
    format!("shared {number}")
}

fn ids(module: &Module) -> Vec<FunctionId> {
    module.funcs.iter().map(walrus::Function::id).collect()
}

fn numbers(module: &Module) -> BTreeMap<FunctionId, usize> {
    ids(module).into_iter().enumerate().map(|(at, id)| (id, at)).collect()
}

fn functions_table(module: &Module) -> Result<TableId> {
    let mut tables = module.tables.iter().filter(|table| table.element_ty == RefType::FUNCREF);
    Ok(tables.next().context("no table of functions")?.id())
}

fn slots(
    module: &Module,
    table: TableId,
    numbers: &BTreeMap<FunctionId, usize>,
) -> Result<BTreeMap<u32, usize>> {
    let mut slots = BTreeMap::new();
    for element in module.elements.iter() {
        match (segment(&element.kind), &element.items) {
            (Some((of, first)), ElementItems::Functions(functions)) if of == table => {
                slots.extend((first..).zip(functions.iter().map(|id| numbers[id])));
            }
            (None, _) => {}
            _ => bail!("slots that are no plain functions"),
        }
    }
    Ok(slots)
}

/// What every module has in common, exported by the main one.
fn environment(module: &Module) -> Vec<(ExportItem, ())> {
    let memories = module.memories.iter().map(|memory| ExportItem::Memory(memory.id()));
    let tables = module.tables.iter().map(|table| ExportItem::Table(table.id()));
    let globals = module.globals.iter().map(|global| ExportItem::Global(global.id()));
    memories.chain(tables).chain(globals).map(|item| (item, ())).collect()
}

fn exported_as(module: &Module, item: ExportItem) -> Option<String> {
    let same = |other: &ExportItem| match (item, other) {
        (ExportItem::Memory(id), ExportItem::Memory(other)) => id == *other,
        (ExportItem::Table(id), ExportItem::Table(other)) => id == *other,
        (ExportItem::Global(id), ExportItem::Global(other)) => id == *other,
        _ => false,
    };
    module.exports.iter().find(|export| same(&export.item)).map(|export| export.name.clone())
}

/// As many zeros are left out, for memory has them anyway: fewer cost less than the head of another piece.
const ZEROS: usize = 12;

/// What is in these ranges of memory, by address. A byte in no segment is a zero, be it in the middle of a range.
fn pieces(ranges: &[Range<u32>], byte: impl Fn(u32) -> Option<u8>) -> Vec<(u32, Vec<u8>)> {
    let mut pieces: Vec<(u32, Vec<u8>)> = Vec::new();
    for address in ranges.iter().cloned().flatten() {
        let Some(byte) = byte(address).filter(|byte| *byte != 0) else { continue };
        // Between two ranges stands what is another's.
        let own = |from: u32| ranges.iter().any(|range| range.start <= from && address < range.end);
        match pieces.last_mut() {
            Some((at, piece)) => {
                let end = *at as usize + piece.len();
                let zeros = address as usize - end;
                if zeros < ZEROS && (zeros == 0 || own(address - zeros as u32)) {
                    piece.resize(piece.len() + zeros, 0);
                    piece.push(byte);
                } else {
                    pieces.push((address, vec![byte]));
                }
            }
            None => pieces.push((address, vec![byte])),
        }
    }
    pieces
}

fn offset(at: u32) -> ConstExpr {
    #[expect(clippy::cast_possible_wrap, reason = "memory is smaller than that")]
    ConstExpr::Value(Value::I32(at as i32))
}

fn value(offset: &ConstExpr) -> Option<u32> {
    match offset {
        #[expect(clippy::cast_sign_loss, reason = "an address")]
        ConstExpr::Value(Value::I32(at)) => Some(*at as u32),
        _ => None,
    }
}

fn active(kind: &DataKind) -> Option<u32> {
    match kind {
        DataKind::Active { offset, .. } => value(offset),
        DataKind::Passive => None,
    }
}

fn segment(kind: &ElementKind) -> Option<(TableId, u32)> {
    match kind {
        ElementKind::Active { table, offset } => Some((*table, value(offset)?)),
        _ => None,
    }
}

/// The functions that a function calls.
fn calls(function: &walrus::Function, numbers: &BTreeMap<FunctionId, usize>) -> Vec<usize> {
    struct Calls<'a>(Vec<usize>, &'a BTreeMap<FunctionId, usize>);
    impl<'instr> ir::Visitor<'instr> for Calls<'_> {
        fn visit_function_id(&mut self, function: &FunctionId) {
            self.0.extend(self.1.get(function));
        }
    }
    let mut calls = Calls(Vec::new(), numbers);
    if let FunctionKind::Local(local) = &function.kind {
        ir::dfs_in_order(&mut calls, local, local.entry_block());
    }
    calls.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn many_zeros_are_left_out_and_few_are_kept() {
        let byte = |address| (!(4..30).contains(&address) && address != 31).then_some(address as u8);
        assert_eq!(pieces(&[2..33, 33..34], byte), [(2, vec![2, 3]), (30, vec![30, 0, 32, 33])]);
    }

    #[test]
    fn nothing_is_written_between_two_ranges() {
        assert_eq!(pieces(&[2..4, 6..8], |_| Some(1)), [(2, vec![1, 1]), (6, vec![1, 1])]);
    }
}
