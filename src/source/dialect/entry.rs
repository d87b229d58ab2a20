//! The entry to the dialects of `body`.

use super::{Dialect, blocks};
use crate::article::Block;
use crate::lazy::token;
use crate::network::address::Address;
use crate::network::json::Json;
use news_article_contract::chunk::DIALECTS;

token! {
    /// The code that reads bodies of other editors.
    Dialects = DIALECTS
}

impl Dialects {
    /// The blocks of a body; `None` where there are more nodes than the caps allow.
    #[inline(never)]
    pub fn blocks(self, dialect: Dialect, body: &Json, base: Option<&Address>) -> Option<Vec<Block>> {
        blocks(dialect, body, base)
    }
}
