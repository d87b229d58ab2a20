//! The files of the site: the demo page, its assets, and the element, either built from the sources or as in `dist`.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use axum::Router;
use axum::body::{Body, HttpBody as _};
use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, header};
use axum::response::{IntoResponse as _, Response};

use super::encoding::{self, Compressed};
use super::{content_type, reload};
use crate::wasm;

/// Maps paths to files.
pub(crate) struct Site {
    root: PathBuf,
    element: Element,
}

/// The origin of the element's files.
enum Element {
    /// Built from the sources; the directory holds glue and wasm.
    Built(PathBuf),
    /// A directory as `dist` makes it.
    Shipped(PathBuf),
}

impl Site {
    /// The element built from the sources under `root`, with glue and wasm in `directory`.
    pub(crate) fn built(root: &Path, directory: &Path) -> Self {
        Self { root: root.to_path_buf(), element: Element::Built(directory.to_path_buf()) }
    }

    /// The element as shipped in `directory`.
    pub(crate) fn shipped(root: &Path, directory: &Path) -> Self {
        Self { root: root.to_path_buf(), element: Element::Shipped(directory.to_path_buf()) }
    }

    /// The root of the work tree.
    pub(crate) fn root(&self) -> &Path {
        &self.root
    }

    /// The file for a path, which is decoded already.
    fn locate(&self, path: &str) -> Option<PathBuf> {
        let parts = segments(path)?;
        let relative: PathBuf = parts.iter().collect();
        match parts.as_slice() {
            [] => return Some(self.root.join("index.html")),
            ["demo" | "docs", ..] => return Some(page(self.root.join(relative))),
            [name] if name.ends_with(".html") => return Some(self.root.join(name)),
            _ => {}
        }
        match (&self.element, parts.as_slice()) {
            (Element::Shipped(directory), _) => Some(directory.join(relative)),
            (Element::Built(_), ["news-article.js"]) => Some(self.root.join("src/element/index.js")),
            (Element::Built(_), [wasm::LATER]) => Some(self.root.join("src/element/later.js")),
            (Element::Built(_), [wasm::PAGE]) => Some(self.root.join("src/element/page.js")),
            (Element::Built(_), [wasm::SURROUNDINGS]) => Some(self.root.join("src/element/surroundings.js")),
            (Element::Built(_), [name]) if wasm::EXTRAS.iter().any(|extra| wasm::extra(extra) == *name) => {
                let own = name.strip_prefix("news-article_").unwrap_or(name);
                Some(self.root.join("src/extras").join(own))
            }
            (Element::Built(_), ["locale", _]) => Some(self.root.join("src").join(relative)),
            // The shell's modules are in one folder, as they are in `dist`.
            (Element::Built(_), [name]) if name.ends_with(".js") && *name != wasm::GLUE => {
                Some(self.root.join("src/element").join(name))
            }
            (Element::Built(built), [wasm::GLUE | wasm::WASM] | ["snippets", ..]) => {
                Some(built.join(relative))
            }
            (Element::Built(_), ["article.schema.json"]) => Some(self.root.join(relative)),
            _ => None,
        }
    }
}

/// The segments of a path; `None` for one that could leave its directory.
pub(crate) fn segments(path: &str) -> Option<Vec<&str>> {
    let parts: Vec<&str> = path.split('/').filter(|part| !part.is_empty()).collect();
    let plain = |part: &&str| !part.starts_with('.') && !part.contains(['\\', '\0', ':']);
    parts.iter().all(plain).then_some(parts)
}

/// A directory's `index.html`, or a page that is requested without its extension.
fn page(path: PathBuf) -> PathBuf {
    if path.is_dir() {
        return path.join("index.html");
    }
    if path.extension().is_none() {
        let page = path.with_extension("html");
        if page.is_file() {
            return page;
        }
    }
    path
}

/// Answers every path that is no endpoint. `reloading` adds the reload script to pages.
pub(crate) fn routes(site: Site, reloading: bool) -> Router {
    let shared = Arc::new(Shared { site, reloading, compressed: Compressed::default() });
    Router::new().fallback(answer).with_state(shared)
}

struct Shared {
    site: Site,
    reloading: bool,
    compressed: Compressed,
}

async fn answer(State(shared): State<Arc<Shared>>, request: Request) -> Response {
    if !matches!(*request.method(), Method::GET | Method::HEAD) {
        return (StatusCode::METHOD_NOT_ALLOWED, "only GET and HEAD\n").into_response();
    }
    let Some(path) = super::percent::decode(request.uri().path()) else {
        return StatusCode::BAD_REQUEST.into_response();
    };
    let Some(file) = shared.site.locate(&path) else {
        return missing(&path);
    };
    let headers = request.headers().clone();
    let read = move || shared.read(&file, &headers);
    match tokio::task::spawn_blocking(read).await {
        Ok(Some(response)) if request.method() == Method::HEAD => without_body(response),
        Ok(Some(response)) => response,
        _ => missing(&path),
    }
}

/// The same answer without its body, but with its length.
fn without_body(response: Response) -> Response {
    let length = response.body().size_hint().exact();
    let mut response = response.map(|_| Body::empty());
    if let Some(length) = length {
        response.headers_mut().insert(header::CONTENT_LENGTH, HeaderValue::from(length));
    }
    response
}

fn missing(path: &str) -> Response {
    let hint = match path.trim_start_matches('/') {
        wasm::GLUE | wasm::WASM => "; the last build failed, see the terminal",
        _ => "",
    };
    (StatusCode::NOT_FOUND, format!("nothing at {path}{hint}\n")).into_response()
}

impl Shared {
    fn read(&self, file: &Path, asked: &HeaderMap) -> Option<Response> {
        let mut bytes = std::fs::read(file).ok()?;
        let kind = content_type::of(file);
        if self.reloading && kind.starts_with("text/html") {
            bytes = reload::add(bytes);
        }
        let shipped = matches!(self.site.element, Element::Shipped(_));
        let mut response = if shipped && content_type::compressible(kind) && encoding::accepted(asked) {
            let modified = file.metadata().and_then(|data| data.modified()).ok();
            let mut response = Body::from(self.compressed.get(file, modified, &bytes)).into_response();
            response.headers_mut().insert(header::CONTENT_ENCODING, HeaderValue::from_static("br"));
            response
        } else {
            Body::from(bytes).into_response()
        };
        let headers = response.headers_mut();
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(kind));
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-cache"));
        // As on a CDN, a page of another origin may load the element.
        headers.insert(header::ACCESS_CONTROL_ALLOW_ORIGIN, HeaderValue::from_static("*"));
        headers.insert(header::VARY, HeaderValue::from_static("Accept-Encoding"));
        Some(response)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_file_of_the_element_is_found_among_the_sources() {
        let site = Site::built(Path::new("/r"), Path::new("/b"));
        let found = |path| site.locate(path);
        assert_eq!(found("/"), Some("/r/index.html".into()));
        assert_eq!(found("/news-article.js"), Some("/r/src/element/index.js".into()));
        assert_eq!(found("/element.js"), Some("/r/src/element/element.js".into()));
        assert_eq!(found("/contract.js"), Some("/r/src/element/contract.js".into()));
        assert_eq!(found("/news-article_page.js"), Some("/r/src/element/page.js".into()));
        assert_eq!(found("/news-article_glue.js"), Some("/b/news-article_glue.js".into()));
        assert_eq!(found("/news-article_bg.wasm"), Some("/b/news-article_bg.wasm".into()));
        assert_eq!(found("/locale/de.json"), Some("/r/src/locale/de.json".into()));
        assert_eq!(found("/demo/images/a.jpg"), Some("/r/demo/images/a.jpg".into()));
        assert_eq!(found("/Cargo.toml"), None);
    }

    #[test]
    fn a_shipped_element_is_served_from_its_directory_and_the_demo_from_the_work_tree() {
        let site = Site::shipped(Path::new("/r"), Path::new("/d"));
        assert_eq!(site.locate("/news-article.js"), Some("/d/news-article.js".into()));
        assert_eq!(site.locate("/locale/de.json"), Some("/d/locale/de.json".into()));
        assert_eq!(site.locate("/demo/a.jpg"), Some("/r/demo/a.jpg".into()));
    }

    #[test]
    fn no_path_leaves_its_directory() {
        for path in ["/../Cargo.toml", "/demo/../../etc", "/demo/.git", "/demo/..\\x", "/c:/x", "/demo/\0"] {
            assert_eq!(segments(path), None, "{path}");
        }
    }
}
