//! The regions of `package/news-article.d.ts` that the tables determine.

use news_article_contract::attribute::{ATTRIBUTES, Attribute, Kind};
use news_article_contract::dialect::{OF_LISTS, OF_OBJECTS};
use news_article_contract::element::{ALONE, ARTICLE};
use news_article_contract::error::ERROR_KINDS;
use news_article_contract::event::{Base, Detail, EVENTS, Event, IDENTITY, SUBMISSION};
use news_article_contract::format::WORDS;
use news_article_contract::network::NETWORKS;
use news_article_contract::section;
use news_article_contract::state::STATES;

/// The longest line, in columns.
const COLUMNS: usize = 120;

/// The region of that name, if there is one.
pub(super) fn named(name: &str) -> Option<String> {
    Some(match name {
        "type-state" => union("NewsArticleState", STATES.iter().map(|state| state.name)),
        "type-format" => union("NewsArticleFormat", WORDS.into_iter()),
        "type-section" => union("NewsArticleSection", section::ALL.iter().map(|section| section.name())),
        "type-network" => union("NewsArticleNetwork", NETWORKS.iter().map(|network| network.name)),
        "type-error-kind" => union("NewsArticleErrorKind", ERROR_KINDS.iter().map(|kind| kind.name)),
        "reflected-properties" => ATTRIBUTES.iter().filter_map(property).collect(),
        "classes-alone" => ALONE
            .iter()
            .map(|element| {
                format!(
                    "/** `<{}>`: {} */\nexport class {} extends NewsPart {{}}\n",
                    element.tag, element.summary, element.class
                )
            })
            .collect(),
        "type-dialect" => dialects(),
        "event-details" => details(),
        "bubbling-events" => events(|event| event.bubbles),
        "queued-events" => events(|event| !event.bubbles),
        "tag-names" => [&ARTICLE]
            .into_iter()
            .chain(&ALONE)
            .map(|element| format!("'{}': {};\n", element.tag, element.class))
            .collect(),
        _ => return None,
    })
}

/// The dialects as types of documents with their marks, and a body as JSON in a text.
fn dialects() -> String {
    let mut lines = vec!["export type DialectInput =".to_owned()];
    for (dialect, marks) in OF_LISTS {
        let marks: Vec<String> = marks.iter().map(|path| member(path, "unknown")).collect();
        lines.push(format!("  | readonly Marked<{}>[] // {dialect:?}", marks.join(" & ")));
    }
    for (dialect, path, value) in OF_OBJECTS {
        let value = if value.is_empty() { "readonly unknown[]".to_owned() } else { format!("'{value}'") };
        lines.push(format!("  | Marked<{}> // {dialect:?}", member(path, &value)));
    }
    lines.push("  | string;\n".to_owned());
    lines.join("\n")
}

/// An object type with a member at a dotted path.
fn member(path: &str, of: &str) -> String {
    path.rsplit('.').fold(of.to_owned(), |inner, key| format!("{{ {key}: {inner} }}"))
}

/// A union of words, in lines of limited length.
fn union<'a>(name: &str, words: impl Iterator<Item = &'a str>) -> String {
    let words: Vec<String> = words.map(|word| format!("'{word}'")).collect();
    let one_line = format!("export type {name} = {};\n", words.join(" | "));
    if one_line.len() <= COLUMNS {
        return one_line;
    }
    let mut lines = vec![format!("export type {name} =")];
    let mut line = String::from(" ");
    for word in words {
        if line.len() + " | ".len() + word.len() > COLUMNS {
            lines.push(std::mem::replace(&mut line, String::from(" ")));
        }
        line += &format!(" | {word}");
    }
    lines.push(line + ";\n");
    lines.join("\n")
}

/// A property that reflects an attribute. Any text may be set, but reading gives only valid values, and never `null`.
fn property(attribute: &Attribute) -> Option<String> {
    let property = attribute.property?;
    let comment = format!("/** {} */\n", attribute.description);
    let (read, set) = match attribute.kind {
        Kind::Address => return Some(comment + &format!("{property}: string;\n")),
        Kind::Text { .. } => ("string", "string | null".to_owned()),
        Kind::Choice { words, type_name, .. } => {
            let words: Vec<String> = words.iter().map(|word| format!("'{word}'")).collect();
            ("string", type_name.map_or_else(|| words.join(" | "), str::to_owned) + " | null")
        }
        Kind::Flag => ("boolean", "boolean".to_owned()),
        Kind::Integer(integer) => {
            (if integer.default.is_some() { "number" } else { "number | null" }, "number | null".to_owned())
        }
    };
    Some(comment + &format!("get {property}(): {read};\nset {property}(value: {set});\n"))
}

/// The details that have fields of their own. The others have the type of a base, which is written by hand.
fn own_details() -> impl Iterator<Item = (&'static Event, &'static Detail)> {
    const ALL: &[Event] = &EVENTS;
    ALL.iter().filter_map(|event| {
        let detail = event.detail.as_ref()?;
        ([IDENTITY, SUBMISSION].iter().all(|base| *base != detail.type_name)).then_some((event, detail))
    })
}

fn details() -> String {
    let mut all = Vec::new();
    for (event, detail) in own_details() {
        let base = match detail.base {
            Base::None => String::new(),
            Base::Identity => format!(" extends {IDENTITY}"),
            Base::Submission => format!(" extends {SUBMISSION}"),
        };
        let mut text = format!(
            "/** The `detail` of `{}`. {} */\nexport interface {}{base} {{\n",
            event.name, event.description, detail.type_name
        );
        for field in detail.fields {
            if !field.description.is_empty() {
                text += &format!("  /** {} */\n", field.description);
            }
            let mark = if field.optional { "?" } else { "" };
            text += &format!("  {}{mark}: {};\n", field.name, field.type_name);
        }
        all.push(text + "}\n");
    }
    all.join("\n")
}

fn events(wanted: impl Fn(&Event) -> bool) -> String {
    EVENTS
        .iter()
        .filter(|event| wanted(event))
        .map(|event| {
            let name =
                if event.name.contains('-') { format!("'{}'", event.name) } else { event.name.to_owned() };
            let kind = event
                .detail
                .as_ref()
                .map_or_else(|| "Event".to_owned(), |detail| format!("CustomEvent<{}>", detail.type_name));
            format!("{name}: {kind};\n")
        })
        .collect()
}
