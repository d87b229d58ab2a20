//! Blanking where a panic would have been. The compiler stores, for every place that can panic, the name of the
//! source file, the line and the column; after [`super::snip`] nothing reads them. They are overwritten with zeros,
//! which compress to nothing, and which tell nothing of the machine that built.
//!
//! Recognised is what cannot be anything else: four aligned words, of which the first two are address and length of a
//! text in the data that ends in `.rs`, and the others a line and a column. (An address is never as small as a line:
//! data begins above the stack.)

use walrus::ir::Value;
use walrus::{ConstExpr, DataId, DataKind, Module};

const RECORD: usize = 16;

/// Overwrites records and names; tells how many bytes.
pub(crate) fn locations(module: &mut Module) -> usize {
    let segments: Vec<(DataId, usize)> =
        module.data.iter().filter_map(|data| Some((data.id(), start(&data.kind)?))).collect();
    let found: Vec<Found> = segments
        .iter()
        .flat_map(|(id, start)| records(&module.data.get(*id).value, *start))
        .filter_map(|record| {
            let names_a_file = segments.iter().any(|(id, start)| {
                text(&module.data.get(*id).value, *start, record.file).is_some_and(is_source_file)
            });
            names_a_file.then_some(record)
        })
        .collect();
    let ranges: Vec<(usize, usize)> =
        found.iter().flat_map(|record| [(record.at, RECORD), record.file]).collect();
    let mut blanked = 0;
    for (id, start) in segments {
        let bytes = &mut module.data.get_mut(id).value;
        for (address, length) in &ranges {
            let Some(from) = address.checked_sub(start) else { continue };
            for byte in bytes.iter_mut().skip(from).take(*length).filter(|byte| **byte != 0) {
                *byte = 0;
                blanked += 1;
            }
        }
    }
    blanked
}

/// Where a record stands, and the address and length of its text.
struct Found {
    at: usize,
    file: (usize, usize),
}

fn start(kind: &DataKind) -> Option<usize> {
    match kind {
        DataKind::Active { offset: ConstExpr::Value(Value::I32(offset)), .. } => {
            usize::try_from(*offset).ok()
        }
        _ => None,
    }
}

/// What has the shape of a record.
fn records(bytes: &[u8], start: usize) -> Vec<Found> {
    let skipped = start.next_multiple_of(4) - start;
    let word = |at: usize| {
        let word = bytes.get(at..at + 4)?.try_into().ok()?;
        usize::try_from(u32::from_le_bytes(word)).ok()
    };
    (skipped..bytes.len())
        .step_by(4)
        .filter_map(|at| {
            let (address, length, line, column) = (word(at)?, word(at + 4)?, word(at + 8)?, word(at + 12)?);
            let plausible =
                (4..1024).contains(&length) && (1..200_000).contains(&line) && (1..2_000).contains(&column);
            plausible.then_some(Found { at: start + at, file: (address, length) })
        })
        .collect()
}

fn text(bytes: &[u8], start: usize, (address, length): (usize, usize)) -> Option<&[u8]> {
    let from = address.checked_sub(start)?;
    bytes.get(from..from.checked_add(length)?)
}

fn is_source_file(text: &[u8]) -> bool {
    // A terminating zero is part of the text in some versions of the compiler.
    let text = text.strip_suffix(b"\0").unwrap_or(text);
    text.ends_with(b".rs") && text.iter().all(|byte| byte.is_ascii_graphic() || *byte == b' ')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn module(bytes: Vec<u8>) -> Module {
        let mut module = Module::default();
        let memory = module.memories.add_local(false, false, 1, None, None);
        let offset = ConstExpr::Value(Value::I32(1_048_576));
        module.data.add(DataKind::Active { memory, offset }, bytes);
        module
    }

    fn data(records: &[[u32; 4]], text: &[u8]) -> Vec<u8> {
        let mut bytes: Vec<u8> = records.iter().flatten().flat_map(|word| word.to_le_bytes()).collect();
        bytes.extend(text);
        bytes
    }

    #[test]
    fn a_place_in_a_source_file_is_blanked_with_the_files_name() {
        let mut module = module(data(&[[1_048_592, 10, 7, 9]], b"src/lib.rskept"));
        // Of the address two bytes are not zero already.
        assert_eq!(locations(&mut module), 2 + 1 + 1 + 1 + 10);
        let left = &module.data.iter().next().unwrap().value;
        assert_eq!(left[..26], [0; 26]);
        assert_eq!(&left[26..], b"kept");
    }

    #[test]
    fn two_texts_side_by_side_are_no_place() {
        // The second pair is another text: an address where the line would be.
        let bytes = data(&[[1_048_592, 4, 1_048_596, 4]], b"a.rsb.rs");
        let mut module = module(bytes.clone());
        assert_eq!(locations(&mut module), 0);
        assert_eq!(module.data.iter().next().unwrap().value, bytes);
    }

    #[test]
    fn another_text_is_no_place() {
        let mut module = module(data(&[[1_048_592, 10, 7, 9]], b"src/lib.jskept"));
        assert_eq!(locations(&mut module), 0);
    }
}
