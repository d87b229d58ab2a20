//! `cargo xtask test [KIND] [NAME]`: the tests, all of them or one kind or one test.
//!
//! | kind | what it tests | where |
//! | --- | --- | --- |
//! | `native` | what needs no browser: the pure modules, and this program | beside the code, `contract`, `wasm-pipeline/tests`, `tests/{schema,dependencies,documentation}.rs` |
//! | `browser` | modules that touch the DOM, compiled to wasm, in headless Chromium | `tests/browser` |
//! | `e2e` | what `dist` ships, in real browsers | `tests/e2e` |
//! | `wordpress` | the same in front of a real WordPress | `tests/wordpress` |
//! | `package` | the npm package, in apps that are built with what npm has | `tests/package` |
//! | `corpus` | `cargo xtask corpus`, on the fixtures | `tests/corpus.rs` |
//! | `proxies` | the files behind nginx, the service behind nginx and Varnish; `nginx` is another name of it | `tests/proxies` |
//!
//! ```sh
//! cargo xtask test                          # everything, on a new build; each kind to its end even when another failed
//! cargo xtask test e2e                      # one kind
//! cargo xtask test e2e forms::              # one file of it, or one test: what has this text in its name
//! cargo xtask test e2e share --browser firefox
//! cargo xtask test native locale
//! ```
//!
//! With a kind, `dist/` and `target/fault` are reused while nothing that goes into them has changed; `--rebuild` makes
//! them anew in any case. The end-to-end tests run in Chromium, the main paths in Firefox and WebKit too; `--all` runs
//! all of them in every browser, `--browser NAME` in that one alone.
//!
//! Of the tests in browsers up to five that failed are run once more, each alone, because a machine that is busy makes some late;
//! the report says how many passed then. At the end stands how long each kind took, and `N passed, N failed` on the last line. WordPress and the proxies are left
//! out of a whole run where what they need is missing and cannot be installed; asked for by name they fail then.
//!
//! [`system`] and [`tools`] find or install what the tests need, [`runner`] runs cargo and counts, [`report`] adds up.

mod build;
mod proxies;
mod report;
mod runner;
pub(crate) mod system;
mod tools;
pub(crate) mod wordpress;

use std::env;
use std::path::PathBuf;
use std::process::{Command, ExitCode};

use anyhow::Result;
use clap::{Args, ValueEnum};

use crate::wasm::TARGET;
use crate::{dist, project, wasm};
use report::{End, Report};
use runner::{Counts, cargo, count, count_twice, succeed};
use system::{Browser, Display};

/// The options of the command.
#[derive(Args)]
pub(crate) struct Options {
    /// One kind of test; without it all of them, on a new build
    kind: Option<Kind>,
    /// Only the tests that have this text in their name, as `cargo test` takes it
    name: Option<String>,
    /// The whole of the tests in every browser, not in Chromium alone
    #[arg(long)]
    all: bool,
    /// In this browser alone, and all that can run in it; may be given more than once
    #[arg(long = "browser", value_name = "BROWSER", value_parser = system::NAMES)]
    browsers: Vec<String>,
    /// Make dist/ and target/fault anew even when nothing that goes into them has changed
    #[arg(long)]
    rebuild: bool,
}

/// The kinds of test.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Kind {
    /// What needs no browser: the pure modules, and this program
    Native,
    /// Modules that touch the DOM, in headless Chromium
    Browser,
    /// What dist ships, in real browsers
    E2e,
    /// The same in front of a real WordPress
    Wordpress,
    /// The npm package, in apps
    Package,
    /// What `cargo xtask corpus` finds in the fixtures
    Corpus,
    /// The files behind nginx, the service behind nginx and Varnish
    #[value(alias = "nginx")]
    Proxies,
}

impl Kind {
    /// The name on the command line and in the report.
    fn name(self) -> &'static str {
        match self {
            Self::Native => "native",
            Self::Browser => "browser",
            Self::E2e => "e2e",
            Self::Wordpress => "wordpress",
            Self::Package => "package",
            Self::Corpus => "corpus",
            Self::Proxies => "proxies",
        }
    }

    /// Returns true if it tests what `dist` makes.
    fn needs_build(self) -> bool {
        !matches!(self, Self::Native | Self::Browser)
    }
}

/// Runs the requested tests, and fails if any of them did.
pub(crate) fn run(options: Options) -> Result<ExitCode> {
    // Read before cargo builds this program again and replaces it.
    let program = env::current_exe()?;
    let mut report = Report::default();
    match options.kind {
        Some(kind) => one(kind, program, options, &mut report),
        None => all(program, options, &mut report),
    }
    Ok(report.close())
}

/// Runs one kind of test, on the existing build if that is current.
fn one(kind: Kind, program: PathBuf, options: Options, report: &mut Report) {
    let rebuild = options.rebuild;
    let mut session = Session { program, browsers: Vec::new(), options };
    if kind != Kind::Native && !report.prepare("browsers", || session.find_browsers(kind == Kind::Browser)) {
        return;
    }
    if kind.needs_build() && !report.prepare("build", || build::ensure(rebuild)) {
        return;
    }
    // The plugin's own files are not compared, so that a change in them costs a copy and no build.
    if kind == Kind::Wordpress && !report.prepare("plugin", dist::plugin) {
        return;
    }
    report.take(kind.name(), true, |counts| session.test(kind, counts));
}

/// Runs every kind of test to its end, even if an earlier one failed.
fn all(program: PathBuf, options: Options, report: &mut Report) {
    let mut session = Session { program, browsers: Vec::new(), options };
    report.take(Kind::Native.name(), false, |counts| session.test(Kind::Native, counts));
    if !report.prepare("browsers", || session.find_browsers(false)) {
        return;
    }
    report.take(Kind::Browser.name(), false, |counts| session.test(Kind::Browser, counts));
    // A build over its budget has failed, but can be tested all the same.
    if !report.prepare("dist", || dist::run(dist::Options { fault: true, ..Default::default() }))
        && !dist::is_current().unwrap_or(false)
    {
        return;
    }
    for kind in [Kind::E2e, Kind::Wordpress, Kind::Package, Kind::Corpus, Kind::Proxies] {
        report.take(kind.name(), false, |counts| session.test(kind, counts));
    }
}

/// The data that the tests of one run share.
struct Session {
    /// This program, which the tests use as their dev server.
    program: PathBuf,
    browsers: Vec<Browser>,
    options: Options,
}

impl Session {
    /// Finds the requested browsers, or Chromium alone.
    fn find_browsers(&mut self, only_chromium: bool) -> Result<()> {
        wasm::ensure_target()?;
        let asked: Vec<&str> = self.options.browsers.iter().map(String::as_str).collect();
        self.browsers = system::browsers(if only_chromium { &["chromium"] } else { &asked })?;
        Ok(())
    }

    fn test(&self, kind: Kind, counts: &mut Counts) -> Result<End> {
        match kind {
            Kind::Native => self.native(counts),
            Kind::Browser => self.in_browser(counts),
            Kind::E2e | Kind::Package => self.in_browsers(kind, counts, &[], |_| {}),
            // Each run copies the programs that it uses to the same place.
            Kind::Corpus => self.in_browsers(kind, counts, &["--test-threads=1"], |_| {}),
            Kind::Wordpress => self.against_wordpress(counts),
            Kind::Proxies => self.in_browsers(kind, counts, &[], proxies::set),
        }
    }

    fn native(&self, counts: &mut Counts) -> Result<End> {
        // The tests of wasm-pipeline compile small programs for this target.
        wasm::ensure_target()?;
        // Separately, because together cargo would compile this program's dependencies once more, with the features
        // of both.
        let calls: [&[&str]; 3] = [
            &["--workspace", "--exclude", "news-article-tests", "--exclude", "xtask"],
            &["--package", "xtask"],
            &[
                "--package",
                "news-article-tests",
                "--test",
                "schema",
                "--test",
                "dependencies",
                "--test",
                "documentation",
            ],
        ];
        // Each to its end, because a failure of one says nothing about the others.
        let mut failed = None;
        for call in calls {
            let run =
                count(cargo().args(["test", "--no-fail-fast"]).args(call).args(&self.options.name), counts);
            failed = failed.or(run.err());
        }
        if let Some(error) = failed {
            return Err(error);
        }
        // It is slow to install, so it is only run if somebody has it. tests/dependencies.rs replaces most of it.
        let has_deny = cargo().args(["deny", "--version"]).output().is_ok_and(|told| told.status.success());
        if self.options.name.is_some() {
            return Ok(End::Passed);
        }
        if !has_deny {
            eprintln!("cargo-deny is not installed; to check for doubles, too: cargo install cargo-deny");
            return Ok(End::Passed);
        }
        succeed(cargo().args(["deny", "--workspace", "check", "licenses", "bans", "sources"]))?;
        Ok(End::Passed)
    }

    fn in_browser(&self, counts: &mut Counts) -> Result<End> {
        let Some(chromium) = self.browsers.iter().find(|browser| browser.name == "chromium") else {
            return Ok(End::LeftOut("it runs in Chromium"));
        };
        count(
            cargo()
                .args(["test", "--package", "news-article", "--target", TARGET, "--test", "browser"])
                .args(&self.options.name)
                .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", tools::test_runner()?)
                .env("CHROMEDRIVER", &chromium.driver)
                .env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", tools::chromium_capabilities()?),
            counts,
        )?;
        Ok(End::Passed)
    }

    fn against_wordpress(&self, counts: &mut Counts) -> Result<End> {
        let Some(site) = wordpress::Site::start("")? else {
            return Ok(End::LeftOut("what a WordPress needs is missing"));
        };
        // One site for all tests, so they must not run in parallel: one would see what another has written.
        self.in_browsers(Kind::Wordpress, counts, &["--test-threads=1"], |command| {
            command.env("NEWS_ARTICLE_WORDPRESS", site.line());
        })?;
        drop(site);
        // The plugin is tested in a newer WordPress too, with newer themes.
        let Some(newer) = wordpress::Site::start("trixie")? else {
            eprintln!("The plugin was not tried in a newer WordPress: it cannot be had here.");
            return Ok(End::Passed);
        };
        let of_the_plugin: &[&str] =
            if self.options.name.is_none() { &["plugin::", "themes::"] } else { &[] };
        self.in_browsers(
            Kind::Wordpress,
            counts,
            &[&["--test-threads=1"], of_the_plugin].concat(),
            |command| {
                command.env("NEWS_ARTICLE_WORDPRESS", newer.line());
            },
        )
    }

    /// Runs the tests of one program on what `dist` ships. `passed_on` is for that program, `more` completes the command.
    fn in_browsers(
        &self,
        kind: Kind,
        counts: &mut Counts,
        passed_on: &[&str],
        more: impl Fn(&mut Command),
    ) -> Result<End> {
        let names: Vec<&str> = self.browsers.iter().map(|browser| browser.name).collect();
        // WebKitGTK has no headless mode of its own.
        let display = if names.contains(&"webkit") { Display::start()? } else { None };
        let command = |passed_on: &[&str]| {
            let mut command = cargo();
            command
                .args(["test", "--package", "news-article-tests", "--test", kind.name()])
                .env("NEWS_ARTICLE_DIST", project::root().join("dist"))
                .env("NEWS_ARTICLE_FAULT", project::target().join("fault"))
                .env("NEWS_ARTICLE_XTASK", &self.program)
                .env("NEWS_ARTICLE_BROWSERS", names.join(","));
            more(&mut command);
            for browser in &self.browsers {
                command.env(browser.variable, &browser.driver);
            }
            if self.options.all || !self.options.browsers.is_empty() {
                command.env("NEWS_ARTICLE_ALL", "1");
            }
            if let Some(display) = &display {
                command.env("DISPLAY", display.name());
            }
            command.arg("--").args(passed_on);
            command
        };
        let named: Vec<&str> =
            self.options.name.as_deref().into_iter().chain(passed_on.iter().copied()).collect();
        count_twice(command, &named, counts)?;
        Ok(End::Passed)
    }
}
