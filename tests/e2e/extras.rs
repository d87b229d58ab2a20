//! What readers ask for: contents, progress, pictures enlarged, embeds in place, a voice, live coverage, corrections. [`keyboard`]
//! uses each by the keyboard alone, [`lost`] has what becomes of modules that come late.

mod keyboard;
mod lost;

use crate::accessibility::{AXE, axe};
use news_article_tests::{Page, Scope, in_engines};
use serde_json::{Value, json};

const STEPS: &str = include_str!("js/extras.js");

async fn rich(page: &Page, attributes: &str, more: Value) {
    page.mount(&format!(r#"<news-article lang="fr" {attributes}></news-article>"#)).await;
    page.call(STEPS, "showRich", [more]).await;
    page.ready().await;
}

async fn is_clean(page: &Page) {
    page.run(&axe()).await;
    assert_eq!(page.call(AXE, "findings", []).await, Value::Array(Vec::new()));
}

#[tokio::test]
async fn nothing_of_it_is_asked_for_where_it_is_not_named() {
    in_engines(Scope::Whole, async |page| {
        rich(&page, "", json!({})).await;
        page.check("!performance.getEntriesByType('resource').some(({ name }) => /_(extras|live|contents|enlarged|frames|listen)\\./.test(name))").await;
        page.check("!$('contents') && !$('enlarge') && !$('listen') && !$('live') && $('embed').querySelector('a').target === '_blank'").await;
    })
    .await;
}

#[tokio::test]
async fn headings_are_links_above_the_text_and_the_one_being_read_is_marked() {
    in_engines(Scope::Main, async |page| {
        rich(&page, r#"sections="title contents share""#, json!({})).await;
        page.until("$$('contents-link').length === 3").await;
        page.says(
            "$$('contents-link').map((link) => link.innerText).join()",
            "Le chantier,Les délais,Le chantier",
        )
        .await;
        page.check("$('contents').getBoundingClientRect().bottom <= $('body').getBoundingClientRect().top")
            .await;
        page.check("$$('contents-link')[2].href === location.href.split('#')[0] + '#suite'").await;
        is_clean(&page).await;
        page.run("$$('contents-link')[1].click()").await;
        page.until(
            "root.activeElement === $$('heading')[1] && $$('contents-link')[1].getAttribute('aria-current')",
        )
        .await;
        page.check("$$('contents-link').filter((link) => link.hasAttribute('aria-current')).length === 1")
            .await;
        // However close below it the next heading stands, until the reader goes on.
        page.run("scrollBy(0, 300)").await;
        page.until("$$('contents-link')[2].getAttribute('aria-current')").await;
    })
    .await;
}

#[tokio::test]
async fn contents_list_what_stands_far_below_and_lead_there_whatever_the_pages_base() {
    in_engines(Scope::Whole, async |page| {
        page.mount(r#"<news-article lang="fr" sections="title contents"></news-article>"#).await;
        page.run("document.head.append(Object.assign(document.createElement('base'), { href: '/elsewhere/' }))").await;
        let block = |number: usize| match number % 8 {
            0 => json!({"type": "heading", "level": 2, "content": ["Même titre"]}),
            _ => json!({"type": "paragraph", "content": ["Un texte. ".repeat(60)]}),
        };
        let body: Vec<Value> = (0..160).map(block).collect();
        page.call(STEPS, "showRich", [json!({ "body": body })]).await;
        page.ready().await;
        page.until("$$('contents-link').length === 20").await;
        page.run("$$('contents-link')[19].click()").await;
        page.until("root.activeElement === $$('heading')[19]").await;
        page.check("decodeURIComponent(location.hash) === '#même-titre-20' && !location.pathname.startsWith('/elsewhere')").await;
    })
    .await;
}

#[tokio::test]
async fn what_a_page_names_like_a_method_of_the_document_takes_no_extra_away() {
    in_engines(Scope::Whole, async |page| {
        page.mount(r#"<img name="createElement" alt=""><img name="addEventListener" alt=""><news-article lang="fr" lightbox embeds="click" sections="title contents"></news-article>"#).await;
        page.call(STEPS, "showRich", [json!({"updates": [update(1)], "updatesUrl": "/live-updates"})]).await;
        page.ready().await;
        page.until("$$('contents-link').length === 3 && $('enlarge') && root.querySelector('.turn')").await;
    })
    .await;
}

#[tokio::test]
async fn contents_and_progress_alone_are_about_the_pages_own_article() {
    in_engines(Scope::Whole, async |page| {
        let text = "<p>Un texte. </p>".repeat(60);
        page.mount(&format!(
            r#"<news-progress lang="fr"></news-progress><news-contents lang="fr"></news-contents><article><h1>Titre</h1>{text}<h2 id="un">Un</h2>{text}<h2>Deux</h2>{text}</article>"#
        ))
        .await;
        page.until("document.querySelector('news-contents').shadowRoot.querySelectorAll('[part~=contents-link]').length === 2").await;
        page.until("document.querySelector('news-progress').shadowRoot.querySelector('progress')?.value === 0").await;
        page.run("scrollTo(0, document.body.scrollHeight)").await;
        page.until("document.querySelector('news-progress').shadowRoot.querySelector('progress').value === 100").await;
        is_clean(&page).await;
        page.run("document.querySelector('news-contents').shadowRoot.querySelectorAll('a')[1].click()").await;
        page.until("document.activeElement.textContent === 'Deux'").await;
    })
    .await;
}

#[tokio::test]
async fn an_article_is_read_when_its_text_is_whatever_the_element_has_added_below() {
    in_engines(Scope::Whole, async |page| {
        let text = "<p>Un texte. </p>".repeat(60);
        page.mount(&format!(
            r#"<news-article lang="fr" sections="progress share"><h1>Titre</h1>{text}<p id="fin">Fin.</p><div data-news-article="share" style="height: 4000px"></div></news-article>"#
        ))
        .await;
        page.until("$('progress')?.value === 0").await;
        page.run("document.querySelector('#fin').scrollIntoView({ block: 'end' })").await;
        page.until("$('progress').value === 100").await;
        page.run("document.querySelector('h1').scrollIntoView()").await;
        page.until("$('progress').value === 0").await;
    })
    .await;
}

#[tokio::test]
async fn pictures_are_enlarged_in_order_and_the_focus_returns() {
    in_engines(Scope::Main, async |page| {
        rich(&page, "lightbox", json!({})).await;
        page.until("$$('enlarge').length === 2").await;
        is_clean(&page).await;
        page.run("$$('enlarge')[0].focus(); $$('enlarge')[0].click()").await;
        page.until("$('enlarged')?.open").await;
        page.check("$('enlarged').querySelector('img').src.endsWith('/port.webp') && $('enlarged').innerText.includes('Légende port')").await;
        page.check("$('enlarged').innerText.includes('Une agence') && $('enlarged').innerText.includes('1 sur 2')").await;
        is_clean(&page).await;
        page.run("$('enlarged').dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight' }))").await;
        page.until("$('enlarged').querySelector('img').src.endsWith('/ferry.webp')").await;
        page.run("$('enlarged').querySelector('.close').click()").await;
        page.until("!$('enlarged') && root.activeElement === $$('enlarge')[0]").await;
    })
    .await;
}

#[tokio::test]
async fn an_embed_is_shown_in_place_by_the_providers_own_frame_and_others_stay_links() {
    in_engines(Scope::Whole, async |page| {
        rich(&page, r#"embeds="click""#, json!({})).await;
        page.until("$('embed').querySelector('a').innerText.includes('Afficher')").await;
        page.check("$$('embed')[1].querySelector('a').target === '_blank'").await;
        page.run("window.opened = ''; el.addEventListener('news-article-embed', ({ detail }) => { opened = detail.url; }); $('embed').querySelector('a').click()").await;
        page.until("$('frame')").await;
        page.check("$('frame').src.startsWith('https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ') && $('frame').title === 'Le film'").await;
        page.check("$('frame').sandbox.contains('allow-scripts') && !$('frame').sandbox.contains('allow-top-navigation')").await;
        is_clean(&page).await;
        page.check("opened.includes('watch?v=') && root.querySelector('[part=embed]').hidden && $('frame').offsetHeight > 100").await;
    })
    .await;
}

#[tokio::test]
async fn where_the_pages_policy_refuses_frames_an_embed_stays_a_link() {
    in_engines(Scope::Whole, async |page| {
        page.mount(r#"<news-article lang="fr" embeds="click"></news-article>"#).await;
        page.run("const meta = document.createElement('meta'); meta.httpEquiv = 'Content-Security-Policy'; meta.content = \"frame-src 'none'\"; document.head.append(meta);").await;
        page.call(STEPS, "showRich", [json!({})]).await;
        page.ready().await;
        page.until("$('embed').querySelector('a').innerText.includes('Afficher')").await;
        page.run("$('embed').querySelector('a').click()").await;
        page.until("!$('frame') && !root.querySelector('[part=embed]').hidden && root.querySelector('[part=embed] a').target === '_blank'").await;
    })
    .await;
}

#[tokio::test]
async fn an_article_is_read_by_a_local_voice_paragraph_by_paragraph() {
    in_engines(Scope::Whole, async |page| {
        page.mount(r#"<news-article lang="fr" sections="title listen"></news-article>"#).await;
        let voices = json!([{"name": "Nuage", "lang": "fr-FR", "localService": false}, {"name": "Claire", "lang": "fr-FR", "localService": true}]);
        page.call(STEPS, "stubSpeech", [voices]).await;
        page.call(STEPS, "showRich", [json!({})]).await;
        page.ready().await;
        page.until("$('listen-play')").await;
        is_clean(&page).await;
        page.run("$('listen-play').click()").await;
        page.until("said.length === 1").await;
        page.check("said[0].voice === 'Claire' && $('listen-play').innerText === 'Pause' && !!root.querySelector('.heard')").await;
        is_clean(&page).await;
        page.run("endUtterance()").await;
        page.until("said.length === 2").await;
        page.run("$('listen-play').click()").await;
        page.check("$('listen-play').innerText === 'Écouter' && !!root.querySelector('.heard')").await;
        page.run("$('listen-play').click(); $$('paragraph')[1].click()").await;
        page.until("said.at(-1).text.startsWith('Deux.') && $$('paragraph')[1].matches('.heard')").await;
        page.run("$('listen-speed').value = '1.5'; $('listen-speed').dispatchEvent(new Event('change'))").await;
        page.until("said.at(-1).rate === 1.5").await;
    })
    .await;
}

#[tokio::test]
async fn a_voice_of_the_system_is_used_though_firefox_calls_it_remote_and_none_of_its_variants() {
    in_engines(Scope::Whole, async |page| {
        page.mount(r#"<news-article lang="fr" sections="title listen"></news-article>"#).await;
        let voice = |name: &str, lang: &str| json!({"name": name, "lang": lang, "localService": false, "voiceURI": format!("urn:moz-tts:speechd:{name}")});
        let voices = json!([voice("French (Belgium)+Whisper", "fr-BE"), voice("French (Belgium)", "fr-BE"), voice("French (France)", "fr-FR")]);
        page.call(STEPS, "stubSpeech", [voices]).await;
        page.call(STEPS, "showRich", [json!({})]).await;
        page.ready().await;
        page.until("$('listen-play')").await;
        page.run("$('listen-play').click()").await;
        page.until("said[0]?.voice === 'French (France)'").await;
    })
    .await;
}

#[tokio::test]
async fn without_a_local_voice_there_is_no_player_and_a_recording_has_one() {
    in_engines(Scope::Whole, async |page| {
        page.mount(r#"<news-article lang="fr" sections="title listen"></news-article>"#).await;
        page.call(STEPS, "stubSpeech", [json!([{"name": "Nuage", "lang": "fr-FR", "localService": false}])])
            .await;
        page.call(STEPS, "showRich", [json!({})]).await;
        page.ready().await;
        page.check("!$('listen')").await;
        rich(&page, "", json!({"audio": "/demo/media/corne.mp3"})).await;
        page.until("$('listen') && $('listen').querySelector('audio').controls").await;
        page.check("$('listen').getBoundingClientRect().bottom <= $('body').getBoundingClientRect().top")
            .await;
        is_clean(&page).await;
    })
    .await;
}

fn update(id: u32) -> Value {
    json!({"id": id, "title": format!("Titre {id}"), "publishedAt": format!("2026-03-21T08:{id:02}:00Z"), "body": "Un texte.", "pinned": id == 2})
}

#[tokio::test]
async fn new_updates_wait_behind_one_button_and_are_told() {
    in_engines(Scope::Main, async |page| {
        page.mount(r#"<news-article lang="fr"></news-article>"#).await;
        page.call(STEPS, "stubLive", []).await;
        let more = json!({"label": {"kind": "live"}, "updates": [update(2), update(1)], "updatesUrl": "/live-updates"});
        page.call(STEPS, "showRich", [more]).await;
        page.ready().await;
        page.until("$$('update').length === 2").await;
        page.check("$$('update-key').length === 1 && $('update-key').innerText === 'Titre 2' && !$('update-new')").await;
        page.run("window.counts = []; el.addEventListener('news-article-update', ({ detail }) => counts.push(detail.count));").await;
        page.run(&format!("window.updates = {}; elapse(40)", json!([update(4), update(3), update(2), update(1)]))).await;
        page.until("$('update-new') && counts.join() === '2'").await;
        page.says("$('update-new').innerText", "Afficher 2 nouveautés").await;
        page.check("$$('update').length === 2").await;
        is_clean(&page).await;
        page.run("$('update-new').click()").await;
        page.until("$$('update').length === 4 && root.activeElement === $$('update')[0]").await;
        page.says("$$('update').map((one) => one.dataset.anchor.slice(7)).join()", "4,3,2,1").await;
        // All lines of an update begin with it.
        page.check("$$('update').every((one) => [...one.children].every((line) => line.getBoundingClientRect().left === one.getBoundingClientRect().left))").await;
        page.check("!$('update-new')").await;
        page.run("root.querySelector('.turn').click()").await;
        page.says("$$('update').map((one) => one.dataset.anchor.slice(7)).join()", "1,2,3,4").await;
        is_clean(&page).await;
    })
    .await;
}

#[tokio::test]
async fn an_update_that_is_sent_again_is_changed_where_it_stands_and_its_links_lead_to_it() {
    in_engines(Scope::Whole, async |page| {
        page.mount(r#"<news-article lang="fr"></news-article>"#).await;
        page.call(STEPS, "stubLive", []).await;
        page.call(STEPS, "showRich", [json!({"updates": [update(1)], "updatesUrl": "/live-updates"})]).await;
        page.ready().await;
        page.run(&format!("window.updates = {}; elapse(40)", json!([update(2), update(1)]))).await;
        page.until("asked.length === 1 && $('update-new')").await;
        // The one that waits comes again, otherwise, and so does the one that stands.
        let (mut second, mut first) = (update(2), update(1));
        second["title"] = json!("Titre changé");
        first["body"] = json!([{"type": "image", "src": "/demo/images/port-640.webp", "alt": "Le port"}]);
        page.run(&format!("window.updates = {};", json!([second, first]))).await;
        page.until("(elapse(5), asked.length === 2)").await;
        page.until("root.querySelector('[data-anchor=update-1] img')?.alt === 'Le port'").await;
        page.run("$('update-new').click()").await;
        page.until("$$('update').length === 2 && $('update-key')?.innerText === 'Titre changé'").await;
        page.run("root.activeElement.blur(); scrollTo(0, 0); $('update-key').click()").await;
        page.until(
            "location.hash === '#update-2' && $$('update')[0].getBoundingClientRect().top < innerHeight",
        )
        .await;
        // What is no key event any more goes from there.
        second["pinned"] = json!(false);
        page.run(&format!("root.activeElement?.blur(); window.updates = {};", json!([second, first]))).await;
        page.until("(elapse(5), asked.length === 3)").await;
        page.until("$$('update-key').length === 0").await;
    })
    .await;
}

#[tokio::test]
async fn the_end_of_live_coverage_is_said_once() {
    in_engines(Scope::Whole, async |page| {
        page.mount(r#"<news-article lang="fr"></news-article>"#).await;
        page.call(STEPS, "stubLive", []).await;
        page.run("window.now = Date.now; window.ahead = 0; Date.now = () => now() + ahead; Math.random = () => 0;").await;
        page.call(STEPS, "showRich", [json!({"updates": [update(1)], "updatesUrl": "/live-updates", "liveUntil": "2099-01-01T00:00:00Z"})]).await;
        page.ready().await;
        page.run("ahead = 100 * 366 * 24 * 3600 * 1000; elapse(40)").await;
        page.until("$$('status').filter((one) => one.innerText.includes('terminé')).length === 1").await;
        // Whatever would have it asked for at once: by the time of the later timer the earlier one has gone off.
        page.run("dispatchEvent(new Event('online')); setTimeout(() => (window.later = true), 20)").await;
        page.until("window.later").await;
        page.check("$$('status').filter((one) => one.innerText.includes('terminé')).length === 1 && asked.length === 0").await;
    })
    .await;
}

#[tokio::test]
async fn polling_asks_whether_anything_is_new_backs_off_and_ends_with_the_element() {
    in_engines(Scope::Whole, async |page| {
        page.mount(r#"<news-article lang="fr"></news-article>"#).await;
        page.call(STEPS, "stubLive", []).await;
        page.run("window.answer = () => jsonAnswer({ updates: [] });").await;
        page.call(STEPS, "showRich", [json!({"updates": [update(1)], "updatesUrl": "/live-updates"})]).await;
        page.ready().await;
        page.run("elapse(40)").await;
        page.until("asked.length === 1").await;
        page.run("window.answer = () => new Response('', { status: 500 });").await;
        page.until("(elapse(5), asked.length === 2)").await;
        page.check("asked.every((cache) => cache === 'no-cache')").await;
        page.run("elapse(40)").await;
        page.check("asked.length === 2").await;
        page.run("elapse(40)").await;
        page.until("asked.length === 3").await;
        page.run("el.remove()").await;
        page.until("(elapse(2000), asked.length === 3)").await;
    })
    .await;
}

#[tokio::test]
async fn two_hours_of_coverage_leak_nothing_ask_for_nothing_unseen_and_move_nobody() {
    in_engines(Scope::Whole, async |page| {
        page.mount(r#"<news-article lang="fr"></news-article>"#).await;
        page.call(STEPS, "stubLive", []).await;
        let old: Vec<Value> = (1..=20).rev().map(update).collect();
        page.call(STEPS, "showRich", [json!({"updates": old, "updatesUrl": "/live-updates"})]).await;
        page.ready().await;
        page.until("$$('update').length === 20").await;
        // A reader in the middle.
        page.run("window.reading = $$('update')[10]; reading.scrollIntoView({ block: 'center' }); window.top0 = reading.getBoundingClientRect().top; window.counts = []; el.addEventListener('news-article-update', ({ detail }) => counts.push(detail.count));").await;
        page.call(STEPS, "twoHours", []).await;
        page.check("noticed.most === 1 && noticed.asked > 150 && noticed.asked < 260").await;
        page.check("noticed.listened === 0 && noticed.nodes === 0").await;
        page.check("noticed.unseen === 0 && noticed.back === 1").await;
        page.check("noticed.ill > 3 && noticed.ill < 20 && noticed.well > 10").await;
        page.check("$$('update').length === 20 && counts.at(-1) === 480 && Math.abs(reading.getBoundingClientRect().top - top0) < 1").await;
        page.run("$('update-new').click()").await;
        page.until("$$('update').length === 500 && root.activeElement === $$('update')[0] && !$('update-new')").await;
        page.says("$$('update')[0].dataset.anchor + $$('update')[499].dataset.anchor", "update-500update-1").await;
    })
    .await;
}

#[tokio::test]
async fn an_update_that_was_changed_is_changed_where_it_stands_but_not_under_the_reader() {
    in_engines(Scope::Whole, async |page| {
        page.mount(r#"<news-article lang="fr"></news-article>"#).await;
        page.call(STEPS, "stubLive", []).await;
        let more = json!({"updates": [update(2), update(1)], "updatesUrl": "/live-updates"});
        page.call(STEPS, "showRich", [more]).await;
        page.ready().await;
        let mut changed = update(1);
        changed["body"] = "Corrigé.".into();
        changed["pinned"] = true.into();
        page.run("$$('update')[1].querySelector('a').focus()").await;
        page.run(&format!("window.updates = {}; elapse(40)", json!([update(2), changed]))).await;
        page.until("(elapse(5), asked.length === 2)").await;
        page.check("!$$('update')[1].innerText.includes('Corrigé') && $$('update-key').length === 1").await;
        page.run("root.activeElement.blur()").await;
        page.until("(elapse(5), $$('update')[1].innerText.includes('Corrigé'))").await;
        page.check("$$('update-key').length === 2 && !$('update-new')").await;
    })
    .await;
}

#[tokio::test]
async fn an_address_leads_to_one_update() {
    in_engines(Scope::Whole, async |page| {
        page.mount(r#"<news-article lang="fr"></news-article>"#).await;
        page.run("history.replaceState(null, '', '#update-3')").await;
        let old: Vec<Value> = (1..=40).rev().map(update).collect();
        page.call(STEPS, "showRich", [json!({"updates": old})]).await;
        page.ready().await;
        page.until("$$('update').length === 40 && $$('update')[37].getBoundingClientRect().top >= 0 && $$('update')[37].getBoundingClientRect().top < innerHeight").await;
        page.check("$$('update')[37].querySelector('a').hash === '#update-3'").await;
    })
    .await;
}

#[tokio::test]
async fn the_sample_servers_coverage_goes_on_as_a_list_and_as_a_stream() {
    in_engines(Scope::Whole, async |page| {
        for address in ["/api/live", "/api/live/stream"] {
            page.mount(r#"<news-article lang="fr"></news-article>"#).await;
            page.run("window.setTimeout = ((set) => (call, ms, ...rest) => set(call, ms > 20_000 ? 50 : ms, ...rest))(setTimeout.own ??= window.setTimeout)").await;
            let brought = json!({"id": "matin", "title": "Le matin", "body": "Un texte."});
            page.call(STEPS, "showRich", [json!({"updates": [brought], "updatesUrl": address})]).await;
            page.ready().await;
            page.until("$('update-new')").await;
            page.run("$('update-new').click()").await;
            page.until("$$('update').length > 1").await;
            page.run("el.remove()").await;
        }
    })
    .await;
}

#[tokio::test]
async fn live_coverage_that_has_ended_asks_for_nothing() {
    in_engines(Scope::Whole, async |page| {
        let more = json!({"updates": [update(1)], "updatesUrl": "/live-updates", "liveUntil": "2026-01-01T00:00:00Z"});
        rich(&page, "", more).await;
        page.until("$$('update').length === 1").await;
        page.check("!$('update-new') && !performance.getEntriesByType('resource').some(({ name }) => name.includes('_live.js'))").await;
    })
    .await;
}

#[tokio::test]
async fn corrections_are_listed_and_newsletters_are_chosen() {
    in_engines(Scope::Main, async |page| {
        let more = json!({
            "corrections": [{"date": "2026-03-22", "text": "Le pont a huit piles."}, {"text": "Le nom était faux."}],
            "newsletter": {"action": "/api/newsletter", "lists": [{"id": "matin", "title": "Le matin", "description": "À 7 h", "selected": true}, {"id": "soir", "title": "Le soir"}]},
        });
        rich(&page, "", more).await;
        page.until("$('corrections') && $$('newsletter-list').length === 2").await;
        page.check("$('corrections').innerText.includes('huit piles') && $('corrections').querySelectorAll('li').length === 2").await;
        page.run("window.lists = undefined; el.addEventListener('news-article-subscribe', (event) => { window.lists = event.detail.lists; event.preventDefault(); });").await;
        is_clean(&page).await;
        page.run("fillIn('form', { email: 'salma@example.org' }); $$('newsletter-list')[0].querySelector('input').click(); send('newsletter');").await;
        page.until("$('newsletter').innerText.includes('au moins une newsletter')").await;
        page.check("lists === undefined").await;
        is_clean(&page).await;
        page.run("$$('newsletter-list').forEach((one) => one.querySelector('input').click());").await;
        page.run("send('newsletter');").await;
        page.until("lists?.join() === 'matin,soir'").await;
    })
    .await;
}

#[tokio::test]
async fn comments_turn_their_order_and_have_links() {
    in_engines(Scope::Main, async |page| {
        page.mount(r#"<news-article src="/api/articles/42.json" lang="fr"></news-article>"#).await;
        page.ready().await;
        page.run("root.querySelector('[part=comments]').scrollIntoView()").await;
        page.until("$$('comment').length === 5 && shown($('comments-order'))").await;
        page.says("$('comments-order').innerText", "Les plus anciens d’abord").await;
        page.check("$('comment-link').href.endsWith('#' + $('comment').dataset.anchor)").await;
        page.run("window.first = $('comment').dataset.anchor; $('comments-order').click()").await;
        page.until("$('comments-order').innerText === 'Les plus récents d’abord' && $('comment')?.dataset.anchor && $('comment').dataset.anchor !== first").await;
        page.check("el.commentsOrder === 'newest' && el.state === 'ready'").await;
        is_clean(&page).await;
    })
    .await;
}
