//! Parts alone: one section of an article, where the page wants it.

use news_article_tests::{Page, Scope, dist, in_engines};

/// What a part shows.
const PART: &str = "const part = (name) => { const one = document.querySelector(name); return tidy(one.shadowRoot.querySelector('[part=base]')?.innerText); };";

async fn until(page: &Page, expression: &str) {
    page.until(&format!("(() => {{ {PART} return {expression}; }})()")).await;
}

#[tokio::test]
async fn parts_follow_the_article_that_they_name() {
    in_engines(Scope::Main, async |page| {
        page.mount("<news-reading-time for=a></news-reading-time><news-share for=a share='copy x'></news-share><news-related for=a></news-related>").await;
        // The article comes later than its parts, and changes.
        page.run("document.querySelector('main').insertAdjacentHTML('beforeend', '<news-article id=a sections=\"title reading-time\" lang=fr src=/api/articles/42.json></news-article>');").await;
        until(&page, "part('news-reading-time') === 'Temps de lecture : 2 minutes'").await;
        until(&page, "document.querySelector('news-share').shadowRoot.querySelectorAll('[part=share-button]').length === 2").await;
        page.run("document.querySelector('news-related').scrollIntoView()").await;
        until(&page, "document.querySelector('news-related').shadowRoot.querySelectorAll('[part=related-item]').length === 8").await;
        page.check("['title', 'body', 'comments'].every((name) => !document.querySelector('news-related').shadowRoot.querySelector(`[part=${name}]`))").await;
        page.run("window.log = []; document.addEventListener('news-article-share', (event) => { event.preventDefault(); log.push(event.target.localName, event.detail); }); document.querySelector('news-share').shadowRoot.querySelector('[data-network=x]').click();").await;
        page.check("log[0] === 'news-share' && log[1].network === 'x' && log[1].id === '42'").await;
        page.run("document.querySelector('#a').src = '/api/articles/long.json'").await;
        until(&page, "el.article.title.startsWith('À Sidi') && !part('news-reading-time').endsWith(' 2 minutes') && part('news-reading-time') === text('reading-time')").await;
    })
    .await;
}

#[tokio::test]
async fn parts_read_any_element_and_the_page() {
    in_engines(Scope::Whole, async |page| {
        page.mount("").await;
        page.run("document.head.insertAdjacentHTML('beforeend', '<link rel=canonical href=/propre>'); document.querySelector('main').innerHTML = `<news-reading-time for=text lang=en words-per-minute=100></news-reading-time><news-share lang=fr share=x share-utm='utm_source=page'></news-share><div id=text><p>${'mot '.repeat(301)}</p></div><div id=short><p>Un mot.</p></div>`;").await;
        until(&page, "part('news-reading-time') === 'Reading time: 4 minutes'").await;
        until(&page, "new URL(document.querySelector('news-share').shadowRoot.querySelector('[data-network=x]').href).searchParams.get('url') === `${location.origin}/propre?utm_source=page`").await;
        page.run("document.querySelector('news-reading-time').setAttribute('for', 'short')").await;
        until(&page, "part('news-reading-time') === 'Reading time: 1 minute'").await;
        page.run("document.querySelector('news-reading-time').setAttribute('for', 'nobody')").await;
        until(&page, "document.querySelector('news-reading-time').state === 'idle' && part('news-reading-time') === ''").await;
    })
    .await;
}

#[tokio::test]
async fn a_part_without_a_name_follows_the_first_article() {
    in_engines(Scope::Whole, async |page| {
        page.mount(
            "<news-reading-time></news-reading-time><news-article lang=fr><p>Un texte.</p></news-article>",
        )
        .await;
        page.ready().await;
        until(&page, "part('news-reading-time') === 'Temps de lecture : 1 minute'").await;
    })
    .await;
}

#[tokio::test]
async fn a_reading_time_alone_has_the_type_of_the_line_that_it_stands_in() {
    in_engines(Scope::Whole, async |page| {
        page.mount("<p id=text style='font: italic 20px serif; color: rgb(1, 2, 3)'>Un texte. <news-reading-time for=text lang=fr></news-reading-time></p>").await;
        until(&page, "part('news-reading-time') === 'Temps de lecture : 1 minute'").await;
        page.run("window.style = getComputedStyle(document.querySelector('news-reading-time').shadowRoot.querySelector('[part=reading-time]'));").await;
        // In the line, not under it.
        page.check("document.querySelector('#text').getClientRects().length === 1 && document.querySelector('#text').offsetHeight < 40 && getComputedStyle(document.querySelector('news-reading-time')).display === 'inline-block'").await;
        page.check("style.color === 'rgb(1, 2, 3)' && style.fontSize === '20px' && style.fontStyle === 'italic'").await;
    })
    .await;
}

#[tokio::test]
async fn a_part_that_goes_elsewhere_follows_what_it_names_there() {
    in_engines(Scope::Whole, async |page| {
        page.mount("<div id=a><p>Un mot.</p></div><div id=host></div><news-reading-time for=a lang=fr></news-reading-time>").await;
        until(&page, "part('news-reading-time') === 'Temps de lecture : 1 minute'").await;
        page.run("window.part = document.querySelector('news-reading-time'); part.remove(); const inner = document.querySelector('#host').attachShadow({ mode: 'open' }); inner.innerHTML = `<div id=a><p>${'mot '.repeat(300)}</p></div>`; setTimeout(() => setTimeout(() => inner.append(window.part), 50), 50);").await;
        page.until("tidy(window.part.shadowRoot?.textContent).includes('2 minutes')").await;
    })
    .await;
}

#[tokio::test]
async fn a_part_finds_what_it_names_when_it_comes_late_and_leaves_no_observer() {
    in_engines(Scope::Whole, async |page| {
        page.mount("").await;
        page.run("window.live = 0; const Observer = window.MutationObserver; window.MutationObserver = class extends Observer { observe(node, options) { if (options.subtree) live++; super.observe(node, options); this.subtree = options.subtree; } disconnect() { if (this.subtree) live--; this.subtree = false; super.disconnect(); } };").await;
        page.run("document.querySelector('main').innerHTML = '<news-reading-time for=z lang=fr></news-reading-time><news-share for=nobody lang=fr></news-share><div id=app></div>';").await;
        // Each waits for what it names, and for its own end.
        page.until("live === 4").await;
        page.run("document.querySelector('#app').innerHTML = '<section><div id=z><p>Un mot.</p></div></section>';").await;
        until(&page, "part('news-reading-time') === 'Temps de lecture : 1 minute'").await;
        page.check("live === 3").await;
        page.run("document.querySelector('news-share').remove(); document.querySelector('news-reading-time').remove();").await;
        page.until("live === 0").await;
    })
    .await;
}

#[tokio::test]
async fn the_manifest_names_every_part_that_stands_in_a_part_alone() {
    in_engines(Scope::Whole, async |page| {
        page.mount("<news-article id=a lang=fr sections=title src=/api/articles/42.json></news-article><news-reading-time for=a></news-reading-time><news-share for=a share='copy mastodon'></news-share><news-related for=a></news-related>").await;
        until(&page, "document.querySelector('news-share').shadowRoot.querySelectorAll('[part=share-button]').length === 2").await;
        page.run("document.querySelector('news-share').shadowRoot.querySelector('[data-network=mastodon]').click(); document.querySelector('news-related').scrollIntoView();").await;
        until(&page, "document.querySelector('news-related').shadowRoot.querySelectorAll('[part=related-item]').length === 8").await;
        page.run("fetch('/custom-elements.json').then((answer) => answer.json()).then(({ modules: [{ declarations }] }) => { window.odd = declarations.slice(1).flatMap(({ tagName, cssParts }) => { const named = cssParts.map(({ name }) => name); const seen = [...document.querySelector(tagName).shadowRoot.querySelectorAll('[part]')].flatMap((one) => [...one.part]); return [...seen.filter((name) => !named.includes(name)), ...named.filter((name) => !seen.includes(name) && !['error', 'retry'].includes(name)).map((name) => `no ${name}`)].map((name) => `${tagName}: ${name}`); }); });").await;
        page.until("window.odd").await;
        assert_eq!(page.eval("return odd;").await, serde_json::json!([]));
    })
    .await;
}

#[tokio::test]
async fn the_classes_that_the_types_promise_can_be_imported() {
    let types = std::fs::read_to_string(dist().join("news-article.d.ts")).expect("the types");
    let classes = types.lines().filter_map(|line| line.strip_prefix("export class ")?.split(' ').next());
    let mut classes: Vec<String> = classes.map(str::to_owned).collect();
    classes.sort();
    assert_eq!(classes.len(), 4);
    in_engines(Scope::Main, async |page| {
        page.mount("").await;
        for module in ["index.js", "element.js", "news-article.js"] {
            page.run(&format!("window.names = undefined; import('/{module}').then((all) => {{ window.names = Object.keys(all).sort(); }});")).await;
            page.until("window.names").await;
            assert_eq!(page.eval("return names;").await, serde_json::json!(classes), "{module}");
        }
    })
    .await;
    // What is declared for the others alone is no name that can be imported.
    assert!(types.contains("\ndeclare class NewsPart ") && types.ends_with("\nexport {};\n"));
}
