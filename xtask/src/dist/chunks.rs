//! The table of chunks as `wasm-pipeline` wants it: what `contract/src/chunk.rs` says, and what a page loads together.

use anyhow::Result;
use news_article_contract::chunk::CHUNKS;
use wasm_pipeline::chunk::{Chunk, Chunks};

/// Chunks that one page loads, as a rule: the format of its source, and what follows the body.
const TOGETHER: [[&str; 2]; 8] = [
    ["native", "article"],
    ["native", "sections"],
    ["native", "forms"],
    ["article", "sections"],
    ["article", "forms"],
    ["markup", "article"],
    ["markup", "sections"],
    ["markup", "forms"],
];

/// Every chunk.
pub(super) fn table() -> Result<Chunks> {
    let owned = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect();
    let chunk = |chunk: &news_article_contract::chunk::Chunk| Chunk {
        name: chunk.name.into(),
        entries: owned(chunk.entries),
        after: owned(chunk.after),
    };
    Chunks::new(CHUNKS.iter().map(chunk).collect())?.together(&TOGETHER)
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_contracts_table_is_accepted() {
        super::table().unwrap();
    }
}
