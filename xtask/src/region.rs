//! Regions of `docs/performance.md` that commands write. Each stands between two comments, which are kept.

use std::fs;

use anyhow::{Context as _, Result};

use crate::project;

/// The page with the regions.
pub(crate) const PAGE: &str = "docs/performance.md";

/// Replaces the text between `<!-- NAME: …` and `<!-- /NAME -->`.
pub(crate) fn write(name: &str, content: &str) -> Result<()> {
    write_into(PAGE, name, content)
}

/// The same in another page.
pub(crate) fn write_into(page: &str, name: &str, content: &str) -> Result<()> {
    let path = project::root().join(page);
    let text = fs::read_to_string(&path).with_context(|| path.display().to_string())?;
    let text = placed(&text, name, content).with_context(|| format!("{page} has no place for {name}"))?;
    fs::write(&path, text).with_context(|| path.display().to_string())
}

fn placed(text: &str, name: &str, content: &str) -> Option<String> {
    let (before, rest) = text.split_once(&format!("<!-- {name}: "))?;
    let (says, rest) = rest.split_once(" -->")?;
    let (_, after) = rest.split_once(&format!("<!-- /{name} -->"))?;
    Some(format!("{before}<!-- {name}: {says} -->\n\n{}\n\n<!-- /{name} -->{after}", content.trim()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_stands_between_the_comments_is_replaced() {
        let text = "before\n<!-- bench: by a command -->\nold\n<!-- /bench -->\nafter\n";
        let first = placed(text, "bench", "new\n").expect("there is a place");
        assert_eq!(first, "before\n<!-- bench: by a command -->\n\nnew\n\n<!-- /bench -->\nafter\n");
        assert_eq!(placed(&first, "bench", "new").as_deref(), Some(first.as_str()));
        assert_eq!(placed(text, "sizes", "new"), None);
    }

    #[test]
    fn the_page_has_a_place_for_each_table() {
        let text = fs::read_to_string(project::root().join(PAGE)).expect("the page");
        for name in ["bench", "guest", "render", "sizes"] {
            assert!(placed(&text, name, "new").is_some(), "{name}");
        }
    }
}
