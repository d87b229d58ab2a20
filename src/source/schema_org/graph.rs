//! The nodes of a JSON-LD document, and the references between them.

use crate::network::json::Json;
use crate::text::search::pieces;

/// The most nodes that are read.
const NODES_MAX: usize = 1_000;
/// The most types of a node.
const TYPES_MAX: usize = 10;
/// The depth to which a document is searched for nodes. An array of pages whose main entities are graphs needs four.
const DEPTH_MAX: u32 = 6;

/// The nodes of a document: from an array, from `@graph`, or the main entity or breadcrumb of a page.
pub(super) struct Graph {
    nodes: Vec<Json>,
    /// The index of each node by its `@id`, sorted.
    places: Vec<(String, usize)>,
}

impl Graph {
    pub(super) fn new(json: &Json) -> Self {
        let mut graph = Graph { nodes: Vec::new(), places: Vec::new() };
        graph.gather(json, 0);
        for (at, node) in graph.nodes.iter().enumerate() {
            // A node with nothing but its name refers to another.
            if !is_reference(node) {
                graph.places.extend(node.line("@id").map(|id| (id, at)));
            }
        }
        graph.places.sort_unstable();
        graph
    }

    fn gather(&mut self, json: &Json, depth: u32) {
        if depth > DEPTH_MAX || self.nodes.len() >= NODES_MAX {
            return;
        }
        for item in json.items() {
            self.gather(&item, depth + 1);
        }
        if !json.is_object() {
            return;
        }
        if !json.get("@type").is_null() {
            self.nodes.push(json.clone());
        }
        for key in ["@graph", "mainEntity", "mainEntityOfPage", "breadcrumb"] {
            self.gather(&json.get(key), depth + 1);
        }
    }

    pub(super) fn nodes(&self) -> &[Json] {
        &self.nodes
    }

    /// The first node of a type.
    pub(super) fn find(&self, kind: &str) -> Option<&Json> {
        self.nodes.iter().find(|node| types(node).iter().any(|name| name == kind))
    }

    /// The first `max` values of a field. References are replaced by their nodes, and repeated ones are left out.
    pub(super) fn each(&self, node: &Json, key: &str, max: usize) -> Vec<Json> {
        let (mut values, mut places) = (Vec::new(), Vec::new());
        for value in each(&node.get(key)).into_iter().take(max) {
            match self.place(&value) {
                None => values.push(value),
                Some(place) if !places.contains(&place) => {
                    places.push(place);
                    values.extend(self.nodes.get(place).cloned());
                }
                Some(_) => {}
            }
        }
        values
    }

    /// The node that a reference refers to; any other value unchanged.
    pub(super) fn follow(&self, value: &Json) -> Json {
        self.place(value).and_then(|place| self.nodes.get(place)).unwrap_or(value).clone()
    }

    /// The index of the node that a reference refers to.
    fn place(&self, value: &Json) -> Option<usize> {
        if is_reference(value)
            && let Some(id) = value.line("@id")
            && let at = self.places.partition_point(|(known, _)| *known < id)
            && let Some((_, place)) = self.places.get(at).filter(|(known, _)| *known == id)
        {
            return Some(*place);
        }
        None
    }
}

/// Returns true if a node has nothing but its identifier and type.
fn is_reference(value: &Json) -> bool {
    value.keys().iter().all(|key| matches!(key.as_str(), "@id" | "@type"))
}

/// The values of a field. JSON-LD writes a single one without an array.
pub(super) fn each(json: &Json) -> Vec<Json> {
    if json.is_array() {
        json.items()
    } else if json.is_null() {
        Vec::new()
    } else {
        vec![json.clone()]
    }
}

/// The types of a node by their short names: `https://schema.org/NewsArticle` and `schema:NewsArticle` are `NewsArticle`.
pub(super) fn types(node: &Json) -> Vec<String> {
    let short = |name: String| pieces(&name, "/:#").last().unwrap_or_default().to_owned();
    each(&node.get("@type")).iter().take(TYPES_MAX).filter_map(Json::trimmed).map(short).collect()
}
