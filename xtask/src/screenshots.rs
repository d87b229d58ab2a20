//! `cargo xtask screenshots`: takes the pictures of `docs/screenshots` from `dist` in headless Chromium. A program
//! under Node (`xtask/bench/screenshots.js`) lists them. With `--extras` it takes those of what few pages have, in each
//! state, to be looked at (`xtask/bench/extras.js`).

use std::process::Command;

use anyhow::{Context as _, Result, ensure};
use clap::Args;

use crate::server::Server;
use crate::test::system;
use crate::{bench, project};

/// What the command line says.
#[derive(Args)]
pub(crate) struct Options {
    /// Instead, take each state of what few pages have into target/screenshots/extras; of all, or of those that are named
    #[arg(long, value_name = "STATE", num_args = 0..)]
    extras: Option<Vec<String>>,
}

/// Serves `dist`, takes the pictures, ends the server.
pub(crate) fn run(options: Options) -> Result<()> {
    let chromium =
        system::chromium().context("Chromium is needed: `cargo xtask test` installs it where it may")?;
    let programs = bench::programs()?;
    let server = Server::start(&project::target().join("screenshots"))?;
    let (program, folder) = match options.extras {
        Some(_) => ("extras.js", project::target().join("screenshots/extras")),
        None => ("screenshots.js", project::root().join("docs/screenshots")),
    };
    let status = Command::new("node")
        .arg(programs.join(program))
        .arg(chromium)
        .arg(&server.address)
        .arg(folder)
        .args(options.extras.into_iter().flatten())
        .status()
        .context("node cannot be run")?;
    ensure!(status.success(), "the pictures were not taken");
    Ok(())
}
