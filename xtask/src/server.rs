//! A dev server for commands that drive a browser. It ends when its value is dropped.

use std::env;
use std::io::{BufRead as _, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};

use anyhow::{Context as _, Result, ensure};

use crate::project;

/// `serve` on a free port, in its own process.
pub(crate) struct Server {
    process: Child,
    /// Its address, without a slash at the end.
    pub(crate) address: String,
}

impl Server {
    /// Serves `dist`. What its forms accept is kept in `data`.
    pub(crate) fn start(data: &Path) -> Result<Self> {
        let dist = project::root().join("dist");
        ensure!(dist.is_dir(), "there is no dist/: `cargo xtask dist` makes it");
        let mut process = Command::new(env::current_exe()?)
            .args(["serve", "--port", "0", "--dist"])
            .arg(&dist)
            .arg("--data")
            .arg(data)
            .stdout(Stdio::piped())
            .spawn()
            .context("the server does not start")?;
        let output = process.stdout.take();
        // From here on the process is ended even if it prints nothing.
        let mut server = Self { process, address: String::new() };
        let mut line = String::new();
        BufReader::new(output.context("the server has no output")?).read_line(&mut line)?;
        line.trim().trim_end_matches('/').clone_into(&mut server.address);
        ensure!(!server.address.is_empty(), "the server said no address");
        Ok(server)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // It may have ended by itself already.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
