//! Tests WCAG 2.2 AA as far as a machine can: axe-core finds nothing in any state, direction or colour scheme.

use news_article_tests::{Page, Scope, in_engines};
use serde_json::{Value, json};
use std::path::Path;

const STEPS: &str = include_str!("js/accessibility.js");
/// Runs axe-core, once it is on the page.
pub(crate) const AXE: &str = include_str!("js/axe.js");

/// The text of axe-core, installed beside the build tools.
pub(crate) fn axe() -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../target/npm/node_modules/axe-core/axe.min.js");
    std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// Asserts that axe finds nothing on the page in its current state.
async fn is_clean(page: &Page, state: &str) {
    let findings = page.call(AXE, "findings", []).await;
    assert_eq!(findings, Value::Array(Vec::new()), "{state}");
}

/// A page like a newsroom's: one landmark around the element.
async fn open(page: &Page, markup: &str, scheme: &str) {
    page.mount(markup).await;
    page.call(STEPS, "setScheme", [json!(scheme)]).await;
    page.run(&axe()).await;
}

const ARTICLES: [&str; 3] = [
    r#"<news-article src="/api/articles/42.json" lang="fr" share="native copy x facebook whatsapp telegram linkedin bluesky email mastodon print"></news-article>"#,
    r#"<div lang="ar" dir="rtl"><news-article src="/api/articles/ar.json"></news-article></div>"#,
    r#"<news-article lang="fr" related-src="/api/related/42.json" comments-action="/api/comments" site-src="/api/site.json"><article><h1>Le tramway arrive</h1><p>Un texte.</p></article></news-article>"#,
];

#[tokio::test]
async fn axe_finds_nothing_on_a_ready_article_and_its_forms() {
    in_engines(Scope::Whole, async |page| {
        for markup in ARTICLES {
            for scheme in ["light", "dark"] {
                open(&page, markup, scheme).await;
                page.ready().await;
                page.run("$('related').scrollIntoView()").await;
                page.until("$$('related-item').length > 0").await;
                is_clean(&page, "ready").await;
                page.run("send('comment-form'); send('newsletter');").await;
                page.until("[...root.querySelectorAll('[aria-invalid=true]')].length >= 4").await;
                is_clean(&page, "forms invalid").await;
                page.run("fillIn('comment-form', { name: 'Salma', email: 'salma@example.org', body: `Merci ${Math.random()}.` })")
                    .await;
                page.run("recordSent(); send('comment-form');").await;
                page.until("sent.length === 1").await;
                is_clean(&page, "form sent").await;
            }
        }
    })
    .await;
}

#[tokio::test]
async fn axe_finds_nothing_while_loading_and_on_an_error() {
    in_engines(Scope::Whole, async |page| {
        for scheme in ["light", "dark"] {
            open(&page, r#"<h1>Journal</h1><news-article lang="fr" src="/api/articles/42.json?delay=14000"><a href="/x">Lire l’article</a></news-article>"#, scheme).await;
            page.until("el.state === 'loading' && root.querySelector('[part=base]')").await;
            is_clean(&page, "loading").await;
            open(&page, r#"<h1>Journal</h1><news-article lang="fr" src="/api/articles/absent.json"><a href="/x">Lire l’article</a></news-article>"#, scheme).await;
            page.until("el.state === 'error'").await;
            is_clean(&page, "error").await;
        }
    })
    .await;
}

#[tokio::test]
async fn axe_finds_nothing_on_every_kind_of_block() {
    in_engines(Scope::Whole, async |page| {
        for scheme in ["light", "dark"] {
            open(&page, r#"<news-article src="/api/articles/long.json" lang="fr"></news-article>"#, scheme)
                .await;
            page.ready().await;
            is_clean(&page, "long").await;
        }
        for id in ["28", "29", "30", "31", "32", "33", "34"] {
            let post =
                format!(r#"<news-article src="/wp-json/wp/v2/posts/{id}?_embed" lang="fr"></news-article>"#);
            open(&page, &post, "light").await;
            page.ready().await;
            is_clean(&page, id).await;
        }
    })
    .await;
}

/// Content that editors leave incomplete: linked pictures without words, several tables and listings, an empty corner
/// cell.
const UNTOLD: &str = r#"el.article = { title: { rendered: 'Titre' }, _links: {}, link: 'https://journal.example/titre', content: { rendered: `
<figure class="wp-block-image"><a href="/uploads/carte.JPG"><img src="/uploads/carte-300x200.jpg" alt=""></a></figure>
<figure class="wp-block-image"><a href="/uploads/plan.png"><img src="/uploads/plan.png" alt=""></a><figcaption>Le plan des lignes</figcaption></figure>
<figure class="wp-block-image"><a href="https://tram.example/lignes"><img src="/uploads/lignes.png"></a></figure>
<figure class="wp-block-image"><img src="/uploads/ann.jpg" alt="Ann Lee"><figcaption>Ann Lee </figcaption></figure>
<figure class="wp-block-image"><a href="mailto:redaction@journal.example"><img src="/uploads/lettre.png" alt=""></a></figure>
<table><thead><tr><th>&nbsp;</th><th>Prix</th></tr></thead><tbody><tr><td>Adulte</td><td>6</td></tr></tbody></table>
<table><tbody><tr><td>Enfant</td><td>3</td></tr></tbody></table>
<pre><code>un</code></pre><pre><code>deux</code></pre>` } }"#;

#[tokio::test]
async fn axe_finds_nothing_on_what_an_editor_left_untold() {
    in_engines(Scope::Whole, async |page| {
        open(&page, r#"<news-article lang="fr"></news-article>"#, "light").await;
        page.run(UNTOLD).await;
        page.ready().await;
        is_clean(&page, "untold").await;
    })
    .await;
}

#[tokio::test]
async fn a_link_around_a_picture_without_words_is_called_by_its_caption_or_by_what_it_does() {
    in_engines(Scope::Main, async |page| {
        page.mount(r#"<news-article lang="fr"></news-article>"#).await;
        page.run(UNTOLD).await;
        page.ready().await;
        let names = page.call(STEPS, "namesOfPictureLinks", []).await;
        assert_eq!(
            names,
            json!([
                "Agrandir l’image",
                "Le plan des lignes",
                "Ouvrir sur tram.example",
                "redaction@journal.example"
            ])
        );
        // A caption is not repeated as the alternative text.
        let said = page.eval("return $$('figure').map((one) => one.querySelector('img').alt);").await;
        assert_eq!(said, json!(["", "", "", "", ""]));
    })
    .await;
}

#[tokio::test]
async fn nothing_scrolls_sideways_on_a_narrow_phone_or_with_large_text() {
    in_engines(Scope::Whole, async |page| {
        for markup in ARTICLES {
            for size in ["100%", "200%"] {
                page.mount(&format!("<div id=phone>{markup}</div>")).await;
                page.call(STEPS, "makePhone", [json!(size)]).await;
                page.ready().await;
                page.run("$('related').scrollIntoView()").await;
                page.until("$$('related-item').length > 0").await;
                let wide = page.call(STEPS, "whatIsTooWide", []).await;
                assert_eq!(wide, Value::Array(Vec::new()), "{size}");
            }
        }
    })
    .await;
}

#[tokio::test]
async fn targets_are_large_enough() {
    in_engines(Scope::Whole, async |page| {
        page.mount(ARTICLES[0]).await;
        page.ready().await;
        page.run("$('related').scrollIntoView()").await;
        page.until("$$('related-item').length > 0").await;
        let small = page.call(STEPS, "whatIsTooSmall", []).await;
        assert_eq!(small, Value::Array(Vec::new()));
    })
    .await;
}
