//! Looks ahead from a start tag. Each function looks no further than it must, because hostile HTML has many tags.

use crate::source::html::tag::Tag;
use crate::source::html::token::{Token, Tokens};
use crate::text::search::{has_word, trimmed};

/// Returns true for a table of one cell, which is used for layout.
pub(super) fn has_one_cell(tokens: &Tokens<'_>) -> bool {
    let mut cells = 0;
    for token in tokens.clone() {
        match token {
            Token::Open(name, _) => match Tag::named(name) {
                Some(Tag::Cell | Tag::HeaderCell) => cells += 1,
                // Scripts and styles may be long, and do not occur in tables for layout.
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

/// The number of bytes to look ahead for what decides the kind of an element.
const FAR: usize = 1 << 16;
/// The number of bytes for what would stand close by.
const NEAR: usize = 1 << 12;

/// The bytes that may still be looked at in all, because hostile HTML makes the scan look ahead at every tag.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Budget(pub(super) usize);

impl Budget {
    /// Looks at the tokens after a start tag, for at most `most` bytes, until `see` returns true.
    fn look<'a>(&mut self, tokens: &Tokens<'a>, most: usize, see: &mut dyn FnMut(Token<'a>) -> bool) {
        let rest = tokens.rest();
        let mut length = most.min(self.0).min(rest.len());
        while !rest.is_char_boundary(length) {
            length -= 1;
        }
        let mut ahead = Tokens::new(rest.get(..length).unwrap_or_default());
        for token in ahead.by_ref() {
            if !see(token) {
                break;
            }
        }
        self.0 -= length - ahead.rest().len();
    }

    /// Returns true for a drawing with words in two places, which is a chart and no icon.
    pub(super) fn is_chart(&mut self, tokens: &Tokens<'_>) -> bool {
        let (mut texts, mut is_text) = (0, false);
        self.look(tokens, FAR, &mut |token| {
            match token {
                Token::Open(name, _) => {
                    is_text =
                        is_text && name.eq_ignore_ascii_case("tspan") || name.eq_ignore_ascii_case("text");
                }
                Token::Text(text) if is_text && !trimmed(text).is_empty() => {
                    texts += 1;
                    is_text = false;
                }
                Token::Close(name) if name.eq_ignore_ascii_case("svg") => return false,
                _ => {}
            }
            texts < 2
        });
        texts > 1
    }

    /// Returns true if an element of this name contains one of the wanted elements.
    pub(super) fn holds(&mut self, tokens: &Tokens<'_>, name: &str, wanted: &str) -> bool {
        let mut found = false;
        self.look(tokens, NEAR, &mut |token| match token {
            Token::Open(inner, _) => {
                found = has_word(wanted, &inner.to_ascii_lowercase());
                !found
            }
            Token::Close(end) => !end.eq_ignore_ascii_case(name),
            Token::Text(_) => true,
        });
        found
    }

    /// Returns true if an element has nothing in it.
    pub(super) fn is_empty(&mut self, tokens: &Tokens<'_>, name: &str) -> bool {
        let mut is_empty = false;
        self.look(tokens, NEAR, &mut |token| match token {
            Token::Text(text) => trimmed(text).is_empty(),
            Token::Close(end) => {
                is_empty = end.eq_ignore_ascii_case(name);
                false
            }
            Token::Open(..) => false,
        });
        is_empty
    }

    /// Returns true if an element of this name is followed by a formula in MathML, which it then repeats.
    pub(super) fn precedes_formula(&mut self, tokens: &Tokens<'_>, name: &str) -> bool {
        let (mut depth, mut found, mut behind) = (1, false, 0);
        self.look(tokens, FAR, &mut |token| {
            if depth == 0 {
                behind += 1;
                found = matches!(token, Token::Open(inner, _) if inner.eq_ignore_ascii_case("math"));
                let is_text = matches!(token, Token::Text(text) if !trimmed(text).is_empty());
                return !found && !is_text && behind < 6;
            }
            match token {
                Token::Open(inner, _) if inner.eq_ignore_ascii_case("math") => return false,
                Token::Open(inner, _) if inner.eq_ignore_ascii_case(name) => depth += 1,
                Token::Close(inner) if inner.eq_ignore_ascii_case(name) => depth -= 1,
                _ => {}
            }
            true
        });
        found
    }

    /// Returns true if an element contains one letter, or a quotation mark and one.
    pub(super) fn is_letter(&mut self, tokens: &Tokens<'_>, name: &str) -> bool {
        let (mut letters, mut ends) = (0, false);
        self.look(tokens, NEAR, &mut |token| match token {
            Token::Text(text) => {
                letters += trimmed(text).chars().count();
                letters < 3
            }
            Token::Close(end) => {
                ends = end.eq_ignore_ascii_case(name);
                !ends
            }
            Token::Open(..) => true,
        });
        ends && (1..3).contains(&letters)
    }

    /// Returns true if an element for an advertisement contains nothing but its label: no picture, no link, no text.
    /// (The text of a script in it is not counted.)
    pub(super) fn is_vacant(&mut self, tokens: &Tokens<'_>, name: &str) -> bool {
        let (mut letters, mut depth, mut is_vacant) = (0, 1, false);
        self.look(tokens, NEAR, &mut |token| {
            match token {
                Token::Text(text) => letters += trimmed(text).len(),
                Token::Open(inner, _) if inner.eq_ignore_ascii_case(name) => depth += 1,
                Token::Open(inner, _) if has_word(SHOWN, &inner.to_ascii_lowercase()) => return false,
                Token::Close(inner) if inner.eq_ignore_ascii_case(name) => depth -= 1,
                _ => {}
            }
            is_vacant = depth == 0 && letters <= LABEL_MAX;
            depth > 0 && letters <= LABEL_MAX
        });
        is_vacant
    }
}

/// Elements in a place for an advertisement that are visible, besides its label.
const SHOWN: &str = "img picture video audio iframe a table ul ol h2 h3 form script style";
/// The longest label of an advertisement, in bytes.
const LABEL_MAX: usize = 48;

/// The most tokens that are examined in skipped content.
const PIECES_MAX: usize = 60;

/// Returns true if skipped content separates the words around it: it is a hidden separator, or text with spaces at
/// its edges.
pub(super) fn parts_words(tokens: &Tokens<'_>, behind: &Tokens<'_>) -> bool {
    let length = tokens.rest().len() - behind.rest().len();
    let passed = tokens.rest().get(..length).unwrap_or_default();
    let mut text = String::new();
    for token in Tokens::new(passed).take(PIECES_MAX) {
        if let Token::Text(piece) = token {
            text.push_str(piece);
        }
    }
    let is_separator = !text.is_empty() && !text.chars().any(char::is_alphanumeric);
    is_separator || text.starts_with(char::is_whitespace) || text.ends_with(char::is_whitespace)
}

/// The tokens after the end tag for a start tag; `None` if that is missing.
pub(super) fn behind_end<'a>(tokens: &Tokens<'a>, name: &str) -> Option<Tokens<'a>> {
    let mut ahead = tokens.clone();
    if name.eq_ignore_ascii_case("iframe") {
        return ahead.skip_raw(name).then_some(ahead);
    }
    let mut depth = 1;
    for token in ahead.by_ref() {
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
