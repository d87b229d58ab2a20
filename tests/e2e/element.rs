//! The element: states, events, properties, moves.

use news_article_tests::{Scope, in_engines};
use serde_json::json;

const STEPS: &str = include_str!("js/element.js");

const ARTICLE: &str =
    r#"<news-article src="/api/articles/42.json" lang="fr"><a href="/x">Lire</a></news-article>"#;

#[tokio::test]
async fn load_events_come_in_the_order_of_an_image() {
    in_engines(Scope::Whole, async |page| {
        page.mount("").await;
        page.call(STEPS, "loadRecorded", [json!("/api/articles/42.json")]).await;
        page.until("log.length === 3").await;
        let log = page.eval("return log;").await;
        assert_eq!(
            log,
            json!([
                ["loadstart", "loading", false, false],
                ["load", "ready", true, false],
                ["loadend", "ready", true, false]
            ])
        );
    })
    .await;
}

#[tokio::test]
async fn a_change_of_src_replaces_the_article_and_the_slower_one_is_ignored() {
    in_engines(Scope::Whole, async |page| {
        page.mount(ARTICLE).await;
        page.ready().await;
        page.run("record(LOADING); el.src = '/api/articles/long.json?delay=1500';").await;
        page.until("el.state === 'loading'").await;
        page.check("text('title').startsWith('Bus de nuit')").await;
        page.run("el.src = '/api/articles/ar.json'").await;
        page.until("el.state === 'ready' && !text('title').startsWith('Bus de nuit')").await;
        page.check("/[\\u0600-\\u06ff]/.test(text('title'))").await;
        page.until("log.filter((type) => type === 'loadend').length === 1").await;
        page.check("log.filter((type) => type === 'load').length === 1").await;
    })
    .await;
}

#[tokio::test]
async fn a_move_loses_and_fetches_nothing() {
    in_engines(Scope::Whole, async |page| {
        page.mount(&format!("{ARTICLE}<div id=other></div>")).await;
        page.ready().await;
        page.run("typeIn('comment-form', 'body', 'Un brouillon'); performance.clearResourceTimings();").await;
        page.call(STEPS, "moveAbout", [json!(20)]).await;
        page.check("el.state === 'ready' && text('title').startsWith('Bus de nuit')").await;
        page.check("$('comment-form').querySelector('textarea').value === 'Un brouillon'").await;
        page.check("!performance.getEntriesByType('resource').some((entry) => entry.name.includes('42.json') && entry.name.includes('articles'))").await;
    })
    .await;
}

#[tokio::test]
async fn an_element_that_is_taken_out_comes_back_with_its_article_and_draft() {
    in_engines(Scope::Whole, async |page| {
        page.mount(ARTICLE).await;
        page.ready().await;
        page.run("window.kept = el; typeIn('comment-form', 'body', 'Un brouillon'); el.remove();").await;
        page.until("kept.article !== null && !kept.shadowRoot.querySelector('[part=title]')").await;
        // From the moment that there is something, all of it is there.
        page.call(STEPS, "putBack", []).await;
        page.until("root && $('comment-form') && el.state === 'ready'").await;
        page.check("halves === 0 && $('comment-form').querySelector('textarea').value === 'Un brouillon'").await;
        page.check("!performance.getEntriesByType('resource').some((entry) => entry.name.includes('articles/42.json'))").await;
    })
    .await;
}

#[tokio::test]
async fn fifty_elements_share_one_instance_and_one_sheet() {
    in_engines(Scope::Whole, async |page| {
        page.mount(&ARTICLE.repeat(12)).await;
        page.until("[...document.querySelectorAll('news-article')].every((one) => one.state === 'ready')").await;
        page.check("new Set([...document.querySelectorAll('news-article')].map((one) => one.shadowRoot.adoptedStyleSheets[0])).size === 1").await;
        let asked = "performance.getEntriesByType('resource').map((entry) => entry.name).filter((name) => name.endsWith('.wasm'))";
        page.check(&format!("{asked}.some((name) => name.endsWith('_bg.wasm')) && new Set({asked}).size === {asked}.length")).await;
    })
    .await;
}

#[tokio::test]
async fn elements_that_are_gone_leave_no_memory_behind() {
    in_engines(Scope::Whole, async |page| {
        page.mount("").await;
        page.call(STEPS, "watchMemory", []).await;
        // The carousel is left before its list has come, and after.
        let pages = page.call(STEPS, "growth", []).await;
        assert!(pages.as_f64().is_some_and(|pages| pages <= 2.0), "it has grown by {pages} pages");
    })
    .await;
}

#[tokio::test]
async fn properties_set_before_the_upgrade_are_kept() {
    in_engines(Scope::Whole, async |page| {
        page.open("/demo/site.css").await;
        page.open("/demo/blank.html").await;
        page.call(STEPS, "setEarly", []).await;
        page.until("early.state === 'ready'").await;
        page.check("early.shadowRoot.querySelector('[part=title]').textContent === 'Avant'").await;
        page.check("early.shadowRoot.querySelector('[part=title]').localName === 'h3'").await;
        page.check("early.getAttribute('src') === '/api/articles/42.json'").await;
    })
    .await;
}

#[tokio::test]
async fn the_publishers_slots_are_always_there() {
    in_engines(Scope::Whole, async |page| {
        page.mount(r#"<news-article lang="fr"><p slot="after-title">Annonce</p><p slot="in-body-1">Annonce 1</p><p slot="end">Fin</p></news-article>"#).await;
        page.check("el.state === 'idle'").await;
        page.run("el.src = '/api/articles/42.json'").await;
        page.ready().await;
        for name in ["after-title", "after-body", "end", "in-body-1", "in-body-2", "in-body-3", "paywall", "comments"] {
            page.check(&format!("root.querySelectorAll('slot[name={name}]').length === 1")).await;
        }
        page.check("[...el.children].every((child) => child.getClientRects().length === 1)").await;
        page.check("root.querySelector('slot[name=in-body-1]').previousElementSibling.matches('[part=paragraph]')").await;
    })
    .await;
}

#[tokio::test]
async fn a_lazy_element_fetches_nothing_but_the_entry_until_it_is_near() {
    in_engines(Scope::Whole, async |page| {
        page.open("/demo/blank.html").await;
        page.run("put('<div style=\"height: 9000px\"></div><news-article loading=lazy lang=fr src=/api/articles/42.json></news-article>')").await;
        page.until("el.state === 'idle'").await;
        page.check("!performance.getEntriesByType('resource').some((entry) => /wasm|glue|articles/.test(entry.name))").await;
        page.run("el.scrollIntoView()").await;
        page.ready().await;
    })
    .await;
}

#[tokio::test]
async fn each_event_tells_which_article() {
    in_engines(Scope::Whole, async |page| {
        page.mount("").await;
        page.call(STEPS, "recordDetails", [json!(["view", "read", "related-view", "share"])]).await;
        page.run("put('<news-article src=/api/articles/42.json lang=fr></news-article>')").await;
        page.until("el.state === 'ready' && log.some(([name]) => name === 'view')").await;
        page.run("$$('paragraph').at(-1).scrollIntoView()").await;
        page.until("log.filter(([name]) => name === 'read').length === 4").await;
        let read = page.eval("return log.filter(([name]) => name === 'read').map(([, detail]) => detail.percent);").await;
        assert_eq!(read, json!([25, 50, 75, 100]));
        page.run("$('related').scrollIntoView()").await;
        page.until("log.some(([name, detail]) => name === 'related-view' && detail.count === 8)").await;
        page.check("log.every(([, detail]) => 'id' in detail && 'url' in detail && 'section' in detail && detail.id === '42')").await;
    })
    .await;
}

#[tokio::test]
async fn format_says_what_src_answers_and_not_what_the_page_sets() {
    in_engines(Scope::Whole, async |page| {
        page.mount(r#"<news-article format="wordpress" lang="fr" src="/wp-json/wp/v2/posts/28?_embed"></news-article>"#).await;
        page.ready().await;
        page.run("window.title = text('title'); window.log = [];").await;
        page.run("for (const type of LOADING) el.addEventListener(type, () => log.push(`${type} ${el.state}`));").await;
        page.run("el.article = el.article").await;
        page.until("log.length === 3").await;
        assert_eq!(page.eval("return log;").await, json!(["loadstart loading", "load ready", "loadend ready"]));
        page.check("text('title') === title").await;
        page.run("el.transform = (json) => ({ title: json.title.rendered.slice(0, 7), bodyHtml: '<p>Court</p>' }); el.src = '/wp-json/wp/v2/posts/28?_embed';").await;
        page.until("el.state === 'ready' && text('title') === 'Tramway'").await;
    })
    .await;
}

#[tokio::test]
async fn the_publishers_own_data_goes_under_every_article() {
    in_engines(Scope::Whole, async |page| {
        page.mount(r#"<news-article lang="fr"></news-article>"#).await;
        page.call(STEPS, "setSite", []).await;
        page.ready().await;
        page.check("text('newsletter').startsWith('La mienne') && !!$('social')").await;
        page.check("text('summary').startsWith('L’essentiel')").await;
        page.run("el.src = '/api/articles/absent.json'").await;
        page.until("el.state === 'error'").await;
        page.says("text('error')", "Plus ici.").await;
    })
    .await;
}

#[tokio::test]
async fn properties_reflect_their_attributes_and_give_what_is_used() {
    in_engines(Scope::Whole, async |page| {
        page.mount(r#"<news-article></news-article>"#).await;
        page.check("el.format === 'auto' && el.headingLevel === 1 && el.timeout === 15").await;
        page.check("el.modifiedAfter === 15 && el.loading === 'eager' && el.src === ''").await;
        page.run("el.relatedSrc = '/liste.json'; el.shareUtm = 'utm_source=x'; el.headingLevel = 2; el.setAttribute('timeout', 'abc'); el.wordsPerMinute = 300;").await;
        page.check("el.getAttribute('related-src') === '/liste.json' && el.getAttribute('share-utm') === 'utm_source=x'").await;
        page.check("el.getAttribute('heading-level') === '2' && el.timeout === 15").await;
        page.check("el.getAttribute('words-per-minute') === '300'").await;
        page.run("el.headingLevel = null; el.src = null;").await;
        page.check("!el.hasAttribute('heading-level') && !el.hasAttribute('src') && el.state === 'idle'").await;
        page.check("root.querySelectorAll('slot').length === 1").await;
    })
    .await;
}

#[tokio::test]
async fn a_view_that_is_built_anew_is_the_same_visit() {
    in_engines(Scope::Whole, async |page| {
        page.mount("").await;
        page.run("record(['news-article-view', 'news-article-read'], document)").await;
        page.run("put('<news-article lang=fr></news-article>').article = { title: 'Court', body: [{ type: 'paragraph', content: ['Un.'] }] }")
            .await;
        page.until("log.filter((type) => type.endsWith('read')).length === 4 && log.includes('news-article-view')").await;
        page.run("el.headingLevel = 2; el.labels = { home: 'Une' };").await;
        page.until("$('title').localName === 'h2'").await;
        // Whoever looks for it has seen the new view by then.
        page.run("window.seen = false; observed($('title')).then(painted).then(() => { window.seen = true; })").await;
        page.until("seen").await;
        page.check("log.length === 5").await;
    })
    .await;
}

#[tokio::test]
async fn what_is_no_json_is_an_error_and_no_exception() {
    in_engines(Scope::Whole, async |page| {
        page.mount(r#"<news-article lang="fr"></news-article>"#).await;
        page.call(STEPS, "setWhatIsNoJson", []).await;
        page.until("log.length === 1").await;
        page.check("log[0] === 'malformed' && el.state === 'error'").await;
    })
    .await;
}

#[tokio::test]
async fn a_read_only_name_that_was_set_before_the_upgrade_does_no_harm() {
    in_engines(Scope::Whole, async |page| {
        page.mount("").await;
        page.call(STEPS, "setReadOnlyEarly", []).await;
        page.until("frame.contentWindow.made?.state === 'ready'").await;
        page.check("frame.contentWindow.thrown.length === 0").await;
    })
    .await;
}

#[tokio::test]
async fn a_timeout_that_no_timer_can_hold_is_a_long_one() {
    in_engines(Scope::Whole, async |page| {
        page.mount(
            "<news-article lang=fr timeout=4000000 src='/api/articles/42.json?delay=300'></news-article>",
        )
        .await;
        page.ready().await;
    })
    .await;
}
