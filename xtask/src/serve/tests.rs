//! The whole router, asked as a browser asks it.

use std::path::PathBuf;
use std::sync::atomic::{AtomicU32, Ordering};

use axum::Router;
use axum::body::Body;
use axum::http::{HeaderValue, Request, Response, StatusCode};
use http_body_util::BodyExt as _;
use serde_json::{Value, json};
use tower::ServiceExt as _;

use super::site::Site;
use super::store::Store;
use crate::project;

/// A server with a directory of its own for what it takes.
struct Server {
    app: Router,
    data: PathBuf,
}

impl Server {
    fn start() -> Self {
        static NUMBER: AtomicU32 = AtomicU32::new(0);
        let number = NUMBER.fetch_add(1, Ordering::Relaxed);
        Self::with(std::env::temp_dir().join(format!("news-article-{}-{number}", std::process::id())))
    }

    fn with(data: PathBuf) -> Self {
        let site = Site::built(project::root(), &data);
        let app = super::router(site, Store::open(&data).unwrap(), None, Vec::new()).unwrap();
        Self { app, data }
    }

    /// Asks as a page of this machine does, unless the request names another host.
    async fn ask(&self, mut request: Request<Body>) -> Response<Body> {
        let local = HeaderValue::from_static("127.0.0.1:1234");
        request.headers_mut().entry("host").or_insert(local);
        self.app.clone().oneshot(request).await.unwrap()
    }

    async fn get(&self, path: &str) -> (StatusCode, Value) {
        let request = Request::get(path).body(Body::empty()).unwrap();
        read(self.ask(request).await).await
    }

    async fn post(&self, path: &str, body: Value) -> (StatusCode, Value) {
        let request = Request::post(path).header("content-type", "application/json");
        read(self.ask(request.body(Body::from(body.to_string())).unwrap()).await).await
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.data);
    }
}

async fn read(response: Response<Body>) -> (StatusCode, Value) {
    let status = response.status();
    let bytes = response.into_body().collect().await.unwrap().to_bytes();
    (status, serde_json::from_slice(&bytes).unwrap_or(Value::Null))
}

fn native(submission: &str) -> Value {
    json!({
        "article": "43", "submission": submission, "name": "Lectrice", "email": "lectrice@essai.example",
        "body": "Merci.",
    })
}

fn wordpress(post: u64, content: &str) -> Value {
    json!({
        "post": post, "author_name": "Lectrice", "author_email": "lectrice@essai.example", "content": content,
    })
}

#[tokio::test]
async fn a_comment_is_taken_once_however_often_it_is_sent() {
    let server = Server::start();
    let first = server.post("/api/comments", native("a")).await;
    assert_eq!((first.0, &first.1["status"]), (StatusCode::CREATED, &json!("published")));
    assert_eq!(server.post("/api/comments", native("a")).await, first);
    let (_, list) = server.get("/api/comments?article=43").await;
    assert_eq!((&list["total"], &list["comments"][0]["body"]), (&json!(1), &json!("Merci.")));
    assert_eq!(list["comments"][0].get("email"), None);
}

#[tokio::test]
async fn what_was_taken_is_there_after_a_restart() {
    let server = Server::start();
    server.post("/api/comments", native("a")).await;
    server.post("/api/newsletter", json!({ "email": "a@b.example", "submission": "n" })).await;
    let again = Server::with(server.data.clone());
    assert_eq!(again.get("/api/comments?article=43").await.1["total"], 1);
    let other = json!({ "email": "A@b.example", "submission": "other" });
    assert_eq!(again.post("/api/newsletter", other).await.0, StatusCode::CONFLICT);
}

#[tokio::test]
async fn a_submission_subscribes_one_address() {
    let server = Server::start();
    let subscription = |email: &str, submission: &str| json!({ "email": email, "submission": submission });
    let first = server.post("/api/newsletter", subscription("a@b.example", "n")).await;
    assert_eq!((first.0, &first.1["status"]), (StatusCode::CREATED, &json!("subscribed")));
    // The same once more, however it is written now: the first answer, and nothing is kept.
    assert_eq!(server.post("/api/newsletter", subscription("c@d.example", "n")).await, first);
    let (status, held) =
        server.post("/api/newsletter?outcome=held", subscription("c@d.example", "other")).await;
    assert_eq!((status, &held["status"]), (StatusCode::CREATED, &json!("held")));
}

#[tokio::test]
async fn a_held_comment_is_not_listed() {
    let server = Server::start();
    let (_, held) = server.post("/api/comments?outcome=held", native("a")).await;
    assert_eq!(held["status"], "held");
    assert_eq!(server.get("/api/comments?article=43").await.1["total"], 0);
}

#[tokio::test]
async fn a_comment_that_has_filled_the_field_for_machines_is_held_in_either_contract() {
    let server = Server::start();
    let trapped = |mut comment: Value| {
        comment["honeypot"] = true.into();
        comment
    };
    assert_eq!(server.post("/api/comments", trapped(native("a"))).await.1["status"], "held");
    assert_eq!(server.get("/api/comments?article=43").await.1["total"], 0);
    let comments = "/wp-json/wp/v2/comments?outcome=published";
    assert_eq!(server.post(comments, trapped(wordpress(28, "Un."))).await.1["status"], "hold");
}

#[tokio::test]
async fn each_invalid_field_is_named() {
    let server = Server::start();
    let (status, answer) = server.post("/api/comments", json!({ "email": "x", "body": " " })).await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
    let errors = answer["errors"].as_object().unwrap();
    assert_eq!(errors.keys().collect::<Vec<_>>(), ["article", "body", "email", "name", "submission"]);
}

#[tokio::test]
async fn a_form_must_be_json_and_no_larger_than_64_kibibytes() {
    let server = Server::start();
    let plain = Request::post("/api/comments").body(Body::from("a=b")).unwrap();
    assert_eq!(server.ask(plain).await.status(), StatusCode::UNSUPPORTED_MEDIA_TYPE);
    let large = json!({ "body": "x".repeat(70_000) });
    assert_eq!(server.post("/api/comments", large).await.0, StatusCode::PAYLOAD_TOO_LARGE);
}

#[tokio::test]
async fn listed_comments_come_in_pages() {
    let server = Server::start();
    for number in 0..5 {
        server.post("/api/comments", native(&number.to_string())).await;
    }
    let (mut status, mut page) = server.get("/api/comments?article=43&per_page=2").await;
    let mut seen = Vec::new();
    let first = page["comments"][0]["id"].as_u64().unwrap();
    loop {
        assert_eq!(status, StatusCode::OK);
        seen.extend(
            page["comments"].as_array().unwrap().iter().map(|comment| comment["id"].as_u64().unwrap()),
        );
        let Some(next) = page["next"].as_str().map(str::to_owned) else { break };
        (status, page) = server.get(&next).await;
    }
    assert_eq!(seen, (first..first + 5).collect::<Vec<_>>());
}

#[tokio::test]
async fn a_sample_thread_is_listed_and_can_be_answered() {
    let server = Server::start();
    let (_, list) = server.get("/api/comments?article=42").await;
    let comments = list["comments"].as_array().unwrap();
    assert_eq!((&list["total"], comments.len(), comments[1]["parent"].as_u64()), (&json!(8), 8, Some(1)));
    let answer = |article: &str| {
        let mut body = native(article);
        body["article"] = article.into();
        body["parent"] = "2".into();
        body
    };
    assert_eq!(server.post("/api/comments", answer("42")).await.1["parent"], 2);
    assert_eq!(server.get("/api/comments?article=42").await.1["total"], 9);
    // The same comment is none of another article's.
    assert_eq!(server.post("/api/comments", answer("43")).await.0, StatusCode::UNPROCESSABLE_ENTITY);
}

#[tokio::test]
async fn a_post_speaks_of_the_server_that_was_asked() {
    let server = Server::start();
    let (status, post) = server.get("/wp-json/wp/v2/posts/28?_embed").await;
    assert_eq!(status, StatusCode::OK);
    assert_eq!(post["_links"]["self"][0]["href"], "http://127.0.0.1:1234/wp-json/wp/v2/posts/28");
    assert!(!post.to_string().contains("127.0.0.1:8081"));
}

#[tokio::test]
async fn posts_are_refused_as_wordpress_refuses_them() {
    let server = Server::start();
    for (path, status, code) in [
        ("posts/999999", 404, "rest_post_invalid_id"),
        ("posts/26", 401, "rest_forbidden"),
        ("posts/45?password=x", 403, "rest_post_incorrect_password"),
        ("posts/x", 404, "rest_no_route"),
        ("nothing", 404, "rest_no_route"),
        ("posts?per_page=101", 400, "rest_invalid_param"),
        ("posts?page=99", 400, "rest_post_invalid_page_number"),
        ("comments?post=45", 401, "rest_cannot_read_post"),
        ("comments?post=26", 401, "rest_cannot_read_post"),
    ] {
        let (answered, body) = server.get(&format!("/wp-json/wp/v2/{path}")).await;
        assert_eq!((answered.as_u16(), &body["code"]), (status, &json!(code)), "{path}");
    }
    assert_eq!(server.get("/wp-json/wp/v2/posts/45").await.1["content"]["protected"], true);
}

#[tokio::test]
async fn related_posts_are_those_of_the_category_page_by_page() {
    let server = Server::start();
    let path = "/wp-json/wp/v2/posts?categories=3&exclude=28&per_page=4";
    let response = server.ask(Request::get(path).body(Body::empty()).unwrap()).await;
    assert_eq!(response.headers()["x-wp-total"], "10");
    assert_eq!(response.headers()["x-wp-totalpages"], "3");
    assert!(response.headers()["link"].to_str().unwrap().contains("page=2>; rel=\"next\""));
    let (_, page) = read(response).await;
    let ids: Vec<u64> = page.as_array().unwrap().iter().map(|post| post["id"].as_u64().unwrap()).collect();
    assert_eq!(ids, [35, 36, 37, 38]);
    assert_eq!(server.get(&format!("{path}&page=3")).await.1.as_array().unwrap().len(), 2);
}

#[tokio::test]
async fn a_slug_is_found_decoded_or_encoded() {
    let server = Server::start();
    for slug in [
        "night-ferry",
        "%E7%99%BD%E6%B2%99%E7%81%AF%E5%A1%94%E4%B8%80%E7%99%BE%E9%9B%B6%E5%85%AD%E7%BA%A7%E5%8F%B0%E9%98%B6%E4%B8%8A%E7%9A%84%E5%9B%BE%E4%B9%A6%E9%A6%86",
    ] {
        let (_, found) = server.get(&format!("/wp-json/wp/v2/posts?slug={slug}")).await;
        assert_eq!(found.as_array().unwrap().len(), 1, "{slug}");
    }
    assert_eq!(server.get("/wp-json/wp/v2/posts?slug=none").await.1, json!([]));
}

#[tokio::test]
async fn captured_comments_are_newest_first_ten_a_page() {
    let server = Server::start();
    let (_, page) = server.get("/wp-json/wp/v2/comments?post=47").await;
    let ids = |page: &Value| -> Vec<u64> {
        page.as_array().unwrap().iter().map(|comment| comment["id"].as_u64().unwrap()).collect()
    };
    assert_eq!(ids(&page), [13, 12, 11, 10, 9, 8, 7, 6, 5, 4]);
    let (_, all) = server.get("/wp-json/wp/v2/comments?post=47&order=asc&per_page=100").await;
    assert_eq!(ids(&all), (2..=13).collect::<Vec<_>>());
    assert_eq!(server.get("/wp-json/wp/v2/comments?post=28").await.1, json!([]));
}

#[tokio::test]
async fn wordpress_holds_a_comment_and_lists_it_once_approved() {
    let server = Server::start();
    let comments = "/wp-json/wp/v2/comments";
    let (status, held) = server.post(comments, wordpress(28, "Un.")).await;
    assert_eq!((status, &held["status"]), (StatusCode::CREATED, &json!("hold")));
    let (_, shown) =
        server.post(&format!("{comments}?outcome=published"), wordpress(28, "Deux & trois.")).await;
    assert_eq!(shown["status"], "approved");
    let (_, list) = server.get(&format!("{comments}?post=28")).await;
    assert_eq!(list.as_array().unwrap().len(), 1);
    assert_eq!(list[0]["content"]["rendered"], "<p>Deux &amp; trois.</p>\n");
}

#[tokio::test]
async fn comments_are_refused_as_wordpress_refuses_them() {
    let server = Server::start();
    let path = "/wp-json/wp/v2/comments";
    assert_eq!(server.post(path, wordpress(47, "Un.")).await.0, StatusCode::CREATED);
    let without = |mut body: Value, field: &str| {
        body[field] = "".into();
        body
    };
    let with = |field: &str, value: &str| {
        let mut body = wordpress(47, "Autre.");
        body[field] = value.into();
        body
    };
    for (body, status, code) in [
        (wordpress(47, "Un."), 409, "comment_duplicate"),
        (wordpress(46, "Tard."), 403, "rest_comment_closed"),
        (wordpress(999_999, "Où ?"), 403, "rest_comment_invalid_post_id"),
        (wordpress(26, "Brouillon."), 403, "rest_comment_draft_post"),
        (wordpress(45, "Protégé."), 401, "rest_cannot_read_post"),
        (wordpress(47, "  \n"), 400, "rest_comment_content_invalid"),
        (without(wordpress(47, "Autre."), "author_name"), 400, "rest_comment_author_data_required"),
        (with("author_email", "lectrice"), 400, "rest_invalid_param"),
        (with("author_name", &"n".repeat(300)), 400, "comment_author_column_length"),
        (with("content", &"a".repeat(66_000)), 400, "comment_content_column_length"),
    ] {
        let (answered, answer) = server.post(path, body).await;
        assert_eq!((answered.as_u16(), &answer["code"]), (status, &json!(code)));
    }
    let flood = server.post(&format!("{path}?flood=on"), wordpress(47, "Encore moi.")).await;
    assert_eq!((flood.0.as_u16(), &flood.1["code"]), (400, &json!("comment_flood")));
    let login = server.post(&format!("{path}?outcome=login"), wordpress(47, "Sans compte.")).await;
    assert_eq!((login.0.as_u16(), &login.1["code"]), (401, &json!("rest_comment_login_required")));
    let broken =
        Request::post(path).header("content-type", "application/json").body(Body::from("{\"post\": "));
    let (_, answer) = read(server.ask(broken.unwrap()).await).await;
    assert_eq!(answer["code"], "rest_invalid_json");
}

#[tokio::test]
async fn an_origin_of_this_machine_is_echoed_if_one_was_sent() {
    let server = Server::start();
    let path = "/wp-json/wp/v2/comments";
    let preflight =
        |origin: &str| Request::options(path).header("origin", origin).body(Body::empty()).unwrap();
    let response = server.ask(preflight("http://localhost:3000")).await;
    assert_eq!(response.status(), StatusCode::OK);
    assert_eq!(response.headers()["access-control-allow-origin"], "http://localhost:3000");
    assert_eq!(response.headers()["access-control-allow-credentials"], "true");
    let framed = server.ask(preflight("null")).await;
    assert_eq!(framed.headers()["access-control-allow-origin"], "null");
    assert_eq!(framed.headers().get("access-control-allow-credentials"), None);
    let website = server.ask(preflight("https://journal.example")).await;
    assert_eq!(website.headers().get("access-control-allow-origin"), None);
    let plain = server.ask(Request::get(path).body(Body::empty()).unwrap()).await;
    assert_eq!(plain.headers().get("access-control-allow-origin"), None);
}

#[tokio::test]
async fn a_name_that_only_leads_here_reads_nothing() {
    let server = Server::start();
    for path in ["/", "/demo/article.html", "/wp-json/wp/v2/posts/28", "/api/comments?article=43"] {
        let request = Request::get(path).header("host", "rebind.example:1234").body(Body::empty()).unwrap();
        assert_eq!(server.ask(request).await.status(), StatusCode::MISDIRECTED_REQUEST, "{path}");
    }
}

#[tokio::test]
async fn what_is_proxied_is_not_for_pages_of_other_origins() {
    let data = std::env::temp_dir().join(format!("news-article-{}-proxied", std::process::id()));
    let site = Site::built(project::root(), &data);
    // Nothing listens there: what was passed on is answered with 502.
    let forwards = vec!["/cms=http://127.0.0.1:9".parse().unwrap()];
    let app = super::router(site, Store::open(&data).unwrap(), None, forwards).unwrap();
    let server = Server { app, data };
    let ask = |origin: &'static str| {
        server.ask(Request::get("/cms/posts").header("origin", origin).body(Body::empty()).unwrap())
    };
    assert_eq!(ask("https://news.example").await.status(), StatusCode::FORBIDDEN);
    assert_eq!(ask("null").await.status(), StatusCode::FORBIDDEN);
    assert_eq!(ask("http://localhost:3000").await.status(), StatusCode::BAD_GATEWAY);
}

#[tokio::test]
async fn a_switch_answers_instead_of_the_endpoint() {
    let server = Server::start();
    assert_eq!(server.get("/wp-json/wp/v2/posts/28?status=503").await.0, StatusCode::SERVICE_UNAVAILABLE);
    let html = Request::get("/api/x?status=404&as=html").body(Body::empty()).unwrap();
    let response = server.ask(html).await;
    assert_eq!(response.status(), StatusCode::NOT_FOUND);
    assert!(response.headers()["content-type"].to_str().unwrap().starts_with("text/html"));
    let flood = Request::post("/api/comments?outcome=flood").header("content-type", "application/json");
    let response = server.ask(flood.body(Body::from(native("f").to_string())).unwrap()).await;
    assert_eq!(response.status(), StatusCode::TOO_MANY_REQUESTS);
    assert_eq!(response.headers()["retry-after"], "15");
}

#[tokio::test]
async fn no_request_reads_outside_the_site() {
    let server = Server::start();
    for path in [
        "/../Cargo.toml",
        "/%2e%2e/Cargo.toml",
        "/demo/%2e%2e/Cargo.toml",
        "/api/..%2f..%2fCargo",
        "/Cargo.toml",
    ] {
        assert_eq!(server.get(path).await.0, StatusCode::NOT_FOUND, "{path}");
    }
}
