use super::{article, mistakes, teasers};
use crate::article::{Access, Article, BlockKind, Summary};
use crate::network::address::{Purpose, resolve};
use crate::network::json::Json;
use crate::source::Context;

const ARTICLE: &str = include_str!("../../../tests/fixtures/drupal/article.json");

fn context() -> Context {
    Context {
        base: resolve("https://courrier.example/jsonapi/node/article/1", None, Purpose::Page),
        ..Context::default()
    }
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

/// A node of a site that names its fields as nobody else does, read as the page says.
fn with_fields(fields: &str) -> Article {
    let document = r#"{"jsonapi": {}, "data": {"type": "node--meldung", "id": "u", "attributes": {"drupal_internal__nid": 9,
        "title": "Interner Titel", "created": "2026-03-01T06:00:00+01:00", "body": {"processed": "<p>Notizen der Redaktion.</p>"},
        "field_schlagzeile": "Der Leuchtturm brennt wieder", "field_einstieg": {"processed": "<p>Seit Montag, sagt der Wärter.</p>"},
        "field_inhalt": [{"processed": "<p>Eins.</p>"}, {"processed": "<p>Zwei.</p>"}], "field_mehr": "Drei.\n\nVier.",
        "field_stand": "2026-03-12T18:30:00+01:00", "field_plus": true, "field_hinweis": "Der Turm ist 40 Meter hoch."},
        "relationships": {"field_foto": {"data": {"type": "media--bild", "id": "m"}}, "field_wer": {"data": [{"type": "user--user", "id": "1"}]},
            "field_wo": {"data": [{"type": "taxonomy_term--orte", "id": "2"}, {"type": "taxonomy_term--orte", "id": "3"}]},
            "field_worum": {"data": [{"type": "taxonomy_term--themen", "id": "4"}]}, "field_was": {"data": {"type": "taxonomy_term--arten", "id": "5"}},
            "field_dazu": {"data": [{"type": "node--meldung", "id": "6"}]}, "field_anders": {"data": [{"type": "node--meldung", "id": "7"}]}}},
        "included": [{"type": "media--bild", "id": "m", "relationships": {"field_media_image_1": {"data": {"type": "file--file", "id": "f", "meta": {"alt": "Turm", "width": 8, "height": 4}}}}, "attributes": {}},
            {"type": "file--file", "id": "f", "attributes": {"uri": {"url": "/turm.jpg"}, "filemime": "image/jpeg"}},
            {"type": "user--user", "id": "1", "attributes": {"display_name": "Nadia Zerrouk"}},
            {"type": "taxonomy_term--orte", "id": "2", "attributes": {"name": "Küste"}}, {"type": "taxonomy_term--orte", "id": "3", "attributes": {"name": "Hafen"}},
            {"type": "taxonomy_term--themen", "id": "4", "attributes": {"name": "Seezeichen"}}, {"type": "taxonomy_term--arten", "id": "5", "attributes": {"name": "Reportage"}},
            {"type": "node--meldung", "id": "6", "attributes": {"title": "Vorher", "drupal_internal__nid": 6}},
            {"type": "node--meldung", "id": "7", "attributes": {"title": "Anderswo", "drupal_internal__nid": 7}}]}"#;
    let context = Context { fields: fields.to_owned(), ..context() };
    article(&Json::parse(document).unwrap(), &context).unwrap()
}

#[test]
fn the_page_says_which_field_of_its_site_holds_what() {
    let article = with_fields(
        "title=field_schlagzeile summary=field_einstieg body=field_inhalt,field_mehr image=field_foto authors=field_wer section=field_wo \
         tags=field_worum label=field_was publishedAt=field_stand access=field_plus correction=field_hinweis related=field_dazu",
    );
    assert_eq!(article.title, "Der Leuchtturm brennt wieder");
    assert_eq!(article.summary, Some(Summary::Text("Seit Montag, sagt der Wärter.".to_owned())));
    let text = serde_json::to_string(&article.body).unwrap();
    assert!(["Eins.", "Zwei.", "Drei.", "Vier."].iter().all(|words| text.contains(words)), "{text}");
    assert!(!text.contains("Notizen"), "what is not named for the text is none of it: {text}");
    assert_eq!(article.image.unwrap().alt, "Turm");
    assert_eq!(article.authors[0].name, "Nadia Zerrouk");
    assert_eq!(article.section.unwrap().name, "Küste");
    let tags: Vec<_> = article.tags.iter().map(|tag| tag.name.as_str()).collect();
    assert_eq!(tags, ["Hafen", "Seezeichen"]);
    assert_eq!(article.label.unwrap().text.as_deref(), Some("Reportage"));
    assert_eq!(article.published_at.as_deref(), Some("2026-03-12T18:30:00+01:00"));
    assert_eq!(article.access, Access::Subscriber);
    assert_eq!(article.correction.unwrap().text, "Der Turm ist 40 Meter hoch.");
    let related: Vec<_> = article.related.iter().map(|other| other.title.as_str()).collect();
    assert_eq!(related, ["Vorher"]);
}

#[test]
fn what_the_page_does_not_name_is_known_as_always() {
    let article = with_fields("body=field_inhalt summary=field_einstieg");
    assert_eq!((article.title.as_str(), article.body.len()), ("Interner Titel", 2));
    assert_eq!(article.published_at.as_deref(), Some("2026-03-01T06:00:00+01:00"));
    assert_eq!(article.image.unwrap().alt, "Turm", "a media of any name that has a picture is one");
    assert_eq!(article.related.len(), 2);
    let without = serde_json::to_string(&with_fields("summary=field_einstieg").body).unwrap();
    assert!(without.contains("Notizen") && without.contains("Zwei.") && !without.contains("Seit Montag"));
}

#[test]
fn names_that_nothing_has_are_told_of() {
    let read = |fields: &str| {
        let document = Json::parse(ARTICLE).unwrap();
        let read = article(&document, &Context { fields: fields.to_owned(), ..context() });
        (read.map(|article| article.title), mistakes(&document, fields))
    };
    let (read_as, told) = read("lead=field_summary tags=field_thema");
    assert!(read_as.is_ok());
    assert!(told[0].starts_with("fields: lead is none of "), "{told:?}");
    assert_eq!(
        told[1..],
        ["fields: lead: the node has no field_summary", "fields: tags: the node has no field_thema"]
    );
    let (read_as, told) = read("body=field_txt");
    assert!(read_as.is_ok(), "it is read as if nobody had named one");
    assert_eq!(told, ["fields: body: the node has no field_txt"]);
    assert_eq!(read("body=body").1, [""; 0]);
}

#[test]
fn what_an_editor_puts_beside_the_text_stands_after_it_and_a_film_in_the_pictures_place_before_it() {
    let body = |relations: &str, fields: &str| {
        let document = format!(
            r#"{{"jsonapi": {{}}, "data": {{"type": "node--story", "id": "u", "attributes": {{"title": "T", {fields} "body": {{"processed": "<p>Un.</p>"}}}},
            "relationships": {{{relations}}}}}, "included": [
                {{"type": "media--remote_video", "id": "v", "attributes": {{"name": "Le feu", "field_media_oembed_video": "https://www.youtube.com/watch?v=abcdefghijk"}}}},
                {{"type": "file--file", "id": "1", "attributes": {{"uri": {{"url": "/1.jpg"}}, "filemime": "image/jpeg"}}}},
                {{"type": "file--file", "id": "2", "attributes": {{"uri": {{"url": "/2.jpg"}}, "filemime": "image/jpeg"}}}},
                {{"type": "file--file", "id": "3", "attributes": {{"uri": {{"url": "/3.jpg"}}, "filemime": "image/jpeg"}}}}]}}"#
        );
        read(&document)
    };
    let film = body(r#""field_media": {"data": {"type": "media--remote_video", "id": "v"}}"#, "");
    assert!(matches!(film.body[0].kind, BlockKind::Embed { .. }) && film.body.len() == 2);
    let pictures = body(
        r#""field_image": {"data": {"type": "file--file", "id": "1"}}, "field_social_image": {"data": {"type": "file--file", "id": "3"}},
           "field_gallery": {"data": [{"type": "file--file", "id": "1"}, {"type": "file--file", "id": "2"}, {"type": "file--file", "id": "3"}]},
           "field_clip": {"data": {"type": "media--remote_video", "id": "v"}}"#,
        r#""field_etapes": ["Monter à la lanterne", "Allumer"], "field_couleurs": ["rouge", "vert"], "field_image_caption": "Le phare", "field_image_credit": "Inès Roca", "field_lien": {"uri": "https://a.example/", "title": "La carte"},"#,
    );
    let lead = pictures.image.unwrap();
    assert_eq!(
        (lead.src.path(), lead.caption.len(), lead.credit.as_deref()),
        ("/1.jpg", 1, Some("Inès Roca"))
    );
    let text = serde_json::to_string(&pictures.body).unwrap();
    let found: Vec<_> =
        ["/2.jpg", "/3.jpg", "watch?v=", "La carte"].iter().map(|what| text.matches(what).count()).collect();
    assert_eq!(found, [1, 1, 1, 1], "{text}");
    assert!(text.contains("Monter") && text.contains("Allumer") && !text.contains("rouge"), "{text}");
    assert!(!text.contains("/1.jpg"), "the picture above is shown once: {text}");
}

#[test]
fn of_several_summaries_one_is_it_and_the_others_keep_their_words() {
    let article = read(
        r#"{"type": "node--article", "drupal_internal__nid": 5, "title": "T", "body": {"processed": "<p>Un.</p>"}, "field_summary": "Le résumé du jour.",
            "field_introduction": {"processed": "<p>Pour commencer.</p>"}, "field_teaser_text": {"processed": "<p>Pour les listes.</p>"}}"#,
    );
    assert_eq!(article.summary, Some(Summary::Text("Le résumé du jour.".to_owned())));
    let text = serde_json::to_string(&article.body).unwrap();
    assert!(
        text.find("Pour commencer.").unwrap() < text.find("Un.").unwrap() && !text.contains("listes"),
        "{text}"
    );
    let article = read(
        r#"{"type": "node--article", "drupal_internal__nid": 5, "title": "T", "body": {"processed": "<p>Un.</p>"}, "field_lead_text": {"processed": "<p>Pour commencer.</p>"}}"#,
    );
    assert_eq!(article.summary, Some(Summary::Text("Pour commencer.".to_owned())));
    assert_eq!(article.body.len(), 1);
}
