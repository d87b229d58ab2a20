//! Browsers, their drivers and a display: found on the system, or installed where that is possible, as root on Debian
//! and its derivatives. Elsewhere the command to install them is printed.

use std::env;
use std::io::{BufRead as _, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use anyhow::{Context as _, Result, bail};

use super::tools;

/// A browser with a driver.
pub(super) struct Browser {
    /// Its name in the tests.
    pub(super) name: &'static str,
    /// The environment variable with the address of the driver.
    pub(super) variable: &'static str,
    pub(super) driver: PathBuf,
}

/// The names of the browsers on the command line and in the tests.
pub(super) const NAMES: [&str; 3] = ["chromium", "firefox", "webkit"];

/// A program or font from a package.
struct Need {
    package: &'static str,
    present: fn() -> bool,
}

/// The needs of each browser.
const NEEDS: [(&str, &[Need]); 3] = [
    (
        "chromium",
        &[
            Need { package: "chromium", present: || chromium().is_some() },
            Need { package: "chromium-driver", present: || driver("CHROMEDRIVER", "chromedriver").is_some() },
        ],
    ),
    ("firefox", &[Need { package: "firefox-esr", present: || firefox().is_some() }]),
    (
        "webkit",
        &[
            Need {
                package: "webkit2gtk-driver",
                present: || driver("WEBKITDRIVER", "WebKitWebDriver").is_some(),
            },
            Need {
                package: "xvfb",
                present: || tools::on_path("Xvfb").is_some() || env::var_os("DISPLAY").is_some(),
            },
        ],
    ),
];

/// For measuring and photographing samples in Arabic and Chinese.
const FONTS: Need = Need { package: "fonts-noto-core", present: || has_font("ar") };

/// The requested browsers, or all that are found, after installing missing ones. Chromium and requested ones must be
/// found; the others may be missing.
pub(super) fn browsers(named: &[&str]) -> Result<Vec<Browser>> {
    let wanted: Vec<&str> =
        NAMES.into_iter().filter(|name| named.is_empty() || named.contains(name)).collect();
    let needs = NEEDS.iter().filter(|(name, _)| wanted.contains(name)).flat_map(|(_, needs)| *needs);
    let missing: Vec<&str> =
        needs.chain([&FONTS]).filter(|need| !(need.present)()).map(|need| need.package).collect();
    if !missing.is_empty() {
        install(&missing);
    }
    let mut browsers = Vec::new();
    for name in wanted {
        match find(name) {
            Ok(browser) => browsers.push(browser),
            Err(error) if name == "chromium" || named.contains(&name) => return Err(error),
            Err(error) => eprintln!("Without {name}: {error:#}"),
        }
    }
    let names: Vec<&str> = browsers.iter().map(|browser| browser.name).collect();
    eprintln!("Browsers: {}", names.join(", "));
    Ok(browsers)
}

fn find(name: &str) -> Result<Browser> {
    match name {
        "chromium" => {
            chromium().context("Chromium is not installed")?;
            let driver = driver("CHROMEDRIVER", "chromedriver").context("chromedriver is not installed")?;
            Ok(Browser { name: "chromium", variable: "CHROMEDRIVER", driver })
        }
        "firefox" => {
            firefox().context("Firefox is not installed")?;
            let driver = driver("GECKODRIVER", "geckodriver").map_or_else(tools::geckodriver, Ok)?;
            Ok(Browser { name: "firefox", variable: "GECKODRIVER", driver })
        }
        _ => {
            let driver =
                driver("WEBKITDRIVER", "WebKitWebDriver").context("WebKitWebDriver is not installed")?;
            Ok(Browser { name: "webkit", variable: "WEBKITDRIVER", driver })
        }
    }
}

/// The needs of the script that makes a WordPress. A web server and a running database are not among them, because
/// the script starts its own.
const FOR_WORDPRESS: [Need; 4] = [
    Need { package: "php-cli", present: || tools::on_path("php").is_some() },
    Need { package: "php-mysql", present: has_mysqli },
    Need { package: "mariadb-server-core", present: || tools::on_path("mariadb-install-db").is_some() },
    Need { package: "mariadb-client-core", present: || tools::on_path("mariadb").is_some() },
];

/// The programs that compress files for nginx, send requests, and compile Varnish's configuration.
const FOR_PROXIES: [Need; 4] = [
    Need { package: "brotli", present: || tools::on_path("brotli").is_some() },
    Need { package: "curl", present: || tools::on_path("curl").is_some() },
    Need { package: "gcc", present: || tools::on_path("gcc").is_some() },
    Need { package: "libc6-dev", present: || tools::on_path("gcc").is_some() },
];

/// Installs the needs of a WordPress, if possible.
pub(super) fn for_wordpress() {
    install_missing(&FOR_WORDPRESS);
}

/// Installs the needs of the tests of proxies, if possible.
pub(super) fn for_proxies() {
    install_missing(&FOR_PROXIES);
}

fn install_missing(needs: &[Need]) {
    let missing: Vec<&str> = needs.iter().filter(|need| !(need.present)()).map(|need| need.package).collect();
    if !missing.is_empty() && tools::on_path("apt-get").is_some() && is_root() {
        install(&missing);
    }
}

fn has_mysqli() -> bool {
    let asked = Command::new("php").args(["-r", "exit(extension_loaded('mysqli') ? 0 : 1);"]).status();
    asked.is_ok_and(|status| status.success())
}

/// The browser that every run needs.
pub(crate) fn chromium() -> Option<PathBuf> {
    ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"]
        .into_iter()
        .find_map(tools::on_path)
        .or_else(|| application("/Applications/Google Chrome.app"))
}

fn firefox() -> Option<PathBuf> {
    ["firefox-esr", "firefox"]
        .into_iter()
        .find_map(tools::on_path)
        .or_else(|| application("/Applications/Firefox.app"))
}

fn application(path: &str) -> Option<PathBuf> {
    let path = PathBuf::from(path);
    path.is_dir().then_some(path)
}

/// The driver in the environment, else on the path.
fn driver(variable: &str, name: &str) -> Option<PathBuf> {
    let named = env::var_os(variable).map(PathBuf::from).filter(|path| path.is_file());
    named.or_else(|| tools::on_path(name))
}

fn has_font(language: &str) -> bool {
    let listed = Command::new("fc-list").arg(format!(":lang={language}")).output();
    // Without fontconfig the fonts cannot be listed, so they count as present unless they could be installed.
    listed.map_or(!Path::new("/usr/bin/apt-get").exists(), |output| !output.stdout.is_empty())
}

/// Installs as root on Debian; elsewhere, or when that fails, prints what to run.
fn install(packages: &[&str]) {
    let apt = tools::on_path("apt-get");
    let line = format!("apt-get update && apt-get install -y --no-install-recommends {}", packages.join(" "));
    if apt.is_some() && is_root() {
        eprintln!("Installing: {}", packages.join(" "));
        let done = Command::new("sh")
            .args(["-c", &line])
            .env("DEBIAN_FRONTEND", "noninteractive")
            .stdout(Stdio::null())
            .status();
        if !done.is_ok_and(|status| status.success()) {
            eprintln!("That failed; run it yourself:\n    {line}");
        }
    } else if apt.is_some() {
        eprintln!("Some of what the tests need is missing. This installs it:\n    sudo sh -c '{line}'");
    } else {
        eprintln!(
            "Some of what the tests need is missing: Chromium with chromedriver (needed), Firefox and WebKitGTK \
             with their drivers (optional); Debian's packages are {}",
            packages.join(" ")
        );
    }
}

fn is_root() -> bool {
    let id = Command::new("id").arg("-u").output();
    id.is_ok_and(|output| output.stdout.trim_ascii() == b"0")
}

/// A display that is closed when this is dropped.
pub(super) struct Display {
    server: Child,
    name: String,
}

impl Display {
    /// Starts a display; `None` if there is one already, or no program for it.
    pub(super) fn start() -> Result<Option<Self>> {
        if env::var_os("DISPLAY").is_some() {
            return Ok(None);
        }
        let Some(program) = tools::on_path("Xvfb") else { return Ok(None) };
        // The server picks a free number, and prints it.
        let mut server = Command::new(program)
            .args(["-displayfd", "1", "-screen", "0", "1280x1024x24", "-nolisten", "tcp"])
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .context("Xvfb")?;
        let mut number = String::new();
        if let Some(output) = server.stdout.take() {
            BufReader::new(output).read_line(&mut number)?;
        }
        let display = Self { server, name: format!(":{}", number.trim()) };
        if display.name == ":" {
            bail!("Xvfb did not start");
        }
        Ok(Some(display))
    }

    /// The value of `DISPLAY`.
    pub(super) fn name(&self) -> &str {
        &self.name
    }
}

impl Drop for Display {
    fn drop(&mut self) {
        let _ = self.server.kill();
        let _ = self.server.wait();
    }
}
