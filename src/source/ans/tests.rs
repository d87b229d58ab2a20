use super::{article, teasers};
use crate::article::{Access, Article, Block, BlockKind, Summary};
use crate::network::address::{Purpose, resolve};
use crate::network::json::Json;
use crate::source::Context;

const STORY: &str = include_str!("../../../tests/fixtures/ans/story.json");

fn context() -> Context {
    Context { base: resolve("https://courrier.example/api/story", None, Purpose::Page), ..Context::default() }
}

fn story() -> Json {
    Json::parse(STORY).unwrap()
}

fn read() -> Article {
    article(&story(), &context()).unwrap()
}

fn elements(elements: &str) -> Vec<Block> {
    let text =
        format!(r#"{{"type": "story", "headlines": {{"basic": "T"}}, "content_elements": {elements}}}"#);
    article(&Json::parse(&text).unwrap(), &context()).unwrap().body
}

#[test]
fn a_story_fills_every_field_that_arc_has() {
    let article = read();
    assert_eq!(article.title, "Le phare d’Amara rallume sa lanterne");
    assert_eq!(article.id.as_deref(), Some("AMARA0PHARE2026STORY00001"));
    assert_eq!(
        article.url.unwrap().as_str(),
        "https://courrier.example/littoral/2026/03/12/le-phare-rallume/"
    );
    assert_eq!(article.language.as_deref(), Some("fr"));
    let section = article.section.unwrap();
    assert_eq!(
        (section.name.as_str(), section.url.unwrap().as_str()),
        ("Littoral", "https://courrier.example/littoral")
    );
    assert_eq!(
        article.tags.iter().map(|tag| tag.name.as_str()).collect::<Vec<_>>(),
        ["Phares", "Patrimoine"]
    );
    let label = article.label.unwrap();
    assert_eq!((label.kind.as_str(), label.text.as_deref()), ("analysis", Some("Analysis")));
    let said: Vec<&str> = article.corrections.iter().map(|one| one.text.as_str()).collect();
    assert!(
        said.len() == 2 && said.concat().contains("212 marches") && said.concat().contains("1911"),
        "{said:?}"
    );
    let correction = article.correction.unwrap();
    assert_eq!(correction.date.as_deref(), Some("2026-03-13T09:00:00Z"), "the latest");
    assert_eq!(article.access, Access::Metered);
    let Some(Summary::Text(summary)) = article.summary else { panic!("a summary") };
    assert!(summary.starts_with("Les pêcheurs"));
    assert_eq!(
        article.authors.iter().map(|author| author.name.as_str()).collect::<Vec<_>>(),
        ["Nadia Zerrouk", "Hicham Tazi"]
    );
    assert_eq!(
        article.authors[0].url.as_ref().unwrap().as_str(),
        "https://courrier.example/auteurs/nadia-zerrouk/"
    );
    assert_eq!(article.published_at.as_deref(), Some("2026-03-12T17:30:00Z"));
    assert_eq!(article.modified_at.as_deref(), Some("2026-03-14T06:15:00Z"));
    let image = article.image.unwrap();
    assert_eq!((image.width, image.alt.as_str()), (Some(2400), "Le phare au crépuscule"));
    assert_eq!(image.credit.as_deref(), Some("Inès Roca / Le Courrier"));
    assert_eq!(article.related.len(), 1, "a reference that nobody resolved is no article");
    assert!(article.related[0].label.as_ref().unwrap().is_sponsored());
}

#[test]
fn every_element_keeps_its_words_and_leads_where_it_led() {
    let text = serde_json::to_string(&read().body).unwrap();
    for words in [
        "tourne",
        "https://courrier.example/carte/",
        "Une optique ",
        "L’optique restaurée",
        "Inès Roca",
        "la lampe",
        "Une pêcheuse",
        "La mer n’attend pas.",
        "Le gardien",
        "Feu à éclats.",
        "24 milles",
        "18 milles",
        "Fl(3) W 15s",
        "Le feu est blanc.",
        "La montée",
        "Dernière marche",
        "https://video.courrier.example/1280.mp4",
        "Le feu filmé",
        "https://images.courrier.example/film.jpg",
        "https://sons.courrier.example/sirene.mp3",
        "La sirène du port",
        "brut",
        "Le phare vu du large",
        "https://vimeo.com/76979871",
        "La carte des feux",
        "https://cartes.example/7",
        "À savoir",
        "libre",
        "Lire aussi : les visites",
        "Le samedi.",
        "Pour aller plus loin",
        "https://courrier.example/registre",
        "À voir",
        "4.5 / 5 étoiles",
        "Aube",
        "Le port en chiffres",
        "Élément de demain",
        "https://twitter.com/port/status/1",
    ] {
        assert!(text.contains(words), "{words} in {text}");
    }
    assert!(!text.contains("alert"), "a script is none of a story");
}

#[test]
fn a_list_inside_a_list_belongs_to_the_entry_before_it() {
    let body = read().body;
    let list = body.iter().find_map(|block| match &block.kind {
        BlockKind::List { items, ordered: true, .. } => Some(items),
        _ => None,
    });
    let items = list.unwrap();
    assert_eq!(items.len(), 2);
    assert!(matches!(items[1].last().map(|block| &block.kind), Some(BlockKind::List { .. })));
}

#[test]
fn a_film_without_a_file_is_a_notice() {
    let blocks = elements(
        r#"[{"type": "video", "headlines": {"basic": "Film"}, "canonical_url": "https://a.example/film"}]"#,
    );
    let [Block { kind: BlockKind::Embed { url, title, .. }, .. }] = blocks.as_slice() else {
        panic!("{blocks:?}")
    };
    assert_eq!((url.as_str(), title.as_deref()), ("https://a.example/film", Some("Film")));
}

#[test]
fn nesting_ends_somewhere_and_so_do_elements() {
    let mut nested = r#"{"type": "text", "content": "x"}"#.to_owned();
    for _ in 0..50 {
        nested = format!(r#"{{"type": "quote", "content_elements": [{nested}]}}"#);
    }
    assert_eq!(elements(&format!("[{nested}]")).len(), 1);
    let many = vec![r#"{"type": "divider"}"#; 20_001].join(",");
    let text = format!(r#"{{"headlines": {{"basic": "T"}}, "content_elements": [{many}]}}"#);
    let error = article(&Json::parse(&text).unwrap(), &context()).unwrap_err();
    assert_eq!(error.message, "ans: more than 20,000 elements");
}

#[test]
fn a_list_of_stories_is_a_list_of_teasers_and_its_first_an_article() {
    let list = format!(r#"{{"type": "results", "content_elements": [{STORY}, {STORY}]}}"#);
    let list = Json::parse(&list).unwrap();
    let cards = teasers(&list, &context());
    assert_eq!(cards.len(), 2);
    assert_eq!(cards[0].section.as_deref(), Some("Littoral"));
    assert_eq!(cards[0].image.as_ref().unwrap().alt, "Le phare au crépuscule");
    assert_eq!(article(&list, &context()).unwrap().related.len(), 2);
}

#[test]
fn what_is_missing_is_named() {
    let wrong = |text: &str| article(&Json::parse(text).unwrap(), &context()).unwrap_err().message;
    assert_eq!(wrong(r#"{"version": "0.10.9", "content_elements": []}"#), "ans: headlines.basic is missing");
    assert_eq!(wrong(r#"{"headlines": {"basic": "T"}}"#), "ans: content_elements is missing");
    assert_eq!(wrong(r#"{"type": "results", "content_elements": []}"#), "ans: no story in the list");
}
