//! The options of a rendering.

use std::fmt;
use std::str::FromStr;

/// The options besides the document. All of them may be left out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// The format of the document, as in the attribute `format`; recognised if it is not given.
    pub format: Option<String>,
    /// The language of the interface's texts; else the article's, else French.
    pub lang: Option<String>,
    /// The address of the document, which relative addresses are resolved against. Without it these are left out,
    /// unless the article states its own address.
    pub base: Option<String>,
    /// The address of the page for which the HTML is made; else the article's own, else `base`. Links to other
    /// origins count as external.
    pub page: Option<String>,
    /// The address of the folder with `article.css` and `news-article-later.js`, for the head. Without it both are left
    /// out.
    pub assets: Option<String>,
    /// A JSON document with a list of other articles, which replaces the article's own.
    pub related: Option<String>,
    /// A JSON document with the publisher's own data: `newsletter`, `social`, `comments`, `labels`, `breadcrumbs`,
    /// `publisher`.
    pub site: Option<String>,
    /// Attributes of the element, with their values.
    pub attributes: Vec<(String, String)>,
}

/// The form that is rendered.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Output {
    /// The element with the article in it.
    #[default]
    Fragment,
    /// A whole page.
    Page,
    /// The tags for the page's head.
    Head,
    /// The article as it was read, in this project's own format.
    Json,
}

impl Output {
    /// All forms with their names.
    pub const ALL: [(&'static str, Self); 4] =
        [("fragment", Self::Fragment), ("page", Self::Page), ("head", Self::Head), ("json", Self::Json)];
}

impl FromStr for Output {
    type Err = crate::Error;

    fn from_str(name: &str) -> Result<Self, Self::Err> {
        let known = Self::ALL.iter().find(|(known, _)| *known == name);
        known.map(|(_, output)| *output).ok_or_else(|| {
            crate::Error::option("output", format_args!("\"{name}\" is none of fragment, page, head, json"))
        })
    }
}

impl fmt::Display for Output {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name = Self::ALL.iter().find(|(_, output)| output == self).map_or("", |(name, _)| name);
        formatter.write_str(name)
    }
}
