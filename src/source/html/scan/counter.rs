//! Numbers that a script counts up. The text has the first number, and an attribute the last.

use super::Scanner;
use crate::source::html::attribute::Attributes as Known;
use crate::source::html::event::Event;
use crate::source::html::tag::Tag;
use crate::text::search::{has_word, trimmed};

/// The attributes with the last number.
const ENDS: &str = "data-to-value data-number-value data-to data-count data-count-to data-counter data-counter-value data-end data-end-value data-target data-final data-value data-number data-stop data-purecounter-end";

/// Parts of classes of such elements.
const COUNTING: [&str; 6] = ["counter", "count", "odometer", "timer", "number", "stat"];

/// A number that is counted up to, until it was written.
#[derive(Clone, Copy)]
pub(super) struct Counter<'a> {
    value: &'a str,
    /// The separator of thousands.
    delimiter: &'a str,
    /// The number of open elements around the one that names it, once that is open.
    depth: Option<usize>,
}

/// The number in the attributes of an element.
#[derive(Default)]
pub(super) struct Count<'a> {
    end: Option<&'a str>,
    delimiter: &'a str,
    is_counting: bool,
}

impl<'a> Count<'a> {
    /// Reads an attribute, whose name is in lower case.
    pub(super) fn attribute(&mut self, name: &str, value: &'a str) {
        if name == "data-delimiter" {
            self.delimiter = value;
        }
        let value = trimmed(value);
        if name == "class" {
            let class = value.to_ascii_lowercase();
            self.is_counting = COUNTING.iter().any(|word| class.contains(word));
        } else if self.end.is_none() && has_word(ENDS, name) && is_number(value) {
            self.end = Some(value);
        }
    }
}

/// Returns true if a text is a number, with signs and nothing else.
fn is_number(text: &str) -> bool {
    text.bytes().any(|byte| byte.is_ascii_digit())
        && text.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b',' | b'-' | b'+' | b' '))
}

impl<'a> Scanner<'a> {
    /// Notes that the element about to open names a number.
    pub(super) fn note_count(&mut self, count: &Count<'a>) {
        if let Some(value) = count.end.filter(|_| count.is_counting) {
            self.counter = Some(Counter { value, delimiter: count.delimiter, depth: None });
        }
    }

    /// Writes the last number in place of the first. Returns false if the text is something else.
    pub(super) fn count_up(&mut self, text: &str) -> bool {
        let Some(counter) = self.counter.filter(|_| is_number(trimmed(text))) else { return false };
        self.counter = None;
        self.say(counter);
        true
    }

    /// Writes the number in an element that ends empty, or that has named it.
    pub(super) fn fill_counter(&mut self) {
        let Some(counter) = self.counter else { return };
        let is_for_text =
            |tag: &Tag| matches!(tag, Tag::PlainInline | Tag::PlainBlock | Tag::Paragraph | Tag::Heading(_));
        let is_blank = matches!(self.out.events.last(), Some(Event::Open(tag, _)) if is_for_text(tag));
        if is_blank {
            self.counter = None;
            self.say(counter);
        }
    }

    /// Notes that the element with the number is open.
    pub(super) fn settle_counter(&mut self) {
        if let Some(counter) = &mut self.counter
            && counter.depth.is_none()
        {
            counter.depth = Some(self.stack.len().saturating_sub(1));
        }
    }

    /// Drops the number if its element has ended.
    pub(super) fn leave_counter(&mut self) {
        if self.counter.and_then(|counter| counter.depth).is_some_and(|depth| self.stack.len() <= depth) {
            self.counter = None;
        }
    }

    fn say(&mut self, Counter { value, delimiter, .. }: Counter<'a>) {
        let digits = value.bytes().take_while(u8::is_ascii_digit).count();
        let mut rest = value;
        // The first group of a whole number has one to three digits.
        let mut group =
            if digits == value.len() && !delimiter.is_empty() { (digits - 1) % 3 + 1 } else { value.len() };
        while let Some((part, after)) = rest.split_at_checked(group) {
            self.push_text(part);
            rest = after;
            group = 3;
            if rest.is_empty() {
                break;
            }
            self.push_text(delimiter);
        }
    }

    /// Adds the events of a picture that has no element of its own.
    pub(super) fn push_picture(&mut self, src: &'a str, alt: &'a str) {
        self.push_open(Tag::Image, "", Known::picture(src, alt));
    }
}
