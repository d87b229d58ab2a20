//! Tests a program that does not arrive: the fallback stays, the page is told, and a retry requests it again.

use news_article_tests::{ARTICLE, Engine, Fault, FaultServer, Page, Scope, dist, in_engines};
use serde_json::Value;

const GLUE: &str = "/news-article_glue.js";
const WASM: &str = "/news-article_bg.wasm";
const LOG: &str = include_str!("js/loading-log.js");
const HTML: &str = "200 OK\r\nContent-Type: text/html; charset=utf-8";

/// A host with the element's files, except for the faults in `broken`. `head` is added to its page.
async fn host(head: &str, broken: Vec<(String, Fault)>) -> FaultServer {
    host_with(head, "", broken).await
}

/// The same, with these attributes on the element's script.
async fn host_with(head: &str, script: &str, broken: Vec<(String, Fault)>) -> FaultServer {
    let page = format!(
        "<!doctype html><html lang=fr><meta charset=utf-8><title>Page</title><link rel=icon href=data:,>{head}\
         <main><news-article src=/a.json><a href=/x>Lire</a></news-article></main><script nonce=N>{LOG}</script>\
         <script nonce=N type=module src=/news-article.js {script}></script>"
    );
    let mut faults = broken;
    faults.push(("/page".into(), Fault::Answer(HTML, page.into())));
    faults.push(("/a.json".into(), Fault::json(ARTICLE)));
    faults.extend(Fault::program("/"));
    FaultServer::start(true, faults).await
}

/// A host of a page that holds its article and pins the entry for that, with one file that was altered.
async fn host_around(altered: &str) -> FaultServer {
    let text = std::fs::read_to_string(dist().join("sri.json")).expect("the hashes");
    let hashes: Value = serde_json::from_str(&text).expect("JSON");
    let hash = hashes["news-article-later.js"].as_str().expect("a hash").to_owned();
    let page = format!(
        "<!doctype html><html lang=fr><meta charset=utf-8><title>Page</title><link rel=icon href=data:,>\
         <script>window.lost = []; document.addEventListener('error', ({{ target }}) => lost.push(target.href), true);</script><main>\
         <news-article><article><h1>Une panne</h1><p id=texte>Un texte.</p></article></news-article></main>\
         <script type=module src=/news-article-later.js integrity={hash}></script>"
    );
    let mut faults = vec![("/page".into(), Fault::Answer(HTML, page.into()))];
    if !altered.is_empty() {
        let mut bytes = std::fs::read(dist().join(altered)).expect("a file of dist");
        bytes.extend(b"\nwindow.ran = true;\n");
        faults.push((format!("/{altered}"), Fault::Answer("200 OK\r\nContent-Type: text/javascript", bytes)));
    }
    faults.extend(Fault::program("/"));
    FaultServer::start(true, faults).await
}

/// The first load fails with `load`: fallback, events, one line in the console, nothing else.
async fn fails(browser: &Page, what: &str) {
    browser.until("log.includes('loadend ')").await;
    let log = browser.text("log.join(', ')").await;
    assert_eq!(log, "loadstart , error load, loadend ", "{what}");
    browser.check("el.state === 'error' && el.article === null && !root.querySelector('[part]')").await;
    browser.check("el.querySelector('a').getClientRects().length === 1").await;
    let told = browser.eval("return told;").await;
    let told: Vec<&str> = told.as_array().into_iter().flatten().filter_map(Value::as_str).collect();
    assert!(told.len() == 1 && told[0].starts_with("news-article: "), "{what}: {told:?}");
}

/// The first answer for a file has this fault, and later ones are right.
fn at_first(fault: Fault, path: &str) -> Fault {
    Fault::First(1, Box::new(fault), Box::new(Fault::shipped(path.trim_start_matches('/'))))
}

#[tokio::test]
async fn a_program_that_does_not_arrive_is_told_and_asked_for_anew() {
    in_engines(Scope::Whole, async |browser| {
        let half = |path: &str| {
            let bytes = std::fs::read(dist().join(path.trim_start_matches('/'))).expect("a file of dist");
            bytes[..bytes.len() / 2].to_vec()
        };
        let missing = || Fault::status("404 Not Found");
        let page = || Fault::Answer(HTML, b"<!doctype html><h1>Connexion</h1>".to_vec());
        let table = [
            ("no wasm", WASM, missing()),
            ("a page for the wasm", WASM, page()),
            ("half of the wasm", WASM, Fault::Answer("200 OK\r\nContent-Type: application/wasm", half(WASM))),
            ("a wasm that breaks off", WASM, Fault::Truncate { chunked: false }),
            ("a wasm that is reset", WASM, Fault::Reset),
            ("no glue", GLUE, missing()),
            ("a page for the glue", GLUE, page()),
            ("half of the glue", GLUE, Fault::Answer("200 OK\r\nContent-Type: text/javascript", half(GLUE))),
        ];
        for (what, path, fault) in table {
            let host = host("", vec![(path.to_owned(), at_first(fault, path))]).await;
            browser.visit(&format!("{}/page", host.origin())).await;
            fails(&browser, what).await;
            browser.run("log.length = 0; el.reload();").await;
            browser.until("el.state === 'ready' && log.includes('loadend ')").await;
            assert_eq!(browser.text("log.join(', ')").await, "loadstart , load , loadend ", "{what}");
            browser.says("text('title')", "Une panne").await;
        }
        // Back online is another try, too.
        let host = host("", vec![(WASM.to_owned(), at_first(Fault::Reset, WASM))]).await;
        browser.visit(&format!("{}/page", host.origin())).await;
        fails(&browser, "offline").await;
        browser.run("dispatchEvent(new Event('online'))").await;
        browser.ready().await;
    })
    .await;
}

#[tokio::test]
async fn a_program_that_never_comes_to_an_end_is_given_up_after_a_minute() {
    in_engines(Scope::Whole, async |browser| {
        // A minute of the element's is a moment here.
        let hurry = concat!("<script nonce=N>", include_str!("js/loading-hurry.js"), "</script>");
        let bytes = std::fs::read(dist().join("news-article_bg.wasm")).expect("a file of dist");
        let half =
            Fault::Answer("200 OK\r\nContent-Type: application/wasm", bytes[..bytes.len() / 2].to_vec());
        // Firefox 140 neither compiles half of a module nor refuses it, and compiles nothing else from then on.
        let table = [
            ("no word of the wasm", WASM, Fault::Stall, true),
            ("no word of the glue", GLUE, Fault::Stall, true),
            ("half", WASM, half, false),
        ];
        for (what, path, fault, again) in table {
            // The others' drivers wait for a page's modules, without an end.
            if path == GLUE && browser.engine() != Engine::Chromium {
                continue;
            }
            let host = host(hurry, vec![(path.to_owned(), at_first(fault, path))]).await;
            browser.visit(&format!("{}/page", host.origin())).await;
            fails(&browser, what).await;
            if again {
                browser.run("log.length = 0; el.reload();").await;
                browser.ready().await;
            }
        }
    })
    .await;
}

#[tokio::test]
async fn a_server_that_does_not_know_the_type_of_wasm_is_no_reason_to_fail() {
    in_engines(Scope::Main, async |browser| {
        let bytes = std::fs::read(dist().join("news-article_bg.wasm")).expect("a file of dist");
        let fault = Fault::Answer("200 OK\r\nContent-Type: application/octet-stream", bytes);
        let host = host("", vec![(WASM.to_owned(), fault)]).await;
        browser.visit(&format!("{}/page", host.origin())).await;
        browser.ready().await;
        browser.check("told.length === 0").await;
    })
    .await;
}

#[tokio::test]
async fn what_the_page_forbids_is_told_and_stays_forbidden() {
    in_engines(Scope::Whole, async |browser| {
        let policy =
            "<meta http-equiv=Content-Security-Policy content=\"script-src 'nonce-N' 'strict-dynamic'\">";
        let none = "<script nonce=N>delete window.WebAssembly</script>";
        for (what, head) in [("policy", policy), ("no WebAssembly", none)] {
            let host = host(head, Vec::new()).await;
            browser.visit(&format!("{}/page", host.origin())).await;
            fails(&browser, what).await;
            browser.run("log.length = 0; told.length = 0; el.reload();").await;
            fails(&browser, what).await;
        }
    })
    .await;
}

#[tokio::test]
async fn the_entry_for_an_article_in_the_page_pins_the_modules_that_it_loads() {
    in_engines(Scope::Whole, async |browser| {
        let right = host_around("").await;
        browser.visit(&format!("{}/page", right.origin())).await;
        browser.until("document.querySelector('news-article').state === 'ready'").await;
        for module in ["news-article.js", "news-article_glue.js", "news-article_page.js", "news-article_surroundings.js"] {
            let wrong = host_around(module).await;
            browser.visit(&format!("{}/page", wrong.origin())).await;
            browser.until(&format!("lost.some((href) => href.endsWith('/{module}'))")).await;
            browser.painted().await;
            browser.check("window.ran === undefined && !customElements.get('news-article') && document.querySelector('#texte').getClientRects().length === 1").await;
        }
    })
    .await;
}

#[tokio::test]
async fn the_hashes_that_dist_prints_pin_what_is_loaded() {
    in_engines(Scope::Whole, async |browser| {
        let text = std::fs::read_to_string(dist().join("sri.json")).expect("the hashes");
        let hashes: Value = serde_json::from_str(&text).expect("JSON");
        let hash = |name: &str| hashes[name].as_str().unwrap_or_default().to_owned();
        let (entry, glue) = (hash("news-article.js"), hash("news-article_glue.js"));
        let pinned = format!("<script type=importmap>{{\"integrity\": {{\"{GLUE}\": \"{glue}\"}}}}</script>");
        let entry = format!("integrity={entry} onerror=\"window.blocked = true\"");
        let right = host_with(&pinned, &entry, Vec::new()).await;
        browser.visit(&format!("{}/page", right.origin())).await;
        browser.ready().await;
        browser.check("told.length === 0").await;

        // Another glue than the one that was pinned does not run, and not at another try either.
        let altered = |path: &str| {
            let mut bytes = std::fs::read(dist().join(path.trim_start_matches('/'))).expect("a file of dist");
            bytes.extend(b"\nwindow.ran = true;\n");
            vec![(path.to_owned(), Fault::Answer("200 OK\r\nContent-Type: text/javascript", bytes))]
        };
        let wrong = host_with(&pinned, &entry, altered(GLUE)).await;
        browser.visit(&format!("{}/page", wrong.origin())).await;
        fails(&browser, "another glue").await;
        for _ in 0..2 {
            browser.run("log.length = 0; told.length = 0; el.reload();").await;
            fails(&browser, "another glue").await;
        }
        browser.check("window.ran === undefined").await;

        // Nor is another wasm compiled, neither the one that the entry asks for nor a chunk: where only the entry is pinned, too.
        for file in ["/news-article_bg.wasm", "/news-article_native.wasm"] {
            let mut bytes = std::fs::read(dist().join(file.trim_start_matches('/'))).expect("a file of dist");
            bytes.extend(b"\x00\x03\x02no"); // a section that says nothing, which every engine compiles
            let answer = || Fault::Answer("200 OK\r\nContent-Type: application/wasm", bytes.clone());
            for head in [pinned.as_str(), ""] {
                let wrong = host_with(head, &entry, vec![(file.to_owned(), answer())]).await;
                browser.visit(&format!("{}/page", wrong.origin())).await;
                browser.until("log.includes('loadend ')").await;
                browser.says("log.join(', ')", "loadstart , error load, loadend").await;
                browser.check("el.state === 'error' && el.article === null").await;
                browser.check("el.querySelector('a').getClientRects().length === 1").await;
            }
            let free = host_with("", "", vec![(file.to_owned(), answer())]).await;
            browser.visit(&format!("{}/page", free.origin())).await;
            browser.ready().await;
        }

        // And another entry does not run at all: the fallback is what there is.
        let wrong = host_with(&pinned, &entry, altered("/news-article.js")).await;
        browser.visit(&format!("{}/page", wrong.origin())).await;
        browser.until("window.blocked").await;
        browser.check("window.ran === undefined && !customElements.get('news-article')").await;
        browser.check("el.querySelector('a').getClientRects().length === 1").await;
    })
    .await;
}
