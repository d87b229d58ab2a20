//! Tests the thread of comments: listed, answered, paged, and never in the article's way.

use news_article_tests::{Page, Scope, in_engines};
use serde_json::{Value, json};

const STEPS: &str = include_str!("js/comments.js");

const ARTICLE: &str = r#"<news-article src="/api/articles/42.json" lang="fr"></news-article>"#;

async fn open(page: &Page, markup: &str) {
    page.mount(markup).await;
    page.ready().await;
    page.run("root.querySelector('[part=comments]').scrollIntoView()").await;
}

/// Shows an article whose list of comments is answered with these in turn, each a status and a body.
async fn with_list(page: &Page, answers: Value) {
    page.mount(r#"<news-article lang="fr"></news-article>"#).await;
    page.call(STEPS, "showWithList", [answers]).await;
    page.ready().await;
    page.run("root.querySelector('[part=comments]').scrollIntoView()").await;
}

async fn write(page: &Page, body: &str) {
    let values = json!({ "name": "Salma", "email": "salma@example.org", "body": body });
    page.run(&format!("fillIn('comment-form', {values}); send('comment-form');")).await;
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
        // Isolated from the sentence around, by characters that Firefox does not give.
        page.says("root.getElementById('comment-reply').innerText.replace(/[\\u2068\\u2069]/gu, '')", "Répondre à La rédaction").await;
        assert_eq!(page.call(STEPS, "areInView", []).await, json!(true));
        page.run("root.getElementById('comment-reply').parentElement.querySelector('button').click()").await;
        page.until("root.activeElement === $$('comment-reply')[1]").await;
        page.check("!shown(root.getElementById('comment-reply'))").await;
        page.run("el.addEventListener('news-article-comment', (event) => { window.answered = event.detail.parent; });").await;
        page.run("$$('comment-reply')[1].click()").await;
        write(&page, "Bien vu.").await;
        page.until("$$('comment').length === 6").await;
        page.check("answered === '2'").await;
        // Under the comment that it answers, after the answer that was there.
        page.says("$$('comment')[3].innerText.split('\\n').pop() && $$('comment')[3].getAttribute('aria-label')", "Salma").await;
        page.check("$$('comment')[3].innerText.includes('Bien vu.')").await;
        page.check("$$('comment')[3].parentElement.parentElement.parentElement === $$('comment')[1].parentElement").await;
        page.says("root.getElementById('comments').innerText", "9 commentaires").await;
        page.check("!shown(root.getElementById('comment-reply')) && $('comments').innerText.includes('est publié')").await;
        // The next one answers nobody.
        write(&page, "Et encore.").await;
        page.until("$$('comment').length === 7").await;
        page.check("answered === undefined").await;
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
        page.call(STEPS, "countLists", []).await;
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
            page.run(&format!("put({});", json!(ARTICLE))).await;
            page.ready().await;
            page.until(&format!("Math.abs($('{part}').getBoundingClientRect().top) < 2")).await;
        })
        .await;
    }
}

#[tokio::test]
async fn a_link_to_the_comments_moves_nobody_who_reads_nor_past_the_pages_own() {
    in_engines(Scope::Whole, async |page| {
        page.open("/demo/blank.html#comments").await;
        page.run("document.body.style.minHeight = '9000px'; scrollTo(0, 50);").await;
        page.call(STEPS, "showAndSettle", [json!(ARTICLE)]).await;
        page.check("scrollY === 50").await;
        page.open("/demo/blank.html?own").await;
        page.run("put('<p id=comments>Ailleurs</p>'); location.hash = '#x'; location.hash = '#comments'; scrollTo(0, 0);")
            .await;
        page.call(STEPS, "showAndSettle", [json!(ARTICLE)]).await;
        page.check("scrollY === 0").await;
    })
    .await;
}

#[tokio::test]
async fn whoever_is_past_the_comments_is_not_moved_when_they_come() {
    for count in [Value::Null, json!(8)] {
        in_engines(Scope::Main, async |page| {
            page.mount(r#"<news-article lang="fr"></news-article><p id="after">Le bas de la page.</p><div style="height: 3000px"></div>"#).await;
            page.call(STEPS, "showWithGate", [count.clone()]).await;
            page.ready().await;
            page.until("asked === 1").await;
            page.call(STEPS, "readBelow", []).await;
            page.painted().await;
            page.check("still()").await;
            page.run("openGate()").await;
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
        let one = json!([{ "id": 1, "author": "Salma", "date": "2026-03-21T10:00:00+01:00", "body": "Un." }]);
        with_list(&page, json!([[503, {}], [503, {}], [503, {}], [200, one]])).await;
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
        with_list(&page, json!([[403, { "code": "rest_forbidden" }]])).await;
        page.until("$('comments').innerText.includes('pas pu être chargés')").await;
        page.check("asked === 1 && !$('comments-more') && shown($('comment-form'))").await;
        with_list(&page, json!([[200, { "comments": "none" }]])).await;
        page.until("$('comments').innerText.includes('pas pu être chargés')").await;
        page.check("text('comments-more') === 'Réessayer'").await;
    })
    .await;
}

#[tokio::test]
async fn a_next_page_that_is_refused_leaves_the_focus_on_the_last_comment() {
    in_engines(Scope::Whole, async |page| {
        let first = json!({ "comments": [{ "id": 1, "body": "Un." }, { "id": 2, "body": "Deux." }], "total": 9, "next": "/list?page=2" });
        with_list(&page, json!([[200, first], [403, {}]])).await;
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
        let list = json!([
            { "id": 1, "author": "Salma", "body": "Un." },
            { "id": 2, "parent": 1, "body": " " },
            { "id": 3, "parent": 2, "body": "Trois." },
            { "id": 4, "bodyHtml": "<p>&nbsp;</p><img src=\"/list/x.png\">" },
            { "id": 5, "parent": 4, "author": "Tarik", "bodyHtml": "<p>Cinq.</p>" },
        ]);
        with_list(&page, json!([[200, { "comments": list, "total": 25, "next": "/list?page=2" }]])).await;
        page.until("$$('comment').length === 3").await;
        page.says(
            "$$('comment').map((shown) => shown.lastElementChild.previousElementSibling.innerText).join(' ')",
            "Un. Trois. Cinq.",
        )
        .await;
        // What was answered is gone; what that had answered is not.
        page.check(
            "$$('comment')[1].parentElement.parentElement.parentElement === $('comment').parentElement",
        )
        .await;
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
        let list = json!([
            { "id": 2, "parent": 1, "body": "Deux." },
            { "id": 3, "parent": 4, "body": "Trois." },
            { "id": 4, "parent": 3, "body": "Quatre." },
        ]);
        with_list(&page, json!([[200, list]])).await;
        page.until("$$('comment').length === 3").await;
        page.check("$$('comment').map((shown) => shown.parentElement.parentElement.parentElement.localName).join(' ') === 'div div li'").await;
    })
    .await;
}

#[tokio::test]
async fn replies_go_no_deeper_than_a_phone_can_show() {
    in_engines(Scope::Whole, async |page| {
        let list: Vec<Value> =
            (0..500).map(|at| json!({ "id": at + 1, "parent": at, "body": "x" })).collect();
        with_list(&page, json!([[200, list]])).await;
        for count in (20..=500).step_by(20) {
            page.until(&format!("$$('comment').length === {count}")).await;
            page.run("$('comments-more')?.click()").await;
        }
        page.check("asked === 1").await;
        assert_eq!(page.call(STEPS, "depth", []).await, json!(4));
    })
    .await;
}

#[tokio::test]
async fn what_a_stranger_writes_is_text() {
    in_engines(Scope::Whole, async |page| {
        let markup = r##"<p onclick=x>Un <b>deux</b> <a href="javascript:alert(1)">trois</a> <a href="https://elsewhere.example/x" rel="dofollow">quatre</a></p><img src="/list/pixel.png" onerror=x><iframe src="https://www.youtube.com/embed/x"></iframe><script>x</script><h1>Titre</h1><style>*{display:none}</style>"##;
        let one = json!({ "id": "\"><img src=x>", "author": "<img src=x onerror=alert(1)>", "bodyHtml": markup });
        with_list(&page, json!([[200, [one]]])).await;
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
        let list = json!({ "comments": [{ "id": 1, "body": "Un." }], "total": 99, "next": "/list?page=2" });
        with_list(&page, json!([[200, list]])).await;
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
        page.call(STEPS, "sendMany", [json!(28), json!(40)]).await;
        // With the count the second page is known to be the last; without it only the third says so.
        for (hide, pages) in [(false, 2), (true, 3)] {
            page.mount(r#"<news-article lang="fr"></news-article>"#).await;
            page.call(STEPS, "showPost", [json!(hide)]).await;
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
        page.call(STEPS, "showClosed", []).await;
        page.ready().await;
        page.run("root.querySelector('[part=comments]').scrollIntoView()").await;
        page.until("$$('comment').length === 12").await;
        page.check("$('comments').innerText.includes('Les commentaires sont fermés.')").await;
        page.check("!$('comment-form') && !$('comments-prompt') && !$('comment-reply')").await;
    })
    .await;
}

#[tokio::test]
async fn the_list_comes_with_a_chunk_of_its_own_whose_loss_is_told() {
    in_engines(Scope::Whole, async |page| {
        page.mount(r#"<news-article lang="fr"></news-article>"#).await;
        page.call(STEPS, "loseOnce", []).await;
        page.run("el.src = '/api/articles/42.json'").await;
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

#[tokio::test]
async fn a_readers_own_comment_is_shown_where_the_site_lists_none() {
    in_engines(Scope::Whole, async |page| {
        page.mount(r#"<news-article lang="fr" form-origins="https://news.example"></news-article>"#).await;
        page.run("intercept((url, request, pass) => url.endsWith('/taken') ? jsonAnswer({ status: 'published' }, 201) : pass()); \
            el.article = { id: '7', title: 'Un', url: 'https://news.example/7', body: [{ type: 'paragraph', content: ['Un.'] }], comments: { action: '/taken', open: true, count: 2 } };").await;
        page.ready().await;
        for (body, count) in [("Bien vu.", 3), ("Et encore.", 4)] {
            write(&page, body).await;
            page.until(&format!("$$('comment').length === {}", count - 2)).await;
            page.says("root.getElementById('comments').innerText", &format!("{count} commentaires")).await;
        }
        page.check("$$('comment')[0].innerText.includes('Bien vu.') && !$('comments-more')").await;
    })
    .await;
}

#[tokio::test]
async fn a_list_for_who_is_logged_in_says_so_with_the_way_there() {
    in_engines(Scope::Whole, async |page| {
        with_list(&page, json!([[401, {}]])).await;
        page.until("$('comments').innerText.includes('connectez-vous')").await;
        page.check("!$('comments-more') && [...$('comments').querySelectorAll('a')].some((link) => link.href === 'https://news.example/7')").await;
    })
    .await;
}
