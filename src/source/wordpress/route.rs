//! Addresses of WordPress' REST interface.

use crate::network::address::{Address, percent_decode};
use crate::text::search::{pieces, without_end};

/// Whether an endpoint is WordPress' list of comments, and speaks its contract: with pretty permalinks, or without.
pub fn is_comments(endpoint: &Address) -> bool {
    let route = "/wp/v2/comments";
    let address = endpoint.without_fragment();
    let plain = pieces(address, "?&").find_map(|pair| pair.strip_prefix("rest_route="));
    without_end(endpoint.path(), "/").ends_with(route)
        || plain.is_some_and(|value| percent_decode(value).ends_with(route))
}
