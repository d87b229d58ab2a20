//! What comes beside a document and is named in it, as Contentful's GraphQL and DatoCMS send it.

use crate::network::json::Json;
use std::collections::BTreeMap;

/// The most things of a list that are looked at.
const RECORDS_MAX: usize = 400;

/// Things by their names; of two with one name the first.
#[derive(Default)]
pub(super) struct Records(BTreeMap<String, Json>);

impl Records {
    /// Adds a list of things, each under the name that it has.
    pub(super) fn add(&mut self, list: &Json, name: impl Fn(&Json) -> Option<String>) {
        for thing in list.items_within(RECORDS_MAX) {
            if let Some(name) = name(&thing) {
                self.0.entry(name).or_insert(thing);
            }
        }
    }

    /// The thing of a name.
    pub(super) fn find(&self, name: &str) -> Option<Json> {
        self.0.get(name).cloned()
    }
}
