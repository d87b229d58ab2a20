mod cost;

use super::reader::{ListReader, Reader};
use super::{Context, Format, SourceError};
use crate::article::{Article, Teaser};
use crate::network::address::{Purpose, resolve};
use crate::network::json::Json;
use proptest::prelude::*;
use serde_json::Value;

fn article(json: &Json, format: Option<Format>, context: &Context) -> Result<Article, SourceError> {
    let format = format.unwrap_or_else(|| Format::recognise(json));
    super::article(Reader::in_one_piece(format), json, context)
}

fn teasers(json: &Json, context: &Context) -> Vec<Teaser> {
    super::teasers(ListReader::in_one_piece(Format::recognise(json)), json, context)
}

fn format(text: &str) -> Format {
    Format::recognise(&Json::parse(text).unwrap())
}

#[test]
fn each_format_is_recognised_by_its_own_marks() {
    use Format::{Ans, Drupal, JsonFeed, Native, Ninjs, SchemaOrg, WordPress};
    for (text, expected) in [
        (r#"{"title": "T", "body": []}"#, Native),
        (r#"{"title": "T", "bodyHtml": "", "_links": {}, "@context": "x", "content_html": ""}"#, Native),
        (r#"[{"title": "T", "url": "/a"}]"#, Native),
        (r#"{"items": [{"title": "T", "url": "/a"}]}"#, Native),
        ("[]", Native),
        ("{}", Native),
        ("7", Native),
        (r#"{"title": {"rendered": "T"}, "content": {"rendered": ""}}"#, WordPress),
        (r#"[{"title": {"rendered": "T"}, "yoast_head_json": {"schema": {"@graph": []}}}]"#, WordPress),
        (r#"{"version": "https://jsonfeed.org/version/1", "items": []}"#, JsonFeed),
        (r#"{"items": [{"content_text": "a"}]}"#, JsonFeed),
        (r#"{"id": "1", "title": "T", "content_html": "a"}"#, JsonFeed),
        (r#"[{"id": "1", "content_text": "a"}]"#, JsonFeed),
        (include_str!("../../tests/fixtures/json-feed/feed.json"), JsonFeed),
        (include_str!("../../tests/fixtures/json-feed/version-1-item.json"), JsonFeed),
        (r#"{"@type": "NewsArticle"}"#, SchemaOrg),
        (r#"{"@context": "https://schema.org", "@graph": []}"#, SchemaOrg),
        (include_str!("../../tests/fixtures/schema-org/graph.json"), SchemaOrg),
        (include_str!("../../tests/fixtures/schema-org/live.json"), SchemaOrg),
        (include_str!("../../tests/fixtures/schema-org/list.json"), SchemaOrg),
        (r#"{"$standard": {"name": "ninjs"}, "uri": "u"}"#, Ninjs),
        (r#"{"uri": "u", "headline": "T"}"#, Ninjs),
        (r#"{"uri": "u", "body_html": "<p>T</p>"}"#, Ninjs),
        (r#"{"uri": "u", "renditions": {}}"#, Ninjs),
        (r#"{"type": "story", "version": "0.10.9", "taxonomy": {}}"#, Ans),
        (r#"{"type": "node--article", "id": "u", "title": "T", "path": {"alias": "/t"}}"#, Drupal),
        (r#"[{"type": "node--article", "id": "u", "title": "T"}]"#, Drupal),
        (r#"{"data": [{"type": "node--page", "id": "u", "attributes": {"titel": "T"}}]}"#, Drupal),
    ] {
        assert_eq!(format(text), expected, "{text}");
    }
}

#[test]
fn every_format_has_a_name() {
    for (name, expected) in [
        ("native", Some(Format::Native)),
        (" wordpress ", Some(Format::WordPress)),
        ("json-feed", Some(Format::JsonFeed)),
        ("schema-org", Some(Format::SchemaOrg)),
        ("auto", None),
        ("rss", Some(Format::Rss)),
        ("ninjs", Some(Format::Ninjs)),
        ("atom", None),
    ] {
        assert_eq!(Format::named(name, &Json::null()), expected, "{name}");
    }
}

#[test]
fn an_unknown_document_fails_as_a_native_one() {
    let error = article(&Json::parse("{}").unwrap(), None, &Context::default()).unwrap_err();
    assert_eq!(error.message, "native: title is missing");
}

/// Documents with a text and no title, in every format but our own; `NOTE` is the text.
const NOTES: &[(Format, &str)] = &[
    (Format::WordPress, r#"{"content": {"rendered": "<p>NOTE<br>Suite.</p>"}, "_links": {}}"#),
    (Format::WordPress, r#"{"title": {"rendered": ""}, "content": {"rendered": "<p>NOTE</p>"}}"#),
    (Format::JsonFeed, r#"{"items": [{"id": 1, "content_html": "<p><br></p><p>NOTE<br>Suite.</p>"}]}"#),
    (Format::JsonFeed, r#"{"id": 1, "content_text": "NOTE\n\nSuite."}"#),
    (Format::SchemaOrg, r#"{"@type": "SocialMediaPosting", "articleBody": "NOTE\n\nSuite."}"#),
    (Format::Ghost, r#"{"html": "<p>NOTE</p>", "uuid": "u", "slug": "s"}"#),
    (Format::Ans, r#"{"version": "1", "content_elements": [{"type": "text", "content": "NOTE"}]}"#),
    (Format::Guardian, r#"{"response": {"content": {"webTitle": "", "fields": {"body": "<p>NOTE</p>"}}}}"#),
    (
        Format::Ninjs,
        r#"{"uri": "u", "versioncreated": "2026-03-12T18:30:00Z", "body_html": "<p>NOTE</p><p>Suite.</p>"}"#,
    ),
    (Format::Ninjs, r#"{"uri": "u", "bodies": [{"role": "main", "value": "NOTE"}]}"#),
    (
        Format::Drupal,
        r#"{"data": {"attributes": {"drupal_internal__nid": 7, "body": {"processed": "<p>NOTE</p>"}}}}"#,
    ),
    (Format::AppleNews, r#"{"identifier": "7", "components": [{"role": "body", "text": "NOTE"}]}"#),
    (
        Format::Rss,
        "<rss><channel><item><description>&lt;p&gt;NOTE&lt;br&gt;Suite.&lt;/p&gt;</description></item></channel></rss>",
    ),
    (
        Format::Rss,
        "<feed xmlns='http://www.w3.org/2005/Atom'><entry><title/><content>NOTE</content></entry></feed>",
    ),
];

#[test]
fn an_article_without_a_title_is_known_by_its_first_words_in_every_format_but_our_own() {
    let note = "Le premier bus de nuit est parti à 0 h 10.";
    for &(format, text) in NOTES {
        let json = Json::document(&text.replace("NOTE", note)).unwrap();
        assert_eq!(Format::recognise(&json), format, "{text}");
        let article = article(&json, None, &Context::default()).unwrap();
        assert_eq!(article.title, note, "{text}");
        assert!(!article.body.is_empty(), "the text itself stays: {text}");
    }
}

#[test]
fn a_long_text_is_read_to_its_end_in_every_format() {
    let others = [
        r#"{"title": "T", "body": [{"type": "paragraph", "content": ["NOTE"]}]}"#,
        r#"{"title": "T", "bodyHtml": "<p>NOTE</p>"}"#,
        r#"{"title": "T", "body": {"time": 1, "version": "2.28.0", "blocks": [{"type": "paragraph", "data": {"text": "NOTE"}}]}}"#,
        r#"{"title": "T", "body": [{"_type": "block", "children": [{"_type": "span", "text": "NOTE"}]}]}"#,
        r#"{"posts": [{"plaintext": "NOTE", "title": "T", "uuid": "u"}]}"#,
        r#"{"response": {"content": {"webTitle": "T", "blocks": {"body": [{"bodyHtml": "<p>NOTE</p>"}]}}}}"#,
    ];
    let long = "mot ".repeat(100_000) + "dernier";
    for text in NOTES.iter().map(|(_, text)| text).chain(&others) {
        let json = Json::document(&text.replace("NOTE", &long)).unwrap();
        let article = article(&json, None, &Context::default()).unwrap();
        let told = serde_json::to_string(&article.body).unwrap();
        assert_eq!(told.matches("mot").count(), 100_000, "{text}");
        assert!(told.contains("dernier"), "{text}");
    }
}

#[test]
fn a_card_without_a_title_is_known_by_its_first_words_too() {
    for text in [
        r#"[{"link": "/a", "content": {"rendered": "<p>NOTE</p>"}, "title": {"rendered": ""}}]"#,
        r#"[{"link": "/a", "excerpt": {"rendered": "<p>NOTE</p>"}, "title": {"rendered": ""}, "_links": {}}]"#,
        r#"{"items": [{"url": "/a", "content_html": "<p>NOTE<br>Suite.</p>"}]}"#,
        r#"[{"@type": "BlogPosting", "url": "/a", "description": "NOTE"}]"#,
        r#"{"posts": [{"title": "", "html": "<p>NOTE</p>", "uuid": "u", "slug": "s", "url": "/a", "excerpt": "NOTE"}]}"#,
        r#"[{"version": "1", "content_elements": [], "website_url": "/a", "description": {"basic": "NOTE"}}]"#,
        r#"{"response": {"results": [{"webUrl": "/a", "fields": {"trailText": "NOTE"}}]}}"#,
        r#"[{"uri": "https://a.example/a", "versioncreated": "2026-03-12T18:30:00Z", "description_text": "NOTE"}]"#,
        r#"{"data": [{"attributes": {"drupal_internal__nid": 7, "body": {"processed": "<p>NOTE</p>"}}}]}"#,
        r#"{"components": [{"role": "body"}], "identifier": "7", "metadata": {"canonicalURL": "/a", "excerpt": "NOTE"}}"#,
        "<rss><channel><item><link>/a</link><description>NOTE</description></item></channel></rss>",
    ] {
        let json = Json::document(&text.replace("NOTE", "Une brève.")).unwrap();
        let base = resolve("https://a.example/list", None, Purpose::Page);
        let [teaser] = &*teasers(&json, &Context { base, ..Context::default() }) else { panic!("{text}") };
        assert_eq!((teaser.title.as_str(), teaser.summary.as_deref()), ("Une brève.", None), "{text}");
    }
}

/// The fields that hold an address, by the names that the model gives them.
const ADDRESSES: [&str; 7] = ["url", "src", "href", "action", "poster", "relatedUrl", "srcset"];

/// Every address of what was read has a scheme that is allowed where it stands.
pub(super) fn check(value: &Value) {
    match value {
        Value::Array(items) => items.iter().for_each(check),
        Value::Object(members) => {
            for (key, value) in members {
                if let (true, Value::String(address)) = (ADDRESSES.contains(&key.as_str()), value) {
                    let scheme = address.split(':').next().unwrap();
                    let allowed: &[&str] = match key.as_str() {
                        "href" => &["http", "https", "mailto", "tel"],
                        "src" | "poster" => &["http", "https", "data"],
                        // A publisher's profile may be a `mailto:`.
                        "url" => &["http", "https", "mailto", "tel"],
                        _ => &["http", "https"],
                    };
                    assert!(allowed.contains(&scheme), "{key}: {address}");
                    assert!(!address.starts_with("data:") || address.starts_with("data:image/"), "{address}");
                }
                check(value);
            }
        }
        _ => {}
    }
}

fn leaf() -> impl Strategy<Value = Value> {
    prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Into::into),
        any::<f64>().prop_map(Into::into),
        any::<u32>().prop_map(Into::into),
        "\\PC{0,16}".prop_map(Into::into),
        any::<String>().prop_map(Into::into),
        prop::sample::select(vec![
            "javascript:alert(1)",
            " java\tscript:alert(1)",
            "JAVASCRIPT:x",
            "vbscript:x",
            "data:text/html,<b>x",
            "data:image/svg+xml;base64,AAAA",
            "data:image/png;base64,AAAA",
            "blob:https://a.example/1",
            "file:///etc/passwd",
            "//b.example/x",
            "/\\b.example",
            "https:b",
            "#f",
            "?q",
            "mailto:a@a.example",
            "tel:+1",
            "about:blank",
            "https://a.example/a",
            "https://a@b.example/",
            "a.jpg 1x, javascript:x 2x",
            "ftp://a.example/",
            "<p>a <a href=\"javascript:x\">b</a><img src=\"data:text/html,x\"></p>",
            "<a href=jAvascript:x>x</a>\n\nb",
            "&lt;p&gt;<&lt;/p&gt;",
            "a\n\nb &amp; c",
            "2026-03-21T09:00:00+01:00",
            "fr",
            "https://jsonfeed.org/version/1.1",
            "image",
            "embed",
            "audio",
            "video",
            "link",
            "gallery",
            "quote",
            "paragraph",
            "table",
            "list",
            "NewsArticle",
            "LiveBlogPosting",
            "ItemList",
            "BreadcrumbList",
            "ListItem",
            "ImageObject",
            "audio/mpeg",
            "video/mp4",
        ])
        .prop_map(Into::into),
    ]
}

/// Documents of any shape, made of the names that the sources know.
fn json() -> impl Strategy<Value = Value> {
    let keys = prop::sample::select(vec![
        "id",
        "url",
        "title",
        "body",
        "bodyHtml",
        "type",
        "content",
        "href",
        "src",
        "srcset",
        "poster",
        "image",
        "images",
        "items",
        "rows",
        "head",
        "caption",
        "cite",
        "summary",
        "section",
        "tags",
        "authors",
        "breadcrumbs",
        "name",
        "related",
        "relatedUrl",
        "comments",
        "action",
        "newsletter",
        "social",
        "network",
        "label",
        "correction",
        "text",
        "date",
        "version",
        "content_html",
        "content_text",
        "external_url",
        "banner_image",
        "author",
        "language",
        "attachments",
        "mime_type",
        "duration_in_seconds",
        "date_published",
        "@type",
        "@id",
        "@graph",
        "@context",
        "@value",
        "headline",
        "articleBody",
        "liveBlogUpdate",
        "mainEntity",
        "mainEntityOfPage",
        "articleSection",
        "keywords",
        "inLanguage",
        "breadcrumb",
        "itemListElement",
        "item",
        "position",
        "contentUrl",
        "thumbnailUrl",
        "width",
        "height",
        "creator",
        "isAccessibleForFree",
        "commentCount",
        "identifier",
        "hasPart",
        "description",
    ]);
    let tree = leaf().prop_recursive(5, 80, 8, move |inner| {
        prop_oneof![
            1 => prop::collection::vec(inner.clone(), 0..6),
            3 => prop::collection::vec((keys.clone(), inner), 0..10)
                .prop_map(|members| vec![Value::Object(members.into_iter().map(|(key, value)| (key.to_owned(), value)).collect())]),
        ]
        .prop_map(|mut values| if values.len() == 1 { values.remove(0) } else { Value::Array(values) })
    });
    // What a source requires, so that most documents get past the first line.
    (tree, any::<u8>()).prop_map(|(mut value, bits)| {
        if let Value::Object(members) = &mut value {
            let mut put = |bit: u8, key: &str, value: &str| {
                if bits & bit != 0 {
                    members.entry(key.to_owned()).or_insert_with(|| value.into());
                }
            };
            put(1, "title", "T");
            put(2, "headline", "T");
            put(4, "@type", "NewsArticle");
            put(8, "articleBody", "<a href=\"javascript:x\">a</a>");
            put(16, "content_html", "<a href=\"data:x\">a</a><img src=x>");
            put(32, "bodyHtml", "<a href=\"vbscript:x\">a</a>");
        }
        value
    })
}

proptest! {
    #[test]
    fn whatever_goes_in_no_panic_and_no_scheme_that_is_not_allowed_comes_out(value in json(), based in any::<bool>()) {
        let json = Json::from(value);
        let base = resolve("https://news.example/a/b?c#d", None, Purpose::Page).filter(|_| based);
        let context = Context { base, ..Context::default() };
        for format in [None, Some(Format::Native), Some(Format::JsonFeed), Some(Format::SchemaOrg), Some(Format::WordPress)] {
            if let Ok(article) = article(&json, format, &context) {
                prop_assert!(!article.title.trim().is_empty());
                check(&serde_json::to_value(&article).unwrap());
            }
        }
        for read in [super::native::teasers, super::json_feed::teasers, super::schema_org::teasers, teasers] {
            let list = read(&json, &context);
            prop_assert!(list.len() <= 50);
            check(&serde_json::to_value(&list).unwrap());
        }
    }
}
