//! The map in ARCHITECTURE.md, which says which top-level module may use which.

use std::collections::BTreeSet;

use anyhow::{Context as _, Result};

use super::Arrows;

/// The beginning of the block with the map.
const FENCE: &str = "```arrows\n";

/// The top-level module that a module is in.
pub(super) fn top(module: &str) -> &str {
    module.split("::").next().unwrap_or_default()
}

/// The map: modules from the bottom up, each with those that it uses.
pub(super) struct Map<'a> {
    lines: Vec<(&'a str, BTreeSet<&'a str>)>,
}

impl<'a> Map<'a> {
    /// Reads the map from the text of ARCHITECTURE.md.
    pub(super) fn read(text: &'a str) -> Result<Self> {
        let (_, rest) = text.split_once(FENCE).context("ARCHITECTURE.md has no block of arrows")?;
        let (block, _) = rest.split_once("```").context("the block of arrows has no end")?;
        let lines = block.lines().map(|line| {
            let (module, uses) = line.split_once('→').unwrap_or((line, ""));
            (module.trim(), uses.split_whitespace().collect())
        });
        Ok(Self { lines: lines.collect() })
    }

    /// The differences between the map and the actual modules and dependencies.
    pub(super) fn faults(&self, modules: &BTreeSet<&str>, arrows: &Arrows) -> Vec<String> {
        let found: Arrows = arrows
            .iter()
            .map(|(from, to)| (top(from).to_owned(), top(to).to_owned()))
            .filter(|(from, to)| from != to && !from.is_empty() && !to.is_empty())
            .collect();
        let mut faults = Vec::new();
        for module in modules.iter().filter(|module| !module.is_empty()) {
            if !self.lines.iter().any(|(known, _)| known == module) {
                faults.push(format!("{module} is not in the map"));
            }
        }
        for (at, (module, uses)) in self.lines.iter().enumerate() {
            for (from, to) in found.iter().filter(|(from, _)| from == module) {
                if !uses.contains(to.as_str()) {
                    faults.push(format!("{from} → {to} is not in the map"));
                }
            }
            for used in uses {
                if !self.lines.iter().take(at).any(|(below, _)| below == used) {
                    faults
                        .push(format!("{module} → {used}: {used} does not stand above that line in the map"));
                }
                if !found.contains(&((*module).to_owned(), (*used).to_owned())) {
                    faults.push(format!("{module} → {used} is in the map, and nothing uses it"));
                }
            }
        }
        faults
    }
}
