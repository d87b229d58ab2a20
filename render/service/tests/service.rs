//! The service in front of an upstream that behaves, and one that does not.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use axum::Router;
use axum::body::{Body, Bytes};
use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderValue, Response, StatusCode, header};
use axum::response::IntoResponse as _;
use futures_util::stream::{self, StreamExt as _};
use http_body_util::BodyExt as _;
use news_article_service::{Limits, Options, router, serve};
use std::io::Write as _;
use std::sync::atomic::{AtomicU16, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;
use tokio::net::TcpListener;
use tokio::sync::Notify;
use tower::ServiceExt as _;

const ARTICLE: &str =
    r#"{"title": "Night trains", "body": [{"type": "paragraph", "content": ["They left at ten."]}]}"#;

/// An upstream, and what it was asked.
#[derive(Default)]
struct Upstream {
    asked: Mutex<Vec<(String, HeaderMap)>>,
    /// What it answers instead of an article.
    status: AtomicU16,
    /// Bytes that were taken of what never ends.
    taken: AtomicUsize,
    /// What `/held` waits for.
    release: Notify,
}

impl Upstream {
    fn count(&self) -> usize {
        self.asked.lock().unwrap().len()
    }
}

/// Starts an upstream; gives its origin.
async fn upstream() -> (Arc<Upstream>, String) {
    let shared = Arc::new(Upstream::default());
    let app = Router::new().fallback(answer).with_state(shared.clone());
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let origin = format!("http://{}", listener.local_addr().unwrap());
    tokio::spawn(async move { axum::serve(listener, app).await });
    (shared, origin)
}

async fn answer(State(upstream): State<Arc<Upstream>>, request: Request) -> Response<Body> {
    let target = request.uri().to_string();
    upstream.asked.lock().unwrap().push((target.clone(), request.headers().clone()));
    let status = upstream.status.load(Ordering::SeqCst);
    if status > 0 {
        return StatusCode::from_u16(status).unwrap().into_response();
    }
    let path = target.strip_prefix("/api/").unwrap_or_default().split('?').next().unwrap_or_default();
    match path {
        "held" => upstream.release.notified().await,
        "silent" => std::future::pending().await,
        "dripping" => {
            let drops = stream::iter(ARTICLE.bytes()).then(|byte| async move {
                tokio::time::sleep(Duration::from_millis(20)).await;
                Ok::<_, std::io::Error>(Bytes::from(vec![byte]))
            });
            return Body::from_stream(drops).into_response();
        }
        "endless" => {
            let chunks = stream::iter(0..200).map(move |_| {
                upstream.taken.fetch_add(1 << 20, Ordering::SeqCst);
                Ok::<_, std::io::Error>(Bytes::from(vec![b' '; 1 << 20]))
            });
            return Body::from_stream(chunks).into_response();
        }
        "bomb" => {
            let mut bomb = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
            bomb.write_all(&vec![b' '; 20 << 20]).unwrap();
            return ([(header::CONTENT_ENCODING, "gzip")], bomb.finish().unwrap()).into_response();
        }
        "moved" => return moved("/api/42"),
        "up" => return moved("/admin"),
        "no-article" => return "{\"a\": 1}".into_response(),
        "tagged" => {
            if request.headers().contains_key(header::IF_NONE_MATCH) {
                return StatusCode::NOT_MODIFIED.into_response();
            }
            return ([(header::ETAG, "\"one\"")], ARTICLE).into_response();
        }
        _ => {}
    }
    match path.strip_prefix("to/") {
        Some(to) => moved(&to.replacen(':', "://", 1)),
        None => ARTICLE.into_response(),
    }
}

fn moved(to: &str) -> Response<Body> {
    (StatusCode::FOUND, [(header::LOCATION, HeaderValue::try_from(to).unwrap())]).into_response()
}

fn options(origin: &str) -> Options {
    let limits = Limits {
        deadline: Duration::from_millis(400),
        // Nothing that failed is remembered, where a test does not ask for it.
        pause: Duration::ZERO,
        ..Limits::default()
    };
    Options { upstreams: vec![format!("/wp={origin}/api/").parse().unwrap()], limits, ..Options::default() }
}

struct Answered {
    status: StatusCode,
    headers: HeaderMap,
    body: String,
}

async fn ask(app: &Router, path: &str) -> Answered {
    ask_with(app, Request::get(path).body(Body::empty()).unwrap()).await
}

async fn ask_with(app: &Router, request: Request) -> Answered {
    let response = app.clone().oneshot(request).await.unwrap();
    let (parts, body) = response.into_parts();
    let bytes = body.collect().await.unwrap().to_bytes();
    let body = String::from_utf8(bytes.to_vec()).unwrap();
    Answered { status: parts.status, headers: parts.headers, body }
}

/// Waits until something holds.
async fn until(holds: impl Fn() -> bool) {
    while !holds() {
        tokio::time::sleep(Duration::from_millis(2)).await;
    }
}

#[tokio::test]
async fn an_article_is_answered_as_a_fragment_a_page_a_head_and_json() {
    let (_, origin) = upstream().await;
    let app = router(options(&origin)).unwrap();
    let fragment = ask(&app, "/wp/42").await;
    assert_eq!(fragment.status, StatusCode::OK);
    assert_eq!(fragment.headers[header::CONTENT_TYPE], "text/html; charset=utf-8");
    assert!(fragment.body.starts_with("<news-article") && fragment.body.contains("They left at ten."));
    assert!(ask(&app, "/wp/42?output=page").await.body.starts_with("<!"));
    assert!(ask(&app, "/wp/42?output=head").await.body.contains("<title>Night trains</title>"));
    let json = ask(&app, "/wp/42?output=json").await;
    assert_eq!(json.headers[header::CONTENT_TYPE], "application/json; charset=utf-8");
    assert!(json.body.contains("\"title\": \"Night trains\""), "{}", json.body);
    assert_eq!(ask(&app, "/wp/42?output=pdf").await.status, StatusCode::BAD_REQUEST);
}

#[tokio::test]
async fn what_a_cache_needs_to_know_is_in_the_headers() {
    let (_, origin) = upstream().await;
    let app = router(options(&origin)).unwrap();
    let first = ask(&app, "/wp/42").await;
    assert_eq!(
        first.headers[header::CACHE_CONTROL],
        "public, max-age=60, stale-while-revalidate=600, stale-if-error=86400"
    );
    let known = Request::get("/wp/42").header(header::IF_NONE_MATCH, &first.headers[header::ETAG]);
    let again = ask_with(&app, known.body(Body::empty()).unwrap()).await;
    assert_eq!((again.status, again.body.as_str()), (StatusCode::NOT_MODIFIED, ""));
    assert_eq!(again.headers[header::ETAG], first.headers[header::ETAG]);
}

#[tokio::test]
async fn a_thousand_who_ask_at_once_are_one_request_upstream() {
    let (upstream, origin) = upstream().await;
    let app = router(options(&origin)).unwrap();
    let all: Vec<_> = (0..1000)
        .map(|_| {
            let app = app.clone();
            tokio::spawn(async move { ask(&app, "/wp/held").await })
        })
        .collect();
    until(|| upstream.count() > 0).await;
    upstream.release.notify_waiters();
    upstream.release.notify_one();
    for one in all {
        assert_eq!(one.await.unwrap().status, StatusCode::OK);
    }
    assert_eq!(upstream.count(), 1);
}

#[tokio::test]
async fn an_old_answer_is_given_out_while_a_new_one_is_made() {
    let (upstream, origin) = upstream().await;
    let mut options = options(&origin);
    options.limits.fresh = Duration::ZERO;
    let app = router(options).unwrap();
    ask(&app, "/wp/42").await;
    // Down, and slow to say so: nobody waits for it.
    upstream.status.store(503, Ordering::SeqCst);
    assert_eq!(ask(&app, "/wp/42").await.status, StatusCode::OK);
    until(|| upstream.count() == 2).await;
    assert_eq!(ask(&app, "/wp/42").await.status, StatusCode::OK);
}

#[tokio::test]
async fn an_answer_that_is_too_old_stands_while_the_upstream_is_down_and_goes_when_it_is_taken_back() {
    let (upstream, origin) = upstream().await;
    let mut options = options(&origin);
    (options.limits.fresh, options.limits.stale) = (Duration::ZERO, Duration::ZERO);
    let app = router(options).unwrap();
    ask(&app, "/wp/42").await;
    upstream.status.store(500, Ordering::SeqCst);
    assert_eq!(ask(&app, "/wp/42").await.status, StatusCode::OK);
    upstream.status.store(410, Ordering::SeqCst);
    assert_eq!(ask(&app, "/wp/42").await.status, StatusCode::NOT_FOUND);
    assert_eq!(ask(&app, "/wp/42").await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn an_upstream_that_says_that_nothing_changed_sends_nothing() {
    let (upstream, origin) = upstream().await;
    let mut options = options(&origin);
    (options.limits.fresh, options.limits.stale) = (Duration::ZERO, Duration::ZERO);
    let app = router(options).unwrap();
    let first = ask(&app, "/wp/tagged").await;
    let again = ask(&app, "/wp/tagged").await;
    assert_eq!((again.status, &again.body), (StatusCode::OK, &first.body));
    let asked = upstream.asked.lock().unwrap();
    assert_eq!(asked[1].1[header::IF_NONE_MATCH], "\"one\"");
}

#[tokio::test]
async fn an_upstream_that_is_slow_drips_or_never_ends_is_left() {
    let (upstream, origin) = upstream().await;
    let app = router(options(&origin)).unwrap();
    assert_eq!(ask(&app, "/wp/silent").await.status, StatusCode::GATEWAY_TIMEOUT);
    assert_eq!(ask(&app, "/wp/dripping").await.status, StatusCode::GATEWAY_TIMEOUT);
    let endless = ask(&app, "/wp/endless").await;
    assert_eq!(endless.status, StatusCode::BAD_GATEWAY);
    assert!(endless.body.contains("larger than"), "{}", endless.body);
    assert!(upstream.taken.load(Ordering::SeqCst) < 100 << 20);
    assert!(ask(&app, "/wp/bomb").await.body.contains("larger than"));
}

#[tokio::test]
async fn a_redirect_is_followed_inside_the_upstream_alone() {
    let (other, elsewhere) = upstream().await;
    let (upstream, origin) = upstream().await;
    let app = router(options(&origin)).unwrap();
    assert_eq!(ask(&app, "/wp/moved").await.status, StatusCode::OK);
    let port = elsewhere.rsplit(':').next().unwrap();
    for to in [
        elsewhere.replace("://", ":"),
        format!("http:localhost:{port}"),
        format!("http:[::1]:{port}"),
        format!("http:2130706433:{port}"),
        format!("http:127.1:{port}"),
        "file:/etc/passwd".to_owned(),
    ] {
        let answer = ask(&app, &format!("/wp/to/{to}")).await;
        assert_eq!(answer.status, StatusCode::BAD_GATEWAY, "{to}");
    }
    assert_eq!(ask(&app, "/wp/up").await.status, StatusCode::BAD_GATEWAY);
    assert_eq!(other.count(), 0);
    assert!(upstream.asked.lock().unwrap().iter().all(|(target, _)| target.starts_with("/api/")));
}

#[tokio::test]
async fn no_path_and_no_header_reaches_anything_else() {
    let (upstream, origin) = upstream().await;
    let app = router(options(&origin)).unwrap();
    for path in
        ["/wp/%2e%2e/admin", "/wp/a/%2E./%2e./admin", "/wp/a%2f..%2fb", "/wp/a%0d%0aX:1", "/wp/%5c%5cb"]
    {
        assert_eq!(ask(&app, path).await.status, StatusCode::BAD_REQUEST, "{path}");
    }
    for path in ["/", "/wpx/42", "/http://other.example/42", "/@other.example/42"] {
        assert_eq!(ask(&app, path).await.status, StatusCode::NOT_FOUND, "{path}");
    }
    assert_eq!(upstream.count(), 0);
    let request = Request::get("/wp/@other.example//b?x=%0d%0aX:1")
        .header(header::COOKIE, "session=1")
        .header(header::AUTHORIZATION, "Basic x")
        .header(header::HOST, "other.example")
        .body(Body::empty());
    ask_with(&app, request.unwrap()).await;
    let asked = upstream.asked.lock().unwrap();
    let (target, headers) = &asked[0];
    assert_eq!(target, "/api/@other.example//b?x=%0d%0aX:1");
    assert!(!headers.contains_key(header::COOKIE) && !headers.contains_key(header::AUTHORIZATION));
    assert!(origin.ends_with(headers[header::HOST].to_str().unwrap()));
}

#[tokio::test]
async fn a_client_that_goes_away_takes_nothing_from_the_others() {
    let (upstream, origin) = upstream().await;
    let app = router(options(&origin)).unwrap();
    let asking = app.clone();
    let gone = tokio::spawn(async move { ask(&asking, "/wp/held").await });
    until(|| upstream.count() == 1).await;
    gone.abort();
    let waits = tokio::spawn(async move { ask(&app, "/wp/held").await });
    upstream.release.notify_one();
    assert_eq!(waits.await.unwrap().status, StatusCode::OK);
    assert_eq!(upstream.count(), 1);
}

#[tokio::test]
async fn beyond_what_may_run_at_once_one_is_told_when_to_come_again() {
    let (upstream, origin) = upstream().await;
    let mut options = options(&origin);
    (options.limits.at_once, options.limits.patience) = (1, Duration::ZERO);
    let app = router(options).unwrap();
    let asking = app.clone();
    let first = tokio::spawn(async move { ask(&asking, "/wp/held").await });
    until(|| upstream.count() == 1).await;
    let busy = ask(&app, "/wp/43").await;
    assert_eq!(busy.status, StatusCode::SERVICE_UNAVAILABLE);
    assert_eq!(busy.headers[header::RETRY_AFTER], "1");
    assert_eq!(ask(&app, "/healthz").await.status, StatusCode::OK);
    upstream.release.notify_one();
    assert_eq!(first.await.unwrap().status, StatusCode::OK);
    assert_eq!(ask(&app, "/wp/43").await.status, StatusCode::OK);
}

#[tokio::test]
async fn what_is_no_article_is_told_in_a_line_that_shows_nothing_where_it_is_included() {
    let (upstream, origin) = upstream().await;
    let app = router(options(&origin)).unwrap();
    let elsewhere = ask(&app, "/no-prefix").await;
    assert_eq!(
        (elsewhere.status, &elsewhere.headers[header::CACHE_CONTROL]),
        (StatusCode::NOT_FOUND, &HeaderValue::from_static("no-store"))
    );
    let none = ask(&app, "/wp/no-article").await;
    assert_eq!(none.status, StatusCode::BAD_GATEWAY);
    assert_eq!(none.headers[header::CACHE_CONTROL], "no-store");
    assert!(none.body.contains("title is missing") && none.body.lines().count() == 1, "{}", none.body);
    for (status, answered, caching) in [
        (404, 404, "public, max-age=1"),
        (410, 404, "public, max-age=1"),
        (401, 403, "public, max-age=1"),
        (500, 502, "no-store"),
    ] {
        upstream.status.store(status, Ordering::SeqCst);
        let answer = ask(&app, "/wp/gone").await;
        assert_eq!(answer.status.as_u16(), answered);
        // What was taken back goes from the caches between, too.
        assert_eq!(answer.headers[header::CACHE_CONTROL], caching);
        // Included, it shows nothing.
        assert_eq!(answer.headers[header::CONTENT_TYPE], "text/html; charset=utf-8");
        assert_eq!(answer.body, format!("<!-- the upstream answered {status} -->\n"));
        let json = ask(&app, "/wp/gone?output=json").await;
        assert_eq!(json.body, format!("the upstream answered {status}\n"));
    }
    let post = Request::post("/wp/42").body(Body::empty()).unwrap();
    assert_eq!(ask_with(&app, post).await.status, StatusCode::METHOD_NOT_ALLOWED);
}

#[tokio::test]
async fn a_name_that_leads_to_this_machine_is_not_asked() {
    let mut options = options("http://127.0.0.1:9");
    // Every resolver is to give 127.0.0.1 for it, and one that does not gives nothing.
    options.upstreams = vec!["/wp=http://localhost.localdomain/".parse().unwrap()];
    let app = router(options).unwrap();
    assert_eq!(ask(&app, "/wp/42").await.status, StatusCode::BAD_GATEWAY);
}

#[tokio::test]
async fn requests_answers_and_failures_are_counted() {
    let (_, origin) = upstream().await;
    let app = router(options(&origin)).unwrap();
    ask(&app, "/wp/42").await;
    ask(&app, "/wp/42").await;
    ask(&app, "/wp/no-article").await;
    let text = ask(&app, "/metrics").await.body;
    for line in [
        "news_article_requests_total{status=\"200\"} 2",
        "news_article_answers_total{cache=\"hit\"} 1",
        "news_article_failures_total{kind=\"malformed\"} 1",
        "news_article_upstream_requests_total 2",
    ] {
        assert!(text.contains(line), "{line} is not in\n{text}");
    }
}

#[tokio::test]
async fn told_to_stop_it_finishes_what_is_under_way() {
    let (upstream, origin) = upstream().await;
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let (stop, stopped) = tokio::sync::oneshot::channel::<()>();
    let router = router(options(&origin)).unwrap();
    let service = tokio::spawn(serve(listener, router, Duration::from_secs(60), async move {
        let _ = stopped.await;
    }));
    let asking = tokio::spawn(async move {
        use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
        let mut connection = tokio::net::TcpStream::connect(address).await.unwrap();
        connection.write_all(b"GET /wp/held HTTP/1.1\r\nHost: a\r\n\r\n").await.unwrap();
        let mut answer = String::new();
        connection.read_to_string(&mut answer).await.unwrap();
        answer
    });
    until(|| upstream.count() == 1).await;
    stop.send(()).unwrap();
    upstream.release.notify_one();
    let answer = asking.await.unwrap();
    assert!(answer.starts_with("HTTP/1.1 200") && answer.contains("They left at ten."), "{answer}");
    service.await.unwrap().unwrap();
    assert!(tokio::net::TcpStream::connect(address).await.is_err());
}

#[tokio::test]
async fn told_to_stop_it_does_not_wait_for_a_client_that_says_nothing() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let router = router(options("http://127.0.0.1:9")).unwrap();
    let mut silent = tokio::net::TcpStream::connect(address).await.unwrap();
    tokio::io::AsyncWriteExt::write_all(&mut silent, b"GET /wp/42 HT").await.unwrap();
    serve(listener, router, Duration::from_millis(50), async {}).await.unwrap();
}

#[test]
fn a_service_without_an_upstream_or_with_one_prefix_twice_does_not_start() {
    assert!(router(Options::default()).is_err());
    let upstreams = vec!["/a=http://x.example".parse().unwrap(), "/a/=http://y.example".parse().unwrap()];
    assert!(router(Options { upstreams, ..Options::default() }).is_err());
    let mut useless = options("http://127.0.0.1:9");
    useless.render.attributes = vec![("onclick".to_owned(), "alert(1)".to_owned())];
    assert!(router(useless).is_err());
}
