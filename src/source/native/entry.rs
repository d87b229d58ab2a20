//! The entry to this project's own format.

use crate::article::{Article, Block, Teaser, Update};
use crate::lazy::token;
use crate::network::address::Address;
use crate::network::json::Json;
use crate::source::dialect::Dialect;
use crate::source::dialect::entry::Dialects;
use crate::source::html::entry::Markup;
use crate::source::{Context, SourceError, native};
use news_article_contract::chunk::NATIVE;

token! {
    /// The code that reads this project's own format.
    Native = NATIVE
}

impl Native {
    /// Reads an article. `markup` must be given if its body is HTML, `dialects` if it is another editor's.
    ///
    /// # Errors
    ///
    /// Fails if a required field is missing, or if the body is HTML without `markup`.
    #[inline(never)]
    pub fn article(
        self,
        json: &Json,
        context: &Context,
        markup: Option<Markup>,
        dialects: Option<(Dialects, Dialect)>,
    ) -> Result<Article, SourceError> {
        native::article(json, context, markup, dialects)
    }

    /// Reads a list of other articles.
    #[inline(never)]
    pub fn teasers(self, json: &Json, context: &Context) -> Vec<Teaser> {
        native::teasers(json, context)
    }

    /// Reads the blocks of a text.
    #[inline(never)]
    pub fn blocks(self, json: &Json, base: Option<&Address>) -> Vec<Block> {
        native::blocks(json, base)
    }

    /// Reads a list of updates of live coverage; `markup` reads those that are HTML.
    #[inline(never)]
    pub fn updates(self, json: &Json, base: Option<&Address>, markup: Markup) -> Vec<Update> {
        native::updates(json, base, Some(markup))
    }

    /// Reads a single update.
    #[inline(never)]
    pub fn update(self, json: &Json, base: Option<&Address>, markup: Markup) -> Option<Update> {
        native::update(json, base, Some(markup))
    }

    /// Merges the publisher's own data under an article's.
    #[inline(never)]
    pub fn merge(self, article: &mut Article, site: &Json, base: Option<&Address>) {
        native::merge(article, site, base);
    }
}
