//! Relocations with their meanings.

use std::collections::BTreeSet;
use std::ops::Range;

use anyhow::{Context as _, Result, bail, ensure};
use wasmparser::RelocationType as Kind;

use super::Node;
use super::file::{File, Symbol};

/// The value that a relocation requires at its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Meaning {
    /// The index of this function.
    Function(usize),
    /// The number of a slot that holds this function.
    Slot(usize),
    /// An address of a symbol or near it. `of` is `None` if the symbol is not in the file, and `address` if the
    /// symbol begins as zeros, so that its address is not known.
    Address { of: Option<usize>, address: Option<u32> },
    /// The number of a type, a global or a table, which is the same in every module.
    Shared,
}

impl Meaning {
    /// What the place depends on.
    pub(super) fn node(self) -> Option<Node> {
        match self {
            Self::Function(function) | Self::Slot(function) => Some(Node::Function(function)),
            Self::Address { of, .. } => of.map(Node::Data),
            Self::Shared => None,
        }
    }
}

/// The relocations of code and data, by their place in the file.
pub(super) struct Relocations {
    sorted: Vec<(usize, Meaning)>,
    in_slots: BTreeSet<usize>,
}

impl Relocations {
    pub(super) fn read(file: &File<'_>) -> Result<Self> {
        let mut sorted = Vec::with_capacity(file.relocations.len());
        for (at, entry) in &file.relocations {
            sorted.push((*at, meaning(file, entry.ty, entry.index as usize, entry.addend)?));
        }
        sorted.sort_by_key(|(at, _)| *at);
        for pair in sorted.windows(2) {
            ensure!(pair[0].0 != pair[1].0, "two relocations of one place, {:#x} in the file", pair[0].0);
        }
        let in_slots = sorted.iter().filter_map(|(_, meaning)| match meaning {
            Meaning::Slot(function) => Some(*function),
            _ => None,
        });
        Ok(Self { in_slots: in_slots.collect(), sorted })
    }

    /// The relocations within a range of the file.
    pub(super) fn within(&self, range: &Range<usize>) -> &[(usize, Meaning)] {
        let at = |place: usize| self.sorted.partition_point(|(at, _)| *at < place);
        &self.sorted[at(range.start)..at(range.end).max(at(range.start))]
    }

    /// The number of relocations.
    pub(super) fn count(&self) -> usize {
        self.sorted.len()
    }

    /// Returns true if a relocation names a slot of this function.
    pub(super) fn name_slot(&self, function: usize) -> bool {
        self.in_slots.contains(&function)
    }
}

fn meaning(file: &File<'_>, kind: Kind, index: usize, addend: i64) -> Result<Meaning> {
    let symbol =
        || file.symbols.get(index).with_context(|| format!("a relocation of symbol {index}, which is none"));
    let function = || match symbol()? {
        Symbol::Function(function) => Ok(*function),
        other => bail!("a relocation of a function names something else: {other:?}"),
    };
    Ok(match kind {
        Kind::FunctionIndexLeb | Kind::FunctionIndexI32 => Meaning::Function(function()?),
        Kind::TableIndexSleb | Kind::TableIndexI32 => Meaning::Slot(function()?),
        Kind::MemoryAddrLeb | Kind::MemoryAddrSleb | Kind::MemoryAddrI32 => {
            let (of, base) = match symbol()? {
                Symbol::Data(data) => (Some(*data), file.address(*data)?),
                Symbol::Undefined => (None, Some(0)),
                other => bail!("a relocation of data names something else: {other:?}"),
            };
            // Added with wrapping, as the linker does.
            let address = base.map(|base| (i64::from(base) + addend) as u32);
            Meaning::Address { of, address }
        }
        Kind::TypeIndexLeb | Kind::GlobalIndexLeb | Kind::TableNumberLeb => Meaning::Shared,
        other => bail!("a relocation of the kind {other:?}, which is not known"),
    })
}
