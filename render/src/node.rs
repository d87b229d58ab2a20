//! Builds a node of JSON-LD. Members without a value are left out.

use serde_json::{Map, Value};

/// The node.
#[derive(Default)]
pub(crate) struct Node(Map<String, Value>);

impl Node {
    /// A node of a type.
    pub(crate) fn new(kind: &str) -> Self {
        let mut node = Node::default();
        node.put("@type", kind);
        node
    }

    /// Sets a member.
    pub(crate) fn put(&mut self, name: &str, value: impl Into<Value>) {
        self.0.insert(name.to_owned(), value.into());
    }

    /// Sets a member if there is a value.
    pub(crate) fn some(&mut self, name: &str, value: Option<impl Into<Value>>) {
        if let Some(value) = value {
            self.put(name, value);
        }
    }

    /// Sets a list if it is not empty.
    pub(crate) fn list(&mut self, name: &str, values: Vec<Value>) {
        if !values.is_empty() {
            self.put(name, values);
        }
    }
}

impl From<Node> for Value {
    fn from(node: Node) -> Self {
        Self::Object(node.0)
    }
}
