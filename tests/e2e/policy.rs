//! Tests the strictest Content Security Policy, with Trusted Types enforced and no policy allowed.

use news_article_tests::{Answer, Host, Page, Scope, in_engines};

/// A newsroom's page under the policy; script, JSON and pictures come from `cdn`.
async fn host(cdn: &str, markup: &str) -> Host {
    let policy = format!(
        "default-src 'none'; script-src 'nonce-N' 'strict-dynamic' 'wasm-unsafe-eval'; connect-src {cdn}; \
         img-src {cdn}; media-src {cdn}; base-uri 'none'; form-action 'none'; object-src 'none'; \
         require-trusted-types-for 'script'; trusted-types 'none'"
    );
    let page = format!(
        "<!doctype html><html lang=fr><head><meta charset=utf-8><title>Page</title><script nonce=N>\
         window.violations = [];\
         document.addEventListener('securitypolicyviolation', (event) => \
         violations.push(event.violatedDirective + ' ' + event.blockedURI + ' ' + event.sourceFile));\
         </script></head><body><main>{markup}</main>\
         <script nonce=N type=module src=\"{cdn}/news-article.js\"></script></body></html>"
    );
    let html = ("content-type", "text/html; charset=utf-8".to_owned());
    Host::start(vec![Answer {
        path: "/article",
        headers: vec![html, ("content-security-policy", policy)],
        body: page,
    }])
    .await
}

async fn nothing_was_violated(page: &Page) {
    let violations = page.eval("return violations;").await;
    assert_eq!(violations.as_array().map(Vec::len), Some(0), "{violations}");
}

#[tokio::test]
async fn the_native_page_works_whole_under_the_strictest_policy() {
    in_engines(Scope::ChromiumOnly, async |page| {
        let cdn = page.origin().to_owned();
        let host = host(&cdn, &format!(r#"<news-article src="{cdn}/api/articles/42.json"></news-article>"#)).await;
        page.visit(&format!("{}/article", host.origin())).await;
        page.ready().await;
        page.check("getComputedStyle($('comment-form').querySelector('[part=submit]')).cursor === 'pointer' || root.adoptedStyleSheets.length === 1").await;
        page.until("$('image').querySelector('img').complete && $('image').querySelector('img').naturalWidth > 0").await;
        page.run("$('related').scrollIntoView()").await;
        page.until("$$('related-item').length > 0").await;
        page.run("$('related-next').click()").await;
        page.run("recordSent(); fillIn('comment-form', { name: 'Salma', email: 'salma@example.org', body: 'Merci.' }); send('comment-form');")
            .await;
        page.until("sent.length === 1").await;
        page.check("$('comments').innerText.includes('Merci')").await;
        nothing_was_violated(&page).await;
    })
    .await;
}

#[tokio::test]
async fn html_of_wordpress_is_read_under_the_strictest_policy() {
    in_engines(Scope::ChromiumOnly, async |page| {
        let cdn = page.origin().to_owned();
        for id in ["28", "29", "30", "31"] {
            let src = format!("{cdn}/wp-json/wp/v2/posts/{id}?_embed");
            let host = host(&cdn, &format!(r#"<news-article src="{src}"></news-article>"#)).await;
            page.visit(&format!("{}/article", host.origin())).await;
            page.ready().await;
            page.check("$$('paragraph').length > 2").await;
            nothing_was_violated(&page).await;
            assert_eq!(host.asked().iter().filter(|path| *path != "/favicon.ico").count(), 1);
        }
    })
    .await;
}

#[tokio::test]
async fn an_article_that_the_page_holds_is_finished_under_the_strictest_policy() {
    in_engines(Scope::ChromiumOnly, async |page| {
        let cdn = page.origin().to_owned();
        let markup = "<news-article lang=fr><article><h1>Titre</h1><p>Un texte.</p></article></news-article>";
        let host = host(&cdn, markup).await;
        page.visit(&format!("{}/article", host.origin())).await;
        page.ready().await;
        page.says("text('reading-time')", "Temps de lecture : 1 minute").await;
        page.check("el.article.body.length === 1 && $$('share-button').length > 3").await;
        nothing_was_violated(&page).await;
    })
    .await;
}
