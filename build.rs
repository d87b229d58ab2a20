//! What is compiled in as text: the style sheets, joined into one, without comments and indentation; the interface's
//! words, without line breaks, those of the sections after the body apart.

use std::path::Path;
use std::{env, fs};

/// In this order: tokens first, then one sheet a component.
const SHEETS: [&str; 10] =
    ["tokens", "base", "header", "body", "share", "related", "form", "comments", "social", "print"];

/// The languages whose words are compiled in.
const LANGUAGES: [&str; 3] = ["fr", "en", "ar"];

/// The first and the last of the words of sections: they come with these (`src/chunk.rs`).
const OF_SECTIONS: [&str; 2] = ["  \"share\": ", "  \"social\": "];

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
        let (first, rest) = text.split_once(OF_SECTIONS[0]).ok_or("the words of sections have no begin")?;
        let (sections, last) = rest.split_once(OF_SECTIONS[1]).ok_or("the words of sections have no end")?;
        let (social, last) = last.split_once(",\n").ok_or("something follows the words of sections")?;
        let sections = ["{", OF_SECTIONS[0], sections, OF_SECTIONS[1], social, "}"].concat();
        fs::write(out.join(name), squeeze_json(&[first, last].concat()))?;
        fs::write(out.join(format!("{language}-sections.json")), squeeze_json(&sections))?;
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
