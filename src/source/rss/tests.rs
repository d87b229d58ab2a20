use super::{article, teasers};
use crate::article::{Article, BlockKind, Inline, Named, Summary};
use crate::network::address::{Purpose, resolve};
use crate::network::json::Json;
use crate::source::Context;

const RSS: &str = include_str!("../../../tests/fixtures/rss/rss-2.xml");
const ATOM: &str = include_str!("../../../tests/fixtures/rss/atom.xml");
const MASTODON: &str = include_str!("../../../tests/fixtures/rss/mastodon.xml");
const RDF: &str = include_str!("../../../tests/fixtures/rss/rdf.xml");

fn context() -> Context {
    Context { base: resolve("https://courrier.example/fil.xml", None, Purpose::Page), ..Context::default() }
}

fn read(text: &str) -> Article {
    article(&Json::of_text(text), &context()).unwrap()
}

fn names(list: &[Named]) -> Vec<&str> {
    list.iter().map(|named| named.name.as_str()).collect()
}

#[test]
fn the_first_item_of_a_feed_is_the_article() {
    let article = read(RSS);
    assert_eq!(article.title, "Le phare d’Amara rallume sa lanterne & sa sirène");
    assert_eq!(article.id.as_deref(), Some("courrier-42"));
    assert_eq!(article.url.unwrap().as_str(), "https://courrier.example/littoral/phare");
    assert_eq!(article.language.as_deref(), Some("fr-ma"), "the channel's");
    assert_eq!(names(&article.authors), ["Nadia Zerrouk", "Hicham Tazi"]);
    assert_eq!(names(&article.tags), ["Littoral", "Patrimoine & mer"]);
    assert_eq!(article.published_at.as_deref(), Some("2026-03-12T18:30:00+01:00"));
    assert_eq!(article.comments.unwrap().count, Some(7));
    let Some(Summary::Text(summary)) = article.summary else { panic!("a summary") };
    assert_eq!(summary, "Les pêcheurs s’en servent déjà.");
}

#[test]
fn the_lead_picture_stands_once_with_all_that_is_said_of_it() {
    let article = read(RSS);
    let image = article.image.unwrap();
    assert_eq!((image.alt.as_str(), image.width), ("Le phare au crépuscule", Some(1200)));
    assert_eq!(image.credit.as_deref(), Some("Inès Roca"));
    assert!(image.srcset.unwrap().contains("600w"));
    assert!(!article.body.iter().any(|block| matches!(block.kind, BlockKind::Image(_))));
    assert!(article.body.iter().any(|block| matches!(block.kind, BlockKind::Embed { .. })));
    let Some(BlockKind::Audio(sound)) = article.body.last().map(|block| &block.kind) else {
        panic!("{:?}", article.body)
    };
    assert_eq!((sound.src.as_str(), sound.duration), ("https://courrier.example/sons/sirene.mp3", Some(9)));
    let text = serde_json::to_string(&article.body).unwrap();
    assert!(text.contains("https://courrier.example/carte") && !text.contains("alert"), "{text}");
}

#[test]
fn the_other_items_are_related() {
    let related = read(RSS).related;
    assert_eq!(related.len(), 2);
    assert_eq!(related[0].title, "Les gardiens racontent");
    assert_eq!(
        related[0].image.as_ref().unwrap().src.as_str(),
        "https://courrier.example/images/gardiens.jpg"
    );
    assert_eq!(related[0].published_at.as_deref(), Some("2026-03-10T08:00:00Z"));
    assert_eq!(
        related[1].title, "Le marché couvert ouvre plus tôt lundi.",
        "a note is known by its first words"
    );
    assert_eq!(teasers(&Json::of_text(RSS), &context()).len(), 3);
}

#[test]
fn an_entry_of_atom_is_read_alike() {
    let article = read(ATOM);
    assert_eq!(article.title, "Amara’s lamp turns again");
    assert_eq!(article.id.as_deref(), Some("tag:gazette.example,2026:42"));
    assert_eq!(article.language.as_deref(), Some("en"));
    assert_eq!(article.authors[0].url.as_ref().unwrap().as_str(), "https://gazette.example/nadia");
    assert_eq!(names(&article.tags), ["The sea", "Heritage"]);
    assert_eq!(article.published_at.as_deref(), Some("2026-03-12T18:30:00+01:00"));
    assert_eq!(article.modified_at.as_deref(), Some("2026-03-14T06:15:00Z"));
    let Some(Summary::Text(summary)) = article.summary else { panic!("a summary") };
    assert_eq!(summary, "The boats come home by it.");
    let text = serde_json::to_string(&article.body).unwrap();
    for words in
        ["dark", " years & a winter", r#""type":"br""#, "https://gazette.example/images/lens.jpg", "The horn"]
    {
        assert!(text.contains(words), "{words} in {text}");
    }
    assert_eq!(article.related[0].image.as_ref().unwrap().width, Some(480));
}

#[test]
fn older_feeds_have_their_items_beside_the_channel() {
    let article = read(RDF);
    assert_eq!(article.title, "Der Turm brennt wieder");
    assert_eq!(article.language.as_deref(), Some("de"));
    assert_eq!(names(&article.authors), ["Lena Hartmann"]);
    assert_eq!(article.published_at.as_deref(), Some("2026-03-12T18:30:00+01:00"));
}

#[test]
fn an_author_is_a_name_and_no_address_of_mail() {
    let author = |text: &str| {
        let feed =
            format!("<rss><channel><item><title>T</title><author>{text}</author></item></channel></rss>");
        read(&feed).authors.into_iter().next().map(|author| author.name)
    };
    assert_eq!(author("nadia@courrier.example (Nadia Zerrouk)").as_deref(), Some("Nadia Zerrouk"));
    assert_eq!(author("nadia@courrier.example").as_deref(), Some("nadia"));
    assert_eq!(author("Nadia Zerrouk").as_deref(), Some("Nadia Zerrouk"));
}

#[test]
fn what_is_missing_is_named() {
    let wrong = |text: &str| article(&Json::of_text(text), &context()).unwrap_err().message;
    assert_eq!(wrong("<rss><channel></channel></rss>"), "rss: no item in the feed");
    assert_eq!(wrong("<rss><channel><item/></channel></rss>"), "rss: title is missing");
    assert_eq!(wrong("<rss"), "rss: the document is no XML");
    let json = article(&Json::parse("{}").unwrap(), &context()).unwrap_err().message;
    assert_eq!(json, "rss: the document is no XML");
}

#[test]
fn a_post_of_a_small_blog_is_known_by_its_first_words_and_so_are_the_others() {
    let article = read(MASTODON);
    assert_eq!(article.title, "Le phare d’Amara éclaire de nouveau.");
    assert_eq!(
        article.image.unwrap().caption,
        [Inline::Text("Le phare à la tombée de la nuit, lanterne allumée".to_owned())]
    );
    assert_eq!(names(&article.tags), ["littoral"]);
    let mut text = String::new();
    for block in &article.body {
        let BlockKind::Paragraph { content } = &block.kind else { panic!("{block:?}") };
        crate::article::plain_text(content, &mut text);
    }
    assert!(
        text.contains("dit @port.") && text.contains("https://courrier.example/littoral/phare #littoral"),
        "{text}"
    );
    let [other] = &*article.related else { panic!("{:?}", article.related) };
    assert_eq!((other.title.as_str(), other.summary.as_deref()), ("La régate partira d’Amara.", None));
}

#[test]
fn what_other_elements_say_stands_in_for_a_title_and_a_text() {
    let item = |inner: &str| {
        read(&format!(
            "<rss xmlns:dc='http://purl.org/dc/elements/1.1/' xmlns:itunes='http://www.itunes.com/DTDs/Podcast-1.0.dtd' \
             xmlns:media='http://search.yahoo.com/mrss/'><channel><item>{inner}</item></channel></rss>"
        ))
    };
    let podcast = item("<itunes:title>La corne</itunes:title><itunes:summary>Trois hivers.</itunes:summary>");
    assert_eq!((podcast.title.as_str(), podcast.body.len()), ("La corne", 1));
    let note = item("<dc:title>Le phare</dc:title><dc:description>Il éclaire.</dc:description>");
    assert_eq!((note.title.as_str(), note.body.len()), ("Le phare", 1));
    let picture = item(
        "<media:content url='https://a.example/p.jpg' medium='image'><media:description>La tour</media:description></media:content>",
    );
    assert_eq!((picture.title.as_str(), picture.image.is_some()), ("La tour", true));
}

#[test]
fn what_is_paid_for_says_so_where_a_category_does() {
    let feed = |category: &str| {
        let feed = format!(
            "<rss><channel><item><title>T</title><link>/a</link><category>{category}</category><description>Un.</description></item></channel></rss>"
        );
        (read(&feed).label, teasers(&Json::of_text(&feed), &context()).remove(0).label)
    };
    let (label, on_card) = feed("Sponsored");
    assert!(label.unwrap().is_sponsored() && on_card.unwrap().is_sponsored());
    assert_eq!(feed("Opinion"), (None, None));
}
