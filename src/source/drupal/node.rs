//! Nodes, and what they are related to: `relationships` name by type and identifier what stands in `included`.

use crate::network::address::{Address, Purpose, resolve};
use crate::network::json::Json;
use crate::source::limit::SIZES_MAX;
use crate::text::search::{around, concat};
use std::collections::BTreeMap;

/// The most targets of one relation, and the most relations.
const TARGETS_MAX: usize = 500;

/// A document, and what came along with it.
pub(super) struct Nodes {
    data: Json,
    included: BTreeMap<String, Json>,
}

/// One node: an article, or a term, a file, a user, a paragraph.
pub(super) struct Node<'a> {
    whole: Json,
    /// What it says of itself.
    pub(super) attributes: Json,
    nodes: &'a Nodes,
    /// What the relation says of it: a picture's alternative text is there.
    pub(super) meta: Json,
}

/// The name that a node goes by.
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

    /// The nodes that were asked for.
    pub(super) fn primary(&self) -> Vec<Node<'_>> {
        let data = if self.data.is_array() { self.data.items() } else { vec![self.data.clone()] };
        data.into_iter().map(|whole| self.node(whole, Json::null())).collect()
    }

    fn node(&self, whole: Json, meta: Json) -> Node<'_> {
        let attributes = whole.get("attributes");
        // Flattened, a node is its own attributes.
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

    /// What a relation leads to, as far as it came along.
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
                // Flattened, the target stands in its place.
                None if reference.keys().len() > 3 => targets.push(self.nodes.node(reference, meta)),
                None => {}
            }
        }
        targets
    }

    /// Every relation with its targets.
    pub(super) fn relations(&self) -> Vec<(String, Vec<Node<'a>>)> {
        let relationships = self.whole.get("relationships");
        let names = if relationships.is_object() { relationships.keys() } else { self.whole.keys() };
        let names = names.into_iter().filter(|name| name != "links" && name != "path").take(TARGETS_MAX);
        names
            .map(|name| (name.clone(), self.targets(&name)))
            .filter(|(_, targets)| !targets.is_empty())
            .collect()
    }

    /// Whether it is somebody who wrote what a relation of that name leads from: by that name, or by its own kind.
    pub(super) fn is_author(&self, relation: &str) -> bool {
        let relations =
            ["author", "byline", "contributor", "writer", "reporter", "journalist", "auteur", "autor"];
        let kind = self.kind();
        let kind = around(&kind, "--").map_or("", |(_, kind)| kind);
        relations.iter().any(|mark| around(relation, mark).is_some())
            || ["author", "contributor", "journalist"].iter().any(|mark| kind.starts_with(mark))
    }

    /// Its links, to pictures of other sizes for one.
    pub(super) fn links(&self) -> Vec<Json> {
        self.whole.get("links").values_within(SIZES_MAX)
    }

    /// The nodes that an editor has put beside this one.
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

/// The address of a node: its alias, else the path that Drupal makes.
pub(super) fn page(node: &Node<'_>, base: Option<&Address>) -> Option<Address> {
    let alias = node.attributes.at("path.alias").trimmed().or_else(|| {
        let id = node.attributes.identifier("drupal_internal__nid")?;
        Some(concat(&["/node/", &id]))
    });
    resolve(&alias?, base, Purpose::Page)
}
