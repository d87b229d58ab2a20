//! Shortcodes that no plugin has expanded: `[name attr="…"]`, alone or paired.
//!
//! The markers go, and what stands between a pair stays. Brackets in prose, `[sic]`, `[…]` or `[1]`, are no shortcodes:
//! a name alone counts only where its end, or WordPress' own list, or an underscore says so. Inside `pre` and
//! `code` they are what the article is about.

use crate::source::html::token::{Token, Tokens};
use std::mem::take;

/// The longest shortcode, in bytes.
const LONGEST: usize = 2048;

/// HTML without its shortcodes; a `[caption]` becomes the figure that it stood for.
pub(super) fn expanded(html: &str) -> String {
    // Nearly every post.
    if !html.contains('[') {
        return html.to_owned();
    }
    let mut out = String::with_capacity(html.len());
    let mut tokens = Tokens::new(html);
    let mut literal = 0usize;
    let mut at = 0;
    // A shortcode that a line break runs through is only whole after the token that follows.
    let mut held = String::new();
    loop {
        let token = tokens.next();
        let end = html.len() - tokens.rest().len();
        let raw = html.get(at..end).unwrap_or_default();
        at = end;
        match token {
            None => {
                out.push_str(&take(&mut held));
                out.push_str(raw);
                return out;
            }
            Some(Token::Text(_)) if literal == 0 => {
                held.push_str(raw);
                let cut = held.rfind('[').filter(|from| {
                    let tail = held.get(*from..).unwrap_or_default();
                    !tail.contains(']') && tail.len() < LONGEST && shape(tail).is_some()
                });
                let rest = cut.map(|cut| held.split_off(cut)).unwrap_or_default();
                without(&take(&mut held), html, &mut out);
                held = rest;
            }
            Some(Token::Open(name, _)) if name.eq_ignore_ascii_case("br") && !held.is_empty() => {
                held.push_str(raw);
            }
            Some(Token::Open(name, _)) => {
                out.push_str(&take(&mut held));
                out.push_str(raw);
                if is_literal(name) {
                    literal += 1;
                } else if matches!(name.to_ascii_lowercase().as_str(), "script" | "style" | "textarea") {
                    tokens.skip_raw(name);
                    let end = html.len() - tokens.rest().len();
                    out.push_str(html.get(at..end).unwrap_or_default());
                    at = end;
                }
            }
            Some(Token::Close(name)) => {
                out.push_str(&take(&mut held));
                out.push_str(raw);
                if is_literal(name) {
                    literal = literal.saturating_sub(1);
                }
            }
            Some(Token::Text(_)) => out.push_str(raw),
        }
    }
}

fn is_literal(name: &str) -> bool {
    name.eq_ignore_ascii_case("pre") || name.eq_ignore_ascii_case("code")
}

/// Copies text without its shortcodes.
fn without(text: &str, html: &str, out: &mut String) {
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('[') {
        out.push_str(before);
        let marker = after.split_once(']').filter(|(inside, _)| !inside.contains('['));
        match marker.filter(|(inside, _)| is_shortcode(inside, html)) {
            Some((inside, after)) => {
                let name = name(inside.trim_start_matches('/'));
                if matches!(name, "caption" | "wp_caption") {
                    out.push_str(if inside.starts_with('/') {
                        "</figure>"
                    } else {
                        "<figure class=\"wp-caption\">"
                    });
                }
                rest = after;
            }
            None => {
                out.push('[');
                rest = after;
            }
        }
    }
    out.push_str(rest);
}

/// The name that a marker begins with: empty if it begins with none.
fn name(inside: &str) -> &str {
    let end =
        inside.find(|c: char| !(c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '_' | '-')));
    let name = end.map_or(inside, |end| inside.get(..end).unwrap_or_default());
    if name.starts_with(|c: char| c.is_ascii_lowercase()) { name } else { "" }
}

/// What follows the name, if this could be the start of a shortcode with attributes.
fn shape(tail: &str) -> Option<&str> {
    let inside = tail.strip_prefix('[')?;
    let name = name(inside);
    let rest = inside.get(name.len()..)?;
    (!name.is_empty() && rest.starts_with(|c: char| c.is_whitespace() || c == '&')).then_some(rest)
}

fn is_shortcode(inside: &str, html: &str) -> bool {
    if let Some(end) = inside.strip_prefix('/') {
        let name = name(end.trim_end());
        return !name.is_empty()
            && name.len() == end.trim_end().len()
            && html.contains(&["[", name].concat());
    }
    let name = name(inside);
    if name.is_empty() {
        return false;
    }
    let rest = inside.get(name.len()..).unwrap_or_default();
    if rest.trim() == "/" {
        return true;
    }
    let known =
        matches!(name, "gallery" | "caption" | "wp_caption" | "audio" | "video" | "playlist" | "embed");
    let paired = html.contains(&["[/", name, "]"].concat());
    if rest.trim().is_empty() {
        return known || paired || name.contains('_');
    }
    // `name="value"`, whatever has become of the quotes.
    let mut words = rest.replace("&nbsp;", " ");
    words = words.replace('\u{a0}', " ");
    if !words.starts_with(|c: char| c.is_whitespace()) {
        return false;
    }
    let attributed = words.split_whitespace().any(|word| {
        word.split_once('=').is_some_and(|(key, _)| {
            key.starts_with(|c: char| c.is_ascii_alphabetic())
                && key.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '_' | '-'))
        })
    });
    attributed || paired || name.contains('_')
}
