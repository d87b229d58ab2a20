//! `target/fault`: the files of `dist`, but with a wasm that panics where a test asks it to. It is not shipped.

use std::path::Path;

use anyhow::Result;

use super::package;
use crate::project;
use crate::wasm::{self, GLUE, Profile, WASM};

/// Makes the folder anew.
pub(super) fn make(dist: &Path) -> Result<()> {
    let folder = project::target().join("fault");
    wasm::build(Profile::Fault, &folder)?;
    package::copy_files(dist, &folder, |name| ![GLUE, WASM].contains(&name))
}
