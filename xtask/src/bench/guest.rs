//! `cargo xtask bench guest`: what the element costs a page that holds its article: the stock themes of WordPress with the
//! plugin and without, behind a page cache and compression, and a plain page with the first recipe of README.
//!
//! A program under Node (`xtask/bench/guest.js`) visits; the sites are those of `tests/wordpress/serve`.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context as _, Result, ensure};
use clap::Args;
use serde::{Deserialize, Serialize};

use super::report::machine;
use super::samples::Machine;
use crate::test::wordpress::Site;
use crate::{dist, project, region};

mod table;

/// What the command line says.
#[derive(Args)]
pub(crate) struct Options {
    /// What to measure: twentytwentyone … twentytwentyfive, page [default: all]
    only: Vec<String>,
    /// Rounds over the pages of a theme; the medians are taken over them
    #[arg(long, default_value_t = 7)]
    rounds: u32,
    /// Two rounds: a look, not a result
    #[arg(long)]
    quick: bool,
    /// Measure dist/ and the plugin as they are, instead of making them anew
    #[arg(long)]
    no_dist: bool,
    /// Write the samples to this file
    #[arg(long, value_name = "FILE")]
    json: Option<PathBuf>,
    /// Make the table of samples that were written before, instead of measuring; may be given more than once
    #[arg(long, value_name = "FILE", conflicts_with = "json")]
    from: Vec<PathBuf>,
    /// Put the table into docs/performance.md
    #[arg(long)]
    write: bool,
}

/// All that was measured in one run.
#[derive(Deserialize, Serialize)]
struct Samples {
    visits: Vec<Visits>,
    machine: Machine,
    browser: String,
}

/// The visits to one page.
#[derive(Clone, Deserialize, Serialize)]
struct Visits {
    /// The theme, or `page`.
    r#where: String,
    /// `picture` or `text`.
    article: String,
    /// Whether the element is in it.
    with: bool,
    samples: Vec<Visit>,
}

/// One first visit, until the page is quiet.
#[derive(Clone, Deserialize, Serialize)]
struct Visit {
    /// Milliseconds from navigation to the largest contentful paint.
    paint: f64,
    /// Cumulative layout shift.
    shift: f64,
    /// Milliseconds of tasks beyond the first 50 of each.
    blocking: f64,
    /// Over the wire, headers included, of all that the page asks for.
    bytes: f64,
    requests: f64,
}

/// Measures and prints the table.
pub(crate) fn run(options: &Options) -> Result<()> {
    let mut texts = Vec::new();
    for path in &options.from {
        texts.push(fs::read_to_string(path).with_context(|| path.display().to_string())?);
    }
    if texts.is_empty() {
        texts.push(measure(options)?);
    }
    if let (Some(path), [text, ..]) = (&options.json, texts.as_slice()) {
        fs::write(path, text).with_context(|| path.display().to_string())?;
    }
    let samples: Vec<Samples> = texts
        .iter()
        .map(|text| serde_json::from_str(text).context("the samples cannot be read"))
        .collect::<Result<_>>()?;
    let last = samples.last().context("nothing was measured")?;
    let visits: Vec<Visits> = samples.iter().flat_map(|one| one.visits.clone()).collect();
    let report = format!("{}\n\n{}", machine(&last.machine, &last.browser), table::table(&visits));
    println!("{report}");
    if options.write {
        ensure!(table::is_whole(&visits), "{} gets whole tables only: not all was measured", region::PAGE);
        region::write("guest", &report)?;
    }
    Ok(())
}

/// Runs the program and gives back what it wrote.
fn measure(options: &Options) -> Result<String> {
    if !options.no_dist {
        dist::run(dist::Options::default())?;
    }
    dist::plugin()?;
    let is_page_alone = options.only.iter().all(|name| name == "page") && !options.only.is_empty();
    let mut sites = Vec::new();
    for suite in if is_page_alone { &[][..] } else { &["", "trixie"][..] } {
        sites.extend(Site::start(suite)?);
    }
    ensure!(
        is_page_alone || !sites.is_empty(),
        "there is no WordPress here: `cargo xtask test wordpress` says why"
    );
    let rounds = if options.quick { 2 } else { options.rounds.max(1) };
    let only = if options.only.is_empty() { "all".to_owned() } else { options.only.join(",") };
    super::written("guest.js", |command| {
        command
            .arg(project::target().join("plugin/news-article"))
            .arg(rounds.to_string())
            .arg(only)
            .args(sites.iter().map(Site::line));
    })
}
