//! Runs `cargo test`, prints its output, and counts the tests.

use std::io::{BufRead as _, BufReader, Write as _};
use std::process::{Command, Stdio};

use anyhow::{Context as _, Result, bail};

use crate::project;

/// The number of tests that passed and failed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Counts {
    pub(super) passed: usize,
    pub(super) failed: usize,
}

impl Counts {
    pub(super) fn add(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
    }

    /// The counts in a line: `test result: ok. 12 passed; 0 failed; 1 ignored; …`, with which libtest and
    /// wasm-bindgen's runner end the tests of a program.
    fn told(line: &str) -> Option<Self> {
        let (_, numbers) = line.strip_prefix("test result: ")?.split_once(". ")?;
        let number = |word: &str| {
            let part = numbers.split(';').find_map(|part| part.trim().strip_suffix(word))?;
            part.trim().parse().ok()
        };
        Some(Self { passed: number("passed")?, failed: number("failed")? })
    }
}

/// Cargo, in the root of the work tree.
pub(super) fn cargo() -> Command {
    let mut command = Command::new(project::cargo());
    command.current_dir(project::root());
    command
}

/// Runs a command, which must succeed.
pub(super) fn succeed(command: &mut Command) -> Result<()> {
    let status = command.status().with_context(|| command.get_program().to_string_lossy().into_owned())?;
    if !status.success() {
        bail!("{status}");
    }
    Ok(())
}

/// Runs a command that runs tests, and adds to the counts, even if some fail. It gets a temporary folder of its own,
/// which is deleted then, because browsers leave gigabytes of profiles there.
pub(super) fn count(command: &mut Command, counts: &mut Counts) -> Result<()> {
    let name = command.get_program().to_string_lossy().into_owned();
    let folder = tempfile::Builder::new().prefix("na-").tempdir().context("a folder for temporary files")?;
    let mut child =
        command.env("TMPDIR", folder.path()).stdout(Stdio::piped()).spawn().with_context(|| name.clone())?;
    if let Some(output) = child.stdout.take() {
        let mut stdout = std::io::stdout();
        for line in BufReader::new(output).split(b'\n') {
            let line = line.with_context(|| name.clone())?;
            let line = String::from_utf8_lossy(&line);
            if let Some(told) = Counts::told(&line) {
                counts.add(told);
            }
            writeln!(stdout, "{line}")?;
        }
    }
    let status = child.wait()?;
    if !status.success() {
        bail!("{status}");
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_runners_end_with_is_counted_and_nothing_else() {
        let told = |passed, failed| Some(Counts { passed, failed });
        let native = "test result: FAILED. 12 passed; 3 failed; 1 ignored; 0 measured; 4 filtered out; finished in 0.10s";
        assert_eq!(Counts::told(native), told(12, 3));
        assert_eq!(
            Counts::told("test result: ok. 57 passed; 0 failed; 0 ignored; 0 filtered out"),
            told(57, 0)
        );
        assert_eq!(Counts::told("test locale::ends ... ok"), None);
        assert_eq!(Counts::told("running 12 tests"), None);
    }
}
