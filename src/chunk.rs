//! What comes later than the rest.
//!
//! `cargo xtask dist` takes each module here, with all that nothing else reaches, out of the wasm and into a file of
//! its own (`xtask/src/dist/split.rs`). **A function of such a module is called only after its chunk was asked for**
//! ([`crate::view::shell::Shell::chunk`]): before, the call traps. In every other build all is in one piece, and asking
//! for a chunk does nothing.

/// Formats that few publishers send: JSON Feed and schema.org.
pub mod formats {
    use crate::article::{Article, Teaser};
    use crate::json::Json;
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

/// What other readers have said: it stands below the article, and is shown when somebody comes near.
#[cfg(target_arch = "wasm32")]
pub mod comments {
    use crate::address::Address;
    use crate::view::PageRef;
    use crate::view::dom::El;
    use crate::view::thread::{self, Answer, Publish};

    /// Shows the comments of an endpoint in `root`, under a heading that says how many there are.
    #[inline(never)]
    pub fn thread(
        page: &PageRef,
        endpoint: &Address,
        root: &El,
        heading: &El,
        answer: Option<Answer>,
    ) -> Publish {
        thread::thread(page, endpoint, root, heading, answer)
    }
}

/// What follows the body, and Leptos with it. Every page asks for it, after what is read first.
#[cfg(target_arch = "wasm32")]
pub mod sections {
    use crate::view::scope::Scope;
    use crate::view::{Frame, PageRef};
    use std::any::Any;

    /// Puts the sections where the frame has room for them, until what it gives back is dropped.
    #[inline(never)]
    pub fn mount(page: &PageRef, frame: Frame, scope: &Scope) -> Box<dyn Any> {
        crate::view::sections::mount(page, frame, scope)
    }
}
