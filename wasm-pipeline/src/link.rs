//! Dependencies between functions and data, as the linker knows them, from a module that was linked with
//! `--emit-relocs`. The format is described at
//! <https://github.com/WebAssembly/tool-conventions/blob/main/Linking.md>.
//!
//! Only a relocation distinguishes an address from a number, so every place that could hold an address is compared
//! with the relocations. [`Graph::read`] refuses a module if a relocation is missing, if one disagrees with the
//! bytes, or if one is of an unknown kind.

mod body;
mod data;
mod file;
mod relocation;

use std::collections::BTreeMap;
use std::ops::Range;

use anyhow::{Context as _, Result, ensure};
use wasmparser::FuncType;

use file::File;
use relocation::Relocations;

use crate::validate;

/// A function, by its index, or a data symbol, by its index in [`Graph::data`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Node {
    /// A function.
    Function(usize),
    /// A data symbol.
    Data(usize),
}

/// A function, imported or not.
#[derive(Clone, Debug)]
pub struct Function {
    /// Its demangled name; empty if it has none.
    pub name: String,
    /// Parameters and results.
    pub ty: FuncType,
    /// True if a call may return. An imported function may.
    pub returns: bool,
    /// What it calls or takes the address of.
    pub needs: Vec<Node>,
}

/// A data symbol.
#[derive(Clone, Debug)]
pub struct Datum {
    /// Its name.
    pub name: String,
    /// Its place in memory. Empty if the file has no bytes of it: for symbols without a size, and for data that begin
    /// as zeros.
    pub range: Range<u32>,
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// What it contains the address of, each with the offset in it.
    pub needs: Vec<(usize, Node)>,
}

/// The functions and data of a module, with the dependencies of each.
#[derive(Clone, Debug, Default)]
pub struct Graph {
    /// Functions, by index.
    pub functions: Vec<Function>,
    /// Data symbols.
    pub data: Vec<Datum>,
    /// The function in each slot of the table.
    pub slots: BTreeMap<u32, usize>,
    /// What is reached from outside: exports, the start function, and what bytes without a name have the address of.
    pub roots: Vec<Node>,
}

impl Graph {
    /// Reads a module that was linked with `--emit-relocs`. Exports whose names begin with one of `ignored` count as
    /// reaching nothing, because wasm-bindgen removes its `__wbindgen_describe_`.
    ///
    /// # Errors
    ///
    /// Fails in the cases that this crate's README lists under "When it refuses".
    pub fn read(linked: &[u8], ignored: &[&str]) -> Result<Self> {
        validate::valid(linked)
            .context("what the linker wrote is not valid, or uses what is not known here")?;
        let file = File::read(linked)?;
        let relocations = Relocations::read(&file)?;
        let mut graph = Self { data: data::symbols(&file)?, slots: file.slots.clone(), ..Self::default() };
        graph.functions = body::functions(&file, &relocations, &graph)?;
        let nameless = data::needs(&file, &relocations, &mut graph)?;
        for (slot, function) in &graph.slots {
            ensure!(
                relocations.name_slot(*function),
                "slot {slot} of the table holds {}, but no relocation names it: whoever knows its number is unknown",
                graph.called(*function)
            );
        }
        let exported = file
            .exported_functions
            .iter()
            .filter(|(name, _)| !ignored.iter().any(|start| name.starts_with(start)));
        graph.roots = exported.map(|(_, index)| Node::Function(*index)).collect();
        graph.roots.extend(file.start.map(Node::Function));
        graph.roots.extend(nameless);
        for address in &file.exported_addresses {
            let named = graph.data.iter().enumerate().filter(|(_, datum)| datum.range.contains(address));
            let named: Vec<Node> = named.map(|(at, _)| Node::Data(at)).collect();
            graph.roots.extend(named);
        }
        Ok(graph)
    }

    /// A function's name for a message.
    fn called(&self, function: usize) -> String {
        match self.functions.get(function) {
            Some(known) if !known.name.is_empty() => known.name.clone(),
            _ => format!("function {function}"),
        }
    }
}
