//! Which slots of the table and which ranges of data belong to one chunk alone. What two chunks need stays with the
//! main module, as does whatever no relocation explains.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::link::{Graph, Node};
use super::{follows, root};

/// What a chunk takes along.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Chunk {
    /// Its slots of the table of functions.
    pub(super) slots: BTreeSet<u32>,
    /// Its data, by addresses, ascending.
    pub(super) data: Vec<Range<u32>>,
}

/// The chunks by name.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Plan {
    pub(super) chunks: BTreeMap<String, Chunk>,
    /// Data that nothing reaches, by addresses.
    pub(super) dead: Vec<Range<u32>>,
    /// Slots whose functions nothing reaches.
    pub(super) dead_slots: BTreeSet<u32>,
}

#[derive(Clone)]
struct Reached {
    functions: Vec<bool>,
    data: Vec<bool>,
}

impl Reached {
    fn function(&self, at: usize) -> bool {
        self.functions[at]
    }

    fn datum(&self, at: usize) -> bool {
        self.data[at]
    }
}

impl Plan {
    pub(super) fn of(graph: &Graph) -> Self {
        let ways: BTreeMap<usize, &str> =
            graph.names.iter().filter_map(|(index, name)| Some((*index, root(name)?))).collect();
        let names: BTreeSet<&str> = ways.values().copied().collect();
        let main = reach(graph, graph.exported.iter().copied(), &ways, None);
        let reached: Vec<(&str, Reached)> = names
            .iter()
            .map(|name| {
                let own = ways.iter().filter(|(_, chunk)| *chunk == name).map(|(index, _)| *index);
                (*name, reach(graph, own, &ways, Some(name)))
            })
            .collect();
        let alone = |chunk: &str, is: fn(&Reached, usize) -> bool, number: usize| {
            !is(&main, number)
                && reached.iter().all(|(other, reached)| match is(reached, number) {
                    true => *other == chunk || follows(other, chunk),
                    false => *other != chunk,
                })
        };
        let chunks = names.iter().map(|name| {
            let slots = graph
                .slots
                .iter()
                .filter(|(_, function)| alone(name, Reached::function, **function))
                .map(|(slot, _)| *slot)
                .collect();
            let mut data: Vec<Range<u32>> = graph
                .ranges
                .iter()
                .enumerate()
                .filter(|(at, range)| !range.is_empty() && alone(name, Reached::datum, *at))
                .map(|(_, range)| range.clone())
                .collect();
            data.sort_by_key(|range| range.start);
            // Where a name of the main module's covers the same bytes, they are the main module's.
            data.retain(|range| covering(graph, range).all(|at| alone(name, Reached::datum, at)));
            data.dedup();
            ((*name).to_owned(), Chunk { slots, data })
        });
        let needed = |is: fn(&Reached, usize) -> bool, number: usize| {
            is(&main, number) || reached.iter().any(|(_, reached)| is(reached, number))
        };
        let dead = graph
            .ranges
            .iter()
            .filter(|range| !covering(graph, range).any(|at| needed(Reached::datum, at)))
            .cloned();
        let dead_slots =
            graph.slots.iter().filter(|(_, at)| !needed(Reached::function, **at)).map(|(slot, _)| *slot);
        Plan { chunks: chunks.collect(), dead: dead.collect(), dead_slots: dead_slots.collect() }
    }
}

/// The pieces of data that have any of these addresses.
fn covering<'a>(graph: &'a Graph, range: &'a Range<u32>) -> impl Iterator<Item = usize> + 'a {
    let shared = |(_, other): &(usize, &Range<u32>)| range.start < other.end && other.start < range.end;
    graph.ranges.iter().enumerate().filter(shared).map(|(at, _)| at)
}

/// All that can be reached from some functions without going into another chunk.
fn reach(
    graph: &Graph,
    from: impl Iterator<Item = usize>,
    ways: &BTreeMap<usize, &str>,
    own: Option<&str>,
) -> Reached {
    let mut reached =
        Reached { functions: vec![false; graph.functions.len()], data: vec![false; graph.data.len()] };
    let mut open: Vec<Node> = from.map(Node::Function).collect();
    while let Some(node) = open.pop() {
        let (seen, needs) = match node {
            Node::Function(at) if ways.get(&at).is_some_and(|chunk| Some(*chunk) != own) => continue,
            Node::Function(at) => (&mut reached.functions[at], &graph.functions[at]),
            Node::Data(at) => (&mut reached.data[at], &graph.data[at]),
        };
        if !std::mem::replace(seen, true) {
            open.extend(needs);
        }
    }
    reached
}

#[cfg(test)]
mod tests {
    use super::*;
    use news_article_contract::chunk::CHUNKS;

    /// The name of a function that leads into a chunk.
    fn entered(name: &str) -> String {
        let chunk = CHUNKS.into_iter().find(|chunk| chunk.name == name).unwrap();
        format!("{}::show", chunk.entries[0])
    }

    /// Functions 0 (exported), 1 and 2 (ways into `native` and `networks`), 3 to 6; each stands in the slot of its number.
    fn graph(functions: [&[Node]; 7], data: &[&[Node]]) -> Graph {
        Graph {
            names: [(1, entered("native")), (2, entered("networks"))].into(),
            functions: functions.map(<[Node]>::to_vec).to_vec(),
            data: data.iter().map(|needs| needs.to_vec()).collect(),
            ranges: (0..data.len() as u32).map(|at| at * 8..at * 8 + 8).collect(),
            slots: (0..7).map(|at| (at, at as usize)).collect(),
            exported: vec![0],
        }
    }

    fn slots(plan: &Plan, chunk: &str) -> Vec<u32> {
        plan.chunks[chunk].slots.iter().copied().collect()
    }

    use Node::{Data, Function};

    #[test]
    fn what_one_chunk_alone_reaches_is_its_own_through_data_too() {
        let plan = Plan::of(&graph(
            [&[Function(1), Function(2)], &[Data(0)], &[], &[Function(4)], &[], &[], &[]],
            &[&[Function(3)]],
        ));
        assert_eq!(slots(&plan, "native"), [1, 3, 4]);
        assert_eq!(plan.chunks["native"].data.first(), Some(&(0..8)));
        assert_eq!(slots(&plan, "networks"), [2]);
    }

    #[test]
    fn what_a_chunk_shares_with_one_that_comes_after_it_is_its_own() {
        let mut graph = graph(
            [
                &[Function(1), Function(2)],
                &[Function(3), Data(0)],
                &[Function(3), Function(4), Data(0)],
                &[],
                &[],
                &[],
                &[],
            ],
            &[&[Function(5)]],
        );
        for (index, chunk) in [(1, "sections"), (2, "related")] {
            graph.names.insert(index, entered(chunk));
        }
        let plan = Plan::of(&graph);
        assert_eq!(slots(&plan, "sections"), [1, 3, 5]);
        assert_eq!(slots(&plan, "related"), [2, 4]);
        assert_eq!((plan.chunks["sections"].data.len(), plan.chunks["related"].data.len()), (1, 0));
    }

    #[test]
    fn what_two_chunks_or_the_main_module_reach_stays() {
        let plan = Plan::of(&graph(
            [
                &[Function(1), Function(2), Function(5)],
                &[Function(3), Function(5), Data(0)],
                &[Function(3), Data(0)],
                &[Function(4)],
                &[],
                &[],
                &[],
            ],
            &[&[Function(6)]],
        ));
        assert_eq!(slots(&plan, "native"), [1]);
        assert_eq!(slots(&plan, "networks"), [2]);
        assert_eq!(plan.chunks["native"].data, []);
    }

    #[test]
    fn a_chunk_does_not_reach_into_another() {
        let plan =
            Plan::of(&graph([&[Function(1)], &[Function(2)], &[Function(3)], &[], &[], &[], &[]], &[]));
        assert_eq!(slots(&plan, "native"), [1]);
        assert_eq!(slots(&plan, "networks"), [2, 3]);
    }

    #[test]
    fn a_slot_is_dead_where_only_dead_data_name_its_function() {
        let plan = Plan::of(&graph(
            [&[Function(1)], &[Data(1)], &[], &[Function(4)], &[], &[], &[]],
            &[&[Function(3)], &[Function(5)]],
        ));
        assert_eq!(plan.dead_slots, [3, 4, 6].into());
    }

    #[test]
    fn data_that_nothing_reaches_is_dead_unless_what_is_needed_shares_its_place() {
        let mut graph = graph([&[Function(1)], &[Data(1)], &[], &[], &[], &[], &[]], &[&[], &[], &[], &[]]);
        graph.ranges = vec![0..8, 8..16, 12..20, 20..28];
        assert_eq!(Plan::of(&graph).dead, [0..8, 20..28]);
    }

    #[test]
    fn data_under_two_names_belongs_to_a_chunk_only_if_both_do() {
        let mut graph = graph([&[Function(1), Data(1)], &[Data(0)], &[], &[], &[], &[], &[]], &[&[], &[]]);
        graph.ranges = vec![0..8, 4..12];
        assert_eq!(Plan::of(&graph).chunks["native"].data, []);
    }
}
