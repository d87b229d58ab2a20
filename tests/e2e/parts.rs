//! Parts alone: one section of an article, where the page wants it.

use news_article_tests::{Page, Scope, dist, in_engines};
use serde_json::json;

const STEPS: &str = include_str!("js/parts.js");

/// Waits until an expression is true, in which `part` gives what a part shows.
async fn until(page: &Page, expression: &str) {
    page.until(&format!("(() => {{ {STEPS} return {expression}; }})()")).await;
}

#[tokio::test]
async fn parts_follow_the_article_that_they_name() {
    in_engines(Scope::Main, async |page| {
        page.mount("<news-reading-time for=a></news-reading-time><news-share for=a share='copy x'></news-share><news-related for=a></news-related>").await;
        // The article comes later than its parts, and changes.
        page.run("document.querySelector('main').insertAdjacentHTML('beforeend', '<news-article id=a sections=\"title reading-time\" lang=fr src=/api/articles/42.json></news-article>');").await;
        until(&page, "part('news-reading-time') === 'Temps de lecture : 2 minutes'").await;
        until(&page, "document.querySelector('news-share').shadowRoot.querySelectorAll('[part=share-button]').length === 2").await;
        page.run("document.querySelector('news-related').scrollIntoView()").await;
        until(&page, "document.querySelector('news-related').shadowRoot.querySelectorAll('[part=related-item]').length === 8").await;
        page.check("['title', 'body', 'comments'].every((name) => !document.querySelector('news-related').shadowRoot.querySelector(`[part=${name}]`))").await;
        let told = page.call(STEPS, "share", [json!("x")]).await;
        assert_eq!((&told[0], &told[1]["network"], &told[1]["id"]), (&json!("news-share"), &json!("x"), &json!("42")));
        page.run("document.querySelector('#a').src = '/api/articles/long.json'").await;
        until(&page, "el.article.title.startsWith('À Sidi') && !part('news-reading-time').endsWith(' 2 minutes') && part('news-reading-time') === text('reading-time')").await;
    })
    .await;
}

#[tokio::test]
async fn parts_read_any_element_and_the_page() {
    in_engines(Scope::Whole, async |page| {
        page.mount("").await;
        page.call(STEPS, "putBesideTexts", []).await;
        until(&page, "part('news-reading-time') === 'Reading time: 4 minutes'").await;
        until(&page, "new URL(document.querySelector('news-share').shadowRoot.querySelector('[data-network=x]').href).searchParams.get('url') === `${location.origin}/propre?utm_source=page`").await;
        page.run("document.querySelector('news-reading-time').setAttribute('for', 'short')").await;
        until(&page, "part('news-reading-time') === 'Reading time: 1 minute'").await;
        page.run("document.querySelector('news-reading-time').setAttribute('for', 'nobody')").await;
        until(&page, "document.querySelector('news-reading-time').state === 'idle' && part('news-reading-time') === ''").await;
    })
    .await;
}

#[tokio::test]
async fn every_section_after_the_body_stands_alone_beside_the_pages_own_text() {
    in_engines(Scope::Main, async |page| {
        page.mount("<article id=post-42><h1>Un titre</h1><p>Un mot.</p></article><news-comments for=post-42 lang=fr comments-action=/api/comments site-src=/api/site.json heading-level=2></news-comments><news-newsletter for=post-42 lang=fr newsletter-action=/api/newsletter?mine site-src=/api/site.json></news-newsletter><news-social for=post-42 lang=fr site-src=/api/site.json></news-social>").await;
        page.call(STEPS, "comeTo", [json!("news-comments")]).await;
        until(&page, "inside('news-comments', 'comment-form').length === 1").await;
        // The heading of the section is one below that of the headline, and nothing of the article stands with it.
        until(&page, "inside('news-comments', 'comments')[0].querySelector('h3') && inside('news-comments', 'title').length === 0").await;
        page.call(STEPS, "comeTo", [json!("news-newsletter")]).await;
        until(&page, "inside('news-newsletter', 'newsletter').length === 1 && inside('news-newsletter', 'form').length === 1").await;
        page.call(STEPS, "comeTo", [json!("news-social")]).await;
        until(&page, "inside('news-social', 'social')[0]?.querySelectorAll('a').length > 1").await;
        let sent = page.call(STEPS, "sendComment", []).await;
        assert_eq!(sent, json!(["news-comments", "Bien dit.", "news-comments", "published"]));
        page.check("document.querySelector('news-comments').state === 'ready' && document.querySelector('news-comments').commentsAction === '/api/comments'").await;
    })
    .await;
}

#[tokio::test]
async fn a_part_without_a_name_follows_the_first_article() {
    in_engines(Scope::Whole, async |page| {
        page.mount(
            "<news-reading-time></news-reading-time><news-article lang=fr><p>Un texte.</p></news-article>",
        )
        .await;
        page.ready().await;
        until(&page, "part('news-reading-time') === 'Temps de lecture : 1 minute'").await;
    })
    .await;
}

#[tokio::test]
async fn a_reading_time_alone_has_the_type_of_the_line_that_it_stands_in() {
    in_engines(Scope::Whole, async |page| {
        page.mount("<p id=text style='font: italic 20px serif; color: rgb(1, 2, 3)'>Un texte. <news-reading-time for=text lang=fr></news-reading-time></p>").await;
        until(&page, "part('news-reading-time') === 'Temps de lecture : 1 minute'").await;
        page.run("window.style = getComputedStyle(document.querySelector('news-reading-time').shadowRoot.querySelector('[part=reading-time]'));").await;
        // In the line, not under it.
        page.check("document.querySelector('#text').getClientRects().length === 1").await;
        page.check("document.querySelector('#text').offsetHeight < 40").await;
        page.check("getComputedStyle(document.querySelector('news-reading-time')).display === 'inline-block'").await;
        page.check("style.color === 'rgb(1, 2, 3)' && style.fontSize === '20px' && style.fontStyle === 'italic'").await;
    })
    .await;
}

#[tokio::test]
async fn a_part_that_goes_elsewhere_follows_what_it_names_there() {
    in_engines(Scope::Whole, async |page| {
        page.mount("<div id=a><p>Un mot.</p></div><div id=host></div><news-reading-time for=a lang=fr></news-reading-time>").await;
        until(&page, "part('news-reading-time') === 'Temps de lecture : 1 minute'").await;
        page.call(STEPS, "moveElsewhere", []).await;
        page.until("tidy(window.moved.shadowRoot?.textContent).includes('2 minutes')").await;
    })
    .await;
}

#[tokio::test]
async fn a_part_finds_what_it_names_when_it_comes_late_and_leaves_no_observer() {
    in_engines(Scope::Whole, async |page| {
        page.mount("").await;
        page.call(STEPS, "countObservers", []).await;
        page.run("put('<news-reading-time for=z lang=fr></news-reading-time><news-share for=nobody lang=fr></news-share><div id=app></div>');").await;
        // Each waits for what it names, and for what takes its place.
        page.until("live === 2").await;
        page.run("document.querySelector('#app').innerHTML = '<section><div id=z><p>Un mot.</p></div></section>';").await;
        until(&page, "part('news-reading-time') === 'Temps de lecture : 1 minute'").await;
        page.until("live === 3").await;
        page.run("document.querySelector('news-share').remove(); document.querySelector('news-reading-time').remove();").await;
        page.until("live === 0").await;
    })
    .await;
}

#[tokio::test]
async fn the_manifest_names_every_part_that_stands_in_a_part_alone() {
    in_engines(Scope::Whole, async |page| {
        page.mount("<news-article id=a lang=fr sections=title src=/api/articles/42.json></news-article><news-reading-time for=a></news-reading-time><news-share for=a share='copy mastodon'></news-share><news-related for=a></news-related>\
            <news-comments for=a></news-comments><news-newsletter for=a></news-newsletter><news-social for=a></news-social>\
            <news-contents for=a></news-contents><news-progress for=a></news-progress><news-listen for=a></news-listen>").await;
        page.call(STEPS, "giveAll", []).await;
        until(&page, "document.querySelector('news-share').shadowRoot.querySelectorAll('[part=share-button]').length === 2").await;
        page.run("document.querySelector('news-share').shadowRoot.querySelector('[data-network=mastodon]').click(); document.querySelector('news-related').scrollIntoView();").await;
        until(&page, "document.querySelector('news-related').shadowRoot.querySelectorAll('[part=related-item]').length === 8").await;
        page.call(STEPS, "comeTo", [json!("news-comments")]).await;
        until(&page, "inside('news-comments', 'comments-more').some(shown)").await;
        page.call(STEPS, "comeTo", [json!("news-newsletter")]).await;
        until(&page, "inside('news-newsletter', 'form').length === 1 && inside('news-social', 'social').length === 1").await;
        until(&page, "inside('news-contents', 'contents-link').length && inside('news-listen', 'listen-play').length && inside('news-progress', 'progress').length").await;
        assert_eq!(page.call(STEPS, "oddNames", []).await, json!([]));
    })
    .await;
}

#[tokio::test]
async fn the_classes_that_the_types_promise_can_be_imported() {
    let types = std::fs::read_to_string(dist().join("news-article.d.ts")).expect("the types");
    let classes = types.lines().filter_map(|line| line.strip_prefix("export class ")?.split(' ').next());
    let mut classes: Vec<String> = classes.map(str::to_owned).collect();
    classes.sort();
    assert_eq!(classes.len(), 10);
    in_engines(Scope::Main, async |page| {
        page.mount("").await;
        for module in ["index.js", "element.js", "news-article.js"] {
            let names = page.call(STEPS, "exportsOf", [json!(module)]).await;
            assert_eq!(names, json!(classes), "{module}");
        }
    })
    .await;
    // What is declared for the others alone is no name that can be imported.
    assert!(types.contains("\ndeclare class NewsPart ") && types.ends_with("\nexport {};\n"));
}
