//! Tests faults of the widget itself: a panic ends an instance of the wasm, and nothing else.

use news_article_tests::{Page, Scope, in_engines, with_faults};
use serde_json::json;

const STEPS: &str = include_str!("js/recovery.js");

/// Two elements, the first with a draft, the second named `other`. Messages of the console are recorded by level.
async fn two(page: &Page, fault: &str) {
    page.mount("").await;
    page.call(STEPS, "watch", []).await;
    page.run(
        "put('<news-article id=first src=/api/articles/42.json lang=fr><a href=/x>Lire</a></news-article>');",
    )
    .await;
    page.ready().await;
    page.until("log.some(([, type]) => type === 'loadend')").await;
    page.run("typeIn('comment-form', 'body', 'Un brouillon'); log.length = 0;").await;
    page.call(STEPS, "putOther", [json!(fault)]).await;
}

/// Asserts that the first element is shown with its draft, and that its form works.
async fn the_first_is_whole(page: &Page) {
    page.until("el.state === 'ready' && text('title').startsWith('Bus de nuit') && $('comment-form')").await;
    page.check("$('comment-form').querySelector('textarea').value === 'Un brouillon'").await;
    page.check("el.article.title.startsWith('Bus de nuit')").await;
    page.run("$('comment-form').querySelector('[part=submit]').click()").await;
    page.until("$('comment-form').querySelector('[name=email]').getAttribute('aria-invalid') === 'true'")
        .await;
}

async fn nothing_was_thrown(page: &Page) {
    let console = page.console().await;
    assert!(console.iter().all(|line| line.starts_with("news-article: ")), "{console:?}");
}

#[tokio::test]
async fn a_panic_that_comes_again_ends_one_element_and_leaves_the_others_whole() {
    with_faults(Scope::Whole, async |page| {
        for place in ["call", "task"] {
            two(&page, place).await;
            page.until("other.state === 'error' && log.some(([id, type]) => id === 'other' && type === 'loadend')").await;
            page.check("JSON.stringify(log.filter(([id, type]) => type === 'error')) === '[[\"other\",\"error\",\"internal\"]]'").await;
            page.check("other.querySelector('a').getClientRects().length === 1 && other.article === null").await;
            page.check("log.every(([id]) => id === 'other')").await;
            the_first_is_whole(&page).await;
            // Three instances have ended under it; the console has one error.
            page.check("levels.error.length === 1 && levels.warn.length === 3").await;
            nothing_was_thrown(&page).await;
            page.run("other.removeAttribute('data-fault'); other.reload();").await;
            page.until("other.state === 'ready' && other.shadowRoot.querySelector('[part=title]')").await;
        }
    })
    .await;
}

#[tokio::test]
async fn a_panic_that_passes_is_not_seen() {
    with_faults(Scope::Whole, async |page| {
        for place in ["call", "task"] {
            two(&page, &format!("{place} once")).await;
            page.until("other.state === 'ready' && log.some(([id, type]) => id === 'other' && type === 'loadend')").await;
            page.check("!log.some(([, type]) => type === 'error') && log.filter(([, type]) => type === 'load').length === 1").await;
            the_first_is_whole(&page).await;
            page.check("levels.error.length === 0 && levels.warn.length === 1").await;
            nothing_was_thrown(&page).await;
        }
    })
    .await;
}

#[tokio::test]
async fn a_panic_under_a_readers_hand_keeps_the_draft_twice_and_then_the_fallback_stays() {
    with_faults(Scope::Whole, async |page| {
        two(&page, "no").await;
        page.until("other.state === 'ready'").await;
        page.run("el.dataset.fault = 'click'").await;
        for _ in 0..2 {
            page.run("window.before = $('title'); before.click();").await;
            page.until("el.state === 'ready' && $('title') && $('title') !== before").await;
            page.check("$('comment-form').querySelector('textarea').value === 'Un brouillon'").await;
            page.check("other.state === 'ready' && !!other.shadowRoot.querySelector('[part=title]')").await;
        }
        page.run("log.length = 0; $('title').click();").await;
        page.until("log.length === 2").await;
        assert_eq!(page.eval("return log;").await, json!([["first", "error", "internal"], ["first", "loadend", ""]]));
        page.check("el.querySelector('a').getClientRects().length === 1 && root.querySelectorAll('slot').length === 1").await;
        page.check("other.state === 'ready' && !!other.shadowRoot.querySelector('[part=title]')").await;
        nothing_was_thrown(&page).await;
    })
    .await;
}

#[tokio::test]
async fn a_panic_while_a_comment_is_sent_leaves_a_form_that_sends() {
    with_faults(Scope::Whole, async |page| {
        page.mount(r#"<news-article src="/api/articles/42.json" lang="fr" comments-action="/api/comments"></news-article>"#).await;
        page.ready().await;
        page.call(STEPS, "watchSending", []).await;
        page.run("fillIn('comment-form', { name: 'Salma', email: 'salma@example.org', body: 'Merci.' }); send('comment-form');")
            .await;
        page.until("asked.length === 1").await;
        page.run("el.dataset.fault = 'click once'; window.before = $('title'); before.click();").await;
        page.until("el.state === 'ready' && $('title') && $('title') !== before").await;
        page.check("$('submit').getAttribute('aria-disabled') === null && !$('comment-form').innerText.includes('Envoi en cours')").await;
        page.run("$('submit').click()").await;
        page.until("sent.length === 1").await;
        // The same submission: the server can tell that it was there before.
        page.check("asked.length === 2 && asked[0] === asked[1] && /^(published|held)$/.test(sent[0])").await;
        nothing_was_thrown(&page).await;
    })
    .await;
}

#[tokio::test]
async fn a_panic_in_the_click_that_sends_does_not_let_the_browser_send_the_form_instead() {
    with_faults(Scope::Whole, async |page| {
        two(&page, "no").await;
        page.until("other.state === 'ready'").await;
        page.run("el.dataset.fault = 'click once'; window.before = $('title'); $('submit').click();").await;
        page.until("el.state === 'ready' && $('title') && $('title') !== before").await;
        page.check("location.search === ''").await;
        the_first_is_whole(&page).await;
    })
    .await;
}

#[tokio::test]
async fn an_exception_of_the_pages_own_that_goes_through_rust_is_a_fault_like_any_other() {
    // What is shipped, and not a build for tests: a prototype that another script has broken, for a moment.
    in_engines(Scope::Main, async |page| {
        two(&page, "no").await;
        page.until("other.state === 'ready'").await;
        page.call(STEPS, "breakPrototypeOnce", []).await;
        page.run("other.labels = { share: 'Diffuser' }").await;
        page.until("thrown === 1 && other.state === 'ready' && other.shadowRoot.querySelector('[aria-label=Diffuser]')").await;
        the_first_is_whole(&page).await;
        page.check("levels.error.length === 0 && levels.warn.length === 1").await;
        nothing_was_thrown(&page).await;
    })
    .await;
}
