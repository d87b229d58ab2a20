//! The row of cards while it scrolls: its position, where buttons, keys and focus move it, and which cards are on
//! screen.
//!
//! It scrolls natively, so that touch, wheel and trackpad work as everywhere. Cards that are wholly off screen are
//! taken out of the tab order and the accessibility tree. After the ARIA practices
//! (<https://www.w3.org/WAI/ARIA/apg/patterns/carousel/>), controls do not move the focus, and nothing moves by
//! itself.

use super::card::Card;
use super::paging::{self, Strip};
use crate::object::object;
use crate::view::attention;
use crate::view::dom::El;
use crate::view::page::PageRef;
use crate::view::reactive::react;
use crate::view::scope::{at_end, hold};
use leptos::prelude::*;
use std::cell::Cell;
use std::ops::Range;
use std::rc::Rc;
use wasm_bindgen::prelude::*;

/// The longest duration of a smooth scroll in milliseconds, for engines that do not report its end.
const SMOOTH_MAX: f64 = 1_000.0;
/// The key under which the shell keeps the position.
const PLACE: &str = "related";

#[wasm_bindgen]
extern "C" {
    type Scroller;
    #[wasm_bindgen(method, getter, js_name = scrollLeft)]
    fn scroll_left(this: &Scroller) -> f64;
    #[wasm_bindgen(method, setter, js_name = scrollLeft)]
    fn set_scroll_left(this: &Scroller, left: f64);
    #[wasm_bindgen(method, getter, js_name = scrollWidth)]
    fn scroll_width(this: &Scroller) -> f64;
    #[wasm_bindgen(method, getter, js_name = clientWidth)]
    fn client_width(this: &Scroller) -> f64;
    #[wasm_bindgen(method, js_name = scrollTo)]
    fn scroll_to(this: &Scroller, options: &js_sys::Object);

    type ResizeObserver;
    #[wasm_bindgen(constructor)]
    fn new(callback: &Closure<dyn FnMut()>) -> ResizeObserver;
    #[wasm_bindgen(method)]
    fn observe(this: &ResizeObserver, target: &web_sys::Element);
    #[wasm_bindgen(method)]
    fn disconnect(this: &ResizeObserver);

    #[wasm_bindgen(js_name = matchMedia)]
    fn match_media(query: &str) -> MediaQuery;
    type MediaQuery;
    #[wasm_bindgen(method, getter)]
    fn matches(this: &MediaQuery) -> bool;

    #[wasm_bindgen(js_name = getComputedStyle)]
    fn computed_style(element: &web_sys::Element) -> Style;
    type Style;
    #[wasm_bindgen(method, getter)]
    fn direction(this: &Style) -> String;
}

/// The state after a scroll or a resize.
#[derive(Clone, Default, PartialEq)]
pub(super) struct State {
    /// True if all cards are on screen, so that there is nothing to scroll.
    pub(super) one_page: bool,
    pub(super) at_start: bool,
    pub(super) at_end: bool,
    on_screen: Range<u32>,
}

/// The list of cards, with what scrolls it.
pub(super) struct Carousel {
    pub(super) page: PageRef,
    list: El,
    cards: Vec<Card>,
    count: u32,
    /// The target of a smooth scroll, and the time at which it was started.
    bound: Cell<Option<(f64, f64)>>,
}

impl Carousel {
    /// The carousel of a list and the cards in it.
    pub(super) fn new(page: &PageRef, list: &El, cards: Vec<Card>) -> Self {
        let count = cards.len() as u32;
        Carousel { page: page.clone(), list: list.clone(), cards, count, bound: Cell::default() }
    }

    /// Keeps `state` and the cards up to date with the position, and listens to the reader, until the current scope
    /// ends.
    pub(super) fn follow(self: &Rc<Self>, state: RwSignal<State>) {
        self.restore();
        let moved = self.clone();
        let measure = move || state.set(moved.measure());
        let on_resize: Closure<dyn FnMut()> = Closure::new(measure.clone());
        let observer = ResizeObserver::new(&on_resize);
        observer.observe(&self.list.node());
        at_end(move || observer.disconnect());
        hold(on_resize);

        let keyed = self.clone();
        let rested = self.clone();
        let focused = self.clone();
        self.list
            .clone()
            .on("scroll", move |_| measure())
            .on("scrollend", move |_| rested.bound.set(None))
            .on("keydown", move |event| keyed.key(&event))
            .on("focusin", move |event| focused.reveal(&event));
        let shown = self.clone();
        react(Box::new(move || {
            state.try_with(|state| shown.mark(state));
        }));
    }

    fn scroller(&self) -> Scroller {
        self.list.node().unchecked_into()
    }

    fn is_rtl(&self) -> bool {
        computed_style(&self.list.node()).direction() == "rtl"
    }

    fn strip(&self) -> Strip {
        let scroller = self.scroller();
        let bounds = |node: &web_sys::Element| node.get_bounding_client_rect();
        // A page may scale the row, so that it is drawn larger or smaller than it scrolls. The rest is rounding.
        let (drawn, viewport) = (bounds(&self.list.node()).width(), scroller.client_width());
        let scale = if (drawn - viewport).abs() < 1.0 { 1.0 } else { viewport / drawn };
        let (item, width) = match self.cards.as_slice() {
            [first, .., last] => {
                let (first, last) = (bounds(&first.item.node()), bounds(&last.item.node()));
                let gaps = f64::from(self.count.saturating_sub(1));
                ((last.left() - first.left()).abs() * scale / gaps, first.width() * scale)
            }
            _ => (viewport, viewport),
        };
        Strip { viewport, content: scroller.scroll_width(), item, width, count: self.count }
    }

    fn position(&self) -> f64 {
        paging::inline_position(self.scroller().scroll_left(), self.is_rtl())
    }

    fn measure(&self) -> State {
        let (strip, position) = (self.strip(), self.position());
        // A row that is not shown has no position.
        if strip.viewport > 0.0 {
            self.page.shell.store_number(PLACE, position);
        }
        State {
            one_page: strip.one_page(),
            at_start: strip.at_start(position),
            at_end: strip.at_end(position),
            on_screen: strip.on_screen(position),
        }
    }

    /// Takes cards that are wholly off screen out of the tab order and the accessibility tree.
    fn mark(&self, state: &State) {
        for (index, card) in (0_u32..).zip(&self.cards) {
            let off = !state.on_screen.is_empty() && !state.on_screen.contains(&index);
            card.item.toggle("aria-hidden", off.then_some("true"));
            card.link.toggle("tabindex", off.then_some("-1"));
        }
    }

    /// The position from which the next step starts. During a smooth scroll that is its target, so that quick clicks
    /// add up.
    fn origin(&self, now: f64) -> f64 {
        match self.bound.get() {
            Some((target, asked)) if now - asked < SMOOTH_MAX => target,
            _ => self.position(),
        }
    }

    fn go(&self, position: f64, now: f64) {
        self.bound.set(Some((position, now)));
        let calm = match_media("(prefers-reduced-motion: reduce)").matches();
        let options = object(&[
            ("left", JsValue::from(paging::scroll_left(position, self.is_rtl()))),
            ("behavior", JsValue::from(if calm { "instant" } else { "smooth" })),
        ]);
        self.scroller().scroll_to(&options);
    }

    /// Scrolls one page forward or back.
    pub(super) fn page_by(&self, forward: bool, now: f64) {
        let (strip, position) = (self.strip(), self.origin(now));
        self.go(if forward { strip.next(position) } else { strip.previous(position) }, now);
    }

    /// Handles arrows, Home and End while the list itself has the focus. A field or a link inside keeps its keys.
    fn key(&self, event: &web_sys::Event) {
        let Some(event) = event.dyn_ref::<web_sys::KeyboardEvent>() else { return };
        let on_list = event.target().is_some_and(|target| target == *self.list.node().as_ref());
        if !on_list || event.ctrl_key() || event.alt_key() || event.meta_key() || event.shift_key() {
            return;
        }
        let strip = self.strip();
        let now = event.time_stamp();
        let step = |by: f64| (self.origin(now) + by * strip.item).max(0.0).min(strip.limit());
        let towards_end = if self.is_rtl() { -1.0 } else { 1.0 };
        let target = match event.key().as_str() {
            "ArrowRight" => step(towards_end),
            "ArrowLeft" => step(-towards_end),
            "Home" => 0.0,
            "End" => strip.limit(),
            _ => return,
        };
        event.prevent_default();
        self.go(target, now);
    }

    /// Scrolls a card that was reached by keyboard wholly into view, one frame later, because the browser scrolls
    /// first and snapping would undo that. It does not do so for a finger or a mouse, under which nothing may move.
    fn reveal(self: &Rc<Self>, event: &web_sys::Event) {
        let is_here = |card: &Card| event.target().is_some_and(|target| target == *card.link.node().as_ref());
        let Some((index, card)) = (0_u32..).zip(&self.cards).find(|(_, card)| is_here(card)) else { return };
        if !card.link.node().matches(":focus-visible").unwrap_or(false) {
            return;
        }
        let (carousel, now) = (self.clone(), event.time_stamp());
        let callback = Closure::once_into_js(move || {
            if let Some(position) = carousel.strip().reveal(carousel.origin(now), index) {
                carousel.go(position, now);
            }
        });
        attention::next_frame(&callback);
    }

    /// Restores the reader's position after the view was made anew.
    fn restore(self: &Rc<Self>) {
        let Some(place) = self.page.shell.recall_number(PLACE).filter(|place| *place > 0.0) else { return };
        let carousel = self.clone();
        let callback = Closure::once_into_js(move || {
            let left = paging::scroll_left(place, carousel.is_rtl());
            carousel.scroller().set_scroll_left(left);
        });
        attention::next_frame(&callback);
    }
}
