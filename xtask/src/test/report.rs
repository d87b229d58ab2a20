//! The result of each kind of test, and the summary at the end.

use std::fmt::Write as _;
use std::process::ExitCode;
use std::time::{Duration, Instant};

use anyhow::Result;

use super::runner::Counts;

/// The result of a kind of test that did not fail.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum End {
    /// All of it ran.
    Passed,
    /// It was left out, for this reason.
    LeftOut(&'static str),
}

/// A line of the report.
#[derive(Debug)]
struct Line {
    name: &'static str,
    counts: Counts,
    took: Duration,
    end: Result<End>,
}

/// The results so far.
#[derive(Debug, Default)]
pub(super) struct Report {
    lines: Vec<Line>,
}

impl Report {
    /// Runs a step that tests need. Returns true if it succeeded.
    pub(super) fn prepare(&mut self, name: &'static str, step: impl FnOnce() -> Result<()>) -> bool {
        self.add(name, |_| step().map(|()| End::Passed))
    }

    /// Runs a kind of test. If it was requested by name, it is a failure if no test ran.
    pub(super) fn take(
        &mut self,
        name: &'static str,
        by_name: bool,
        step: impl FnOnce(&mut Counts) -> Result<End>,
    ) {
        self.add(name, |counts| {
            let end = step(counts)?;
            match end {
                End::LeftOut(why) if by_name => anyhow::bail!("nothing was tested: {why}"),
                End::Passed if by_name && *counts == Counts::default() => {
                    anyhow::bail!("no test has such a name")
                }
                end => Ok(end),
            }
        });
    }

    fn add(&mut self, name: &'static str, step: impl FnOnce(&mut Counts) -> Result<End>) -> bool {
        eprintln!("\n=== {name} ===\n");
        let start = Instant::now();
        let mut counts = Counts::default();
        let end = step(&mut counts);
        let done = end.is_ok();
        match &end {
            Ok(End::Passed) => {}
            Ok(End::LeftOut(why)) => eprintln!("Left out: {why}."),
            Err(error) => eprintln!("error: {error:#}"),
        }
        // A failure before any test counts as one.
        counts.failed += usize::from(!done && counts.failed == 0);
        self.lines.push(Line { name, counts, took: start.elapsed(), end });
        done
    }

    /// Prints the table and the last lines.
    pub(super) fn close(&self) -> ExitCode {
        eprint!("\n{}", self.table());
        let failed: Vec<&str> =
            self.lines.iter().filter(|line| line.end.is_err()).map(|line| line.name).collect();
        if failed.is_empty() {
            eprintln!("\nAll tests passed.");
        } else {
            eprintln!("\nerror: failed: {}", failed.join(", "));
        }
        let Counts { passed, failed, .. } = self.total();
        println!("{passed} passed, {failed} failed");
        if failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
    }

    fn total(&self) -> Counts {
        let mut total = Counts::default();
        self.lines.iter().for_each(|line| total.add(line.counts));
        total
    }

    fn table(&self) -> String {
        let mut table = String::new();
        let mut row = |name: &str, counts: Counts, took: Duration, end: &str| {
            let seconds = took.as_secs();
            let took = format!("{}:{:02}", seconds / 60, seconds % 60);
            let Counts { passed, failed, again } = counts;
            let again = if again > 0 { format!("{again} at the second try") } else { String::new() };
            let _ = writeln!(
                table,
                "{name:<10} {passed:>5} passed {failed:>3} failed {took:>6} min  {end}{again}"
            );
        };
        for line in &self.lines {
            let end = match &line.end {
                Ok(End::Passed) => "",
                Ok(End::LeftOut(_)) => "left out",
                Err(_) => "FAILED",
            };
            row(line.name, line.counts, line.took, end.trim_end());
        }
        row("all", self.total(), self.lines.iter().map(|line| line.took).sum(), "");
        table.lines().map(|line| format!("{}\n", line.trim_end())).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use anyhow::bail;

    fn three(counts: &mut Counts) -> Result<End> {
        counts.passed = 3;
        Ok(End::Passed)
    }

    #[test]
    fn the_last_lines_add_up_and_a_step_that_never_came_to_a_test_counts_as_a_failure() {
        let mut report = Report::default();
        report.take("native", false, three);
        report.take("wordpress", false, |_| Ok(End::LeftOut("no PHP")));
        assert_eq!(report.close(), ExitCode::SUCCESS);
        assert!(!report.prepare("dist", || bail!("no compiler")));
        assert_eq!(report.total(), Counts { passed: 3, failed: 1, again: 0 });
        assert_eq!(report.close(), ExitCode::FAILURE);
        let table = report.table();
        assert!(table.contains("native         3 passed   0 failed   0:00 min\n"), "{table}");
        assert!(table.contains("left out\n") && table.contains("FAILED\n"), "{table}");
    }

    #[test]
    fn whoever_asks_for_a_test_by_name_is_told_when_none_ran() {
        let mut report = Report::default();
        report.take("e2e", true, |_| Ok(End::Passed));
        report.take("wordpress", true, |_| Ok(End::LeftOut("no PHP")));
        report.take("native", true, three);
        assert_eq!(report.total(), Counts { passed: 3, failed: 2, again: 0 });
    }
}
