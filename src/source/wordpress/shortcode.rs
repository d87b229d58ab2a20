//! Shortcodes that no plugin has expanded: `[name attr="…"]`, alone or paired.
//!
//! The markers are removed, and the content between a pair stays. Brackets in prose, such as `[sic]`, `[…]` or `[1]`,
//! are no shortcodes: a name alone counts only with an end marker, in WordPress' own list, or with an underscore.
//! Inside `pre` and `code` they are kept, because there they are what the article is about.

use crate::network::address::percent_decode;
use crate::source::html::token::{Token, Tokens};
use crate::text::search::{around, has_any, has_word, pieces, replaced, trimmed};

/// The longest shortcode, in bytes.
const SHORTCODE_MAX: usize = 2048;

/// The most opening brackets in a text. With more it is not changed.
const BRACKETS_MAX: usize = 1_000;
/// The most bytes that are searched, because each bracket may need a search of the whole text. With more it is not
/// changed.
const SEARCHED_MAX: usize = 100_000_000;

/// WordPress' own shortcodes that stand without attributes too (<https://codex.wordpress.org/Shortcode>).
const WITHOUT_ATTRIBUTES: &str = "gallery caption wp_caption audio video playlist embed";

/// Removes the shortcodes from HTML. A `[caption]` becomes a figure.
pub(super) fn expanded(html: &str) -> String {
    let brackets = html.bytes().filter(|b| *b == b'[').count();
    // Nearly every post has none.
    if !(1..=BRACKETS_MAX).contains(&brackets) || html.len() > SEARCHED_MAX / brackets {
        return html.to_owned();
    }
    let mut out = String::with_capacity(html.len());
    let mut tokens = Tokens::new(html);
    // The number of open elements whose text is not changed.
    let mut literal = 0usize;
    // The start of the current text. Only line breaks, which may occur inside of a shortcode, continue it across
    // tags.
    let mut from = 0;
    // The position up to which tokens were read.
    let mut at = 0;
    loop {
        let start = at;
        let token = tokens.next();
        at = html.len() - tokens.rest().len();
        let (name, opens) = match token {
            Some(Token::Text(_)) => continue,
            Some(Token::Open(name, _)) => (name, true),
            Some(Token::Close(name)) => (name, false),
            None => ("", false),
        };
        if name.eq_ignore_ascii_case("br") {
            continue;
        }
        let text = html.get(from..start).unwrap_or_default();
        if literal == 0 {
            copy_without(text, html, &mut out);
        } else {
            out.push_str(text);
        }
        match &*name.to_ascii_lowercase() {
            "pre" | "code" if opens => literal += 1,
            "pre" | "code" => literal = literal.saturating_sub(1),
            "script" | "style" | "textarea" if opens => {
                tokens.skip_raw(name);
                at = html.len() - tokens.rest().len();
            }
            _ => {}
        }
        out.push_str(html.get(start..at).unwrap_or_default());
        from = at;
        if token.is_none() {
            return out;
        }
    }
}

/// Copies a text without its shortcodes. `html` is the whole document.
fn copy_without(text: &str, html: &str, out: &mut String) {
    let mut rest = text;
    while let Some((before, after)) = around(rest, "[") {
        out.push_str(before);
        rest = after;
        let inside = crate::text::search::before(after, "[]");
        let (_, tail) = after.split_at_checked(inside.len()).unwrap_or_default();
        if let Some(tail) = tail.strip_prefix("]")
            && is_shortcode(inside, html)
        {
            rest = tail;
            // WPBakery encodes HTML and scripts.
            if let Some((encoded, after)) = encoded(inside, tail) {
                out.push_str(&encoded);
                rest = after;
            } else if matches!(name(inside), "caption" | "wp_caption") {
                out.push_str("<figure class=\"wp-caption\">");
            } else if matches!(inside, "/caption" | "/wp_caption") {
                out.push_str("</figure>");
            }
        } else {
            out.push('[');
        }
    }
    out.push_str(rest);
}

/// The HTML in a block with content in base64, and the text after the block.
fn encoded<'a>(inside: &str, tail: &'a str) -> Option<(String, &'a str)> {
    let end = match name(inside) {
        "vc_raw_html" => "[/vc_raw_html]",
        "vc_raw_js" => "[/vc_raw_js]",
        _ => return None,
    };
    let (content, after) = around(tail, end)?;
    let html = if end == "[/vc_raw_html]" { base64(content).unwrap_or_default() } else { String::new() };
    Some((percent_decode(&html), after))
}

/// Decodes base64; `None` if the text is none.
fn base64(text: &str) -> Option<String> {
    let (mut bytes, mut bits, mut count) = (Vec::new(), 0u32, 0);
    for byte in text.bytes() {
        let value = match byte {
            b'A'..=b'Z' => byte - b'A',
            b'a'..=b'z' => byte - b'a' + 26,
            b'0'..=b'9' => byte - b'0' + 52,
            b'+' => 62,
            b'/' => 63,
            b'=' | b' ' | b'\n' | b'\r' | b'\t' => continue,
            _ => return None,
        };
        bits = bits << 6 | u32::from(value);
        count += 6;
        if count >= 8 {
            count -= 8;
            bytes.push((bits >> count) as u8);
        }
    }
    String::from_utf8(bytes).ok()
}

/// The name at the beginning of a shortcode; empty if there is none.
fn name(inside: &str) -> &str {
    let mut end = 0;
    for byte in inside.bytes() {
        if !(byte.is_ascii_lowercase() || end > 0 && (byte.is_ascii_digit() || matches!(byte, b'_' | b'-'))) {
            break;
        }
        end += 1;
    }
    inside.get(..end).unwrap_or_default()
}

/// Returns true if the text between two brackets is a shortcode, and not prose.
fn is_shortcode(inside: &str, html: &str) -> bool {
    let (inside, is_end) = inside.strip_prefix("/").map_or((inside, false), |inside| (inside, true));
    let name = name(inside);
    let rest = inside.get(name.len()..).unwrap_or_default();
    let attributes = trimmed(rest);
    if name.is_empty() || inside.len() > SHORTCODE_MAX {
        return false;
    }
    if is_end {
        return attributes.is_empty() && has_start(html, name);
    }
    if attributes == "/" {
        return true;
    }
    if attributes.is_empty() {
        if has_word(WITHOUT_ATTRIBUTES, name) {
            return true;
        }
    } else if !rest.chars().next().is_some_and(char::is_whitespace) && !rest.starts_with("&nbsp;") {
        return false;
    }
    // `name="value"`, with any kind of quotation marks.
    for word in pieces(&replaced(rest, "\u{a0}", " "), " \t\n\r\x0c;") {
        if let Some((key, _)) = around(word, "=")
            && key.as_bytes().first().is_some_and(u8::is_ascii_alphabetic)
            && key.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'-'))
        {
            return true;
        }
    }
    has_any(name, "_") || has_end(html, name)
}

/// Returns true if a shortcode of that name starts anywhere.
fn has_start(html: &str, name: &str) -> bool {
    behind_brackets(html).any(|part| part.starts_with(name))
}

/// Returns true if a shortcode of that name ends anywhere.
fn has_end(html: &str, name: &str) -> bool {
    behind_brackets(html).any(|part| {
        let rest = part.strip_prefix("/").and_then(|part| part.strip_prefix(name));
        rest.is_some_and(|rest| rest.starts_with("]"))
    })
}

/// The text after each opening bracket, up to the next.
fn behind_brackets(html: &str) -> impl Iterator<Item = &str> {
    pieces(html, "[").skip(1)
}
