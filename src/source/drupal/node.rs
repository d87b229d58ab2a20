//! Nodes and their relationships, which refer by type and identifier to entries of `included`.

use crate::network::address::{Address, Purpose, resolve};
use crate::network::json::Json;
use crate::source::limit::SIZES_MAX;
use crate::text::search::{around, concat};
use std::collections::BTreeMap;

/// The most targets of one relation, and the most relations.
const TARGETS_MAX: usize = 500;

/// A document, with the nodes that it includes.
pub(super) struct Nodes {
    data: Json,
    included: BTreeMap<String, Json>,
}

/// One node: an article, or a term, a file, a user, a paragraph.
pub(super) struct Node<'a> {
    whole: Json,
    /// Its attributes.
    pub(super) attributes: Json,
    nodes: &'a Nodes,
    /// Data of the relationship itself, such as a picture's alternative text.
    pub(super) meta: Json,
}

/// The key by which a node is referred to.
fn key(json: &Json) -> Option<String> {
    let (kind, id) = (json.line("type")?, json.line("id")?);
    Some(kind + " " + &id)
}

impl Nodes {
    pub(super) fn of(json: &Json) -> Self {
        let included = json.get("included").items();
        let data = json.get("data");
        Nodes {
            data: if data.is_null() { json.clone() } else { data },
            included: included.into_iter().filter_map(|node| Some((key(&node)?, node))).collect(),
        }
    }

    /// The nodes that were requested.
    pub(super) fn primary(&self) -> Vec<Node<'_>> {
        let data = if self.data.is_array() { self.data.items() } else { vec![self.data.clone()] };
        data.into_iter().map(|whole| self.node(whole, Json::null())).collect()
    }

    fn node(&self, whole: Json, meta: Json) -> Node<'_> {
        let attributes = whole.get("attributes");
        // In a flattened node the attributes are its own members.
        let attributes = if attributes.is_object() { attributes } else { whole.clone() };
        Node { attributes, whole, nodes: self, meta }
    }
}

impl<'a> Node<'a> {
    /// `node--article`, `file--file` …
    pub(super) fn kind(&self) -> String {
        self.whole.line("type").unwrap_or_default()
    }

    pub(super) fn identifier(&self) -> Option<String> {
        self.attributes.identifier("drupal_internal__nid").or_else(|| self.whole.identifier("id"))
    }

    pub(super) fn line(&self, key: &str) -> Option<String> {
        self.attributes.line(key)
    }

    /// A text field: a string, or HTML that Drupal has processed.
    pub(super) fn text(&self, key: &str) -> Option<String> {
        let field = self.attributes.get(key);
        let first = if field.is_array() { field.first() } else { field };
        first.line("processed").or_else(|| first.line("value")).or_else(|| first.trimmed())
    }

    /// The targets of a relationship, as far as they were sent along.
    pub(super) fn targets(&self, name: &str) -> Vec<Node<'a>> {
        let relation = self.whole.get("relationships").get(name).get("data");
        let flattened = self.whole.get(name);
        let list = if relation.is_null() { flattened } else { relation };
        let list = if list.is_array() { list.items() } else { vec![list] };
        let mut targets = Vec::new();
        for reference in list.into_iter().take(TARGETS_MAX).filter(Json::is_object) {
            let meta = [reference.get("meta"), reference.get("resourceIdObjMeta")];
            let meta = meta.into_iter().find(Json::is_object).unwrap_or_else(Json::null);
            match key(&reference).and_then(|key| self.nodes.included.get(&key)) {
                Some(node) => targets.push(self.nodes.node(node.clone(), meta)),
                // In a flattened document the target stands in place of the reference.
                None if reference.keys().len() > 3 => targets.push(self.nodes.node(reference, meta)),
                None => {}
            }
        }
        targets
    }

    /// All relationships with their targets.
    pub(super) fn relations(&self) -> Vec<(String, Vec<Node<'a>>)> {
        let relationships = self.whole.get("relationships");
        let names = if relationships.is_object() { relationships.keys() } else { self.whole.keys() };
        let names = names.into_iter().filter(|name| name != "links" && name != "path").take(TARGETS_MAX);
        names
            .map(|name| (name.clone(), self.targets(&name)))
            .filter(|(_, targets)| !targets.is_empty())
            .collect()
    }

    /// Returns true if the node is an author, by the name of the relationship or by its own type.
    pub(super) fn is_author(&self, relation: &str) -> bool {
        let relations =
            ["author", "byline", "contributor", "writer", "reporter", "journalist", "auteur", "autor"];
        let kind = self.kind();
        let kind = around(&kind, "--").map_or("", |(_, kind)| kind);
        relations.iter().any(|mark| around(relation, mark).is_some())
            || ["author", "contributor", "journalist"].iter().any(|mark| kind.starts_with(mark))
    }

    /// Its links, for example to other sizes of a picture.
    pub(super) fn links(&self) -> Vec<Json> {
        self.whole.get("links").values_within(SIZES_MAX)
    }

    /// The nodes that an editor has related to this one.
    pub(super) fn related(&self) -> Vec<Node<'a>> {
        let mut related = Vec::new();
        for (name, targets) in self.relations() {
            let others = targets.into_iter().filter(|target| target.kind().starts_with("node--"));
            related.extend(others.filter(|target| !target.is_author(&name)));
        }
        related
    }
}

/// The headline, as plain text.
pub(super) fn headline(node: &Node<'_>) -> Option<String> {
    node.line("title").or_else(|| node.line("name"))
}

/// The address of a node: its alias, else Drupal's own path.
pub(super) fn page(node: &Node<'_>, base: Option<&Address>) -> Option<Address> {
    let alias = node.attributes.at("path.alias").trimmed().or_else(|| {
        let id = node.attributes.identifier("drupal_internal__nid")?;
        Some(concat(&["/node/", &id]))
    });
    resolve(&alias?, base, Purpose::Page)
}
