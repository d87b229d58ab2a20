//! The events of the elements.

/// An event.
#[derive(Clone, Copy, Debug)]
pub struct Event {
    /// Its name.
    pub name: &'static str,
    /// In words: when it is fired.
    pub description: &'static str,
    /// Its `detail`; none for a plain `Event`.
    pub detail: Option<Detail>,
    /// True if it bubbles and is composed. An event that does not is queued, as an image's are.
    pub bubbles: bool,
    /// True if `preventDefault()` stops the action that it announces.
    pub cancelable: bool,
}

/// The `detail` of an event.
#[derive(Clone, Copy, Debug)]
pub struct Detail {
    /// The name of its type in `news-article.d.ts`.
    pub type_name: &'static str,
    /// The members that it has besides its own.
    pub base: Base,
    /// Its own members.
    pub fields: &'static [Field],
}

/// The members of a detail besides its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Base {
    /// Nothing.
    None,
    /// The article that it is about: `id`, `url`, `section`.
    Identity,
    /// The same, with `submission` and `waitUntil`: for a form that is about to be sent.
    Submission,
}

/// A member of a detail.
#[derive(Clone, Copy, Debug)]
pub struct Field {
    /// Its name.
    pub name: &'static str,
    /// Its type in TypeScript.
    pub type_name: &'static str,
    /// True if it may be absent.
    pub optional: bool,
    /// In words, if the name does not say it; may be empty.
    pub description: &'static str,
}

const fn field(name: &'static str, type_name: &'static str, description: &'static str) -> Field {
    Field { name, type_name, optional: false, description }
}

const fn optional(name: &'static str, type_name: &'static str, description: &'static str) -> Field {
    Field { name, type_name, optional: true, description }
}

/// The name of the type of [`Base::Identity`] alone.
pub const IDENTITY: &str = "NewsArticleIdentity";
/// The name of the type of [`Base::Submission`] alone.
pub const SUBMISSION: &str = "NewsArticleSubmission";

const fn queued(name: &'static str, description: &'static str) -> Event {
    Event { name, description, detail: None, bubbles: false, cancelable: false }
}

const fn told(name: &'static str, description: &'static str, detail: Detail) -> Event {
    Event { name, description, detail: Some(detail), bubbles: true, cancelable: false }
}

const fn asked(name: &'static str, description: &'static str, detail: Detail) -> Event {
    Event { name, description, detail: Some(detail), bubbles: true, cancelable: true }
}

/// A share button was pressed.
pub const SHARE: Event = asked(
    "news-article-share",
    "A share button was pressed.",
    Detail {
        type_name: "NewsArticleShareDetail",
        base: Base::Identity,
        fields: &[
            field("network", "NewsArticleNetwork", ""),
            field("url", "string", "The address that is shared."),
        ],
    },
);

/// A related article was chosen.
pub const SELECT: Event = asked(
    "news-article-select",
    "A related article was chosen.",
    Detail {
        type_name: "NewsArticleSelectDetail",
        base: Base::Identity,
        fields: &[
            field("url", "string", "The address of the chosen teaser."),
            field("index", "number", "Its place in the carousel, from 0."),
        ],
    },
);

/// The carousel is on screen.
pub const RELATED_VIEW: Event = told(
    "news-article-related-view",
    "The carousel is on screen.",
    Detail {
        type_name: "NewsArticleRelatedViewDetail",
        base: Base::Identity,
        fields: &[field("count", "number", "How many articles it holds.")],
    },
);

/// A comment is about to be sent.
pub const COMMENT: Event = asked(
    "news-article-comment",
    "A comment is about to be sent. The detail is mutable, and what it then holds is sent.",
    Detail {
        type_name: "NewsArticleCommentDetail",
        base: Base::Submission,
        fields: &[
            field("name", "string", ""),
            field("email", "string", ""),
            field("body", "string", ""),
            field("article", "string", "The article's id, else its address."),
            optional("parent", "string", "The id of the comment that this one answers."),
        ],
    },
);

/// A subscription is about to be sent.
pub const SUBSCRIBE: Event = asked(
    "news-article-subscribe",
    "A subscription is about to be sent; as for a comment.",
    Detail {
        type_name: "NewsArticleSubscribeDetail",
        base: Base::Submission,
        fields: &[
            field("email", "string", ""),
            optional("consent", "boolean", "Where the data asks for a tick."),
            optional(
                "lists",
                "string[]",
                "The ids of the newsletters that are chosen, where the data has several.",
            ),
        ],
    },
);

/// The outcome of a form.
pub const SENT: Event = told(
    "news-article-sent",
    "What came of a form.",
    Detail {
        type_name: "NewsArticleSentDetail",
        base: Base::Identity,
        fields: &[
            field("form", "'comment' | 'newsletter'", ""),
            field("outcome", "'published' | 'held' | 'duplicate' | 'refused' | 'failed'", ""),
        ],
    },
);

/// Updates of live coverage have come.
pub const UPDATE: Event = told(
    "news-article-update",
    "Updates of live coverage have come, and wait for the reader.",
    Detail {
        type_name: "NewsArticleUpdateDetail",
        base: Base::Identity,
        fields: &[field("count", "number", "How many wait.")],
    },
);

/// Another site's content is about to be opened.
pub const EMBED: Event = asked(
    "news-article-embed",
    "Another site's content is about to be opened.",
    Detail {
        type_name: "NewsArticleEmbedDetail",
        base: Base::Identity,
        fields: &[field("provider", "string", ""), field("url", "string", "The address that is opened.")],
    },
);

/// The article is on screen.
pub const VIEW: Event = told(
    "news-article-view",
    "The article is on screen.",
    Detail { type_name: IDENTITY, base: Base::Identity, fields: &[] },
);

/// The reader has reached a quarter of the text.
pub const READ: Event = told(
    "news-article-read",
    "The reader has reached so much of the body's paragraphs.",
    Detail {
        type_name: "NewsArticleReadDetail",
        base: Base::Identity,
        fields: &[field("percent", "25 | 50 | 75 | 100", "")],
    },
);

/// Every event, in the order of the documentation.
pub const EVENTS: [Event; 14] = [
    queued("loadstart", "A load has begun."),
    queued("load", "Headline and whole body are in the DOM."),
    Event {
        name: "error",
        description: "There is no article.",
        detail: Some(Detail {
            type_name: "NewsArticleErrorDetail",
            base: Base::None,
            fields: &[
                field("kind", "NewsArticleErrorKind", ""),
                field("status", "number", "The HTTP status; 0 where there was none."),
                field("message", "string", "For developers, in English."),
            ],
        }),
        bubbles: false,
        cancelable: false,
    },
    queued("loadend", "Follows `load` or `error`."),
    SHARE,
    SELECT,
    EMBED,
    COMMENT,
    SUBSCRIBE,
    SENT,
    VIEW,
    RELATED_VIEW,
    UPDATE,
    READ,
];
