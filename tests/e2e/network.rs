//! Tests the network on raw sockets: for each fault what the reader sees, the `kind` in the event, and the number of
//! requests.

use news_article_tests::{ARTICLE, Engine, Fault, FaultServer, Page, Scope, in_engines};
use serde_json::{Value, json};

const STEPS: &str = include_str!("js/network.js");

/// The result of a load: the `kind` of its failure, or none if the article is shown.
enum Ends {
    Ready,
    Fails(&'static str, u16, &'static str),
}
use Ends::{Fails, Ready};

const NETWORK: &str = "L’article n’a pas pu être chargé. Vérifiez votre connexion, puis réessayez.";
const NOT_JSON: &str = "La réponse du site n’est pas un article lisible.";
const STATUS: &str = "Le site n’a pas pu fournir cet article. Réessayez plus tard.";

/// A newsroom's page on the server's own origin.
fn page(cdn: &str) -> (String, Fault) {
    let html = format!(
        "<!doctype html><html lang=fr><meta charset=utf-8><title>Page</title><link rel=icon href=data:,>\
         <script src=\"{cdn}/demo/blank.js\"></script><main></main><script type=module src=\"{cdn}/news-article.js\"></script>"
    );
    ("/page".to_owned(), Fault::Answer("200 OK\r\nContent-Type: text/html; charset=utf-8", html.into()))
}

/// The deadline in seconds: short if it is what ends the load, long otherwise, because a machine may be busy.
fn patience(src: &str) -> u32 {
    if ["/stall", "/drip"].contains(&src) { 1 } else { 15 }
}

/// Makes an element that loads `src`, and waits for the end of the load.
async fn load(page: &Page, src: &str) -> Value {
    page.call(STEPS, "load", [json!(src), json!(patience(src))]).await
}

/// A deeply nested value in a field without meaning.
fn deep(depth: usize) -> String {
    ARTICLE.replacen('{', &format!("{{\"x\":{}{},", "[".repeat(depth), "]".repeat(depth)), 1)
}

#[tokio::test]
async fn every_fault_of_the_network_is_told_and_only_what_may_pass_is_asked_for_again() {
    in_engines(Scope::Whole, async |browser| {
        let other = FaultServer::start(
            true,
            vec![
                ("/fine".into(), Fault::json(ARTICLE)),
                ("/readable".into(), Fault::status("429 Too Many Requests\r\nRetry-After: 1\r\nAccess-Control-Expose-Headers: Retry-After").once()),
                ("/unreadable".into(), Fault::status("429 Too Many Requests\r\nRetry-After: 3600").once()),
            ],
        )
        .await;
        let closed = FaultServer::start(false, vec![("/secret".into(), Fault::json(ARTICLE)), ("/login".into(), Fault::Answer("200 OK\r\nContent-Type: text/html", b"<h1>Connexion</h1>".to_vec()))]).await;
        let refused = { FaultServer::start(true, Vec::new()).await.origin().to_owned() };
        let leaked = |text: String| -> &'static str { Box::leak(text.into_boxed_str()) };
        let to_other = leaked(format!("302 Found\r\nLocation: {}/fine", other.origin()));
        let to_login = leaked(format!("302 Found\r\nLocation: {}/login", closed.origin()));
        let html = || Fault::Answer("200 OK\r\nContent-Type: text/html; charset=utf-8", b"<!doctype html><h1>Connexion</h1>".to_vec());
        let table: Vec<(&str, Fault, Ends, usize)> = vec![
            ("/fine", Fault::json(ARTICLE), Ready, 1),
            ("/reset", Fault::Reset, Fails("network", 0, NETWORK), 3),
            ("/reset-once", Fault::Reset.once(), Ready, 2),
            ("/stall", Fault::Stall, Fails("timeout", 0, "L’article met trop de temps à arriver. Réessayez dans un instant."), 1),
            ("/drip", Fault::Drip, Fails("timeout", 0, "L’article met trop de temps à arriver. Réessayez dans un instant."), 1),
            ("/truncated", Fault::Truncate { chunked: false }, Fails("network", 0, NETWORK), 3),
            ("/truncated-chunks", Fault::Truncate { chunked: true }, Fails("network", 0, NETWORK), 3),
            ("/too-short", Fault::TooShort, Fails("not-json", 0, NOT_JSON), 1),
            ("/endless", Fault::Endless, Fails("too-large", 0, "Cet article est trop volumineux pour être affiché ici."), 1),
            ("/bomb", Fault::Bomb, Fails("too-large", 0, "Cet article est trop volumineux pour être affiché ici."), 1),
            ("/login", Fault::Answer("302 Found\r\nLocation: /html", Vec::new()), Fails("not-json", 0, NOT_JSON), 1),
            ("/login-elsewhere", Fault::Answer(to_login, Vec::new()), Fails("network", 0, NETWORK), 3),
            ("/moved-elsewhere", Fault::Answer(to_other, Vec::new()), Ready, 1),
            ("/html", html(), Fails("not-json", 0, NOT_JSON), 2), // the login page of the line above, and this
            ("/type", Fault::Answer("200 OK\r\nContent-Type: text/plain", ARTICLE.into()), Ready, 1),
            ("/empty", Fault::json(""), Fails("not-json", 0, NOT_JSON), 1),
            ("/bom", Fault::json(format!("\u{feff}{ARTICLE}")), Ready, 1),
            ("/surrogates", Fault::json(ARTICLE.replace("arrive", r"\ud83d \udca9 arrive")), Ready, 1),
            ("/infinite", Fault::json(ARTICLE.replacen('{', r#"{"comments":{"count":1e999},"image":{"src":"/a.png","width":1e999,"height":-1e999},"#, 1)), Ready, 1),
            ("/deep", Fault::json(deep(10_000)), Ready, 1),
            ("/deep-body", Fault::json(ARTICLE.replace(r#"{"type":"paragraph""#, &[r#"{"type":"quote","body":["#.repeat(10_000), r#"{"type":"paragraph","content":["x"]}"#.to_owned(), "]}".repeat(10_000), r#",{"type":"paragraph""#.to_owned()].concat())), Ready, 1),
            ("/twice", Fault::json(ARTICLE.replacen('{', r#"{"title":"Avant","#, 1)), Ready, 1),
            ("/chain", Fault::Answer("301 Moved Permanently\r\nLocation: /chain-2", Vec::new()), Ready, 1),
            ("/chain-2", Fault::Answer("301 Moved Permanently\r\nLocation: /chain-3", Vec::new()), Ready, 2),
            ("/chain-3", Fault::Answer("308 Permanent Redirect\r\nLocation: /fine", Vec::new()), Ready, 3),
            ("/loop", Fault::Answer("301 Moved Permanently\r\nLocation: /loop", Vec::new()), Fails("network", 0, NETWORK), 0),
            ("/304", Fault::Answer("304 Not Modified", Vec::new()), Fails("status", 304, STATUS), 1),
            ("/404", Fault::status("404 Not Found"), Fails("status", 404, "Cet article est introuvable."), 1),
            ("/410", Fault::status("410 Gone"), Fails("status", 410, "Cet article est introuvable."), 1),
            ("/401", Fault::status("401 Unauthorized"), Fails("status", 401, "Pour lire la suite, connectez-vous au site."), 1),
            ("/429", Fault::status("429 Too Many Requests"), Fails("status", 429, STATUS), 3),
            ("/429-once", Fault::status("429 Too Many Requests\r\nRetry-After: 1").once(), Ready, 2),
            ("/429-long", Fault::status("429 Too Many Requests\r\nRetry-After: 3600").once(), Fails("status", 429, STATUS), 1),
            ("/503-date", Fault::status("503 Service Unavailable\r\nRetry-After: Fri, 31 Dec 2100 23:59:59 GMT").once(), Fails("status", 503, STATUS), 1),
            ("/503-nonsense", Fault::status("503 Service Unavailable\r\nRetry-After: soon").once(), Ready, 2),
            ("/500-once", Fault::status("500 Internal Server Error").once(), Ready, 2),
            ("/500", Fault::status("500 Internal Server Error"), Fails("status", 500, STATUS), 3),
            ("/501", Fault::status("501 Not Implemented"), Fails("status", 501, STATUS), 1),
        ];
        // WebKit gives what came of a body that is shorter than promised for the whole of it.
        let cut = |path: &str| path.starts_with("/truncated") && browser.engine() == Engine::WebKit;
        let cdn = browser.origin().to_owned();
        let mut faults: Vec<(String, Fault)> = table.iter().map(|(path, fault, ..)| ((*path).to_owned(), fault.clone())).collect();
        faults.push(self::page(&cdn));
        let server = FaultServer::start(true, faults).await;
        browser.visit(&format!("{}/page", server.origin())).await;
        for (path, _, ends, requests) in &table {
            let before = server.asked("/fine");
            let told = load(&browser, path).await;
            if cut(path) {
                check(&browser, path, &told, &Fails("not-json", 0, NOT_JSON)).await;
                continue;
            }
            check(&browser, path, &told, ends).await;
            let asked = if *path == "/fine" { server.asked(path) - before } else { server.asked(path) };
            // A loop of redirects is the browser's to count.
            if *requests > 0 {
                assert_eq!(asked, *requests, "requests of {path}");
            }
        }
        // What is capped or given up is not read to its end.
        for path in ["/stall", "/drip", "/endless"] {
            server.closed(path).await;
        }
        assert!(server.sent("/endless") < 64 << 20, "{} bytes of 200 MB were taken", server.sent("/endless"));

        for (origin, path, ends, requests) in [
            (other.origin(), "/fine", Ready, Some((&other, 2))),
            (other.origin(), "/readable", Ready, Some((&other, 2))),
            // The wait that nobody may read is not waited for.
            (other.origin(), "/unreadable", Ready, Some((&other, 2))),
            (closed.origin(), "/secret", Fails("network", 0, NETWORK), Some((&closed, 3))),
            (&refused, "/", Fails("network", 0, NETWORK), None),
        ] {
            let told = load(&browser, &format!("{origin}{path}")).await;
            check(&browser, path, &told, &ends).await;
            if let Some((server, requests)) = requests {
                assert_eq!(server.asked(path), requests, "requests of {path}");
            }
        }
        let console = browser.console().await;
        assert!(console.iter().all(|line| line.starts_with("news-article: ")), "{console:?}");
    })
    .await;
}

async fn check(browser: &Page, path: &str, told: &Value, ends: &Ends) {
    match ends {
        Ready => {
            assert_eq!(told["type"], "load", "{path}: {told}");
            browser
                .check("text('title') === 'Une panne' && text('body').endsWith('entier.') && !$('error')")
                .await;
        }
        Fails(kind, status, sentence) => {
            assert_eq!(
                (&told["type"], &told["kind"], &told["status"]),
                (&json!("error"), &json!(kind), &json!(status)),
                "{path}"
            );
            // Who has to log in is not asked to try again.
            let retries = i32::from(*status != 401);
            browser.check(&format!("$$('error').length === 1 && $$('retry').length === {retries}")).await;
            browser.check("el.querySelector('a').getClientRects().length === 1").await;
            browser.says("text('error')", sentence).await;
        }
    }
}

#[tokio::test]
async fn coming_back_online_tries_again_by_itself_and_once() {
    in_engines(Scope::Whole, async |browser| {
        let server = FaultServer::start(
            true,
            vec![
                page(browser.origin()),
                (
                    "/again".into(),
                    Fault::First(1, Box::new(Fault::status("404 Not Found")), Box::new(Fault::json(ARTICLE))),
                ),
                ("/gone".into(), Fault::status("404 Not Found")),
                ("/reset".into(), Fault::Reset),
            ],
        )
        .await;
        browser.visit(&format!("{}/page", server.origin())).await;
        load(&browser, "/again").await;
        browser.run("dispatchEvent(new Event('online'))").await;
        browser.ready().await;
        browser.run("dispatchEvent(new Event('online')); dispatchEvent(new Event('online'));").await;
        // An element that is out of the page listens no more.
        load(&browser, "/gone").await;
        browser.call(STEPS, "takeOut", []).await;
        browser.run("dispatchEvent(new Event('online'))").await;
        load(&browser, "/gone").await;
        assert_eq!((server.asked("/again"), server.asked("/gone")), (2, 2));
        // Offline no second try has a chance; none is made.
        browser.call(STEPS, "goOffline", []).await;
        load(&browser, "/reset").await;
        assert_eq!(server.asked("/reset"), 1);
    })
    .await;
}

#[tokio::test]
async fn a_line_that_is_cut_and_comes_back_needs_no_hand() {
    in_engines(Scope::ChromiumOnly, async |browser| {
        let server = FaultServer::start(true, vec![page(browser.origin()), ("/fine".into(), Fault::json(ARTICLE))]).await;
        browser.visit(&format!("{}/page", server.origin())).await;
        // The program is here; the article is not.
        browser.run("put('<news-article></news-article>'); document.querySelector('news-article').article = { title: 'Avant', body: [] };").await;
        browser.ready().await;
        let tools = browser.session().cdp();
        let line = |offline: bool| json!({ "offline": offline, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1 });
        tools.send_raw("Network.enable", json!({})).await.expect("the network's tools");
        tools.send_raw("Network.emulateNetworkConditions", line(true)).await.expect("no line");
        let told = load(&browser, "/fine").await;
        check(&browser, "offline", &told, &Fails("network", 0, NETWORK)).await;
        tools.send_raw("Network.emulateNetworkConditions", line(false)).await.expect("a line");
        browser.ready().await;
        browser.says("text('title')", "Une panne").await;
        assert_eq!(server.asked("/fine"), 1);
    })
    .await;
}

#[tokio::test]
async fn a_slow_answer_that_is_no_longer_wanted_is_closed() {
    in_engines(Scope::Whole, async |browser| {
        let server = FaultServer::start(
            true,
            vec![
                page(browser.origin()),
                ("/fine".into(), Fault::json(ARTICLE)),
                ("/stall".into(), Fault::Stall),
                ("/drip".into(), Fault::Drip),
            ],
        )
        .await;
        browser.visit(&format!("{}/page", server.origin())).await;
        for slow in ["/stall", "/drip"] {
            browser.run(&format!("put('<news-article src={slow}></news-article>');")).await;
            server.asked_for(slow, 1).await;
            browser.run("document.querySelector('news-article').src = '/fine'").await;
            browser.ready().await;
            browser.says("text('title')", "Une panne").await;
            server.closed(slow).await;
            // The same for an element that is taken out.
            browser.run(&format!("put('<news-article src={slow}></news-article>');")).await;
            server.asked_for(slow, 2).await;
            browser.run("document.querySelector('main').replaceChildren()").await;
            server.closed(slow).await;
        }
        assert!(browser.console().await.is_empty());
    })
    .await;
}
