use super::{Address, Purpose, resolve, srcset};
use proptest::prelude::*;

fn base() -> Address {
    resolve("https://news.example/maroc/article?x=1#top", None, Purpose::Page).unwrap()
}

fn link(raw: &str) -> Option<String> {
    resolve(raw, Some(&base()), Purpose::Link).map(|address| address.as_str().to_owned())
}

#[test]
fn relative_addresses_resolve_against_the_base() {
    assert_eq!(link("/a").as_deref(), Some("https://news.example/a"));
    assert_eq!(link("b?c=d").as_deref(), Some("https://news.example/maroc/b?c=d"));
    assert_eq!(link("//other.example/x").as_deref(), Some("https://other.example/x"));
    assert_eq!(link("#note").as_deref(), Some("https://news.example/maroc/article?x=1#note"));
}

#[test]
fn what_comes_out_is_what_was_parsed() {
    assert_eq!(link("/\\evil.example").as_deref(), Some("https://evil.example/"));
    assert_eq!(link("\\\\evil.example").as_deref(), Some("https://evil.example/"));
    assert_eq!(link("ht\ntps://a.example/\tb").as_deref(), Some("https://a.example/b"));
    assert_eq!(link(" \u{0}\u{1f}https://a.example").as_deref(), Some("https://a.example/"));
}

#[test]
fn scripts_in_any_disguise_do_not_pass() {
    for raw in [
        "javascript:alert(1)",
        " javascript:alert(1)",
        "java\tscript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "\u{1}javascript:alert(1)",
        "java\nscript\n:alert(1)",
        "vbscript:x",
        "data:text/html,<script>alert(1)</script>",
        "data:image/svg+xml;base64,PHN2Zz4=",
        "blob:https://news.example/1",
        "file:///etc/passwd",
        "filesystem:https://a/b",
        "intent://x",
        "view-source:https://a.example",
    ] {
        for purpose in [Purpose::Link, Purpose::Page, Purpose::Image, Purpose::Endpoint] {
            assert_eq!(resolve(raw, Some(&base()), purpose), None, "{raw:?} as {purpose:?}");
        }
    }
}

#[test]
fn the_purpose_decides_the_schemes() {
    assert!(resolve("mailto:a@b.example", None, Purpose::Link).is_some());
    assert!(resolve("mailto:a@b.example", None, Purpose::Page).is_none());
    assert!(resolve("tel:+212600000000", None, Purpose::Link).is_some());
    assert!(resolve("https://user:secret@a.example/", None, Purpose::Endpoint).is_none());
    assert!(resolve("data:image/png;base64,iVBORw0KGgo=", None, Purpose::Image).is_some());
    assert!(resolve("data:image/png;base64,iVBORw0KGgo=", None, Purpose::Link).is_none());
    let large = format!("data:image/png;base64,{}", "A".repeat(70_000));
    assert!(resolve(&large, None, Purpose::Image).is_none());
}

#[test]
fn an_empty_address_is_none() {
    assert_eq!(link(""), None);
    assert_eq!(link(" \t"), None);
    assert_eq!(resolve("/a", None, Purpose::Link), None);
}

#[test]
fn a_fragment_is_decoded() {
    let address = resolve("#caf%C3%A9", Some(&base()), Purpose::Link).unwrap();
    assert_eq!(address.fragment().as_deref(), Some("café"));
    assert_eq!(address.without_fragment(), "https://news.example/maroc/article?x=1");
    assert_eq!(address.origin(), "https://news.example");
    assert_eq!(address.path(), "/maroc/article");
}

#[test]
fn a_page_is_told_by_its_address_and_not_by_the_way_to_it() {
    let key = |raw: &str| resolve(raw, Some(&base()), Purpose::Page).unwrap().page_key();
    for same in [
        "/a/",
        "/a#top",
        "/a?",
        "/a/?utm_source=mail&utm_medium=x#top",
        "/a?fbclid=1&gclid=2",
        "https://NEWS.example:443/a",
    ] {
        assert_eq!(key(same), key("/a"), "{same}");
    }
    assert_eq!(key("/?p=12&utm_source=x&page=2"), key("/?p=12&page=2"));
    assert_eq!(key("https://news.example"), key("/"));
    for other in
        ["/b", "/a/b", "/A", "/a?p=1", "/a?utm=1", "http://news.example/a", "https://www.news.example/a"]
    {
        assert_ne!(key(other), key("/a"), "{other}");
    }
    assert_ne!(key("/?p=12"), key("/?p=13"));
}

#[test]
fn each_candidate_of_a_srcset_passes_on_its_own() {
    let kept = srcset("/a.jpg 300w, javascript:alert(1) 600w,b.jpg 2x , /c.jpg, /d.jpg 1e9w", Some(&base()));
    assert_eq!(
        kept.as_deref(),
        Some(
            "https://news.example/a.jpg 300w, https://news.example/maroc/b.jpg 2x, https://news.example/c.jpg"
        )
    );
    assert_eq!(srcset("javascript:x 1x, data:text/html,x 2x", Some(&base())), None);
    assert_eq!(srcset("", Some(&base())), None);
    // As resizing services write them: a comma within is a part of the address, at its end it is not.
    assert_eq!(
        srcset("/w_400,c_fill/a.jpg 400w, /w_800,c_fill/a.jpg 800w, /b.jpg,", Some(&base())).as_deref(),
        Some(
            "https://news.example/w_400,c_fill/a.jpg 400w, https://news.example/w_800,c_fill/a.jpg 800w, https://news.example/b.jpg"
        )
    );
}

/// The cases of the URL standard's own tests that matter here: input, base, what parses
/// (<https://github.com/web-platform-tests/wpt/blob/master/url/resources/urltestdata.json>).
#[test]
fn the_url_standards_cases_hold() {
    for (raw, expected) in [
        ("http://example\t.\norg", "http://example.org/"),
        ("http:foo.com", "http://foo.com/"),
        ("\t   :foo.com   \n", "https://news.example/maroc/:foo.com"),
        ("http://f:00000000000000000000080/c", "http://f/c"),
        ("http:\\\\x:c\\path", ""),
        ("http://www/foo%2Ehtml", "http://www/foo%2Ehtml"),
        ("https:/example.com/", "https://news.example/example.com/"),
        ("http:\\\\foo.com\\", "http://foo.com/"),
        ("\\x", "https://news.example/x"),
        ("http://ho%20st/", ""),
        ("http://[www.google.com]/", ""),
        ("http://a:b@c:29/d", "http://a:b@c:29/d"),
    ] {
        assert_eq!(link(raw).unwrap_or_default(), expected, "{raw:?}");
    }
}

proptest! {
    #[test]
    fn whatever_goes_in_an_allowed_scheme_comes_out(raw in "\\PC*|(java|data|vb)?[\\x00-\\x20]{0,3}(script|https?|mailto)?:?[/\\\\]{0,3}\\PC{0,20}") {
        for (purpose, schemes) in [
            (Purpose::Link, &["http:", "https:", "mailto:", "tel:"][..]),
            (Purpose::Page, &["http:", "https:"]),
            (Purpose::Image, &["http:", "https:", "data:image/"]),
            (Purpose::Endpoint, &["http:", "https:"]),
        ] {
            if let Some(address) = resolve(&raw, Some(&base()), purpose) {
                prop_assert!(schemes.iter().any(|scheme| address.as_str().starts_with(scheme)));
                // Only `mailto:` and `tel:` may keep a space (the standard's opaque paths).
                let web = address.as_str().starts_with("http");
                prop_assert!(!address.as_str().contains(|c: char| c < ' ' || (web && c == ' ')));
            }
        }
    }

    #[test]
    fn a_srcset_never_gains_a_scheme(raw in "[ ,a-z:/.0-9xw\\\\\t]{0,60}") {
        if let Some(kept) = srcset(&raw, Some(&base())) {
            for candidate in kept.split(", ") {
                prop_assert!(candidate.starts_with("http"));
            }
        }
    }
}
