//! The context that all readers of one body share.

use crate::article::Block;
use crate::network::address::{Address, Purpose, resolve};
use crate::network::json::Json;
use crate::source::compose::Budget;
use crate::text::search::concat;

/// The context that all readers of one body share.
pub(super) struct BodyContext<'a> {
    /// The address that its addresses are resolved against.
    pub(super) base: Option<&'a Address>,
    /// The budget of nodes, including those in nested bodies.
    pub(super) budget: Budget,
    /// Tells if a value is a body of its own, and reads it at a depth.
    pub(super) is_body: fn(&Json) -> bool,
    pub(super) inner: fn(&Json, &BodyContext<'_>, u32) -> Option<Vec<Block>>,
}

impl BodyContext<'_> {
    /// The first of some members that is a valid address, or holds one as `url`.
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

    /// A valid address. One without a scheme (`//images.example/…`) is accepted even if the page's own is unknown.
    pub(super) fn resolved(&self, raw: &str, purpose: Purpose) -> Option<Address> {
        if self.base.is_none() && raw.starts_with("//") {
            return resolve(&concat(&["https:", raw]), None, purpose);
        }
        resolve(raw, self.base, purpose)
    }
}

/// The first member that is a text.
#[inline(never)]
pub(super) fn first_text(json: &Json, keys: &[&str]) -> Option<String> {
    keys.iter().find_map(|key| json.line(key))
}
