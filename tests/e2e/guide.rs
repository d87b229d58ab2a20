//! The guide: every example on it does what it says.

use news_article_tests::{Scope, in_engines};
use serde_json::json;

const STEPS: &str = include_str!("js/guide.js");

#[tokio::test]
async fn every_example_of_the_guide_runs() {
    in_engines(Scope::Whole, async |page| {
        page.open("/docs/guide.html").await;
        // A lazy one comes when it is near.
        page.call(STEPS, "becomesWhole", []).await;
        let empty = page.call(STEPS, "empty", []).await;
        assert_eq!(empty, json!([]));
        // Parts alone, and the text that they name.
        page.check("getComputedStyle(document.querySelector('news-share[for=texte]').shadowRoot.querySelector('[part=share-button]')).borderTopLeftRadius === '0px'").await;
        page.check("document.querySelector('news-reading-time[for=texte]').shadowRoot.textContent.includes('1')").await;
        page.check("document.querySelector('news-reading-time').getClientRects().length === 1").await;
        page.check("document.querySelectorAll('pre[data-live]').length === document.querySelectorAll('.live').length").await;
        page.check("told.some(({ name }) => name === 'view')").await;
        page.check("getComputedStyle(document.querySelector('.review').shadowRoot.querySelector('[part=title]')).fontWeight === '400'").await;
        page.check("document.querySelector('.own-comments').getClientRects().length === 1").await;
        // Every attribute that the element knows has its example.
        let without = page.call(STEPS, "withoutExample", []).await;
        assert_eq!(without, json!([]));
    })
    .await;
}

#[tokio::test]
async fn the_three_embeddings_of_readme_work_as_they_are_written() {
    let readme = include_str!("../../README.md");
    let ways = readme
        .split("## Three ways to embed")
        .nth(1)
        .and_then(|rest| rest.split("\n## ").next())
        .expect("the ways");
    let examples: Vec<&str> =
        ways.split("```html\n").skip(1).filter_map(|rest| rest.split("```").next()).collect();
    assert_eq!(examples.len(), 3);
    in_engines(Scope::Whole, async |page| {
        for example in &examples {
            page.open("/demo/blank.html").await;
            page.run(&format!("document.querySelector('main').innerHTML = {};", json!(example))).await;
            page.until("(() => { const all = [...document.querySelectorAll('news-article, news-reading-time, news-share, news-related')]; return all.length > 0 && all.every((one) => one.state === 'ready'); })()").await;
        }
    })
    .await;
}
