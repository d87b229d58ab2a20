//! What is compiled in as text: the interface's words, without line breaks, those of the sections after the body apart,
//! and those of what reacts there.

use std::path::Path;
use std::{env, fs};

/// The languages whose words are compiled in.
const LANGUAGES: [&str; 3] = ["fr", "en", "ar"];

/// Words that come with their chunk (`src/chunk.rs`): its name, the first of its keys and the last. They follow each other.
const LATER: [(&str, &str, &str); 2] = [
    ("sections", "  \"share\": ", "  \"social\": "),
    ("reactive", "  \"commentPublished\": ", "  \"mastodonHint\": "),
];

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let out = env::var("OUT_DIR")?;
    let out = Path::new(&out);
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
