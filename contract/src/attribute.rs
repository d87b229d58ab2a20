//! The attributes of the elements.

use crate::{format, network, section};

/// An attribute, and the property that reflects it.
#[derive(Clone, Copy, Debug)]
pub struct Attribute {
    /// The name in HTML.
    pub name: &'static str,
    /// The property that reflects it; `None` if HTML has one already (`lang`), or none is needed (`for`).
    pub property: Option<&'static str>,
    /// The values that it may have.
    pub kind: Kind,
    /// In words: what applies if it is absent and has no default of its own.
    pub absent: &'static str,
    /// In words: what it does.
    pub description: &'static str,
}

/// The values that an attribute may have.
#[derive(Clone, Copy, Debug)]
pub enum Kind {
    /// Any text, or names with spaces between them.
    Text {
        /// The value that applies if the attribute is absent.
        default: &'static str,
    },
    /// An address, whose property reads back absolute.
    Address,
    /// One of some words. Another word counts as the default.
    Choice {
        /// The words.
        words: &'static [&'static str],
        /// The name of the property's type in TypeScript, if it has one.
        type_name: Option<&'static str>,
        /// The value that applies if the attribute is absent.
        default: &'static str,
    },
    /// Set or not, whatever it holds.
    Flag,
    /// A whole number. A value that is none, or out of range, counts as absent.
    Integer(Integer),
}

/// The numbers that an attribute may have.
#[derive(Clone, Copy, Debug)]
pub struct Integer {
    /// The value that applies if the attribute is absent; `None` if something else decides.
    pub default: Option<u32>,
    /// The least valid number.
    pub least: u32,
    /// The greatest valid number.
    pub most: u32,
}

impl Integer {
    /// Returns the number if it is valid, else the default.
    pub fn accept(&self, number: Option<u32>) -> Option<u32> {
        number.filter(|number| (self.least..=self.most).contains(number)).or(self.default)
    }
}

impl Attribute {
    /// The default of an attribute that takes text or a word; empty for any other.
    pub const fn text(&self) -> &'static str {
        match self.kind {
            Kind::Text { default } | Kind::Choice { default, .. } => default,
            Kind::Address | Kind::Flag | Kind::Integer(_) => "",
        }
    }

    /// The valid numbers of an attribute that takes one; any number for other attributes.
    pub const fn integer(&self) -> Integer {
        match self.kind {
            Kind::Integer(integer) => integer,
            _ => Integer { default: None, least: 0, most: u32::MAX },
        }
    }
}

/// `src`
pub const SRC: Attribute = Attribute {
    name: "src",
    property: Some("src"),
    kind: Kind::Address,
    absent: "none: the children, or the element waits for `article`",
    description: "The JSON endpoint of one article. The property reads back absolute, or empty where there is none.",
};

/// `format`
pub const FORMAT: Attribute = Attribute {
    name: "format",
    property: Some("format"),
    kind: Kind::Choice {
        words: &format::WORDS,
        type_name: Some("NewsArticleFormat | (string & {})"),
        default: format::AUTO,
    },
    absent: "",
    description: "The format of the JSON; `auto` recognises it.",
};

/// `fields`
pub const FIELDS: Attribute = Attribute {
    name: "fields",
    property: Some("fields"),
    kind: Kind::Text { default: "" },
    absent: "known by their names and by what they hold",
    description: "For `drupal`: which of the site's fields hold what, as `body=field_text authors=field_writer`.",
};

/// `related-src`
pub const RELATED_SRC: Attribute = Attribute {
    name: "related-src",
    property: Some("relatedSrc"),
    kind: Kind::Text { default: "" },
    absent: "what the article names",
    description: "The JSON endpoint of a list of teasers, over what the article names.",
};

/// `lang`
pub const LANG: Attribute = Attribute {
    name: "lang",
    property: None,
    kind: Kind::Text { default: "" },
    absent: "the closest ancestor's `lang`, across shadow roots, else the article's, else the browser's, else `fr`",
    description: "Language of the interface, BCP 47.",
};

/// `share`
pub const SHARE: Attribute = Attribute {
    name: "share",
    property: Some("share"),
    kind: Kind::Text { default: network::DEFAULT },
    absent: "",
    description: "Networks in order, space-separated, or `none`.",
};

/// `share-utm`
pub const SHARE_UTM: Attribute = Attribute {
    name: "share-utm",
    property: Some("shareUtm"),
    kind: Kind::Text { default: "" },
    absent: "none",
    description: "A query string that is added to shared addresses.",
};

/// `sections`
pub const SECTIONS: Attribute = Attribute {
    name: "sections",
    property: Some("sections"),
    kind: Kind::Text { default: "" },
    absent: "all that the data has",
    description: "Which sections to show, space-separated; those after the body stand in the order given.",
};

/// `site-src`
pub const SITE_SRC: Attribute = Attribute {
    name: "site-src",
    property: Some("siteSrc"),
    kind: Kind::Text { default: "" },
    absent: "none",
    description: "JSON that is the publisher's and not the article's: `{newsletter, social, comments, labels, breadcrumbs}`; fetched once a page.",
};

/// `modified-after`
pub const MODIFIED_AFTER: Attribute = Attribute {
    name: "modified-after",
    property: Some("modifiedAfter"),
    kind: Kind::Integer(Integer { default: Some(15), least: 0, most: u32::MAX }),
    absent: "",
    description: "Minutes after publication from which the modification is shown.",
};

/// `words-per-minute`
pub const WORDS_PER_MINUTE: Attribute = Attribute {
    name: "words-per-minute",
    property: Some("wordsPerMinute"),
    kind: Kind::Integer(Integer { default: None, least: 1, most: u32::MAX }),
    absent: "per language",
    description: "Overrides the language's reading speed; `null` in the property where it does not.",
};

/// `heading-level`
pub const HEADING_LEVEL: Attribute = Attribute {
    name: "heading-level",
    property: Some("headingLevel"),
    kind: Kind::Integer(Integer { default: Some(1), least: 1, most: 4 }),
    absent: "",
    description: "Level of the headline; the other headings follow.",
};

/// `loading`
pub const LOADING: Attribute = Attribute {
    name: "loading",
    property: Some("loading"),
    kind: Kind::Choice { words: &[EAGER, LAZY], type_name: None, default: EAGER },
    absent: "",
    description: "`lazy`: nothing but the entry is fetched before the element comes within a screen of the viewport.",
};

/// The word of `loading` for an element that loads at once.
pub const EAGER: &str = "eager";
/// The word of `loading` for an element that waits to come near.
pub const LAZY: &str = "lazy";

/// `credentials`
pub const CREDENTIALS: Attribute = Attribute {
    name: "credentials",
    property: Some("credentials"),
    kind: Kind::Choice {
        words: &[OMIT, SAME_ORIGIN, INCLUDE],
        type_name: Some("RequestCredentials"),
        default: SAME_ORIGIN,
    },
    absent: "",
    description: "Which cookies are sent with reads; a list that the article alone names gets none where this is absent. Forms are `same-origin`.",
};

/// The word of `credentials` for no cookies.
pub const OMIT: &str = "omit";
/// The word of `credentials` for cookies to the page's own origin.
pub const SAME_ORIGIN: &str = "same-origin";
/// The word of `credentials` for cookies to every origin.
pub const INCLUDE: &str = "include";

/// `timeout`
pub const TIMEOUT: Attribute = Attribute {
    name: "timeout",
    property: Some("timeout"),
    kind: Kind::Integer(Integer { default: Some(15), least: 1, most: u32::MAX }),
    absent: "",
    description: "Seconds before one attempt, body included, is given up.",
};

/// `lightbox`
pub const LIGHTBOX: Attribute = Attribute {
    name: "lightbox",
    property: Some("lightbox"),
    kind: Kind::Flag,
    absent: "not set",
    description: "Pictures of the article can be enlarged: a button on each, and all of them in order in a dialog.",
};

/// `embeds`
pub const EMBEDS: Attribute = Attribute {
    name: "embeds",
    property: Some("embeds"),
    kind: Kind::Choice { words: &["link", CLICK], type_name: None, default: "link" },
    absent: "",
    description: "What a click on another site's content does: open it there, or show it in place, in that site's own frame.",
};

/// The word of `embeds` for content that is shown in place.
pub const CLICK: &str = "click";

/// `comments-action`
pub const COMMENTS_ACTION: Attribute = Attribute {
    name: "comments-action",
    property: Some("commentsAction"),
    kind: Kind::Text { default: "" },
    absent: "the data's",
    description: "Where comments are POSTed, over what the data says.",
};

/// `comments-order`
pub const COMMENTS_ORDER: Attribute = Attribute {
    name: "comments-order",
    property: Some("commentsOrder"),
    kind: Kind::Choice { words: &[OLDEST, NEWEST], type_name: None, default: OLDEST },
    absent: "",
    description: "The order of the comments; the reader's choice is written here. Replies stand oldest first.",
};

/// The word of an order for the oldest first.
pub const OLDEST: &str = "oldest";
/// The word of an order for the newest first.
pub const NEWEST: &str = "newest";

/// `newsletter-action`
pub const NEWSLETTER_ACTION: Attribute = Attribute {
    name: "newsletter-action",
    property: Some("newsletterAction"),
    kind: Kind::Text { default: "" },
    absent: "the data's",
    description: "Where newsletter subscriptions are POSTed, over what the data says.",
};

/// `form-origins`
pub const FORM_ORIGINS: Attribute = Attribute {
    name: "form-origins",
    property: Some("formOrigins"),
    kind: Kind::Text { default: "" },
    absent: "the page's own origin and the source's",
    description: "Other origins that an article may have comments and subscriptions sent to, space-separated; a form that would go elsewhere is not shown.",
};

/// `for`, of a section alone.
pub const FOR: Attribute = Attribute {
    name: "for",
    property: None,
    kind: Kind::Text { default: "" },
    absent: "the first `news-article`, else the page's own article",
    description: "An id in the same root: of a `news-article`, which is followed, or of any element.",
};

/// The attributes of `<news-article>`, in the order of the documentation.
pub const ATTRIBUTES: [Attribute; 21] = [
    SRC,
    FORMAT,
    FIELDS,
    RELATED_SRC,
    LANG,
    SHARE,
    SHARE_UTM,
    SECTIONS,
    SITE_SRC,
    MODIFIED_AFTER,
    WORDS_PER_MINUTE,
    HEADING_LEVEL,
    LOADING,
    CREDENTIALS,
    TIMEOUT,
    LIGHTBOX,
    EMBEDS,
    COMMENTS_ACTION,
    COMMENTS_ORDER,
    NEWSLETTER_ACTION,
    FORM_ORIGINS,
];

/// The words that an attribute accepts in a list, if they are limited.
pub fn words(attribute: &Attribute) -> Vec<&'static str> {
    match attribute.name {
        "sections" => section::ALL.iter().map(|section| section.name()).collect(),
        "share" => network::NETWORKS.iter().map(|network| network.name).collect(),
        _ => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_property_is_called_as_its_attribute_in_camel_case() {
        for attribute in ATTRIBUTES {
            let Some(property) = attribute.property else { continue };
            let mut spelt = String::new();
            for letter in property.chars() {
                if letter.is_ascii_uppercase() {
                    spelt.push('-');
                }
                spelt.push(letter.to_ascii_lowercase());
            }
            assert_eq!(spelt, attribute.name);
        }
    }

    #[test]
    fn a_default_is_valid() {
        for attribute in ATTRIBUTES {
            match attribute.kind {
                Kind::Choice { words, default, .. } => {
                    assert!(words.contains(&default), "{}", attribute.name)
                }
                Kind::Integer(integer) => {
                    assert!(integer.least <= integer.most, "{}", attribute.name);
                    assert_eq!(integer.accept(integer.default), integer.default, "{}", attribute.name);
                }
                Kind::Text { default } => {
                    let known = words(&attribute);
                    let mut named = default.split_whitespace();
                    assert!(known.is_empty() || named.all(|word| known.contains(&word)), "{default}");
                }
                Kind::Address | Kind::Flag => {}
            }
        }
    }

    #[test]
    fn a_number_out_of_range_counts_as_absent() {
        let level = HEADING_LEVEL.integer();
        assert_eq!(
            [Some(4), Some(5), Some(0), None].map(|number| level.accept(number)),
            [4, 1, 1, 1].map(Some)
        );
        assert_eq!(WORDS_PER_MINUTE.integer().accept(Some(0)), None);
        assert_eq!(MODIFIED_AFTER.integer().accept(Some(0)), Some(0));
    }
}
