//! Captured posts: no word of theirs is lost, none is doubled, whichever way their HTML is read.

use crate::ladder::{self, on};
use crate::words;
use news_article::article::{Article, BlockKind};
use news_article::network::json::Json;
use news_article::source::{Context, SourceErrorKind};
use wasm_bindgen_test::wasm_bindgen_test;

macro_rules! posts {
    ($($name:literal),* $(,)?) => { [$(($name, include_str!(concat!("../fixtures/wordpress/", $name, ".json")))),*] };
}

const POSTS: [(&str, &str); 13] = posts![
    "post-tramway-le-trace-de-la-ligne-t4-adopte",
    "post-eau-la-vallee-qui-compte",
    "post-marche-central-rouvre",
    "post-arabe",
    "post-night-ferry",
    "post-biblioteca-objetos",
    "post-chinois",
    "post-jardins-partages",
    "post-resultats-vote",
    "post-train-de-nuit",
    "post-start-up-drones",
    "post-rapport-cantines.unlocked",
    "post-by-slug",
];

/// The shortcodes of the captured posts: WordPress has mangled their quotes.
const SHORTCODES: [&str; 3] = ["[infographie ", "[newsletter_inline ", "[contact-form-7 "];

fn article(text: &str) -> Article {
    crate::read(&Json::parse(text).unwrap(), &Context::default()).unwrap()
}

fn rendered(text: &str) -> String {
    let json = Json::parse(text).unwrap();
    let post = if json.is_array() { json.first() } else { json };
    without_shortcodes(post.at("content.rendered").text().unwrap())
}

/// The HTML of the captured posts.
pub(crate) fn markups() -> impl Iterator<Item = String> {
    POSTS.iter().map(|(_, text)| rendered(text))
}

fn without_shortcodes(mut html: String) -> String {
    for shortcode in SHORTCODES {
        while let Some(start) = html.find(shortcode) {
            let end = start + html[start..].find(']').unwrap();
            html.replace_range(start..=end, "");
        }
    }
    html
}

#[track_caller]
fn assert_same_words(name: &str, html: &str, article: &Article) {
    let (mut wanted, mut found) = (words::of_html(html), words::of_blocks(&article.body));
    wanted.sort();
    found.sort();
    let lost: Vec<_> = wanted.iter().filter(|word| count(&wanted, word) > count(&found, word)).collect();
    let added: Vec<_> = found.iter().filter(|word| count(&found, word) > count(&wanted, word)).collect();
    assert!(lost.is_empty() && added.is_empty(), "{name}: lost {lost:?}, added {added:?}");
    assert!(!wanted.is_empty(), "{name}");
}

fn count(words: &[String], word: &str) -> usize {
    words.iter().filter(|other| *other == word).count()
}

#[wasm_bindgen_test]
fn no_word_of_a_captured_post_is_lost_or_doubled() {
    for (name, text) in POSTS {
        let html = rendered(text);
        for rung in ladder::ALL {
            let article = on(rung, || article(text));
            assert_same_words(&format!("{name} {rung:?}"), &html, &article);
        }
    }
}

#[wasm_bindgen_test]
fn no_word_of_the_captured_lists_is_lost_or_doubled() {
    for post in Json::parse(include_str!("../fixtures/wordpress/list-related.json")).unwrap().items() {
        let html = post.at("content.rendered").text().unwrap();
        let article = crate::read(&post, &Context::default()).unwrap();
        assert_same_words(&article.title, &html, &article);
    }
}

#[wasm_bindgen_test]
fn every_rung_of_the_ladder_reads_a_post_alike() {
    for (name, text) in POSTS {
        let [first, second, third] =
            ladder::ALL.map(|rung| serde_json::to_string(&on(rung, || article(text))).unwrap());
        assert_eq!(first, second, "{name}");
        assert_eq!(first, third, "{name}");
    }
}

#[wasm_bindgen_test]
fn the_blocks_of_a_newsroom_are_all_recognised() {
    let body = article(include_str!("../fixtures/wordpress/post-eau-la-vallee-qui-compte.json")).body;
    let has = |test: fn(&BlockKind) -> bool| body.iter().any(|block| test(&block.kind));
    assert!(has(
        |kind| matches!(kind, BlockKind::Gallery { images, caption } if images.len() == 3 && !caption.is_empty())
    ));
    assert!(has(|kind| matches!(kind, BlockKind::PullQuote { cite, .. } if !cite.is_empty())));
    assert!(has(|kind| matches!(kind, BlockKind::Quote { cite, .. } if !cite.is_empty())));
    assert!(has(
        |kind| matches!(kind, BlockKind::Table { head, rows, .. } if head.len() == 3 && rows.len() == 4)
    ));
    assert!(has(|kind| matches!(kind, BlockKind::Audio(media) if !media.caption.is_empty())));
    assert!(has(|kind| matches!(kind, BlockKind::Video(media) if media.poster.is_some())));
    assert!(has(|kind| matches!(kind, BlockKind::Code { text, .. } if text.lines().count() == 4)));
    assert!(has(|kind| matches!(kind, BlockKind::Details { body, .. } if body.len() == 1)));
    assert!(has(|kind| matches!(kind, BlockKind::Embed { provider, .. } if provider == "YouTube")));
    let posts = body
        .iter()
        .filter(|block| matches!(&block.kind, BlockKind::Embed { provider, .. } if provider == "X"));
    assert_eq!(posts.count(), 2);
    let notes = body.last().map(|block| &block.kind);
    let Some(BlockKind::List { ordered: true, items, .. }) = notes else { panic!("{notes:?}") };
    assert!(items.iter().all(|item| item.first().is_some_and(|block| block.anchor.is_some())));
}

#[wasm_bindgen_test]
fn a_protected_post_says_so() {
    let json = Json::parse(include_str!("../fixtures/wordpress/post-rapport-cantines.json")).unwrap();
    let error = crate::read(&json, &Context::default()).unwrap_err();
    assert_eq!(error.kind, SourceErrorKind::Protected);
}
