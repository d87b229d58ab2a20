//! Blanking where a panic would have been. The compiler stores, for every place that can panic, the name of the
//! source file, the line and the column; after [`super::snip`] nothing reads them. They are overwritten with zeros,
//! which compress to nothing, and which tell nothing of the machine that built.
//!
//! Recognised is what cannot be anything else: four aligned words, of which the first two are address and length of a
//! text in the data that ends in `.rs`, and the others a line and a column. (An address is never as small as a line:
//! data begins above the stack.)
//!
//! [`texts`] overwrites what [`super::snip`] has left of messages: those that the standard library and wasm-bindgen hand
//! to a panic or an exception, which nobody shows. They are recognised whole; one that a later version words otherwise
//! stays, and costs its bytes.

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

/// Messages of panics and exceptions.
const MESSAGES: [&str; 13] = [
    "Attempted to initialize thread-local while it is being dropped",
    "Converting an invalid string enum (RequestCredentials) back to a string is currently not supported",
    "FnOnce called more than once",
    "Tried to shrink to a larger capacity",
    "attempt to join into collection with len > usize::MAX",
    "attempted to take ownership of Rust value while it was borrowed",
    "called `Option::unwrap_throw()` on a `None` value",
    "called `Result::unwrap_throw()` on an `Err` value",
    "closure invoked recursively or after being dropped",
    "finish: callbacks should be Some",
    "finish: result should be None",
    "internal error: entered unreachable code",
    "recursive use of an object detected which would lead to unsafe aliasing in rust",
];

/// Overwrites them; tells how many bytes.
pub(crate) fn texts(module: &mut Module) -> usize {
    let mut blanked = 0;
    let segments: Vec<DataId> = module.data.iter().map(walrus::Data::id).collect();
    for id in segments {
        let value = &mut module.data.get_mut(id).value;
        for message in MESSAGES {
            let bytes = message.as_bytes();
            while let Some(at) = value.windows(bytes.len()).position(|window| window == bytes) {
                value[at..at + bytes.len()].fill(0);
                blanked += bytes.len();
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
    fn a_message_that_nobody_shows_is_blanked_and_what_stands_around_it_stays() {
        let mut module = module(b"kept FnOnce called more than once kept".to_vec());
        assert_eq!(texts(&mut module), 28);
        assert_eq!(module.data.iter().next().unwrap().value, [b"kept ", &[0; 28][..], b" kept"].concat());
        assert_eq!(texts(&mut module), 0);
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
