//! Tests what all dialects have in common; [`systems`] has the tests of each.

mod systems;

use super::{blocks, recognise};
use crate::article::Block;
use crate::network::address::{Purpose, resolve};
use crate::network::json::Json;
use crate::source::html::tests::brief::brief;
use crate::source::reader::Reader;
use crate::source::{Context, Format, SourceErrorKind};
use serde_json::{Value, json};

/// Reads a body.
fn read(body: &Json) -> Vec<Block> {
    let base = resolve("https://cms.example/articles/amara", None, Purpose::Page);
    blocks(recognise(body).expect("a dialect"), body, base.as_ref()).expect("within the caps")
}

/// A body in short notation, one line a block.
fn seen(body: &Json) -> String {
    let lines: Vec<String> = read(body).iter().map(|block| brief(std::slice::from_ref(block))).collect();
    lines.join("\n")
}

#[test]
fn a_body_that_is_stored_as_a_text_is_read_as_what_it_holds() {
    let sample = |name: &str| {
        let path = format!("{}/tests/fixtures/dialects/{name}.json", env!("CARGO_MANIFEST_DIR"));
        Json::parse(&std::fs::read_to_string(path).unwrap()).unwrap()
    };
    let (object, text) = (sample("editor-js").get("body"), sample("editor-js-text").get("body"));
    assert!(text.text().is_some());
    assert_eq!(seen(&text.unpacked()), seen(&object));
    // This project's own blocks, too; and what stands in a component.
    let article = |body: &str| {
        let document = Json::from(json!({"title": "T", "body": body}));
        let reader = Reader::in_one_piece(Format::recognise(&document));
        crate::source::article(reader, &document, &Context::default())
    };
    assert_eq!(brief(&article(r#" [{"type": "paragraph", "content": "Un"}]"#).unwrap().body), "p(Un)");
    let zone = json!([{"__component": "corps.texte", "texte": r#"{"blocks": [{"type": "paragraph", "data": {"text": "Un <b>mot</b>"}}]}"#}]);
    assert_eq!(seen(&Json::from(zone)), "p(Un [strong mot])");
    for (body, message) in [
        ("<p>Un</p>", "native: body is a text; HTML belongs into bodyHtml"),
        ("{un", "native: body is a text; HTML belongs into bodyHtml"),
        ("{\"un\": 1}", "native: body is an object in no dialect that is known"),
    ] {
        assert_eq!(article(body).unwrap_err().message, message);
    }
}

#[test]
fn an_object_in_no_dialect_is_an_error_that_names_the_field() {
    let document = Json::parse(r#"{"title": "T", "body": {"root": {"blocks": []}}}"#).unwrap();
    let reader = Reader::in_one_piece(Format::recognise(&document));
    let error = crate::source::article(reader, &document, &Context::default()).unwrap_err();
    assert_eq!(error.kind, SourceErrorKind::Malformed);
    assert!(error.message.contains("body"), "{}", error.message);
}

#[test]
fn a_document_of_another_system_is_not_taken_for_native_by_an_object_named_body() {
    let node = r#"{"drupal_internal__nid": 7, "title": "T", "body": {"processed": "<p>Un</p>"}}"#;
    assert_eq!(Format::recognise(&Json::parse(node).unwrap()), Format::Drupal);
}

#[test]
fn this_projects_own_blocks_are_in_no_dialect() {
    for body in [
        r#"[{"type": "paragraph", "content": "Un"}]"#,
        r#"["Un"]"#,
        "[]",
        r#"[{"type": "image", "src": "https://a.example/a.jpg", "width": 3}]"#,
        r#"[{"type": "demain", "content": "Un"}]"#,
    ] {
        assert_eq!(recognise(&Json::parse(body).unwrap()), None, "{body}");
    }
}

#[test]
fn what_is_nested_deeper_than_any_article_keeps_its_text() {
    let nested = |inner: Value, around: fn(Value) -> Value| (0..300).fold(inner, |inner, _| around(inner));
    let quotes = nested(
        json!({"type": "text", "text": "au fond"}),
        |inner| json!({"type": "blockquote", "content": [inner]}),
    );
    let things = nested(json!({"text": "au fond"}), |inner| json!({"a": {"b": inner}}));
    let lists = nested(json!({"content": "au fond"}), |inner| json!({"content": "x", "items": [inner]}));
    for body in [
        json!({"type": "doc", "content": [quotes]}),
        json!([{"_type": "x", "c": things}]),
        json!({"blocks": [{"type": "list", "data": {"items": [lists]}}]}),
    ] {
        assert!(seen(&Json::from(body)).contains("au fond"));
    }
}

#[test]
fn more_nodes_than_the_caps_allow_are_an_error() {
    let bodies = [
        format!(r#"[{}{{"_type": "block"}}]"#, r#"{"_type": "block"},"#.repeat(20_000)),
        format!(r#"{{"type": "doc", "content": [{}{{}}]}}"#, "{},".repeat(20_000)),
        format!(r#"{{"blocks": [{}{{}}]}}"#, "{},".repeat(20_000)),
        format!(r#"[{{"type": "paragraph", "spans": []}}{}]"#, ",{}".repeat(20_000)),
        format!(r#"[{{"_type": "x", "c": [{}0]}}]"#, "0,".repeat(20_000)),
    ];
    for body in bodies {
        let document = Json::parse(&format!(r#"{{"title": "T", "body": {body}}}"#)).unwrap();
        let reader = Reader::in_one_piece(Format::recognise(&document));
        let error = crate::source::article(reader, &document, &Context::default()).unwrap_err();
        assert_eq!(error.kind, SourceErrorKind::TooLarge);
    }
}

#[test]
fn no_address_of_a_scheme_that_is_not_allowed_becomes_a_link() {
    let body = r#"{"type": "doc", "content": [
        {"type": "paragraph", "content": [{"type": "text", "text": "lien", "marks": [{"type": "link", "attrs": {"href": "javascript:alert(1)"}}]}]},
        {"type": "image", "attrs": {"src": "data:text/html,x", "alt": "une vue"}},
        {"type": "iframe", "attrs": {"src": "vbscript:x//"}}]}"#;
    assert_eq!(seen(&Json::parse(body).unwrap()), "p(lien)\np(une vue)");
}
