//! Pictures.

use super::{Builder, Get, either, has, number, trimmed};
use crate::address::{Purpose, resolve, srcset};
use crate::article::{BlockKind, Image};
use crate::search::before;

impl Builder<'_> {
    pub(super) fn image(&mut self, get: Get<'_>) {
        let class = get("class");
        let alt = get("alt");
        if has(&class, "emoji") || has(&class, "wp-smiley") {
            return self.line.text(&alt);
        }
        let (width, height) = (number(get, "width"), number(get, "height"));
        // A picture of one pixel counts readers.
        if matches!((width, height), (Some(..2), Some(..2))) {
            return;
        }
        // Plugins that load late keep the address elsewhere, and a placeholder in its place.
        let late = either(get, "data-src", "data-lazy-src");
        let mut given = get("src");
        if !late.is_empty() && given.trim_start().starts_with("data:") {
            given.clear();
        }
        let mut set = either(get, "data-srcset", "data-lazy-srcset");
        if set.is_empty() {
            set = get("srcset");
        }
        let set = srcset(&set, self.base);
        let first = set.as_deref().map(|set| before(set, " ,")).unwrap_or_default();
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
