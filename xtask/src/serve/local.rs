//! Restricts the server to pages of this machine. A page on the web whose name resolves to this machine (DNS
//! rebinding) could otherwise read what is served here, and what `--proxy` forwards from a system that only this
//! machine can reach.

use axum::extract::Request;
use axum::http::uri::Authority;
use axum::http::{HeaderMap, StatusCode, Uri, header};
use axum::middleware::Next;
use axum::response::{IntoResponse as _, Response};

/// Answers requests for `localhost`, `127.0.0.1` and `[::1]`, on any port, and refuses all others.
pub(crate) async fn only(request: Request, next: Next) -> Response {
    match host(&request) {
        Some(host) if is_local(&host) => next.run(request).await,
        _ => {
            let told = "this server answers for localhost, 127.0.0.1 and [::1] alone\n";
            (StatusCode::MISDIRECTED_REQUEST, told).into_response()
        }
    }
}

/// Returns true if the request comes from a page of this machine, or from no page. Browsers send the page's origin
/// with every request whose answer a script of another origin could read, and with every change. (A sandboxed frame
/// sends `null`, which any website can.)
pub(crate) fn is_own(headers: &HeaderMap) -> bool {
    headers.get(header::ORIGIN).is_none_or(|origin| {
        let uri = origin.to_str().ok().and_then(|text| text.parse::<Uri>().ok());
        uri.as_ref().and_then(Uri::authority).is_some_and(is_local)
    })
}

/// The requested host, from the full address or from the header.
fn host(request: &Request) -> Option<Authority> {
    if let Some(authority) = request.uri().authority() {
        return Some(authority.clone());
    }
    let mut named = request.headers().get_all(header::HOST).iter();
    match (named.next(), named.next()) {
        (Some(name), None) => name.to_str().ok()?.parse().ok(),
        _ => None,
    }
}

fn is_local(authority: &Authority) -> bool {
    !authority.as_str().contains('@')
        && ["localhost", "127.0.0.1", "[::1]"].iter().any(|name| authority.host().eq_ignore_ascii_case(name))
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::body::Body;

    fn asked(host: &str) -> bool {
        let request = Request::get("/").header(header::HOST, host).body(Body::empty()).unwrap();
        super::host(&request).is_some_and(|host| is_local(&host))
    }

    #[test]
    fn this_machine_is_answered_on_any_port() {
        for host in ["localhost", "localhost:8080", "LocalHost:1", "127.0.0.1:8080", "[::1]:8080", "[::1]"] {
            assert!(asked(host), "{host}");
        }
    }

    #[test]
    fn every_other_name_is_refused() {
        for host in [
            "rebind.example",
            "rebind.example:8080",
            "127.0.0.1.rebind.example",
            "localhost.rebind.example",
            "127.0.0.1@rebind.example",
            "rebind.example@127.0.0.1",
            "192.168.0.1",
            "0.0.0.0:8080",
            "",
        ] {
            assert!(!asked(host), "{host}");
        }
        assert_eq!(host(&Request::get("/").body(Body::empty()).unwrap()), None);
    }

    #[test]
    fn pages_of_other_origins_are_told_from_this_machines() {
        let own = |origin: &str| {
            let mut headers = HeaderMap::new();
            headers.insert(header::ORIGIN, origin.parse().unwrap());
            is_own(&headers)
        };
        assert!(is_own(&HeaderMap::new()));
        assert!(own("http://127.0.0.1:8080") && own("http://localhost:3000") && own("http://[::1]:1"));
        assert!(!own("https://news.example") && !own("null") && !own("http://localhost.example"));
    }
}
