//! Looks ahead, from behind a start tag: each goes no further than it must, for hostile HTML has many of them.

use crate::network::address::{Address, Purpose, resolve};
use crate::source::html::embed;
use crate::source::html::tag::Tag;
use crate::source::html::token::{Attributes, Token, Tokens};

/// Whether a table has one cell: then it is there for the looks.
pub(super) fn has_one_cell(tokens: &Tokens<'_>) -> bool {
    let mut cells = 0;
    for token in tokens.clone() {
        match token {
            Token::Open(name, _) => match Tag::named(name) {
                Some(Tag::Cell | Tag::HeaderCell) => cells += 1,
                // Scripts and styles could be long, and stand in no table that is there for the looks.
                Some(Tag::Table | Tag::RawText) => return false,
                _ => {}
            },
            Token::Close(name) if Tag::named(name) == Some(Tag::Table) => break,
            Token::Close(_) | Token::Text(_) => {}
        }
        if cells > 1 {
            break;
        }
    }
    cells == 1
}

/// Whether a `noscript` holds the picture of a chart. (Other pictures there are there a second time, or count readers.)
pub(super) fn holds_chart(tokens: &Tokens<'_>, base: Option<&Address>) -> bool {
    for token in tokens.clone().take(3) {
        if matches!(token, Token::Close(name) if name.eq_ignore_ascii_case("noscript")) {
            return false;
        }
        if let Token::Open(name, attributes) = token
            && Tag::named(name) == Some(Tag::Image)
        {
            return Attributes::new(attributes).any(|(name, value)| {
                name.eq_ignore_ascii_case("src")
                    && resolve(value, base, Purpose::Image).is_some_and(|src| embed::chart(&src).is_some())
            });
        }
    }
    false
}

/// What comes behind the end tag that belongs to a start tag; `None` where that never comes.
pub(super) fn behind_end<'a>(tokens: &Tokens<'a>, name: &str) -> Option<Tokens<'a>> {
    let mut ahead = tokens.clone();
    if name.eq_ignore_ascii_case("iframe") {
        return ahead.skip_raw(name).then_some(ahead);
    }
    let mut depth = 1;
    while let Some(token) = ahead.next() {
        match token {
            Token::Open(other, _) if other.eq_ignore_ascii_case(name) => depth += 1,
            Token::Close(other) if other.eq_ignore_ascii_case(name) => {
                depth -= 1;
                if depth == 0 {
                    return Some(ahead);
                }
            }
            _ => {}
        }
    }
    None
}
