//! Shortcodes that no plugin has expanded: `[name attr="…"]`, alone or paired.
//!
//! The markers go, and what stands between a pair stays. Brackets in prose, `[sic]`, `[…]` or `[1]`, are no shortcodes:
//! a name alone counts only where its end, or WordPress' own list, or an underscore says so. Inside `pre` and
//! `code` they are what the article is about.

use crate::source::html::token::{Token, Tokens};
use crate::source::html::words::has_word;
use crate::text::search::{around, has_any, pieces, replaced, trimmed};

/// The longest shortcode, in bytes.
const LONGEST: usize = 2048;

/// The most opening brackets, and these times the text's bytes: each may ask for a look at the whole text. With more, it
/// stays as it is.
const BRACKETS: usize = 1_000;
const LOOKED_AT: usize = 100_000_000;

/// HTML without its shortcodes; a `[caption]` becomes the figure that it stood for.
pub(super) fn expanded(html: &str) -> String {
    let brackets = html.bytes().filter(|b| *b == b'[').count();
    // Nearly every post.
    if !(1..=BRACKETS).contains(&brackets) || html.len() > LOOKED_AT / brackets {
        return html.to_owned();
    }
    let mut out = String::with_capacity(html.len());
    let mut tokens = Tokens::new(html);
    let mut literal = 0usize;
    // Text that no tag interrupts, but for the line breaks that may run through a shortcode.
    let mut from = 0;
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
            without(text, html, &mut out);
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

/// Copies text without its shortcodes.
fn without(text: &str, html: &str, out: &mut String) {
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
            if matches!(name(inside), "caption" | "wp_caption") {
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

/// The name that a marker begins with: empty if it begins with none.
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

fn is_shortcode(inside: &str, html: &str) -> bool {
    let (inside, ends) = inside.strip_prefix("/").map_or((inside, false), |inside| (inside, true));
    let name = name(inside);
    let rest = inside.get(name.len()..).unwrap_or_default();
    let said = trimmed(rest);
    let bare = said.is_empty();
    if name.is_empty() || inside.len() > LONGEST {
        return false;
    }
    if ends {
        return bare && occurs(html, name, false);
    }
    if said == "/" {
        return true;
    }
    if bare {
        if has_word("gallery caption wp_caption audio video playlist embed", name) {
            return true;
        }
    } else if !rest.chars().next().is_some_and(char::is_whitespace) && !rest.starts_with("&nbsp;") {
        return false;
    }
    // `name="value"`, whatever has become of the quotes.
    for word in pieces(&replaced(rest, "\u{a0}", " "), " \t\n\r\x0c;") {
        if let Some((key, _)) = around(word, "=")
            && key.as_bytes().first().is_some_and(u8::is_ascii_alphabetic)
            && key.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'-'))
        {
            return true;
        }
    }
    has_any(name, "_") || occurs(html, name, true)
}

/// Whether a marker of that name opens, or ends, anywhere.
fn occurs(html: &str, name: &str, ends: bool) -> bool {
    let mut parts = pieces(html, "[");
    parts.next();
    for part in parts {
        let part = if ends { part.strip_prefix("/").unwrap_or_default() } else { part };
        if let Some(rest) = part.strip_prefix(name)
            && (!ends || rest.starts_with("]"))
        {
            return true;
        }
    }
    false
}
