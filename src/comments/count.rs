//! The number of comments in the heading.

use crate::view::dom::El;
use crate::view::page::PageRef;

/// Shows the number of comments in their heading. It is hidden where there are none.
pub(super) fn show_count(page: &PageRef, heading: &El, count: Option<u32>) {
    let count = count.unwrap_or(0);
    heading.put_text(&page.locale.plural("comments", count));
    heading.toggle("class", (count == 0).then_some("aside"));
}
