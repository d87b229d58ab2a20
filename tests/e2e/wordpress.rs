//! Captured answers of a real WordPress.

use news_article_tests::{Scope, in_engines};
use serde_json::json;

const STEPS: &str = include_str!("js/wordpress.js");

#[tokio::test]
async fn a_captured_post_is_a_whole_page() {
    in_engines(Scope::Main, async |page| {
        page.mount(r#"<news-article src="/wp-json/wp/v2/posts/28?_embed" related-src="/wp-json/wp/v2/posts?categories=3&exclude=28&per_page=8&_embed" lang="fr"></news-article>"#).await;
        page.ready().await;
        page.says("text('title')", "Tramway : le tracé de la ligne T4 adopté, l’opposition dénonce « un passage en force »").await;
        // The category of the permalink, not the first of the list.
        page.says("text('section')", "Politique").await;
        page.check("text('breadcrumb').startsWith('Accueil')").await;
        page.check("text('byline').includes('Salma Benjelloun') && text('byline').includes('16 avril 2026')").await;
        page.says("text('reading-time')", "Temps de lecture : 2 minutes").await;
        // An automatic excerpt is no summary.
        page.check("!$('summary')").await;
        page.check("$('image').querySelector('img').srcset.includes('1024w') && $('image').querySelector('img').alt.includes('tramway')").await;
        page.check("text('quote').includes('nous raccourcissons la journée') && $$('heading').length === 1").await;
        page.check("$('tags').innerText.includes('Transports')").await;
        page.run("$('related').scrollIntoView()").await;
        page.until("$$('related-item').length > 0").await;
        page.check("root.querySelectorAll('[part=related-item]').length === 8").await;
        page.check("!!$('comment-form')").await;
        assert_eq!(page.console().await, Vec::<String>::new());
    })
    .await;
}

#[tokio::test]
async fn every_captured_post_is_shown_or_says_why_not() {
    in_engines(Scope::Whole, async |page| {
        for id in ["28", "29", "30", "31", "32", "33", "34"] {
            page.mount(&format!(
                r#"<news-article src="/wp-json/wp/v2/posts/{id}?_embed" lang="fr"></news-article>"#
            ))
            .await;
            page.until("el.state === 'ready' || el.state === 'error'").await;
            page.check("el.state === 'ready' && text('title').length > 3 && text('body').length > 20").await;
        }
    })
    .await;
}

#[tokio::test]
async fn a_comment_speaks_wordpress_contract() {
    in_engines(Scope::Whole, async |page| {
        page.mount(r#"<news-article src="/wp-json/wp/v2/posts/28?_embed" lang="fr"></news-article>"#).await;
        page.ready().await;
        let values =
            json!({ "name": "Salma", "email": "salma@example.org", "body": "Merci pour ce détail." });
        let sent = page.call(STEPS, "sendComment", [values]).await;
        assert_eq!(sent["outcome"], "held");
        page.until("/validation/.test($('comments').innerText)").await;
        let body = &sent["bodies"][0];
        assert!(body["post"] == 28 || body["post"] == "28", "{body}");
        assert_eq!(body["author_name"], "Salma");
        assert_eq!(body["author_email"], "salma@example.org");
        assert_eq!(body["content"], "Merci pour ce détail.");
    })
    .await;
}
