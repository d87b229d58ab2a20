//! Tests the dependencies: each is documented with its reason, comes from crates.io, and has a licence that deny.toml
//! allows. (cargo-deny checks the same and more, where it is installed.)

use serde_json::Value;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::Command;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

fn read(name: &str) -> String {
    let path = root().join(name);
    std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// Cargo's data about the workspace and all its dependencies.
fn packages() -> Vec<Value> {
    let output = Command::new(env!("CARGO"))
        .args(["metadata", "--format-version", "1", "--locked", "--all-features"])
        .current_dir(root())
        .output()
        .expect("cargo runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let mut metadata: Value = serde_json::from_slice(&output.stdout).expect("JSON");
    serde_json::from_value(metadata["packages"].take()).expect("the packages")
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}

#[test]
fn every_dependency_is_written_down_with_its_reason() {
    let documented = read("docs/dependencies.md");
    let mut named = BTreeSet::new();
    for package in packages().iter().filter(|package| package["source"].is_null()) {
        // The repository's own crates need no reason.
        let dependencies = package["dependencies"].as_array().into_iter().flatten();
        for dependency in dependencies.filter(|dependency| dependency["path"].is_null()) {
            named.insert(text(&dependency["name"]).to_owned());
        }
    }
    for manifest in [
        "xtask/npm/package.json",
        "xtask/bench/package.json",
        "tests/npm/package.json",
        "tests/sites/package.json",
    ] {
        let manifest: Value = serde_json::from_str(&read(manifest)).expect("JSON");
        named
            .extend(manifest["dependencies"].as_object().into_iter().flatten().map(|(name, _)| name.clone()));
    }
    assert!(named.len() > 20, "{named:?}");
    let missing: Vec<&String> =
        named.iter().filter(|name| !documented.contains(&format!("`{name}`"))).collect();
    assert!(missing.is_empty(), "not in docs/dependencies.md: {missing:?}");
    // No documented dependency may be missing.
    let rows = documented.lines().filter_map(|line| line.strip_prefix("| `")?.split(" |").next());
    let explained = rows.flat_map(|row| row.split(['`', ',', ' '])).filter(|name| !name.is_empty());
    let gone: Vec<&str> = explained.filter(|name| !named.contains(*name)).collect();
    assert!(gone.is_empty(), "no longer a dependency: {gone:?}");
}

#[test]
fn every_crate_comes_from_one_registry() {
    let sources: BTreeSet<String> =
        packages().iter().filter_map(|package| package["source"].as_str().map(str::to_owned)).collect();
    assert_eq!(sources.len(), 1, "{sources:?}");
    assert!(sources.iter().all(|source| source.starts_with("registry+")), "{sources:?}");
}

/// Returns true if an SPDX expression leaves a choice that is allowed. Those in use have one level of brackets at
/// most.
fn is_allowed(expression: &str, allowed: &BTreeSet<&str>) -> bool {
    let plain = expression.replace('/', " OR ");
    if let Some((inner, rest)) = plain.strip_prefix('(').and_then(|rest| rest.split_once(") AND ")) {
        return is_allowed(inner, allowed) && is_allowed(rest, allowed);
    }
    let one = |licence: &str| allowed.contains(licence.trim().split(" WITH ").next().unwrap_or_default());
    plain.split(" OR ").any(|choice| choice.split(" AND ").all(one))
}

#[test]
fn every_licence_is_one_that_is_allowed() {
    let config = read("deny.toml");
    let list = config.split_once("allow = [").and_then(|(_, rest)| rest.split_once(']')).expect("a list").0;
    let allowed: BTreeSet<&str> = list.split('"').skip(1).step_by(2).collect();
    assert!(
        allowed.contains("MIT")
            && !is_allowed("GPL-3.0-only", &allowed)
            && !is_allowed("MIT AND GPL-3.0-only", &allowed)
    );
    let foreign: Vec<String> = packages()
        .iter()
        .filter(|package| !is_allowed(text(&package["license"]), &allowed))
        .map(|package| format!("{}: {}", text(&package["name"]), package["license"]))
        .collect();
    assert!(foreign.is_empty(), "{foreign:?}");
}
