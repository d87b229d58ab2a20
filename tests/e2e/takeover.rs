//! Tests how the element takes a rendered fragment over: nothing is requested again, and a reader who was faster than
//! the program loses nothing.

use crate::preferences::devtools;
use news_article_render::{Options, render};
use news_article_tests::{Answer, Host, Page, Scope, article_css, in_engines};
use serde_json::{Value, json};

const STEPS: &str = include_str!("js/guest.js");

/// A page with article 42 from `news-article render`, changed by `change`, without the element's script.
async fn visit(page: &Page, attributes: &[(&str, &str)], change: impl FnOnce(String) -> String) -> Host {
    visit_article(page, &article_42(), attributes, change).await
}

fn article_42() -> String {
    std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/../demo/api/articles/42.json")).expect("42")
}

/// The same with another article in its place.
async fn visit_article(
    page: &Page,
    json: &str,
    attributes: &[(&str, &str)],
    change: impl FnOnce(String) -> String,
) -> Host {
    let cdn = page.origin();
    let related =
        std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/../demo/api/related/42.json"))
            .expect("related");
    let own = |(name, value): &(&str, &str)| ((*name).to_owned(), value.replace("CDN", cdn));
    let options = Options {
        base: Some(format!("{cdn}/api/articles/42.json")),
        related: Some(related),
        attributes: attributes.iter().map(own).collect(),
        ..Options::default()
    };
    let fragment = change(render(json, &options).expect("an article").html);
    let css = article_css();
    let body = format!(
        "<!doctype html><html lang=fr><head><meta charset=utf-8><title>Bus de nuit</title><link rel=icon href=data:,><style>{css}</style></head><body><main>{fragment}</main></body></html>"
    );
    let headers = vec![("content-type", "text/html; charset=utf-8".to_owned())];
    let host = Host::start(vec![Answer { path: "/42", headers, body }]).await;
    page.session().goto(format!("{}/42", host.origin())).await.expect("a page");
    page.until("location.pathname === '/42' && document.readyState === 'complete'").await;
    host
}

/// Loads the element's script.
async fn begin(page: &Page) {
    let script = format!("{}/news-article.js", page.origin());
    page.run(&format!("document.head.append(Object.assign(document.createElement('script'), {{ type: 'module', src: '{script}' }}))")).await;
}

/// The requested JSON documents: all requests but those for the element's files and for pictures.
async fn asked(page: &Page) -> Value {
    page.eval("return performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname).filter((name) => /\\/api\\//.test(name));").await
}

#[tokio::test]
async fn no_json_is_asked_for_where_the_fragment_holds_it() {
    in_engines(Scope::Main, async |page| {
        let _host = visit(&page, &[("form-origins", "CDN")], |html| html).await;
        let before = page.eval("return document.querySelector('article').outerHTML;").await;
        begin(&page).await;
        page.ready().await;
        page.run("document.querySelector('[data-news-article=related]').scrollIntoView()").await;
        page.until("$$('related-item').length > 1 && $$('share-button').length > 1").await;
        assert_eq!(asked(&page).await, json!([]));
        // What is not in the text is known all the same: whom the form is sent to, what the article is called there.
        page.check("el.article.id === '42' && el.article.title.startsWith('Bus de nuit') && el.article.authors.length === 2 && el.article.wordCount > 100").await;
        page.until("(document.querySelector('[data-news-article=comments]').scrollIntoView(), $('comment-form'))").await;
        // And the article is as it was written.
        assert_eq!(page.eval("return document.querySelector('article').outerHTML;").await, before);
        page.check("document.querySelectorAll('h1').length === 1 && !$('title')").await;
        // The list of comments alone is new, and asked for when a reader is near.
        page.until("$$('comment').length > 0").await;
        let lists = asked(&page).await;
        assert!(lists.as_array().is_some_and(|lists| lists.iter().all(|one| one.as_str().is_some_and(|one| one.starts_with("/api/comments")))), "{lists}");
    })
    .await;
}

#[tokio::test]
async fn the_focus_goes_along_and_stays_where_the_article_has_it() {
    in_engines(Scope::Main, async |page| {
        // A link to share goes to the button that does the same.
        let _host = visit(&page, &[], |html| html).await;
        page.run("document.querySelector('[data-news-article=share] [data-network=whatsapp]').focus()").await;
        begin(&page).await;
        page.until("$$('share-button').length > 1").await;
        assert_eq!(page.call(STEPS, "focusedNode", []).await, json!(["news-article", "whatsapp"]));
        // A link of the text is the same node.
        let _host = visit(&page, &[], |html| {
            html.replacen(
                "<p class=\"news-article-paragraph\"",
                "<p><a id=ici href=/x>Ici</a></p><p class=\"news-article-paragraph\"",
                1,
            )
        })
        .await;
        page.run("window.link = document.querySelector('#ici'); link.focus(); window.y = scrollY;").await;
        begin(&page).await;
        page.ready().await;
        page.until("$$('share-button').length > 1").await;
        page.check("document.activeElement === link && link.isConnected").await;
    })
    .await;
}

#[tokio::test]
async fn what_takes_over_looks_as_what_stood_there_and_moves_nothing() {
    in_engines(Scope::ChromiumOnly, async |page| {
        for width in [412, 1280] {
            let screen = json!({ "width": width, "height": 820, "deviceScaleFactor": 1, "mobile": false });
            devtools(&page, "Emulation.setDeviceMetricsOverride", screen).await;
            let _host = visit(&page, &[("form-origins", "CDN")], |html| html).await;
            page.run("document.querySelector('[data-news-article=comments]').scrollIntoView({ block: 'center' })").await;
            page.call(STEPS, "watchShifts", []).await;
            let before = page.call(STEPS, "looksOfForms", ["document".into()]).await;
            begin(&page).await;
            page.until("$('comment-form') && $('newsletter') && !shown(document.querySelector('[data-news-article=comments]'))").await;
            page.painted().await;
            let shifts = page.eval("return shifts;").await;
            let sum: f64 = shifts.as_array().into_iter().flatten().filter_map(|shift| shift[0].as_f64()).sum();
            assert!(sum < 0.001, "{width}: {shifts}");
            assert_eq!(page.call(STEPS, "looksOfForms", ["root".into()]).await, before, "{width}");
        }
        devtools(&page, "Emulation.clearDeviceMetricsOverride", json!({})).await;
    })
    .await;
}

#[tokio::test]
async fn a_comment_that_is_half_typed_is_kept_with_the_readers_place() {
    in_engines(Scope::Main, async |page| {
        // The site has put its own form where the link to the comments was.
        let form = "<form data-news-article=comments action=/wp-comments-post.php method=post><input name=author><textarea name=comment id=ecrit></textarea></form>";
        let with_form = |html: String| {
            let (before, rest) = html.split_once("<section class=\"news-article-comments\"").expect("a link to the comments");
            let (_, after) = rest.split_once("</section>").expect("its end");
            format!("{before}{form}{after}")
        };
        let _host = visit(&page, &[("form-origins", "CDN")], with_form).await;
        page.run("document.querySelector('#ecrit').focus()").await;
        page.press("À demi écrit").await;
        page.run("window.top0 = document.querySelector('#ecrit').getBoundingClientRect().top; window.y = scrollY;").await;
        begin(&page).await;
        page.until("$('comment-form') && !shown(document.querySelector('#ecrit'))").await;
        assert_eq!(page.call(STEPS, "focusedNode", []).await, json!(["news-article", "body"]));
        page.press(", puis fini").await;
        page.check("fieldOf('comment-form', 'body').value === 'À demi écrit, puis fini'").await;
        // Where the field was the reader still sees one.
        page.check("root.activeElement.getBoundingClientRect().top < innerHeight && root.activeElement.getBoundingClientRect().bottom > 0").await;
        // Nor does it go when the page has the element read the fragment anew.
        page.run("window.y = scrollY; window.loaded = false; el.addEventListener('loadend', () => (window.loaded = true), { once: true }); el.reload();").await;
        page.until("loaded").await;
        page.painted().await;
        page.check("Math.abs(scrollY - y) < 2 && fieldOf('comment-form', 'body').value === 'À demi écrit, puis fini' && root.activeElement === fieldOf('comment-form', 'body')").await;
    })
    .await;
}

#[tokio::test]
async fn a_recording_and_contents_stay_between_the_headline_and_the_text() {
    in_engines(Scope::ChromiumOnly, async |page| {
        let mut article: Value = serde_json::from_str(&article_42()).expect("42");
        article["audio"] = "/demo/media/corne.mp3".into();
        let heading = json!({"type": "heading", "level": 2, "content": ["Et après"]});
        article["body"].as_array_mut().expect("a body").push(heading);
        let attributes = [("sections", "title listen contents share"), ("form-origins", "CDN")];
        let _host = visit_article(&page, &article.to_string(), &attributes, |html| html).await;
        let places = "return ['h1', 'audio', '[data-news-article=contents]', '.news-article-body'].map((one) => Math.round(document.querySelector(one).getBoundingClientRect().top));";
        let before = page.eval(places).await;
        assert!(before.as_array().is_some_and(|tops| tops.is_sorted_by_key(|top| top.as_i64())), "{before}");
        begin(&page).await;
        page.ready().await;
        page.until("$$('share-button').length > 1").await;
        page.painted().await;
        assert_eq!(page.eval(places).await, before);
        page.check("!$('contents') && !root.querySelector('audio')").await;
    })
    .await;
}
