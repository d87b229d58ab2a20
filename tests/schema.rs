//! Tests `article.schema.json`: every sample is valid, and what the widget refuses is not.

use jsonschema::Validator;
use serde_json::{Value, json};
use std::path::{Path, PathBuf};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

fn read(path: &Path) -> Value {
    let text = std::fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    serde_json::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn validator() -> Validator {
    let schema = read(&root().join("article.schema.json"));
    jsonschema::draft202012::meta::validate(&schema).expect("a schema of its own draft");
    jsonschema::draft202012::options().should_validate_formats(true).build(&schema).expect("a schema")
}

fn faults(validator: &Validator, document: &Value) -> Vec<String> {
    validator.iter_errors(document).map(|error| format!("{}: {error}", error.instance_path())).collect()
}

#[test]
fn every_sample_is_valid() {
    let validator = validator();
    let mut seen = 0;
    for entry in std::fs::read_dir(root().join("demo/api/articles")).expect("the samples") {
        let path = entry.expect("a sample").path();
        if path.extension().is_some_and(|extension| extension == "json") {
            assert_eq!(faults(&validator, &read(&path)), Vec::<String>::new(), "{}", path.display());
            seen += 1;
        }
    }
    assert!(seen > 2, "only {seen} samples");
}

#[test]
fn a_body_in_a_dialect_is_valid() {
    let validator = validator();
    for entry in std::fs::read_dir(root().join("tests/fixtures/dialects")).expect("the samples") {
        let path = entry.expect("a sample").path();
        assert_eq!(faults(&validator, &read(&path)), Vec::<String>::new(), "{}", path.display());
    }
}

#[test]
fn what_the_design_shows_is_valid() {
    let validator = validator();
    for document in [
        json!({"title": "T", "body": []}),
        json!({"title": "T", "bodyHtml": "<p>a</p>", "body": null, "image": null, "tags": null, "unknown": {"a": 1}}),
        json!({"id": 42, "title": "T", "body": [], "tags": ["a", {"name": "b", "url": "/b"}], "image": "/a.jpg",
            "summary": ["a", "b"], "section": "Maroc", "url": "../a?b#c"}),
        json!({"title": "T", "body": [
            {"type": "paragraph", "content": ["a ", {"type": "strong", "content": ["b"]}, {"type": "link", "href": "/c", "content": ["d"]}, {"type": "br"}], "lang": "ar", "dir": "rtl"},
            {"type": "heading", "level": 2, "content": ["a"]},
            {"type": "list", "ordered": true, "items": [[{"type": "paragraph", "content": ["a"]}]]},
            {"type": "image", "src": "/a.jpg", "caption": "b"},
            {"type": "gallery", "images": [{"src": "/a.jpg", "caption": ["b"]}]},
            {"type": "quote", "body": [{"type": "paragraph", "content": ["a"]}], "cite": "b"},
            {"type": "pullquote", "content": ["a"], "cite": "b"},
            {"type": "table", "head": [["a"]], "rows": [[["b"]]], "caption": "c"},
            {"type": "code", "text": "a", "language": "b"},
            {"type": "divider"},
            {"type": "audio", "src": "/a.mp3", "duration": 10},
            {"type": "video", "src": "/a.webm", "poster": "/a.jpg", "caption": "b"},
            {"type": "embed", "provider": "YouTube", "url": "https://www.youtube.com/watch?v=a", "title": "b"},
            {"type": "callout", "title": "a", "body": []},
            {"type": "details", "summary": "a", "body": []},
        ]}),
        json!({"title": "T", "body": [], "related": [{"url": "/a", "title": "b", "section": {"name": "c"}, "label": {"kind": "opinion"},
            "summary": ["d"], "image": {"src": "/e.jpg"}, "publishedAt": "2026-03-21"}]}),
    ] {
        assert_eq!(faults(&validator, &document), Vec::<String>::new(), "{document}");
    }
}

#[test]
fn what_the_widget_refuses_or_loses_is_not_valid() {
    let validator = validator();
    for document in [
        json!([]),
        json!({"body": []}),
        json!({"title": "T"}),
        json!({"title": "T", "body": null}),
        json!({"title": "T", "body": "text"}),
        json!({"title": "T", "body": {"root": {"blocks": []}}}),
        json!({"title": " ", "body": []}),
        json!({"title": 5, "body": []}),
        json!({"title": "T", "body": [{"type": "poll", "content": ["a"]}]}),
        json!({"title": "T", "body": [{"type": "image"}]}),
        json!({"title": "T", "body": [{"type": "paragraph", "content": [5]}]}),
        json!({"title": "T", "body": [], "access": "paid"}),
        json!({"title": "T", "body": [], "image": {"alt": "no address"}}),
        json!({"title": "T", "body": [], "url": "http://[a"}),
        json!({"title": "T", "body": [], "related": [{"title": "no address"}]}),
        json!({"title": "T", "body": [], "authors": [{"url": "/nobody"}]}),
    ] {
        assert!(!validator.is_valid(&document), "{document}");
    }
}
