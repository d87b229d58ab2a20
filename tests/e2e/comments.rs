//! What others have said: listed, answered, paged, and never in the article's way.

use news_article_tests::{Page, Scope, in_engines};
use serde_json::json;

const ARTICLE: &str = r#"<news-article src="/api/articles/42.json" lang="fr"></news-article>"#;

async fn open(page: &Page, markup: &str) {
    page.mount(markup).await;
    page.ready().await;
    page.run("root.querySelector('[part=comments]').scrollIntoView()").await;
}

/// Shows an article whose comments are to be had under an address, which a handler of the page's answers.
async fn with_list(page: &Page, handler: &str) {
    page.mount(r#"<news-article lang="fr"></news-article>"#).await;
    page.run(&format!("window.asked = 0; const real = window.fetch; const answer = (body, status = 200) => new Response(JSON.stringify(body), {{ status }}); window.fetch = async (request, ...rest) => {{ const url = request.url ?? String(request); if (!url.includes('/list')) return real(request, ...rest); window.asked += 1; {handler} }}; el.article = {{ id: '7', title: 'Un', url: 'https://news.example/7', publishedAt: '2026-03-21', body: [{{ type: 'paragraph', content: ['Un.'] }}], comments: {{ action: '/api/comments', url: '/list', open: true }} }};")).await;
    page.ready().await;
    page.run("root.querySelector('[part=comments]').scrollIntoView()").await;
}

async fn write(page: &Page, body: &str) {
    for (name, value) in [("name", "Salma"), ("email", "salma@example.org"), ("body", body)] {
        page.run(&format!("const field = $('comment-form').querySelector('[name={name}]'); field.value = {}; field.dispatchEvent(new Event('input', {{ bubbles: true }}));", json!(value))).await;
    }
    page.run("$('comment-form').querySelector('[part=submit]').click();").await;
}

#[tokio::test]
async fn a_thread_is_listed_page_by_page_with_its_replies() {
    in_engines(Scope::Main, async |page| {
        open(&page, ARTICLE).await;
        page.until("$$('comment').length === 5").await;
        page.says("root.getElementById('comments').innerText", "8 commentaires").await;
        page.check("$('comment').innerText.includes('Naïma L.') && $('comment').innerText.includes('21 mars 2026 à 09:41')").await;
        // A reply stands in a list in the comment that it answers.
        page.check("$$('comment')[2].parentElement.parentElement.parentElement === $$('comment')[1].parentElement").await;
        page.run("$('comments-more').click()").await;
        page.until("$$('comment').length === 8 && !$('comments-more')").await;
        page.check("root.activeElement.innerText.includes('Anonyme')").await;
        page.check("[...root.querySelectorAll('[part=comments] [role=status]')].some((line) => line.textContent === '3 commentaires')").await;
        assert_eq!(page.console().await, Vec::<String>::new());
    })
    .await;
}

#[tokio::test]
async fn an_answer_says_to_whom_and_stands_below_it() {
    in_engines(Scope::Main, async |page| {
        open(&page, ARTICLE).await;
        page.until("$$('comment-reply').length === 5").await;
        page.run("$$('comment-reply')[1].click()").await;
        page.until("root.activeElement?.name === 'body'").await;
        page.says("root.getElementById('comment-reply').innerText", "Répondre à La rédaction").await;
        page.check("[root.getElementById('comment-reply'), root.activeElement].every((shown) => { const { top, bottom } = shown.getBoundingClientRect(); return top >= 0 && bottom <= innerHeight; })").await;
        page.run("root.getElementById('comment-reply').parentElement.querySelector('button').click()").await;
        page.until("root.activeElement === $$('comment-reply')[1]").await;
        page.check("!shown(root.getElementById('comment-reply'))").await;
        page.run("$$('comment-reply')[1].click(); el.addEventListener('news-article-comment', (event) => { window.parent_ = event.detail.parent; });").await;
        write(&page, "Bien vu.").await;
        page.until("$$('comment').length === 6").await;
        page.check("parent_ === '2'").await;
        // Under the comment that it answers, after the answer that was there.
        page.says("$$('comment')[3].innerText.split('\\n').pop() && $$('comment')[3].getAttribute('aria-label')", "Salma").await;
        page.check("$$('comment')[3].innerText.includes('Bien vu.') && $$('comment')[3].parentElement.parentElement.parentElement === $$('comment')[1].parentElement").await;
        page.says("root.getElementById('comments').innerText", "9 commentaires").await;
        page.check("!shown(root.getElementById('comment-reply')) && $('comments').innerText.includes('est publié')").await;
        // The next one answers nobody.
        write(&page, "Et encore.").await;
        page.until("$$('comment').length === 7").await;
        page.check("parent_ === undefined").await;
    })
    .await;
}

#[tokio::test]
async fn whom_a_draft_answers_is_kept_with_it() {
    in_engines(Scope::Whole, async |page| {
        open(&page, ARTICLE).await;
        page.until("$$('comment-reply').length === 5").await;
        page.run("$$('comment-reply')[3].click()").await;
        page.run("el.share = 'copy'").await;
        page.until("$$('share-button').length === 1").await;
        page.says("root.getElementById('comment-reply').innerText", "Répondre à Tarik").await;
    })
    .await;
}

#[tokio::test]
async fn comments_are_fetched_when_the_reader_comes_near() {
    in_engines(Scope::Whole, async |page| {
        page.mount(r#"<news-article src="/api/articles/long.json" lang="fr"></news-article>"#).await;
        page.ready().await;
        page.run("window.lists = () => performance.getEntriesByType('resource').filter((entry) => entry.name.includes('/api/comments')).length;").await;
        page.painted().await;
        page.check("root.querySelector('[part=comments]').getBoundingClientRect().top > 3 * innerHeight && lists() === 0").await;
        page.run("root.querySelector('[part=comments]').scrollIntoView()").await;
        page.until("lists() === 1").await;
        page.until("$('comments').innerText.includes('Aucun commentaire')").await;
    })
    .await;
}

#[tokio::test]
async fn a_link_to_the_comments_leads_there_when_they_come() {
    for (fragment, part) in
        [("#comments", "comments"), ("#comment-12", "comments"), ("#respond", "comment-form")]
    {
        in_engines(Scope::Whole, async |page| {
            page.open(&format!("/demo/blank.html{fragment}")).await;
            page.run(&format!("document.querySelector('main').innerHTML = {};", json!(ARTICLE))).await;
            page.ready().await;
            page.until(&format!("Math.abs($('{part}').getBoundingClientRect().top) < 2")).await;
        })
        .await;
    }
}

#[tokio::test]
async fn a_link_to_the_comments_moves_nobody_who_reads_nor_past_the_pages_own() {
    in_engines(Scope::Whole, async |page| {
        let later = "window.later = false; setTimeout(() => requestAnimationFrame(() => { window.later = true; }));";
        page.open("/demo/blank.html#comments").await;
        page.run(&format!("document.body.style.minHeight = '9000px'; scrollTo(0, 50); document.querySelector('main').innerHTML = {}; document.querySelector('news-article').addEventListener('load', () => {{ {later} }});", json!(ARTICLE))).await;
        page.until("window.later").await;
        page.check("scrollY === 50").await;
        page.open("/demo/blank.html?own").await;
        page.run(&format!("document.querySelector('main').innerHTML = '<p id=comments>Ailleurs</p>' + {}; location.hash = '#x'; location.hash = '#comments'; scrollTo(0, 0); document.querySelector('news-article').addEventListener('load', () => {{ {later} }});", json!(ARTICLE))).await;
        page.until("window.later").await;
        page.check("scrollY === 0").await;
    })
    .await;
}

#[tokio::test]
async fn whoever_is_past_the_comments_is_not_moved_when_they_come() {
    for known in ["", "count: 8,"] {
        in_engines(Scope::Main, async |page| {
            page.mount(r#"<news-article lang="fr"></news-article><p id="after">Le bas de la page.</p><div style="height: 3000px"></div>"#).await;
            page.run(&format!("const real = window.fetch; const gate = new Promise((open) => {{ window.open_gate = open; }}); window.asked = 0; window.fetch = async (request, ...rest) => {{ const url = request.url ?? String(request); if (!url.includes('/list')) return real(request, ...rest); window.asked += 1; await gate; return new Response(JSON.stringify([1, 2, 3, 4, 5, 6, 7, 8].map((id) => ({{ id, author: 'Salma', body: 'Un. '.repeat(99) }})))); }}; el.article = {{ title: 'Un', body: [{{ type: 'paragraph', content: ['Un.'] }}], comments: {{ {known} url: '/list', open: true }}, newsletter: {{ action: '/api/newsletter' }} }};")).await;
            page.ready().await;
            page.until("asked === 1").await;
            page.run("scrollTo(0, document.querySelector('#after').getBoundingClientRect().top + scrollY - 100); const top = () => document.querySelector('#after').getBoundingClientRect().top; window.still = () => Math.abs(top() - 100) < 2;").await;
            page.painted().await;
            page.check("still()").await;
            page.run("open_gate()").await;
            page.until("$$('comment').length === 8").await;
            page.painted().await;
            page.check("still()").await;
        })
        .await;
    }
}

#[tokio::test]
async fn a_list_that_fails_leaves_article_and_form_and_can_be_had_again() {
    in_engines(Scope::Main, async |page| {
        with_list(&page, "return asked <= 3 ? answer({}, 503) : answer([{ id: 1, author: 'Salma', date: '2026-03-21T10:00:00+01:00', body: 'Un.' }]);").await;
        page.until("$('comments').innerText.includes('Les commentaires n’ont pas pu être chargés.')").await;
        page.check("el.state === 'ready' && shown($('comment-form')) && text('body') === 'Un.'").await;
        page.says("text('comments-more')", "Réessayer").await;
        page.run("$('comments-more').focus(); $('comments-more').click()").await;
        page.until("$$('comment').length === 1").await;
        page.check("!$('comments').innerText.includes('pas pu être chargés') && !$('comments-more')").await;
        page.check("root.activeElement === $('comment')").await;
    })
    .await;
}

#[tokio::test]
async fn where_the_answer_is_no_nobody_is_asked_to_try_again() {
    in_engines(Scope::Whole, async |page| {
        with_list(&page, "return answer({ code: 'rest_cannot_read_post' }, 401);").await;
        page.until("$('comments').innerText.includes('pas pu être chargés')").await;
        page.check("asked === 1 && !$('comments-more') && shown($('comment-form'))").await;
        with_list(&page, "return answer({ comments: 'none' });").await;
        page.until("$('comments').innerText.includes('pas pu être chargés')").await;
        page.check("text('comments-more') === 'Réessayer'").await;
    })
    .await;
}

#[tokio::test]
async fn a_next_page_that_is_refused_leaves_the_focus_on_the_last_comment() {
    in_engines(Scope::Whole, async |page| {
        with_list(&page, "return url.includes('page=2') ? answer({}, 403) : answer({ comments: [{ id: 1, body: 'Un.' }, { id: 2, body: 'Deux.' }], total: 9, next: '/list?page=2' });").await;
        page.until("$$('comment').length === 2").await;
        page.run("$('comments-more').focus(); $('comments-more').click()").await;
        page.until("$('comments').innerText.includes('pas pu être chargés')").await;
        page.check("!$('comments-more') && root.activeElement?.contains($$('comment')[1])").await;
    })
    .await;
}

#[tokio::test]
async fn a_comment_without_text_is_left_out_and_its_replies_stay() {
    in_engines(Scope::Whole, async |page| {
        with_list(&page, "return answer({ comments: [{ id: 1, author: 'Salma', body: 'Un.' }, { id: 2, parent: 1, body: ' ' }, { id: 3, parent: 2, body: 'Trois.' }, { id: 4, bodyHtml: '<p>&nbsp;</p><img src=\"/list/x.png\">' }, { id: 5, parent: 4, author: 'Tarik', bodyHtml: '<p>Cinq.</p>' }], total: 25, next: '/list?page=2' });").await;
        page.until("$$('comment').length === 3").await;
        page.says("$$('comment').map((shown) => shown.lastElementChild.previousElementSibling.innerText).join(' ')", "Un. Trois. Cinq.").await;
        // What was answered is gone; what that had answered is not.
        page.check("$$('comment')[1].parentElement.parentElement.parentElement === $('comment').parentElement").await;
        page.check("$$('comment')[2].parentElement.parentElement.parentElement.localName === 'div'").await;
        page.says("root.getElementById('comments').innerText", "23 commentaires").await;
        // A page that repeats them has nothing new.
        page.run("$('comments-more').click()").await;
        page.until("!$('comments-more')").await;
        page.check("$$('comment').length === 3").await;
        page.says("root.getElementById('comments').innerText", "23 commentaires").await;
    })
    .await;
}

#[tokio::test]
async fn a_reply_whose_comment_is_not_there_stands_at_the_top() {
    in_engines(Scope::Whole, async |page| {
        with_list(&page, "return answer([{ id: 2, parent: 1, body: 'Deux.' }, { id: 3, parent: 4, body: 'Trois.' }, { id: 4, parent: 3, body: 'Quatre.' }]);").await;
        page.until("$$('comment').length === 3").await;
        page.check("$$('comment').map((shown) => shown.parentElement.parentElement.parentElement.localName).join(' ') === 'div div li'").await;
    })
    .await;
}

#[tokio::test]
async fn replies_go_no_deeper_than_a_phone_can_show() {
    in_engines(Scope::Whole, async |page| {
        with_list(&page, "return answer(Array.from({ length: 500 }, (_, at) => ({ id: at + 1, parent: at, body: 'x' })));").await;
        for count in (20..=500).step_by(20) {
            page.until(&format!("$$('comment').length === {count}")).await;
            page.run("$('comments-more')?.click()").await;
        }
        page.check("asked === 1").await;
        page.check("Math.max(...$$('comment').map((shown) => { let depth = 0; for (let node = shown; node !== $('comments'); node = node.parentElement) depth += node.localName === 'ol'; return depth; })) === 4").await;
    })
    .await;
}

#[tokio::test]
async fn what_a_stranger_writes_is_text() {
    in_engines(Scope::Whole, async |page| {
        let markup = r##"<p onclick=x>Un <b>deux</b> <a href="javascript:alert(1)">trois</a> <a href="https://elsewhere.example/x" rel="dofollow">quatre</a></p><img src="/list/pixel.png" onerror=x><iframe src="https://www.youtube.com/embed/x"></iframe><script>x</script><h1>Titre</h1><style>*{display:none}</style>"##;
        with_list(&page, &format!("return answer([{{ id: '\"><img src=x>', author: '<img src=x onerror=alert(1)>', bodyHtml: {} }}]);", json!(markup))).await;
        page.until("$$('comment').length === 1").await;
        page.check("$('comment').querySelectorAll('img, iframe, script, style, h1, [onclick]').length === 0").await;
        page.says("$('comment').querySelector('bdi').innerText", "<img src=x onerror=alert(1)>").await;
        page.says("[...$('comment').querySelectorAll('a')].map((link) => link.innerText + ' ' + link.rel).join()", "quatre ugc nofollow noopener noreferrer").await;
        page.check("$('comment').innerText.includes('Titre') && asked === 1").await;
    })
    .await;
}

#[tokio::test]
async fn a_page_that_repeats_itself_is_the_last() {
    in_engines(Scope::Whole, async |page| {
        with_list(
            &page,
            "return answer({ comments: [{ id: 1, body: 'Un.' }], total: 99, next: '/list?page=2' });",
        )
        .await;
        page.until("$$('comment').length === 1").await;
        page.run("$('comments-more').focus(); $('comments-more').click()").await;
        page.until("!$('comments-more')").await;
        page.check("asked === 2 && $$('comment').length === 1").await;
        // Nothing came, and the button is gone: the focus is where the reader was.
        page.check("root.activeElement.contains($('comment'))").await;
    })
    .await;
}

#[tokio::test]
async fn a_wordpress_thread_is_whole_and_in_order() {
    in_engines(Scope::Main, async |page| {
        open(&page, r#"<news-article src="/wp-json/wp/v2/posts/47?_embed" lang="fr"></news-article>"#).await;
        page.until("$$('comment').length === 12").await;
        page.says("root.getElementById('comments').innerText", "12 commentaires").await;
        page.check("$('comment').innerText.includes('Hicham B.') && $('comment').innerText.includes('4 avril 2026 à 09:12')").await;
        page.check("$$('comment')[1].parentElement.parentElement.parentElement === $('comment').parentElement").await;
        page.check("$$('comment-reply').length === 12 && !$('comments-more')").await;
    })
    .await;
}

#[tokio::test]
async fn a_long_wordpress_thread_goes_on_with_or_without_its_count() {
    in_engines(Scope::Whole, async |page| {
        page.mount(r#"<news-article lang="fr"></news-article>"#).await;
        page.run("window.sending = (async () => { for (let at = 0; at < 40; at++) await fetch('/wp-json/wp/v2/comments?outcome=published', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ post: 28, author_name: 'L' + at, author_email: 'l@example.org', content: 'Le ' + at }) }); window.sent = true; })();").await;
        page.until("window.sent").await;
        // With the count the second page is known to be the last; without it only the third says so.
        for (hide, pages) in [(false, 2), (true, 3)] {
            page.mount(r#"<news-article lang="fr"></news-article>"#).await;
            page.run(&format!("window.asked = 0; const real = window.fetch; window.fetch = async (request, ...rest) => {{ const answer = await real(request, ...rest); if (!String(request.url).includes('/comments?')) return answer; window.asked += 1; return {hide} ? new Response(await answer.text()) : answer; }}; el.src = '/wp-json/wp/v2/posts/28?_embed';")).await;
            page.ready().await;
            page.run("root.querySelector('[part=comments]').scrollIntoView()").await;
            page.until("$$('comment').length === 20").await;
            page.run("$('comments-more').click()").await;
            page.until("$$('comment').length === 40").await;
            page.check("root.activeElement.innerText.includes('L20')").await;
            if hide {
                page.run("$('comments-more').click()").await;
            }
            page.until("!$('comments-more')").await;
            page.check(&format!("asked === {pages}")).await;
            page.says("root.getElementById('comments').innerText", "40 commentaires").await;
        }
    })
    .await;
}

#[tokio::test]
async fn closed_comments_are_shown_and_told_to_be_closed() {
    in_engines(Scope::Whole, async |page| {
        page.mount(r#"<news-article lang="fr"></news-article>"#).await;
        page.run("window.json = fetch('/wp-json/wp/v2/posts/47?_embed').then((answer) => answer.json()).then((post) => { post.comment_status = 'closed'; el.article = post; });").await;
        page.ready().await;
        page.run("root.querySelector('[part=comments]').scrollIntoView()").await;
        page.until("$$('comment').length === 12").await;
        page.check("$('comments').innerText.includes('Les commentaires sont fermés.') && !$('comment-form') && !$('comments-prompt') && !$('comment-reply')").await;
    })
    .await;
}

#[tokio::test]
async fn the_list_comes_with_a_chunk_of_its_own_whose_loss_is_told() {
    in_engines(Scope::Whole, async |page| {
        page.mount(r#"<news-article lang="fr"></news-article>"#).await;
        page.run("window.chunks = 0; const fetched = window.fetch; window.fetch = (url, ...more) => { if (!String(url).endsWith('_comments.wasm')) return fetched(url, ...more); window.chunks += 1; return chunks === 1 ? Promise.reject(new TypeError('lost')) : fetched(url, ...more); }; el.src = '/api/articles/42.json';").await;
        page.ready().await;
        page.run("root.querySelector('[part=comments]').scrollIntoView()").await;
        page.until("$('comments').innerText.includes('pas pu être chargés')").await;
        page.check("shown($('comment-form')) && el.state === 'ready'").await;
        page.run("$('comments-more').click()").await;
        page.until("$$('comment').length === 5 && chunks === 2").await;
        // It is there from now on, for every view.
        page.run("el.headingLevel = 2").await;
        page.until("$('title').localName === 'h2' && $$('comment').length === 5").await;
        page.check("chunks === 2").await;
    })
    .await;
}
