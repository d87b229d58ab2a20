use super::{article, teasers};
use crate::article::{Access, Article, Block, BlockKind, Inline, Named, SpanKind, Summary, plain_text};
use crate::network::address::{Purpose, resolve};
use crate::network::json::Json;
use crate::source::Context;

macro_rules! fixture {
    ($name:literal) => {
        Json::parse(include_str!(concat!("../../../tests/fixtures/schema-org/", $name, ".json"))).unwrap()
    };
}

fn context() -> Context {
    Context {
        base: resolve("https://courrier.example/api/1.json", None, Purpose::Page),
        ..Context::default()
    }
}

fn read(json: &Json) -> Article {
    article(json, &context()).unwrap()
}

/// A minimal article with more fields.
fn with(fields: &str) -> Article {
    read(&json(fields))
}

fn json(fields: &str) -> Json {
    Json::parse(&format!(
        r#"{{"@type": "NewsArticle", "headline": "T", "articleBody": "Texte.", {fields} "x": 1}}"#
    ))
    .unwrap()
}

fn body(text: &str) -> Vec<Block> {
    let text = serde_json::to_string(text).unwrap();
    read(
        &Json::parse(&format!(r#"{{"@type": "NewsArticle", "headline": "T", "articleBody": {text}}}"#))
            .unwrap(),
    )
    .body
}

fn lines(body: &[Block]) -> Vec<String> {
    body.iter()
        .map(|block| match &block.kind {
            BlockKind::Paragraph { content } | BlockKind::Heading { content, .. } => {
                let mut text = String::new();
                plain_text(content, &mut text);
                text
            }
            other => panic!("{other:?}"),
        })
        .collect()
}

fn name(named: &Named) -> (&str, Option<&str>) {
    (&named.name, named.url.as_ref().map(|url| url.as_str()))
}

#[test]
fn an_article_in_a_graph_is_read_whole() {
    let article = read(&fixture!("graph"));
    assert_eq!(article.title, "Budget des écoles : ce que la hausse ne dit pas");
    assert_eq!(
        article.url.as_ref().unwrap().as_str(),
        "https://courrier.example/politique/budget-des-ecoles/"
    );
    assert_eq!(article.id.as_deref(), Some("5120"));
    assert_eq!(article.language.as_deref(), Some("fr-MA"));
    assert_eq!(article.label.unwrap().kind, "analysis");
    assert_eq!(article.access, Access::Subscriber);
    assert_eq!(
        article.summary,
        Some(Summary::Text("Trois chiffres pour lire un vote que tout le monde dit avoir gagné.".to_owned()))
    );
    assert_eq!(
        article.authors.iter().map(name).collect::<Vec<_>>(),
        [("Nadia Zerrouk", Some("https://courrier.example/auteurs/nadia-zerrouk")), ("Hicham Tazi", None)]
    );
    assert_eq!(
        article.breadcrumbs.iter().map(name).collect::<Vec<_>>(),
        [
            ("Accueil", Some("https://courrier.example/")),
            ("Politique", Some("https://courrier.example/politique/"))
        ]
    );
    assert_eq!(
        name(article.section.as_ref().unwrap()),
        ("Politique", Some("https://courrier.example/politique/"))
    );
    assert_eq!(
        article.tags.iter().map(name).collect::<Vec<_>>(),
        [("Budget", None), ("Écoles", None), ("Sidi Amara", None)]
    );
    assert_eq!(article.published_at.as_deref(), Some("2026-02-03T06:00:00+01:00"));
    assert_eq!(article.modified_at.as_deref(), Some("2026-02-03T08:20:00+01:00"));
    assert_eq!(article.comments.unwrap().count, Some(14));
    let correction = article.correction.unwrap();
    assert_eq!(correction.text, "Le nombre de toits était faux.");
    assert_eq!(correction.date.as_deref(), Some("2026-02-03T08:20:00+01:00"));
    let image = article.image.unwrap();
    assert_eq!(image.src.as_str(), "https://courrier.example/images/ecole.jpg");
    assert_eq!((image.width, image.height), (Some(1280), Some(720)));
    assert_eq!(image.caption, [Inline::Text("La cour de l’école des Oliviers".to_owned())]);
    assert_eq!(image.credit.as_deref(), Some("Salma Idrissi"));
    assert_eq!(
        lines(&article.body),
        [
            "La hausse est de 4 %. Elle suit l’inflation, sans plus.",
            "Reste le bâti : douze toits sur vingt sont à refaire. Le devis date de 2024."
        ]
    );
}

#[test]
fn a_live_blog_is_its_updates() {
    let article = read(&fixture!("live"));
    assert_eq!(article.label.unwrap().kind, "live");
    assert_eq!(article.authors.iter().map(name).collect::<Vec<_>>(), [("La rédaction", None)]);
    assert!(article.image.unwrap().src.as_str().ends_with("16x9.jpg"), "the wide one");
    let [first, second] = article.updates.as_slice() else { panic!("{:?}", article.updates) };
    assert_eq!(first.title.as_deref(), Some("Le budget est adopté"));
    assert_eq!(lines(&first.body), ["Vingt-deux voix contre onze."]);
    assert_eq!(
        (second.title.as_deref(), lines(&second.body).join(" ")),
        (None, "La séance est ouverte.".into())
    );
    assert_ne!(first.id, second.id);
}

#[test]
fn lists_arrays_and_graphs_of_articles_are_teasers() {
    let list = teasers(&fixture!("list"), &context());
    let seen: Vec<_> = list.iter().map(|teaser| (teaser.title.as_str(), teaser.url.as_str())).collect();
    assert_eq!(
        seen,
        [
            ("Rendez l’ombre aux rues", "https://courrier.example/idees/ombre"),
            ("La régate partira d’Amara", "https://courrier.example/sport/regate"),
            ("La halle rouvre", "https://courrier.example/eco/halle"),
        ]
    );
    assert_eq!(list[0].label.as_ref().unwrap().kind, "opinion");
    assert_eq!(list[0].section.as_deref(), Some("Idées"));
    assert_eq!(list[0].summary.as_deref(), Some("Un arbre coûte moins cher qu’un auvent."));
    assert_eq!(list[0].image.as_ref().unwrap().src.as_str(), "https://courrier.example/images/ombre.jpg");
    let array = r#"[{"@type": "NewsArticle", "headline": "A", "url": "/a"}, {"@type": "Person", "name": "B", "url": "/b"},
        {"@type": "BlogPosting", "headline": "C", "url": "/c"}]"#;
    assert_eq!(teasers(&Json::parse(array).unwrap(), &context()).len(), 2);
    assert_eq!(teasers(&fixture!("graph"), &context()).len(), 1, "no step of a trail");
    let blog = r#"{"@type": "Blog", "blogPost": [{"@type": "BlogPosting", "headline": "A", "url": "/a"}],
        "hasPart": {"@type": "SiteNavigationElement", "name": "Menu", "url": "/menu"}}"#;
    assert_eq!(teasers(&Json::parse(blog).unwrap(), &context()).len(), 1);
}

#[test]
fn the_article_is_found_wherever_it_stands() {
    let node = r#"{"@type": ["schema:ReportageNewsArticle"], "headline": "Trouvé", "articleBody": "Texte."}"#;
    let stub = r#"{"@type": "NewsArticle", "headline": "Autre"}"#;
    for document in [
        node.to_owned(),
        format!("[{stub}, {node}]"),
        format!(r#"{{"@graph": [{{"@type": "Person"}}, {stub}, {node}]}}"#),
        format!(r#"{{"@type": "WebPage", "mainEntity": {node}}}"#),
        format!(r#"[{{"@graph": [{{"@type": "WebPage", "mainEntity": [{node}]}}]}}]"#),
    ] {
        assert_eq!(read(&Json::parse(&document).unwrap()).title, "Trouvé", "{document}");
    }
}

#[test]
fn a_label_comes_from_the_type() {
    for (kind, label) in [
        ("OpinionNewsArticle", Some("opinion")),
        ("AnalysisNewsArticle", Some("analysis")),
        ("AdvertiserContentArticle", Some("sponsored")),
        ("ReviewNewsArticle", Some("review")),
        ("SatiricalArticle", Some("satire")),
        ("LiveBlogPosting", Some("live")),
        ("BackgroundNewsArticle", None),
        ("ReportageNewsArticle", None),
        ("Article", None),
        ("BlogPosting", None),
    ] {
        let json = format!(r#"{{"@type": ["Thing", "{kind}"], "name": "T", "articleBody": "Texte."}}"#);
        let found = read(&Json::parse(&json).unwrap()).label.map(|label| label.kind);
        assert_eq!(found.as_deref(), label, "{kind}");
    }
}

#[test]
fn text_is_paragraphs_and_markup_is_blocks() {
    assert_eq!(lines(&body("Un.\n\nDeux < trois > un.")), ["Un.", "Deux < trois > un."]);
    assert_eq!(lines(&body("Un.\nDeux.\nTrois.")), ["Un.", "Deux.", "Trois."], "no blank line anywhere");
    assert_eq!(lines(&body("Un &amp; deux.\n\na<b")), ["Un & deux.", "a<b"]);
    assert_eq!(lines(&body("<p>Un.</p><h2>Titre</h2><p>Deux.</p>")), ["Un.", "Titre", "Deux."]);
    assert_eq!(
        lines(&body("&lt;p&gt;Un&amp;nbsp;!&lt;/p&gt;&lt;p&gt;Deux.&lt;/p&gt;")),
        ["Un\u{a0}!", "Deux."]
    );
    let marked = body("Un <strong>mot</strong>.\n\nDeux.");
    assert_eq!(lines(&marked), ["Un mot.", "Deux."]);
    let BlockKind::Paragraph { content } = &marked[0].kind else { panic!("{marked:?}") };
    assert!(
        content.iter().any(|inline| matches!(inline, Inline::Span(span) if span.kind == SpanKind::Strong))
    );
    let parts = r#"{"@type": "NewsArticle", "headline": "T", "articleBody": ["Un.", {"@value": "Deux.", "@language": "fr"}]}"#;
    assert_eq!(lines(&read(&Json::parse(parts).unwrap()).body), ["Un.", "Deux."]);
}

#[test]
fn fields_come_in_many_shapes() {
    let tags = |keywords: &str| {
        let tags = with(&format!(r#""keywords": {keywords},"#)).tags;
        tags.iter().map(|tag| tag.name.clone()).collect::<Vec<_>>().join("|")
    };
    assert_eq!(tags(r#""a, b ;c""#), "a|b|c");
    assert_eq!(tags(r#"["a", {"@type": "DefinedTerm", "name": "b", "url": "/t/b"}, 3, "a"]"#), "a|b");
    assert_eq!(tags(r#"{"@type": "DefinedTerm", "name": "b"}"#), "b");
    assert_eq!(tags(r#""أخبار، رياضة""#), "أخبار|رياضة");
    let image =
        |image: &str| with(&format!(r#""image": {image},"#)).image.map(|image| image.src.as_str().to_owned());
    assert_eq!(image(r#""/a.jpg""#).as_deref(), Some("https://courrier.example/a.jpg"));
    assert_eq!(
        image(r#"["javascript:x", {"url": "/b.jpg"}]"#).as_deref(),
        Some("https://courrier.example/b.jpg")
    );
    assert_eq!(image("7"), None);
    let page = |fields: &str| with(fields).url.map(|url| url.as_str().to_owned());
    assert_eq!(
        page(r#""url": "/u", "mainEntityOfPage": "https://a.example/m","#).as_deref(),
        Some("https://courrier.example/u")
    );
    assert_eq!(page(r#""mainEntityOfPage": "https://a.example/m","#).as_deref(), Some("https://a.example/m"));
    assert_eq!(
        page(r##""mainEntityOfPage": "True", "@id": "https://a.example/i#article","##).as_deref(),
        Some("https://a.example/i")
    );
    assert_eq!(page(r##""mainEntityOfPage": true, "@id": "#article","##), None);
    let access = |value: &str| with(&format!(r#""isAccessibleForFree": {value},"#)).access;
    assert_eq!(access("false"), Access::Subscriber);
    assert_eq!(access(r#""https://schema.org/False""#), Access::Subscriber);
    assert_eq!(access("true"), Access::Free);
    assert_eq!(access(r#""True""#), Access::Free);
    let language = |value: &str| with(&format!(r#""inLanguage": {value},"#)).language;
    assert_eq!(
        language(r#"{"@type": "Language", "name": "Français", "alternateName": "fr"}"#).as_deref(),
        Some("fr")
    );
    assert_eq!(language(r#""le français""#), None);
    let authors = with(r#""author": ["https://social.example/x", {"name": "A", "url": "javascript:1"}, {"@id": "nowhere"}],"#).authors;
    assert_eq!(authors.iter().map(name).collect::<Vec<_>>(), [("A", None)]);
}

#[test]
fn what_is_missing_is_named() {
    let wrong = |text: &str| article(&Json::parse(text).unwrap(), &context()).unwrap_err().message;
    assert_eq!(wrong(r#"{"@type": "Person"}"#), "schema-org: no article in the document");
    assert_eq!(wrong(r#"{"@type": "JobPosting", "name": "a"}"#), "schema-org: no article in the document");
    assert_eq!(
        wrong(r#"{"@type": "NewsArticle", "articleBody": "<hr>"}"#),
        "schema-org: headline is missing"
    );
    assert_eq!(wrong(r#"{"@type": "NewsArticle", "headline": "a"}"#), "schema-org: articleBody is missing");
    assert_eq!(
        wrong(r#"{"@type": "NewsArticle", "headline": "a", "articleBody": " "}"#),
        "schema-org: articleBody is missing"
    );
}

#[test]
fn films_and_recordings_stand_after_the_text_once() {
    let film = r#"{"@type": "VideoObject", "name": "Le port", "contentUrl": "/port.mp4", "thumbnailUrl": ["/port.jpg"], "duration": "PT1M33S"}"#;
    let article = with(&format!(
        r#""video": [{film}, {film}, {{"@id": "clip"}}, {{"name": "En direct", "embedUrl": "https://www.youtube.com/embed/dQw4w9WgXcQ", "contentUrl": "https://cdn.example/live.m3u8"}},
            {{"contentUrl": "javascript:alert(1)"}}, "texte"],
            "audio": [{{"@type": "AudioObject", "contentUrl": "https://cdn.example/voix.mp3", "description": "Lu par la rédaction", "duration": "PT6M"}},
                {{"contentUrl": "https://cdn.example/corne.mp3"}}],"#
    ));
    let [_, film, page, horn] = article.body.as_slice() else { panic!("{:?}", article.body) };
    let BlockKind::Video(film) = &film.kind else { panic!("{film:?}") };
    assert_eq!(film.src.as_str(), "https://courrier.example/port.mp4");
    assert_eq!((film.duration, film.poster.is_some()), (Some(93), true));
    assert!(matches!(film.caption.as_slice(), [Inline::Text(text)] if text == "Le port"));
    let BlockKind::Embed { provider, url, title } = &page.kind else { panic!("{page:?}") };
    assert_eq!((provider.as_str(), title.as_deref()), ("YouTube", Some("En direct")));
    assert_eq!(url.as_str(), "https://www.youtube.com/watch?v=dQw4w9WgXcQ");
    assert!(matches!(&horn.kind, BlockKind::Audio(_)));
    // The first recording is the text read aloud, and takes no time to read.
    let voice = article.audio.expect("a recording of the text");
    assert_eq!((voice.src.path(), voice.duration), ("/voix.mp3", Some(360)));
}
