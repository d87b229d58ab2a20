//! Tests the reader's system preferences, the page's decisions, print, and a layout that holds at every width.

use crate::accessibility::{AXE, axe};
use axum::http::Method;
use news_article_tests::{Answer, Host, Page, Scope, in_engines};
use serde_json::{Value, json};
use std::sync::Arc;
use thirtyfour::common::command::{Command, ExtensionCommand};

/// A command of Chromium's DevTools protocol, sent through its driver.
#[derive(Debug)]
struct Devtools {
    command: String,
    parameters: Value,
}

impl ExtensionCommand for Devtools {
    fn parameters_json(&self) -> Option<Value> {
        Some(json!({ "cmd": self.command, "params": self.parameters }))
    }

    fn method(&self) -> Method {
        Method::POST
    }

    fn endpoint(&self) -> Arc<str> {
        "/goog/cdp/execute".into()
    }
}

/// Sends a command to Chromium.
pub(crate) async fn devtools(page: &Page, command: &str, parameters: Value) -> Value {
    let devtools = Devtools { command: command.to_owned(), parameters };
    let answer = page.session().handle().cmd(Command::ExtensionCommand(Box::new(devtools))).await;
    answer.and_then(|answer| answer.value_json()).unwrap_or_else(|error| panic!("{command}: {error}"))
}

/// Sets a single preference of the system.
async fn prefer(page: &Page, feature: &str, value: &str) {
    let features = json!([{ "name": feature, "value": value }]);
    devtools(page, "Emulation.setEmulatedMedia", json!({ "media": "", "features": features })).await;
}

/// A window of this width, a phone's where it is narrow.
async fn resize(page: &Page, width: u32) {
    let size = json!({ "width": width, "height": 800, "deviceScaleFactor": 1, "mobile": width < 600 });
    devtools(page, "Emulation.setDeviceMetricsOverride", size).await;
}

async fn open(page: &Page, markup: &str) {
    page.mount(markup).await;
    page.ready().await;
    page.run("$('related').scrollIntoView()").await;
    page.until("$$('related-item').length > 0").await;
}

const FRENCH: &str = r#"<news-article src="/api/articles/42.json" lang="fr" share="copy x facebook whatsapp telegram linkedin bluesky email mastodon print"></news-article>"#;
const ARABIC: &str =
    r#"<div lang="ar" dir="rtl"><news-article src="/api/articles/ar.json"></news-article></div>"#;

const STEPS: &str = include_str!("js/preferences.js");
/// The faults in the layout.
const LAYOUT: &str = include_str!("js/layout.js");

/// How light the article's text is drawn.
async fn lightness_of_text(page: &Page) -> f64 {
    page.call(STEPS, "lightnessOfText", []).await.as_f64().expect("a number")
}

/// Asserts that a function finds nothing.
async fn finds_nothing<const N: usize>(page: &Page, place: &str, function: &str, given: [Value; N]) {
    assert_eq!(page.call(STEPS, function, given).await, json!([]), "{place}");
}

/// Asserts that the layout has no faults.
async fn layout_is_whole(page: &Page, place: &str) {
    assert_eq!(page.call(LAYOUT, "layoutFaults", []).await, json!([]), "{place}");
}

#[tokio::test]
async fn the_carousel_jumps_where_motion_is_unwelcome_and_glides_elsewhere() {
    in_engines(Scope::ChromiumOnly, async |page| {
        prefer(&page, "prefers-reduced-motion", "reduce").await;
        open(&page, FRENCH).await;
        let step = page.call(STEPS, "moveOn", []).await;
        assert!(step["moved"].as_f64().is_some_and(|moved| moved > 100.0), "{step}");
        assert_eq!(step["behaviours"], json!(["instant"]));
        page.check(&format!("$('related-list').scrollLeft === {}", step["at"])).await;
        finds_nothing(&page, "moving", "whatMoves", []).await;

        prefer(&page, "prefers-reduced-motion", "no-preference").await;
        open(&page, FRENCH).await;
        let step = page.call(STEPS, "moveOn", []).await;
        assert_eq!(step["behaviours"], json!(["smooth"]));
        page.until("$('related-list').scrollLeft > 100").await;
    })
    .await;
}

#[tokio::test]
async fn the_page_and_not_the_system_decides_on_dark() {
    in_engines(Scope::ChromiumOnly, async |page| {
        for (scheme, system, dark) in [
            ("", "light", false),
            ("", "dark", false),
            ("light", "dark", false),
            ("dark", "light", true),
            ("light dark", "light", false),
            ("light dark", "dark", true),
        ] {
            prefer(&page, "prefers-color-scheme", system).await;
            open(&page, FRENCH).await;
            page.run(&format!("document.documentElement.style.colorScheme = '{scheme}';")).await;
            let text = lightness_of_text(&page).await;
            assert_eq!(text > 150.0, dark, "page {scheme:?}, system {system}: {text}");
            assert!(!(100.0..=200.0).contains(&text), "page {scheme:?}, system {system}: {text}");
        }
        // A dark corner of a light page.
        open(&page, &format!("<div style='color-scheme: dark'>{FRENCH}</div>")).await;
        assert!(lightness_of_text(&page).await > 200.0);
    })
    .await;
}

#[tokio::test]
async fn more_contrast_leaves_no_grey() {
    in_engines(Scope::ChromiumOnly, async |page| {
        open(&page, FRENCH).await;
        assert_eq!(page.call(STEPS, "greys", []).await.as_array().map(Vec::len), Some(4));
        // Before the page is there: a change later on would be a transition.
        prefer(&page, "prefers-contrast", "more").await;
        open(&page, FRENCH).await;
        finds_nothing(&page, "grey", "greys", []).await;
        finds_nothing(&page, "pale borders", "paleBorders", []).await;
    })
    .await;
}

#[tokio::test]
async fn forced_colours_leave_every_control_its_edge() {
    in_engines(Scope::ChromiumOnly, async |page| {
        prefer(&page, "forced-colors", "active").await;
        for markup in [FRENCH, ARABIC] {
            open(&page, markup).await;
            page.check("matchMedia('(forced-colors: active)').matches").await;
            finds_nothing(&page, "controls", "controlsWithoutEdge", []).await;
            finds_nothing(&page, "icons", "unseenIcons", []).await;
            finds_nothing(&page, "boxes", "boxesWithoutEdge", []).await;
            // A keyboard's focus is drawn, by an outline and not by a shadow: shadows are taken away here.
            page.run("$('related-list').focus()").await;
            page.press('\u{E004}'.to_string()).await;
            assert_eq!(page.call(STEPS, "isFocusDrawn", []).await, json!(true));
        }
    })
    .await;
}

#[tokio::test]
async fn paper_has_the_article_alone_and_says_where_its_links_lead() {
    in_engines(Scope::ChromiumOnly, async |page| {
        open(&page, FRENCH).await;
        page.run("document.documentElement.style.colorScheme = 'dark';").await;
        let before = page.call(STEPS, "widthOfLink", []).await.as_f64().expect("a number");
        devtools(&page, "Emulation.setEmulatedMedia", json!({ "media": "print" })).await;
        finds_nothing(&page, "controls", "shownControls", []).await;
        let gone = json!(["share", "tags", "comments", "comments-prompt", "comment-form", "newsletter", "social", "related", "related-list"]);
        finds_nothing(&page, "sections", "shownParts", [gone]).await;
        let there = json!(["breadcrumb", "title", "byline", "reading-time", "summary", "image", "body", "paragraph", "quote"]);
        finds_nothing(&page, "missing", "missingParts", [there]).await;
        // The address is written after the link's words: they take more room than before.
        page.check("/href|https:\\/\\/www\\.example\\.org/.test(getComputedStyle($('body').querySelector('a'), '::after').content)").await;
        let after = page.call(STEPS, "widthOfLink", []).await.as_f64().expect("a number");
        assert!(after > before * 1.3, "{before} on a screen, {after} on paper");
        assert!(lightness_of_text(&page).await < 10.0);
    })
    .await;
}

#[tokio::test]
async fn axe_finds_nothing_where_there_are_no_related_articles() {
    in_engines(Scope::Whole, async |page| {
        let headers = vec![
            ("content-type", "application/json".to_owned()),
            ("access-control-allow-origin", "*".to_owned()),
        ];
        let host = Host::start(vec![Answer { path: "/none.json", headers, body: "[]".to_owned() }]).await;
        for lang in ["fr", "ar"] {
            for scheme in ["light", "dark"] {
                page.open("/demo/blank.html").await;
                let none = format!("{}/none.json", host.origin());
                page.call(STEPS, "showAlone", [json!(scheme), json!(lang), json!(none)]).await;
                page.ready().await;
                // Nobody has scrolled: the section goes.
                page.until("!$('related') && !root.querySelector('[aria-busy]')").await;
                page.run(&axe()).await;
                assert_eq!(page.call(AXE, "findings", []).await, json!([]), "{lang} {scheme}");
            }
        }
    })
    .await;
}

const WIDTHS: [u32; 4] = [320, 390, 768, 1280];

#[tokio::test]
async fn nothing_overlaps_or_is_cut_on_phones_and_desks() {
    in_engines(Scope::ChromiumOnly, async |page| {
        for width in WIDTHS {
            resize(&page, width).await;
            for markup in [FRENCH, ARABIC] {
                open(&page, markup).await;
                layout_is_whole(&page, &format!("{width}: {markup}")).await;
                page.run("send('comment-form'); if ($('newsletter')) send('newsletter');").await;
                page.until("root.querySelectorAll('[aria-invalid=true]').length >= 3").await;
                layout_is_whole(&page, &format!("{width}, forms invalid: {markup}")).await;
            }
            page.mount(r#"<news-article src="/api/articles/long.json" lang="fr"></news-article>"#).await;
            page.ready().await;
            layout_is_whole(&page, &format!("{width}: every kind of block")).await;
        }
    })
    .await;
}

#[tokio::test]
async fn a_headline_without_a_space_breaks_and_stays_whole() {
    in_engines(Scope::ChromiumOnly, async |page| {
        for width in WIDTHS {
            resize(&page, width).await;
            page.mount(r#"<news-article lang="fr" share="copy x facebook"></news-article>"#).await;
            page.call(STEPS, "showLongWord", []).await;
            page.ready().await;
            page.run("$('related').scrollIntoView()").await;
            page.until("$$('related-item').length === 3").await;
            page.check("text('title').length === 180").await;
            page.check("$('title').getBoundingClientRect().height > parseFloat(getComputedStyle($('title')).fontSize) * 2").await;
            layout_is_whole(&page, &width.to_string()).await;
        }
    })
    .await;
}

#[tokio::test]
async fn wider_text_spacing_cuts_nothing() {
    in_engines(Scope::ChromiumOnly, async |page| {
        for width in [320, 1280] {
            resize(&page, width).await;
            for markup in [FRENCH, ARABIC] {
                open(&page, markup).await;
                // WCAG 1.4.12's own values.
                page.call(STEPS, "spaceText", []).await;
                layout_is_whole(&page, &format!("{width}: {markup}")).await;
            }
        }
    })
    .await;
}

#[tokio::test]
async fn the_layout_check_sees_what_is_broken() {
    in_engines(Scope::ChromiumOnly, async |page| {
        open(&page, FRENCH).await;
        layout_is_whole(&page, "as shipped").await;
        page.run("window.broken = new CSSStyleSheet(); root.adoptedStyleSheets = [...root.adoptedStyleSheets, broken];").await;
        for (style, fault) in [
            ("[part~=body] { margin-block-start: -60px !important; }", " over "),
            ("[part~=reading-time] { position: relative; inset-block-start: -24px; }", "text over text"),
            (".controls { inset-inline-end: auto !important; inset-inline-start: 0; }", "text under a control"),
            ("[part~=share-button] { margin-inline-end: -20px; }", "control over control"),
            ("[part~=title] { block-size: 1em; overflow: hidden; }", "cut"),
            ("[part~=summary] { max-block-size: 3em; overflow: hidden; }", "cut"),
            ("[part~=paragraph] { white-space: nowrap; }", "outside"),
            ("[part~=table], figure { inline-size: 3000px; }", "too wide"),
        ] {
            let faults = page.call(LAYOUT, "layoutFaultsWith", [json!(style)]).await;
            let found = faults.as_array().into_iter().flatten().filter_map(Value::as_str).any(|one| one.contains(fault));
            assert!(found, "{style}: {fault} not among {faults}");
        }
    })
    .await;
}
