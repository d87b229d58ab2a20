//! A newsroom's endpoint with one article, and the service before it.

use axum::Router;
use axum::extract::Request;
use axum::http::{StatusCode, header};
use axum::middleware::{self, Next};
use axum::routing::get;
use news_article_service::{Limits, Options, router};
use std::sync::atomic::{AtomicU16, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;
use tokio::net::TcpListener;
use tokio::runtime::Runtime;

const ARTICLE: &str =
    r#"{"title": "Night trains", "body": [{"type": "paragraph", "content": ["They left at ten."]}]}"#;

/// Something that is served until this is dropped or stopped, the connections that are open then included.
pub(crate) struct Running {
    pub(crate) origin: String,
    runtime: Option<Runtime>,
}

impl Running {
    pub(crate) fn start(app: Router) -> Self {
        let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build();
        let runtime = runtime.expect("a runtime");
        let listener = runtime.block_on(TcpListener::bind("127.0.0.1:0")).expect("a port");
        let origin = format!("http://{}", listener.local_addr().expect("its address"));
        runtime.spawn(async move { axum::serve(listener, app).await });
        Running { origin, runtime: Some(runtime) }
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        if let Some(runtime) = self.runtime.take() {
            runtime.shutdown_background();
        }
    }
}

/// The endpoint, the service, and what both were asked.
pub(crate) struct Newsroom {
    endpoint: Running,
    service: Option<Running>,
    seen: Arc<Seen>,
}

#[derive(Default)]
struct Seen {
    /// What the endpoint answers instead of the article.
    status: AtomicU16,
    /// Requests of the endpoint.
    fetched: AtomicUsize,
    /// Of each request of the service, its header fields that are a reader's, and the status that it was answered with.
    asked: Mutex<Vec<(String, u16)>>,
}

impl Newsroom {
    /// One whose answers are fresh for so many seconds.
    pub(crate) fn start(fresh: u32) -> Self {
        let seen = Arc::new(Seen::default());
        let shared = seen.clone();
        let article = get(move || {
            shared.fetched.fetch_add(1, Ordering::SeqCst);
            let status = StatusCode::from_u16(shared.status.load(Ordering::SeqCst));
            let article = ([(header::CACHE_CONTROL, format!("max-age={fresh}"))], ARTICLE);
            std::future::ready(status.map_err(|_| article))
        });
        let endpoint = Running::start(Router::new().route("/api/42", article));
        let mut newsroom = Newsroom { endpoint, service: None, seen };
        newsroom.service = Some(newsroom.new_service());
        newsroom
    }

    fn new_service(&self) -> Running {
        let upstreams = vec![format!("/wp={}/api/", self.endpoint.origin).parse().expect("an upstream")];
        let limits = Limits { pause: Duration::ZERO, ..Limits::default() };
        let app = router(Options { upstreams, limits, ..Options::default() }).expect("a service");
        let seen = self.seen.clone();
        let watched = app.layer(middleware::from_fn(move |request: Request, next: Next| {
            let seen = seen.clone();
            async move {
                let names = [header::COOKIE, header::AUTHORIZATION, header::IF_NONE_MATCH];
                let had = names.iter().filter(|name| request.headers().contains_key(*name));
                let had = had.map(header::HeaderName::as_str).collect::<Vec<_>>().join(" ");
                let response = next.run(request).await;
                seen.asked.lock().expect("no panic").push((had, response.status().as_u16()));
                response
            }
        }));
        Running::start(watched)
    }

    /// Where the service is.
    pub(crate) fn service(&self) -> &str {
        &self.service.as_ref().expect("a service").origin
    }

    /// Ends the service, and whatever it has open.
    pub(crate) fn stop_service(&mut self) {
        self.service = None;
    }

    /// From now on the endpoint answers this status, or the article for 0.
    pub(crate) fn answers(&self, status: u16) {
        self.seen.status.store(status, Ordering::SeqCst);
    }

    /// How often the endpoint was asked.
    pub(crate) fn fetched(&self) -> usize {
        self.seen.fetched.load(Ordering::SeqCst)
    }

    /// Of each request of the service, the names of header fields that are a reader's, and the status of its answer.
    pub(crate) fn asked(&self) -> Vec<(String, u16)> {
        self.seen.asked.lock().expect("no panic").clone()
    }
}
