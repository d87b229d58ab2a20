//! Tests pages of other systems that hold their article, each with its recipe from docs/embedding.md: a static page,
//! and the usual article templates of Drupal, Ghost and Hugo. With the recipe every block stands where it stands
//! without.

use news_article_tests::{Answer, Host, Page, Scope, in_engines};
use serde_json::{Value, json};

/// Each page by its name.
const PAGES: [(&str, &str); 4] = [
    ("static", include_str!("recipes/static.html")),
    ("drupal", include_str!("recipes/drupal.html")),
    ("ghost", include_str!("recipes/ghost.html")),
    ("hugo", include_str!("recipes/hugo.html")),
];
const TEXT: &str = include_str!("recipes/text.html");

const PICTURE: &str = r##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 9"><path fill="#678" d="M0 0h16v9H0z"/></svg>"##;
const RELATED: &str = r#"[{"title": "Le canal", "url": "/canal"}, {"title": "Le phare", "url": "/phare"}, {"title": "La digue", "url": "/digue"}]"#;

/// The positions of the text's blocks, relative to the first.
const PLACES: &str = r#"
    const nodes = [...document.querySelector('[id=story], [id^=node-], [id^=ghost-]').querySelectorAll('*')].filter((node) => !node.closest('aside'));
    const origin = nodes[0].getBoundingClientRect().top;
    return nodes.map((node) => {
        const { x, y, width, height } = node.getBoundingClientRect();
        return [node.localName, ...[x, y - origin, width, height].map(Math.round)];
    });
"#;

/// Parts that overlap another part or a block of the text, or that stand out of the page.
const OVERLAPS: &str = r#"
    const box = (node) => node.getBoundingClientRect();
    const parts = [...document.querySelectorAll('aside:has([for])')];
    const others = [...document.querySelectorAll('[id=story] > *, [id^=node-] > *, [id^=ghost-] > *, aside')];
    const over = (one, other) => one !== other && !one.contains(other) && box(one).height && box(other).height
        && Math.min(box(one).bottom, box(other).bottom) - Math.max(box(one).top, box(other).top) > 1
        && Math.min(box(one).right, box(other).right) - Math.max(box(one).left, box(other).left) > 1;
    return parts.flatMap((part) => [
        ...others.filter((other) => over(part, other)).map((other) => `${part.firstElementChild.localName} over ${other.localName}`),
        ...(box(part).right > innerWidth + 1 || box(part).left < -1 ? [`${part.firstElementChild.localName} leaves the page`] : []),
    ]);
"#;

/// A page without what its recipe adds.
fn without_recipe(page: &str) -> String {
    let mut rest = page;
    let mut kept = String::new();
    while let Some((before, after)) = rest.split_once("<!-- recipe -->") {
        kept.push_str(before);
        rest = after.split_once("<!-- /recipe -->").map_or("", |(_, after)| after);
    }
    kept + rest
}

async fn host(page: &Page) -> Host {
    let html = |body: &str, look: &str, script: &str| {
        format!(
            "<!doctype html><html lang=fr class={look}><head><meta charset=utf-8><meta name=viewport content=\"width=device-width\">\
             <title>Sous la ville, l’eau</title><link rel=icon href=\"data:,\">{script}</head><body>{}</body></html>",
            body.replace("TEXT", TEXT)
        )
    };
    let script = format!("<script type=module src=\"{}/news-article-later.js\"></script>", page.origin());
    let answer = |path: String, kind: &str, body: String| Answer {
        path: path.leak(),
        headers: vec![("content-type", kind.to_owned())],
        body,
    };
    let mut answers = vec![
        answer("/picture.svg".into(), "image/svg+xml", PICTURE.into()),
        answer("/related.json".into(), "application/json", RELATED.into()),
    ];
    for (name, body) in PAGES {
        for look in ["light", "dark"] {
            answers.push(answer(format!("/{name}/{look}"), "text/html", html(body, look, &script)));
        }
        answers.push(answer(
            format!("/{name}/without"),
            "text/html",
            html(&without_recipe(body), "light", ""),
        ));
    }
    Host::start(answers).await
}

async fn resize(page: &Page, width: u32) {
    let size = json!({ "width": width, "height": 900, "deviceScaleFactor": 1, "mobile": false });
    page.session().cdp().send_raw("Emulation.setDeviceMetricsOverride", size).await.expect("a size");
    page.painted().await;
}

/// Opens a page with its recipe, and scrolls so that everything in it is loaded.
async fn open(page: &Page, host: &Host, path: &str) {
    page.visit(&format!("{}{path}", host.origin())).await;
    page.run("document.querySelector('news-related').scrollIntoView()").await;
    page.until("[...document.querySelectorAll('[for]')].every((part) => part.state === 'ready') && document.querySelector('news-related').shadowRoot.querySelectorAll('[part~=related-item]').length === 3").await;
    page.run("scrollTo(0, 0)").await;
    page.painted().await;
}

#[tokio::test]
async fn every_block_stands_where_it_stands_without_the_recipe() {
    in_engines(Scope::ChromiumOnly, async |page| {
        let host = host(&page).await;
        for width in [390, 1280] {
            resize(&page, width).await;
            for (name, _) in PAGES {
                page.visit(&format!("{}/{name}/without", host.origin())).await;
                let before = page.eval(PLACES).await;
                open(&page, &host, &format!("/{name}/light")).await;
                assert_eq!(page.eval(PLACES).await, before, "{name} at {width}");
                assert_eq!(page.eval(OVERLAPS).await, json!([]), "{name} at {width}");
                // Of the text, without what the recipe puts into it.
                page.check("document.querySelector('news-reading-time').shadowRoot.textContent.includes('2 minutes')").await;
            }
        }
    })
    .await;
}

#[tokio::test]
async fn every_text_and_control_stands_out_in_light_and_dark_pages() {
    in_engines(Scope::ChromiumOnly, async |page| {
        let host = host(&page).await;
        let mut faint = Vec::new();
        for (name, _) in PAGES {
            for look in ["light", "dark"] {
                open(&page, &host, &format!("/{name}/{look}")).await;
                let told = page.faint("[for]").await;
                faint.extend(told.into_iter().map(|one| Value::from(format!("{name} {look}: {one}"))));
            }
        }
        assert_eq!(Value::from(faint), json!([]));
    })
    .await;
}
