//! Tests comments and newsletter: filled in, sent, reported, never lost. [`meanwhile`] tests changes while a form is
//! being sent, [`refused`] the answers of sites that refuse one.

mod meanwhile;
mod refused;

use news_article_tests::{Fault, FaultServer, Page, Scope, in_engines};
use serde_json::json;

const STEPS: &str = include_str!("js/forms.js");

const ARTICLE: &str = r#"<news-article src="/api/articles/42.json" lang="fr"></news-article>"#;

/// An article with a comment form.
const COMMENTED: &str = r#"{"id":"9","title":"Un","url":"https://news.example/9","body":[{"type":"paragraph","content":["Un."]}],"comments":{"action":"/comments","open":true}}"#;

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
async fn what_fills_the_field_for_machines_is_sent_with_a_mark_and_nothing_is_lost() {
    in_engines(Scope::Whole, async |page| {
        page.mount(ARTICLE).await;
        page.ready().await;
        page.call(STEPS, "keepPosts", []).await;
        page.call(STEPS, "watchForms", []).await;
        assert_eq!(page.call(STEPS, "isTrapHidden", []).await, json!(true));
        fill(&page, "comment-form", &GOOD).await;
        submit(&page, "comment-form").await;
        page.until("sent.length === 1").await;
        page.check("posts.length === 1 && !('honeypot' in posts[0])").await;
        // A password manager may do so behind the reader's back.
        fill(&page, "comment-form", &GOOD).await;
        fill(&page, "comment-form", &[("body", "Encore un mot."), ("trap", "https://lectrice.example")])
            .await;
        submit(&page, "comment-form").await;
        page.until("sent.length === 2").await;
        page.check("posts.length === 2 && posts[1].honeypot === true && posts[1].body === 'Encore un mot.'")
            .await;
        page.check(
            "/^comment (published|held)$/.test(sent[1]) && fieldOf('comment-form', 'trap').value === ''",
        )
        .await;
    })
    .await;
}

#[tokio::test]
async fn a_form_in_a_frame_that_may_not_send_forms_is_sent() {
    in_engines(Scope::Main, async |page| {
        page.open("/demo/blank.html").await;
        page.call(STEPS, "openSandbox", [json!(ARTICLE)]).await;
        page.session().enter_frame(0).await.expect("the frame");
        page.ready().await;
        fill(&page, "comment-form", &GOOD).await;
        submit(&page, "comment-form").await;
        page.until("$('comments').innerText.includes('Merci')").await;
        page.session().enter_default_frame().await.expect("the page");
    })
    .await;
}

#[tokio::test]
async fn time_that_a_page_stood_still_is_not_waited_time() {
    in_engines(Scope::ChromiumOnly, async |page| {
        page.mount(r#"<news-article src="/api/articles/42.json" lang="fr" timeout="2" comments-action="/api/comments?delay=1000"></news-article>"#).await;
        page.ready().await;
        page.call(STEPS, "watchForms", []).await;
        fill(&page, "comment-form", &GOOD).await;
        page.call(STEPS, "sendAndStandStill", [json!(4000)]).await;
        page.until("sent.length === 1").await;
        page.check("/^comment (published|held)$/.test(sent[0])").await;
    })
    .await;
}

#[tokio::test]
async fn a_draft_outlives_a_page_that_is_left_and_come_back_to() {
    in_engines(Scope::ChromiumOnly, async |page| {
        let html = format!(
            "<!doctype html><html lang=fr><meta charset=utf-8><title>Page</title><link rel=icon href=data:,>\
             <script>addEventListener('unload', () => {{}});</script>\
             <script type=module src=\"{0}/news-article.js\"></script><news-article src=/a.json form-origins=https://news.example></news-article>",
            page.origin()
        );
        let host = FaultServer::start(true, vec![
            ("/page".into(), Fault::Answer("200 OK\r\nContent-Type: text/html", html.into())),
            ("/other".into(), Fault::Answer("200 OK\r\nContent-Type: text/html", b"<!doctype html><title>Autre</title>".to_vec())),
            ("/a.json".into(), Fault::json(COMMENTED)),
        ]).await;
        page.visit(&format!("{}/page", host.origin())).await;
        page.ready().await;
        fill(&page, "comment-form", &GOOD).await;
        page.visit(&format!("{}/other", host.origin())).await;
        page.run("history.back()").await;
        page.until("location.pathname === '/page' && el?.state === 'ready'").await;
        page.until("fieldOf('comment-form', 'body')?.value === 'Très clair, merci.'").await;
        page.check("fieldOf('comment-form', 'name').value === 'Salma'").await;
    })
    .await;
}

#[tokio::test]
async fn a_draft_outlives_a_copy_of_the_page_that_is_put_in_its_place() {
    in_engines(Scope::Whole, async |page| {
        page.mount(ARTICLE).await;
        page.ready().await;
        fill(&page, "comment-form", &GOOD).await;
        // As Turbo does, and as htmx does.
        for snapshot in ["cloneSnapshot", "textSnapshot"] {
            page.call(STEPS, snapshot, []).await;
            page.ready().await;
            page.until("fieldOf('comment-form', 'body')?.value === 'Très clair, merci.'").await;
            page.check("fieldOf('comment-form', 'email').value === 'salma@example.org'").await;
        }
        // Beside an element that has it, another begins anew.
        page.run("document.querySelector('main').append(el.cloneNode())").await;
        page.until("document.querySelectorAll('news-article')[1].state === 'ready'").await;
        page.check("document.querySelectorAll('news-article')[1].shadowRoot.querySelector('[name=body]').value === ''").await;
    })
    .await;
}
