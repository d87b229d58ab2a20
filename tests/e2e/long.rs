//! Tests a long article of many kinds of blocks: what is far below is laid out when it comes near, without the reader
//! noticing.

use crate::preferences::devtools;
use news_article_render::{Options, render};
use news_article_tests::{Answer, Host, Page, Scope, article_css, in_engines};
use serde_json::{Value, json};

const STEPS: &str = include_str!("js/long.js");

async fn long(page: &Page, paragraphs: u32) {
    page.mount("").await;
    page.call(STEPS, "showLong", [paragraphs.into()]).await;
}

/// Waits until the selected element is at the top of the window.
async fn is_at_top(page: &Page, selector: &str) {
    page.until(&format!("Math.abs(root.querySelector(\"{selector}\").getBoundingClientRect().top) < 3"))
        .await;
}

#[tokio::test]
async fn what_is_far_below_is_not_laid_out_whatever_blocks_there_are() {
    in_engines(Scope::ChromiumOnly, async |page| {
        long(&page, 300).await;
        page.check("root.querySelectorAll('.far').length > 10").await;
        page.check("[...root.querySelectorAll('[part~=body] figure')].filter((node) => node.checkVisibility({ contentVisibilityAuto: true })).length < 12").await;
    })
    .await;
}

#[tokio::test]
async fn a_link_leads_to_a_place_far_below() {
    in_engines(Scope::Main, async |page| {
        long(&page, 300).await;
        for place in ["loin", "liste"] {
            page.run("scrollTo(0, 0)").await;
            page.run(&format!("root.querySelector('a[href$=\"#{place}\"]').click()")).await;
            is_at_top(&page, &format!("[data-anchor={place}]")).await;
        }
    })
    .await;
}

#[tokio::test]
async fn a_search_in_the_page_finds_what_is_far_below() {
    in_engines(Scope::ChromiumOnly, async |page| {
        long(&page, 300).await;
        page.check("window.find('ornithorynque')").await;
        page.until("(({ top, bottom }) => top >= 0 && bottom <= innerHeight + 200)([...root.querySelectorAll('[part~=paragraph]')].find((node) => node.textContent.includes('ornithorynque')).getBoundingClientRect())").await;
    })
    .await;
}

#[tokio::test]
async fn an_address_that_names_a_text_far_below_leads_there() {
    in_engines(Scope::ChromiumOnly, async |page| {
        let text = |number: usize| json!({"type": "paragraph", "content": [format!("{} paragraphe {number}. ", "Un long texte de".repeat(20))]});
        let article = json!({"title": "Long", "language": "fr", "body": (0..300).map(text).collect::<Vec<_>>()});
        let html = render(&article.to_string(), &Options::default()).expect("an article").html;
        // In the page, not beside it: Chromium itself leads astray now and then where a sheet of styles comes late,
        // with or without parts that are laid out when they are near.
        let style = format!("<style>{}</style>", article_css());
        let host = Host::start(vec![Answer {
            path: "/long",
            headers: vec![("content-type", "text/html; charset=utf-8".to_owned())],
            body: format!("<!doctype html><html lang=fr><title>Long</title>{style}<body>{html}</body></html>"),
        }])
        .await;
        page.visit(&format!("{}/long#:~:text=paragraphe%20250.", host.origin())).await;
        page.until("(({ top, bottom }) => bottom > 0 && top < innerHeight)([...document.querySelectorAll('p')].find((node) => node.textContent.includes('paragraphe 250.')).getBoundingClientRect())").await;
        page.check("document.querySelectorAll('.news-article-far').length > 5").await;
    })
    .await;
}

#[tokio::test]
async fn all_of_it_is_printed() {
    in_engines(Scope::ChromiumOnly, async |page| {
        long(&page, 300).await;
        devtools(&page, "Emulation.setEmulatedMedia", json!({ "media": "print" })).await;
        page.painted().await;
        page.check("[...root.querySelectorAll('[part~=body] :not(slot)')].every((node) => node.checkVisibility({ contentVisibilityAuto: true }))").await;
        devtools(&page, "Emulation.setEmulatedMedia", json!({ "media": "" })).await;
    })
    .await;
}

#[tokio::test]
async fn the_room_that_is_kept_is_about_what_is_taken() {
    in_engines(Scope::ChromiumOnly, async |page| {
        for width in [390, 768, 1280] {
            let screen = json!({ "width": width, "height": 840, "deviceScaleFactor": 1, "mobile": false });
            devtools(&page, "Emulation.setDeviceMetricsOverride", screen).await;
            long(&page, 300).await;
            let taken = page.call(STEPS, "roomKept", []).await.as_f64().unwrap_or_default();
            assert!((0.75..1.34).contains(&taken), "{width}: {taken} of what is kept");
        }
        devtools(&page, "Emulation.clearDeviceMetricsOverride", json!({})).await;
    })
    .await;
}

#[tokio::test]
async fn a_reader_far_below_stays_where_they_are_when_the_article_is_built_anew() {
    in_engines(Scope::Main, async |page| {
        long(&page, 300).await;
        let places = page.call(STEPS, "placeAfterRenewal", [200.into()]).await;
        let place = |at: usize| places[at].as_f64().unwrap_or(f64::NAN);
        assert!((place(0) - place(1)).abs() < 4.0, "{places}");
    })
    .await;
}

/// Counts the cost of an article without a clock: calls from the wasm to JavaScript, elements of the body, and the
/// number of these that are laid out before the reader scrolls.
async fn costs(page: &Page, show: &str) -> Value {
    page.mount("").await;
    page.call(STEPS, "countCalls", []).await;
    page.run(show).await;
    page.until(
        "el?.state === 'ready' && root.querySelector('[part~=newsletter], [part~=share], [part~=body]')",
    )
    .await;
    page.painted().await;
    page.call(STEPS, "costs", []).await
}

#[tokio::test]
async fn an_article_costs_few_calls_out_of_the_wasm_and_few_elements_are_laid_out() {
    in_engines(Scope::ChromiumOnly, async |page| {
        // At most: calls, elements of the body, those laid out at once.
        let table = [
            (
                "WordPress, a captured long read",
                "put('<news-article src=\"/wp-json/wp/v2/posts/29?_embed\" lang=\"fr\"></news-article>')",
                [1_700, 170, 160],
            ),
            (
                "HTML, 200 paragraphs",
                "put('<news-article lang=\"fr\"></news-article>').article = longHtml(200)",
                [4_000, 1_000, 130],
            ),
            (
                "blocks, 200 paragraphs",
                "put('<news-article lang=\"fr\"></news-article>').article = longArticle(200)",
                [25_000, 1_000, 130],
            ),
        ];
        let mut over = Vec::new();
        for (what, show, most) in table {
            let costs = costs(&page, &format!("{STEPS}\n{show}")).await;
            println!("{what}: {costs}");
            for (name, most) in ["calls", "nodes", "shown"].into_iter().zip(most) {
                if costs[name].as_u64().is_none_or(|is| is > most) {
                    over.push(format!("{what}: more than {most} {name}: {costs}"));
                }
            }
        }
        assert!(over.is_empty(), "{over:#?}");
    })
    .await;
}
