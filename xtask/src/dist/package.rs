//! The other files of `dist/`: the entry, the modules for bundlers, the languages that are fetched, and copied files.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context as _, Result};
use news_article_contract::chunk::{MARKUP, NATIVE};
use news_article_contract::language::LANGUAGES;

use super::npm::Tools;
use super::{article_css, budget, integrity};
use crate::{project, wasm};

/// Copied as they are, from the root of the work tree.
const COPIED: [&str; 4] = ["article.schema.json", "README.md", "LICENSE-MIT", "LICENSE-APACHE"];
/// Copied as they are, from `package/`.
const PACKAGE: [&str; 3] = ["package.json", "news-article.d.ts", "custom-elements.json"];
/// Tells the shell that the wasm is split into chunks.
const CHUNKED: &str = "--define:CHUNKED=1";
/// Tells the shell that it is the entry, which defines the elements.
const ENTRY: &str = "--define:ENTRY=1";

/// Fills `made`.
pub(crate) fn fill(tools: &Tools, root: &Path, made: &Path) -> Result<()> {
    let source = root.join("src/element");
    // The glue is a file of its own, loaded when the first element is connected.
    let glue = format!("--external:./{}", wasm::GLUE);
    let page = format!("--external:./{}", wasm::PAGE);
    // The wasm files that are requested before the glue is loaded. (The glue has the hashes of the others.)
    let (native, markup) = (wasm::chunk(NATIVE.name), wasm::chunk(MARKUP.name));
    let early = [("bg", wasm::WASM), (NATIVE.name, &native), (MARKUP.name, &markup)];
    let hashes = format!("--define:HASHES={}", hashes(made, &early)?);
    tools.esbuild(
        &source.join("index.js"),
        &made.join(budget::ENTRY),
        &["--bundle", "--minify", CHUNKED, ENTRY, &hashes, &glue, &page],
    )?;
    for (name, shipped) in [("page.js", wasm::PAGE), ("surroundings.js", wasm::SURROUNDINGS)] {
        tools.esbuild(&source.join(name), &made.join(shipped), &["--bundle", "--minify"])?;
    }
    for name in [budget::ENTRY, wasm::PAGE, wasm::SURROUNDINGS] {
        tools.terser(&made.join(name))?;
    }
    later(tools, &source, made)?;
    for name in wasm::EXTRAS {
        let from = root.join("src/extras").join(name).with_extension("js");
        let shipped = made.join(wasm::extra(name));
        tools.esbuild(&from, &shipped, &["--bundle", "--minify", "--format=esm"])?;
        tools.terser(&shipped)?;
    }
    // For bundlers: one module with the classes, and one that defines them.
    let classes = ["--bundle", "--minify", CHUNKED, &hashes, &glue, &page];
    tools.esbuild(&source.join("element.js"), &made.join("element.js"), &classes)?;
    let definitions = ["--bundle", "--minify", "--external:./element.js"];
    tools.esbuild(&source.join("index.js"), &made.join("index.js"), &definitions)?;
    for name in ["index.js", "element.js"] {
        tools.terser(&made.join(name))?;
    }
    locales(&root.join("src/locale"), &made.join("locale"))?;
    style(tools, root, made)?;
    for name in COPIED {
        copy(&root.join(name), &made.join(name))?;
    }
    for name in PACKAGE {
        copy(&root.join("package").join(name), &made.join(name))?;
    }
    Ok(())
}

/// Makes the entry of pages that hold their article. It has the hashes of the modules that it loads, so those are made first.
fn later(tools: &Tools, source: &Path, made: &Path) -> Result<()> {
    let modules = [budget::ENTRY, wasm::GLUE, wasm::PAGE, wasm::SURROUNDINGS];
    let modules = format!("--define:MODULES={}", hashes(made, &modules.map(|name| (name, name)))?);
    tools.esbuild(&source.join("later.js"), &made.join(wasm::LATER), &["--bundle", "--minify", &modules])?;
    tools.terser(&made.join(wasm::LATER))
}

/// The hashes of files, as JSON by the names given.
fn hashes(made: &Path, files: &[(&str, &str)]) -> Result<String> {
    let mut hashes = BTreeMap::new();
    for (name, file) in files {
        let bytes = fs::read(made.join(file)).with_context(|| (*file).to_owned())?;
        hashes.insert(name, integrity::short_hash(&bytes));
    }
    Ok(serde_json::to_string(&hashes)?)
}

/// The style of rendered articles.
fn style(tools: &Tools, root: &Path, made: &Path) -> Result<()> {
    let whole = project::target().join("dist/article.css");
    fs::write(&whole, article_css::made(&root.join("style"))?)?;
    tools.esbuild(&whole, &made.join("article.css"), &["--minify"])
}

fn copy(from: &Path, to: &Path) -> Result<()> {
    fs::copy(from, to).with_context(|| from.display().to_string())?;
    Ok(())
}

/// Copies those files of a directory whose paths are wanted to the same paths in another.
pub(crate) fn copy_files(from: &Path, to: &Path, wanted: impl Fn(&str) -> bool) -> Result<()> {
    for name in files(from)?.iter().filter(|name| wanted(name)) {
        let target = to.join(name);
        if let Some(directory) = target.parent() {
            fs::create_dir_all(directory)?;
        }
        copy(&from.join(name), &target)?;
    }
    Ok(())
}

/// The languages that are fetched, with white space removed.
fn locales(from: &Path, to: &Path) -> Result<()> {
    for language in LANGUAGES.iter().filter(|language| !language.compiled_in) {
        let name = format!("{}.json", language.code);
        let path = from.join(&name);
        let text = fs::read_to_string(&path).with_context(|| path.display().to_string())?;
        let json: serde_json::Value =
            serde_json::from_str(&text).with_context(|| path.display().to_string())?;
        fs::create_dir_all(to)?;
        fs::write(to.join(&name), json.to_string())?;
    }
    Ok(())
}

/// The files under a directory, by their paths in it, sorted.
pub(crate) fn files(directory: &Path) -> Result<Vec<String>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(directory).with_context(|| directory.display().to_string())? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if entry.file_type()?.is_dir() {
            found.extend(files(&entry.path())?.into_iter().map(|inner| format!("{name}/{inner}")));
        } else {
            found.push(name);
        }
    }
    found.sort();
    Ok(found)
}
