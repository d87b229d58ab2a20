//! What is counted, as Prometheus reads it at `/metrics`.

use prometheus_client::encoding::EncodeLabelSet;
use prometheus_client::encoding::text::encode;
use prometheus_client::metrics::counter::Counter;
use prometheus_client::metrics::family::Family;
use prometheus_client::metrics::gauge::Gauge;
use prometheus_client::metrics::histogram::Histogram;
use prometheus_client::registry::Registry;
use std::time::Duration;

/// How a request ended.
#[derive(Clone, Debug, PartialEq, Eq, Hash, EncodeLabelSet)]
struct Ended {
    status: u16,
}

/// Where an answer came from.
#[derive(Clone, Debug, PartialEq, Eq, Hash, EncodeLabelSet)]
struct Found {
    cache: &'static str,
}

/// Why an answer could not be made.
#[derive(Clone, Debug, PartialEq, Eq, Hash, EncodeLabelSet)]
struct Failed {
    kind: &'static str,
}

/// The counters, and the registry that writes them.
#[derive(Debug)]
pub(crate) struct Metrics {
    registry: Registry,
    requests: Family<Ended, Counter>,
    answers: Family<Found, Counter>,
    failures: Family<Failed, Counter>,
    fetches: Counter,
    seconds: Histogram,
    rendering: Histogram,
    cached: Gauge,
}

/// Buckets of seconds, from a cached answer to the deadline.
const SECONDS: [f64; 10] = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.05, 0.1, 0.5, 1.0, 10.0];

impl Metrics {
    pub(crate) fn new() -> Self {
        let mut registry = Registry::with_prefix("news_article");
        let metrics = Metrics {
            requests: Family::default(),
            answers: Family::default(),
            failures: Family::default(),
            fetches: Counter::default(),
            seconds: Histogram::new(SECONDS),
            rendering: Histogram::new(SECONDS),
            cached: Gauge::default(),
            registry: Registry::default(),
        };
        registry.register("requests", "Requests answered, by status", metrics.requests.clone());
        registry.register("answers", "Documents, by where they came from", metrics.answers.clone());
        registry.register("failures", "Documents that could not be made", metrics.failures.clone());
        registry.register("upstream_requests", "Requests sent upstream", metrics.fetches.clone());
        registry.register("request_seconds", "Until the answer's head", metrics.seconds.clone());
        registry.register("render_seconds", "Rendering alone", metrics.rendering.clone());
        registry.register("cache_bytes", "Answers that are kept, in bytes", metrics.cached.clone());
        Metrics { registry, ..metrics }
    }

    pub(crate) fn request(&self, status: u16, took: Duration) {
        self.requests.get_or_create(&Ended { status }).inc();
        self.seconds.observe(took.as_secs_f64());
    }

    pub(crate) fn answer(&self, cache: &'static str) {
        self.answers.get_or_create(&Found { cache }).inc();
    }

    pub(crate) fn failure(&self, kind: &'static str) {
        self.failures.get_or_create(&Failed { kind }).inc();
    }

    pub(crate) fn fetch(&self) {
        self.fetches.inc();
    }

    pub(crate) fn rendered(&self, took: Duration) {
        self.rendering.observe(took.as_secs_f64());
    }

    /// All of them, as text.
    pub(crate) fn text(&self, cached: u64) -> String {
        self.cached.set(i64::try_from(cached).unwrap_or(i64::MAX));
        let mut text = String::new();
        // Writing to a string does not fail.
        let _ = encode(&mut text, &self.registry);
        text
    }
}
