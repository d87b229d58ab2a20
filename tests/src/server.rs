//! The dev server, as `cargo xtask serve --dist` runs it.

use crate::process::Process;
use std::env;
use std::fs;
use std::io::{BufRead as _, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use tempfile::TempDir;

/// A dev server on a free port, with a data folder of its own.
pub struct Server {
    origin: String,
    data: TempDir,
    _process: Process,
}

impl Server {
    /// Starts it with the files of `dist`, and waits for the address that it prints.
    pub async fn start(dist: &Path) -> Self {
        Self::start_with(dist, &[]).await
    }

    /// The same, with more arguments.
    pub(crate) async fn start_with(dist: &Path, arguments: &[String]) -> Self {
        let data = tempfile::tempdir().expect("a temporary folder");
        let program = env::var_os("NEWS_ARTICLE_XTASK")
            .map_or_else(|| root().join("target/debug/xtask"), PathBuf::from);
        let mut process = Process::start(
            Command::new(program)
                .current_dir(root())
                .args(["serve", "--port", "0", "--no-watch", "--dist"])
                .arg(dist)
                .arg("--data")
                .arg(data.path())
                .args(arguments)
                .stdout(Stdio::piped()),
        );
        let output = process.output().expect("its output");
        let mut line = String::new();
        BufReader::new(output).read_line(&mut line).expect("an address");
        let origin = line.trim().trim_end_matches('/').to_owned();
        assert!(origin.starts_with("http://127.0.0.1:"), "the dev server printed {line:?}");
        Server { origin, data, _process: process }
    }

    /// Its origin: scheme, host and port.
    pub fn origin(&self) -> &str {
        &self.origin
    }

    /// The lines of a file that the sample server keeps.
    pub fn kept(&self, file: &str) -> Vec<serde_json::Value> {
        let text = std::fs::read_to_string(self.data.path().join(file)).unwrap_or_default();
        text.lines().map(|line| serde_json::from_str(line).expect("a line of JSON")).collect()
    }
}

/// The folder `dist`.
pub fn dist() -> PathBuf {
    env::var_os("NEWS_ARTICLE_DIST").map_or_else(|| root().join("dist"), PathBuf::from)
}

/// The style of a rendered article, as `dist` ships it.
pub fn article_css() -> String {
    fs::read_to_string(dist().join("article.css")).expect("the style of a rendered article")
}

/// The same with a wasm that panics on demand.
pub(crate) fn fault() -> PathBuf {
    env::var_os("NEWS_ARTICLE_FAULT").map_or_else(|| root().join("target/fault"), PathBuf::from)
}

/// The folder in which cargo and xtask put what they make.
pub(crate) fn target() -> PathBuf {
    env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), PathBuf::from)
}

/// The root of the repository.
pub(crate) fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("..")
}
