//! Tests sections beside an article that the page holds. They are loaded when that costs the reader nothing, take the
//! page's colours and the place of their stand-ins, and follow the article.

use news_article_tests::{Answer, Host, Page, Scope, in_engines};
use serde_json::{Value, json};

const STEPS: &str = include_str!("js/guest.js");

/// A page at `/un` with the element's script from the dev server.
async fn visit(page: &Page, head: &str, body: &str) -> Host {
    let host = visit_without(page, head, body).await;
    begin(page).await;
    page.until("customElements.get('news-share')").await;
    host
}

/// The same page before the element's script is loaded.
async fn visit_without(page: &Page, head: &str, body: &str) -> Host {
    let host = serve(page, head, body).await;
    page.until("location.pathname === '/un' && document.readyState === 'complete'").await;
    host
}

/// Loads the element's script.
async fn begin(page: &Page) {
    let script = format!("{}/news-article.js", page.origin());
    page.run(&format!("document.head.append(Object.assign(document.createElement('script'), {{ type: 'module', src: '{script}' }}))")).await;
}

async fn serve(page: &Page, head: &str, body: &str) -> Host {
    let cdn = page.origin();
    let text = format!(
        "<!doctype html><html lang=fr><head><meta charset=utf-8><title>Un</title>{head}</head><body>{body}</body></html>"
    );
    let headers = vec![("content-type", "text/html; charset=utf-8".to_owned())];
    let host = Host::start(vec![Answer { path: "/un", headers, body: text.replace("CDN", cdn) }]).await;
    page.session().goto(format!("{}/un", host.origin())).await.expect("a page");
    host
}

async fn until(page: &Page, expression: &str) {
    page.until(&format!("(() => {{ {STEPS} return {expression}; }})()")).await;
}

/// The entry that defines the elements at once.
const AT_ONCE: &str = "<script type=module src='CDN/news-article.js'></script>";
/// The entry for pages that hold their article.
const SCRIPT: &str = "<script type=module src='CDN/news-article-later.js'></script>";
const PARTS: &str = "<news-reading-time for=texte></news-reading-time><article id=texte><h1>Un</h1><p>Un texte court.</p></article>\
    <news-share for=texte share='copy x'></news-share><news-related for=texte related-src=CDN/api/related/42.json></news-related>";

#[tokio::test]
async fn nothing_is_asked_for_before_the_page_has_loaded_and_little_then() {
    in_engines(Scope::Main, async |page| {
        // A picture that takes its time holds the page's load.
        let body = format!("{PARTS}<div style='height: 4000px'></div><img alt='' src='CDN/api/articles/42.json?delay=1200'>");
        let body = body.replace("<news-related", "<div style='height: 4000px'></div><news-related");
        let _host = serve(&page, SCRIPT, &body).await;
        until(&page, "document.querySelector('news-share').state === 'ready' && inside('news-share', 'share-button').length === 2").await;
        assert_eq!(page.call(STEPS, "askedTooEarly", []).await, json!([]));
        // What follows the page around its parts comes after them.
        until(&page, "filesAsked().includes('news-article_surroundings.js')").await;
        let asked = page.call(STEPS, "filesAsked", []).await;
        let expected = [
            "news-article-later.js",
            "news-article.js",
            "news-article_bg.wasm",
            "news-article_glue.js",
            "news-article_page.js",
            "news-article_sections.wasm",
            "news-article_surroundings.js",
        ];
        assert_eq!(asked, json!(expected));
        page.check("!document.querySelector('link[rel*=preload]')").await;
    })
    .await;
}

#[tokio::test]
async fn a_reader_who_touches_a_section_has_it_at_once() {
    in_engines(Scope::Main, async |page| {
        for (touch, script) in [("pointerdown", SCRIPT), ("focusin", SCRIPT), ("focusin", AT_ONCE)] {
            // By a script of the page, for the test itself is told of the page once it has loaded.
            let body = format!("{PARTS}<img alt='' src='CDN/api/articles/42.json?delay=5000'>");
            let head = format!("{script}<script>{STEPS}; touchWhenParsed('news-share', '{touch}');</script>");
            let _host = serve(&page, &head, &body).await;
            page.check("isReadyBeforeLoad === true").await;
        }
    })
    .await;
}

#[tokio::test]
async fn forms_are_not_asked_for_before_a_reader_comes_near() {
    in_engines(Scope::Whole, async |page| {
        let body = "<article id=texte><p>Un texte court.</p></article><div style='height: 6000px'></div>\
            <news-comments for=texte comments-action=/api/comments><a href='#respond'>Commenter</a></news-comments>";
        let _host = visit(&page, "", &format!("<news-reading-time for=texte></news-reading-time>{body}")).await;
        until(&page, "inside('news-reading-time', 'reading-time').length === 1").await;
        page.check("document.querySelector('news-comments').state === 'idle'").await;
        let asked = page.call(STEPS, "filesAsked", []).await.to_string();
        assert!(!asked.contains("forms") && !asked.contains("reactive"), "{asked}");
        page.run("document.querySelector('news-comments').scrollIntoView()").await;
        until(&page, "inside('news-comments', 'comment-form').length === 1 && !shown(document.querySelector('news-comments a'))").await;
        // The same around an article: its forms are as late.
        let body = format!("<news-article comments-action=/api/comments newsletter-action=/api/newsletter>{body}</news-article>");
        let _host = visit(&page, "", &body.replace("<news-comments", "<b").replace("</news-comments>", "</b>")).await;
        page.ready().await;
        page.painted().await;
        let asked = page.call(STEPS, "filesAsked", []).await.to_string();
        assert!(!asked.contains("forms"), "{asked}");
        page.run("scrollTo(0, document.body.scrollHeight)").await;
        page.until("$('comment-form') && $('newsletter')").await;
    })
    .await;
}

#[tokio::test]
async fn what_the_page_has_written_stands_until_the_section_is_ready_and_goes_in_one_step() {
    in_engines(Scope::Main, async |page| {
        let head = format!("<script>{STEPS}; watchShifts();</script>");
        let links = "<ul style='margin: 0; block-size: 60px'><li><a href='https://x.com/intent/tweet?text=Un'>X</a></li></ul>";
        let body = format!(
            "<main style='font: 18px/1.5 sans-serif'><news-reading-time for=texte><span>Temps de lecture : 1 minute</span></news-reading-time>\
             <news-share for=texte share='copy x'>{links}</news-share><article id=texte><h1>Un</h1><p>Un texte court.</p></article><p id=dessous>Dessous</p>\
             <news-related for=texte related-src=CDN/api/related/42.json><ul id=liens><li><a href=/autre>Autre</a></li></ul></news-related></main>"
        );
        let _host = visit_without(&page, &head, &body).await;
        page.check("shown(document.querySelector('news-share a')) && shown(document.querySelector('#liens'))").await;
        begin(&page).await;
        until(&page, "inside('news-share', 'share-button').length === 2 && inside('news-reading-time', 'reading-time').length === 1").await;
        page.check("!shown(document.querySelector('news-share a')) && !shown(document.querySelector('news-reading-time span'))").await;
        // A list that is still to be fetched is no reason to take the links away.
        until(&page, "inside('news-related', 'related-item').length > 1").await;
        page.check("!shown(document.querySelector('#liens'))").await;
        if page.eval("return PerformanceObserver.supportedEntryTypes.includes('layout-shift');").await == Value::Bool(true) {
            page.painted().await;
            assert_eq!(page.eval("return shifts;").await, json!([]));
        }
    })
    .await;
}

#[tokio::test]
async fn a_list_that_does_not_come_leaves_the_links_that_the_page_has_written() {
    in_engines(Scope::Whole, async |page| {
        let body = "<article id=texte><p>Un texte.</p></article><news-related for=texte related-src=CDN/api/none.json><a href=/autre>Autre</a></news-related>\
            <news-share for=texte share=none><a href=/partage>Partager</a></news-share>";
        let _host = visit(&page, "", body).await;
        page.until("document.querySelector('news-related').state === 'ready' && performance.getEntriesByName(`${document.querySelector('script[src]').src.replace('/news-article.js', '')}/api/none.json`).length === 1").await;
        page.painted().await;
        page.check("shown(document.querySelector('news-related a')) && shown(document.querySelector('news-share a'))").await;
        until(&page, "inside('news-related', 'related-heading').length === 0").await;
    })
    .await;
}

#[tokio::test]
async fn focus_and_what_was_typed_go_along() {
    in_engines(Scope::Main, async |page| {
        let body = "<article id=texte><p>Un texte.</p></article><news-share for=texte share='copy whatsapp x'><a id=w href='https://wa.me/?text=Un'>WhatsApp</a> <a id=x href='https://x.com/intent/tweet?text=Un'>X</a></news-share>\
            <news-comments for=texte comments-action=/api/comments><form action=/wp-comments-post.php method=post><input name=author><input name=email type=email><textarea id=comment name=comment></textarea></form></news-comments>";
        let _host = visit_without(&page, "", body).await;
        page.run("document.querySelector('[name=author]').value = 'Salma'; document.querySelector('#comment').focus();").await;
        page.press("Bien dit, mais").await;
        begin(&page).await;
        until(&page, "inside('news-comments', 'comment-form').length === 1").await;
        assert_eq!(page.call(STEPS, "focusedNode", []).await, json!(["news-comments", "body"]));
        page.press(" encore").await;
        until(&page, "['Salma', 'Bien dit, mais encore'].every((value) => inside('news-comments', 'input').some((one) => one.value === value))").await;
        let _host = visit_without(&page, "", body).await;
        page.run("document.querySelector('#x').focus()").await;
        begin(&page).await;
        until(&page, "inside('news-share', 'share-button').length === 3").await;
        assert_eq!(page.call(STEPS, "focusedNode", []).await, json!(["news-share", "x"]));
    })
    .await;
}

#[tokio::test]
async fn around_an_article_too_each_section_takes_the_place_of_what_stands_in_for_it() {
    in_engines(Scope::Main, async |page| {
        let body = "<news-article share='copy x' comments-action=/api/comments related-src=CDN/api/related/42.json><article><h1>Un</h1><p>Un texte court.</p></article>\
            <p data-news-article=share style='block-size: 70px'><a id=x href='https://x.com/intent/tweet?text=Un'>X</a></p>\
            <div style='height: 5000px'></div>\
            <form data-news-article=comments><textarea name=comment></textarea></form><p data-news-article=related><a href=/autre>Autre</a></p></news-article>";
        let _host = visit_without(&page, "", body).await;
        page.run("document.querySelector('#x').focus({ preventScroll: true })").await;
        begin(&page).await;
        page.ready().await;
        page.until("$$('share-button').length === 2 && !shown(document.querySelector('#x'))").await;
        assert_eq!(page.call(STEPS, "focusedNode", []).await, json!(["news-article", "x"]));
        page.check("shown(document.querySelector('textarea')) && shown(document.querySelector('[href=\"/autre\"]'))").await;
        page.run("const field = document.querySelector('textarea'); field.value = 'Bien'; field.scrollIntoView();").await;
        page.until("$('comment-form') && !shown(document.querySelector('textarea')) && fieldOf('comment-form', 'body').value === 'Bien'").await;
        page.until("$$('related-item').length > 1 && !shown(document.querySelector('[href=\"/autre\"]'))").await;
        // What stands in for a section is no part of the text.
        page.check("el.article.wordCount === 3").await;
    })
    .await;
}

#[tokio::test]
async fn a_part_follows_the_article_that_a_router_puts_in_its_place() {
    in_engines(Scope::Main, async |page| {
        let head = "<link rel=canonical href='/un'><meta property='og:title' content='Un'><script type='application/ld+json'>{\"@type\": \"NewsArticle\", \"headline\": \"Un\", \"url\": \"/un\"}</script>";
        for order in ["before", "after", "in place"] {
            let body = "<news-reading-time for=texte></news-reading-time><news-share for=texte share=x></news-share><div id=main><article id=texte><h1>Un</h1><p>Court.</p></article></div>";
            let host = visit(&page, head, body).await;
            until(&page, "tidy(inside('news-reading-time', 'reading-time')[0]?.textContent) === 'Temps de lecture : 1 minute'").await;
            until(&page, &format!("shared() === '{}/un'", host.origin())).await;
            page.call(STEPS, "navigate", [json!(order), json!("texte")]).await;
            until(&page, "tidy(inside('news-reading-time', 'reading-time')[0]?.textContent) === 'Temps de lecture : 5 minutes'").await;
            until(&page, &format!("shared() === '{}/deux?page=2'", host.origin())).await;
            page.check("document.querySelector('news-share').article.title === 'Deux'").await;
            // And back.
            page.run("document.querySelector('#main').innerHTML = '<article id=texte><h1>Un</h1><p>Court.</p></article>'; history.pushState({}, '', '/un');").await;
            until(&page, &format!("shared() === '{}/un'", host.origin())).await;
            until(&page, "tidy(inside('news-reading-time', 'reading-time')[0]?.textContent) === 'Temps de lecture : 1 minute'").await;
        }
    })
    .await;
}

#[tokio::test]
async fn what_for_names_may_come_late_twice_or_never() {
    in_engines(Scope::Whole, async |page| {
        let head = "<script>window.told = []; console.warn = (text) => told.push(text);</script>";
        let body = "<news-reading-time for=tard></news-reading-time><news-share for=jamais><a href=/x>Partager</a></news-share><div id=app></div>\
            <p id=deux>Un mot.</p><p id=deux>Un mot de plus.</p><news-related for=deux></news-related>";
        let _host = visit(&page, head, body).await;
        page.until("told.length === 3").await;
        page.run("document.querySelector('#app').innerHTML = '<div id=tard><p>Un mot.</p></div>'").await;
        until(&page, "inside('news-reading-time', 'reading-time').length === 1").await;
        page.check("shown(document.querySelector('news-share a')) && document.querySelector('news-share').state === 'idle'").await;
        page.check("document.querySelector('news-related').article.wordCount === 2").await;
        page.run("document.querySelector('#app').append(document.createElement('p'))").await;
        page.painted().await;
        page.check("told.length === 3 && ['jamais', 'tard', 'deux'].every((id) => told.filter((text) => text.includes(id)).length === 1)").await;
    })
    .await;
}

#[tokio::test]
async fn a_page_without_article_main_or_id_has_its_parts_too() {
    in_engines(Scope::Whole, async |page| {
        let body = "<div class=page><div class=menu><p>Menu</p></div><div class=entry><aside><news-reading-time></news-reading-time></aside><news-contents>Sommaire</news-contents><p>Un deux trois.</p><news-listen>Écouter</news-listen><p>Quatre.</p><aside><news-share share=x></news-share></aside></div></div>";
        let host = visit(&page, "", body).await;
        until(&page, "inside('news-reading-time', 'reading-time').length === 1 && document.querySelector('news-reading-time').article.wordCount === 4").await;
        until(&page, &format!("shared() === '{}/un'", host.origin())).await;
    })
    .await;
}

#[tokio::test]
async fn minutes_are_those_of_the_same_html_read_as_an_article_and_words_to_one() {
    in_engines(Scope::ChromiumOnly, async |page| {
        page.mount("").await;
        let mut differences = Vec::new();
        for (name, html) in posts() {
            let counts = page.call(STEPS, "counts", [json!(html), json!("fr")]).await;
            // A word is the difference in one of them: the same minutes, though.
            let words = |side: usize| counts[side][0].as_i64().unwrap_or_default();
            if counts[0][1] != counts[1][1] || (words(0) - words(1)).abs() > 1 {
                differences.push(format!("{name}: {} in the page, {} read", counts[0], counts[1]));
            }
        }
        assert!(differences.is_empty(), "{}", differences.join("\n"));
    })
    .await;
}

/// The contents of WordPress' posts among the fixtures.
fn posts() -> Vec<(String, String)> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/fixtures/wordpress");
    let mut posts = Vec::new();
    for entry in std::fs::read_dir(folder).expect("the fixtures").flatten() {
        let Ok(text) = std::fs::read_to_string(entry.path()) else { continue };
        let Ok(json) = serde_json::from_str::<Value>(&text) else { continue };
        let list = json.as_array().cloned().unwrap_or_else(|| vec![json]);
        for post in list {
            if let Some(html) = post["content"]["rendered"].as_str().filter(|html| html.len() > 20) {
                posts.push((
                    format!("{} {}", entry.file_name().to_string_lossy(), post["id"]),
                    html.to_owned(),
                ));
            }
        }
    }
    assert!(posts.len() > 10, "{}", posts.len());
    posts
}

#[tokio::test]
async fn sections_can_be_read_wherever_the_pages_text_can_be() {
    in_engines(Scope::Main, async |page| {
        let all = "news-share, news-comments, news-newsletter, news-social, news-related, news-reading-time";
        let body = "<article id=texte><p>Un texte.</p></article><news-reading-time for=texte></news-reading-time><news-share for=texte></news-share><news-comments for=texte comments-action=/api/comments site-src=CDN/api/site.json></news-comments>\
            <news-newsletter for=texte newsletter-action=/api/newsletter site-src=CDN/api/site.json></news-newsletter><news-social for=texte site-src=CDN/api/site.json></news-social><news-related for=texte related-src=CDN/api/related/42.json></news-related>";
        let _host = visit(&page, "", body).await;
        page.until(&format!("[...document.querySelectorAll('{all}')].every((one) => (one.scrollIntoView(), one.state === 'ready'))")).await;
        until(&page, "(document.querySelector('news-related').scrollIntoView(), inside('news-related', 'related-item').length > 1)").await;
        let selectors: Vec<&str> = all.split(", ").collect();
        for (text, background) in [
            // No `color-scheme` is set: light, dark, the themes "Pitch" and "Midnight", and text that can just be read.
            ([27, 30, 34], [255, 255, 255]),
            ([255, 255, 255], [32, 33, 36]),
            ([255, 255, 255], [64, 59, 255]),
            ([240, 240, 240], [40, 48, 61]),
            ([118, 118, 118], [255, 255, 255]),
            ([117, 117, 117], [0, 0, 0]),
        ] {
            let found = page.call(STEPS, "unreadableIn", [json!(text), json!(background), json!(selectors)]).await;
            assert_eq!(found, json!([]), "{text:?} on {background:?}");
        }
        // The custom properties stand over it.
        page.run("document.body.style.setProperty('--news-article-accent', 'rgb(1, 2, 3)')").await;
        until(&page, "getComputedStyle(inside('news-comments', 'comments-prompt')[0]).color === 'rgb(1, 2, 3)'").await;
    })
    .await;
}

#[tokio::test]
async fn sections_have_the_type_of_the_page_around() {
    in_engines(Scope::Whole, async |page| {
        let body = "<div style='font: 21px/1.8 monospace; color: rgb(1, 2, 3)'><article id=texte><p>Un texte.</p></article><news-newsletter for=texte newsletter-action=/n></news-newsletter></div>";
        let _host = visit(&page, "", body).await;
        until(&page, "inside('news-newsletter', 'newsletter').length === 1").await;
        page.run("window.style = getComputedStyle(document.querySelector('news-newsletter').shadowRoot.querySelector('[part=newsletter]')); window.head = getComputedStyle(document.querySelector('news-newsletter').shadowRoot.querySelector('h2'));").await;
        page.check("[style, head].every((one) => one.fontFamily === 'monospace' && one.color === 'rgb(1, 2, 3)') && style.fontSize === '21px' && head.fontWeight === '700'").await;
    })
    .await;
}
