//! Source locations. For every place that can panic, the compiler stores the name of the file, line and column. Once
//! the messages of panics are removed, nothing reads them. They are overwritten with zeros, which compress to nothing
//! and reveal nothing of the build machine.

use crate::link::{Graph, Node};

/// The bytes of a location: address and length of the file's name, line, column.
const SIZE: usize = 16;

/// Finds the data symbols that are locations: those of the right size that have a single address in them, at the
/// beginning, of the name of a source file, and then numbers that can be line and column.
pub fn places(graph: &Graph) -> Vec<bool> {
    graph
        .data
        .iter()
        .map(|datum| datum.bytes.len() == SIZE && is_place(graph, &datum.bytes, &datum.needs))
        .collect()
}

fn is_place(graph: &Graph, bytes: &[u8], needs: &[(usize, Node)]) -> bool {
    let [(0, Node::Data(file))] = needs else { return false };
    let word =
        |at: usize| bytes.get(at..at + 4).and_then(|word| word.try_into().ok()).map_or(0, u32::from_le_bytes);
    let name = graph.data.get(*file).map_or(&[][..], |file| &file.bytes);
    let length = word(4) as usize;
    let plausible = (1..200_000).contains(&word(8)) && (1..2_000).contains(&word(12));
    plausible && name.get(..length).is_some_and(is_source_file)
}

fn is_source_file(text: &[u8]) -> bool {
    text.ends_with(b".rs") && text.iter().all(|byte| byte.is_ascii_graphic() || *byte == b' ')
}
