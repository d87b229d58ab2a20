//! The way into HTML.

use super::{blocks, text};
use crate::article::Block;
use crate::lazy::token;
use crate::network::address::Address;
use crate::source::SourceError;
use news_article_contract::chunk::MARKUP;

token! {
    /// What reads HTML is here.
    Markup = MARKUP
}

impl Markup {
    /// The blocks of a piece of HTML, its addresses resolved against `base`.
    ///
    /// # Errors
    ///
    /// More than the caps allow.
    #[inline(never)]
    pub fn blocks(self, html: &str, base: Option<&Address>) -> Result<Vec<Block>, SourceError> {
        blocks(html, base)
    }

    /// The plain text of a piece of HTML, on one line.
    #[inline(never)]
    pub fn text(self, html: &str) -> String {
        text(html)
    }
}
