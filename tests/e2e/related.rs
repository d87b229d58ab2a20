//! The carousel of other articles.

use news_article_tests::{Page, Scope, in_engines};

async fn open(page: &Page, markup: &str) {
    page.mount(markup).await;
    page.ready().await;
    page.run("$('related').scrollIntoView()").await;
    page.until("$$('related-item').length > 0").await;
}

const POSITION: &str = "Math.abs($('related-list').scrollLeft)";
/// A smooth scroll has come to rest: two looks see the same place.
const STILL: &str = "(() => { const now = $('related-list').scrollLeft, still = window.was === now; window.was = now; return still; })()";
const END: &str = "Math.abs(Math.abs($('related-list').scrollLeft) + $('related-list').clientWidth - $('related-list').scrollWidth) < 2";

#[tokio::test]
async fn a_card_that_the_keyboard_comes_to_is_brought_wholly_into_view() {
    in_engines(Scope::Whole, async |page| {
        for lang in ["fr", "ar"] {
            open(&page, &format!(r#"<div style="inline-size: 380px"><news-article src="/api/articles/42.json" lang="{lang}"></news-article></div>"#)).await;
            page.until("!$('related-next').hasAttribute('aria-disabled')").await;
            page.run("$$('related-item')[0].querySelector('a').focus()").await;
            for card in 1..4 {
                page.until(&format!("$$('related-item')[{card}].querySelector('a').tabIndex === 0")).await;
                page.press('\u{E004}'.to_string()).await;
                page.until(&format!("root.activeElement === $$('related-item')[{card}].querySelector('a')")).await;
                page.until(&format!("(() => {{ const [card, row] = [$$('related-item')[{card}], $('related-list')].map((one) => one.getBoundingClientRect()); return card.left > row.left - 2 && card.right < row.right + 2; }})()")).await;
            }
        }
    })
    .await;
}

#[tokio::test]
async fn next_reaches_the_last_card_exactly_and_previous_the_first() {
    in_engines(Scope::Main, async |page| {
        open(&page, r#"<news-article src="/api/articles/42.json" lang="fr"></news-article>"#).await;
        page.until("$('related-previous').getAttribute('aria-disabled') === 'true' && !$('related-next').hasAttribute('aria-disabled')").await;
        for _ in 0..8 {
            if page.text(END).await == "true" {
                break;
            }
            page.run(&format!("window.was = {POSITION}; $('related-next').click();")).await;
            page.until(&format!("{POSITION} > was + 10 || {END}")).await;
            page.until("new Promise((done) => requestAnimationFrame(() => done(true)))").await;
            page.run(&format!("window.was = {POSITION};")).await;
        }
        page.until(END).await;
        page.until("$('related-next').getAttribute('aria-disabled') === 'true'").await;
        page.check("root.querySelectorAll('[part=related-item]')[0].getAttribute('aria-hidden') === 'true'").await;
        page.check("root.querySelectorAll('[part=related-item]')[7].getAttribute('aria-hidden') === null").await;
        page.check("root.querySelectorAll('[part=related-item]')[0].querySelector('a').tabIndex === -1").await;
    })
    .await;
}

#[tokio::test]
async fn arrows_home_and_end_move_it_in_both_directions() {
    in_engines(Scope::Whole, async |page| {
        for (markup, forward) in [
            (r#"<news-article src="/api/articles/42.json" lang="fr"></news-article>"#, '\u{E014}'),
            (
                r#"<div lang="ar" dir="rtl"><news-article src="/api/articles/ar.json"></news-article></div>"#,
                '\u{E012}',
            ),
        ] {
            open(&page, markup).await;
            page.run("$('related-list').focus()").await;
            page.press(forward.to_string()).await;
            page.until(&format!("{POSITION} > 50")).await;
            page.until(STILL).await;
            page.press('\u{E010}'.to_string()).await;
            page.until(END).await;
            page.until(STILL).await;
            page.press('\u{E011}'.to_string()).await;
            page.until(&format!("{POSITION} < 2")).await;
        }
    })
    .await;
}

#[tokio::test]
async fn a_failed_list_never_touches_the_article() {
    in_engines(Scope::Whole, async |page| {
        page.mount(r#"<news-article src="/api/articles/42.json" lang="fr" related-src="/api/related/absent.json"></news-article>"#).await;
        page.ready().await;
        page.run("$('related').scrollIntoView()").await;
        page.until("!$('related') || /n’ont pas pu être chargés/.test($('related').innerText)").await;
        page.check("text('title').startsWith('Bus de nuit') && el.state === 'ready'").await;
    })
    .await;
}

#[tokio::test]
async fn a_list_that_fails_or_is_empty_moves_nothing_that_is_in_view() {
    in_engines(Scope::Whole, async |page| {
        for (answer, words) in [
            ("new Response('', { status: 404 })", "n’ont pas pu être chargés"),
            ("new Response('[]')", "Aucun autre article"),
        ] {
            // Where the reader is when the answer comes: at the section, before it, past it.
            for (before, scroll, stays) in [("0", "0", true), ("110vh", "0", false), ("0", "$('related').getBoundingClientRect().bottom + scrollY + 40", true)] {
                page.mount(&format!(r#"<div style="block-size: {before}"></div><news-article lang="fr" sections="title related"></news-article><p id="after">Suite</p><div style="block-size: 200vh"></div>"#)).await;
                page.run(&format!("const fetched = window.fetch; const answer = new Promise((done) => {{ window.answer = () => done({answer}); }}); window.asked = 0; window.fetch = (url, ...rest) => String(url.url ?? url).includes('/related/') ? (asked++, answer) : fetched(url, ...rest); el.article = {{ title: 'Un', body: [], relatedUrl: `${{location.origin}}/api/related/une.json` }};")).await;
                page.ready().await;
                page.until("asked === 1").await;
                page.run(&format!("scrollTo({{ top: {scroll}, behavior: 'instant' }}); window.top1 = document.querySelector('#after').getBoundingClientRect().top; window.scroll1 = scrollY; answer();")).await;
                if stays {
                    page.until(&format!("$('related')?.querySelector('[part=status]')?.textContent.includes('{words}') && !root.querySelector('[aria-busy]')")).await;
                    page.check("document.querySelector('#after').getBoundingClientRect().top === top1").await;
                } else {
                    page.until("!$('related')").await;
                }
                page.check("scrollY === scroll1").await;
            }
        }
    })
    .await;
}

#[tokio::test]
async fn whoever_is_past_the_carousel_is_not_moved_by_cards_that_are_taller_than_its_room() {
    in_engines(Scope::Main, async |page| {
        page.mount(r#"<news-article lang="fr" sections="title related"></news-article><p id="after">Suite</p><div style="block-size: 300vh"></div>"#).await;
        page.run("const fetched = window.fetch; const list = [{ title: 'Un titre '.repeat(90), url: '/a' }]; const answer = new Promise((done) => { window.answer = () => done(new Response(JSON.stringify(list))); }); window.asked = 0; window.fetch = (url, ...rest) => String(url.url ?? url).includes('/related/') ? (window.asked += 1, answer) : fetched(url, ...rest); el.article = { title: 'Un', body: [], relatedUrl: `${location.origin}/api/related/une.json` };").await;
        page.ready().await;
        page.until("asked === 1").await;
        page.run("const after = document.querySelector('#after'); scrollTo({ top: after.getBoundingClientRect().top + scrollY - 5, behavior: 'instant' }); window.away = () => Math.abs(after.getBoundingClientRect().top - 5); window.height = $('related').offsetHeight;").await;
        page.painted().await;
        page.run("answer()").await;
        page.until("$$('related-item').length === 1").await;
        page.painted().await;
        page.check("$('related').offsetHeight > height + 50 && away() < 2").await;
    })
    .await;
}

#[tokio::test]
async fn without_a_source_there_is_no_section() {
    in_engines(Scope::Whole, async |page| {
        page.mount(r#"<news-article lang="fr"></news-article>"#).await;
        page.run("el.article = { title: 'Seul', body: [], related: [] }").await;
        page.ready().await;
        page.check("!$('related')").await;
        page.run("el.article = { title: 'Seul', url: 'https://news.example/a', body: [], related: [{ url: 'https://news.example/a#x', title: 'Soi' }, { url: 'https://news.example/b', title: 'B' }, { url: 'https://news.example/b', title: 'B' }] }").await;
        page.until("$$('related-item').length > 0").await;
        // The article itself and a double are gone, and one card needs no controls.
        page.check("root.querySelectorAll('[part=related-item]').length === 1").await;
        page.until("!$('related-next') && !$('related-previous')").await;
    })
    .await;
}

#[tokio::test]
async fn a_chosen_card_can_be_counted_or_kept() {
    in_engines(Scope::Whole, async |page| {
        open(&page, r#"<news-article src="/api/articles/42.json" lang="fr"></news-article>"#).await;
        page.run("window.chosen = []; document.addEventListener('news-article-select', (event) => { event.preventDefault(); chosen.push(event.detail.index); }); root.querySelectorAll('[part=related-title] a')[1].click();").await;
        page.check("chosen.length === 1 && chosen[0] === 1 && location.pathname === '/demo/blank.html'").await;
    })
    .await;
}

#[tokio::test]
async fn fifty_cards_are_shown_and_the_last_is_reached() {
    in_engines(Scope::Whole, async |page| {
        page.mount(r#"<news-article lang="fr"></news-article>"#).await;
        page.run("el.article = { title: 'Un', url: 'https://news.example/a', body: [], related: Array.from({ length: 60 }, (_, at) => ({ url: `https://news.example/${at}`, title: `Le ${at}`, section: at % 2 ? 'Maroc' : 'Monde' })) }").await;
        page.ready().await;
        page.run("$('related').scrollIntoView(); $('related-list').focus();").await;
        page.check("root.querySelectorAll('[part=related-item]').length === 50").await;
        page.press('\u{E010}'.to_string()).await;
        page.until(END).await;
        page.until("$('related-next').getAttribute('aria-disabled') === 'true'").await;
        page.until("(() => { const last = root.querySelectorAll('[part=related-item]')[49]; return last.getBoundingClientRect().right <= $('related-list').getBoundingClientRect().right + 1 && !last.hasAttribute('aria-hidden') && last.querySelector('[part=related-section]').innerText.toLowerCase() === 'maroc'; })()").await;
        page.check("[...root.querySelectorAll('[part=related-item]')].filter((card) => !card.hasAttribute('aria-hidden')).length < 7").await;
    })
    .await;
}

/// The cards that are wholly in the row's window, as `first-last`.
const WHOLE: &str = "(() => { const row = $('related-list').getBoundingClientRect(); const whole = [...root.querySelectorAll('[part=related-item]')].map((card, at) => [at, card.getBoundingClientRect()]).filter(([, card]) => card.left > row.left - 1.5 && card.right < row.right + 1.5).map(([at]) => at); return `${whole[0]}-${whole.at(-1)}`; })()";

const FIFTY: &str = "el.article = { title: 'Un', url: 'https://news.example/a', body: [], related: Array.from({ length: 50 }, (_, at) => ({ url: `https://news.example/${at}`, title: `Le ${at}` })) }";

#[tokio::test]
async fn next_moves_by_a_page_where_cards_are_fractions_of_pixels_wide() {
    in_engines(Scope::Whole, async |page| {
        for (width, pages) in [
            (717, ["0-1", "2-3", "4-5", "6-7"]),
            (953, ["0-2", "3-5", "6-8", "9-11"]),
            (952, ["0-2", "3-5", "6-8", "9-11"]),
            (1355, ["0-3", "4-7", "8-11", "12-15"]),
        ] {
            page.mount(&format!(r#"<div style="inline-size: {width}px"><news-article lang="fr"></news-article></div>"#)).await;
            page.run("document.querySelector('main').style.cssText = 'max-inline-size: none; padding: 0; margin: 0'; document.body.style.cssText = 'margin: 0; padding: 0';").await;
            page.run(FIFTY).await;
            page.ready().await;
            page.run("$('related').scrollIntoView()").await;
            page.until("$$('related-item').length > 0").await;
            for (at, cards) in pages.into_iter().enumerate() {
                if at > 0 {
                    page.run("$('related-next').click()").await;
                }
                page.until(&format!("{WHOLE} === '{cards}'")).await;
            }
            page.run("$('related-previous').click()").await;
            page.until(&format!("{WHOLE} === '{}'", pages[2])).await;
        }
    })
    .await;
}

#[tokio::test]
async fn quick_steps_are_each_counted_though_the_row_is_still_moving() {
    in_engines(Scope::Whole, async |page| {
        page.mount(r#"<news-article lang="fr"></news-article>"#).await;
        page.run(FIFTY).await;
        page.ready().await;
        page.run("$('related').scrollIntoView()").await;
        page.until("$$('related-item').length > 0").await;
        page.run(&format!("window.pages = {WHOLE}.split('-').map(Number); const size = pages[1] + 1; window.twice = `${{2 * size}}-${{3 * size - 1}}`; window.four = `${{2 * size + 4}}-${{3 * size + 3}}`;")).await;
        // A while apart, as fingers are; the row takes longer.
        page.run("$('related-next').click(); setTimeout(() => $('related-next').click(), 120);").await;
        page.until(&format!("{WHOLE} === twice")).await;
        page.until(STILL).await;
        page.check(&format!("{WHOLE} === twice")).await;
        page.run("const list = $('related-list'); list.focus(); for (let at = 0; at < 4; at++) setTimeout(() => list.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight', bubbles: true, cancelable: true })), at * 80);").await;
        page.until(&format!("{WHOLE} === four")).await;
        page.until(STILL).await;
        // At rest, a step is counted from where the reader has put the row.
        page.run("window.ended = false; $('related-list').addEventListener('scrollend', () => { window.ended = true; }); setTimeout(() => { window.ended = true; }, 1500); $('related-list').scrollTo({ left: 0, behavior: 'instant' });").await;
        page.until(&format!("ended && {POSITION} < 2")).await;
        page.run("$('related-next').click(); $('related-next').click();").await;
        page.until(&format!("{WHOLE} === twice")).await;
    })
    .await;
}

#[tokio::test]
async fn a_picture_that_does_not_come_leaves_its_room_and_moves_no_text() {
    in_engines(Scope::Whole, async |page| {
        page.mount(r#"<news-article lang="fr"></news-article>"#).await;
        page.run("el.article = { title: 'Un', url: 'https://news.example/a', body: [], related: [1, 2, 3].map((at) => ({ url: `https://news.example/${at}`, title: `Le ${at}`, image: { src: `${location.origin}/absent-${at}.png`, width: 640, height: 360, alt: 'Une image' } })) }").await;
        page.ready().await;
        page.run("$('related').scrollIntoView()").await;
        page.until("$$('related-item').length === 3 && $$('related-item').every((card) => !card.querySelector('img').checkVisibility())").await;
        page.check("$$('related-item').every((card) => { const { width, height } = card.querySelector('.picture').getBoundingClientRect(); return Math.abs(width / height - 16 / 9) < .02 && card.querySelector('[part=related-title]').getBoundingClientRect().top > height; })").await;
    })
    .await;
}

#[tokio::test]
async fn the_list_is_asked_for_when_the_reader_comes_near() {
    in_engines(Scope::Whole, async |page| {
        page.mount(r#"<news-article src="/api/articles/long.json" related-src="/api/related/42.json" lang="fr"></news-article>"#).await;
        page.ready().await;
        page.painted().await;
        page.check("root.querySelector('[part=related]').getBoundingClientRect().height > 200 && performance.getEntriesByType('resource').every((entry) => !entry.name.includes('/related/'))").await;
        page.run("root.querySelector('[part=related]').scrollIntoView()").await;
        page.until("$$('related-item').length > 0").await;
    })
    .await;
}
