//! Names with their pages: authors, and the terms, people and nodes that fields refer to.

use super::node::{Node, headline};
use crate::article::Named;
use crate::network::address::{Address, Purpose, resolve};
use crate::source::html;
use crate::source::limit::NAMES_MAX;
use crate::text::search::concat;

/// The names in fields: of terms, people and other nodes that they refer to, or their texts.
pub(super) fn names(node: &Node<'_>, fields: &[String], base: Option<&Address>) -> Vec<Named> {
    let mut names = Vec::new();
    for field in fields {
        let targets = node.targets(field);
        names.extend(targets.iter().filter_map(|target| named(target, base)));
        if targets.is_empty() {
            let texts = node.texts(field);
            let texts = texts.iter().map(|text| html::text(text)).filter(|text| !text.is_empty());
            names.extend(texts.map(|name| Named { name, url: None }));
        }
    }
    names.truncate(NAMES_MAX);
    names
}

/// The name and the page of a term, a user or a node.
fn named(node: &Node<'_>, base: Option<&Address>) -> Option<Named> {
    let name = node.line("display_name").or_else(|| headline(node))?;
    Some(Named { name, url: page_of(node, base) })
}

/// The authors: those in a field, else the user who created the node.
pub(super) fn authors(node: &Node<'_>, base: Option<&Address>) -> Vec<Named> {
    if let Some(fields) = node.holding("authors") {
        return names(node, fields, base);
    }
    let mut authors: Vec<Named> = Vec::new();
    for (name, targets) in node.relations() {
        // The user who created the node is the last resort.
        if name != "uid" && name != "revision_uid" && !node.fields().name(&name) {
            let those = targets.iter().filter(|target| target.is_author(&name));
            authors.extend(those.filter_map(|target| named(target, base)));
        }
    }
    authors.truncate(NAMES_MAX);
    if authors.is_empty() {
        let keys = ["field_author", "field_byline", "field_author_name"];
        authors.extend(
            keys.iter()
                .find_map(|key| node.text(key))
                .map(|name| Named { name: html::text(&name), url: None }),
        );
    }
    if authors.is_empty() {
        authors.extend(node.targets("uid").iter().filter_map(|user| named(user, base)));
    }
    authors
}

/// The page of a term, an author or a user.
pub(super) fn page_of(node: &Node<'_>, base: Option<&Address>) -> Option<Address> {
    let alias = node.attributes.at("path.alias").trimmed();
    let own = [("drupal_internal__tid", "/taxonomy/term/"), ("drupal_internal__nid", "/node/")];
    let path = alias.or_else(|| {
        own.iter().find_map(|(key, path)| Some(concat(&[path, &node.attributes.identifier(key)?])))
    });
    resolve(&path?, base, Purpose::Page)
}
