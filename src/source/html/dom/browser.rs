//! HTML through the browser's parser, in a document that is never shown and loads nothing. It comes back as text, in one
//! piece: asking a tree node by node takes longer than reading it.
//!
//! `setHTML` where there is one: it needs no Trusted Types policy, and reports no violation where they are enforced.
//! Else `DOMParser`, with a policy named `news-article` where Trusted Types exist. Neither: `None`.

use crate::object::object;
use crate::text::search::concat;
use js_sys::{Array, Function, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Document, DomParser, HtmlElement};

/// What stands before the HTML, so that the parser takes neither it nor a `frameset` inside for a head.
const BODY: &str = "<!DOCTYPE html><body>";

/// HTML that `written::write` has written, parsed and written out again by the browser: every element that is implied
/// is there, every entity that `entity` does not know is a character. `None` where no parser may be used.
pub(in crate::source::html) fn parsed(html: &str) -> Option<String> {
    Some(set(html).or_else(|| parse(html))?.inner_html())
}

/// Calls a method that may not be there, or not be one: a page can put anything in its place.
#[inline(never)]
fn call(object: &JsValue, name: &str, arguments: &[JsValue]) -> Option<JsValue> {
    let function: Function = Reflect::get(object, &JsValue::from_str(name)).ok()?.dyn_into().ok()?;
    let list = Array::new();
    for argument in arguments {
        list.push(argument);
    }
    function.apply(object, &list).ok()
}

fn body(document: JsValue) -> Option<HtmlElement> {
    // By the getter of its class: in what was parsed, `<img name="body">` hides the document's own.
    let class = Reflect::get(&js_sys::global(), &JsValue::from_str("Document")).ok()?;
    let prototype = Reflect::get(&class, &JsValue::from_str("prototype")).ok()?;
    let getter =
        Object::get_own_property_descriptor(prototype.unchecked_ref::<Object>(), &JsValue::from_str("body"));
    let getter = Reflect::get(&getter, &JsValue::from_str("get")).ok()?;
    getter.dyn_into::<Function>().ok()?.call0(&document).ok()?.dyn_into().ok()
}

fn set(html: &str) -> Option<HtmlElement> {
    let document = web_sys::window()?.document()?;
    let factory = Reflect::get(&document, &JsValue::from_str("implementation")).ok()?;
    let body = body(call(&factory, "createHTMLDocument", &[JsValue::from_str("")])?)?;
    // A configuration that removes nothing of its own: what is unsafe goes in any case, and the builder has lists of its own.
    let options = object(&[("sanitizer", Object::new().into())]);
    call(&body, "setHTML", &[JsValue::from_str(html), options.into()])?;
    Some(body)
}

fn parse(html: &str) -> Option<HtmlElement> {
    body(document(&concat(&[BODY, html]), "text/html")?.into())
}

/// A text through the browser's parser for a media type, HTML or XML. `None` where the page refuses it.
pub(in crate::source) fn document(text: &str, kind: &str) -> Option<Document> {
    let text = JsValue::from_str(text);
    let text = POLICY.with(|policy| match policy {
        Policy::Needless => Some(text),
        Policy::Made(policy) => call(policy, "createHTML", &[text]),
        Policy::Refused => None,
    })?;
    let parser = DomParser::new().ok()?;
    call(&parser, "parseFromString", &[text, JsValue::from_str(kind)])?.dyn_into().ok()
}

thread_local! {
    /// A policy of one name can be made only once a page, and each refusal is reported to the page's owner.
    static POLICY: Policy = policy();
}

enum Policy {
    /// The browser knows no Trusted Types.
    Needless,
    Made(JsValue),
    Refused,
}

fn policy() -> Policy {
    let Some(window) = web_sys::window() else { return Policy::Refused };
    let factory = Reflect::get(&window, &JsValue::from_str("trustedTypes")).unwrap_or_default();
    if !Reflect::get(&factory, &JsValue::from_str("createPolicy")).unwrap_or_default().is_function() {
        return Policy::Needless;
    }
    // `String` gives back what it is given: the HTML is harmless by what the builder makes of it.
    let identity = Reflect::get(&window, &JsValue::from_str("String")).unwrap_or_default();
    let rules = object(&[("createHTML", identity)]);
    match call(&factory, "createPolicy", &[JsValue::from_str("news-article"), rules.into()]) {
        Some(policy) => Policy::Made(policy),
        None => Policy::Refused,
    }
}
