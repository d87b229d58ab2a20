//! Markdown, which few documents have, and the way into it.

use crate::lazy::token;
use news_article_contract::chunk::MARKDOWN;

token! {
    /// The code that reads Markdown.
    Markdown = MARKDOWN
}

impl Markdown {
    /// A text of Markdown as HTML, by the rules of CommonMark. What is HTML in it stays, for the reader of HTML to decide upon.
    #[inline(never)]
    pub fn html(self, markdown: &str) -> String {
        let mut html = String::new();
        pulldown_cmark::html::push_html(&mut html, pulldown_cmark::Parser::new(markdown));
        html
    }
}
