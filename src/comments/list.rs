//! Reads lists of comments, native and WordPress', into the model. Pure.
//!
//! A list is read at once, but each comment only when it is shown, so that a long thread costs what is seen of it.
//! Texts become blocks, in the same way as an article's. **No HTML, and no picture or player from a stranger, gets
//! further**, because `text` shows text alone.

use crate::article::{Block, BlockKind, Inline, plain_text};
use crate::network::address::{Address, Purpose, resolve};
use crate::network::json::Json;
use crate::source::html::entry::Markup;
use crate::source::limit;
use crate::source::native::entry::Native;
use crate::text::date::{self, Instant};
use crate::text::number::digits;
use crate::text::search::{concat, has_any, pieces, trimmed, words};

/// The number of comments in a page of WordPress' list.
pub const PAGE: u32 = 20;
/// The most comments that are read from one answer.
const LIST_MAX: usize = 2_000;

/// The most lines that are read of one comment: more than are shown (`limit`).
const LINES_MAX: usize = 1_000;

/// A comment as it is shown.
#[derive(Debug)]
pub struct Comment {
    /// The name of the author, if there is one.
    pub author: Option<String>,
    /// The date by the site's own clock.
    pub date: Option<Instant>,
    /// The text.
    pub body: Vec<Block>,
}

impl Comment {
    /// Returns true if nothing of it would be shown, because it was deleted or was only a picture.
    pub fn is_blank(&self) -> bool {
        self.body.iter().all(is_blank)
    }

    /// Returns true if the other comment has the same author and the same words.
    pub fn is_same(&self, other: &Self) -> bool {
        let words_of = |comment: &Self| {
            let mut text = String::new();
            comment.body.iter().for_each(|block| append_text(block, &mut text));
            words(&text).map(str::to_owned).collect::<Vec<_>>()
        };
        self.author == other.author && words_of(self) == words_of(other)
    }
}

/// Returns true if a block has no text that is shown in comments.
fn is_blank(block: &Block) -> bool {
    match &block.kind {
        BlockKind::Paragraph { content } | BlockKind::Heading { content, .. } => {
            let mut text = String::new();
            plain_text(content, &mut text);
            trimmed(&text).is_empty()
        }
        BlockKind::List { items, .. } => items.iter().flatten().all(is_blank),
        BlockKind::Definitions { items } => {
            items.iter().all(|item| item.terms.is_empty() && item.body.iter().all(is_blank))
        }
        BlockKind::Quote { body, .. } | BlockKind::Callout { body, .. } | BlockKind::Details { body, .. } => {
            body.iter().all(is_blank)
        }
        BlockKind::Code { text, .. } => trimmed(text).is_empty(),
        _ => true,
    }
}

/// Appends the text of a block, as far as it is shown in comments.
fn append_text(block: &Block, text: &mut String) {
    text.push(' ');
    match &block.kind {
        BlockKind::Paragraph { content } | BlockKind::Heading { content, .. } => plain_text(content, text),
        BlockKind::List { items, .. } => items.iter().flatten().for_each(|block| append_text(block, text)),
        BlockKind::Quote { body, .. } | BlockKind::Callout { body, .. } | BlockKind::Details { body, .. } => {
            body.iter().for_each(|block| append_text(block, text));
        }
        BlockKind::Code { text: code, .. } => text.push_str(code),
        _ => {}
    }
}

/// A comment of a list, not read yet.
#[derive(Clone, Debug)]
pub struct Entry {
    /// The id; empty if it has none.
    pub id: String,
    /// The id of the comment that it answers; empty if it answers none.
    pub parent: String,
    json: Json,
}

/// A list as an endpoint answers it.
#[derive(Debug)]
pub struct List {
    /// The comments in the order of the answer, except that a comment follows the one it answers.
    pub entries: Vec<Entry>,
    /// The total number of comments, if the answer states it.
    pub total: Option<u32>,
    /// The address of the next page, in the native contract.
    pub next: Option<Address>,
}

/// The address of a page of WordPress' list, with only the fields that are read. Oldest first, a reply never comes
/// before what it answers; newest first it may.
pub fn wordpress_page(endpoint: &Address, page: u32, newest_first: bool) -> String {
    let fields = "_fields=id,parent,author_name,date,date_gmt,content&order=";
    let order = if newest_first { "desc" } else { "asc" };
    let query = concat(&[fields, order, "&per_page=", &digits(PAGE), "&page=", &digits(page)]);
    with_query(endpoint, &query)
}

/// The address of the first page in the native contract. An endpoint that knows only one order may ignore the
/// parameter.
pub fn native_page(endpoint: &Address, newest_first: bool) -> String {
    if newest_first { with_query(endpoint, "order=newest") } else { endpoint.as_str().to_owned() }
}

fn with_query(endpoint: &Address, query: &str) -> String {
    let address = endpoint.without_fragment();
    concat(&[address, if has_any(address, "?") { "&" } else { "?" }, query])
}

/// Reads an answer: a list, or an object with a list as `comments`. `None` if there is no list.
pub fn list(json: &Json, base: Option<&Address>) -> Option<List> {
    let items = if json.is_array() { json.clone() } else { json.get("comments") };
    if !items.is_array() {
        return None;
    }
    let mut entries = Vec::new();
    for json in items.items_within(LIST_MAX) {
        if json.is_object() {
            let id = json.identifier("id").unwrap_or_default();
            let parent = json.identifier("parent").filter(|parent| parent != "0").unwrap_or_default();
            entries.push(Some(Entry { id, parent, json }));
        }
    }
    let total = json.count("total");
    let next = json.line("next").and_then(|next| resolve(&next, base, Purpose::Endpoint));
    Some(List { entries: parents_first(entries), total, next })
}

/// Sorts each comment after the one it answers. Comments that answer each other in a circle keep their order.
fn parents_first(mut rest: Vec<Option<Entry>>) -> Vec<Entry> {
    let mut sorted = Vec::new();
    let mut places: Vec<(String, usize)> = Vec::new();
    for (at, entry) in rest.iter().enumerate() {
        places.extend(entry.as_ref().map(|entry| (entry.id.clone(), at)));
    }
    places.sort_unstable();
    for at in 0..rest.len() {
        // Collect a comment and its ancestors, up to the first that is missing or already sorted.
        let mut chain = Vec::new();
        let mut next = Some(at);
        while let Some(entry) = next.and_then(|at| rest.get_mut(at)).and_then(Option::take) {
            next = if entry.parent.is_empty() {
                None
            } else {
                let first = places.partition_point(|(id, _)| *id < entry.parent);
                places.get(first).filter(|(id, _)| *id == entry.parent).map(|(_, at)| *at)
            };
            chain.push(entry);
        }
        sorted.extend(chain.into_iter().rev());
    }
    sorted
}

impl Entry {
    /// A comment that was just sent: as the endpoint has answered it, else as it was written.
    pub fn sent(answer: Json, written: Json) -> Self {
        let id = answer.identifier("id").unwrap_or_default();
        let parent = written.identifier("parent").unwrap_or_default();
        let whole = ["body", "bodyHtml", "content"].iter().any(|key| !answer.get(key).is_null());
        Entry { id, parent, json: if whole { answer } else { written } }
    }

    /// Reads the comment. `base` is what its addresses are resolved against.
    pub fn read(&self, base: Option<&Address>, (markup, native): (Markup, Native)) -> Comment {
        let json = &self.json;
        let author =
            json.line("author").or_else(|| json.get("author").line("name")).or_else(|| json.line("name"));
        // WordPress' names are HTML.
        let author = author.or_else(|| Some(markup.text(&json.line("author_name")?)));
        let (local, utc) = (json.line("date"), json.line("date_gmt"));
        let body = json.get("body");
        let body = if body.is_array() {
            native.blocks(&body, base)
        } else if let Some(html) = json.get("bodyHtml").text().or_else(|| json.at("content.rendered").text())
        {
            markup.blocks(&html, base).unwrap_or_default()
        } else {
            lines(&body.text().or_else(|| json.line("content")).unwrap_or_default())
        };
        let date = date::from_local_and_utc(local.as_deref(), utc.as_deref());
        Comment { author: author.filter(|name| !name.is_empty()), date, body: limit::comment(body) }
    }
}

/// The paragraphs of a plain text. Each line is one, because nobody breaks lines by hand in a comment.
fn lines(text: &str) -> Vec<Block> {
    let mut blocks: Vec<Block> = Vec::new();
    for line in pieces(text, "\n\r").take(LINES_MAX) {
        let line = trimmed(line);
        if !line.is_empty() {
            blocks.push(BlockKind::Paragraph { content: vec![Inline::Text(line.to_owned())] }.into());
        }
    }
    blocks
}

#[cfg(test)]
mod tests;
