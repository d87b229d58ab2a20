//! Pictures of several sizes.

use super::limit::SIZES_MAX;
use crate::article::Image;
use crate::network::address::{Address, Purpose, resolve, srcset};
use crate::text::number::digits;
use crate::text::search::concat;

/// The width of a column in px, at most. Dense screens use the `srcset`.
const COLUMN: u32 = 1280;

/// One size of a picture. Width and height are 0 if they are unknown.
pub(super) struct Rendition {
    pub(super) url: String,
    pub(super) width: u32,
    pub(super) height: u32,
}

/// Makes a picture of its sizes: the widest that is no wider than a column, else the narrowest. Its `srcset` has all
/// with the proportions of the widest; others are crops.
pub(super) fn picture(mut sizes: Vec<Rendition>, base: Option<&Address>) -> Option<Image> {
    sizes.truncate(SIZES_MAX);
    sizes.retain(|size| resolve(&size.url, base, Purpose::Image).is_some());
    let whole = sizes.iter().max_by_key(|size| (size.width, size.height))?;
    let (width, height) = (u64::from(whole.width), u64::from(whole.height));
    // Sorted by width, each width once.
    let mut row: Vec<Rendition> = Vec::new();
    for size in sizes {
        let off = (u64::from(size.width) * height).abs_diff(u64::from(size.height) * width);
        let at = row.iter().position(|other| other.width >= size.width).unwrap_or(row.len());
        // A tolerance, because heights are rounded.
        if off <= width && row.get(at).is_none_or(|other| other.width > size.width) {
            row.insert(at, size);
        }
    }
    let sizes = row;
    let fitting = sizes.iter().rev().find(|size| size.width <= COLUMN);
    let shown = fitting.or_else(|| sizes.first())?;
    let mut image = Image::new(resolve(&shown.url, base, Purpose::Image)?);
    image.width = Some(shown.width).filter(|px| *px > 0);
    image.height = Some(shown.height).filter(|px| *px > 0);
    if sizes.len() > 1 {
        let mut set = String::new();
        for size in sizes.iter().filter(|size| size.width > 0) {
            set.push_str(&concat(&[&size.url, " ", &digits(size.width), "w, "]));
        }
        image.srcset = srcset(&set, base);
    }
    Some(image)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn size(url: &str, width: u32, height: u32) -> Rendition {
        Rendition { url: url.to_owned(), width, height }
    }

    #[test]
    fn the_widest_that_fits_a_column_is_shown_and_crops_are_left_out() {
        let sizes = vec![
            size("https://a.example/s.jpg", 150, 150),
            size("https://a.example/m.jpg", 600, 400),
            size("https://a.example/l.jpg", 2400, 1600),
            size("https://a.example/c.jpg", 1200, 800),
        ];
        let image = picture(sizes, None).unwrap();
        assert_eq!(image.src.as_str(), "https://a.example/c.jpg");
        assert_eq!((image.width, image.height), (Some(1200), Some(800)));
        assert_eq!(
            image.srcset.as_deref(),
            Some(
                "https://a.example/m.jpg 600w, https://a.example/c.jpg 1200w, https://a.example/l.jpg 2400w"
            )
        );
    }

    #[test]
    fn a_size_that_nobody_told_is_none() {
        let image = picture(vec![size("https://a.example/a.jpg", 0, 0)], None).unwrap();
        assert_eq!((image.width, image.srcset), (None, None));
        assert!(picture(vec![size("javascript:x", 1, 1)], None).is_none());
    }
}
