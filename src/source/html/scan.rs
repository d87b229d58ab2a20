//! Puts HTML in order: well nested, as its author meant it, for the builder and for the browser's parser.
//!
//! Parsers take quadratic time on unclosed and misnested markup, and understand some of it otherwise than its author
//! did. So the HTML is put in order first: only known elements and attributes, each start with its end, **never more
//! than [`DEPTH_MAX`] deep**, no comments, and nothing whose content is dropped anyway. Pure and linear.

mod ahead;
mod counter;
mod meaning;
mod tree;

use super::attribute::Attributes;
use super::entity;
use super::event::Event;
use super::tag::Tag;
use super::token::{Token, Tokens};
use crate::network::address::Address;
use crate::text::search::{is_white, trimmed};
use tree::Open;

/// The greatest depth of elements. The text of deeper ones goes to the last that fits.
pub(super) const DEPTH_MAX: usize = 100;

/// How many times the length of the HTML may be searched for end tags that are missing.
const AHEAD_MAX: usize = 4;

/// The most start tags: ten times what any article has, and few enough for a parser.
const TAGS_MAX: usize = 60_000;

/// HTML in order.
#[derive(Debug, Default)]
pub(super) struct Scan<'a> {
    /// Its events, well nested.
    pub(super) events: Vec<Event<'a>>,
    /// The fragments of links inside, sorted. Only places with these names are kept.
    pub(super) fragments: Vec<String>,
    /// True if there were more tags than [`TAGS_MAX`], so that the events are incomplete.
    pub(super) too_many: bool,
    /// True if something needs a browser's parser: tables with something out of its place, which it moves; entities
    /// that are not in [`super::entity`]; characters that it changes or drops. It would leave anything else as it is
    /// here.
    pub(super) needs_parser: bool,
}

struct Scanner<'a> {
    out: Scan<'a>,
    stack: Vec<Open<'a>>,
    base: Option<&'a Address>,
    /// The bytes that may still be spent on reopening elements, at first as many as the HTML has.
    reopening_budget: usize,
    tags: usize,
    /// The number of open paragraphs. It is mostly 0, which saves searching for one.
    paragraphs: usize,
    /// The open element that may contain only its own kind, if any.
    island: Option<Tag>,
    /// A picture in the current element's style: its address and its name.
    background: Option<(&'a str, &'a str)>,
    /// A number that a script would count up to, until its text was written.
    counter: Option<counter::Counter<'a>>,
    budget: ahead::Budget,
    context: meaning::Context<'a>,
}

/// Puts HTML in order, as described above.
pub(super) fn scan<'a>(html: &'a str, base: Option<&'a Address>) -> Scan<'a> {
    let mut scanner = Scanner {
        out: Scan::default(),
        stack: Vec::new(),
        base,
        reopening_budget: html.len(),
        tags: 0,
        paragraphs: 0,
        island: None,
        background: None,
        counter: None,
        budget: ahead::Budget(html.len().saturating_mul(2)),
        context: meaning::Context::default(),
    };
    let mut tokens = Tokens::new(html);
    // Elements whose end tag is known to be missing. Each costs one search, as long as the HTML may be searched that
    // often.
    let mut endless: Vec<&str> = Vec::new();
    let mut ahead_left = AHEAD_MAX * html.len();
    while let Some(token) = tokens.next() {
        let (name, attributes) = match token {
            Token::Text(text) => {
                scanner.text(text);
                continue;
            }
            Token::Close(name) => {
                scanner.close(name);
                continue;
            }
            Token::Open(name, attributes) => (name, attributes),
        };
        let Some(usual) = Tag::named(name) else { continue };
        if let Some(island) = scanner.island
            && !matches!(usual, Tag::Dropped | Tag::RawText)
        {
            if usual.may_stand_in(island) {
                scanner.open_in_island(usual, name, attributes);
            }
            if usual == Tag::Embed && name.eq_ignore_ascii_case("iframe") {
                tokens.skip_raw(name);
            }
            continue;
        }
        // The title of a chart is text.
        if scanner.island == Some(Tag::Chart) && name.eq_ignore_ascii_case("title") {
            continue;
        }
        let tag = scanner.meaning(usual, name, attributes, &tokens);
        if tag == Tag::Dropped && usual.is_void() {
            continue;
        }
        if scanner.tags >= TAGS_MAX {
            scanner.out.too_many = true;
            break;
        }
        scanner.tags += 1;
        if let Some((src, alt)) = scanner.background.take() {
            scanner.push_picture(src, alt);
        }
        if tag == Tag::Embed {
            let depth = scanner.stack.len();
            scanner.open(tag, name, attributes);
            if scanner.stack.len() > depth {
                scanner.pop();
            }
        }
        match tag {
            Tag::RawText => {
                let text = tokens.rest();
                tokens.skip_raw(name);
                scanner.source_of_formula(attributes, text);
            }
            // The content of a `div` that a script would replace is kept, because if the `div` is not closed, that is
            // the rest of the text.
            Tag::Embed if usual == Tag::PlainBlock => scanner.open(usual, name, attributes),
            // These elements have no end tag.
            Tag::Embed if name.eq_ignore_ascii_case("embed") => {}
            Tag::Dropped | Tag::Embed => {
                let length = tokens.rest().len();
                if !endless.iter().any(|known| known.eq_ignore_ascii_case(name)) && ahead_left >= length {
                    match ahead::behind_end(&tokens, name) {
                        Some(behind) => {
                            if usual != Tag::Dropped
                                && tag == Tag::Dropped
                                && ahead::parts_words(&tokens, &behind)
                            {
                                scanner.push_text(" ");
                            }
                            tokens = behind;
                        }
                        None => {
                            endless.push(name);
                            ahead_left -= length;
                        }
                    }
                }
            }
            // If the end is missing, the rest of the text does not belong to it.
            island if island.is_island() => {
                let length = tokens.rest().len();
                if !endless.iter().any(|known| known.eq_ignore_ascii_case(name)) && ahead_left >= length {
                    if ahead::behind_end(&tokens, name).is_some() {
                        scanner.open_island(island, name, attributes);
                    } else {
                        endless.push(name);
                        ahead_left -= length;
                    }
                }
            }
            _ => {
                // Styles separate a title and its date where the text has no space.
                if name.eq_ignore_ascii_case("time")
                    && matches!(scanner.out.events.last(), Some(Event::Open(..) | Event::Close))
                    && !scanner.is_in(Tag::Preformatted)
                {
                    scanner.push_text(" ");
                }
                scanner.open(tag, name, attributes);
            }
        }
        scanner.settle_counter();
    }
    while scanner.pop() {}
    scanner.out
}

impl<'a> Scanner<'a> {
    fn text(&mut self, text: &'a str) {
        let is_blank = trimmed(text).is_empty();
        match self.island {
            Some(Tag::Fallback) => return,
            Some(Tag::Chart) => self.push_text(" "),
            Some(_) if is_white(text) => return,
            Some(_) => {}
            None => {
                if self.context.note_text(is_blank) || !is_blank && self.count_up(text) {
                    return;
                }
            }
        }
        self.push_text(text);
    }

    /// Opens an element inside of another of its own kind.
    fn open_in_island(&mut self, tag: Tag, name: &'a str, attributes: &'a str) {
        if self.tags >= TAGS_MAX {
            self.out.too_many = true;
            return;
        }
        self.tags += 1;
        let depth = self.stack.len();
        self.push_open(tag, name, Attributes::read(tag, name, attributes));
        // Elements without an end tag, and self-closing ones of MathML.
        let is_whole = tag == Tag::Embed || tag.is_math() && attributes.ends_with('/');
        if is_whole && self.stack.len() > depth {
            self.pop();
        }
    }

    /// Opens an element that may contain only its own kind. Its end tag exists.
    fn open_island(&mut self, tag: Tag, name: &'a str, attributes: &'a str) {
        let depth = self.stack.len();
        self.push_open(tag, name, Attributes::read(tag, name, attributes));
        if self.stack.len() > depth {
            self.island = Some(tag);
        }
    }

    fn push_text(&mut self, text: &'a str) {
        let is_misplaced = self.stack.last().is_some_and(|open| open.tag.holds_cells()) && !is_white(text);
        // The first line break of preformatted text is dropped.
        let is_first = matches!(self.out.events.last(), Some(Event::Open(Tag::Preformatted, _)));
        self.out.needs_parser |=
            is_misplaced || is_first && text.starts_with('\n') || !entity::is_known(text);
        self.out.events.push(Event::Text(text));
    }
}
