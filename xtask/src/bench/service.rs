//! `cargo xtask bench service`: fragments a second of the service on one core, and what it holds in memory meanwhile.
//!
//! The service has core 0 for itself; wrk, which asks over 100 connections, and the upstream, which is served here, have the
//! others.

use std::fmt::Write as _;
use std::fs::{self, File};
use std::io::Read as _;
use std::net::TcpListener;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, ensure};
use clap::Args;
use serde::Deserialize;

use super::figure::whole;
use crate::{project, region};

mod upstream;

/// What the command line says.
#[derive(Args)]
pub(crate) struct Options {
    /// Minutes that it is asked for ever new fragments, with its memory looked at each minute
    #[arg(long, default_value_t = 10)]
    minutes: u32,
    /// Seconds that each kind of request is measured
    #[arg(long, default_value_t = 20)]
    seconds: u32,
    /// Put the table into docs/service.md
    #[arg(long)]
    write: bool,
}

/// Connections that wrk keeps open.
const CONNECTIONS: &str = "100";
/// The page that shows the table.
const PAGE: &str = "docs/service.md";
/// Addresses that are asked for again and again.
const KEPT: u32 = 100;

/// What wrk writes at its end: see `xtask/bench/service.lua`.
#[derive(Deserialize)]
struct Load {
    requests: u64,
    seconds: f64,
    /// Milliseconds.
    p50: f64,
    p99: f64,
    /// Connections that failed, answers that did not come, and those that are no success.
    errors: u64,
    /// Seconds of processor time that the service took.
    #[serde(skip)]
    worked: f64,
}

/// Measures and prints the table.
pub(crate) fn run(options: &Options) -> Result<()> {
    let cores = std::thread::available_parallelism()?.get();
    ensure!(cores > 1, "the service needs a core that nothing else uses: this machine has one");
    let before = load_average()?;
    let program = build()?;
    // Before any thread is started: those that are take this over.
    pin(std::process::id(), &format!("1-{}", cores - 1))?;
    let upstream = upstream::start()?;
    let mut service = Service::start(&program, &upstream)?;
    let mut first = 0;
    let mut rows = String::new();
    let at_start = service.megabytes()?;
    for (name, folder, kept) in [
        ("kept", "/wp/posts/", KEPT),
        ("each another, a post of WordPress of 900 words", "/wp/short/", 0),
        ("each another, the whole of it, 1,631 words", "/wp/posts/", 0),
    ] {
        if kept > 0 {
            service.ask(folder, kept, first, 2)?;
        }
        let load = service.ask(folder, kept, first, options.seconds)?;
        first += if kept > 0 { KEPT } else { u32::try_from(load.requests)? + 1_000 };
        // Writing to a string does not fail.
        let _ = writeln!(rows, "{}", row(name, &load));
        eprintln!("{}", row(name, &load));
    }
    let mut held = vec![format!("{at_start} MB at the start")];
    let (mut requests, mut errors) = (0, 0);
    for minute in 0..=options.minutes {
        held.push(format!("{} after {minute} min", service.megabytes()?));
        eprintln!("{}", held.last().map_or("", String::as_str));
        if minute < options.minutes {
            let load = service.ask("/wp/posts/", 0, first, 60)?;
            first += u32::try_from(load.requests)? + 1_000;
            requests += load.requests;
            errors += load.errors;
        }
    }
    let report = format!(
        "| fragments | a second | a second of processor time | p50, ms | p99, ms | errors |\n\
         | --- | ---: | ---: | ---: | ---: | ---: |\n{rows}\n\
         {} of ever new fragments: {} of them, {errors} errors; resident memory {}.\n\n{}",
        match options.minutes {
            1 => "A minute".to_owned(),
            minutes => format!("{minutes} minutes"),
        },
        whole(requests as f64),
        held.join(", "),
        machine(cores, before)?,
    );
    println!("{report}");
    if options.write {
        region::write_into(PAGE, "load", &report)?;
    }
    Ok(())
}

fn row(name: &str, load: &Load) -> String {
    let Load { requests, seconds, p50, p99, errors, worked } = load;
    let requests = *requests as f64;
    let (rate, possible) = (whole(requests / seconds), whole(requests / worked));
    format!("| {name} | {rate} | {possible} | {p50:.1} | {p99:.1} | {errors} |")
}

/// The command, as it is to run where the JSON is.
fn build() -> Result<std::path::PathBuf> {
    let mut command = Command::new(project::cargo());
    command.args(["build", "--profile", "native", "--package", "news-article-command"]);
    ensure!(command.current_dir(project::root()).status()?.success(), "the service cannot be built");
    Ok(project::target().join("native/news-article"))
}

/// Confines a process to cores.
fn pin(process: u32, cores: &str) -> Result<()> {
    let mut command = Command::new("taskset");
    command.args(["--all-tasks", "--cpu-list", "--pid", cores, &process.to_string()]).stdout(Stdio::null());
    ensure!(command.status().context("taskset, of util-linux")?.success(), "taskset failed");
    Ok(())
}

/// The service, gone when this is dropped.
struct Service {
    child: Child,
    origin: String,
}

impl Service {
    fn start(program: &std::path::Path, upstream: &str) -> Result<Self> {
        let address = TcpListener::bind("127.0.0.1:0")?.local_addr()?.to_string();
        // Its log goes where that of a service goes: into a file, a line a request.
        let log = File::create(project::target().join("service.log"))?;
        let child = Command::new("taskset")
            .args(["--cpu-list", "0"])
            .arg(program)
            .args(["serve", "--listen", &address, "--upstream", &format!("/wp={upstream}/")])
            .stderr(log)
            .spawn()
            .context("taskset, of util-linux")?;
        let service = Service { child, origin: format!("http://{address}") };
        let start = Instant::now();
        while std::net::TcpStream::connect(&address).is_err() {
            ensure!(
                start.elapsed() < Duration::from_secs(20),
                "the service does not start: target/service.log"
            );
            std::thread::sleep(Duration::from_millis(50));
        }
        Ok(service)
    }

    /// Asks for so many addresses from the first on, or each time for another where that is 0.
    fn ask(&mut self, folder: &str, addresses: u32, first: u32, seconds: u32) -> Result<Load> {
        let before = self.worked()?;
        let mut wrk = Command::new("wrk")
            .args([
                "--threads",
                "1",
                "--connections",
                CONNECTIONS,
                "--timeout",
                "10s",
                "--duration",
                &format!("{seconds}s"),
                "--script",
            ])
            .arg(project::root().join("xtask/bench/service.lua"))
            .args([&self.origin, "--", folder, &addresses.to_string(), &first.to_string()])
            .stdout(Stdio::piped())
            .spawn()
            .context("wrk is needed: apt-get install wrk")?;
        let mut text = String::new();
        wrk.stdout.take().context("its output")?.read_to_string(&mut text)?;
        ensure!(wrk.wait()?.success(), "wrk failed:\n{text}");
        ensure!(self.child.try_wait()?.is_none(), "the service has ended: target/service.log");
        let line = text.lines().find(|line| line.starts_with('{')).with_context(|| text.clone())?;
        let load: Load = serde_json::from_str(line)?;
        Ok(Load { worked: self.worked()? - before, ..load })
    }

    /// Seconds of processor time since it was started.
    fn worked(&self) -> Result<f64> {
        let stat = fs::read_to_string(format!("/proc/{}/stat", self.child.id()))?;
        // Behind the name in brackets the eleventh and twelfth field: hundredths in the program and in the system.
        let (_, fields) = stat.rsplit_once(')').context("stat")?;
        let fields = fields.split_whitespace().skip(11).take(2).map(str::parse::<f64>);
        Ok(fields.collect::<Result<Vec<_>, _>>()?.iter().sum::<f64>() / 100.0)
    }

    /// Of memory that is its own, now.
    fn megabytes(&self) -> Result<u64> {
        let status = fs::read_to_string(format!("/proc/{}/status", self.child.id()))?;
        let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).context("VmRSS")?;
        let kilobytes: u64 = line.trim().trim_end_matches(" kB").parse()?;
        Ok(kilobytes / 1024)
    }
}

impl Drop for Service {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Where it was measured.
fn machine(cores: usize, before: f64) -> Result<String> {
    let processor = fs::read_to_string("/proc/cpuinfo")?;
    let name = processor.lines().find_map(|line| line.strip_prefix("model name")).unwrap_or_default();
    Ok(format!(
        "Measured by `cargo xtask bench service` with wrk, {CONNECTIONS} connections, the service on one of {cores} cores ({}); \
         load average {before:.1} before.",
        name.trim_start_matches([' ', '\t', ':']),
    ))
}

fn load_average() -> Result<f64> {
    let text = fs::read_to_string("/proc/loadavg")?;
    Ok(text.split(' ').next().unwrap_or_default().parse()?)
}
