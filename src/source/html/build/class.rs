//! Classes of WordPress, its plugins and the networks that say more than their element.

use crate::text::search::{has_word, words};

/// What a class says an element to be.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    /// Nothing more.
    None,
    Gallery,
    PullQuote,
    /// A picture with its caption.
    Captioned,
    Verse,
    /// Stands for a post on a social network.
    Post,
    /// A box beside the text.
    Callout,
}

/// The classes of each role, as WordPress, its plugins and the networks' own scripts name them.
const CLASSES: &[(Role, &str)] = &[
    (Role::Gallery, "gallery wp-block-gallery blocks-gallery-grid tiled-gallery"),
    (Role::PullQuote, "wp-block-pullquote"),
    (Role::Captioned, "wp-caption"),
    (Role::Verse, "wp-block-verse"),
    (
        Role::Post,
        "twitter-tweet instagram-media tiktok-embed bluesky-embed text-post-media fb-post fb-video rll-youtube-player",
    ),
    (Role::Callout, "encadre callout infobox wp-block-callout"),
];

/// The role that a class attribute gives an element.
pub(super) fn role(class: &str) -> Role {
    let (mut is_group, mut has_background) = (false, false);
    for name in words(class) {
        if let Some((role, _)) = CLASSES.iter().find(|(_, names)| has_word(names, name)) {
            return *role;
        }
        is_group |= name == "wp-block-group";
        has_background |= name == "has-background";
        // A group with a colour of its own.
        if is_group && has_background {
            return Role::Callout;
        }
    }
    Role::None
}
