use super::{article, teasers};
use crate::article::{Article, BlockKind, Summary};
use crate::network::json::Json;
use crate::source::Context;

const SUPERDESK: &str = include_str!("../../../tests/fixtures/ninjs/superdesk-1.json");
const SECOND: &str = include_str!("../../../tests/fixtures/ninjs/item-2.json");
const THIRD: &str = include_str!("../../../tests/fixtures/ninjs/item-3.json");

fn read(text: &str) -> Article {
    article(&Json::parse(text).unwrap(), &Context::default()).unwrap()
}

fn names(list: &[crate::article::Named]) -> Vec<&str> {
    list.iter().map(|named| named.name.as_str()).collect()
}

#[test]
fn an_item_of_superdesk_fills_every_field_that_it_has() {
    let article = read(SUPERDESK);
    assert_eq!(article.title, "Le phare d’Amara rallume sa lanterne");
    assert_eq!(article.id.as_deref(), Some("urn:newsml:courrier.example:2026-03-12:phare"));
    assert_eq!(article.language.as_deref(), Some("fr"));
    assert_eq!(article.section.unwrap().name, "Littoral");
    assert_eq!(names(&article.tags), ["Patrimoine", "Mer", "phare", "Le gardien"]);
    assert_eq!(names(&article.authors), ["Nadia Zerrouk", "Hicham Tazi"]);
    assert_eq!(article.label.unwrap().kind, "analysis");
    assert_eq!(article.published_at.as_deref(), Some("2026-03-12T17:30:00Z"));
    assert_eq!(article.modified_at.as_deref(), Some("2026-03-14T06:15:00Z"));
    let Some(Summary::Text(summary)) = article.summary else { panic!("a summary") };
    assert_eq!(summary, "Les pêcheurs s’en servent déjà pour rentrer.");
    let image = article.image.unwrap();
    assert_eq!((image.src.as_str(), image.width), ("https://medias.courrier.example/phare-v.jpg", Some(640)));
    assert!(image.srcset.unwrap().contains("phare.jpg 2400w"));
    assert_eq!(image.alt, "Le phare au crépuscule");
    assert_eq!(image.credit.as_deref(), Some("Inès Roca / Le Courrier"));
}

#[test]
fn html_is_read_before_plain_text_and_each_picture_stands_once() {
    let body = read(SUPERDESK).body;
    let text = serde_json::to_string(&body).unwrap();
    for words in [
        "tourne",
        "L’optique",
        "Une optique rare",
        "Allumer",
        "Le gardien, ce matin.",
        "Deux cent douze marches.",
        "À savoir",
        "sirene.mp3",
        "https://www.youtube.com/watch?v=abcdefghijk",
    ] {
        assert_eq!(text.matches(words).count(), 1, "{words} in {text}");
    }
    assert!(!text.contains("EMBED START"));
    assert!(matches!(body[0].kind, BlockKind::Paragraph { .. }));
}

#[test]
fn the_second_version_has_lists_whose_roles_are_the_agencys_own() {
    let article = read(SECOND);
    assert_eq!(article.title, "Der Leuchtturm von Amara brennt wieder");
    assert_eq!(article.body.len(), 2, "without the headline that the text repeats: {:?}", article.body);
    assert!(serde_json::to_string(&article.body).unwrap().contains(r#""type":"em""#));
    assert_eq!(names(&article.authors), ["Von Lena Hartmann"]);
    let Some(Summary::Text(summary)) = article.summary else { panic!("a summary") };
    assert_eq!(summary, "Die Fischer richten sich schon danach.");
    assert_eq!(article.published_at.as_deref(), Some("2026-03-12T18:30:00+01:00"));
    let image = article.image.unwrap();
    assert_eq!(image.credit.as_deref(), Some("Inès Roca"));
    assert!(image.srcset.is_some() && !image.caption.is_empty());
}

#[test]
fn the_third_version_is_written_in_camel_case_and_a_film_opens_its_text() {
    let article = read(THIRD);
    assert_eq!(article.published_at.as_deref(), Some("2026-03-12T17:30:00+01:00"));
    assert_eq!(article.modified_at.as_deref(), Some("2026-03-12T18:30:00+01:00"));
    assert_eq!(article.label.unwrap().kind, "interview");
    let BlockKind::Video(film) = &article.body[0].kind else { panic!("{:?}", article.body) };
    assert_eq!((film.src.as_str(), film.duration), ("https://agency.example/lamp.mp4", Some(61)));
    assert_eq!(article.body.len(), 4, "each line of a plain text is a paragraph");
    assert!(article.url.is_none(), "an identifier is no page");
}

#[test]
fn a_picture_alone_is_an_article_with_its_caption() {
    let article = read(
        r#"{"uri": "x", "type": "picture", "versioncreated": "2026-03-12T18:30:00Z", "headline": "T", "description_text": "A lamp.",
            "renditions": {"main": {"href": "https://a.example/a.jpg", "width": 600, "height": 400}}}"#,
    );
    assert_eq!(article.image.unwrap().width, Some(600));
    assert_eq!(article.body.len(), 1);
}

#[test]
fn a_list_is_of_use_where_identifiers_lead_somewhere() {
    let list = format!(r#"{{"_items": [{SUPERDESK}, {THIRD}]}}"#);
    let cards = teasers(&Json::parse(&list).unwrap(), &Context::default());
    assert_eq!(cards.len(), 1);
    assert_eq!(cards[0].url.as_str(), "https://agency.example/items/20260312film");
    assert_eq!(read(&list).related.len(), 1);
    let wrapped = format!(r#"{{"data": {{"items": [{{"item": {THIRD}}}]}}}}"#);
    assert_eq!(read(&wrapped).title, "Amara’s lamp turns again");
}

#[test]
fn what_is_missing_or_taken_back_is_named() {
    let wrong = |text: &str| article(&Json::parse(text).unwrap(), &Context::default()).unwrap_err().message;
    assert_eq!(wrong(r#"{"uri": "x", "headline": "T"}"#), "ninjs: body_html or bodies is missing");
    assert_eq!(wrong(r#"{"uri": "x", "body_text": "-", "body_html": "<hr>"}"#), "ninjs: headline is missing");
    assert_eq!(
        wrong(r#"{"uri": "x", "headline": "T", "body_text": "t", "pubstatus": "canceled"}"#),
        "ninjs: the item is canceled"
    );
    assert_eq!(wrong("[]"), "ninjs: no item in the list");
}
