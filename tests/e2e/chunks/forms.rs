//! Tests forms that are used before their code is loaded.

use super::{STEPS, asked, lose, put};
use news_article_tests::{Page, Scope, in_engines};
use serde_json::json;

/// Holds the chunk of the forms' code back until the page calls `mend()`.
async fn hold(page: &Page) {
    page.call(STEPS, "hold", [json!("reactive")]).await;
}

/// An article whose forms are far below, in a page that holds back or loses their code.
const FAR: &str =
    "<div style='height: 400vh'></div><news-article lang=fr src=/api/articles/42.json></news-article>";

/// Shows it, after changing what the page fetches.
async fn far(page: &Page, first: impl AsyncFnOnce()) {
    page.mount("").await;
    first().await;
    put(page, FAR).await;
}

/// Fills the form without an event, and records events.
async fn write(page: &Page) {
    set_untold(page, "Merci.").await;
    page.run("recordSent()").await;
}

/// Sets the text of a comment as a browser does that restores a page, without an event.
async fn set_untold(page: &Page, body: &str) {
    let values = json!({ "name": "Salma", "email": "salma@example.org", "body": body });
    page.call(STEPS, "setUntold", [values]).await;
}

#[tokio::test]
async fn forms_stand_at_once_and_what_they_do_comes_when_somebody_is_near() {
    in_engines(Scope::Main, async |page| {
        page.mount(FAR).await;
        page.ready().await;
        page.check(&format!("$$('input').length > 3 && $('submit') && {} === 0", asked("reactive"))).await;
        page.run("$('comments').scrollIntoView()").await;
        page.until(&format!("{} === 1", asked("reactive"))).await;
        assert_eq!(page.console().await, Vec::<String>::new());
    })
    .await;
}

#[tokio::test]
async fn a_form_that_is_sent_before_its_code_is_here_is_sent_once_when_it_is() {
    in_engines(Scope::Main, async |page| {
        far(&page, async || hold(&page).await).await;
        write(&page).await;
        page.run("$('submit').click(); $('submit').click();").await;
        page.until("window.mend").await;
        page.check("$('submit').getAttribute('aria-disabled') === 'true'").await;
        page.says("$('comment-form').querySelector('[part=status]').textContent", "Envoi en cours…").await;
        // A view that is made meanwhile takes it over.
        page.run("window.before = $('title'); el.headingLevel = 2;").await;
        page.until("$('title') !== before && $('comment-form')").await;
        page.check("$('submit').getAttribute('aria-disabled') === 'true'").await;
        set_untold(&page, "Merci.").await;
        page.run("mend()").await;
        page.until("sent.length === 1").await;
        page.check("/published|held/.test(sent[0]) && $('comments').innerText.includes('Merci')").await;
        page.until("$('submit').getAttribute('aria-disabled') === null").await;
        page.check("sent.length === 1").await;
    })
    .await;
}

#[tokio::test]
async fn what_was_sent_before_its_code_was_here_is_sent_though_another_article_stands_by_then() {
    in_engines(Scope::Whole, async |page| {
        far(&page, async || hold(&page).await).await;
        write(&page).await;
        page.run("window.told = []; el.addEventListener('news-article-sent', ({ detail }) => told.push(`${detail.id},${detail.form}`));")
            .await;
        page.run("$('submit').click();").await;
        page.until("window.mend").await;
        page.run("window.before = $('title'); el.src = '/api/articles/43.json';").await;
        page.until("$('title') !== before && el.state === 'ready' && $('share')").await;
        page.run("mend();").await;
        page.until("told.length === 1 && told[0] === '42,comment'").await;
        // It stays with its article: nothing is sent for the one that stands, and nothing when the first is back.
        page.run("window.before = $('title'); el.src = '/api/articles/42.json';").await;
        page.until("$('title') !== before && el.state === 'ready' && $('comment-form')").await;
        page.until("$('submit').getAttribute('aria-disabled') === null").await;
        page.check("told.length === 1").await;
        assert_eq!(page.console().await, Vec::<String>::new());
    })
    .await;
}

#[tokio::test]
async fn who_goes_on_typing_before_the_code_is_here_has_not_sent_it_yet() {
    in_engines(Scope::Whole, async |page| {
        far(&page, async || hold(&page).await).await;
        write(&page).await;
        page.run("$('submit').click();").await;
        page.until("window.mend && $('submit').getAttribute('aria-disabled') === 'true'").await;
        page.run("typeIn('comment-form', 'body', 'Merci, et')").await;
        page.check("$('submit').getAttribute('aria-disabled') === null").await;
        page.says("$('comment-form').querySelector('[part=status]').textContent", "").await;
        page.run("window.asked = 0; el.addEventListener('news-article-comment', () => { window.asked += 1; }); mend();").await;
        // That the other form finds its fault shows that the code is here.
        page.run("$('newsletter').querySelector('[part=submit]').click();").await;
        page.until("$('newsletter').querySelector('[name=email]').getAttribute('aria-invalid') === 'true'").await;
        page.check("asked === 0 && $('comment-form').querySelector('textarea').value === 'Merci, et'").await;
        page.run("$('submit').click();").await;
        page.until("sent.length === 1 && asked === 1").await;
    })
    .await;
}

#[tokio::test]
async fn a_comment_that_was_sent_before_its_code_was_here_answers_whom_it_answered_then() {
    in_engines(Scope::Whole, async |page| {
        far(&page, async || hold(&page).await).await;
        write(&page).await;
        page.call(STEPS, "recordParents", []).await;
        page.run("$('submit').click(); $('comments').scrollIntoView();").await;
        page.until("window.mend && $$('comment-reply').length > 1").await;
        page.run("$$('comment-reply')[1].click(); mend();").await;
        page.until("sent.length === 1 && parents[0] === 'nobody'").await;
        // The reader is still about to answer.
        page.check("shown(root.getElementById('comment-reply'))").await;
        set_untold(&page, "Bien vu.").await;
        page.run("$('submit').click();").await;
        page.until("sent.length === 2 && parents[1] === '2'").await;
        page.check("!shown(root.getElementById('comment-reply'))").await;
    })
    .await;
}

#[tokio::test]
async fn a_comment_that_could_not_be_sent_as_it_was_answers_whom_it_answers_when_it_is() {
    in_engines(Scope::Whole, async |page| {
        far(&page, async || hold(&page).await).await;
        write(&page).await;
        page.call(STEPS, "recordParents", []).await;
        page.run("fieldOf('comment-form', 'email').value = 'salma'; $('submit').click(); $('comments').scrollIntoView();")
            .await;
        page.until("window.mend && $$('comment-reply').length > 1").await;
        page.run("mend();").await;
        page.until("$('comment-form').querySelector('[name=email]').getAttribute('aria-invalid') === 'true'").await;
        page.run("$('comment-form').querySelector('[name=email]').value = 'salma@example.org'; $$('comment-reply')[1].click(); $('submit').click();").await;
        page.until("sent.length === 1").await;
        page.check("parents.join() === '2'").await;
    })
    .await;
}

#[tokio::test]
async fn what_is_typed_before_the_code_of_a_form_is_here_is_a_draft_already() {
    in_engines(Scope::Main, async |page| {
        far(&page, async || lose(&page, "reactive").await).await;
        page.run("typeIn('comment-form', 'body', 'Un brouillon'); window.before = $('title'); el.headingLevel = 2;").await;
        page.until("$('title') !== before && $('comment-form')?.querySelector('textarea').value === 'Un brouillon'").await;
        // Who sends is told that it did not work, and may try again.
        page.run("recordSent(); $('submit').click();").await;
        page.until("$('comment-form').querySelector('[part=status]').textContent.includes('conservée')").await;
        page.check("$('comment-form').querySelector('textarea').value === 'Un brouillon' && $('submit').getAttribute('aria-disabled') === null").await;
        page.run("mend(); $('submit').click();").await;
        page.until("root.activeElement?.name === 'name' && root.activeElement.getAttribute('aria-invalid') === 'true'").await;
        page.check("sent.length === 0").await;
    })
    .await;
}
