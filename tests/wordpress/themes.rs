//! Tests the plugin in the themes that come with WordPress: every block of the content stands where it stands without
//! it.
//!
//! Pictures are left under `target/tmp/themes`.

use news_article_tests::{Page, Scope, WordPress, before_wordpress};
use serde_json::{Value, json};
use std::fs;
use std::path::Path;

/// The stock themes, each with a style variation that is tested besides the default. Only installed ones are tested.
const THEMES: [(&str, &str); 8] = [
    ("twentytwentyone", ""),
    ("twentytwentytwo", ""),
    ("twentytwentythree", ""),
    ("twentytwentythree", "pitch"),
    ("twentytwentyfour", ""),
    ("twentytwentyfour", "onyx"),
    ("twentytwentyfive", ""),
    ("twentytwentyfive", "08-midnight"),
];

/// The articles of newsroom.php: name, and if the site is in Arabic.
const ARTICLES: [(&str, bool); 5] =
    [("enquete", false), ("flottants", false), ("plein-cadre", false), ("archives", false), ("marsad", true)];

const WIDTHS: [u32; 2] = [390, 1280];

/// The positions of the content's blocks and of everything in them, relative to the first.
const PLACES: &str = r#"
    const nodes = [...document.querySelector('.entry-content').querySelectorAll('*')].filter((node) => !node.closest('.news-article-part'));
    const origin = nodes[0].getBoundingClientRect().top;
    return nodes.map((node) => {
        const { x, y, width, height } = node.getBoundingClientRect();
        return [`${node.localName}.${node.className}`, ...[x, y - origin, width, height].map(Math.round)];
    });
"#;

/// Parts that overlap another part or a block of the content, and content that they make wider than the page.
const OVERLAPS: &str = r#"
    const parts = [...document.querySelectorAll('.news-article-part')];
    const blocks = [...document.querySelector('.entry-content').children];
    const box = (node) => node.getBoundingClientRect();
    const over = (one, other) => one !== other && box(one).height && box(other).height && Math.min(box(one).bottom, box(other).bottom) - Math.max(box(one).top, box(other).top) > 1;
    const found = parts.flatMap((part) => blocks.filter((block) => over(part, block)).map((block) => `${part.className} over ${block.localName}.${block.className}`));
    const wide = parts.filter((part) => box(part).right > innerWidth + 1 || box(part).left < -1).map((part) => `${part.className} leaves the page`);
    return [...found, ...wide];
"#;

async fn resize(page: &Page, width: u32, height: u32) {
    let size = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
    page.session().cdp().send_raw("Emulation.setDeviceMetricsOverride", size).await.expect("a size");
    page.painted().await;
}

/// Opens an article, and waits for its pictures and fonts.
async fn open(page: &Page, site: &WordPress, article: &str) {
    page.visit(&format!("{}/politique/{article}/", site.origin())).await;
    page.until("document.fonts.status === 'loaded' && [...document.images].every((image) => image.complete || image.loading === 'lazy')").await;
}

/// The positions in an article at each width.
async fn places(page: &Page) -> Vec<Value> {
    let mut places = Vec::new();
    for width in WIDTHS {
        resize(page, width, 900).await;
        places.push(page.eval(PLACES).await);
    }
    places
}

/// The first block that has moved, as a message.
fn difference(before: &Value, after: &Value) -> Option<String> {
    let none = Vec::new();
    let (before, after) = (before.as_array().unwrap_or(&none), after.as_array().unwrap_or(&none));
    if before.len() != after.len() {
        return Some(format!("{} elements, and {} with the plugin", before.len(), after.len()));
    }
    // Half a pixel up or down is rounding.
    let near = |one: &Value, other: &Value| match (one.as_f64(), other.as_f64()) {
        (Some(one), Some(other)) => (one - other).abs() <= 1.0,
        _ => one == other,
    };
    let moved = |(one, other): &(&Value, &Value)| {
        let none = Vec::new();
        let (one, other) = (one.as_array().unwrap_or(&none), other.as_array().unwrap_or(&none));
        !one.iter().zip(other).all(|(one, other)| near(one, other))
    };
    before.iter().zip(after).find(moved).map(|(one, other)| format!("{one} is {other} with the plugin"))
}

/// Leaves a picture of the whole page.
async fn picture(page: &Page, name: &str, width: u32) {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("themes");
    fs::create_dir_all(&folder).expect("a folder for pictures");
    let height = page
        .eval("return Math.min(document.documentElement.scrollHeight, 9000);")
        .await
        .as_u64()
        .unwrap_or(900);
    resize(page, width, u32::try_from(height).unwrap_or(900)).await;
    page.session().screenshot(&folder.join(format!("{name}-{width}.png"))).await.expect("a picture");
}

#[tokio::test]
async fn every_block_stands_where_it_stands_without_the_plugin() {
    before_wordpress(Scope::ChromiumOnly, async |page, site| {
        let mut moved = Vec::new();
        for (theme, style) in THEMES.iter().filter(|(theme, _)| site.has_theme(theme)) {
            for arabic in [false, true] {
                let articles: Vec<&str> =
                    ARTICLES.iter().filter(|(_, is)| *is == arabic).map(|(name, _)| *name).collect();
                site.plugin(None);
                site.theme(theme);
                site.look(style, if arabic { "ar" } else { "" });
                let mut before = Vec::new();
                for article in &articles {
                    open(&page, site, article).await;
                    before.push(places(&page).await);
                }
                site.plugin(Some(""));
                for (article, before) in articles.iter().zip(before) {
                    open(&page, site, article).await;
                    page.until("[...document.querySelectorAll('news-reading-time, news-share, news-related')].filter((part) => part.state === 'ready').length === 3").await;
                    let told = format!("{theme} {style} {article}");
                    for ((width, before), after) in WIDTHS.iter().zip(before).zip(places(&page).await) {
                        if let Some(difference) = difference(&before, &after) {
                            moved.push(format!("{told} at {width}: {difference}"));
                        }
                    }
                    for width in WIDTHS {
                        resize(&page, width, 900).await;
                        let found = page.eval(OVERLAPS).await;
                        if found != json!([]) {
                            moved.push(format!("{told} at {width}: {found}"));
                        }
                        if matches!(*article, "enquete" | "marsad") {
                            picture(&page, &format!("{theme}-{style}-{article}"), width).await;
                        }
                    }
                }
            }
        }
        assert!(moved.is_empty(), "{}", moved.join("\n"));
    })
    .await;
}

/// Sets the page's preferred colour scheme.
async fn prefer(page: &Page, scheme: &str) {
    let media = json!({ "features": [{ "name": "prefers-color-scheme", "value": scheme }] });
    page.session().cdp().send_raw("Emulation.setEmulatedMedia", media).await.expect("a preference");
}

/// Blocks the page's script, so that only what the server wrote is there, or allows it.
async fn block_script(page: &Page, blocked: bool) {
    let urls = if blocked {
        json!({ "urls": ["*/news-article.js*", "*/news-article-later.js*"] })
    } else {
        json!({ "urls": [] })
    };
    page.session().cdp().send_raw("Network.enable", json!({})).await.expect("the network");
    page.session().cdp().send_raw("Network.setBlockedURLs", urls).await.expect("what is blocked");
}

#[tokio::test]
async fn every_text_and_control_stands_out_from_what_is_behind_it() {
    before_wordpress(Scope::ChromiumOnly, async |page, site| {
        let mut faint = Vec::new();
        site.plugin(Some(""));
        let mut themes: Vec<&str> = THEMES.iter().map(|(theme, _)| *theme).filter(|theme| site.has_theme(theme)).collect();
        themes.dedup();
        for theme in themes {
            site.theme(theme);
            let mut looks = vec![(String::new(), "light"), (String::new(), "dark")];
            looks.extend(site.styles(theme).into_iter().map(|style| (style, "light")));
            if theme == "twentytwentyone" {
                looks.push(("dark".to_owned(), "dark"));
            }
            for (style, scheme) in looks {
                site.look(&style, "");
                prefer(&page, scheme).await;
                for blocked in [true, false] {
                    block_script(&page, blocked).await;
                    resize(&page, 1280, 900).await;
                    open(&page, site, "enquete").await;
                    if !blocked {
                        page.until("[...document.querySelectorAll('.news-article-part > [for]')].every((part) => part.state === 'ready')").await;
                        // The cards come when a reader comes near.
                        page.run("document.querySelector('news-related').scrollIntoView()").await;
                        page.until("document.querySelector('news-related').shadowRoot.querySelectorAll('[part~=related-item]').length > 2").await;
                        page.until("![...document.querySelectorAll('.news-article-part > [for] a')].some(shown)").await;
                        page.painted().await;
                    }
                    let told = page.faint(".news-article-part").await;
                    if !told.is_empty() {
                        let parts = if blocked { "without a script" } else { "with the script" };
                        faint.push(format!("{theme} {style} ({scheme}), {parts}: {}", told.join("; ")));
                        picture(&page, &format!("{theme}-{style}-{scheme}-faint"), 1280).await;
                    }
                }
            }
        }
        prefer(&page, "light").await;
        assert!(faint.is_empty(), "{}", faint.join("\n"));
    })
    .await;
}
