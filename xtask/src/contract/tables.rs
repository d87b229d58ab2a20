//! The tables of the docs, in Markdown.

use anyhow::{Context as _, Result};
use news_article_contract::attribute::{self, ATTRIBUTES, Attribute, Integer, Kind};
use news_article_contract::custom_property::CUSTOM_PROPERTIES;
use news_article_contract::element::ALONE;
use news_article_contract::error::ERROR_KINDS;
use news_article_contract::event::{Base, Detail, EVENTS, Event, Field};
use news_article_contract::format::FORMATS;
use news_article_contract::language::LANGUAGES;
use news_article_contract::network::NETWORKS;
use news_article_contract::part::PARTS;
use news_article_contract::section;
use news_article_contract::slot::SLOTS;
use news_article_contract::state::STATES;
use serde_json::Value;

/// The table of that name, if there is one. `english` is the file of the English texts.
pub(super) fn named(name: &str, english: &str) -> Result<Option<String>> {
    Ok(Some(match name {
        "attributes" => attributes(),
        "custom-properties" => custom_properties(),
        "elements-alone" => elements_alone(),
        "errors" => {
            described(["`kind`", "why"], ERROR_KINDS.iter().map(|kind| (code(kind.name), kind.description)))
        }
        "events" => events(),
        "formats" => {
            described(["format", "what it is"], FORMATS.iter().map(|one| (code(one.name), one.description)))
        }
        "labels" => labels(english)?,
        "languages" => languages(),
        "networks" => described(
            ["network", "what its button does"],
            NETWORKS.iter().map(|network| (code(network.name), network.description)),
        ),
        "parts" => {
            described(["part", "what it is"], PARTS.iter().map(|part| (code(part.name), part.description)))
        }
        "sections" => described(
            ["section", "what it shows"],
            section::ALL.iter().map(|section| (code(section.name()), section.description())),
        ),
        "slots" => described(
            ["slot", "place"],
            SLOTS.iter().map(|slot| {
                let name = if slot.name.is_empty() { "(default)".to_owned() } else { code(slot.name) };
                (name, slot.description)
            }),
        ),
        "states" => described(
            ["state", "what it says"],
            STATES.iter().map(|state| (code(state.name), state.description)),
        ),
        _ => return Ok(None),
    }))
}

/// A word as code.
fn code(word: &str) -> String {
    format!("`{word}`")
}

fn codes<'a>(words: impl IntoIterator<Item = &'a str>) -> String {
    words.into_iter().map(code).collect::<Vec<_>>().join(", ")
}

/// A sentence for a cell, without its full stop.
fn cell(sentence: &str) -> String {
    sentence.strip_suffix('.').unwrap_or(sentence).replace('|', "\\|")
}

/// A sentence within another, without its capital letter.
fn within(sentence: &str) -> String {
    let sentence = cell(sentence);
    let mut letters = sentence.chars();
    // An abbreviation keeps its capital letters.
    match (letters.next(), sentence.chars().nth(1)) {
        (Some(first), Some(second)) if !second.is_ascii_uppercase() => {
            first.to_lowercase().collect::<String>() + letters.as_str()
        }
        _ => sentence,
    }
}

fn table<const COLUMNS: usize>(
    head: [&str; COLUMNS],
    rows: impl Iterator<Item = [String; COLUMNS]>,
) -> String {
    let line = |cells: &[String]| format!("| {} |\n", cells.join(" | "));
    let mut table = line(&head.map(str::to_owned)) + &line(&[const { "---" }; COLUMNS].map(str::to_owned));
    for row in rows {
        table.push_str(&line(&row));
    }
    table
}

/// A table of names with their descriptions.
fn described<'a>(head: [&str; 2], rows: impl Iterator<Item = (String, &'a str)>) -> String {
    table(head, rows.map(|(name, description)| [name, cell(description)]))
}

fn attributes() -> String {
    table(
        ["attribute (property)", "what it does", "value", "default"],
        ATTRIBUTES.iter().map(|attribute| {
            let property = attribute.property.filter(|property| *property != attribute.name);
            let name =
                code(attribute.name) + &property.map_or(String::new(), |property| format!(" (`{property}`)"));
            [name, cell(attribute.description), value(attribute), default(attribute)]
        }),
    )
}

/// The sections alone, with their attributes and events.
fn elements_alone() -> String {
    table(
        ["element", "what it is", "attributes", "events"],
        ALONE.iter().map(|element| {
            let attributes = codes(element.attributes.iter().map(|attribute| attribute.name));
            let events = codes(element.events.iter().map(|event| event.name));
            [code(&format!("<{}>", element.tag)), cell(element.summary), attributes, events]
        }),
    )
}

fn value(attribute: &Attribute) -> String {
    match attribute.kind {
        Kind::Text { .. } => match attribute::words(attribute).as_slice() {
            [] => "text".to_owned(),
            words => format!("of `{}`", words.join(" ")),
        },
        Kind::Address => "address".to_owned(),
        Kind::Flag => "set or not".to_owned(),
        Kind::Choice { words, .. } => codes(words.iter().copied()),
        Kind::Integer(Integer { least, most: u32::MAX, .. }) => format!("whole number from {least} on"),
        Kind::Integer(Integer { least, most, .. }) => format!("whole number, {least} to {most}"),
    }
}

fn default(attribute: &Attribute) -> String {
    match attribute.kind {
        Kind::Text { default } | Kind::Choice { default, .. } if !default.is_empty() => code(default),
        Kind::Integer(Integer { default: Some(default), .. }) => format!("`{default}`"),
        _ => attribute.absent.to_owned(),
    }
}

/// The events that bubble. (Those of a load are the same as an image's.)
fn events() -> String {
    table(
        ["event", "what it tells", "`detail`", "cancelable"],
        EVENTS.iter().filter(|event| event.bubbles).map(|event| {
            let Event { name, description, detail, cancelable, .. } = event;
            let detail = detail.as_ref().map_or_else(String::new, fields);
            let cancelable = if *cancelable { "yes" } else { "no" };
            [code(name), cell(description), detail, cancelable.to_owned()]
        }),
    )
}

fn fields(detail: &Detail) -> String {
    let mut told: Vec<String> = detail.fields.iter().map(field).collect();
    if detail.base == Base::Submission {
        told.push(code("submission"));
        told.push(code("waitUntil(promise)"));
    }
    told.join("; ")
}

fn field(field: &Field) -> String {
    // A choice is described by its words.
    let words: Vec<&str> = field.type_name.split(" | ").map(|word| word.trim_matches('\'')).collect();
    let what = match (words.len(), field.description) {
        (1, "") => return code(field.name),
        (1, description) => within(description),
        _ => codes(words),
    };
    format!("{} ({what})", code(field.name))
}

fn custom_properties() -> String {
    table(
        ["property", "what it sets", "default"],
        CUSTOM_PROPERTIES.iter().map(|property| {
            let is_css = property.syntax.is_some() && !property.default.contains(';');
            let default = if is_css { code(property.default) } else { property.default.to_owned() };
            [code(property.name), cell(property.description), default]
        }),
    )
}

fn languages() -> String {
    table(
        ["language", "code", "texts"],
        LANGUAGES.iter().map(|language| {
            let texts = if language.compiled_in {
                "in the program".to_owned()
            } else {
                format!("fetched from `locale/{}.json`", language.code)
            };
            [language.name.to_owned(), code(language.code), texts]
        }),
    )
}

/// The interface's texts by key, in the order of their file.
fn labels(english: &str) -> Result<String> {
    let texts: Value = serde_json::from_str(english).context("the English texts")?;
    let mut rows = Vec::new();
    for key in keys(english) {
        let text = match &texts[key] {
            Value::String(text) => text.clone(),
            forms => {
                let forms = forms.as_object().with_context(|| format!("{key} is neither text nor plural"))?;
                let forms: Vec<String> = forms
                    .iter()
                    .map(|(form, text)| format!("{form}: {}", text.as_str().unwrap_or_default()))
                    .collect();
                forms.join("<br>")
            }
        };
        rows.push([code(key), text.replace('|', "\\|")]);
    }
    Ok(table(["key", "English text"], rows.into_iter()))
}

/// The keys of the object in their order. These files have one a line.
fn keys(json: &str) -> Vec<&str> {
    json.lines().filter_map(|line| line.strip_prefix("  \"")?.split_once('"').map(|(key, _)| key)).collect()
}
