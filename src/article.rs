//! The model: what every source is turned into and everything on the page is made from.
//!
//! It is also the public shape of the `article` property (`serde`, camelCase, absent fields left out). Text is plain
//! text, addresses are [`Address`]es that have passed their check, structure is [`Block`]s and [`Inline`]s: **there
//! is no field that could hold HTML**. In the browser it is read by [`crate::source::native`]; natively `serde` reads
//! the same shape, and a test holds the two together.

mod block;
mod inline;
mod placement;
mod plain;
#[cfg(browser)]
pub mod property;
#[cfg(test)]
mod schema;
mod weight;

pub use block::{Block, BlockKind, Cell, Definition, Media, MediaSource, Numbering, Track};
pub use inline::{Image, Inline, Span, SpanKind};
pub use placement::{Align, Direction};
pub use plain::{counted_text, plain_text};
pub use weight::Weight;

use crate::network::address::Address;
#[cfg(not(target_arch = "wasm32"))]
use serde::Deserialize;
use serde::Serialize;

fn is_zero(value: &u32) -> bool {
    *value == 0
}

/// One article, whatever it came from.
#[derive(Debug, Default, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(Clone, PartialEq, Deserialize))]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Article {
    /// The publisher's identifier; comments are sent with it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// The canonical address: what is shared, and what relative addresses resolve against.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<Address>,
    /// BCP 47 tag of the text's language.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language: Option<String>,
    /// The trail from the home page to the article.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub breadcrumbs: Vec<Named>,
    /// The section that the article stands in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub section: Option<Named>,
    /// Subjects.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tags: Vec<Named>,
    /// What kind of piece this is, where it is not plain news.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub label: Option<Label>,
    /// The latest correction.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub correction: Option<Correction>,
    /// What was put right over time, in the order in which it is listed under the text; `correction` stands above the text.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub corrections: Vec<Correction>,
    /// Who may read all of it.
    #[serde(default, skip_serializing_if = "Access::is_free")]
    pub access: Access,
    /// The headline, as plain text.
    pub title: String,
    /// What the reader learns, in short.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub summary: Option<Summary>,
    /// Who wrote it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub authors: Vec<Named>,
    /// RFC 3339, in the newsroom's own offset.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub published_at: Option<String>,
    /// RFC 3339, in the newsroom's own offset.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub modified_at: Option<String>,
    /// The lead image.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub image: Option<Image>,
    /// The text.
    #[serde(default)]
    pub body: Vec<Block>,
    /// The text as a recording, read by the publisher.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub audio: Option<Media>,
    /// What has been reported so far, of live coverage.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub updates: Vec<Update>,
    /// Where later updates are to be had: a document with `updates`, or a stream of events.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub updates_url: Option<Address>,
    /// RFC 3339: when live coverage ends. From then on nothing is asked for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub live_until: Option<String>,
    /// Other articles that the article itself brings along.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub related: Vec<Teaser>,
    /// Where a list of other articles is to be had.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub related_url: Option<Address>,
    /// The comment section.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub comments: Option<Comments>,
    /// The newsletter form.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub newsletter: Option<Newsletter>,
    /// The publisher's social networks.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub social: Vec<Profile>,
    /// Words counted in title and body; set by the widget.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub word_count: u32,
    /// Reading time as an ISO 8601 duration in minutes (`PT2M`); set by the widget.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub time_required: Option<String>,
}

/// A name, with the address of its page where it has one: a crumb, a section, a tag, an author.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(PartialEq, Deserialize))]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Named {
    /// What the reader sees.
    pub name: String,
    /// Where it leads.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<Address>,
}

/// What kind of piece this is.
#[derive(Debug, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(Clone, PartialEq, Deserialize))]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Label {
    /// `sponsored`, `opinion`, `analysis`, `correction`, `live`, `interview`, `review`, `editorial`, `satire`,
    /// `fact-check` have words of the interface's own; any other kind needs `text`.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub kind: String,
    /// The publisher's wording, shown instead of the interface's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
}

impl Label {
    /// Whether somebody paid for it.
    pub fn is_sponsored(&self) -> bool {
        self.kind == "sponsored"
    }
}

/// What was wrong and has been put right.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(PartialEq, Deserialize))]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Correction {
    /// RFC 3339.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<String>,
    /// The notice.
    pub text: String,
}

/// One report of live coverage.
#[derive(Debug, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(Clone, PartialEq, Deserialize))]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Update {
    /// What tells it from the others, and what a link to it ends with. Made from date and title where it is missing.
    #[serde(default)]
    pub id: String,
    /// RFC 3339.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub published_at: Option<String>,
    /// Its headline.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// Its text.
    #[serde(default)]
    pub body: Vec<Block>,
    /// Who wrote it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub author: Option<Named>,
    /// Whether it is listed among the key events, above all updates.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub pinned: bool,
}

/// Who may read all of it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(Deserialize))]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Access {
    /// Everybody.
    #[default]
    Free,
    /// Everybody, some articles a month: the body is a preview here.
    Metered,
    /// Subscribers: the body is a preview here.
    Subscriber,
}

impl Access {
    /// Whether the body is the whole article.
    pub fn is_free(&self) -> bool {
        *self == Self::Free
    }
}

/// A summary in one piece, or as points.
#[derive(Debug, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(Clone, PartialEq, Deserialize))]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(untagged)]
pub enum Summary {
    /// One paragraph.
    Text(String),
    /// A list.
    Points(Vec<String>),
}

/// Another article, as a card shows it.
#[derive(Debug, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(Clone, PartialEq, Deserialize))]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Teaser {
    /// Its address.
    pub url: Address,
    /// Its headline.
    pub title: String,
    /// The name of its section.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub section: Option<String>,
    /// What kind of piece it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub label: Option<Label>,
    /// Its summary, whole; the card shortens it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub summary: Option<String>,
    /// Its image.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub image: Option<Image>,
    /// RFC 3339.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub published_at: Option<String>,
}

/// The comment section.
#[derive(Debug, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(Clone, PartialEq, Deserialize))]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Comments {
    /// Where a comment is sent. A path that ends in `/wp/v2/comments` is spoken to in WordPress' contract.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub action: Option<Address>,
    /// Whether new ones are taken.
    #[serde(default = "yes")]
    pub open: bool,
    /// How many there are.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub count: Option<u32>,
    /// Where the existing ones are read from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<Address>,
    /// What stands under the form: how comments are moderated, what becomes of the data.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub notice: Vec<Inline>,
}

#[cfg(not(target_arch = "wasm32"))]
fn yes() -> bool {
    true
}

/// The newsletter form.
#[derive(Debug, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(Clone, PartialEq, Deserialize))]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Newsletter {
    /// Where an address is sent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub action: Option<Address>,
    /// The heading.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// The pitch.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// What the reader agrees to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub consent: Option<String>,
    /// Whether agreeing takes a tick.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub consent_required: bool,
    /// The newsletters that the reader chooses from. They are sent as `lists`, by their ids.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub lists: Vec<NewsletterList>,
}

/// One of the newsletters that a reader chooses from.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(PartialEq, Deserialize))]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct NewsletterList {
    /// What is sent for it.
    pub id: String,
    /// Its name.
    pub title: String,
    /// The pitch.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// Whether its box is ticked before the reader has touched it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub selected: bool,
}

/// The publisher on a social network.
#[derive(Debug, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(Clone, PartialEq, Deserialize))]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Profile {
    /// `x`, `facebook`, `instagram`, `youtube` … : chooses icon and name.
    pub network: String,
    /// The profile's address.
    pub url: Address,
}
