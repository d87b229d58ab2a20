//! JSON-LD with the browser's own parser: entities and markup in what should be plain text.

use crate::ladder::{self, on};
use crate::words;
use news_article::article::Article;
use news_article::network::json::Json;
use news_article::source::{Context, Format};
use wasm_bindgen_test::wasm_bindgen_test;

const GRAPH: &str = include_str!("../fixtures/schema-org/graph.json");

fn article(text: &str) -> Article {
    let json = Json::parse(text).unwrap();
    assert_eq!(Format::recognise(&json), Format::SchemaOrg);
    crate::read(&json, &Context::default()).unwrap()
}

fn body(text: &str) -> Vec<String> {
    let text = serde_json::to_string(text).unwrap();
    let article = article(&format!(r#"{{"@type": "NewsArticle", "headline": "T", "articleBody": {text}}}"#));
    words::of_blocks(&article.body)
}

#[wasm_bindgen_test]
fn a_graph_is_read_alike_on_every_rung() {
    let read = || serde_json::to_string(&article(GRAPH)).unwrap();
    let [first, second, third] = ladder::ALL.map(|rung| on(rung, read));
    assert_eq!(first, second);
    assert_eq!(first, third);
}

#[wasm_bindgen_test]
fn entities_are_decoded_by_all_their_names() {
    let article = article(
        r#"{"@type": "NewsArticle", "headline": "L&rsquo;&acirc;ge &lt;d&rsquo;or&gt;", "articleBody": "&OElig;uvres &amp; m&oelig;urs."}"#,
    );
    assert_eq!(article.title, "L’âge <d’or>");
    assert_eq!(words::of_blocks(&article.body), ["Œuvres", "mœurs."]);
}

#[wasm_bindgen_test]
fn no_word_of_a_text_is_lost_whatever_it_is_written_in() {
    let words = ["Un", "mot.", "Deux", "mots."];
    for text in [
        "Un mot.\n\nDeux mots.",
        "Un mot.\nDeux mots.",
        "<p>Un <b>mot</b>.</p><p>Deux mots.</p>",
        "Un <b>mot</b>.\n\nDeux <i>mots</i>.",
        "Un mot.<br><br>Deux mots.",
        "&lt;p&gt;Un mot.&lt;/p&gt;&lt;p&gt;Deux mots.&lt;/p&gt;",
        "<div>Un mot.</div>\n\n<div>Deux mots.<script>trois</script></div>",
    ] {
        for rung in ladder::ALL {
            assert_eq!(on(rung, || body(text)), words, "{text} {rung:?}");
        }
    }
    assert_eq!(body("a<b & c"), ["a<b", "c"]);
}
