//! A folder of files, served as any web server would.

use axum::Router;
use axum::body::Body;
use axum::http::{Response, StatusCode, Uri};
use std::net::SocketAddr;
use std::path::{Path, PathBuf};

/// A static host.
pub struct Folder {
    origin: String,
    task: tokio::task::JoinHandle<()>,
}

impl Folder {
    /// Serves a folder on a free port.
    pub async fn start(root: &Path) -> Self {
        let root = root.to_path_buf();
        let app = Router::new().fallback(move |uri: Uri| {
            let root = root.clone();
            async move { answer(root, uri.path()).await }
        });
        let listener = tokio::net::TcpListener::bind(SocketAddr::from(([127, 0, 0, 1], 0))).await;
        let listener = listener.expect("a free port");
        let origin = format!("http://{}", listener.local_addr().expect("its address"));
        let task = tokio::spawn(async move {
            let _ = axum::serve(listener, app).await;
        });
        Folder { origin, task }
    }

    /// Scheme, host and port.
    pub fn origin(&self) -> &str {
        &self.origin
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        self.task.abort();
    }
}

async fn answer(root: PathBuf, path: &str) -> Response<Body> {
    let inside = path.split('/').filter(|part| !part.is_empty() && !part.starts_with('.'));
    let file = root.join(inside.collect::<PathBuf>());
    let kind = match file.extension().and_then(|extension| extension.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript",
        Some("json") => "application/json",
        Some("css") => "text/css",
        Some("wasm") => "application/wasm",
        _ => "application/octet-stream",
    };
    let (status, body) = match tokio::fs::read(&file).await {
        Ok(bytes) => (StatusCode::OK, Body::from(bytes)),
        Err(_) => (StatusCode::NOT_FOUND, Body::empty()),
    };
    Response::builder().status(status).header("content-type", kind).body(body).expect("a response")
}
