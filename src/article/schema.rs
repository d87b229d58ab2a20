//! `article.schema.json`, the JSON Schema of what a publisher may send, made from the model.
//!
//! The model is what was *understood*. The schema adds the other forms that the decoder accepts: `bodyHtml`, short
//! forms of names and pictures, identifiers that are numbers.

use super::Article;
use news_article_contract::dialect::{OF_LISTS, OF_OBJECTS};
use schemars::generate::SchemaSettings;
use serde_json::{Map, Value, json};

/// The schema that stands at the root of the repository.
const FILE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/article.schema.json");

fn schema() -> Value {
    let schema = SchemaSettings::draft2020_12().into_generator().into_root_schema_for::<Article>();
    let mut schema = schema.to_value();
    relax(&mut schema);
    let root = schema.as_object_mut().unwrap();
    root.insert("title".into(), "News article".into());
    root.insert(
        "description".into(),
        "What a `src` of <news-article> answers. Relative addresses resolve against the article's own `url`, else \
         against the address of the document. Unknown fields are ignored."
            .into(),
    );
    // One of the two forms of the text must be there.
    root.insert(
        "anyOf".into(),
        json!([
            {"required": ["body"], "properties": {"body": {"type": ["array", "object", "string"]}}},
            {"required": ["bodyHtml"], "properties": {"bodyHtml": {"type": "string"}}},
        ]),
    );
    let fields = member(root, "properties");
    member(fields, "title").insert("pattern".into(), r"\S".into());
    fields.insert(
        "bodyHtml".into(),
        json!({
            "description": "The text as HTML, where there is no `body`. It is read into blocks; scripts, styles and what else is not text are left out.",
            "type": ["string", "null"],
        }),
    );
    fields.insert("publisher".into(), publisher());
    let blocks = fields.remove("body").unwrap();
    fields.insert(
        "body".into(),
        json!({"description": "The text: blocks, or what the editor of another system makes.", "anyOf": [blocks, {"$ref": "#/$defs/Dialect"}]}),
    );
    for computed in ["wordCount", "timeRequired"] {
        member(fields, computed).insert("readOnly".into(), true.into());
    }
    short_form(member(fields, "id"), json!({"type": ["string", "integer", "null"]}));
    for stamp in ["publishedAt", "modifiedAt"] {
        member(fields, stamp).insert("examples".into(), json!(["2026-03-21T09:00:00+01:00"]));
    }

    let models = member(root, "$defs");
    models.insert("Dialect".into(), dialects());
    member(models, "Address").insert("format".into(), "uri-reference".into());
    member(models, "Address").insert(
        "description".into(),
        "An address, absolute or relative: `http` or `https`; `mailto` and `tel` in links; small `data:` images in pictures.".into(),
    );
    member(models, "Block").insert(
        "description".into(),
        "One block of a body, with what any block may carry. One of another `type` is shown as its text."
            .into(),
    );
    let teaser = member(member(models, "Teaser"), "properties");
    short_form(
        member(teaser, "section"),
        json!({"anyOf": [{"type": ["string", "null"]}, {"$ref": "#/$defs/Named"}]}),
    );
    short_form(member(teaser, "summary"), json!({"anyOf": [{"$ref": "#/$defs/Summary"}, {"type": "null"}]}));
    let kind = json!({"description": "`organization`, of an author that is no person: for search engines.", "type": ["string", "null"]});
    member(member(models, "Named"), "properties").insert("type".into(), kind);
    or_string(models, "Named", "The name alone.", None);
    or_string(models, "Image", "The address alone.", Some("uri-reference"));
    schema
}

/// The publisher of the article, which only the renderer reads.
fn publisher() -> Value {
    let address = json!({"type": ["string", "null"], "format": "uri-reference"});
    json!({
        "description": "Who publishes it, for search engines; or the name alone. Read where the article is rendered to HTML.",
        "anyOf": [
            {"type": ["string", "null"]},
            {
                "type": "object",
                "required": ["name"],
                "properties": {"name": {"type": "string"}, "url": address, "logo": address},
            },
        ],
    })
}

/// The documents of other editors, by the marks that each is recognised by: as JSON, or as JSON in a text.
fn dialects() -> Value {
    let lists = OF_LISTS.iter().map(|(_, marks)| {
        let first: Vec<Value> = marks.iter().map(|path| at(path, json!({}))).collect();
        json!({"type": "array", "minItems": 1, "prefixItems": [{"allOf": first}]})
    });
    let objects = OF_OBJECTS.iter().map(|(_, path, value)| {
        at(path, if value.is_empty() { json!({"type": "array"}) } else { json!({"const": value}) })
    });
    let text = json!({"type": "string", "contentMediaType": "application/json", "pattern": r"^\s*[\[{]"});
    json!({
        "description": "A body as the editor of another system makes it, whole: Portable Text, ProseMirror (Tiptap, Storyblok), \
                        Lexical (Payload, Ghost), Contentful, DatoCMS, Strapi, Editor.js, Prismic, or a list of components; or the \
                        JSON of a body as a text.",
        "anyOf": lists.chain(objects).chain([text]).collect::<Vec<_>>(),
    })
}

/// An object with a member at a dotted path.
fn at(path: &str, what: Value) -> Value {
    path.rsplit('.')
        .fold(what, |inner, key| json!({"type": "object", "required": [key], "properties": {key: inner}}))
}

/// Allows `null` for every optional field, which means the same as leaving it out, and removes formats that the
/// standard does not define.
fn relax(node: &mut Value) {
    if let Value::Array(items) = node {
        items.iter_mut().for_each(relax);
    }
    let Value::Object(node) = node else { return };
    node.values_mut().for_each(relax);
    if node.get("format").and_then(Value::as_str).is_some_and(|format| format.starts_with("uint")) {
        node.remove("format");
    }
    let required = node.get("required").cloned().unwrap_or_default();
    let is_required = |name: &String| required.as_array().is_some_and(|all| all.contains(&json!(name)));
    for (name, field) in node.get_mut("properties").and_then(Value::as_object_mut).into_iter().flatten() {
        let Some(field) = field.as_object_mut().filter(|_| !is_required(name)) else { continue };
        // A missing field has one meaning already.
        field.remove("default");
        if let Some(Value::String(one)) = field.get("type") {
            let types = json!([one, "null"]);
            field.insert("type".into(), types);
        } else if let Some(model) = field.remove("$ref") {
            field.insert("anyOf".into(), json!([{"$ref": model}, {"type": "null"}]));
        }
    }
}

fn member<'m>(map: &'m mut Map<String, Value>, key: &str) -> &'m mut Map<String, Value> {
    map.get_mut(key).and_then(Value::as_object_mut).unwrap_or_else(|| panic!("no {key}"))
}

/// Replaces the type of a field, and keeps its description.
fn short_form(field: &mut Map<String, Value>, takes: Value) {
    let description = field.remove("description");
    *field = takes.as_object().unwrap().clone();
    field.extend(description.map(|text| ("description".to_owned(), text)));
}

/// Allows a string in place of an object.
fn or_string(models: &mut Map<String, Value>, name: &str, means: &str, format: Option<&str>) {
    let mut object = models.remove(name).unwrap();
    let description = object.as_object_mut().unwrap().remove("description").unwrap();
    let mut string = json!({"description": means, "type": "string"});
    if let Some(format) = format {
        string["format"] = format.into();
    }
    models.insert(name.to_owned(), json!({"description": description, "anyOf": [string, object]}));
}

#[test]
fn the_schema_in_the_repository_is_the_models() {
    let fresh = serde_json::to_string_pretty(&schema()).unwrap() + "\n";
    if std::env::var_os("UPDATE_SCHEMA").is_some() {
        std::fs::write(FILE, &fresh).unwrap();
    }
    // Compared by value, because the order of members changes if another crate enables it in serde_json.
    let kept = std::fs::read_to_string(FILE).unwrap_or_default();
    let kept: serde_json::Value = serde_json::from_str(&kept).unwrap_or_default();
    assert!(
        kept == schema(),
        "article.schema.json is stale: UPDATE_SCHEMA=1 cargo test -p news-article --lib schema"
    );
}

#[test]
fn everything_in_the_schema_is_described() {
    let schema = schema();
    let described =
        |name: &str, node: &Value| assert!(node["description"].is_string(), "{name} has no description");
    for (name, field) in schema["properties"].as_object().unwrap() {
        described(name, field);
    }
    for (name, model) in schema["$defs"].as_object().unwrap() {
        if name != "Inline" {
            described(name, model);
        }
        for (field, node) in model["properties"].as_object().into_iter().flatten() {
            described(&format!("{name}.{field}"), node);
        }
    }
}
