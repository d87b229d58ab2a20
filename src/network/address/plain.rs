//! Recognises addresses that a parser would not change. Most links in an article are such, and a call of the
//! browser's parser is slow.

/// Returns true if parsing would certainly change nothing: `https`, a name of letters, a path, and nothing that is
/// escaped or resolved.
pub(super) fn is_parsed(raw: &str) -> bool {
    let Some(rest) = raw.strip_prefix("https://") else { return false };
    let mut is_host = true;
    let mut last = b'.';
    for byte in rest.bytes() {
        let fits = if is_host {
            is_host = byte != b'/';
            // A part of a name that begins with a digit may belong to an IPv4 address. A name in another script is in
            // Punycode, which a parser checks, and has two hyphens.
            byte.is_ascii_lowercase()
                || last != b'.'
                    && (byte.is_ascii_digit() || byte == b'/' || matches!(byte, b'.' | b'-') && last != b'-')
        } else {
            // `.` and `..` are steps of a path, which a parser resolves.
            byte.is_ascii_alphanumeric()
                || matches!(byte, b'-' | b'_' | b'/' | b'=' | b'&' | b'?' | b'#')
                || byte == b'.' && last != b'/'
        };
        if !fits {
            return false;
        }
        last = byte;
    }
    !is_host
}

#[cfg(test)]
mod tests {
    use super::is_parsed;
    use proptest::prelude::*;

    #[test]
    fn common_links_need_no_parser() {
        for address in [
            "https://www.example.org/",
            "https://example.org/2026/11/a-b_c.html?utm_source=a&x=1#part-2",
            "https://cdn.a1.example/w-640/photo.webp",
        ] {
            assert!(is_parsed(address), "{address}");
        }
    }

    #[test]
    fn what_a_parser_changes_or_refuses_is_parsed() {
        for address in [
            "https://example.org",
            "http://example.org/",
            "https://EXAMPLE.org/",
            "https://example.org:443/",
            "https://user@example.org/",
            "https://1.2.3.4/",
            "https://0x7f.1/",
            "https://a.1/",
            "https://xn--a/",
            "https:///a/",
            "https://a..b/",
            "https://example.org/../a",
            "https://example.org/a/./b",
            "https://example.org/a/..",
            "https://example.org/%2e%2e/a",
            "https://example.org/é",
            "https://example.org/a b",
            "https://example.org/a\tb",
            "https://example.org\\a/",
            "https://example.org/a\\b",
            "https://example.org/?q='",
            "//example.org/a",
            "/a",
            "",
        ] {
            assert!(!is_parsed(address), "{address}");
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(20_000))]

        #[test]
        fn a_parser_changes_nothing_that_needs_none(
            rest in "[a-zA-Z0-9.-]{0,9}[./?#:@x%]{0,2}[a-zA-Z0-9./?#&=+~_-]{0,12}"
        ) {
            let address = ["https://", &rest].concat();
            if is_parsed(&address) {
                prop_assert_eq!(url::Url::parse(&address).map(String::from), Ok(address));
            }
        }
    }
}
