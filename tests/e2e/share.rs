//! Share buttons.

use news_article_tests::{Scope, in_engines};

#[tokio::test]
async fn each_network_is_a_plain_link_that_can_be_counted() {
    in_engines(Scope::Main, async |page| {
        page.mount(r#"<news-article src="/api/articles/42.json" lang="fr" share="x facebook whatsapp email copy"></news-article>"#).await;
        page.ready().await;
        page.check("$$('share-button').map((button) => button.dataset.network).join(' ') === 'x facebook whatsapp email copy'").await;
        page.check("new URL($$('share-button')[0].href).searchParams.get('text') === el.article.title").await;
        page.check("new URL($$('share-button')[1].href).searchParams.get('u') === el.article.url").await;
        page.check("$$('share-button').slice(0, 3).every((a) => a.rel.includes('noopener') && a.target === '_blank')").await;
        page.check("$$('share-button')[0].getAttribute('aria-label') === 'Partager sur X'").await;
        page.run("window.shared = []; document.addEventListener('news-article-share', (event) => { event.preventDefault(); shared.push(event.detail); }); $$('share-button')[0].click();").await;
        page.check("shared.length === 1 && shared[0].network === 'x' && shared[0].url === el.article.url").await;
    })
    .await;
}

#[tokio::test]
async fn copying_is_announced_and_has_a_way_where_it_is_refused() {
    in_engines(Scope::Whole, async |page| {
        page.mount(r#"<news-article src="/api/articles/42.json" lang="fr" share="copy"></news-article>"#).await;
        page.ready().await;
        page.run("window.copied = ''; Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText: async (value) => { window.copied = value; } } }); $('share-button').click();").await;
        page.until("$('share').innerText.includes('Lien copié')").await;
        page.check("copied === el.article.url").await;
        page.run("Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText: () => Promise.reject(new Error('refused')) } }); $('share-button').click();").await;
        page.until("root.activeElement?.localName === 'input' && root.activeElement.value === el.article.url").await;
        page.check("root.activeElement.selectionEnd - root.activeElement.selectionStart === el.article.url.length").await;
    })
    .await;
}

#[tokio::test]
async fn an_unknown_network_is_skipped_with_one_warning() {
    in_engines(Scope::Whole, async |page| {
        page.mount(r#"<news-article src="/api/articles/42.json" lang="fr" share="x google-plus none-such"></news-article>"#).await;
        page.ready().await;
        page.check("$$('share-button').length === 1").await;
        let console = page.console().await;
        assert_eq!(console.len(), 1, "{console:?}");
        assert!(console[0].contains("google-plus"), "{console:?}");
    })
    .await;
}
