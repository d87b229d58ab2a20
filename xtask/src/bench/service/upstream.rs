//! The upstream of the service that is measured: a captured post of WordPress' under every address.

use std::fs;

use anyhow::{Context as _, Result};
use axum::Router;
use axum::body::Bytes;
use axum::http::header;
use axum::routing::{MethodRouter, get};
use serde_json::Value;
use tokio::net::TcpListener;

use crate::project;

/// The post, with everything that comes along.
const POST: &str = "tests/fixtures/wordpress/post-eau-la-vallee-qui-compte.json";
/// The words of a long one.
const WORDS: usize = 900;

/// Starts it on a thread of its own, which ends with the program; gives its origin.
pub(super) fn start() -> Result<String> {
    let post = fs::read_to_string(project::root().join(POST)).context(POST)?;
    let long = lengthened(&post)?;
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let listener = runtime.block_on(TcpListener::bind("127.0.0.1:0"))?;
    let origin = format!("http://{}", listener.local_addr()?);
    let app = Router::new().route("/posts/{id}", always(post)).route("/long/{id}", always(long));
    std::thread::spawn(move || runtime.block_on(async { axum::serve(listener, app).await }));
    Ok(origin)
}

/// A handler that answers this.
fn always(text: String) -> MethodRouter {
    let text = Bytes::from(text);
    get(move || {
        let headers = [(header::CONTENT_TYPE, "application/json"), (header::CACHE_CONTROL, "max-age=3600")];
        std::future::ready((headers, text.clone()))
    })
}

/// A post with its text again and again, until it is that of a long read.
fn lengthened(post: &str) -> Result<String> {
    let mut post: Value = serde_json::from_str(post)?;
    let html = post["content"]["rendered"].as_str().context("its text")?.to_owned();
    let mut long = html.clone();
    while words(&long) < WORDS {
        long.push_str(&html);
    }
    post["content"]["rendered"] = long.into();
    Ok(post.to_string())
}

fn words(html: &str) -> usize {
    let texts = html.split('<').filter_map(|piece| piece.split_once('>'));
    texts.map(|(_, text)| text.split_whitespace().count()).sum()
}
