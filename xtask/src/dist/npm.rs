//! Tools from npm, in the versions that `xtask/npm` pins: esbuild, terser and binaryen's wasm-opt.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context as _, Result, bail, ensure};

use crate::project;

/// The files that pin the tools, and that keep registry addresses out of the lock file.
const PINS: [&str; 3] = ["package.json", "package-lock.json", ".npmrc"];

/// The installed tools.
pub(crate) struct Tools {
    binaries: PathBuf,
}

impl Tools {
    /// Installs missing tools into `target/npm`.
    pub(crate) fn install() -> Result<Self> {
        let directory = project::target().join("npm");
        install(&project::root().join("xtask/npm"), &directory)?;
        Ok(Self { binaries: directory.join("node_modules/.bin") })
    }

    /// Runs esbuild.
    pub(crate) fn esbuild(&self, input: &Path, output: &Path, options: &[&str]) -> Result<()> {
        let mut command = self.command("esbuild");
        command.arg(input).arg(format!("--outfile={}", output.display())).args(options).args([
            "--format=esm",
            "--target=es2022",
            "--charset=utf8",
            "--legal-comments=none",
            "--log-level=warning",
        ]);
        run(command, "esbuild")
    }

    /// Minifies a module in place a second time. terser finds what esbuild misses, because that looks at each
    /// statement only once.
    pub(crate) fn terser(&self, module: &Path) -> Result<()> {
        let mut command = self.command("terser");
        command.arg(module).args(["--module", "--ecma=2022", "--mangle", "--comments=false"]);
        command.args(["--compress", "ecma=2022,passes=3,unsafe_arrows"]);
        command.arg("--output").arg(module);
        run(command, "terser")
    }

    /// Runs wasm-opt for size, repeatedly as long as the result shrinks.
    pub(crate) fn wasm_opt(&self, input: &Path, output: &Path, options: &[&str]) -> Result<()> {
        let mut command = self.command("wasm-opt");
        command.args(options).args(["-Oz", "--converge"]).arg(input).arg("-o").arg(output);
        run(command, "wasm-opt")
    }

    fn command(&self, name: &str) -> Command {
        Command::new(self.binaries.join(if cfg!(windows) { format!("{name}.cmd") } else { name.to_owned() }))
    }
}

fn run(mut command: Command, name: &str) -> Result<()> {
    let status = command.status().with_context(|| format!("{name} cannot be run"))?;
    ensure!(status.success(), "{name} failed");
    Ok(())
}

/// Installs the packages that the files in `pins` name into `directory`, unless they are there.
pub(crate) fn install(pins: &Path, directory: &Path) -> Result<()> {
    ensure_node()?;
    let same = |name: &&str| {
        fs::read(pins.join(name)).ok().is_some_and(|pin| fs::read(directory.join(name)).ok() == Some(pin))
    };
    if PINS.iter().all(same) && directory.join("node_modules/.bin").is_dir() {
        return Ok(());
    }
    eprintln!("Installing npm packages into {} …", directory.display());
    fs::create_dir_all(directory)?;
    // The lock file is copied last, because it marks a finished installation.
    for name in ["package.json", ".npmrc", "package-lock.json"] {
        fs::copy(pins.join(name), directory.join(name))
            .with_context(|| pins.join(name).display().to_string())?;
    }
    let status = command()
        .args(["ci", "--no-audit", "--no-fund"])
        .current_dir(directory)
        .stdout(Stdio::null())
        .status()
        .context("npm cannot be run")?;
    if !status.success() {
        let _ = fs::remove_file(directory.join("package-lock.json"));
        bail!("`npm ci` failed in {}", directory.display());
    }
    Ok(())
}

/// npm itself.
pub(crate) fn command() -> Command {
    Command::new(if cfg!(windows) { "npm.cmd" } else { "npm" })
}

fn ensure_node() -> Result<()> {
    let answers =
        |mut command: Command| command.arg("--version").output().is_ok_and(|told| told.status.success());
    ensure!(
        answers(Command::new("node")) && answers(command()),
        "Node.js with npm is needed, 18 or newer (bench: 20): install it from your system's packages (Debian: apt-get install nodejs npm)"
    );
    Ok(())
}
