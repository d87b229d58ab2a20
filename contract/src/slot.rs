//! The slots for a publisher's own content.

use crate::section::Section;

/// A slot.
#[derive(Clone, Copy, Debug)]
pub struct Slot {
    /// Its name; empty for the default slot.
    pub name: &'static str,
    /// In words: its place.
    pub description: &'static str,
}

/// Every slot, in the order of the page. Each is always there.
pub const SLOTS: [Slot; 9] = [
    Slot {
        name: "",
        description: "The fallback: shown until the article is ready, and again when it fails.",
    },
    Slot { name: "after-title", description: "After the headline." },
    Slot {
        name: "in-body-1",
        description: "After a quarter of the body's paragraphs, never before the third.",
    },
    Slot { name: "in-body-2", description: "After half of them." },
    Slot { name: "in-body-3", description: "After three quarters of them." },
    Slot {
        name: "paywall",
        description: "After the preview of an article whose `access` is `metered` or `subscriber`.",
    },
    Slot { name: "after-body", description: "After the body." },
    Slot { name: "comments", description: "In place of the comment section." },
    Slot { name: "end", description: "At the end of the article." },
];

/// The slot for what the page has written in the place of a section. The element assigns it itself; pages must not.
pub const fn stand_in(section: Section) -> &'static str {
    match section {
        Section::Breadcrumb => "stand-in-breadcrumb",
        Section::Title => "stand-in-title",
        Section::Byline => "stand-in-byline",
        Section::ReadingTime => "stand-in-reading-time",
        Section::Summary => "stand-in-summary",
        Section::Image => "stand-in-image",
        Section::Tags => "stand-in-tags",
        Section::Share => "stand-in-share",
        Section::Comments => "stand-in-comments",
        Section::Newsletter => "stand-in-newsletter",
        Section::Social => "stand-in-social",
        Section::Related => "stand-in-related",
        Section::Listen => "stand-in-listen",
        Section::Contents => "stand-in-contents",
        Section::Corrections => "stand-in-corrections",
        Section::Progress => "stand-in-progress",
    }
}

/// The names of all slots but the default one.
pub const NAMED: [&str; 8] = {
    let [_, first, second, third, fourth, fifth, sixth, seventh, eighth] = SLOTS;
    [first.name, second.name, third.name, fourth.name, fifth.name, sixth.name, seventh.name, eighth.name]
};
