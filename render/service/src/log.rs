//! A line a request, and its count. What was asked for is written escaped: it cannot begin a line of its own.

use crate::metrics::Metrics;
use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::Response;
use std::sync::Arc;
use std::time::Instant;

/// How an answer was found, for the log: an extension of the response.
#[derive(Clone, Copy, Debug)]
pub(crate) struct How(pub(crate) &'static str);

/// Logs and counts.
pub(crate) async fn each(State(metrics): State<Arc<Metrics>>, request: Request, next: Next) -> Response {
    let start = Instant::now();
    let (method, uri) = (request.method().clone(), request.uri().clone());
    let response = next.run(request).await;
    let took = start.elapsed();
    let status = response.status().as_u16();
    metrics.request(status, took);
    let how = response.extensions().get::<How>().map_or("", |how| how.0);
    let target = uri.path_and_query().map_or("", |target| target.as_str());
    tracing::info!(%method, ?target, status, how, ms = took.as_secs_f64() * 1000.0, "request");
    response
}
