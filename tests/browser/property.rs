//! Compares the `article` property with what serde writes of the same model.

use news_article::article::property;
use news_article::network::json::Json;
use news_article::source::Context;
use wasm_bindgen_test::wasm_bindgen_test;

const SAMPLES: [&str; 5] = [
    include_str!("../../demo/api/articles/42.json"),
    include_str!("../../demo/api/articles/43.json"),
    include_str!("../../demo/api/articles/ar.json"),
    include_str!("../../demo/api/articles/long.json"),
    include_str!("../../demo/api/articles/preview.json"),
];

/// One of each block, of each kind of inline, and of each optional field.
const EVERYTHING: &str = include_str!("../fixtures/everything.json");

#[wasm_bindgen_test]
fn the_property_is_what_serde_writes() {
    for sample in SAMPLES.into_iter().chain([EVERYTHING]) {
        let mut article = crate::read(&Json::parse(sample).unwrap(), &Context::default()).unwrap();
        article.word_count = 241;
        article.time_required = Some("PT2M".to_owned());
        let made = js_sys::JSON::stringify(&property::article(&article)).unwrap();
        assert_eq!(String::from(made), serde_json::to_string(&article).unwrap());
    }
}
