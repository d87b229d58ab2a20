//! Compares rendered articles with what the element builds of the same JSON in a browser: the same article, node for
//! node, and as harmless.

use crate::hostile;
use news_article_render::{Options, Output, output, render};
use news_article_tests::{Answer, Host, Scope, documents, in_engines};
use serde_json::{Value, json};
use std::fs;
use std::path::Path;

const STEPS: &str = include_str!("js/rendered.js");

/// The languages of the interface.
const LANGUAGES: [&str; 15] =
    ["fr", "ar", "en", "es", "de", "it", "pt", "nl", "tr", "pl", "ru", "zh", "ja", "fa", "he"];

/// Serves each document under its number, to pages of any origin.
async fn serve(documents: &[(String, String)]) -> Host {
    let answer = |(number, (_, text)): (usize, &(String, String))| Answer {
        path: format!("/{number}").leak(),
        headers: vec![
            ("content-type", "application/json".to_owned()),
            ("access-control-allow-origin", "*".to_owned()),
        ],
        body: text.clone(),
    };
    Host::start(documents.iter().enumerate().map(answer).collect()).await
}

/// Compares the element and the renderer for each document, in one language.
async fn compare(
    page: &news_article_tests::Page,
    host: &Host,
    documents: &[(String, String)],
    language: &str,
) -> usize {
    let address = format!("{}/demo/blank.html", page.origin());
    let mut compared = 0;
    let pairs: Vec<Value> = documents
        .iter()
        .enumerate()
        .map(|(number, (name, text))| {
            let src = format!("{}/{number}", host.origin());
            let options = Options {
                lang: Some(language.to_owned()),
                base: Some(src.clone()),
                page: Some(address.clone()),
                ..Options::default()
            };
            // A document that is no article is none to either.
            let html = render(text, &options).ok().map(|rendered| rendered.html);
            compared += usize::from(html.is_some());
            json!({"name": name, "src": src, "html": html})
        })
        .collect();
    page.mount("").await;
    let differences = page.call(STEPS, "differences", [pairs.into(), language.into()]).await;
    assert_eq!(differences, json!([]), "{language}");
    compared
}

#[tokio::test]
async fn every_document_is_the_same_tree_in_every_language() {
    in_engines(Scope::ChromiumOnly, async |page| {
        let documents = documents();
        let host = serve(&documents).await;
        for language in LANGUAGES {
            let compared = compare(&page, &host, &documents, language).await;
            assert!(compared > 40, "only {compared} of {} are articles", documents.len());
        }
    })
    .await;
}

#[tokio::test]
async fn the_hostile_corpus_is_the_same_tree_too() {
    in_engines(Scope::ChromiumOnly, async |page| {
        let article = |html: String| json!({"title": "Cas", "bodyHtml": html}).to_string();
        let documents: Vec<(String, String)> =
            // Chromium takes a blank in a host for `%20`, where the URL standard, and `url` natively, see no address.
            hostile::cases()
                .into_iter()
                .filter(|html| !html.contains("http://a b/"))
                .map(|html| (html.clone(), article(html)))
                .collect();
        assert!(documents.len() >= 300);
        let host = serve(&documents).await;
        compare(&page, &host, &documents, "fr").await;
    })
    .await;
}

#[tokio::test]
async fn nothing_of_the_hostile_corpus_runs_in_a_page_without_a_policy() {
    in_engines(Scope::ChromiumOnly, async |page| {
        let mut html = String::new();
        for (number, case) in hostile::cases().into_iter().enumerate() {
            // Wherever a text of somebody else's may stand.
            let article = json!({
                "id": number, "title": case, "summary": case, "authors": [case, {"name": "a", "url": case}], "url": case,
                "section": {"name": case, "url": case}, "tags": [case], "label": {"kind": case, "text": case},
                "image": {"src": case, "alt": case, "caption": case, "credit": case}, "correction": {"text": case},
                "social": [{"network": case, "url": case}], "related": [{"title": case, "url": case}],
                "comments": {"action": case, "count": 1}, "language": case, "bodyHtml": case,
            });
            let options =
                Options { base: Some("https://news.example/a".to_owned()), ..Options::default() };
            html.push_str(&render(&article.to_string(), &options).expect("an article").html);
        }
        let control = "<img id=control src=data:, onerror=xss()>";
        let document = format!(
            "<!DOCTYPE html><meta charset=utf-8><script>runs = 0; xss = alert = confirm = prompt = () => {{ runs += 1 }}</script>{html}{control}"
        );
        let host = Host::start(vec![Answer {
            path: "/",
            headers: vec![("content-type", "text/html".to_owned())],
            body: document,
        }])
        .await;
        page.visit(&format!("{}/", host.origin())).await;
        // The detector sees the control, and nothing else has run.
        page.until("runs >= 1").await;
        let clicked = page.call(STEPS, "clickAll", []).await;
        assert!(clicked.as_u64().is_some_and(|clicked| clicked > 300), "{clicked}");
        page.painted().await;
        assert_eq!(page.eval("return runs;").await, json!(1));
        let others = page.call(STEPS, "othersAskedFor", []).await;
        assert_eq!(others, json!([]));
        // Of the page's own host nothing was asked but the page.
        let asked: Vec<String> =
            host.asked().into_iter().filter(|path| path != "/" && path != "/favicon.ico").collect();
        assert_eq!(asked, Vec::<String>::new());
    })
    .await;
}

/// The program of reader modes (Readability), installed beside the build tools.
fn readability() -> String {
    let path = "../target/npm/node_modules/@mozilla/readability/Readability.js";
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

#[tokio::test]
async fn reader_modes_find_the_article_with_title_byline_and_excerpt() {
    in_engines(Scope::ChromiumOnly, async |page| {
        page.open("/demo/blank.html").await;
        let options = Options { base: Some("https://journal.example/".to_owned()), ..Options::default() };
        for (name, json) in documents() {
            let Ok(whole) = output(&json, &options, Output::Page) else { continue };
            let found = page.call(&[&readability(), STEPS].concat(), "readerMode", [whole.into()]).await;
            assert_eq!(found, json!([]), "{name}");
        }
    })
    .await;
}
