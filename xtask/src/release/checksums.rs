//! `SHA256SUMS`: one line a file, in the form of `sha256sum --check`.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use anyhow::Result;
use sha2::{Digest as _, Sha256};

use crate::dist::package;

const NAME: &str = "SHA256SUMS";

/// Writes the checksums of a folder's files into it, and returns them.
pub(crate) fn write(folder: &Path) -> Result<String> {
    let mut sums = String::new();
    for name in package::files(folder)?.iter().filter(|name| *name != NAME) {
        let hash = Sha256::digest(fs::read(folder.join(name))?);
        let hash: String = hash.iter().fold(String::new(), |mut text, byte| {
            // Writing to a string does not fail.
            let _ = write!(text, "{byte:02x}");
            text
        });
        let _ = writeln!(sums, "{hash}  {name}");
    }
    fs::write(folder.join(NAME), &sums)?;
    Ok(sums)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_file_but_the_list_itself_has_its_sum_in_the_form_of_sha256sum() {
        let folder = std::env::temp_dir().join(format!("news-article-sums-{}", std::process::id()));
        fs::create_dir_all(&folder).expect("a folder");
        fs::write(folder.join("b.txt"), "abc").expect("a file");
        fs::write(folder.join("a.txt"), "").expect("a file");
        let first = write(&folder).expect("sums");
        let again = write(&folder).expect("sums");
        fs::remove_dir_all(&folder).expect("gone");
        // Both hashes are those of FIPS 180-4's examples.
        assert_eq!(
            first,
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855  a.txt\n\
             ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad  b.txt\n"
        );
        assert_eq!(first, again);
    }
}
