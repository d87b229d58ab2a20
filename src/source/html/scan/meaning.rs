//! Decides what an element is, by its attributes and its surroundings.

use super::counter::Count;
use super::{Scanner, ahead};
use crate::article::SpanKind;
use crate::source::html::tag::Tag;
use crate::source::html::token::{Attributes, Tokens};
use crate::source::html::{embed, style};
use crate::text::search::{around, has_word, words};

/// The class of elements of which Infogram's script makes a chart.
const INFOGRAM: &str = "infogram-embed";
/// The class of a quotation in place of a WordPress post, and of the frame that would show it.
const WORDPRESS_EMBED: &str = "wp-embedded-content";
/// The class of a button with the same address as the link before it.
const FILE_BUTTON: &str = "wp-block-file__button";
/// The class of a `div` in which Flourish's script draws a chart.
const FLOURISH: &str = "flourish-embed";
/// The classes of text for screen readers, which repeats what is visible beside it.
const SCREEN_READER_ONLY: &str = "screen-reader-text sr-only visually-hidden";
/// Parts of classes of a drawn formula, which stands beside the same one in MathML.
const DRAWN_FORMULA: [&str; 4] = ["katex-html", "MathJax", "mjx", "mwe-math-fallback"];
/// Parts of classes of content that a click unfolds. It is hidden until then, but belongs to the article.
const FOLDED: [&str; 12] = [
    "accordion",
    "collaps",
    "toggle",
    "answer",
    "faq",
    "spoiler",
    "panel",
    "expand",
    "tab-pane",
    "tab-content",
    "tabcontent",
    "tabs-",
];
/// Words in classes and identifiers of advertisements.
const ADVERTISEMENT: &str = "ad ads advert advertisement advertising adslot adsbygoogle adunit adbox adcontainer sponsor-slot publicite pub-slot dfp werbung";
/// Prefixes of such names.
const ADVERTISEMENT_STARTS: [&str; 7] =
    ["ad-", "ads-", "ad_", "advert", "div-gpt-ad", "google-auto-placed", "adsense"];
/// The class of tables with a picture and its caption in Blogger's posts.
const BLOGGER_CAPTION: &str = "tr-caption-container";
/// Attributes of a button that folds content, and words in them.
const FOLDING: [&str; 8] =
    ["aria-expanded", "aria-controls", "accordion", "collaps", "toggle", "faq", "question", "spoiler"];

/// The preceding content, as far as it decides if an element repeats it.
#[derive(Default)]
pub(super) struct Context<'a> {
    /// True if a quotation stood for a post that a frame would show again.
    has_quoted_post: bool,
    /// The address of the last link, if nothing visible was in it yet.
    unnamed_link: Option<&'a str>,
    /// The address of the last link with something visible.
    named_link: &'a str,
    /// True if the last visible content was a formula in MathML.
    after_formula: bool,
    drop_cap: DropCap,
}

/// The state of a drop cap, a large first letter in a block of its own.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
enum DropCap {
    #[default]
    None,
    /// The element is open.
    Open,
    /// Its letter was read, and the rest of the word is in the next block.
    Joins,
}

impl Context<'_> {
    /// Notes a text. Returns true if it is the space between a drop cap and its word.
    pub(super) fn note_text(&mut self, is_blank: bool) -> bool {
        match self.drop_cap {
            DropCap::Joins if is_blank => return true,
            DropCap::Open if !is_blank => self.drop_cap = DropCap::Joins,
            DropCap::Joins => self.drop_cap = DropCap::None,
            _ => {}
        }
        if !is_blank {
            self.note_visible();
        }
        false
    }

    /// Notes visible content, so that an open link has a name now.
    pub(super) fn note_visible(&mut self) {
        if let Some(link) = self.unnamed_link.take() {
            self.named_link = link;
        }
        self.after_formula = false;
    }

    /// Notes the end of a formula in MathML, or of another element without text.
    pub(super) fn note_formula(&mut self, is_formula: bool) {
        self.after_formula = is_formula;
    }
}

/// The properties of an element by its attributes.
#[derive(Default)]
struct Hints<'a> {
    hidden: bool,
    /// One of several tabs, of which a script shows one at a time.
    tab_panel: bool,
    /// A button beside a file's link, with the same address.
    file_button: bool,
    /// Hidden from screen readers.
    silent: bool,
    /// A place in which Infogram's or Flourish's script draws a chart.
    chart: bool,
    /// The page of the content in a frame inside.
    oembed: bool,
    /// Hidden until a click unfolds it.
    folded: bool,
    /// A drawn formula.
    drawn_formula: bool,
    /// A class mentions formulas.
    math: bool,
    /// A place for an advertisement.
    advertisement: bool,
    /// A drop cap.
    drop_cap: bool,
    /// A picture, by its role.
    picture: bool,
    /// Not displayed, by its style.
    undisplayed: bool,
    /// It has an address for lazy loading.
    late: bool,
    style: &'a str,
    label: &'a str,
    /// It names a video or chart that a script would insert.
    names_media: bool,
    href: &'a str,
}

impl<'a> Scanner<'a> {
    /// Decides what an element is, given its usual meaning. It is dropped if it is not for readers, or if it repeats
    /// the preceding content (WordPress' button beside a file's link, or the frame for a post that a quotation has
    /// named). `tokens` are those after its start tag.
    pub(super) fn meaning(
        &mut self,
        usual: Tag,
        name: &str,
        attributes: &'a str,
        tokens: &Tokens<'_>,
    ) -> Tag {
        let in_heading = self.stack.iter().any(|open| matches!(open.tag, Tag::Heading(_)));
        let mut tag = usual;
        // A button that folds an answer contains the question.
        if tag == Tag::Dropped
            && name.eq_ignore_ascii_case("button")
            && FOLDING.into_iter().any(|word| around(attributes, word).is_some())
        {
            tag = if in_heading { Tag::PlainInline } else { Tag::PlainBlock };
        }
        // Rows and cells outside of a table are plain blocks.
        if tag.is_table_part() && tag != Tag::Table && !self.is_in(Tag::Table) {
            tag = Tag::PlainBlock;
        }
        // Elements of a formula outside of one.
        if tag.is_math() && tag != Tag::Span(SpanKind::Math) {
            tag = Tag::PlainInline;
        }
        let mut hints = Hints {
            drawn_formula: name.starts_with("mjx-") || name.eq_ignore_ascii_case("nobr"),
            ..Hints::default()
        };
        let mut count = Count::default();
        for (attribute, value) in Attributes::new(attributes) {
            let attribute = attribute.to_ascii_lowercase();
            match &*attribute {
                // Browsers show `until-found` content when a search in the page finds it.
                "hidden" => hints.hidden |= !value.eq_ignore_ascii_case("until-found"),
                "role" => {
                    hints.tab_panel |= has_word("tabpanel region", value);
                    hints.picture |= value == "img";
                }
                "href" => hints.href = value,
                "aria-hidden" => hints.silent |= value == "true",
                "aria-label" => hints.label = value,
                "style" => {
                    hints.style = value;
                    // Text copied from Google Docs is wrapped in `<b style="font-weight:normal">`.
                    if tag == Tag::Span(SpanKind::Strong) && style::is_normal_weight(value) {
                        tag = Tag::PlainInline;
                    }
                    hints.undisplayed |= style::is_hidden(value);
                }
                "id" => hints.advertisement |= is_advertisement(value),
                "class" => {
                    for class in words(value) {
                        self.class(class, &mut tag, &mut hints);
                    }
                }
                _ => hints.late |= attribute.starts_with("data-") && attribute.contains("src"),
            }
            if embed::frame(name, &attribute).is_some() {
                hints.names_media |= !value.is_empty();
                hints.oembed |= attribute == "data-oembed-url";
            }
            count.attribute(&attribute, value);
        }
        self.note_count(&count);
        if (hints.chart || hints.oembed && !self.budget.holds(tokens, name, "iframe oembed video"))
            && hints.names_media
        {
            tag = Tag::Embed;
        } else if tag == Tag::Embed && !hints.names_media && !name.eq_ignore_ascii_case("iframe") {
            tag = Tag::PlainBlock;
        }
        if name.eq_ignore_ascii_case("object") {
            // Its fallback content leads to the same page.
            tag = if self.budget.holds(tokens, name, "a img embed iframe video audio object") {
                Tag::PlainInline
            } else if hints.names_media && around(attributes, "wp-block-file__embed").is_none() {
                Tag::Embed
            } else {
                Tag::Dropped
            };
        }
        let is_link_to_heading = tag == Tag::Link && hints.href.starts_with("#");
        // A hidden picture may wait for a script, a formula may stand beside its drawing, and an answer may wait for
        // a click.
        let is_shown_later =
            hints.late && matches!(tag, Tag::Image | Tag::Embed) || hints.math || hints.folded;
        let is_drawn_again = hints.drawn_formula
            && (self.context.after_formula || hints.silent && self.budget.precedes_formula(tokens, name));
        let is_hidden = hints.hidden && !hints.folded
            || hints.undisplayed && !is_shown_later
            || hints.file_button && hints.href == self.context.named_link
            || is_drawn_again
            || hints.advertisement && !tag.is_inline() && self.budget.is_vacant(tokens, name)
            // The plus sign on a button that unfolds an answer, or the icon of a link to the heading itself.
            || in_heading && hints.silent && (is_link_to_heading || self.is_folding());
        if is_hidden && !hints.tab_panel {
            tag = Tag::Dropped;
        } else if tag == Tag::Link {
            self.context.unnamed_link = Some(hints.href);
        }
        if tag != Tag::Dropped
            && !tag.is_void()
            && let Some(picture) = style::background(hints.style)
            && (hints.picture || is_cover(attributes) || self.budget.is_empty(tokens, name))
        {
            self.background = Some((picture, hints.label));
        }
        if matches!(tag, Tag::PlainBlock | Tag::Paragraph) {
            if self.context.drop_cap == DropCap::Joins {
                self.context.drop_cap = DropCap::None;
                tag = Tag::PlainInline;
            } else if hints.drop_cap && self.budget.is_letter(tokens, name) {
                self.context.drop_cap = DropCap::Open;
                tag = Tag::PlainInline;
            }
        }
        match tag {
            Tag::Table if !self.is_in(Tag::Table) && ahead::has_one_cell(tokens) => Tag::PlainBlock,
            Tag::Dropped if self.island.is_some() => tag,
            Tag::Dropped if name.eq_ignore_ascii_case("noscript") => Tag::Fallback,
            Tag::Dropped
                if name.eq_ignore_ascii_case("svg") && !hints.hidden && self.budget.is_chart(tokens) =>
            {
                Tag::Chart
            }
            _ => tag,
        }
    }

    /// Keeps the source of a formula that no script has drawn yet.
    pub(super) fn source_of_formula(&mut self, attributes: &str, text: &'a str) {
        let is_formula = Attributes::new(attributes)
            .any(|(name, value)| name.eq_ignore_ascii_case("type") && value.starts_with("math/tex"));
        if is_formula && !self.context.after_formula && self.island.is_none() {
            self.push_text(around(text, "</").map_or("", |(source, _)| source));
        }
    }

    /// Applies one of an element's classes.
    fn class(&mut self, class: &str, tag: &mut Tag, hints: &mut Hints<'_>) {
        match class {
            INFOGRAM | FLOURISH => hints.chart |= *tag == Tag::PlainBlock,
            WORDPRESS_EMBED if *tag == Tag::Embed => hints.hidden |= self.context.has_quoted_post,
            WORDPRESS_EMBED => self.context.has_quoted_post |= *tag == Tag::Quote,
            FILE_BUTTON => hints.file_button = true,
            BLOGGER_CAPTION if *tag == Tag::Table && !self.is_in(Tag::Table) => *tag = Tag::Figure,
            _ => {
                // In a link with only an icon it is the link's only name.
                let names_link = self.context.unnamed_link.is_some() && self.is_in(Tag::Link);
                hints.hidden |= has_word(SCREEN_READER_ONLY, class) && !names_link;
                let lower = class.to_ascii_lowercase();
                hints.folded |= FOLDED.iter().any(|part| lower.contains(part));
                hints.math |= lower.contains("math");
                hints.drawn_formula |= DRAWN_FORMULA.iter().any(|part| class.starts_with(part));
                hints.advertisement |= is_advertisement(class);
                hints.drop_cap |= lower.contains("dropcap") || lower.contains("drop-cap");
            }
        }
    }

    /// Returns true if a button is open. (Only buttons that fold something are ever opened.)
    fn is_folding(&self) -> bool {
        self.stack.iter().any(|open| open.name.eq_ignore_ascii_case("button"))
    }
}

/// Returns true if a class or an identifier belongs to an advertisement.
fn is_advertisement(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    has_word(ADVERTISEMENT, &name)
        || ADVERTISEMENT_STARTS.iter().any(|start| name.starts_with(start))
        || name.ends_with("-ad") && name.len() > 3
}

/// Returns true for WordPress' cover block with a fixed background.
fn is_cover(attributes: &str) -> bool {
    around(attributes, "wp-block-cover").is_some()
}
