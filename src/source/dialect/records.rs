//! Records that are sent beside a document, which refers to them by name, as in Contentful's GraphQL and DatoCMS.

use crate::network::json::Json;
use std::collections::BTreeMap;

/// The most records of a list that are read.
const RECORDS_MAX: usize = 400;

/// Records by name. If two have the same name, the first counts.
#[derive(Default)]
pub(super) struct Records(BTreeMap<String, Json>);

impl Records {
    /// Adds a list of records. `name` gives the name of each.
    pub(super) fn add(&mut self, list: &Json, name: impl Fn(&Json) -> Option<String>) {
        for thing in list.items_within(RECORDS_MAX) {
            if let Some(name) = name(&thing) {
                self.0.entry(name).or_insert(thing);
            }
        }
    }

    /// The record of a name.
    pub(super) fn find(&self, name: &str) -> Option<Json> {
        self.0.get(name).cloned()
    }
}
