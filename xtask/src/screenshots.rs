//! `cargo xtask screenshots`: takes the pictures of `docs/screenshots` from `dist` in headless Chromium. A program
//! under Node (`xtask/bench/screenshots.js`) lists them.

use std::process::Command;

use anyhow::{Context as _, Result, ensure};

use crate::server::Server;
use crate::test::system;
use crate::{bench, project};

/// Serves `dist`, takes the pictures, ends the server.
pub(crate) fn run() -> Result<()> {
    let chromium =
        system::chromium().context("Chromium is needed: `cargo xtask test` installs it where it may")?;
    let programs = bench::programs()?;
    let server = Server::start(&project::target().join("screenshots"))?;
    let status = Command::new("node")
        .arg(programs.join("screenshots.js"))
        .arg(chromium)
        .arg(&server.address)
        .arg(project::root().join("docs/screenshots"))
        .status()
        .context("node cannot be run")?;
    ensure!(status.success(), "the pictures were not taken");
    Ok(())
}
