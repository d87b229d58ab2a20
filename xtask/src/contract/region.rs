//! The regions of a file that are generated: each between a line with a mark that names it and a line that ends it, as a
//! comment of the file's language: `<!-- contract:parts -->` and `<!-- /contract -->`, or `// contract:parts` and
//! `// /contract`.

use anyhow::{Context as _, Result, ensure};

/// The name in a line that begins a region.
fn begins(line: &str) -> Option<&str> {
    let line = line.trim();
    let html = line.strip_prefix("<!-- contract:").and_then(|rest| rest.strip_suffix(" -->"));
    html.or_else(|| line.strip_prefix("// contract:"))
}

fn ends(line: &str) -> bool {
    matches!(line.trim(), "<!-- /contract -->" | "// /contract")
}

/// The text with every region filled by `content`, indented as its mark is.
pub(super) fn filled(text: &str, content: impl Fn(&str) -> Result<String>) -> Result<String> {
    let mut filled = String::with_capacity(text.len());
    let mut lines = text.split_inclusive('\n');
    while let Some(line) = lines.next() {
        ensure!(!ends(line), "a generated region ends that has not begun");
        filled.push_str(line);
        let Some(name) = begins(line) else { continue };
        let indent: String = line.chars().take_while(|letter| *letter == ' ').collect();
        let end = lines.find(|line| ends(line)).with_context(|| format!("contract:{name} does not end"))?;
        // Markdown reads a table next to a comment as part of it, unless a blank line is between.
        let blank = if line.contains("<!--") { "\n" } else { "" };
        filled.push_str(blank);
        for line in content(name)?.lines() {
            if !line.is_empty() {
                filled.push_str(&indent);
                filled.push_str(line);
            }
            filled.push('\n');
        }
        filled.push_str(blank);
        filled.push_str(end);
    }
    Ok(filled)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(name: &str) -> Result<String> {
        Ok(format!("one {name}\n\ntwo"))
    }

    #[test]
    fn what_stands_between_the_marks_is_replaced_and_nothing_else() {
        let text = "a\n<!-- contract:parts -->\nold\n<!-- /contract -->\nb\n";
        let expected = "a\n<!-- contract:parts -->\n\none parts\n\ntwo\n\n<!-- /contract -->\nb\n";
        assert_eq!(filled(text, named).unwrap(), expected);
        assert_eq!(filled(expected, named).unwrap(), expected);
    }

    #[test]
    fn what_is_generated_is_indented_as_its_mark_is() {
        let text = "class {\n  // contract:x\n  // /contract\n}\n";
        assert_eq!(
            filled(text, named).unwrap(),
            "class {\n  // contract:x\n  one x\n\n  two\n  // /contract\n}\n"
        );
    }

    #[test]
    fn a_region_without_an_end_or_a_begin_is_an_error() {
        assert!(filled("<!-- contract:parts -->\nold\n", named).is_err());
        assert!(filled("old\n// /contract\n", named).is_err());
    }
}
