//! The main module: the whole program without the parts of chunks.

use std::collections::BTreeMap;

use anyhow::Result;
use walrus::Module;

use super::assignment::Assignment;
use super::{calls, data, environment, functions, table};
use crate::plan::Plan;

pub(super) fn make(mut module: Module, assignment: &Assignment, plan: &Plan) -> Result<Module> {
    let ids = functions(&module);
    calls::rewrite(&mut module, assignment, None, &BTreeMap::new())?;
    table::fill(&mut module, assignment, None, &ids)?;
    environment::export(&mut module, assignment, &ids);
    data::clear(&mut module, plan)?;
    Ok(module)
}
