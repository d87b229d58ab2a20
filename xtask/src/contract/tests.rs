//! Tests that the generated files are fresh, and that the tables agree with what they do not generate.

use std::fs;

use news_article_contract::custom_property::CUSTOM_PROPERTIES;
use news_article_contract::event::EVENTS;
use news_article_contract::language::{ARABIC_SCRIPT, LANGUAGES};
use news_article_contract::part::PARTS;

use super::*;

/// The text of every file with that extension below a directory of the work tree.
fn sources(directory: &str, extension: &str) -> String {
    let mut paths = Vec::new();
    collect(&project::root().join(directory), extension, &mut paths).unwrap();
    assert!(!paths.is_empty(), "{directory}");
    paths.iter().map(|path| fs::read_to_string(path).unwrap()).collect()
}

#[test]
fn what_is_generated_is_as_the_tables_say() {
    let stale: Vec<PathBuf> = stale(project::root()).unwrap().into_iter().map(|file| file.path).collect();
    assert!(stale.is_empty(), "stale, run `cargo xtask contract`: {stale:?}");
}

#[test]
fn every_event_of_the_table_is_fired_and_none_by_another_word() {
    let rust = sources("src", "rs");
    let table = fs::read_to_string(project::root().join("contract/src/event.rs")).unwrap();
    for event in EVENTS.iter().filter(|event| event.bubbles) {
        let (before, _) = table.split_once(&format!("\"{}\"", event.name)).unwrap();
        let constant = before.rsplit("pub const ").next().and_then(|rest| rest.split(':').next()).unwrap();
        assert!(rust.contains(&format!("event::{constant}.name")), "nobody fires {}", event.name);
        assert!(!rust.contains(&format!("\"{}\"", event.name)), "{} is written once more", event.name);
    }
}

#[test]
fn every_part_of_the_table_is_named_in_a_view() {
    // Parts that exist only in a browser are made by JavaScript modules.
    let (rust, script) = (sources("src", "rs"), sources("src", "js"));
    for part in PARTS {
        let is_named =
            rust.contains(&format!("\"{}\"", part.name)) || script.contains(&format!("'{}'", part.name));
        assert!(is_named, "no view has the part {}", part.name);
    }
}

#[test]
fn the_style_knows_every_language_in_arabic_script_where_it_knows_one() {
    let expected = ARABIC_SCRIPT.iter().map(|code| format!(":lang({code})")).collect::<Vec<_>>().join(", ");
    let style = sources("style", "css");
    assert!(style.contains(&expected), "{expected}");
    assert_eq!(style.matches(":lang(ar)").count(), style.matches(&expected).count());
}

#[test]
fn the_style_reads_every_custom_property_with_the_default_of_the_table_and_no_other() {
    let style = sources("style", "css");
    for property in CUSTOM_PROPERTIES {
        assert!(style.contains(&format!("var({},", property.name)), "{}", property.name);
        if property.syntax.is_some() {
            for default in property.default.split("; ").filter_map(|default| default.split(" in ").next()) {
                let read = format!("var({}, {default})", property.name);
                assert!(style.contains(&read), "the style has no {read}");
            }
        }
    }
    for name in style.split("var(").filter_map(|rest| rest.strip_prefix("--news-article-")) {
        let name = name.split([',', ')']).next().unwrap();
        let known =
            CUSTOM_PROPERTIES.iter().any(|property| property.name.ends_with(&format!("article-{name}")));
        assert!(known, "--news-article-{name} is not in contract/src/custom_property.rs");
    }
}

#[test]
fn every_language_of_the_table_has_its_texts_and_there_are_no_others() {
    let mut files: Vec<PathBuf> = Vec::new();
    collect(&project::root().join("src/locale"), "json", &mut files).unwrap();
    let mut codes: Vec<&str> = LANGUAGES.iter().map(|language| language.code).collect();
    codes.sort_unstable();
    let found: Vec<&str> = files.iter().filter_map(|path| path.file_stem()?.to_str()).collect();
    assert_eq!(found, codes);
}
