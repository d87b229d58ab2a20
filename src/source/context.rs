//! The context of a document.

use crate::network::address::Address;

/// The origin of a document.
#[derive(Clone, Debug, Default)]
pub struct Context {
    /// The address of the document after redirects, which relative addresses are resolved against if nothing else is
    /// known.
    pub base: Option<Address>,
    /// The attribute `fields`, which names the fields of a Drupal site.
    pub fields: String,
}
