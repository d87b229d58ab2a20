//! The terms of an article: section, label and tags.

use super::named::{names, page_of};
use super::node::{Node, headline};
use crate::article::{Label, Named};
use crate::network::address::Address;
use crate::source::label;
use crate::source::limit::NAMES_MAX;
use crate::text::search::around;

/// The roles of an article's terms.
#[derive(Default)]
pub(super) struct Terms {
    pub(super) section: Option<Named>,
    pub(super) tags: Vec<Named>,
    pub(super) label: Option<Label>,
}

impl Terms {
    fn tag(&mut self, tag: Named) {
        if self.tags.len() < NAMES_MAX && !self.tags.iter().any(|known| known.name == tag.name) {
            self.tags.push(tag);
        }
    }
}

/// The terms by the fields that the page has named, else by vocabulary.
pub(super) fn terms(node: &Node<'_>, base: Option<&Address>) -> Terms {
    let fields = node.fields();
    let mut terms = Terms::default();
    let named = |what: &str| node.holding(what).map(|fields| names(node, fields, base));
    if let Some(sections) = named("section") {
        let mut sections = sections.into_iter();
        terms.section = sections.next();
        sections.for_each(|other| terms.tag(other));
    }
    if let Some(tags) = named("tags") {
        tags.into_iter().for_each(|tag| terms.tag(tag));
    }
    if let Some(label) = named("label").and_then(|labels| labels.into_iter().next()) {
        terms.label =
            Some(label::kind(&label.name).map_or_else(|| label::worded(label.name), label::of_kind));
    }
    for (name, targets) in node.relations() {
        if !fields.name(&name) {
            targets.iter().for_each(|term| guess(node, &name, term, base, &mut terms));
        }
    }
    terms
}

/// Adds a term by its vocabulary, or by the name of the relationship.
fn guess(node: &Node<'_>, relation: &str, term: &Node<'_>, base: Option<&Address>, terms: &mut Terms) {
    let kind = term.kind();
    let (Some(vocabulary), Some(title)) = (kind.strip_prefix("taxonomy_term--"), headline(term)) else {
        return;
    };
    let is = |marks: &[&str]| {
        marks.iter().any(|mark| around(vocabulary, mark).is_some() || around(relation, mark).is_some())
    };
    let is_guessed = |what: &str| node.holding(what).is_none();
    if is_guessed("label")
        && is(&["type", "genre", "label", "format", "kind"])
        && let Some(kind) = label::kind(&title)
    {
        terms.label = Some(label::of_kind(kind));
        return;
    }
    if term.is_author(relation) {
        return;
    }
    let named = Named { name: title, url: page_of(term, base) };
    if terms.section.is_none()
        && is_guessed("section")
        && is(&["section", "categor", "channel", "rubri", "ressort", "desk"])
    {
        terms.section = Some(named);
    } else if is_guessed("tags") {
        terms.tag(named);
    }
}
