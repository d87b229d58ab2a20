//! What may be shipped, in bytes of brotli.

use super::size::Size;
use crate::wasm;

/// The entry and shell.
pub(crate) const ENTRY: &str = "news-article.js";
/// The most that the entry may weigh.
const ENTRY_BYTES: usize = 3_072;
/// The most that a French page's requests may weigh together.
const TOTAL_BYTES: usize = 130_000;

/// Whether a French page requests the file: its language is compiled in.
pub(crate) fn is_requested(name: &str) -> bool {
    [ENTRY, wasm::GLUE, wasm::WASM].contains(&name) || name == wasm::chunk("sections")
}

/// What a French page's requests weigh together, in brotli.
pub(crate) fn total(sizes: &[Size]) -> usize {
    sizes.iter().filter(|size| is_requested(&size.name)).map(|size| size.brotli).sum()
}

/// Each budget that is exceeded, in words.
pub(crate) fn exceeded(sizes: &[Size]) -> Vec<String> {
    let entry = sizes.iter().find(|size| size.name == ENTRY).map_or(0, |size| size.brotli);
    [("the entry", entry, ENTRY_BYTES), ("a French page", total(sizes), TOTAL_BYTES)]
        .into_iter()
        .filter(|(_, is, may)| is > may)
        .map(|(what, is, may)| format!("{what} is {is} bytes of brotli, {} more than {may}", is - may))
        .collect()
}

/// The budgets, for the table.
pub(crate) fn stated() -> String {
    format!("budget: entry {ENTRY_BYTES}, a French page {TOTAL_BYTES}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn size(name: &str, brotli: usize) -> Size {
        Size { name: name.into(), raw: 0, gzip: 0, brotli }
    }

    #[test]
    fn only_what_a_page_requests_counts() {
        let sizes = [size(ENTRY, ENTRY_BYTES), size(wasm::WASM, 1), size("element.js", TOTAL_BYTES)];
        assert_eq!(total(&sizes), ENTRY_BYTES + 1);
        assert_eq!(exceeded(&sizes), Vec::<String>::new());
    }

    #[test]
    fn each_budget_is_told_by_itself() {
        let sizes = [size(ENTRY, ENTRY_BYTES + 1), size(wasm::WASM, TOTAL_BYTES)];
        let told = exceeded(&sizes);
        assert_eq!(told.len(), 2);
        assert!(told[0].contains("3073 bytes") && told[0].contains("1 more"), "{told:?}");
    }
}
