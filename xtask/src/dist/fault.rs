//! `target/fault`: what `dist` made, with a wasm in it that panics where a test asks it to. It is not shipped.

use std::fs;
use std::path::Path;

use anyhow::Result;

use super::package;
use crate::project;
use crate::wasm::{self, GLUE, Profile, WASM};

/// Makes the folder anew.
pub(super) fn make(dist: &Path) -> Result<()> {
    let folder = project::target().join("fault");
    wasm::build(Profile::Fault, &folder)?;
    for name in package::files(dist)?.iter().filter(|name| ![GLUE, WASM].contains(&name.as_str())) {
        let to = folder.join(name);
        fs::create_dir_all(to.parent().unwrap_or(&folder))?;
        fs::copy(dist.join(name), to)?;
    }
    Ok(())
}
