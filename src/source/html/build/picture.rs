//! Pictures.

use super::super::embed;
use super::{Builder, Get, LineKind, either, has, number, some};
use crate::article::{BlockKind, Image};
use crate::network::address::{Purpose, resolve, srcset};
use crate::text::search::{around, before, pieces, without_end};

/// What is in the address of a placeholder.
const STANDS_IN: &str = "data: lazy holder blank empty spacer transparent pixel loading";

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
        let (given, late) = (get("src"), get("data-src"));
        let stands_in = !late.is_empty() && pieces(STANDS_IN, " ").any(|word| around(&given, word).is_some());
        let set = srcset(&either(get, "data-srcset", "srcset"), self.base);
        // What stands for a sign or a formula in a line of text is that. (With other sizes to choose from, 16 by 9 is a shape.)
        let small = matches!((width, height), (Some(..=32), Some(..=32))) && set.is_none() && late.is_empty();
        if small || has(&class, "latex") && !alt.is_empty() {
            for part in [" ", &alt, " "] {
                self.line.text(part);
            }
            return;
        }
        // In a table it comes after; what a sign shows is said in its place.
        if width.is_none() && matches!(self.line.kind, LineKind::Cell | LineKind::HeaderCell) {
            self.line.text(&alt);
        }
        let first = set.as_deref().map(|set| without_end(before(set, " "), ",")).unwrap_or_default();
        let mut src = None;
        let addresses = if stands_in { [&late, first, &given] } else { [&given, &late, first] };
        for address in addresses {
            if src.is_none() {
                src = resolve(address, self.base, Purpose::Image);
            }
        }
        let Some(src) = src else { return };
        let mut image = Image::new(src);
        image.alt = some(alt).unwrap_or_default();
        image.width = width.filter(|width| *width > 0);
        image.height = height.filter(|height| *height > 0);
        if set.is_some() {
            image.sizes = some(get("sizes"));
        }
        image.srcset = set;
        let link = self.line.link().and_then(|link| link.href.clone());
        image.href = link.or_else(|| embed::chart(&image.src));
        self.emit(BlockKind::Image(image));
    }
}
