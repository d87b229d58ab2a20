//! News articles as HTML over HTTP, from the JSON of upstreams that are named when it starts.
//!
//! `GET /PREFIX/REST` renders what the upstream of this prefix answers at `REST`: a fragment, or with `?output=` a whole page,
//! what belongs into a page's head, or the article as JSON. `GET /healthz` says that it lives, `GET /metrics` counts for
//! Prometheus. It keeps nothing but a cache, so that as many as one likes run behind whichever cache stands before them.
//!
//! A request passes, outermost first: the line that is logged of it ([`log`]), the bound on what runs at once, the checks of
//! method and path ([`upstream`]), the cache, in which many who ask for the same wait for one answer ([`cache`]); then the
//! upstream is asked ([`fetch`]), and [`news_article_render`] makes HTML of its JSON.

mod answer;
mod cache;
mod fetch;
mod headers;
mod log;
mod metrics;
mod options;
mod private;
mod service;
mod upstream;

pub use options::{Error, Limits, Options};
pub use upstream::Upstream;

use axum::Router;
use std::future::IntoFuture as _;
use std::io;
use std::time::Duration;
use tokio::net::TcpListener;

/// Everything that is served.
///
/// # Errors
///
/// Where two upstreams have the same prefix or there is none, and where an option of the rendering cannot be used, which every
/// article would fail with.
pub fn router(options: Options) -> Result<Router, Error> {
    service::router(options)
}

/// Answers until `stop` is done; then takes no more and finishes what is under way, for `patience` at most.
///
/// # Errors
///
/// Where nothing can be accepted any more.
pub async fn serve(
    listener: TcpListener,
    router: Router,
    patience: Duration,
    stop: impl Future<Output = ()> + Send + 'static,
) -> io::Result<()> {
    let (stopped, told) = tokio::sync::oneshot::channel();
    let stop = async move {
        stop.await;
        // Nobody listens where the server has ended by itself.
        let _ = stopped.send(());
    };
    let server = axum::serve(listener, router).with_graceful_shutdown(stop);
    let too_late = async {
        // Without a word the server is gone, and ends the other branch.
        if told.await.is_err() {
            std::future::pending::<()>().await;
        }
        tokio::time::sleep(patience).await;
    };
    tokio::select! {
        ended = server.into_future() => ended,
        // A client that neither asks nor leaves is not waited for.
        () = too_late => Ok(()),
    }
}
