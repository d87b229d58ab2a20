//! Tests what a reader keeps when an article is shown again, after `reload()` or a change of settings.

use news_article_tests::{Engine, Fault, FaultServer, Page, Scope, in_engines};
use serde_json::json;

/// An article long enough to scroll, with a form, six teasers and this text at its end.
fn article(last: &str) -> String {
    let paragraphs: Vec<_> = (0..40)
        .map(|n| json!({ "type": "paragraph", "content": [format!("Paragraphe {n} : quelques phrases pour que la page soit longue et défile.")] }))
        .chain([json!({ "type": "paragraph", "content": [last] })])
        .collect();
    let related: Vec<_> =
        (0..8).map(|n| json!({ "url": format!("/a/{n}"), "title": format!("Autre article {n}") })).collect();
    json!({
        "title": "Titre", "url": "/a", "body": paragraphs, "related": related,
        "comments": { "action": "/api/comments", "open": true },
        "newsletter": { "action": "/api/newsletter", "consent": "J’accepte.", "consentRequired": true },
    })
    .to_string()
}

async fn newsroom(browser: &Page, answers: Vec<(String, Fault)>) -> FaultServer {
    let cdn = browser.origin();
    let html = format!(
        "<!doctype html><html lang=fr><meta charset=utf-8><title>Page</title><link rel=icon href=data:,>\
         <script src=\"{cdn}/demo/blank.js\"></script><main></main><script type=module src=\"{cdn}/news-article.js\"></script>"
    );
    let page =
        ("/page".to_owned(), Fault::Answer("200 OK\r\nContent-Type: text/html; charset=utf-8", html.into()));
    let server = FaultServer::start(true, answers.into_iter().chain([page]).collect()).await;
    browser.visit(&format!("{}/page", server.origin())).await;
    server
}

const STEPS: &str = include_str!("js/renewal.js");

#[tokio::test]
async fn a_reload_keeps_the_readers_place_and_tells_of_a_change_once() {
    in_engines(Scope::Whole, async |browser| {
        let new = Fault::First(
            2,
            Box::new(Fault::json(article("Fin."))),
            Box::new(Fault::json(article("Mise à jour."))),
        );
        let server = newsroom(&browser, vec![("/a.json".into(), new)]).await;
        browser.run("put('<news-article src=/a.json><a href=/x>Lire</a></news-article>')").await;
        browser.ready().await;
        browser.call(STEPS, "watch", []).await;
        browser.call(STEPS, "set", [json!("body"), json!("Un brouillon")]).await;
        browser.call(STEPS, "moveCarousel", []).await;
        browser.call(STEPS, "takePlace", []).await;
        // Unchanged: nothing of it is touched.
        browser.call(STEPS, "reloaded", []).await;
        browser.check("$('title') === stood && Math.abs(scrollY - y) < 2 && said.length === 0").await;
        // Changed: it takes its place under the reader.
        browser.run("log.length = 0").await;
        browser.call(STEPS, "reloaded", []).await;
        assert_eq!(browser.eval("return log;").await, json!(["loadstart", "load", "loadend"]));
        browser.check("$$('paragraph').at(-1).innerText === 'Mise à jour.' && $('title') !== stood").await;
        browser.check("Math.abs(scrollY - y) < 2").await;
        browser
            .check("root.activeElement.name === 'body' && root.activeElement.value === 'Un brouillon'")
            .await;
        browser
            .check("root.activeElement.selectionStart === 3 && root.activeElement.selectionEnd === 5")
            .await;
        browser.until("Math.abs($('related-list').scrollLeft - place) < 2").await;
        assert_eq!(browser.eval("return said;").await, json!(["L’article a été mis à jour."]));
        assert_eq!(server.asked("/a.json"), 3);
        assert!(browser.console().await.is_empty());
    })
    .await;
}

#[tokio::test]
async fn a_reload_asks_the_server_past_the_browsers_cache() {
    in_engines(Scope::Whole, async |browser| {
        let head = "200 OK\r\nContent-Type: application/json\r\nCache-Control: max-age=3600";
        let server =
            newsroom(&browser, vec![("/a.json".into(), Fault::Cached(head, article("Fin.").into()))]).await;
        let made = "put('<news-article src=/a.json></news-article>')";
        browser.run(made).await;
        browser.ready().await;
        browser.run(made).await;
        browser.ready().await;
        // WebKitGTK keeps nothing while it is driven.
        let before = server.asked("/a.json");
        assert!(
            before == 1 || browser.engine() == Engine::WebKit,
            "the cache of the browser serves a second element"
        );
        browser.call(STEPS, "reloaded", []).await;
        assert_eq!(server.asked("/a.json"), before + 1);
    })
    .await;
}

#[tokio::test]
async fn a_change_of_an_attribute_leaves_the_reader_at_the_same_field() {
    in_engines(Scope::Whole, async |browser| {
        let _server = newsroom(&browser, vec![("/a.json".into(), Fault::json(article("Fin.")))]).await;
        browser.run("put('<news-article src=/a.json></news-article>')").await;
        browser.ready().await;
        browser.call(STEPS, "set", [json!("consent"), json!(true)]).await;
        browser.call(STEPS, "set", [json!("body"), json!("Un brouillon")]).await;
        browser.run("root.querySelector('[name=email]').focus(); window.stood = $('title'); el.headingLevel = 2;").await;
        browser.until("$('title') !== stood").await;
        browser.check("root.activeElement?.name === 'email' && root.activeElement.closest('[part=comment-form]') !== null").await;
        browser.check("root.querySelector('[name=consent]').checked && root.querySelector('[name=body]').value === 'Un brouillon'").await;
        browser.run("window.stood = $('title'); $$('share-button')[2].focus(); el.headingLevel = 3;").await;
        browser.until("$('title') !== stood").await;
        browser.check("root.activeElement === $$('share-button')[2]").await;
        // What had the focus is gone: the reader is at the headline, and not at the top of the page.
        browser.run("window.stood = $('title'); el.share = 'none';").await;
        browser.until("$('title') !== stood").await;
        browser.check("root.activeElement === $('title')").await;
        // Where the focus is elsewhere it is left there.
        browser.call(STEPS, "focusOwn", []).await;
        browser.run("window.stood = $('title'); el.headingLevel = 1;").await;
        browser.until("$('title') !== stood").await;
        browser.check("document.activeElement.id === 'own'").await;
    })
    .await;
}

#[tokio::test]
async fn the_button_that_tries_again_keeps_the_focus_until_the_headline_takes_it() {
    in_engines(Scope::Whole, async |browser| {
        let fault =
            Fault::First(2, Box::new(Fault::status("404 Not Found")), Box::new(Fault::json(article("Fin."))));
        let _server = newsroom(&browser, vec![("/a.json".into(), fault)]).await;
        browser.run("put('<news-article src=/a.json></news-article>')").await;
        browser.until("el.state === 'error'").await;
        browser.run("window.log = []; el.addEventListener('loadend', () => log.push(el.state));").await;
        browser.run("$('retry').focus(); $('retry').click();").await;
        browser.until("log.length === 1").await;
        browser.check("root.activeElement === $('retry')").await;
        browser.run("$('retry').click()").await;
        browser.until("el.state === 'ready'").await;
        browser.check("root.activeElement === $('title')").await;
    })
    .await;
}
