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
    Tags,
    Share,
    Comments,
    Newsletter,
    Social,
    Related,
}

/// Every section, in the default order.
pub const ALL: [Section; 12] = [
    Section::Breadcrumb,
    Section::Title,
    Section::Byline,
    Section::ReadingTime,
    Section::Summary,
    Section::Image,
    Section::Tags,
    Section::Share,
    Section::Comments,
    Section::Newsletter,
    Section::Social,
    Section::Related,
];

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
            Self::Tags => "tags",
            Self::Share => "share",
            Self::Comments => "comments",
            Self::Newsletter => "newsletter",
            Self::Social => "social",
            Self::Related => "related",
        }
    }

    /// In words: what it shows.
    pub const fn description(self) -> &'static str {
        match self {
            Self::Breadcrumb => "The trail from the home page.",
            Self::Title => "The headline.",
            Self::Byline => "Authors and dates.",
            Self::ReadingTime => "The computed reading time.",
            Self::Summary => "The summary.",
            Self::Image => "The lead image.",
            Self::Tags => "The article's subjects.",
            Self::Share => "The row of share buttons.",
            Self::Comments => "Comments, and the form to leave one.",
            Self::Newsletter => "The newsletter form.",
            Self::Social => "The publisher's social networks.",
            Self::Related => "The carousel of other articles.",
        }
    }
}
