//! The order of a thread: which comment stands under which. Pure.
//!
//! A comment is identified by its number, counted from 0 in the order in which comments are placed. Its id comes from
//! outside and may be missing. A comment without one is never answered.

/// The number of levels to which replies are indented. Deeper ones stand beside what they answer.
pub const DEPTH_MAX: u32 = 4;

/// The comments that were placed, and those that were skipped.
#[derive(Debug, Default)]
pub struct Order {
    placed: Vec<Place>,
    skipped: Vec<Skipped>,
}

/// The place of a comment.
#[derive(Debug)]
struct Place {
    id: String,
    /// The number of the comment whose replies it stands among; `None` at the top level.
    under: Option<usize>,
    /// The id of the comment that it answers, if that is not here.
    missing: String,
}

/// A comment that was skipped because it has nothing to show.
#[derive(Debug)]
struct Skipped {
    id: String,
    /// The id of the comment that it answers. Its own replies answer that in its place.
    parent: String,
}

impl Order {
    /// Returns true if the comment with this id was placed or skipped already.
    pub fn has(&self, id: &str) -> bool {
        !id.is_empty()
            && (self.placed.iter().any(|place| place.id == id)
                || self.skipped.iter().any(|passed| passed.id == id))
    }

    /// Places a comment, and returns its number. It comes last among the replies to what it answers, or at the end of
    /// the thread if that is not here. Replies to it that were placed before are moved under it, as far as the levels
    /// allow.
    pub fn place(&mut self, id: &str, parent: &str) -> usize {
        let parent = self.answered(parent);
        let number = self.placed.len();
        let found = self.placed.iter().position(|place| !parent.is_empty() && place.id == parent);
        let under =
            found.and_then(|at| if self.depth(at) + 1 < DEPTH_MAX { Some(at) } else { self.under(at) });
        let missing = if found.is_none() { parent } else { String::new() };
        self.placed.push(Place { id: id.to_owned(), under, missing });
        for orphan in self.orphans(number) {
            if let Some(place) = self.placed.get_mut(orphan) {
                place.under = Some(number);
                place.missing.clear();
            }
        }
        number
    }

    /// The replies to a comment that were placed before it and can stand under it with all their replies. Two
    /// comments that answer each other are not placed under each other.
    fn orphans(&self, number: usize) -> Vec<usize> {
        let id = self.id(number);
        let answers =
            |at: &usize| !id.is_empty() && self.placed.get(*at).is_some_and(|place| place.missing == id);
        let depth = self.depth(number);
        let fits = |at: &usize| {
            let mut above = self.above(number);
            depth + 1 + self.height(*at) < DEPTH_MAX && above.all(|above| above != *at)
        };
        (0..number).filter(answers).filter(fits).collect()
    }

    /// The comments above one, from its parent upwards.
    fn above(&self, number: usize) -> impl Iterator<Item = usize> {
        std::iter::successors(self.under(number), |at| self.under(*at))
    }

    /// The level of a comment; 0 at the top.
    fn depth(&self, number: usize) -> u32 {
        self.above(number).count() as u32
    }

    /// The number of levels of replies under a comment.
    fn height(&self, number: usize) -> u32 {
        let levels_up = |at| self.above(at).zip(1..).find(|(above, _)| *above == number);
        (0..self.len()).filter_map(levels_up).map(|(_, levels)| levels).max().unwrap_or(0)
    }

    /// Sets the id of a comment that was placed without one.
    pub fn name(&mut self, number: usize, id: &str) {
        if let Some(place) = self.placed.get_mut(number) {
            id.clone_into(&mut place.id);
        }
    }

    /// Skips a comment that has nothing to show. Replies to it stand where it would have stood.
    pub fn skip(&mut self, id: &str, parent: &str) {
        let parent = self.answered(parent);
        self.skipped.push(Skipped { id: id.to_owned(), parent });
    }

    /// The numbers of the replies to a comment, or of the comments at the top level, in the order in which they were
    /// placed.
    #[cfg(test)]
    pub(super) fn replies(&self, under: Option<usize>) -> Vec<usize> {
        (0..self.len()).filter(|number| self.under(*number) == under).collect()
    }

    /// The number of the comment whose replies one stands among; `None` at the top level.
    pub fn under(&self, number: usize) -> Option<usize> {
        self.placed.get(number)?.under
    }

    /// The id of a comment; empty if it has none.
    pub fn id(&self, number: usize) -> &str {
        self.placed.get(number).map(|place| place.id.as_str()).unwrap_or_default()
    }

    /// The number of comments that were placed.
    pub fn len(&self) -> usize {
        self.placed.len()
    }

    /// Returns true if no comment was placed.
    pub fn is_empty(&self) -> bool {
        self.placed.is_empty()
    }

    /// The number of comments that were skipped.
    pub fn skipped(&self) -> usize {
        self.skipped.len()
    }

    /// The id of the comment under which a reply stands: its parent, or what that answers if it was skipped.
    fn answered(&self, parent: &str) -> String {
        let passed = self.skipped.iter().find(|passed| !passed.id.is_empty() && passed.id == parent);
        passed.map_or(parent, |passed| &passed.parent).to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::{DEPTH_MAX, Order};

    /// The ids of a thread, those of replies in brackets after what they answer.
    fn drawn(order: &Order) -> String {
        fn level(order: &Order, under: Option<usize>) -> String {
            let one = |number: &usize| match level(order, Some(*number)).as_str() {
                "" => order.id(*number).to_owned(),
                replies => format!("{}[{replies}]", order.id(*number)),
            };
            order.replies(under).iter().map(one).collect::<Vec<_>>().join(" ")
        }
        level(order, None)
    }

    fn placed(comments: &[(&str, &str)]) -> Order {
        let mut order = Order::default();
        for (id, parent) in comments {
            order.place(id, parent);
        }
        order
    }

    #[test]
    fn replies_stand_under_what_they_answer_in_the_order_in_which_they_came() {
        let order = placed(&[("a", ""), ("b", ""), ("c", "a"), ("d", "b"), ("e", "a"), ("f", "c")]);
        assert_eq!(drawn(&order), "a[c[f] e] b[d]");
    }

    #[test]
    fn a_reply_to_what_is_not_here_stands_at_the_end_of_the_thread() {
        assert_eq!(drawn(&placed(&[("a", ""), ("b", "gone"), ("c", "b")])), "a b[c]");
    }

    #[test]
    fn a_reply_that_came_before_what_it_answers_stands_under_it_when_that_comes() {
        assert_eq!(drawn(&placed(&[("c", "b"), ("d", "c"), ("b", "a"), ("a", "")])), "a[b[c[d]]]");
    }

    #[test]
    fn what_would_stand_too_deep_under_what_comes_late_stays_at_the_top() {
        let order = placed(&[("c", "b"), ("d", "c"), ("e", "d"), ("b", "a"), ("a", ""), ("f", "e")]);
        assert_eq!(drawn(&order), "b[c[d[e f]]] a");
    }

    #[test]
    fn two_that_answer_each_other_both_stand() {
        assert_eq!(drawn(&placed(&[("a", "b"), ("b", "a")])), "a[b]");
        assert_eq!(drawn(&placed(&[("a", "c"), ("b", "a"), ("c", "b"), ("d", "d")])), "a[b[c]] d");
    }

    #[test]
    fn below_the_deepest_level_replies_stand_beside_what_they_answer() {
        let order = placed(&[("a", ""), ("b", "a"), ("c", "b"), ("d", "c"), ("e", "d"), ("f", "e")]);
        assert_eq!(DEPTH_MAX, 4);
        assert_eq!(drawn(&order), "a[b[c[d e f]]]");
    }

    #[test]
    fn replies_to_a_comment_that_was_passed_over_stand_where_it_would_have_stood() {
        let mut order = placed(&[("a", "")]);
        order.skip("deleted", "a");
        order.skip("picture", "deleted");
        order.place("b", "deleted");
        order.place("c", "picture");
        assert_eq!(drawn(&order), "a[b c]");
        assert_eq!((order.len(), order.skipped()), (3, 2));
    }

    #[test]
    fn a_comment_is_known_once_it_was_placed_or_passed_over() {
        let mut order = placed(&[("a", ""), ("", "")]);
        order.skip("b", "");
        assert!(order.has("a") && order.has("b"));
        assert!(!order.has("c"));
    }

    #[test]
    fn comments_without_an_id_are_placed_and_never_answered() {
        let mut order = placed(&[("", ""), ("a", ""), ("", "a")]);
        order.skip("", "a");
        order.place("b", "");
        assert!(!order.has(""));
        assert_eq!(drawn(&order), " a b");
        assert_eq!(order.replies(Some(1)), [2]);
    }
}
