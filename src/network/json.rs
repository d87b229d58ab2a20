//! A read-only view of a JSON value that somebody else made.
//!
//! In the browser it is a handle to the value that `JSON.parse` returned, read lazily: a WordPress answer of 100 KB
//! of which ten fields matter costs ten reads, and lone surrogates, `1e999` or a depth of 10,000 are handled by the
//! browser. Elsewhere it is a tree filled by `serde_json` (`json/tree.rs`). Reading never fails: a value that is
//! missing, `null` or of another type counts as absent, so that a wrong type in an optional field loses that field
//! only.

use crate::text::number::digits;
use crate::text::search::{around, before, pieces, trimmed};

/// The most elements that are read of one array. Each is a handle, and no source allows as many.
const ITEMS_MAX: usize = 65_536;
/// The most characters of a text: more than any body may have ([`crate::source`]), so that one that is too long is refused
/// and not cut.
const TEXT_MAX: usize = 4_100_000;

#[cfg(browser)]
mod value {
    use js_sys::{Array, JSON, JsString, Object};
    use wasm_bindgen::prelude::*;

    #[wasm_bindgen]
    extern "C" {
        // (The key is passed as a text, because a JavaScript string would be made for each call.)
        #[wasm_bindgen(catch, js_namespace = Object, js_name = hasOwn)]
        fn has_own(value: &JsValue, key: &str) -> Result<bool, JsValue>;
        #[wasm_bindgen(catch, js_namespace = Reflect, js_name = get)]
        fn member(value: &JsValue, key: &str) -> Result<JsValue, JsValue>;
    }

    /// A JSON value, or none.
    #[derive(Clone, Debug)]
    pub struct Json(JsValue);

    impl Json {
        /// The value for "absent".
        pub fn null() -> Self {
            Json(JsValue::NULL)
        }

        /// Parses a text as the browser does; `None` if that throws.
        pub fn parse(text: &str) -> Option<Self> {
            JSON::parse(text).ok().map(Json)
        }

        /// A JSON string.
        pub fn of_text(text: &str) -> Self {
            Json(JsValue::from_str(text))
        }

        /// The member `key` of an object. Only own members count, because a page may have extended
        /// `Object.prototype`.
        pub fn get(&self, key: &str) -> Json {
            // A value that is no object throws in one or the other.
            if !has_own(&self.0, key).unwrap_or(false) {
                return Json::null();
            }
            Json(member(&self.0, key).unwrap_or(JsValue::NULL))
        }

        /// The value, if it is a string.
        pub fn text(&self) -> Option<String> {
            self.0.as_string()
        }

        /// The value, if it is a number.
        pub fn number(&self) -> Option<f64> {
            self.0.as_f64()
        }

        /// The value, if it is a boolean.
        pub fn boolean(&self) -> Option<bool> {
            self.0.as_bool()
        }

        /// The value, if it is a string, cut after `max` units of UTF-16.
        pub fn text_within(&self, max: usize) -> Option<String> {
            let text = self.0.as_string()?;
            // A unit has at least one byte.
            if text.len() <= max {
                return Some(text);
            }
            self.0.unchecked_ref::<JsString>().slice(0, max as u32).as_string()
        }

        /// The first `max` elements of an array; none for any other value.
        pub fn items_within(&self, max: usize) -> Vec<Json> {
            let mut items = Vec::new();
            if let Some(array) = self.0.dyn_ref::<Array>() {
                for at in 0..array.length().min(max as u32) {
                    items.push(Json(array.get(at)));
                }
            }
            items
        }

        /// The names of an object's own members; none for any other value.
        pub fn keys(&self) -> Vec<String> {
            let mut names = Vec::new();
            if let Some(object) = self.0.dyn_ref::<Object>().filter(|_| !self.is_array()) {
                let keys = Object::keys(object);
                for at in 0..keys.length() {
                    names.extend(keys.get(at).as_string());
                }
            }
            names
        }

        /// Returns true for an array.
        pub fn is_array(&self) -> bool {
            Array::is_array(&self.0)
        }

        /// Returns true for an object that is no array.
        pub fn is_object(&self) -> bool {
            self.0.is_object() && !self.is_array()
        }

        /// Returns true if the value is null or absent.
        pub fn is_null(&self) -> bool {
            self.0.is_null() || self.0.is_undefined()
        }
    }

    impl From<JsValue> for Json {
        fn from(value: JsValue) -> Self {
            Json(value)
        }
    }

    impl From<Json> for JsValue {
        fn from(value: Json) -> Self {
            value.0
        }
    }
}

#[cfg(not(browser))]
mod tree;

#[cfg(not(browser))]
pub use tree::Json;
#[cfg(browser)]
pub use value::Json;

/// Returns true if a text is a feed in XML, by the name of its root. (A page of HTML is none.)
pub fn is_feed(text: &str) -> bool {
    let mut rest = trimmed(text.strip_prefix('\u{feff}').unwrap_or(text));
    // A declaration, comments and a document type may stand before the root.
    while let Some(skipped) = [("<?", "?>"), ("<!--", "-->"), ("<!DOCTYPE rss", ">")]
        .iter()
        .find_map(|(open, close)| around(rest.strip_prefix(open)?, close))
    {
        rest = trimmed(skipped.1);
    }
    let root = before(rest.strip_prefix('<').unwrap_or_default(), " \t\r\n/>");
    let local = around(root, ":").map_or(root, |(_, local)| local);
    ["rss", "feed", "entry", "RDF"].contains(&local)
}

impl Json {
    /// Parses a document: to the value that `parse` makes of it, or to the text itself if that is a feed in XML.
    pub fn document(text: &str) -> Option<Self> {
        Self::parse(text).or_else(|| is_feed(text).then(|| Self::of_text(text)))
    }

    /// The value in a text that is JSON itself, since many systems store lists and objects so; any other value
    /// unchanged.
    pub fn unpacked(self) -> Self {
        let is_packed = |text: &String| matches!(trimmed(text).as_bytes().first(), Some(b'{' | b'['));
        self.text().filter(is_packed).and_then(|text| Self::parse(&text)).unwrap_or(self)
    }

    /// The member at a dotted path: `title.rendered`.
    pub fn at(&self, path: &str) -> Json {
        let mut value = self.clone();
        for key in pieces(path, ".") {
            value = value.get(key);
        }
        value
    }

    /// The elements of an array up to the limit; none for any other value.
    pub fn items(&self) -> Vec<Json> {
        self.items_within(ITEMS_MAX)
    }

    /// The values of the first `max` members of an object; none for any other value.
    pub fn values_within(&self, max: usize) -> Vec<Json> {
        self.keys().iter().take(max).map(|key| self.get(key)).collect()
    }

    /// The first element of an array.
    pub fn first(&self) -> Json {
        self.items_within(1).into_iter().next().unwrap_or_else(Json::null)
    }

    /// The text of the member `key`, trimmed; `None` if it is empty.
    pub fn line(&self, key: &str) -> Option<String> {
        self.get(key).trimmed()
    }

    /// The value, if it is a string, cut after [`TEXT_MAX`] and trimmed; `None` if it is empty.
    #[inline(never)]
    pub fn trimmed(&self) -> Option<String> {
        let text = self.text_within(TEXT_MAX)?;
        let text = trimmed(&text);
        (!text.is_empty()).then(|| text.to_owned())
    }

    /// The value, if it is a number from 0 to 4,294,967,295; a fraction is cut off.
    pub fn whole(&self) -> Option<u32> {
        let number = self.number()?;
        (number >= 0.0 && number <= f64::from(u32::MAX)).then_some(number as u32)
    }

    /// The member `key`, if it is a whole number as [`Json::whole`] reads it.
    pub fn count(&self, key: &str) -> Option<u32> {
        self.get(key).whole()
    }

    /// The value, if it is an identifier: a text, or a number, as some senders write it.
    pub fn as_identifier(&self) -> Option<String> {
        self.trimmed().or_else(|| self.whole().map(digits))
    }

    /// The identifier in the member `key`.
    pub fn identifier(&self, key: &str) -> Option<String> {
        self.get(key).as_identifier()
    }
}

#[cfg(test)]
mod tests {
    use super::{Json, is_feed};

    #[test]
    fn a_wrong_type_is_as_good_as_absent() {
        let json = Json::parse(r#"{"title": 5, "image": "x", "list": {"a": 1}, "n": -1}"#).unwrap();
        assert_eq!(json.line("title"), None);
        assert_eq!(json.at("image.src").text(), None);
        assert!(json.get("list").items().is_empty());
        assert_eq!(json.count("n"), None);
    }

    #[test]
    fn an_identifier_may_be_a_number() {
        let json = Json::parse(r#"{"id": 42, "slug": "a"}"#).unwrap();
        assert_eq!(json.identifier("id").as_deref(), Some("42"));
        assert_eq!(json.identifier("slug").as_deref(), Some("a"));
    }

    #[test]
    fn a_feed_in_xml_is_told_from_a_page_of_html() {
        for (text, expected) in [
            ("<rss version=\"2.0\"></rss>", true),
            (
                "\u{feff} <?xml version='1.0'?>\n<?xml-stylesheet href='a'?><!-- a > b -->\n<feed\nxmlns='x'>",
                true,
            ),
            ("<rdf:RDF xmlns:rdf='x'>", true),
            ("<a:feed xmlns:a='http://www.w3.org/2005/Atom'/>", true),
            ("<!DOCTYPE rss PUBLIC '-//Netscape//DTD RSS 0.91//EN' 'x'><rss version='0.91'>", true),
            ("<!DOCTYPE html><html><body>Login<rss>", false),
            ("<?xml version='1.0'?><html>", false),
            ("Erreur", false),
            ("", false),
            ("<?xml", false),
        ] {
            assert_eq!(is_feed(text), expected, "{text}");
            assert_eq!(Json::document(text).is_some(), expected, "{text}");
        }
    }

    #[test]
    fn a_blank_line_is_none() {
        let json = Json::parse(r#"{"title": " \n "}"#).unwrap();
        assert_eq!(json.line("title"), None);
    }
}
