//! The routes, and a document's way from the upstream into the cache.

use crate::answer::{Answer, Failure};
use crate::cache::{self, Age, Cache, Entry, Key};
use crate::fetch::{Fetch, Fetched};
use crate::headers;
use crate::log::{self, How};
use crate::metrics::Metrics;
use crate::options::{Error, Limits, Options};
use crate::upstream::Upstream;
use axum::extract::{Request, State};
use axum::http::{Method, StatusCode, header};
use axum::response::Response;
use axum::routing::get;
use axum::{BoxError, Router, error_handling::HandleErrorLayer, middleware};
use news_article_render::Output;
use reqwest::Url;
use std::sync::Arc;
use std::time::Instant;
use tokio::sync::Semaphore;
use tower::ServiceBuilder;

/// What all requests share.
struct Service {
    upstreams: Vec<(Upstream, Fetch)>,
    render: news_article_render::Options,
    limits: Limits,
    cache: Cache,
    /// What is asked of upstreams and rendered at once.
    work: Semaphore,
    /// What is rendered at once.
    rendering: Semaphore,
    metrics: Arc<Metrics>,
}

/// What one request is for.
struct Asked {
    key: Key,
    address: Url,
    output: Output,
    /// Which of the upstreams.
    upstream: usize,
}

/// What every option is tried on.
const SMALLEST: &str = r#"{"title": "-", "body": []}"#;

/// Everything that is served.
pub(crate) fn router(options: Options) -> Result<Router, Error> {
    let Options { upstreams, render, limits } = options;
    if upstreams.is_empty() {
        return Err(Error("no upstream is named".to_owned()));
    }
    for (at, one) in upstreams.iter().enumerate() {
        if upstreams.iter().take(at).any(|other| other.prefix() == one.prefix()) {
            return Err(Error(format!("the prefix \"{}\" is named twice", one.prefix())));
        }
    }
    if let Err(error @ news_article_render::Error::Option(_)) =
        news_article_render::output(SMALLEST, &render, Output::Page)
    {
        return Err(Error(error.to_string()));
    }
    let fetches: Result<Vec<_>, _> =
        upstreams.into_iter().map(|one| Fetch::new(&one, &limits).map(|fetch| (one, fetch))).collect();
    let mut upstreams = fetches.map_err(|error| Error(error.to_string()))?;
    // The longest prefix that fits is meant.
    upstreams.sort_by_key(|(one, _)| std::cmp::Reverse(one.prefix().len()));
    let metrics = Arc::new(Metrics::new());
    let service = Arc::new(Service {
        upstreams,
        render,
        cache: Cache::new(&limits),
        work: Semaphore::new(limits.at_once),
        rendering: Semaphore::new(threads()),
        metrics: metrics.clone(),
        limits: limits.clone(),
    });
    let busy =
        move |_: BoxError| std::future::ready(headers::failure(&Failure::Busy, Output::Fragment, &limits));
    let bounded = ServiceBuilder::new()
        .layer(HandleErrorLayer::new(busy))
        .load_shed()
        .concurrency_limit(service.limits.requests);
    Ok(Router::new()
        .fallback(answer)
        .layer(bounded)
        // Whoever watches it is answered when it is busy, too.
        .route("/healthz", get(|| async { "ok\n" }))
        .route("/metrics", get(numbers))
        .with_state(service)
        .layer(middleware::from_fn_with_state(metrics, log::each)))
}

/// As many renderings at once as there are processors: more would only wait for each other, with memory of their own. On one, two,
/// so that a long document holds nobody up.
fn threads() -> usize {
    std::thread::available_parallelism().map_or(2, std::num::NonZero::get).max(2)
}

async fn numbers(State(service): State<Arc<Service>>) -> impl axum::response::IntoResponse {
    let kind = "application/openmetrics-text; version=1.0.0; charset=utf-8";
    ([(header::CONTENT_TYPE, kind)], service.metrics.text(service.cache.bytes()))
}

async fn answer(State(service): State<Arc<Service>>, request: Request) -> Response {
    if !matches!(*request.method(), Method::GET | Method::HEAD) {
        let mut response =
            headers::line(StatusCode::METHOD_NOT_ALLOWED, "only GET and HEAD", Output::Fragment);
        response.headers_mut().insert(header::ALLOW, header::HeaderValue::from_static("GET, HEAD"));
        return response;
    }
    let asked = match service.read(&request) {
        Ok(asked) => asked,
        Err((status, line)) => return headers::line(status, line, Output::Fragment),
    };
    let output = asked.output;
    let (how, found) = service.clone().find(asked).await;
    service.metrics.answer(how);
    let mut response = match &found {
        Ok(entry) => headers::document(entry, request.headers(), &service.limits),
        Err(failure) => headers::failure(failure, output, &service.limits),
    };
    response.extensions_mut().insert(How(how));
    response
}

impl Service {
    /// What a request is for, or why it is for nothing.
    fn read(&self, request: &Request) -> Result<Asked, (StatusCode, &'static str)> {
        let path = request.uri().path();
        let mut upstreams = self.upstreams.iter().enumerate();
        let found = upstreams.find_map(|(at, (one, _))| one.rest(path).map(|rest| (at, one, rest)));
        let (upstream, one, rest) = found.ok_or((StatusCode::NOT_FOUND, "no upstream has this prefix"))?;
        let mut output = Output::Fragment;
        let mut passed_on = Vec::new();
        for pair in request.uri().query().unwrap_or_default().split('&').filter(|pair| !pair.is_empty()) {
            match pair.strip_prefix("output=") {
                Some(name) => {
                    output = name.parse().map_err(|_| {
                        (StatusCode::BAD_REQUEST, "output is one of fragment, head, page, json")
                    })?;
                }
                None => passed_on.push(pair),
            }
        }
        let address = one.address(rest, &passed_on.join("&"));
        let address = address.map_err(|_| (StatusCode::BAD_REQUEST, "this path leads to no document"))?;
        let key = Key { address: address.as_str().to_owned(), output: cache::name(output) };
        Ok(Asked { key, address, output, upstream })
    }

    /// The answer, and how it was found: in the cache (`hit`, `stale`), or made for this request (`miss`).
    async fn find(self: Arc<Self>, asked: Asked) -> (&'static str, Result<Arc<Entry>, Failure>) {
        let Some(entry) = self.cache.get(&asked.key).await else {
            if let Some(failure) = self.cache.failure(&asked.key).await {
                return ("failed", Err(failure));
            }
            // A task of its own: a client that goes away does not take the answer from the others.
            let task = tokio::spawn(async move {
                let cache = self.cache.clone();
                cache.get_or(asked.key.clone(), async { self.make(&asked, None).await }).await
            });
            let made =
                task.await.unwrap_or_else(|_| Err(Failure::Upstream("the work was broken off".to_owned())));
            return ("miss", made);
        };
        match entry.age(&self.limits) {
            Age::Fresh => ("hit", Ok(entry)),
            Age::Stale => ("stale", Ok(entry)),
            Age::Refresh => {
                tokio::spawn(self.renew(asked, entry.clone()));
                ("stale", Ok(entry))
            }
            Age::Old => {
                let renewed = tokio::spawn(self.renew(asked, entry.clone())).await;
                match renewed {
                    Ok(Ok(newer)) => ("miss", Ok(newer)),
                    Ok(Err(failure)) if failure.is_final() => ("miss", Err(failure)),
                    _ => ("stale", Ok(entry)),
                }
            }
        }
    }

    /// Makes an answer anew; what is known stays where that fails, unless the upstream says that there is nothing.
    async fn renew(self: Arc<Self>, asked: Asked, known: Arc<Entry>) -> Result<Arc<Entry>, Failure> {
        let made = self.make(&asked, Some(known.clone())).await;
        match &made {
            Ok(entry) if Arc::ptr_eq(entry, &known) => {}
            Ok(entry) => self.cache.put(asked.key, entry.clone()).await,
            Err(failure) if failure.is_final() => self.cache.forget(&asked.key, failure.clone()).await,
            Err(_) => known.failed(self.limits.pause),
        }
        made
    }

    /// Asks the upstream and renders, once it is its turn.
    async fn make(&self, asked: &Asked, known: Option<Arc<Entry>>) -> Result<Arc<Entry>, Failure> {
        let made = self.work_on(asked, known).await;
        if let Err(failure) = &made {
            self.metrics.failure(failure.kind());
            let (address, line) = (asked.address.as_str(), failure.line());
            tracing::warn!(?address, kind = failure.kind(), ?line, "no document");
        }
        made
    }

    async fn work_on(&self, asked: &Asked, known: Option<Arc<Entry>>) -> Result<Arc<Entry>, Failure> {
        let turn = tokio::time::timeout(self.limits.patience, self.work.acquire());
        let _turn = turn.await.map_err(|_| Failure::Busy)?.map_err(|_| Failure::Busy)?;
        let Some((_, fetch)) = self.upstreams.get(asked.upstream) else { return Err(Failure::Busy) };
        let validators = known.as_ref().map(|known| known.validators.as_slice()).unwrap_or_default();
        self.metrics.fetch();
        match (fetch.get(&asked.address, validators).await?, known) {
            (Fetched::Document { text, fresh, validators, address }, _) => {
                let answer = self.rendered(text, address, asked.output).await?;
                let fresh = fresh.unwrap_or(self.limits.fresh);
                Ok(Arc::new(Entry::new(answer, validators, fresh)))
            }
            (Fetched::Same { fresh }, Some(known)) => {
                known.stands(fresh.unwrap_or(self.limits.fresh));
                Ok(known)
            }
            (Fetched::Same { .. }, None) => Err(Failure::Status(StatusCode::NOT_MODIFIED.as_u16())),
        }
    }

    /// Renders, off the threads that answer: a long document takes some hundred milliseconds.
    async fn rendered(&self, text: String, address: Url, output: Output) -> Result<Answer, Failure> {
        let _turn = self.rendering.acquire().await.map_err(|_| Failure::Busy)?;
        let mut options = self.render.clone();
        options.base = Some(address.into());
        let start = Instant::now();
        let task = tokio::task::spawn_blocking(move || news_article_render::output(&text, &options, output));
        let rendered =
            task.await.map_err(|_| Failure::Upstream("the rendering was broken off".to_owned()))?;
        self.metrics.rendered(start.elapsed());
        rendered.map(|text| Answer::new(text, output)).map_err(Failure::Article)
    }
}
