//! What all readers of one body know.

use crate::article::Block;
use crate::network::address::{Address, Purpose, resolve};
use crate::network::json::Json;
use crate::source::compose::Budget;
use crate::text::search::concat;

/// What all readers of one body know.
pub(super) struct BodyContext<'a> {
    /// What its addresses are against.
    pub(super) base: Option<&'a Address>,
    /// How many nodes more may be read, in it and in all that stands in it.
    pub(super) budget: Budget,
    /// Whether a value is a body of its own, and what reads it, so deep in others.
    pub(super) is_body: fn(&Json) -> bool,
    pub(super) inner: fn(&Json, &BodyContext<'_>, u32) -> Option<Vec<Block>>,
}

impl BodyContext<'_> {
    /// The first of some members that is an address, or holds one as `url`, which passes.
    #[inline(never)]
    pub(super) fn address(&self, json: &Json, keys: &[&str], purpose: Purpose) -> Option<Address> {
        for key in keys {
            let value = json.get(key);
            if let Some(raw) = value.trimmed().or_else(|| value.line("url"))
                && let Some(address) = self.resolved(&raw, purpose)
            {
                return Some(address);
            }
        }
        None
    }

    /// An address that passes; of one that lacks its scheme (`//images.example/…`) also where nobody knows the page's.
    pub(super) fn resolved(&self, raw: &str, purpose: Purpose) -> Option<Address> {
        if self.base.is_none() && raw.starts_with("//") {
            return resolve(&concat(&["https:", raw]), None, purpose);
        }
        resolve(raw, self.base, purpose)
    }
}

/// The first member that is a text.
#[inline(never)]
pub(super) fn said(json: &Json, keys: &[&str]) -> Option<String> {
    keys.iter().find_map(|key| json.line(key))
}
