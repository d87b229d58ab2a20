//! `cargo xtask screenshots`: the pictures of `docs/screenshots`, taken of what `dist` holds in headless Chromium. A program
//! under Node (`xtask/bench/screenshots.js`) says which.

use std::env;
use std::io::{BufRead as _, BufReader};
use std::process::{Child, Command, Stdio};

use anyhow::{Context as _, Result, ensure};

use crate::test::system;
use crate::{bench, project};

/// Serves `dist`, takes the pictures, ends the server.
pub(crate) fn run() -> Result<()> {
    let dist = project::root().join("dist");
    ensure!(dist.is_dir(), "there is no dist/: `cargo xtask dist` makes it");
    let chromium =
        system::chromium().context("Chromium is needed: `cargo xtask test` installs it where it may")?;
    let programs = bench::programs()?;
    let data = project::target().join("screenshots");
    let mut server = Server(
        Command::new(env::current_exe()?)
            .args(["serve", "--port", "0", "--dist"])
            .arg(&dist)
            .arg("--data")
            .arg(&data)
            .stdout(Stdio::piped())
            .spawn()
            .context("the server does not start")?,
    );
    let address = server.address()?;
    let status = Command::new("node")
        .arg(programs.join("screenshots.js"))
        .arg(chromium)
        .arg(address)
        .arg(project::root().join("docs/screenshots"))
        .status()
        .context("node cannot be run")?;
    ensure!(status.success(), "the pictures were not taken");
    Ok(())
}

/// A server that ends with this value.
struct Server(Child);

impl Server {
    /// The one line that it writes.
    fn address(&mut self) -> Result<String> {
        let output = self.0.stdout.take().context("the server has no output")?;
        let mut line = String::new();
        BufReader::new(output).read_line(&mut line)?;
        let address = line.trim().trim_end_matches('/').to_owned();
        ensure!(!address.is_empty(), "the server said no address");
        Ok(address)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // It may have ended by itself; there is nobody to tell.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}
