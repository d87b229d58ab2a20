//! `/wp-content/uploads/**`: the captured posts name pictures that were not captured. One of the demo's pictures is
//! sent in their place, always the same for an address. Without those, a picture is drawn, in the size that the name
//! states.

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use axum::Router;
use axum::extract::{Path as Captured, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse as _, Response};
use axum::routing::get;
use flate2::write::ZlibEncoder;
use flate2::{Compression, Crc};

use super::content_type;

/// Stand-ins for the uploads.
pub(crate) fn routes(root: &Path) -> Router {
    let images: Arc<Path> = root.join("demo/images").into();
    Router::new().route("/wp-content/uploads/{*path}", get(picture)).with_state(images)
}

async fn picture(State(images): State<Arc<Path>>, Captured(path): Captured<String>) -> Response {
    if !content_type::of(Path::new(&path)).starts_with("image/") {
        return StatusCode::NOT_FOUND.into_response();
    }
    let drawn =
        tokio::task::spawn_blocking(move || find(&images, &path).unwrap_or_else(|| draw(&path))).await;
    match drawn {
        Ok((kind, bytes)) => ([(header::CONTENT_TYPE, kind)], bytes).into_response(),
        Err(_) => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
    }
}

/// One of the demo's pictures, chosen by the name, so that all sizes of a picture are the same.
fn find(images: &Path, path: &str) -> Option<(&'static str, Vec<u8>)> {
    let mut files: Vec<PathBuf> = std::fs::read_dir(images)
        .ok()?
        .flatten()
        .map(|entry| entry.path())
        .filter(|file| {
            content_type::of(file).starts_with("image/") && content_type::of(file) != "image/svg+xml"
        })
        .collect();
    files.sort();
    let chosen = usize::try_from(hash(stem(path).0)).ok()?.checked_rem(files.len())?;
    let file = files.get(chosen)?;
    Some((content_type::of(file), std::fs::read(file).ok()?))
}

/// The name without size and extension, and the size in it, as WordPress writes it: `halle-300x200.jpg`.
fn stem(path: &str) -> (&str, Option<(u32, u32)>) {
    let name = path.rsplit_once('.').map_or(path, |(name, _)| name);
    let told = name.rsplit_once('-').and_then(|(name, size)| {
        let (width, height) = size.split_once('x')?;
        Some((name, (width.parse().ok()?, height.parse().ok()?)))
    });
    match told {
        Some((name, size)) => (name, Some(size)),
        None => (name.strip_suffix("-scaled").unwrap_or(name), None),
    }
}

/// FNV-1a, which is the same on every machine and in every version.
fn hash(text: &str) -> u32 {
    text.bytes().fold(0x811c_9dc5, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}

/// A hill under a sky, in colours of its own, as PNG.
fn draw(path: &str) -> (&'static str, Vec<u8>) {
    let (name, size) = stem(path);
    let (width, height) = size.unwrap_or((1280, 720));
    let (width, height) = (width.clamp(1, 2048), height.clamp(1, 2048));
    let [red, green, blue, slope] = hash(name).to_le_bytes().map(u32::from);
    let mut rows = Vec::with_capacity((width as usize * 3 + 1) * height as usize);
    for y in 0..height {
        rows.push(0);
        let light = 90 + 120 * (height - y) / height;
        for x in 0..width {
            let ridge = height / 2 + height / 4 * (x * (64 + slope) / width % 256) / 256;
            let shade = if y > ridge { 60 } else { light };
            for colour in [red, green, blue] {
                rows.push(u8::try_from((colour / 2 + 64) * shade / 255).unwrap_or(u8::MAX));
            }
        }
    }
    ("image/png", png(width, height, &rows))
}

/// A PNG of 8-bit RGB rows, each after its filter byte.
fn png(width: u32, height: u32, rows: &[u8]) -> Vec<u8> {
    let mut header = Vec::from(width.to_be_bytes());
    header.extend(height.to_be_bytes());
    // Depth 8, colour, and the only methods of compression, filter and interlace that are needed.
    header.extend([8, 2, 0, 0, 0]);
    let mut data = ZlibEncoder::new(Vec::new(), Compression::fast());
    // Writing to a vector does not fail.
    let _ = data.write_all(rows);
    let data = data.finish().unwrap_or_default();
    let mut file = Vec::from(*b"\x89PNG\r\n\x1a\n");
    for (kind, data) in [(b"IHDR", header), (b"IDAT", data), (b"IEND", Vec::new())] {
        let mut sum = Crc::new();
        sum.update(kind);
        sum.update(&data);
        file.extend(u32::try_from(data.len()).unwrap_or(u32::MAX).to_be_bytes());
        file.extend(kind);
        file.extend(data);
        file.extend(sum.sum().to_be_bytes());
    }
    file
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_tells_its_size_as_wordpress_writes_it() {
        assert_eq!(stem("2026/02/halle-300x200.jpg"), ("2026/02/halle", Some((300, 200))));
        assert_eq!(stem("2026/02/tour-d-eau-scaled.jpg"), ("2026/02/tour-d-eau", None));
        assert_eq!(stem("2026/02/halle.jpg"), ("2026/02/halle", None));
    }

    #[test]
    fn the_same_name_draws_the_same_picture() {
        assert_eq!(draw("a-30x20.jpg"), draw("a-30x20.jpg"));
        assert_ne!(draw("a-30x20.jpg"), draw("b-30x20.jpg"));
    }
}
