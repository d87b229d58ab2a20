//! Numbers that a script counts up: the text shows where they start, and an attribute says where they end.

use super::Scanner;
use crate::source::html::attribute::Attributes as Known;
use crate::source::html::event::Event;
use crate::source::html::tag::Tag;
use crate::text::search::{has_word, trimmed};

/// The attributes that say where a number ends.
const ENDS: &str = "data-to-value data-number-value data-to data-count data-count-to data-counter data-counter-value data-end data-end-value data-target data-final data-value data-number data-stop data-purecounter-end";

/// Parts of the classes of what counts.
const COUNTING: [&str; 6] = ["counter", "count", "odometer", "timer", "number", "stat"];

/// A number that is counted up to, and has not been said yet.
#[derive(Clone, Copy)]
pub(super) struct Counter<'a> {
    value: &'a str,
    /// What stands between thousands.
    delimiter: &'a str,
    /// How many elements are open around the one that names it, once that is open.
    depth: Option<usize>,
}

/// What the attributes of an element say of a number.
#[derive(Default)]
pub(super) struct Count<'a> {
    end: Option<&'a str>,
    delimiter: &'a str,
    is_counting: bool,
}

impl<'a> Count<'a> {
    /// Takes in an attribute, of which the name is in small letters.
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

/// Whether a text is a number, with its signs and nothing else.
fn is_number(text: &str) -> bool {
    text.bytes().any(|byte| byte.is_ascii_digit())
        && text.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b',' | b'-' | b'+' | b' '))
}

impl<'a> Scanner<'a> {
    /// Notes that an element which opens now names a number.
    pub(super) fn note_count(&mut self, count: &Count<'a>) {
        if let Some(value) = count.end.filter(|_| count.is_counting) {
            self.counter = Some(Counter { value, delimiter: count.delimiter, depth: None });
        }
    }

    /// Says the number where a text shows its start; `false` where the text is another.
    pub(super) fn count_up(&mut self, text: &str) -> bool {
        let Some(counter) = self.counter.filter(|_| is_number(trimmed(text))) else { return false };
        self.counter = None;
        self.say(counter);
        true
    }

    /// Says the number in an element that ends with nothing in it, or that has named it.
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

    /// Notes that the element that names the number is open now.
    pub(super) fn settle_counter(&mut self) {
        if let Some(counter) = &mut self.counter
            && counter.depth.is_none()
        {
            counter.depth = Some(self.stack.len().saturating_sub(1));
        }
    }

    /// Forgets the number where the element that names it has ended.
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

    /// A picture for the events that no element of its own shows.
    pub(super) fn push_picture(&mut self, src: &'a str, alt: &'a str) {
        self.push_open(Tag::Image, "", Known::picture(src, alt));
    }
}
