//! The builder's nodes in a browser: the browser's own. What reacts is bound to signals in [`crate::view::reactive`].

use super::check_name;
use crate::network::address::Address;
use crate::network::fetch::sleep;
use crate::view::scope::hold;
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;
use web_sys::{Element, Event, HtmlElement, Node, ShadowRoot};

#[wasm_bindgen]
extern "C" {
    type Document;
    #[wasm_bindgen(thread_local_v2, js_name = document)]
    static DOCUMENT: Document;
    #[wasm_bindgen(method, js_name = createElement)]
    fn element(this: &Document, tag: &str) -> Element;
    #[wasm_bindgen(method, js_name = createElementNS)]
    fn element_ns(this: &Document, namespace: &str, tag: &str) -> Element;

    /// What every node of the builder can do; none of it throws for literal names.
    #[wasm_bindgen(extends = js_sys::Object)]
    type Target;
    #[wasm_bindgen(method)]
    fn append(this: &Target, child: &Node);
    #[wasm_bindgen(method)]
    fn before(this: &Target, node: &Node);
    #[wasm_bindgen(method, js_name = append)]
    fn append_text(this: &Target, text: &str);
    #[wasm_bindgen(method, js_name = setAttribute)]
    fn set_attribute(this: &Target, name: &str, value: &str);
    #[wasm_bindgen(method, js_name = removeAttribute)]
    fn remove_attribute(this: &Target, name: &str);
    #[wasm_bindgen(method, js_name = addEventListener)]
    fn listen(this: &Target, event: &str, callback: &Closure<dyn Fn(Event)>);
    #[wasm_bindgen(method, js_name = cloneNode)]
    fn copy(this: &Target) -> Element;
    #[wasm_bindgen(method, js_name = replaceChildren)]
    fn clear(this: &Target);
    #[wasm_bindgen(method, getter, js_name = value)]
    fn value(this: &Target) -> String;
    #[wasm_bindgen(method, setter, js_name = value)]
    fn set_value(this: &Target, value: &str);
    #[wasm_bindgen(method, getter, js_name = checked)]
    fn checked(this: &Target) -> bool;
    #[wasm_bindgen(method, setter, js_name = checked)]
    fn set_checked(this: &Target, checked: bool);
    #[wasm_bindgen(method, setter, js_name = textContent)]
    fn set_text(this: &Target, text: &str);
}

const SVG: &str = "http://www.w3.org/2000/svg";
const MATHML: &str = "http://www.w3.org/1998/Math/MathML";

/// An element being built; cloning it clones the handle.
#[derive(Clone, Debug)]
pub struct El(Element);

/// A new element.
pub fn el(tag: &'static str) -> El {
    El(DOCUMENT.with(|document| document.element(tag)))
}

/// A new SVG element.
pub fn svg(tag: &'static str) -> El {
    El(DOCUMENT.with(|document| document.element_ns(SVG, tag)))
}

/// A new element of a formula.
pub fn mathml(tag: &'static str) -> El {
    El(DOCUMENT.with(|document| document.element_ns(MATHML, tag)))
}

impl El {
    /// An element of the page's own: to be watched, never to be written to.
    pub fn of(element: Element) -> Self {
        El(element)
    }

    /// The node itself.
    pub fn node(&self) -> &Element {
        &self.0
    }

    /// The node as an HTML element.
    pub fn html(&self) -> &HtmlElement {
        self.0.unchecked_ref()
    }

    fn target(&self) -> &Target {
        self.0.unchecked_ref()
    }

    /// Sets an attribute that holds no address.
    pub fn set(self, name: &'static str, value: &str) -> Self {
        check_name(name);
        self.target().set_attribute(name, value);
        self
    }

    /// Sets an attribute where there is a value.
    pub fn set_some(self, name: &'static str, value: Option<&str>) -> Self {
        match value {
            Some(value) => self.set(name, value),
            None => self,
        }
    }

    /// Sets or removes an attribute of an element that stands.
    pub fn toggle(&self, name: &'static str, value: Option<&str>) {
        match value {
            Some(value) => self.target().set_attribute(name, value),
            None => self.target().remove_attribute(name),
        }
    }

    /// Makes a link of it.
    pub fn href(self, address: &Address) -> Self {
        self.target().set_attribute("href", address.as_str());
        self
    }

    /// Makes a link of it that leads to one of the widget's own places, or to a network's share page.
    pub(crate) fn href_own(self, address: &str) -> Self {
        self.target().set_attribute("href", address);
        self
    }

    /// Gives it a picture, a recording or a film.
    pub fn src(self, address: &Address) -> Self {
        self.target().set_attribute("src", address.as_str());
        self
    }

    /// Gives it the picture shown before it plays.
    pub fn poster(self, address: &Address) -> Self {
        self.target().set_attribute("poster", address.as_str());
        self
    }

    /// Another element with the same attributes, and nothing in it.
    pub fn copy(&self) -> El {
        El(self.target().copy())
    }

    /// Appends text, as text.
    pub fn text(self, text: &str) -> Self {
        self.target().append_text(text);
        self
    }

    /// Replaces all that is inside by text.
    pub fn put_text(&self, text: &str) {
        self.target().set_text(text);
    }

    /// Appends a child.
    pub fn child(self, child: El) -> Self {
        self.add(&child);
        self
    }

    /// Appends a child where there is one.
    pub fn maybe(self, child: Option<El>) -> Self {
        match child {
            Some(child) => self.child(child),
            None => self,
        }
    }

    /// Appends a child to an element that stands.
    pub fn add(&self, child: &El) {
        self.target().append(&child.0);
    }

    /// Puts another element before this one.
    pub fn before(&self, other: &El) {
        self.target().before(&other.0);
    }

    /// Removes all that is inside.
    pub fn empty(&self) {
        self.target().clear();
    }

    /// The value of a field.
    pub fn value(&self) -> String {
        self.target().value()
    }

    /// Sets the value of a field.
    pub fn put_value(&self, value: &str) {
        self.target().set_value(value);
    }

    /// Whether a box is ticked.
    pub fn checked(&self) -> bool {
        self.target().checked()
    }

    /// Ticks a box, or not.
    pub fn tick(&self, checked: bool) {
        self.target().set_checked(checked);
    }

    /// Calls back on an event, for as long as the current scope lives. `Fn`, not `FnMut`: a listener of the page may
    /// cause the same event again while this one runs.
    pub fn on(self, event: &'static str, callback: impl Fn(Event) + 'static) -> Self {
        let closure: Closure<dyn Fn(Event)> = Closure::new(callback);
        self.target().listen(event, &closure);
        hold(closure);
        self
    }

    /// Calls back when this form is sent, in place of the browser. A sandboxed frame may not send forms, and then the browser
    /// says nothing of it: the click on the button counts.
    pub fn on_submit(self, button: &El, callback: impl Fn() + 'static) -> Self {
        let callback: Rc<dyn Fn()> = Rc::new(callback);
        let sent = Rc::new(Cell::new(false));
        let (clicked, told) = (callback.clone(), sent.clone());
        let _ = button.clone().on("click", move |event| {
            sent.set(false);
            let (clicked, sent) = (clicked.clone(), sent.clone());
            spawn_local(async move {
                // By the next task the browser would have sent it.
                let _ = sleep(0.0).await;
                if !sent.get() && !event.default_prevented() {
                    clicked();
                }
            });
        });
        self.on("submit", move |event| {
            event.prevent_default();
            told.set(true);
            callback();
        })
    }

    /// Whether the reader is somewhere else by now: the focus is, and not on the page as a whole.
    pub fn is_left(&self) -> bool {
        let root = self.0.get_root_node();
        let inside = root.dyn_ref::<ShadowRoot>().and_then(|root| root.active_element());
        match inside {
            Some(active) => !self.0.contains(Some(&active)),
            None => web_sys::window()
                .and_then(|window| window.document()?.active_element())
                .is_some_and(|active| active.local_name() != "body"),
        }
    }

    /// Moves the focus here.
    pub fn focus(&self) {
        let _ = self.html().focus();
    }
}
