//! Shrinks glue and wasm together: what one no longer needs is removed from the other. The steps are in
//! `wasm-pipeline`, and are run here in order, with npm's tools between them.
//!
//! 1. A bundler keeps of the glue what the crate itself exports; exports of the wasm that this no longer reads go.
//! 2. Functions that only serve a panic's message ([`snip`]) are emptied, and slots of the table that nothing names.
//! 3. wasm-opt drops what nothing calls any more, imports too; these go from the glue, and with them further exports.
//! 4. A main module and chunks are made of it, each optimised.
//! 5. The glue goes into what `src/` wraps around it, and that is minified.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};
use walrus::Module;
use wasm_pipeline::chunk::Chunks;
use wasm_pipeline::plan::Plan;
use wasm_pipeline::{carve, glue, snip as snipping, validate};

use super::npm::Tools;
use super::{chunks, integrity, snip};
use crate::project;
use crate::wasm::instance::Shipped;
use crate::wasm::linker::FOREIGN;
use crate::wasm::{self, GLUE, WASM};

/// The main module's data are kept in one segment. Zeros in place of chunks' data compress to almost nothing, while a
/// hundred segments would have a header each.
const UNPACKED: &str = "--skip-pass=memory-packing";

/// Names are kept between the steps, because some need them, and for debugging in `work`.
const NAMED: [&str; 2] = ["--debuginfo", UNPACKED];

/// The last step. Addresses below 1,024 are at the end of the stack, where nothing is stored, so constants can be
/// moved into loads and stores. Functions with one caller are not inlined, because brotli compresses similar
/// functions well.
const LAST: [&str; 5] = [
    "--strip-debug",
    "--strip-producers",
    "--strip-target-features",
    "--low-memory-unused",
    "--one-caller-inline-max-function-size=0",
];

/// Has Chrome, from version 136, compile the glue's functions while the wasm is being loaded, and not one by one when
/// the article is built: <https://v8.dev/blog/explicit-compile-hints>.
const EAGER: &str = "//# allFunctionsCalledOnLoad\n";

/// Reads the program from `built`, and its dependencies from the linker's output, and writes the result to `made`.
/// Intermediate files go into `work`.
pub(crate) fn shrink(tools: &Tools, linked: &Path, built: &Path, work: &Path, made: &Path) -> Result<()> {
    let chunks = chunks::table()?;
    let path = linked.display().to_string();
    let plan = Plan::read(&fs::read(linked).context(path.clone())?, &chunks, &snip::RULES).context(path)?;
    let steps = Steps { tools, work, chunks: &chunks };
    let text = glue::without_effects(&fs::read_to_string(built.join(GLUE))?);
    let mut module = carve::parse(&fs::read(built.join(WASM))?)?;
    let snipped = snipping::apply(&mut module, &plan.snips);
    let cleared = carve::clear(&mut module, &plan)?;
    eprintln!("{snipped} functions snipped, {cleared} slots cleared");

    keep_exports(&mut module, &steps.exports_read(&text)?);
    let mut module = steps.optimised_whole(module, "1.wasm")?;
    let text = glue::with_imports(&text, &imports(&module));
    keep_exports(&mut module, &steps.exports_read(&text)?);
    // An export may have been the last user of an import.
    let mut module = steps.optimised_whole(module, "2.wasm")?;
    let text = glue::with_short_imports(&glue::with_imports(&text, &imports(&module)), &mut module)?;

    let mut files = Vec::new();
    for part in carve::carve(&validate::write(&mut module)?, &plan, &chunks)? {
        let chunk = part.chunk.and_then(|number| chunks.iter().nth(number)).map(|chunk| chunk.name.clone());
        let name = chunk.as_deref().map_or_else(|| WASM.to_owned(), wasm::chunk);
        // wasm-opt cannot assume that a chunk's imported memory contains only zeros.
        let options: Vec<&str> = LAST.into_iter().chain(chunk.is_none().then_some(UNPACKED)).collect();
        let bytes = fs::read(steps.optimised(part.module, &name, &options)?)?;
        validate::valid(&bytes).context(name.clone())?;
        let hash = integrity::short_hash(&bytes);
        fs::write(made.join(&name), bytes)?;
        files.extend(chunk.map(|chunk| Shipped { name: chunk, file: name, hash }));
    }
    let bundled = steps.bundled(&glue::extensible(&text)?)?;
    let whole = work.join("whole.js");
    fs::write(&whole, wasm::wrapped(&bundled, &files, &style(tools, work)?)?)?;
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

/// The tools, and the folder for intermediate files.
struct Steps<'a> {
    tools: &'a Tools,
    work: &'a Path,
    chunks: &'a Chunks,
}

impl Steps<'_> {
    /// Runs wasm-opt on the whole module, without inlining the entries of chunks.
    fn optimised_whole(&self, module: Module, name: &str) -> Result<Module> {
        let names = module.funcs.iter().filter_map(|function| function.name.as_deref());
        let entries = names.filter(|name| self.chunks.entered_by(name).is_some());
        let kept: Vec<String> = entries.map(|name| format!("--no-inline={name}")).collect();
        let options: Vec<&str> = NAMED.into_iter().chain(kept.iter().map(String::as_str)).collect();
        carve::parse(&fs::read(self.optimised(module, name, &options)?)?)
    }

    /// Runs wasm-opt on a module. Returns the path of the result.
    fn optimised(&self, mut module: Module, name: &str, options: &[&str]) -> Result<PathBuf> {
        walrus::passes::gc::run(&mut module);
        let (before, after) = (self.work.join(format!("before-{name}")), self.work.join(name));
        fs::write(&before, validate::write(&mut module).with_context(|| name.to_owned())?)?;
        let options: Vec<&str> = validate::OPTIONS.iter().chain(options).copied().collect();
        self.tools.wasm_opt(&before, &after, &options)?;
        Ok(after)
    }

    /// The exports that the glue still reads, once a bundler has removed unused parts.
    fn exports_read(&self, text: &str) -> Result<BTreeSet<String>> {
        Ok(glue::exports(&self.bundled(text)?))
    }

    /// The glue without unused parts.
    fn bundled(&self, text: &str) -> Result<String> {
        fs::write(self.work.join(GLUE), text)?;
        let (entry, output) = (self.work.join("entry.js"), self.work.join("bundled.js"));
        fs::write(&entry, glue::entry(text, &format!("./{GLUE}"), &FOREIGN))?;
        self.tools.esbuild(&entry, &output, &["--bundle", "--tree-shaking=true"])?;
        Ok(fs::read_to_string(output)?)
    }
}

fn keep_exports(module: &mut Module, kept: &BTreeSet<String>) {
    let unread: Vec<_> =
        module.exports.iter().filter(|export| !kept.contains(&export.name)).map(walrus::Export::id).collect();
    unread.into_iter().for_each(|id| module.exports.delete(id));
}

fn imports(module: &Module) -> BTreeSet<String> {
    module.imports.iter().map(|import| import.name.clone()).collect()
}
