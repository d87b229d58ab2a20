//! How much is read.

/// The most teasers that are read from any list.
pub(super) const TEASERS_MAX: usize = 50;
