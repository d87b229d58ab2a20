//! Tests the answers of sites that refuse a form, and a challenge of the page that is not solved: the draft is kept,
//! and the reader is told the reason.

use super::{ARTICLE, GOOD, STEPS, fill, submit};
use news_article_tests::{Scope, in_engines};
use serde_json::json;

#[tokio::test]
async fn a_site_that_wants_a_login_gets_the_link_to_the_article() {
    in_engines(Scope::Whole, async |page| {
        for (src, action) in [
            ("/api/articles/42.json", "/api/comments?outcome=login"),
            ("/wp-json/wp/v2/posts/28?_embed", "/wp-json/wp/v2/comments?outcome=login"),
            // No code that WordPress itself would send.
            ("/wp-json/wp/v2/posts/28?_embed", "/wp-json/wp/v2/comments?status=401"),
        ] {
            page.mount(&format!(r#"<news-article src="{src}" lang="fr" comments-action="{action}"></news-article>"#)).await;
            page.ready().await;
            fill(&page, "comment-form", &GOOD).await;
            submit(&page, "comment-form").await;
            page.until("$('comment-form').innerText.includes('connectez-vous sur la page de l’article')").await;
            page.check("[...$('comment-form').querySelectorAll('a')].filter(shown).map((link) => link.href).join() === el.article.url").await;
            page.check("$('comment-form').querySelector('textarea').value !== ''").await;
        }
    })
    .await;
}

#[tokio::test]
async fn a_success_that_is_no_answer_of_the_endpoint_keeps_the_draft() {
    in_engines(Scope::Whole, async |page| {
        // A login page, or a captcha; and for WordPress what is no comment.
        for (src, action) in [
            ("/api/articles/42.json", "/api/comments?status=200&as=html"),
            ("/wp-json/wp/v2/posts/28?_embed", "/wp-json/wp/v2/comments?status=201&as=html"),
            ("/wp-json/wp/v2/posts/28?_embed", "/wp-json/wp/v2/comments?status=200"),
        ] {
            page.mount(&format!(r#"<news-article src="{src}" lang="fr" comments-action="{action}"></news-article>"#)).await;
            page.ready().await;
            page.call(STEPS, "watch", []).await;
            fill(&page, "comment-form", &GOOD).await;
            submit(&page, "comment-form").await;
            page.until("sent.length === 1").await;
            page.check("sent[0].endsWith(' failed') && $('comment-form').innerText.includes('n’a pas pu traiter votre envoi')").await;
            page.check("$('comment-form').querySelector('textarea').value === 'Très clair, merci.'").await;
        }
        // Nothing to say is an answer.
        page.mount(ARTICLE).await;
        page.ready().await;
        page.call(STEPS, "watch", []).await;
        page.call(STEPS, "answerPosts", [json!([204]), json!(null)]).await;
        fill(&page, "comment-form", &GOOD).await;
        submit(&page, "comment-form").await;
        page.until("sent[0] === '42 published'").await;
    })
    .await;
}

#[tokio::test]
async fn a_comment_that_is_not_taken_is_told_why_and_a_subscription_is_refused() {
    in_engines(Scope::Whole, async |page| {
        for (query, said) in [
            ("outcome=closed", "Les commentaires sont fermés."),
            ("status=403", "Il n’est pas possible de commenter cet article."),
        ] {
            page.mount(&format!(r#"<news-article src="/api/articles/42.json" lang="fr" comments-action="/api/comments?{query}" newsletter-action="/api/newsletter?{query}"></news-article>"#)).await;
            page.ready().await;
            fill(&page, "comment-form", &GOOD).await;
            submit(&page, "comment-form").await;
            page.until(&format!("$('comment-form').innerText.includes('{said}')")).await;
            fill(&page, "newsletter", &[("email", "lectrice@example.org")]).await;
            page.run("$('newsletter').querySelector('[name=consent]').click()").await;
            submit(&page, "newsletter").await;
            page.until("$('newsletter').innerText.includes('Le site a refusé cet envoi')").await;
        }
    })
    .await;
}

#[tokio::test]
async fn sent_before_is_our_own_retry_only_where_no_answer_had_come() {
    in_engines(Scope::Whole, async |page| {
        page.mount(ARTICLE).await;
        page.ready().await;
        page.call(STEPS, "watch", []).await;
        page.call(STEPS, "answerPosts", [json!([409, 409, 403, 409, 409]), json!({})]).await;
        fill(&page, "comment-form", &GOOD).await;
        let area = "$('comment-form').querySelector('textarea').value";
        // Somebody else's, however often it is tried; and so after a refusal, or where the page had stopped it.
        page.call(STEPS, "stopTheFifth", []).await;
        for (at, outcome) in
            ["duplicate", "duplicate", "refused", "duplicate", "", "duplicate"].into_iter().enumerate()
        {
            submit(&page, "comment-form").await;
            page.until(&format!(
                "asked.length === {} && $('submit').getAttribute('aria-disabled') === null",
                at + 1
            ))
            .await;
            page.check(&format!("sent.length === {} && {area} !== ''", if at < 4 { at + 1 } else { at }))
                .await;
            if !outcome.is_empty() {
                page.check(&format!("sent.at(-1) === '42 {outcome}'")).await;
            }
        }
        // Our own.
        page.run("sent.length = asked.length = 0; statuses.push(503, 409);").await;
        submit(&page, "comment-form").await;
        page.until("sent.length === 1").await;
        page.check(&format!("sent[0] === '42 failed' && {area} !== ''")).await;
        submit(&page, "comment-form").await;
        page.until("sent.length === 2").await;
        page.check(&format!("sent[1] === '42 duplicate' && asked[0] === asked[1] && {area} === ''")).await;
    })
    .await;
}

#[tokio::test]
async fn what_a_server_says_of_a_field_stands_at_it_in_one_sentence_or_several() {
    in_engines(Scope::Whole, async |page| {
        page.mount(ARTICLE).await;
        page.ready().await;
        let errors = json!({ "errors": { "name": "Pseudo réservé.", "body": ["Trop court.", "Sans lien."] } });
        page.call(STEPS, "answerPosts", [json!([422]), errors]).await;
        fill(&page, "comment-form", &GOOD).await;
        submit(&page, "comment-form").await;
        page.until("$('comment-form').innerText.includes('Trop court. Sans lien.')").await;
        page.check("root.activeElement.name === 'name' && root.getElementById('comment-name-error').innerText === 'Pseudo réservé.'").await;
        page.check("$('comment-form').innerText.includes('Corrigez les 2 champs indiqués.')").await;
    })
    .await;
}

#[tokio::test]
async fn a_challenge_that_fails_sends_nothing_and_keeps_the_draft() {
    in_engines(Scope::Whole, async |page| {
        page.mount(ARTICLE).await;
        page.ready().await;
        page.call(STEPS, "countPosts", []).await;
        page.call(STEPS, "failChallenge", []).await;
        page.run("recordSent()").await;
        fill(&page, "comment-form", &GOOD).await;
        submit(&page, "comment-form").await;
        page.until("sent.length === 1").await;
        page.check("sent[0] === 'failed' && posts === 0").await;
        page.check("fieldOf('comment-form', 'body').value === 'Très clair, merci.'").await;
    })
    .await;
}

#[tokio::test]
async fn a_challenge_that_never_ends_is_given_up_and_the_draft_kept() {
    in_engines(Scope::Whole, async |page| {
        page.mount(ARTICLE).await;
        page.ready().await;
        page.call(STEPS, "watch", []).await;
        // Two minutes are over soon.
        page.call(STEPS, "countPosts", []).await;
        page.call(STEPS, "hangChallenge", []).await;
        fill(&page, "comment-form", &GOOD).await;
        submit(&page, "comment-form").await;
        page.until("sent.join() === '42 failed'").await;
        page.check("$('submit').getAttribute('aria-disabled') === null").await;
        page.check("fieldOf('comment-form', 'body').value === 'Très clair, merci.'").await;
        // What comes too late sends nothing; the next try does.
        page.call(STEPS, "endLate", []).await;
        page.check("posts === 0").await;
        submit(&page, "comment-form").await;
        page.until("sent.length === 2 && posts === 1").await;
    })
    .await;
}

#[tokio::test]
async fn a_subscription_that_fails_speaks_of_no_text() {
    in_engines(Scope::Whole, async |page| {
        page.mount(r#"<news-article src="/api/articles/42.json" lang="fr" newsletter-action="/api/newsletter?outcome=login"></news-article>"#).await;
        page.ready().await;
        fill(&page, "newsletter", &[("email", "lectrice@example.org")]).await;
        page.run("$('newsletter').querySelector('[name=consent]').click()").await;
        submit(&page, "newsletter").await;
        page.until("tidy($('newsletter').innerText).includes('Le site a refusé cet envoi : votre saisie est conservée.')").await;
        page.check("![...$('newsletter').querySelectorAll('form a')].some(shown)").await;
    })
    .await;
}
