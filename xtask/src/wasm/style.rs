//! The style sheets, joined into one, without comments and indentation. It goes into the glue, and not into the wasm: so
//! the browser reads it while the wasm is on its way.

use std::fs;
use std::path::Path;

use anyhow::{Context as _, Result};

/// In this order: tokens first, then one sheet a component.
const SHEETS: [&str; 10] =
    ["tokens", "base", "header", "body", "share", "related", "form", "comments", "social", "print"];

/// The one sheet of every shadow root, from the sheets in `directory`.
pub(crate) fn joined(directory: &Path) -> Result<String> {
    let mut joined = String::new();
    for sheet in SHEETS {
        let path = directory.join(sheet).with_extension("css");
        let text = fs::read_to_string(&path).with_context(|| path.display().to_string())?;
        joined.push_str(&squeeze(&text));
    }
    Ok(joined)
}

/// Removes comments, line breaks and the spaces that CSS does not need. The sheets hold no strings with such in them.
fn squeeze(text: &str) -> String {
    let mut plain = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("/*") {
        plain.push_str(before);
        rest = after.split_once("*/").map_or("", |(_, after)| after);
    }
    plain.push_str(rest);
    let mut squeezed = plain.split_whitespace().collect::<Vec<_>>().join(" ");
    for (wide, narrow) in [
        (" {", "{"),
        ("{ ", "{"),
        (" }", "}"),
        ("} ", "}"),
        ("; ", ";"),
        (": ", ":"),
        (", ", ","),
        (";}", "}"),
    ] {
        squeezed = squeezed.replace(wide, narrow);
    }
    squeezed
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_and_needless_spaces_go_and_selectors_keep_theirs() {
        let text = "/* a */\n:is(a, b) > c {\n  color: red; /* b */\n}\nd e { margin: 0 1em; }\n";
        assert_eq!(squeeze(text), ":is(a,b) > c{color: red}d e{margin: 0 1em}".replace(": ", ":"));
    }

    #[test]
    fn every_sheet_is_in() {
        let directory = crate::project::root().join("style");
        let joined = joined(&directory).unwrap();
        for entry in fs::read_dir(&directory).unwrap() {
            let text = squeeze(&fs::read_to_string(entry.unwrap().path()).unwrap());
            assert!(joined.contains(&text), "{text}");
        }
    }
}
