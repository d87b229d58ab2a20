//! The attributes that the model uses.

use super::embed;
use super::entity::{decode, decode_again};
use super::tag::Tag;
use super::token;
use crate::text::search::{
    Table, around, before, concat, has_any, has_word, pieces, replaced, trimmed, words,
};

/// The longest value in bytes. Longer ones are kept only of images, whose lists of sizes are long.
const VALUE_MAX: usize = 4096;

/// The meaning of an attribute.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Attribute {
    /// The address that a script would load later, or after the reader's consent.
    LateSource,
    /// The sizes that a script would choose from.
    LateSourceSet,
    /// A value that looks like the address of a picture or a player, in an unknown attribute. Scripts for lazy
    /// loading or consent have names of their own for it.
    GuessedSource,
    /// The same for a list of sizes.
    GuessedSourceSet,
    /// Content that a script would show: an address, or the end of one whose beginning the script knows.
    Frame(&'static str),
    Href,
    Source,
    SourceSet,
    Sizes,
    Alternative,
    Width,
    Height,
    Title,
    Class,
    Id,
    /// The name of a place, in the old form `<a name>`.
    Name,
    Language,
    XmlLanguage,
    Direction,
    Start,
    Reversed,
    ColumnSpan,
    RowSpan,
    Poster,
    Relation,
    /// The page of a post that a script would show.
    PostAddress,
    /// The page of a post of Instagram's that a script would show.
    InstagramPost,
    /// The page that a quotation is from.
    Cite,
    Style,
    Align,
    Type,
    Value,
    /// The display of a formula: in line, or on a line of its own.
    Display,
    /// The name of a link or a chart without text.
    Label,
    /// The language, name and kind of a track, and if it is the default.
    TrackLanguage,
    TrackLabel,
    TrackKind,
    Default,
}

/// The names of each attribute. Plugins for lazy loading or consent keep the address under many names. The first name
/// is used when writing for the browser's parser.
static NAMES: Table<Attribute> = Table::new(&[
    (Attribute::Class, "class"),
    (Attribute::Href, "href"),
    (Attribute::Source, "src"),
    (Attribute::SourceSet, "srcset"),
    (Attribute::Sizes, "sizes"),
    (Attribute::Alternative, "alt"),
    (Attribute::Width, "width"),
    (Attribute::Height, "height"),
    (Attribute::Id, "id"),
    (Attribute::Title, "title"),
    (
        Attribute::LateSource,
        "data-src data-lazy-src data-original data-orig-src data-ezsrc data-cfsrc data-litespeed-src data-src-cmplz",
    ),
    (Attribute::LateSourceSet, "data-srcset data-lazy-srcset"),
    // In a document with a policy against inline styles, a parser would report a `style`.
    (Attribute::Style, "data-style style"),
    (Attribute::GuessedSource, "data-guessed-src"),
    (Attribute::GuessedSourceSet, "data-guessed-srcset"),
    (Attribute::Align, "align"),
    (Attribute::Type, "type"),
    (Attribute::Value, "value"),
    (Attribute::Display, "display"),
    (Attribute::Label, "aria-label"),
    (Attribute::TrackLanguage, "srclang"),
    (Attribute::TrackLabel, "label"),
    (Attribute::TrackKind, "kind"),
    (Attribute::Default, "default"),
    (Attribute::Name, "name"),
    (Attribute::Language, "lang"),
    (Attribute::XmlLanguage, "xml:lang"),
    (Attribute::Direction, "dir"),
    (Attribute::Start, "start"),
    (Attribute::Reversed, "reversed"),
    (Attribute::ColumnSpan, "colspan"),
    (Attribute::RowSpan, "rowspan"),
    (Attribute::Poster, "poster"),
    (Attribute::Relation, "rel"),
    (Attribute::PostAddress, "data-href"),
    (Attribute::InstagramPost, "data-instgrm-permalink"),
    (Attribute::Cite, "cite"),
]);

impl Attribute {
    fn named(name: &str) -> Option<Self> {
        NAMES.find(name)
    }

    /// The beginning of the address of which the value is the end.
    pub(super) fn prefix(self) -> &'static str {
        match self {
            Self::Frame(prefix) => prefix,
            _ => "",
        }
    }

    /// The name with which the attribute is written for the browser's parser.
    pub(super) fn name(self) -> &'static str {
        match self {
            // Together with its prefix it is an address.
            Self::Frame(_) => "src",
            _ => NAMES.name(self),
        }
    }

    /// Returns true if the attribute has several names, of which one may be empty or hold a placeholder.
    fn has_placeholders(self) -> bool {
        matches!(
            self,
            Self::LateSource
                | Self::LateSourceSet
                | Self::GuessedSource
                | Self::GuessedSourceSet
                | Self::Frame(_)
        )
    }
}

/// The attributes of an element that have a meaning, each once. Values are as written, with their entities.
#[derive(Clone, Debug, Default)]
pub(super) struct Attributes<'a> {
    known: Vec<(Attribute, &'a str)>,
}

impl<'a> Attributes<'a> {
    /// Reads a start tag after the element's name. If an attribute is given twice, the first counts.
    pub(super) fn read(tag: Tag, element: &str, text: &'a str) -> Self {
        let mut known: Vec<(Attribute, &'a str)> = Vec::new();
        for (name, value) in token::Attributes::new(text) {
            let frame = if tag == Tag::Embed { embed::frame(element, name) } else { None };
            let known_name = frame.map(Attribute::Frame).or_else(|| Attribute::named(name));
            // The style of spans has no meaning here, and spans are repeated often.
            if known_name == Some(Attribute::Style) && matches!(tag, Tag::Span(_) | Tag::Link) {
                continue;
            }
            let Some(attribute) = known_name.or_else(|| guessed(tag, name, value)) else { continue };
            if attribute.has_placeholders()
                && (value.is_empty() || value.starts_with("data:") || value.starts_with("#"))
            {
                continue;
            }
            if value.len() > VALUE_MAX && tag != Tag::Image {
                continue;
            }
            if !known.iter().any(|(earlier, _)| *earlier == attribute) {
                known.push((attribute, value));
            }
        }
        Attributes { known }
    }

    /// The attributes of a picture from another element's style.
    pub(super) fn picture(src: &'a str, alt: &'a str) -> Self {
        Attributes { known: vec![(Attribute::Source, src), (Attribute::Alternative, alt)] }
    }

    /// The attributes with their values as they stand.
    pub(super) fn iter(&self) -> impl Iterator<Item = (Attribute, &'a str)> {
        self.known.iter().copied()
    }

    /// Returns true if an attribute is there.
    pub(super) fn has(&self, attribute: Attribute) -> bool {
        self.known.iter().any(|(known, _)| *known == attribute)
    }

    /// The value of an attribute with entities decoded; empty if it is missing.
    #[inline(never)]
    pub(super) fn get(&self, attribute: Attribute) -> String {
        for (known, value) in &self.known {
            if *known == attribute {
                let decoded = decode(value);
                return match attribute {
                    Attribute::GuessedSource => {
                        let file = file_in(value).unwrap_or(value);
                        replaced(&decode(file), "\\/", "/")
                    }
                    Attribute::Alternative | Attribute::Title => decode_again(decoded),
                    _ => decoded,
                };
            }
        }
        String::new()
    }

    /// The address that a script would show.
    pub(super) fn frame(&self) -> Option<String> {
        self.known.iter().find_map(|(known, value)| match known {
            // Some have the whole address where others have its end.
            Attribute::Frame(_) if value.starts_with("http") || value.starts_with("//") => {
                Some(decode(value))
            }
            Attribute::Frame(prefix) => Some(concat(&[prefix, &decode(value)])),
            _ => None,
        })
    }

    /// The value of an attribute, or of a second one if the first is missing or empty.
    #[inline(never)]
    pub(super) fn either(&self, first: Attribute, second: Attribute) -> String {
        let value = self.get(first);
        if value.is_empty() { self.get(second) } else { value }
    }
}

/// The meaning of an unknown attribute by its value. Only elements that show external content are guessed.
fn guessed(tag: Tag, name: &str, value: &str) -> Option<Attribute> {
    let shows = matches!(tag, Tag::Image | Tag::Source | Tag::Embed | Tag::Audio | Tag::Video);
    if !shows || !name.get(..5).is_some_and(|start| start.eq_ignore_ascii_case("data-")) {
        return None;
    }
    if tag == Tag::Embed {
        return (value.starts_with("http") || value.starts_with("//")).then_some(Attribute::GuessedSource);
    }
    let is_set = words(value).any(|word| {
        let word = before(word, ",");
        let number = word.strip_suffix("w").or_else(|| word.strip_suffix("x")).unwrap_or_default();
        !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.')
    });
    if is_set {
        return Some(Attribute::GuessedSourceSet);
    }
    file_in(value).map(|_| Attribute::GuessedSource)
}

/// File extensions of pictures, videos and recordings.
const FILES: &str = "jpg jpeg png webp gif avif mp4 m4v webm ogv mp3 m4a ogg wav";

/// The last address of a picture or recording in a value, which is one, or a list or JSON object of several. The last
/// is mostly the largest.
pub(super) fn file_in(value: &str) -> Option<&str> {
    let mut found = None;
    let is_list = has_any(value, "{[");
    let marks = if is_list { "\"'{}[], \t\n;" } else { "\t\n" };
    for piece in pieces(trimmed(value), marks) {
        let path = before(piece, "?#");
        let ends = pieces(path, ".").last().unwrap_or_default();
        // `&quot;` after an address does not belong to it.
        let address = around(piece, "&quot").map_or(piece, |(before, _)| before);
        let ends = around(ends, "&quot").map_or(ends, |(before, _)| before);
        if path.len() > ends.len() + 1 && has_word(FILES, &ends.to_ascii_lowercase()) {
            found = Some(address);
        }
    }
    found
}

/// A value without white space around it; `None` if it is empty.
#[inline(never)]
pub(super) fn some(text: String) -> Option<String> {
    let text = trimmed(&text);
    if text.is_empty() { None } else { Some(text.to_owned()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_attribute_is_known_by_the_name_that_it_is_written_with() {
        for (attribute, _) in NAMES.rows().iter().filter(|(attribute, _)| attribute.prefix().is_empty()) {
            assert_eq!(Attribute::named(attribute.name()), Some(*attribute));
        }
    }
}
