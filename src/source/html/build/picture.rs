//! Pictures.

use super::line::{LineKind, repeated};
use super::{Builder, number};
use crate::article::{BlockKind, Image};
use crate::network::address::{Purpose, resolve, srcset};
use crate::source::html::attribute::{Attribute, Attributes, some};
use crate::source::html::embed;
use crate::text::search::{around, before, has_word, pieces, without_end, words};

/// Words in the addresses of placeholders.
const PLACEHOLDERS: &str = "data: lazy holder blank empty spacer transparent pixel loading";

/// The classes of a picture that is a sign of a text.
const EMOJI: &str = "emoji wp-smiley";

impl Builder<'_> {
    pub(super) fn image(&mut self, attributes: &Attributes<'_>) {
        let class = attributes.get(Attribute::Class);
        let alt = attributes.get(Attribute::Alternative);
        if words(&class).any(|class| has_word(EMOJI, class)) {
            return self.line.text(&alt);
        }
        let (width, height) = (number(attributes, Attribute::Width), number(attributes, Attribute::Height));
        // A picture of one pixel counts readers.
        if matches!((width, height), (Some(..2), Some(..2))) {
            return;
        }
        // Plugins that load late keep the address elsewhere, and a placeholder in its place.
        let (given, late) = (attributes.get(Attribute::Source), attributes.get(Attribute::LateSource));
        let is_placeholder =
            !late.is_empty() && pieces(PLACEHOLDERS, " ").any(|word| around(&given, word).is_some());
        let set = srcset(&attributes.either(Attribute::LateSourceSet, Attribute::SourceSet), self.base);
        // A small picture in a line of text is a sign, and one of LaTeX a formula: its text stands there. (With sizes to choose
        // from, 16 by 9 are proportions.)
        let small = matches!((width, height), (Some(..=32), Some(..=32))) && set.is_none() && late.is_empty();
        if small || words(&class).any(|class| class == "latex") && !alt.is_empty() {
            for part in [" ", &alt, " "] {
                self.line.text(part);
            }
            return;
        }
        // A picture in a table comes after the table; in its cell stands its text.
        if width.is_none() && matches!(self.line.kind, LineKind::Cell | LineKind::HeaderCell) {
            self.line.text(&alt);
        }
        let first = set.as_deref().map(|set| without_end(before(set, " "), ",")).unwrap_or_default();
        let mut src = None;
        let addresses = if is_placeholder { [&late, first, &given] } else { [&given, &late, first] };
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
            image.sizes = some(attributes.get(Attribute::Sizes));
        }
        image.srcset = set;
        let link = self.line.link().and_then(|link| repeated(&link.href, &mut self.repeats_left));
        image.href = link.or_else(|| embed::chart(&image.src));
        self.emit(BlockKind::Image(image));
    }
}
