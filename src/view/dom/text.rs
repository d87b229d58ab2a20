//! The builder's nodes without a browser: a tree that is written as HTML. **Everything is escaped here, and nowhere else.**

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
    /// One that whoever asks for the HTML has named.
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

/// A new SVG element. A parser of HTML knows by its place what it is.
pub fn svg(tag: &'static str) -> El {
    el(tag)
}

/// A new element of a formula; likewise.
pub fn mathml(tag: &'static str) -> El {
    el(tag)
}

impl El {
    /// Data for programs: JSON in a `<script>` of a type that no browser runs.
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

    /// Sets an attribute where there is a value.
    pub fn set_some(self, name: &'static str, value: Option<&str>) -> Self {
        match value {
            Some(value) => self.set(name, value),
            None => self,
        }
    }

    /// Sets an attribute that the page's own author has named, and has an address or an id of their own in it. **Nothing of an
    /// article comes here.**
    pub fn set_given(self, name: &str, value: &str) -> Self {
        self.put_name(Name::Given(name.to_owned()), Some(value));
        self
    }

    /// Sets or removes an attribute of an element that stands.
    pub fn toggle(&self, name: &'static str, value: Option<&str>) {
        check_name(name);
        self.put(name, value);
    }

    /// Makes a link of it.
    pub fn href(self, address: &Address) -> Self {
        self.href_own(address.as_str())
    }

    /// Makes a link of it that leads to one of the widget's own places, or to a network's share page.
    pub(crate) fn href_own(self, address: &str) -> Self {
        self.put("href", Some(address));
        self
    }

    /// Gives it a picture, a recording or a film.
    pub fn src(self, address: &Address) -> Self {
        self.put("src", Some(address.as_str()));
        self
    }

    /// Gives it the picture shown before it plays.
    pub fn poster(self, address: &Address) -> Self {
        self.put("poster", Some(address.as_str()));
        self
    }

    /// Has a form post to an address, where no script sends it.
    pub fn action(self, address: &Address) -> Self {
        self.put("action", Some(address.as_str()));
        self
    }

    /// Another element with the same attributes, and nothing in it.
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

    /// Replaces all that is inside by text.
    pub fn put_text(&self, text: &str) {
        self.empty();
        self.push(Child::Text(text.to_owned()));
    }

    /// Appends a child.
    pub fn child(self, child: El) -> Self {
        self.push(Child::Element(child));
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
        self.push(Child::Element(child.clone()));
    }

    /// Removes all that is inside.
    pub fn empty(&self) {
        self.0.children.borrow_mut().clear();
    }
}
