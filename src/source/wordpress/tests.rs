use super::{article, shortcode, teasers};
use crate::article::{Article, BlockKind, Inline, Named, Summary};
use crate::network::address::{Purpose, resolve};
use crate::network::json::Json;
use crate::source::{Context, SourceErrorKind, html};
use proptest::prelude::*;

macro_rules! fixture {
    ($name:literal) => {
        Json::parse(include_str!(concat!("../../../tests/fixtures/wordpress/", $name, ".json"))).unwrap()
    };
}

fn read(json: &Json) -> Article {
    article(json, &Context::default()).unwrap()
}

fn post(fields: &str) -> Json {
    let json = format!(
        r#"{{"id": 7, "link": "https://news.example/monde/x/", "title": {{"rendered": "Titre"}}, "content": {{"rendered": "<p>Un texte</p>"}}, {fields} "type": "post"}}"#
    );
    Json::parse(&json).unwrap()
}

fn name(named: &Named) -> (&str, Option<&str>) {
    (&named.name, named.url.as_ref().map(|url| url.as_str()))
}

#[test]
fn live_coverage_is_followed_where_the_plugin_links_to_it() {
    let post = r#"{"title": {"rendered": "Un"}, "content": {"rendered": "<p>Deux.</p>"}, "_links": {"news_article_live": [{"href": "https://blog.example/wp-json/news-article/v1/live/7"}]}}"#;
    let article = article(&Json::parse(post).unwrap(), &Context::default()).unwrap();
    assert_eq!(article.updates_url.unwrap().as_str(), "https://blog.example/wp-json/news-article/v1/live/7");
}

#[test]
fn a_news_article_is_read_whole() {
    let article = read(&fixture!("post-tramway-le-trace-de-la-ligne-t4-adopte"));
    let site = "http://127.0.0.1:8081";
    assert_eq!(article.id.as_deref(), Some("28"));
    assert_eq!(
        article.title,
        "Tramway : le tracé de la ligne T4 adopté, l’opposition dénonce « un passage en force »"
    );
    assert_eq!(article.url.as_ref().unwrap().path(), "/politique/tramway-le-trace-de-la-ligne-t4-adopte/");
    assert_eq!(article.published_at.as_deref(), Some("2026-04-16T21:47:00+01:00"));
    assert_eq!(article.modified_at.as_deref(), Some("2026-04-17T08:05:30+01:00"));
    // Maroc comes first, but the permalink goes through Politique.
    let section = format!("{site}/category/politique/");
    assert_eq!(name(article.section.as_ref().unwrap()), ("Politique", Some(section.as_str())));
    assert_eq!(
        article.tags.iter().map(|tag| tag.name.as_str()).collect::<Vec<_>>(),
        ["Sidi Amara", "Transports"]
    );
    let author = format!("{site}/author/salma/");
    assert_eq!(
        article.authors.iter().map(name).collect::<Vec<_>>(),
        [("Salma Benjelloun", Some(author.as_str()))]
    );
    // The excerpt was cut from the body.
    assert_eq!(article.summary, None);
    assert_eq!(article.language, None);
    assert_eq!(
        article.related_url.unwrap().as_str(),
        format!("{site}/wp-json/wp/v2/posts?categories=2&exclude=28&per_page=8&_embed")
    );
    let comments = article.comments.unwrap();
    assert_eq!(comments.action.unwrap().as_str(), format!("{site}/wp-json/wp/v2/comments"));
    assert_eq!(comments.url.unwrap().as_str(), format!("{site}/wp-json/wp/v2/comments?post=28"));
    assert!(comments.open);
    assert_eq!(article.body.len(), 7);
}

#[test]
fn the_lead_image_comes_in_every_size_that_shows_all_of_it() {
    let image = read(&fixture!("post-tramway-le-trace-de-la-ligne-t4-adopte")).image.unwrap();
    assert!(image.src.as_str().ends_with("Tramway-facade-ete-1024x576.jpg"));
    assert_eq!((image.width, image.height), (Some(1024), Some(576)));
    assert_eq!(image.alt, "Une rame de tramway blanche devant la gare routière");
    let set = image.srcset.unwrap();
    let mut widths: Vec<_> = set.split(", ").map(|one| one.rsplit(' ').next().unwrap()).collect();
    widths.sort_unstable();
    assert_eq!(widths, ["1024w", "1536w", "2048w", "2560w", "300w", "768w"]);
    let mut caption = String::new();
    crate::article::plain_text(&image.caption, &mut caption);
    assert_eq!(caption, "Une rame de la ligne T2, le 18 mars. Photo : La Gazette & AFP-essai");
}

#[test]
fn a_post_without_a_title_is_known_by_its_first_words() {
    let titled = |html: &str| {
        let text = serde_json::json!({"title": {"rendered": " "}, "content": {"rendered": html}}).to_string();
        article(&Json::parse(&text).unwrap(), &Context::default()).map(|article| article.title)
    };
    assert_eq!(titled("<img src=/a.jpg><p> <b>Une</b> brève.</p><p>Deux</p>").unwrap(), "Une brève.");
    let long = "Le conseil a voté. ".repeat(9);
    assert_eq!(
        titled(&long).unwrap(),
        "Le conseil a voté. Le conseil a voté. Le conseil a voté. Le conseil…"
    );
    assert_eq!(titled(&"字".repeat(200)).unwrap().chars().count(), 121);
    assert_eq!(titled("<blockquote><ul><li>Cité</li></ul></blockquote>").unwrap(), "Cité");
    // With no word anywhere there is nothing to call it by.
    assert!(titled("<img src=/a.jpg>").is_err());
}

#[test]
fn what_is_an_error_object_or_missing_is_absent() {
    assert!(read(&fixture!("post-train-de-nuit")).authors.is_empty());
    let drones = read(&fixture!("post-start-up-drones"));
    assert_eq!(drones.image, None);
    assert!(
        drones.title.contains('🚁') || drones.title.chars().any(|c| c as u32 > 0x1_0000),
        "{}",
        drones.title
    );
    let vote = read(&fixture!("post-resultats-vote"));
    assert_eq!(vote.image, None);
    assert!(!vote.comments.unwrap().open);
}

#[test]
fn comments_are_counted_only_where_all_came_along() {
    let many = read(&fixture!("post-jardins-partages")).comments.unwrap();
    assert_eq!(many.count, None, "ten came along, and there are twelve");
    let some =
        read(&post(r#""comment_status": "open", "_embedded": {"replies": [[{"id": 1}, {"id": 2}]]},"#));
    assert_eq!(some.comments.unwrap().count, Some(2));
}

#[test]
fn a_post_by_slug_is_the_one_of_its_list() {
    assert_eq!(
        read(&fixture!("post-by-slug")),
        read(&fixture!("post-tramway-le-trace-de-la-ligne-t4-adopte"))
    );
    let error = article(&fixture!("post-by-slug-none"), &Context::default()).unwrap_err();
    assert_eq!(
        (error.kind, error.message.as_str()),
        (SourceErrorKind::Malformed, "wordpress: no post in the list")
    );
}

#[test]
fn errors_name_what_is_wrong() {
    let wrong = |json: &Json| {
        let error = article(json, &Context::default()).unwrap_err();
        (error.kind, error.message)
    };
    assert_eq!(
        wrong(&fixture!("error-post-404")),
        (SourceErrorKind::Malformed, "wordpress: the server answered rest_post_invalid_id".to_owned())
    );
    assert_eq!(wrong(&fixture!("post-rapport-cantines")).0, SourceErrorKind::Protected);
    assert_eq!(
        wrong(&Json::parse(r#"{"title": {"rendered": "x"}}"#).unwrap()).1,
        "wordpress: content.rendered is missing"
    );
    assert_eq!(
        wrong(&Json::parse(r#"{"content": {"rendered": "<hr>"}, "title": {}}"#).unwrap()).1,
        "wordpress: title.rendered is missing"
    );
    let large = format!(
        r#"{{"title": {{"rendered": "x"}}, "content": {{"rendered": "{}"}}}}"#,
        "a".repeat(3_000_000)
    );
    assert_eq!(wrong(&Json::parse(&large).unwrap()).0, SourceErrorKind::TooLarge);
}

#[test]
fn an_unlocked_post_is_read() {
    assert!(!read(&fixture!("post-rapport-cantines.unlocked")).body.is_empty());
}

#[test]
fn an_editors_excerpt_is_the_summary_and_a_cut_one_is_not() {
    let summary = |excerpt: &str| {
        read(&post(&format!(r#""excerpt": {{"rendered": "{excerpt}"}},"#))).summary.map(|summary| {
            match summary {
                Summary::Text(text) => text,
                Summary::Points(points) => points.join(" "),
            }
        })
    };
    assert_eq!(
        summary("<p>L&rsquo;essentiel en <em>bref</em>.</p>").as_deref(),
        Some("L’essentiel en bref.")
    );
    assert_eq!(summary("<p>Un texte</p>"), None);
    assert_eq!(summary("<p>Un texte&hellip;</p>"), None);
    assert_eq!(summary("<p>Autre chose [&hellip;]</p>"), None);
    assert_eq!(summary("<p>Autre chose [...]</p>"), None);
    assert_eq!(summary("<p>Autre chose&hellip;</p>").as_deref(), Some("Autre chose…"));
    assert_eq!(summary(""), None);
    for json in [
        fixture!("post-arabe"),
        fixture!("post-chinois"),
        fixture!("post-marche-central-rouvre"),
        fixture!("post-resultats-vote"),
    ] {
        let article = read(&json);
        let excerpt = html::text(&json.at("excerpt.rendered").text().unwrap());
        let cut = article.summary.is_none();
        // What these were set up with: an automatic one ends in brackets or is the whole of a short text.
        assert_eq!(cut, excerpt.ends_with("[…]") || opens(&article, &excerpt), "{excerpt}");
    }
}

fn opens(article: &Article, excerpt: &str) -> bool {
    let BlockKind::Paragraph { content } = &article.body.first().unwrap().kind else { return false };
    let mut text = String::new();
    crate::article::plain_text(content, &mut text);
    excerpt.starts_with(&text.chars().take(20).collect::<String>())
}

const CATEGORIES: &str = r#""_embedded": {"wp:term": [[
    {"id": 1, "name": "À la une", "slug": "a-la-une", "taxonomy": "category", "link": "https://news.example/a-la-une/"},
    {"id": 2, "name": "Monde &amp; Europe", "slug": "monde", "taxonomy": "category", "link": "https://news.example/monde/"},
    {"id": 3, "name": "Non classé", "slug": "non-classe", "taxonomy": "category"}
], {"code": "rest_forbidden"}]},"#;

#[test]
fn the_section_is_the_primary_category_where_one_is_named() {
    let section =
        |extra: &str| read(&post(&[CATEGORIES, extra].concat())).section.map(|section| section.name);
    assert_eq!(section("").as_deref(), Some("Monde & Europe"));
    assert_eq!(section(r#""meta": {"_yoast_wpseo_primary_category": "1"},"#).as_deref(), Some("À la une"));
    assert_eq!(section(r#""primary_category": {"term_id": 1},"#).as_deref(), Some("À la une"));
    assert_eq!(section(r#""link": "https://news.example/?p=7","#).as_deref(), Some("À la une"));
    let trail = r#""yoast_head_json": {"schema": {"@graph": [{"@type": "BreadcrumbList", "itemListElement": [
        {"name": "Accueil", "item": "https://news.example/"}, {"name": "À la une", "item": "https://news.example/a-la-une/"}, {"name": "Titre"}]}]}},"#;
    assert_eq!(section(trail).as_deref(), Some("À la une"));
    let article = read(&post(trail));
    assert_eq!(
        article.breadcrumbs.iter().map(|crumb| crumb.name.as_str()).collect::<Vec<_>>(),
        ["Accueil", "À la une"]
    );
    let uncategorised = r#""_embedded": {"wp:term": [[{"id": 3, "name": "Non classé", "slug": "non-classe", "taxonomy": "category"}]]},"#;
    assert_eq!(read(&post(uncategorised)).section, None);
}

#[test]
fn plugins_tell_language_and_authors() {
    let language = |extra: &str| read(&post(extra)).language;
    assert_eq!(language(r#""lang": "ar","#).as_deref(), Some("ar"));
    assert_eq!(language(r#""yoast_head_json": {"og_locale": "fr_MA"},"#).as_deref(), Some("fr-MA"));
    assert_eq!(language(r#""lang": "<x>","#), None);
    let authors =
        |extra: &str| read(&post(extra)).authors.iter().map(|author| author.name.clone()).collect::<Vec<_>>();
    assert_eq!(authors(r#""yoast_head_json": {"author": "A. B."},"#), ["A. B."]);
    assert_eq!(
        authors(r#""authors": [{"display_name": "A &amp; B"}, {"display_name": "C"}],"#),
        ["A & B", "C"]
    );
    assert_eq!(
        authors(r#""_embedded": {"author": [{"code": "rest_user_invalid_id"}]},"#),
        Vec::<String>::new()
    );
}

#[test]
fn routes_are_found_without_pretty_permalinks_and_without_links() {
    let plain = post(
        r#""comment_status": "open", "categories": [4], "_links": {"collection": [{"href": "https://news.example/index.php?rest_route=/wp/v2/posts"}],
        "replies": [{"href": "https://news.example/index.php?rest_route=%2Fwp%2Fv2%2Fcomments&post=7"}]},"#,
    );
    let article = read(&plain);
    assert_eq!(
        article.related_url.unwrap().as_str(),
        "https://news.example/index.php?rest_route=/wp/v2/posts&categories=4&exclude=7&per_page=8&_embed"
    );
    assert_eq!(
        article.comments.unwrap().action.unwrap().as_str(),
        "https://news.example/index.php?rest_route=%2Fwp%2Fv2%2Fcomments"
    );
    let base = resolve("https://cms.example/wp-json/wp/v2/posts/7?_embed", None, Purpose::Endpoint);
    let article = super::article(
        &post(r#""comment_status": "open", "categories": [4],"#),
        &Context { base, ..Context::default() },
    )
    .unwrap();
    assert_eq!(
        article.related_url.unwrap().as_str(),
        "https://cms.example/wp-json/wp/v2/posts?categories=4&exclude=7&per_page=8&_embed"
    );
    assert_eq!(
        article.comments.unwrap().action.unwrap().as_str(),
        "https://cms.example/wp-json/wp/v2/comments"
    );
}

#[test]
fn a_list_becomes_teasers() {
    for list in [fixture!("list-related"), fixture!("list-related.fields")] {
        let teasers = teasers(&list, &Context::default());
        assert_eq!(teasers.len(), 10);
        for teaser in &teasers {
            assert_eq!(teaser.section.as_deref(), Some("Maroc"));
            assert!(
                teaser.summary.as_ref().is_some_and(|text| !text.contains('[') && !text.contains('&')),
                "{teaser:?}"
            );
            assert!(teaser.published_at.is_some());
        }
    }
    assert!(teasers(&fixture!("error-page"), &Context::default()).is_empty());
}

#[test]
fn shortcodes_go_and_prose_stays() {
    for (html, expected) in [
        (
            "a [infographie id=&nbsp;&raquo;412&Prime; titre=&nbsp;&raquo;Débit de la source&nbsp;&raquo;] b",
            "a  b",
        ),
        ("<p>a [button\u{a0}link=\"x\"] b</p>", "<p>a  b</p>"),
        ("<p>[contact-form-7 id=\"58\" title=\"Une info ? Écrivez-nous\"]</p>", "<p></p>"),
        ("[encadre]un <b>deux</b>[/encadre]", "un <b>deux</b>"),
        ("[col width=&#8221;1/2&#8243;]un[/col]", "un"),
        ("[gallery]", ""),
        ("[saut /]", ""),
        ("[ma_pub]", ""),
        ("[x a=1<br />\nb=2]suite", "suite"),
        (
            "un [sic] deux […] trois [...] quatre [1] [note] [NDLR : x=y] [a b] [] [/fin]",
            "un [sic] deux […] trois [...] quatre [1] [note] [NDLR : x=y] [a b] [] [/fin]",
        ),
        (
            "<pre>[gallery ids=1]</pre><code>[x a=1]</code>[x a=1]",
            "<pre>[gallery ids=1]</pre><code>[x a=1]</code>",
        ),
        ("<a title='[x a=1]'>[x a=1</a>", "<a title='[x a=1]'>[x a=1</a>"),
        (
            "[caption id=\"a\" width=\"300\"]<img src=/a.jpg> Une légende[/caption]",
            "<figure class=\"wp-caption\"><img src=/a.jpg> Une légende</figure>",
        ),
        ("<script>x[y z=1]</script>", "<script>x[y z=1]</script>"),
        ("t[i] = [a=1]", "t[i] = [a=1]"),
    ] {
        assert_eq!(shortcode::expanded(html), expected, "{html}");
    }
}

#[test]
fn text_with_more_brackets_than_any_article_stays_as_it_is() {
    let many = "[/a][a]".repeat(100_000);
    assert_eq!(shortcode::expanded(&many), many);
    assert_eq!(shortcode::expanded(&"[/a][a]".repeat(400)), "");
}

#[test]
fn an_address_of_a_profile_alone_in_a_paragraph_stays_a_link() {
    for url in [
        "https://twitter.com/quotidien",
        "https://www.instagram.com/quotidien/",
        "https://www.youtube.com/@quotidien",
    ] {
        let html = format!("<p><a href='{url}'>{url}</a></p>");
        let text = serde_json::json!({"title": {"rendered": "t"}, "content": {"rendered": html}}).to_string();
        let body = read(&Json::parse(&text).unwrap()).body;
        assert!(matches!(body[0].kind, BlockKind::Paragraph { .. }), "{url}");
    }
}

#[test]
fn an_address_alone_in_a_paragraph_is_an_embed() {
    let html = "<p>https://x.com/a/status/1</p><p><a href='https://youtu.be/aB3'>https://youtu.be/aB3</a></p><p>https://www.example.org/x</p><p>https://x.com/a et suite</p><p>https://fb.watch/abc/</p>";
    let text = serde_json::json!({"title": {"rendered": "t"}, "content": {"rendered": html}}).to_string();
    let body = read(&Json::parse(&text).unwrap()).body;
    let [first, second, third, fourth, fifth] = body.as_slice() else { panic!("{body:?}") };
    let BlockKind::Embed { provider, url, title } = &first.kind else { panic!("{first:?}") };
    assert_eq!(
        (provider.as_str(), url.as_str(), title.as_deref()),
        ("X", "https://x.com/a/status/1", Some("https://x.com/a/status/1"))
    );
    let BlockKind::Embed { provider, url, .. } = &second.kind else { panic!("{second:?}") };
    assert_eq!((provider.as_str(), url.as_str()), ("YouTube", "https://www.youtube.com/watch?v=aB3"));
    let BlockKind::Paragraph { content } = &third.kind else { panic!("{third:?}") };
    assert!(matches!(content.as_slice(), [Inline::Span(span)] if span.href.is_some()));
    assert!(
        matches!(&fourth.kind, BlockKind::Paragraph { content } if matches!(content.as_slice(), [Inline::Text(_)]))
    );
    assert!(matches!(fifth.kind, BlockKind::Embed { .. }));
}

fn json() -> impl Strategy<Value = serde_json::Value> {
    let leaf = prop_oneof![
        Just(serde_json::Value::Null),
        any::<bool>().prop_map(Into::into),
        any::<f64>().prop_map(Into::into),
        "\\PC{0,12}".prop_map(Into::into),
        prop::sample::select(vec![
            "javascript:x",
            "https://a.example/wp-json/wp/v2/posts",
            "2026-04-16T21:47:00",
            "category"
        ])
        .prop_map(Into::into),
    ];
    let keys = prop::sample::select(vec![
        "id",
        "link",
        "title",
        "content",
        "rendered",
        "protected",
        "excerpt",
        "_embedded",
        "author",
        "wp:term",
        "wp:featuredmedia",
        "media_details",
        "sizes",
        "source_url",
        "width",
        "height",
        "name",
        "slug",
        "taxonomy",
        "_links",
        "replies",
        "collection",
        "href",
        "date",
        "date_gmt",
        "categories",
        "yoast_head_json",
        "schema",
        "@graph",
        "comment_status",
        "code",
    ]);
    leaf.prop_recursive(5, 80, 6, move |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Into::into),
            prop::collection::vec((keys.clone(), inner), 0..6).prop_map(|members| serde_json::Value::Object(
                members.into_iter().map(|(key, value)| (key.to_owned(), value)).collect()
            )),
        ]
    })
}

proptest! {
    #[test]
    fn any_document_is_read_without_a_panic(value in json()) {
        let json = Json::from(value);
        let _ = article(&json, &Context::default());
        let _ = teasers(&json, &Context::default());
    }

    #[test]
    fn any_text_goes_through_the_shortcodes_without_a_panic(text in "[\\[\\]/a-z_= <>&;\"é]{0,80}") {
        let once = shortcode::expanded(&text);
        prop_assert!(once.len() <= text.len() + text.matches("caption").count() * 32);
    }
}
