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
    /// The kind of article, if it is not plain news.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub label: Option<Label>,
    /// The latest correction.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub correction: Option<Correction>,
    /// The list of corrections, shown under the text in this order. `correction` is shown above the text.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub corrections: Vec<Correction>,
    /// Who may read the whole article.
    #[serde(default, skip_serializing_if = "Access::is_free")]
    pub access: Access,
    /// The headline, as plain text.
    pub title: String,
    /// A summary.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub summary: Option<Summary>,
    /// The authors.
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
    /// The updates of live coverage so far.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub updates: Vec<Update>,
    /// The address of later updates: a document with `updates`, or a stream of events.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub updates_url: Option<Address>,
    /// RFC 3339: the end of live coverage, after which no updates are requested.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub live_until: Option<String>,
    /// Other articles that the article itself brings along.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub related: Vec<Teaser>,
    /// The address of a list of other articles.
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
    /// The name.
    pub name: String,
    /// The address of its page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<Address>,
}

/// The kind of an article.
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
    /// Returns true if somebody paid for it.
    pub fn is_sponsored(&self) -> bool {
        self.kind == "sponsored"
    }
}

/// A correction.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(PartialEq, Deserialize))]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Correction {
    /// RFC 3339.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<String>,
    /// The text of the correction.
    pub text: String,
}

/// One update of live coverage.
#[derive(Debug, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(Clone, PartialEq, Deserialize))]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Update {
    /// The identifier, which ends a link to the update. If it is missing, it is made from date and title.
    #[serde(default)]
    pub id: String,
    /// RFC 3339.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub published_at: Option<String>,
    /// The headline.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// The text.
    #[serde(default)]
    pub body: Vec<Block>,
    /// The author.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub author: Option<Named>,
    /// True if it is listed among the key events, above all updates.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub pinned: bool,
}

/// Who may read the whole article.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(Deserialize))]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Access {
    /// Everybody.
    #[default]
    Free,
    /// Everybody, but only some articles a month. The body is a preview.
    Metered,
    /// Subscribers only. The body is a preview.
    Subscriber,
}

impl Access {
    /// Returns true if the body is the whole article.
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
    /// The kind of article.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub label: Option<Label>,
    /// Its whole summary, which the card shortens.
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
    /// The address that comments are sent to. For a path that ends in `/wp/v2/comments`, WordPress' contract is used.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub action: Option<Address>,
    /// True if new comments are accepted.
    #[serde(default = "yes")]
    pub open: bool,
    /// The number of comments.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub count: Option<u32>,
    /// The address of the list of comments.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<Address>,
    /// A text under the form: how comments are moderated, how the data are used.
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
    /// The address that subscriptions are sent to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub action: Option<Address>,
    /// The heading.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// A text that advertises the newsletter.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// The text of the consent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub consent: Option<String>,
    /// True if the reader has to tick a checkbox for it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub consent_required: bool,
    /// The newsletters to choose from. Their ids are sent as `lists`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub lists: Vec<NewsletterList>,
}

/// One of the newsletters to choose from.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(PartialEq, Deserialize))]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct NewsletterList {
    /// The id that is sent.
    pub id: String,
    /// Its name.
    pub title: String,
    /// A text that advertises it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// True if its checkbox is ticked from the start.
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
