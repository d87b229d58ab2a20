//! A thread: the comments that are placed, those that were fetched but not placed yet, and the next page. Pure.

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
    /// The address of the list; `None` if the site takes comments but does not list them.
    endpoint: Option<Address>,
    /// True if the endpoint is WordPress', whose pages are numbered. In the native contract each page names the next.
    wordpress: bool,
    /// True if the newest are requested first.
    newest_first: bool,
    /// The address that addresses in comments are resolved against.
    base: Option<Address>,
    readers: (Markup, Native),
    order: Order,
    /// The comments that were placed, by number.
    comments: Vec<Rc<Comment>>,
    /// The numbers of comments that were just sent and whose ids are not known.
    without_id: Vec<usize>,
    /// The comments in the order in which they are shown: at 0 those of the top level, at n + 1 the replies to
    /// comment n.
    levels: Vec<Vec<usize>>,
    /// Comments that were fetched but not placed yet.
    fetched: Vec<Entry>,
    next: Option<String>,
    /// The number of the page at `next` in WordPress' list, from 1.
    page: u32,
    count: Option<u32>,
}

impl Thread {
    /// An empty thread. `count` is the number of comments that the article states.
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
            without_id: Vec::new(),
            levels: vec![Vec::new()],
            fetched: Vec::new(),
            next: first,
            page: 1,
            count,
        }
    }

    /// The endpoint. An answer without an address of its own is resolved against it.
    pub fn endpoint(&self) -> Option<&Address> {
        self.endpoint.as_ref()
    }

    /// Takes a page of the list: the comments that are new, and the address of the next page. `total` is the number
    /// of comments from the response's headers.
    pub fn arrive(&mut self, list: List, total: Option<u32>) {
        let full = list.entries.len() >= PAGE as usize;
        let mut fresh = Vec::new();
        for entry in list.entries {
            if !self.order.has(&entry.id) && !self.recognise(&entry) {
                fresh.push(entry);
            }
        }
        let total = list.total.or(total);
        // A page without new comments is the last, even if it names another.
        self.next = if fresh.is_empty() {
            None
        } else if !self.wordpress {
            list.next.map(|next| next.as_str().to_owned())
        } else if total.map_or(full, |total| total > self.page * PAGE) {
            // If the header with the total is not readable, a page that is not full is the last.
            self.page += 1;
            self.endpoint
                .as_ref()
                .map(|endpoint| list::wordpress_page(endpoint, self.page, self.newest_first))
        } else {
            None
        };
        let skipped = self.order.skipped() as u32;
        let all = self.order.len() as u32 + skipped + fresh.len() as u32;
        if let Some(count) = total.or(self.next.is_none().then_some(all)) {
            self.count = Some(count.saturating_sub(skipped));
        }
        self.fetched = fresh;
    }

    /// Places up to a page of the fetched comments. Returns their numbers, without those that were skipped.
    pub fn show_next(&mut self) -> Vec<usize> {
        let rest = self.fetched.split_off(self.fetched.len().min(PAGE as usize));
        let batch = std::mem::replace(&mut self.fetched, rest);
        batch.iter().filter_map(|entry| self.place(entry, false)).collect()
    }

    /// Places a comment that was just sent and published, once. Returns `None` if the list has brought it already.
    /// `answer` is the endpoint's answer, `written` what was sent.
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
            self.without_id.push(number);
        }
        self.count = Some(self.count.unwrap_or(0).saturating_add(1));
        Some(number)
    }

    /// Returns true if an entry of the list is a comment that was just sent, which then takes the entry's id.
    fn recognise(&mut self, entry: &Entry) -> bool {
        if self.without_id.is_empty() {
            return false;
        }
        let listed = entry.read(self.base.as_ref(), self.readers);
        let is_own = |number: &usize| self.comments.get(*number).is_some_and(|own| own.is_same(&listed));
        let Some(at) = self.without_id.iter().position(is_own) else { return false };
        self.order.name(self.without_id.swap_remove(at), &entry.id);
        true
    }

    fn place(&mut self, entry: &Entry, is_own: bool) -> Option<usize> {
        if self.order.has(&entry.id) {
            return None;
        }
        let comment = entry.read(self.base.as_ref(), self.readers);
        if comment.is_blank() {
            self.order.skip(&entry.id, &entry.parent);
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

    /// Starts again in another order, with an empty thread.
    pub fn restart(&mut self, newest_first: bool) {
        let endpoint = self.endpoint.take();
        *self = Self::new(endpoint.as_ref(), newest_first, self.count, self.base.as_ref(), self.readers);
    }

    /// Returns true if the newest are requested first.
    pub fn is_newest_first(&self) -> bool {
        self.newest_first
    }

    /// The comments after one on its level, the nearest first. Some may not be shown yet.
    pub fn after(&self, number: usize) -> impl Iterator<Item = usize> {
        let level = self.levels.get(level(self.order.under(number)));
        level.into_iter().flatten().copied().skip_while(move |other| *other != number).skip(1)
    }

    /// The replies to a comment in the order in which they are shown. Some may not be shown yet.
    pub fn replies(&self, number: usize) -> impl Iterator<Item = usize> {
        self.levels.get(level(Some(number))).into_iter().flatten().copied()
    }

    /// The replies to a comment that were placed before it and stand under it now.
    pub fn adopted(&self, number: usize) -> Vec<usize> {
        (0..number).filter(|other| self.order.under(*other) == Some(number)).collect()
    }

    /// Inserts a comment into its level. Oldest first, it is appended. Newest first, comments at the top level are
    /// sorted by date, the newest first, and replies by date, the oldest first.
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

    /// The order of the comments that were placed.
    pub fn order(&self) -> &Order {
        &self.order
    }

    /// A comment by its number.
    pub fn comment(&self, number: usize) -> Option<Rc<Comment>> {
        self.comments.get(number).cloned()
    }

    /// The number of comments in all, as far as it is known.
    pub fn count(&self) -> Option<u32> {
        self.count
    }

    /// Returns true if there are fetched comments that are not placed yet.
    pub fn has_fetched(&self) -> bool {
        !self.fetched.is_empty()
    }

    /// The address of the next page; `None` if there is none.
    pub fn next(&self) -> Option<&str> {
        self.next.as_deref()
    }

    /// Returns true if there is a list to fetch.
    pub fn has_list(&self) -> bool {
        self.endpoint.is_some()
    }

    /// Returns true if all comments there are were placed.
    pub fn is_over(&self) -> bool {
        !self.has_fetched() && self.next.is_none()
    }
}

/// The index in `levels` for the replies to a comment, or for the top level.
fn level(under: Option<usize>) -> usize {
    under.map_or(0, |number| number + 1)
}

#[cfg(test)]
mod tests;
