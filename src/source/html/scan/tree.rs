//! The open elements: which elements a start tag or an end tag ends, and which are then reopened. The rules are those
//! of the standard's tree construction (<https://html.spec.whatwg.org/multipage/parsing.html#tree-construction>), as
//! far as newsrooms' HTML needs them.

use super::{DEPTH_MAX, Scanner};
use crate::article::SpanKind;
use crate::network::address::{Purpose, resolve};
use crate::source::html::attribute::{Attribute, Attributes};
use crate::source::html::entity;
use crate::source::html::event::Event;
use crate::source::html::tag::Tag;
use crate::text::search::has_any;

/// The most spans that are reopened inside of a block that breaks them off.
const REOPENED_MAX: usize = 4;

/// The cost of a reopened element in bytes of HTML, besides the values of its attributes: names and brackets of its
/// two tags.
const REOPENING_COST: usize = 16;

/// The most link targets inside of the text.
const FRAGMENTS_MAX: usize = 1_000;

/// An open element.
#[derive(Clone)]
pub(super) struct Open<'a> {
    pub(super) tag: Tag,
    pub(super) name: &'a str,
    /// Its attributes, if it may be reopened.
    attributes: Attributes<'a>,
    /// True if its end tag was inside a block that is still open.
    ended: bool,
}

/// Returns true if an element is reopened inside of a block that breaks it off.
fn may_reopen(tag: Tag) -> bool {
    matches!(tag, Tag::Link | Tag::Span(_))
}

impl<'a> Scanner<'a> {
    /// Opens an element, after ending those that its start tag ends.
    pub(super) fn open(&mut self, tag: Tag, name: &'a str, attributes: &'a str) {
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
        // A block ends the paragraph around it, and breaks off the spans there.
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

    pub(super) fn close(&mut self, name: &str) {
        let Some(tag) = Tag::named(name) else { return };
        // For these an end tag makes an element.
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
                // By name and not by tag, which may have been changed by the attributes.
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
        // As in the standard, this separates what stands before it from what follows.
        if tag == Tag::Paragraph {
            self.open(tag, "p", "");
            self.pop();
        }
    }

    /// Returns true if such an element is open.
    pub(super) fn is_in(&self, tag: Tag) -> bool {
        self.stack.iter().any(|open| open.tag == tag)
    }

    /// Ends the open elements for which `ends` is true, the innermost first, up to the first for which `stops` is
    /// true.
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

    /// Ends the innermost open element. Returns false if none is open.
    pub(super) fn pop(&mut self) -> bool {
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

    /// Ends all elements down to `at`, and those further out whose end tags were read already. Returns the spans that
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

    pub(super) fn push_open(&mut self, tag: Tag, name: &'a str, attributes: Attributes<'a>) {
        self.out.needs_parser |= self.stack.last().is_some_and(|parent| !tag.belongs_in(parent.tag));
        if !tag.is_void() {
            if self.stack.len() >= DEPTH_MAX {
                self.out.needs_parser |= tag.is_table_part();
                // Words of two blocks must not join.
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

    /// Keeps the fragment of a link to a place in the text.
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
