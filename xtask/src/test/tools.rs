//! Tools that cargo builds into `target/tools`, so that nothing is installed for the user.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context as _, Result, ensure};
use serde_json::json;

use crate::project;

/// The version of geckodriver that the tests were written with.
const GECKODRIVER: &str = "0.37.1";

/// A program on the path.
pub(super) fn on_path(name: &str) -> Option<PathBuf> {
    let name = format!("{name}{}", env::consts::EXE_SUFFIX);
    env::split_paths(&env::var_os("PATH")?).map(|directory| directory.join(&name)).find(|path| path.is_file())
}

/// The runner of in-browser tests, in the version that the tests are compiled with.
pub(super) fn test_runner() -> Result<PathBuf> {
    let lock = fs::read_to_string(project::root().join("Cargo.lock")).context("Cargo.lock")?;
    let version = locked(&lock, "wasm-bindgen").context("Cargo.lock names no wasm-bindgen")?;
    // Without --locked, because the published lock file names a version that no longer compiles.
    installed("wasm-bindgen-test-runner", "wasm-bindgen-cli", version)
}

/// Firefox's driver.
pub(super) fn geckodriver() -> Result<PathBuf> {
    match on_path("geckodriver") {
        Some(path) => Ok(path),
        None => installed("geckodriver", "geckodriver", GECKODRIVER),
    }
}

/// The program from the path or from `target/tools` if it has this version; else it is built.
fn installed(program: &str, package: &str, version: &str) -> Result<PathBuf> {
    let root = project::target().join("tools");
    let own = root.join("bin").join(format!("{program}{}", env::consts::EXE_SUFFIX));
    let found = on_path(program).into_iter().chain([own.clone()]).find(|path| tells(path, version));
    if let Some(path) = found {
        return Ok(path);
    }
    eprintln!("Building {program} {version} into {} (once, some minutes) …", root.display());
    let status = Command::new(project::cargo())
        .args(["install", "--quiet", package, "--version", version, "--root"])
        .arg(&root)
        .status()?;
    ensure!(status.success(), "`cargo install {package} --version {version}` failed");
    Ok(own)
}

/// Returns true if a program reports this version.
fn tells(path: &Path, version: &str) -> bool {
    let Ok(output) = Command::new(path).arg("--version").output() else { return false };
    let told = String::from_utf8_lossy(&output.stdout);
    told.lines().next().is_some_and(|line| line.split_whitespace().any(|word| word == version))
}

/// The version of a package in a lock file.
fn locked<'a>(lock: &'a str, package: &str) -> Option<&'a str> {
    let name = format!("name = \"{package}\"");
    let mut lines = lock.lines().skip_while(|line| *line != name);
    lines.nth(1)?.strip_prefix("version = \"")?.strip_suffix('"')
}

/// The capabilities with which in-browser tests start Chromium: quiet, and without a graphics card.
pub(super) fn chromium_capabilities() -> Result<PathBuf> {
    let path = project::target().join("webdriver.json");
    let arguments = [
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
    ];
    fs::write(&path, json!({ "goog:chromeOptions": { "args": arguments } }).to_string())?;
    Ok(path)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_locked_version_is_that_of_the_package_by_its_whole_name() {
        let lock = "[[package]]\nname = \"wasm-bindgen-shared\"\nversion = \"0.1.0\"\n\n[[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\n";
        assert_eq!(locked(lock, "wasm-bindgen"), Some("0.2.130"));
        assert_eq!(locked(lock, "wasm"), None);
    }
}
