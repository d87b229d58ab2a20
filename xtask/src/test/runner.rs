//! Runs `cargo test`, prints its output, and counts the tests.

use std::io::{BufRead as _, BufReader, Write as _};
use std::process::{Command, ExitStatus, Stdio};

use anyhow::{Context as _, Result, ensure};

use crate::project;

/// The most failed tests that are run once more. A fault of the code fails more, or fails again.
const AGAIN_MAX: usize = 5;

/// The number of tests that passed and failed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Counts {
    pub(super) passed: usize,
    pub(super) failed: usize,
    /// Of those that passed, how many did so at the second try.
    pub(super) again: usize,
}

impl Counts {
    pub(super) fn add(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
        self.again += other.again;
    }

    /// These, when the failed tests have been run once more.
    fn after(self, again: Self) -> Self {
        Self { passed: self.passed + again.passed, failed: again.failed, again: again.passed }
    }

    /// The counts in a line: `test result: ok. 12 passed; 0 failed; 1 ignored; …`, with which libtest and
    /// wasm-bindgen's runner end the tests of a program.
    fn told(line: &str) -> Option<Self> {
        let (_, numbers) = line.strip_prefix("test result: ")?.split_once(". ")?;
        let number = |word: &str| {
            let part = numbers.split(';').find_map(|part| part.trim().strip_suffix(word))?;
            part.trim().parse().ok()
        };
        Some(Self { passed: number("passed")?, failed: number("failed")?, again: 0 })
    }
}

/// The name of a test that a line says has failed.
fn failed_name(line: &str) -> Option<&str> {
    line.strip_prefix("test ")?.strip_suffix(" ... FAILED")
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
    ended_well(status)
}

fn ended_well(status: ExitStatus) -> Result<()> {
    ensure!(status.success(), "{status}");
    Ok(())
}

/// Runs a command that runs tests, and adds to the counts, even if some fail. It gets a temporary folder of its own,
/// which is deleted then, because browsers leave gigabytes of profiles there.
pub(super) fn count(command: &mut Command, counts: &mut Counts) -> Result<()> {
    let (told, status) = watch(command, &mut |_| {})?;
    counts.add(told);
    ended_well(status)
}

/// The same for tests in browsers, on which a busy machine has an influence: a few that failed are run once more, alone, and
/// the report says how many of them have passed then. `command` makes the command, with what it passes on to the tests'
/// program.
pub(super) fn count_twice(
    command: impl Fn(&[&str]) -> Command,
    passed_on: &[&str],
    counts: &mut Counts,
) -> Result<()> {
    let mut failed = Vec::new();
    let mut note = |line: &str| failed.extend(failed_name(line).map(str::to_owned));
    let (mut told, mut status) = watch(&mut command(passed_on), &mut note)?;
    // Names alone say what is to be run again: if one is missing, nothing is.
    if !status.success() && failed.len() == told.failed && (1..=AGAIN_MAX).contains(&failed.len()) {
        eprintln!("\nOnce more, alone: {}", failed.join(", "));
        let mut alone = vec!["--exact", "--test-threads=1"];
        alone.extend(failed.iter().map(String::as_str));
        let again = watch(&mut command(&alone), &mut |_| {})?;
        (told, status) = (told.after(again.0), again.1);
    }
    counts.add(told);
    ended_well(status)
}

/// Runs a command that runs tests, prints its output and shows each line to `see`.
fn watch(command: &mut Command, see: &mut dyn FnMut(&str)) -> Result<(Counts, ExitStatus)> {
    let mut counts = Counts::default();
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
            see(&line);
            writeln!(stdout, "{line}")?;
        }
    }
    Ok((counts, child.wait()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_runners_end_with_is_counted_and_nothing_else() {
        let told = |passed, failed| Some(Counts { passed, failed, again: 0 });
        let native = "test result: FAILED. 12 passed; 3 failed; 1 ignored; 0 measured; 4 filtered out; finished in 0.10s";
        assert_eq!(Counts::told(native), told(12, 3));
        assert_eq!(
            Counts::told("test result: ok. 57 passed; 0 failed; 0 ignored; 0 filtered out"),
            told(57, 0)
        );
        assert_eq!(Counts::told("test locale::ends ... ok"), None);
        assert_eq!(Counts::told("running 12 tests"), None);
    }

    /// A program that tells what a program of tests would: two tests, of which one fails at first, or always.
    fn told_by(passed_on: &[&str], second: &str) -> Command {
        let words = if passed_on.contains(&"--exact") {
            assert_eq!(passed_on, ["--exact", "--test-threads=1", "a::b"]);
            format!("{second}; test $failed = 0")
        } else {
            "echo 'test a::b ... FAILED'; echo 'test c ... ok'; echo 'test result: FAILED. 1 passed; 1 failed; 0 ignored'; exit 101".to_owned()
        };
        let mut shell = Command::new("sh");
        shell.args(["-c", &words]);
        shell
    }

    #[test]
    fn a_test_that_fails_and_passes_alone_is_said_to_have_done_so() {
        let passes = "failed=0; echo 'test result: ok. 1 passed; 0 failed; 0 ignored'";
        let mut counts = Counts::default();
        count_twice(|passed_on| told_by(passed_on, passes), &[], &mut counts).expect("it passes");
        assert_eq!(counts, Counts { passed: 2, failed: 0, again: 1 });
    }

    #[test]
    fn a_test_that_fails_twice_has_failed() {
        let fails = "failed=1; echo 'test result: FAILED. 0 passed; 1 failed; 0 ignored'";
        let mut counts = Counts::default();
        assert!(count_twice(|passed_on| told_by(passed_on, fails), &[], &mut counts).is_err());
        assert_eq!(counts, Counts { passed: 1, failed: 1, again: 0 });
    }
}
