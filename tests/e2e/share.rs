//! Share buttons.

use news_article_tests::{Scope, in_engines};
use serde_json::json;

const STEPS: &str = include_str!("js/share.js");

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
        page.call(STEPS, "keepShared", []).await;
        page.run("$$('share-button')[0].click()").await;
        page.check("shared.length === 1 && shared[0].network === 'x' && shared[0].url === el.article.url").await;
    })
    .await;
}

#[tokio::test]
async fn copying_is_announced_and_has_a_way_where_it_is_refused() {
    in_engines(Scope::Whole, async |page| {
        page.mount(r#"<news-article src="/api/articles/42.json" lang="fr" share="copy"></news-article>"#)
            .await;
        page.ready().await;
        page.call(STEPS, "setClipboard", [json!(true)]).await;
        page.run("$('share-button').click()").await;
        page.until("$('share').innerText.includes('Lien copié')").await;
        page.check("copied === el.article.url").await;
        page.call(STEPS, "setClipboard", [json!(false)]).await;
        page.run("$('share-button').click()").await;
        page.until(
            "root.activeElement?.localName === 'input' && root.activeElement.value === el.article.url",
        )
        .await;
        page.check(
            "root.activeElement.selectionEnd - root.activeElement.selectionStart === el.article.url.length",
        )
        .await;
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
        // Nor is it told again when the page changes something else.
        page.run("el.headingLevel = 2").await;
        page.until("$('title').localName === 'h2'").await;
        assert_eq!(page.console().await, Vec::<String>::new());
    })
    .await;
}

#[tokio::test]
async fn the_device_shares_where_it_can_and_a_change_of_mind_is_no_error() {
    in_engines(Scope::Whole, async |page| {
        page.mount(r#"<news-article lang="fr" share="native x"></news-article>"#).await;
        page.call(STEPS, "setDevice", []).await;
        page.run("el.src = '/api/articles/42.json'").await;
        page.ready().await;
        page.check("$$('share-button').map((button) => button.dataset.network).join(' ') === 'native x'").await;
        page.run("$('share-button').click()").await;
        page.until("given.length === 1").await;
        page.check("given[0].url === el.article.url && given[0].title === el.article.title && $('share').innerText.trim() === ''").await;
        assert_eq!(page.console().await, Vec::<String>::new());
        page.run("navigator.canShare = () => false; el.share = 'native facebook';").await;
        page.until("$$('share-button').map((button) => button.dataset.network).join(' ') === 'facebook'").await;
    })
    .await;
}

#[tokio::test]
async fn mastodon_asks_for_the_instance_and_goes_nowhere_else() {
    in_engines(Scope::Whole, async |page| {
        page.mount(r#"<news-article src="/api/articles/42.json" lang="fr" share="mastodon print" share-utm="utm_source=partage"></news-article>"#).await;
        page.ready().await;
        page.call(STEPS, "keepOpened", []).await;
        page.run("$$('share-button')[0].click()").await;
        page.until("root.activeElement?.id === 'mastodon'").await;
        page.run("root.activeElement.value = 'evil.example:1/x'; root.activeElement.form.requestSubmit();").await;
        page.until("root.getElementById('mastodon').getAttribute('aria-invalid') === 'true'").await;
        page.check("opened.length === 0 && $('share').innerText.includes('mastodon.social')").await;
        page.run("root.activeElement.value = '@moi@piaille.fr'; root.activeElement.form.requestSubmit();").await;
        page.until("opened.length === 1").await;
        page.check("new URL(opened[0][0]).origin === 'https://piaille.fr'").await;
        page.check("new URL(opened[0][0]).searchParams.get('text') === el.article.title + ' ' + el.article.url + '&utm_source=partage'").await;
        page.check("opened[0][2].includes('noopener') && !root.getElementById('mastodon').checkVisibility()").await;
        page.until("root.activeElement === $$('share-button')[0]").await;
        page.run("$$('share-button')[1].click()").await;
        page.until("opened[1] === 'print'").await;
    })
    .await;
}

#[tokio::test]
async fn escape_closes_the_question_for_the_instance_and_gives_the_focus_back() {
    in_engines(Scope::Whole, async |page| {
        page.mount(r#"<news-article src="/api/articles/42.json" lang="fr" share="mastodon"></news-article>"#)
            .await;
        page.ready().await;
        page.run("$('share-button').focus(); $('share-button').click();").await;
        page.until("root.activeElement?.id === 'mastodon'").await;
        page.press("non\u{E007}".to_owned()).await;
        page.until("root.activeElement.getAttribute('aria-invalid') === 'true'").await;
        page.press("\u{E00C}".to_owned()).await;
        page.until("!root.getElementById('mastodon').checkVisibility()").await;
        page.until("root.activeElement === $('share-button')").await;
        // Asked again, it has forgotten the mistake and not what was typed.
        page.run("$('share-button').click()").await;
        page.until("root.activeElement?.id === 'mastodon'").await;
        page.check("!root.activeElement.hasAttribute('aria-invalid') && root.activeElement.value === 'non'")
            .await;
        page.check("!$('share').innerText.includes('mastodon.social')").await;
    })
    .await;
}
