use super::{article, teasers};
use crate::article::{Article, BlockKind, Summary};
use crate::network::json::Json;
use crate::source::Context;

const ITEM: &str = include_str!("../../../tests/fixtures/guardian/item.json");

fn read(text: &str) -> Article {
    article(&Json::parse(text).unwrap(), &Context::default()).unwrap()
}

#[test]
fn an_item_fills_every_field_that_the_guardian_has() {
    let article = read(ITEM);
    assert_eq!(article.title, "Amara’s lighthouse is lit again", "without the author behind it");
    assert_eq!(article.language.as_deref(), Some("en"));
    let section = article.section.unwrap();
    assert_eq!(
        (section.name.as_str(), section.url.unwrap().as_str()),
        ("UK news", "https://gazette.example/uk-news")
    );
    assert_eq!(article.tags[0].url.as_ref().unwrap().as_str(), "https://gazette.example/uk-news/sea");
    assert_eq!(article.tags.len(), 1);
    assert_eq!(article.label.unwrap().kind, "analysis");
    assert_eq!(article.authors.len(), 1);
    assert_eq!(article.authors[0].url.as_ref().unwrap().as_str(), "https://gazette.example/profile/nadia");
    assert_eq!(article.published_at.as_deref(), Some("2026-03-12T17:30:00Z"));
    assert_eq!(article.modified_at.as_deref(), Some("2026-03-14T06:15:00Z"));
    let Some(Summary::Text(summary)) = article.summary else { panic!("a summary") };
    assert_eq!(summary, "After eleven dark years the lamp turns, and the boats come home by it");
    let image = article.image.unwrap();
    assert_eq!(image.alt, "The lighthouse at dusk");
    assert_eq!((image.width, image.height), (Some(1000), Some(600)), "nobody's page shows the master");
    assert!(image.srcset.unwrap().contains("500w") && !image.caption.is_empty());
    assert_eq!(article.related.len(), 1);
    assert_eq!(article.related[0].label.as_ref().unwrap().kind, "interview");
    assert_eq!(article.related[0].summary.as_deref(), Some("Three generations"));
}

#[test]
fn every_element_keeps_its_words_and_leads_where_it_led() {
    let text = serde_json::to_string(&read(ITEM).body).unwrap();
    for words in [
        "turns",
        "A rare lens",
        "restored",
        "Rings of glass",
        "Photograph: Inès Roca",
        "A picture that was withdrawn",
        "The sea does not wait",
        "The keeper",
        "https://twitter.com/port/status/1",
        "https://charts.example/7",
        "The beams of the coast",
        "https://interactive.gazette.example/map/frame",
        "A map of lights",
        "https://cdn.gazette.example/v.mp4",
        "The lamp turns",
        "Seen from the sea",
        "From the ferry",
        "https://www.youtube.com/watch?v=abcdefghijk",
        "https://cdn.gazette.example/horn.mp3",
        "The horn",
        "Related: The keepers tell",
        "https://gazette.example/keepers",
        "A night at the lamp",
        "The gallery",
        "£5",
        "Fl(3) W 15s",
        "Tell us",
        "Did you see it?",
        "Write from the quay.",
        "First light",
        "In 1911.",
        "As told.",
        "The dark years",
        "Then – 2015 – Lamp out",
        "Nobody said why.",
        "https://media.gazette.example/c-l.jpg",
        "The lamp and the cat",
        "The plan",
        "What is a lamp?",
        "A bulb of two kilowatts.",
        "The climb",
        "Best for decks",
        "Lantern 12",
        "£30 Quay & Son",
        "https://shop.example/12",
        "Weighs 2 kg",
        "It survived the winter.",
        "Keeper’s soup",
        "Boil the fish.",
        "Book a visit",
        "Something of tomorrow",
        "Later that night",
        "The fog came in.",
    ] {
        assert!(text.contains(words), "{words} in {text}");
    }
    assert!(!text.contains("A draft."), "what is not published is nobody's business");
    assert!(!text.contains("c-s.jpg"), "of a picture's variants one is shown");
}

#[test]
fn the_html_of_the_fields_is_read_where_there_are_no_blocks() {
    let article = read(
        r#"{"webTitle": "T | A", "apiUrl": "x", "fields": {"body": "<p>One.</p>", "byline": "An <b>author</b>",
            "main": "<figure><iframe src='https://www.youtube.com/embed/abcdefghijk'></iframe></figure>"},
            "atoms": {"guides": [{"id": "1", "defaultHtml": "<p>Two.</p>"}]}}"#,
    );
    assert_eq!(article.authors[0].name, "An author");
    assert!(matches!(article.body[0].kind, BlockKind::Embed { .. }), "what is main opens the body");
    assert_eq!(article.body.len(), 3);
}

#[test]
fn the_blocks_of_a_live_blog_are_updates_and_key_events_are_pinned() {
    let block = |html: &str| {
        format!(
            r#"{{"id": "{html}", "published": true, "firstPublishedDate": "2026-03-01T08:00:00Z",
            "attributes": {{"keyEvent": {}, "title": "T"}}, "contributors": [{{"webTitle": "Salma"}}], "bodyHtml": "<p>{html}</p>", "elements": []}}"#,
            html == "Two"
        )
    };
    let text = format!(
        r#"{{"webTitle": "T", "apiUrl": "x", "type": "liveblog", "blocks": {{"body": [{}, {}]}}}}"#,
        block("Two"),
        block("One")
    );
    let article = read(&text);
    assert_eq!(article.label.unwrap().kind, "live");
    assert!(article.body.is_empty());
    let [two, one] = article.updates.as_slice() else { panic!("{:?}", article.updates) };
    assert_eq!((two.id.as_str(), two.pinned, one.pinned), ("Two", true, false));
    assert_eq!(two.published_at.as_deref(), Some("2026-03-01T08:00:00Z"));
    assert_eq!(two.author.as_ref().map(|author| author.name.as_str()), Some("Salma"));
}

#[test]
fn of_a_live_blog_no_more_is_read_than_a_page_can_show_and_an_update_once() {
    let blog = |blocks: &[String]| {
        format!(
            r#"{{"webTitle": "T", "apiUrl": "x", "type": "liveblog", "blocks": {{"body": [{}]}}}}"#,
            blocks.join(",")
        )
    };
    let many: Vec<String> = (0..3000).map(|id| format!(r#"{{"id": "{id}", "title": "a"}}"#)).collect();
    assert_eq!(read(&blog(&many)).updates.len(), 1000);
    let twice = r#"{"id": "a", "title": "b"}"#.to_owned();
    assert_eq!(read(&blog(&[twice.clone(), twice])).updates.len(), 1);
    let paragraphs = "<p>a</p>".repeat(2_000);
    let heavy: Vec<String> =
        (0..40).map(|id| format!(r#"{{"id": "{id}", "bodyHtml": "{paragraphs}"}}"#)).collect();
    assert!((5..25).contains(&read(&blog(&heavy)).updates.len()));
}

#[test]
fn results_and_related_content_are_lists() {
    let list = teasers(&Json::parse(ITEM).unwrap(), &Context::default());
    assert_eq!(list.len(), 1);
    assert_eq!(list[0].url.as_str(), "https://gazette.example/keepers");
    let results = r#"{"response": {"results": [{"webTitle": "A", "webUrl": "https://a.example/a"}, {"webTitle": "B"}]}}"#;
    assert_eq!(teasers(&Json::parse(results).unwrap(), &Context::default()).len(), 1);
}

#[test]
fn what_is_missing_is_named() {
    let wrong = |text: &str| article(&Json::parse(text).unwrap(), &Context::default()).unwrap_err().message;
    assert_eq!(
        wrong(r#"{"webTitle": "T", "apiUrl": "x"}"#),
        "guardian: fields.body or blocks.body is missing"
    );
    assert_eq!(wrong(r#"{"response": {"results": []}}"#), "guardian: no item in the list");
    assert_eq!(
        wrong(
            r#"{"response": {"status": "error", "message": "The requested resource could not be found."}}"#
        ),
        "guardian: the server answered The requested resource could not be found."
    );
}
