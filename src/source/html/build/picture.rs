//! Pictures.

use super::{Builder, Get, has};
use crate::address::{Purpose, srcset};
use crate::article::{BlockKind, Image};

impl Builder<'_> {
    pub(super) fn image(&mut self, get: Get<'_>) {
        let class = get("class");
        let alt = get("alt").unwrap_or_default();
        if has(&class, "emoji") || has(&class, "wp-smiley") {
            return self.line.text(&alt);
        }
        let (width, height) = (pixels(get("width")), pixels(get("height")));
        // A picture of one pixel counts readers.
        if width.is_some_and(|width| width < 2) && height.is_some_and(|height| height < 2) {
            return;
        }
        // Plugins that load late keep the address elsewhere, and a placeholder in its place.
        let late = get("data-src").or_else(|| get("data-lazy-src"));
        let given = get("src").filter(|src| late.is_none() || !src.trim_start().starts_with("data:"));
        let set = get("data-srcset").or_else(|| get("data-lazy-srcset")).or_else(|| get("srcset"));
        let set = set.and_then(|set| srcset(&set, self.base));
        let first = set.as_ref().and_then(|set| set.split([' ', ',']).next()).map(str::to_owned);
        let src = self
            .resolve(given, Purpose::Image)
            .or_else(|| self.resolve(late, Purpose::Image))
            .or_else(|| self.resolve(first, Purpose::Image));
        let Some(src) = src else {
            return;
        };
        let mut image = Image::new(src);
        image.alt = alt.trim().to_owned();
        image.width = width.filter(|width| *width > 0);
        image.height = height.filter(|height| *height > 0);
        if set.is_some() {
            image.sizes = get("sizes").map(|sizes| sizes.trim().to_owned()).filter(|sizes| !sizes.is_empty());
        }
        image.srcset = set;
        image.href = self.line.link().and_then(|link| link.href.clone());
        self.emit(BlockKind::Image(image));
    }
}

fn pixels(text: Option<String>) -> Option<u32> {
    let text = text?;
    text.trim().trim_end_matches("px").parse().ok()
}
