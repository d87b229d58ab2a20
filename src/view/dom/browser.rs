//! The builder's backend for a browser. Signals are bound to it in [`crate::view::reactive`].
//!
//! A call from wasm to JavaScript costs more than most DOM operations. So operations are recorded in a [`script`] and
//! executed in one call, when the first node is inserted or read. **Operations on a node that is in the document are
//! executed at once.**

mod script;

use super::check_name;
use crate::network::address::Address;
use crate::network::fetch::sleep;
use crate::view::scope::hold;
use script::{Handle, Step, named};
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;
use web_sys::{Element, Event, HtmlElement, ShadowRoot};

#[wasm_bindgen]
extern "C" {
    /// The members of form fields. None of them throws.
    #[wasm_bindgen(extends = js_sys::Object)]
    type Field;
    #[wasm_bindgen(method, getter)]
    fn value(this: &Field) -> String;
    #[wasm_bindgen(method, setter)]
    fn set_value(this: &Field, value: &str);
    #[wasm_bindgen(method, getter)]
    fn checked(this: &Field) -> bool;
    #[wasm_bindgen(method, setter)]
    fn set_checked(this: &Field, checked: bool);
}

/// An element being built; cloning it clones the handle.
#[derive(Clone, Debug)]
pub struct El(Handle);

/// A new element.
pub fn el(tag: &'static str) -> El {
    made(Step::Html, tag)
}

/// A new SVG element.
pub fn svg(tag: &'static str) -> El {
    made(Step::Svg, tag)
}

/// A new MathML element.
pub fn mathml(tag: &'static str) -> El {
    made(Step::MathMl, tag)
}

fn made(step: Step, tag: &'static str) -> El {
    let el = El(Handle::new());
    el.0.write(step, named(tag), "");
    el
}

impl El {
    /// Wraps an element of the page's own, which may be observed but never changed.
    pub fn of(element: &Element) -> Self {
        El(Handle::of(element))
    }

    /// The DOM node.
    pub fn node(&self) -> Element {
        self.0.node()
    }

    /// The node as an HTML element.
    pub fn html(&self) -> HtmlElement {
        self.node().unchecked_into()
    }

    fn field(&self) -> Field {
        self.node().unchecked_into()
    }

    fn put(&self, name: &'static str, value: &str) {
        self.0.write(Step::Set, named(name), value);
    }

    /// Sets an attribute that holds no address.
    pub fn set(self, name: &'static str, value: &str) -> Self {
        check_name(name);
        self.put(name, value);
        self
    }

    /// Sets an attribute if there is a value.
    pub fn set_some(self, name: &'static str, value: Option<&str>) -> Self {
        match value {
            Some(value) => self.set(name, value),
            None => self,
        }
    }

    /// Sets or removes an attribute of an element that is built already.
    pub fn toggle(&self, name: &'static str, value: Option<&str>) {
        match value {
            Some(value) => self.put(name, value),
            None => self.0.write(Step::Remove, named(name), ""),
        }
    }

    /// Makes the element a link.
    pub fn href(self, address: &Address) -> Self {
        self.href_own(address.as_str())
    }

    /// Makes the element a link to a place of the widget's own, or to a network's share page.
    pub(crate) fn href_own(self, address: &str) -> Self {
        self.put("href", address);
        self
    }

    /// Sets the source of a picture, a recording or a video.
    pub fn src(self, address: &Address) -> Self {
        self.put("src", address.as_str());
        self
    }

    /// A new element with the same attributes and no children.
    pub fn copy(&self) -> El {
        let copy = El(Handle::new());
        copy.0.write_other(Step::Copy, &self.0);
        copy
    }

    /// Appends text, as text.
    pub fn text(self, text: &str) -> Self {
        if !text.is_empty() {
            self.0.write(Step::Text, 0, text);
        }
        self
    }

    /// Replaces all content by text.
    pub fn put_text(&self, text: &str) {
        self.0.write(Step::PutText, 0, text);
    }

    /// Appends a child.
    pub fn child(self, child: El) -> Self {
        self.add(&child);
        self
    }

    /// Appends a child if there is one.
    pub fn maybe(self, child: Option<El>) -> Self {
        match child {
            Some(child) => self.child(child),
            None => self,
        }
    }

    /// Appends a child to an element that is built already.
    pub fn add(&self, child: &El) {
        self.0.write_other(Step::Append, &child.0);
    }

    /// Inserts another element before this one.
    pub fn before(&self, other: &El) {
        self.0.write_other(Step::Before, &other.0);
    }

    /// Removes all content.
    pub fn empty(&self) {
        self.put_text("");
    }

    /// The value of a field.
    pub fn value(&self) -> String {
        self.field().value()
    }

    /// Sets the value of a field.
    pub fn put_value(&self, value: &str) {
        self.field().set_value(value);
    }

    /// Returns true if a checkbox is checked.
    pub fn checked(&self) -> bool {
        self.field().checked()
    }

    /// Checks or unchecks a checkbox.
    pub fn tick(&self, checked: bool) {
        self.field().set_checked(checked);
    }

    /// Calls back on an event, as long as the current scope lives. `callback` is an `Fn`, not an `FnMut`, because a
    /// listener of the page may cause the same event again while this one runs.
    pub fn on(self, event: &'static str, callback: impl Fn(Event) + 'static) -> Self {
        let closure: Closure<dyn Fn(Event)> = Closure::new(callback);
        self.0.listen(event, closure.as_ref());
        hold(closure);
        self
    }

    /// Calls back when this form is submitted, and stops the browser from doing so. In a sandboxed frame that may not
    /// submit forms there is no such event, so a click on the button counts too.
    pub fn on_submit(self, button: &El, callback: impl Fn() + 'static) -> Self {
        let callback: Rc<dyn Fn()> = Rc::new(callback);
        let sent = Rc::new(Cell::new(false));
        let (clicked, told) = (callback.clone(), sent.clone());
        let _ = button.clone().on("click", move |event| {
            sent.set(false);
            let (clicked, sent) = (clicked.clone(), sent.clone());
            spawn_local(async move {
                // By the next task a `submit` event would have been fired.
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

    /// Returns true if the focus is on something else, other than the page as a whole.
    pub fn is_left(&self) -> bool {
        let root = self.node().get_root_node();
        let inside = root.dyn_ref::<ShadowRoot>().and_then(|root| root.active_element());
        match inside {
            Some(active) => !self.node().contains(Some(&active)),
            None => web_sys::window()
                .and_then(|window| window.document()?.active_element())
                .is_some_and(|active| active.local_name() != "body"),
        }
    }

    /// Moves the focus to the element.
    pub fn focus(&self) {
        let _ = self.html().focus();
    }
}
