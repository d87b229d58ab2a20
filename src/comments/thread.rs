//! A thread: the comments that are shown, those that are at hand, and where more are to be had. Pure.

use super::list::{self, Comment, Entry, List, PAGE};
use super::order::Order;
use crate::network::address::Address;
use crate::network::json::Json;
use crate::source::html::entry::Markup;
use crate::source::native::entry::Native;
use crate::source::wordpress::route;
use std::rc::Rc;

/// The comments of one article.
pub struct Thread {
    /// Where the list is to be had; nowhere, where the site takes comments and lists none.
    endpoint: Option<Address>,
    /// Whether the endpoint is WordPress', which counts pages; the native contract names the next one.
    wordpress: bool,
    /// Whether the newest are asked for first.
    newest_first: bool,
    /// What addresses in comments resolve against.
    base: Option<Address>,
    readers: (Markup, Native),
    order: Order,
    /// The comments that are placed, by their numbers.
    comments: Vec<Rc<Comment>>,
    /// The numbers of comments that were just sent, and whose ids the endpoint has not told.
    nameless: Vec<usize>,
    /// The numbers of the comments at the top in the order in which they are shown, then those of the replies to each.
    levels: Vec<Vec<usize>>,
    /// Comments that have come and are not placed yet.
    at_hand: Vec<Entry>,
    next: Option<String>,
    /// The number of WordPress' page that `next` is, from 1.
    page: u32,
    count: Option<u32>,
}

impl Thread {
    /// A thread of which nothing is here yet. `count` is how many comments the article speaks of.
    pub fn new(
        endpoint: Option<&Address>,
        newest_first: bool,
        count: Option<u32>,
        base: Option<&Address>,
        readers: (Markup, Native),
    ) -> Self {
        let wordpress = endpoint.is_some_and(route::is_comments);
        let first = endpoint.map(|endpoint| {
            if wordpress {
                list::wordpress_page(endpoint, 1, newest_first)
            } else {
                list::native_page(endpoint, newest_first)
            }
        });
        Thread {
            endpoint: endpoint.cloned(),
            wordpress,
            newest_first,
            base: base.cloned(),
            readers,
            order: Order::default(),
            comments: Vec::new(),
            nameless: Vec::new(),
            levels: vec![Vec::new()],
            at_hand: Vec::new(),
            next: first,
            page: 1,
            count,
        }
    }

    /// The endpoint, which an answer without an address of its own resolves against.
    pub fn endpoint(&self) -> Option<&Address> {
        self.endpoint.as_ref()
    }

    /// Takes an answer of the endpoint: the comments that are not here yet, and where more are to be had. `total` is how
    /// many comments there are by the answer's head.
    pub fn arrive(&mut self, list: List, total: Option<u32>) {
        let full = list.entries.len() >= PAGE as usize;
        let mut fresh = Vec::new();
        for entry in list.entries {
            if !self.order.has(&entry.id) && !self.recognise(&entry) {
                fresh.push(entry);
            }
        }
        let total = list.total.or(total);
        // A page with nothing new is the last, whatever it says of another.
        self.next = if fresh.is_empty() {
            None
        } else if !self.wordpress {
            list.next.map(|next| next.as_str().to_owned())
        } else if total.map_or(full, |total| total > self.page * PAGE) {
            // Where the header with the number of comments is kept from us, a page that is not full is the last.
            self.page += 1;
            self.endpoint
                .as_ref()
                .map(|endpoint| list::wordpress_page(endpoint, self.page, self.newest_first))
        } else {
            None
        };
        let passed_over = self.order.passed_over() as u32;
        let all = self.order.len() as u32 + passed_over + fresh.len() as u32;
        if let Some(count) = total.or(self.next.is_none().then_some(all)) {
            self.count = Some(count.saturating_sub(passed_over));
        }
        self.at_hand = fresh;
    }

    /// Places the next comments that are at hand, as many as a page has; their numbers, without those that are passed over.
    pub fn show_next(&mut self) -> Vec<usize> {
        let rest = self.at_hand.split_off(self.at_hand.len().min(PAGE as usize));
        let batch = std::mem::replace(&mut self.at_hand, rest);
        batch.iter().filter_map(|entry| self.place(entry, false)).collect()
    }

    /// Places a comment that was just sent and is published, once: the endpoint's list may have brought it already, and
    /// then there is no number. `answer` is what the endpoint said, `written` what was sent.
    pub fn publish(&mut self, answer: Json, written: Json) -> Option<usize> {
        let entry = Entry::sent(answer, written);
        if entry.id.is_empty() {
            let sent = entry.read(self.base.as_ref(), self.readers);
            if self.comments.iter().any(|comment| comment.is_same(&sent)) {
                return None;
            }
        }
        let number = self.place(&entry, true)?;
        if entry.id.is_empty() {
            self.nameless.push(number);
        }
        self.count = Some(self.count.unwrap_or(0).saturating_add(1));
        Some(number)
    }

    /// Whether an entry of the list is a comment that was just sent: it has the id that the list says from now on.
    fn recognise(&mut self, entry: &Entry) -> bool {
        if self.nameless.is_empty() {
            return false;
        }
        let listed = entry.read(self.base.as_ref(), self.readers);
        let is_own = |number: &usize| self.comments.get(*number).is_some_and(|own| own.is_same(&listed));
        let Some(at) = self.nameless.iter().position(is_own) else { return false };
        self.order.name(self.nameless.swap_remove(at), &entry.id);
        true
    }

    fn place(&mut self, entry: &Entry, is_own: bool) -> Option<usize> {
        if self.order.has(&entry.id) {
            return None;
        }
        let comment = entry.read(self.base.as_ref(), self.readers);
        if comment.is_blank() {
            self.order.pass_over(&entry.id, &entry.parent);
            self.count = self.count.map(|count| count.saturating_sub(1));
            return None;
        }
        self.comments.push(Rc::new(comment));
        self.levels.push(Vec::new());
        let number = self.order.place(&entry.id, &entry.parent);
        for adopted in self.adopted(number) {
            if let Some(top) = self.levels.first_mut() {
                top.retain(|other| *other != adopted);
            }
            self.rank(adopted, false);
        }
        self.rank(number, is_own);
        Some(number)
    }

    /// Begins anew in another order: nothing is here yet.
    pub fn restart(&mut self, newest_first: bool) {
        let endpoint = self.endpoint.take();
        *self = Self::new(endpoint.as_ref(), newest_first, self.count, self.base.as_ref(), self.readers);
    }

    /// Whether the newest are asked for first.
    pub fn is_newest_first(&self) -> bool {
        self.newest_first
    }

    /// The comments that stand after one on its level, the next first, those that are not shown yet among them.
    pub fn after(&self, number: usize) -> impl Iterator<Item = usize> {
        let level = self.levels.get(level(self.order.under(number)));
        level.into_iter().flatten().copied().skip_while(move |other| *other != number).skip(1)
    }

    /// The replies to a comment in the order in which they are shown, those that are not shown yet among them.
    pub fn replies(&self, number: usize) -> impl Iterator<Item = usize> {
        self.levels.get(level(Some(number))).into_iter().flatten().copied()
    }

    /// The comments that were placed before the one that they answer, and stand under it now.
    pub fn adopted(&self, number: usize) -> Vec<usize> {
        (0..number).filter(|other| self.order.under(*other) == Some(number)).collect()
    }

    /// Gives a comment its place on its level: as they come where the oldest are first; else by their dates, the newest first
    /// at the top, and replies in the order in which they were written.
    fn rank(&mut self, number: usize, is_own: bool) {
        let under = self.order.under(number);
        let (is_top, own) = (under.is_none(), self.written_at(number));
        let at = self.levels.get(level(under)).and_then(|siblings| {
            let passes = |other: &usize| match (own, self.written_at(*other)) {
                (Some(own), Some(other)) if is_top => other < own,
                (Some(own), Some(other)) => other > own,
                _ => false,
            };
            if !self.newest_first {
                None
            } else if is_own {
                is_top.then_some(0)
            } else {
                siblings.iter().position(passes)
            }
        });
        if let Some(siblings) = self.levels.get_mut(level(under)) {
            siblings.insert(at.unwrap_or(siblings.len()), number);
        }
    }

    fn written_at(&self, number: usize) -> Option<i64> {
        self.comments.get(number)?.date.map(|instant| instant.epoch_ms)
    }

    /// The order of what is placed.
    pub fn order(&self) -> &Order {
        &self.order
    }

    /// A comment that is placed, by its number.
    pub fn comment(&self, number: usize) -> Option<Rc<Comment>> {
        self.comments.get(number).cloned()
    }

    /// How many comments there are in all, as far as that is known.
    pub fn count(&self) -> Option<u32> {
        self.count
    }

    /// Whether comments have come that are not placed yet.
    pub fn has_at_hand(&self) -> bool {
        !self.at_hand.is_empty()
    }

    /// The address of the next comments that are not here yet; `None` where there are no more.
    pub fn next(&self) -> Option<&str> {
        self.next.as_deref()
    }

    /// Whether there is a list to ask for.
    pub fn has_list(&self) -> bool {
        self.endpoint.is_some()
    }

    /// Whether all that there is is placed.
    pub fn is_over(&self) -> bool {
        !self.has_at_hand() && self.next.is_none()
    }
}

/// Where the comments under one are in the list of levels.
fn level(under: Option<usize>) -> usize {
    under.map_or(0, |number| number + 1)
}

#[cfg(test)]
mod tests;
