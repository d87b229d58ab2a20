//! Finds circles among dependencies.

use std::collections::{BTreeMap, BTreeSet};

use super::Arrows;

/// One circle for each set of modules that reach one another, beginning and ending with the first by name.
pub(super) fn all(arrows: &Arrows) -> Vec<Vec<String>> {
    let mut next: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for (from, to) in arrows {
        next.entry(from).or_default().push(to);
    }
    let mut circles = Vec::new();
    let mut seen = BTreeSet::new();
    for start in next.keys().copied() {
        if !seen.contains(start)
            && let Some(circle) = shortest(&next, start)
        {
            seen.extend(
                reached(&next, start).filter(|other| reached(&next, other).any(|back| back == start)),
            );
            circles.push(circle);
        }
    }
    circles
}

/// The shortest path from a module back to itself.
fn shortest(next: &BTreeMap<&str, Vec<&str>>, start: &str) -> Option<Vec<String>> {
    let mut ways = vec![vec![start]];
    let mut seen = BTreeSet::new();
    while !ways.is_empty() {
        let mut longer = Vec::new();
        for way in ways {
            for to in next.get(way.last()?).into_iter().flatten().copied() {
                let further = way.iter().copied().chain([to]).collect::<Vec<_>>();
                if to == start {
                    return Some(further.into_iter().map(str::to_owned).collect());
                }
                if seen.insert(to) {
                    longer.push(further);
                }
            }
        }
        ways = longer;
    }
    None
}

/// The modules that can be reached from a module.
fn reached<'a>(next: &BTreeMap<&'a str, Vec<&'a str>>, start: &str) -> impl Iterator<Item = &'a str> {
    let mut found = BTreeSet::new();
    let mut open = next.get(start).cloned().unwrap_or_default();
    while let Some(module) = open.pop() {
        if found.insert(module) {
            open.extend(next.get(module).into_iter().flatten());
        }
    }
    found.into_iter()
}
