//! `--proxy /prefix=URL`: requests under a prefix go to a real server, so that a newsroom can try its own endpoint
//! without CORS. Method, path, headers and body are forwarded unchanged, except `Host` and the headers of a single
//! connection.

use std::str::FromStr;
use std::sync::Arc;

use anyhow::{Result, anyhow, bail};
use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::uri::{Authority, Scheme};
use axum::http::{HeaderMap, HeaderName, StatusCode, Uri, header};
use axum::middleware::Next;
use axum::response::{IntoResponse as _, Response};
use hyper_rustls::{HttpsConnector, HttpsConnectorBuilder};
use hyper_util::client::legacy::Client;
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::rt::TokioExecutor;

use super::local;

/// A prefix and its target.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Forward {
    prefix: String,
    scheme: Scheme,
    authority: Authority,
    base: String,
}

impl FromStr for Forward {
    type Err = anyhow::Error;

    fn from_str(text: &str) -> Result<Self> {
        let (prefix, target) = text.split_once('=').ok_or_else(|| anyhow!("expected /prefix=URL"))?;
        let prefix = prefix.trim_end_matches('/');
        if !prefix.starts_with('/') {
            bail!("the prefix must begin with / and be more than that");
        }
        let parts = target.parse::<Uri>()?.into_parts();
        let (Some(scheme), Some(authority)) = (parts.scheme, parts.authority) else {
            bail!("the target must be a whole address, as http://127.0.0.1:8081");
        };
        if scheme != Scheme::HTTP && scheme != Scheme::HTTPS {
            bail!("the target must be http or https");
        }
        let base =
            parts.path_and_query.map(|path| path.path().trim_end_matches('/').to_owned()).unwrap_or_default();
        Ok(Self { prefix: prefix.to_owned(), scheme, authority, base })
    }
}

impl Forward {
    /// The target of a request, if it is under the prefix. The path is kept whole.
    fn target(&self, uri: &Uri) -> Option<Uri> {
        let rest = uri.path().strip_prefix(&self.prefix)?;
        if !rest.is_empty() && !rest.starts_with('/') {
            return None;
        }
        let path = uri.path_and_query().map_or(uri.path(), |path| path.as_str());
        Uri::builder()
            .scheme(self.scheme.clone())
            .authority(self.authority.clone())
            .path_and_query(format!("{}{path}", self.base))
            .build()
            .ok()
    }
}

/// The client, and the prefixes that it forwards.
pub(crate) struct Proxy {
    forwards: Vec<Forward>,
    client: Client<HttpsConnector<HttpConnector>, Body>,
}

impl Proxy {
    /// Trusts the system's certificates.
    pub(crate) fn new(forwards: Vec<Forward>) -> Result<Self> {
        let connector =
            HttpsConnectorBuilder::new().with_native_roots()?.https_or_http().enable_http1().build();
        Ok(Self { forwards, client: Client::builder(TokioExecutor::new()).build(connector) })
    }
}

/// Forwards requests under a prefix. Others pass unchanged.
pub(crate) async fn forward(State(proxy): State<Arc<Proxy>>, mut request: Request, next: Next) -> Response {
    let Some(target) = proxy.forwards.iter().find_map(|forward| forward.target(request.uri())) else {
        return next.run(request).await;
    };
    // The target may echo any origin, as WordPress does, but its answers are only for pages of this machine.
    if !local::is_own(request.headers()) {
        let told = "pages of other origins are not answered through --proxy\n";
        return (StatusCode::FORBIDDEN, told).into_response();
    }
    let address = target.to_string();
    *request.uri_mut() = target;
    // The client sets that of the target.
    request.headers_mut().remove(header::HOST);
    strip(request.headers_mut());
    match proxy.client.request(request).await {
        Ok(response) => {
            let mut response = response.map(Body::new);
            strip(response.headers_mut());
            response
        }
        Err(error) => {
            let cause = root_cause(&error);
            eprintln!("proxy: {address}: {cause}");
            (StatusCode::BAD_GATEWAY, format!("{address} does not answer: {cause}\n")).into_response()
        }
    }
}

/// Removes the headers of a single connection.
fn strip(headers: &mut HeaderMap) {
    let named: Vec<HeaderName> = headers
        .get_all(header::CONNECTION)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(',').filter_map(|name| name.trim().parse().ok()))
        .collect();
    for name in named {
        headers.remove(name);
    }
    for name in [header::CONNECTION, header::TE, header::TRAILER, header::TRANSFER_ENCODING, header::UPGRADE]
    {
        headers.remove(name);
    }
    headers.remove("keep-alive");
}

fn root_cause(error: &dyn std::error::Error) -> String {
    let mut cause = error;
    while let Some(source) = cause.source() {
        cause = source;
    }
    cause.to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn target(forward: &str, uri: &str) -> Option<String> {
        let forward: Forward = forward.parse().unwrap();
        forward.target(&uri.parse().unwrap()).map(|uri| uri.to_string())
    }

    #[test]
    fn the_path_is_kept_whole() {
        let target = target("/wp-json=http://127.0.0.1:8081", "/wp-json/wp/v2/posts/28?_embed&a=%2F");
        assert_eq!(target.as_deref(), Some("http://127.0.0.1:8081/wp-json/wp/v2/posts/28?_embed&a=%2F"));
    }

    #[test]
    fn a_target_may_have_a_path_of_its_own() {
        let target = target("/wp-json/=https://cms.example/blog/", "/wp-json");
        assert_eq!(target.as_deref(), Some("https://cms.example/blog/wp-json"));
    }

    #[test]
    fn a_prefix_ends_at_a_slash() {
        assert_eq!(target("/wp=http://h", "/wp-json/x"), None);
        assert_eq!(target("/wp=http://h", "/a/wp/x"), None);
    }

    #[test]
    fn what_is_no_forward_is_refused() {
        for text in ["/wp-json", "wp=http://h", "/=http://h", "/a=h", "/a=ftp://h", "/a=/b", "=http://h"] {
            assert!(text.parse::<Forward>().is_err(), "{text}");
        }
    }

    #[test]
    fn headers_of_one_connection_stay_on_it() {
        let mut headers = HeaderMap::new();
        for (name, value) in [
            ("connection", "keep-alive, x-own"),
            ("x-own", "1"),
            ("transfer-encoding", "chunked"),
            ("accept", "*/*"),
        ] {
            headers.insert(name, value.parse().unwrap());
        }
        strip(&mut headers);
        assert_eq!(headers.keys().map(HeaderName::as_str).collect::<Vec<_>>(), ["accept"]);
    }
}
