//! Tests the links of the documentation: each must lead to an existing file and heading.

#![allow(clippy::expect_used, clippy::panic)]

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

fn root() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/.."))
}

/// Folders with generated or fetched files.
const MADE: [&str; 4] = ["target", "dist", "node_modules", ".git"];

/// Every Markdown file of the work tree.
fn pages() -> Vec<PathBuf> {
    let (mut pages, mut open) = (Vec::new(), vec![root().to_path_buf()]);
    while let Some(folder) = open.pop() {
        for entry in std::fs::read_dir(&folder).expect("a folder") {
            let path = entry.expect("an entry").path();
            let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
            if path.is_dir() {
                if !MADE.contains(&name) {
                    open.push(path);
                }
            } else if name.ends_with(".md") {
                pages.push(path);
            }
        }
    }
    pages
}

fn read(path: &Path) -> String {
    std::fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// The lines outside of code blocks.
fn prose(text: &str) -> impl Iterator<Item = &str> {
    let mut in_code = false;
    text.lines().filter(move |line| {
        let fence = line.trim_start().starts_with("```");
        in_code ^= fence;
        !in_code && !fence
    })
}

/// The targets of a page's links: `target` of `[text](target)`.
fn links(text: &str) -> BTreeSet<&str> {
    let targets =
        prose(text).flat_map(|line| line.split("](").skip(1).filter_map(|rest| rest.split(')').next()));
    targets.filter(|target| !target.contains("://") && !target.starts_with("mailto:")).collect()
}

/// The anchors of a page's headings, as GitHub makes them.
fn anchors(text: &str) -> BTreeSet<String> {
    let headings = prose(text).filter(|line| line.starts_with('#'));
    headings
        .map(|line| {
            let words = line.trim_start_matches('#').trim().to_lowercase();
            let kept = words.chars().filter(|char| char.is_alphanumeric() || [' ', '-', '_'].contains(char));
            kept.map(|char| if char == ' ' { '-' } else { char }).collect()
        })
        .collect()
}

#[test]
fn every_link_of_the_documentation_leads_somewhere() {
    let pages = pages();
    assert!(pages.len() > 15, "{pages:?}");
    let mut dead = Vec::new();
    for page in &pages {
        let text = read(page);
        for target in links(&text) {
            let (file, anchor) = target.split_once('#').unwrap_or((target, ""));
            let path = match file {
                "" => page.clone(),
                file => page.parent().expect("a folder").join(file),
            };
            let has_anchor = || anchor.is_empty() || anchors(&read(&path)).contains(anchor);
            if !path.exists() || !has_anchor() {
                dead.push(format!("{}: {target}", page.display()));
            }
        }
    }
    assert!(dead.is_empty(), "these lead nowhere: {dead:#?}");
}

/// The paths of this repository that a page names: `src/view.rs`, `tests/e2e/`.
fn paths(text: &str) -> BTreeSet<&str> {
    let named = prose(text).flat_map(|line| line.split('`').skip(1).step_by(2));
    let tops =
        ["src/", "contract/", "style/", "tests/", "xtask/", "wasm-pipeline/", "integrations/", "docs/"];
    // Patterns such as `src/locale/CODE.json` and `tests/{schema,dependencies}.rs` are no paths.
    let is_pattern =
        |path: &str| path.contains(['{', '*', '<', ' ']) || path.contains("NAME") || path.contains("CODE");
    named.filter(|path| tops.iter().any(|top| path.starts_with(top)) && !is_pattern(path)).collect()
}

#[test]
fn every_file_that_the_map_and_the_guides_for_developers_name_is_there() {
    let mut gone = Vec::new();
    for page in
        ["ARCHITECTURE.md", "CONTRIBUTING.md", "SECURITY.md", "docs/accessibility.md", "docs/dependencies.md"]
    {
        let text = read(&root().join(page));
        let missing = paths(&text).into_iter().filter(|path| !root().join(path).exists());
        gone.extend(missing.map(|path| format!("{page}: {path}")));
    }
    assert!(gone.is_empty(), "these are not there: {gone:#?}");
    assert_eq!(
        paths("`src/a.rs` and `src/locale/CODE.json`, `cargo`").into_iter().collect::<Vec<_>>(),
        ["src/a.rs"]
    );
}

#[test]
fn an_anchor_is_its_heading_in_githubs_way() {
    let anchors = anchors("# The publisher's own data\n```sh\n# not one\n```\n## … a format\n");
    assert_eq!(anchors.into_iter().collect::<Vec<_>>(), ["-a-format", "the-publishers-own-data"]);
    assert_eq!(
        links("[a](b.md#c) [d](https://e.example) ![f](g.png)").into_iter().collect::<Vec<_>>(),
        ["b.md#c", "g.png"]
    );
}
