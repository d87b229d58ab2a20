//! The elements: the whole article, and sections that stand alone.

use crate::attribute::{
    ATTRIBUTES, Attribute, COMMENTS_ACTION, COMMENTS_ORDER, CREDENTIALS, FOR, HEADING_LEVEL, LANG, LOADING,
    NEWSLETTER_ACTION, RELATED_SRC, SHARE, SHARE_UTM, SITE_SRC, TIMEOUT, WORDS_PER_MINUTE,
};
use crate::event::{self, EVENTS, Event};
use crate::section::Section;

/// A custom element.
#[derive(Clone, Copy, Debug)]
pub struct Element {
    /// Its tag.
    pub tag: &'static str,
    /// Its class.
    pub class: &'static str,
    /// The section that it shows; `None` for the whole article.
    pub section: Option<Section>,
    /// In words: its purpose.
    pub summary: &'static str,
    /// In words: further details; may be empty.
    pub description: &'static str,
    /// Its attributes.
    pub attributes: &'static [Attribute],
    /// Its events, without those of a load, which every element has.
    pub events: &'static [Event],
    /// The names of its parts; empty if it has all of them.
    pub parts: &'static [&'static str],
    /// The custom properties that it ignores.
    pub unread_properties: UnreadProperties,
}

/// The custom properties that an element ignores.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UnreadProperties {
    /// It reads every one.
    None,
    /// It reads all but these.
    These(&'static [&'static str]),
    /// It ignores all of them, because it has type and colour of the line that it stands in.
    All,
}

/// The element for a whole article.
pub const ARTICLE: Element = Element {
    tag: "news-article",
    class: "NewsArticle",
    section: None,
    summary: "A news article: around its children, or rendered from a JSON endpoint.",
    description: "Reads the JSON of one article and shows it finished: breadcrumb, headline, byline, computed reading time, summary, body, share buttons, a carousel of related articles, a comment form, a newsletter form and the publisher's social networks.",
    attributes: &ATTRIBUTES,
    events: &EVENTS,
    parts: &[],
    unread_properties: UnreadProperties::None,
};

/// The sections that stand alone.
pub const ALONE: [Element; 9] = [
    Element {
        tag: "news-reading-time",
        class: "NewsReadingTime",
        section: Some(Section::ReadingTime),
        summary: "How long an article takes to read, alone.",
        description: "",
        attributes: &[FOR, LANG, WORDS_PER_MINUTE],
        events: &[],
        parts: &["base", "reading-time", "status", "error", "retry"],
        unread_properties: UnreadProperties::All,
    },
    Element {
        tag: "news-share",
        class: "NewsShare",
        section: Some(Section::Share),
        summary: "The share buttons of an article, alone.",
        description: "",
        attributes: &[FOR, LANG, SHARE, SHARE_UTM],
        events: &[event::SHARE],
        parts: &["base", "share", "share-button", "input", "submit", "status", "error", "retry"],
        unread_properties: UnreadProperties::These(&[
            "--news-article-heading-font",
            "--news-article-measure",
        ]),
    },
    Element {
        tag: "news-comments",
        class: "NewsComments",
        section: Some(Section::Comments),
        summary: "The comments of an article and the form to leave one, alone.",
        description: "",
        attributes: &[
            FOR,
            LANG,
            COMMENTS_ACTION,
            COMMENTS_ORDER,
            SITE_SRC,
            HEADING_LEVEL,
            LOADING,
            CREDENTIALS,
            TIMEOUT,
        ],
        events: &[event::COMMENT, event::SENT],
        parts: &[
            "base",
            "comments",
            "comments-prompt",
            "comments-order",
            "comment",
            "comment-link",
            "link",
            "comment-reply",
            "comments-more",
            "comment-form",
            "field",
            "label",
            "input",
            "submit",
            "status",
            "error",
            "retry",
        ],
        unread_properties: UnreadProperties::None,
    },
    Element {
        tag: "news-newsletter",
        class: "NewsNewsletter",
        section: Some(Section::Newsletter),
        summary: "The newsletter form, alone.",
        description: "",
        attributes: &[FOR, LANG, NEWSLETTER_ACTION, SITE_SRC, HEADING_LEVEL, LOADING, CREDENTIALS, TIMEOUT],
        events: &[event::SUBSCRIBE, event::SENT],
        parts: &[
            "base",
            "newsletter",
            "form",
            "newsletter-list",
            "field",
            "label",
            "input",
            "submit",
            "status",
            "error",
            "retry",
        ],
        unread_properties: UnreadProperties::None,
    },
    Element {
        tag: "news-social",
        class: "NewsSocial",
        section: Some(Section::Social),
        summary: "The publisher's social networks, alone.",
        description: "",
        attributes: &[FOR, LANG, SITE_SRC, HEADING_LEVEL, LOADING, CREDENTIALS, TIMEOUT],
        events: &[],
        parts: &["base", "social", "status", "error", "retry"],
        unread_properties: UnreadProperties::None,
    },
    Element {
        tag: "news-related",
        class: "NewsRelated",
        section: Some(Section::Related),
        summary: "Other articles, alone.",
        description: "",
        attributes: &[FOR, LANG, RELATED_SRC],
        events: &[event::SELECT, event::RELATED_VIEW],
        parts: &[
            "base",
            "related",
            "related-heading",
            "related-list",
            "related-item",
            "related-section",
            "label",
            "related-title",
            "related-summary",
            "related-previous",
            "related-next",
            "status",
            "error",
            "retry",
        ],
        unread_properties: UnreadProperties::None,
    },
    Element {
        tag: "news-contents",
        class: "NewsContents",
        section: Some(Section::Contents),
        summary: "The headings of an article as links, alone.",
        description: "The one that is being read is marked.",
        attributes: &[FOR, LANG, HEADING_LEVEL],
        events: &[],
        parts: &["base", "contents", "contents-link", "status", "error", "retry"],
        unread_properties: UnreadProperties::None,
    },
    Element {
        tag: "news-progress",
        class: "NewsProgress",
        section: Some(Section::Progress),
        summary: "How far one has read an article.",
        description: "",
        attributes: &[FOR, LANG],
        events: &[],
        parts: &["base", "progress", "status", "error", "retry"],
        unread_properties: UnreadProperties::None,
    },
    Element {
        tag: "news-listen",
        class: "NewsListen",
        section: Some(Section::Listen),
        summary: "An article read aloud: by its recording, else by a voice of the reader's own device.",
        description: "",
        attributes: &[FOR, LANG],
        events: &[],
        parts: &["base", "listen", "listen-play", "listen-speed", "listen-step", "status", "error", "retry"],
        unread_properties: UnreadProperties::None,
    },
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::custom_property::CUSTOM_PROPERTIES;
    use crate::part::PARTS;

    #[test]
    fn a_section_alone_is_called_after_it() {
        for element in ALONE {
            assert_eq!(
                element.section.map(|section| ["news-", section.name()].concat()).as_deref(),
                Some(element.tag)
            );
        }
    }

    #[test]
    fn what_an_element_names_is_in_the_tables() {
        for element in ALONE {
            for name in element.parts {
                assert!(PARTS.iter().any(|part| part.name == *name), "{}: {name}", element.tag);
            }
            if let UnreadProperties::These(names) = element.unread_properties {
                for name in names {
                    assert!(CUSTOM_PROPERTIES.iter().any(|property| property.name == *name), "{name}");
                }
            }
        }
    }
}
