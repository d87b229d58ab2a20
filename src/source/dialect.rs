//! Dialects of `body`: documents of other editors inside a native article.

mod components;
mod contentful;
mod context;
mod dato;
mod editor_js;
pub mod entry;
mod lexical;
mod mark;
mod portable_text;
mod prismic;
mod prosemirror;
mod records;
mod strapi;
mod thing;
mod tree;

use super::compose::Budget;
use crate::article::Block;
use crate::network::address::Address;
use crate::network::json::Json;
use context::BodyContext;
pub use news_article_contract::dialect::Dialect;
use news_article_contract::dialect::{OF_LISTS, OF_OBJECTS};

/// The dialect of a body; `None` if it is in this project's own blocks, or in none that is known.
#[inline(never)]
pub fn recognise(body: &Json) -> Option<Dialect> {
    if body.is_array() {
        let first = body.first();
        let is = |paths: &[&str]| paths.iter().all(|path| !first.at(path).is_null());
        return OF_LISTS.iter().find(|(_, paths)| is(paths)).map(|(dialect, _)| *dialect);
    }
    if !body.is_object() {
        return None;
    }
    let is = |path: &str, value: &str| {
        let found = body.at(path);
        if value.is_empty() { found.is_array() } else { found.text().as_deref() == Some(value) }
    };
    OF_OBJECTS.iter().find(|(_, path, value)| is(path, value)).map(|(dialect, ..)| *dialect)
}

/// Reads a body. `None` if there are more nodes than the limits allow.
fn blocks(dialect: Dialect, body: &Json, base: Option<&Address>) -> Option<Vec<Block>> {
    read(dialect, body, &BodyContext { base, budget: Budget::new(), is_body, inner }, 0)
}

fn is_body(json: &Json) -> bool {
    recognise(json).is_some()
}

/// Reads a value inside a custom element, if it is a body itself.
fn inner(json: &Json, context: &BodyContext<'_>, depth: u32) -> Option<Vec<Block>> {
    match recognise(json) {
        Some(dialect) => read(dialect, json, context, depth),
        None => Some(Vec::new()),
    }
}

/// Reads a body at a depth inside of another.
fn read(dialect: Dialect, body: &Json, context: &BodyContext<'_>, depth: u32) -> Option<Vec<Block>> {
    match dialect {
        Dialect::PortableText => portable_text::blocks(body, context, depth),
        // Contentstack's documents have that type, too, but are made with Slate.
        Dialect::ProseMirror if body.get("children").is_array() => strapi::blocks(body, context, depth),
        Dialect::ProseMirror => prosemirror::blocks(body, context, depth),
        Dialect::Lexical => lexical::blocks(body, context, depth),
        Dialect::Contentful => contentful::blocks(body, context, depth),
        Dialect::Dato => dato::blocks(body, context, depth),
        Dialect::Strapi => strapi::blocks(body, context, depth),
        Dialect::EditorJs => editor_js::blocks(body, context, depth),
        Dialect::Prismic => prismic::blocks(body, context, depth),
        Dialect::Components => components::blocks(body, context, depth),
    }
}

#[cfg(test)]
mod tests;
