//! The texts of the interface that do not come with the first of the wasm. Every text is in `src/locale/LANGUAGE.json`;
//! for the languages that are compiled in, `build.rs` takes these out of there, for the chunk that shows them.

/// The keys of texts that come with one chunk.
#[derive(Clone, Copy, Debug)]
pub struct LateTexts {
    /// What they are for: the name of the files that `build.rs` writes.
    pub name: &'static str,
    /// The keys, as they stand in the language's file.
    pub keys: &'static [&'static str],
}

/// Texts of an article's head and body, and of what is said when there is none.
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

/// Texts of the sections after the body, as they stand.
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
    ],
};

/// Texts of the forms, as they stand, and of what others have said.
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
        "newsletterSubmit",
    ],
};

/// Texts of what answers to the reader.
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

/// All of these.
pub const LATE: [LateTexts; 4] = [ARTICLE, SECTIONS, FORMS, REACTIVE];
