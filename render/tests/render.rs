//! The rendered page, as readers, search engines and previews find it.

#![allow(clippy::unwrap_used, reason = "a test may")]

use news_article_render::{Error, Options, Output, output, render};
use serde_json::{Value, json};

fn options() -> Options {
    Options {
        lang: Some("en".to_owned()),
        base: Some("https://journal.example/api/42.json".to_owned()),
        ..Options::default()
    }
}

fn html(article: &Value) -> String {
    render(&article.to_string(), &options()).unwrap().html
}

fn article() -> Value {
    json!({
        "id": "42",
        "url": "/2026/night-trains",
        "language": "en",
        "title": "Night trains <are> back",
        "summary": ["Two lines", "From June"],
        "authors": [{"name": "Ada & Co", "url": "/authors/ada"}],
        "publishedAt": "2026-03-21T09:00:00+01:00",
        "section": {"name": "Travel", "url": "/travel"},
        "image": {"src": "/i.jpg", "alt": "A train", "width": 1280, "height": 720},
        "tags": ["Trains"],
        "comments": {"action": "/comments", "count": 3},
        "social": [{"network": "x", "url": "https://x.com/journal"}],
        "body": [{"type": "paragraph", "content": ["They left at ten & ", {"type": "strong", "content": ["arrived"]}]}],
    })
}

fn json_ld(html: &str) -> Value {
    let (_, rest) = html.split_once("<script type=\"application/ld+json\">").unwrap();
    serde_json::from_str(rest.split_once("</script>").unwrap().0).unwrap()
}

#[test]
fn the_article_stands_in_one_element_with_head_body_and_links() {
    let html = html(&article());
    let start =
        "<news-article lang=\"en\" form-origins=\"https://journal.example\"><article lang=\"en\" dir=\"ltr\"";
    assert!(html.starts_with(start), "{html}");
    assert!(html.ends_with("</news-article>"));
    assert!(html.contains(">Night trains &lt;are&gt; back</h1>"), "{html}");
    assert!(html.contains(">Ada &amp; Co</a>"));
    assert!(html.contains("They left at ten &amp; <strong>arrived</strong>"));
    assert!(html.contains("src=\"https://journal.example/i.jpg\""));
    for section in ["tags", "share", "comments", "social"] {
        assert!(html.contains(&format!("data-news-article=\"{section}\"")), "{section}");
    }
    assert!(!html.contains("<slot"));
}

#[test]
fn the_same_input_makes_the_same_bytes_on_every_thread() {
    let json = article().to_string();
    let threads: Vec<_> = (0..4)
        .map(|_| {
            let json = json.clone();
            std::thread::spawn(move || render(&json, &options()).unwrap())
        })
        .collect();
    let mut made = threads.into_iter().map(|thread| thread.join().unwrap());
    let first = made.next().unwrap();
    assert!(made.all(|other| other == first));
}

#[test]
fn what_is_missing_is_named() {
    let error = render("{\"body\": []}", &options()).unwrap_err();
    assert_eq!(error.to_string(), "native: title is missing");
    let error = render("{", &options()).unwrap_err();
    assert!(matches!(error, Error::Article(_)) && error.to_string().contains("line 1"), "{error}");
}

#[test]
fn an_option_that_cannot_be_used_is_refused() {
    let json = article().to_string();
    let with = |change: fn(&mut Options)| {
        let mut options = options();
        change(&mut options);
        render(&json, &options).unwrap_err()
    };
    for error in [
        with(|options| options.base = Some("journal".to_owned())),
        with(|options| options.format = Some("gazette".to_owned())),
        with(|options| options.assets = Some("javascript:alert(1)/".to_owned())),
        with(|options| options.attributes.push(("onclick".to_owned(), "alert(1)".to_owned()))),
        with(|options| options.attributes.push(("style".to_owned(), "all: unset".to_owned()))),
        with(|options| options.attributes.push(("data-a b".to_owned(), String::new()))),
        with(|options| options.attributes.push(("sections".to_owned(), "title wether".to_owned()))),
    ] {
        assert!(matches!(error, Error::Option(_)), "{error:?}");
    }
}

#[test]
fn attributes_choose_the_sections_and_stand_on_the_element() {
    let mut options = options();
    options.attributes = vec![
        ("sections".to_owned(), "title social share".to_owned()),
        ("share".to_owned(), "x \"none".to_owned()),
        ("heading-level".to_owned(), "2".to_owned()),
        ("data-desk".to_owned(), "\"><script>".to_owned()),
    ];
    let html = render(&article().to_string(), &options).unwrap().html;
    assert!(html.contains("data-desk=\"&quot;&gt;&lt;script&gt;\""), "{html}");
    assert!(html.contains("<h2 class=\"news-article-title\""));
    assert!(!html.contains("class=\"news-article-byline\"") && !html.contains("data-news-article=\"tags\""));
    let place = |section: &str| html.find(&format!("data-news-article=\"{section}\"")).unwrap();
    assert!(place("social") < place("share"));
    assert!(html.contains("data-network=\"x\"") && !html.contains("data-network=\"facebook\""));
}

#[test]
fn the_fields_of_a_drupal_site_are_named_by_an_attribute() {
    let node = json!({"data": {"type": "node--meldung", "id": "u", "attributes": {
        "title": "Intern", "field_schlagzeile": "Der Turm brennt", "field_inhalt": {"processed": "<p>Seit Montag.</p>"}}}});
    let html = |fields: &str| {
        let attributes = vec![("fields".to_owned(), fields.to_owned())];
        render(&node.to_string(), &Options { attributes, ..options() }).map(|rendered| rendered.html)
    };
    let named = html("title=field_schlagzeile body=field_inhalt").unwrap();
    assert!(named.contains("Der Turm brennt</h1>") && named.contains("Seit Montag."), "{named}");
    let refused = html("lead=field_inhalt").unwrap_err().to_string();
    assert!(refused.contains("fields: lead is none of title, summary, body"), "{refused}");
}

#[test]
fn forms_may_go_where_the_article_came_from_wherever_the_page_is() {
    let told = |change: &dyn Fn(&mut Options), article: &Value| {
        let mut options = options();
        change(&mut options);
        let html = render(&article.to_string(), &options).unwrap().html;
        let tag = html.split_once('>').unwrap().0;
        tag.split("form-origins=\"")
            .skip(1)
            .map(|rest| rest.split_once('"').unwrap().0.to_owned())
            .collect::<Vec<_>>()
    };
    assert_eq!(told(&|_| {}, &article()), ["https://journal.example"]);
    let given = ("form-origins".to_owned(), "https://letters.example".to_owned());
    assert_eq!(
        told(&|options| options.attributes = vec![given.clone()], &article()),
        ["https://letters.example https://journal.example"]
    );
    // If that is the page's own origin, or no form goes there, nothing need be stated.
    assert!(
        told(&|options| options.page = Some("https://journal.example/42".to_owned()), &article()).is_empty()
    );
    let mut elsewhere = article();
    elsewhere["comments"]["action"] = "https://elsewhere.example/comments".into();
    assert!(told(&|_| {}, &elsewhere).is_empty());
}

#[test]
fn fragment_links_lead_to_their_places_in_the_page() {
    let mut article = article();
    article["body"] = json!([
        {"type": "paragraph", "content": [{"type": "link", "href": "#note-1", "content": ["1"]}]},
        {"type": "paragraph", "content": [{"type": "link", "href": "#gone", "content": ["2"]}]},
        {"type": "paragraph", "anchor": "note-1", "content": ["A note"]},
    ]);
    let html = html(&article);
    assert!(html.contains("href=\"#article-42-at-note-1\""), "{html}");
    assert!(html.contains("id=\"article-42-at-note-1\""));
    assert!(html.contains("href=\"https://journal.example/2026/night-trains#gone\""));
}

#[test]
fn search_engines_find_the_whole_article() {
    let html = html(&article());
    let graph = json_ld(&html);
    let node = &graph["@graph"][0];
    assert_eq!(node["@type"], "NewsArticle");
    assert_eq!(node["headline"], "Night trains <are> back");
    assert_eq!(
        node["author"][0],
        json!({"@type": "Person", "name": "Ada & Co", "url": "https://journal.example/authors/ada"})
    );
    assert_eq!(node["datePublished"], "2026-03-21T09:00:00+01:00");
    assert_eq!(node["image"][0]["url"], "https://journal.example/i.jpg");
    assert_eq!(node["isAccessibleForFree"], true);
    assert_eq!(node["commentCount"], 3);
    assert_eq!(node["timeRequired"], "PT1M");
    assert!(node["wordCount"].as_u64().is_some_and(|words| words > 4));
    let trail = graph["@graph"][1]["itemListElement"].as_array().unwrap();
    assert_eq!(trail.len(), 3);
    assert_eq!(trail[2]["item"], "https://journal.example/2026/night-trains");
}

#[test]
fn a_preview_says_what_is_behind_the_wall() {
    let mut article = article();
    article["access"] = "subscriber".into();
    let html = html(&article);
    let node = &json_ld(&html)["@graph"][0];
    assert_eq!(node["isAccessibleForFree"], false);
    assert_eq!(node["hasPart"]["cssSelector"], ".news-article-paywall");
    assert!(html.contains("<div class=\"news-article-paywall\">"));
}

#[test]
fn text_never_ends_the_data_that_it_stands_in() {
    let mut article = article();
    article["title"] = "</script><script>alert(1)</script><!--".into();
    let html = html(&article);
    // Those of the data, and no other.
    assert_eq!(html.matches("<script").count(), 2, "{html}");
    assert_eq!(html.matches("</script").count(), 2, "{html}");
    assert_eq!(json_ld(&html)["@graph"][0]["headline"], article["title"]);
}

#[test]
fn the_head_has_what_previews_show() {
    let mut options = options();
    options.assets = Some("/news-article/1.0.0".to_owned());
    let head = render(&article().to_string(), &options).unwrap().head;
    for line in [
        "<title>Night trains &lt;are&gt; back</title>",
        "<meta name=\"description\" content=\"Two lines From June\">",
        "<link rel=\"canonical\" href=\"https://journal.example/2026/night-trains\">",
        "<meta property=\"og:image\" content=\"https://journal.example/i.jpg\">",
        "<link rel=\"stylesheet\" href=\"/news-article/1.0.0/article.css\">",
        "<script type=\"module\" src=\"/news-article/1.0.0/news-article-later.js\"></script>",
    ] {
        assert!(head.lines().any(|found| found == line), "{line}\n{head}");
    }
}

#[test]
fn a_page_holds_head_and_fragment() {
    let page = output(&article().to_string(), &options(), Output::Page).unwrap();
    assert!(
        page.starts_with("<!DOCTYPE html>\n<html lang=\"en\" dir=\"ltr\">\n<head>\n<meta charset=\"utf-8\">")
    );
    assert!(page.contains("<main>\n<news-article") && page.ends_with("</html>\n"));
    assert_eq!(page.matches("<h1").count(), 1);
}

#[test]
fn the_article_as_it_was_understood_reads_back_as_itself() {
    let json = output(&article().to_string(), &options(), Output::Json).unwrap();
    let again =
        output(&json, &Options { lang: Some("en".to_owned()), ..Options::default() }, Output::Json).unwrap();
    assert_eq!(json, again);
}

#[test]
fn other_articles_are_links_without_the_article_itself() {
    let mut options = options();
    options.related = Some(
        json!([
            {"title": "This one", "url": "/2026/night-trains?utm_source=x"},
            {"title": "Another", "url": "/2026/ferries"},
            {"title": "Again", "url": "/2026/ferries#a"},
        ])
        .to_string(),
    );
    let html = render(&article().to_string(), &options).unwrap().html;
    let (_, related) = html.split_once("class=\"news-article-related\"").unwrap();
    let related = related.split_once("</section>").unwrap().0;
    assert!(
        related.contains("href=\"https://journal.example/2026/ferries\"") && !related.contains("This one")
    );
    assert_eq!(related.matches("<li").count(), 1);
}

#[test]
fn the_publishers_data_is_under_the_articles() {
    let mut options = options();
    options.site = Some(
        json!({"social": [{"network": "facebook", "url": "https://www.facebook.com/j"}], "labels": {"by": "Words: {authors}"}})
            .to_string(),
    );
    let html = render(&article().to_string(), &options).unwrap().html;
    assert!(html.contains("Words: ") && html.contains("https://x.com/journal"));
    assert!(!html.contains("https://www.facebook.com/j\""));
}

#[test]
fn forms_post_without_a_script() {
    let mut article = article();
    article["newsletter"] = json!({
        "action": "/newsletter", "consent": "I agree <b>", "consentRequired": true,
        "lists": [{"id": "am", "title": "Morning", "selected": true}, {"id": "pm", "title": "Evening"}],
    });
    let rendered = |article: &Value| {
        let all = Options {
            attributes: vec![("sections".to_owned(), "title comments newsletter".to_owned())],
            ..options()
        };
        render(&article.to_string(), &all).unwrap().html
    };
    let html = rendered(&article);
    assert!(html.contains("method=\"post\" action=\"https://journal.example/comments\""), "{html}");
    assert!(html.contains("method=\"post\" action=\"https://journal.example/newsletter\""), "{html}");
    for field in [
        "type=\"hidden\" name=\"article\" value=\"42\"",
        "name=\"name\"",
        "name=\"body\"",
        "name=\"consent\"",
    ] {
        assert!(html.contains(field), "{field}\n{html}");
    }
    assert_eq!(html.matches("name=\"lists\"").count(), 2);
    assert_eq!(html.matches(" checked").count(), 1, "{html}");
    assert!(html.contains("I agree &lt;b&gt;"));
    // WordPress answers with JSON, and closed comments accept nothing.
    for comments in
        [json!({"action": "/wp-json/wp/v2/comments"}), json!({"action": "/comments", "open": false})]
    {
        article["comments"] = comments;
        assert!(!rendered(&article).contains("name=\"body\""));
    }
}

#[test]
fn the_headings_of_rows_and_columns_say_what_they_are_the_heads_of() {
    let mut article = article();
    article["body"] = json!([{
        "type": "table", "head": ["", ["Seats"]], "rows": [[["North"], ["12"]], [["South"], ["9"]]], "rowHeadings": true,
    }]);
    let html = html(&article);
    assert_eq!(html.matches("<th scope=\"row\"").count(), 2, "{html}");
    assert_eq!(html.matches("<th scope=\"col\"").count(), 1, "{html}");
}

#[test]
fn contents_updates_recording_and_corrections_need_no_script() {
    let mut live = article();
    live["body"] = json!([
        {"type": "heading", "level": 2, "content": ["The night"]}, "One.",
        {"type": "heading", "level": 2, "content": ["The morning"]}, "Two.",
    ]);
    live["updates"] = json!([{"id": 7, "title": "They left", "publishedAt": "2026-03-21T22:00:00Z", "body": ["At ten."], "pinned": true}]);
    live["audio"] = json!("/read.mp3");
    live["corrections"] = json!([{"text": "It was ten, not nine."}]);
    let named = Options {
        attributes: vec![("sections".to_owned(), "title contents listen corrections".to_owned())],
        ..options()
    };
    let html = render(&live.to_string(), &named).unwrap().html;
    let place = html.split_once("href=\"#").unwrap().1.split_once('"').unwrap().0;
    assert!(place.ends_with("at-the-night") && html.contains(&format!("id=\"{place}\"")), "{html}");
    assert!(
        html.contains("At ten.") && html.contains("Key events") && html.contains("at-update-7\""),
        "{html}"
    );
    assert!(html.contains("https://journal.example/read.mp3") && html.contains("not nine"), "{html}");
}
