//! The files and the service behind real proxies, as `integrations/` configures them.

mod newsroom;
mod nginx;
mod varnish;

use news_article_tests::Process;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

/// The folder with what a site includes.
fn integrations() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../integrations")
}

/// A running proxy, gone when this is dropped.
struct Proxy {
    origin: String,
    _process: Process,
    _folder: tempfile::TempDir,
}

impl Proxy {
    /// Starts one that is to listen at this port of 127.0.0.1.
    fn start(command: &mut Command, port: u16, folder: tempfile::TempDir) -> Self {
        let process = Process::start(command);
        until("the proxy answers", || std::net::TcpStream::connect(("127.0.0.1", port)).is_ok());
        Proxy { origin: format!("http://127.0.0.1:{port}"), _process: process, _folder: folder }
    }

    /// The body that a reader gets.
    fn body(&self, path: &str) -> String {
        self.asked(path, &["--silent"])
    }

    /// Status line, header fields and body, in lower case.
    fn whole(&self, path: &str, headers: &[&str]) -> String {
        let mut arguments = vec!["--silent", "--include"];
        arguments.extend(headers.iter().flat_map(|header| ["--header", *header]));
        self.asked(path, &arguments).to_lowercase()
    }

    fn asked(&self, path: &str, arguments: &[&str]) -> String {
        let output = Command::new("curl")
            .args(arguments)
            .arg(format!("{}{path}", self.origin))
            .output()
            .expect("curl");
        String::from_utf8_lossy(&output.stdout).into_owned()
    }
}

/// Waits until something holds.
fn until(what: &str, holds: impl Fn() -> bool) {
    let start = Instant::now();
    while !holds() {
        assert!(start.elapsed() < Duration::from_secs(20), "not in time: {what}");
        std::thread::sleep(Duration::from_millis(50));
    }
}
