//! Splits HTML into tags and text like the standard's tokenizer
//! (<https://html.spec.whatwg.org/multipage/parsing.html#tokenization>) in its data state. Pure, linear, without
//! copying.

use crate::text::search::{around, before};

/// A piece of HTML.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Token<'a> {
    /// Text, with its entities.
    Text(&'a str),
    /// A start tag: its name as written, and its attributes, to be read with [`Attributes`].
    Open(&'a str, &'a str),
    /// An end tag.
    Close(&'a str),
}

/// The tokens of HTML, without comments and declarations.
#[derive(Clone, Debug)]
pub(crate) struct Tokens<'a> {
    rest: &'a str,
}

/// Splits a text at an offset. If that is no boundary of a character, the second part is empty.
fn cut(text: &str, at: usize) -> (&str, &str) {
    text.split_at_checked(at).unwrap_or((text, ""))
}

/// The characters that end the name of an element.
const NAME_END: &str = " \t\n\r\x0c/>";

impl<'a> Tokens<'a> {
    pub(crate) fn new(html: &'a str) -> Self {
        Tokens { rest: html }
    }

    /// The rest of the HTML.
    pub(crate) fn rest(&self) -> &'a str {
        self.rest
    }

    /// Skips everything up to the end tag of a raw-text element. Returns false if it is missing, and skips
    /// everything.
    pub(crate) fn skip_raw(&mut self, name: &str) -> bool {
        while let Some((_, rest)) = around(self.rest, "</") {
            self.rest = rest;
            let (start, after) = cut(self.rest, name.len());
            if start.eq_ignore_ascii_case(name) && before(after, NAME_END).is_empty() && !after.is_empty() {
                self.rest = after;
                self.attributes();
                return true;
            }
        }
        self.rest = "";
        false
    }

    /// Takes the attributes and the end of the tag.
    fn attributes(&mut self) -> &'a str {
        let whole = self.rest;
        let mut attributes = Attributes { rest: whole };
        while attributes.next().is_some() {}
        let length = whole.len() - attributes.rest.len();
        self.rest = attributes.rest.strip_prefix(">").unwrap_or_default();
        cut(whole, length).0
    }

    fn comment(&mut self, text: &'a str) {
        // `<!-->` and `<!--->` are complete comments, and `--!>` ends one too.
        for whole in [">", "->"] {
            if let Some(rest) = text.strip_prefix(whole) {
                self.rest = rest;
                return;
            }
        }
        let mut rest = text;
        while let Some((_, after)) = around(rest, "--") {
            rest = after;
            while let Some(after) = rest.strip_prefix("-") {
                rest = after;
            }
            if let Some(after) = rest.strip_prefix(">").or_else(|| rest.strip_prefix("!>")) {
                self.rest = after;
                return;
            }
        }
        self.rest = "";
    }

    fn bogus(&mut self, text: &'a str) {
        self.rest = around(text, ">").map_or("", |(_, rest)| rest);
    }
}

impl<'a> Iterator for Tokens<'a> {
    type Item = Token<'a>;

    fn next(&mut self) -> Option<Token<'a>> {
        loop {
            let whole = self.rest;
            if whole.is_empty() {
                return None;
            }
            // Text ends at a `<` that begins a tag.
            let mut from = 0;
            let start = loop {
                from += before(cut(whole, from).1, "<").len();
                match whole.as_bytes().get(from + 1) {
                    // No `<`, or nothing after it.
                    None => break whole.len(),
                    Some(b'/' | b'!' | b'?' | b'a'..=b'z' | b'A'..=b'Z') => break from,
                    Some(_) => from += 1,
                }
            };
            if start > 0 {
                let (text, rest) = cut(whole, start);
                self.rest = rest;
                return Some(Token::Text(text));
            }
            let after = cut(whole, 1).1;
            if let Some(text) = after.strip_prefix("!--") {
                self.comment(text);
                continue;
            }
            let (close, after) = match after.strip_prefix("/") {
                Some(after) => (true, after),
                None => (false, after),
            };
            if !after.as_bytes().first().is_some_and(u8::is_ascii_alphabetic) {
                if close && after.is_empty() {
                    self.rest = "";
                    return Some(Token::Text(whole));
                }
                self.bogus(after);
                continue;
            }
            let (name, rest) = cut(after, before(after, NAME_END).len());
            self.rest = rest;
            let attributes = self.attributes();
            return Some(if close { Token::Close(name) } else { Token::Open(name, attributes) });
        }
    }
}

/// The attributes of a start tag: names as written, values with their entities.
#[derive(Clone, Debug)]
pub(crate) struct Attributes<'a> {
    rest: &'a str,
}

impl<'a> Attributes<'a> {
    pub(crate) fn new(text: &'a str) -> Self {
        Attributes { rest: text }
    }
}

impl<'a> Iterator for Attributes<'a> {
    type Item = (&'a str, &'a str);

    fn next(&mut self) -> Option<Self::Item> {
        self.rest = self.rest.trim_ascii_start();
        while let Some(after) = self.rest.strip_prefix("/") {
            self.rest = after.trim_ascii_start();
        }
        if self.rest.is_empty() || self.rest.starts_with(">") {
            return None;
        }
        // A name may begin with `=`, but not with any other character that ends one.
        let first = usize::from(self.rest.starts_with("="));
        let end = first + before(cut(self.rest, first).1, " \t\n\r\x0c/>=").len();
        let (name, rest) = cut(self.rest, end);
        self.rest = rest;
        let Some(value) = rest.trim_ascii_start().strip_prefix("=") else {
            return Some((name, ""));
        };
        let value = value.trim_ascii_start();
        for quote in ["\"", "'"] {
            if let Some(text) = value.strip_prefix(quote) {
                let (text, rest) = around(text, quote).unwrap_or_default();
                self.rest = rest;
                return Some((name, text));
            }
        }
        let (text, rest) = cut(value, before(value, " \t\n\r\x0c>").len());
        self.rest = rest;
        Some((name, text))
    }
}
