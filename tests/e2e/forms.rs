//! Comments and newsletter: sent, refused, told, never lost.

use news_article_tests::{Page, Scope, in_engines};
use serde_json::json;

const ARTICLE: &str = r#"<news-article src="/api/articles/42.json" lang="fr"></news-article>"#;

async fn fill(page: &Page, form: &str, fields: &[(&str, &str)]) {
    for (name, value) in fields {
        page.run(&format!("const field = $('{form}').querySelector('[name={name}]'); field.value = {}; field.dispatchEvent(new Event('input', {{ bubbles: true }}));", json!(value))).await;
    }
}

async fn submit(page: &Page, form: &str) {
    page.run(&format!("$('{form}').querySelector('[part=submit]').click();")).await;
}

const GOOD: [(&str, &str); 3] =
    [("name", "Salma"), ("email", "salma@example.org"), ("body", "Très clair, merci.")];

#[tokio::test]
async fn a_comment_is_sent_and_its_draft_cleared() {
    in_engines(Scope::Main, async |page| {
        page.mount(ARTICLE).await;
        page.ready().await;
        page.run("window.sent = []; el.addEventListener('news-article-sent', (event) => sent.push(event.detail.form + ' ' + event.detail.outcome));").await;
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
        page.run("window.sent = 0; el.addEventListener('news-article-sent', () => { window.sent += 1; }); window.asked = 0; el.addEventListener('news-article-comment', () => { window.asked += 1; });").await;
        fill(&page, "comment-form", &GOOD).await;
        page.run("const button = $('comment-form').querySelector('[part=submit]'); button.click(); button.click();").await;
        page.until("sent === 1").await;
        page.check("asked === 1").await;
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
        page.run("window.bodies = []; const real = window.fetch; window.fetch = async (request, ...rest) => { if (request.method === 'POST') bodies.push(await request.clone().json()); return real(request, ...rest); }; window.step = 0; el.addEventListener('news-article-comment', (event) => { window.step += 1; if (step === 1) { event.preventDefault(); return; } event.detail.waitUntil(Promise.resolve().then(() => { event.detail.token = 'jeton'; })); });").await;
        fill(&page, "comment-form", &GOOD).await;
        submit(&page, "comment-form").await;
        page.until("step === 1").await;
        page.until("$('comment-form').querySelector('[part=submit]').getAttribute('aria-disabled') === null").await;
        page.check("bodies.length === 0 && $('comment-form').querySelector('textarea').value !== ''").await;
        submit(&page, "comment-form").await;
        page.until("bodies.length === 1").await;
        page.check("bodies[0].token === 'jeton' && bodies[0].article === '42' && !('section' in bodies[0])").await;
    })
    .await;
}

#[tokio::test]
async fn a_subscription_wants_consent_and_tells_what_came_of_it() {
    in_engines(Scope::Main, async |page| {
        page.mount(ARTICLE).await;
        page.ready().await;
        page.run("window.sent = []; el.addEventListener('news-article-sent', (event) => sent.push(event.detail.form + ' ' + event.detail.outcome));").await;
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
        page.check("sent[1] === 'newsletter duplicate' && $('newsletter').innerText.includes('déjà inscrite')").await;
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

/// Counts what is asked of the page before sending, and notes what is told after it.
const WATCHED: &str = "window.asked = []; el.addEventListener('news-article-comment', (event) => asked.push(event.detail.submission)); window.sent = []; el.addEventListener('news-article-sent', ({ detail }) => sent.push(`${detail.id} ${detail.outcome}`));";

#[tokio::test]
async fn a_view_that_is_made_while_a_comment_is_sent_tells_what_came_of_it() {
    in_engines(Scope::Whole, async |page| {
        let acts = [
            // Nothing at all: the form itself.
            "",
            // The publisher's wishes have changed.
            "el.headingLevel = 2;",
            // The words too.
            "el.lang = 'en';",
            // The page sets the article anew.
            "el.article = el.article;",
            // A reload brings another text.
            "const real = window.fetch; window.fetch = async (request, ...rest) => { const answer = await real(request, ...rest); const url = request.url ?? String(request); return url.endsWith('/42.json') ? new Response(JSON.stringify({ ...(await answer.json()), title: 'Un autre titre' })) : answer; }; el.reload();",
            // The element is out of the page for a while.
            "el.remove(); setTimeout(() => document.querySelector('main').append(el), 250);",
        ];
        for act in acts {
            page.mount(r#"<news-article src="/api/articles/42.json" lang="fr" comments-action="/api/comments?delay=2000"></news-article>"#).await;
            page.ready().await;
            page.run(WATCHED).await;
            fill(&page, "comment-form", &GOOD).await;
            page.run("window.before = $('title');").await;
            submit(&page, "comment-form").await;
            page.run(act).await;
            if !act.is_empty() {
                page.until("$('title') && $('title') !== before && $('comment-form')").await;
            }
            // The view says so too, and its button sends nothing meanwhile.
            page.check("sent.length === 0 && /^(Envoi en cours…|Sending…)$/.test($('comment-form').querySelector('[part=status]').innerText)").await;
            page.check("$('submit').getAttribute('aria-disabled') === 'true'").await;
            submit(&page, "comment-form").await;
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
            page.mount(&format!(r#"<news-article src="/api/articles/42.json" lang="fr" comments-action="/api/comments?delay=2000&outcome={outcome}"></news-article>"#)).await;
            page.ready().await;
            page.run(WATCHED).await;
            fill(&page, "comment-form", &GOOD).await;
            submit(&page, "comment-form").await;
            page.run("el.src = '/api/articles/43.json';").await;
            page.until("el.state === 'ready' && el.article.id === '43' && $('comment-form')").await;
            fill(&page, "comment-form", &[("body", "Ici.")]).await;
            page.check("sent.length === 0 && $('submit').getAttribute('aria-disabled') === 'true'").await;
            page.until("sent.length === 1").await;
            page.check(&format!("sent[0] === '{told}'")).await;
            page.until(&format!("$('comment-form').innerText.includes('{said}')")).await;
            page.check("$('submit').getAttribute('aria-disabled') === null").await;
            page.check(&format!("$('comment-form').querySelector('[name=name]').value === '{name}' && $('comment-form').querySelector('textarea').value === 'Ici.'")).await;
        }
    })
    .await;
}

#[tokio::test]
async fn what_is_written_while_a_form_is_sent_is_not_cleared_with_it() {
    in_engines(Scope::Whole, async |page| {
        page.mount(r#"<news-article src="/api/articles/42.json" lang="fr" comments-action="/api/comments?delay=700" newsletter-action="/api/newsletter?delay=700"></news-article>"#).await;
        page.ready().await;
        page.run(WATCHED).await;
        fill(&page, "comment-form", &GOOD).await;
        submit(&page, "comment-form").await;
        fill(&page, "comment-form", &[("body", "Très clair, merci. Et encore.")]).await;
        page.until("sent.length === 1").await;
        page.check("$('comment-form').querySelector('textarea').value === 'Très clair, merci. Et encore.' && $('comment-form').querySelector('[name=name]').value === 'Salma'").await;
        // It is a draft as any other: the next view has it, and it can be sent.
        page.run("window.before = $('title'); el.headingLevel = 2;").await;
        page.until("$('title') !== before && $('comment-form')?.querySelector('textarea').value === 'Très clair, merci. Et encore.'").await;
        submit(&page, "comment-form").await;
        page.until("sent.length === 2 && $('comment-form').querySelector('textarea').value === ''").await;

        page.run("$('newsletter').querySelector('[name=consent]').click();").await;
        fill(&page, "newsletter", &[("email", "salma@example.org")]).await;
        submit(&page, "newsletter").await;
        fill(&page, "newsletter", &[("email", "tarik@example.org")]).await;
        page.until("sent.length === 3").await;
        page.check("$('newsletter').querySelector('[name=email]').value === 'tarik@example.org' && !$('newsletter').querySelector('[name=consent]').checked").await;
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
            page.run(WATCHED).await;
            fill(&page, "comment-form", &GOOD).await;
            submit(&page, "comment-form").await;
            page.until("sent.length === 1").await;
            page.check("sent[0].endsWith(' failed') && $('comment-form').innerText.includes('n’a pas pu traiter votre envoi')").await;
            page.check("$('comment-form').querySelector('textarea').value === 'Très clair, merci.'").await;
        }
        // Nothing to say is an answer.
        page.mount(ARTICLE).await;
        page.ready().await;
        page.run(WATCHED).await;
        page.run("const real = window.fetch; window.fetch = async (request, ...rest) => request.method === 'POST' ? new Response(null, { status: 204 }) : real(request, ...rest);").await;
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
        page.run(WATCHED).await;
        page.run("window.statuses = []; const real = window.fetch; window.fetch = async (request, ...rest) => request.method === 'POST' ? new Response('{}', { status: statuses.shift() }) : real(request, ...rest);").await;
        fill(&page, "comment-form", &GOOD).await;
        let area = "$('comment-form').querySelector('textarea').value";
        // Somebody else's, however often it is tried; and so after a refusal, or where the page had stopped it.
        page.run("statuses.push(409, 409, 403, 409, 409); let stop = 0; el.addEventListener('news-article-comment', (event) => { if (asked.length === 5 && !stop) { stop += 1; event.preventDefault(); } });").await;
        for (at, outcome) in ["duplicate", "duplicate", "refused", "duplicate", "", "duplicate"].into_iter().enumerate() {
            submit(&page, "comment-form").await;
            page.until(&format!("asked.length === {} && $('submit').getAttribute('aria-disabled') === null", at + 1)).await;
            page.check(&format!("sent.length === {} && {area} !== ''", if at < 4 { at + 1 } else { at })).await;
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
        page.run("const real = window.fetch; window.fetch = async (request, ...rest) => request.method === 'POST' ? new Response(JSON.stringify({ errors: { name: 'Pseudo réservé.', body: ['Trop court.', 'Sans lien.'] } }), { status: 422 }) : real(request, ...rest);").await;
        fill(&page, "comment-form", &GOOD).await;
        submit(&page, "comment-form").await;
        page.until("$('comment-form').innerText.includes('Trop court. Sans lien.')").await;
        page.check("root.activeElement.name === 'name' && root.getElementById('comment-name-error').innerText === 'Pseudo réservé.'").await;
        page.check("$('comment-form').innerText.includes('Corrigez les 2 champs indiqués.')").await;
    })
    .await;
}

#[tokio::test]
async fn a_field_for_machines_is_met_by_no_reader_and_sends_nothing() {
    in_engines(Scope::Whole, async |page| {
        page.mount(ARTICLE).await;
        page.ready().await;
        page.run("window.posts = 0; const real = window.fetch; window.fetch = (request, ...rest) => { window.posts += request.method === 'POST'; return real(request, ...rest); };").await;
        page.run(WATCHED).await;
        fill(&page, "comment-form", &GOOD).await;
        page.check("(() => { const trap = $('comment-form').querySelector('[name=website]'); return trap.tabIndex === -1 && !!trap.closest('[aria-hidden=true]') && trap.autocomplete === 'off' && trap.getBoundingClientRect().right - trap.closest('.aside').getBoundingClientRect().left > 0 && trap.closest('.aside').offsetWidth === 1; })()").await;
        fill(&page, "comment-form", &[("website", "https://spam.example")]).await;
        submit(&page, "comment-form").await;
        page.until("$('comment-form').innerText.includes('Merci')").await;
        // Who fills it is told nothing else than a reader whose comment was taken.
        page.check("posts === 0 && sent.join() === '42 held' && [...$('comment-form').querySelectorAll('input, textarea')].every((field) => field.value === '')").await;
    })
    .await;
}

#[tokio::test]
async fn a_challenge_that_fails_sends_nothing_and_keeps_the_draft() {
    in_engines(Scope::Whole, async |page| {
        page.mount(ARTICLE).await;
        page.ready().await;
        page.run("window.posts = 0; const real = window.fetch; window.fetch = (request, ...rest) => { window.posts += request.method === 'POST'; return real(request, ...rest); }; window.sent = []; el.addEventListener('news-article-sent', (event) => sent.push(event.detail.outcome)); el.addEventListener('news-article-comment', (event) => event.detail.waitUntil(Promise.reject(new Error('no token'))));").await;
        fill(&page, "comment-form", &GOOD).await;
        submit(&page, "comment-form").await;
        page.until("sent.length === 1").await;
        page.check("sent[0] === 'failed' && posts === 0 && $('comment-form').querySelector('textarea').value === 'Très clair, merci.'").await;
    })
    .await;
}

#[tokio::test]
async fn a_challenge_that_never_ends_is_given_up_and_the_draft_kept() {
    in_engines(Scope::Whole, async |page| {
        page.mount(ARTICLE).await;
        page.ready().await;
        page.run(WATCHED).await;
        // Two minutes are over soon.
        page.run("window.posts = 0; const real = window.fetch; window.fetch = (request, ...rest) => { window.posts += request.method === 'POST'; return real(request, ...rest); }; const wait = window.setTimeout; window.setTimeout = (run, ms, ...rest) => wait(run, ms === 120000 ? 100 : ms, ...rest); el.addEventListener('news-article-comment', (event) => event.detail.waitUntil(new Promise((done) => { window.late = done; })), { once: true });").await;
        fill(&page, "comment-form", &GOOD).await;
        submit(&page, "comment-form").await;
        page.until("sent.join() === '42 failed'").await;
        page.check("$('submit').getAttribute('aria-disabled') === null && $('comment-form').querySelector('textarea').value === 'Très clair, merci.'").await;
        // What comes too late sends nothing; the next try does.
        page.run("late(); window.later = false; setTimeout(() => { window.later = true; }, 200);").await;
        page.until("later").await;
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

#[tokio::test]
async fn an_answer_that_comes_after_the_element_is_gone_harms_nobody() {
    in_engines(Scope::Whole, async |page| {
        page.mount(r#"<news-article lang="fr"></news-article><news-article id="other" lang="fr" src="/api/articles/ar.json"></news-article>"#).await;
        page.run("el.article = { id: '42', title: 'Titre', body: [], comments: { action: '/api/comments?outcome=invalid&delay=700' } };").await;
        page.until("el.state === 'ready' && $('comment-form') && document.querySelector('#other').state === 'ready'").await;
        page.run("window.posts = 0; const real = fetch; window.fetch = (...rest) => real(...rest).then((answer) => { if (answer.url.includes('outcome=invalid')) window.posts += 1; return answer; }); const fields = { name: 'Salma', email: 'salma@example.org', body: 'Merci.' }; for (const name in fields) root.querySelector(`[name=${name}]`).value = fields[name]; $('submit').click();").await;
        // The view goes while the answer is on its way.
        page.run("setTimeout(() => { window.gone = true; el.remove(); }, 200)").await;
        page.until("window.gone && posts === 1").await;
        page.run("window.later = false; setTimeout(() => requestAnimationFrame(() => { window.later = true; }), 200);").await;
        page.until("later").await;
        let console = page.console().await;
        assert!(console.is_empty(), "{console:?}");
    })
    .await;
}
