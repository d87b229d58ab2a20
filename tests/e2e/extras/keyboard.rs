//! Each of them by the keyboard alone.

use super::{STEPS, rich, update};
use news_article_tests::{Page, Scope, in_engines};
use serde_json::json;

const TAB: char = '\u{E004}';
const ENTER: char = '\u{E007}';
const ESCAPE: char = '\u{E00C}';
const LEFT: char = '\u{E012}';
const RIGHT: char = '\u{E014}';
const END: char = '\u{E010}';
const HOME: char = '\u{E011}';

async fn press(page: &Page, key: char) {
    page.press(key.to_string()).await;
}

/// Presses the tabulator until an expression holds.
async fn tab_until(page: &Page, expression: &str) {
    for _ in 0..40 {
        press(page, TAB).await;
        if page.eval(&format!("return Boolean({expression})")).await == true {
            return;
        }
    }
    panic!("the tabulator does not lead to {expression}");
}

#[tokio::test]
async fn pictures_are_opened_turned_and_closed_and_the_reader_is_where_they_were() {
    in_engines(Scope::ChromiumOnly, async |page| {
        rich(&page, "lightbox", json!({})).await;
        page.until("$$('enlarge').length === 2").await;
        tab_until(&page, "root.activeElement === $$('enlarge')[0]").await;
        page.run("window.scrolled = scrollY").await;
        press(&page, ENTER).await;
        page.until("$('enlarged')?.open && root.activeElement.matches('.close')").await;
        let shows = async |name: &str| {
            page.until(&format!("$('enlarged').querySelector('img').src.endsWith('/{name}.webp')")).await;
        };
        shows("port").await;
        for (key, name) in [(RIGHT, "ferry"), (LEFT, "port"), (END, "ferry"), (HOME, "port")] {
            press(&page, key).await;
            shows(name).await;
        }
        // What a reader sees behind is out of reach, and does not move.
        for _ in 0..5 {
            press(&page, TAB).await;
            page.check("!root.activeElement || root.activeElement.closest('[part=enlarged]') !== null").await;
        }
        page.run("$('enlarged').querySelector('button').focus(); scrollTo(0, 0)").await;
        press(&page, ESCAPE).await;
        page.until("!$('enlarged') && root.activeElement === $$('enlarge')[0] && scrollY === scrolled").await;
    })
    .await;
}

#[tokio::test]
async fn a_text_is_read_paused_and_gone_through_by_paragraphs() {
    in_engines(Scope::ChromiumOnly, async |page| {
        page.mount(r#"<news-article lang="fr" sections="title listen"></news-article>"#).await;
        let voices = json!([{"name": "Claire", "lang": "fr-FR", "localService": true}]);
        page.call(STEPS, "stubSpeech", [voices]).await;
        page.call(STEPS, "showRich", [json!({})]).await;
        page.ready().await;
        page.until("$('listen-play')").await;
        page.says("$('listen-speed').innerText", "0,75× 1× 1,25× 1,5× 1,75× 2×").await;
        tab_until(&page, "root.activeElement === $('listen-play')").await;
        press(&page, ' ').await;
        page.until("said.at(-1)?.text.startsWith('Un.')").await;
        press(&page, TAB).await;
        press(&page, TAB).await;
        page.check("root.activeElement.ariaLabel === 'Paragraphe suivant'").await;
        press(&page, ENTER).await;
        page.until("said.at(-1).text === 'Le chantier'").await;
        press(&page, ENTER).await;
        page.until("said.at(-1).text.startsWith('Deux.')").await;
        tab_until(&page, "root.activeElement === $('listen-speed')").await;
        page.run("$$('listen-step')[0].focus()").await;
        page.check("root.activeElement.ariaLabel === 'Paragraphe précédent'").await;
        press(&page, ENTER).await;
        page.until("said.at(-1).text === 'Le chantier'").await;
        page.run("$('listen-play').focus()").await;
        press(&page, ENTER).await;
        page.until("$('listen-play').innerText === 'Écouter'").await;
    })
    .await;
}

#[tokio::test]
async fn a_heading_and_a_film_are_gone_to_with_the_focus() {
    in_engines(Scope::ChromiumOnly, async |page| {
        rich(&page, r#"sections="title contents" embeds="click""#, json!({})).await;
        page.until("$$('contents-link').length === 3").await;
        tab_until(&page, "root.activeElement === $$('contents-link')[1]").await;
        press(&page, ENTER).await;
        page.until("root.activeElement === $$('heading')[1]").await;
        page.until("$('embed').querySelector('a').innerText.includes('Afficher')").await;
        tab_until(&page, "root.activeElement === $('embed').querySelector('a')").await;
        press(&page, ENTER).await;
        page.until("$('frame') && root.activeElement === $('frame')").await;
    })
    .await;
}

#[tokio::test]
async fn new_updates_are_shown_and_gone_to_and_the_order_is_turned() {
    in_engines(Scope::ChromiumOnly, async |page| {
        page.mount(r#"<news-article lang="fr"></news-article>"#).await;
        page.call(STEPS, "stubLive", []).await;
        let more = json!({"updates": [update(2), update(1)], "updatesUrl": "/live-updates"});
        page.call(STEPS, "showRich", [more]).await;
        page.ready().await;
        page.until("$$('update').length === 2 && root.querySelector('.turn')").await;
        page.run(&format!("window.updates = {}; elapse(40)", json!([update(3), update(2), update(1)]))).await;
        page.until("$('update-new')").await;
        tab_until(&page, "root.activeElement === $('update-new')").await;
        press(&page, ENTER).await;
        page.until("$$('update').length === 3 && root.activeElement === $$('update')[0]").await;
        // On from there.
        press(&page, TAB).await;
        page.check("$$('update')[0].contains(root.activeElement)").await;
        page.run("root.querySelector('.turn').focus()").await;
        press(&page, ' ').await;
        page.until("$$('update')[0].dataset.anchor === 'update-1' && root.activeElement.matches('.turn')")
            .await;
        page.run("$('update-key').focus()").await;
        press(&page, ENTER).await;
        page.until("location.hash === '#update-2' && root.activeElement === $$('update')[1]").await;
    })
    .await;
}

#[tokio::test]
async fn comments_are_turned_and_newsletters_chosen() {
    in_engines(Scope::ChromiumOnly, async |page| {
        page.mount(r#"<news-article src="/api/articles/42.json" lang="fr"></news-article>"#).await;
        page.ready().await;
        page.run("root.querySelector('[part=comments]').scrollIntoView()").await;
        page.until("$$('comment').length === 5 && shown($('comments-order'))").await;
        page.run("$('comments-order').focus()").await;
        press(&page, ENTER).await;
        page.until("$('comments-order')?.innerText === 'Les plus récents d’abord' && $$('comment').length === 5 && root.activeElement === $('comments-order')").await;
        let lists = json!({"newsletter": {"action": "/api/newsletter", "lists": [{"id": "matin", "title": "Le matin"}, {"id": "soir", "title": "Le soir"}]}});
        rich(&page, "", lists).await;
        page.until("$$('newsletter-list').length === 2").await;
        page.run("fillIn('form', { email: 'salma@example.org' }); fieldOf('form', 'email').focus(); window.lists = undefined; el.addEventListener('news-article-subscribe', (event) => { window.lists = event.detail.lists; event.preventDefault(); });").await;
        press(&page, ENTER).await;
        // Nothing is chosen: the keyboard is where that can be mended.
        page.until("root.activeElement?.matches('[part=newsletter-list] input')").await;
        press(&page, ' ').await;
        press(&page, ENTER).await;
        page.until("lists?.join() === 'matin'").await;
    })
    .await;
}
