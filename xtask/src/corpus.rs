//! `cargo xtask corpus FOLDER --format NAME`: shows every document of a folder with the files of `dist`, and reports
//! what was lost or is duplicated.
//!
//! A program under Node (`xtask/bench/corpus.js`) shows the documents in headless Chromium and writes a line of JSON for
//! each; [`report`] makes the lines and the totals of it. Nothing that a document names is fetched.

mod report;

use std::io::{BufRead as _, BufReader, Write as _};
use std::path::PathBuf;
use std::process::{Command, ExitCode, Stdio};

use anyhow::{Context as _, Result, ensure};
use clap::Args;
use news_article_contract::format;

use crate::server::Server;
use crate::test::system;
use crate::{bench, dist, project};
use report::{Outcome, Totals};

/// The ways to read a page, besides the formats of an endpoint.
const PAGES: [&str; 3] = ["bodyHtml", "json-ld", "around"];

/// The options of the command.
#[derive(Args)]
pub(crate) struct Options {
    /// Holds one document a file: .json, .html for pages, .xml for feeds
    folder: PathBuf,
    /// A format of the attribute `format`, or what HTML pages are taken as: bodyHtml, json-ld, around
    #[arg(long, default_value = format::AUTO, value_parser = name)]
    format: String,
    /// Write what was found in each document to this file, a line of JSON for each
    #[arg(long, value_name = "FILE")]
    json: Option<PathBuf>,
    /// Print the documents alone in which something is wrong
    #[arg(long)]
    quiet: bool,
    /// Fail where more is lost than may be: words over 0.01 %, a picture, a link, anything twice, an error, over 1.3 s
    #[arg(long)]
    strict: bool,
}

fn name(text: &str) -> Result<String, String> {
    if format::WORDS.contains(&text) || PAGES.contains(&text) {
        return Ok(text.to_owned());
    }
    Err(format!("one of {}, {}", format::WORDS.join(", "), PAGES.join(", ")))
}

/// Shows every document, and prints the findings.
pub(crate) fn run(options: &Options) -> Result<ExitCode> {
    ensure!(options.folder.is_dir(), "{} is no folder", options.folder.display());
    let chromium =
        system::chromium().context("Chromium is needed: `cargo xtask test` installs it where it may")?;
    if !project::root().join("dist").is_dir() {
        dist::run(dist::Options::default())?;
    }
    let programs = bench::programs()?;
    let server = Server::start(&project::target().join("corpus"))?;
    let mut file = options.json.as_ref().map(std::fs::File::create).transpose().context("--json")?;
    let mut process = Command::new("node")
        .arg(programs.join("corpus.js"))
        .arg(chromium)
        .arg(&server.address)
        .arg(&options.folder)
        .arg(&options.format)
        .stdout(Stdio::piped())
        .spawn()
        .context("node cannot be run")?;
    let mut totals = Totals::default();
    for line in BufReader::new(process.stdout.take().context("node has no output")?).lines() {
        let line = line?;
        if let Some(file) = &mut file {
            writeln!(file, "{line}")?;
        }
        let outcome: Outcome = serde_json::from_str(&line).with_context(|| line.clone())?;
        if !options.quiet || !outcome.is_whole() {
            println!("{outcome}");
        }
        totals.add(&outcome);
    }
    ensure!(process.wait()?.success(), "the run was broken off");
    ensure!(totals.documents > 0, "{} holds no document of this format", options.folder.display());
    println!("\n{totals}");
    Ok(if options.strict && !totals.holds() { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}
