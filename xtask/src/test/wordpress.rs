//! A real WordPress for the tests, from the script `tests/wordpress/serve`.

use std::io::{BufRead as _, BufReader};
use std::process::{Child, Command, Stdio};

use anyhow::{Context as _, Result, bail};

use super::system;
use crate::project;

/// The exit code of the script if something it needs is missing (`EX_UNAVAILABLE`).
const MISSING: i32 = 69;

/// A site, which is ended when this is dropped.
pub(crate) struct Site {
    process: Child,
    line: String,
}

impl Site {
    /// Starts a site, from the named suite of Debian. `None` if something it needs is missing and cannot be
    /// installed, which was reported then.
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

    /// The line that it has printed: the value of `NEWS_ARTICLE_WORDPRESS`.
    pub(crate) fn line(&self) -> &str {
        self.line.trim()
    }
}

impl Drop for Site {
    fn drop(&mut self) {
        // The script ends the processes that it has started. The signal goes to its process group, so that none
        // remains.
        let group = format!("-{}", self.process.id());
        let _ = Command::new("kill").args(["-TERM", "--", &group]).status();
        let _ = self.process.wait();
    }
}
