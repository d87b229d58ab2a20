//! What else is on the page: careless style sheets and scripts, blockers of advertisements, a second copy of the
//! widget. Nothing of it breaks the element, and the element changes nothing of it.

use news_article_tests::{ARTICLE, Fault, FaultServer, Page, Scope, in_engines};
use serde_json::json;

const HTML: &str = "200 OK\r\nContent-Type: text/html; charset=utf-8";
const SELECTORS: &str = include_str!("blocked.txt");

/// A newsroom's page: `head` comes before everything, the element's script after it.
async fn newsroom(browser: &Page, head: &str) -> FaultServer {
    let cdn = browser.origin();
    let html = format!(
        "<!doctype html><html lang=fr><meta charset=utf-8><title>Page</title><link rel=icon href=data:,>\
         <script src=\"{cdn}/demo/blank.js\"></script>{head}<main></main><script type=module src=\"{cdn}/news-article.js\"></script>"
    );
    let server = FaultServer::start(
        true,
        vec![("/page".into(), Fault::Answer(HTML, html.into())), ("/a.json".into(), Fault::json(ARTICLE))],
    )
    .await;
    browser.visit(&format!("{}/page", server.origin())).await;
    server
}

/// The demo's article, whole: it can be read, shared, commented on, and its carousel moves.
async fn everything_works(browser: &Page) {
    browser.run(&format!("document.querySelector('main').innerHTML = '<news-article src=\"{0}/api/articles/42.json\"></news-article>'", browser.origin())).await;
    browser.ready().await;
    browser.check("text('title').startsWith('Bus de nuit') && $$('paragraph').length > 5 && $$('share-button').length === 8 && text('reading-time').endsWith('2 minutes')").await;
    browser.run("$('related').scrollIntoView()").await;
    browser.until("$$('related-item').length === 8").await;
    browser.run("$('related-next').click()").await;
    browser.until("$('related-list').scrollLeft > 20").await;
    browser.run("window.sent = []; el.addEventListener('news-article-sent', (event) => sent.push(event.detail.outcome)); const fields = { name: 'Salma', email: 'salma@example.org', body: 'Merci.' }; for (const name of ['name', 'email', 'body']) { const field = $('comment-form').querySelector(`[name=${name}]`); field.value = fields[name]; field.dispatchEvent(new Event('input', { bubbles: true })); } $('comment-form').querySelector('[part=submit]').click();").await;
    browser.until("sent.length === 1").await;
    browser.check("sent[0] === 'published' || sent[0] === 'held'").await;
    let console = browser.console().await;
    assert!(console.is_empty(), "{console:?}");
}

#[tokio::test]
async fn a_hostile_style_sheet_changes_nothing_inside() {
    in_engines(Scope::Whole, async |browser| {
        let measure = "const seen = []; for (const part of ['title', 'byline', 'paragraph', 'share-button', 'related-item', 'input', 'submit']) { const one = $(part); const style = getComputedStyle(one); seen.push([part, style.fontSize, style.fontFamily, style.fontWeight, style.display, style.textTransform, style.letterSpacing, style.lineHeight, style.textAlign, style.cursor, style.pointerEvents, style.userSelect, Math.round(one.getBoundingClientRect().width)].join(' ')); } return seen;";
        let markup = format!("document.querySelector('main').innerHTML = '<news-article src=\"{0}/api/articles/42.json\"><a href=/x>Lire</a></news-article>'", browser.origin());
        let room = "<style>html { font-size: 16px } body { margin: 0 } main { display: block; width: 800px }";
        let mut seen = Vec::new();
        for hostile in [
            "",
            "* { all: unset !important } main { display: block !important; width: 800px !important }",
            "* { font: italic 72px/3 serif !important; text-transform: uppercase !important; letter-spacing: 1em !important; text-align: right !important; cursor: crosshair !important; pointer-events: none !important; user-select: none !important; color: red !important; word-spacing: 3em; white-space: nowrap; text-indent: 40px; font-variant: small-caps } html { font-size: 16px !important }",
            "button, input, textarea, ul, li, article, section, nav, h1, h2, p, div, slot, a, svg { display: none !important; visibility: hidden !important; opacity: 0 !important } main { display: block !important }",
            "[part], [hidden], [role], [id], ::part(title) { position: fixed; left: -9999px }",
        ] {
            let _server = newsroom(&browser, &format!("{room} {hostile}</style>")).await;
            browser.run(&markup).await;
            browser.ready().await;
            browser.run("$('related').scrollIntoView()").await;
            browser.until("$$('related-item').length > 0").await;
            if hostile.contains("::part") {
                // A part is the page's to style: that is what it is for. All else stands.
                browser.check("getComputedStyle($('title')).position === 'fixed' && getComputedStyle($('byline')).position === 'static'").await;
                continue;
            }
            seen.push(browser.eval(measure).await);
            browser.check("el.querySelector('a').getClientRects().length === 0").await;
        }
        for other in &seen[1..] {
            assert_eq!(other, &seen[0]);
        }
    })
    .await;
}

#[tokio::test]
async fn patched_prototypes_and_wrapped_functions_are_lived_with() {
    in_engines(Scope::Whole, async |browser| {
        let careless = "<script>\
            Array.prototype.last = function () { return this[this.length - 1]; }; Array.prototype.contains = 'yes';\
            Object.prototype.extend = function () {}; Object.prototype.title = 'Inherited'; Object.prototype.url = 'https://evil.example/'; Object.prototype.done = false; Object.prototype.get = function () {};\
            String.prototype.trim2 = function () { return this; }; Function.prototype.later = function () {};\
            const get = window.fetch; window.fetch = function (...rest) { window.calls = (window.calls || 0) + 1; return get.apply(this, rest).then((answer) => answer); };\
            const define = customElements.define; customElements.define = function (...rest) { (window.defined = window.defined || []).push(rest[0]); return define.apply(this, rest); };\
            const listen = EventTarget.prototype.addEventListener; EventTarget.prototype.addEventListener = function (type, callback, ...rest) { return listen.call(this, type, callback, ...rest); };\
            const then = Promise.prototype.then; Promise.prototype.then = function (...rest) { return then.apply(this, rest); };\
            window.Promise = class extends Promise {};\
            </script>";
        let _server = newsroom(&browser, careless).await;
        everything_works(&browser).await;
        browser.check("defined.includes('news-article') && calls > 3").await;
        // What an article does not say is not taken from a prototype.
        browser.run("el.article = { title: 'Le mien', body: [] }; window.settled = new Promise((resolve) => el.addEventListener('loadend', resolve));").await;
        browser.until("text('title') === 'Le mien'").await;
        browser.check("(Object.getOwnPropertyDescriptor(el.article, 'url')?.value ?? null) === null").await;
    })
    .await;
}

#[tokio::test]
async fn a_fetch_that_others_have_broken_is_a_failure_of_the_network() {
    in_engines(Scope::Whole, async |browser| {
        let server = newsroom(&browser, "").await;
        for wrapper in ["() => { throw new Error('blocked'); }", "() => undefined", "() => Promise.reject('blocked')", "() => Promise.reject()", "async () => ({ ok: true })"] {
            // Only for documents: the program itself is here.
            browser.run(&format!("window.real ??= fetch; window.fetch = (request, ...rest) => String(request.url ?? request).includes('.json') ? ({wrapper})() : real(request, ...rest); document.querySelector('main').innerHTML = ''; window.log = []; const made = document.createElement('news-article'); for (const type of ['load', 'error', 'loadend']) made.addEventListener(type, (event) => log.push(type + ' ' + (event.detail?.kind ?? ''))); made.src = '/a.json'; document.querySelector('main').append(made);")).await;
            browser.until("log.length === 2").await;
            assert_eq!(browser.eval("return log;").await, json!(["error network", "loadend "]), "{wrapper}");
            let console = browser.console().await;
            assert!(console.iter().all(|line| line.starts_with("news-article: network")), "{wrapper}: {console:?}");
        }
        browser.run("window.fetch = real; el.reload();").await;
        browser.ready().await;
        drop(server);
    })
    .await;
}

#[tokio::test]
async fn a_fetch_that_knows_no_signal_is_waited_for_no_longer_than_the_timeout() {
    in_engines(Scope::Whole, async |browser| {
        let _server = newsroom(&browser, "").await;
        for wrapper in ["() => new Promise(() => {})", "async () => new Response(new ReadableStream({ start(control) { control.enqueue(new TextEncoder().encode('{')); } }))"] {
            browser.run(&format!("window.real ??= fetch; window.fetch = (request, ...rest) => String(request.url ?? request).includes('.json') ? ({wrapper})() : real(request, ...rest); document.querySelector('main').innerHTML = ''; window.log = []; const made = document.createElement('news-article'); made.timeout = 1; for (const type of ['load', 'error', 'loadend']) made.addEventListener(type, (event) => log.push(type + ' ' + (event.detail?.kind ?? ''))); made.src = '/a.json'; document.querySelector('main').append(made);")).await;
            browser.until("log.length === 2").await;
            assert_eq!(browser.eval("return log;").await, json!(["error timeout", "loadend "]), "{wrapper}");
        }
        let console = browser.console().await;
        assert!(console.iter().all(|line| line.starts_with("news-article: timeout")), "{console:?}");
    })
    .await;
}

#[tokio::test]
async fn what_throws_beside_the_article_does_not_keep_it_away() {
    in_engines(Scope::Whole, async |browser| {
        // Blockers of fingerprints, and wrappers that know no URL objects; the wasm is late, so that all is tried meanwhile.
        let careless = "<script>HTMLCanvasElement.prototype.getContext = () => { throw new Error('blocked'); };\
            const get = window.fetch; window.fetch = (url, ...rest) => { if (String(url).includes('_bg.wasm')) return new Promise((done) => setTimeout(done, 300)).then(() => get(url, ...rest)); if (!(url instanceof Request)) url.startsWith('x'); return get(url, ...rest); };\
            </script>";
        let _server = newsroom(&browser, careless).await;
        everything_works(&browser).await;
        // What a page answers itself: another frame's response, and one that has neither an address nor a stream.
        for made in ["(url, more) => document.body.appendChild(document.createElement('iframe')).contentWindow.fetch(url, more)", "(url, more) => get(url, more).then((answer) => answer.text()).then((text) => Object.defineProperty(new Response(text, { headers: { 'Content-Type': 'application/json' } }), 'body', { value: undefined }))"] {
            browser.run(&format!("window.fetch = (request, ...rest) => String(request.url ?? request).includes('.json') ? ({made})(request, ...rest) : get(request, ...rest); document.querySelector('main').innerHTML = ''; window.log = []; const made = document.createElement('news-article'); for (const type of ['load', 'error']) made.addEventListener(type, (event) => log.push(type + ' ' + (event.detail?.message ?? ''))); made.src = '/a.json'; document.querySelector('main').append(made);")).await;
            browser.until("log.length === 1").await;
            assert_eq!(browser.eval("return log;").await, json!(["load "]), "{made}");
        }
        // The cap holds for what has no stream, too.
        browser.run("window.fetch = (request, ...rest) => String(request.url ?? request).includes('.json') ? Promise.resolve(Object.defineProperty(new Response('\"' + 'x'.repeat(3e6) + '\"'), 'body', { value: undefined })) : get(request, ...rest); log.length = 0; document.querySelector('news-article').addEventListener('error', (event) => log.push(event.detail.kind)); document.querySelector('news-article').reload();").await;
        browser.until("log.includes('too-large')").await;
    })
    .await;
}

#[tokio::test]
async fn two_copies_of_the_widget_share_a_page() {
    in_engines(Scope::Whole, async |browser| {
        let cdn = browser.origin();
        let html = format!(
            "<!doctype html><html lang=fr><meta charset=utf-8><title>Page</title><link rel=icon href=data:,><script src=\"{cdn}/demo/blank.js\"></script>\
             <main><news-article src=/a.json></news-article><news-article src=/a.json></news-article></main>\
             <script type=module src=\"{cdn}/news-article.js\"></script><script type=module src=/v2/news-article.js></script>\
             <script type=module>import {{ NewsArticle }} from '/v2/element.js'; customElements.define('other-article', NewsArticle); const other = document.createElement('other-article'); other.src = '/a.json'; document.querySelector('main').append(other); window.other = other;</script>"
        );
        let mut faults = Fault::program("/v2/");
        faults.push(("/page".into(), Fault::Answer(HTML, html.into())));
        faults.push(("/a.json".into(), Fault::json(ARTICLE)));
        let server = FaultServer::start(true, faults).await;
        browser.visit(&format!("{}/page", server.origin())).await;
        browser.until("[...document.querySelectorAll('news-article, other-article')].length === 3 && [...document.querySelectorAll('news-article, other-article')].every((one) => one.state === 'ready')").await;
        browser.check("other.shadowRoot.querySelector('[part=title]').innerText === 'Une panne' && !(other instanceof customElements.get('news-article'))").await;
        // The copy that came second to the name has loaded nothing for it.
        assert_eq!(server.asked("/v2/news-article_bg.wasm"), 1, "the one that has a name of its own");
        assert!(browser.console().await.is_empty());
    })
    .await;
}

#[tokio::test]
async fn blockers_of_advertisements_find_nothing_to_hide() {
    in_engines(Scope::Whole, async |browser| {
        let _server = newsroom(&browser, "").await;
        browser.run(&format!("document.querySelector('main').innerHTML = '<news-article src=\"{0}/api/articles/42.json\"></news-article>'", browser.origin())).await;
        browser.ready().await;
        browser.run("$('related').scrollIntoView()").await;
        browser.until("$$('related-item').length > 0").await;
        let selectors: Vec<&str> = SELECTORS.lines().filter(|line| !line.is_empty() && !line.starts_with('!')).collect();
        assert!(selectors.len() > 80);
        // The detector: what they are made for is found.
        browser.run("root.querySelector('[part=base]').insertAdjacentHTML('beforeend', '<p id=control class=share-buttons></p>')").await;
        let find = format!("return {}.filter((selector) => root.querySelector(selector) || el.matches(selector));", json!(selectors));
        assert_eq!(browser.eval(&find).await, json!([".share-buttons"]));
        browser.run("root.querySelector('#control').remove()").await;
        assert_eq!(browser.eval(&find).await, json!([]));
    })
    .await;
}

#[tokio::test]
async fn a_full_life_leaves_the_page_as_it_was() {
    in_engines(Scope::Whole, async |browser| {
        let state = "const own = (object) => Object.getOwnPropertyNames(object).sort().join(); return JSON.stringify({ window: own(window).replace('__errors,', ''), document: own(document), array: own(Array.prototype), object: own(Object.prototype), element: own(HTMLElement.prototype), event: own(EventTarget.prototype), head: document.head.outerHTML, html: document.documentElement.getAttributeNames().join(), body: document.body.getAttributeNames().join(), children: [...document.body.children].map((one) => one.localName).join(), sheets: document.adoptedStyleSheets.length + document.styleSheets.length, title: document.title, history: history.length, hash: location.href, fetch: String(fetch), scroll: [scrollX, scrollY].join(), active: document.activeElement.localName, selection: String(getSelection()) });";
        let _server = newsroom(&browser, "").await;
        browser.until("customElements.get('news-article')").await;
        let before = browser.eval(state).await;
        everything_works(&browser).await;
        browser.run("delete window.sent; window.scrollTo(0, 0); el.remove(); document.activeElement.blur();").await;
        browser.until("document.querySelectorAll('news-article').length === 0").await;
        assert_eq!(browser.eval(state).await, before);
    })
    .await;
}

#[tokio::test]
async fn a_service_worker_in_between_is_lived_with() {
    in_engines(Scope::Whole, async |browser| {
        let cdn = browser.origin();
        let worker = "self.addEventListener('install', () => self.skipWaiting()); self.addEventListener('activate', (event) => event.waitUntil(clients.claim())); self.addEventListener('fetch', (event) => event.respondWith(fetch(event.request)));";
        let html = format!("<!doctype html><html lang=fr><meta charset=utf-8><title>Page</title><link rel=icon href=data:,><script src=\"{cdn}/demo/blank.js\"></script><main></main><script>navigator.serviceWorker.register('/worker.js'); navigator.serviceWorker.ready.then(() => {{ window.served = true; }});</script><script type=module src=/news-article.js></script>");
        let mut faults = Fault::program("/");
        faults.extend([
            ("/page".into(), Fault::Answer(HTML, html.into())), ("/a.json".into(), Fault::json(ARTICLE)),
            ("/worker.js".into(), Fault::Answer("200 OK\r\nContent-Type: text/javascript", worker.into())),
            ("/slow.json".into(), Fault::Stall),
        ]);
        let server = FaultServer::start(true, faults).await;
        browser.visit(&format!("{}/page", server.origin())).await;
        browser.until("window.served && navigator.serviceWorker.controller").await;
        browser.run("document.querySelector('main').innerHTML = '<news-article src=/a.json></news-article>'").await;
        browser.ready().await;
        browser.says("text('title')", "Une panne").await;
        // A deadline goes through it.
        browser.run("window.log = []; el.addEventListener('error', (event) => log.push(event.detail.kind)); el.timeout = 1; el.src = '/slow.json';").await;
        browser.until("log.length === 1").await;
        browser.check("log[0] === 'timeout'").await;
    })
    .await;
}
