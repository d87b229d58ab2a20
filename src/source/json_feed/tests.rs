use super::{article, teasers};
use crate::article::{Article, BlockKind, Inline, Named, Summary};
use crate::network::address::{Purpose, resolve};
use crate::network::json::Json;
use crate::source::Context;

const FEED: &str = include_str!("../../../tests/fixtures/json-feed/feed.json");
const ITEM: &str = include_str!("../../../tests/fixtures/json-feed/version-1-item.json");

fn context() -> Context {
    Context { base: resolve("https://courrier.example/feed.json", None, Purpose::Page), ..Context::default() }
}

fn read(text: &str) -> Article {
    article(&Json::parse(text).unwrap(), &context()).unwrap()
}

fn wrong(text: &str) -> String {
    article(&Json::parse(text).unwrap(), &context()).unwrap_err().message
}

fn name(named: &Named) -> (&str, Option<&str>) {
    (&named.name, named.url.as_ref().map(|url| url.as_str()))
}

#[test]
fn the_first_item_of_a_feed_is_the_article() {
    let article = read(FEED);
    let page = "https://courrier.example/culture/bibliotheque-de-nuit";
    assert_eq!(article.title, "La bibliothèque reste ouverte la nuit, et la ville s’y retrouve");
    assert_eq!(article.id.as_deref(), Some(page));
    assert_eq!(article.url.unwrap().as_str(), page);
    assert_eq!(article.language.as_deref(), Some("fr-MA"), "the feed's");
    assert_eq!(
        article.authors.iter().map(name).collect::<Vec<_>>(),
        [("Nadia Zerrouk", Some("https://courrier.example/auteurs/nadia-zerrouk")), ("Hicham Tazi", None)]
    );
    assert_eq!(
        article.tags.iter().map(name).collect::<Vec<_>>(),
        [("Culture", None), ("Lecture publique", None)]
    );
    assert_eq!(article.published_at.as_deref(), Some("2026-03-12T18:30:00+01:00"));
    assert_eq!(article.modified_at.as_deref(), Some("2026-03-13T09:05:00+01:00"));
    let Some(Summary::Text(summary)) = article.summary else { panic!("a summary") };
    assert!(summary.starts_with("Depuis mars"));
    assert!(article.breadcrumbs.is_empty() && article.section.is_none());
}

#[test]
fn the_other_items_are_related() {
    let related = read(FEED).related;
    let seen: Vec<_> = related.iter().map(|teaser| (teaser.title.as_str(), teaser.url.as_str())).collect();
    assert_eq!(
        seen,
        [
            ("La régate partira d’Amara", "https://courrier.example/sport/regate"),
            ("Marché couvert : les horaires changent lundi.", "https://courrier.example/notes/7"),
        ]
    );
    assert_eq!(related[0].image.as_ref().unwrap().src.as_str(), "https://courrier.example/images/regate.jpg");
    assert_eq!(related[0].summary.as_deref(), Some("Onze équipages sont inscrits."));
    assert_eq!(related[0].published_at.as_deref(), Some("2026-03-11T08:00:00+01:00"));
}

#[test]
fn a_feed_an_array_and_an_item_are_lists_of_teasers() {
    let feed = Json::parse(FEED).unwrap();
    assert_eq!(teasers(&feed, &context()).len(), 3);
    let array = Json::parse(&format!("[{ITEM}, 7, {ITEM}]")).unwrap();
    let list = teasers(&array, &context());
    assert_eq!(list.len(), 2);
    assert_eq!(list[0].title, "Le premier bus de nuit est parti à 0 h 10.");
    assert_eq!(teasers(&Json::parse(ITEM).unwrap(), &context()).len(), 1);
    let many = format!("[{}]", vec![ITEM; 60].join(","));
    assert_eq!(teasers(&Json::parse(&many).unwrap(), &context()).len(), 50);
}

#[test]
fn a_microblog_is_known_by_its_first_words() {
    let article = read(ITEM);
    assert_eq!(article.title, "Le premier bus de nuit est parti à 0 h 10.");
    assert_eq!(article.id.as_deref(), Some("41"));
    assert_eq!(article.url.unwrap().as_str(), "https://courrier.example/notes/41");
    assert_eq!(article.authors.iter().map(name).collect::<Vec<_>>(), [("La rédaction", None)]);
    let contents: Vec<_> = article
        .body
        .iter()
        .map(|block| match &block.kind {
            BlockKind::Paragraph { content } => content.clone(),
            other => panic!("{other:?}"),
        })
        .collect();
    assert_eq!(contents.len(), 2);
    assert_eq!(contents[0].len(), 3);
    // Plain text is plain text: nothing in it is markup.
    assert_eq!(contents[1], [Inline::Text("Le suivant passe à 1 h 10 & s’arrête <partout>.".to_owned())]);
    let long = read(&format!(r#"{{"content_html": "<p><br></p><p>{}</p>"}}"#, "mot ".repeat(50)));
    assert!(long.title.starts_with("mot mot") && long.title.ends_with("mot…"), "{}", long.title);
    assert!(long.title.chars().count() <= 90);
    assert_eq!(read(r#"{"content_text": "", "summary": "Bref."}"#).title, "Bref.");
}

#[test]
fn recordings_stand_at_the_end_and_only_once() {
    let body = read(FEED).body;
    let Some(BlockKind::Audio(media)) = body.last().map(|block| &block.kind) else { panic!("{body:?}") };
    assert_eq!(media.src.as_str(), "https://courrier.example/sons/bibliotheque.mp3");
    assert_eq!(media.duration, Some(185));
    assert_eq!(media.caption, [Inline::Text("Écouter l’article".to_owned())]);
    let film =
        r#"{"url": "https://a.example/f.webm", "mime_type": "video/webm", "duration_in_seconds": "x"}"#;
    let article = read(&format!(r#"{{"title": "T", "attachments": [{film}, {film}]}}"#));
    let [block] = article.body.as_slice() else { panic!("{:?}", article.body) };
    assert!(matches!(&block.kind, BlockKind::Video(media) if media.duration.is_none()));
}

#[test]
fn a_lead_image_that_opens_the_body_is_shown_once() {
    let article = read(FEED);
    let image = article.image.unwrap();
    assert_eq!(image.alt, "La salle de lecture, lampes allumées");
    assert_eq!((image.width, image.height), (Some(1200), Some(800)));
    assert!(!article.body.iter().any(|block| matches!(block.kind, BlockKind::Image(_))));
}

#[test]
fn what_is_missing_is_named() {
    assert_eq!(
        wrong(r#"{"version": "https://jsonfeed.org/version/1.1", "items": []}"#),
        "json-feed: no item in the feed"
    );
    assert_eq!(wrong(r#"{"id": "1", "title": "T"}"#), "json-feed: content_html is missing");
    assert_eq!(wrong(r#"{"id": "1", "content_text": " "}"#), "json-feed: title is missing");
    assert_eq!(
        wrong(r#"{"version": "https://jsonfeed.org/version/1.1", "title": "F"}"#),
        "json-feed: items is missing"
    );
    assert!(read(r#"{"title": "T", "content_text": ""}"#).body.is_empty());
}

#[test]
fn a_picture_that_is_attached_leads_where_no_other_does_and_stands_once() {
    let item = |more: &str| {
        read(&format!(
            r#"{{"title": "T", "url": "/t", "attachments": [{{"url": "/a.pdf", "mime_type": "application/pdf"}}, {{"url": "/port.jpg", "mime_type": "image/jpeg", "title": "Le port"}}], {more}}}"#
        ))
    };
    let lead = item(r#""content_text": "Texte.""#).image.expect("the one that is attached");
    assert_eq!(lead.src.as_str(), "https://courrier.example/port.jpg");
    assert_eq!(lead.caption, [Inline::Text("Le port".to_owned())]);
    let named =
        item(r#""content_text": "Texte.", "image": "/nommee.jpg""#).image.expect("the one that is named");
    assert_eq!(named.src.as_str(), "https://courrier.example/nommee.jpg");
    for shown in [
        "<img src='/port.jpg'>",
        "<blockquote><p>A</p><ul><li><img src='/port-300x200.jpg'></li></ul></blockquote>",
    ] {
        let inside = item(&format!(r#""content_html": "<p>Texte.</p>{shown}""#));
        assert!(inside.image.is_none() && inside.body.len() == 2, "{shown}");
    }
}
