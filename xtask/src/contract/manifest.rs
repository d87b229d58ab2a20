//! `custom-elements.json`, the manifest that editors and catalogues read: <https://github.com/webcomponents/custom-elements-manifest>.

use anyhow::Result;
use news_article_contract::attribute::{self, Attribute as Known, Integer, Kind};
use news_article_contract::custom_property::CUSTOM_PROPERTIES;
use news_article_contract::element::{ALONE, ARTICLE, Element, UnreadProperties};
use news_article_contract::event::{Base, Detail, Event as KnownEvent};
use news_article_contract::part::PARTS;
use news_article_contract::property::{Kind as Use, PROPERTIES};
use news_article_contract::slot::SLOTS;
use news_article_contract::state::STATES;
use serde::Serialize;

/// The module that has the classes.
const CLASSES: &str = "element.js";
/// The modules that define the elements: for bundlers, and for pages.
const ENTRIES: [&str; 2] = ["index.js", "news-article.js"];

/// The manifest's text.
pub(super) fn text() -> Result<String> {
    let elements = [&[ARTICLE][..], &ALONE].concat();
    let exports: Vec<Export> = elements.iter().map(Export::class).collect();
    let definitions = elements.iter().map(Export::definition);
    let entry: Vec<Export> = exports.iter().cloned().chain(definitions).collect();
    let mut modules = vec![Module::new(CLASSES, elements.iter().map(declaration).collect(), exports)];
    modules.extend(ENTRIES.map(|path| Module::new(path, Vec::new(), entry.clone())));
    let manifest = Manifest { schema_version: "1.0.0", readme: "README.md", modules };
    Ok(serde_json::to_string_pretty(&manifest)? + "\n")
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Manifest {
    schema_version: &'static str,
    readme: &'static str,
    modules: Vec<Module>,
}

#[derive(Serialize)]
struct Module {
    kind: &'static str,
    path: &'static str,
    declarations: Vec<Declaration>,
    exports: Vec<Export>,
}

impl Module {
    fn new(path: &'static str, declarations: Vec<Declaration>, exports: Vec<Export>) -> Self {
        Module { kind: "javascript-module", path, declarations, exports }
    }
}

#[derive(Clone, Serialize)]
struct Export {
    kind: &'static str,
    name: &'static str,
    declaration: Reference,
}

impl Export {
    fn class(element: &Element) -> Self {
        Export { kind: "js", name: element.class, declaration: Reference::to(element.class) }
    }

    fn definition(element: &Element) -> Self {
        Export {
            kind: "custom-element-definition",
            name: element.tag,
            declaration: Reference::to(element.class),
        }
    }
}

#[derive(Clone, Serialize)]
struct Reference {
    name: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    module: Option<&'static str>,
}

impl Reference {
    fn to(class: &'static str) -> Self {
        Reference { name: class, module: Some(CLASSES) }
    }
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Declaration {
    kind: &'static str,
    name: &'static str,
    custom_element: bool,
    tag_name: &'static str,
    superclass: Reference,
    summary: &'static str,
    #[serde(skip_serializing_if = "str::is_empty")]
    description: &'static str,
    attributes: Vec<Attribute>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    members: Vec<Member>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    events: Vec<Event>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    slots: Vec<Described>,
    css_parts: Vec<Described>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    css_properties: Vec<CssProperty>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    css_states: Vec<Described>,
}

#[derive(Serialize)]
struct Described {
    name: &'static str,
    description: &'static str,
}

#[derive(Clone, Serialize)]
struct Type {
    text: String,
}

impl Type {
    fn new(text: impl Into<String>) -> Self {
        Type { text: text.into() }
    }
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Attribute {
    name: &'static str,
    description: String,
    #[serde(rename = "type")]
    kind: Type,
    #[serde(skip_serializing_if = "Option::is_none")]
    field_name: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    default: Option<String>,
}

#[derive(Serialize)]
struct Member {
    kind: &'static str,
    name: &'static str,
    description: String,
    #[serde(rename = "type", skip_serializing_if = "Option::is_none")]
    kind_of_value: Option<Type>,
    #[serde(skip_serializing_if = "Option::is_none")]
    attribute: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    reflects: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    readonly: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    default: Option<String>,
    #[serde(rename = "return", skip_serializing_if = "Option::is_none")]
    gives: Option<Return>,
}

#[derive(Serialize)]
struct Return {
    #[serde(rename = "type")]
    kind: Type,
}

#[derive(Serialize)]
struct Event {
    name: &'static str,
    #[serde(rename = "type")]
    kind: Type,
    description: String,
}

#[derive(Serialize)]
struct CssProperty {
    name: &'static str,
    description: &'static str,
    default: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    syntax: Option<&'static str>,
}

fn declaration(element: &Element) -> Declaration {
    let whole = element.section.is_none();
    let parts = PARTS.iter().filter(|part| whole || element.parts.contains(&part.name));
    Declaration {
        kind: "class",
        name: element.class,
        custom_element: true,
        tag_name: element.tag,
        superclass: if whole {
            Reference { name: "HTMLElement", module: None }
        } else {
            Reference::to(ARTICLE.class)
        },
        summary: element.summary,
        description: element.description,
        attributes: element.attributes.iter().map(attribute).collect(),
        // The others inherit them.
        members: if whole { members() } else { Vec::new() },
        events: element.events.iter().map(event).collect(),
        slots: if whole {
            SLOTS.iter().map(|slot| Described { name: slot.name, description: slot.description }).collect()
        } else {
            Vec::new()
        },
        css_parts: parts.map(|part| Described { name: part.name, description: part.description }).collect(),
        css_properties: properties(element.unread_properties),
        css_states: if whole {
            STATES
                .iter()
                .map(|state| Described { name: state.name, description: state.description })
                .collect()
        } else {
            Vec::new()
        },
    }
}

/// The description of an attribute, in sentences.
fn description(known: &Known) -> String {
    let mut text = known.description.to_owned();
    let words = attribute::words(known);
    if !words.is_empty() {
        text += &format!(" Of `{}`.", words.join(" "));
    }
    if let Kind::Integer(Integer { least, most, .. }) = known.kind
        && most < u32::MAX
    {
        text += &format!(" {least} to {most}.");
    }
    if !known.absent.is_empty() {
        text += &format!(" Absent: {}.", known.absent);
    }
    text
}

fn type_of(known: &Known) -> Type {
    match known.kind {
        Kind::Text { .. } | Kind::Address => Type::new("string"),
        Kind::Choice { words, .. } => {
            Type::new(words.iter().map(|word| format!("'{word}'")).collect::<Vec<_>>().join(" | "))
        }
        Kind::Flag => Type::new("boolean"),
        Kind::Integer(Integer { default: None, .. }) => Type::new("number | null"),
        Kind::Integer(_) => Type::new("number"),
    }
}

fn default(known: &Known) -> Option<String> {
    match known.kind {
        Kind::Text { default } | Kind::Choice { default, .. } if !default.is_empty() => {
            Some(format!("'{default}'"))
        }
        Kind::Integer(integer) => integer.default.map(|default| default.to_string()),
        _ => None,
    }
}

fn attribute(known: &Known) -> Attribute {
    Attribute {
        name: known.name,
        description: description(known),
        kind: type_of(known),
        field_name: known.property,
        default: default(known),
    }
}

fn members() -> Vec<Member> {
    let reflected = ARTICLE.attributes.iter().filter_map(|known| {
        Some(Member {
            kind: "field",
            name: known.property?,
            description: description(known),
            kind_of_value: Some(type_of(known)),
            attribute: Some(known.name),
            reflects: Some(true),
            readonly: None,
            default: default(known),
            gives: None,
        })
    });
    let others = PROPERTIES.iter().map(|property| {
        let method = property.kind == Use::Method;
        Member {
            kind: if method { "method" } else { "field" },
            name: property.name,
            description: property.description.to_owned(),
            kind_of_value: (!method).then(|| Type::new(property.type_name)),
            attribute: None,
            reflects: None,
            readonly: (property.kind == Use::ReadOnly).then_some(true),
            default: None,
            gives: method.then(|| Return { kind: Type::new(property.type_name) }),
        }
    });
    reflected.chain(others).collect()
}

fn event(known: &KnownEvent) -> Event {
    let mut description = known.description.to_owned();
    if let Some(Detail { base, fields, .. }) = &known.detail
        && !fields.is_empty()
    {
        let mut names: Vec<&str> = fields.iter().map(|field| field.name).collect();
        if *base == Base::Submission {
            names.extend(["submission", "waitUntil"]);
        }
        description += &format!(" `{{{}}}`.", names.join(", "));
    }
    if known.cancelable {
        description += " Cancelable.";
    }
    if !known.bubbles {
        description += " Does not bubble.";
    }
    let kind = known
        .detail
        .as_ref()
        .map_or_else(|| "Event".to_owned(), |detail| format!("CustomEvent<{}>", detail.type_name));
    Event { name: known.name, kind: Type::new(kind), description }
}

fn properties(unread: UnreadProperties) -> Vec<CssProperty> {
    CUSTOM_PROPERTIES
        .iter()
        .filter(|property| match unread {
            UnreadProperties::None => true,
            UnreadProperties::These(names) => !names.contains(&property.name),
            UnreadProperties::All => false,
        })
        .map(|property| CssProperty {
            name: property.name,
            description: property.description,
            default: property.default,
            syntax: property.syntax,
        })
        .collect()
}
