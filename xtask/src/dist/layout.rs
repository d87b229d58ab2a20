//! How what is in the modules is arranged, so that brotli finds more of it alike. What they do stays the same.
//!
//! wasm-opt makes a module short; in what order its functions stand, and which number a local has, is left to chance. Here
//! functions that are [`alike`] follow each other, [`locals`] are numbered as they were in code alike before, and imports
//! and exports get short [`names`] in the order that they are in, so that the next is easily guessed from the last.

mod alike;
mod locals;
mod names;
mod rewrite;
mod shape;

use anyhow::{Context as _, Result};

pub(crate) use names::{MODULE, Names};

use super::split::MAIN;
use shape::Shape;

/// Arranges the main module, the first, and the chunks. Gives them in the same order, with the names that the glue has to
/// use from now on.
pub(crate) fn arrange(modules: &[Vec<u8>]) -> Result<(Vec<Vec<u8>>, Names)> {
    let shapes: Vec<Shape<'_>> = modules.iter().map(|bytes| Shape::read(bytes)).collect::<Result<_>>()?;
    let orders: Vec<Vec<usize>> = shapes.iter().map(|shape| alike::order(&shape.code())).collect();
    let mut names = Names::default();
    for (shape, order) in shapes.iter().zip(&orders) {
        names.add(shape, order);
    }
    let arranged = modules
        .iter()
        .zip(&shapes)
        .zip(&orders)
        .map(|((bytes, shape), order)| rewrite::rewrite(bytes, shape, order, &names))
        .collect::<Result<_>>()
        .context("a module cannot be arranged")?;
    Ok((arranged, names))
}

/// Whether an import is one of the main module's exports, and not JavaScript's.
fn is_shared(module: &str) -> bool {
    module == MAIN
}
