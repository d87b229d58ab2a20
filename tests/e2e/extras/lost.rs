//! Modules that come late, or not at once. (How often one is asked for until it counts as lost is Chromium's: other engines
//! remember the failure of an address.)

use crate::preferences::devtools;
use news_article_tests::{Fault, FaultServer, Page, Scope, in_engines};
use serde_json::{Value, json};

/// A page of another server, on which `module` fails so many times.
async fn newsroom(attributes: &str, more: Value, module: &str, times: usize) -> FaultServer {
    let mut article = json!({
        "title": "Une panne",
        "language": "fr",
        "body": [
            {"type": "heading", "level": 2, "content": ["Un"]},
            {"type": "paragraph", "content": ["Un texte."]},
            {"type": "heading", "level": 2, "content": ["Deux"]},
            {"type": "image", "src": "/un.png", "width": 640, "height": 360, "alt": "Un pont"},
        ],
    });
    for (name, value) in more.as_object().into_iter().flatten() {
        article[name] = value.clone();
    }
    let html = format!(
        "<!doctype html><html lang=fr><meta charset=utf-8><title>Page</title><link rel=icon href=data:,><main>\
         <news-article src=/article.json {attributes}></news-article></main><script type=module src=/news-article.js></script>"
    );
    let gone = Fault::First(
        times,
        Box::new(Fault::status("503 Service Unavailable")),
        Box::new(Fault::shipped(module)),
    );
    let mut faults = vec![
        (format!("/{module}"), gone),
        ("/page".into(), Fault::Answer("200 OK\r\nContent-Type: text/html; charset=utf-8", html.into())),
        ("/article.json".into(), Fault::json(article.to_string())),
    ];
    faults.extend(Fault::program("/"));
    FaultServer::start(false, faults).await
}

async fn visit(page: &Page, server: &FaultServer) {
    page.visit(&format!("{}/page", server.origin())).await;
    page.ready().await;
}

/// Waits until a module has failed: with the article, and at the two addresses at which it is tried once more.
async fn lost_for_now(page: &Page, server: &FaultServer, module: &str) {
    server.asked_for(&format!("/{module}"), 3).await;
    page.painted().await;
}

#[tokio::test]
async fn a_module_that_is_lost_once_is_asked_for_again() {
    in_engines(Scope::Whole, async |page| {
        let sections = r#"sections="title contents""#;
        let server = newsroom(sections, json!({}), "news-article_contents.js", 1).await;
        visit(&page, &server).await;
        page.until("$$('contents-link').length === 2").await;
    })
    .await;
}

#[tokio::test]
async fn a_picture_that_is_clicked_while_the_code_for_it_is_lost_is_enlarged_once_it_comes() {
    in_engines(Scope::ChromiumOnly, async |page| {
        let server = newsroom("lightbox", json!({}), "news-article_enlarged.js", 3).await;
        visit(&page, &server).await;
        lost_for_now(&page, &server, "news-article_enlarged.js").await;
        page.check("!$('enlarge')").await;
        page.run("root.querySelector('[part~=figure] img').click()").await;
        page.until("$('enlarged')?.open").await;
        page.check("$$('enlarge').length === 1").await;
    })
    .await;
}

#[tokio::test]
async fn a_recording_whose_buttons_are_lost_plays_by_the_first_click_after() {
    in_engines(Scope::ChromiumOnly, async |page| {
        let recording = json!({"audio": {"src": "/corne.mp3"}});
        let server = newsroom("", recording, "news-article_listen.js", 3).await;
        visit(&page, &server).await;
        lost_for_now(&page, &server, "news-article_listen.js").await;
        page.run("window.plays = 0; root.querySelector('audio').play = async () => { plays++; };").await;
        page.run("$('listen-play').click()").await;
        page.until("plays === 1").await;
    })
    .await;
}

#[tokio::test]
async fn a_recording_that_is_clicked_while_its_buttons_are_on_their_way_plays_when_they_are_there() {
    in_engines(Scope::ChromiumOnly, async |page| {
        let recording = json!({"audio": {"src": "/corne.mp3"}});
        let server = newsroom(r#"sections="title""#, recording, "news-article_listen.js", 0).await;
        visit(&page, &server).await;
        let slow = json!({ "offline": false, "latency": 5_000, "downloadThroughput": -1, "uploadThroughput": -1 });
        devtools(&page, "Network.enable", json!({})).await;
        devtools(&page, "Network.emulateNetworkConditions", slow).await;
        page.run("el.setAttribute('sections', 'title listen')").await;
        page.until("$('listen-play')").await;
        page.run("window.plays = 0; root.querySelector('audio').play = async () => { plays++; };").await;
        page.check("!performance.getEntriesByType('resource').some(({ name }) => name.endsWith('_listen.js'))").await;
        // On the sign in the button, as most do.
        page.run("($('listen-play').querySelector('svg, path') ?? $('listen-play')).dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true }))").await;
        page.until("plays === 1").await;
    })
    .await;
}

#[tokio::test]
async fn a_module_that_is_lost_comes_when_the_reader_is_online_again() {
    in_engines(Scope::ChromiumOnly, async |page| {
        let sections = r#"sections="title contents""#;
        let server = newsroom(sections, json!({}), "news-article_contents.js", 3).await;
        visit(&page, &server).await;
        lost_for_now(&page, &server, "news-article_contents.js").await;
        page.run("dispatchEvent(new Event('online'))").await;
        page.until("$$('contents-link').length === 2").await;
    })
    .await;
}
