//! Packs the npm package from `dist` with npm itself, after checking what it would contain.

use std::collections::BTreeSet;
use std::path::Path;

use anyhow::{Context as _, Result, ensure};
use serde::Deserialize;

use crate::dist::{npm, package};

/// The fields of `npm pack --json` that are read.
#[derive(Deserialize)]
struct Packed {
    files: Vec<PackedFile>,
}

#[derive(Deserialize)]
struct PackedFile {
    path: String,
}

/// Packs `dist` into the folder, if the package contains exactly the files of `dist`.
pub(crate) fn pack(dist: &Path, folder: &Path) -> Result<()> {
    ensure_whole(&package::files(dist)?, &run(dist, &["--dry-run"])?)?;
    let destination = folder.to_str().context("the path is no text")?;
    run(dist, &["--pack-destination", destination])?;
    Ok(())
}

fn run(dist: &Path, options: &[&str]) -> Result<Vec<String>> {
    let output = npm::command()
        .args(["pack", "--json", "--ignore-scripts"])
        .args(options)
        .current_dir(dist)
        .output()
        .context("npm cannot be run")?;
    ensure!(output.status.success(), "npm pack failed: {}", String::from_utf8_lossy(&output.stderr));
    let packed: Vec<Packed> = serde_json::from_slice(&output.stdout).context("npm pack said no JSON")?;
    Ok(packed.into_iter().flat_map(|one| one.files).map(|file| file.path).collect())
}

/// Fails if package.json's `files`, a list by hand, leaves a file out, which would be missing in every app.
fn ensure_whole(made: &[String], packed: &[String]) -> Result<()> {
    let made: BTreeSet<&String> = made.iter().collect();
    let packed: BTreeSet<&String> = packed.iter().collect();
    let missing: Vec<_> = made.difference(&packed).collect();
    let strange: Vec<_> = packed.difference(&made).collect();
    ensure!(missing.is_empty(), "package.json leaves out of the package: {missing:?}");
    ensure!(strange.is_empty(), "the package would hold what dist does not: {strange:?}");
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_package_json_forgets_is_named() {
        let made = ["element.js".to_owned(), "news-article_new.wasm".to_owned()];
        assert!(ensure_whole(&made, &made).is_ok());
        let error = ensure_whole(&made, &made[..1]).expect_err("one is missing").to_string();
        assert!(error.contains("news-article_new.wasm"), "{error}");
    }
}
