//! Glue and wasm, made smaller together: what one no longer needs goes from the other.
//!
//! 1. [`glue`]: a bundler keeps what the crate itself exports; exports of the wasm that this no longer reads go.
//! 2. [`snip`]: what only serves a panic's message goes, and [`blank`] the places that it would have named, and what
//!    stands in slots that nothing names any more.
//! 3. wasm-opt drops what nothing calls any more, imports too; these go from the glue, and with them further exports.
//! 4. [`split`] makes a main module and chunks of it, each optimised.
//! 5. [`layout`] arranges what is in them, and gives short names to what glue and modules share; the glue goes into
//!    `src/element/runtime.js`, and that is minified once more.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use anyhow::{Context as _, Result};
use walrus::{Module, ModuleConfig};

use super::npm::Tools;
use super::{blank, glue, layout, snip, split};
use crate::project;
use crate::wasm::{self, GLUE, WASM};

/// What rustc's target has on by default, and what wasm-bindgen adds.
const FEATURES: [&str; 8] = [
    "--enable-bulk-memory",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-reference-types",
    "--enable-multivalue",
    "--enable-bulk-memory-opt",
    "--enable-call-indirect-overlong",
];

/// Between the steps names are kept, for whoever looks into `work`.
const NAMED: [&str; 2] = ["--debuginfo", UNPACKED];

/// The main module's data stay in one piece: zeros, where chunks' data go, cost brotli next to nothing, and each of a
/// hundred pieces would have a head.
const UNPACKED: &str = "--skip-pass=memory-packing";

/// The last step. Addresses below 1,024 are at the end of the stack, where nothing has one: constants go into the loads
/// and stores. Functions with one caller stay as they are: brotli has more of them, alike.
const LAST: [&str; 5] = [
    "--strip-debug",
    "--strip-producers",
    "--strip-target-features",
    "--low-memory-unused",
    "--one-caller-inline-max-function-size=0",
];

/// Has Chrome, from 136 on, compile the glue's functions while the wasm is on its way, and not one by one when the article
/// is made: <https://v8.dev/blog/explicit-compile-hints>.
const EAGER: &str = "//# allFunctionsCalledOnLoad\n";

/// Reads `built`, and of what the linker wrote where everything belongs; writes `made`; what lies between goes into
/// `work`.
pub(crate) fn shrink(tools: &Tools, linked: &Path, built: &Path, work: &Path, made: &Path) -> Result<()> {
    let plan = split::plan(&fs::read(linked).with_context(|| linked.display().to_string())?)?;
    let text = glue::without_effects(&fs::read_to_string(built.join(GLUE))?);
    let mut module = parse(&built.join(WASM))?;
    let snipped = snip::apply(&mut module);
    let blanked = blank::locations(&mut module) + blank::texts(&mut module);
    let cleared = split::clear(&mut module, &plan)?;
    eprintln!(
        "{snipped} functions snipped, {blanked} bytes that panics would have named blanked, {cleared} slots cleared"
    );

    keep_exports(&mut module, &bundled(tools, &text, work)?);
    let module = optimised_whole(tools, module, work, "1.wasm")?;

    let mut module = parse(&module)?;
    let unwritten = snip::unwritten(&mut module);
    eprintln!("{unwritten} functions that would write to a formatter emptied");
    let text = glue::with_imports(&text, &imports(&module));
    keep_exports(&mut module, &bundled(tools, &text, work)?);
    // An export may have been the last user of an import.
    let module = optimised_whole(tools, module, work, "2.wasm")?;

    let mut module = parse(&module)?;
    let text = glue::with_imports(&text, &imports(&module));
    let whole = module.emit_wasm();
    let parts = split::carve(|| parse_bytes(&whole), &plan)?;
    let chunks: Vec<String> = parts.iter().filter_map(|part| part.chunk.clone()).collect();
    let files: Vec<String> =
        parts.iter().map(|part| part.chunk.as_deref().map_or_else(|| WASM.to_owned(), wasm::chunk)).collect();
    let mut optimised_parts = Vec::new();
    for (part, name) in parts.into_iter().zip(&files) {
        let unpacked = part.chunk.is_none().then_some(UNPACKED);
        let options: Vec<&str> = LAST.into_iter().chain(unpacked).collect();
        optimised_parts.push(fs::read(optimised(tools, part.module, work, name, &options)?)?);
    }
    let (arranged, names) = layout::arrange(&optimised_parts)?;
    for (bytes, name) in arranged.iter().zip(&files) {
        fs::write(made.join(name), bytes)?;
    }
    let text = glue::renamed(
        &text,
        |name| names.import(name),
        |name| names.export(name),
        (names.module(), layout::MODULE),
    );
    let text = glue::extensible(&text, layout::MODULE, split::MAIN)?;
    let bundled = bundle(tools, &text, work)?;
    let whole = work.join("whole.js");
    fs::write(&whole, wasm::wrapped(&bundled, &chunks, &style(tools, work)?)?)?;
    tools.esbuild(&whole, &made.join(GLUE), &["--minify"])?;
    tools.terser(&made.join(GLUE))?;
    let minified = fs::read_to_string(made.join(GLUE))?;
    Ok(fs::write(made.join(GLUE), [EAGER, &minified].concat())?)
}

/// The style, minified.
fn style(tools: &Tools, work: &Path) -> Result<String> {
    let (joined, minified) = (work.join("joined.css"), work.join("style.css"));
    fs::write(&joined, wasm::style::joined(&project::root().join("style"))?)?;
    tools.esbuild(&joined, &minified, &["--minify"])?;
    Ok(fs::read_to_string(minified)?.trim_end().to_owned())
}

fn parse(path: &Path) -> Result<Module> {
    parse_bytes(&fs::read(path)?).with_context(|| path.display().to_string())
}

fn parse_bytes(bytes: &[u8]) -> Result<Module> {
    let mut config = ModuleConfig::new();
    // Names are what snipping goes by; wasm-opt strips them at the end.
    config.generate_name_section(true).generate_producers_section(false);
    let mut module = config.parse(bytes)?;
    // They were of use before wasm-bindgen moved everything.
    for section in ["linking", "reloc.CODE", "reloc.DATA"] {
        module.customs.remove_raw(section);
    }
    Ok(module)
}

/// Runs wasm-opt over the whole module, but leaves what leads into chunks as functions of their own, for [`split`].
fn optimised_whole(tools: &Tools, module: Module, work: &Path, name: &str) -> Result<std::path::PathBuf> {
    let entries = module.funcs.iter().filter_map(|function| function.name.clone());
    let kept: Vec<String> = entries
        .filter(|name| split::root(name).is_some())
        .map(|name| format!("--no-inline={name}"))
        .collect();
    let options: Vec<&str> = NAMED.into_iter().chain(kept.iter().map(String::as_str)).collect();
    optimised(tools, module, work, name, &options)
}

/// Runs wasm-opt over a module; gives where the result is.
fn optimised(
    tools: &Tools,
    mut module: Module,
    work: &Path,
    name: &str,
    options: &[&str],
) -> Result<std::path::PathBuf> {
    walrus::passes::gc::run(&mut module);
    let (before, after) = (work.join(format!("before-{name}")), work.join(name));
    module.emit_wasm_file(&before)?;
    let mut all: Vec<&str> = FEATURES.to_vec();
    all.extend(options);
    tools.wasm_opt(&before, &after, &all)?;
    Ok(after)
}

/// What the glue still reads of the wasm once a bundler has dropped the unused.
fn bundled(tools: &Tools, text: &str, work: &Path) -> Result<BTreeSet<String>> {
    Ok(glue::exports(&bundle(tools, text, work)?))
}

/// The glue without the unused.
fn bundle(tools: &Tools, text: &str, work: &Path) -> Result<String> {
    let entry = write_entry(text, work)?;
    let output = work.join("bundled.js");
    tools.esbuild(&entry, &output, &["--bundle", "--tree-shaking=true"])?;
    Ok(fs::read_to_string(output)?)
}

fn write_entry(text: &str, work: &Path) -> Result<std::path::PathBuf> {
    fs::write(work.join(GLUE), text)?;
    let path = work.join("entry.js");
    fs::write(&path, glue::entry(text, &format!("./{GLUE}")))?;
    Ok(path)
}

fn keep_exports(module: &mut Module, kept: &BTreeSet<String>) {
    let unread: Vec<_> =
        module.exports.iter().filter(|export| !kept.contains(&export.name)).map(walrus::Export::id).collect();
    unread.into_iter().for_each(|id| module.exports.delete(id));
}

fn imports(module: &Module) -> BTreeSet<String> {
    module.imports.iter().map(|import| import.name.clone()).collect()
}
