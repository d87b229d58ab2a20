//! Pictures.

use super::{Builder, Get, LineKind, either, has, number, trimmed};
use crate::address::{Purpose, resolve, srcset};
use crate::article::{BlockKind, Image};
use crate::search::{around, before};

impl Builder<'_> {
    pub(super) fn image(&mut self, get: Get<'_>) {
        let class = get("class");
        let alt = get("alt");
        if has(&class, "emoji") || has(&class, "wp-smiley") {
            return self.line.text(&alt);
        }
        let (width, height) = (number(get, "width"), number(get, "height"));
        // What stands for a sign or a formula in a line of text is that.
        if has(&class, "latex") || matches!((width, height), (Some(2..=32), Some(2..=32))) {
            return self.line.text(&alt);
        }
        // In a table it comes after; what it shows is said in its place.
        if matches!(self.line.kind, LineKind::Cell | LineKind::HeaderCell) {
            self.line.text(&alt);
        }
        // A picture of one pixel counts readers.
        if matches!((width, height), (Some(..2), Some(..2))) {
            return;
        }
        // Plugins that load late keep the address elsewhere, and a placeholder in its place.
        let late = get("data-src");
        let mut given = get("src");
        let stands_in = |word| around(&class, word).or_else(|| around(&given, word)).is_some();
        if !late.is_empty()
            && (given.trim_start().starts_with("data:") || ["lazy", "placeholder"].into_iter().any(stands_in))
        {
            given.clear();
        }
        let set = srcset(&either(get, "data-srcset", "srcset"), self.base);
        let first = set.as_deref().map(|set| before(set, " ").trim_end_matches(',')).unwrap_or_default();
        let mut src = None;
        for address in [&given, &late, first] {
            if src.is_none() {
                src = resolve(address, self.base, Purpose::Image);
            }
        }
        let Some(src) = src else { return };
        let mut image = Image::new(src);
        image.alt = trimmed(alt).unwrap_or_default();
        image.width = width.filter(|width| *width > 0);
        image.height = height.filter(|height| *height > 0);
        if set.is_some() {
            image.sizes = trimmed(get("sizes"));
        }
        image.srcset = set;
        image.href = self.line.link().and_then(|link| link.href.clone());
        self.emit(BlockKind::Image(image));
    }
}
