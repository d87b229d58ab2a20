//! The attributes that mean something to the model.

use super::entity::decode;
use super::tag::Tag;
use super::token;
use crate::text::search::{concat, has_word, trimmed};

/// Longer values than this, in bytes, are kept of images alone, whose lists of sizes are long.
const VALUE_MAX: usize = 4096;

/// What an attribute says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Attribute {
    /// The address that a script would load from, later or once the reader has agreed.
    LateSource,
    /// The sizes that a script would choose from.
    LateSourceSet,
    /// The film of YouTube's that a script would show.
    YouTubeVideo,
    /// The chart of Infogram's that a script would draw.
    InfogramChart,
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
    /// The name of a place, as `<a name>` gave it before there was `id`.
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
}

/// The names of each attribute. Plugins that load pictures late, or ask before, keep the address under a name each. The
/// first name is the one that is written for the browser's parser.
const NAMES: &[(Attribute, &str)] = &[
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
    (Attribute::YouTubeVideo, "videoid data-videoid"),
    (Attribute::InfogramChart, "data-id"),
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
];

impl Attribute {
    fn named(name: &str) -> Option<Self> {
        let name = name.to_ascii_lowercase();
        NAMES.iter().find(|(_, names)| has_word(names, &name)).map(|(attribute, _)| *attribute)
    }

    /// What stands before the value, where that is the end of an address whose beginning the script knows.
    pub(super) fn prefix(self) -> &'static str {
        match self {
            Self::YouTubeVideo => "https://www.youtube.com/watch?v=",
            Self::InfogramChart => "https://infogram.com/",
            _ => "",
        }
    }

    /// The name that the attribute is written with for the browser's parser.
    pub(super) fn name(self) -> &'static str {
        match self {
            // With their prefix they are addresses.
            Self::YouTubeVideo | Self::InfogramChart => "src",
            _ => NAMES
                .iter()
                .find(|(attribute, _)| *attribute == self)
                .map_or("", |(_, names)| crate::text::search::before(names, " ")),
        }
    }

    /// Whether several names may give it, of which one may be empty or hold a placeholder.
    fn has_placeholders(self) -> bool {
        matches!(self, Self::LateSource | Self::LateSourceSet | Self::YouTubeVideo | Self::InfogramChart)
    }
}

/// The attributes of an element that mean something, each once: the values as they stand, with their entities.
#[derive(Clone, Debug, Default)]
pub(super) struct Attributes<'a> {
    known: Vec<(Attribute, &'a str)>,
}

impl<'a> Attributes<'a> {
    /// Reads the text of a start tag behind the element's name. Of an attribute that is given twice, the first counts.
    pub(super) fn read(tag: Tag, element: &str, text: &'a str) -> Self {
        let mut known: Vec<(Attribute, &'a str)> = Vec::new();
        for (name, value) in token::Attributes::new(text) {
            let Some(attribute) = Attribute::named(name) else { continue };
            let is_script_element = tag == Tag::Embed && !element.eq_ignore_ascii_case("iframe");
            if !attribute.prefix().is_empty() && !is_script_element {
                continue;
            }
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

    /// The attributes with their values as they stand.
    pub(super) fn iter(&self) -> impl Iterator<Item = (Attribute, &'a str)> {
        self.known.iter().copied()
    }

    /// Whether an attribute is there.
    pub(super) fn has(&self, attribute: Attribute) -> bool {
        self.known.iter().any(|(known, _)| *known == attribute)
    }

    /// The value of an attribute, entities decoded: empty where there is none.
    #[inline(never)]
    pub(super) fn get(&self, attribute: Attribute) -> String {
        for (known, value) in &self.known {
            if *known == attribute {
                return concat(&[attribute.prefix(), &decode(value)]);
            }
        }
        String::new()
    }

    /// The value of an attribute, or of another where that is missing or empty.
    #[inline(never)]
    pub(super) fn either(&self, first: Attribute, second: Attribute) -> String {
        let value = self.get(first);
        if value.is_empty() { self.get(second) } else { value }
    }
}

/// A value without white space around it; none where nothing is left.
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
        for (attribute, _) in NAMES.iter().filter(|(attribute, _)| attribute.prefix().is_empty()) {
            assert_eq!(Attribute::named(attribute.name()), Some(*attribute));
        }
    }
}
