//! The data for search engines in a rendered article, checked by schema.org's types and by Google's requirements for
//! articles, live coverage, paywalled content and breadcrumbs.

#![allow(clippy::unwrap_used, reason = "a test may")]

use news_article_render::{Options, render};
use serde_json::{Value, json};

const SITE: &str = r#"{"publisher": {"name": "The Journal", "url": "/", "logo": {"url": "/logo.png", "width": 600, "height": 60}}}"#;

fn options() -> Options {
    Options {
        lang: Some("en".to_owned()),
        base: Some("https://journal.example/api/42.json".to_owned()),
        ..Options::default()
    }
}

fn graph(json: &str, options: &Options) -> Value {
    let html = render(json, options).unwrap().html;
    let (_, rest) = html.split_once("<script type=\"application/ld+json\">").unwrap();
    serde_json::from_str(rest.split_once("</script>").unwrap().0).unwrap()
}

fn node(article: &Value) -> Value {
    graph(&article.to_string(), &options()).pointer("/@graph/0").cloned().unwrap()
}

/// All samples of the demo and all captured documents that are articles.
fn samples() -> Vec<(String, Value)> {
    let root = concat!(env!("CARGO_MANIFEST_DIR"), "/..");
    let mut folders = vec![format!("{root}/demo/api/articles")];
    for entry in std::fs::read_dir(format!("{root}/tests/fixtures")).unwrap() {
        folders.push(entry.unwrap().path().display().to_string());
    }
    let mut samples = Vec::new();
    let with_site = Options { site: Some(SITE.to_owned()), ..options() };
    for folder in folders.iter().filter(|folder| std::path::Path::new(folder).is_dir()) {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if let Ok(text) = std::fs::read_to_string(&path)
                && let Ok(rendered) = render(&text, &with_site)
            {
                assert_eq!(rendered.html.matches("<h1").count(), 1, "{}", path.display());
                samples.push((path.display().to_string(), graph(&text, &with_site)));
            }
        }
    }
    assert!(samples.len() > 70, "{}", samples.len());
    samples
}

fn is_text(value: &Value) -> bool {
    value.as_str().is_some_and(|text| !text.trim().is_empty())
}

fn is_web(value: &Value) -> bool {
    value.as_str().is_some_and(|text| text.starts_with("https://") || text.starts_with("http://"))
}

/// A date with time and offset, or a date alone.
fn is_moment(value: &Value) -> bool {
    value.as_str().is_some_and(|text| {
        text.len() == 10
            || text.ends_with('Z')
            || text.len() > 19 && text.get(19..).is_some_and(|zone| zone.contains([':', 'Z']))
    })
}

fn is_absent_or(value: &Value, is: fn(&Value) -> bool) -> bool {
    value.is_null() || is(value)
}

fn is_image(image: &Value) -> bool {
    image["@type"] == "ImageObject" && is_web(&image["url"])
}

fn is_author(author: &Value) -> bool {
    (author["@type"] == "Person" || author["@type"] == "Organization")
        && is_text(&author["name"])
        && is_absent_or(&author["url"], is_web)
}

fn list(value: &Value) -> impl Iterator<Item = &Value> {
    assert!(value.is_null() || value.as_array().is_some_and(|all| !all.is_empty()), "{value}");
    value.as_array().into_iter().flatten()
}

#[test]
fn every_samples_data_has_the_shapes_that_search_engines_ask_for() {
    for (name, graph) in samples() {
        assert_eq!(graph["@context"], "https://schema.org");
        let node = &graph["@graph"][0];
        let kind = node["@type"].as_str().unwrap();
        assert!(kind.ends_with("Article") || kind == "LiveBlogPosting", "{name}: {kind}");
        assert!(is_text(&node["headline"]), "{name}");
        assert!(list(&node["image"]).all(is_image), "{name}: {}", node["image"]);
        for key in ["datePublished", "dateModified", "coverageStartTime", "coverageEndTime"] {
            assert!(is_absent_or(&node[key], is_moment), "{name}: {key}: {}", node[key]);
        }
        assert!(!node["datePublished"].is_null() || node["dateModified"].is_null(), "{name}");
        assert!(list(&node["author"]).all(is_author), "{name}: {}", node["author"]);
        let publisher = &node["publisher"];
        assert!(publisher["@type"] == "Organization" && is_text(&publisher["name"]), "{name}: {publisher}");
        assert!(
            is_absent_or(&publisher["url"], is_web) && is_absent_or(&publisher["logo"], is_image),
            "{name}"
        );
        let is_free = node["isAccessibleForFree"].as_bool();
        let part = &node["hasPart"];
        match is_free {
            Some(true) => assert!(part.is_null(), "{name}: {part}"),
            _ => assert!(
                is_free == Some(false)
                    && part["@type"] == "WebPageElement"
                    && part["isAccessibleForFree"] == false
                    && part["cssSelector"] == ".news-article-paywall",
                "{name}: {part}"
            ),
        }
        for update in list(&node["liveBlogUpdate"]) {
            assert_eq!(update["@type"], "BlogPosting", "{name}");
            assert!(is_text(&update["headline"]) && is_text(&update["articleBody"]), "{name}: {update}");
            assert!(is_absent_or(&update["datePublished"], is_moment), "{name}: {update}");
            assert!(list(&update["author"]).all(is_author) && list(&update["image"]).all(is_image), "{name}");
        }
        for trail in list(&graph["@graph"]).filter(|node| node["@type"] == "BreadcrumbList") {
            let items: Vec<&Value> = list(&trail["itemListElement"]).collect();
            assert!(items.len() > 1, "{name}: {trail}");
            for (at, item) in items.iter().enumerate() {
                assert_eq!(
                    (&item["@type"], &item["position"]),
                    (&json!("ListItem"), &json!(at + 1)),
                    "{name}"
                );
                // The last entry may have no address, because it is the page itself.
                let may_lack = at + 1 == items.len();
                assert!(is_text(&item["name"]), "{name}: {item}");
                assert!(is_web(&item["item"]) || may_lack && item["item"].is_null(), "{name}: {item}");
            }
        }
    }
}

#[test]
fn live_coverage_is_a_live_blog_with_its_updates() {
    let live = json!({
        "url": "/2026/vote", "title": "The vote", "publishedAt": "2026-03-21T08:00:00+01:00",
        "liveUntil": "2026-03-21T23:00:00+01:00", "body": ["All day."],
        "updates": [
            {"id": 2, "title": "A result", "publishedAt": "2026-03-21T20:00:00+01:00", "author": "Ada", "body": [
                "Fifty-two.", {"type": "list", "items": [["One"], ["Two"]]},
                {"type": "image", "src": "/i.jpg", "alt": "A hall"},
            ]},
            {"id": 1, "publishedAt": "2026-03-21T09:00:00+01:00", "body": "The doors are open, and a queue stands before them since six in the morning."},
        ],
    });
    let node = node(&live);
    assert_eq!(node["@type"], "LiveBlogPosting");
    assert_eq!(node["coverageStartTime"], "2026-03-21T08:00:00+01:00");
    assert_eq!(node["coverageEndTime"], "2026-03-21T23:00:00+01:00");
    assert_eq!(
        node["liveBlogUpdate"][0],
        json!({
            "@type": "BlogPosting",
            "@id": "https://journal.example/2026/vote#update-2",
            "url": "https://journal.example/2026/vote#update-2",
            "headline": "A result",
            "articleBody": "Fifty-two.\nOne\nTwo",
            "datePublished": "2026-03-21T20:00:00+01:00",
            "author": [{"@type": "Person", "name": "Ada"}],
            "image": [{"@type": "ImageObject", "url": "https://journal.example/i.jpg", "caption": "A hall"}],
        })
    );
    let headline = node["liveBlogUpdate"][1]["headline"].as_str().unwrap();
    assert!(headline.starts_with("The doors are open") && headline.ends_with('…'), "{headline}");
}

#[test]
fn without_a_date_of_its_own_coverage_begins_with_the_first_update() {
    let live = json!({"title": "The vote", "body": [], "updates": [
        {"id": 2, "title": "b", "publishedAt": "2026-03-21T20:00:00Z"},
        {"id": 1, "title": "a", "publishedAt": "2026-03-21T09:00:00Z"},
    ]});
    assert_eq!(node(&live)["coverageStartTime"], "2026-03-21T09:00:00Z");
}

#[test]
fn an_author_that_is_no_person_is_an_organisation() {
    let article = json!({
        "title": "A vote", "body": ["Yes."],
        "authors": [{"name": "Agency", "type": "organization"}, {"name": "Ada"}],
    });
    let types: Vec<Value> = list(&node(&article)["author"]).map(|author| author["@type"].clone()).collect();
    assert_eq!(types, ["Organization", "Person"]);
    let linked = json!({"@graph": [
        {"@type": "NewsArticle", "headline": "A vote", "articleBody": "Yes.", "author": [{"@id": "#agency"}]},
        {"@type": "NewsMediaOrganization", "@id": "#agency", "name": "Agency"},
    ]});
    assert_eq!(node(&linked)["author"][0]["@type"], "Organization");
}

#[test]
fn the_publisher_is_the_documents_else_the_sites() {
    let with_site = Options { site: Some(SITE.to_owned()), ..options() };
    let of = |document: &Value| graph(&document.to_string(), &with_site)["@graph"][0]["publisher"].clone();
    assert_eq!(
        of(&json!({"title": "A vote", "body": ["Yes."]})),
        json!({
            "@type": "Organization", "name": "The Journal", "url": "https://journal.example/",
            "logo": {"@type": "ImageObject", "url": "https://journal.example/logo.png", "width": 600, "height": 60},
        })
    );
    let own = json!({"title": "A vote", "body": ["Yes."], "publisher": {"name": "Other", "logo": "javascript:alert(1)"}});
    assert_eq!(of(&own), json!({"@type": "Organization", "name": "Other"}));
    let article = json!({"@type": "NewsArticle", "headline": "A vote", "articleBody": "Yes.", "publisher": {"@id": "#us"}});
    let linked = json!({"@graph": [
        article, {"@type": "Organization", "@id": "#us", "name": "Us", "logo": {"@id": "#logo"}},
        {"@type": "ImageObject", "@id": "#logo", "contentUrl": "https://us.example/logo.png"},
    ]});
    assert_eq!(of(&linked)["logo"]["url"], "https://us.example/logo.png");
    let yoast = json!({
        "title": {"rendered": "A vote"}, "content": {"rendered": "<p>Yes.</p>"},
        "yoast_head_json": {"schema": {"@graph": [
            {"@type": "Article", "publisher": {"@id": "#us"}},
            {"@type": "Organization", "@id": "#us", "name": "Us", "url": "https://us.example/"},
        ]}},
    });
    assert_eq!(of(&yoast)["name"], "Us");
    let feed = json!({
        "version": "https://jsonfeed.org/version/1.1", "title": "Notes", "home_page_url": "https://notes.example/",
        "items": [{"id": "1", "title": "A vote", "content_text": "Yes."}],
    });
    assert_eq!(of(&feed)["name"], "The Journal");
    let feed = graph(&feed.to_string(), &options())["@graph"][0]["publisher"].clone();
    assert_eq!(feed, json!({"@type": "Organization", "name": "Notes", "url": "https://notes.example/"}));
}
