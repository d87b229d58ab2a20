//! The page, one component a file, each named for what the reader sees.
//!
//! A component is given the [`Page`] and gives back an element. Static parts are built once; what reacts (forms, the
//! carousel, the share buttons) holds Leptos signals. **Nothing here fetches or parses an article**, and nothing
//! outside this room, [`crate::element`], [`crate::fetch`], [`crate::address`] and [`crate::source::html`] touches
//! the DOM.

pub mod attention;
pub mod body;
pub mod comments;
pub mod content;
pub mod dom;
pub mod figure;
pub mod form;
pub mod header;
pub mod icon;
pub mod newsletter;
pub mod related;
pub mod share;
pub mod shell;
pub mod social;
pub mod status;
pub mod tags;
pub mod thread;

use crate::address::Address;
use crate::article::Article;
use crate::fetch;
use crate::locale::Locale;
use crate::share::Network;
use dom::{El, el, part};
use leptos::prelude::*;
use shell::Shell;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::JsCast;

/// A section that `sections` may name, in the default order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "each is the word of the attribute")]
pub enum Section {
    Breadcrumb,
    Title,
    Byline,
    ReadingTime,
    Summary,
    Image,
    Tags,
    Share,
    Comments,
    Newsletter,
    Social,
    Related,
}

/// Every section with its name.
pub const SECTIONS: [(&str, Section); 12] = [
    ("breadcrumb", Section::Breadcrumb),
    ("title", Section::Title),
    ("byline", Section::Byline),
    ("reading-time", Section::ReadingTime),
    ("summary", Section::Summary),
    ("image", Section::Image),
    ("tags", Section::Tags),
    ("share", Section::Share),
    ("comments", Section::Comments),
    ("newsletter", Section::Newsletter),
    ("social", Section::Social),
    ("related", Section::Related),
];

/// What the publisher has asked for by attributes.
#[derive(Clone, Debug)]
pub struct Settings {
    /// Which sections, in order.
    pub sections: Vec<Section>,
    /// Which networks, in order.
    pub share: Vec<Network>,
    /// A query string for shared addresses.
    pub share_utm: String,
    /// Minutes after publication from which the modification is shown.
    pub modified_after: i64,
    /// Overrides the language's reading speed.
    pub words_per_minute: Option<u32>,
    /// Level of the headline.
    pub heading_level: u8,
    /// Whether the element itself is loaded late.
    pub lazy: bool,
    /// Where teasers come from, over what the article says.
    pub related_src: Option<Address>,
    /// How documents are asked for.
    pub fetch: fetch::Options,
}

/// What every component of one rendering shares.
#[derive(Debug)]
pub struct Page {
    /// The way to the page around.
    pub shell: Shell,
    /// The interface's words.
    pub locale: Locale,
    /// The article.
    pub article: Article,
    /// The publisher's wishes.
    pub settings: Settings,
    /// What relative addresses were resolved against.
    pub base: Option<Address>,
    /// The computed reading time.
    pub minutes: u32,
    /// The language of title and body.
    pub content_language: String,
    /// Where the element's own children are the article, which stays where it is: the paragraphs among them.
    pub paragraphs: Option<js_sys::Array>,
}

/// A shared [`Page`].
pub type PageRef = Rc<Page>;

impl Page {
    /// Whether a section is wanted.
    pub fn shows(&self, section: Section) -> bool {
        self.settings.sections.contains(&section)
    }

    /// The text of an interface key.
    pub fn text(&self, key: &str) -> String {
        self.locale.text(key)
    }

    /// A heading `below` levels under the headline.
    pub fn heading(&self, below: u8) -> El {
        el(heading_tag(self.settings.heading_level + below))
    }

    /// The article's own address, else that of the page around.
    pub fn url(&self) -> String {
        let url = self.article.url.clone().or_else(crate::address::page);
        url.map(|url| url.as_str().to_owned()).unwrap_or_default()
    }

    /// What a comment belongs to: the article's id, else its address.
    pub fn article_id(&self) -> String {
        self.article.id.clone().unwrap_or_else(|| self.url())
    }

    /// Whether an address leaves the page's own origin.
    pub fn leaves(&self, address: &Address) -> bool {
        crate::address::page().is_none_or(|page| page.origin() != address.origin())
    }

    /// The `rel` of a link to `address`.
    pub fn rel(&self, address: &Address, sponsored: bool) -> Option<&'static str> {
        match (self.leaves(address), sponsored) {
            (true, true) => Some("sponsored noopener noreferrer"),
            (true, false) => Some("noopener noreferrer"),
            (false, true) => Some("sponsored"),
            (false, false) => None,
        }
    }

    /// A link with the right `rel`.
    pub fn link(&self, address: &Address) -> El {
        el("a").href(address).set_some("rel", self.rel(address, false))
    }
}

/// The tag of a heading level, 6 at the deepest.
pub fn heading_tag(level: u8) -> &'static str {
    match level {
        0 | 1 => "h1",
        2 => "h2",
        3 => "h3",
        4 => "h4",
        5 => "h5",
        _ => "h6",
    }
}

/// A slot for the publisher's own content.
pub fn slot(name: &'static str) -> El {
    el("slot").set("name", name)
}

/// The names of all slots but the default one.
pub const SLOTS: [&str; 8] =
    ["after-title", "after-body", "end", "in-body-1", "in-body-2", "in-body-3", "paywall", "comments"];

/// What stands below the body, to be built when head and body are painted.
pub type Below = Rc<RefCell<Option<Box<dyn FnOnce()>>>>;

/// What [`Shell::section`] says where it is not one section that is shown alone.
pub const ARTICLE: &str = "article";

/// The whole article: head, body and what follows, in the publisher's order. Or what stands around the element's own
/// children: the head in `head`, before them, the rest after them. Or one section alone.
#[component]
pub fn ArticleView(
    /// What is shown, and how.
    page: PageRef,
    /// Stands before the children, where they are the article.
    head: El,
    /// Takes what stands below the body; without it all is built at once.
    below: Option<Below>,
) -> El {
    if page.shell.section() != ARTICLE {
        let view = el("div").set("class", "around");
        let alone = |shown: Option<El>| view.clone().maybe(shown);
        return match page.settings.sections.first() {
            Some(Section::ReadingTime) => alone(Some(header::reading_time(&page))),
            Some(section) => alone(following(&page, *section)),
            None => view,
        };
    }
    let (article, mut unplaced);
    if let Some(own) = &page.paragraphs {
        head.add(&header::header(&page));
        article = el("div").set("class", "around");
        unplaced = vec!["in-body-3", "in-body-2", "in-body-1"];
        let mut paragraphs = Vec::new();
        for node in own.iter() {
            paragraphs.push(El::of(node.unchecked_into()));
        }
        attention::watch(&page, &El::of(page.shell.host().into()), paragraphs);
    } else {
        let body = body::body(&page);
        article = el("article").set("aria-labelledby", "title").child(header::header(&page)).child(body.root);
        unplaced = body.unplaced;
        attention::watch(&page, &article, body.paragraphs);
    }
    if page.article.access == crate::article::Access::Free {
        unplaced.push("paywall");
    } else {
        if page.paragraphs.is_none() {
            article.add(&part("p", "status").text(&page.text("preview")));
        }
        article.add(&slot("paywall"));
    }
    article.add(&slot("after-body"));
    let (whole, owner) = (article.clone(), Owner::current().map(|owner| owner.downgrade()));
    let build = move || {
        if let Some(owner) = owner.and_then(|owner| owner.upgrade()) {
            owner.with(|| follow(&page, &whole, unplaced));
        }
    };
    match below {
        Some(below) => *below.borrow_mut() = Some(Box::new(build)),
        None => build(),
    }
    article
}

/// What stands below the body, in the publisher's order.
fn follow(page: &PageRef, article: &El, mut unplaced: Vec<&'static str>) {
    let mut has_comments = false;
    for section in &page.settings.sections {
        has_comments |= *section == Section::Comments;
        if let Some(shown) = following(page, *section) {
            article.add(&shown);
        }
    }
    if !has_comments {
        unplaced.push("comments");
    }
    article.add(&slot("end"));
    article.add(&holder(&unplaced));
}

/// A section that stands after the body.
fn following(page: &PageRef, section: Section) -> Option<El> {
    match section {
        Section::Tags => tags::tags(page),
        Section::Share => share::share(page),
        Section::Comments => Some(slot("comments").maybe(comments::comments(page))),
        Section::Newsletter => newsletter::newsletter(page),
        Section::Social => social::social(page),
        Section::Related => related::related(page),
        _ => None,
    }
}

/// Slots that have no place of their own just now: there, and not shown.
pub fn holder(names: &[&'static str]) -> El {
    let holder = el("div").set("hidden", "");
    for name in names {
        holder.add(&slot(name));
    }
    holder
}
