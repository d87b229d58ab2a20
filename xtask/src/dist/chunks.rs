//! The table of chunks for `wasm-pipeline`: from `contract/src/chunk.rs`, with the chunks that pages load together.

use anyhow::Result;
use news_article_contract::chunk::{ARTICLE, CHUNKS, FORMS, MARKUP, NATIVE, SECTIONS};
use wasm_pipeline::chunk::{Chunk, Chunks};

/// The chunks that every page with an article from JSON loads, in any format.
pub(super) const EVERY_PAGE: [&str; 3] = [ARTICLE.name, SECTIONS.name, FORMS.name];

/// The formats of most articles. Each page loads the chunk of one.
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
