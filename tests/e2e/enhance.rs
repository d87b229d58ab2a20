//! A page that holds its article as HTML: the children stay as they are, and the widget stands around them.

use news_article_tests::{Answer, Fault, FaultServer, Host, Page, Scope, in_engines};
use serde_json::json;

const STEPS: &str = include_str!("js/enhance.js");

/// A newsroom's page; the element comes from `cdn`.
async fn newsroom(page: &Page, head: &str, body: &str) -> Host {
    let cdn = page.origin();
    let script = format!("<script type=module src=\"{cdn}/news-article.js\"></script>");
    let script = if head.contains("import(") { String::new() } else { script };
    let text = format!(
        "<!doctype html><html lang=fr><head><meta charset=utf-8><title>Titre de la page</title>{head}{script}\
         </head><body><main>{body}</main></body></html>"
    );
    let headers = vec![("content-type", "text/html; charset=utf-8".to_owned())];
    let host =
        Host::start(vec![Answer { path: "/politique/tramway", headers, body: text.replace("CDN", cdn) }])
            .await;
    page.visit(&format!("{}/politique/tramway?utm_source=x#haut", host.origin())).await;
    host
}

/// 430 words and a picture: at 214 words a minute, with 12 seconds for the picture, three minutes.
fn article() -> String {
    let paragraph = format!("<p>{}</p>", "mot ".repeat(43));
    format!(
        "<article id=own><header><h1>Le tramway arrive</h1><p class=by>Par Salma, {}</p>\
         <figure><img alt='' width=640 height=360><figcaption>Le port</figcaption></figure></header>\
         {}<nav>{1}{1}{1}</nav><aside>{1}{1}{1}{1}</aside><div hidden>{1}</div><script>{}</script></article>",
        "rédactrice ".repeat(200),
        paragraph.repeat(10),
        "// mot mot mot mot".repeat(100),
    )
}

const GRAPH: &str = r##"<script type="application/ld+json">{ broken</script>
<script type="application/ld+json">{"@context": "https://schema.org", "@graph": [
  {"@type": "NewsArticle", "headline": "Un autre article", "url": "/autre"},
  {"@type": "WebPage", "@id": "#page"},
  {"@type": ["NewsArticle"], "headline": "Le tramway arrive à Sidi Amara", "mainEntityOfPage": "/politique/tramway",
   "articleSection": "Politique", "identifier": 77, "inLanguage": "fr", "image": "/tram.jpg",
   "author": {"@id": "#salma"}, "isAccessibleForFree": false, "articleBody": "Autre chose."},
  {"@type": "Person", "@id": "#salma", "name": "Salma B."}
]}</script>"##;

#[tokio::test]
async fn the_children_stay_untouched_and_the_widget_stands_around_them() {
    in_engines(Scope::Main, async |page| {
        let body = format!("<news-article>{}</news-article>", article());
        let log = include_str!("js/enhance-log.js");
        let head = format!("<script>{log}</script><base href='https://elsewhere.example/'>{GRAPH}");
        let _host = newsroom(&page, &head, &body).await;
        page.ready().await;
        page.until("log.includes('loadend')").await;
        assert_eq!(page.eval("return log;").await, json!(["parsed", "loadstart", "load", "loadend"]));
        page.check("own === el.firstElementChild && own.outerHTML === before && shown(own)").await;
        for part in ["title", "summary", "image", "body", "breadcrumb", "tags"] {
            page.check(&format!("!$('{part}')")).await;
        }
        page.says("text('reading-time')", "Temps de lecture : 3 minutes").await;
        let above = "const line = $('reading-time').getBoundingClientRect(), article = own.getBoundingClientRect(), row = $('share').getBoundingClientRect();";
        page.run(&format!("{above} window.order = line.bottom <= article.top && article.bottom <= row.top;")).await;
        page.check("order").await;
        let url = page.call(STEPS, "shared", [json!("x"), json!("url")]).await;
        page.check(&format!("{url} === `${{location.origin}}/politique/tramway`")).await;
        let text = page.call(STEPS, "shared", [json!("x"), json!("text")]).await;
        assert_eq!(text, json!("Le tramway arrive à Sidi Amara"));
        let told = page.eval("const { title, id, section, authors, wordCount, timeRequired, access } = el.article; return [title, id, section.name, authors[0].name, wordCount, timeRequired, access];").await;
        assert_eq!(told, json!(["Le tramway arrive à Sidi Amara", "77", "Politique", "Salma B.", 430, "PT3M", "subscriber"]));
        page.check("el.article.url === `${location.origin}/politique/tramway`").await;
    })
    .await;
}

#[tokio::test]
async fn nothing_of_the_widgets_style_reaches_the_children() {
    in_engines(Scope::Whole, async |page| {
        let head = "<style>:root { --text: rgb(1, 2, 3); --accent: rgb(4, 5, 6); } #own { color: var(--text); }</style>";
        let body = "<news-article lang=ar><article id=own lang=fr><p>Un texte.</p><a href=/x style='color: var(--accent)'>lien</a></article></news-article>";
        let _host = newsroom(&page, head, body).await;
        page.ready().await;
        page.check("root.querySelector('[part=reading-time]').closest('[dir]').dir === 'rtl'").await;
        page.check("getComputedStyle(document.querySelector('#own')).direction === 'ltr'").await;
        page.check("getComputedStyle(document.querySelector('#own')).color === 'rgb(1, 2, 3)'").await;
        page.check("getComputedStyle(document.querySelector('#own a')).color === 'rgb(4, 5, 6)'").await;
    })
    .await;
}

#[tokio::test]
async fn nothing_moves_where_the_page_keeps_the_room_that_readme_names() {
    in_engines(Scope::ChromiumOnly, async |page| {
        let head = format!(
            "<style>news-article {{ display: block; }} news-article:not(:state(ready))::before \
             {{ content: ''; display: block; block-size: 2.75rem; }}</style><script>{}</script>",
            include_str!("js/enhance-shifts.js")
        );
        let body = format!("<news-article>{}</news-article>", article());
        let _host = newsroom(&page, &head, &body).await;
        page.ready().await;
        page.painted().await;
        page.check("$('reading-time').getBoundingClientRect().height === 44").await;
        assert_eq!(page.eval("return shifts;").await, json!([]));
        // Nor when it is read again.
        page.call(STEPS, "reloadAndPaint", []).await;
        assert_eq!(page.eval("return shifts;").await, json!([]));
    })
    .await;
}

#[tokio::test]
async fn open_graph_and_the_canonical_address_stand_in_for_json_ld() {
    in_engines(Scope::Whole, async |page| {
        let head = "<base href='https://elsewhere.example/'><link rel=canonical href='/propre'>\
            <meta property='og:url' content='https://og.example/'><meta property='og:title' content='Le titre, dehors'>\
            <meta property='og:description' content='En deux mots.'><meta property='og:image' content='/og.jpg'>\
            <meta property='article:section' content='Maroc'><meta property='article:tag' content='Train'>\
            <meta property='article:published_time' content='2026-03-21T09:00:00+01:00'>";
        let _host = newsroom(&page, head, "<news-article><p>Un texte.</p></news-article>").await;
        page.ready().await;
        page.check("el.article.url === `${location.origin}/propre` && el.article.image.src === `${location.origin}/og.jpg`").await;
        let told = page.eval("const { title, summary, section, publishedAt, tags } = el.article; return [title, summary, section.name, publishedAt, tags[0].name];").await;
        assert_eq!(told, json!(["Le titre, dehors", "En deux mots.", "Maroc", "2026-03-21T09:00:00+01:00", "Train"]));
        page.check("el.article.body.length === 1 && el.article.body[0].content[0] === 'Un texte.'").await;
    })
    .await;
}

#[tokio::test]
async fn an_article_without_an_address_has_the_one_that_its_page_goes_by() {
    in_engines(Scope::Whole, async |page| {
        let head = "<base href='https://elsewhere.example/'><link rel=canonical href='/propre'>";
        let _host = newsroom(&page, head, "<news-article lang=fr share='facebook'></news-article>").await;
        page.call(STEPS, "showWithoutAddress", []).await;
        page.ready().await;
        let shared = "new URL($('share-button').href).searchParams.get('u')";
        page.check(&format!("{shared} === `${{location.origin}}/propre`")).await;
        // Its own page is not among the others, by whichever of its addresses.
        page.until("$$('related-item').length > 0").await;
        page.check("[...root.querySelectorAll('[part=related-title]')].map((one) => one.textContent).join(' ') === '/autre'").await;
        // What is written under the article belongs to it however the reader came.
        let told = page.call(STEPS, "sendToPage", []).await;
        page.check(&format!("{} === `${{location.origin}}/propre`", told["article"])).await;
        // A page without the link goes by its own address; the fragment is a place in it.
        page.run("document.querySelector('[rel=canonical]').remove()").await;
        page.call(STEPS, "showWithoutAddress", []).await;
        page.until(&format!("{shared} === location.href.split('#')[0] && location.hash === '#haut'")).await;
    })
    .await;
}

#[tokio::test]
async fn what_json_ld_has_of_no_use_hides_nothing_that_the_page_says() {
    in_engines(Scope::Whole, async |page| {
        let head = "<script id=ld type='application/ld+json'>{}</script><link rel=canonical href='/propre'><meta property='og:title' content='Le titre, dehors'>\
            <meta property='og:image' content='/og.jpg'><meta property='article:published_time' content='2026-03-21T09:00:00+01:00'>";
        let _host = newsroom(&page, head, "<news-article lang=fr><p>Un texte.</p></news-article>").await;
        page.ready().await;
        let useless = json!([123, {}, [], true, " ", "&nbsp;", "<b></b>", { "@id": "x" }]);
        let nodes: Vec<_> = useless.as_array().into_iter().flatten().map(|headline| json!({ "headline": headline })).collect();
        let seen = page.call(STEPS, "readWith", [json!(nodes)]).await;
        let titles: Vec<_> = seen.as_array().into_iter().flatten().map(|article| &article["title"]).collect();
        assert_eq!(titles, vec![&json!("Le titre, dehors"); 8]);
        let nodes = json!([
            { "url": "https://" },
            { "image": true, "datePublished": {} },
            { "image": { "url": "/propre.jpg" }, "datePublished": "2026-01-02", "headline": { "@value": "Le sien" } },
        ]);
        let seen = page.call(STEPS, "readWith", [nodes]).await;
        page.run(&format!("window.seen = {seen}")).await;
        page.check("seen[0].url === `${location.origin}/propre`").await;
        page.check("seen[1].image.src === `${location.origin}/og.jpg` && seen[1].publishedAt === '2026-03-21T09:00:00+01:00'").await;
        page.check("seen[2].image.src === `${location.origin}/propre.jpg`").await;
        page.check("seen[2].publishedAt.startsWith('2026-01-02') && seen[2].title === 'Le sien'").await;
    })
    .await;
}

#[tokio::test]
async fn what_the_pages_style_does_not_display_is_not_counted() {
    in_engines(Scope::Whole, async |page| {
        let head = "<style>.gone { display: none } .thin { display: contents }</style>";
        let body = format!(
            "<news-article lang=fr><p>Un deux trois.</p><div class=gone><p id=unseen>{}</p></div><div class=thin><p>Quatre cinq.</p></div>\
             <details><summary>Six</summary><p>Sept huit.</p></details></news-article>",
            "mot ".repeat(900)
        );
        let _host = newsroom(&page, head, &body).await;
        page.ready().await;
        page.check("el.article.wordCount === 8").await;
        page.check("el.querySelectorAll('p').length === 4").await;
    })
    .await;
}

#[tokio::test]
async fn a_blank_list_of_sections_is_as_absent() {
    in_engines(Scope::Whole, async |page| {
        let _host =
            newsroom(&page, GRAPH, "<news-article lang=fr sections=' '><p>Un texte.</p></news-article>")
                .await;
        page.ready().await;
        page.check("!$('breadcrumb') && !$('byline') && !$('tags') && !!$('share')").await;
    })
    .await;
}

#[tokio::test]
async fn a_page_that_says_nothing_of_itself_has_its_title_and_its_address() {
    in_engines(Scope::Whole, async |page| {
        let _host = newsroom(&page, "", "<news-article><div><p>Un texte.</p></div></news-article>").await;
        page.ready().await;
        page.check(
            "el.article.title === 'Titre de la page' && el.article.url === location.href.split('#')[0]",
        )
        .await;
        let url = page.call(STEPS, "shared", [json!("facebook"), json!("u")]).await;
        page.check(&format!("{url} === location.href.split('#')[0]")).await;
    })
    .await;
}

#[tokio::test]
async fn attributes_and_the_publishers_data_add_what_stands_below() {
    in_engines(Scope::Whole, async |page| {
        let body = "<news-article lang=fr related-src='CDN/api/related/42.json' comments-action='CDN/api/comments' site-src='CDN/api/site.json' sections='breadcrumb byline reading-time share related comments newsletter social title'><p>Un texte.</p></news-article>";
        let _host = newsroom(&page, GRAPH, body).await;
        page.ready().await;
        page.until("$$('related-item').length > 0").await;
        page.check("!!$('social') && !$('title')").await;
        // Forms come when a reader does.
        page.run("root.querySelector('[data-section=comments]').scrollIntoView()").await;
        page.until("!!$('newsletter') && !!$('comment-form')").await;
        page.check("text('byline').includes('Salma B.') && !!$('breadcrumb')").await;
        page.check("$('related').getBoundingClientRect().top < $('comments').getBoundingClientRect().top").await;
        let told = page.call(STEPS, "sendToPage", []).await;
        assert_eq!(told, json!({ "article": "77", "section": "Politique" }));
    })
    .await;
}

#[tokio::test]
async fn what_the_reader_has_seen_and_read_is_told_of_the_children() {
    in_engines(Scope::Whole, async |page| {
        let head = concat!(
            "<style>p { min-height: 60vh }</style><script>",
            include_str!("js/enhance-seen.js"),
            "</script>"
        );
        let body = format!(
            "<news-article><section>{}</section><aside><p>À côté</p></aside></news-article>",
            "<p>Un texte.</p>".repeat(8)
        );
        let _host = newsroom(&page, head, &body).await;
        page.ready().await;
        page.until("log.length > 0").await;
        page.check("!log.includes(100)").await;
        page.run("el.querySelector('section').lastElementChild.scrollIntoView()").await;
        page.until("log.length === 5").await;
        assert_eq!(page.eval("return log.filter((one) => one !== 'view');").await, json!([25, 50, 75, 100]));
    })
    .await;
}

#[tokio::test]
async fn src_and_article_replace_the_children_and_their_removal_brings_them_back() {
    in_engines(Scope::Whole, async |page| {
        let _host =
            newsroom(&page, GRAPH, "<news-article lang=fr><p id=own>Un texte.</p></news-article>").await;
        page.ready().await;
        page.run("el.src = 'CDN/api/articles/42.json'".replace("CDN", page.origin()).as_str()).await;
        page.until("el.state === 'ready' && text('title').startsWith('Bus de nuit')").await;
        page.check("!shown(document.querySelector('#own'))").await;
        page.run("el.src = null").await;
        page.until("el.state === 'ready' && !$('title')").await;
        page.check(
            "shown(document.querySelector('#own')) && el.article.title === 'Le tramway arrive à Sidi Amara'",
        )
        .await;
        page.run("el.article = { title: 'Posé', body: [] }").await;
        page.until("el.state === 'ready' && text('title') === 'Posé'").await;
        page.check("!shown(document.querySelector('#own'))").await;
    })
    .await;
}

#[tokio::test]
async fn an_article_that_the_page_sets_while_it_is_parsed_wins_over_the_children() {
    in_engines(Scope::Whole, async |page| {
        let body = concat!(
            "<news-article lang=fr><p>Chargement…</p></news-article><script>",
            include_str!("js/enhance-set.js"),
            "</script>"
        );
        let _host = newsroom(&page, "", body).await;
        page.until("log.length === 1").await;
        assert_eq!(page.eval("return log;").await, json!(["Posé"]));
    })
    .await;
}

#[tokio::test]
async fn children_that_come_late_are_the_article_all_the_same() {
    in_engines(Scope::Whole, async |page| {
        let _host = newsroom(&page, "", "<news-article lang=fr><a href=/x>Lire</a></news-article>").await;
        page.until("document.readyState === 'complete' && el.state === 'idle'").await;
        page.run("const inner = document.createElement('div'); inner.innerHTML = '<p>Un texte qui vient.</p>'; el.replaceChildren(inner);").await;
        page.ready().await;
        page.check("el.article.wordCount === 4 && shown(el.firstElementChild)").await;
        page.run("window.log = []; el.addEventListener('load', () => log.push(el.article.wordCount));").await;
        page.run("el.firstElementChild.innerHTML = '<p>Un</p>'; el.reload();").await;
        page.until("log.length === 1").await;
        assert_eq!(page.eval("return log;").await, json!([1]));
    })
    .await;
}

#[tokio::test]
async fn children_that_come_late_and_deep_are_the_article() {
    in_engines(Scope::Whole, async |page| {
        let _host = newsroom(&page, "", "<news-article lang=fr><div id=app></div></news-article>").await;
        page.until("document.readyState === 'complete' && el.state === 'idle'").await;
        page.painted().await;
        page.run("document.querySelector('#app').innerHTML = '<div><article><p>Un texte qui vient.</p></article></div>'")
            .await;
        page.ready().await;
        page.check("el.article.wordCount === 4").await;
    })
    .await;
}

#[tokio::test]
async fn children_without_a_paragraph_are_the_article_where_there_is_text_enough() {
    in_engines(Scope::Whole, async |page| {
        let text = "Le port a rouvert lundi, et le bac est venu à midi avec du pain et des lettres.<br><br>"
            .repeat(5);
        let body = format!("<h1>Port</h1><news-article lang=fr><div class=story>{text}</div></news-article>");
        let _host = newsroom(&page, "", &body).await;
        page.ready().await;
        page.check("el.article.body.length === 5 && shown(el.firstElementChild)").await;
    })
    .await;
}

#[tokio::test]
async fn json_ld_in_cdata_with_line_breaks_and_last_commas_is_read() {
    in_engines(Scope::Whole, async |page| {
        let data = "<script type=application/ld+json>//<![CDATA[\n{\"@type\": \"NewsArticle\", \"headline\": \"Port\", \"author\": [{\"name\": \"Ada\nRoy\",},],}\n//]]></script>";
        let body = "<h1>Port</h1><news-article lang=fr><p>Un texte.</p></news-article>";
        let _host = newsroom(&page, data, body).await;
        page.ready().await;
        page.check("el.article.authors[0].name.replace(/\\s+/, ' ') === 'Ada Roy'").await;
    })
    .await;
}

#[tokio::test]
async fn the_reader_keeps_the_place_while_the_children_are_read_again() {
    in_engines(Scope::Whole, async |page| {
        let body = "<news-article lang=fr comments-action='CDN/api/comments'><p>Un texte.</p></news-article>";
        let _host = newsroom(&page, "", body).await;
        page.until("el.state === 'ready' && $('comment-form')").await;
        let seen = page.call(STEPS, "reloadWhileTyping", []).await;
        assert_eq!(seen, json!(["ready", true, "loadstart", "load", "loadend"]));
        page.check(
            "root.activeElement === fieldOf('comment-form', 'body') && root.activeElement.value === 'Merci.'",
        )
        .await;
        page.check("el.article.body[0].content[0] === 'Un texte, plus long.'").await;
        // Where there is nothing any more, nothing stands.
        page.run("el.replaceChildren(); el.reload();").await;
        page.until("el.state === 'idle' && !$('reading-time')").await;
    })
    .await;
}

#[tokio::test]
async fn a_lazy_element_around_an_article_and_a_lazy_part_fetch_nothing_but_the_entry_until_they_are_near() {
    in_engines(Scope::Whole, async |page| {
        let body = "<div style='height: 9000px'></div><news-article lang=fr loading=lazy><p>Un texte.</p></news-article><news-share loading=lazy lang=fr></news-share>";
        let host = newsroom(&page, "", body).await;
        // A fragment may lead into the element, which then comes at once; this page is opened without one.
        page.open("/demo/blank.html").await;
        page.visit(&format!("{}/politique/tramway", host.origin())).await;
        page.until("document.readyState === 'complete' && el.state === 'idle'").await;
        // Whatever looks for what is near has been told that these are not.
        page.call(STEPS, "observersHaveTold", []).await;
        page.check("!performance.getEntriesByType('resource').some((entry) => /news-article_|locale/.test(entry.name))").await;
        page.run("el.scrollIntoView()").await;
        page.ready().await;
        page.until("document.querySelector('news-share').state === 'ready'").await;
    })
    .await;
}

#[tokio::test]
async fn a_page_reader_that_does_not_arrive_is_told_and_asked_for_anew() {
    in_engines(Scope::Whole, async |page| {
        let html = concat!(
            "<!doctype html><html lang=fr><title>Page</title><main><news-article><p>Un texte.</p></news-article></main><script>",
            include_str!("js/enhance-kinds.js"),
            "</script><script type=module src=/news-article.js></script>"
        );
        let gone = Fault::First(
            1,
            Box::new(Fault::status("503 Service Unavailable")),
            Box::new(Fault::shipped("news-article_page.js")),
        );
        let mut faults = vec![
            ("/news-article_page.js".into(), gone),
            ("/page".into(), Fault::Answer("200 OK\r\nContent-Type: text/html; charset=utf-8", html.into())),
        ];
        faults.extend(Fault::program("/"));
        let server = FaultServer::start(false, faults).await;
        page.visit(&format!("{}/page", server.origin())).await;
        page.until("log.includes('loadend')").await;
        assert_eq!(page.eval("return log;").await, json!(["loadstart", "load", "loadend"]));
        page.check("el.state === 'error' && shown(el.firstElementChild)").await;
        page.run("el.reload()").await;
        page.ready().await;
        page.check("text('reading-time') === 'Temps de lecture : 1 minute'").await;
    })
    .await;
}

#[tokio::test]
async fn a_fallback_without_a_paragraph_is_no_article() {
    in_engines(Scope::Whole, async |page| {
        let _host = newsroom(&page, GRAPH, "<news-article><a href=/x>Lire</a><p slot=end>Annonce</p></news-article>").await;
        page.until("performance.getEntriesByType('resource').some((entry) => entry.name.includes('news-article_page.js') && entry.responseEnd > 0)").await;
        page.call(STEPS, "pageReaderHasLooked", [json!(page.origin())]).await;
        page.check("el.state === 'idle' && el.article === null && shown(el.firstElementChild)").await;
    })
    .await;
}

#[tokio::test]
async fn a_page_without_the_wasm_keeps_its_article() {
    in_engines(Scope::ChromiumOnly, async |page| {
        page.open("/demo/blank.html").await;
        page.call(STEPS, "showWithoutWasm", []).await;
        page.until("log.length === 1").await;
        page.check("log[0] === 'load' && el.state === 'error' && shown(el.firstElementChild)").await;
        page.run("mend(); el.reload();").await;
        page.ready().await;
        page.check("text('reading-time') === 'Temps de lecture : 1 minute' && shown(el.firstElementChild)")
            .await;
    })
    .await;
}
