//! One wasm into several: what a page needs first, and chunks that come when something asks for them.
//!
//! A chunk is what only the functions of its entry (`contract/src/chunk.rs`) can reach. Chunks share memory, table and
//! stack with the main module: addresses and slots are those of the one link, so that nothing is relocated and no
//! runtime comes twice. Instantiating a chunk writes its data and its slots into place.
//!
//! 1. [`link`] reads calls, addresses of functions and addresses of data from the linker's relocations: the only place
//!    that tells an address from a number.
//! 2. [`plan`] says which slots of the table and which ranges of data belong to a chunk alone, and which nothing
//!    reaches: texts of panics, mostly, and what writes them. The data are overwritten with zeros, the slots emptied
//!    ([`clear`]).
//! 3. [`carve`] makes the modules, after wasm-bindgen and wasm-opt, by that plan.
//!
//! A call of a chunk's own function is a call through a slot which is empty until the chunk is there: it traps. The
//! crate asks for the chunk before. So does what one chunk calls of another that it comes after (`Chunk::after`).

mod carve;
mod link;
mod plan;

use std::sync::LazyLock;

use anyhow::Result;
use news_article_contract::chunk::CHUNKS;
use wasm_pipeline::chunk::{Chunk, Chunks};

pub(crate) use carve::{MAIN, carve, clear};
pub(crate) use plan::Plan;

use super::snip;

/// The table of chunks, as it is in `contract`.
static TABLE: LazyLock<Chunks> = LazyLock::new(|| {
    let owned = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect();
    let table = CHUNKS.iter().map(|chunk| Chunk {
        name: chunk.name.into(),
        entries: owned(chunk.entries),
        after: owned(chunk.after),
    });
    Chunks::new(table.collect()).expect("the contract's table of chunks")
});

/// Whether a chunk may use what is in another.
fn follows(chunk: &str, other: &str) -> bool {
    CHUNKS.iter().any(|known| known.name == chunk && known.after.contains(&other))
}

/// The chunk that a function, by its demangled name, leads into.
pub(crate) fn root(name: &str) -> Option<&'static str> {
    Some(CHUNKS[TABLE.entered_by(name)?].name)
}

/// Reads what the linker wrote (with `--emit-relocs`) and plans. Functions that [`super::snip`] empties need nothing.
pub(crate) fn plan(linked: &[u8]) -> Result<Plan> {
    let mut graph = link::Graph::read(linked)?;
    for (index, name) in &graph.names {
        if snip::choose(name).is_some()
            && let Some(needs) = graph.functions.get_mut(*index)
        {
            needs.clear();
        }
    }
    Ok(Plan::of(&graph))
}
