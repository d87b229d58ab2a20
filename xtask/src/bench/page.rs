//! The report's place in `docs/performance.md`: between two comments, which stay.

use std::fs;
use std::path::Path;

use anyhow::{Context as _, Result};

const START: &str = "<!-- bench: written by `cargo xtask bench --write` -->";
const END: &str = "<!-- /bench -->";

/// Replaces what stands there.
pub(super) fn write(path: &Path, report: &str) -> Result<()> {
    let text = fs::read_to_string(path).with_context(|| path.display().to_string())?;
    let text =
        placed(&text, report).with_context(|| format!("{} has no place for the report", path.display()))?;
    fs::write(path, text).with_context(|| path.display().to_string())
}

fn placed(text: &str, report: &str) -> Option<String> {
    let (before, rest) = text.split_once(START)?;
    let (_, after) = rest.split_once(END)?;
    Some(format!("{before}{START}\n\n{}\n\n{END}{after}", report.trim()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_stands_between_the_comments_is_replaced() {
        let text = format!("before\n{START}\nold\n{END}\nafter\n");
        let first = placed(&text, "new\n").expect("there is a place");
        assert_eq!(first, format!("before\n{START}\n\nnew\n\n{END}\nafter\n"));
        assert_eq!(placed(&first, "new").as_deref(), Some(first.as_str()));
        assert_eq!(placed("no place", "new"), None);
    }
}
