//! `cargo xtask test`: every kind of test, one after the other, each to its end even when one before it failed.
//!
//! 1. native: the pure rooms, and this program;
//! 2. in the browser: modules that touch the DOM, in headless Chromium;
//! 3. `dist`, over budget or not, and a build that can be made to panic;
//! 4. end to end: what `dist` ships, in real browsers;
//! 5. the same against a real WordPress, which is left out where what it needs cannot be installed;
//! 6. the npm package, in apps that are built with what npm has;
//! 7. the files behind nginx, which is left out where there is none and none can be fetched.
//!
//! [`system`] and [`tools`] find or install what these need.

mod nginx;
pub(crate) mod system;
mod tools;
mod wordpress;

use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context as _, Result, bail, ensure};
use clap::Args;

use crate::wasm::TARGET;
use crate::{dist, project, wasm};
use system::{Browser, Display};

/// What the command line says.
#[derive(Args)]
pub(crate) struct Options {
    /// The whole of the tests in every browser, not in Chromium alone
    #[arg(long)]
    all: bool,
}

/// Runs everything, then fails if anything did.
pub(crate) fn run(options: Options) -> Result<()> {
    // Before cargo builds this very program anew and moves it away.
    let program = env::current_exe()?;
    let mut steps = Steps::default();
    steps.take("Native tests", native);
    let prepared = Prepared::new().inspect_err(|error| eprintln!("error: {error:#}"));
    match &prepared {
        Ok(prepared) => {
            steps.take("Tests in the browser", || in_browser(prepared));
            let made = steps.take("dist", || dist::run(dist::Options { fault: true }));
            if made {
                steps.take("End-to-end tests", || end_to_end(prepared, &program, options.all));
                steps.take("Against a real WordPress", || against_wordpress(prepared, &program, options.all));
                steps.take("The package in apps", || {
                    in_browsers(prepared, &program, false, "package", |_| {})
                });
                steps.take("Behind nginx", || in_browsers(prepared, &program, false, "nginx", nginx::set));
            } else {
                steps.failed.push("End-to-end tests (there is nothing to test)");
            }
        }
        Err(_) => steps.failed.push("the browsers (nothing was run in one)"),
    }
    ensure!(steps.failed.is_empty(), "failed: {}", steps.failed.join(", "));
    eprintln!("\nAll tests passed.");
    Ok(())
}

/// What has failed so far.
#[derive(Default)]
struct Steps {
    failed: Vec<&'static str>,
}

impl Steps {
    fn take(&mut self, name: &'static str, step: impl FnOnce() -> Result<()>) -> bool {
        eprintln!("\n=== {name} ===\n");
        let done = step();
        if let Err(error) = &done {
            eprintln!("error: {error:#}");
            self.failed.push(name);
        }
        done.is_ok()
    }
}

/// Browsers, drivers and tools.
struct Prepared {
    browsers: Vec<Browser>,
    runner: PathBuf,
}

impl Prepared {
    fn new() -> Result<Self> {
        eprintln!("\n=== Browsers ===\n");
        wasm::ensure_target()?;
        let browsers = system::browsers()?;
        Ok(Self { browsers, runner: tools::test_runner()? })
    }

    fn driver(&self, name: &str) -> Option<&Path> {
        self.browsers.iter().find(|browser| browser.name == name).map(|browser| browser.driver.as_path())
    }
}

fn native() -> Result<()> {
    // Apart: together, cargo would compile this program's dependencies once more, with the features of both.
    succeed(cargo().args(["test", "--workspace", "--exclude", "news-article-tests", "--exclude", "xtask"]))?;
    succeed(cargo().args(["test", "--package", "xtask"]))?;
    succeed(cargo().args([
        "test",
        "--package",
        "news-article-tests",
        "--test",
        "schema",
        "--test",
        "dependencies",
    ]))?;
    // Slow to install, and so only where somebody has: tests/dependencies.rs stands in for most of it.
    let has_deny = cargo().args(["deny", "--version"]).output().is_ok_and(|told| told.status.success());
    if !has_deny {
        eprintln!("cargo-deny is not installed; to check for doubles, too: cargo install cargo-deny");
        return Ok(());
    }
    succeed(cargo().args(["deny", "--workspace", "check", "licenses", "bans", "sources"]))
}

fn in_browser(prepared: &Prepared) -> Result<()> {
    let driver = prepared.driver("chromium").context("no chromedriver")?;
    succeed(
        cargo()
            .args(["test", "--package", "news-article", "--target", TARGET, "--test", "browser"])
            .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", &prepared.runner)
            .env("CHROMEDRIVER", driver)
            .env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", tools::chromium_capabilities()?),
    )
}

fn end_to_end(prepared: &Prepared, program: &Path, all: bool) -> Result<()> {
    in_browsers(prepared, program, all, "e2e", |_| {})
}

fn against_wordpress(prepared: &Prepared, program: &Path, all: bool) -> Result<()> {
    let Some(site) = wordpress::Site::start()? else {
        eprintln!("Left out.");
        return Ok(());
    };
    in_browsers(prepared, program, all, "wordpress", |command| {
        // One site for all: what one test writes, another would count.
        command.env("NEWS_ARTICLE_WORDPRESS", site.line()).args(["--", "--test-threads=1"]);
    })
}

/// Runs the tests of one program on what `dist` ships.
fn in_browsers(
    prepared: &Prepared,
    program: &Path,
    all: bool,
    tests: &str,
    more: impl FnOnce(&mut Command),
) -> Result<()> {
    let names: Vec<&str> = prepared.browsers.iter().map(|browser| browser.name).collect();
    let mut command = cargo();
    command
        .args(["test", "--package", "news-article-tests", "--test", tests])
        .env("NEWS_ARTICLE_DIST", project::root().join("dist"))
        .env("NEWS_ARTICLE_FAULT", project::target().join("fault"))
        .env("NEWS_ARTICLE_XTASK", program)
        .env("NEWS_ARTICLE_BROWSERS", names.join(","));
    more(&mut command);
    for browser in &prepared.browsers {
        command.env(browser.variable, &browser.driver);
    }
    if all {
        command.env("NEWS_ARTICLE_ALL", "1");
    }
    // WebKitGTK has no headless mode of its own.
    let display = if names.contains(&"webkit") { Display::start()? } else { None };
    if let Some(display) = &display {
        command.env("DISPLAY", display.name());
    }
    succeed(&mut command)
}

fn cargo() -> Command {
    let mut command = Command::new(project::cargo());
    command.current_dir(project::root());
    command
}

fn succeed(command: &mut Command) -> Result<()> {
    let status = command.status().with_context(|| command.get_program().to_string_lossy().into_owned())?;
    if !status.success() {
        bail!("{status}");
    }
    Ok(())
}
