//! Tests failures: a sentence, a button, an event with a kind, and the fallback content.

use news_article_tests::{Answer, Host, Page, Scope, in_engines};
use serde_json::json;

const STEPS: &str = include_str!("js/failure.js");

async fn fails(page: &Page, src: &str, kind: &str, status: u16) {
    page.mount("<p id=neighbour>Voisin</p>").await;
    page.call(STEPS, "show", [json!({ "lang": "fr" }), json!(src)]).await;
    page.until("el.state === 'error' && log.length === 1").await;
    let detail = page.eval("return log[0];").await;
    assert_eq!((&detail["kind"], &detail["status"]), (&json!(kind), &json!(status)), "{src}: {detail}");
    page.check("$$('error').length === 1 && text('error').length > 10").await;
    page.says("text('retry')", "Réessayer").await;
    page.check("el.querySelector('a').getClientRects().length > 0").await;
    page.check("document.querySelector('#neighbour').textContent === 'Voisin'").await;
    let console = page.console().await;
    assert!(console.iter().all(|line| line.starts_with("news-article: ")), "{console:?}");
}

#[tokio::test]
async fn a_missing_article_says_so_and_keeps_the_fallback() {
    in_engines(Scope::Main, async |page| {
        fails(&page, "/api/articles/absent.json", "status", 404).await;
        page.says("text('error')", "Cet article est introuvable.").await;
    })
    .await;
}

#[tokio::test]
async fn html_in_place_of_json_is_told() {
    in_engines(Scope::Whole, async |page| fails(&page, "/demo/article.html", "not-json", 0).await).await;
}

#[tokio::test]
async fn json_that_is_no_article_is_told() {
    in_engines(Scope::Whole, async |page| fails(&page, "/api/related/42.json", "malformed", 0).await).await;
}

#[tokio::test]
async fn a_refusing_server_is_told() {
    in_engines(Scope::Whole, async |page| {
        fails(&page, "/api/articles/42.json?status=403", "status", 403).await;
    })
    .await;
}

#[tokio::test]
async fn no_answer_in_time_is_told() {
    in_engines(Scope::Whole, async |page| {
        page.mount("").await;
        let attributes = json!({ "lang": "fr", "timeout": "1" });
        page.call(STEPS, "show", [attributes, json!("/api/articles/42.json?delay=8000")]).await;
        page.until("log.length === 1").await;
        page.check("log[0].kind === 'timeout'").await;
    })
    .await;
}

#[tokio::test]
async fn retry_by_keyboard_loads_what_has_come_back() {
    in_engines(Scope::Whole, async |page| {
        page.mount(r#"<news-article lang="fr" src="/api/articles/42.json?status=404"></news-article>"#).await;
        page.until("el.state === 'error'").await;
        page.call(STEPS, "comeBack", []).await;
        page.run("$('retry').focus()").await;
        page.press(thirtyfour_key_enter()).await;
        page.ready().await;
        page.check("!$('error') && text('title').startsWith('Bus de nuit')").await;
    })
    .await;
}

fn thirtyfour_key_enter() -> String {
    // https://www.w3.org/TR/webdriver/#keyboard-actions
    '\u{E007}'.to_string()
}

#[tokio::test]
async fn without_the_wasm_the_fallback_stays_and_reload_tries_again() {
    in_engines(Scope::Main, async |page| {
        let dist = std::env::var("NEWS_ARTICLE_DIST").unwrap_or_else(|_| "../dist".to_owned());
        let entry = std::fs::read_to_string(format!("{dist}/news-article.js")).expect("the entry");
        let html = ("content-type", "text/html; charset=utf-8".to_owned());
        let script = ("content-type", "text/javascript; charset=utf-8".to_owned());
        let body = "<!doctype html><html lang=fr><title>Page</title><main><news-article src=/article.json><a href=/x>Lire</a></news-article></main>\
            <script>window.log = []; document.querySelector('news-article').addEventListener('error', (event) => log.push(event.detail.kind));</script>\
            <script type=module src=/news-article.js></script>";
        // The entry is there; glue and wasm are not.
        let host = Host::start(vec![
            Answer { path: "/article", headers: vec![html], body: body.to_owned() },
            Answer { path: "/news-article.js", headers: vec![script], body: entry },
        ])
        .await;
        page.visit(&format!("{}/article", host.origin())).await;
        page.until("log.length === 1").await;
        page.check("log[0] === 'load' && el.state === 'error'").await;
        page.check("el.querySelector('a').getClientRects().length > 0").await;
        let asked = host.asked().iter().filter(|path| path.contains("wasm")).count();
        page.run("el.reload()").await;
        page.until("log.length === 2").await;
        assert!(host.asked().iter().filter(|path| path.contains("wasm")).count() > asked, "a failure was cached");
    })
    .await;
}
