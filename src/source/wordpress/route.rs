//! Addresses of WordPress' REST interface.

use crate::network::address::{Address, percent_decode};
use crate::text::search::{pieces, without_end};

/// Returns true if an endpoint is WordPress' list of comments, with or without pretty permalinks.
pub fn is_comments(endpoint: &Address) -> bool {
    let route = "/wp/v2/comments";
    let address = endpoint.without_fragment();
    let plain = pieces(address, "?&").find_map(|pair| pair.strip_prefix("rest_route="));
    without_end(endpoint.path(), "/").ends_with(route)
        || plain.is_some_and(|value| percent_decode(value).ends_with(route))
}

/// Returns true if an endpoint carries a nonce. Then the reader is logged in, and WordPress knows their name and
/// address.
pub fn is_members(endpoint: &Address) -> bool {
    is_comments(endpoint)
        && pieces(endpoint.without_fragment(), "?&")
            .any(|pair| pair.strip_prefix("_wpnonce=").is_some_and(|nonce| !nonce.is_empty()))
}

#[cfg(test)]
mod tests {
    use super::{is_comments, is_members};
    use crate::network::address::{Purpose, resolve};

    #[test]
    fn a_nonce_in_the_address_of_comments_says_that_the_reader_is_logged_in() {
        let told = |path: &str| {
            let address = resolve(
                path,
                resolve("https://blog.example/", None, Purpose::Endpoint).as_ref(),
                Purpose::Endpoint,
            );
            address.map(|address| (is_comments(&address), is_members(&address)))
        };
        for (path, expected) in [
            ("/wp-json/wp/v2/comments", (true, false)),
            ("/wp-json/wp/v2/comments?_wpnonce=3b1c9b4bad", (true, true)),
            ("/index.php?rest_route=/wp/v2/comments&_wpnonce=3b1c9b4bad", (true, true)),
            ("/wp-json/wp/v2/comments?_wpnonce=", (true, false)),
            ("/comments?_wpnonce=3b1c9b4bad", (false, false)),
        ] {
            assert_eq!(told(path), Some(expected), "{path}");
        }
    }
}
