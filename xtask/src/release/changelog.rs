//! CHANGELOG.md, as [Keep a Changelog](https://keepachangelog.com) has it: a heading `## [VERSION] - DATE` a version.

/// The text under a version's heading; `None` if there is no such heading, or no text.
pub(crate) fn section<'a>(text: &'a str, version: &str) -> Option<&'a str> {
    let mut offset = 0;
    let mut start = None;
    let mut end = text.len();
    for line in text.split_inclusive('\n') {
        if start.is_some() && line.starts_with("## ") {
            end = offset;
            break;
        }
        if start.is_none() && is_heading_of(line, version) {
            start = Some(offset + line.len());
        }
        offset += line.len();
    }
    let section = text.get(start?..end)?.trim();
    let has_words = section.lines().any(|line| !line.trim().is_empty() && !line.starts_with('#'));
    has_words.then_some(section)
}

fn is_heading_of(line: &str, version: &str) -> bool {
    line.strip_prefix("## [")
        .and_then(|rest| rest.strip_prefix(version))
        .is_some_and(|rest| rest.starts_with(']'))
}

#[cfg(test)]
mod tests {
    use super::section;

    const TEXT: &str = "# Changelog\n\n## [Unreleased]\n\n### Added\n\n## [1.2.0] - 2026-05-01\n\n### Added\n\n- Live.\n\n## [1.1.0] - 2026-04-01\n- First.\n";

    #[test]
    fn a_versions_section_ends_where_the_next_begins() {
        assert_eq!(section(TEXT, "1.2.0"), Some("### Added\n\n- Live."));
        assert_eq!(section(TEXT, "1.1.0"), Some("- First."));
    }

    #[test]
    fn a_version_that_is_missing_or_says_nothing_has_no_section() {
        assert_eq!(section(TEXT, "1.2"), None);
        assert_eq!(section(TEXT, "1.3.0"), None);
        assert_eq!(section(TEXT, "Unreleased"), None, "headings alone say nothing");
    }
}
