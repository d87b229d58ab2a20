//! Parses HTML with the browser's parser, in a document that is never shown and loads nothing. The result is returned
//! as text, because reading a tree node by node takes longer than scanning a text.
//!
//! `setHTML` is used if the browser has it: it needs no Trusted Types policy, and reports no violation where they are
//! enforced. Otherwise `DOMParser` is used, with a policy named `news-article` if the browser has Trusted Types. If
//! neither is possible, the result is `None`.

use crate::object::object;
use crate::text::search::concat;
use js_sys::{Array, Function, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Document, DomParser, HtmlElement};

/// Put before the HTML, so that the parser takes neither it nor a `frameset` in it for a head.
const BODY: &str = "<!DOCTYPE html><body>";

/// Parses HTML from `written::write`, and writes it again. In the result implied elements are present, and entities
/// that `entity` does not know are characters. `None` if no parser may be used.
pub(in crate::source::html) fn parsed(html: &str) -> Option<String> {
    Some(set(html).or_else(|| parse(html))?.inner_html())
}

/// Calls a method that may be missing or no function, because a page can replace it.
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
    // With the getter of its class, because `<img name="body">` in the parsed text hides the document's own.
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
    // A configuration that removes nothing further. Unsafe content is removed in any case, and the builder has its
    // own lists.
    let options = object(&[("sanitizer", Object::new().into())]);
    call(&body, "setHTML", &[JsValue::from_str(html), options.into()])?;
    Some(body)
}

fn parse(html: &str) -> Option<HtmlElement> {
    body(document(&concat(&[BODY, html]), "text/html")?.into())
}

/// Parses a text with the browser's parser for HTML or XML. `None` if the page refuses it.
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
    /// Created once, because a page allows one policy of a name, and each refusal is reported to the page's owner.
    static POLICY: Policy = policy();
}

enum Policy {
    /// The browser has no Trusted Types.
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
    // `String` returns its argument unchanged. The HTML is harmless because of what the builder makes of it.
    let identity = Reflect::get(&window, &JsValue::from_str("String")).unwrap_or_default();
    let rules = object(&[("createHTML", identity)]);
    match call(&factory, "createPolicy", &[JsValue::from_str("news-article"), rules.into()]) {
        Some(policy) => Policy::Made(policy),
        None => Policy::Refused,
    }
}
