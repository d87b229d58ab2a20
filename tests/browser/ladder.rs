//! The three ways in which HTML is parsed. Each can be selected for a test.

use js_sys::Reflect;
use wasm_bindgen::JsValue;

/// A way of reading HTML.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Rung {
    /// `setHTML` on a document that is never shown.
    SetHtml,
    /// `DOMParser`.
    Parser,
    /// Neither.
    Plain,
}

pub(crate) const ALL: [Rung; 3] = [Rung::SetHtml, Rung::Parser, Rung::Plain];

/// Runs a function without the browser's better ways, and restores them afterwards.
pub(crate) fn on<T>(rung: Rung, run: impl FnOnce() -> T) -> T {
    let window: JsValue = web_sys::window().unwrap().into();
    let prototype = get(&get(&window, "Element"), "prototype");
    let set_html = get(&prototype, "setHTML");
    let parser = get(&window, "DOMParser");
    if rung != Rung::SetHtml {
        set(&prototype, "setHTML", &JsValue::UNDEFINED);
    }
    if rung == Rung::Plain {
        set(&window, "DOMParser", &JsValue::UNDEFINED);
    }
    let result = run();
    set(&prototype, "setHTML", &set_html);
    set(&window, "DOMParser", &parser);
    result
}

/// Returns true if the browser has `setHTML` at all.
pub(crate) fn has_set_html() -> bool {
    let window: JsValue = web_sys::window().unwrap().into();
    get(&get(&get(&window, "Element"), "prototype"), "setHTML").is_function()
}

fn get(object: &JsValue, name: &str) -> JsValue {
    Reflect::get(object, &JsValue::from_str(name)).unwrap()
}

fn set(object: &JsValue, name: &str, value: &JsValue) {
    Reflect::set(object, &JsValue::from_str(name), value).unwrap();
}
