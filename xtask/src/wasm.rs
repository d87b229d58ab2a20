//! Compiles the crate to a wasm and its glue, with cargo and wasm-bindgen's library. `serve` uses the result
//! unchanged, `dist` makes it smaller.

pub(crate) mod instance;
pub(crate) mod linker;
pub(crate) mod style;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context as _, Result, bail, ensure};
use wasm_bindgen_cli_support::Bindgen;

use crate::project;
use instance::Shipped;

/// The compiler's target.
pub(crate) const TARGET: &str = "wasm32-unknown-unknown";
/// The glue: an ES module whose default export starts the wasm.
pub(crate) const GLUE: &str = "news-article_glue.js";
/// The wasm.
pub(crate) const WASM: &str = "news-article_bg.wasm";
/// The module beside them for pages that hold their article: `src/element/page.js`.
pub(crate) const PAGE: &str = "news-article_page.js";
/// The entry of pages that hold their article, which loads the other one: `src/element/later.js`.
pub(crate) const LATER: &str = "news-article-later.js";
/// The module beside them that every page loads once its first article has come: `src/element/surroundings.js`.
pub(crate) const SURROUNDINGS: &str = "news-article_surroundings.js";

/// The modules beside them that few pages load, by name: `src/extras/`.
pub(crate) const EXTRAS: [&str; 5] = ["contents", "enlarged", "frames", "listen", "live"];

/// The file name of a module of [`EXTRAS`].
pub(crate) fn extra(name: &str) -> String {
    format!("news-article_{name}.js")
}

const PACKAGE: &str = "news-article";

/// The profile with which the crate is compiled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Profile {
    /// Quick to build.
    Dev,
    /// As it is shipped.
    Release,
    /// Quick to build, with panics where the tests ask for them.
    Fault,
}

/// The size of the stack, which comes before the data: 516 KB, so that no address of data equals a number that occurs
/// in the code for another reason. (The next are 719,468, the days before 1970, and a table for converting case.) All
/// addresses are below 2^20, so that each takes three bytes of code and not four.
const STACK: &str = "link-arg=-zstack-size=528384";

/// The glue's own start function for a module that the shell has compiled.
const START: &str = "
export async function start(module) {
    __wbg_finalize_init(await WebAssembly.instantiate(module, __wbg_get_imports()), module);
}
";

/// The file name of a chunk, in `dist/` only: `serve` builds everything in one piece.
pub(crate) fn chunk(name: &str) -> String {
    format!("{PACKAGE}_{name}.wasm")
}

/// Compiles the crate, and writes glue and wasm with function names into `directory`, ready to be served. If the
/// build fails, the earlier one stays.
pub(crate) fn build(profile: Profile, directory: &Path) -> Result<()> {
    parts(profile, directory)?;
    let glue = directory.join(GLUE);
    let style = style::joined(&project::root().join("style"))?;
    Ok(fs::write(&glue, wrapped(&fs::read_to_string(&glue)?, &[], &style)?)?)
}

/// The same, but with the glue as wasm-bindgen writes it. Returns the path of the linker's output.
pub(crate) fn parts(profile: Profile, directory: &Path) -> Result<PathBuf> {
    let compiled = compile(profile)?;
    bind(&compiled, directory)?;
    Ok(compiled)
}

/// Puts `src/element/runtime.js` around the glue, with the addresses and hashes of the chunks and with the style.
pub(crate) fn wrapped(glue: &str, chunks: &[Shipped], style: &str) -> Result<String> {
    let around = fs::read_to_string(project::root().join("src/element/runtime.js"))?;
    instance::wrap(glue, chunks, style, &around)
}

/// Adds the wasm target to the toolchain if it is missing, and prints that.
pub(crate) fn ensure_target() -> Result<()> {
    let output = Command::new("rustc")
        .args(["--print", "target-libdir", "--target", TARGET])
        .output()
        .context("rustc cannot be run")?;
    let library = String::from_utf8_lossy(&output.stdout);
    if output.status.success() && Path::new(library.trim()).is_dir() {
        return Ok(());
    }
    eprintln!("The Rust target {TARGET} is missing; adding it: rustup target add {TARGET}");
    let added = Command::new("rustup").args(["target", "add", TARGET]).stdout(Stdio::null()).status();
    match added {
        Ok(status) if status.success() => Ok(()),
        Ok(_) => bail!("`rustup target add {TARGET}` failed"),
        Err(_) => {
            bail!("rustup is not installed; add the standard library for {TARGET} by your system's means")
        }
    }
}

fn compile(profile: Profile) -> Result<PathBuf> {
    let mut command = Command::new(project::cargo());
    // Not `build`, because the manifest asks for an rlib too, for the tests, and with an rlib in the same compilation
    // cargo does no link-time optimisation.
    command.current_dir(project::root()).stdout(Stdio::piped()).args([
        "rustc",
        "--lib",
        "--crate-type",
        "cdylib",
        "--package",
        PACKAGE,
        "--target",
        TARGET,
        "--message-format=json-render-diagnostics",
    ]);
    if profile == Profile::Fault {
        command.args(["--features", "fault"]);
    }
    if profile == Profile::Release {
        // Not in the dev profile, which the in-browser tests share, because cargo would compile everything again for
        // another linker.
        linker::stand_in(&mut command);
        command.arg("--release");
        // The relocations tell `dist` what belongs to a chunk.
        command.args(["--", "-C", "link-arg=--emit-relocs", "-C", STACK]);
    }
    let output = command.spawn().and_then(|child| child.wait_with_output()).context("cargo cannot be run")?;
    ensure!(output.status.success(), "the crate does not compile");
    artifact(&String::from_utf8_lossy(&output.stdout), PACKAGE)
}

/// Compiles the renderer for Node.js. It depends on the article's own code, but not on the element's.
pub(crate) fn renderer() -> Result<PathBuf> {
    let package = "news-article-node";
    let mut command = Command::new(project::cargo());
    command.current_dir(project::root()).stdout(Stdio::piped());
    command.args(["rustc", "--lib", "--crate-type", "cdylib", "--package", package, "--target", TARGET]);
    command.args(["--profile", "node", "--message-format=json-render-diagnostics"]);
    let output = command.spawn().and_then(|child| child.wait_with_output()).context("cargo cannot be run")?;
    ensure!(output.status.success(), "the renderer does not compile");
    artifact(&String::from_utf8_lossy(&output.stdout), package)
}

/// The path of a package's wasm in cargo's messages, which are JSON objects, one a line.
fn artifact(messages: &str, package: &str) -> Result<PathBuf> {
    let library = package.replace('-', "_");
    messages
        .lines()
        .filter_map(|line| serde_json::from_str::<serde_json::Value>(line).ok())
        .filter(|message| message["reason"] == "compiler-artifact" && message["target"]["name"] == *library)
        .flat_map(|message| message["filenames"].as_array().cloned().unwrap_or_default())
        .filter_map(|name| name.as_str().map(PathBuf::from))
        .rfind(|path| path.extension().is_some_and(|extension| extension == "wasm"))
        .context("cargo names no wasm: is the crate a cdylib?")
}

/// Runs wasm-bindgen as a library, whose version is always that of the crate, unlike an installed tool's.
fn bind(compiled: &Path, directory: &Path) -> Result<()> {
    let mut output = Bindgen::new()
        .input_path(compiled)
        .out_name(PACKAGE)
        .web(true)?
        .typescript(false)
        .keep_debug(false)
        .remove_name_section(false)
        .generate_output()
        .context("wasm-bindgen failed")?;
    fs::create_dir_all(directory)?;
    output.emit(directory)?;
    // wasm-bindgen names the glue after the crate, but that is the name of the entry.
    let glue = directory.join(format!("{PACKAGE}.js"));
    let text = fs::read_to_string(&glue)?;
    ensure!(
        ["function __wbg_get_imports(", "function __wbg_finalize_init("]
            .iter()
            .all(|known| text.contains(known)),
        "the glue's layout is new: how does it begin?"
    );
    fs::remove_file(&glue)?;
    Ok(fs::write(directory.join(GLUE), text + START)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_wasm_is_found_among_cargos_messages() {
        let messages = concat!(
            r#"{"reason":"compiler-artifact","target":{"name":"serde"},"filenames":["/t/libserde.rlib"]}"#,
            "\n",
            r#"{"reason":"compiler-artifact","target":{"name":"news_article"},"filenames":["/t/news_article.wasm","/t/libnews_article.rlib"]}"#,
            "\n",
            r#"{"reason":"build-finished","success":true}"#,
        );
        assert_eq!(artifact(messages, PACKAGE).expect("a wasm"), PathBuf::from("/t/news_article.wasm"));
    }
}
