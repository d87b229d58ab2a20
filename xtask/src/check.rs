//! `cargo xtask check`: the dependencies between the modules of `src/` have one direction, the one in ARCHITECTURE.md.
//!
//! 1. [`paths`] reads which other modules each file names, without its tests;
//! 2. files must not name one another in a circle; a file that only adds methods to a type of the module around it counts as
//!    part of that;
//! 3. top-level modules must use one another exactly as the map says (the block of `module → modules` under "Arrows"), and
//!    none that stands below them there;
//! 4. every entry in the table of chunks must be a token in `src/`, and each of its methods must take the token and be
//!    `#[inline(never)]`. Otherwise its code could be in the main module, or be called before the chunk is loaded.

mod circle;
mod map;
mod paths;

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use anyhow::{Context as _, Result, ensure};
use news_article_contract::chunk::CHUNKS;

use crate::project;
use paths::Source;

/// Dependencies from one module to another, each by its path from the crate's root: `comments::view`.
type Arrows = BTreeSet<(String, String)>;

/// Checks the repository.
pub(crate) fn run() -> Result<()> {
    let sources = sources(&project::root().join("src"))?;
    let architecture = fs::read_to_string(project::root().join("ARCHITECTURE.md"))?;
    let mut faults = faults(&sources, &architecture)?;
    faults.extend(entries(&sources));
    ensure!(faults.is_empty(), "{}", faults.join("\n"));
    println!("{} modules, and no circle among them.", sources.len());
    Ok(())
}

/// The faults in the dependencies.
fn faults(sources: &[Source], architecture: &str) -> Result<Vec<String>> {
    let arrows = paths::arrows(sources)?;
    let mut faults: Vec<String> =
        circle::all(&arrows).iter().map(|circle| format!("a circle: {}", circle.join(" → "))).collect();
    let modules: BTreeSet<&str> = sources.iter().map(|source| map::top(&source.module)).collect();
    faults.extend(map::Map::read(architecture)?.faults(&modules, &arrows));
    Ok(faults)
}

/// The entries of chunks that are no tokens.
fn entries(sources: &[Source]) -> Vec<String> {
    let mut faults = Vec::new();
    for chunk in CHUNKS {
        for entry in chunk.entries {
            let token = entry.strip_prefix("news_article::").and_then(|path| path.rsplit_once("::"));
            let made = |(module, name): (&str, &str)| {
                let making = format!("{name} = {}\n", chunk.name.replace('-', "_").to_uppercase());
                sources.iter().any(|source| source.module == module && source.text.contains(&making))
            };
            if !token.is_some_and(made) {
                faults.push(format!("chunk {}: {entry} is no token of it", chunk.name));
            }
            let source = token.and_then(|(module, _)| sources.iter().find(|source| source.module == module));
            if let (Some(source), Some((_, name))) = (source, token) {
                let leaks = open_methods(&source.text, name).into_iter();
                faults.extend(leaks.map(|method| format!("chunk {}: {entry}: {method}", chunk.name)));
            }
        }
    }
    faults
}

/// The faults in the methods of a token.
fn open_methods(text: &str, token: &str) -> Vec<String> {
    let begin = format!("impl {token} {{\n");
    let body =
        text.split_once(&begin).and_then(|(_, rest)| rest.split_once("\n}")).map_or("", |(body, _)| body);
    let mut faults = Vec::new();
    let mut is_apart = false;
    for line in body.lines().map(str::trim) {
        if let Some((_, method)) = line.split_once("fn ").filter(|(before, _)| before.starts_with("pub")) {
            let name = method.split(['(', '<']).next().unwrap_or_default();
            if !takes_self(body, method) {
                faults.push(format!("{name} does not take the token"));
            }
            if !is_apart {
                faults.push(format!("{name} is not #[inline(never)]"));
            }
        }
        is_apart = line == "#[inline(never)]" || (is_apart && line.starts_with(['#', '/']));
    }
    faults
}

/// Returns true if the first parameter of a method is the token itself.
fn takes_self(body: &str, method: &str) -> bool {
    let parameters = body.split_once(method).map(|(_, rest)| format!("{method}{rest}"));
    let first =
        parameters.as_deref().and_then(|text| text.split_once('(')).map_or("", |(_, rest)| rest.trim_start());
    first.strip_prefix("self").is_some_and(|rest| rest.starts_with([',', ')']))
}

/// Every Rust file under a folder, tests aside.
fn sources(folder: &Path) -> Result<Vec<Source>> {
    let mut found = Vec::new();
    read(folder, "", &mut found)?;
    Ok(found)
}

fn read(folder: &Path, module: &str, found: &mut Vec<Source>) -> Result<()> {
    for entry in fs::read_dir(folder).with_context(|| folder.display().to_string())? {
        let path = entry?.path();
        let name = path.file_stem().and_then(|name| name.to_str()).unwrap_or_default();
        let inner = if module.is_empty() { name.to_owned() } else { format!("{module}::{name}") };
        if name == "tests" {
            continue;
        }
        if path.is_dir() {
            read(&path, &inner, found)?;
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            let module = if inner == "lib" { String::new() } else { inner };
            found.push(Source { module, text: fs::read_to_string(&path)? });
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::{Source, faults, open_methods, run};

    const MAP: &str = "## Arrows\n\n```arrows\ntext\narticle → text\nview → article\n```\n";

    fn source(module: &str, text: &str) -> Source {
        Source { module: module.into(), text: text.into() }
    }

    fn house() -> Vec<Source> {
        vec![
            source("", "pub mod article; pub mod text; pub mod view;"),
            source("text", "pub fn cut() {}"),
            source("article", "use crate::text::cut; mod block; pub use block::Block;"),
            source("article::block", "use super::Article; pub struct Block;"),
            source("view", "pub mod dom;"),
            source("view::dom", "use crate::article::Article;"),
        ]
    }

    fn told(sources: &[Source]) -> String {
        faults(sources, MAP).unwrap().join("\n")
    }

    #[test]
    fn the_arrows_of_the_crate_point_one_way_and_as_the_map_says() {
        run().unwrap();
    }

    #[test]
    fn a_house_in_order_has_no_faults_and_a_name_that_is_handed_on_is_no_arrow_of_who_hands_it_on() {
        assert_eq!(told(&house()), "");
    }

    #[test]
    fn a_planted_circle_between_files_is_found() {
        let mut sources = house();
        sources.push(source("view::button", "fn press() { super::dom::El::new(); }"));
        sources[5].text.push_str("fn made() { let _ = vec![crate::view::button::press()]; }");
        assert_eq!(told(&sources), "a circle: view::button → view::dom → view::button");
    }

    #[test]
    fn a_file_that_adds_methods_to_a_type_of_the_module_around_it_is_a_part_of_that() {
        let mut sources = house();
        sources[4].text = "mod dom; mod row; use row::Cell; struct Table;".into();
        sources.push(source("view::row", "use super::Table; impl<'a> Table { } pub struct Cell;"));
        assert_eq!(told(&sources), "");
        sources.last_mut().unwrap().text = "use super::Table; pub struct Cell;".into();
        assert_eq!(told(&sources), "a circle: view → view::row → view");
    }

    #[test]
    fn a_method_of_a_token_takes_it_and_is_where_its_chunk_begins() {
        let good = "impl Cards {\n    /// Shows.\n    #[inline(never)]\n    pub fn show(\n        self,\n        page: &Page,\n    ) {\n    }\n}\n";
        assert_eq!(open_methods(good, "Cards"), Vec::<String>::new());
        let inlined = good.replace("#[inline(never)]", "#[inline]");
        assert_eq!(open_methods(&inlined, "Cards"), ["show is not #[inline(never)]"]);
        let free = good.replace("self,", "here: bool,");
        assert_eq!(open_methods(&free, "Cards"), ["show does not take the token"]);
    }

    #[test]
    fn an_arrow_against_the_map_is_found_and_the_circle_that_it_makes() {
        let mut sources = house();
        sources[1].text.push_str("use crate::view::{self, dom::El};");
        let told = told(&sources);
        assert!(told.contains("text → view is not in the map"), "{told}");
        assert!(told.contains("a circle: "), "{told}");
    }

    #[test]
    fn an_arrow_of_the_map_that_nobody_uses_is_stale_and_tests_make_none() {
        let mut sources = house();
        sources[5].text = "#[cfg(test)] mod tests { use crate::article::Article; }".into();
        assert_eq!(told(&sources), "view → article is in the map, and nothing uses it");
    }

    #[test]
    fn a_module_without_a_line_in_the_map_is_named() {
        let mut sources = house();
        sources.push(source("share", ""));
        assert_eq!(told(&sources), "share is not in the map");
    }
}
