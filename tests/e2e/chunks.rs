//! Chunks of the wasm: they come when something asks for them, and not before; their loss is told.

use news_article_tests::{Page, Scope, in_engines};

const FEED: &str = r#"{"version": "https://jsonfeed.org/version/1.1", "title": "Le Quotidien", "items": [
    {"id": "1", "url": "https://quotidien.example/1", "title": "Un fil", "content_html": "<p>Un <em>texte</em> du fil.</p>"},
    {"id": "2", "url": "https://quotidien.example/2", "title": "Un autre", "content_html": "<p>Autre texte.</p>"}]}"#;
const GRAPH: &str = r#"{"@context": "https://schema.org", "@type": "NewsArticle", "headline": "Un graphe",
    "articleBody": "Un premier paragraphe.\n\nUn second."}"#;

/// How often a chunk was asked for.
fn asked(name: &str) -> String {
    format!(
        "performance.getEntriesByType('resource').filter((entry) => entry.name.endsWith('_{name}.wasm')).length"
    )
}

async fn show(page: &Page, json: &str) {
    page.run(&format!("document.querySelector('news-article').article = {json};")).await;
}

/// Lets a chunk get lost on its way, until the page calls `mend()`.
async fn lose(page: &Page, chunk: &str) {
    page.run(&format!("const fetched = window.fetch; window.fetch = (url, ...more) => String(url).endsWith('_{chunk}.wasm') ? Promise.reject(new TypeError('lost')) : fetched(url, ...more); window.mend = () => {{ window.fetch = fetched; }};")).await;
}

/// Puts an element into the page as it is now, and waits for it.
async fn put(page: &Page, element: &str) {
    page.run(&format!("document.querySelector('main').innerHTML = '{element}';")).await;
    page.ready().await;
}

#[tokio::test]
async fn a_rare_format_brings_its_chunk_once_and_others_do_not() {
    in_engines(Scope::Main, async |page| {
        page.mount("<news-article lang=fr src=/api/articles/42.json></news-article>").await;
        page.ready().await;
        page.check(&format!("{} === 0", asked("formats"))).await;
        show(&page, FEED).await;
        page.until("el.state === 'ready' && text('title') === 'Un fil'").await;
        page.check("$('body').querySelector('em').textContent === 'texte'").await;
        page.check(&format!("{} === 1", asked("formats"))).await;
        show(&page, GRAPH).await;
        page.until("el.state === 'ready' && text('title') === 'Un graphe'").await;
        page.check("$$('paragraph').length === 2").await;
        page.check(&format!("{} === 1", asked("formats"))).await;
        assert_eq!(page.console().await, Vec::<String>::new());
    })
    .await;
}

#[tokio::test]
async fn the_chunk_of_the_articles_format_comes_beside_the_wasm_and_the_other_does_not() {
    in_engines(Scope::Main, async |page| {
        for (src, here, gone) in [
            ("/api/articles/42.json", "native", "markup"),
            ("/wp-json/wp/v2/posts/28?_embed", "markup", "native"),
        ] {
            page.mount(&format!(
                "<news-article lang=fr sections='title reading-time' src='{src}'></news-article>"
            ))
            .await;
            page.ready().await;
            page.check(&format!("{} === 1 && {} === 0", asked(here), asked(gone))).await;
        }
    })
    .await;
}

#[tokio::test]
async fn a_fresh_instance_has_its_chunks_again() {
    in_engines(Scope::Main, async |page| {
        page.mount("<news-article lang=fr></news-article>").await;
        show(&page, FEED).await;
        page.until("el.state === 'ready' && text('title') === 'Un fil'").await;
        // An exception in the midst of Rust ends the instance.
        page.run("const create = document.createElement; document.createElement = () => { document.createElement = create; throw new Error('on purpose'); };").await;
        show(&page, GRAPH).await;
        page.until("el.state === 'ready' && text('title') === 'Un graphe'").await;
        show(&page, FEED).await;
        page.until("el.state === 'ready' && text('title') === 'Un fil'").await;
    })
    .await;
}

#[tokio::test]
async fn a_chunk_that_does_not_come_is_told_and_can_be_asked_for_again() {
    in_engines(Scope::Whole, async |page| {
        page.mount("<news-article lang=fr><a href=/x>Lire</a></news-article>").await;
        page.run(
            "window.kinds = []; el.addEventListener('error', (event) => kinds.push(event.detail.kind));",
        )
        .await;
        lose(&page, "formats").await;
        show(&page, FEED).await;
        page.until("el.state === 'error' && kinds.length === 1").await;
        page.check(
            "kinds[0] === 'load' && $('error') && el.querySelector('a').getClientRects().length === 1",
        )
        .await;
        page.run("mend(); $('retry').click();").await;
        page.until("el.state === 'ready' && text('title') === 'Un fil'").await;
    })
    .await;
}

#[tokio::test]
async fn without_the_chunk_of_the_sections_the_article_stands_and_a_reload_brings_them() {
    in_engines(Scope::Whole, async |page| {
        page.mount("").await;
        lose(&page, "sections").await;
        put(&page, "<news-article lang=fr src=/api/articles/42.json></news-article>").await;
        page.check("$$('paragraph').length > 2 && $('reading-time') && !$('share') && !$('comment-form')")
            .await;
        page.until("$('base').getAttribute('aria-busy') === null").await;
        let console = page.console().await;
        assert!(
            console.iter().all(|line| line.starts_with("news-article: load")) && console.len() == 1,
            "{console:?}"
        );
        page.run("mend(); el.reload();").await;
        page.until("$('share') && $('comment-form') && el.state === 'ready'").await;
    })
    .await;
}

/// Lets a chunk come to a dead line in its middle, `times` times; and a minute is soon over.
async fn hang(page: &Page, chunk: &str, times: u32) {
    page.run(&format!("let left = {times}; const timeout = AbortSignal.timeout; AbortSignal.timeout = (ms) => timeout.call(AbortSignal, ms / 100); const fetched = window.fetch; window.fetch = async (url, options) => {{ const response = await fetched(url, options); if (!String(url).endsWith('_{chunk}.wasm') || left-- <= 0) return response; const dead = new ReadableStream({{ start(controller) {{ controller.enqueue(new Uint8Array([0, 97])); options.signal.addEventListener('abort', () => controller.error(options.signal.reason)); }} }}); return new Response(dead, {{ headers: {{ 'Content-Type': 'application/wasm' }} }}); }};")).await;
}

#[tokio::test]
async fn a_chunk_that_hangs_does_not_keep_the_article_from_being_ready() {
    in_engines(Scope::Whole, async |page| {
        page.mount("").await;
        hang(&page, "sections", 9).await;
        put(&page, "<news-article lang=fr src=/api/articles/42.json></news-article>").await;
        page.check("$$('paragraph').length > 2 && !$('comment-form')").await;
    })
    .await;
}

#[tokio::test]
async fn a_chunk_that_hangs_once_is_asked_for_again() {
    in_engines(Scope::Whole, async |page| {
        page.mount("").await;
        hang(&page, "native", 1).await;
        put(&page, "<news-article lang=fr src=/api/articles/42.json></news-article>").await;
        page.check("$$('paragraph').length > 2 && Boolean($('comment-form'))").await;
    })
    .await;
}

#[tokio::test]
async fn a_network_that_few_pages_name_brings_its_code_and_the_usual_ones_do_not() {
    in_engines(Scope::Main, async |page| {
        page.mount("<news-article lang=fr src=/api/articles/42.json></news-article>").await;
        page.ready().await;
        page.check(&format!("$$('share-button').length > 5 && {} === 0", asked("networks"))).await;
        page.run("el.setAttribute('share', 'x reddit')").await;
        page.until("$$('share-button').length === 2 && $$('share-button')[1].dataset.network === 'reddit'").await;
        page.check(&format!("$$('share-button')[1].href.startsWith('https://www.reddit.com/') && {} === 1", asked("networks"))).await;
        // So does a title that not every network has room for.
        page.run("el.setAttribute('share', 'x'); el.article = { title: 'mot '.repeat(120), url: 'https://quotidien.example/1', body: [] };").await;
        page.until("text('title').length > 400 && el.state === 'ready'").await;
        page.check("new URL($('share-button').href).searchParams.get('text').endsWith('mot…')").await;
        assert_eq!(page.console().await, Vec::<String>::new());
    })
    .await;
}

#[tokio::test]
async fn without_the_code_of_rare_networks_the_others_and_all_else_stand() {
    in_engines(Scope::Whole, async |page| {
        page.mount("").await;
        lose(&page, "networks").await;
        put(&page, "<news-article lang=fr share=\"x reddit\" src=/api/articles/42.json></news-article>")
            .await;
        page.check("$$('share-button').length === 1 && Boolean($('comment-form')) && Boolean($('social'))")
            .await;
    })
    .await;
}

#[tokio::test]
async fn the_publishers_data_are_read_beside_a_post_of_wordpress_too() {
    in_engines(Scope::Main, async |page| {
        page.mount("<news-article lang=fr src='/wp-json/wp/v2/posts/28?_embed' site-src=/api/site.json></news-article>").await;
        page.ready().await;
        page.check(&format!("$('newsletter') && {} === 1 && {} === 1", asked("markup"), asked("native"))).await;
        // It was asked for beside the wasm, before the answer was there to tell.
        page.check("(() => { const at = (end) => performance.getEntriesByType('resource').find((entry) => entry.name.endsWith(end)).startTime; return at('_native.wasm') < at('_sections.wasm'); })()").await;
    })
    .await;
}

#[tokio::test]
async fn the_cards_of_other_articles_come_when_somebody_comes_near() {
    in_engines(Scope::Main, async |page| {
        page.mount("<div style='height: 400vh'></div><news-article lang=fr src=/api/articles/42.json related-src=/api/related/42.json></news-article>").await;
        page.ready().await;
        page.check(&format!("$('related-heading') && !$('related-item') && {} === 0", asked("related"))).await;
        page.run("$('related').scrollIntoView()").await;
        page.until(&format!("$$('related-item').length > 2 && {} === 1", asked("related"))).await;
        // An article that brings its list along shows it at once.
        page.run("el.article = { title: 'Un', body: [], related: [{ title: 'Autre', url: 'https://quotidien.example/2' }] }; el.removeAttribute('related-src'); window.scrollTo(0, 0);").await;
        page.until("el.state === 'ready' && text('title') === 'Un' && text('related-title') === 'Autre'").await;
        assert_eq!(page.console().await, Vec::<String>::new());
    })
    .await;
}

#[tokio::test]
async fn without_the_code_of_the_cards_the_section_goes_and_the_article_stays() {
    in_engines(Scope::Whole, async |page| {
        page.mount("").await;
        lose(&page, "related").await;
        put(&page, "<news-article lang=fr src=/api/articles/42.json related-src=/api/related/42.json></news-article>").await;
        page.run("$('related').scrollIntoView()").await;
        page.until("!$('related') || $('related').hidden || $('related').querySelector('[part=status]')").await;
        page.check("el.state === 'ready' && $$('paragraph').length > 2 && Boolean($('comment-form'))").await;
    })
    .await;
}

#[tokio::test]
async fn what_is_set_while_the_sections_are_on_their_way_is_not_lost() {
    in_engines(Scope::Whole, async |page| {
        page.mount("").await;
        page.run("const fetched = window.fetch; window.fetch = async (url, ...more) => { if (String(url).endsWith('_sections.wasm')) await new Promise((done) => { window.mend = done; }); return fetched(url, ...more); };").await;
        page.run("document.querySelector('main').innerHTML = '<news-article lang=fr src=/api/articles/42.json></news-article>'; window.loads = 0; document.querySelector('news-article').addEventListener('load', () => { window.loads += 1; });").await;
        page.until("$('title') && window.mend").await;
        page.run("el.lang = 'en'; el.headingLevel = 2; mend();").await;
        page.until("el.state === 'ready' && $('title')?.localName === 'h2' && text('reading-time').includes('Reading time')").await;
        page.check("loads === 1").await;
    })
    .await;
}

/// Holds a chunk back until the page calls `mend()`.
const HELD: &str = "const fetched = window.fetch; window.fetch = async (url, ...more) => { if (String(url).endsWith('_reactive.wasm')) await new Promise((done) => { window.mend = done; }); return fetched(url, ...more); };";

/// An article whose forms are far below, under a page that holds back or loses the code of what reacts.
const FAR: &str =
    "<div style='height: 400vh'></div><news-article lang=fr src=/api/articles/42.json></news-article>";
/// Shows it, once something was done to what the page fetches.
async fn far(page: &Page, first: impl AsyncFnOnce()) {
    page.mount("").await;
    first().await;
    page.run(&format!("document.querySelector('main').innerHTML = {FAR:?};")).await;
    page.ready().await;
}

/// Fills the form, untold, and listens to what is told of it.
const WRITE: &str = "for (const [name, value] of [['name', 'Salma'], ['email', 'salma@example.org'], ['body', 'Merci.']]) { $('comment-form').querySelector(`[name=${name}]`).value = value; } window.sent = []; el.addEventListener('news-article-sent', (event) => sent.push(event.detail.outcome));";

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
        far(&page, async || page.run(HELD).await).await;
        page.run(WRITE).await;
        page.run("$('submit').click(); $('submit').click();").await;
        page.until("window.mend").await;
        page.check("$('submit').getAttribute('aria-disabled') === 'true' && $('comment-form').querySelector('[part=status]').textContent === 'Envoi en cours…'").await;
        // A view that is made meanwhile takes it over.
        page.run("window.before = $('title'); el.headingLevel = 2;").await;
        page.until("$('title') !== before && $('comment-form')").await;
        page.check("$('submit').getAttribute('aria-disabled') === 'true'").await;
        page.run("for (const [name, value] of [['name', 'Salma'], ['email', 'salma@example.org'], ['body', 'Merci.']]) $('comment-form').querySelector(`[name=${name}]`).value = value; mend();").await;
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
        far(&page, async || page.run(HELD).await).await;
        page.run(WRITE).await;
        page.run("window.told = []; el.addEventListener('news-article-sent', (event) => told.push([event.detail.id, event.detail.form].join())); $('submit').click();").await;
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
        far(&page, async || page.run(HELD).await).await;
        page.run(WRITE).await;
        page.run("$('submit').click();").await;
        page.until("window.mend && $('submit').getAttribute('aria-disabled') === 'true'").await;
        page.run("const area = $('comment-form').querySelector('textarea'); area.value = 'Merci, et'; area.dispatchEvent(new Event('input', { bubbles: true }));").await;
        page.check("$('submit').getAttribute('aria-disabled') === null && $('comment-form').querySelector('[part=status]').textContent === ''").await;
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
        far(&page, async || page.run(HELD).await).await;
        page.run(WRITE).await;
        page.run("window.parents = []; el.addEventListener('news-article-comment', (event) => parents.push(event.detail.parent ?? 'nobody')); $('submit').click(); $('comments').scrollIntoView();").await;
        page.until("window.mend && $$('comment-reply').length > 1").await;
        page.run("$$('comment-reply')[1].click(); mend();").await;
        page.until("sent.length === 1 && parents[0] === 'nobody'").await;
        // The reader is still about to answer.
        page.check("shown(root.getElementById('comment-reply'))").await;
        page.run("for (const [name, value] of [['name', 'Salma'], ['email', 'salma@example.org'], ['body', 'Bien vu.']]) $('comment-form').querySelector(`[name=${name}]`).value = value; $('submit').click();").await;
        page.until("sent.length === 2 && parents[1] === '2'").await;
        page.check("!shown(root.getElementById('comment-reply'))").await;
    })
    .await;
}

#[tokio::test]
async fn a_comment_that_could_not_be_sent_as_it_was_answers_whom_it_answers_when_it_is() {
    in_engines(Scope::Whole, async |page| {
        far(&page, async || page.run(HELD).await).await;
        page.run(WRITE).await;
        page.run("window.parents = []; el.addEventListener('news-article-comment', (event) => parents.push(event.detail.parent ?? 'nobody')); const email = $('comment-form').querySelector('[name=email]'); email.value = 'salma'; $('submit').click(); $('comments').scrollIntoView();").await;
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
        page.run("const area = $('comment-form').querySelector('textarea'); area.value = 'Un brouillon'; area.dispatchEvent(new Event('input', { bubbles: true })); window.before = $('title'); el.headingLevel = 2;").await;
        page.until("$('title') !== before && $('comment-form')?.querySelector('textarea').value === 'Un brouillon'").await;
        // Who sends is told that it did not work, and may try again.
        page.run("window.sent = []; el.addEventListener('news-article-sent', (event) => sent.push(event.detail.outcome)); $('submit').click();").await;
        page.until("$('comment-form').querySelector('[part=status]').textContent.includes('conservée')").await;
        page.check("$('comment-form').querySelector('textarea').value === 'Un brouillon' && $('submit').getAttribute('aria-disabled') === null").await;
        page.run("mend(); $('submit').click();").await;
        page.until("root.activeElement?.name === 'name' && root.activeElement.getAttribute('aria-invalid') === 'true'").await;
        page.check("sent.length === 0").await;
    })
    .await;
}
