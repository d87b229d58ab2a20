//! Empties functions that only produce the message of a panic.
//!
//! "Immediate abort" exists only in nightly Rust. In stable Rust every panic brings code that formats a text.
//! Functions are chosen by name and judged by their body in the linker's output ([`choose`]), and emptied after
//! wasm-bindgen ([`apply`]). wasm-opt then drops what only they called.

use std::collections::BTreeMap;

use walrus::{FunctionBuilder, FunctionId, FunctionKind, LocalId, Module, ValType};

use crate::link::{Function, Graph};
use crate::{name, pattern};

/// The functions that may be emptied, by [patterns](pattern) of their [plain names](name::plain).
#[derive(Clone, Copy, Debug, Default)]
pub struct Rules<'a> {
    /// These become traps if their body never returns, so that the trap only comes earlier.
    pub traps: &'a [&'a str],
    /// These return zero, which is `Ok(())` of `fmt::Result`, because nobody reads what they write.
    pub silent: &'a [&'a str],
    /// True if source locations are to be overwritten, which panics would have named.
    pub locations: bool,
}

/// What an emptied function does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Snip {
    /// It traps.
    Trap,
    /// It returns zero.
    Zero,
}

/// The functions to be emptied, by plain name.
pub type Snips = BTreeMap<String, Snip>;

/// Chooses the functions. A name is left out if any function of that name must not be emptied.
pub fn choose(graph: &Graph, rules: &Rules<'_>) -> Snips {
    let mut chosen: BTreeMap<String, Option<Snip>> = BTreeMap::new();
    for function in &graph.functions {
        let name = name::plain(&function.name);
        let snip = judge(function, &name, rules);
        if let Some(known) = chosen.get_mut(&name) {
            *known = known.filter(|known| Some(*known) == snip);
        } else {
            chosen.insert(name, snip);
        }
    }
    chosen.into_iter().filter_map(|(name, snip)| Some((name, snip?))).collect()
}

fn judge(function: &Function, name: &str, rules: &Rules<'_>) -> Option<Snip> {
    let any = |patterns: &[&str]| patterns.iter().any(|pattern| pattern::matches(pattern, name));
    if any(rules.traps) && !function.returns {
        return Some(Snip::Trap);
    }
    let writes = function.ty.results() == [wasmparser::ValType::I32];
    (any(rules.silent) && writes).then_some(Snip::Zero)
}

/// Empties the chosen functions. Returns their number.
pub fn apply(module: &mut Module, snips: &Snips) -> usize {
    let chosen: Vec<(FunctionId, Snip)> = module
        .funcs
        .iter()
        .filter(|function| matches!(function.kind, FunctionKind::Local(_)))
        .filter_map(|function| Some((function.id(), *snips.get(&name::plain(function.name.as_deref()?))?)))
        .collect();
    for (id, snip) in &chosen {
        empty(module, *id, *snip);
    }
    chosen.len()
}

fn empty(module: &mut Module, id: FunctionId, snip: Snip) {
    let kind = module.types.get(module.funcs.get(id).ty());
    let (parameters, results) = (kind.params().to_vec(), kind.results().to_vec());
    let mut builder = FunctionBuilder::new(&mut module.types, &parameters, &results);
    match snip {
        Snip::Zero if results == [ValType::I32] => drop(builder.func_body().i32_const(0)),
        Snip::Zero => return,
        Snip::Trap => drop(builder.func_body().unreachable()),
    }
    let arguments: Vec<LocalId> = parameters.iter().map(|kind| module.locals.add(*kind)).collect();
    module.funcs.get_mut(id).kind = FunctionKind::Local(builder.local_func(arguments));
}
