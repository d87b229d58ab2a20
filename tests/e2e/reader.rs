//! What a reader brings along: a keyboard, paper, a search in the page, a browser that goes back.

use crate::preferences::devtools;
use news_article_tests::{Scope, in_engines};
use serde_json::json;

const STEPS: &str = include_str!("js/reader.js");

#[tokio::test]
async fn the_ring_around_a_card_that_has_the_focus_is_whole() {
    in_engines(Scope::Whole, async |page| {
        for lang in ["fr", "ar"] {
            page.mount(&format!(r#"<div lang="{lang}" dir="{}"><news-article src="/api/articles/42.json" sections="title related"></news-article></div>"#, if lang == "ar" { "rtl" } else { "ltr" })).await;
            page.ready().await;
            page.run("$('related').scrollIntoView()").await;
            page.until("$$('related-item').length > 1").await;
            assert_eq!(page.call(STEPS, "ringsCut", []).await, json!([]), "{lang}");
            // The cards stand where the heading does.
            page.check("Math.abs($('related-item').getBoundingClientRect()[getComputedStyle($('related')).direction === 'rtl' ? 'right' : 'left'] - $('related-heading').getBoundingClientRect()[getComputedStyle($('related')).direction === 'rtl' ? 'right' : 'left']) < 1").await;
            page.check("document.documentElement.scrollWidth <= innerWidth").await;
        }
    })
    .await;
}

#[tokio::test]
async fn an_element_that_is_hidden_until_found_can_be_found() {
    in_engines(Scope::Whole, async |page| {
        page.mount("<news-article hidden=until-found><article><h1>Titre</h1><p>Un texte à trouver.</p></article></news-article><section hidden=until-found></section>").await;
        page.ready().await;
        page.check("getComputedStyle(el).display === getComputedStyle(document.querySelector('section')).display").await;
        page.check("getComputedStyle(el).contentVisibility === getComputedStyle(document.querySelector('section')).contentVisibility").await;
        page.run("el.hidden = true").await;
        page.check("getComputedStyle(el).display === 'none'").await;
    })
    .await;
}

#[tokio::test]
async fn a_dark_page_is_readable_on_paper_with_its_background_and_without() {
    in_engines(Scope::ChromiumOnly, async |page| {
        page.mount(r#"<style>:root { color-scheme: dark; background: #111; color: #eee; --news-article-text: #ddd; --news-article-muted: #bbb; --news-article-surface: #222; }</style>
            <news-article src="/api/articles/42.json" lang="fr"></news-article>
            <p id="text">Un texte assez long pour être un article.</p> <news-reading-time for="text"></news-reading-time>"#).await;
        page.ready().await;
        page.until("document.querySelector('news-reading-time').state === 'ready'").await;
        devtools(&page, "Emulation.setEmulatedMedia", json!({ "media": "print" })).await;
        let faint = json!(["title", "byline", "summary", "paragraph", "caption", "breadcrumb"]);
        assert_eq!(page.call(STEPS, "faintOnOwnBackground", [faint]).await, json!([]));
        // In a line of the page's it has the page's colour.
        page.check("getComputedStyle(document.querySelector('news-reading-time').shadowRoot.querySelector('[part=reading-time]')).color === 'rgb(238, 238, 238)'").await;
    })
    .await;
}

#[tokio::test]
async fn a_row_without_a_button_is_none() {
    in_engines(Scope::Whole, async |page| {
        page.mount(r#"<script>navigator.canShare = undefined;</script>"#).await;
        page.run("Object.defineProperty(navigator, 'canShare', { configurable: true, value: () => false })").await;
        page.run(&format!("put({})", json!(r#"<news-article src="/api/articles/42.json" share="native" sections="title share"></news-article>"#))).await;
        page.ready().await;
        page.check("!root.querySelector('[part=share]')").await;
    })
    .await;
}
