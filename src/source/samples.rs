//! What holds for every sample of every format: each is recognised as what it is, and whatever becomes of one on its way, it
//! is read without a panic, in bounds, and with no address that is not allowed.

use super::dialect::Dialect;
use super::reader::{ListReader, Reader};
use super::tests::check;
use super::{Context, Format};
use crate::article::Block;
use crate::network::address::{Purpose, resolve};
use crate::network::json::Json;
use news_article_contract::dialect::{OF_LISTS, OF_OBJECTS};
use proptest::prelude::*;
use serde_json::Value;
use std::fs;
use std::path::Path;

/// The formats by the folders of their samples.
const FOLDERS: &[(&str, Format)] = &[
    ("json-feed", Format::JsonFeed),
    ("schema-org", Format::SchemaOrg),
    ("ghost", Format::Ghost),
    ("ans", Format::Ans),
    ("guardian", Format::Guardian),
    ("ninjs", Format::Ninjs),
    ("drupal", Format::Drupal),
    ("rss", Format::Rss),
    ("apple-news", Format::AppleNews),
];

/// The dialects by their samples.
const DIALECTS: &[(&str, Dialect)] = &[
    ("contentful", Dialect::Contentful),
    ("contentful-graphql", Dialect::Contentful),
    ("datocms", Dialect::Dato),
    ("editor-js", Dialect::EditorJs),
    ("editor-js-text", Dialect::EditorJs),
    ("lexical-text", Dialect::Lexical),
    ("payload", Dialect::Lexical),
    ("portable-text", Dialect::PortableText),
    ("prismic", Dialect::Prismic),
    ("prismic-slices", Dialect::Components),
    ("storyblok", Dialect::ProseMirror),
    ("storyblok-bloks", Dialect::Components),
    ("strapi", Dialect::Strapi),
    ("strapi-zone", Dialect::Components),
    ("tiptap", Dialect::ProseMirror),
];

/// Every sample: its name, its format, its text.
fn samples() -> Vec<(String, Format, String)> {
    let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures");
    let mut samples = Vec::new();
    for (folder, format) in FOLDERS {
        for entry in fs::read_dir(fixtures.join(folder)).unwrap() {
            let path = entry.unwrap().path();
            samples.push((path.display().to_string(), *format, fs::read_to_string(&path).unwrap()));
        }
    }
    for entry in fs::read_dir(fixtures.join("dialects")).unwrap() {
        let path = entry.unwrap().path();
        let stem = path.file_stem().unwrap().to_string_lossy().into_owned();
        let (_, dialect) = DIALECTS.iter().find(|(name, _)| *name == stem).expect(&stem);
        let text = fs::read_to_string(&path).unwrap();
        samples.push((path.display().to_string(), Format::Dialect(*dialect), text));
    }
    for entry in fs::read_dir(fixtures.join("wordpress")).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        if name.starts_with("post-")
            && name.ends_with(".json")
            && !name.contains("none")
            && name != "post-rapport-cantines.json"
        {
            samples.push((name, Format::WordPress, fs::read_to_string(&path).unwrap()));
        }
    }
    let everything = fixtures.join("everything.json");
    samples.push(("everything.json".to_owned(), Format::Native, fs::read_to_string(everything).unwrap()));
    samples.sort_by(|one, other| one.0.cmp(&other.0));
    samples
}

#[test]
fn every_format_and_every_dialect_has_a_sample() {
    let samples = samples();
    let has = |format: Format| samples.iter().any(|(_, of, _)| *of == format);
    for format in news_article_contract::format::FORMATS {
        assert!(Format::named(format.name, &Json::null()).is_some_and(has), "{}", format.name);
    }
    let lists = OF_LISTS.iter().map(|(dialect, _)| *dialect);
    for dialect in lists.chain(OF_OBJECTS.iter().map(|(dialect, ..)| *dialect)) {
        assert!(has(Format::Dialect(dialect)), "{dialect:?}");
    }
}

#[test]
fn every_sample_is_recognised_as_what_it_is_alone_and_in_a_list() {
    for (name, format, text) in samples() {
        let json = Json::document(&text).unwrap();
        assert_eq!(Format::recognise(&json), format, "{name}");
        if format != Format::Rss && !json.is_array() {
            let list = Json::document(&format!("[{text}]")).unwrap();
            assert_eq!(Format::recognise(&list), format, "a list of {name}");
        }
    }
}

#[test]
fn every_sample_of_an_article_is_read_as_one_with_a_text() {
    for (name, format, text) in samples() {
        // Lists of other articles are samples, too.
        if name.ends_with("list.json") {
            continue;
        }
        let json = Json::document(&text).unwrap();
        let article = super::article(Reader::in_one_piece(format), &json, &Context::default());
        let article = article.unwrap_or_else(|error| panic!("{name}: {}", error.message));
        let has_text = !article.body.is_empty() || !article.updates.is_empty();
        assert!(!article.title.is_empty() && has_text, "{name}");
    }
}

/// Values that replace one that is changed.
const VALUES: &[&str] = &[
    "null",
    "true",
    "0",
    "-1",
    "1e300",
    "4294967296",
    r#""""#,
    r#"" ""#,
    r#""javascript:alert(1)""#,
    r#""data:text/html,x""#,
    r#""vbscript:x""#,
    r#""<p>a <a href='javascript:x'>b</a><img src=x onerror=alert(1)>""#,
    r#""https://a.example/""#,
    r#""text""#,
    r#""image""#,
    "[]",
    "{}",
    "[[]]",
    r#"[{"type": "text"}]"#,
    r#"{"type": "quote", "content_elements": []}"#,
    r#"["a", 1, null]"#,
    r#""2026-99-99T00:00:00Z""#,
    r#""\u0000\u202e\ud83d\ude00""#,
];

/// Changes the value that a number names, counted through the tree.
fn change(value: &mut Value, left: &mut u32, what: u32) -> bool {
    if *left == 0 {
        *value = match what as usize % (VALUES.len() + 2) {
            at if at < VALUES.len() => serde_json::from_str(VALUES[at]).unwrap(),
            at if at == VALUES.len() => Value::Array(vec![value.clone(), value.clone()]),
            _ => serde_json::json!({ "type": "text", "value": value.clone(), "url": value.clone() }),
        };
        return true;
    }
    *left -= 1;
    match value {
        Value::Array(items) => items.iter_mut().any(|item| change(item, left, what)),
        Value::Object(members) => members.values_mut().any(|member| change(member, left, what)),
        _ => false,
    }
}

fn blocks(body: &[Block]) -> usize {
    // By what is written of them: an exact count would have to know every block.
    serde_json::to_string(body).unwrap().len()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, ..ProptestConfig::default() })]
    #[test]
    fn whatever_becomes_of_a_sample_it_is_read_in_bounds_and_with_allowed_addresses(
        which in any::<prop::sample::Index>(),
        changes in prop::collection::vec((0_u32..600, any::<u32>()), 1..8),
        fields in "((title|summary|body|image|authors|section|tags|related|access|x)=(body|uid|title|field_[a-z]{1,9}|,){1,3} ){0,6}",
        cuts in prop::collection::vec((any::<prop::sample::Index>(), 0_usize..40), 0..4),
    ) {
        let samples = samples();
        let (_, format, text) = which.get(&samples);
        let json = if *format == Format::Rss {
            // Of XML pieces get lost.
            let mut text: Vec<char> = text.chars().collect();
            for (at, length) in &cuts {
                let at = at.index(text.len());
                text.drain(at..(at + length).min(text.len()));
            }
            Json::of_text(&text.into_iter().collect::<String>())
        } else {
            let mut value: Value = serde_json::from_str(text).unwrap();
            for (at, what) in changes {
                change(&mut value, &mut { at }, what);
            }
            Json::parse(&value.to_string()).unwrap()
        };
        let context = Context { base: resolve("https://news.example/a/b", None, Purpose::Page), fields };
        let list = super::teasers(ListReader::in_one_piece(*format), &json, &context);
        prop_assert!(list.len() <= 50);
        check(&serde_json::to_value(&list).unwrap());
        if let Ok(article) = super::article(Reader::in_one_piece(*format), &json, &context) {
            prop_assert!(!article.title.trim().is_empty());
            prop_assert!(article.related.len() <= 50);
            prop_assert!(blocks(&article.body) <= 4 * text.len() + 10_000);
            check(&serde_json::to_value(&article).unwrap());
        }
    }
}
