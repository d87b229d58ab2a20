//! The part of the contract that the shell's JavaScript needs. It is kept small, because it is loaded before
//! everything else.

use news_article_contract::attribute::{ATTRIBUTES, Integer, Kind};
use news_article_contract::chunk::{ARTICLE, Chunk, MARKUP, NATIVE, SECTIONS};
use news_article_contract::element::{ALONE, ARTICLE as WHOLE, Element};
use news_article_contract::language::LANGUAGES;
use news_article_contract::section::Section;

/// `src/element/contract.js`.
pub(super) fn module() -> String {
    let fetched = LANGUAGES.iter().filter(|language| !language.compiled_in).map(|language| language.code);
    let mut texts = Vec::new();
    let mut numbers = Vec::new();
    let mut flags = Vec::new();
    for attribute in ATTRIBUTES {
        let Some(property) = attribute.property else { continue };
        match attribute.kind {
            Kind::Text { default } | Kind::Choice { default, .. } => {
                texts.push(format!("  {property}: '{default}',\n"));
            }
            Kind::Integer(integer) => numbers.push(format!("  {property}: {},\n", number(integer))),
            Kind::Flag => flags.push(property),
            // The class has written this property out.
            Kind::Address => {}
        }
    }
    format!(
        "\
// Written by `cargo xtask contract` from the tables in contract/: change those.

/** The languages whose texts are fetched. */
export const FETCHED_LANGUAGES = {};

/** The chunks that are asked for while the wasm is on its way: the first, and one of the others. */
{}
/** Properties that reflect an attribute that holds text, each with its value where the attribute is absent. */
export const TEXTS = {{
{}}};

/**
 * Properties that reflect an attribute that holds a whole number: the value where the attribute is absent or makes no
 * sense, the least number, and the greatest where there is one.
 */
export const NUMBERS = {{
{}}};

/** Properties that reflect whether an attribute is set. */
export const FLAGS = {};

/** A selector of the elements. */
export const ELEMENTS = '{}';
",
        array(fetched),
        named(&[ARTICLE, MARKUP, NATIVE], "export "),
        texts.concat(),
        numbers.concat(),
        array(flags.into_iter()),
        elements()
    )
}

/// The tags of all elements, as a selector.
fn elements() -> String {
    let tags: Vec<&str> = std::iter::once(&WHOLE).chain(&ALONE).map(|element| element.tag).collect();
    tags.join(", ")
}

fn array<'a>(words: impl Iterator<Item = &'a str>) -> String {
    let quoted: Vec<String> = words.map(|word| format!("'{word}'")).collect();
    format!("[{}]", quoted.join(", "))
}

/// A constant for the name of each chunk.
fn named(chunks: &[Chunk], before: &str) -> String {
    let constant =
        |chunk: &Chunk| format!("{before}const {} = '{}';\n", chunk.name.to_uppercase(), chunk.name);
    chunks.iter().map(constant).collect()
}

/// The chunks that `src/element/runtime.js` knows by name.
pub(super) fn runtime_chunks() -> String {
    named(&[NATIVE, SECTIONS], "")
}

fn number(Integer { default, least, most }: Integer) -> String {
    let default = default.map_or_else(|| "null".to_owned(), |default| default.to_string());
    let most = if most == u32::MAX { String::new() } else { format!(", {most}") };
    format!("[{default}, {least}{most}]")
}

/// The classes of the sections alone, for `src/element/element.js`.
pub(super) fn classes() -> String {
    let classes = ALONE.iter().map(|Element { class, section, summary, .. }| {
        let section = section.map_or("", Section::name);
        format!(
            "/** {summary} */\nexport class {class} extends {} {{\n  static section = '{section}';\n}}\n",
            WHOLE.class
        )
    });
    classes.collect::<Vec<_>>().join("\n")
}

/// The tags whose forms Rust knows, for `src/element/runtime.js`.
pub(super) fn known_tags() -> String {
    let tags: Vec<&str> = LANGUAGES.iter().flat_map(|language| language.known_tags.concat()).collect();
    format!("const KNOWN_TAGS = /^({})$/i;\n", tags.join("|"))
}
