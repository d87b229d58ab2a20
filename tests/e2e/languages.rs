//! The interface in every language.

use news_article_tests::{Scope, in_engines};
use std::path::Path;

const LANGUAGES: [&str; 15] =
    ["fr", "ar", "en", "es", "de", "it", "pt", "nl", "tr", "pl", "ru", "zh", "ja", "fa", "he"];

/// An interface text, as the file of the language has it.
fn text(language: &str, key: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("../src/locale/{language}.json"));
    let json: serde_json::Value =
        serde_json::from_str(&std::fs::read_to_string(path).expect("the texts")).expect("JSON");
    json[key].as_str().expect("a text").to_owned()
}

#[tokio::test]
async fn every_language_speaks_for_itself_and_its_regions() {
    in_engines(Scope::Whole, async |page| {
        for language in LANGUAGES {
            for tag in [language.to_owned(), format!("{language}-XX")] {
                page.mount(&format!(r#"<div lang="{tag}"><news-article src="/api/articles/42.json"></news-article></div>"#)).await;
                page.ready().await;
                page.says("text('comments-prompt')", &text(language, "commentsPrompt")).await;
                page.says("tidy($('comment-form').querySelector('[part=submit]').innerText)", &text(language, "commentSubmit")).await;
                page.check(&format!("root.querySelector('article').parentNode.lang === '{tag}'")).await;
                let rtl = ["ar", "fa", "he"].contains(&language);
                page.check(&format!("getComputedStyle(root.querySelector('article')).direction === '{}'", if rtl { "rtl" } else { "ltr" })).await;
                // The article keeps its own language and direction.
                page.check("$('body').lang === el.article.language && getComputedStyle($('paragraph')).direction === 'ltr'").await;
            }
        }
        assert_eq!(page.console().await, Vec::<String>::new());
    })
    .await;
}

#[tokio::test]
async fn a_language_without_texts_falls_back_whole_to_english() {
    in_engines(Scope::Whole, async |page| {
        page.mount(r#"<div lang="sw"><news-article src="/api/articles/42.json"></news-article></div>"#).await;
        page.ready().await;
        page.check("root.querySelector('article').parentNode.lang === 'en' && text('reading-time') === 'Reading time: 2 minutes'").await;
        page.check("text('byline').includes('March')").await;
    })
    .await;
}

#[tokio::test]
async fn a_tag_that_is_not_quite_one_is_read_as_what_it_means() {
    in_engines(Scope::Whole, async |page| {
        for tag in ["fr_FR", "fr-", "  fr  "] {
            page.mount(&format!(r#"<div lang="{tag}"><news-article src="/api/articles/42.json"></news-article></div>"#)).await;
            page.ready().await;
            page.check("text('byline').includes('21 mars 2026') && text('reading-time').startsWith('Temps de lecture')").await;
        }
    })
    .await;
}

#[tokio::test]
async fn the_month_and_the_digits_are_those_of_the_region() {
    in_engines(Scope::ChromiumOnly, async |page| {
        page.mount(r#"<div lang="ar-MA"><news-article></news-article></div>"#).await;
        page.run("el.article = { title: 'خبر', body: [], publishedAt: '2026-08-05T09:00:00+01:00' }").await;
        page.ready().await;
        page.check("text('date').includes('غشت') && text('date').includes('2026')").await;
        page.run("document.querySelector('div').lang = 'ar-EG'; el.article = el.article;").await;
        page.until("text('date').includes('٢٠٢٦')").await;
    })
    .await;
}

#[tokio::test]
async fn the_publishers_labels_stand_over_the_interfaces() {
    in_engines(Scope::Whole, async |page| {
        page.mount(r#"<news-article src="/api/articles/42.json" lang="fr"></news-article>"#).await;
        page.ready().await;
        page.run("el.labels = { commentsPrompt: 'À vous la parole', unknown: 'x' }").await;
        page.until("text('comments-prompt') === 'À vous la parole'").await;
    })
    .await;
}
