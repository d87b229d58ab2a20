//! The arithmetic of paging in a row that the browser scrolls. Pure.
//!
//! Lengths are CSS pixels. Positions are distances from the inline start, so that only [`inline_position`] and
//! [`scroll_left`] know about right-to-left rows. `f64::clamp` is not used, because its panic message would bring the
//! formatting of floats into the wasm.

use std::ops::Range;

/// Browsers round scroll positions, and zoomed pages have fractions of pixels. A smaller difference is ignored.
const SLACK: f64 = 2.0;

/// The measurements of a row of equal items.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Strip {
    /// The visible width.
    pub viewport: f64,
    /// The width of the whole row.
    pub content: f64,
    /// The distance from the start of one item to the start of the next, with the gap. It is not rounded, because an
    /// error would grow with the number of items.
    pub item: f64,
    /// The width of an item without the gap.
    pub width: f64,
    /// The number of items.
    pub count: u32,
}

impl Strip {
    /// The greatest scroll position; 0 if everything fits or nothing could be measured.
    pub fn limit(&self) -> f64 {
        let limit = self.content - self.viewport;
        if limit > SLACK && self.item > 0.0 && self.item.is_finite() && limit.is_finite() && self.count > 1 {
            limit
        } else {
            0.0
        }
    }

    /// Returns true if everything fits, so that no controls are needed.
    pub fn one_page(&self) -> bool {
        self.limit() == 0.0
    }

    /// The number of pages that [`Strip::next`] goes through from the start; at least 1.
    pub fn pages(&self) -> u32 {
        let limit = self.limit();
        if limit == 0.0 {
            return 1;
        }
        1 + ((limit - SLACK) / (self.per_page() * self.item)).ceil() as u32
    }

    /// The position of the next page: the first item that is not wholly visible comes to the start, but not beyond
    /// the end of the row.
    pub fn next(&self, position: f64) -> f64 {
        let limit = self.limit();
        if limit == 0.0 {
            return 0.0;
        }
        let position = position.max(0.0).min(limit);
        let first_cut = ((position + self.viewport + SLACK - self.width()) / self.item).floor() + 1.0;
        let following = ((position + SLACK) / self.item).floor() + 1.0;
        let target = first_cut.max(following) * self.item;
        if target > limit - SLACK { limit } else { target }
    }

    /// The position of the previous page: a whole page of items before the first that is wholly visible.
    pub fn previous(&self, position: f64) -> f64 {
        let limit = self.limit();
        if limit == 0.0 {
            return 0.0;
        }
        let position = position.max(0.0).min(limit);
        let first = ((position - SLACK) / self.item).ceil();
        ((first - self.per_page()) * self.item).max(0.0)
    }

    /// Returns true at the start of the row.
    pub fn at_start(&self, position: f64) -> bool {
        position <= SLACK || self.one_page()
    }

    /// Returns true at the end of the row.
    pub fn at_end(&self, position: f64) -> bool {
        position >= self.limit() - SLACK
    }

    /// The items of which at least half is visible, which are announced. Never empty if there are items.
    pub fn visible(&self, position: f64) -> Range<u32> {
        let half = self.width() / 2.0;
        let range = self.between(position - half - SLACK, position + self.viewport - half + SLACK);
        if !range.is_empty() {
            return range;
        }
        // If the items are wider than the view, the one in its middle.
        let middle = position.max(0.0).min(self.limit()) + self.viewport / 2.0;
        let only = ((middle / self.item).floor() as u32).min(self.count.saturating_sub(1));
        only..self.count.min(only + 1)
    }

    /// The items of which any part is visible. The others are hidden from keyboard and assistive technology.
    pub fn on_screen(&self, position: f64) -> Range<u32> {
        self.between(position - self.width() + SLACK, position + self.viewport - SLACK)
    }

    /// The position at which an item is wholly visible; `None` if it is, or cannot be more so.
    pub fn reveal(&self, position: f64, index: u32) -> Option<f64> {
        let (start, limit) = (f64::from(index) * self.item, self.limit());
        let whole = start >= position - SLACK && start + self.width() <= position + self.viewport + SLACK;
        let target = start.min(limit);
        (limit > 0.0 && !whole && (target - position).abs() > SLACK).then_some(target)
    }

    /// The items that start between two positions, inclusive. On a single page, all of them.
    fn between(&self, from: f64, to: f64) -> Range<u32> {
        if self.one_page() {
            return 0..self.count;
        }
        // Casts saturate, so that a negative value becomes 0.
        let first = (from / self.item).ceil() as u32;
        let end = ((to / self.item).floor() + 1.0) as u32;
        first.min(self.count)..end.min(self.count)
    }

    /// The width of an item, with the gap if it could not be measured.
    fn width(&self) -> f64 {
        if self.width > 0.0 && self.width < self.item { self.width } else { self.item }
    }

    /// The number of whole items that are visible, at least 1.
    fn per_page(&self) -> f64 {
        ((self.viewport + SLACK - self.width()) / self.item).floor().max(0.0) + 1.0
    }
}

/// The distance from the inline start for a `scrollLeft`, which browsers count downwards from 0 in right-to-left
/// rows. Overscrolling past an end is clamped.
pub fn inline_position(scroll_left: f64, rtl: bool) -> f64 {
    let position = if rtl { -scroll_left } else { scroll_left };
    if position > 0.0 { position } else { 0.0 }
}

/// The `scrollLeft` for a distance from the inline start.
pub fn scroll_left(position: f64, rtl: bool) -> f64 {
    if rtl { -position } else { position }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Items of 260 px with gaps of 20.
    fn strip(viewport: f64, count: u32) -> Strip {
        Strip { viewport, content: f64::from(count) * 280.0 - 20.0, item: 280.0, width: 260.0, count }
    }

    #[test]
    fn next_moves_by_the_items_that_are_whole_and_reaches_the_end_exactly() {
        // Eight items: 2,220 px; two whole ones in 600 px.
        let strip = strip(600.0, 8);
        assert_eq!(strip.next(0.0), 560.0);
        assert_eq!(strip.next(560.0), 1_120.0);
        assert_eq!(strip.next(1_120.0), 1_620.0);
        assert_eq!(strip.next(1_620.0), 1_620.0);
        assert!(strip.at_end(1_620.0) && !strip.at_end(1_120.0));
        assert_eq!(strip.pages(), 4);
    }

    #[test]
    fn previous_goes_back_to_the_start() {
        let strip = strip(600.0, 8);
        assert_eq!(strip.previous(1_620.0), 1_120.0);
        assert_eq!(strip.previous(1_120.0), 560.0);
        assert_eq!(strip.previous(560.0), 0.0);
        assert_eq!(strip.previous(0.0), 0.0);
        assert!(strip.at_start(1.5) && !strip.at_start(280.0));
    }

    #[test]
    fn an_item_that_is_cut_at_either_end_comes_next() {
        let strip = strip(600.0, 8);
        // Items 1 and 2 are whole, 0 and 3 are cut.
        assert_eq!(strip.next(270.0), 840.0);
        assert_eq!(strip.previous(270.0), 0.0);
        // Item 1 is cut at the start: 2 is the first whole one, so 0 and 1 make the page before.
        assert_eq!(strip.previous(300.0), 0.0);
        assert_eq!(strip.previous(700.0), 280.0);
    }

    #[test]
    fn a_fraction_of_a_pixel_is_no_difference() {
        let strip = strip(600.0, 8);
        for wobble in [-1.5, -0.5, 0.4, 1.9] {
            assert_eq!(strip.next(560.0 + wobble), 1_120.0);
            assert_eq!(strip.previous(560.0 + wobble), 0.0);
            assert_eq!(strip.visible(560.0 + wobble), 2..4);
        }
        assert!(strip.at_end(1_619.2));
        // An exact fit is a page of three, though rounding took a little off.
        let exact = Strip { viewport: 819.4, ..strip };
        assert_eq!(exact.next(0.0), 840.0);
    }

    #[test]
    fn a_row_that_fits_is_one_page_without_controls() {
        for strip in [strip(600.0, 1), strip(600.0, 2), strip(200.0, 1), strip(600.0, 0)] {
            assert!(strip.one_page() && strip.at_start(0.0) && strip.at_end(0.0));
            assert_eq!((strip.pages(), strip.next(0.0), strip.previous(0.0)), (1, 0.0, 0.0));
            assert_eq!(strip.visible(0.0), 0..strip.count);
            assert_eq!(strip.on_screen(0.0), 0..strip.count);
        }
    }

    #[test]
    fn a_row_that_could_not_be_measured_is_one_page() {
        for (viewport, content, item) in [
            (0.0, 0.0, 0.0),
            (f64::NAN, 2_220.0, 280.0),
            (600.0, f64::INFINITY, 280.0),
            (600.0, 2_220.0, f64::NAN),
        ] {
            let strip = Strip { viewport, content, item, width: item - 20.0, count: 8 };
            assert!(strip.one_page());
            assert_eq!(strip.visible(0.0), 0..8);
            assert_eq!(strip.next(f64::NAN), 0.0);
        }
    }

    #[test]
    fn an_item_wider_than_the_window_is_a_page_of_its_own() {
        let strip = strip(200.0, 3);
        assert_eq!(strip.next(0.0), 280.0);
        assert_eq!(strip.next(280.0), 560.0);
        assert_eq!(strip.next(560.0), 620.0);
        assert_eq!(strip.visible(0.0), 0..1);
        assert_eq!(strip.visible(280.0), 1..2);
        assert_eq!(strip.visible(620.0), 2..3);
    }

    #[test]
    fn what_is_half_in_view_is_visible_and_what_shows_at_all_is_on_screen() {
        let strip = strip(600.0, 8);
        assert_eq!(strip.visible(0.0), 0..2);
        assert_eq!(strip.on_screen(0.0), 0..3);
        // Item 0 has 130 of its 260 px left, item 2 is whole.
        assert_eq!(strip.visible(130.0), 0..3);
        assert_eq!(strip.visible(140.0), 1..3);
        assert_eq!(strip.on_screen(270.0), 1..4);
        assert_eq!(strip.visible(1_620.0), 6..8);
    }

    #[test]
    fn an_item_that_is_cut_off_is_scrolled_to_and_a_whole_one_is_not() {
        let strip = Strip { viewport: 360.0, content: 8.0 * 300.0, item: 300.0, width: 280.0, count: 8 };
        assert_eq!(strip.reveal(0.0, 0), None);
        assert_eq!(strip.reveal(0.0, 1), Some(300.0));
        assert_eq!(strip.reveal(600.0, 1), Some(300.0));
        // The last one shows at the end of the row, not at its own start.
        assert_eq!(strip.reveal(0.0, 7), Some(2040.0));
        assert_eq!(strip.reveal(2040.0, 7), None);
        assert_eq!(Strip { content: 360.0, count: 1, ..strip }.reveal(0.0, 0), None);
    }

    #[test]
    fn a_bounce_past_an_end_is_no_position() {
        let strip = strip(600.0, 8);
        assert_eq!(strip.next(-80.0), 560.0);
        assert_eq!(strip.previous(1_800.0), 1_120.0);
        assert_eq!(strip.visible(-80.0).start, 0);
        assert_eq!(strip.visible(1_700.0).end, 8);
    }

    #[test]
    fn right_to_left_rows_count_downwards() {
        assert_eq!(inline_position(-560.0, true), 560.0);
        assert_eq!(inline_position(560.0, false), 560.0);
        assert_eq!(inline_position(12.0, true), 0.0);
        assert_eq!(inline_position(-12.0, false), 0.0);
        assert!(inline_position(0.0, true).is_sign_positive());
        assert_eq!(scroll_left(560.0, true), -560.0);
        assert_eq!(inline_position(scroll_left(33.0, true), true), 33.0);
    }

    prop_compose! {
        fn any_strip()(
            viewport in 120.0..2_000.0_f64,
            width in 60.0..900.0_f64,
            gap in 0.0..48.0_f64,
            count in 1..51_u32,
        ) -> Strip {
            let item = width + gap;
            Strip { viewport, content: (f64::from(count) * item - gap).max(viewport), item, width, count }
        }
    }

    proptest! {
        #[test]
        fn next_moves_by_every_item_that_is_whole_whatever_the_browser_rounds(
            window in 300.0..2_000.0_f64,
            gap in 4.0..48.0_f64,
            whole in 1..7_u32,
            count in 2..51_u32,
        ) {
            // Items share the window to a fraction of a pixel; only what scrolls is told in whole ones.
            let width = (window - gap * f64::from(whole - 1)) / f64::from(whole);
            let item = width + gap;
            let strip = Strip {
                viewport: window.round(),
                content: (f64::from(count) * item - gap).round(),
                item,
                width,
                count,
            };
            let mut first = 0;
            while first + whole < count {
                let next = strip.next((f64::from(first) * item).round());
                let wanted = first + whole;
                if wanted + whole < count {
                    prop_assert!((next - f64::from(wanted) * item).abs() < 1e-6, "{first}: {next} of {strip:?}");
                } else {
                    prop_assert_eq!(next, strip.limit());
                }
                first = wanted;
            }
        }

        #[test]
        fn next_reaches_the_end_showing_every_item_and_previous_returns(strip in any_strip()) {
            let mut seen = vec![false; strip.count as usize];
            let mut position = 0.0;
            let mut steps = 1;
            loop {
                for item in strip.visible(position) {
                    seen[item as usize] = true;
                }
                if strip.at_end(position) {
                    break;
                }
                let next = strip.next(position);
                prop_assert!(next > position);
                let starts = (next / strip.item).fract();
                prop_assert!(next == strip.limit() || !(1e-6..=1.0 - 1e-6).contains(&starts));
                position = next;
                steps += 1;
                prop_assert!(steps <= strip.count + 1);
            }
            prop_assert!(seen.iter().all(|seen| *seen), "{:?}", seen);
            prop_assert_eq!(position, strip.limit());
            prop_assert_eq!(steps, strip.pages());
            let mut back = 1;
            while !strip.at_start(position) {
                let previous = strip.previous(position);
                prop_assert!(previous < position);
                position = previous;
                back += 1;
                prop_assert!(back <= strip.count + 1);
            }
            prop_assert_eq!(position, 0.0);
        }

        #[test]
        fn any_position_is_answered_within_the_row(strip in any_strip(), position in any::<f64>()) {
            for target in [strip.next(position), strip.previous(position)] {
                prop_assert!(target.is_nan() == position.is_nan() && !(target < 0.0 || target > strip.limit()));
            }
            let visible = strip.visible(position);
            prop_assert!(visible.start < visible.end && visible.end <= strip.count);
        }
    }
}
