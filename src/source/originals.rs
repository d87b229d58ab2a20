//! Compares published documents of other people with what is read of them. They are fetched into a folder, and not
//! kept here.
//!
//! `ORIGINALS=FOLDER cargo test --lib originals -- --ignored --nocapture` prints for each file of the folder and its
//! subfolders which words of which texts are nowhere in the article. Only texts with a space in them are compared.
//! Not all of them are for readers; whoever reads the list decides.

use super::reader::Reader;
use super::{Context, Format};
use crate::network::json::Json;
use serde_json::Value;
use std::collections::{BTreeMap, HashSet};
use std::path::{Path, PathBuf};
use std::{env, fs};

fn files(folder: &Path, into: &mut Vec<PathBuf>) {
    let mut entries: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    entries.sort();
    for path in entries {
        if path.is_dir() { files(&path, into) } else { into.push(path) }
    }
}

/// The words of a text, without tags and entities; letters and digits alone.
fn words(text: &str) -> Vec<String> {
    let mut bare = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('<') {
        bare.push_str(before);
        match after.split_once('>') {
            // A tag; what is none is text.
            Some((tag, after))
                if tag.starts_with(|c: char| c.is_ascii_alphabetic() || c == '/' || c == '!') =>
            {
                bare.push(' ');
                rest = after;
            }
            _ => {
                bare.push('<');
                rest = after;
            }
        }
    }
    bare.push_str(rest);
    for (entity, c) in [("&nbsp;", " "), ("&#160;", " "), ("&quot;", " "), ("&rsquo;", "’"), ("&amp;", "&")]
    {
        bare = bare.replace(entity, c);
    }
    bare.split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect()
}

fn texts(value: &Value, path: &str, into: &mut Vec<(String, String)>) {
    match value {
        Value::String(text) => match serde_json::from_str::<Value>(text) {
            // JSON that is stored as a text.
            Ok(inner @ (Value::Array(_) | Value::Object(_))) => texts(&inner, path, into),
            _ => into.push((path.to_owned(), text.clone())),
        },
        Value::Array(items) => items.iter().for_each(|item| texts(item, path, into)),
        Value::Object(members) => {
            for (key, value) in members {
                texts(value, &format!("{path}.{key}"), into);
            }
        }
        _ => {}
    }
}

/// The texts of the first entry of a feed.
fn entry(text: &str, into: &mut Vec<(String, String)>) {
    let options = roxmltree::ParsingOptions { allow_dtd: true, ..Default::default() };
    let Ok(document) = roxmltree::Document::parse_with_options(text, options) else { return };
    let first = document.descendants().find(|node| ["item", "entry"].contains(&node.tag_name().name()));
    for node in first.into_iter().flat_map(|first| first.descendants()).filter(|node| node.is_text()) {
        let name = node.parent().map(|parent| parent.tag_name().name().to_owned());
        into.push((name.unwrap_or_default(), node.text().unwrap_or_default().to_owned()));
    }
}

#[test]
#[ignore = "reads a folder that is not kept here"]
fn what_the_originals_lose() {
    let folder = env::var("ORIGINALS").expect("ORIGINALS names a folder");
    let mut paths = Vec::new();
    files(Path::new(&folder), &mut paths);
    for path in paths {
        let text = String::from_utf8_lossy(&fs::read(&path).unwrap()).into_owned();
        let Some(json) = Json::document(&text) else {
            println!("{}: no JSON", path.display());
            continue;
        };
        let format = Format::recognise(&json);
        let read = super::article(Reader::in_one_piece(format), &json, &Context::default());
        let article = match read {
            Ok(article) => article,
            Err(error) => {
                println!("{}: {format:?}: {}", path.display(), error.message);
                continue;
            }
        };
        let (mut sent, mut shown) = (Vec::new(), Vec::new());
        match format {
            Format::Rss => entry(&text, &mut sent),
            _ => texts(&serde_json::from_str(&text).unwrap_or_default(), "", &mut sent),
        }
        texts(&serde_json::to_value(&article).unwrap(), "", &mut shown);
        let shown: HashSet<String> = shown.iter().flat_map(|(_, text)| words(text)).collect();
        let mut lost: BTreeMap<String, Vec<String>> = BTreeMap::new();
        let mut count = 0;
        for (path, text) in &sent {
            if !text.trim().contains(' ') {
                continue;
            }
            for word in words(text) {
                count += 1;
                if !shown.contains(&word) {
                    lost.entry(path.clone()).or_default().push(word);
                }
            }
        }
        println!("{}: {format:?}: {count} words, lost from:", path.display());
        for (path, words) in lost {
            println!("    {path}: {}", words.join(" "));
        }
    }
}
