//! Tests the chunks of the wasm: they are loaded when something needs them and not before, and their loss is
//! reported. [`forms`] tests forms that are used before their code is loaded.

mod forms;

use news_article_tests::{Page, Scope, in_engines};
use serde_json::json;

const STEPS: &str = include_str!("js/chunks.js");

const FEED: &str = r#"{"version": "https://jsonfeed.org/version/1.1", "title": "Le Quotidien", "items": [
    {"id": "1", "url": "https://quotidien.example/1", "title": "Un fil", "content_html": "<p>Un <em>texte</em> du fil.</p>"},
    {"id": "2", "url": "https://quotidien.example/2", "title": "Un autre", "content_html": "<p>Autre texte.</p>"}]}"#;
const GRAPH: &str = r#"{"@context": "https://schema.org", "@type": "NewsArticle", "headline": "Un graphe",
    "articleBody": "Un premier paragraphe.\n\nUn second."}"#;

/// The number of requests for a chunk.
fn asked(name: &str) -> String {
    format!(
        "performance.getEntriesByType('resource').filter((entry) => entry.name.endsWith('_{name}.wasm')).length"
    )
}

async fn show(page: &Page, json: &str) {
    page.run(&format!("document.querySelector('news-article').article = {json};")).await;
}

/// Makes requests for a chunk fail until the page calls `mend()`.
async fn lose(page: &Page, chunk: &str) {
    page.call(STEPS, "lose", [json!(chunk)]).await;
}

/// Adds an element to the current page, and waits for it.
async fn put(page: &Page, element: &str) {
    page.run(&format!("put({})", json!(element))).await;
    page.ready().await;
}

#[tokio::test]
async fn a_rare_format_brings_its_chunk_once_and_others_do_not() {
    in_engines(Scope::Main, async |page| {
        page.mount("<news-article lang=fr src=/api/articles/42.json></news-article>").await;
        page.ready().await;
        page.check(&format!("{} === 0", asked("formats"))).await;
        show(&page, FEED).await;
        page.until("el.state === 'ready' && text('title') === 'Un fil'").await;
        page.check("$('body').querySelector('em').textContent === 'texte'").await;
        page.check(&format!("{} === 1", asked("formats"))).await;
        show(&page, GRAPH).await;
        page.until("el.state === 'ready' && text('title') === 'Un graphe'").await;
        page.check("$$('paragraph').length === 2").await;
        page.check(&format!("{} === 1", asked("formats"))).await;
        assert_eq!(page.console().await, Vec::<String>::new());
    })
    .await;
}

#[tokio::test]
async fn the_chunk_of_the_articles_format_comes_beside_the_wasm_and_the_other_does_not() {
    in_engines(Scope::Main, async |page| {
        for (src, here, gone) in [
            ("/api/articles/42.json", "native", "markup"),
            ("/wp-json/wp/v2/posts/28?_embed", "markup", "native"),
        ] {
            page.mount(&format!(
                "<news-article lang=fr sections='title reading-time' src='{src}'></news-article>"
            ))
            .await;
            page.ready().await;
            page.check(&format!("{} === 1 && {} === 0", asked(here), asked(gone))).await;
        }
    })
    .await;
}

#[tokio::test]
async fn a_fresh_instance_has_its_chunks_again() {
    in_engines(Scope::Main, async |page| {
        page.mount("<news-article lang=fr></news-article>").await;
        show(&page, FEED).await;
        page.until("el.state === 'ready' && text('title') === 'Un fil'").await;
        // An exception in Rust ends the instance.
        page.call(STEPS, "throwOnce", []).await;
        show(&page, GRAPH).await;
        page.until("el.state === 'ready' && text('title') === 'Un graphe'").await;
        show(&page, FEED).await;
        page.until("el.state === 'ready' && text('title') === 'Un fil'").await;
    })
    .await;
}

#[tokio::test]
async fn a_chunk_that_does_not_come_is_told_and_can_be_asked_for_again() {
    in_engines(Scope::Whole, async |page| {
        page.mount("<news-article lang=fr><a href=/x>Lire</a></news-article>").await;
        page.run(
            "window.kinds = []; el.addEventListener('error', (event) => kinds.push(event.detail.kind));",
        )
        .await;
        lose(&page, "formats").await;
        show(&page, FEED).await;
        page.until("el.state === 'error' && kinds.length === 1").await;
        page.check(
            "kinds[0] === 'load' && $('error') && el.querySelector('a').getClientRects().length === 1",
        )
        .await;
        page.run("mend(); $('retry').click();").await;
        page.until("el.state === 'ready' && text('title') === 'Un fil'").await;
    })
    .await;
}

#[tokio::test]
async fn without_the_chunk_of_the_sections_the_article_stands_and_a_reload_brings_them() {
    in_engines(Scope::Whole, async |page| {
        page.mount("").await;
        lose(&page, "sections").await;
        put(&page, "<news-article lang=fr src=/api/articles/42.json></news-article>").await;
        page.check("$$('paragraph').length > 2 && $('reading-time') && !$('share') && !$('comment-form')")
            .await;
        page.until("$('base').getAttribute('aria-busy') === null").await;
        let console = page.console().await;
        assert!(
            console.iter().all(|line| line.starts_with("news-article: load")) && console.len() == 1,
            "{console:?}"
        );
        page.run("mend(); el.reload();").await;
        page.until("$('share') && $('comment-form') && el.state === 'ready'").await;
    })
    .await;
}

/// Makes the first `times` responses of a chunk hang in the middle, and shortens the time limit.
async fn hang(page: &Page, chunk: &str, times: u32) {
    page.call(STEPS, "hang", [json!(chunk), json!(times)]).await;
}

#[tokio::test]
async fn a_chunk_that_hangs_does_not_keep_the_article_from_being_ready() {
    in_engines(Scope::Whole, async |page| {
        page.mount("").await;
        hang(&page, "sections", 9).await;
        put(&page, "<news-article lang=fr src=/api/articles/42.json></news-article>").await;
        page.check("$$('paragraph').length > 2 && !$('comment-form')").await;
    })
    .await;
}

#[tokio::test]
async fn a_chunk_that_hangs_once_is_asked_for_again() {
    in_engines(Scope::Whole, async |page| {
        page.mount("").await;
        hang(&page, "native", 1).await;
        put(&page, "<news-article lang=fr src=/api/articles/42.json></news-article>").await;
        page.check("$$('paragraph').length > 2 && Boolean($('comment-form'))").await;
    })
    .await;
}

#[tokio::test]
async fn a_network_that_few_pages_name_brings_its_code_and_the_usual_ones_do_not() {
    in_engines(Scope::Main, async |page| {
        page.mount("<news-article lang=fr src=/api/articles/42.json></news-article>").await;
        page.ready().await;
        page.check(&format!("$$('share-button').length > 5 && {} === 0", asked("networks"))).await;
        page.run("el.setAttribute('share', 'x reddit')").await;
        page.until("$$('share-button').length === 2 && $$('share-button')[1].dataset.network === 'reddit'").await;
        page.check(&format!("$$('share-button')[1].href.startsWith('https://www.reddit.com/') && {} === 1", asked("networks"))).await;
        // So does a title that not every network has room for.
        page.run("el.setAttribute('share', 'x'); el.article = { title: 'mot '.repeat(120), url: 'https://quotidien.example/1', body: [] };").await;
        page.until("text('title').length > 400 && el.state === 'ready'").await;
        page.check("new URL($('share-button').href).searchParams.get('text').endsWith('mot…')").await;
        assert_eq!(page.console().await, Vec::<String>::new());
    })
    .await;
}

#[tokio::test]
async fn without_the_code_of_rare_networks_the_others_and_all_else_stand() {
    in_engines(Scope::Whole, async |page| {
        page.mount("").await;
        lose(&page, "networks").await;
        put(&page, "<news-article lang=fr share=\"x reddit\" src=/api/articles/42.json></news-article>")
            .await;
        page.check("$$('share-button').length === 1 && Boolean($('comment-form')) && Boolean($('social'))")
            .await;
    })
    .await;
}

#[tokio::test]
async fn the_publishers_data_are_read_beside_a_post_of_wordpress_too() {
    in_engines(Scope::Main, async |page| {
        page.mount("<news-article lang=fr src='/wp-json/wp/v2/posts/28?_embed' site-src=/api/site.json></news-article>").await;
        page.ready().await;
        page.check(&format!("$('newsletter') && {} === 1 && {} === 1", asked("markup"), asked("native"))).await;
        // It was asked for beside the wasm, before the answer was there to tell.
        let before = page.call(STEPS, "cameBefore", [json!("native"), json!("sections")]).await;
        assert_eq!(before, json!(true));
    })
    .await;
}

#[tokio::test]
async fn the_cards_of_other_articles_come_when_somebody_comes_near() {
    in_engines(Scope::Main, async |page| {
        page.mount("<div style='height: 400vh'></div><news-article lang=fr src=/api/articles/42.json related-src=/api/related/42.json></news-article>").await;
        page.ready().await;
        page.check(&format!("$('related-heading') && !$('related-item') && {} === 0", asked("related"))).await;
        page.run("$('related').scrollIntoView()").await;
        page.until(&format!("$$('related-item').length > 2 && {} === 1", asked("related"))).await;
        // An article that brings its list along shows it at once.
        let with_list = json!({ "title": "Un", "body": [], "related": [{ "title": "Autre", "url": "https://quotidien.example/2" }] });
        show(&page, &with_list.to_string()).await;
        page.run("el.removeAttribute('related-src'); window.scrollTo(0, 0);").await;
        page.until("el.state === 'ready' && text('title') === 'Un' && text('related-title') === 'Autre'").await;
        assert_eq!(page.console().await, Vec::<String>::new());
    })
    .await;
}

#[tokio::test]
async fn without_the_code_of_the_cards_the_section_goes_and_the_article_stays() {
    in_engines(Scope::Whole, async |page| {
        page.mount("").await;
        lose(&page, "related").await;
        put(&page, "<news-article lang=fr src=/api/articles/42.json related-src=/api/related/42.json></news-article>").await;
        page.run("$('related').scrollIntoView()").await;
        page.until("!$('related') || $('related').hidden || $('related').querySelector('[part=status]')").await;
        page.check("el.state === 'ready' && $$('paragraph').length > 2 && Boolean($('comment-form'))").await;
    })
    .await;
}

#[tokio::test]
async fn what_is_set_while_the_sections_are_on_their_way_is_not_lost() {
    in_engines(Scope::Whole, async |page| {
        page.mount("").await;
        page.call(STEPS, "hold", [json!("sections")]).await;
        page.run("record(['load'], put('<news-article lang=fr src=/api/articles/42.json></news-article>'))").await;
        page.until("$('title') && window.mend").await;
        page.run("el.lang = 'en'; el.headingLevel = 2; mend();").await;
        page.until("el.state === 'ready' && $('title')?.localName === 'h2' && text('reading-time').includes('Reading time')").await;
        page.check("log.length === 1").await;
    })
    .await;
}
