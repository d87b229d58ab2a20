//! What leaves the page, and what stays in the browser, over a whole visit without a click.

use news_article_tests::{ARTICLE, Fault, FaultServer, Scope, in_engines};
use serde_json::{Value, json};

#[tokio::test]
async fn a_visit_without_a_click_asks_the_publisher_alone_and_keeps_nothing() {
    in_engines(Scope::Whole, async |browser| {
        for src in ["/api/articles/42.json", "/api/articles/long.json", "/wp-json/wp/v2/posts/28?_embed"] {
            browser.mount("").await;
            // Whatever is asked of anybody else is refused by the policy, and told.
            browser.run("window.others = []; document.addEventListener('securitypolicyviolation', (event) => others.push(event.violatedDirective + ' ' + event.blockedURI)); const policy = document.createElement('meta'); policy.httpEquiv = 'Content-Security-Policy'; policy.content = \"default-src 'self' 'unsafe-eval' 'unsafe-inline'\"; document.head.append(policy); document.body.insertAdjacentHTML('beforeend', '<img src=https://elsewhere.example/pixel.png>');").await;
            browser.until("others.length === 1").await;
            browser.run(&format!("others.length = 0; document.querySelector('main').innerHTML = '<news-article src=\"{src}\" lang=fr></news-article>'")).await;
            browser.ready().await;
            // To the end of the page, with all that waits for it; the pictures come.
            browser.run("window.log = []; el.addEventListener('news-article-read', (event) => log.push(event.detail.percent)); (async () => { for (let y = 0; y < document.documentElement.scrollHeight; y += 400) { scrollTo(0, y); await new Promise(requestAnimationFrame); await new Promise(requestAnimationFrame); } window.seen = true; })();").await;
            browser.until("window.seen && !root.querySelector('.room[aria-busy]') && [...root.querySelectorAll('img')].filter(shown).every((one) => one.complete || one.loading === 'lazy')").await;
            let entries = browser.eval("return performance.getEntriesByType('resource').map((entry) => entry.name).filter((name) => !name.startsWith(location.origin + '/') && !name.startsWith('data:'));").await;
            let entries: Vec<&str> = entries.as_array().into_iter().flatten().filter_map(Value::as_str).filter(|name| !name.contains("elsewhere.example")).collect();
            assert_eq!(entries, Vec::<&str>::new(), "{src}");
            // The captured posts hold pictures of their own site, which is not this one.
            let others = browser.eval("return others.filter((one) => !one.startsWith('img-src'));").await;
            assert_eq!(others, json!([]), "{src}");
            if src.starts_with("/api") {
                assert_eq!(browser.eval("return others;").await, json!([]), "{src}");
            }
        }
        browser.run("(async () => { window.kept = { cookie: document.cookie, local: localStorage.length, session: sessionStorage.length, databases: (await indexedDB.databases()).length, caches: (await caches.keys()).length, workers: (await navigator.serviceWorker.getRegistrations()).length }; })();").await;
        browser.until("window.kept").await;
        assert_eq!(browser.eval("return kept;").await, json!({ "cookie": "", "local": 0, "session": 0, "databases": 0, "caches": 0, "workers": 0 }));
        assert!(browser.session().get_all_cookies().await.expect("the cookies").is_empty());
    })
    .await;
}

#[tokio::test]
async fn others_are_told_the_origin_of_a_page_and_never_its_address() {
    in_engines(Scope::Whole, async |browser| {
        let cdn = browser.origin().to_owned();
        let pictures = FaultServer::start(true, vec![("/a.png".into(), Fault::Answer("200 OK\r\nContent-Type: image/png", Vec::new()))]).await;
        let article = ARTICLE.replacen(
            '{',
            &format!(
                "{{\"image\":{{\"src\":\"{0}/a.png\",\"width\":10,\"height\":10}},\"authors\":[{{\"name\":\"A\",\"url\":\"https://elsewhere.example/a\"}}],\"related\":[{{\"url\":\"https://elsewhere.example/b\",\"title\":\"B\",\"image\":{{\"src\":\"{0}/b.png\",\"width\":10,\"height\":10}}}}],\"social\":[{{\"network\":\"x\",\"url\":\"https://x.com/journal\"}}],",
                pictures.origin()
            ),
            1,
        );
        let html = format!(
            "<!doctype html><html lang=fr><meta charset=utf-8><meta name=referrer content=unsafe-url><title>Page</title><link rel=icon href=data:,>\
             <main><news-article src=/a.json></news-article></main><script type=module src=\"{cdn}/news-article.js\"></script>"
        );
        let server = FaultServer::start(true, vec![
            ("/page/secret".into(), Fault::Answer("200 OK\r\nContent-Type: text/html; charset=utf-8", html.into())),
            ("/a.json".into(), Fault::json(article)),
        ]).await;
        browser.visit(&format!("{}/page/secret", server.origin())).await;
        browser.ready().await;
        browser.run("$('related').scrollIntoView()").await;
        pictures.asked_for("/a.png", 1).await;
        pictures.asked_for("/b.png", 1).await;
        for path in ["/a.png", "/b.png"] {
            assert_eq!(pictures.referrers(path), [format!("{}/", server.origin())], "{path}");
        }
        let links = browser.eval("return [...root.querySelectorAll('a[href^=\"https:\"], a[href^=\"http:\"]')].filter((one) => one.origin !== location.origin && one.origin !== 'https://news.example').filter((one) => !one.relList.contains('noreferrer') || one.target === '_blank' && !one.relList.contains('noopener')).map((one) => one.href);").await;
        assert_eq!(links, json!([]));
        browser.check("root.querySelectorAll('a[rel~=noreferrer]').length >= 6").await;
    })
    .await;
}
