//! The entry to the reader of HTML.

use super::{blocks, text};
use crate::article::Block;
use crate::lazy::token;
use crate::network::address::Address;
use crate::source::SourceError;
use news_article_contract::chunk::MARKUP;

token! {
    /// The code that reads HTML.
    Markup = MARKUP
}

impl Markup {
    /// Reads HTML as blocks. Its addresses are resolved against `base`.
    ///
    /// # Errors
    ///
    /// Fails if there is more than the limits allow.
    #[inline(never)]
    pub fn blocks(self, html: &str, base: Option<&Address>) -> Result<Vec<Block>, SourceError> {
        blocks(html, base)
    }

    /// The plain text of HTML on one line.
    #[inline(never)]
    pub fn text(self, html: &str) -> String {
        text(html)
    }
}
