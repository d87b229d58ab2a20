//! Helpers for tests on files: one file a case, which contains what is expected.

use std::path::{Path, PathBuf};
use std::{env, fs};

/// The files of a folder beside this one, by name.
pub(crate) fn cases(folder: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests").join(folder);
    let mut cases: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    cases.sort();
    assert!(!cases.is_empty());
    cases
}

/// Compares the actual text with the one in the file after `mark`. With `UPDATE=1` in the environment, writes it
/// there.
pub(crate) fn compare(case: &Path, mark: &str, actual: &str) {
    let text = fs::read_to_string(case).unwrap();
    let (input, expected) = text.split_once(mark).unwrap_or((&text, ""));
    if expected != actual {
        if env::var_os("UPDATE").is_some() {
            fs::write(case, format!("{input}{mark}{actual}")).unwrap();
        } else {
            panic!("{}: expected\n{expected}\nbut it is\n{actual}", case.display());
        }
    }
}
