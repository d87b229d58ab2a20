//! Tests the formats and dialects of other systems: shown completely, and with only those files of the program that
//! are needed.

use news_article_render::{Options, Output, output};
use news_article_tests::{Answer, Fault, FaultServer, Host, Scope, in_engines};
use serde_json::Value;
use std::fs;
use std::path::Path;

/// A sample, the format that the page names, and the chunks that are needed.
type Sample = (&'static str, &'static str, &'static str);

const SAMPLES: &[Sample] = &[
    ("ghost/posts.json", "ghost", "ghost markup"),
    ("ghost/lexical.json", "ghost", "dialects ghost markup native"),
    ("ans/story.json", "ans", "ans markup"),
    ("guardian/item.json", "guardian", "guardian markup"),
    ("ninjs/superdesk-1.json", "ninjs", "markup ninjs"),
    ("ninjs/item-2.json", "ninjs", "markup ninjs"),
    ("ninjs/item-3.json", "ninjs", "markup ninjs"),
    ("drupal/article.json", "drupal", "drupal markup"),
    ("rss/rss-2.xml", "rss", "markup rss"),
    ("rss/atom.xml", "rss", "markup rss"),
    ("rss/rdf.xml", "rss", "markup rss"),
    ("rss/mastodon.xml", "rss", "markup rss"),
    ("apple-news/article.json", "apple-news", "apple-news markdown markup"),
    ("json-feed/feed.json", "json-feed", "formats markup"),
    ("schema-org/graph.json", "schema-org", "formats markup"),
    ("dialects/portable-text.json", "native", "dialects markup native"),
    ("dialects/tiptap.json", "native", "dialects markup native"),
    ("dialects/storyblok.json", "native", "dialects markup native"),
    ("dialects/storyblok-bloks.json", "native", "dialects markup native"),
    ("dialects/contentful.json", "native", "dialects markup native"),
    ("dialects/contentful-graphql.json", "native", "dialects markup native"),
    ("dialects/datocms.json", "native", "dialects markup native"),
    ("dialects/strapi.json", "native", "dialects markup native"),
    ("dialects/strapi-zone.json", "native", "dialects markup native"),
    ("dialects/editor-js.json", "native", "dialects markup native"),
    ("dialects/prismic.json", "native", "dialects markup native"),
    ("dialects/prismic-slices.json", "native", "dialects markup native"),
    ("dialects/payload.json", "native", "dialects markup native"),
    ("dialects/lexical-text.json", "native", "dialects markup native"),
    ("dialects/editor-js-text.json", "native", "dialects markup native"),
    ("everything.json", "native", "native"),
];

/// The requested chunks, without those that every page requests.
const ASKED: &str = "[...new Set(performance.getEntriesByType('resource')
    .map((entry) => entry.name.match(/_([a-z-]+)\\.wasm$/)?.[1]).filter((name) => name && !['bg', 'article', 'sections', 'forms'].includes(name)))]
    .sort().join(' ')";

fn sample(path: &str) -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures");
    fs::read_to_string(folder.join(path)).expect("a sample")
}

/// Serves the samples to pages of any origin, each under its name.
async fn serve() -> FaultServer {
    let answer = |(path, ..): &Sample| {
        let xml = path.ends_with(".xml");
        let head = if xml {
            "200 OK\r\nContent-Type: application/xml"
        } else {
            "200 OK\r\nContent-Type: application/json"
        };
        (format!("/{path}"), Fault::Answer(head, sample(path).into_bytes()))
    };
    FaultServer::start(true, SAMPLES.iter().map(answer).collect()).await
}

#[tokio::test]
async fn each_format_and_each_dialect_is_shown_whole_with_its_own_chunks_alone() {
    in_engines(Scope::Whole, async |page| {
        let server = serve().await;
        for (path, format, chunks) in SAMPLES {
            let src = format!("{}/{path}", server.origin());
            let options = Options { base: Some(src.clone()), ..Options::default() };
            let whole = output(&sample(path), &options, Output::Json).expect("an article");
            let whole: Value = serde_json::from_str(&whole).expect("JSON");
            page.mount(&format!(
                "<news-article lang=fr sections='title' format='{format}' src='{src}'></news-article>"
            ))
            .await;
            page.run(
                "window.failed = ''; el.addEventListener('error', (event) => failed = event.detail.message);",
            )
            .await;
            page.until("el.state === 'ready' || failed").await;
            page.says(&format!("'{path} ' + failed"), path).await;
            assert_eq!(page.eval("return el.article.body;").await, whole["body"], "{path}");
            page.says(ASKED, chunks).await;
        }
    })
    .await;
}

#[tokio::test]
async fn a_body_in_a_dialect_that_transform_makes_is_read_too() {
    in_engines(Scope::Main, async |page| {
        let server = serve().await;
        page.mount("<news-article lang=fr></news-article>").await;
        let src = format!("{}/dialects/tiptap.json", server.origin());
        page.run(&format!(
            "el.transform = (json) => ({{ title: 'De la main de transform', body: json.body }}); el.src = '{src}';"
        ))
        .await;
        page.ready().await;
        page.says("text('title')", "De la main de transform").await;
        page.check("$('body').innerText.includes('garde son texte aussi.')").await;
        // And what is set by hand.
        page.run("el.transform = null; el.article = { title: 'Autre', body: [{ _type: 'block', style: 'h2', children: [{ _type: 'span', text: 'À la main' }] }] };")
            .await;
        page.until("el.state === 'ready' && text('title') === 'Autre'").await;
        page.check("$('heading').innerText === 'À la main'").await;
    })
    .await;
}

#[tokio::test]
async fn a_body_that_is_an_object_in_no_dialect_is_an_error_that_names_it() {
    in_engines(Scope::Main, async |page| {
        page.mount("<news-article lang=fr></news-article>").await;
        page.run("window.told = []; el.addEventListener('error', (event) => told.push(event.detail.kind + ' ' + event.detail.message)); el.article = { title: 'T', body: { root: { blocks: [] } } };")
            .await;
        page.until("told.length === 1").await;
        page.check("told[0].startsWith('malformed') && told[0].includes('body')").await;
    })
    .await;
}

/// A page that enforces Trusted Types, with a feed in it.
async fn enforced(cdn: &str, server: &FaultServer, policies: &str) -> Host {
    let src = format!("{}/rss/rss-2.xml", server.origin());
    let page = format!(
        "<!doctype html><html lang=fr><head><meta charset=utf-8><title>Page</title></head><body><main>\
         <news-article lang=fr sections='title' format=rss src='{src}'></news-article></main>\
         <script type=module src=\"{cdn}/news-article.js\"></script></body></html>"
    );
    let policy = format!("require-trusted-types-for 'script'; trusted-types {policies}");
    let headers =
        vec![("content-type", "text/html; charset=utf-8".to_owned()), ("content-security-policy", policy)];
    Host::start(vec![Answer { path: "/article", headers, body: page }]).await
}

#[tokio::test]
async fn a_feed_is_read_under_trusted_types_where_its_policy_is_allowed_and_told_of_where_not() {
    in_engines(Scope::ChromiumOnly, async |page| {
        let (cdn, server) = (page.origin().to_owned(), serve().await);
        let host = enforced(&cdn, &server, "news-article").await;
        page.visit(&format!("{}/article", host.origin())).await;
        page.ready().await;
        page.check("$('body').innerText.includes('la lanterne tourne')").await;
        let host = enforced(&cdn, &server, "'none'").await;
        page.visit(&format!("{}/article", host.origin())).await;
        page.until("el?.state === 'error'").await;
        page.check("$('error').innerText.length > 10").await;
    })
    .await;
}

#[tokio::test]
async fn the_fields_of_a_drupal_site_are_those_that_the_page_names_and_what_nothing_knows_is_told() {
    in_engines(Scope::Main, async |page| {
        page.mount("<news-article lang=fr sections='title' fields='title=field_titre body=field_texte chapo=field_x'></news-article>").await;
        page.run(
            "window.told = []; console.warn = (text) => told.push(text); el.article = { data: { type: 'node--sujet', id: 'u', attributes: { title: 'Interne',
             field_titre: 'Le phare se rallume', field_texte: { processed: '<p>Ce soir.</p>' }, field_notes: { processed: '<p>À revoir.</p>' } } } };",
        )
        .await;
        page.until("el.state === 'ready' && text('title') === 'Le phare se rallume'").await;
        page.says("$('body').innerText.trim()", "Ce soir.").await;
        page.check("told.some((text) => text.includes('fields: chapo is none of title, summary')) && told.some((text) => text.includes('the node has no field_x'))").await;
        // Another field, and the same document is read again.
        page.run("el.fields = 'body=field_notes';").await;
        page.until("text('title') === 'Interne' && $('body').innerText.trim() === 'À revoir.'").await;
    })
    .await;
}
