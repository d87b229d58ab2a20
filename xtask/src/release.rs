//! `cargo xtask release`: checks that a version may be published, and packs it into `target/release-VERSION`. Nothing is
//! published.
//!
//! [`changelog`] finds what the version's users are told, [`npm`] packs the package, [`archive`] makes the plugin's zip and
//! the archive of `dist`, [`checksums`] the list of their hashes. Everything that is packed is the same, byte for byte,
//! when the same commit is packed again.

mod archive;
mod changelog;
mod checksums;
mod npm;

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context as _, Result, ensure};
use clap::Args;

use crate::{contract, dist, project};

/// The version of everything that is packed.
const VERSION: &str = env!("CARGO_PKG_VERSION");

/// The options of the command.
#[derive(Args)]
pub(crate) struct Options {
    /// Pack what has not been committed, too
    #[arg(long)]
    allow_dirty: bool,
    /// Pack dist/ as it is, instead of making it anew
    #[arg(long)]
    no_dist: bool,
}

/// Checks, packs, and prints the folder.
pub(crate) fn run(options: Options) -> Result<()> {
    let root = project::root();
    if !options.allow_dirty {
        ensure_committed(root)?;
    }
    let changes = read(&root.join("CHANGELOG.md"))?;
    let notes = changelog::section(&changes, VERSION)
        .with_context(|| format!("CHANGELOG.md has no section, or an empty one, for {VERSION}"))?;
    ensure_same_version(root)?;
    contract::check()?;
    if !options.no_dist {
        // Fails if a budget is exceeded.
        dist::run(dist::Options::default())?;
    }
    let made = root.join("dist");
    ensure!(made.is_dir(), "there is no dist/: leave --no-dist out");

    let release = project::target().join(format!("release-{VERSION}"));
    if release.exists() {
        fs::remove_dir_all(&release).with_context(|| release.display().to_string())?;
    }
    fs::create_dir_all(&release).with_context(|| release.display().to_string())?;
    npm::pack(&made, &release)?;
    let plugin = project::target().join("plugin/news-article");
    archive::zip(&plugin, "news-article", &release.join(format!("news-article-wordpress-{VERSION}.zip")))?;
    let name = format!("news-article-dist-{VERSION}");
    archive::tar_gz(&made, &name, &release.join(format!("{name}.tar.gz")))?;
    fs::write(release.join("NOTES.md"), format!("{notes}\n"))?;
    let sums = checksums::write(&release)?;
    println!("{}\n\n{sums}", release.display());
    Ok(())
}

fn read(path: &Path) -> Result<String> {
    fs::read_to_string(path).with_context(|| path.display().to_string())
}

/// Fails if the work tree has changes, so that a commit holds everything that is packed.
fn ensure_committed(root: &Path) -> Result<()> {
    let status = Command::new("git")
        .args(["status", "--porcelain"])
        .current_dir(root)
        .output()
        .context("git cannot be run (--allow-dirty goes without)")?;
    ensure!(status.status.success(), "git status failed (--allow-dirty goes without)");
    let changed = String::from_utf8_lossy(&status.stdout).into_owned();
    ensure!(
        changed.is_empty(),
        "not everything is committed (--allow-dirty packs it all the same):\n{}",
        changed.trim_end()
    );
    Ok(())
}

/// Fails if the version of the npm package, which is written by hand, is not this one. This is checked before
/// anything is built. (A test beside `dist` checks the plugin's.)
fn ensure_same_version(root: &Path) -> Result<()> {
    let package: serde_json::Value = serde_json::from_str(&read(&root.join("package/package.json"))?)?;
    let version = package.get("version").and_then(serde_json::Value::as_str);
    ensure!(
        version == Some(VERSION),
        "package/package.json has the version {version:?}, Cargo.toml {VERSION}"
    );
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn this_version_could_be_released_by_what_is_written() {
        let root = project::root();
        let text = read(&root.join("CHANGELOG.md")).expect("a changelog");
        assert!(changelog::section(&text, VERSION).is_some());
        ensure_same_version(root).expect("one version");
    }
}
