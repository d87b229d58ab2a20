//! Tests what leaves the page and what is stored in the browser during a whole visit without a click.

use news_article_tests::{ARTICLE, Fault, FaultServer, Scope, in_engines};
use serde_json::json;

const STEPS: &str = include_str!("js/privacy.js");

#[tokio::test]
async fn a_visit_without_a_click_asks_the_publisher_alone_and_keeps_nothing() {
    in_engines(Scope::Whole, async |browser| {
        for src in ["/api/articles/42.json", "/api/articles/long.json", "/wp-json/wp/v2/posts/28?_embed"] {
            browser.mount("").await;
            // The policy refuses and reports all requests to other hosts.
            browser.call(STEPS, "forbidOthers", []).await;
            browser.until("others.length === 1").await;
            browser
                .run(&format!(
                    "others.length = 0; put('<news-article src=\"{src}\" lang=fr></news-article>')"
                ))
                .await;
            browser.ready().await;
            // To the end of the page, with all that waits for it; the pictures come.
            browser.call(STEPS, "visit", []).await;
            let entries = browser.call(STEPS, "askedOfOthers", []).await;
            assert_eq!(entries, json!([]), "{src}");
            // The captured posts hold pictures of their own site, which is not this one.
            let others = browser.eval("return others.filter((one) => !one.startsWith('img-src'));").await;
            assert_eq!(others, json!([]), "{src}");
            if src.starts_with("/api") {
                assert_eq!(browser.eval("return others;").await, json!([]), "{src}");
            }
        }
        let kept = browser.call(STEPS, "kept", []).await;
        let nothing =
            json!({ "cookie": "", "local": 0, "session": 0, "databases": 0, "caches": 0, "workers": 0 });
        assert_eq!(kept, nothing);
        assert!(browser.session().get_all_cookies().await.expect("the cookies").is_empty());
    })
    .await;
}

#[tokio::test]
async fn others_are_told_the_origin_of_a_page_and_never_its_address() {
    in_engines(Scope::Whole, async |browser| {
        let cdn = browser.origin().to_owned();
        let pictures = FaultServer::start(true, vec![("/a.png".into(), Fault::Answer("200 OK\r\nContent-Type: image/png", Vec::new()))]).await;
        let mut article: serde_json::Value = serde_json::from_str(ARTICLE).expect("JSON");
        let picture =
            |name: &str| json!({ "src": format!("{}/{name}", pictures.origin()), "width": 10, "height": 10 });
        article["image"] = picture("a.png");
        article["authors"] = json!([{ "name": "A", "url": "https://elsewhere.example/a" }]);
        article["related"] =
            json!([{ "url": "https://elsewhere.example/b", "title": "B", "image": picture("b.png") }]);
        article["social"] = json!([{ "network": "x", "url": "https://x.com/journal" }]);
        let html = format!(
            "<!doctype html><html lang=fr><meta charset=utf-8><meta name=referrer content=unsafe-url><title>Page</title><link rel=icon href=data:,>\
             <main><news-article src=/a.json></news-article></main><script type=module src=\"{cdn}/news-article.js\"></script>"
        );
        let server = FaultServer::start(true, vec![
            ("/page/secret".into(), Fault::Answer("200 OK\r\nContent-Type: text/html; charset=utf-8", html.into())),
            ("/a.json".into(), Fault::json(article.to_string())),
        ]).await;
        browser.visit(&format!("{}/page/secret", server.origin())).await;
        browser.ready().await;
        browser.run("$('related').scrollIntoView()").await;
        pictures.asked_for("/a.png", 1).await;
        pictures.asked_for("/b.png", 1).await;
        for path in ["/a.png", "/b.png"] {
            assert_eq!(pictures.referrers(path), [format!("{}/", server.origin())], "{path}");
        }
        let links = browser.call(STEPS, "tellingLinks", []).await;
        assert_eq!(links, json!([]));
        browser.check("root.querySelectorAll('a[rel~=noreferrer]').length >= 6").await;
    })
    .await;
}
