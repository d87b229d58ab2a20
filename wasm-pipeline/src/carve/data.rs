//! Data segments: zeros in the main module in place of a chunk's data, and the data itself in the chunk.

use std::ops::Range;

use anyhow::{Result, bail};
use walrus::{DataId, DataKind, Module};

use super::{offset, value};
use crate::plan::{Plan, Share};

/// The least run of zeros that is left out, since memory is zero anyway. A shorter run costs less than the header of
/// another segment.
const ZEROS: usize = 12;

/// Overwrites the data of chunks, and data that nothing reaches, with zeros, which compress to almost nothing.
pub(super) fn clear(module: &mut Module, plan: &Plan) -> Result<()> {
    let ranges: Vec<&Range<u32>> =
        plan.chunks.iter().flat_map(|share| &share.data).chain(&plan.dead).collect();
    for (id, start) in segments(module)? {
        let bytes = &mut module.data.get_mut(id).value;
        for address in ranges.iter().flat_map(|range| (*range).clone()) {
            let byte = address.checked_sub(start).and_then(|at| bytes.get_mut(at as usize));
            if let Some(byte) = byte {
                *byte = 0;
            }
        }
    }
    Ok(())
}

/// Keeps only a chunk's own data, in segments.
pub(super) fn keep(module: &mut Module, share: &Share) -> Result<()> {
    let Some(memory) = module.memories.iter().next().map(walrus::Memory::id) else {
        bail!("there is no memory")
    };
    let old = segments(module)?;
    let pieces = pieces(&share.data, |address| {
        old.iter().find_map(|(id, start)| {
            let at = usize::try_from(address.checked_sub(*start)?).ok()?;
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
    Ok(())
}

/// The data segments with their addresses.
fn segments(module: &Module) -> Result<Vec<(DataId, u32)>> {
    let mut found = Vec::new();
    for data in module.data.iter() {
        match &data.kind {
            DataKind::Active { offset, .. } => found.push((data.id(), value(offset)?)),
            DataKind::Passive => bail!("data that is written into memory by code"),
        }
    }
    Ok(found)
}

/// The content of ranges of memory, in pieces with addresses. A byte in no segment is zero, even in the middle of a
/// range.
fn pieces(ranges: &[Range<u32>], byte: impl Fn(u32) -> Option<u8>) -> Vec<(u32, Vec<u8>)> {
    let mut pieces: Vec<(u32, Vec<u8>)> = Vec::new();
    for range in ranges {
        // A piece never spans two ranges, because data of other modules stand between them.
        let mut own: Vec<(u32, Vec<u8>)> = Vec::new();
        for address in range.clone() {
            let Some(byte) = byte(address).filter(|byte| *byte != 0) else { continue };
            let last = own.last_mut().map(|(at, piece)| ((address - *at) as usize, piece));
            match last.filter(|(length, piece)| length - piece.len() < ZEROS) {
                Some((length, piece)) => {
                    piece.resize(length, 0);
                    piece.push(byte);
                }
                None => own.push((address, vec![byte])),
            }
        }
        pieces.extend(own);
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn many_zeros_are_left_out_and_few_are_kept() {
        let byte = |address| (!(4..30).contains(&address) && address != 31).then_some(address as u8);
        assert_eq!(
            pieces(std::slice::from_ref(&(2..34)), byte),
            [(2, vec![2, 3]), (30, vec![30, 0, 32, 33])]
        );
    }

    #[test]
    fn nothing_is_written_between_two_ranges() {
        assert_eq!(pieces(&[2..4, 6..8], |_| Some(1)), [(2, vec![1, 1]), (6, vec![1, 1])]);
    }
}
