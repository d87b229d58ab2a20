//! What a source needs to know besides the document.

use crate::network::address::Address;

/// Where a document came from.
#[derive(Clone, Debug, Default)]
pub struct Context {
    /// Where the document came from, after redirects: what relative addresses fall back to.
    pub base: Option<Address>,
}
