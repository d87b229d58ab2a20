use super::{article, teasers};
use crate::article::{Access, Article, BlockKind, Summary};
use crate::lazy::Lazy;
use crate::network::address::{Purpose, resolve};
use crate::network::json::Json;
use crate::source::Context;

const POSTS: &str = include_str!("../../../tests/fixtures/ghost/posts.json");

fn context() -> Context {
    Context {
        base: resolve("https://phares.example/ghost/api/content/posts/", None, Purpose::Page),
        ..Context::default()
    }
}

fn read(json: &Json) -> Article {
    article(json, &context(), None).unwrap()
}

fn posts() -> Json {
    Json::parse(POSTS).unwrap()
}

#[test]
fn a_post_fills_every_field_that_ghost_has() {
    let article = read(&posts());
    assert_eq!(article.title, "Le phare d’Amara rallume sa lanterne");
    assert_eq!(article.url.unwrap().as_str(), "https://phares.example/phare-amara/");
    assert_eq!(article.section.unwrap().name, "Littoral");
    assert_eq!(article.tags.iter().map(|tag| tag.name.as_str()).collect::<Vec<_>>(), ["Patrimoine"]);
    assert_eq!(article.authors.len(), 2);
    assert_eq!(article.authors[1].url.as_ref().unwrap().as_str(), "https://phares.example/author/hicham/");
    assert_eq!(article.published_at.as_deref(), Some("2026-03-12T18:30:00+01:00"));
    assert_eq!(article.modified_at.as_deref(), Some("2026-03-14T07:15:00+01:00"));
    let Some(Summary::Text(summary)) = article.summary else { panic!("a summary") };
    assert!(summary.starts_with("La lanterne du port"));
    let image = article.image.unwrap();
    assert_eq!(image.alt, "Le phare au crépuscule");
    assert_eq!(image.caption.len(), 2, "a text and a link: {:?}", image.caption);
    assert_eq!(article.access, Access::Free);
    assert_eq!(article.related.len(), 1);
    assert_eq!(article.related[0].section.as_deref(), Some("Portraits"));
}

#[test]
fn every_card_keeps_its_words_and_leads_where_it_led() {
    let article = read(&posts());
    let text = serde_json::to_string(&article.body).unwrap();
    for words in [
        "Le registre des phares",
        "Feux, portées et gardiens.",
        "Société des phares",
        "samedi",
        "Combien de marches ?",
        "Deux cent douze.",
        "Réserver",
        "La sirène",
        "Plan du site",
        "Deux pages",
        "https://phares.example/amara",
        "https://phares.example/billets",
        "https://phares.example/content/files/plan.pdf",
        "https://phares.example/content/media/sirene.mp3",
        "https://www.youtube.com/watch?v=abcdefghijk",
    ] {
        assert!(text.contains(words), "{words} in {text}");
    }
    assert!(article.body.iter().any(|block| matches!(block.kind, BlockKind::Embed { .. })));
}

#[test]
fn who_may_not_read_a_post_sees_that_it_is_for_subscribers() {
    let post = posts().get("posts").items().remove(1);
    let article = read(&post);
    assert_eq!(article.access, Access::Subscriber);
    assert!(article.body.is_empty());
    let Some(Summary::Text(summary)) = article.summary else { panic!("a summary") };
    assert_eq!(summary, "Trois générations au même feu.");
}

#[test]
fn a_list_of_posts_is_a_list_of_teasers() {
    let list = teasers(&posts(), &context());
    assert_eq!(list.len(), 2);
    assert_eq!(list[0].image.as_ref().unwrap().alt, "Le phare au crépuscule");
    assert_eq!(list[1].url.as_str(), "https://phares.example/gardiens/");
}

#[test]
fn what_is_missing_is_named() {
    let wrong = |text: &str| article(&Json::parse(text).unwrap(), &context(), None).unwrap_err().message;
    assert_eq!(wrong(r#"{"posts": []}"#), "ghost: no post in the list");
    assert_eq!(
        wrong(r#"{"comment_id": "1", "visibility": "public", "title": "T"}"#),
        "ghost: html is missing"
    );
    assert_eq!(
        wrong(r#"{"errors": [{"message": "Unknown Content API Key", "type": "UnauthorizedError"}]}"#),
        "ghost: the server answered UnauthorizedError"
    );
}

#[test]
fn a_post_in_lexical_alone_is_read_as_its_editor_keeps_it() {
    let json = Json::parse(include_str!("../../../tests/fixtures/ghost/lexical.json")).unwrap();
    let read = article(&json, &Context::default(), Some(Lazy::in_one_piece())).unwrap();
    assert_eq!(read.title, "Le phare d’Amara rallume");
    let text = crate::source::html::tests::brief::brief(&read.body);
    assert!(text.contains("[a https://phares.example/amara [strong trois hivers]]"), "{text}");
    assert_eq!(read.summary, None, "an excerpt of the text's beginning is none");
    // Without what reads it, it is an error that names what is missing.
    assert_eq!(article(&json, &Context::default(), None).unwrap_err().message, "ghost: html is missing");
}

#[test]
fn what_is_paid_for_says_so_where_a_tag_does_also_one_for_editors() {
    let post = r##"{"posts": [{"title": "T", "uuid": "u", "url": "/a", "html": "<p>Un.</p>", "tags": [{"name": "Ports"}, {"name": "#sponsored", "visibility": "internal"}]}]}"##;
    let post = Json::parse(post).unwrap();
    let article = read(&post);
    assert!(article.label.unwrap().is_sponsored() && article.tags.is_empty());
    assert!(teasers(&post, &context())[0].label.as_ref().unwrap().is_sponsored());
}
