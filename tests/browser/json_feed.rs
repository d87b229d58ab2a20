//! JSON Feed with the browser's own parser: no word of a feed is lost, and nothing of its scripts stays.

use crate::ladder::{self, on};
use crate::words;
use news_article::article::{Article, BlockKind};
use news_article::network::json::Json;
use news_article::source::{Context, Format};
use wasm_bindgen_test::wasm_bindgen_test;

const FEED: &str = include_str!("../fixtures/json-feed/feed.json");

fn article(text: &str) -> Article {
    crate::read(&Json::parse(text).unwrap(), &Context::default()).unwrap()
}

fn written(article: &Article) -> String {
    serde_json::to_string(article).unwrap()
}

#[wasm_bindgen_test]
fn a_feed_is_read_alike_on_every_rung() {
    let [first, second, third] = ladder::ALL.map(|rung| on(rung, || written(&article(FEED))));
    assert_eq!(first, second);
    assert_eq!(first, third);
}

#[wasm_bindgen_test]
fn no_word_of_an_item_is_lost() {
    let json = Json::parse(FEED).unwrap();
    assert_eq!(Format::recognise(&json), Format::JsonFeed);
    let html = json.get("items").first().get("content_html").text().unwrap();
    let article = article(FEED);
    let mut found = words::of_blocks(&article.body);
    for word in words::of_html(&html) {
        let at = found.iter().position(|other| *other == word);
        found.remove(at.unwrap_or_else(|| panic!("{word} is lost")));
    }
    assert_eq!(found, ["Écouter", "l’article"], "the attachment's title alone is more");
    assert!(!written(&article).contains("alert"));
    assert!(matches!(article.body.last().map(|block| &block.kind), Some(BlockKind::Audio(_))));
    assert_eq!(article.image.unwrap().alt, "La salle de lecture, lampes allumées");
    assert_eq!(article.related.len(), 2);
}

#[wasm_bindgen_test]
fn an_item_without_a_title_is_known_by_its_first_words() {
    let json = r#"{"id": "1", "content_html": "<div><p> </p><p>Un &eacute;t&eacute;<br>chaud</p></div>"}"#;
    assert_eq!(article(json).title, "Un été");
}
