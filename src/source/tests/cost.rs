//! What a hostile document costs: each field of each format, repeated and lengthened, alone and two at a time. What is counted
//! is memory and steps, and no clock: twice the bytes may cost twice as much, and all of it stays within what a phone has.

mod formats;

use super::{article, teasers};
use crate::article::Weight;
use crate::comments::list;
use crate::lazy::Lazy;
use crate::network::address::{Purpose, resolve};
use crate::network::json::Json;
use crate::source::limit::BODY_MAX;
use crate::source::{Context, Format};
use crate::text::search::steps;
use serde_json::{Map, Value, json};

/// What reading a document has cost.
#[derive(Clone, Copy, Debug, Default)]
struct Cost {
    /// The bytes of the document.
    length: usize,
    /// Bytes that were allocated, and the most at a time.
    allocated: usize,
    peak: usize,
    /// Characters that were looked at.
    steps: usize,
}

/// One of the ways in which documents are read.
type Read = fn(&Json);

fn as_article(format: Format, json: &Json) {
    let context =
        Context { base: resolve("https://news.example/a/b", None, Purpose::Page), ..Context::default() };
    if let Ok(article) = article(json, Some(format), &context) {
        assert!(!Weight::of(&article.body).exceeds(BODY_MAX), "the body weighs too much");
        let names = [&article.breadcrumbs, &article.tags, &article.authors];
        assert!(names.iter().all(|names| names.len() <= 100), "too many names");
        assert!(article.related.len() <= 50 && article.social.len() <= 100, "too long a list");
    }
}

fn as_list(json: &Json) {
    teasers(
        json,
        &Context { base: resolve("https://news.example/a/b", None, Purpose::Page), ..Context::default() },
    );
}

/// A page of comments, and the first twenty of them, which are shown at a time.
fn as_comments(json: &Json) {
    let Some(list) = list::list(json, None) else { return };
    for entry in list.entries.iter().take(20) {
        let comment = entry.read(None, (Lazy::in_one_piece(), Lazy::in_one_piece()));
        let weight = Weight::of(&comment.body);
        assert!(weight.nodes <= 502, "a comment of {} nodes", weight.nodes);
    }
}

fn cost(document: &Value, read: Read) -> Cost {
    let length = document.to_string().len();
    let json = Json::from(document.clone());
    steps::take();
    let memory = allocation_counter::measure(|| read(&json));
    Cost {
        length,
        allocated: memory.bytes_total as usize,
        peak: memory.bytes_max as usize,
        steps: steps::take(),
    }
}

/// Where in a document a value is.
type Path = Vec<String>;

/// The places of everything in a document.
fn paths(value: &Value, at: &Path, into: &mut Vec<Path>) {
    into.push(at.clone());
    let below = |key: String| at.iter().cloned().chain([key]).collect::<Path>();
    match value {
        Value::Array(items) => {
            for (place, item) in items.iter().enumerate() {
                paths(item, &below(place.to_string()), into);
            }
        }
        Value::Object(members) => {
            for (key, member) in members {
                paths(member, &below(key.clone()), into);
            }
        }
        _ => {}
    }
}

fn at<'a>(value: &'a mut Value, path: &[String]) -> Option<&'a mut Value> {
    let mut value = value;
    for key in path {
        value = match value {
            Value::Array(items) => items.get_mut(key.parse::<usize>().ok()?)?,
            Value::Object(members) => members.get_mut(key)?,
            _ => return None,
        };
    }
    Some(value)
}

/// Makes a value about so many bytes long: a text is said again, the elements of a list and the members of an object are there
/// again, numbered where that keeps them apart.
fn lengthen(value: &mut Value, bytes: usize) {
    let length = value.to_string().len().max(1);
    let times = (bytes / length).max(1);
    match value {
        Value::String(text) => *text = text.repeat(times),
        Value::Array(items) => {
            let once = items.clone();
            *items = (0..times).flat_map(|time| once.iter().map(move |item| numbered(item, time))).collect();
        }
        Value::Object(members) => {
            let mut all = Map::new();
            for (time, (key, member)) in
                (0..times).flat_map(|time| members.iter().map(move |pair| (time, pair)))
            {
                let key = if time == 0 { key.clone() } else { format!("{key}-{time}") };
                all.insert(key, numbered(member, time));
            }
            *members = all;
        }
        _ => {}
    }
}

/// The same with a number in each text of its own, so that no two are alike; numbers count up.
fn numbered(value: &Value, time: usize) -> Value {
    match value {
        // What names a type or a kind must stay what it is.
        Value::Object(members) => {
            let kept =
                ["@type", "type", "_type", "nodeType", "role", "elementType", "taxonomy", "mime_type", "@id"];
            let number = |(key, value): (&String, &Value)| {
                (
                    key.clone(),
                    if kept.contains(&key.as_str()) { value.clone() } else { numbered(value, time) },
                )
            };
            Value::Object(members.iter().map(number).collect())
        }
        Value::Array(items) => items.iter().map(|item| numbered(item, time)).collect(),
        Value::String(text) if time > 0 && !text.starts_with("2026-") => format!("{text}{time}").into(),
        Value::Number(number) if time > 0 => (number.as_u64().unwrap_or(0) + time as u64).into(),
        other => other.clone(),
    }
}

/// The bytes of the smaller of two documents.
const SMALL: usize = 12_000;

/// Reads a document with some of its values lengthened to once and four times [`SMALL`].
fn hold(document: &Value, lengthened: &[&Path], read: Read) {
    let grown = [1, 4].map(|times| {
        let mut document = document.clone();
        for path in lengthened {
            if let Some(value) = at(&mut document, path) {
                lengthen(value, times * SMALL / lengthened.len());
            }
        }
        cost(&document, read)
    });
    proportionate(grown, &format!("{lengthened:?}"));
}

/// Holds what two documents of one kind have cost to what they may, by their bytes.
fn proportionate([small, large]: [Cost; 2], what: &str) {
    let bytes = large.length;
    let said = || format!("{what}: {small:?}, {large:?}");
    // For each byte, and for what no byte is responsible for: at 2 MB that is 64.
    assert!(large.peak <= 16 * bytes + 32_000_000, "memory at a time: {}", said());
    assert!(large.allocated <= 80 * bytes + 160_000_000, "memory: {}", said());
    assert!(large.steps <= 150 * bytes + 12_000_000, "steps: {}", said());
    // And in proportion: what grows by the square is four times over it.
    let growth = large.length as f64 / small.length as f64;
    let linear = |small: usize, large: usize| large as f64 <= 1.6 * growth * small as f64 + 4_000_000.0;
    assert!(linear(small.allocated, large.allocated), "memory grows by the square: {}", said());
    assert!(linear(small.steps, large.steps), "steps grow by the square: {}", said());
}

/// Lengthens everything in a document, alone and two at a time.
fn everything(document: &Value, read: Read) {
    let mut all = Vec::new();
    paths(document, &Vec::new(), &mut all);
    for path in &all {
        hold(document, &[path], read);
    }
    // Many of one thing, and a long text in another: what one of the many is compared with, or resolved against.
    let mut copy = document.clone();
    let (texts, many): (Vec<&Path>, Vec<&Path>) =
        all.iter().partition(|path| at(&mut copy, path).is_some_and(|value| value.is_string()));
    for many in &many {
        for text in texts.iter().filter(|text| !text.starts_with(many)) {
            hold(document, &[many, text], read);
        }
    }
}

/// HTML with something of everything.
const HTML: &str = "<p>a <b>b</b> &eacute; &check; <a href=\"x\">c</a><img src=\"a.jpg\" srcset=\"a.jpg 1w, b.jpg 2w\" alt=\"d\"></p>\
                    <figure><img src=\"b.jpg\"><figcaption>e<br>f</figcaption></figure><ul><li>g</li></ul>\
                    <table><tr><td>h</td><td>i</td></tr></table>[caption]j[/caption]<p>k\nl</p>";

#[test]
fn a_native_article_costs_what_it_weighs() {
    let document = json!({
        "id": "1", "url": "https://news.example/a/b", "language": "fr", "title": "T", "access": "free",
        "breadcrumbs": [{"name": "B", "url": "/b"}], "section": {"name": "S", "url": "/s"}, "tags": [{"name": "T", "url": "/t"}],
        "label": {"kind": "live", "text": "L"}, "correction": {"date": "2026-01-01", "text": "C"},
        "summary": ["P"], "authors": [{"name": "A", "url": "/a"}, "B"], "publishedAt": "2026-01-01T00:00:00Z",
        "image": {"src": "a.jpg", "alt": "A", "width": 1, "height": 1, "srcset": "a.jpg 1w, b.jpg 2w", "sizes": "1px",
            "caption": ["C", {"type": "em", "content": ["D"]}], "credit": "C", "href": "/i"},
        "body": [
            {"type": "paragraph", "content": ["a", {"type": "link", "href": "#x", "content": ["b"]}], "anchor": "x"},
            {"type": "list", "items": [["c"], [{"type": "paragraph", "content": ["d"]}]]},
            {"type": "gallery", "images": [{"src": "a.jpg", "caption": ["e", {"type": "br"}]}], "caption": "f"},
            {"type": "table", "head": [["g"]], "rows": [[["h"], ["i"]]], "caption": "j"},
            {"type": "quote", "body": ["k"], "cite": "l"}, {"type": "code", "text": "m"},
            {"type": "video", "src": "a.mp4", "poster": "a.jpg", "caption": "n",
                "sources": [{"src": "b.mp4", "type": "video/mp4"}], "tracks": [{"src": "a.vtt", "label": "t"}]},
            {"type": "definitions", "items": [{"terms": ["u"], "body": ["v"]}]},
            {"type": "table", "rows": [[{"blocks": ["w"]}]]},
            {"type": "embed", "provider": "o", "url": "/o", "title": "p"},
            {"type": "details", "summary": ["q"], "body": [{"type": "unknown", "words": {"r": ["s"]}}]},
        ],
        "related": [{"url": "/r", "title": "R", "summary": ["S"], "image": "r.jpg"}], "relatedUrl": "/related",
        "comments": {"action": "/c", "url": "/l", "count": 1, "notice": ["N"]},
        "newsletter": {"action": "/n", "title": "N", "description": "D", "consent": "C"},
        "social": [{"network": "x", "url": "https://x.com/a"}],
    });
    everything(&document, |json| as_article(Format::Native, json));
}

#[test]
fn html_costs_what_it_weighs() {
    let document = json!({"title": "T", "url": "https://news.example/a/b", "bodyHtml": HTML});
    everything(&document, |json| as_article(Format::Native, json));
}

/// What stays open, or is said once for much that follows.
const OPENINGS: [&str; 22] = [
    "",
    "<p>",
    "<b>",
    "<div>",
    "<div hidden>",
    "<p hidden><i hidden><ul hidden><h2 hidden><em hidden><pre hidden>",
    "<svg>",
    "<template>",
    "<a href=\"x?LONG\">",
    "<abbr title=\"LONG\">",
    "<span lang=fr dir=rtl>",
    "<q><sub><sup><bdi lang=fr>",
    "<table>",
    "<table><td>",
    "<ul><li>",
    "<blockquote>",
    "<figure>",
    "<details><summary>",
    "<audio src=x>",
    "<pre>",
    "<base href=\"LONG\">",
    "<a href=\"#LONG\">",
];
/// What follows, many times.
const FOLLOWING: [&str; 18] = [
    "<p>x",
    "x<br>",
    "</p>",
    "</br>",
    "<img src=a>",
    "<img src=a srcset=\"b 1w,c 2w,d 3w\">",
    "<h2>x</h2>",
    "<a href=b>c</a>",
    "<td>x",
    "<tr><td colspan=9 rowspan=9>x",
    "<li>x",
    "</div>x",
    "<i>x</i>",
    "x<!--",
    "&amp",
    "[a]",
    "<p hidden>x</p>",
    "<video><p>x</video>",
];

#[test]
fn html_that_never_closes_costs_what_it_weighs() {
    for opening in OPENINGS {
        for following in FOLLOWING {
            let grown = [1, 4].map(|times| {
                let long = opening.replace("LONG", &"x".repeat(times * 900));
                let html = [long.repeat(16), following.repeat(times * SMALL / following.len())].concat();
                let document = json!({"title": "T", "url": "https://news.example/a/b", "bodyHtml": html});
                cost(&document, |json| as_article(Format::Native, json))
            });
            proportionate(grown, &format!("{opening} × {following}"));
        }
    }
}

#[test]
fn an_article_of_wordpress_costs_what_it_weighs() {
    let document = json!({
        "id": 1, "link": "https://news.example/a/b", "lang": "fr", "date": "2026-01-01T00:00:00", "categories": [1],
        "title": {"rendered": "T &check;"}, "content": {"rendered": HTML}, "excerpt": {"rendered": "<p>E</p>"},
        "_links": {"collection": [{"href": "https://news.example/wp-json/wp/v2/posts"}],
            "replies": [{"href": "https://news.example/wp-json/wp/v2/comments?post=1"}]},
        "comment_status": "open",
        "_embedded": {
            "author": [{"name": "A &check;", "link": "/a"}], "replies": [[{"id": 1}]],
            "wp:term": [[{"id": 1, "name": "C", "slug": "c", "taxonomy": "category", "link": "/c"}],
                [{"id": 2, "name": "T", "slug": "t", "taxonomy": "post_tag", "link": "/t"}]],
            "wp:featuredmedia": [{"source_url": "a.jpg", "alt_text": "A", "caption": {"rendered": "<p>C</p>"},
                "media_details": {"width": 100, "height": 100, "sizes": {"a": {"source_url": "a.jpg", "width": 100, "height": 100}},
                    "image_meta": {"credit": "C"}}}],
        },
        "yoast_head_json": {"schema": {"@graph": [{"@type": "BreadcrumbList", "itemListElement": [{"name": "N", "item": "/n"}]}]}},
    });
    everything(&document, |json| as_article(Format::WordPress, json));
    everything(&json!([document]), as_list);
}

#[test]
fn an_item_of_a_json_feed_costs_what_it_weighs() {
    let document = json!({
        "version": "https://jsonfeed.org/version/1.1", "language": "fr", "authors": [{"name": "A", "url": "/a"}],
        "items": [
            {"id": "1", "url": "https://news.example/a/b", "title": "T", "content_html": HTML, "summary": "S", "image": "a.jpg",
                "tags": ["T"], "authors": [{"name": "A"}],
                "attachments": [{"url": "a.mp3", "mime_type": "audio/mpeg", "title": "T", "duration_in_seconds": 1}]},
            {"id": "2", "url": "https://news.example/c", "content_text": "a\nb", "banner_image": "b.jpg"},
        ],
    });
    everything(&document, |json| as_article(Format::JsonFeed, json));
    everything(&document, as_list);
    let text = json!({"id": "1", "title": "T", "content_text": "a\nb\n\nc"});
    everything(&text, |json| as_article(Format::JsonFeed, json));
}

#[test]
fn a_node_of_schema_org_costs_what_it_weighs() {
    let document = json!({"@graph": [
        {"@type": ["LiveBlogPosting", "NewsArticle"], "@id": "#a", "url": "https://news.example/a/b", "headline": "T &check;",
            "description": "D", "inLanguage": "fr", "articleSection": ["S"], "keywords": ["K", {"@type": "DefinedTerm", "name": "L", "url": "/l"}],
            "author": [{"@id": "#p"}], "image": [{"@id": "#i"}], "articleBody": HTML,
            "liveBlogUpdate": [{"@id": "#u"}, {"@type": "BlogPosting", "headline": "U", "articleBody": "a\nb <b>c</b> &amp; d"}],
            "correction": [{"@type": "CorrectionComment", "text": "C"}], "identifier": [{"value": "1"}], "commentCount": 1},
        {"@type": "Person", "@id": "#p", "name": "P", "url": "/p"},
        {"@type": "ImageObject", "@id": "#i", "contentUrl": "a.jpg", "caption": "C", "width": "2px", "height": 1, "creator": [{"name": "N"}]},
        {"@type": "BlogPosting", "@id": "#u", "name": "V", "text": "c\nd"},
        {"@type": "BreadcrumbList", "itemListElement": [{"position": 1, "name": "B", "item": {"@id": "/b"}}]},
        {"@type": "ItemList", "itemListElement": [{"url": "/r", "name": "R"}, {"item": {"@id": "#a"}}]},
    ]});
    everything(&document, |json| as_article(Format::SchemaOrg, json));
    everything(&document, as_list);
    let keywords =
        json!({"@type": "NewsArticle", "headline": "T", "articleBody": "a", "keywords": "a, b;c،d"});
    everything(&keywords, |json| as_article(Format::SchemaOrg, json));
}

#[test]
fn a_page_of_comments_costs_what_it_weighs() {
    let document = json!({"total": 3, "next": "https://news.example/more", "comments": [
        {"id": "1", "author": {"name": "A"}, "date": "2026-01-01T00:00:00Z", "body": "a\nb"},
        {"id": "2", "parent": "1", "author_name": "B &check;", "content": {"rendered": HTML}},
        {"id": "3", "parent": "2", "name": "C", "body": [{"type": "paragraph", "content": ["c"]}]},
    ]});
    everything(&document, as_comments);
}
