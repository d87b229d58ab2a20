//! The texts of the interface that are loaded later than the first part of the wasm. All texts are in
//! `src/locale/LANGUAGE.json`. For the languages that are compiled in, `build.rs` copies these from there for the
//! chunk that shows them.

/// The keys of texts that come with one chunk.
#[derive(Clone, Copy, Debug)]
pub struct LateTexts {
    /// Their purpose: the name of the files that `build.rs` writes.
    pub name: &'static str,
    /// The keys in the language's file.
    pub keys: &'static [&'static str],
}

/// Texts of an article's head and body, and for a failure.
pub const ARTICLE: LateTexts = LateTexts {
    name: "article",
    keys: &[
        "breadcrumb",
        "by",
        "published",
        "modified",
        "summary",
        "credit",
        "correction",
        "preview",
        "embedNotice",
        "embedOpen",
        "embedOther",
        "imageOpen",
        "figures",
        "table",
        "code",
        "audio",
        "video",
        "errorNetwork",
        "errorTimeout",
        "errorStatus",
        "errorNotFound",
        "errorTooLarge",
        "errorNotJson",
        "errorMalformed",
        "errorProtected",
        "errorInternal",
    ],
};

/// Texts of the sections after the body.
pub const SECTIONS: LateTexts = LateTexts {
    name: "sections",
    keys: &[
        "share",
        "shareOn",
        "shareNative",
        "shareEmail",
        "shareSms",
        "sharePrint",
        "copyLink",
        "linkCopied",
        "copyByHand",
        "address",
        "related",
        "relatedError",
        "relatedEmpty",
        "social",
        "corrections",
    ],
};

/// Texts of the forms and of the comment section.
pub const FORMS: LateTexts = LateTexts {
    name: "forms",
    keys: &[
        "commentsPrompt",
        "comments",
        "commentsEmpty",
        "commentsMore",
        "commentsError",
        "commentsClosed",
        "commentForm",
        "commentNote",
        "commentName",
        "commentEmail",
        "commentBody",
        "commentSubmit",
        "commentReply",
        "commentReplyTo",
        "commentCancelReply",
        "commentAnonymous",
        "sending",
        "sendNetwork",
        "honeypot",
        "newsletter",
        "newsletterEmail",
        "newsletterLists",
        "newsletterSubmit",
    ],
};

/// Texts of what reacts to the reader.
pub const REACTIVE: LateTexts = LateTexts {
    name: "reactive",
    keys: &[
        "commentPublished",
        "commentHeld",
        "commentDuplicate",
        "commentFlood",
        "commentLogin",
        "commentLoginLink",
        "commentNotAllowed",
        "sendServer",
        "sendBusy",
        "sendRefused",
        "fieldRequired",
        "fieldEmail",
        "fieldTooLong",
        "fieldInvalid",
        "fieldConsent",
        "fieldLists",
        "formInvalid",
        "newsletterDone",
        "newsletterConfirm",
        "newsletterDuplicate",
        "relatedPrevious",
        "relatedNext",
        "mastodonInstance",
        "mastodonHint",
    ],
};

/// Texts of the thread of comments.
pub const COMMENTS: LateTexts =
    LateTexts { name: "comments", keys: &["commentsOrder", "orderOldest", "orderNewest", "commentLink"] };

/// Texts of the extras.
pub const EXTRAS: LateTexts = LateTexts {
    name: "extras",
    keys: &[
        "contents",
        "progress",
        "enlarge",
        "enlargedClose",
        "enlargedPrevious",
        "enlargedNext",
        "enlarged",
        "embedShow",
        "embedFrame",
        "listen",
        "listenPlay",
        "listenPause",
        "listenSpeed",
        "listenPrevious",
        "listenNext",
        "listenVoice",
    ],
};

/// Texts of live coverage.
pub const LIVE: LateTexts = LateTexts {
    name: "live",
    keys: &["live", "liveKeys", "liveNew", "liveLink", "liveOver", "liveNewest", "liveOldest"],
};

/// All of these.
pub const LATE: [LateTexts; 7] = [ARTICLE, SECTIONS, FORMS, REACTIVE, COMMENTS, EXTRAS, LIVE];
