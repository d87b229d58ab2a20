//! How many comments there are.

use crate::view::dom::El;
use crate::view::page::PageRef;

/// Says how many comments there are, in their heading. Of none, nobody needs to read.
pub(super) fn tell_count(page: &PageRef, heading: &El, count: Option<u32>) {
    let count = count.unwrap_or(0);
    heading.put_text(&page.locale.plural("comments", count));
    heading.toggle("class", (count == 0).then_some("aside"));
}
