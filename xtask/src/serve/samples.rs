//! `GET /api/**`: the sample JSON under `demo/api`. The extension may be left out.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use axum::Router;
use axum::extract::{Path as Captured, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse as _, Json, Response};
use axum::routing::get;
use serde_json::json;

use super::{content_type, site};

/// The samples under `root`.
pub(crate) fn routes(root: &Path) -> Router {
    let directory: Arc<Path> = root.join("demo/api").into();
    Router::new().route("/api/{*path}", get(sample)).with_state(directory)
}

async fn sample(State(directory): State<Arc<Path>>, Captured(path): Captured<String>) -> Response {
    let Some(file) = locate(&directory, &path) else { return missing() };
    match tokio::fs::read(&file).await {
        Ok(bytes) => {
            let kind = content_type::of(&file);
            ([(header::CONTENT_TYPE, kind), (header::CACHE_CONTROL, "no-cache")], bytes).into_response()
        }
        Err(_) => missing(),
    }
}

fn locate(directory: &Path, path: &str) -> Option<PathBuf> {
    let file = directory.join(site::segments(path)?.iter().collect::<PathBuf>());
    Some(if file.extension().is_none() { file.with_extension("json") } else { file })
}

fn missing() -> Response {
    (StatusCode::NOT_FOUND, Json(json!({ "error": "not found", "status": 404 }))).into_response()
}
