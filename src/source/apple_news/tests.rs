use super::{article, has_markdown, teasers};
use crate::article::{Article, BlockKind, Inline, Span, Summary};
use crate::lazy::Lazy;
use crate::network::json::Json;
use crate::source::Context;

const ARTICLE: &str = include_str!("../../../tests/fixtures/apple-news/article.json");

fn read(text: &str) -> Article {
    article(&Json::parse(text).unwrap(), &Context::default(), Some(Lazy::in_one_piece())).unwrap()
}

#[test]
fn a_document_fills_every_field_that_the_format_has() {
    let article = read(ARTICLE);
    assert_eq!(article.title, "Le phare d’Amara rallume sa lanterne");
    assert_eq!(article.id.as_deref(), Some("amara-42"));
    assert_eq!(article.url.unwrap().as_str(), "https://courrier.example/littoral/phare");
    assert_eq!(article.language.as_deref(), Some("fr"));
    let Some(Summary::Text(summary)) = article.summary else { panic!("a summary") };
    assert_eq!(summary, "La lampe tourne, les bateaux rentrent.");
    assert_eq!(
        article.authors.iter().map(|author| author.name.as_str()).collect::<Vec<_>>(),
        ["Nadia Zerrouk", "Hicham Tazi"]
    );
    assert_eq!(article.tags.len(), 2);
    assert_eq!(article.published_at.as_deref(), Some("2026-03-12T18:30:00+01:00"));
    assert_eq!(article.modified_at.as_deref(), Some("2026-03-14T06:15:00Z"));
    let image = article.image.unwrap();
    assert_eq!((image.alt.as_str(), image.credit.as_deref()), ("Le phare au crépuscule", Some("Inès Roca")));
    assert_eq!(image.caption, [Inline::Text("Le phare, jeudi soir.".to_owned())]);
}

#[test]
fn every_component_keeps_its_words_and_leads_where_it_led() {
    let body = read(ARTICLE).body;
    let text = serde_json::to_string(&body).unwrap();
    for words in [
        "Une optique rare",
        "date",
        "https://courrier.example/1911",
        "Allumer",
        "douze",
        "pierre",
        "On la voit de très loin.",
        "La mer n’attend pas.",
        "Le plan, dans le paquet",
        "L’optique restaurée",
        "Première marche",
        "Dernière",
        "Aube",
        "https://twitter.com/port/status/1",
        "Le feu filmé",
        "https://www.youtube.com/watch?v=abcdefghijk",
        "La lampe tourne",
        "https://images.courrier.example/feu.jpg",
        "La sirène",
        "Au fond d’une boîte.",
        "https://courrier.example/visites",
        "Réserver",
        "Amara",
        "Portée",
        "Sidra",
        "18",
        "Le port",
        "La jetée",
        "mlat=33.5731&mlon=-7.5898",
        "Élément de demain",
    ] {
        assert!(text.contains(words), "{words} in {text}");
    }
    assert!(!text.contains("alert") && !text.contains("bundle:"), "{text}");
}

#[test]
fn a_link_stands_on_the_characters_that_it_was_put_on() {
    let body = read(ARTICLE).body;
    let BlockKind::Paragraph { content } = &body[1].kind else { panic!("{body:?}") };
    let [
        Inline::Text(before),
        Inline::Span(Span { content: linked, href: Some(_), .. }),
        Inline::Text(after),
    ] = content.as_slice()
    else {
        panic!("{content:?}")
    };
    assert_eq!((before.as_str(), after.as_str()), ("Voir la ", " du port."));
    assert_eq!(linked, &[Inline::Text("carte".to_owned())][..], "counted as JavaScript counts");
}

#[test]
fn without_names_the_byline_tells_the_author() {
    let article = read(
        r#"{"identifier": "1", "title": "T", "components": [{"role": "byline", "text": "Nadia Zerrouk | 12 mars"}]}"#,
    );
    assert_eq!(article.authors[0].name, "Nadia Zerrouk");
}

#[test]
fn markdown_is_looked_for_wherever_a_text_stands() {
    assert!(has_markdown(&Json::parse(ARTICLE).unwrap()));
    assert!(has_markdown(
        &Json::parse(r#"{"components": [{"items": [{"caption": {"format": "markdown"}}]}]}"#).unwrap()
    ));
    assert!(!has_markdown(&Json::parse(r#"{"components": [{"role": "body", "format": "html"}]}"#).unwrap()));
}

#[test]
fn a_list_of_documents_is_a_list_of_teasers() {
    let list = Json::parse(&format!("[{ARTICLE}, {{\"title\": \"T\"}}]")).unwrap();
    let cards = teasers(&list, &Context::default());
    assert_eq!(cards.len(), 1);
    assert_eq!(cards[0].summary.as_deref(), Some("Onze ans d’ombre."));
}

#[test]
fn what_is_missing_is_named() {
    let wrong =
        |text: &str| article(&Json::parse(text).unwrap(), &Context::default(), None).unwrap_err().message;
    assert_eq!(wrong(r#"{"identifier": "1"}"#), "apple-news: components is missing");
    assert_eq!(wrong(r#"{"components": []}"#), "apple-news: title is missing");
}
