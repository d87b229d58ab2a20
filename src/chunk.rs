//! What comes later than the rest.
//!
//! `cargo xtask dist` takes each module here, with all that nothing else reaches, out of the wasm and into a file of
//! its own (`xtask/src/dist/split.rs`). **A function of such a module is called only after its chunk was asked for**
//! ([`crate::view::shell::Shell::chunks`]): before, the call traps. In every other build all is in one piece, and asking
//! for a chunk does nothing.

/// Formats that few publishers send: JSON Feed and schema.org.
pub mod formats {
    use crate::article::{Article, Teaser};
    use crate::network::json::Json;
    use crate::source::{Context, Format, SourceError, json_feed, schema_org};

    /// Reads an article in one of the two.
    #[inline(never)]
    pub fn article(json: &Json, format: Format, context: &Context) -> Result<Article, SourceError> {
        if format == Format::JsonFeed {
            json_feed::article(json, context)
        } else {
            schema_org::article(json, context)
        }
    }

    /// Reads a list of other articles in one of the two.
    #[inline(never)]
    pub fn teasers(json: &Json, format: Format, context: &Context) -> Vec<Teaser> {
        if format == Format::JsonFeed {
            json_feed::teasers(json, context)
        } else {
            schema_org::teasers(json, context)
        }
    }
}

/// This project's own format.
pub mod native {
    use crate::article::{Article, Block, Teaser};
    use crate::network::address::Address;
    use crate::network::json::Json;
    use crate::source::{Context, SourceError, native};

    /// Reads an article.
    #[inline(never)]
    pub fn article(json: &Json, context: &Context) -> Result<Article, SourceError> {
        native::article(json, context)
    }

    /// Reads a list of other articles.
    #[inline(never)]
    pub fn teasers(json: &Json, context: &Context) -> Vec<Teaser> {
        native::teasers(json, context)
    }

    /// Reads the blocks of a text.
    #[inline(never)]
    pub fn blocks(json: &Json, base: Option<&Address>) -> Vec<Block> {
        native::blocks(json, base)
    }

    /// Puts the publisher's own data under an article's.
    #[inline(never)]
    pub fn merge(article: &mut Article, site: &Json, base: Option<&Address>) {
        native::merge(article, site, base);
    }
}

/// HTML, and WordPress with it, which sends little else.
pub mod markup {
    use crate::article::{Article, Block, Inline};
    use crate::network::address::Address;
    use crate::network::json::Json;
    use crate::source::{Context, SourceError, html, wordpress};

    /// Reads a post of WordPress'.
    #[inline(never)]
    pub fn article(json: &Json, context: &Context) -> Result<Article, SourceError> {
        wordpress::article(json, context)
    }

    /// The blocks of a piece of HTML.
    #[inline(never)]
    pub fn blocks(html: &str, base: Option<&Address>) -> Result<Vec<Block>, SourceError> {
        html::blocks(html, base)
    }

    /// The text of a piece of HTML with its marks.
    #[inline(never)]
    pub fn inlines(html: &str, base: Option<&Address>) -> Vec<Inline> {
        html::inlines(html, base)
    }

    /// The plain text of a piece of HTML, on one line.
    #[inline(never)]
    pub fn text(html: &str) -> String {
        html::text(html)
    }
}

/// Lists of WordPress' posts: asked for together with [`markup`].
pub mod posts {
    use crate::article::Teaser;
    use crate::network::json::Json;
    use crate::source::{Context, wordpress};

    /// Reads a list of other articles.
    #[inline(never)]
    pub fn teasers(json: &Json, context: &Context) -> Vec<Teaser> {
        wordpress::teasers(json, context)
    }
}

/// What other readers have said: it stands below the article, and is shown when somebody comes near.
#[cfg(target_arch = "wasm32")]
pub mod comments {
    use crate::comments::thread::{self, Answer, Publish};
    use crate::network::address::Address;
    use crate::view::dom::El;
    use crate::view::page::PageRef;

    /// Shows the comments of an endpoint in `root`, under a heading that says how many there are.
    #[inline(never)]
    pub fn thread(
        page: &PageRef,
        endpoint: &Address,
        root: &El,
        heading: &El,
        answer: Option<Answer>,
    ) -> Publish {
        // Which closure this is, is nobody's business: who knew would bring its code along.
        std::hint::black_box(thread::thread(page, endpoint, root, heading, answer))
    }
}

/// The list of other articles: read and shown when somebody comes near, or at once where the article brings it along.
#[cfg(target_arch = "wasm32")]
pub mod related {
    use crate::article::Teaser;
    use crate::network::address::Address;
    use crate::network::fetch::Document;
    use crate::related::cards;
    use crate::related::view::Room;
    use crate::view::dom::El;
    use crate::view::page::PageRef;
    use std::rc::Rc;

    /// Shows the list in `into`, with its controls.
    #[inline(never)]
    pub fn show(page: &PageRef, into: &El, teasers: &[&Teaser]) {
        cards::show(page, into, teasers);
    }

    /// Reads the list that came from an address, and shows it where there is room for it.
    #[inline(never)]
    pub fn arrive(room: Rc<Room>, address: Address, document: Document) {
        cards::arrive(room, address, document);
    }
}

/// What follows the body, as it stands. Every page asks for it, after what is read first.
#[cfg(target_arch = "wasm32")]
pub mod sections {
    use crate::article::Article;
    use crate::view::frame::Frame;
    use crate::view::page::{Page, PageRef};
    use crate::view::scope::Scope;
    use wasm_bindgen::JsValue;

    /// Puts the sections where the frame has room for them, for as long as the scope lives.
    #[inline(never)]
    pub fn mount(page: &PageRef, frame: &Frame, scope: &Scope) {
        crate::sections::mount(page, frame, scope);
    }

    /// Whether [`super::networks`] is needed before the sections can be put there.
    #[inline(never)]
    pub fn names_others(page: &Page) -> bool {
        crate::sections::names_others(page)
    }

    /// The `article` property, which is `null` until the element is ready.
    #[inline(never)]
    pub fn property(article: &Article) -> JsValue {
        crate::article::property::article(article)
    }
}

/// Networks that few pages name, and the cutting of titles that are too long for one.
#[cfg(target_arch = "wasm32")]
pub mod networks {
    use crate::share::icon;
    use crate::share::room::{self, Room};
    use crate::share::{Network, others};

    /// The network of that name.
    #[inline(never)]
    pub fn find(name: &str) -> Option<&'static Network> {
        others::find(name)
    }

    /// How a brand is spelled.
    #[inline(never)]
    pub fn brand(name: &str) -> Option<&'static str> {
        others::brand(name)
    }

    /// The outline of a network's icon.
    #[inline(never)]
    pub fn outline(name: &str) -> Option<&'static str> {
        icon::others::outline(name)
    }

    /// As much of a title as there is room for.
    #[inline(never)]
    pub fn fit(text: &str, room: Room) -> String {
        room::fit(text, room)
    }
}

/// What reacts to the reader, and Leptos with it: shown when somebody comes near a form or touches it, and before the list
/// of other articles.
#[cfg(target_arch = "wasm32")]
pub mod reactive {
    use crate::form::sending;
    use crate::form::view::Sheet;
    use crate::share::view::{Row, mastodon};
    use crate::view::dom::El;
    use std::rc::Rc;

    /// Brings a form that stands to life.
    #[inline(never)]
    pub fn form(sheet: &Rc<Sheet>) {
        sending::form(sheet);
    }

    /// Asks for the reader's own instance of Mastodon.
    #[inline(never)]
    pub fn mastodon(row: &Rc<Row>, button: &El) {
        mastodon::ask(row, button);
    }
}
