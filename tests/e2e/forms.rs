//! Comments and newsletter: filled in, sent, told, never lost. [`meanwhile`] has what may happen while one is sent, [`refused`]
//! what a site says that does not take it.

mod meanwhile;
mod refused;

use news_article_tests::{Page, Scope, in_engines};
use serde_json::json;

const STEPS: &str = include_str!("js/forms.js");

const ARTICLE: &str = r#"<news-article src="/api/articles/42.json" lang="fr"></news-article>"#;

async fn fill(page: &Page, form: &str, fields: &[(&str, &str)]) {
    for (name, value) in fields {
        page.run(&format!("typeIn('{form}', '{name}', {})", json!(value))).await;
    }
}

async fn submit(page: &Page, form: &str) {
    page.run(&format!("send('{form}')")).await;
}

const GOOD: [(&str, &str); 3] =
    [("name", "Salma"), ("email", "salma@example.org"), ("body", "Très clair, merci.")];

#[tokio::test]
async fn a_comment_is_sent_and_its_draft_cleared() {
    in_engines(Scope::Main, async |page| {
        page.mount(ARTICLE).await;
        page.ready().await;
        page.call(STEPS, "watchForms", []).await;
        fill(&page, "comment-form", &GOOD).await;
        submit(&page, "comment-form").await;
        page.until("sent.length === 1").await;
        page.check("/^comment (published|held)$/.test(sent[0])").await;
        page.check("$('comments').innerText.includes('Merci')").await;
        page.check("$('comment-form').querySelector('textarea').value === ''").await;
        assert_eq!(page.console().await, Vec::<String>::new());
    })
    .await;
}

#[tokio::test]
async fn faults_are_tied_to_their_fields_and_the_first_is_focused() {
    in_engines(Scope::Main, async |page| {
        page.mount(ARTICLE).await;
        page.ready().await;
        fill(&page, "comment-form", &[("name", "Salma"), ("email", "salma"), ("body", "")]).await;
        submit(&page, "comment-form").await;
        page.until("root.activeElement?.name === 'email'").await;
        page.check("root.activeElement.getAttribute('aria-invalid') === 'true'").await;
        page.check("root.getElementById(root.activeElement.getAttribute('aria-describedby')).innerText.includes('adresse e-mail valide')").await;
        page.check("$('comment-form').querySelector('textarea').getAttribute('aria-invalid') === 'true'").await;
        page.check("$('comment-form').querySelector('[name=name]').getAttribute('aria-invalid') === null").await;
    })
    .await;
}

#[tokio::test]
async fn a_double_click_sends_once() {
    in_engines(Scope::Whole, async |page| {
        page.mount(r#"<news-article src="/api/articles/42.json" lang="fr" comments-action="/api/comments?delay=300"></news-article>"#).await;
        page.ready().await;
        page.call(STEPS, "watch", []).await;
        fill(&page, "comment-form", &GOOD).await;
        page.run("send('comment-form'); send('comment-form');").await;
        page.until("sent.length === 1").await;
        page.check("asked.length === 1").await;
    })
    .await;
}

#[tokio::test]
async fn a_failure_keeps_the_draft_and_the_same_submission_id() {
    in_engines(Scope::Whole, async |page| {
        page.mount(r#"<news-article src="/api/articles/42.json" lang="fr" comments-action="/api/comments?status=503"></news-article>"#).await;
        page.ready().await;
        page.run("window.ids = []; el.addEventListener('news-article-comment', (event) => ids.push(event.detail.submission));").await;
        fill(&page, "comment-form", &GOOD).await;
        submit(&page, "comment-form").await;
        page.until("/conservé/.test($('comments').innerText)").await;
        page.check("$('comment-form').querySelector('textarea').value === 'Très clair, merci.'").await;
        submit(&page, "comment-form").await;
        page.until("ids.length === 2").await;
        page.check("ids[0] === ids[1] && ids[0].length === 32").await;
        // The same draft stands after the view is built anew.
        page.run("el.share = 'copy'").await;
        page.until("$$('share-button').length === 1").await;
        page.check("$('comment-form').querySelector('textarea').value === 'Très clair, merci.'").await;
    })
    .await;
}

#[tokio::test]
async fn the_page_may_change_replace_or_delay_what_is_sent() {
    in_engines(Scope::Whole, async |page| {
        page.mount(ARTICLE).await;
        page.ready().await;
        page.call(STEPS, "stopThenAddToken", []).await;
        fill(&page, "comment-form", &GOOD).await;
        submit(&page, "comment-form").await;
        page.until("step === 1").await;
        page.until("$('comment-form').querySelector('[part=submit]').getAttribute('aria-disabled') === null")
            .await;
        page.check("bodies.length === 0 && $('comment-form').querySelector('textarea').value !== ''").await;
        submit(&page, "comment-form").await;
        page.until("bodies.length === 1").await;
        page.check("bodies[0].token === 'jeton' && bodies[0].article === '42' && !('section' in bodies[0])")
            .await;
    })
    .await;
}

#[tokio::test]
async fn a_subscription_wants_consent_and_tells_what_came_of_it() {
    in_engines(Scope::Main, async |page| {
        page.mount(ARTICLE).await;
        page.ready().await;
        page.call(STEPS, "watchForms", []).await;
        fill(&page, "newsletter", &[("email", "lectrice@example.org")]).await;
        submit(&page, "newsletter").await;
        page.until("root.activeElement?.name === 'consent'").await;
        page.run("root.activeElement.click()").await;
        submit(&page, "newsletter").await;
        page.until("sent.length === 1").await;
        page.check("/^newsletter (published|held)$/.test(sent[0])").await;
        // What was agreed to is not agreed to for the next address, nor under the next article.
        page.check("!$('newsletter').querySelector('[name=consent]').checked").await;
        page.run("window.before = $('newsletter'); el.headingLevel = 2").await;
        page.until("$('newsletter') && $('newsletter') !== before").await;
        page.check("!$('newsletter').querySelector('[name=consent]').checked").await;
        fill(&page, "newsletter", &[("email", "lectrice@example.org")]).await;
        page.run("$('newsletter').querySelector('[name=consent]').click()").await;
        submit(&page, "newsletter").await;
        page.until("sent.length === 2").await;
        page.check(
            "sent[1] === 'newsletter duplicate' && $('newsletter').innerText.includes('déjà inscrite')",
        )
        .await;
    })
    .await;
}

#[tokio::test]
async fn a_subscription_that_is_held_is_to_be_confirmed() {
    in_engines(Scope::Whole, async |page| {
        page.mount(r#"<news-article src="/api/articles/42.json" lang="fr" newsletter-action="/api/newsletter?outcome=held"></news-article>"#).await;
        page.ready().await;
        fill(&page, "newsletter", &[("email", "confirmee@example.org")]).await;
        page.run("$('newsletter').querySelector('[name=consent]').click()").await;
        submit(&page, "newsletter").await;
        page.until("$('newsletter').innerText.includes('Consultez votre messagerie pour confirmer')").await;
    })
    .await;
}

#[tokio::test]
async fn the_prompt_leads_to_the_form() {
    in_engines(Scope::Whole, async |page| {
        page.mount(ARTICLE).await;
        page.ready().await;
        page.run("$('comments-prompt').click()").await;
        page.until("root.activeElement?.name === 'name'").await;
    })
    .await;
}

#[tokio::test]
async fn a_draft_stays_with_its_article() {
    in_engines(Scope::Whole, async |page| {
        page.mount(ARTICLE).await;
        page.ready().await;
        fill(&page, "comment-form", &GOOD).await;
        page.run("el.src = '/api/articles/43.json'").await;
        page.until("el.state === 'ready' && el.article.id !== '42'").await;
        page.check("!$('comment-form') || $('comment-form').querySelector('textarea').value === ''").await;
        page.run("el.src = '/api/articles/42.json'").await;
        page.until("el.state === 'ready' && el.article.id === '42'").await;
        page.check("$('comment-form').querySelector('textarea').value === 'Très clair, merci.'").await;
    })
    .await;
}

#[tokio::test]
async fn a_field_for_machines_is_met_by_no_reader_and_sends_nothing() {
    in_engines(Scope::Whole, async |page| {
        page.mount(ARTICLE).await;
        page.ready().await;
        page.call(STEPS, "countPosts", []).await;
        page.call(STEPS, "watch", []).await;
        fill(&page, "comment-form", &GOOD).await;
        assert_eq!(page.call(STEPS, "isTrapHidden", []).await, json!(true));
        fill(&page, "comment-form", &[("website", "https://spam.example")]).await;
        submit(&page, "comment-form").await;
        page.until("$('comment-form').innerText.includes('Merci')").await;
        // Who fills it is told nothing else than a reader whose comment was taken.
        page.check("posts === 0 && sent.join() === '42 held'").await;
        page.check(
            "[...$('comment-form').querySelectorAll('input, textarea')].every((field) => field.value === '')",
        )
        .await;
    })
    .await;
}
