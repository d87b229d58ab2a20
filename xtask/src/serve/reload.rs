//! Reloads the page: a stream of events with the number of the build, and the few lines of script that listen to it.
//! Only in watch mode.

use std::convert::Infallible;
use std::sync::Arc;

use axum::Router;
use axum::extract::State;
use axum::http::header;
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use futures_util::stream::{self, Stream};
use tokio::sync::watch;

/// The tag that is added to served pages.
const TAG: &str = "<script src=\"/__dev/reload.js\"></script>\n";

/// A page reloads if the number differs from the first it received: after a build, and after a restart of the server.
const SCRIPT: &str = "\
let first;
new EventSource('/__dev/reload').onmessage = ({data}) => {
  first ??= data;
  if (data !== first) location.reload();
};
";

/// Notifies open pages of a new build.
#[derive(Clone)]
pub(crate) struct Reload(Arc<watch::Sender<u64>>);

impl Default for Reload {
    fn default() -> Self {
        Self(Arc::new(watch::Sender::new(super::clock::milliseconds())))
    }
}

impl Reload {
    /// Makes every open page reload.
    pub(crate) fn now(&self) {
        self.0.send_modify(|build| *build += 1);
    }
}

/// The stream and the script.
pub(crate) fn routes(reload: Reload) -> Router {
    Router::new()
        .route("/__dev/reload", get(events))
        .route("/__dev/reload.js", get(script))
        .with_state(reload)
}

async fn script() -> Response {
    ([(header::CONTENT_TYPE, "text/javascript"), (header::CACHE_CONTROL, "no-cache")], SCRIPT).into_response()
}

async fn events(State(reload): State<Reload>) -> Sse<impl Stream<Item = Result<Event, Infallible>>> {
    let mut builds = reload.0.subscribe();
    // The current number is sent at once, later ones as they come.
    builds.mark_changed();
    Sse::new(stream::unfold(builds, async |mut builds| {
        builds.changed().await.ok()?;
        let build = *builds.borrow_and_update();
        Some((Ok(Event::default().data(build.to_string())), builds))
    }))
    .keep_alive(KeepAlive::default())
}

/// Adds the script to a page.
pub(crate) fn add(mut page: Vec<u8>) -> Vec<u8> {
    let end =
        page.windows(7).rposition(|window| window.eq_ignore_ascii_case(b"</body>")).unwrap_or(page.len());
    page.splice(end..end, TAG.bytes());
    page
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_script_is_added_at_the_end_of_the_page() {
        let with = |page: &str| String::from_utf8(add(page.into())).unwrap();
        assert_eq!(with("<body><p>a</p></BODY></html>"), format!("<body><p>a</p>{TAG}</BODY></html>"));
        assert_eq!(with("<p>a"), format!("<p>a{TAG}"));
    }
}
