//! The upstream of the service that is measured: a captured post of WordPress', whole or ended after 900 words, under every
//! address.

use std::fs;

use anyhow::{Context as _, Result};
use axum::Router;
use axum::body::Bytes;
use axum::http::header;
use axum::routing::{MethodRouter, get};
use tokio::net::TcpListener;

use crate::project;

/// The post, with everything that comes along: 1,631 words.
const POST: &str = "tests/fixtures/wordpress/post-eau-la-vallee-qui-compte.json";
/// The one that `cargo bench` renders, too.
const SHORT: &str = "render/benches/post-900-words.json";

/// Starts it on a thread of its own, which ends with the program; gives its origin.
pub(super) fn start() -> Result<String> {
    let read = |path: &'static str| fs::read_to_string(project::root().join(path)).context(path);
    let (post, short) = (read(POST)?, read(SHORT)?);
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let listener = runtime.block_on(TcpListener::bind("127.0.0.1:0"))?;
    let origin = format!("http://{}", listener.local_addr()?);
    let app = Router::new().route("/posts/{id}", always(post)).route("/short/{id}", always(short));
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
