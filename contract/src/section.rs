//! The sections of an article.

/// A section that the attribute `sections` may name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "`description` says what each is")]
pub enum Section {
    Breadcrumb,
    Title,
    Byline,
    ReadingTime,
    Summary,
    Image,
    Listen,
    Contents,
    Corrections,
    Tags,
    Share,
    Comments,
    Newsletter,
    Social,
    Related,
    Progress,
}

/// The section that a word of `sections` names.
pub fn named(word: &str) -> Option<Section> {
    ALL.into_iter().chain([Section::Progress]).find(|section| section.name() == word)
}

/// The sections of an article, in the order in which those that are shown by default stand. `sections` may name `progress` too.
pub const ALL: [Section; 15] = [
    Section::Breadcrumb,
    Section::Title,
    Section::Byline,
    Section::ReadingTime,
    Section::Summary,
    Section::Image,
    Section::Listen,
    Section::Contents,
    Section::Corrections,
    Section::Tags,
    Section::Share,
    Section::Comments,
    Section::Newsletter,
    Section::Social,
    Section::Related,
];

/// Returns true if a section is shown where `sections` is absent.
pub fn is_default(section: Section) -> bool {
    !matches!(section, Section::Contents)
}

impl Section {
    /// Its word in the attribute `sections`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Breadcrumb => "breadcrumb",
            Self::Title => "title",
            Self::Byline => "byline",
            Self::ReadingTime => "reading-time",
            Self::Summary => "summary",
            Self::Image => "image",
            Self::Listen => "listen",
            Self::Contents => "contents",
            Self::Corrections => "corrections",
            Self::Tags => "tags",
            Self::Share => "share",
            Self::Comments => "comments",
            Self::Newsletter => "newsletter",
            Self::Social => "social",
            Self::Related => "related",
            Self::Progress => "progress",
        }
    }

    /// In words: its content.
    pub const fn description(self) -> &'static str {
        match self {
            Self::Breadcrumb => "The trail from the home page.",
            Self::Title => "The headline.",
            Self::Byline => "Authors and dates.",
            Self::ReadingTime => "The computed reading time.",
            Self::Summary => "The summary.",
            Self::Image => "The lead image.",
            Self::Listen => {
                "The recording of the text, above it; where `sections` names it and there is none, a voice of the reader's device."
            }
            Self::Contents => "The headings of the text as links, above it; off unless named.",
            Self::Corrections => "What was put right over time.",
            Self::Tags => "The article's subjects.",
            Self::Share => "The row of share buttons.",
            Self::Comments => "Comments, and the form to leave one.",
            Self::Newsletter => "The newsletter form.",
            Self::Social => "The publisher's social networks.",
            Self::Related => "The carousel of other articles.",
            Self::Progress => "How far one has read.",
        }
    }
}
