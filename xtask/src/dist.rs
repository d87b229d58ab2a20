//! `cargo xtask dist`: makes `dist/`, ready to upload or publish, and compares its sizes with the budget.
//!
//! cargo and wasm-bindgen make glue and wasm ([`crate::wasm`]), [`module`] makes the two smaller together, [`npm`]
//! runs the tools that only npm has, [`package`] adds copied and minified files, [`integrity`] the hashes,
//! [`renderer`] the module for Node.js.

mod article_css;
mod budget;
mod chunks;
mod fault;
mod integrity;
mod module;
pub(crate) mod npm;
pub(crate) mod package;
mod plugin;
mod renderer;
mod size;
mod snip;
mod stamp;

use std::fs;

use anyhow::{Context as _, Result, bail};
use clap::Args;

use crate::wasm::{self, Profile};
use crate::{project, region};

/// The options of the command.
#[derive(Args, Default)]
pub(crate) struct Options {
    /// Also make target/fault: what `dist` made, but with a wasm that panics where a test asks it to
    #[arg(long, hide = true)]
    pub(crate) fault: bool,
    /// Write the table of sizes into docs/performance.md
    #[arg(long)]
    pub(crate) write: bool,
}

/// Makes `dist/` anew, prints the table, and fails when it is over budget.
pub(crate) fn run(options: Options) -> Result<()> {
    let stamp = stamp::Stamp::read()?;
    stamp::forget();
    wasm::ensure_target()?;
    let tools = npm::Tools::install()?;
    let work = project::target().join("dist");
    if work.exists() {
        fs::remove_dir_all(&work).with_context(|| work.display().to_string())?;
    }
    let (built, made) = (work.join("built"), work.join("made"));
    fs::create_dir_all(&made)?;
    let linked = wasm::parts(Profile::Release, &built)?;
    module::shrink(&tools, &linked, &built, &work, &made)?;
    package::fill(&tools, project::root(), &made)?;
    integrity::write(&made)?;
    renderer::make(&tools, &made)?;

    // All or nothing: if a step fails, the last dist/ is kept.
    let dist = project::root().join("dist");
    if dist.exists() {
        fs::remove_dir_all(&dist).with_context(|| dist.display().to_string())?;
    }
    fs::rename(&made, &dist).with_context(|| dist.display().to_string())?;
    plugin::make(&dist)?;
    if options.fault {
        fault::make(&dist)?;
        stamp.keep()?;
    }

    let sizes = size::measure(&dist)?;
    let table = size::table(&sizes);
    println!("{table}");
    if options.write {
        region::write("sizes", &table)?;
    }
    let over = budget::exceeded(&sizes);
    if !over.is_empty() {
        bail!("over budget: {}", over.join("; "));
    }
    Ok(())
}

/// Returns true if `dist/` and `target/fault` exist, and were made from the current sources.
pub(crate) fn is_current() -> Result<bool> {
    let there = project::root().join("dist").is_dir() && project::target().join("fault").is_dir();
    Ok(there && stamp::Stamp::read()?.is_kept())
}

/// Makes the WordPress plugin again, from the existing `dist/`.
pub(crate) fn plugin() -> Result<()> {
    plugin::make(&project::root().join("dist"))
}
