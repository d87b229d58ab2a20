//! Decides which slots of the table and which ranges of data belong to a single chunk, and which nothing reaches.
//! What two chunks need stays in the main module, and so does whatever no relocation explains.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use anyhow::{Result, ensure};

use crate::chunk::Chunks;
use crate::link::{Graph, Node};
use crate::location;
use crate::snip::{self, Rules, Snips};

/// The prefix of exports that wasm-bindgen runs while it makes the glue, and then removes.
const DESCRIPTIONS: &str = "__wbindgen_describe_";

/// The slots and data that move into a chunk.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Share {
    /// Its slots of the table of functions.
    pub slots: BTreeSet<u32>,
    /// Its data: addresses in ascending order.
    pub data: Vec<Range<u32>>,
}

/// The plan for all modules.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Plan {
    /// The slots and data of each chunk, by the chunk's number.
    pub chunks: Vec<Share>,
    /// Data that nothing reaches: addresses.
    pub dead: Vec<Range<u32>>,
    /// Slots whose functions nothing reaches.
    pub dead_slots: BTreeSet<u32>,
    /// The functions that are emptied.
    pub snips: Snips,
}

impl Plan {
    /// Makes a plan from a linked module.
    ///
    /// # Errors
    ///
    /// Fails if [`Graph::read`] refuses the module, or if nothing leads into a chunk.
    pub fn read(linked: &[u8], chunks: &Chunks, rules: &Rules<'_>) -> Result<Self> {
        Self::of(Graph::read(linked, &[DESCRIPTIONS])?, chunks, rules)
    }

    /// Makes a plan from dependencies.
    ///
    /// # Errors
    ///
    /// Fails if nothing leads into a chunk, or if a function that leads into one is called from outside.
    pub fn of(mut graph: Graph, chunks: &Chunks, rules: &Rules<'_>) -> Result<Self> {
        let snips = snip::choose(&graph, rules);
        for function in &mut graph.functions {
            if snips.contains_key(&crate::name::plain(&function.name)) {
                function.needs.clear();
            }
        }
        let places = if rules.locations { location::places(&graph) } else { vec![false; graph.data.len()] };
        let entries: BTreeMap<usize, usize> = graph
            .functions
            .iter()
            .enumerate()
            .filter_map(|(at, function)| Some((at, chunks.entered_by(&function.name)?)))
            .collect();
        for root in &graph.roots {
            if let Node::Function(at) = root {
                ensure!(
                    !entries.contains_key(at),
                    "{} leads into a chunk, and is called from outside of the module",
                    graph.functions[*at].name
                );
            }
        }
        let main = reach(&graph, graph.roots.iter().copied(), &entries, None, &places);
        let mut reached = Vec::new();
        for (number, chunk) in chunks.iter().enumerate() {
            let own: Vec<Node> =
                entries.iter().filter(|(_, of)| **of == number).map(|(at, _)| Node::Function(*at)).collect();
            ensure!(
                !own.is_empty(),
                "nothing leads into {}: there is no function in {}",
                chunk.name,
                chunk.entries.join(", ")
            );
            reached.push(reach(&graph, own.into_iter(), &entries, Some(number), &places));
        }
        let reached = Reached { main, chunks: reached };
        let plan = Self {
            chunks: (0..reached.chunks.len()).map(|chunk| reached.share(&graph, chunks, chunk)).collect(),
            dead: reached.dead(&graph),
            dead_slots: graph
                .slots
                .iter()
                .filter(|(_, at)| !reached.any(Node::Function(**at)))
                .map(|(slot, _)| *slot)
                .collect(),
            snips,
        };
        Ok(plan)
    }
}

/// What is reached from the main module, and from each chunk.
struct Reached {
    main: BTreeSet<Node>,
    chunks: Vec<BTreeSet<Node>>,
}

impl Reached {
    fn any(&self, node: Node) -> bool {
        self.main.contains(&node) || self.chunks.iter().any(|chunk| chunk.contains(&node))
    }

    /// Returns true if a chunk needs the node, and otherwise only chunks that come after it do.
    fn alone(&self, chunks: &Chunks, chunk: usize, node: Node) -> bool {
        !self.main.contains(&node)
            && self.chunks.iter().enumerate().all(|(other, reached)| match reached.contains(&node) {
                true => other == chunk || chunks.follows(other, chunk),
                false => other != chunk,
            })
    }

    fn share(&self, graph: &Graph, chunks: &Chunks, chunk: usize) -> Share {
        let slots = graph.slots.iter().filter(|(_, at)| self.alone(chunks, chunk, Node::Function(**at)));
        // If the name of a node of another module covers the same bytes, they are not the chunk's alone.
        let data =
            ranges(graph, |at| self.alone(chunks, chunk, Node::Data(at)), |at| self.any(Node::Data(at)));
        Share { slots: slots.map(|(slot, _)| *slot).collect(), data }
    }

    /// Data that nothing reaches, except for bytes that a needed name covers too.
    fn dead(&self, graph: &Graph) -> Vec<Range<u32>> {
        ranges(graph, |at| !self.any(Node::Data(at)), |_| true)
    }
}

/// The bytes of `chosen` symbols, as ascending ranges that do not touch. A symbol is included whole, but only if it
/// shares no byte with one that is not chosen and that `counts`.
fn ranges(graph: &Graph, chosen: impl Fn(usize) -> bool, counts: impl Fn(usize) -> bool) -> Vec<Range<u32>> {
    let mut named: Vec<(usize, &Range<u32>)> = graph
        .data
        .iter()
        .map(|datum| &datum.range)
        .enumerate()
        .filter(|(_, range)| !range.is_empty())
        .collect();
    named.sort_by_key(|(_, range)| range.start);
    let shared = |range: &Range<u32>| {
        let covers = |(_, other): &&(usize, &Range<u32>)| other.start < range.end && range.start < other.end;
        named.iter().filter(covers).any(|(at, _)| !chosen(*at) && counts(*at))
    };
    let mut found: Vec<Range<u32>> = Vec::new();
    for (_, range) in named.iter().filter(|(at, range)| chosen(*at) && !shared(range)) {
        match found.last_mut().filter(|last| range.start <= last.end) {
            Some(last) => last.end = last.end.max(range.end),
            None => found.push((*range).clone()),
        }
    }
    found
}

/// Everything that is reached without entering another chunk. Source locations are not followed, because nothing
/// reads them.
fn reach(
    graph: &Graph,
    from: impl Iterator<Item = Node>,
    entries: &BTreeMap<usize, usize>,
    own: Option<usize>,
    places: &[bool],
) -> BTreeSet<Node> {
    let mut reached = BTreeSet::new();
    let mut open: Vec<Node> = from.collect();
    while let Some(node) = open.pop() {
        let passed = match node {
            Node::Function(at) => entries.get(&at).is_some_and(|chunk| Some(*chunk) != own),
            Node::Data(at) => places[at],
        };
        if passed || !reached.insert(node) {
            continue;
        }
        match node {
            Node::Function(at) => open.extend(&graph.functions[at].needs),
            Node::Data(at) => open.extend(graph.data[at].needs.iter().map(|(_, node)| *node)),
        }
    }
    reached
}
