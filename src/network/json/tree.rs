//! JSON outside of a browser: a tree whose parts are shared, so that a view of one costs nothing.

use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use std::collections::HashMap;
use std::fmt;
use std::sync::Arc;

/// A JSON value, or none.
#[derive(Clone, Debug)]
pub struct Json(Value);

#[derive(Clone, Debug)]
enum Value {
    Null,
    Boolean(bool),
    Number(f64),
    Text(Arc<str>),
    Array(Arc<[Json]>),
    Object(Arc<Members>),
}

/// The members of an object, each name once, in the order of the document.
#[derive(Debug, Default)]
struct Members {
    list: Vec<(Box<str>, Json)>,
    /// The index of a name in the list.
    places: HashMap<Box<str>, usize>,
}

impl Members {
    /// Adds a member. If a name occurs twice, the last value counts, in the place of the first.
    fn add(&mut self, name: Box<str>, value: Json) {
        match self.places.get(&name).and_then(|place| self.list.get_mut(*place)) {
            Some((_, before)) => *before = value,
            None => {
                self.places.insert(name.clone(), self.list.len());
                self.list.push((name, value));
            }
        }
    }
}

impl Json {
    /// The value for "absent".
    pub fn null() -> Self {
        Json(Value::Null)
    }

    /// A JSON string.
    pub fn of_text(text: &str) -> Self {
        Json(Value::Text(text.into()))
    }

    /// Parses a text; `None` if it is no JSON.
    pub fn parse(text: &str) -> Option<Self> {
        Self::read(text).ok()
    }

    /// Parses a text as a browser does: with a byte order mark at its beginning, and with lone surrogates in it.
    ///
    /// # Errors
    ///
    /// A message with the error and its position.
    pub fn read(text: &str) -> Result<Self, String> {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        serde_json::from_str(text).or_else(|error| match whole_characters(text) {
            Some(mended) => serde_json::from_str(&mended).map_err(|error| error.to_string()),
            None => Err(error.to_string()),
        })
    }

    /// The member `key` of an object.
    pub fn get(&self, key: &str) -> Json {
        let Value::Object(members) = &self.0 else { return Json::null() };
        let found = members.places.get(key).and_then(|place| members.list.get(*place));
        found.map_or_else(Json::null, |(_, value)| value.clone())
    }

    /// The value, if it is a string.
    pub fn text(&self) -> Option<String> {
        match &self.0 {
            Value::Text(text) => Some(text.as_ref().to_owned()),
            _ => None,
        }
    }

    /// The value, if it is a string, cut after `max` characters.
    pub fn text_within(&self, max: usize) -> Option<String> {
        let Value::Text(text) = &self.0 else { return None };
        let end = text.char_indices().nth(max).map_or(text.len(), |(at, _)| at);
        text.get(..end).map(str::to_owned)
    }

    /// The value, if it is a number.
    pub fn number(&self) -> Option<f64> {
        match self.0 {
            Value::Number(number) => Some(number),
            _ => None,
        }
    }

    /// The value, if it is a boolean.
    pub fn boolean(&self) -> Option<bool> {
        match self.0 {
            Value::Boolean(boolean) => Some(boolean),
            _ => None,
        }
    }

    /// The first `max` elements of an array; none for any other value.
    pub fn items_within(&self, max: usize) -> Vec<Json> {
        match &self.0 {
            Value::Array(items) => items.iter().take(max).cloned().collect(),
            _ => Vec::new(),
        }
    }

    /// The names of an object's members; none for any other value.
    pub fn keys(&self) -> Vec<String> {
        match &self.0 {
            Value::Object(members) => members.list.iter().map(|(name, _)| name.as_ref().to_owned()).collect(),
            _ => Vec::new(),
        }
    }

    /// Returns true for an array.
    pub fn is_array(&self) -> bool {
        matches!(self.0, Value::Array(_))
    }

    /// Returns true for an object that is no array.
    pub fn is_object(&self) -> bool {
        matches!(self.0, Value::Object(_))
    }

    /// Returns true if the value is null or absent.
    pub fn is_null(&self) -> bool {
        matches!(self.0, Value::Null)
    }
}

impl From<serde_json::Value> for Json {
    fn from(value: serde_json::Value) -> Self {
        Json::deserialize(value).unwrap_or_else(|_| Json::null())
    }
}

impl<'de> Deserialize<'de> for Json {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Reading)
    }
}

struct Reading;

impl<'de> Visitor<'de> for Reading {
    type Value = Json;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("JSON")
    }

    fn visit_unit<E>(self) -> Result<Json, E> {
        Ok(Json::null())
    }

    fn visit_bool<E>(self, boolean: bool) -> Result<Json, E> {
        Ok(Json(Value::Boolean(boolean)))
    }

    fn visit_i64<E>(self, number: i64) -> Result<Json, E> {
        Ok(Json(Value::Number(number as f64)))
    }

    fn visit_u64<E>(self, number: u64) -> Result<Json, E> {
        Ok(Json(Value::Number(number as f64)))
    }

    fn visit_f64<E>(self, number: f64) -> Result<Json, E> {
        Ok(Json(Value::Number(number)))
    }

    fn visit_str<E>(self, text: &str) -> Result<Json, E> {
        Ok(Json(Value::Text(text.into())))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Json, A::Error> {
        let mut read = Vec::new();
        while let Some(item) = items.next_element()? {
            read.push(item);
        }
        Ok(Json(Value::Array(read.into())))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<Json, A::Error> {
        let mut read = Members::default();
        while let Some((name, value)) = members.next_entry()? {
            read.add(name, value);
        }
        Ok(Json(Value::Object(read.into())))
    }
}

/// The text with each lone surrogate (`\ud83d` alone, which a CMS leaves where it cuts an emoji) replaced by the
/// replacement character, as browsers show it. `None` if there is none.
fn whole_characters(text: &str) -> Option<String> {
    let mut mended = String::new();
    let mut rest = text;
    let mut found = false;
    while let Some(at) = rest.find('\\') {
        let (before, escape) = rest.split_at(at);
        mended.push_str(before);
        let unit = |at: usize| {
            let hex = escape.get(at..at + 6)?.strip_prefix("\\u")?;
            u32::from_str_radix(hex, 16).ok()
        };
        let length = match unit(0) {
            Some(0xD800..=0xDBFF) if matches!(unit(6), Some(0xDC00..=0xDFFF)) => 12,
            Some(0xD800..=0xDFFF) => {
                found = true;
                mended.push('\u{fffd}');
                rest = escape.get(6..).unwrap_or_default();
                continue;
            }
            Some(_) => 6,
            // Another escape sequence: one character after the backslash.
            None => 1 + escape.chars().nth(1).map_or(0, char::len_utf8),
        };
        mended.push_str(escape.get(..length).unwrap_or(escape));
        rest = escape.get(length..).unwrap_or_default();
    }
    mended.push_str(rest);
    found.then_some(mended)
}

#[cfg(test)]
mod tests {
    use super::Json;

    #[test]
    fn half_a_character_is_one_that_nobody_can_read() {
        let json = Json::read(r#"{"a": "x\ud83d", "b": "\\ud83d \ude00y", "c": "\ud83d\ude00"}"#).unwrap();
        let text = |key| json.get(key).text().unwrap();
        assert_eq!(text("a"), "x\u{fffd}");
        assert_eq!(text("b"), "\\ud83d \u{fffd}y");
        assert_eq!(text("c"), "😀");
    }

    #[test]
    fn a_mark_at_the_beginning_is_no_error() {
        assert!(Json::read("\u{feff}{}").unwrap().is_object());
    }

    #[test]
    fn what_is_wrong_is_said_with_its_place() {
        let error = Json::read("{\"a\":\n oops}").unwrap_err();
        assert!(error.contains("line 2 column 2"), "{error}");
    }

    #[test]
    fn of_two_members_of_one_name_the_last_counts() {
        let json = Json::read(r#"{"a": 1, "a": 2}"#).unwrap();
        assert_eq!(json.get("a").number(), Some(2.0));
        assert_eq!(json.keys(), ["a"]);
    }
}
