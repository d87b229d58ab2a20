//! Places in source files. The compiler stores, for every place that can panic, the name of the file, the line and the
//! column; once messages of panics are snipped nothing reads them. They are overwritten with zeros, which compress to
//! nothing, and which tell nothing of the machine that built.

use crate::link::{Graph, Node};

/// The bytes of a place: the address and the length of the file's name, line, column.
const SIZE: usize = 16;

/// Which data symbols are such places: what has the size of one and points, at its beginning and nowhere else, to the
/// name of a source file, with numbers behind that can be a line and a column.
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
