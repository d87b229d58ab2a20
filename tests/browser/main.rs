//! Units that need a browser, one module an area: `cargo xtask test` runs them in headless Chromium.
#![cfg(target_arch = "wasm32")]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a test that panics has failed"
)]

mod address;
mod hostile;
mod html;
mod json_feed;
mod ladder;
mod locale;
mod property;
mod schema_org;
mod wordpress;
mod words;

use news_article::article::Article;
use news_article::network::json::Json;
use news_article::source::reader::Reader;
use news_article::source::{self, Context, Format, SourceError};

/// Reads an article in the format that it shows.
fn read(json: &Json, context: &Context) -> Result<Article, SourceError> {
    source::article(Reader::in_one_piece(Format::recognise(json)), json, context)
}

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);
