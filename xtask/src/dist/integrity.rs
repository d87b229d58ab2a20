//! `sri.json`: the hash of every file, as `integrity` attributes want it.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::Result;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest as _, Sha256, Sha384};

use super::package;

/// Writes the hashes of the files that a page loads.
pub(crate) fn write(directory: &Path) -> Result<()> {
    let mut hashes = BTreeMap::new();
    for name in package::files(directory)? {
        if [".js", ".wasm"].iter().any(|end| name.ends_with(end)) || name.starts_with("locale/") {
            let hash = hash(&fs::read(directory.join(&name))?);
            hashes.insert(name, hash);
        }
    }
    let mut text = serde_json::to_string_pretty(&hashes)?;
    text.push('\n');
    Ok(fs::write(directory.join("sri.json"), text)?)
}

/// The hash of a file, in the form of `integrity`.
fn hash(bytes: &[u8]) -> String {
    format!("sha384-{}", STANDARD.encode(Sha384::digest(bytes)))
}

/// A shorter hash, for files that come before the article.
pub(crate) fn short_hash(bytes: &[u8]) -> String {
    format!("sha256-{}", STANDARD.encode(Sha256::digest(bytes)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hash_is_what_browsers_expect() {
        // Of the specification's own example.
        let expected = "sha384-H8BRh8j48O9oYatfu5AZzq6A9RINhZO5H16dQZngK7T62em8MUt1FLm52t+eX6xO";
        assert_eq!(hash(b"alert('Hello, world.');"), expected);
    }
}
