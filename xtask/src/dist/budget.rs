//! The budgets in bytes of brotli: the measured size and 1 KB more, so that a new compiler does not break a build.

use std::fs;
use std::process::Command;

use super::chunks::EVERY_PAGE;
use super::size::Size;
use crate::{project, wasm};

/// The toolchain with which the budgets were measured.
const MEASURED_WITH: &str = "rustc 1.95.0, binaryen 132.0.0";

/// The entry and shell.
pub(crate) const ENTRY: &str = "news-article.js";
/// The greatest size of the entry.
const ENTRY_BYTES: usize = 4_400;
/// The greatest size of all requests of a French page with an article in the native format.
const NATIVE_BYTES: usize = 109_300;
/// The same for an article of WordPress.
const WORDPRESS_BYTES: usize = 141_100;
/// The greatest size of the requests of a page that holds its article, before a reader comes near a form.
const HELD_BYTES: usize = 78_500;

/// Returns true if every French page requests the file, since its language is compiled in.
pub(crate) fn is_requested(name: &str) -> bool {
    [ENTRY, wasm::GLUE, wasm::WASM].contains(&name)
        || EVERY_PAGE.iter().any(|chunk| name == wasm::chunk(chunk))
}

/// The files that a French page requests, with the chunk of its format: `native`, or `markup` for WordPress.
pub(crate) fn page<'a>(sizes: &'a [Size], format: &str) -> impl Iterator<Item = &'a Size> {
    let format = wasm::chunk(format);
    sizes.iter().filter(move |size| is_requested(&size.name) || size.name == format)
}

/// The files that a page requests that holds its article, with reading time, share buttons and other articles.
pub(crate) fn held(sizes: &[Size]) -> impl Iterator<Item = &Size> {
    let sections = wasm::chunk("sections");
    sizes.iter().filter(move |size| {
        [wasm::LATER, ENTRY, wasm::GLUE, wasm::WASM, wasm::PAGE].contains(&&*size.name)
            || size.name == sections
    })
}

/// The sum of their sizes in brotli.
fn total(sizes: &[Size], format: &str) -> usize {
    page(sizes, format).map(|size| size.brotli).sum()
}

/// The budgets that are exceeded, in words.
pub(crate) fn exceeded(sizes: &[Size]) -> Vec<String> {
    let entry = sizes.iter().find(|size| size.name == ENTRY).map_or(0, |size| size.brotli);
    let native = ("a French page", total(sizes, "native"), NATIVE_BYTES);
    let wordpress = ("a French page of WordPress", total(sizes, "markup"), WORDPRESS_BYTES);
    let held = ("a page that holds its article", held(sizes).map(|size| size.brotli).sum(), HELD_BYTES);
    [("the entry", entry, ENTRY_BYTES), native, wordpress, held]
        .into_iter()
        .filter(|(_, is, may)| is > may)
        .map(|(what, is, may)| format!("{what} is {is} bytes of brotli, {} more than {may}", is - may))
        .collect()
}

/// The budgets for the table, with the toolchain, since another one may make other bytes of the same program.
pub(crate) fn stated() -> String {
    format!(
        "budget: entry {ENTRY_BYTES}, a French page {NATIVE_BYTES}, of WordPress {WORDPRESS_BYTES}, one that holds its article {HELD_BYTES}\n\
         measured with {MEASURED_WITH}; this is {}, binaryen {}",
        compiler().unwrap_or_else(|| "a rustc that tells no version".into()),
        binaryen().unwrap_or_else(|| "of no version".into()),
    )
}

/// The name and version of the compiler.
fn compiler() -> Option<String> {
    let output = Command::new("rustc").arg("--version").output().ok()?;
    let text = String::from_utf8(output.stdout).ok()?;
    Some(text.split_whitespace().take(2).collect::<Vec<_>>().join(" "))
}

/// The version of binaryen that npm installs.
fn binaryen() -> Option<String> {
    let pins = fs::read(project::root().join("xtask/npm/package.json")).ok()?;
    let pins: serde_json::Value = serde_json::from_slice(&pins).ok()?;
    Some(pins["dependencies"]["binaryen"].as_str()?.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn size(name: &str, brotli: usize) -> Size {
        Size { name: name.into(), raw: 0, gzip: 0, brotli }
    }

    #[test]
    fn only_what_a_page_requests_counts() {
        let sizes = [
            size(ENTRY, ENTRY_BYTES),
            size(wasm::WASM, 1),
            size(&wasm::chunk("native"), 10),
            size(&wasm::chunk("markup"), 100),
            size("element.js", WORDPRESS_BYTES),
        ];
        assert_eq!(total(&sizes, "native"), ENTRY_BYTES + 11);
        assert_eq!(total(&sizes, "markup"), ENTRY_BYTES + 101);
        assert_eq!(exceeded(&sizes), Vec::<String>::new());
    }

    #[test]
    fn each_budget_is_told_by_itself() {
        let sizes = [size(ENTRY, ENTRY_BYTES + 1), size(wasm::WASM, WORDPRESS_BYTES)];
        let told = exceeded(&sizes);
        assert_eq!(told.len(), 4);
        assert!(
            told[0].contains(&format!("{} bytes", ENTRY_BYTES + 1)) && told[0].contains("1 more"),
            "{told:?}"
        );
    }
}
