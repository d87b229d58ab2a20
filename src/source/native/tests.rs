use super::teasers;
use crate::article::{Article, BlockKind, Inline, Summary, plain_text};
use crate::lazy::Lazy;
use crate::network::json::Json;
use crate::source::SourceError;
use crate::source::{Context, SourceErrorKind};

fn article(json: &Json, context: &Context) -> Result<Article, SourceError> {
    super::article(json, context, Some(Lazy::in_one_piece()), None)
}

fn read(text: &str) -> Article {
    article(&Json::parse(text).unwrap(), &Context::default()).unwrap()
}

#[test]
fn a_missing_title_is_named() {
    let error = article(&Json::parse(r#"{"body": []}"#).unwrap(), &Context::default()).unwrap_err();
    assert_eq!(error.kind, SourceErrorKind::Malformed);
    assert_eq!(error.message, "native: title is missing");
    let error = article(&Json::parse(r#"{"title": "a"}"#).unwrap(), &Context::default()).unwrap_err();
    assert_eq!(error.message, "native: body is missing");
}

#[test]
fn a_wrong_type_loses_the_field_and_not_the_article() {
    let article = read(
        r#"{"title": "T", "body": [{"type": "paragraph", "content": ["a"]}], "image": 7, "authors": "x",
            "summary": {"a": 1}, "publishedAt": "soon", "tags": [1, {"name": "ok"}], "comments": [], "url": "javascript:1"}"#,
    );
    assert_eq!(article.image, None);
    assert!(article.authors.is_empty());
    assert_eq!(article.summary, None);
    assert_eq!(article.published_at, None);
    assert_eq!(article.tags.len(), 1);
    assert_eq!(article.comments, None);
    assert_eq!(article.url, None);
}

#[test]
fn an_unknown_block_gives_its_text() {
    let article = read(
        r#"{"title": "T", "body": [{"type": "poll", "title": "Question", "items": [{"content": ["Oui"]}, {"content": ["Non"]}]}]}"#,
    );
    let [block] = article.body.as_slice() else { panic!("one block") };
    let BlockKind::Paragraph { content } = &block.kind else { panic!("a paragraph") };
    let mut text = String::new();
    crate::article::plain_text(content, &mut text);
    assert!(text.contains("Question") && text.contains("Oui") && text.contains("Non"), "{text}");
}

#[test]
fn what_is_no_block_is_no_paragraph_and_no_text_is_lost() {
    let article = read(
        r#"{"title": "T", "body": [null, 5, [], {"type": "zz"}, {"type": "paragraph"},
            {"type": "poll", "question": "Q ?", "options": ["a", "b"], "src": "https://a.example"},
            {"type": "list", "items": [{"type": "paragraph", "content": ["un"]}, [{"type": "paragraph", "content": ["deux"]}], "trois"]},
            {"type": "quote", "content": ["cité"]}]}"#,
    );
    let json = serde_json::to_string(&article.body).unwrap();
    assert_eq!(article.body.len(), 3, "{json}");
    for word in ["Q ?", "\"a\"", "\"b\"", "un", "deux", "trois", "cité"] {
        assert!(json.contains(word), "{word} in {json}");
    }
    assert!(!json.contains("a.example"), "{json}");
}

#[test]
fn addresses_resolve_against_the_articles_own() {
    let article = read(
        r#"{"title": "T", "url": "https://news.example/maroc/1", "body": [
            {"type": "paragraph", "content": [{"type": "link", "href": "../sport", "content": ["lien"]},
                {"type": "link", "href": "javascript:alert(1)", "content": ["autre"]}]},
            {"type": "image", "src": "/a.jpg", "width": "wide"}]}"#,
    );
    let text = serde_json::to_string(&article).unwrap();
    assert!(text.contains(r#""href":"https://news.example/sport""#), "{text}");
    assert!(text.contains(r#""src":"https://news.example/a.jpg""#), "{text}");
    assert!(!text.contains("javascript"), "{text}");
    assert!(text.contains("autre"), "{text}");
}

#[test]
fn a_summary_is_text_or_points() {
    assert_eq!(
        read(r#"{"title": "T", "body": [], "summary": " a "}"#).summary,
        Some(Summary::Text("a".to_owned()))
    );
    assert_eq!(
        read(r#"{"title": "T", "body": [], "summary": ["a", "", 3, "b"]}"#).summary,
        Some(Summary::Points(vec!["a".to_owned(), "b".to_owned()]))
    );
}

#[test]
fn a_teaser_without_an_address_is_left_out() {
    let json = Json::parse(r#"[{"title": "a"}, {"title": "b", "url": "https://a.example/b"}, 3]"#).unwrap();
    let list = teasers(&json, &Context::default());
    assert_eq!(list.len(), 1);
}

#[test]
fn nesting_has_an_end_and_the_text_beyond_it_stays() {
    let mut content = serde_json::json!("x");
    for _ in 0..300 {
        content = serde_json::json!({"type": "strong", "content": [content]});
    }
    let json = serde_json::json!({"title": "T", "body": [{"type": "paragraph", "content": [content]}]});
    let article = article(&Json::from(json), &Context::default()).unwrap();
    let [block] = article.body.as_slice() else { panic!("{:?}", article.body) };
    let BlockKind::Paragraph { content } = &block.kind else { panic!("{block:?}") };
    let mut text = String::new();
    plain_text(content, &mut text);
    assert_eq!(text.trim(), "x");
}

/// The shipped decoder and `serde` read every sample into the same model, and what is written reads back the same.
#[test]
fn the_shipped_decoder_and_serde_agree_on_every_sample() {
    let samples = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("demo/api/articles");
    let mut seen = 0;
    for entry in std::fs::read_dir(samples).unwrap() {
        let path = entry.unwrap().path();
        let text = std::fs::read_to_string(&path).unwrap();
        if text.contains("\"bodyHtml\"") {
            continue;
        }
        let context = Context {
            base: crate::network::address::resolve(
                "https://news.example/",
                None,
                crate::network::address::Purpose::Page,
            ),
            ..Context::default()
        };
        let shipped = article(&Json::parse(&text).unwrap(), &context).unwrap();
        let written = serde_json::to_string(&shipped).unwrap();
        let by_serde: Article = serde_json::from_str(&written).unwrap();
        assert_eq!(by_serde, shipped, "{}", path.display());
        let again = article(&Json::parse(&written).unwrap(), &Context::default()).unwrap();
        assert_eq!(again, shipped, "{}", path.display());
        seen += 1;
    }
    assert!(seen > 2, "only {seen} samples");
}

#[test]
fn a_caption_stays_the_string_that_it_was() {
    let article = read(
        r#"{"title": "T", "body": [], "image": {"src": "https://a.example/b.jpg", "caption": "La place", "alt": "x"}}"#,
    );
    let image = article.image.clone().unwrap();
    assert_eq!(image.caption, vec![Inline::Text("La place".to_owned())]);
    assert!(serde_json::to_string(&article).unwrap().contains(r#""caption":"La place""#));
}

#[test]
fn more_parts_than_any_article_has_are_too_large() {
    let table = |cells: usize| format!(r#"{{"type": "table", "rows": [[{}""]]}}"#, r#""","#.repeat(cells));
    let list = |items: usize| format!(r#"{{"type": "list", "items": [{}""]}}"#, r#""a","#.repeat(items));
    let breaks = |spans: usize| format!(r#"{{"content": [{}""]}}"#, r#"{"type": "br"},"#.repeat(spans));
    let pictures =
        |count: usize| format!(r#"{{"type": "gallery", "images": [{}""]}}"#, r#""a.jpg","#.repeat(count));
    let makes: [&dyn Fn(usize) -> String; 4] = [&table, &list, &breaks, &pictures];
    for make in makes {
        let document =
            |count| Json::parse(&format!(r#"{{"title": "T", "body": [{}]}}"#, make(count))).unwrap();
        assert!(article(&document(9_000), &Context::default()).is_ok());
        let error = article(&document(20_001), &Context::default()).unwrap_err();
        assert_eq!(error.kind, SourceErrorKind::TooLarge);
    }
    let blocks =
        Json::parse(&format!(r#"{{"title": "T", "body": [{}""]}}"#, r#""a","#.repeat(10_001))).unwrap();
    assert_eq!(article(&blocks, &Context::default()).unwrap_err().kind, SourceErrorKind::TooLarge);
}

#[test]
fn corrections_and_newsletter_lists_are_read_and_what_says_nothing_is_left_out() {
    let article = read(
        r#"{"title": "T", "body": [], "corrections": [{"date": "2026-03-02", "text": "Un"}, {"text": " "}, {"text": "Deux"}],
            "newsletter": {"action": "/n", "lists": [{"id": "a", "title": "A", "selected": true}, {"id": 2},
                {"title": "sans"}, {"id": "a", "title": "encore"}]}}"#,
    );
    let texts: Vec<&str> = article.corrections.iter().map(|one| one.text.as_str()).collect();
    assert_eq!(texts, ["Un", "Deux"]);
    let lists = article.newsletter.unwrap().lists;
    let lists: Vec<_> = lists.iter().map(|one| (one.id.as_str(), one.title.as_str(), one.selected)).collect();
    assert_eq!(lists, [("a", "A", true), ("2", "2", false)]);
}

#[test]
fn updates_have_a_text_in_any_form_and_an_id_each() {
    let article = read(
        r#"{"title": "T", "body": [], "url": "https://news.example/a", "updatesUrl": "/live/1", "liveUntil": "2026-03-01T20:00:00+01:00", "audio": "/a.mp3",
            "updates": [{"id": 3, "body": ["Bloc"], "pinned": true, "author": "Salma"}, {"id": "2", "bodyHtml": "<p>Html</p>"},
                {"publishedAt": "2026-03-01T08:00:00Z", "title": "Titre"}, {"id": "3", "body": "encore"}, {"id": "vide"}, {"id": 1, "body": "Un\n\ndeux"}]}"#,
    );
    let ids: Vec<&str> = article.updates.iter().map(|one| one.id.as_str()).collect();
    assert_eq!(ids, ["3", "2", "2026-03-01T08:00:00Z-Titre", "1"]);
    let lengths: Vec<usize> = article.updates.iter().map(|one| one.body.len()).collect();
    assert_eq!(lengths, [1, 1, 0, 2]);
    assert!(article.updates_url.is_some() && article.live_until.is_some() && article.audio.is_some());
}
