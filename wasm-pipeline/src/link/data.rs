//! Data symbols, and the addresses in their bytes.

use anyhow::{Context as _, Result, bail, ensure};

use super::file::File;
use super::relocation::{Meaning, Relocations};
use super::{Datum, Graph, Node};

/// The number of bytes of an address.
const WORD: usize = 4;

/// Reads all data symbols, without their dependencies.
pub(super) fn symbols(file: &File<'_>) -> Result<Vec<Datum>> {
    let mut data = Vec::with_capacity(file.data.len());
    for symbol in &file.data {
        let segment = symbol.segment.and_then(|number| file.segments.get(number));
        let mut datum =
            Datum { name: symbol.name.clone(), range: 0..0, bytes: Vec::new(), needs: Vec::new() };
        // A symbol without a size (`__heap_base`), or in a segment of zeros that the file leaves out, has no bytes.
        if let Some(segment) = segment.filter(|_| symbol.size > 0) {
            let (from, size) = (symbol.offset as usize, symbol.size as usize);
            let bytes = segment.data.get(from..from + size);
            datum.bytes = bytes.with_context(|| format!("{} goes past its segment", symbol.name))?.to_vec();
            let start = segment.address + symbol.offset;
            datum.range = start..start + symbol.size;
        }
        data.push(datum);
    }
    Ok(data)
}

/// Adds the dependencies of all symbols. Returns those of bytes that have no name, which count as needed by every
/// module.
pub(super) fn needs(file: &File<'_>, relocations: &Relocations, graph: &mut Graph) -> Result<Vec<Node>> {
    let mut nameless = Vec::new();
    let mut known: usize = file.bodies.iter().map(|body| relocations.within(&body.range()).len()).sum();
    for segment in &file.segments {
        for (place, meaning) in relocations.within(&segment.range) {
            known += 1;
            let at = place - segment.range.start;
            let word = segment.data.get(at..at + WORD).context("a relocation at the end of the data")?;
            let word = u32::from_le_bytes(word.try_into()?);
            let address = segment.address + u32::try_from(at)?;
            let told = match meaning {
                Meaning::Slot(function) => graph.slots.get(&word) == Some(function),
                Meaning::Address { address, .. } => address.is_none_or(|address| address == word),
                Meaning::Function(_) | Meaning::Shared => {
                    bail!("data has the index of something that has no address")
                }
            };
            ensure!(told, "the data at {address} is {word}, and is said to be something else: {meaning:?}");
            let Some(node) = meaning.node() else { continue };
            // Two names for one place share its dependencies.
            let mut named = false;
            for datum in graph.data.iter_mut().filter(|datum| datum.range.contains(&address)) {
                datum.needs.push(((address - datum.range.start) as usize, node));
                named = true;
            }
            if !named {
                nameless.push(node);
            }
        }
    }
    ensure!(known == relocations.count(), "a relocation stands neither in a function nor in data");
    Ok(nameless)
}
