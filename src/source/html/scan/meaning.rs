//! What an element is, once its attributes and what stands around it are looked at.

use super::{Scanner, ahead};
use crate::article::SpanKind;
use crate::source::html::tag::Tag;
use crate::source::html::token::{Attributes, Tokens};
use crate::text::search::{around, has_word, words};

/// The class of what a script makes a chart of.
const INFOGRAM: &str = "infogram-embed";
/// The class of a quotation that stands for a post of WordPress', and of the frame that would show it.
const WORDPRESS_EMBED: &str = "wp-embedded-content";
/// The class of a button that has the address of the link before it.
const FILE_BUTTON: &str = "wp-block-file__button";
/// The classes of what is there to be heard, and says what is shown beside it in another way.
const SCREEN_READER_ONLY: &str = "screen-reader-text sr-only visually-hidden katex-mathml";
/// The class of a table that is a picture with its caption, in Blogger's posts.
const BLOGGER_CAPTION: &str = "tr-caption-container";
/// Attributes that a button has which folds an answer away, and words in them.
const FOLDING: [&str; 2] = ["aria-expanded", "accordion"];

/// What has come before, as far as it tells whether an element repeats it.
#[derive(Default)]
pub(super) struct Context<'a> {
    /// A quotation has stood for a post that a frame would show again.
    has_quoted_post: bool,
    /// The address of the last link, where that has had nothing in it yet that can be seen.
    unnamed_link: Option<&'a str>,
    /// The address of the last link that has.
    named_link: &'a str,
}

impl Context<'_> {
    /// Notes that something has come that can be seen: the link that is open, if one is, has a name now.
    pub(super) fn note_visible(&mut self) {
        if let Some(link) = self.unnamed_link.take() {
            self.named_link = link;
        }
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
    /// Infogram's script would draw a chart there.
    infogram: bool,
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
            && in_heading
            && name.eq_ignore_ascii_case("button")
            && FOLDING.into_iter().any(|word| around(attributes, word).is_some())
        {
            tag = Tag::PlainInline;
        }
        // Rows and cells outside a table are blocks like any other.
        if tag.is_table_part() && tag != Tag::Table && !self.is_in(Tag::Table) {
            tag = Tag::PlainBlock;
        }
        let mut said = Said::default();
        for (attribute, value) in Attributes::new(attributes) {
            match &*attribute.to_ascii_lowercase() {
                // Found by a search in the page, `until-found` is shown.
                "hidden" => said.hidden |= !value.eq_ignore_ascii_case("until-found"),
                "role" => said.tab_panel |= value == "tabpanel",
                "href" => said.href = value,
                "videoid" | "data-videoid" | "data-id" => said.names_media |= !value.is_empty(),
                "aria-hidden" => said.silent |= value == "true",
                // What is copied from Google Docs is all in one `<b style="font-weight:normal">`.
                "style" if tag == Tag::Span(SpanKind::Strong) && is_normal_weight(value) => {
                    tag = Tag::PlainInline;
                }
                "class" => {
                    for class in words(value) {
                        self.class(class, &mut tag, &mut said);
                    }
                }
                _ => {}
            }
        }
        if said.infogram && said.names_media {
            tag = Tag::Embed;
        } else if tag == Tag::Embed && !said.names_media && !name.eq_ignore_ascii_case("iframe") {
            tag = Tag::PlainBlock;
        }
        let is_link_to_heading = tag == Tag::Link && said.href.starts_with("#");
        let is_hidden = said.hidden
            || said.file_button && said.href == self.context.named_link
            // The plus of a button that unfolds an answer, or the sign of a link to the heading itself.
            || in_heading && said.silent && (is_link_to_heading || self.is_folding());
        if is_hidden && !said.tab_panel {
            tag = Tag::Dropped;
        } else if tag == Tag::Link {
            self.context.unnamed_link = Some(said.href);
        }
        match tag {
            Tag::Table if !self.is_in(Tag::Table) && ahead::has_one_cell(tokens) => Tag::PlainBlock,
            Tag::Dropped
                if name.eq_ignore_ascii_case("noscript") && ahead::holds_chart(tokens, self.base) =>
            {
                Tag::PlainBlock
            }
            _ => tag,
        }
    }

    /// Takes in what one of its classes says about an element.
    fn class(&mut self, class: &str, tag: &mut Tag, said: &mut Said<'_>) {
        match class {
            INFOGRAM => said.infogram |= *tag == Tag::PlainBlock,
            WORDPRESS_EMBED if *tag == Tag::Embed => said.hidden |= self.context.has_quoted_post,
            WORDPRESS_EMBED => self.context.has_quoted_post |= *tag == Tag::Quote,
            FILE_BUTTON => said.file_button = true,
            BLOGGER_CAPTION if *tag == Tag::Table && !self.is_in(Tag::Table) => *tag = Tag::Figure,
            _ => {
                // In a link that shows an icon alone it is the link's only name.
                let names_link = self.context.unnamed_link.is_some() && self.is_in(Tag::Link);
                said.hidden |= has_word(SCREEN_READER_ONLY, class) && !names_link;
            }
        }
    }

    /// Whether a button is open: only one that folds something ever is.
    fn is_folding(&self) -> bool {
        self.stack.iter().any(|open| open.name.eq_ignore_ascii_case("button"))
    }
}

/// Whether a style sets the usual weight of text, by name or by its number, 400.
fn is_normal_weight(style: &str) -> bool {
    let weight = around(style, "font-weight:").map_or("", |(_, weight)| weight.trim_ascii());
    weight.starts_with("normal") || weight.starts_with("4")
}
