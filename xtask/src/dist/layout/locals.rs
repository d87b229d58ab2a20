//! Numbers of locals. A function's locals may stand in any order within a type; the compiler's is by chance, so that code
//! which does the same has other bytes. Here a local gets the number that locals used in the same way had before.

use std::collections::BTreeMap;
use std::hash::{DefaultHasher, Hasher as _};

use anyhow::Result;
use wasmparser::{Operator, ValType};

use super::shape::Function;

/// How many instructions before a use of a local tell what use it is.
const BEFORE: usize = 3;

/// What one in a lower place is worth: a little, where nothing else is known.
const PLACE: u64 = 200;

/// How locals were numbered so far.
#[derive(Default)]
pub(super) struct Numbering {
    /// How often locals had which number, by the code around.
    seen: BTreeMap<u64, BTreeMap<u32, u64>>,
}

/// A use of a local.
struct Use {
    local: u32,
    /// The code around, more and more of it.
    around: Vec<u64>,
}

impl Numbering {
    /// The new number of each local, parameters with them, which keep theirs. Remembers them for what follows.
    pub(super) fn number(&mut self, function: &Function<'_>) -> Result<Vec<u32>> {
        let types = &function.locals;
        let uses = uses(function)?;
        let mut votes: BTreeMap<(u32, u32), u64> = BTreeMap::new();
        let mut count: BTreeMap<u32, u64> = BTreeMap::new();
        for Use { local, around } in &uses {
            *count.entry(*local).or_default() += 1;
            for (weight, code) in (3..).zip(around) {
                let Some(seen) = self.seen.get(code) else { continue };
                let all: u64 = seen.values().sum();
                for (number, times) in seen {
                    *votes.entry((*local, *number)).or_default() += weight * times * 1000 / (all + 1);
                }
            }
        }
        let mut numbers: Vec<u32> = (0..function.parameters).collect();
        numbers.resize(numbers.len() + types.len(), 0);
        let mut first = function.parameters;
        for group in groups(function.parameters, types) {
            let places = first..first + u32::try_from(group.len())?;
            let mut pairs: Vec<(u64, u32, u32)> = Vec::with_capacity(group.len() * group.len());
            for local in &group {
                let times = count.get(local).copied().unwrap_or_default();
                for place in places.clone() {
                    let vote = votes.get(&(*local, place)).copied().unwrap_or_default();
                    pairs.push((vote + PLACE * times / u64::from(place - first + 1), *local, place));
                }
            }
            pairs.sort_by_key(|(votes, local, place)| (std::cmp::Reverse(*votes), *local, *place));
            let (mut named, mut taken) = (vec![false; numbers.len()], vec![false; numbers.len()]);
            for (_, local, place) in pairs {
                if !named[local as usize] && !taken[place as usize] {
                    (named[local as usize], taken[place as usize]) = (true, true);
                    numbers[local as usize] = place;
                }
            }
            first = places.end;
        }
        for Use { local, around } in uses {
            for code in around {
                *self.seen.entry(code).or_default().entry(numbers[local as usize]).or_default() += 1;
            }
        }
        Ok(numbers)
    }
}

/// The locals of each type, types in the order in which they come.
fn groups(parameters: u32, types: &[ValType]) -> Vec<Vec<u32>> {
    let mut groups: Vec<(ValType, Vec<u32>)> = Vec::new();
    for (local, ty) in (parameters..).zip(types) {
        match groups.iter_mut().find(|(of, _)| of == ty) {
            Some((_, group)) => group.push(local),
            None => groups.push((*ty, vec![local])),
        }
    }
    groups.into_iter().map(|(_, group)| group).collect()
}

/// The local that an instruction is about.
pub(super) fn local(operator: &Operator<'_>) -> Option<u32> {
    match operator {
        Operator::LocalGet { local_index }
        | Operator::LocalSet { local_index }
        | Operator::LocalTee { local_index } => Some(*local_index),
        _ => None,
    }
}

fn uses(function: &Function<'_>) -> Result<Vec<Use>> {
    let bytes = function.body.as_bytes();
    let start = function.body.range().start;
    let mut code: Vec<(u64, Option<u32>)> = Vec::new();
    let mut reader = function.body.get_operators_reader()?;
    while !reader.eof() {
        let from = reader.original_position() - start;
        let local = local(&reader.read()?);
        // Of what is about a local, the instruction alone.
        let to = if local.is_some() { from + 1 } else { reader.original_position() - start };
        code.push((hash(&bytes[from..to]), local));
    }
    let window = |from: usize, to: usize| {
        let part = code.get(from..to).unwrap_or_default();
        hash(&part.iter().map(|(instruction, _)| *instruction).collect::<Vec<u64>>())
    };
    let around = |at: usize| {
        let before = (1..=BEFORE).map(|length| hash(&(length, window(at.saturating_sub(length), at + 1))));
        before.chain([hash(&(0, window(at.saturating_sub(1), at + 2)))]).collect()
    };
    Ok(code
        .iter()
        .enumerate()
        .filter_map(|(at, (_, local))| Some(Use { local: (*local)?, around: around(at) }))
        .collect())
}

fn hash(value: &(impl std::hash::Hash + ?Sized)) -> u64 {
    // Without a seed: the same in every build.
    let mut hasher = DefaultHasher::new();
    value.hash(&mut hasher);
    hasher.finish()
}
