use super::{blocks, is_marked};
use crate::network::json::Json;

/// What each dialect makes of its sample: every word of it, and where its links lead.
fn holds(sample: &str, words: &[&str]) {
    let json = Json::parse(sample).unwrap();
    assert!(is_marked(&json));
    let text = serde_json::to_string(&blocks(&json, None).unwrap()).unwrap();
    for word in words {
        assert!(text.contains(word), "{word} in {text}");
    }
}

#[test]
fn portable_text_has_its_lists_nested_and_its_links_put_on() {
    holds(
        r#"[{"_type": "block", "style": "h2", "children": [{"_type": "span", "text": "Titre"}]},
            {"_type": "block", "style": "normal", "markDefs": [{"_key": "a", "_type": "link", "href": "https://a.example/x"}],
             "children": [{"_type": "span", "text": "Un ", "marks": []}, {"_type": "span", "text": "lien", "marks": ["strong", "a"]}]},
            {"_type": "block", "listItem": "bullet", "level": 1, "children": [{"_type": "span", "text": "Monter"}]},
            {"_type": "block", "listItem": "number", "level": 2, "children": [{"_type": "span", "text": "Allumer"}]},
            {"_type": "image", "asset": {"url": "https://cdn.example/a-600x400.jpg"}, "alt": "Le phare", "caption": "Jeudi"},
            {"_type": "code", "code": "Fl(3)", "language": "text"},
            {"_type": "youtube", "url": "https://www.youtube.com/watch?v=abcdefghijk"},
            {"_type": "demain", "text": "Élément de demain"}]"#,
        &[
            r#""type":"heading""#,
            "https://a.example/x",
            r#""type":"strong""#,
            r#""ordered":true"#,
            "Allumer",
            "Le phare",
            r#""width":600"#,
            "Fl(3)",
            "YouTube",
            "Élément de demain",
        ],
    );
}

#[test]
fn prosemirror_tiptap_and_storyblok_are_one_tree_in_two_spellings() {
    holds(
        r#"{"type": "doc", "content": [
            {"type": "heading", "attrs": {"level": 3}, "content": [{"type": "text", "text": "Titre"}]},
            {"type": "paragraph", "content": [{"type": "text", "text": "Un "}, {"type": "text", "text": "mot", "marks": [{"type": "bold"}]},
             {"type": "hard_break"}, {"type": "text", "text": "écrire", "marks": [{"type": "link", "attrs": {"href": "a@a.example", "linktype": "email"}}]}]},
            {"type": "bullet_list", "content": [{"type": "list_item", "content": [{"type": "paragraph", "content": [{"type": "text", "text": "Monter"}]}]}]},
            {"type": "image", "attrs": {"src": "https://a.example/a.jpg", "alt": "Le phare"}},
            {"type": "table", "content": [{"type": "tableRow", "content": [{"type": "tableHeader", "content": [{"type": "paragraph", "content": [{"type": "text", "text": "Feu"}]}]}]}]},
            {"type": "demain", "content": [{"type": "text", "text": "Élément de demain"}]}]}"#,
        &[
            "Titre",
            r#""type":"br""#,
            "mailto:a@a.example",
            "Monter",
            "Le phare",
            r#""head":"#,
            "Feu",
            "Élément de demain",
        ],
    );
}

#[test]
fn contentful_resolves_what_it_embeds() {
    holds(
        r#"{"nodeType": "document", "content": [
            {"nodeType": "heading-2", "content": [{"nodeType": "text", "value": "Titre", "marks": []}]},
            {"nodeType": "paragraph", "content": [{"nodeType": "text", "value": "Un mot", "marks": [{"type": "italic"}]},
             {"nodeType": "hyperlink", "data": {"uri": "https://a.example/x"}, "content": [{"nodeType": "text", "value": "lien"}]}]},
            {"nodeType": "embedded-asset-block", "data": {"target": {"fields": {"title": "Le phare", "file": {"url": "//images.example/a.jpg", "contentType": "image/jpeg", "details": {"image": {"width": 600, "height": 400}}}}}}},
            {"nodeType": "demain", "content": [{"nodeType": "text", "value": "Élément de demain"}]}]}"#,
        &[
            "Titre",
            r#""type":"em""#,
            "https://a.example/x",
            "https://images.example/a.jpg",
            "Le phare",
            r#""width":600"#,
            "Élément de demain",
        ],
    );
}

#[test]
fn editor_js_has_html_in_its_lines() {
    holds(
        r#"{"blocks": [{"type": "header", "data": {"text": "Titre", "level": 2}}, {"type": "paragraph", "data": {"text": "Un <b>mot</b>"}},
            {"type": "list", "data": {"style": "ordered", "items": ["Monter", {"content": "Allumer", "items": [{"content": "la lampe", "items": []}]}]}},
            {"type": "quote", "data": {"text": "Très loin.", "caption": "Une pêcheuse"}},
            {"type": "image", "data": {"file": {"url": "https://a.example/a.jpg"}, "caption": "Le phare"}},
            {"type": "embed", "data": {"service": "youtube", "source": "https://www.youtube.com/watch?v=abcdefghijk", "caption": "Filmé"}},
            {"type": "table", "data": {"withHeadings": true, "content": [["Feu"], ["Amara"]]}},
            {"type": "demain", "data": {"text": "Élément de demain"}}]}"#,
        &[
            "Titre",
            r#""type":"strong""#,
            "la lampe",
            "Une pêcheuse",
            "Le phare",
            "Filmé",
            "Amara",
            "Élément de demain",
        ],
    );
}

#[test]
fn dato_finds_the_records_beside_its_document() {
    holds(
        r#"{"value": {"schema": "dast", "document": {"type": "root", "children": [
            {"type": "heading", "level": 2, "children": [{"type": "span", "value": "Titre"}]},
            {"type": "paragraph", "children": [{"type": "span", "value": "Un mot", "marks": ["emphasis"]}, {"type": "link", "url": "https://a.example/x", "children": [{"type": "span", "value": "lien"}]}]},
            {"type": "list", "style": "numbered", "children": [{"type": "listItem", "children": [{"type": "paragraph", "children": [{"type": "span", "value": "Monter"}]}]}]},
            {"type": "block", "item": "7"}]}}, "blocks": [{"id": "7", "image": {"url": "https://a.example/a.jpg", "alt": "Le phare", "width": 600}}]}"#,
        &["Titre", r#""type":"em""#, "https://a.example/x", r#""ordered":true"#, "Monter", "Le phare"],
    );
}

#[test]
fn strapi_has_its_marks_on_its_texts() {
    holds(
        r#"[{"type": "heading", "level": 2, "children": [{"type": "text", "text": "Titre"}]},
            {"type": "paragraph", "children": [{"type": "text", "text": "Un mot", "bold": true}, {"type": "link", "url": "https://a.example/x", "children": [{"type": "text", "text": "lien"}]}]},
            {"type": "list", "format": "ordered", "children": [{"type": "list-item", "children": [{"type": "text", "text": "Monter"}]}]},
            {"type": "image", "image": {"url": "https://a.example/a.jpg", "alternativeText": "Le phare", "width": 600, "height": 400}, "children": [{"type": "text", "text": ""}]}]"#,
        &["Titre", r#""type":"strong""#, "https://a.example/x", "Monter", "Le phare"],
    );
}

#[test]
fn prismic_cuts_its_text_where_marks_begin_and_end() {
    holds(
        r#"[{"type": "heading2", "text": "Titre", "spans": []},
            {"type": "paragraph", "text": "🕯 Un lien", "spans": [{"start": 6, "end": 10, "type": "hyperlink", "data": {"url": "https://a.example/x"}}, {"start": 6, "end": 8, "type": "strong"}]},
            {"type": "list-item", "text": "Monter", "spans": []}, {"type": "list-item", "text": "Allumer", "spans": []},
            {"type": "paragraph", "text": "مرحبا", "spans": [], "direction": "rtl"},
            {"type": "image", "url": "https://a.example/a.jpg", "alt": "Le phare", "dimensions": {"width": 600, "height": 400}}]"#,
        &[
            "Titre",
            r#""content":["🕯 Un "#,
            "https://a.example/x",
            r#"[["#,
            "Allumer",
            r#""dir":"rtl""#,
            r#""width":600"#,
        ],
    );
}
