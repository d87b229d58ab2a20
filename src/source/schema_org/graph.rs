//! The nodes of a JSON-LD document, and what refers to what.

use crate::network::json::Json;
use crate::text::search::pieces;

/// The most nodes that are looked at.
const NODES_MAX: usize = 1_000;
/// How deep a document is searched for nodes: an array of pages whose main entities are graphs is four.
const DEPTH_MAX: u32 = 6;

/// Every node that stands for itself: in an array, in `@graph`, as the main entity or the trail of a page.
pub(super) struct Graph {
    nodes: Vec<Json>,
}

impl Graph {
    pub(super) fn new(json: &Json) -> Self {
        let mut graph = Graph { nodes: Vec::new() };
        graph.gather(json, 0);
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

    /// The values of a field, each in full where it is a reference.
    pub(super) fn each(&self, node: &Json, key: &str) -> Vec<Json> {
        each(&node.get(key)).iter().map(|value| self.follow(value)).collect()
    }

    /// The node that a reference refers to; anything else is itself.
    pub(super) fn follow(&self, value: &Json) -> Json {
        if value.get("@type").is_null()
            && let Some(id) = value.line("@id")
            && let Some(node) = self.nodes.iter().find(|node| node.line("@id").as_ref() == Some(&id))
        {
            return node.clone();
        }
        value.clone()
    }
}

/// The values of a field: JSON-LD writes a single one without its array.
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
    each(&node.get("@type")).iter().filter_map(Json::text).map(short).collect()
}
