//! Tests that the elements, and readers of the page's JSON-LD, get what WordPress and other plugins know of a post.

use super::{number, open, parts_are_ready, sent, write};
use news_article_tests::{Page, Scope, before_wordpress};
use serde_json::{Value, json};

/// The JSON-LD of the page that is open.
async fn described(page: &Page) -> Vec<Value> {
    let found = page
        .eval("return [...document.querySelectorAll('script[type=\"application/ld+json\"]')].map((one) => JSON.parse(one.textContent));")
        .await;
    found.as_array().cloned().unwrap_or_default()
}

#[tokio::test]
async fn section_tags_author_and_dates_stand_in_the_head_and_reach_the_element() {
    before_wordpress(Scope::ChromiumOnly, async |page, site| {
        site.plugin(Some(""));
        open(&page, site, "/politique/tramway/").await;
        let all = described(&page).await;
        let [article] = all.as_slice() else { panic!("{all:?}") };
        let url = format!("{}/politique/tramway/", site.origin());
        for (key, expected) in [
            ("@type", json!("NewsArticle")),
            ("url", json!(url)),
            ("headline", json!("Tramway : le tracé de la ligne T4 adopté, l’opposition dénonce « un passage en force »")),
            ("description", json!("Vingt-deux stations & un pont.")),
            ("inLanguage", json!("en-US")),
            ("datePublished", json!("2026-03-21T09:00:00+01:00")),
            ("articleSection", json!("Politique")),
            ("keywords", json!(["Transports"])),
            ("author", json!([{ "@type": "Person", "name": "Salma Benjelloun", "url": format!("{}/author/redaction/", site.origin()) }])),
        ] {
            assert_eq!(article.get(key), Some(&expected), "{key}");
        }
        // The element that stands around a text reads it.
        write(site, "rapide", "[news_article]<p>Un.</p>[/news_article]");
        open(&page, site, "/politique/rapide/").await;
        page.ready().await;
        page.check("el.article.section.name === 'Politique' && el.article.authors[0].name === 'Salma Benjelloun' && el.article.publishedAt.startsWith('2026-03-21') && el.article.title === 'Rapide'").await;
        write(site, "rapide", "<p>Trop vite.</p>");
    })
    .await;
}

#[tokio::test]
async fn co_authors_are_all_named_and_an_seo_plugin_describes_alone() {
    before_wordpress(Scope::ChromiumOnly, async |page, site| {
        site.plugin(Some(""));
        site.others("coauthors");
        open(&page, site, "/politique/tramway/").await;
        let all = described(&page).await;
        let names: Vec<_> =
            all[0]["author"].as_array().into_iter().flatten().map(|one| one["name"].clone()).collect();
        assert_eq!(names, ["Salma Benjelloun", "Driss “D.” Alami & fils"]);
        site.others("coauthors seo");
        open(&page, site, "/politique/tramway/").await;
        assert_eq!(described(&page).await, Vec::<Value>::new());
        // Behind a password nothing is told, nor where there are no parts.
        site.others("");
        for path in ["/politique/protege/", "/"] {
            assert!(!sent(&page, site, path).await.contains("application/ld+json"), "{path}");
        }
    })
    .await;
}

#[tokio::test]
async fn a_post_is_in_the_language_that_a_plugin_for_languages_says() {
    before_wordpress(Scope::ChromiumOnly, async |page, site| {
        site.plugin(Some(""));
        let post = number(site, "tramway");
        for (others, own, expected) in [
            ("polylang", "fr_FR", "fr-FR"),
            ("polylang", "", "ar"),
            ("wpml", "de_DE", "de-DE"),
            ("wpml", "", "es"),
        ] {
            site.others(others);
            site.sql(&format!("DELETE FROM wp_postmeta WHERE meta_key = 'test_language'; INSERT INTO wp_postmeta (post_id, meta_key, meta_value) VALUES ({post}, 'test_language', '{own}')"));
            open(&page, site, "/politique/tramway/").await;
            parts_are_ready(&page, "reading-time share").await;
            page.says("[...document.querySelectorAll('.news-article-part > [for]')].map((one) => one.lang).filter((one, at, all) => all.indexOf(one) === at).join()", expected).await;
            // What the server says is what the element says after it.
            page.check("document.querySelector('news-reading-time > span').textContent === document.querySelector('news-reading-time').shadowRoot.querySelector('[part=reading-time]').innerText").await;
        }
        site.sql("DELETE FROM wp_postmeta WHERE meta_key = 'test_language'");
    })
    .await;
}
