//! The builder's backend without a browser: a tree that is written as HTML, and escaped, in [`write`] alone.

mod write;

use super::check_name;
use crate::network::address::Address;
use std::cell::RefCell;
use std::rc::Rc;

/// An element being built; cloning it clones the handle.
#[derive(Clone, Debug)]
pub struct El(Rc<Element>);

#[derive(Debug)]
struct Element {
    tag: &'static str,
    attributes: RefCell<Vec<(Name, String)>>,
    children: RefCell<Vec<Child>>,
}

/// The name of an attribute.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Name {
    /// A literal of this crate.
    Own(&'static str),
    /// A name that the caller who wants the HTML has given.
    Given(String),
}

#[derive(Debug)]
enum Child {
    Element(El),
    Text(String),
    /// A document of JSON in a `<script>` that is data.
    Json(String),
}

/// A new element.
pub fn el(tag: &'static str) -> El {
    El(Rc::new(Element { tag, attributes: RefCell::default(), children: RefCell::default() }))
}

/// A new SVG element. HTML parsers recognise it by its position.
pub fn svg(tag: &'static str) -> El {
    el(tag)
}

/// A new MathML element, recognised likewise.
pub fn mathml(tag: &'static str) -> El {
    el(tag)
}

impl El {
    /// Data for programs: JSON in a `<script>` with a type that browsers do not run.
    pub fn json(kind: &'static str, json: &serde_json::Value) -> El {
        let script = el("script").set("type", kind);
        script.push(Child::Json(json.to_string()));
        script
    }

    fn push(&self, child: Child) {
        self.0.children.borrow_mut().push(child);
    }

    fn put(&self, name: &'static str, value: Option<&str>) {
        self.put_name(Name::Own(name), value);
    }

    fn put_name(&self, name: Name, value: Option<&str>) {
        let mut attributes = self.0.attributes.borrow_mut();
        let place = attributes.iter().position(|(set, _)| *set == name);
        match (value, place.and_then(|place| attributes.get_mut(place))) {
            (Some(value), Some((_, before))) => value.clone_into(before),
            (Some(value), None) => attributes.push((name, value.to_owned())),
            (None, _) => attributes.retain(|(set, _)| *set != name),
        }
    }

    /// Sets an attribute that holds no address.
    pub fn set(self, name: &'static str, value: &str) -> Self {
        check_name(name);
        self.put(name, Some(value));
        self
    }

    /// Sets an attribute if there is a value.
    pub fn set_some(self, name: &'static str, value: Option<&str>) -> Self {
        match value {
            Some(value) => self.set(name, value),
            None => self,
        }
    }

    /// Sets an attribute that the author of the page has given, and that may hold an address or an id of theirs. **No
    /// text of an article may be passed here.**
    pub fn set_given(self, name: &str, value: &str) -> Self {
        self.put_name(Name::Given(name.to_owned()), Some(value));
        self
    }

    /// Sets or removes an attribute of an element that is built already.
    pub fn toggle(&self, name: &'static str, value: Option<&str>) {
        check_name(name);
        self.put(name, value);
    }

    /// Makes the element a link.
    pub fn href(self, address: &Address) -> Self {
        self.href_own(address.as_str())
    }

    /// Makes the element a link to a place of the widget's own, or to a network's share page.
    pub(crate) fn href_own(self, address: &str) -> Self {
        self.put("href", Some(address));
        self
    }

    /// Sets the source of a picture, a recording or a video.
    pub fn src(self, address: &Address) -> Self {
        self.put("src", Some(address.as_str()));
        self
    }

    /// Sets the address to which a form is sent where no script runs.
    pub fn action(self, address: &Address) -> Self {
        self.put("action", Some(address.as_str()));
        self
    }

    /// A new element with the same attributes and no children.
    pub fn copy(&self) -> El {
        let attributes = self.0.attributes.clone();
        El(Rc::new(Element { tag: self.0.tag, attributes, children: RefCell::default() }))
    }

    /// Appends text, as text.
    pub fn text(self, text: &str) -> Self {
        if !text.is_empty() {
            self.push(Child::Text(text.to_owned()));
        }
        self
    }

    /// Replaces all content by text.
    pub fn put_text(&self, text: &str) {
        self.empty();
        self.push(Child::Text(text.to_owned()));
    }

    /// Appends a child.
    pub fn child(self, child: El) -> Self {
        self.push(Child::Element(child));
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
        self.push(Child::Element(child.clone()));
    }

    /// Removes all content.
    pub fn empty(&self) {
        self.0.children.borrow_mut().clear();
    }
}
