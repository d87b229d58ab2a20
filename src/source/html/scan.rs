//! HTML put in order: well nested, as its author meant it, for the builder and for the browser's parser.
//!
//! Parsers take quadratic time on unclosed and misnested markup, and read some of it otherwise than its author wrote
//! it. So the HTML is put in order before: known elements and attributes alone, each start with its end, **never more
//! than [`DEPTH_MAX`] deep**, no comments, nothing that loses its content anyway. Pure and linear.

mod ahead;
mod counter;
mod meaning;

use super::attribute::{Attribute, Attributes};
use super::entity;
use super::event::Event;
use super::tag::Tag;
use super::token::{Token, Tokens};
use crate::article::SpanKind;
use crate::network::address::{Address, Purpose, resolve};
use crate::text::search::{has_any, is_white, trimmed};

/// How deep elements may stand in one another; a deeper one gives its text to the last that fits.
pub(super) const DEPTH_MAX: usize = 100;

/// How many spans that a block breaks off are opened again inside it.
const REOPENED_MAX: usize = 4;

/// What an element that is opened again costs besides the values of its attributes, in bytes of HTML: names and brackets of its two tags.
const REOPENING_COST: usize = 16;

/// How many times the HTML may be searched for end tags that do not come.
const AHEAD_MAX: usize = 4;

/// The most start tags: no article has a tenth of them, and a parser takes them in a moment.
const TAGS_MAX: usize = 60_000;

/// The most places inside the text that links lead to.
const FRAGMENTS_MAX: usize = 1_000;

/// HTML in order.
#[derive(Debug, Default)]
pub(super) struct Scan<'a> {
    /// What stands in it, well nested.
    pub(super) events: Vec<Event<'a>>,
    /// The fragments that links inside lead to, sorted: only what they name needs remembering.
    pub(super) fragments: Vec<String>,
    /// There were more tags than [`TAGS_MAX`], and the events are not all.
    pub(super) too_many: bool,
    /// There is something that only a browser's parser knows: tables, whose parts it moves and implies, entities that are
    /// not in [`super::entity`], characters that it changes. Anything else it would leave as it is here.
    pub(super) needs_parser: bool,
}

/// An element that is open.
#[derive(Clone)]
struct Open<'a> {
    tag: Tag,
    name: &'a str,
    /// What it means by its attributes, where it may be opened again.
    attributes: Attributes<'a>,
    /// Its end tag has come, inside a block that is still open.
    ended: bool,
}

/// Whether an element that a block breaks off is opened again inside it.
fn may_reopen(tag: Tag) -> bool {
    matches!(tag, Tag::Link | Tag::Span(_))
}

struct Scanner<'a> {
    out: Scan<'a>,
    stack: Vec<Open<'a>>,
    base: Option<&'a Address>,
    /// Bytes that may still be spent on opening elements again, as many at first as the HTML has.
    reopening_budget: usize,
    tags: usize,
    /// How many of the open elements are paragraphs: mostly none, and then none is looked for.
    paragraphs: usize,
    /// The element that is open of those in which only their own kind may stand.
    island: Option<Tag>,
    /// A picture that the style of the element at hand shows: its address, and what it is called.
    background: Option<(&'a str, &'a str)>,
    /// A number that a script would count up to, while it has not been said.
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
    // Elements whose end tag is known not to come: one search for it each, as long as all of them are no longer than so many
    // times the HTML.
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
            // What is in a `div` that a script would replace stays: where it is left open, that is the rest of the text.
            Tag::Embed if usual == Tag::PlainBlock => scanner.open(usual, name, attributes),
            // These have no end.
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
            // Where the end does not come, the rest of the text is no part of it.
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
                // A style sheet keeps a title and its date apart, where no space does.
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

    /// Opens an element that stands in another of its own kind.
    fn open_in_island(&mut self, tag: Tag, name: &'a str, attributes: &'a str) {
        if self.tags >= TAGS_MAX {
            self.out.too_many = true;
            return;
        }
        self.tags += 1;
        let depth = self.stack.len();
        self.push_open(tag, name, Attributes::read(tag, name, attributes));
        // Elements that have no end, and those of MathML that are ended at once.
        let is_whole = tag == Tag::Embed || tag.is_math() && attributes.ends_with('/');
        if is_whole && self.stack.len() > depth {
            self.pop();
        }
    }

    /// Opens an element in which only its own kind may stand. It is known to end.
    fn open_island(&mut self, tag: Tag, name: &'a str, attributes: &'a str) {
        let depth = self.stack.len();
        self.push_open(tag, name, Attributes::read(tag, name, attributes));
        if self.stack.len() > depth {
            self.island = Some(tag);
        }
    }

    fn push_text(&mut self, text: &'a str) {
        self.out.needs_parser |= !entity::is_known(text);
        self.out.events.push(Event::Text(text));
    }

    /// Opens an element, after ending what its start ends. The rules are those of the standard's tree construction
    /// (<https://html.spec.whatwg.org/multipage/parsing.html#tree-construction>), for what newsrooms send.
    fn open(&mut self, tag: Tag, name: &'a str, attributes: &'a str) {
        if tag.is_inline() {
            if tag == Tag::Link {
                self.end_nearest(&|open| open == Tag::Link, &Tag::is_table_part);
            }
            let is_reading = |tag| matches!(tag, Tag::Span(SpanKind::Rt) | Tag::ReadingBracket);
            if is_reading(tag) {
                self.end_nearest(&is_reading, &|open| open == Tag::Span(SpanKind::Ruby) || !open.is_inline());
            }
            self.push_open(tag, name, Attributes::read(tag, name, attributes));
            if tag == Tag::Image {
                self.context.note_visible();
            }
            return;
        }
        match tag {
            Tag::Item => self
                .end_nearest(&|open| open == Tag::Item, &|open| matches!(open, Tag::List | Tag::OrderedList)),
            Tag::Term | Tag::Definition => self
                .end_nearest(&|open| matches!(open, Tag::Term | Tag::Definition), &|open| {
                    open == Tag::DefinitionList
                }),
            Tag::Row | Tag::TableHead | Tag::TableBody | Tag::TableFoot | Tag::TableCaption => {
                let is_row = tag == Tag::Row;
                self.end_nearest(
                    &|open| match open {
                        Tag::TableHead | Tag::TableBody | Tag::TableFoot => !is_row,
                        Tag::Row | Tag::Cell | Tag::HeaderCell | Tag::TableCaption => true,
                        _ => false,
                    },
                    &|open| open == Tag::Table,
                );
            }
            Tag::Cell | Tag::HeaderCell => self.end_nearest(
                &|open| matches!(open, Tag::Cell | Tag::HeaderCell | Tag::TableCaption),
                &|open| open == Tag::Table,
            ),
            _ => {}
        }
        // A block ends the paragraph that it stands in, and breaks off the spans there.
        let mut broken_off = Vec::new();
        let nearest = |open: &Open<'_>| open.tag == Tag::Paragraph || open.tag.is_table_part();
        if self.paragraphs > 0
            && let Some(at) = self.stack.iter().rposition(nearest)
            && self.stack.get(at).is_some_and(|open| open.tag == Tag::Paragraph)
        {
            broken_off = self.pop_to(at);
        }
        if let (Tag::Heading(_), Some(Open { tag: Tag::Heading(_), .. })) = (tag, self.stack.last()) {
            self.pop();
        }
        self.push_open(tag, name, Attributes::read(tag, name, attributes));
        self.reopen(broken_off);
    }

    fn close(&mut self, name: &str) {
        let Some(tag) = Tag::named(name) else { return };
        // Of these an end tag makes an element.
        if matches!(tag, Tag::Break | Tag::Paragraph) {
            self.tags += 1;
        }
        if let Some(island) = self.island {
            let is_its_own = self
                .stack
                .iter()
                .rev()
                .any(|open| open.tag == island && open.name.eq_ignore_ascii_case(name));
            if !is_its_own && !tag.may_stand_in(island) {
                return;
            }
        }
        self.fill_counter();
        if tag == Tag::Break {
            self.push_open(tag, "", Attributes::default());
            return;
        }
        let is_inline = tag.is_inline();
        let is_table_part = tag.is_table_part();
        let mut block_between = false;
        for (at, open) in self.stack.iter_mut().enumerate().rev() {
            let is_same = match (open.tag, tag) {
                (Tag::Heading(_), Tag::Heading(_)) => true,
                // Not the tag: it may have been read as another.
                _ => open.name.eq_ignore_ascii_case(name),
            };
            if is_same && !open.ended {
                if is_inline && block_between {
                    open.ended = true;
                    return;
                }
                let broken_off = self.pop_to(at);
                if is_inline {
                    self.reopen(broken_off);
                }
                return;
            }
            if open.tag.is_table_part() && (!is_table_part || open.tag == Tag::Table) {
                break;
            }
            block_between |= !open.tag.is_inline();
        }
        // As in the standard: what stands before it is apart from what follows.
        if tag == Tag::Paragraph {
            self.open(tag, "p", "");
            self.pop();
        }
    }

    /// Whether such an element is open.
    fn is_in(&self, tag: Tag) -> bool {
        self.stack.iter().any(|open| open.tag == tag)
    }

    /// Ends the open elements that `ends` tells, the nearest first, up to the first that `stops` tells.
    fn end_nearest(&mut self, ends: &dyn Fn(Tag) -> bool, stops: &dyn Fn(Tag) -> bool) {
        loop {
            let nearest = self.stack.iter().rposition(|open| ends(open.tag) || stops(open.tag));
            match nearest.and_then(|at| self.stack.get(at).map(|open| (at, open.tag))) {
                Some((at, tag)) if ends(tag) => {
                    self.pop_to(at);
                }
                _ => return,
            }
        }
    }

    /// Ends the element that opened last; `false` where none is open.
    fn pop(&mut self) -> bool {
        let Some(open) = self.stack.pop() else { return false };
        self.paragraphs -= usize::from(open.tag == Tag::Paragraph);
        if self.island == Some(open.tag) {
            self.island = None;
            self.context.note_formula(open.tag == Tag::Span(SpanKind::Math));
        }
        self.leave_counter();
        self.out.events.push(Event::Close);
        true
    }

    /// Ends every element from the top to `at`, and those above whose end tags had come before. Gives back the spans that
    /// this breaks off, the innermost first.
    fn pop_to(&mut self, at: usize) -> Vec<Open<'a>> {
        let mut broken_off = Vec::new();
        while self.stack.len() > at {
            if let Some(open) = self.stack.last()
                && self.stack.len() > at + 1
                && may_reopen(open.tag)
                && !open.ended
                && broken_off.len() < REOPENED_MAX
            {
                broken_off.push(open.clone());
            }
            self.pop();
        }
        while self.stack.last().is_some_and(|open| open.ended) {
            self.pop();
        }
        broken_off
    }

    fn reopen(&mut self, broken_off: Vec<Open<'a>>) {
        for open in broken_off.into_iter().rev() {
            let values = open.attributes.iter().map(|(_, value)| value.len());
            let cost = values.sum::<usize>() + REOPENING_COST;
            if let Some(left) = self.reopening_budget.checked_sub(cost) {
                self.reopening_budget = left;
                self.push_open(open.tag, open.name, open.attributes);
            }
        }
    }

    fn push_open(&mut self, tag: Tag, name: &'a str, attributes: Attributes<'a>) {
        self.out.needs_parser |= tag.is_table_part() || tag == Tag::Preformatted;
        if !tag.is_void() {
            if self.stack.len() >= DEPTH_MAX {
                // Words of two blocks do not join.
                if !tag.is_inline() {
                    self.push_text(" ");
                }
                return;
            }
            self.paragraphs += usize::from(tag == Tag::Paragraph);
            let kept = if may_reopen(tag) { attributes.clone() } else { Attributes::default() };
            self.stack.push(Open { tag, name, attributes: kept, ended: false });
        }
        for (attribute, value) in attributes.iter() {
            self.out.needs_parser |= !entity::is_known(value);
            if tag == Tag::Link && attribute == Attribute::Href {
                self.remember_fragment(value);
            }
        }
        self.out.events.push(Event::Open(tag, attributes));
    }

    /// Remembers where in the text a link leads to, if it does.
    fn remember_fragment(&mut self, href: &str) {
        let known = &mut self.out.fragments;
        if has_any(href, "#")
            && known.len() < FRAGMENTS_MAX
            && let Some(link) = resolve(href, self.base, Purpose::Link)
            && let Some(fragment) = link.fragment()
            && let Err(at) = known.binary_search(&fragment)
        {
            known.insert(at, fragment);
        }
    }
}
