//! The options as JavaScript passes them.

use news_article_render::{Error, Options, Output};
use serde_json::{Map, Value};

/// The names of all options.
const NAMES: [&str; 9] = ["format", "lang", "base", "page", "assets", "related", "site", "attr", "output"];

/// Reads the options, as JSON.
pub(crate) fn read(json: &[u8]) -> Result<(Options, Output), Error> {
    let value: Value =
        serde_json::from_slice(json).map_err(|error| refused("options", &error.to_string()))?;
    let Value::Object(given) = value else { return Err(refused("options", "an object is wanted")) };
    if let Some(unknown) = given.keys().find(|name| !NAMES.contains(&name.as_str())) {
        let names = NAMES.join(", ");
        return Err(refused("options", &format!("{unknown:?} is none of {names}")));
    }
    let output = text(&given, "output")?.map_or(Ok(Output::default()), |name| name.parse())?;
    let options = Options {
        format: text(&given, "format")?,
        lang: text(&given, "lang")?,
        base: text(&given, "base")?,
        page: text(&given, "page")?,
        assets: text(&given, "assets")?,
        related: document(&given, "related"),
        site: document(&given, "site"),
        attributes: attributes(&given)?,
    };
    Ok((options, output))
}

fn refused(name: &str, what: &str) -> Error {
    Error::Option(format!("{name}: {what}"))
}

fn text(given: &Map<String, Value>, name: &str) -> Result<Option<String>, Error> {
    match given.get(name) {
        None | Some(Value::Null) => Ok(None),
        Some(Value::String(text)) => Ok(Some(text.clone())),
        Some(_) => Err(refused(name, "a string is wanted")),
    }
}

/// A document beside the article: as a text, or as a value.
fn document(given: &Map<String, Value>, name: &str) -> Option<String> {
    match given.get(name)? {
        Value::Null => None,
        Value::String(text) => Some(text.clone()),
        value => Some(value.to_string()),
    }
}

/// The attributes of the element. As in frameworks, `true` means an attribute without a value, and `false` none.
fn attributes(given: &Map<String, Value>) -> Result<Vec<(String, String)>, Error> {
    let attributes = match given.get("attr") {
        None | Some(Value::Null) => return Ok(Vec::new()),
        Some(Value::Object(attributes)) => attributes,
        Some(_) => return Err(refused("attr", "an object with a value for each name is wanted")),
    };
    let mut list = Vec::new();
    for (name, value) in attributes {
        let value = match value {
            Value::Null | Value::Bool(false) => continue,
            Value::Bool(true) => String::new(),
            Value::String(text) => text.clone(),
            Value::Number(number) => number.to_string(),
            _ => return Err(refused("attr", &format!("{name}: a string is wanted"))),
        };
        list.push((name.clone(), value));
    }
    Ok(list)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refusal(json: &str) -> String {
        read(json.as_bytes()).expect_err("it is refused").to_string()
    }

    #[test]
    fn each_option_of_the_library_has_its_name() {
        let (options, output) = read(
            br#"{"format": "native", "lang": "en", "base": "https://a.example/", "page": "https://b.example/", "assets": "/x/",
                "related": [{"title": "t"}], "site": "{}", "attr": {"share": "copy", "hidden": true, "heading-level": 2, "title": null},
                "output": "page"}"#,
        )
        .expect("options");
        let whole = |text: &str| Some(text.to_owned());
        assert_eq!(
            (options, output),
            (
                Options {
                    format: whole("native"),
                    lang: whole("en"),
                    base: whole("https://a.example/"),
                    page: whole("https://b.example/"),
                    assets: whole("/x/"),
                    related: whole(r#"[{"title":"t"}]"#),
                    site: whole("{}"),
                    attributes: [("share", "copy"), ("hidden", ""), ("heading-level", "2")]
                        .map(|(name, value)| (name.to_owned(), value.to_owned()))
                        .into(),
                },
                Output::Page
            )
        );
    }

    #[test]
    fn an_option_that_cannot_be_used_is_named() {
        for (json, message) in [
            (r#"{"lang": 1}"#, "lang: a string is wanted"),
            (r#"{"attr": "a=b"}"#, "attr: an object with a value for each name is wanted"),
            (r#"{"attr": {"class": []}}"#, "attr: class: a string is wanted"),
            (r#"{"output": "pdf"}"#, "output: \"pdf\" is none of fragment, page, head, json"),
            ("[]", "options: an object is wanted"),
        ] {
            assert_eq!(refusal(json), message);
        }
        assert!(refusal(r#"{"baseUrl": ""}"#).starts_with("options: \"baseUrl\" is none of format, lang,"));
    }
}
