//! Nodes and their relationships, which refer by type and identifier to entries of `included`.

use super::fields::Fields;
use crate::network::address::{Address, Purpose, resolve};
use crate::network::json::Json;
use crate::source::limit::SIZES_MAX;
use crate::source::native::moment;
use crate::text::search::{around, concat};
use std::collections::BTreeMap;

/// The most targets of one relation, and the most relations.
const TARGETS_MAX: usize = 500;

/// A document, with the nodes that it includes.
pub(super) struct Nodes {
    data: Json,
    included: BTreeMap<String, Json>,
    fields: Fields,
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

/// The text of a field: processed HTML, else the value.
fn written(field: &Json) -> Option<String> {
    field.line("processed").or_else(|| field.line("value")).or_else(|| field.trimmed())
}

impl Nodes {
    /// Reads a document. `fields` is the attribute of that name.
    pub(super) fn of(json: &Json, fields: &str) -> Self {
        // Inserted one by one: `collect` sorts first, and the code of that sort was a seventh of this chunk.
        let mut included = BTreeMap::new();
        for node in json.get("included").items() {
            if let Some(key) = key(&node) {
                included.insert(key, node);
            }
        }
        let data = json.get("data");
        Nodes { data: if data.is_null() { json.clone() } else { data }, included, fields: Fields::of(fields) }
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

    /// The names of fields that the page gives.
    pub(super) fn fields(&self) -> &'a Fields {
        &self.nodes.fields
    }

    /// The fields that the page has named for `what`, if the node has one of them. A node of another type is read as if
    /// none were named.
    pub(super) fn holding(&self, what: &str) -> Option<&'a [String]> {
        self.fields().of_what(what).filter(|names| names.iter().any(|name| self.has(name)))
    }

    /// Returns true if the node has a field of that name, even an empty one.
    pub(super) fn has(&self, name: &str) -> bool {
        let has = |json: &Json| json.is_object() && json.keys().iter().any(|key| key == name);
        has(&self.attributes) || has(&self.whole.get("relationships"))
    }

    /// A text field: a string, or HTML that Drupal has processed.
    pub(super) fn text(&self, key: &str) -> Option<String> {
        written(&self.values(key).into_iter().next()?)
    }

    /// Every value of a text field.
    pub(super) fn texts(&self, key: &str) -> Vec<String> {
        self.values(key).iter().filter_map(written).collect()
    }

    /// The values of a field. A field that may have several values is a list.
    pub(super) fn values(&self, key: &str) -> Vec<Json> {
        let field = self.attributes.get(key);
        if field.is_array() { field.items_within(TARGETS_MAX) } else { vec![field] }
    }

    /// The first text in the fields that the page has named for `what`, if it has named any.
    pub(super) fn named_text(&self, what: &str) -> Option<Option<String>> {
        Some(self.holding(what)?.iter().find_map(|name| self.text(name)))
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

    /// Returns true if the node is a component that an article consists of.
    pub(super) fn is_part(&self) -> bool {
        let kind = self.kind();
        ["paragraph--", "block_content--", "component--"].iter().any(|mark| kind.starts_with(mark))
    }

    /// Returns true if a field is `true`.
    pub(super) fn is_set(&self, key: &str) -> bool {
        self.attributes.get(key).boolean() == Some(true)
    }

    /// The first date in the fields that the page has named for `what`, if it has named any.
    pub(super) fn named_date(&self, what: &str) -> Option<Option<String>> {
        Some(self.holding(what)?.iter().find_map(|name| moment(&self.text(name)?)))
    }

    /// Its links, for example to other sizes of a picture.
    pub(super) fn links(&self) -> Vec<Json> {
        self.whole.get("links").values_within(SIZES_MAX)
    }

    /// The nodes that an editor has related to this one.
    pub(super) fn related(&self) -> Vec<Node<'a>> {
        if let Some(fields) = self.holding("related") {
            return fields.iter().flat_map(|field| self.targets(field)).collect();
        }
        let mut related = Vec::new();
        for (name, targets) in self.relations() {
            if self.fields().name(&name) {
                continue;
            }
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
