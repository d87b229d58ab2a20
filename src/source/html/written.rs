//! Writes events as text for the browser's parser, and reads its answer as events.

use super::attribute::Attributes;
use super::event::Event;
use super::tag::Tag;
use super::token::{Token, Tokens};
use crate::text::search::replaced;

/// Writes HTML that every parser reads in the same way, for the browser's parser.
pub(super) fn write(events: &[Event<'_>]) -> String {
    let mut html = String::new();
    let mut open: Vec<Tag> = Vec::new();
    for event in events {
        match event {
            Event::Text(text) => html.push_str(&replaced(text, "<", "&lt;")),
            Event::Close => {
                let Some(tag) = open.pop() else { continue };
                for part in ["</", tag.name(), ">"] {
                    html.push_str(part);
                }
            }
            Event::Open(tag, attributes) => {
                if !tag.is_void() {
                    open.push(*tag);
                }
                for part in ["<", tag.name()] {
                    html.push_str(part);
                }
                for (attribute, value) in attributes.iter() {
                    let value = replaced(value, "\"", "&quot;");
                    let is_whole = value.starts_with("http") || value.starts_with("//");
                    let prefix = if is_whole { "" } else { attribute.prefix() };
                    for part in [" ", attribute.name(), "=\"", prefix, &value, "\""] {
                        html.push_str(part);
                    }
                }
                html.push('>');
            }
        }
    }
    html
}

/// Reads the parser's output, which is well nested. Unknown elements lose their tags.
pub(super) fn read(html: &str) -> impl Iterator<Item = Event<'_>> {
    Tokens::new(html).filter_map(|token| {
        Some(match token {
            Token::Text(text) => Event::Text(text),
            Token::Open(name, attributes) => {
                let tag = Tag::named(name)?;
                Event::Open(tag, Attributes::read(tag, name, attributes))
            }
            Token::Close(name) => Tag::named(name).map(|_| Event::Close)?,
        })
    })
}
