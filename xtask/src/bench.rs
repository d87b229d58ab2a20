//! `cargo xtask bench`: the widget against its peers, in one run; `bench guest`, a page with it against itself without;
//! `bench render`, rendering where there is no browser.
//!
//! A program under Node (`xtask/bench`) drives headless Chromium and writes down every sample; medians, ratios,
//! targets and the table are made here. [`samples`] is what it writes, [`figure`] the arithmetic, [`report`] the text,
//! [`region`] its place.

mod figure;
mod guest;
mod render;
mod report;
mod samples;
mod service;
mod target;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context as _, Result, ensure};
use clap::{Args, Subcommand};

use crate::test::system;
use crate::{dist, project, region};
use samples::Samples;

/// What the command line says.
#[derive(Args)]
#[command(args_conflicts_with_subcommands = true)]
pub(crate) struct Options {
    #[command(subcommand)]
    other: Option<Other>,
    /// What to measure: slow fast copy long second rendering million many steps interactions memory lazy [default: all]; the
    /// first five also by page (`long:widget-2000,lit-2000`)
    only: Vec<String>,
    /// Rounds over all contenders; the medians are taken over them
    #[arg(long, default_value_t = 7)]
    rounds: u32,
    /// Two rounds and 2,000 mounts: a look, not a result
    #[arg(long)]
    quick: bool,
    /// Measure dist/ as it is, instead of making it anew
    #[arg(long)]
    no_dist: bool,
    /// Measure another build of the widget beside this one, from its directory (`before`, `before-2000`)
    #[arg(long, value_name = "DIRECTORY")]
    before: Option<PathBuf>,
    /// Write the samples to this file
    #[arg(long, value_name = "FILE")]
    json: Option<PathBuf>,
    /// Make the report of samples that were written before, instead of measuring
    #[arg(long, value_name = "FILE", conflicts_with = "json")]
    from: Option<PathBuf>,
    /// Put the report into docs/performance.md
    #[arg(long)]
    write: bool,
}

/// What else there is to measure.
#[derive(Subcommand)]
enum Other {
    /// What the element costs a page that holds its article, in WordPress' stock themes and in a plain page
    Guest(guest::Options),
    /// What rendering an article costs natively and under Node.js, beside Lit's renderer for servers
    Render(render::Options),
    /// Fragments a second of the service, and its memory
    Service(service::Options),
}

/// Thousands of mounts and removals.
const BATCHES: u32 = 10;

/// Measures and prints the report.
pub(crate) fn run(options: Options) -> Result<()> {
    match &options.other {
        Some(Other::Guest(options)) => return guest::run(options),
        Some(Other::Render(options)) => return render::run(options),
        Some(Other::Service(options)) => return service::run(options),
        None => {}
    }
    let text = match &options.from {
        Some(path) => fs::read_to_string(path).with_context(|| path.display().to_string())?,
        None => measure(&options)?,
    };
    if let Some(path) = &options.json {
        fs::write(path, &text).with_context(|| path.display().to_string())?;
    }
    let samples: Samples = serde_json::from_str(&text).context("the samples cannot be read")?;
    let report = report::report(&samples);
    println!("{report}");
    if options.write {
        ensure!(samples.is_whole(), "{} gets whole reports only: not all was measured", region::PAGE);
        region::write("bench", &report)?;
    }
    Ok(())
}

/// Runs the program and gives back what it wrote.
fn measure(options: &Options) -> Result<String> {
    if !options.no_dist {
        dist::run(dist::Options::default())?;
    }
    let (rounds, batches) = if options.quick { (2, 2) } else { (options.rounds.max(1), BATCHES) };
    let before = match &options.before {
        Some(before) => fs::canonicalize(before).with_context(|| before.display().to_string())?,
        None => PathBuf::new(),
    };
    written("run.js", |command| {
        command.args([rounds.to_string(), batches.to_string()]).arg(before).args(&options.only);
    })
}

/// Runs a program of `xtask/bench` under Node, with Chromium, the work tree and what `arguments` adds, and gives back what it wrote.
fn written(program: &str, arguments: impl FnOnce(&mut Command)) -> Result<String> {
    let chromium =
        system::chromium().context("Chromium is needed: `cargo xtask test` installs it where it may")?;
    node(program, |command| {
        command.arg(chromium).arg(project::root());
        arguments(command);
    })
}

/// Runs a program of `xtask/bench` under Node, and gives back what it wrote.
fn node(program: &str, arguments: impl FnOnce(&mut Command)) -> Result<String> {
    let mut command = Command::new("node");
    command.arg(programs()?.join(program));
    arguments(&mut command);
    let output = command
        .stdout(Stdio::piped())
        .spawn()
        .and_then(|child| child.wait_with_output())
        .context("node cannot be run")?;
    ensure!(output.status.success(), "the measurement failed");
    Ok(String::from_utf8(output.stdout)?)
}

/// The programs under Node of `xtask/bench` and the packages that they use, in the folder that is given back.
pub(crate) fn programs() -> Result<PathBuf> {
    let (source, directory) = (project::root().join("xtask/bench"), project::target().join("bench"));
    copy(&source, &directory)?;
    dist::npm::install(&source, &directory)?;
    Ok(directory)
}

/// Copies the program beside where its packages are installed, which is never in the work tree.
fn copy(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let (source, target) = (entry.path(), to.join(entry.file_name()));
        if entry.file_name() == "node_modules" {
            continue;
        }
        if source.is_dir() {
            copy(&source, &target)?;
        } else if source.extension().is_some_and(|extension| extension == "js") {
            fs::copy(&source, &target).with_context(|| source.display().to_string())?;
        }
    }
    Ok(())
}
