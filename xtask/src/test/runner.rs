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
    let ran = watch(command)?;
    counts.add(ran.counts);
    ended_well(ran.status)
}

/// The same for tests in browsers, on which a busy machine has an influence: a few that failed are run once more, alone, and
/// the report says how many of them have passed then. `command` makes the command, with what it passes on to the tests'
/// program.
pub(super) fn count_twice(
    command: impl Fn(&[&str]) -> Command,
    passed_on: &[&str],
    counts: &mut Counts,
) -> Result<()> {
    let ran = twice(|passed_on| watch(&mut command(passed_on)), passed_on)?;
    counts.add(ran.counts);
    ended_well(ran.status)
}

/// Runs tests by `run`, and those few of them that failed once more.
fn twice(mut run: impl FnMut(&[&str]) -> Result<Ran>, passed_on: &[&str]) -> Result<Ran> {
    let first = run(passed_on)?;
    let names: Vec<&str> = first.failed.iter().map(String::as_str).collect();
    // Names alone say what is to be run again: if one is missing, nothing is.
    let is_named = names.len() == first.counts.failed && (1..=AGAIN_MAX).contains(&names.len());
    if first.status.success() || !is_named {
        return Ok(first);
    }
    eprintln!("\nOnce more, alone: {}", names.join(", "));
    let second = run(&[&["--exact", "--test-threads=1"], names.as_slice()].concat())?;
    Ok(Ran { counts: first.counts.after(second.counts), ..second })
}

/// What came of a command that runs tests.
struct Ran {
    counts: Counts,
    /// The names of the tests that failed, as far as its lines say them.
    failed: Vec<String>,
    status: ExitStatus,
}

/// Runs a command that runs tests, and prints its output.
fn watch(command: &mut Command) -> Result<Ran> {
    let mut counts = Counts::default();
    let mut failed = Vec::new();
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
            failed.extend(failed_name(&line).map(str::to_owned));
            writeln!(stdout, "{line}")?;
        }
    }
    Ok(Ran { counts, failed, status: child.wait()? })
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::os::unix::process::ExitStatusExt as _;

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

    fn ran(passed: usize, failed: &[&str]) -> Ran {
        let counts = Counts { passed, failed: failed.len(), again: 0 };
        let status = ExitStatus::from_raw(if failed.is_empty() { 0 } else { 101 << 8 });
        Ran { counts, failed: failed.iter().map(|&name| name.to_owned()).collect(), status }
    }

    /// Two tests, of which one fails at first; run again alone, as `second` says.
    fn with_second(second: Ran) -> Ran {
        let mut second = Some(second);
        let run = |passed_on: &[&str]| {
            if passed_on.is_empty() {
                return Ok(ran(1, &["a::b"]));
            }
            assert_eq!(passed_on, ["--exact", "--test-threads=1", "a::b"]);
            second.take().context("it is run a third time")
        };
        twice(run, &[]).expect("both times it could be run")
    }

    #[test]
    fn a_test_that_fails_and_passes_alone_is_said_to_have_done_so() {
        let end = with_second(ran(1, &[]));
        assert_eq!(end.counts, Counts { passed: 2, failed: 0, again: 1 });
        assert!(end.status.success());
    }

    #[test]
    fn a_test_that_fails_twice_has_failed() {
        let end = with_second(ran(0, &["a::b"]));
        assert_eq!(end.counts, Counts { passed: 1, failed: 1, again: 0 });
        assert!(!end.status.success());
    }

    #[test]
    fn many_failures_are_not_run_again() {
        let names = ["a"; AGAIN_MAX + 1];
        let end = twice(|_| Ok(ran(9, &names)), &[]).expect("it is run once");
        assert_eq!((end.counts.failed, end.counts.again), (AGAIN_MAX + 1, 0));
    }

    #[test]
    fn what_a_line_says_to_have_failed_is_known_by_name() {
        assert_eq!(failed_name("test a::b ... FAILED"), Some("a::b"));
        assert_eq!(failed_name("test a::b ... ok"), None);
    }
}
