//! `cargo xtask bench render`: what rendering an article costs where there is no browser, beside Lit's renderer for servers
//! with a sanitiser of HTML.
//!
//! Natively it is measured by criterion (`render/benches`), under Node.js by `xtask/bench/render.js`, of the same post.

use std::fmt::Write as _;
use std::process::Command;

use anyhow::{Context as _, Result, ensure};
use clap::Args;
use serde::Deserialize;

use super::figure::median;
use super::report::{machine, reached};
use super::samples::Machine;
use super::target::Target;
use crate::{dist, project, region};

/// What the command line says.
#[derive(Args)]
pub(crate) struct Options {
    /// Measure dist/ as it is, instead of making it anew
    #[arg(long)]
    no_dist: bool,
    /// Put the table into docs/performance.md
    #[arg(long)]
    write: bool,
}

/// The names by which criterion keeps what `render/benches/render.rs` measures.
const POST: &str = "WordPress, 900 words";
const LENGTHS: [u32; 3] = [125, 500, 2_000];

/// What the program under Node.js writes: milliseconds of a rendering.
#[derive(Deserialize)]
struct Samples {
    package: Vec<f64>,
    lit: Vec<f64>,
    engine: String,
    machine: Machine,
}

/// Milliseconds of a rendering, each way.
struct Times {
    native: f64,
    package: f64,
    lit: f64,
    /// By the number of paragraphs.
    lengths: [f64; 3],
}

/// Measures and prints the table.
pub(crate) fn run(options: &Options) -> Result<()> {
    if !options.no_dist {
        dist::run(dist::Options::default())?;
    }
    let status = Command::new(project::cargo())
        .current_dir(project::root())
        .args(["bench", "-p", "news-article-render", "--bench", "render"])
        // Standard output is the report's.
        .stdout(std::io::stderr())
        .status()
        .context("cargo cannot be run")?;
    ensure!(status.success(), "`cargo bench` failed");
    let samples: Samples = serde_json::from_str(&super::node("render.js", |command| {
        command.arg(project::root());
    })?)?;
    let [short, middle, long] = LENGTHS;
    let times = Times {
        native: native(POST)?,
        package: median(&samples.package),
        lit: median(&samples.lit),
        lengths: [native_length(short)?, native_length(middle)?, native_length(long)?],
    };
    let report = format!("{}\n\n{}", machine(&samples.machine, &samples.engine), table(&times));
    println!("{report}");
    if options.write {
        region::write("render", &report)?;
    }
    Ok(())
}

fn native_length(paragraphs: u32) -> Result<f64> {
    native(&format!("native/{paragraphs}"))
}

/// The median that criterion has found, in milliseconds.
fn native(name: &str) -> Result<f64> {
    let path = project::target().join("criterion").join(name).join("new/estimates.json");
    let text = std::fs::read_to_string(&path).with_context(|| path.display().to_string())?;
    let estimates: serde_json::Value = serde_json::from_str(&text)?;
    let nanoseconds = estimates["median"]["point_estimate"].as_f64().context("criterion tells no median")?;
    Ok(nanoseconds / 1e6)
}

fn table(times: &Times) -> String {
    let mut text =
        String::from("| one core, one rendering | ms | times the native one |\n| --- | ---: | ---: |\n");
    for (what, time) in [
        ("**a post of WordPress of 900 words, natively**", times.native),
        ("**the same, the npm package**", times.package),
        ("the same, Lit by `@lit-labs/ssr`, sanitised by sanitize-html", times.lit),
    ] {
        // Writing to a string does not fail.
        let _ = writeln!(text, "| {what} | {time:.2} | {:.1} |", time / times.native);
    }
    for (paragraphs, time) in LENGTHS.into_iter().zip(times.lengths) {
        let _ = writeln!(text, "| {paragraphs} paragraphs of JSON of our own, natively | {time:.2} | |");
    }
    let [_, middle, long] = times.lengths;
    text.push('\n');
    text + &reached(&[
        Target::ratio("a post of 900 words, ms", 1.0, times.native),
        Target::ratio("the same, of the time that Lit takes on a server", 0.05, times.native / times.lit),
        Target::ratio("2,000 paragraphs, of 500", 4.4, long / middle),
    ])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_tells_how_many_times_as_long_the_others_take_and_what_was_reached() {
        let told = table(&Times { native: 0.5, package: 1.0, lit: 12.0, lengths: [1.0, 4.0, 18.0] });
        assert!(told.contains("sanitize-html | 12.00 | 24.0 |"), "{told}");
        assert!(
            told.contains("| the same, of the time that Lit takes on a server | 0.05 | 0.04 | yes |"),
            "{told}"
        );
        assert!(told.contains("| 2,000 paragraphs, of 500 | 4.40 | 4.50 | **no** |"), "{told}");
    }
}
