//! HTML that needs no parser: nested, as [`super::scan`] leaves it or the browser has written it out, so that the tags can
//! be told to the builder as they come.
//!
//! Entities are known by number, and by name where newsrooms use them: after the browser's parser only five are left.

use super::build::Builder;
use super::list::group;
use super::tag::Tag;
use super::token::{Attributes, Token, Tokens};
use crate::text::number::whole;
use crate::text::search::{around, has_any, pieces};

/// Tells the builder what stands in nested HTML.
pub(super) fn walk(html: &str, builder: &mut Builder<'_>) {
    for token in Tokens::new(html) {
        match token {
            Token::Text(text) => builder.text(&decode(text)),
            Token::Close(_) => builder.close(),
            Token::Open(name, attributes) => {
                let tag = Tag::named(name);
                builder.open(tag, &|name| {
                    for (key, value) in Attributes::new(attributes) {
                        if key == name {
                            return decode(value);
                        }
                    }
                    String::new()
                });
                if tag.is_some_and(Tag::is_void) {
                    builder.close();
                }
            }
        }
    }
}

/// Text with its entities decoded; what is no known entity stays as it is.
pub(super) fn decode(text: &str) -> String {
    let mut parts = pieces(text, "&");
    let mut decoded = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        match around(part, ";").and_then(|(name, rest)| Some((entity(name)?, rest))) {
            Some((c, rest)) => {
                decoded.push(c);
                decoded.push_str(rest);
            }
            None => {
                decoded.push('&');
                decoded.push_str(part);
            }
        }
    }
    decoded
}

/// Whether a parser would make of a text what [`decode`] does: every entity in it is known here, and every character stays
/// as it is.
pub(super) fn is_known(text: &str) -> bool {
    let mut parts = pieces(text, "&");
    parts.next();
    !has_any(text, "\0\r")
        && parts.all(|part| match around(part, ";") {
            // Numbers below that of the space have their own rules, and so have those of an old code page of Windows'.
            Some((name, _)) if entity(name).is_some_and(|c| !c.is_control()) => true,
            // Without a semicolon some names are entities too.
            _ => !part.starts_with(|c: char| c.is_ascii_alphanumeric() || c == '#'),
        })
}

fn entity(name: &str) -> Option<char> {
    if let Some(number) = name.strip_prefix("#") {
        let code = match number.strip_prefix("x").or_else(|| number.strip_prefix("X")) {
            Some(digits) => whole(digits, 16),
            None => whole(number, 10),
        };
        return char::from_u32(code?).filter(|c| *c != '\0');
    }
    let known = group(ENTITIES, name)?;
    CHARACTERS.chars().enumerate().find(|(at, _)| *at == known).map(|(_, c)| c)
}

/// The names of [`CHARACTERS`].
const ENTITIES: &str = "amp|lt|gt|quot|apos|nbsp|rsquo|lsquo|ldquo|rdquo|laquo|raquo|hellip|ndash|mdash|Prime|prime|\
    euro|deg|middot|times|eacute|egrave|agrave|ccedil";

const CHARACTERS: &str = "&<>\"'\u{a0}’‘“”«»…–—″′€°·×éèàç";
