//! Observes the reader: which sections are near the viewport, whether the article was seen, and how much of it was
//! read.

use super::dom::El;
use super::page::PageRef;
use super::scope::{at_end, hold};
use crate::object::object;
use js_sys::{Array, Object, Promise};
use news_article_contract::event;
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::Element;

#[wasm_bindgen]
extern "C" {
    #[derive(Clone)]
    type IntersectionObserver;
    #[wasm_bindgen(constructor)]
    fn new(callback: &Closure<dyn FnMut(Array)>, options: &Object) -> IntersectionObserver;
    #[wasm_bindgen(method)]
    fn observe(this: &IntersectionObserver, target: &Element);
    #[wasm_bindgen(method)]
    fn unobserve(this: &IntersectionObserver, target: &Element);
    #[wasm_bindgen(method)]
    fn disconnect(this: &IntersectionObserver);

    type Entry;
    #[wasm_bindgen(method, getter, js_name = isIntersecting)]
    fn is_intersecting(this: &Entry) -> bool;
    #[wasm_bindgen(method, getter)]
    fn target(this: &Entry) -> Element;

    #[wasm_bindgen(js_name = requestAnimationFrame)]
    fn request_frame(callback: &JsValue) -> i32;
    #[wasm_bindgen(js_name = setTimeout)]
    fn set_timeout(callback: &JsValue, ms: f64) -> i32;

    type Document;
    #[wasm_bindgen(thread_local_v2, js_name = document)]
    static DOCUMENT: Document;
    #[wasm_bindgen(method, getter)]
    fn hidden(this: &Document) -> bool;

    type Window;
    #[wasm_bindgen(thread_local_v2, js_name = window)]
    static WINDOW: Window;
    #[wasm_bindgen(method, getter, js_name = innerHeight)]
    fn inner_height(this: &Window) -> f64;
    #[wasm_bindgen(method, getter, js_name = scrollY)]
    fn scroll_y(this: &Window) -> f64;
    #[wasm_bindgen(method, js_name = scrollBy)]
    fn scroll_by(this: &Window, options: &Object);

    #[wasm_bindgen(js_namespace = CSS)]
    fn supports(property: &str, value: &str) -> bool;
}

/// Returns true if the page is in the background.
fn is_hidden() -> bool {
    DOCUMENT.with(Document::hidden)
}

/// The longest wait for a frame, in milliseconds.
const FRAME_MAX: f64 = 500.0;

/// Calls back before the next frame is painted.
pub fn next_frame(callback: &JsValue) {
    request_frame(callback);
}

/// Waits for the next frame to be painted, but only for a limited time, because a page in the background may get no
/// frames. The limit is generous, because on a slow phone work that starts too early would delay the frame.
pub fn painted() -> JsFuture {
    let promise = Promise::new(&mut |resolve, _| {
        set_timeout(&resolve, if is_hidden() { 0.0 } else { FRAME_MAX });
        // The second frame begins after the first was painted.
        let task = Closure::once_into_js(move || set_timeout(&resolve, 0.0));
        request_frame(&Closure::once_into_js(move || request_frame(&task)));
    });
    JsFuture::from(promise)
}

/// Calls `found` for each of the elements once, when it comes within `margin` of the viewport.
fn watch_each(elements: &[El], margin: &str, mut found: Box<dyn FnMut(&Element)>) {
    let observer: Rc<Cell<Option<IntersectionObserver>>> = Rc::default();
    let inner = observer.clone();
    let callback: Closure<dyn FnMut(Array)> = Closure::new(move |entries: Array| {
        for entry in entries.iter() {
            let entry: Entry = entry.unchecked_into();
            if !entry.is_intersecting() {
                continue;
            }
            let target = entry.target();
            if let Some(observer) = inner.take() {
                observer.unobserve(&target);
                inner.set(Some(observer));
            }
            found(&target);
        }
    });
    let options = object(&[("rootMargin", JsValue::from_str(margin))]);
    let made = IntersectionObserver::new(&callback, &options);
    for element in elements {
        made.observe(&element.node());
    }
    observer.set(Some(made));
    hold(callback);
    at_end(move || {
        if let Some(observer) = observer.take() {
            observer.disconnect();
        }
    });
}

/// Calls back once when the element is within a screen of the viewport.
pub fn near(element: &El, then: impl FnOnce() + 'static) {
    once(element, "100% 100%", Box::new(then));
}

/// Calls back once when the element is on screen.
pub fn seen(element: &El, then: impl FnOnce() + 'static) {
    once(element, "0px", Box::new(then));
}

fn once(element: &El, margin: &str, then: Box<dyn FnOnce()>) {
    let mut then = Some(then);
    let found = move |_: &Element| {
        if let Some(then) = then.take() {
            then();
        }
    };
    watch_each(std::slice::from_ref(element), margin, Box::new(found));
}

/// Fires an event when the element is on screen, once a load. A view that is built anew does not fire it again.
pub fn once_a_visit(
    page: &PageRef,
    element: &El,
    key: &'static str,
    event: &'static str,
    detail: Vec<(&'static str, JsValue)>,
) {
    let shell = page.shell.clone();
    if shell.recall_number(key).is_none() {
        seen(element, move || {
            shell.store_number(key, 1.0);
            shell.tell(event, &detail);
        });
    }
}

/// Returns true if the element is wholly below the viewport, so that nothing visible moves when it is removed.
pub fn is_below(element: &El) -> bool {
    element.node().get_bounding_client_rect().top() >= WINDOW.with(Window::inner_height)
}

/// Returns true if the reader has not scrolled yet, so that what stands at the end cannot have been seen.
pub fn is_unscrolled() -> bool {
    WINDOW.with(Window::scroll_y) <= 0.0
}

/// Makes a change in a section, and keeps the scroll position of a reader who is below it. Most engines do that
/// themselves (scroll anchoring), WebKit does not.
pub fn keep_place(section: &Element, change: impl FnOnce()) {
    let end = || section.get_bounding_client_rect().bottom();
    let before = end();
    change();
    if before <= 0.0 && !supports("overflow-anchor", "auto") {
        let by = JsValue::from_f64(end() - before);
        WINDOW.with(|window| {
            window.scroll_by(&object(&[("top", by), ("behavior", JsValue::from_str("instant"))]));
        });
    }
}

/// Tells the page's analytics that the article was seen and how much of it was read. `ends` holds the element at the
/// end of each quarter.
pub fn watch(page: &PageRef, article: &El, ends: &[(u32, El)]) {
    once_a_visit(page, article, "seen", event::VIEW.name, Vec::new());
    let targets: Vec<El> = ends.iter().map(|(_, end)| end.clone()).collect();
    let ends = ends.to_vec();
    let shell = page.shell.clone();
    let told = Cell::new(shell.recall_number("read").unwrap_or(0.0) as u32);
    let found = move |target: &Element| {
        for (percent, element) in &ends {
            if element.node() == *target && *percent > told.get() {
                // A reader who jumps to the end has passed the earlier quarters.
                for (passed, _) in &ends {
                    if *passed > told.get() && passed <= percent {
                        shell.tell(event::READ.name, &[("percent", JsValue::from(*passed))]);
                    }
                }
                told.set(*percent);
                shell.store_number("read", f64::from(*percent));
            }
        }
    };
    watch_each(&targets, "0px", Box::new(found));
}
