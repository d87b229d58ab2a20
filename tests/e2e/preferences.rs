//! What the reader's system asks for, what the page decides, paper, and a layout that holds at every width.

use axum::http::Method;
use news_article_tests::{Answer, Host, Page, Scope, in_engines};
use serde_json::{Value, json};
use std::path::Path;
use std::sync::Arc;
use thirtyfour::common::command::{Command, ExtensionCommand};

/// A command of Chromium's own protocol, sent through its driver.
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

/// Asks Chromium itself.
pub(crate) async fn devtools(page: &Page, command: &str, parameters: Value) -> Value {
    let devtools = Devtools { command: command.to_owned(), parameters };
    let answer = page.session().handle().cmd(Command::ExtensionCommand(Box::new(devtools))).await;
    answer.and_then(|answer| answer.value_json()).unwrap_or_else(|error| panic!("{command}: {error}"))
}

/// Makes the system ask for something, and for nothing else.
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

/// A colour as drawn, from 0 (black) to 255 (white).
const LIGHTNESS: &str = r#"
    const lightness = (color) => {
        const context = new OffscreenCanvas(1, 1).getContext('2d');
        context.fillStyle = color;
        context.fillRect(0, 0, 1, 1);
        const [red, green, blue] = context.getImageData(0, 0, 1, 1).data;
        return .2126 * red + .7152 * green + .0722 * blue;
    };
"#;

/// How light the article's text is drawn.
async fn lightness_of_text(page: &Page) -> f64 {
    let script = format!("{LIGHTNESS} return lightness(getComputedStyle($('paragraph')).color);");
    page.eval(&script).await.as_f64().expect("a number")
}

/// Asserts that a script finds nothing.
async fn finds_nothing(page: &Page, place: &str, script: &str) {
    assert_eq!(page.eval(script).await, Value::Array(Vec::new()), "{place}");
}

#[tokio::test]
async fn the_carousel_jumps_where_motion_is_unwelcome_and_glides_elsewhere() {
    in_engines(Scope::ChromiumOnly, async |page| {
        let step = "const list = $('related-list'); const glide = list.scrollTo; window.asked = []; \
            list.scrollTo = (options) => { asked.push(options.behavior); glide.call(list, options); }; \
            const from = list.scrollLeft; $('related-next').click(); \
            return new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(list.scrollLeft - from))));";
        prefer(&page, "prefers-reduced-motion", "reduce").await;
        open(&page, FRENCH).await;
        let moved = page.eval(step).await.as_f64().expect("a number");
        assert!(moved > 100.0, "{moved}");
        page.run(&format!("window.reached = {moved};")).await;
        page.check("$('related-list').scrollLeft === reached && asked.join() === 'instant'").await;
        finds_nothing(&page, "moving", "return [...root.querySelectorAll('a, button')].filter((node) => getComputedStyle(node).transitionDuration !== '0s').map((node) => node.outerHTML);").await;

        prefer(&page, "prefers-reduced-motion", "no-preference").await;
        open(&page, FRENCH).await;
        page.eval(step).await;
        page.check("asked.join() === 'smooth'").await;
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
        let greys = "return ['byline', 'reading-time', 'breadcrumb', 'caption'].filter((part) => getComputedStyle($(part)).color !== getComputedStyle($('paragraph')).color);";
        open(&page, FRENCH).await;
        assert_eq!(page.eval(greys).await.as_array().map(Vec::len), Some(4));
        // Before the page is there: a change later on would be a transition.
        prefer(&page, "prefers-contrast", "more").await;
        open(&page, FRENCH).await;
        finds_nothing(&page, "grey", greys).await;
        finds_nothing(&page, "pale borders", &format!("{LIGHTNESS} return [...root.querySelectorAll('button, input, textarea')].filter(shown).filter((node) => !node.matches('[part~=submit]')).filter((node) => lightness(getComputedStyle(node).borderTopColor) > 60).map((node) => node.outerHTML);")).await;
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
            let visible = format!("{LIGHTNESS} const canvas = lightness('Canvas'); const drawn = (color) => Math.abs(lightness(color) - canvas) > 60;");
            // A box to tick is drawn by the browser, which knows these colours.
            finds_nothing(&page, "controls", &format!("{visible} return [...root.querySelectorAll('button, input:not([type=checkbox]), textarea, [part~=share-button], [part=tags] a, [part=social] a')].filter((node) => shown(node) && !node.closest('.aside')).filter((node) => {{ const style = getComputedStyle(node); return style.borderTopStyle !== 'solid' || parseFloat(style.borderTopWidth) < 1 || !drawn(style.borderTopColor) || +style.opacity !== 1; }}).map((node) => node.outerHTML);")).await;
            finds_nothing(&page, "icons", &format!("{visible} return [...root.querySelectorAll('.icon')].filter(shown).filter((node) => {{ const {{ stroke, fill }} = getComputedStyle(node); return ![stroke, fill].some((color) => color !== 'none' && drawn(color)); }}).map((node) => node.outerHTML);")).await;
            finds_nothing(&page, "boxes", &format!("{visible} return ['summary', 'newsletter'].filter((part) => $(part)).filter((part) => {{ const style = getComputedStyle($(part)); return style.borderBottomStyle !== 'solid' || !drawn(style.borderBottomColor); }});")).await;
            // A keyboard's focus is drawn, by an outline and not by a shadow: shadows are taken away here.
            page.run("$('related-list').focus()").await;
            page.press('\u{E004}'.to_string()).await;
            page.check(&format!("(() => {{ {visible} const style = getComputedStyle(root.activeElement); return root.activeElement.matches('a, button') && style.outlineStyle === 'solid' && parseFloat(style.outlineWidth) >= 2 && drawn(style.outlineColor); }})()")).await;
        }
    })
    .await;
}

#[tokio::test]
async fn paper_has_the_article_alone_and_says_where_its_links_lead() {
    in_engines(Scope::ChromiumOnly, async |page| {
        open(&page, FRENCH).await;
        page.run("document.documentElement.style.colorScheme = 'dark';").await;
        page.run("window.wide = $('body').querySelector('a').getClientRects().length && [...$('body').querySelector('a').getClientRects()].reduce((sum, box) => sum + box.width, 0);").await;
        devtools(&page, "Emulation.setEmulatedMedia", json!({ "media": "print" })).await;
        finds_nothing(&page, "controls", "return [...root.querySelectorAll('button, input, textarea, form, audio, video, [part~=share-button], [part=status]')].filter(shown).map((node) => node.outerHTML);").await;
        finds_nothing(&page, "sections", "return ['share', 'tags', 'comments', 'comments-prompt', 'comment-form', 'newsletter', 'social', 'related', 'related-list'].filter((part) => $(part));").await;
        finds_nothing(&page, "missing", "return ['breadcrumb', 'title', 'byline', 'reading-time', 'summary', 'image', 'body', 'paragraph', 'quote'].filter((part) => !$(part));").await;
        // The address is written after the link's words: they take more room than before.
        page.check("/href|https:\\/\\/www\\.example\\.org/.test(getComputedStyle($('body').querySelector('a'), '::after').content)").await;
        page.check("[...$('body').querySelector('a').getClientRects()].reduce((sum, box) => sum + box.width, 0) > wide * 1.3").await;
        assert!(lightness_of_text(&page).await < 10.0);
    })
    .await;
}

#[tokio::test]
async fn axe_finds_nothing_where_there_are_no_related_articles() {
    in_engines(Scope::Whole, async |page| {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../target/npm/node_modules/axe-core/axe.min.js");
        let axe = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        let headers = vec![
            ("content-type", "application/json".to_owned()),
            ("access-control-allow-origin", "*".to_owned()),
        ];
        let host = Host::start(vec![Answer { path: "/none.json", headers, body: "[]".to_owned() }]).await;
        for lang in ["fr", "ar"] {
            for scheme in ["light", "dark"] {
                page.open("/demo/blank.html").await;
                page.run(&format!("const page = document.documentElement; page.style.colorScheme = '{scheme}'; page.dir = '{lang}' === 'ar' ? 'rtl' : 'ltr'; document.body.style.background = 'Canvas';")).await;
                page.run(&format!(r#"document.querySelector('main').innerHTML = '<news-article lang="{lang}" sections="title related" related-src="{}/none.json"></news-article>'; document.querySelector('news-article').article = {{ title: 'Seul', body: [] }};"#, host.origin())).await;
                page.ready().await;
                page.until("$('related')?.querySelector('[part=status]')?.innerText.length > 5").await;
                page.check("!$('related-list') && !$('related-next') && !$('related').querySelector('[aria-busy]') && !!$('related').querySelector('.room > [part=status]')").await;
                page.run(&axe).await;
                page.run("window.findings = undefined; axe.run(document, { resultTypes: ['violations'] }).then((result) => { window.findings = result.violations.map((one) => one.id + ': ' + one.nodes.map((node) => node.target.flat().join(' ') + ' ' + node.failureSummary).join(' | ')); });").await;
                page.until("findings !== undefined").await;
                finds_nothing(&page, &format!("{lang} {scheme}"), "return findings;").await;
            }
        }
    })
    .await;
}

/// What is broken in the layout, as sentences: boxes over one another, text over text or under a control, text that
/// is cut or leaves the element.
const FAULTS: &str = r#"
    const faults = [];
    const brief = (node) => `${node.localName}[${node.part}] ${tidy(node.textContent).slice(0, 40)}`;
    const apart = (node) => node.closest('.aside');
    const host = el.getBoundingClientRect();
    // Scrolled strips show a part of what they hold.
    const strip = (node) => node.closest('[part=related-list], .scroll, pre');

    // Boxes that follow one another stand below one another.
    for (const parent of root.querySelectorAll('article, article > header, [part=body], form:not(.row), [part=field]')) {
        const boxes = [...parent.children].flatMap((node) => node.localName === 'slot' ? [...node.children] : [node])
            .filter((node) => shown(node) && !node.matches('.aside, hr') && node.getBoundingClientRect().height && getComputedStyle(node).display !== 'inline');
        for (const [index, node] of boxes.entries()) {
            const before = boxes[index - 1];
            if (!before) continue;
            const [upper, lower] = [before.getBoundingClientRect(), node.getBoundingClientRect()];
            const beside = upper.right <= lower.left + 1 || lower.right <= upper.left + 1;
            if (!beside && lower.top < upper.bottom - 1) faults.push(`${brief(node)} over ${brief(before)}`);
        }
    }

    // Lines of text, without the room above and below that fonts claim.
    const lines = [];
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let text = walker.nextNode(); text; text = walker.nextNode()) {
        const parent = text.parentElement;
        if (!text.data.trim() || !shown(parent) || apart(parent)) continue;
        const range = document.createRange();
        range.selectNodeContents(text);
        for (const { left, right, top, bottom } of range.getClientRects()) {
            if (right - left < 2) continue;
            const inset = (bottom - top) * .3;
            lines.push({ text, parent, left: left + 1, right: right - 1, top: top + inset, bottom: bottom - inset });
            if (!strip(parent) && (left < host.left - 1 || right > host.right + 1)) faults.push(`outside: ${brief(parent)}`);
        }
    }
    const meet = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
    for (const [index, line] of lines.entries()) {
        for (const other of lines.slice(index + 1)) {
            if (line.text !== other.text && meet(line, other)) faults.push(`text over text: ${brief(line.parent)} and ${brief(other.parent)}`);
        }
    }
    const controls = [...root.querySelectorAll('button, input, textarea, [part~=share-button]')].filter((node) => shown(node) && !apart(node));
    for (const [index, control] of controls.entries()) {
        const box = control.getBoundingClientRect();
        for (const line of lines) {
            if (!control.contains(line.parent) && meet(line, box)) faults.push(`text under a control: ${brief(line.parent)} and ${brief(control)}`);
        }
        for (const other of controls.slice(index + 1)) {
            if (meet(box, other.getBoundingClientRect())) faults.push(`control over control: ${brief(control)} and ${brief(other)}`);
        }
    }

    // What hides its overflow has none to hide, and what does not hide it neither.
    for (const node of root.querySelectorAll('[part=base] > div *')) {
        if (!(node instanceof HTMLElement) || !shown(node) || apart(node) || node.matches('.picture, textarea, input, [part=related-list]') || node.closest('.scroll, pre')) continue;
        const style = getComputedStyle(node);
        if (style.display === 'inline' || !node.clientWidth) continue;
        const hides = style.overflowX !== 'visible' || style.overflowY !== 'visible';
        if (node.scrollWidth > node.clientWidth + 1 && !node.querySelector('.aside, [part=related-list]')) faults.push(`too wide: ${brief(node)}`);
        if (hides && node.scrollHeight > node.clientHeight + 1) faults.push(`cut: ${brief(node)}`);
    }
    if (document.documentElement.scrollWidth > innerWidth) faults.push('the page scrolls sideways');
    return [...new Set(faults)];
"#;

const WIDTHS: [u32; 4] = [320, 390, 768, 1280];

#[tokio::test]
async fn nothing_overlaps_or_is_cut_on_phones_and_desks() {
    in_engines(Scope::ChromiumOnly, async |page| {
        for width in WIDTHS {
            resize(&page, width).await;
            for markup in [FRENCH, ARABIC] {
                open(&page, markup).await;
                finds_nothing(&page, &format!("{width}: {markup}"), FAULTS).await;
                page.run("$('comment-form').querySelector('[part=submit]').click(); $('newsletter')?.querySelector('[part=submit]').click();").await;
                page.until("root.querySelectorAll('[aria-invalid=true]').length >= 3").await;
                finds_nothing(&page, &format!("{width}, forms invalid: {markup}"), FAULTS).await;
            }
            page.mount(r#"<news-article src="/api/articles/long.json" lang="fr"></news-article>"#).await;
            page.ready().await;
            finds_nothing(&page, &format!("{width}: every kind of block"), FAULTS).await;
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
            page.run("const long = 'Rindfleischetikettierungsüberwachungsaufgaben'.repeat(4); el.article = { title: long, url: 'https://news.example/a', section: long, authors: [{ name: long }], summary: long, tags: [{ name: long }], breadcrumbs: [{ name: long, url: 'https://news.example/' }], publishedAt: '2026-03-21T09:00:00+01:00', body: [{ type: 'heading', level: 2, content: [long] }, { type: 'paragraph', content: [long] }, { type: 'list', items: [[{ type: 'paragraph', content: [long] }]] }], related: [1, 2, 3].map((number) => ({ url: `https://news.example/${number}`, title: long, summary: long, section: long })), comments: { action: '/api/comments', open: true } };").await;
            page.ready().await;
            page.run("$('related').scrollIntoView()").await;
            page.until("$$('related-item').length === 3").await;
            page.check("text('title').length === 180 && $('title').getBoundingClientRect().height > parseFloat(getComputedStyle($('title')).fontSize) * 2").await;
            finds_nothing(&page, &width.to_string(), FAULTS).await;
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
                page.run("const spaced = new CSSStyleSheet(); spaced.replaceSync('* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; } p { margin-block-end: 2em !important; }'); root.adoptedStyleSheets = [...root.adoptedStyleSheets, spaced];").await;
                finds_nothing(&page, &format!("{width}: {markup}"), FAULTS).await;
            }
        }
    })
    .await;
}

#[tokio::test]
async fn the_layout_check_sees_what_is_broken() {
    in_engines(Scope::ChromiumOnly, async |page| {
        open(&page, FRENCH).await;
        finds_nothing(&page, "as shipped", FAULTS).await;
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
            let faults = page.eval(&format!("broken.replaceSync({}); {FAULTS}", Value::from(style))).await;
            let found = faults.as_array().into_iter().flatten().filter_map(Value::as_str).any(|one| one.contains(fault));
            assert!(found, "{style}: {fault} not among {faults}");
        }
    })
    .await;
}
