//! Tests a reader's means: the keyboard, print, a search in the page, a browser that goes back.

use crate::preferences::devtools;
use news_article_tests::{Page, Scope, in_engines};
use serde_json::json;

const STEPS: &str = include_str!("js/reader.js");

#[tokio::test]
async fn the_ring_around_a_card_that_has_the_focus_is_whole() {
    in_engines(Scope::Whole, async |page| {
        for lang in ["fr", "ar"] {
            page.mount(&format!(r#"<div lang="{lang}" dir="{}"><news-article src="/api/articles/42.json" sections="title related"></news-article></div>"#, if lang == "ar" { "rtl" } else { "ltr" })).await;
            page.ready().await;
            page.run("$('related').scrollIntoView()").await;
            page.until("$$('related-item').length > 1").await;
            assert_eq!(page.call(STEPS, "ringsCut", []).await, json!([]), "{lang}");
            // The cards stand where the heading does.
            page.check("Math.abs($('related-item').getBoundingClientRect()[getComputedStyle($('related')).direction === 'rtl' ? 'right' : 'left'] - $('related-heading').getBoundingClientRect()[getComputedStyle($('related')).direction === 'rtl' ? 'right' : 'left']) < 1").await;
            page.check("document.documentElement.scrollWidth <= innerWidth").await;
        }
    })
    .await;
}

#[tokio::test]
async fn an_element_that_is_hidden_until_found_can_be_found() {
    in_engines(Scope::Whole, async |page| {
        page.mount("<news-article hidden=until-found><article><h1>Titre</h1><p>Un texte à trouver.</p></article></news-article><section hidden=until-found></section>").await;
        page.ready().await;
        page.check("getComputedStyle(el).display === getComputedStyle(document.querySelector('section')).display").await;
        page.check("getComputedStyle(el).contentVisibility === getComputedStyle(document.querySelector('section')).contentVisibility").await;
        page.run("el.hidden = true").await;
        page.check("getComputedStyle(el).display === 'none'").await;
    })
    .await;
}

#[tokio::test]
async fn a_dark_page_is_readable_on_paper_with_its_background_and_without() {
    in_engines(Scope::ChromiumOnly, async |page| {
        page.mount(r#"<style>:root { color-scheme: dark; background: #111; color: #eee; --news-article-text: #ddd; --news-article-muted: #bbb; --news-article-surface: #222; }</style>
            <news-article src="/api/articles/42.json" lang="fr"></news-article>
            <p id="text">Un texte assez long pour être un article.</p> <news-reading-time for="text"></news-reading-time>"#).await;
        page.ready().await;
        page.until("document.querySelector('news-reading-time').state === 'ready'").await;
        devtools(&page, "Emulation.setEmulatedMedia", json!({ "media": "print" })).await;
        let faint = json!(["title", "byline", "summary", "paragraph", "caption", "breadcrumb"]);
        assert_eq!(page.call(STEPS, "faintOnOwnBackground", [faint]).await, json!([]));
        // In a line of the page's it has the page's colour.
        page.check("getComputedStyle(document.querySelector('news-reading-time').shadowRoot.querySelector('[part=reading-time]')).color === 'rgb(238, 238, 238)'").await;
    })
    .await;
}

#[tokio::test]
async fn a_row_without_a_button_is_none() {
    in_engines(Scope::Whole, async |page| {
        page.mount(r#"<script>navigator.canShare = undefined;</script>"#).await;
        page.run("Object.defineProperty(navigator, 'canShare', { configurable: true, value: () => false })").await;
        page.run(&format!("put({})", json!(r#"<news-article src="/api/articles/42.json" share="native" sections="title share"></news-article>"#))).await;
        page.ready().await;
        page.check("!root.querySelector('[part=share]')").await;
    })
    .await;
}

const NOTES: &str = r##"<p><a href="#comments">Commentaires</a> <a href="#respond">Répondre</a> <a href="#note-1">Note</a>
    <a href="#suite">Suite</a> <a href="#comment-24">Un avis</a></p><news-article src="/notes.json" lang="fr"></news-article>"##;

/// Where the links of the page lead: a fragment, and what is then at the top of the window.
const PLACES: [(&str, &str); 5] = [
    ("#comments", "[part=comments]"),
    ("#respond", "[part=comment-form]"),
    ("#note-1", "[data-anchor=note-1]"),
    ("#suite", "[part=heading]"),
    ("#comment-24", "[part=comment][aria-label='Lectrice 24']"),
];

async fn notes(page: &Page, fragment: &str) {
    page.open(&format!("/demo/blank.html{fragment}")).await;
    page.call(STEPS, "serveNotes", []).await;
    page.run(&format!("document.querySelector('main').innerHTML = {}", json!(NOTES))).await;
    page.ready().await;
}

/// Waits until a place is at the top of the window, or as near to it as the page scrolls. (The form may have been
/// reached before the list below it was loaded; then the page could scroll no further, and does not move later.)
async fn leads_to(page: &Page, place: &str) {
    let is_form = place == "[part=comment-form]";
    page.until(&format!(
        "(() => {{ const found = root.querySelector(\"{place}\"); if (!found) return false; \
        const {{ top, bottom }} = found.getBoundingClientRect(); \
        const end = {is_form} || scrollY + innerHeight >= document.documentElement.scrollHeight - 2; \
        return Math.abs(top) < 3 || end && top > 0 && bottom <= innerHeight; }})()"
    ))
    .await;
}

#[tokio::test]
async fn the_way_back_from_a_footnote_leads_to_the_place_in_the_text() {
    in_engines(Scope::Main, async |page| {
        notes(&page, "").await;
        page.run("root.querySelector('sup a').scrollIntoView({ block: 'center' })").await;
        page.painted().await;
        page.run("window.was = scrollY; root.querySelector('sup a').click()").await;
        leads_to(&page, "[data-anchor=note-1]").await;
        page.check("location.hash === '#note-1'").await;
        page.run("history.back()").await;
        page.until("location.hash === '' && Math.abs(scrollY - was) < 3").await;
        page.check("location.pathname === '/demo/blank.html' && el.state === 'ready'").await;
        page.run("history.forward()").await;
        leads_to(&page, "[data-anchor=note-1]").await;
    })
    .await;
}

#[tokio::test]
async fn a_link_in_the_page_leads_to_a_place_in_an_element() {
    in_engines(Scope::Main, async |page| {
        notes(&page, "").await;
        for (fragment, place) in PLACES {
            page.run("scrollTo(0, 0)").await;
            page.run(&format!("document.querySelector('main a[href=\"{fragment}\"]').click()")).await;
            leads_to(&page, place).await;
            // Once more, from elsewhere: the address has it already.
            page.run("scrollTo(0, 0)").await;
            page.run(&format!("document.querySelector('main a[href=\"{fragment}\"]').click()")).await;
            leads_to(&page, place).await;
        }
        // The page's own script, as an address that is typed.
        page.run("scrollTo(0, 0); location.hash = '#suite'").await;
        leads_to(&page, "[part=heading]").await;
        page.check("document.activeElement === el").await;
    })
    .await;
}

#[tokio::test]
async fn an_address_that_is_opened_leads_to_a_place_that_comes_late() {
    in_engines(Scope::Whole, async |page| {
        for (fragment, place) in PLACES {
            notes(&page, fragment).await;
            leads_to(&page, place).await;
        }
    })
    .await;
}

#[tokio::test]
async fn a_router_that_keeps_its_pages_in_the_fragment_is_left_alone() {
    in_engines(Scope::Whole, async |page| {
        notes(&page, "#/articles/7").await;
        page.painted().await;
        page.check("scrollY === 0").await;
        page.run("root.querySelector('sup a').scrollIntoView({ block: 'center' }); window.was = scrollY; root.querySelector('sup a').click()").await;
        leads_to(&page, "[data-anchor=note-1]").await;
        page.check("location.hash === '#/articles/7'").await;
        page.run("history.back()").await;
        page.until("Math.abs(scrollY - was) < 3").await;
    })
    .await;
}

#[tokio::test]
async fn a_language_that_the_page_changes_is_followed_once() {
    in_engines(Scope::Whole, async |page| {
        page.mount(r#"<div lang="fr"><news-article src="/api/articles/42.json"></news-article></div>"#).await;
        page.ready().await;
        page.until("$('share')").await;
        page.run("record(['loadstart', 'load']); window.shown = []; new MutationObserver(() => { const now = text('comments-prompt'); if (now && now !== shown.at(-1)) shown.push(now); }).observe(root, { childList: true, subtree: true, characterData: true });").await;
        page.until("performance.getEntriesByType('resource').some((entry) => entry.name.includes('surroundings') && entry.responseEnd)").await;
        page.painted().await;
        page.run("el.parentElement.lang = 'en'").await;
        page.until("text('comments-prompt') === 'Tell us what you think'").await;
        page.run("document.documentElement.lang = 'ar'").await;
        page.painted().await;
        page.check("text('comments-prompt') === 'Tell us what you think' && shown.length === 1 && log.length === 0").await;
        page.run("document.documentElement.lang = 'fr'").await;
    })
    .await;
}

#[tokio::test]
async fn who_is_not_logged_in_is_told_so_and_gets_the_article_when_they_come_back() {
    in_engines(Scope::Whole, async |page| {
        page.mount("").await;
        page.run("window.answer = 401; intercept((url, request, pass) => url.endsWith('/42.json') && answer === 401 ? jsonAnswer({}, 401) : pass());").await;
        page.run(&format!("put({})", json!(r#"<news-article src="/api/articles/42.json" lang="fr"><a href="/x">Lire</a></news-article>"#))).await;
        page.until("el.state === 'error'").await;
        page.says("text('error')", "Pour lire la suite, connectez-vous au site.").await;
        page.check("!$('retry') && root.querySelector('.failed a').href === location.origin + '/'").await;
        let console = page.console().await;
        assert!(console.iter().any(|line| line.contains("/api/articles/42.json")), "{console:?}");
        page.until("performance.getEntriesByType('resource').some((entry) => entry.name.includes('surroundings') && entry.responseEnd)").await;
        page.painted().await;
        page.run("answer = 200; document.dispatchEvent(new Event('visibilitychange'))").await;
        page.ready().await;
    })
    .await;
}

#[tokio::test]
async fn a_list_as_src_says_that_its_first_is_shown() {
    in_engines(Scope::ChromiumOnly, async |page| {
        page.mount(r#"<news-article src="/wp-json/wp/v2/posts?_embed&per_page=2" lang="fr"></news-article>"#)
            .await;
        page.ready().await;
        let console = page.console().await;
        assert!(
            console.iter().any(|line| line.contains("a list of 2") && line.contains("/wp-json/wp/v2/posts")),
            "{console:?}"
        );
    })
    .await;
}
