//! Brotli as a CDN would send it, so that sizes measured on this server are real. Each file is compressed once and
//! kept, in memory and under `target/serve/brotli`, because the best level takes seconds, and each end-to-end test
//! starts a server of its own.

use std::collections::HashMap;
use std::fs;
use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::time::SystemTime;

use axum::body::Bytes;
use axum::http::{HeaderMap, header};

use crate::project;

/// The size in bytes from which the best level takes too long.
const LARGE: usize = 1 << 20;

/// Returns true if the client accepts brotli.
pub(crate) fn accepted(headers: &HeaderMap) -> bool {
    headers.get_all(header::ACCEPT_ENCODING).iter().filter_map(|value| value.to_str().ok()).any(|value| {
        value.split(',').any(|coding| {
            let mut parts = coding.split(';').map(str::trim);
            parts.next() == Some("br") && !parts.any(|quality| matches!(quality, "q=0" | "q=0.0"))
        })
    })
}

/// The files compressed so far.
#[derive(Default)]
pub(crate) struct Compressed(Mutex<HashMap<PathBuf, (Option<SystemTime>, Bytes)>>);

impl Compressed {
    /// The file's bytes in brotli, from memory unless the file has changed since.
    pub(crate) fn get(&self, path: &Path, modified: Option<SystemTime>, plain: &[u8]) -> Bytes {
        if let Ok(kept) = self.0.lock()
            && let Some((of, bytes)) = kept.get(path)
            && *of == modified
        {
            return bytes.clone();
        }
        let bytes = Bytes::from(kept_on_disk(plain));
        if let Ok(mut kept) = self.0.lock() {
            kept.insert(path.to_path_buf(), (modified, bytes.clone()));
        }
        bytes
    }
}

/// Brotli at its best level, kept from an earlier run if that compressed the same bytes.
fn kept_on_disk(plain: &[u8]) -> Vec<u8> {
    let mut hasher = DefaultHasher::new();
    plain.hash(&mut hasher);
    let folder = project::root().join("target/serve/brotli");
    let path = folder.join(format!("{:016x}-{}.br", hasher.finish(), plain.len()));
    if let Ok(bytes) = fs::read(&path) {
        return bytes;
    }
    // No shipped file is so large. Builds for tests are, and their size does not matter.
    let bytes = if plain.len() > LARGE { at_level(plain, 5) } else { brotli(plain) };
    // Renamed into place, so that another server never reads half a file. If the folder cannot be written, this only
    // costs time.
    let draft = path.with_extension(std::process::id().to_string());
    let _ = fs::create_dir_all(&folder)
        .and_then(|()| fs::write(&draft, &bytes))
        .and_then(|()| fs::rename(&draft, &path));
    bytes
}

/// Brotli at its best level.
pub(crate) fn brotli(plain: &[u8]) -> Vec<u8> {
    at_level(plain, 11)
}

fn at_level(plain: &[u8], level: u32) -> Vec<u8> {
    let mut writer = brotli::CompressorWriter::new(Vec::new(), 1 << 16, level, 22);
    // Writing to a vector does not fail.
    let _ = writer.write_all(plain);
    writer.into_inner()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn brotli_is_sent_only_to_those_who_ask_for_it() {
        let ask = |value: &str| {
            let mut headers = HeaderMap::new();
            headers.insert(header::ACCEPT_ENCODING, value.parse().unwrap());
            accepted(&headers)
        };
        assert!(ask("gzip, deflate, br, zstd"));
        assert!(ask("br;q=0.5"));
        assert!(!ask("gzip"));
        assert!(!ask("br;q=0"));
        assert!(!accepted(&HeaderMap::new()));
    }
}
