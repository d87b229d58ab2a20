//! Joins the style sheets into one. It goes into the glue and not into the wasm, so that the browser parses it while
//! the wasm is being loaded.

use std::fs;
use std::path::Path;

use anyhow::{Context as _, Result};

/// The sheets in their order: tokens first, then one for each component.
const SHEETS: [&str; 10] =
    ["tokens", "base", "header", "body", "share", "related", "form", "comments", "social", "print"];

/// The one sheet of every shadow root, from the sheets in `directory`.
pub(crate) fn joined(directory: &Path) -> Result<String> {
    let mut joined = String::new();
    for sheet in SHEETS {
        let path = directory.join(sheet).with_extension("css");
        let text = fs::read_to_string(&path).with_context(|| path.display().to_string())?;
        joined.push_str(&text);
    }
    Ok(joined)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_sheet_is_in() {
        let directory = crate::project::root().join("style");
        let joined = joined(&directory).unwrap();
        for entry in fs::read_dir(&directory).unwrap() {
            let text = fs::read_to_string(entry.unwrap().path()).unwrap();
            assert!(joined.contains(&text), "{text}");
        }
    }
}
