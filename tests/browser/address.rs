//! Tests the rules for addresses with the browser's own `URL`, as the native tests do with the crate `url`.

use news_article::network::address::{Address, Purpose, resolve, srcset};
use wasm_bindgen_test::wasm_bindgen_test;

fn base() -> Address {
    resolve("https://news.example/maroc/article?x=1#top", None, Purpose::Page).unwrap()
}

fn link(raw: &str) -> String {
    resolve(raw, Some(&base()), Purpose::Link).map(|address| address.as_str().to_owned()).unwrap_or_default()
}

/// Inputs and results from the URL standard's tests
/// (<https://github.com/web-platform-tests/wpt/blob/master/url/resources/urltestdata.json>).
#[wasm_bindgen_test]
fn the_url_standards_cases_hold() {
    for (raw, expected) in [
        ("http://example\t.\norg", "http://example.org/"),
        ("http:foo.com", "http://foo.com/"),
        ("http://f:00000000000000000000080/c", "http://f/c"),
        ("http:\\\\x:c\\path", ""),
        ("http:\\\\foo.com\\", "http://foo.com/"),
        ("///test", "https://test/"),
        ("\\x", "https://news.example/x"),
        ("/\\evil.example", "https://evil.example/"),
        ("http://[www.google.com]/", ""),
        ("java\tscript:alert(1)", ""),
        ("\u{1}javascript:alert(1)", ""),
        (" \u{0}\u{1f}https://a.example", "https://a.example/"),
        ("data:text/html,x", ""),
        ("blob:https://news.example/1", ""),
    ] {
        assert_eq!(link(raw), expected, "{raw:?}");
    }
}

#[wasm_bindgen_test]
fn a_hostile_base_element_changes_nothing() {
    let document = web_sys::window().unwrap().document().unwrap();
    let element = document.create_element("base").unwrap();
    element.set_attribute("href", "https://evil.example/").unwrap();
    document.query_selector("head").unwrap().unwrap().append_child(&element).unwrap();
    assert_eq!(link("/a"), "https://news.example/a");
    let page = news_article::network::address::page().unwrap();
    assert!(!page.as_str().contains("evil"), "{}", page.as_str());
    element.remove();
}

#[wasm_bindgen_test]
fn each_candidate_of_a_srcset_passes_on_its_own() {
    assert_eq!(
        srcset("/a.jpg 300w, javascript:alert(1) 600w", Some(&base())).as_deref(),
        Some("https://news.example/a.jpg 300w")
    );
}
