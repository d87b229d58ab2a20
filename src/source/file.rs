//! Identifies the file behind a picture's address, because a picture has many sizes, each with its own address.

use crate::article::{Block, BlockKind, Image};
use crate::network::address::Address;
use crate::text::search::{before, concat, has_word, pieces};

/// File extensions of pictures.
const ENDS: &str = "jpg jpeg png webp gif avif";
/// Suffixes that systems add to the name of a resized or edited picture.
const SIZES: &str =
    "scaled rotated thumb thumbnail small medium large tiny lqip placeholder preview low blur";

/// A key that is the same for all sizes of a picture.
pub(super) fn key(picture: &Address) -> String {
    let (mut folder, mut name) = ("", "");
    for part in pieces(picture.path(), "/") {
        (folder, name) = (name, part);
    }
    let end = pieces(name, ".").last().unwrap_or_default().to_ascii_lowercase();
    if !has_word(ENDS, &end) || end.len() >= name.len() {
        // An address with a query stands for itself, because a program may make anything of it.
        return picture.without_fragment().to_owned();
    }
    let mut stem = name.get(..name.len() - end.len() - 1).unwrap_or_default();
    // `cat.jpg.webp`
    for end in pieces(ENDS, " ") {
        stem = stem.strip_suffix(end).and_then(|stem| stem.strip_suffix('.')).unwrap_or(stem);
    }
    while let Some(at) = stem.rfind(['-', '_', '@']) {
        let (whole, size) = stem.split_at(at);
        if whole.is_empty() || !is_size(size.get(1..).unwrap_or_default(), size.starts_with('@')) {
            break;
        }
        stem = whole;
    }
    concat(&[folder, "/", stem])
}

/// Returns true if blocks show the file of a picture, in any size and at any depth.
pub(super) fn is_shown(picture: &Image, blocks: &[Block]) -> bool {
    contains(&key(&picture.src), blocks)
}

fn contains(file: &str, blocks: &[Block]) -> bool {
    let is = |image: &Image| key(&image.src) == file;
    blocks.iter().any(|block| match &block.kind {
        BlockKind::Image(image) => is(image),
        BlockKind::Gallery { images, .. } => images.iter().any(is),
        BlockKind::Quote { body, .. } | BlockKind::Callout { body, .. } | BlockKind::Details { body, .. } => {
            contains(file, body)
        }
        BlockKind::List { items, .. } => items.iter().any(|item| contains(file, item)),
        _ => false,
    })
}

/// Returns true if the end of a name is the suffix of a size: `300x200`, `-scaled`, `-e1712345678901`, `640w`, `@2x`.
fn is_size(end: &str, is_density: bool) -> bool {
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let (width, height) = (before(end, "x"), end.get(before(end, "x").len()..).unwrap_or_default());
    if is_density {
        return digits(width) && height == "x";
    }
    has_word(SIZES, end)
        || digits(width) && digits(height.strip_prefix('x').unwrap_or_default())
        || end.strip_suffix('w').is_some_and(digits)
        || end.strip_prefix('e').is_some_and(|time| digits(time) && time.len() > 9)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::network::address::{Purpose, resolve};

    fn of(address: &str) -> String {
        key(&resolve(address, None, Purpose::Image).unwrap())
    }

    #[test]
    fn the_sizes_of_one_picture_are_one_file() {
        let whole = of("https://img.example/up/harbour.jpg");
        for other in [
            "https://img.example/up/harbour-300x200.jpg",
            "https://i0.wp.com/img.example/up/harbour-scaled.jpg?resize=300",
            "https://img.example/up/harbour-1-300x200.webp",
            "https://img.example/up/harbour@2x.jpg",
            "https://img.example/up/harbour-e1712345678901-150x150.jpg.webp",
        ] {
            let is_same = of(other) == whole;
            assert_eq!(is_same, !other.contains("-1-"), "{other}");
        }
    }

    #[test]
    fn other_pictures_are_other_files() {
        for (one, other) in [
            ("https://img.example/a/1.jpg", "https://img.example/b/1.jpg"),
            ("https://img.example/image?id=1", "https://img.example/image?id=2"),
            ("https://img.example/up/port-1.jpg", "https://img.example/up/port-2.jpg"),
            ("https://img.example/up/300x200.jpg", "https://img.example/up/600x400.jpg"),
        ] {
            assert_ne!(of(one), of(other));
        }
    }
}
