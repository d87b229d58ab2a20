//! The files and the service behind real proxies, as `integrations/` configures them.

mod newsroom;
mod nginx;
mod varnish;

use news_article_tests::Process;
use newsroom::Newsroom;
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

fn has_it(page: &str) -> bool {
    page.starts_with("<main><news-article") && page.contains("They left at ten.")
}

/// A proxy's copy of the article is asked after, goes when the article is taken back, comes back with it, and stands while the
/// service is down. `page` is what a reader gets.
fn follows_the_service(newsroom: &mut Newsroom, page: impl Fn() -> String) {
    let shown = || has_it(&page());
    assert!(shown());
    until("the copy is asked after", || {
        shown() && newsroom.asked().iter().any(|(had, status)| had == "if-none-match" && *status == 304)
    });
    newsroom.answers(410);
    until("the article is gone", || !shown());
    let gone = page();
    assert!(gone.starts_with("<main><!-- the upstream answered 410 -->"), "{gone}");
    newsroom.answers(0);
    until("the article is back", shown);
    newsroom.stop_service();
    // Longer than the copy is fresh: while it is made anew, and when that has failed.
    let start = Instant::now();
    while start.elapsed() < Duration::from_secs(2) {
        assert!(shown());
    }
}
