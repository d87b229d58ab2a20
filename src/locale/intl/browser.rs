//! The browser's own `Intl`.

use crate::object::object;
use crate::text::date::Instant;
use crate::text::number::digits;
use crate::text::search::joined;
use js_sys::{Array, Object};
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = Intl)]
    type PluralRules;
    #[wasm_bindgen(constructor, js_namespace = Intl, catch)]
    fn new(tag: &str) -> Result<PluralRules, JsValue>;
    #[wasm_bindgen(method)]
    fn select(this: &PluralRules, count: u32) -> String;

    #[wasm_bindgen(js_namespace = Intl)]
    type DateTimeFormat;
    #[wasm_bindgen(constructor, js_namespace = Intl, catch)]
    fn new(tag: &str, options: &Object) -> Result<DateTimeFormat, JsValue>;
    #[wasm_bindgen(method, catch)]
    fn format(this: &DateTimeFormat, ms: f64) -> Result<String, JsValue>;

    #[wasm_bindgen(js_namespace = Intl)]
    type NumberFormat;
    #[wasm_bindgen(constructor, js_namespace = Intl, catch)]
    fn new(tag: &str) -> Result<NumberFormat, JsValue>;
    #[wasm_bindgen(method)]
    fn format(this: &NumberFormat, number: u32) -> String;

    #[wasm_bindgen(js_namespace = Intl)]
    type ListFormat;
    #[wasm_bindgen(constructor, js_namespace = Intl, catch)]
    fn new(tag: &str) -> Result<ListFormat, JsValue>;
    #[wasm_bindgen(method)]
    fn format(this: &ListFormat, names: &Array) -> String;
}

/// Returns true if the tag is well formed.
pub(in crate::locale) fn supports(tag: &str) -> bool {
    PluralRules::new(tag).is_ok()
}

/// The CLDR category of a whole number.
pub(in crate::locale) fn plural(tag: &str, count: u32) -> String {
    PluralRules::new(tag).map(|rules| rules.select(count)).unwrap_or_default()
}

/// A whole number.
pub(in crate::locale) fn number(tag: &str, number: u32) -> String {
    NumberFormat::new(tag).map(|format| format.format(number)).unwrap_or_else(|_| digits(number))
}

/// A date in the Gregorian calendar. The milliseconds include the offset already, so the time zone is UTC.
pub(in crate::locale) fn date(tag: &str, instant: &Instant) -> String {
    let time = if instant.has_time { "short".into() } else { JsValue::UNDEFINED };
    let options = object(&[
        ("calendar", "gregory".into()),
        ("timeZone", "UTC".into()),
        ("dateStyle", "long".into()),
        ("timeStyle", time),
    ]);
    DateTimeFormat::new(tag, &options)
        .and_then(|format| format.format(instant.shifted_ms()))
        .unwrap_or_default()
}

/// A list of names.
pub(in crate::locale) fn list(tag: &str, names: &[String]) -> String {
    let array: Array = names.iter().map(|name| JsValue::from_str(name)).collect();
    ListFormat::new(tag).map(|format| format.format(&array)).unwrap_or_else(|_| joined(names, ", "))
}
