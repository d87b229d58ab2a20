//! Classes of WordPress, its plugins and social networks that say more than the element.

use crate::article::Align;
use crate::source::html::style;
use crate::text::search::{has_word, words};

/// The role that a class gives an element.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    /// No role.
    None,
    Gallery,
    PullQuote,
    /// A picture with a caption.
    Captioned,
    Verse,
    /// A placeholder for a post on a social network.
    Post,
    /// A box beside the text.
    Callout,
}

/// The classes of each role in WordPress, its plugins and the networks' scripts.
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

/// The classes of links that look like buttons.
const BUTTONS: &str = "wp-block-button__link wp-element-button button btn elementor-button elementor-button-link et_pb_button vc_btn3 fusion-button kb-button";

/// The classes of elements that float to the left, and to the right.
const LEFT: &str = "alignleft float-left pull-left float-start";
const RIGHT: &str = "alignright float-right pull-right float-end";

/// The role of an element by class and style.
pub(super) fn role(class: &str, style: &str) -> Role {
    let mut box_role = Role::None;
    for name in words(class) {
        if let Some((role, _)) = CLASSES.iter().find(|(_, names)| has_word(names, name)) {
            return *role;
        }
        // A background colour of its own.
        if name == "has-background" {
            box_role = Role::Callout;
        }
    }
    if style::is_box(style) { Role::Callout } else { box_role }
}

/// Returns true if a class gives a link the look of a button.
pub(super) fn is_button(class: &str) -> bool {
    words(class).any(|name| has_word(BUTTONS, name) || name.starts_with("btn-"))
}

/// The side to which a class makes an element float.
pub(super) fn float(class: &str) -> Option<Align> {
    if has_word(LEFT, class) {
        Some(Align::Left)
    } else if has_word(RIGHT, class) {
        Some(Align::Right)
    } else {
        None
    }
}
