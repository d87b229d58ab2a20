//! What may be asked for.

use std::fmt;
use std::str::FromStr;

/// What a rendering needs to know besides the document. All of it may be left out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// The format of the document, by the words of the attribute `format`; recognised where it is not named.
    pub format: Option<String>,
    /// The language of the interface's words, else the article's, else French.
    pub lang: Option<String>,
    /// The address that the document was read from, against which relative ones resolve. Without it they are left out, where the
    /// article does not tell its own.
    pub base: Option<String>,
    /// The address of the page that the HTML is for, else the article's own, else `base`: links to other origins leave it.
    pub page: Option<String>,
    /// The address of the folder with `article.css` and `news-article.js`, for the head. Without it neither is named.
    pub assets: Option<String>,
    /// A JSON document with a list of other articles, over what the article brings along.
    pub related: Option<String>,
    /// A JSON document of the publisher's own: `newsletter`, `social`, `comments`, `labels`, `breadcrumbs`, `publisher`.
    pub site: Option<String>,
    /// Attributes of the element, each with its value.
    pub attributes: Vec<(String, String)>,
}

/// What is made of an article.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Output {
    /// The element with the article in it.
    #[default]
    Fragment,
    /// A whole page.
    Page,
    /// What belongs into the page's head.
    Head,
    /// The article as it was understood, in this project's own format.
    Json,
}

impl Output {
    /// Every output, by its name.
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
