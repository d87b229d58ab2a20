//! Entities: `&eacute;`, `&#233;`, `&#xe9;`.
//!
//! All numeric entities are known, and those names that newsrooms use. Others are left to the browser's parser, whose
//! output contains only five (<https://html.spec.whatwg.org/multipage/parsing.html#escapingString>).

use crate::text::number::whole;
use crate::text::search::{around, has_any, pieces};

/// The entities that are known by name.
const ENTITIES: &[(&str, char)] = &[
    ("amp", '&'),
    ("lt", '<'),
    ("gt", '>'),
    ("quot", '"'),
    ("apos", '\''),
    ("nbsp", '\u{a0}'),
    ("rsquo", '’'),
    ("lsquo", '‘'),
    ("ldquo", '“'),
    ("rdquo", '”'),
    ("laquo", '«'),
    ("raquo", '»'),
    ("hellip", '…'),
    ("ndash", '–'),
    ("mdash", '—'),
    ("Prime", '″'),
    ("prime", '′'),
    ("euro", '€'),
    ("deg", '°'),
    ("middot", '·'),
    ("times", '×'),
    ("eacute", 'é'),
    ("egrave", 'è'),
    ("agrave", 'à'),
    ("ccedil", 'ç'),
    ("ecirc", 'ê'),
    ("acirc", 'â'),
    ("icirc", 'î'),
    ("ocirc", 'ô'),
    ("ucirc", 'û'),
    ("ugrave", 'ù'),
    ("auml", 'ä'),
    ("ouml", 'ö'),
    ("uuml", 'ü'),
    ("szlig", 'ß'),
    ("ntilde", 'ñ'),
    ("aacute", 'á'),
    ("iacute", 'í'),
    ("oacute", 'ó'),
    ("uacute", 'ú'),
    ("bull", '•'),
    ("copy", '©'),
    ("shy", '\u{ad}'),
];

/// The character of an entity, given without `&` and `;`.
fn character(name: &str) -> Option<char> {
    if let Some(number) = name.strip_prefix("#") {
        let code = match number.strip_prefix("x").or_else(|| number.strip_prefix("X")) {
            Some(digits) => whole(digits, 16),
            None => whole(number, 10),
        };
        return char::from_u32(code?).filter(|c| *c != '\0');
    }
    ENTITIES.iter().find(|(known, _)| *known == name).map(|(_, c)| *c)
}

/// Decodes the entities in a text. Unknown ones stay as they are.
pub(super) fn decode(text: &str) -> String {
    decode_those(text, |_| true)
}

/// Decodes entities that were escaped twice: those of letters and signs, which no text for readers contains. Entities
/// of the signs of HTML itself are kept, because a text about HTML contains them.
pub(super) fn decode_again(text: String) -> String {
    if has_any(&text, "&") { decode_those(&text, |c| !matches!(c, '<' | '>')) } else { text }
}

/// Decodes the entities of characters for which `is_one` is true.
fn decode_those(text: &str, is_one: fn(char) -> bool) -> String {
    let mut parts = pieces(text, "&");
    let mut decoded = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let found = around(part, ";").and_then(|(name, rest)| Some((character(name)?, rest)));
        match found.filter(|(c, _)| is_one(*c)) {
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

/// Returns true if a parser would decode a text in the same way as [`decode`]: every entity is known here, and every
/// character stays as it is.
pub(super) fn is_known(text: &str) -> bool {
    let mut parts = pieces(text, "&");
    parts.next();
    !has_any(text, "\0\r")
        && parts.all(|part| match around(part, ";") {
            // Control characters and those of an old Windows code page have rules of their own.
            Some((name, _)) if character(name).is_some_and(|c| !c.is_control()) => true,
            // Some names are entities without a semicolon, too.
            _ => !part.starts_with(|c: char| c.is_ascii_alphanumeric() || c == '#'),
        })
}
