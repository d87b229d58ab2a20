//! The buttons of the carousel, which are shown if the cards need more than one page.

use super::carousel::{Carousel, State};
use crate::view::dom::El;
use crate::view::icon::icon;
use crate::view::reactive::mount;
use leptos::html::{button, div};
use leptos::prelude::*;
use leptos::{component, ev};
use std::rc::Rc;
use web_sys::Element;

/// Adds the buttons to `into`, until the current scope ends.
pub(super) fn show(into: &El, carousel: Rc<Carousel>) {
    mount(into, move || Controls(ControlsProps { carousel }));
}

/// Two buttons, each of which is off at its end of the row.
#[component]
fn Controls(
    /// The carousel that they move.
    carousel: Rc<Carousel>,
) -> impl IntoView {
    let state = RwSignal::new(State::default());
    carousel.follow(state);
    div().class("controls").hidden(move || state.try_with(|state| state.one_page) == Some(true)).child((
        PageButton(PageButtonProps {
            part: "related-previous",
            name: carousel.page.text("relatedPrevious"),
            drawing: "M15 5l-7 7 7 7",
            off: Signal::derive(move || state.try_with(|state| state.at_start) == Some(true)),
            on_press: {
                let carousel = carousel.clone();
                Box::new(move |now| carousel.page_by(false, now))
            },
        }),
        PageButton(PageButtonProps {
            part: "related-next",
            name: carousel.page.text("relatedNext"),
            drawing: "M9 5l7 7-7 7",
            off: Signal::derive(move || state.try_with(|state| state.at_end) == Some(true)),
            on_press: Box::new(move |now| carousel.page_by(true, now)),
        }),
    ))
}

/// A button that scrolls one page forward or back.
#[component]
fn PageButton(
    /// Its part name.
    part: &'static str,
    /// Its accessible name.
    name: String,
    /// The outline of its icon.
    drawing: &'static str,
    /// True at the end of the row. The button keeps the focus then, which an attribute `disabled` would take away.
    off: Signal<bool>,
    /// Called with the time at which it was pressed.
    on_press: Box<dyn Fn(f64)>,
) -> impl IntoView {
    button()
        .r#type("button")
        .part(part)
        .aria_label(name)
        .aria_controls("related-list")
        .aria_disabled(move || (off.try_get() == Some(true)).then_some("true"))
        .on(ev::click, move |event| on_press(event.time_stamp()))
        .directive(draw, drawing)
}

/// Draws an icon in an element.
fn draw(element: Element, outline: &'static str) {
    El::of(&element).add(&icon(outline));
}
