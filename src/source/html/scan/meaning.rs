//! What an element is, once its attributes and what stands around it are looked at.

use super::counter::Count;
use super::{Scanner, ahead};
use crate::article::SpanKind;
use crate::source::html::tag::Tag;
use crate::source::html::token::{Attributes, Tokens};
use crate::source::html::{embed, style};
use crate::text::search::{around, has_word, words};

/// The class of what a script makes a chart of.
const INFOGRAM: &str = "infogram-embed";
/// The class of a quotation that stands for a post of WordPress', and of the frame that would show it.
const WORDPRESS_EMBED: &str = "wp-embedded-content";
/// The class of a button that has the address of the link before it.
const FILE_BUTTON: &str = "wp-block-file__button";
/// The class of a `div` that a script of Flourish's would draw a chart in.
const FLOURISH: &str = "flourish-embed";
/// The classes of what is there to be heard, and says what is shown beside it in another way.
const SCREEN_READER_ONLY: &str = "screen-reader-text sr-only visually-hidden";
/// Parts of the classes of a formula that is drawn, beside the same in MathML.
const DRAWN_FORMULA: [&str; 4] = ["katex-html", "MathJax", "mjx", "mwe-math-fallback"];
/// Parts of the classes of what a click folds open: hidden until then, and text of the article nevertheless.
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
/// Words in the classes and identifiers of places for advertisements.
const ADVERTISEMENT: &str = "ad ads advert advertisement advertising adslot adsbygoogle adunit adbox adcontainer sponsor-slot publicite pub-slot dfp werbung";
/// How such names begin.
const ADVERTISEMENT_STARTS: [&str; 7] =
    ["ad-", "ads-", "ad_", "advert", "div-gpt-ad", "google-auto-placed", "adsense"];
/// The class of a table that is a picture with its caption, in Blogger's posts.
const BLOGGER_CAPTION: &str = "tr-caption-container";
/// Attributes that a button has which folds an answer away, and words in them.
const FOLDING: [&str; 8] =
    ["aria-expanded", "aria-controls", "accordion", "collaps", "toggle", "faq", "question", "spoiler"];

/// What has come before, as far as it tells whether an element repeats it.
#[derive(Default)]
pub(super) struct Context<'a> {
    /// A quotation has stood for a post that a frame would show again.
    has_quoted_post: bool,
    /// The address of the last link, where that has had nothing in it yet that can be seen.
    unnamed_link: Option<&'a str>,
    /// The address of the last link that has.
    named_link: &'a str,
    /// A formula in MathML was the last that can be seen.
    after_formula: bool,
    drop_cap: DropCap,
}

/// Where a large first letter that is a block of its own stands.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
enum DropCap {
    #[default]
    None,
    /// The element is open.
    Open,
    /// Its letter has come, and its word goes on in the block that follows.
    Joins,
}

impl Context<'_> {
    /// Notes a text, and says whether it is the space between a large first letter and its word.
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

    /// Notes that something has come that can be seen: the link that is open, if one is, has a name now.
    pub(super) fn note_visible(&mut self) {
        if let Some(link) = self.unnamed_link.take() {
            self.named_link = link;
        }
        self.after_formula = false;
    }

    /// Notes that a formula in MathML has ended, or something else that holds no text.
    pub(super) fn note_formula(&mut self, is_formula: bool) {
        self.after_formula = is_formula;
    }
}

/// What the attributes of an element say about what it is.
#[derive(Default)]
struct Said<'a> {
    hidden: bool,
    /// One of several of which a script shows one at a time.
    tab_panel: bool,
    /// A button beside a file's link, with the same address.
    file_button: bool,
    /// Not for screen readers.
    silent: bool,
    /// A script of Infogram's or Flourish's would draw a chart there.
    chart: bool,
    /// The page of what the frame inside shows.
    oembed: bool,
    /// It is hidden until a click folds it open.
    folded: bool,
    /// A formula, drawn.
    drawn_formula: bool,
    /// Its classes speak of formulas.
    math: bool,
    /// A place for an advertisement.
    advertisement: bool,
    /// A large first letter.
    drop_cap: bool,
    /// A picture, by its role.
    picture: bool,
    /// Its style shows nothing of it.
    undisplayed: bool,
    /// It holds an address for later.
    late: bool,
    style: &'a str,
    label: &'a str,
    /// It names the film or chart that a script would put there.
    names_media: bool,
    href: &'a str,
}

impl<'a> Scanner<'a> {
    /// What an element is, given what it usually is: dropped where it is for no reader, or says again what the one before
    /// it has said (WordPress' button beside a file's link, and the frame that shows the post that a quotation has named).
    /// `tokens` are what follows its start tag.
    pub(super) fn meaning(
        &mut self,
        usual: Tag,
        name: &str,
        attributes: &'a str,
        tokens: &Tokens<'_>,
    ) -> Tag {
        let in_heading = self.stack.iter().any(|open| matches!(open.tag, Tag::Heading(_)));
        let mut tag = usual;
        // A button that folds an answer away has the question in it.
        if tag == Tag::Dropped
            && name.eq_ignore_ascii_case("button")
            && FOLDING.into_iter().any(|word| around(attributes, word).is_some())
        {
            tag = if in_heading { Tag::PlainInline } else { Tag::PlainBlock };
        }
        // Rows and cells outside a table are blocks like any other.
        if tag.is_table_part() && tag != Tag::Table && !self.is_in(Tag::Table) {
            tag = Tag::PlainBlock;
        }
        // Parts of a formula that is none.
        if tag.is_math() && tag != Tag::Span(SpanKind::Math) {
            tag = Tag::PlainInline;
        }
        let mut said = Said {
            drawn_formula: name.starts_with("mjx-") || name.eq_ignore_ascii_case("nobr"),
            ..Said::default()
        };
        let mut count = Count::default();
        for (attribute, value) in Attributes::new(attributes) {
            let attribute = attribute.to_ascii_lowercase();
            match &*attribute {
                // Found by a search in the page, `until-found` is shown.
                "hidden" => said.hidden |= !value.eq_ignore_ascii_case("until-found"),
                "role" => {
                    said.tab_panel |= has_word("tabpanel region", value);
                    said.picture |= value == "img";
                }
                "href" => said.href = value,
                "aria-hidden" => said.silent |= value == "true",
                "aria-label" => said.label = value,
                "style" => {
                    said.style = value;
                    // What is copied from Google Docs is all in one `<b style="font-weight:normal">`.
                    if tag == Tag::Span(SpanKind::Strong) && style::is_normal_weight(value) {
                        tag = Tag::PlainInline;
                    }
                    said.undisplayed |= style::is_hidden(value);
                }
                "id" => said.advertisement |= is_advertisement(value),
                "class" => {
                    for class in words(value) {
                        self.class(class, &mut tag, &mut said);
                    }
                }
                _ => said.late |= attribute.starts_with("data-") && attribute.contains("src"),
            }
            if embed::frame(name, &attribute).is_some() {
                said.names_media |= !value.is_empty();
                said.oembed |= attribute == "data-oembed-url";
            }
            count.attribute(&attribute, value);
        }
        self.note_count(&count);
        if (said.chart || said.oembed && !self.budget.holds(tokens, name, "iframe oembed video"))
            && said.names_media
        {
            tag = Tag::Embed;
        } else if tag == Tag::Embed && !said.names_media && !name.eq_ignore_ascii_case("iframe") {
            tag = Tag::PlainBlock;
        }
        if name.eq_ignore_ascii_case("object") {
            // What stands in it for those who cannot see it leads there as well.
            tag = if self.budget.holds(tokens, name, "a img embed iframe video audio object") {
                Tag::PlainInline
            } else if said.names_media && around(attributes, "wp-block-file__embed").is_none() {
                Tag::Embed
            } else {
                Tag::Dropped
            };
        }
        let is_link_to_heading = tag == Tag::Link && said.href.starts_with("#");
        // A picture may wait for its script, a formula stands beside its drawing, and an answer for a click.
        let is_shown_later = said.late && matches!(tag, Tag::Image | Tag::Embed) || said.math || said.folded;
        let is_drawn_again = said.drawn_formula
            && (self.context.after_formula || said.silent && self.budget.precedes_formula(tokens, name));
        let is_hidden = said.hidden && !said.folded
            || said.undisplayed && !is_shown_later
            || said.file_button && said.href == self.context.named_link
            || is_drawn_again
            || said.advertisement && !tag.is_inline() && self.budget.is_vacant(tokens, name)
            // The plus of a button that unfolds an answer, or the sign of a link to the heading itself.
            || in_heading && said.silent && (is_link_to_heading || self.is_folding());
        if is_hidden && !said.tab_panel {
            tag = Tag::Dropped;
        } else if tag == Tag::Link {
            self.context.unnamed_link = Some(said.href);
        }
        if tag != Tag::Dropped
            && !tag.is_void()
            && let Some(picture) = style::background(said.style)
            && (said.picture || is_cover(attributes) || self.budget.is_empty(tokens, name))
        {
            self.background = Some((picture, said.label));
        }
        if matches!(tag, Tag::PlainBlock | Tag::Paragraph) {
            if self.context.drop_cap == DropCap::Joins {
                self.context.drop_cap = DropCap::None;
                tag = Tag::PlainInline;
            } else if said.drop_cap && self.budget.is_letter(tokens, name) {
                self.context.drop_cap = DropCap::Open;
                tag = Tag::PlainInline;
            }
        }
        match tag {
            Tag::Table if !self.is_in(Tag::Table) && ahead::has_one_cell(tokens) => Tag::PlainBlock,
            Tag::Dropped if self.island.is_some() => tag,
            Tag::Dropped if name.eq_ignore_ascii_case("noscript") => Tag::Fallback,
            Tag::Dropped
                if name.eq_ignore_ascii_case("svg") && !said.hidden && self.budget.is_chart(tokens) =>
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

    /// Takes in what one of its classes says about an element.
    fn class(&mut self, class: &str, tag: &mut Tag, said: &mut Said<'_>) {
        match class {
            INFOGRAM | FLOURISH => said.chart |= *tag == Tag::PlainBlock,
            WORDPRESS_EMBED if *tag == Tag::Embed => said.hidden |= self.context.has_quoted_post,
            WORDPRESS_EMBED => self.context.has_quoted_post |= *tag == Tag::Quote,
            FILE_BUTTON => said.file_button = true,
            BLOGGER_CAPTION if *tag == Tag::Table && !self.is_in(Tag::Table) => *tag = Tag::Figure,
            _ => {
                // In a link that shows an icon alone it is the link's only name.
                let names_link = self.context.unnamed_link.is_some() && self.is_in(Tag::Link);
                said.hidden |= has_word(SCREEN_READER_ONLY, class) && !names_link;
                let lower = class.to_ascii_lowercase();
                said.folded |= FOLDED.iter().any(|part| lower.contains(part));
                said.math |= lower.contains("math");
                said.drawn_formula |= DRAWN_FORMULA.iter().any(|part| class.starts_with(part));
                said.advertisement |= is_advertisement(class);
                said.drop_cap |= lower.contains("dropcap") || lower.contains("drop-cap");
            }
        }
    }

    /// Whether a button is open: only one that folds something ever is.
    fn is_folding(&self) -> bool {
        self.stack.iter().any(|open| open.name.eq_ignore_ascii_case("button"))
    }
}

/// Whether a class or an identifier is that of a place for advertisements.
fn is_advertisement(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    has_word(ADVERTISEMENT, &name)
        || ADVERTISEMENT_STARTS.iter().any(|start| name.starts_with(start))
        || name.ends_with("-ad") && name.len() > 3
}

/// Whether an element is the cover of WordPress whose picture does not scroll.
fn is_cover(attributes: &str) -> bool {
    around(attributes, "wp-block-cover").is_some()
}
