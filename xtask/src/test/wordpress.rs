//! A real WordPress for the tests that ask one, from its own script: `tests/wordpress/serve`.

use std::io::{BufRead as _, BufReader};
use std::process::{Child, Command, Stdio};

use anyhow::{Context as _, Result, bail};

use super::system;
use crate::project;

/// What the script says where something that it needs is missing (`EX_UNAVAILABLE`).
const MISSING: i32 = 69;

/// A site, gone when this is dropped.
pub(crate) struct Site {
    process: Child,
    line: String,
}

impl Site {
    /// Starts it, of another suite of Debian's where one is named; none where what it needs is missing and may not be
    /// installed, which was told then.
    #[cfg(unix)]
    pub(crate) fn start(suite: &str) -> Result<Option<Self>> {
        use std::os::unix::process::CommandExt as _;
        system::for_wordpress();
        let mut process = Command::new(project::root().join("tests/wordpress/serve"))
            .env("CARGO_TARGET_DIR", project::target())
            .env("WORDPRESS_SUITE", suite)
            .stdout(Stdio::piped())
            .process_group(0)
            .spawn()
            .context("tests/wordpress/serve")?;
        let mut line = String::new();
        if let Some(output) = process.stdout.take() {
            BufReader::new(output).read_line(&mut line)?;
        }
        if line.is_empty() {
            let status = process.wait()?;
            if status.code() == Some(MISSING) {
                return Ok(None);
            }
            bail!("tests/wordpress/serve: {status}");
        }
        Ok(Some(Self { process, line }))
    }

    /// The script is a Unix one.
    #[cfg(not(unix))]
    pub(crate) fn start(_suite: &str) -> Result<Option<Self>> {
        Ok(None)
    }

    /// What it has printed: the value of `NEWS_ARTICLE_WORDPRESS`.
    pub(crate) fn line(&self) -> &str {
        self.line.trim()
    }
}

impl Drop for Site {
    fn drop(&mut self) {
        // The script ends what it has started. It is asked by the group that is its own, so that none is left over.
        let group = format!("-{}", self.process.id());
        let _ = Command::new("kill").args(["-TERM", "--", &group]).status();
        let _ = self.process.wait();
    }
}
