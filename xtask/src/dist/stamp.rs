//! Records from which sources `dist/` and `target/fault` were made: a hash of everything that goes into them, kept
//! beside cargo's output.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context as _, Result};
use sha2::{Digest as _, Sha256};

use crate::project;

/// Paths from the root of the work tree that the build does not read. All other files go into the hash, so that a new
/// file may cause a needless build, but never a test of stale files.
const LEFT_OUT: [&str; 15] = [
    "bench",
    "demo",
    "dist",
    "docs",
    "index.html",
    "integrations",
    "proptest-regressions",
    "target",
    "tests",
    "wasm-pipeline/tests",
    "xtask/src/bench",
    "xtask/src/check",
    "xtask/src/release",
    "xtask/src/serve",
    "xtask/src/test",
];

/// The hash of the sources, in hexadecimal digits.
pub(super) struct Stamp(String);

impl Stamp {
    /// Hashes the sources.
    pub(super) fn read() -> Result<Self> {
        let mut hash = Sha256::new();
        let compiler = Command::new("rustc").arg("-vV").output().context("rustc cannot be run")?;
        hash.update(compiler.stdout);
        let mut files = Vec::new();
        collect(project::root(), Path::new(""), &mut files)?;
        files.sort();
        for file in files {
            let bytes = fs::read(project::root().join(&file)).with_context(|| file.display().to_string())?;
            hash.update(file.as_os_str().as_encoded_bytes());
            hash.update([0]);
            hash.update(u64::try_from(bytes.len())?.to_le_bytes());
            hash.update(bytes);
        }
        Ok(Self(hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect()))
    }

    /// Records that both builds were made from these sources.
    pub(super) fn keep(&self) -> Result<()> {
        Ok(fs::write(kept(), &self.0)?)
    }

    /// Returns true if the existing builds were made from these sources.
    pub(super) fn is_kept(&self) -> bool {
        fs::read_to_string(kept()).is_ok_and(|text| text == self.0)
    }
}

/// Deletes the record when a build begins.
pub(super) fn forget() {
    let _ = fs::remove_file(kept());
}

fn kept() -> PathBuf {
    project::target().join("dist.stamp")
}

fn collect(root: &Path, folder: &Path, found: &mut Vec<PathBuf>) -> Result<()> {
    let path = root.join(folder);
    for entry in fs::read_dir(&path).with_context(|| path.display().to_string())? {
        let entry = entry?;
        let name = folder.join(entry.file_name());
        if is_left_out(&name) || entry.path() == project::target() {
            continue;
        }
        if entry.file_type()?.is_dir() {
            collect(root, &name, found)?;
        } else {
            found.push(name);
        }
    }
    Ok(())
}

fn is_left_out(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    // `test.rs` goes with `test/`.
    let module = path.with_extension("");
    let hidden = name.starts_with('.') && name != ".npmrc";
    hidden
        || name == "node_modules"
        || name.ends_with(".md")
        || LEFT_OUT.iter().any(|left| path == Path::new(left) || module == Path::new(left))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_compiled_copied_or_run_to_build_counts_and_tests_and_pages_do_not() {
        for path in [
            "src/view.rs",
            "style",
            "contract",
            "Cargo.lock",
            "package/package.json",
            "xtask/npm/.npmrc",
            "xtask/src/dist.rs",
            "wasm-pipeline/src",
        ] {
            assert!(!is_left_out(Path::new(path)), "{path}");
        }
        for path in
            ["tests", "docs", "README.md", "xtask/src/test.rs", "xtask/src/test", ".git", "target", "dist"]
        {
            assert!(is_left_out(Path::new(path)), "{path}");
        }
        let mut files = Vec::new();
        collect(project::root(), Path::new(""), &mut files).expect("the sources");
        assert!(files.iter().any(|file| file == Path::new("src/lib.rs")), "{files:?}");
    }
}
