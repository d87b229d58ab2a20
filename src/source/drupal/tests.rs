use super::{article, teasers};
use crate::article::{Article, BlockKind, Summary};
use crate::network::address::{Purpose, resolve};
use crate::network::json::Json;
use crate::source::Context;

const ARTICLE: &str = include_str!("../../../tests/fixtures/drupal/article.json");

fn context() -> Context {
    Context { base: resolve("https://courrier.example/jsonapi/node/article/1", None, Purpose::Page) }
}

fn read(text: &str) -> Article {
    article(&Json::parse(text).unwrap(), &context()).unwrap()
}

#[test]
fn a_node_fills_every_field_that_drupal_has() {
    let article = read(ARTICLE);
    assert_eq!(article.title, "Le phare d’Amara rallume sa lanterne");
    assert_eq!(article.id.as_deref(), Some("42"));
    assert_eq!(article.url.unwrap().as_str(), "https://courrier.example/littoral/phare-amara");
    assert_eq!(article.language.as_deref(), Some("fr"));
    let section = article.section.unwrap();
    assert_eq!(
        (section.name.as_str(), section.url.unwrap().as_str()),
        ("Littoral", "https://courrier.example/littoral")
    );
    let tags: Vec<_> =
        article.tags.iter().map(|tag| (tag.name.as_str(), tag.url.as_ref().unwrap().path())).collect();
    assert_eq!(tags, [("Phares", "/taxonomy/term/11"), ("Patrimoine", "/patrimoine")]);
    assert_eq!(article.label.unwrap().kind, "interview");
    assert_eq!(article.authors.len(), 1, "the user is nobody's author where a field names one");
    assert_eq!(article.authors[0].url.as_ref().unwrap().path(), "/auteurs/nadia-zerrouk");
    assert_eq!(article.published_at.as_deref(), Some("2026-03-12T17:30:00Z"));
    assert_eq!(article.modified_at.as_deref(), Some("2026-03-14T06:15:00Z"));
    let Some(Summary::Text(summary)) = article.summary else { panic!("a summary") };
    assert_eq!(summary, "Les pêcheurs s’en servent déjà.");
    let image = article.image.unwrap();
    assert_eq!((image.width, image.alt.as_str()), (Some(1200), "Le phare au crépuscule"));
    assert_eq!(image.credit.as_deref(), Some("Inès Roca"));
    assert!(image.srcset.unwrap().contains("/sites/default/files/phare.jpg 2400w"));
    assert_eq!(article.related.len(), 1);
    assert_eq!(article.related[0].url.as_str(), "https://courrier.example/node/41");
    assert_eq!(article.related[0].summary.as_deref(), Some("Trois générations au même feu."));
}

#[test]
fn paragraphs_follow_the_body_and_keep_their_words() {
    let body = read(ARTICLE).body;
    let text = serde_json::to_string(&body).unwrap();
    for words in [
        "tourne",
        "Des anneaux de verre",
        "Une optique rare",
        "1911",
        "La mer n’attend pas.",
        "Le gardien",
        "Dernière marche",
        "Le feu filmé",
        "https://www.youtube.com/watch?v=abcdefghijk",
        "Réserver une visite",
        "https://courrier.example/visites",
    ] {
        assert!(text.contains(words), "{words} in {text}");
    }
    assert!(
        !text.contains("wide") && !text.contains("Brut"),
        "settings and what was not processed are no text: {text}"
    );
    assert!(
        body.iter()
            .any(|block| matches!(&block.kind, BlockKind::Gallery { images, .. } if images.len() == 2))
    );
    assert!(
        body.iter().any(|block| matches!(&block.kind, BlockKind::Quote { cite, .. } if !cite.is_empty()))
    );
}

#[test]
fn a_node_that_next_drupal_has_flattened_is_read_alike() {
    let article = read(
        r#"{"type": "node--article", "id": "u", "drupal_internal__nid": 5, "title": "T", "created": "2026-03-12T17:30:00+00:00",
            "path": {"alias": "/t"}, "body": {"processed": "<p>Un.</p>", "summary": ""},
            "field_image": {"type": "file--file", "id": "f", "uri": {"url": "/a.jpg"}, "filemime": "image/jpeg", "resourceIdObjMeta": {"alt": "A", "width": 10, "height": 5}},
            "uid": {"type": "user--user", "id": "u", "display_name": "Nadia", "status": true}}"#,
    );
    assert_eq!(article.authors[0].name, "Nadia");
    assert_eq!(article.image.unwrap().alt, "A");
    assert_eq!(article.body.len(), 1);
}

#[test]
fn who_wrote_it_is_an_author_and_no_article_beside_it_whatever_the_field_is_called() {
    let article = read(
        r#"{"jsonapi": {}, "data": {"type": "node--story", "id": "u", "attributes": {"title": "T", "body": {"processed": "<p>Un.</p>"}},
            "relationships": {"field_by": {"data": [{"type": "node--author", "id": "1"}]},
                "field_written_by_writer": {"data": [{"type": "node--person", "id": "2"}]},
                "field_signature": {"data": [{"type": "taxonomy_term--authors", "id": "3"}]}, "uid": {"data": {"type": "user--user", "id": "4"}}}},
            "included": [{"type": "node--author", "id": "1", "attributes": {"title": "Nadia", "path": {"alias": "/nadia"}}},
                {"type": "node--person", "id": "2", "attributes": {"title": "Hicham", "path": {"alias": "/hicham"}}},
                {"type": "taxonomy_term--authors", "id": "3", "attributes": {"name": "Salma"}},
                {"type": "user--user", "id": "4", "attributes": {"display_name": "admin"}}]}"#,
    );
    let names: Vec<_> = article.authors.iter().map(|author| author.name.as_str()).collect();
    assert_eq!(names, ["Nadia", "Hicham", "Salma"]);
    assert!(article.related.is_empty() && article.tags.is_empty());
}

#[test]
fn a_list_of_nodes_is_a_list_of_teasers() {
    let node = |id: u32| {
        format!(
            r#"{{"type": "node--article", "id": "{id}", "attributes": {{"title": "T{id}", "drupal_internal__nid": {id}, "body": null}}}}"#
        )
    };
    let list = format!(r#"{{"jsonapi": {{}}, "data": [{}, {}]}}"#, node(1), node(2));
    let cards = teasers(&Json::parse(&list).unwrap(), &context());
    assert_eq!(cards.iter().map(|card| card.url.path()).collect::<Vec<_>>(), ["/node/1", "/node/2"]);
    assert_eq!(read(&list).related.len(), 1, "a body that is empty is one all the same");
}

#[test]
fn what_is_missing_is_named() {
    let wrong = |text: &str| article(&Json::parse(text).unwrap(), &context()).unwrap_err().message;
    assert_eq!(
        wrong(r#"{"data": {"type": "node--article", "attributes": {"title": "T"}}}"#),
        "drupal: attributes.body is missing"
    );
    assert_eq!(wrong(r#"{"data": []}"#), "drupal: no node in the list");
    assert_eq!(
        wrong(r#"{"errors": [{"status": "403", "title": "Forbidden"}]}"#),
        "drupal: the server answered 403"
    );
}
