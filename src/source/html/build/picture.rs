//! Pictures.

use super::container::ContainerKind;
use super::line::{LineKind, repeated};
use super::{Builder, number};
use crate::article::{BlockKind, Image, Span, SpanKind};
use crate::network::address::{Address, Purpose, resolve, srcset};
use crate::source::file;
use crate::source::html::attribute::{Attribute, Attributes, some};
use crate::source::html::{embed, style};
use crate::text::search::{around, before, has_word, pieces, without_end, words};

/// Words in addresses of placeholders.
const PLACEHOLDERS: &str = "data: lazy holder blank empty spacer transparent pixel loading";
/// The longest `data:` picture without content, in bytes: one pixel, or a few of one colour.
const BLANK_MAX: usize = 256;
/// The longest `data:` picture that is the preview of a larger one.
const PREVIEW_MAX: usize = 8_192;
/// The greatest size in px of a picture within a line of text.
const SIGN_MAX: u32 = 48;

/// The classes of pictures in place of a character.
const EMOJI: &str = "emoji wp-smiley";

/// The sources of a picture in its `source` elements.
#[derive(Default)]
pub(super) struct Sources {
    /// The sizes of the last source, which every browser can show.
    set: Option<String>,
}

/// The addresses in the attributes of a picture.
struct Found {
    src: Option<Address>,
    set: Option<String>,
    /// True if the address is a placeholder that a script would replace.
    is_placeholder: bool,
}

/// The first address of a list of sizes.
fn first(set: Option<&str>) -> &str {
    set.map(|set| without_end(before(set, " "), ",")).unwrap_or_default()
}

impl Builder<'_> {
    /// Adds a source of the open picture.
    pub(super) fn picture_source(&mut self, attributes: &Attributes<'_>) {
        let set = self.sizes(attributes);
        if let Some(picture) = &mut self.picture
            && set.is_some()
        {
            picture.set = set;
        }
    }

    pub(super) fn image(&mut self, attributes: &Attributes<'_>) {
        let class = attributes.get(Attribute::Class);
        let css = attributes.get(Attribute::Style);
        let alt = attributes.get(Attribute::Alternative);
        if words(&class).any(|class| has_word(EMOJI, class)) {
            return self.line.text(&alt);
        }
        let width = number(attributes, Attribute::Width).or_else(|| style::length(&css, "width"));
        let height = number(attributes, Attribute::Height).or_else(|| style::length(&css, "height"));
        let found = self.found(attributes);
        // A picture of one pixel is for tracking.
        if matches!((width, height), (Some(..2), Some(..2))) && !found.is_placeholder {
            return;
        }
        if words(&class).any(|class| class == "latex") && !alt.is_empty() {
            return self.say(&alt);
        }
        let mut image = match found.src {
            Some(src) => Image::new(src),
            None => {
                self.has_placeholder = true;
                return;
            }
        };
        image.alt = some(alt).unwrap_or_default();
        image.width = width.filter(|width| *width > 0);
        image.height = height.filter(|height| *height > 0);
        let has_widths = found
            .set
            .as_deref()
            .is_some_and(|set| words(set).any(|word| without_end(word, ",").ends_with('w')));
        if found.set.is_some() {
            image.sizes = some(attributes.get(Attribute::Sizes));
        }
        image.srcset = found.set;
        // With a list of sizes, 16 by 9 are proportions.
        let is_sign = matches!((width, height), (Some(..=SIGN_MAX), Some(..=SIGN_MAX)))
            && !has_widths
            && !found.is_placeholder
            && !self.in_fallback;
        if is_sign || self.line.kind == LineKind::Flat {
            return self.sign(image);
        }
        // A picture in a table is put after the table. Its text stays in the cell.
        if width.is_none() && self.container.kind == ContainerKind::Cell {
            self.line.text(&image.alt);
        }
        let link = self.line.link().and_then(|link| repeated(&link.href, &mut self.repeats_left));
        image.href = link.or_else(|| embed::chart(&image.src));
        image.align = self.look.float;
        self.show(image);
    }

    /// Adds a small picture to the line, or its text if that is one character.
    fn sign(&mut self, image: Image) {
        let is_character = !image.alt.is_empty() && !image.alt.chars().any(char::is_alphanumeric);
        if is_character {
            self.line.text(&image.alt);
        } else if matches!(self.line.kind, LineKind::Flat | LineKind::Code) {
            if self.line.kind == LineKind::Code || image.width.is_some() {
                self.say(&image.alt);
            }
        } else {
            self.has_placeholder = false;
            let span = Span { image: Some(Box::new(image)), ..Span::new(SpanKind::Image, Vec::new()) };
            self.line.add_span(span);
        }
    }

    /// Adds text in place of a picture, separated from the words around it.
    fn say(&mut self, words: &str) {
        for part in [" ", words, " "] {
            self.line.text(part);
        }
    }

    /// Adds a picture, unless it is the previous one in another size.
    pub(super) fn show(&mut self, mut image: Image) {
        self.line.forget_name();
        let had_placeholder = std::mem::take(&mut self.has_placeholder);
        let in_fallback = self.in_fallback;
        if !self.line.started
            && let Some(BlockKind::Image(last)) =
                self.container.blocks.last_mut().map(|block| &mut block.kind)
        {
            let is_preview = is_preview(&last.src) && !is_preview(&image.src);
            if is_preview || file::key(&last.src) == file::key(&image.src) {
                return merge(last, image, is_preview);
            }
            // The picture is here already, with its own address.
            if in_fallback && !had_placeholder {
                return;
            }
        }
        let counts_readers =
            image.alt.is_empty() && image.width.is_none() && embed::chart(&image.src).is_none();
        if in_fallback && !had_placeholder && counts_readers && self.container.kind != ContainerKind::Figure {
            return;
        }
        // A floating picture stands beside the whole paragraph.
        if self.line.kind == LineKind::Paragraph && self.line.started && image.align.is_some() {
            self.put_before(BlockKind::Image(image));
        } else {
            if matches!(self.container.kind, ContainerKind::Gallery) {
                image.align = None;
            }
            self.emit(BlockKind::Image(image));
        }
    }

    /// The list of sizes. One for lazy loading comes first.
    fn sizes(&self, attributes: &Attributes<'_>) -> Option<String> {
        let given = [Attribute::LateSourceSet, Attribute::GuessedSourceSet, Attribute::SourceSet];
        given.into_iter().find_map(|attribute| {
            let set = attributes.get(attribute);
            if is_blank(&set) { None } else { srcset(&set, self.base) }
        })
    }

    /// The address and sizes of a picture. Plugins for lazy loading keep the address in other attributes, and put a
    /// placeholder in its place.
    fn found(&self, attributes: &Attributes<'_>) -> Found {
        let given = attributes.get(Attribute::Source);
        let late = attributes.either(Attribute::LateSource, Attribute::GuessedSource);
        let sources = self.picture.as_ref().and_then(|picture| picture.set.clone());
        let own = self.sizes(attributes);
        let name = before(&given, "?#");
        let looks_blank = pieces(PLACEHOLDERS, " ").any(|word| around(name, word).is_some());
        let has_others = !late.is_empty() || own.is_some() || sources.is_some();
        let is_placeholder = is_blank(&given) || looks_blank && has_others;
        let own_first = first(own.as_deref()).to_owned();
        let source_first = first(sources.as_deref()).to_owned();
        let (mut src, mut is_from_sources) = (None, false);
        let last = if is_blank(&given) { "" } else { &given };
        let addresses: [&str; 4] = if is_placeholder {
            [&late, &own_first, &source_first, last]
        } else {
            [last, &late, &own_first, &source_first]
        };
        for address in addresses {
            if src.is_none() {
                src = resolve(address, self.base, Purpose::Image);
                is_from_sources =
                    src.is_some() && own.is_none() && !source_first.is_empty() && address == source_first;
            }
        }
        Found { src, set: if is_from_sources { sources } else { own }, is_placeholder }
    }
}

/// Returns true if an address holds a picture without content.
fn is_blank(address: &str) -> bool {
    address.starts_with("data:") && (address.len() < BLANK_MAX || address.starts_with("data:image/svg"))
        || address.starts_with("about:")
}

/// Returns true if an address holds a preview of a larger picture.
fn is_preview(address: &Address) -> bool {
    address.as_str().starts_with("data:") && address.as_str().len() < PREVIEW_MAX
}

/// Merges two sizes of a picture: the larger, with the texts of both.
fn merge(last: &mut Image, image: Image, is_preview: bool) {
    let is_larger = image.width > last.width && last.srcset.is_none();
    if is_preview || is_larger || last.srcset.is_none() && image.srcset.is_some() {
        last.src = image.src;
        last.width = image.width.or(last.width);
        last.height = image.height.or(last.height);
        last.srcset = image.srcset;
        last.sizes = image.sizes;
    }
    if last.alt.is_empty() {
        last.alt = image.alt;
    }
    last.href = last.href.take().or(image.href);
    last.align = last.align.or(image.align);
}
