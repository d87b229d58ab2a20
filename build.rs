//! Does two things. It sets the cfg `browser` for a build that runs in a browser, with its nodes, its HTML parser,
//! its `URL` and its `Intl`. Elsewhere (natively, and in a wasm without the feature `browser`) crates take their
//! place.
//!
//! And it writes the interface's texts that are compiled in, without white space: for each language those that are
//! needed first, and separately those that come with a later chunk (`contract/src/text.rs`). `src/locale/texts.rs`
//! includes the files.

use std::error::Error;
use std::fmt::Write as _;
use std::path::Path;
use std::{env, fs};

use news_article_contract::language::LANGUAGES;
use news_article_contract::text::{LATE, LateTexts};
use serde_json::{Map, Value};

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rustc-check-cfg=cfg(browser)");
    if env::var("CARGO_CFG_TARGET_ARCH")? == "wasm32" && env::var_os("CARGO_FEATURE_BROWSER").is_some() {
        println!("cargo::rustc-cfg=browser");
    }
    let out = env::var("OUT_DIR")?;
    let out = Path::new(&out);
    println!("cargo::rerun-if-changed=src/locale");
    let mut languages = Vec::new();
    for language in LANGUAGES.iter().filter(|language| language.compiled_in) {
        let path = Path::new("src/locale").join(language.code).with_extension("json");
        write(&path, language.code, out).map_err(|error| format!("{}: {error}", path.display()))?;
        languages.push(language.code);
    }
    fs::write(out.join("texts.rs"), functions(&languages))?;
    Ok(fs::write(out.join("all.rs"), whole()?)?)
}

/// The function for all texts of a language that browsers fetch.
fn whole() -> Result<String, Box<dyn Error>> {
    let mut code = String::from(
        "/// All texts of a language that is not compiled in.\n\
         pub(super) fn whole(language: &str) -> Option<&'static str> {\n    match language {\n",
    );
    for language in LANGUAGES.iter().filter(|language| !language.compiled_in) {
        let file = Path::new("src/locale").join(language.code).with_extension("json").canonicalize()?;
        let _ = writeln!(code, "        \"{}\" => Some(include_str!({file:?})),", language.code);
    }
    code.push_str("        _ => None,\n    }\n}\n");
    Ok(code)
}

/// Writes the texts of one language: a file with those that are needed first, and one for each late chunk.
fn write(path: &Path, language: &str, out: &Path) -> Result<(), Box<dyn Error>> {
    let mut texts: Map<String, Value> = serde_json::from_str(&fs::read_to_string(path)?)?;
    for LateTexts { name, keys } in LATE {
        let mut late = Map::new();
        for key in keys {
            let text = texts.remove(*key).ok_or_else(|| format!("there is no text {key}"))?;
            late.insert((*key).to_owned(), text);
        }
        fs::write(out.join(format!("{language}-{name}.json")), Value::Object(late).to_string())?;
    }
    Ok(fs::write(out.join(format!("{language}.json")), Value::Object(texts).to_string())?)
}

/// The functions from a language's code to these texts. For late texts any other language falls back to English,
/// because the file that was fetched for it has its late texts already.
fn functions(languages: &[&str]) -> String {
    let mut code = String::from(
        "/// The texts that come first, in a language that is compiled in.\n\
         pub(super) fn first(language: &str) -> Option<&'static str> {\n    match language {\n",
    );
    for language in languages {
        let _ = writeln!(code, "        \"{language}\" => Some(include_str!(\"{language}.json\")),");
    }
    code.push_str("        _ => None,\n    }\n}\n");
    for LateTexts { name, .. } in LATE {
        let _ = writeln!(
            code,
            "\n/// The texts of `{name}`.\n#[cfg_attr(not(browser), allow(dead_code))]\npub(crate) fn {name}(language: &str) -> &'static str {{\n    match language {{"
        );
        for language in languages.iter().filter(|language| **language != "en") {
            let _ = writeln!(code, "        \"{language}\" => include_str!(\"{language}-{name}.json\"),");
        }
        let _ = writeln!(code, "        _ => include_str!(\"en-{name}.json\"),\n    }}\n}}");
    }
    code
}
