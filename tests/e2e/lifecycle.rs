//! Tests the life of an element in a page: nothing is thrown, and nothing is left behind.

use news_article_tests::{Fault, FaultServer, Page, Scope, in_engines};
use serde_json::json;

const HTML: &str = "200 OK\r\nContent-Type: text/html; charset=utf-8";
const STEPS: &str = include_str!("js/lifecycle.js");
const PROBE: &str = include_str!("js/probe.js");
/// Keeps the memories of all wasm instances.
const MEMORIES: &str = concat!("<script>", include_str!("js/lifecycle-memories.js"), "</script>");

/// An article with everything that starts something: a carousel, forms, observers, the publisher's data.
fn article(title: &str) -> String {
    let related: Vec<_> =
        (0..8).map(|n| json!({ "url": format!("/a/{n}"), "title": format!("Autre article {n}") })).collect();
    json!({
        "title": title, "url": "/a", "related": related, "comments": { "action": "/api/comments", "open": true },
        "body": (0..8).map(|n| json!({ "type": "paragraph", "content": [format!("Paragraphe {n}.")] })).collect::<Vec<_>>(),
    })
    .to_string()
}

/// A newsroom whose pages count what is left behind. `/page` is the usual one, `/late` has no script at first,
/// `/based` has a `<base>` to another place.
async fn newsroom(browser: &Page) -> FaultServer {
    let cdn = browser.origin();
    let page = |head: &str, script: &str| {
        let html = format!(
            "<!doctype html><html lang=fr><meta charset=utf-8><title>Page</title>{head}<link rel=icon href=data:,>\
             <script src=\"{cdn}/demo/blank.js\"></script><script>{PROBE}</script><main></main>{script}"
        );
        Fault::Answer(HTML, html.into())
    };
    let script = format!("<script type=module src=\"{cdn}/news-article.js\"></script>");
    FaultServer::start(
        true,
        vec![
            ("/page".into(), page("", &script)),
            ("/late".into(), page("", "")),
            ("/memory".into(), page(MEMORIES, &script)),
            ("/based".into(), page("<base href=/elsewhere/>", &script)),
            ("/a.json".into(), Fault::json(article("Un"))),
            ("/b.json".into(), Fault::json(article("Deux"))),
            ("/elsewhere/c.json".into(), Fault::json(article("Ailleurs"))),
            ("/related.json".into(), Fault::json(r#"[{"url":"/a/1","title":"Un autre"}]"#)),
            ("/site.json".into(), Fault::json("{}")),
        ],
    )
    .await
}

/// Removes all elements, and asserts that nothing is left and nothing was thrown.
async fn nothing_is_left(browser: &Page) {
    browser.run("document.querySelectorAll('news-article').forEach((one) => one.remove())").await;
    browser.until("probe.left() === ''").await;
    let console = browser.console().await;
    assert!(console.is_empty(), "{console:?}");
}

#[tokio::test]
async fn an_element_may_be_taken_out_at_any_moment() {
    in_engines(Scope::Whole, async |browser| {
        let server = newsroom(&browser).await;
        browser.visit(&format!("{}/page", server.origin())).await;
        let late = browser.call(STEPS, "takeOutAtEveryMoment", []).await;
        assert_eq!(late, json!([]), "events after the end");
        browser.until("probe.left() === ''").await;
        // The instance is as good as new.
        browser.run("put('<news-article src=/a.json></news-article>')").await;
        browser.ready().await;
        browser.says("text('title')", "Un").await;
        nothing_is_left(&browser).await;
    })
    .await;
}

#[tokio::test]
async fn draft_and_carousel_survive_a_hundred_moves_and_another_document() {
    in_engines(Scope::Whole, async |browser| {
        let server = newsroom(&browser).await;
        browser.visit(&format!("{}/page", server.origin())).await;
        browser.run("put('<div id=here><news-article src=/a.json></news-article></div><div id=there></div>')").await;
        browser.ready().await;
        browser.call(STEPS, "leaveTraces", []).await;
        browser.call(STEPS, "moveAbout", [json!(false)]).await;
        let whole = "root.querySelector('textarea').value === 'Un brouillon' && text('title') === 'Un'";
        browser.check(whole).await;
        browser.until("Math.abs($('related-list').scrollLeft - place) < 2").await;
        // Where the browser can move without taking out, nothing is to be kept.
        browser.call(STEPS, "moveAbout", [json!(true)]).await;
        browser.check(whole).await;
        // Into another document and back; its sheet is that document's.
        browser.call(STEPS, "moveIntoFrame", []).await;
        browser.until("frame.contentDocument.querySelector('news-article').state === 'ready'").await;
        browser.check("kept.shadowRoot.adoptedStyleSheets.length === 1").await;
        browser.check("frame.contentWindow.getComputedStyle(kept.shadowRoot.querySelector('[part=title]')).fontWeight >= 600").await;
        browser.run("document.querySelector('#here').append(kept); frame.remove();").await;
        browser.check(whole).await;
        browser.check("log.length === 0 && el.shadowRoot.adoptedStyleSheets.length === 1").await;
        assert_eq!(server.asked("/a.json"), 1);
        nothing_is_left(&browser).await;
    })
    .await;
}

#[tokio::test]
async fn an_element_may_be_made_in_any_way_and_the_class_come_late_and_twice() {
    in_engines(Scope::Whole, async |browser| {
        let server = newsroom(&browser).await;
        browser.visit(&format!("{}/late", server.origin())).await;
        let script = format!("{}/news-article.js", browser.origin());
        browser.call(STEPS, "makeEarly", []).await;
        browser.check("el.querySelector('a').getClientRects().length === 1").await;
        browser.call(STEPS, "loadScript", [json!(script)]).await;
        browser.until("[...document.querySelectorAll('news-article')].every((one) => one.state === 'ready')").await;
        browser.check("made.shadowRoot.querySelector('[part=title]').innerText === 'Un'").await;
        browser.check("bare.shadowRoot.querySelector('[part=title]').innerText === 'Deux'").await;
        // The script once more, under another address: the first class stands.
        browser.call(STEPS, "loadScript", [json!(format!("{script}?2"))]).await;
        browser.check("el instanceof customElements.get('news-article')").await;
        // A copy is an element of its own, and does not copy what is shown.
        browser.call(STEPS, "putCopies", []).await;
        browser.until("document.querySelectorAll('news-article').length === 3").await;
        browser.until("[...document.querySelectorAll('news-article')].slice(0, 2).every((one) => one.state === 'ready')").await;
        browser.check("text('title') === 'Un' && el.querySelectorAll('a').length === 1").await;
        browser.check("document.querySelectorAll('news-article')[2].state === 'idle'").await;
        nothing_is_left(&browser).await;
    })
    .await;
}

#[tokio::test]
async fn it_works_in_a_closed_root_in_a_frame_under_a_base_and_where_it_is_not_shown() {
    in_engines(Scope::Whole, async |browser| {
        let server = newsroom(&browser).await;
        browser.visit(&format!("{}/page", server.origin())).await;
        browser.call(STEPS, "putIntoClosedRoot", []).await;
        browser.until("inner.state === 'ready' && inner.shadowRoot.querySelector('[part=reading-time]').innerText.includes('Reading time')").await;
        browser.run("put('<div style=\"display: none\"><news-article src=/a.json></news-article></div>')").await;
        browser.ready().await;
        browser.check("root.querySelector('[part=title]').textContent === 'Un' && el.getClientRects().length === 0").await;
        browser.run("el.parentElement.style.display = ''").await;
        browser.says("text('title')", "Un").await;
        nothing_is_left(&browser).await;

        browser.visit(&format!("{}/based", server.origin())).await;
        browser.run("put('<news-article src=c.json></news-article>')").await;
        browser.ready().await;
        // Attributes are the page's own and resolve as its others do; what the article says does not.
        browser.check("text('title') === 'Ailleurs' && el.article.url === `${location.origin}/a`").await;
        browser.check("el.article.related[0].url === `${location.origin}/a/0`").await;
        nothing_is_left(&browser).await;

        browser.run(&format!("window.frame = document.createElement('iframe'); frame.src = '{}/page'; document.body.append(frame);", server.origin())).await;
        browser.until("frame.contentDocument?.querySelector('main') && frame.contentWindow.customElements.get('news-article')").await;
        browser.run("frame.contentDocument.querySelector('main').innerHTML = '<news-article src=/a.json></news-article>'").await;
        browser.until("frame.contentDocument.querySelector('news-article').state === 'ready'").await;
        // A frame that goes takes everything with it, in the middle of a load too.
        browser.run("frame.contentDocument.querySelector('news-article').reload(); frame.remove();").await;
        nothing_is_left(&browser).await;
    })
    .await;
}

#[tokio::test]
async fn an_event_that_comes_after_the_end_finds_nobody() {
    in_engines(Scope::Whole, async |browser| {
        let server = newsroom(&browser).await;
        browser.visit(&format!("{}/page", server.origin())).await;
        browser
            .run("put('<news-article src=/a.json></news-article><news-article src=/b.json></news-article>')")
            .await;
        browser
            .until("[...document.querySelectorAll('news-article')].every((one) => one.state === 'ready')")
            .await;
        // A scroll is told a frame later; a click may be made by a script that has kept the node.
        browser.call(STEPS, "takeOutAndKeepNodes", []).await;
        browser.call(STEPS, "touchKeptNodes", []).await;
        browser
            .check("document.querySelector('news-article').state === 'ready' && text('title') === 'Deux'")
            .await;
        nothing_is_left(&browser).await;
    })
    .await;
}

#[tokio::test]
async fn hundreds_of_mounts_reach_a_plateau() {
    in_engines(Scope::ChromiumOnly, async |browser| {
        let server = newsroom(&browser).await;
        browser.visit(&format!("{}/memory", server.origin())).await;
        let tools = browser.session().cdp();
        let mut curve = Vec::new();
        for _ in 0..12 {
            browser.call(STEPS, "showFifty", [serde_json::from_str(&article("Un")).expect("JSON")]).await;
            tools.send_raw("HeapProfiler.collectGarbage", json!({})).await.expect("the garbage is collected");
            let heap =
                tools.send_raw("Runtime.getHeapUsage", json!({})).await.expect("the heap's size")["usedSize"]
                    .as_f64()
                    .unwrap_or(0.0);
            let pages = browser
                .eval("return memories.reduce((sum, one) => sum + one.buffer.byteLength, 0) / 65536;")
                .await
                .as_f64()
                .unwrap_or(0.0);
            curve.push((pages, heap / 1e6));
        }
        eprintln!("wasm pages and MB of JavaScript after each 50: {curve:?}");
        let (middle, end) = (curve[5], curve[11]);
        assert!(middle.0 > 0.0 && end.0 <= middle.0, "the wasm still grows: {curve:?}");
        assert!(end.1 - middle.1 < 0.5, "the heap still grows: {curve:?}");
        nothing_is_left(&browser).await;
    })
    .await;
}

#[tokio::test]
async fn an_element_that_has_loaded_or_failed_and_is_gone_is_garbage() {
    in_engines(Scope::Whole, async |browser| {
        let server = newsroom(&browser).await;
        browser.visit(&format!("{}/memory", server.origin())).await;
        browser.call(STEPS, "showAndForget", []).await;
        let tools = browser.session().cdp();
        let mut alive = usize::MAX;
        // What is pending holds for a while: a promise, a timer.
        for _ in 0..40 {
            tools.send_raw("HeapProfiler.collectGarbage", json!({})).await.expect("the garbage is collected");
            alive =
                browser.eval("return refs.filter((one) => one.deref()).length;").await.as_u64().unwrap_or(0)
                    as usize;
            if alive == 0 {
                break;
            }
        }
        assert_eq!(alive, 0, "elements that are gone are held");
    })
    .await;
}

#[tokio::test]
async fn parts_alone_that_are_taken_out_leave_nothing_at_what_they_followed() {
    in_engines(Scope::Whole, async |browser| {
        let server = newsroom(&browser).await;
        browser.visit(&format!("{}/page", server.origin())).await;
        browser.call(STEPS, "putParts", []).await;
        browser
            .until("[...document.querySelectorAll('section > *')].every((one) => one.state === 'ready')")
            .await;
        // Not one by one: what holds them goes.
        browser.run("document.querySelector('section').remove()").await;
        nothing_is_left(&browser).await;
    })
    .await;
}
