//! The browsers and their drivers.

use crate::process::Process;
use serde_json::json;
use std::env;
use std::net::TcpListener;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};
use thirtyfour::{Capabilities, WebDriver};

/// A browser engine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    /// Chromium, by chromedriver.
    Chromium,
    /// Firefox, by geckodriver.
    Firefox,
    /// WebKitGTK's MiniBrowser, by WebKitWebDriver.
    WebKit,
}

/// The engines in which a test runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// The main path: in every available engine.
    Main,
    /// Everything else: in Chromium, and with `--all` in the others too.
    Whole,
    /// Tests that only Chromium's driver can run.
    ChromiumOnly,
}

const FLAGS: [&str; 10] = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    // No test leaves the machine. Without this, a page with hundreds of pictures on other hosts waits for each name.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",
    "--window-size=1280,900",
];

impl Engine {
    /// The engines for a test of this scope.
    pub(crate) fn wanted(scope: Scope) -> Vec<Self> {
        let named = env::var("NEWS_ARTICLE_BROWSERS").unwrap_or_else(|_| "chromium".to_owned());
        let all = env::var_os("NEWS_ARTICLE_ALL").is_some();
        [(Self::Chromium, "chromium"), (Self::Firefox, "firefox"), (Self::WebKit, "webkit")]
            .into_iter()
            .filter(|(_, name)| named.split(',').any(|other| other == *name))
            .map(|(engine, _)| engine)
            .filter(|engine| match scope {
                Scope::Main => true,
                Scope::Whole => all || *engine == Self::Chromium,
                Scope::ChromiumOnly => *engine == Self::Chromium,
            })
            .collect()
    }

    /// Starts the driver and opens a session with a fresh profile.
    pub(crate) async fn open(self) -> (impl Drop, WebDriver) {
        let (variable, program) = match self {
            Self::Chromium => ("CHROMEDRIVER", "chromedriver"),
            Self::Firefox => ("GECKODRIVER", "geckodriver"),
            Self::WebKit => ("WEBKITDRIVER", "WebKitWebDriver"),
        };
        let program = env::var(variable).unwrap_or_else(|_| program.to_owned());
        let port = free_port();
        let mut command = Command::new(program);
        match self {
            Self::Firefox => command.arg("--port").arg(port.to_string()),
            _ => command.arg(format!("--port={port}")),
        };
        let driver = Process::start(command.stdout(Stdio::null()).stderr(Stdio::null()));
        let address = format!("http://127.0.0.1:{port}");
        // The service uses reqwest without a TLS stack of its own, so every client needs a named one.
        let _ = rustls::crypto::ring::default_provider().install_default();
        let deadline = Instant::now() + Duration::from_secs(60);
        loop {
            match WebDriver::new(&address, self.capabilities()).await {
                Ok(session) => return (driver, session),
                Err(error) if Instant::now() > deadline => panic!("{self:?}: {error}"),
                Err(_) => tokio::time::sleep(Duration::from_millis(100)).await,
            }
        }
    }

    fn capabilities(self) -> Capabilities {
        let value = match self {
            Self::Chromium => json!({
                "browserName": "chrome",
                "goog:chromeOptions": { "args": FLAGS },
                "goog:loggingPrefs": { "browser": "ALL" }
            }),
            Self::Firefox => json!({
                "browserName": "firefox",
                "moz:firefoxOptions": { "args": ["-headless", "--width=1280", "--height=900"] }
            }),
            Self::WebKit => json!({
                "browserName": "MiniBrowser",
                "webkitgtk:browserOptions": { "binary": mini_browser(), "args": ["--automation"] }
            }),
        };
        let members = value.as_object().cloned().unwrap_or_default();
        let mut capabilities = Capabilities::new();
        for (name, value) in members {
            capabilities.set(name, value).expect("a capability");
        }
        capabilities
    }
}

/// WebKitGTK's browser: Debian puts it in the folder of the machine's architecture.
fn mini_browser() -> String {
    let folders = std::fs::read_dir("/usr/lib").into_iter().flatten().flatten();
    folders
        .map(|folder| folder.path().join("webkit2gtk-4.1/MiniBrowser"))
        .find(|path| path.exists())
        .map_or_else(|| "MiniBrowser".to_owned(), |path| path.to_string_lossy().into_owned())
}

/// A port that nobody listens on.
pub fn free_port() -> u16 {
    let listener = TcpListener::bind(("127.0.0.1", 0)).expect("a free port");
    listener.local_addr().expect("its address").port()
}
