//! `cargo xtask contract`: what JavaScript, the types, the manifest and the docs say of the contract, written from the
//! tables of the crate `news-article-contract`. With `--check` nothing is written, and what is stale is an error.
//!
//! | what is written | from |
//! | --- | --- |
//! | `src/element/contract.js`, `package/custom-elements.json` | [`script`], [`manifest`], as whole files |
//! | regions of README.md, `docs/`, `package/news-article.d.ts` and `src/element/` between marks | [`region`], by [`tables`], [`types`] and [`script`] |

mod manifest;
mod region;
mod script;
mod tables;
mod types;

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, bail};
use clap::Args;

use crate::project;

/// The options of the command.
#[derive(Args)]
pub(crate) struct Options {
    /// Write nothing, and fail when something is stale
    #[arg(long)]
    check: bool,
}

/// Writes what is stale, or tells it.
pub(crate) fn run(options: Options) -> Result<()> {
    let root = project::root();
    let stale = stale(root)?;
    for file in &stale {
        if !options.check {
            fs::write(&file.path, &file.text).with_context(|| file.path.display().to_string())?;
        }
        let name = file.path.strip_prefix(root).unwrap_or(&file.path);
        eprintln!("{} {}", if options.check { "stale:" } else { "written:" }, name.display());
    }
    if options.check && !stale.is_empty() {
        bail!("not what the tables in contract/ say: run `cargo xtask contract`");
    }
    Ok(())
}

/// Fails if something is stale.
pub(crate) fn check() -> Result<()> {
    run(Options { check: true })
}

/// A file, with the text that it should have.
struct Generated {
    path: PathBuf,
    text: String,
}

/// The files that differ from the tables.
fn stale(root: &Path) -> Result<Vec<Generated>> {
    let mut files = vec![
        Generated { path: root.join("src/element/contract.js"), text: script::module() },
        Generated { path: root.join("package/custom-elements.json"), text: manifest::text()? },
    ];
    let english = fs::read_to_string(root.join("src/locale/en.json")).context("src/locale/en.json")?;
    for path in with_regions(root)? {
        let text = fs::read_to_string(&path).with_context(|| path.display().to_string())?;
        let text = region::filled(&text, |name| content(name, &english))
            .with_context(|| path.display().to_string())?;
        files.push(Generated { path, text });
    }
    files.retain(|file| fs::read_to_string(&file.path).ok().as_deref() != Some(&file.text));
    Ok(files)
}

/// The text for the region of that name.
fn content(name: &str, english: &str) -> Result<String> {
    if let Some(table) = tables::named(name, english)? {
        return Ok(table);
    }
    if let Some(types) = types::named(name) {
        return Ok(types);
    }
    match name {
        "classes" => Ok(script::classes()),
        "known-tags" => Ok(script::known_tags()),
        "runtime-chunks" => Ok(script::runtime_chunks()),
        _ => bail!("there is no table `contract:{name}`"),
    }
}

/// The files that may have regions.
fn with_regions(root: &Path) -> Result<Vec<PathBuf>> {
    let mut found = vec![root.join("README.md"), root.join("package/news-article.d.ts")];
    for (directory, extension) in [("docs", "md"), ("src/element", "js")] {
        collect(&root.join(directory), extension, &mut found)?;
    }
    Ok(found)
}

fn collect(directory: &Path, extension: &str, found: &mut Vec<PathBuf>) -> Result<()> {
    let entries = fs::read_dir(directory).with_context(|| directory.display().to_string())?;
    let mut paths = entries.map(|entry| Ok(entry?.path())).collect::<Result<Vec<_>>>()?;
    paths.sort();
    for path in paths {
        if path.is_dir() {
            collect(&path, extension, found)?;
        } else if path.extension().is_some_and(|own| own == extension) {
            found.push(path);
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests;
