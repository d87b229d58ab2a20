//! A page on another server than the dev server: a newsroom's own host, with its own headers.

use axum::Router;
use axum::body::Body;
use axum::extract::Request;
use axum::http::Response;
use std::net::SocketAddr;
use std::sync::{Arc, Mutex};

/// A host that answers each path with one document, and records the requests.
pub struct Host {
    origin: String,
    asked: Arc<Mutex<Vec<String>>>,
    task: tokio::task::JoinHandle<()>,
}

/// The answer of a path.
#[derive(Clone, Debug)]
pub struct Answer {
    /// The path.
    pub path: &'static str,
    /// Header fields, including the content type.
    pub headers: Vec<(&'static str, String)>,
    /// The body.
    pub body: String,
}

impl Host {
    /// Starts it on a free port.
    pub async fn start(answers: Vec<Answer>) -> Self {
        let asked = Arc::new(Mutex::new(Vec::new()));
        let log = asked.clone();
        let app = Router::new().fallback(move |request: Request| {
            let path = request.uri().path().to_owned();
            log.lock().expect("the log").push(path.clone());
            let found = answers.iter().find(|answer| answer.path == path).cloned();
            async move {
                let Some(answer) = found else {
                    return Response::builder().status(404).body(Body::empty()).expect("a response");
                };
                let mut response = Response::builder();
                for (name, value) in &answer.headers {
                    response = response.header(*name, value);
                }
                response.body(Body::from(answer.body)).expect("a response")
            }
        });
        let listener = tokio::net::TcpListener::bind(SocketAddr::from(([127, 0, 0, 1], 0))).await;
        let listener = listener.expect("a free port");
        let origin = format!("http://{}", listener.local_addr().expect("its address"));
        let task = tokio::spawn(async move {
            let _ = axum::serve(listener, app).await;
        });
        Host { origin, asked, task }
    }

    /// Its origin: scheme, host and port.
    pub fn origin(&self) -> &str {
        &self.origin
    }

    /// The requested paths.
    pub fn asked(&self) -> Vec<String> {
        self.asked.lock().expect("the log").clone()
    }
}

impl Drop for Host {
    fn drop(&mut self) {
        self.task.abort();
    }
}
