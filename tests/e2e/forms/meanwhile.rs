//! Tests changes while a form is being sent: another view, another article, further typing, the removal of the
//! element.

use super::{ARTICLE, GOOD, STEPS, fill, submit};
use news_article_tests::{Page, Scope, in_engines};

/// Releases the request that `holdPosts` holds back, as soon as there is one.
async fn release(page: &Page) {
    page.until("window.release").await;
    page.run("release(); window.release = undefined;").await;
}

#[tokio::test]
async fn a_view_that_is_made_while_a_comment_is_sent_tells_what_came_of_it() {
    in_engines(Scope::Whole, async |page| {
        let acts = [
            // Only the form itself.
            "",
            // A setting was changed.
            "el.headingLevel = 2;",
            // The language, too.
            "el.lang = 'en';",
            // The page sets the article again.
            "el.article = el.article;",
            // A reload with another text.
            "reloadWithAnotherTitle",
            // The element is taken out for a while.
            "takeOutAndPutBack",
        ];
        for act in acts {
            page.mount(ARTICLE).await;
            page.ready().await;
            page.call(STEPS, "watch", []).await;
            fill(&page, "comment-form", &GOOD).await;
            page.run("window.before = $('title');").await;
            page.call(STEPS, "holdPosts", []).await;
            submit(&page, "comment-form").await;
            page.until("window.release").await;
            if ["reloadWithAnotherTitle", "takeOutAndPutBack"].contains(&act) {
                page.call(STEPS, act, []).await;
            } else {
                page.run(act).await;
            }
            if !act.is_empty() {
                page.until("$('title') && $('title') !== before && $('comment-form')").await;
            }
            // The view says so too, and its button sends nothing meanwhile.
            page.check("/^(Envoi en cours…|Sending…)$/.test($('comment-form').querySelector('[part=status]').innerText)").await;
            page.check("sent.length === 0 && $('submit').getAttribute('aria-disabled') === 'true'").await;
            submit(&page, "comment-form").await;
            page.run("release()").await;
            page.until("sent.length === 1").await;
            page.check("/^42 (published|held)$/.test(sent[0]) && asked.length === 1").await;
            page.check("[...$('comment-form').querySelectorAll('input, textarea')].every((field) => field.value === '')").await;
            page.until("/Merci|Thank/.test($('comment-form').querySelector('[part=status]').innerText)").await;
            page.check("$('submit').getAttribute('aria-disabled') === null").await;
        }
    })
    .await;
}

#[tokio::test]
async fn another_article_under_a_comment_that_is_being_sent_keeps_its_own_text() {
    in_engines(Scope::Whole, async |page| {
        for (outcome, told, said, name) in
            [("published", "42 published", "Merci", ""), ("closed", "42 refused", "refusé cet envoi", "Salma")]
        {
            page.mount(&format!(r#"<news-article src="/api/articles/42.json" lang="fr" comments-action="/api/comments?outcome={outcome}"></news-article>"#)).await;
            page.ready().await;
            page.call(STEPS, "watch", []).await;
            fill(&page, "comment-form", &GOOD).await;
            page.call(STEPS, "holdPosts", []).await;
            submit(&page, "comment-form").await;
            page.until("window.release").await;
            page.run("el.src = '/api/articles/43.json';").await;
            page.until("el.state === 'ready' && el.article.id === '43' && $('comment-form')").await;
            fill(&page, "comment-form", &[("body", "Ici.")]).await;
            page.check("sent.length === 0 && $('submit').getAttribute('aria-disabled') === 'true'").await;
            page.run("release()").await;
            page.until("sent.length === 1").await;
            page.check(&format!("sent[0] === '{told}'")).await;
            page.until(&format!("$('comment-form').innerText.includes('{said}')")).await;
            page.check("$('submit').getAttribute('aria-disabled') === null").await;
            page.check(&format!("fieldOf('comment-form', 'name').value === '{name}' && fieldOf('comment-form', 'body').value === 'Ici.'"))
                .await;
        }
    })
    .await;
}

#[tokio::test]
async fn what_is_written_while_a_form_is_sent_is_not_cleared_with_it() {
    in_engines(Scope::Whole, async |page| {
        page.mount(ARTICLE).await;
        page.ready().await;
        page.call(STEPS, "watch", []).await;
        page.call(STEPS, "holdPosts", []).await;
        fill(&page, "comment-form", &GOOD).await;
        submit(&page, "comment-form").await;
        fill(&page, "comment-form", &[("body", "Très clair, merci. Et encore.")]).await;
        release(&page).await;
        page.until("sent.length === 1").await;
        page.check("fieldOf('comment-form', 'body').value === 'Très clair, merci. Et encore.'").await;
        page.check("fieldOf('comment-form', 'name').value === 'Salma'").await;
        // It is a draft as any other: the next view has it, and it can be sent.
        page.run("window.before = $('title'); el.headingLevel = 2;").await;
        page.until("$('title') !== before && $('comment-form')").await;
        page.check("fieldOf('comment-form', 'body').value === 'Très clair, merci. Et encore.'").await;
        submit(&page, "comment-form").await;
        release(&page).await;
        page.until("sent.length === 2 && $('comment-form').querySelector('textarea').value === ''").await;

        page.run("$('newsletter').querySelector('[name=consent]').click();").await;
        fill(&page, "newsletter", &[("email", "salma@example.org")]).await;
        submit(&page, "newsletter").await;
        fill(&page, "newsletter", &[("email", "tarik@example.org")]).await;
        release(&page).await;
        page.until("sent.length === 3").await;
        page.check("fieldOf('newsletter', 'email').value === 'tarik@example.org'").await;
        page.check("!fieldOf('newsletter', 'consent').checked").await;
    })
    .await;
}

#[tokio::test]
async fn what_was_said_of_a_form_is_said_by_the_next_view_in_its_own_words() {
    in_engines(Scope::Whole, async |page| {
        page.mount(ARTICLE).await;
        page.ready().await;
        fill(&page, "comment-form", &[("name", "Salma"), ("email", "salma"), ("body", "")]).await;
        submit(&page, "comment-form").await;
        page.until("$('comment-form').innerText.includes('Corrigez les 2 champs')").await;
        fill(&page, "comment-form", &[("body", "Merci.")]).await;
        page.run("el.lang = 'en'").await;
        page.until("$('comment-form')?.innerText.includes('valid email address')").await;
        page.check("[...$('comment-form').querySelectorAll('[aria-invalid=true]')].map((field) => field.name).join() === 'email'").await;
        fill(&page, "comment-form", &GOOD).await;
        submit(&page, "comment-form").await;
        page.until("$('comment-form').innerText.includes('Thank')").await;
        page.run("el.lang = 'fr'").await;
        page.until("$('comment-form')?.innerText.includes('Merci')").await;
        page.check("!root.querySelector('[part=comment-form] [aria-invalid=true]')").await;
        // Of another article nothing was said.
        page.run("el.src = '/api/articles/43.json'").await;
        page.until("el.state === 'ready' && el.article.id === '43' && $('comment-form')").await;
        page.check("!$('comment-form').innerText.includes('Merci')").await;
    })
    .await;
}

#[tokio::test]
async fn an_answer_that_comes_after_the_element_is_gone_harms_nobody() {
    in_engines(Scope::Whole, async |page| {
        page.mount(r#"<news-article lang="fr"></news-article><news-article id="other" lang="fr" src="/api/articles/ar.json"></news-article>"#).await;
        page.run("el.article = { id: '42', title: 'Titre', body: [], comments: { action: '/api/comments?outcome=invalid' } };").await;
        page.until("el.state === 'ready' && $('comment-form') && document.querySelector('#other').state === 'ready'").await;
        page.call(STEPS, "holdAnswer", []).await;
        page.run("fillIn('comment-form', { name: 'Salma', email: 'salma@example.org', body: 'Merci.' }); send('comment-form');")
            .await;
        // The view goes while the answer is on its way.
        page.until("window.release").await;
        page.call(STEPS, "goBeforeAnswer", []).await;
        let console = page.console().await;
        assert!(console.is_empty(), "{console:?}");
    })
    .await;
}
