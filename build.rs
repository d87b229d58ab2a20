//! What is compiled in as text: the style sheets, joined into one, without comments and indentation; the interface's
//! words, without line breaks, those of the sections after the body apart, and those of what reacts there.

use std::path::Path;
use std::{env, fs};

/// In this order: tokens first, then one sheet a component.
const SHEETS: [&str; 10] =
    ["tokens", "base", "header", "body", "share", "related", "form", "comments", "social", "print"];

/// The languages whose words are compiled in.
const LANGUAGES: [&str; 3] = ["fr", "en", "ar"];

/// Words that come with their chunk (`src/chunk.rs`): its name, the first of its keys and the last. They follow each other.
const LATER: [(&str, &str, &str); 2] = [
    ("sections", "  \"share\": ", "  \"social\": "),
    ("reactive", "  \"commentPublished\": ", "  \"mastodonHint\": "),
];

fn main() -> Result<(), Box<dyn std::error::Error>> {
    println!("cargo::rerun-if-changed=style");
    let mut joined = String::new();
    for sheet in SHEETS {
        let path = Path::new("style").join(sheet).with_extension("css");
        let text = fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))?;
        joined.push_str(&squeeze(&text));
    }
    let out = env::var("OUT_DIR")?;
    let out = Path::new(&out);
    fs::write(out.join("style.css"), joined)?;
    println!("cargo::rerun-if-changed=src/locale");
    for language in LANGUAGES {
        let name = format!("{language}.json");
        let path = Path::new("src/locale").join(&name);
        let text = fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))?;
        let mut left = text;
        for (chunk, first, last) in LATER {
            let (before, rest) = left.split_once(first).ok_or("the words of a chunk have no begin")?;
            let (words, rest) = rest.split_once(last).ok_or("the words of a chunk have no end")?;
            let (word, after) = rest.split_once(",\n").ok_or("something follows the words of a chunk")?;
            let words = ["{", first, words, last, word, "}"].concat();
            fs::write(out.join(format!("{language}-{chunk}.json")), squeeze_json(&words))?;
            left = [before, after].concat();
        }
        fs::write(out.join(name), squeeze_json(&left))?;
    }
    Ok(())
}

fn squeeze_json(text: &str) -> String {
    text.lines().map(str::trim).collect()
}

/// Removes comments, line breaks and the spaces that CSS does not need. The sheets hold no strings with such in them.
fn squeeze(text: &str) -> String {
    let mut plain = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("/*") {
        plain.push_str(before);
        rest = after.split_once("*/").map_or("", |(_, after)| after);
    }
    plain.push_str(rest);
    let mut squeezed = plain.split_whitespace().collect::<Vec<_>>().join(" ");
    for (wide, narrow) in [
        (" {", "{"),
        ("{ ", "{"),
        (" }", "}"),
        ("} ", "}"),
        ("; ", ";"),
        (": ", ":"),
        (", ", ","),
        (";}", "}"),
    ] {
        squeezed = squeezed.replace(wide, narrow);
    }
    squeezed
}
