//! Plain JavaScript objects, for options of browser functions and details of events.

use js_sys::{Object, Reflect};
use wasm_bindgen::JsValue;

/// A plain object with these members.
pub(crate) fn object(members: &[(&str, JsValue)]) -> Object {
    let object = Object::new();
    for (name, value) in members {
        let _ = Reflect::set(&object, &JsValue::from_str(name), value);
    }
    object
}
