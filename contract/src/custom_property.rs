//! The custom properties that a page may set on an element, or above it.

/// A custom property.
#[derive(Clone, Copy, Debug)]
pub struct CustomProperty {
    /// Its name.
    pub name: &'static str,
    /// In words: its effect.
    pub description: &'static str,
    /// The value that applies if it is not set, as CSS or in words.
    pub default: &'static str,
    /// The syntax of its values, as `@property` writes it; none for lists of fonts.
    pub syntax: Option<&'static str>,
}

const fn color(name: &'static str, description: &'static str, default: &'static str) -> CustomProperty {
    CustomProperty { name, description, default, syntax: Some("<color>") }
}

const fn length(name: &'static str, description: &'static str, default: &'static str) -> CustomProperty {
    CustomProperty { name, description, default, syntax: Some("<length>") }
}

/// The fonts of the headings.
pub const HEADING_FONT: CustomProperty = CustomProperty {
    name: "--news-article-heading-font",
    description: "Fonts of the headings.",
    default: "Georgia, else the system's serif font",
    syntax: None,
};

/// The width of a column of text.
pub const MEASURE: CustomProperty = length("--news-article-measure", "Width of a column of text.", "40em");

/// Every custom property.
pub const CUSTOM_PROPERTIES: [CustomProperty; 13] = [
    color("--news-article-accent", "Links, buttons, the section.", "light-dark(#0b4f96, #8fbdf5)"),
    color("--news-article-on-accent", "Text on the accent.", "light-dark(#fff, #0a1b2e)"),
    color("--news-article-text", "Text.", "light-dark(#1b1e22, #e8e6e1)"),
    color("--news-article-muted", "Text of less weight.", "light-dark(#565c63, #a9afb6)"),
    color("--news-article-surface", "Background of boxes.", "light-dark(#f4f2ed, #23282d)"),
    color("--news-article-border", "Lines around boxes.", "light-dark(#d8d4cb, #3d444b)"),
    CustomProperty {
        name: "--news-article-font",
        description: "Fonts of the text.",
        default: "the system's",
        syntax: None,
    },
    HEADING_FONT,
    length(
        "--news-article-font-size",
        "Size of the text, on which every other size depends.",
        "max(1.0625rem, 17px)",
    ),
    CustomProperty {
        name: "--news-article-line-height",
        description: "Line height of the text.",
        default: "1.6; 1.85 in Arabic script",
        syntax: Some("<number>"),
    },
    MEASURE,
    length("--news-article-radius", "Radius of corners.", ".375em"),
    length("--news-article-gap", "Space between sections.", "1.5em"),
];
