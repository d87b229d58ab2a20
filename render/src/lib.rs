//! News articles as HTML, rendered where the JSON is: in a build, on a server, at the edge.
//!
//! ```
//! use news_article_render::{Options, render};
//!
//! let json = r#"{"title": "Night trains are back", "body": [{"type": "paragraph", "content": ["They left at ten."]}]}"#;
//! let rendered = render(json, &Options { lang: Some("en".to_owned()), ..Options::default() })?;
//! assert!(rendered.html.contains("<h1"));
//! # Ok::<(), news_article_render::Error>(())
//! ```
//!
//! It uses the views of `<news-article>` themselves, on a builder of nodes that writes text. It reads the same
//! formats, with the same limits. Nothing is fetched, nothing is kept between two calls, and the same input makes the
//! same bytes.

mod article;
mod attribute;
mod document;
mod error;
mod forms;
mod fragment;
mod head;
mod json_ld;
mod node;
mod options;
mod plain;
mod publisher;
mod standin;

pub use error::Error;
pub use options::{Options, Output};

use article::Read;

/// A rendered article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rendered {
    /// One `<news-article>` with the article in it, stand-ins for what a script adds, and the data for search
    /// engines.
    pub html: String,
    /// The tags for the page's head: title, description, canonical address, Open Graph, style sheet and script.
    pub head: String,
}

/// Renders an article.
///
/// # Errors
///
/// [`Error::Article`] if the document is no article, with the field that is missing; [`Error::Option`] if an option
/// cannot be used.
pub fn render(json: &str, options: &Options) -> Result<Rendered, Error> {
    render_as(json, options, Output::Fragment)
}

/// Renders an article, with the given form as the `html`: a whole page, the head, or the article as it was read, as
/// JSON.
///
/// # Errors
///
/// Those of [`render`].
pub fn render_as(json: &str, options: &Options, output: Output) -> Result<Rendered, Error> {
    let read = article::read(json, options)?;
    let head = head::html(&read.page, options)?;
    Ok(Rendered { html: form(&read, options, output)?, head })
}

/// Renders one of the four forms of an article alone.
///
/// # Errors
///
/// Those of [`render`].
pub fn output(json: &str, options: &Options, output: Output) -> Result<String, Error> {
    form(&article::read(json, options)?, options, output)
}

fn form(read: &Read, options: &Options, output: Output) -> Result<String, Error> {
    let page = &read.page;
    Ok(match output {
        Output::Fragment => fragment::html(read, options)?,
        Output::Head => head::html(page, options)?,
        Output::Page => document::html(page, &head::html(page, options)?, &fragment::html(read, options)?),
        Output::Json => article::json(page),
    })
}
