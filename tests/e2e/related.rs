//! The carousel of other articles.

use news_article_tests::{Page, Scope, in_engines};
use serde_json::json;

const STEPS: &str = include_str!("js/related.js");

/// Waits until a function of the steps returns this.
async fn until_whole(page: &Page, cards: &str) {
    page.until(&format!("(() => {{ {STEPS} return wholeCards() === '{cards}'; }})()")).await;
}

/// Waits until a function of the steps returns true.
async fn until(page: &Page, call: &str) {
    page.until(&format!("(() => {{ {STEPS} return {call}; }})()")).await;
}

async fn open(page: &Page, markup: &str) {
    page.mount(markup).await;
    page.ready().await;
    page.run("$('related').scrollIntoView()").await;
    page.until("$$('related-item').length > 0").await;
}

const POSITION: &str = "Math.abs($('related-list').scrollLeft)";
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
                until(&page, &format!("isInRow({card})")).await;
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
            page.painted().await;
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
            page.call(STEPS, "stands", []).await;
            page.press('\u{E010}'.to_string()).await;
            page.until(END).await;
            page.call(STEPS, "stands", []).await;
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
        for (status, words) in [(404, "n’ont pas pu être chargés"), (200, "Aucun autre article")] {
            // Where the reader is when the answer comes: at the top of the page, before the section, past it.
            for (before, past, stays) in [("0", false, false), ("110vh", false, false), ("0", true, true)] {
                page.mount(&format!(r#"<div style="block-size: {before}"></div><news-article lang="fr" sections="title related"></news-article><p id="after">Suite</p><div style="block-size: 200vh"></div>"#)).await;
                page.call(STEPS, "showWithAnswer", [json!(status), json!([])]).await;
                page.ready().await;
                page.until("asked === 1").await;
                page.call(STEPS, "goAndKeep", [json!(past)]).await;
                page.run("answer()").await;
                if stays {
                    page.until(&format!("$('related')?.querySelector('[part=status]')?.textContent.includes('{words}')")).await;
                    page.until("!root.querySelector('[aria-busy]')").await;
                    page.check("document.querySelector('#after').getBoundingClientRect().top === keptTop").await;
                } else {
                    page.until("!$('related')").await;
                }
                page.check("scrollY === keptScroll").await;
            }
        }
    })
    .await;
}

#[tokio::test]
async fn whoever_is_past_the_carousel_is_not_moved_by_cards_that_are_taller_than_its_room() {
    in_engines(Scope::Main, async |page| {
        page.mount(r#"<news-article lang="fr" sections="title related"></news-article><p id="after">Suite</p><div style="block-size: 300vh"></div>"#).await;
        let tall = json!([{ "title": "Un titre ".repeat(90), "url": "/a" }]);
        page.call(STEPS, "showWithAnswer", [json!(200), tall]).await;
        page.ready().await;
        page.until("asked === 1").await;
        page.call(STEPS, "readBelow", []).await;
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
        let others = json!([
            { "url": "https://news.example/a#x", "title": "Soi" },
            { "url": "https://news.example/b", "title": "B" },
            { "url": "https://news.example/b", "title": "B" },
        ]);
        page.call(STEPS, "showOthers", [others, json!("Seul")]).await;
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
        assert_eq!(page.call(STEPS, "choose", [json!(1)]).await, json!([1]));
        page.check("location.pathname === '/demo/blank.html'").await;
    })
    .await;
}

#[tokio::test]
async fn fifty_cards_are_shown_and_the_last_is_reached() {
    in_engines(Scope::Whole, async |page| {
        page.mount(r#"<news-article lang="fr"></news-article>"#).await;
        page.call(STEPS, "showMany", [json!(60), json!(["Monde", "Maroc"])]).await;
        page.ready().await;
        page.run("$('related').scrollIntoView(); $('related-list').focus();").await;
        page.check("root.querySelectorAll('[part=related-item]').length === 50").await;
        page.press('\u{E010}'.to_string()).await;
        page.until(END).await;
        page.until("$('related-next').getAttribute('aria-disabled') === 'true'").await;
        until(&page, "isLastReached()").await;
        page.check("[...root.querySelectorAll('[part=related-item]')].filter((card) => !card.hasAttribute('aria-hidden')).length < 7").await;
    })
    .await;
}

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
            page.run("document.querySelector('main').style.cssText = 'max-inline-size: none; padding: 0; margin: 0'").await;
            page.run("document.body.style.cssText = 'margin: 0; padding: 0'").await;
            page.call(STEPS, "showMany", [json!(50)]).await;
            page.ready().await;
            page.run("$('related').scrollIntoView()").await;
            page.until("$$('related-item').length > 0").await;
            for (at, cards) in pages.into_iter().enumerate() {
                if at > 0 {
                    page.run("$('related-next').click()").await;
                }
                until_whole(&page, cards).await;
            }
            page.run("$('related-previous').click()").await;
            until_whole(&page, pages[2]).await;
        }
    })
    .await;
}

#[tokio::test]
async fn quick_steps_are_each_counted_though_the_row_is_still_moving() {
    in_engines(Scope::Whole, async |page| {
        page.mount(r#"<news-article lang="fr"></news-article>"#).await;
        page.call(STEPS, "showMany", [json!(50)]).await;
        page.ready().await;
        page.run("$('related').scrollIntoView()").await;
        page.until("$$('related-item').length > 0").await;
        let shown = page.call(STEPS, "wholeCards", []).await;
        let last = shown.as_str().and_then(|cards| cards.split_once('-')?.1.parse::<u32>().ok());
        let size = last.expect("a number") + 1;
        let cards = |first: u32| json!(format!("{first}-{}", first + size - 1));
        assert_eq!(page.call(STEPS, "clickTwice", []).await, cards(2 * size));
        assert_eq!(page.call(STEPS, "pressFourTimes", []).await, cards(2 * size + 4));
        // At rest, a step is counted from where the reader has put the row.
        page.call(STEPS, "putBack", []).await;
        page.check(&format!("{POSITION} < 2")).await;
        page.run("$('related-next').click(); $('related-next').click();").await;
        until_whole(&page, cards(2 * size).as_str().unwrap_or_default()).await;
    })
    .await;
}

#[tokio::test]
async fn a_picture_that_does_not_come_leaves_its_room_and_moves_no_text() {
    in_engines(Scope::Whole, async |page| {
        page.mount(r#"<news-article lang="fr"></news-article>"#).await;
        page.call(STEPS, "showWithoutPictures", []).await;
        page.ready().await;
        page.run("$('related').scrollIntoView()").await;
        page.until("$$('related-item').length === 3 && $$('related-item').every((card) => !card.querySelector('img').checkVisibility())").await;
        assert_eq!(page.call(STEPS, "keepPlacesOfPictures", []).await, json!(true));
    })
    .await;
}

#[tokio::test]
async fn the_list_is_asked_for_when_the_reader_comes_near() {
    in_engines(Scope::Whole, async |page| {
        page.mount(r#"<news-article src="/api/articles/long.json" related-src="/api/related/42.json" lang="fr"></news-article>"#).await;
        page.ready().await;
        page.painted().await;
        page.check("root.querySelector('[part=related]').getBoundingClientRect().height > 200").await;
        page.check("!performance.getEntriesByType('resource').some((entry) => entry.name.includes('/related/'))").await;
        page.run("root.querySelector('[part=related]').scrollIntoView()").await;
        page.until("$$('related-item').length > 0").await;
    })
    .await;
}
