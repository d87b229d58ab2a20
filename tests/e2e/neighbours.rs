//! Tests the neighbours in a page: careless style sheets and scripts, ad blockers, a second copy of the widget. They
//! do not break the element, and the element does not change them.

use news_article_tests::{ARTICLE, Fault, FaultServer, Page, Scope, in_engines};
use serde_json::json;

const STEPS: &str = include_str!("js/neighbours.js");

const HTML: &str = "200 OK\r\nContent-Type: text/html; charset=utf-8";
const OTHER: &str = include_str!("js/neighbours-other.js");
const REGISTER: &str = include_str!("js/neighbours-register.js");
const SELECTORS: &str = include_str!("blocked.txt");

/// A newsroom's page: `head` is at the beginning, the element's script after it.
async fn newsroom(browser: &Page, head: &str) -> FaultServer {
    let cdn = browser.origin();
    let html = format!(
        "<!doctype html><html lang=fr><meta charset=utf-8><title>Page</title><link rel=icon href=data:,>\
         <script src=\"{cdn}/demo/blank.js\"></script>{head}<main></main><script type=module src=\"{cdn}/news-article.js\"></script>"
    );
    let server = FaultServer::start(
        true,
        vec![("/page".into(), Fault::Answer(HTML, html.into())), ("/a.json".into(), Fault::json(ARTICLE))],
    )
    .await;
    browser.visit(&format!("{}/page", server.origin())).await;
    server
}

/// Shows the demo's article, with this content in its element.
async fn show(browser: &Page, fallback: &str) {
    let src = format!("{}/api/articles/42.json", browser.origin());
    let markup = format!("<news-article src='{src}'>{fallback}</news-article>");
    browser.run(&format!("put({})", json!(markup))).await;
}

/// Asserts that the demo's article works: it can be read, shared and commented on, and its carousel moves.
async fn everything_works(browser: &Page) {
    show(browser, "").await;
    browser.ready().await;
    browser.check("text('title').startsWith('Bus de nuit') && $$('paragraph').length > 5").await;
    browser.check("$$('share-button').length === 8 && text('reading-time').endsWith('2 minutes')").await;
    browser.run("$('related').scrollIntoView()").await;
    browser.until("$$('related-item').length === 8").await;
    browser.run("$('related-next').click()").await;
    browser.until("$('related-list').scrollLeft > 20").await;
    browser
        .run("recordSent(); fillIn('comment-form', { name: 'Salma', email: 'salma@example.org', body: 'Merci.' })")
        .await;
    browser.run("send('comment-form')").await;
    browser.until("sent.length === 1").await;
    browser.check("sent[0] === 'published' || sent[0] === 'held'").await;
    let console = browser.console().await;
    assert!(console.is_empty(), "{console:?}");
}

#[tokio::test]
async fn a_hostile_style_sheet_changes_nothing_inside() {
    in_engines(Scope::Whole, async |browser| {
        let room = "<style>html { font-size: 16px } body { margin: 0 } main { display: block; width: 800px }";
        let mut seen = Vec::new();
        for hostile in [
            "",
            "* { all: unset !important } main { display: block !important; width: 800px !important }",
            "* { font: italic 72px/3 serif !important; text-transform: uppercase !important; letter-spacing: 1em !important; text-align: right !important; cursor: crosshair !important; pointer-events: none !important; user-select: none !important; color: red !important; word-spacing: 3em; white-space: nowrap; text-indent: 40px; font-variant: small-caps } html { font-size: 16px !important }",
            "button, input, textarea, ul, li, article, section, nav, h1, h2, p, div, slot, a, svg { display: none !important; visibility: hidden !important; opacity: 0 !important } main { display: block !important }",
            "[part], [hidden], [role], [id], ::part(title) { position: fixed; left: -9999px }",
        ] {
            let _server = newsroom(&browser, &format!("{room} {hostile}</style>")).await;
            show(&browser, "<a href=/x>Lire</a>").await;
            browser.ready().await;
            browser.run("$('related').scrollIntoView()").await;
            browser.until("$$('related-item').length > 0").await;
            if hostile.contains("::part") {
                // A part is the page's to style: that is what it is for. All else stands.
                browser.check("getComputedStyle($('title')).position === 'fixed' && getComputedStyle($('byline')).position === 'static'").await;
                continue;
            }
            seen.push(browser.call(STEPS, "looks", []).await);
            browser.check("el.querySelector('a').getClientRects().length === 0").await;
        }
        for other in &seen[1..] {
            assert_eq!(other, &seen[0]);
        }
    })
    .await;
}

#[tokio::test]
async fn patched_prototypes_and_wrapped_functions_are_lived_with() {
    in_engines(Scope::Whole, async |browser| {
        let careless = concat!("<script>", include_str!("js/neighbours-careless.js"), "</script>");
        let _server = newsroom(&browser, careless).await;
        everything_works(&browser).await;
        browser.check("defined.includes('news-article') && calls > 3").await;
        // What an article does not say is not taken from a prototype.
        browser.run("el.article = { title: 'Le mien', body: [] }; window.settled = new Promise((resolve) => el.addEventListener('loadend', resolve));").await;
        browser.until("text('title') === 'Le mien'").await;
        browser.check("(Object.getOwnPropertyDescriptor(el.article, 'url')?.value ?? null) === null").await;
    })
    .await;
}

#[tokio::test]
async fn a_fetch_that_others_have_broken_is_a_failure_of_the_network() {
    in_engines(Scope::Whole, async |browser| {
        let server = newsroom(&browser, "").await;
        for wrapper in ["throws", "gives nothing", "rejects", "rejects with nothing", "gives no response"] {
            browser.call(STEPS, "wrapFetch", [json!(wrapper)]).await;
            let log = browser.call(STEPS, "load", [json!("/a.json"), json!(null)]).await;
            assert_eq!(log, json!(["error network", "loadend"]), "{wrapper}");
            let console = browser.console().await;
            assert!(
                console.iter().all(|line| line.starts_with("news-article: network")),
                "{wrapper}: {console:?}"
            );
        }
        browser.run("unwrap(); el.reload();").await;
        browser.ready().await;
        drop(server);
    })
    .await;
}

#[tokio::test]
async fn a_fetch_that_knows_no_signal_is_waited_for_no_longer_than_the_timeout() {
    in_engines(Scope::Whole, async |browser| {
        let _server = newsroom(&browser, "").await;
        for wrapper in ["never answers", "never ends"] {
            browser.call(STEPS, "wrapFetch", [json!(wrapper)]).await;
            let log = browser.call(STEPS, "load", [json!("/a.json"), json!(1)]).await;
            assert_eq!(log, json!(["error timeout", "loadend"]), "{wrapper}");
        }
        let console = browser.console().await;
        assert!(console.iter().all(|line| line.starts_with("news-article: timeout")), "{console:?}");
    })
    .await;
}

#[tokio::test]
async fn what_throws_beside_the_article_does_not_keep_it_away() {
    in_engines(Scope::Whole, async |browser| {
        let careless = concat!("<script>", include_str!("js/neighbours-throwing.js"), "</script>");
        let _server = newsroom(&browser, careless).await;
        everything_works(&browser).await;
        // What a page answers itself: another frame's response, and one that has neither an address nor a stream.
        for wrapper in ["gives a frame's response", "gives a response without address and stream"] {
            browser.call(STEPS, "wrapFetch", [json!(wrapper)]).await;
            let log = browser.call(STEPS, "load", [json!("/a.json"), json!(null)]).await;
            assert_eq!(log, json!(["load", "loadend"]), "{wrapper}");
        }
        // The cap holds for what has no stream, too.
        browser.call(STEPS, "wrapFetch", [json!("gives too much without a stream")]).await;
        let log = browser.call(STEPS, "load", [json!("/a.json"), json!(null)]).await;
        assert_eq!(log, json!(["error too-large", "loadend"]));
    })
    .await;
}

#[tokio::test]
async fn two_copies_of_the_widget_share_a_page() {
    in_engines(Scope::Whole, async |browser| {
        let cdn = browser.origin();
        let html = format!(
            "<!doctype html><html lang=fr><meta charset=utf-8><title>Page</title><link rel=icon href=data:,><script src=\"{cdn}/demo/blank.js\"></script>\
             <main><news-article src=/a.json></news-article><news-article src=/a.json></news-article></main>\
             <script type=module src=\"{cdn}/news-article.js\"></script><script type=module src=/v2/news-article.js></script>\
             <script type=module>{OTHER}</script>"
        );
        let mut faults = Fault::program("/v2/");
        faults.push(("/page".into(), Fault::Answer(HTML, html.into())));
        faults.push(("/a.json".into(), Fault::json(ARTICLE)));
        let server = FaultServer::start(true, faults).await;
        browser.visit(&format!("{}/page", server.origin())).await;
        browser.call(STEPS, "allReady", [json!("news-article, other-article"), json!(3)]).await;
        browser.check("other.shadowRoot.querySelector('[part=title]').innerText === 'Une panne' && !(other instanceof customElements.get('news-article'))").await;
        // The copy that came second to the name has loaded nothing for it.
        assert_eq!(server.asked("/v2/news-article_bg.wasm"), 1, "the one that has a name of its own");
        assert!(browser.console().await.is_empty());
    })
    .await;
}

#[tokio::test]
async fn blockers_of_advertisements_find_nothing_to_hide() {
    in_engines(Scope::Whole, async |browser| {
        let _server = newsroom(&browser, "").await;
        show(&browser, "").await;
        browser.ready().await;
        browser.run("$('related').scrollIntoView()").await;
        browser.until("$$('related-item').length > 0").await;
        let selectors: Vec<&str> = SELECTORS.lines().filter(|line| !line.is_empty() && !line.starts_with('!')).collect();
        assert!(selectors.len() > 80);
        // The detector: what they are made for is found.
        browser.run("root.querySelector('[part=base]').insertAdjacentHTML('beforeend', '<p id=control class=share-buttons></p>')").await;
        let find = async || browser.call(STEPS, "foundBy", [json!(selectors)]).await;
        assert_eq!(find().await, json!([".share-buttons"]));
        browser.run("root.querySelector('#control').remove()").await;
        assert_eq!(find().await, json!([]));
    })
    .await;
}

#[tokio::test]
async fn a_full_life_leaves_the_page_as_it_was() {
    in_engines(Scope::Whole, async |browser| {
        let state = async || browser.call(STEPS, "state", []).await;
        let _server = newsroom(&browser, "").await;
        browser.until("customElements.get('news-article')").await;
        let before = state().await;
        everything_works(&browser).await;
        browser
            .run("delete window.sent; window.scrollTo(0, 0); el.remove(); document.activeElement.blur();")
            .await;
        browser.until("document.querySelectorAll('news-article').length === 0").await;
        assert_eq!(state().await, before);
    })
    .await;
}

#[tokio::test]
async fn a_service_worker_in_between_is_lived_with() {
    in_engines(Scope::Whole, async |browser| {
        let cdn = browser.origin();
        let worker = include_str!("js/neighbours-worker.js");
        let html = format!("<!doctype html><html lang=fr><meta charset=utf-8><title>Page</title><link rel=icon href=data:,><script src=\"{cdn}/demo/blank.js\"></script><main></main><script>{REGISTER}</script><script type=module src=/news-article.js></script>");
        let mut faults = Fault::program("/");
        faults.extend([
            ("/page".into(), Fault::Answer(HTML, html.into())), ("/a.json".into(), Fault::json(ARTICLE)),
            ("/worker.js".into(), Fault::Answer("200 OK\r\nContent-Type: text/javascript", worker.into())),
            ("/slow.json".into(), Fault::Stall),
        ]);
        let server = FaultServer::start(true, faults).await;
        browser.visit(&format!("{}/page", server.origin())).await;
        browser.until("window.served && navigator.serviceWorker.controller").await;
        browser.run("put('<news-article src=/a.json></news-article>')").await;
        browser.ready().await;
        browser.says("text('title')", "Une panne").await;
        // A deadline goes through it.
        browser.run("window.log = []; el.addEventListener('error', (event) => log.push(event.detail.kind));").await;
        browser.run("el.timeout = 1; el.src = '/slow.json';").await;
        browser.until("log.length === 1").await;
        browser.check("log[0] === 'timeout'").await;
    })
    .await;
}
