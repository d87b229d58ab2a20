//! The table of chunks as `wasm-pipeline` wants it: what `contract/src/chunk.rs` says, and what a page loads together.

use anyhow::Result;
use news_article_contract::chunk::{ARTICLE, CHUNKS, FORMS, MARKUP, NATIVE, SECTIONS};
use wasm_pipeline::chunk::{Chunk, Chunks};

/// The chunks that every page with an article from JSON loads, whichever format that is in.
pub(super) const EVERY_PAGE: [&str; 3] = [ARTICLE.name, SECTIONS.name, FORMS.name];

/// The formats that most pages' articles are in: each page loads the chunk of one.
const FORMATS: [&str; 2] = [NATIVE.name, MARKUP.name];

/// Every chunk.
pub(super) fn table() -> Result<Chunks> {
    let owned = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect();
    let chunk = |chunk: &news_article_contract::chunk::Chunk| Chunk {
        name: chunk.name.into(),
        entries: owned(chunk.entries),
        after: owned(chunk.after),
    };
    let pages = FORMATS.map(|format| [&[format], &EVERY_PAGE[..]].concat());
    Chunks::new(CHUNKS.iter().map(chunk).collect())?.together(&pages)
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_contracts_table_is_accepted() {
        super::table().unwrap();
    }
}
