//! What real answers hold, each kind in a small document of its own (`tests/fixtures/content`), and what a reader gets.

use super::html::tests::brief::brief;
use super::reader::Reader;
use super::{Context, Format};
use crate::article::Article;
use crate::network::json::Json;

/// Reads a document of `tests/fixtures/content`.
fn read(text: &str) -> Article {
    let json = Json::parse(text).unwrap();
    super::article(Reader::in_one_piece(Format::recognise(&json)), &json, &Context::default()).unwrap()
}

macro_rules! case {
    ($name:literal) => {
        read(include_str!(concat!("../../tests/fixtures/content/", $name, ".json")))
    };
}

fn body(article: &Article) -> String {
    brief(&article.body).replace("https://news.example/harbour#", "#")
}

fn lead(article: &Article) -> Option<&str> {
    article.image.as_ref().map(|image| image.src.as_str())
}

#[test]
fn a_picture_of_the_text_is_no_lead_and_neither_is_one_of_the_sites() {
    let doubled = case!("a1-yoast-first-picture-doubled.wordpress");
    assert_eq!(lead(&doubled), None);
    assert_eq!(body(&doubled), "img(/up/harbour-300x200.jpg) p(The harbour opened on Monday.)");
    assert_eq!(lead(&case!("a2-yoast-site-logo-as-lead.wordpress")), None);
}

#[test]
fn readings_and_formulas_are_what_they_are_and_once() {
    assert_eq!(
        body(&case!("b1-ruby-without-rp.native")),
        "p(昨日、[ruby 東京[rt とうきょう]]の[ruby 港[rt みなと]]で[ruby 会議[rt かいぎ]]がありました。)"
    );
    assert_eq!(
        body(&case!("c1-core-math-block.wordpress")),
        "p(The fee is [math [mfrac [mn 1][mn 2]]] of the price, the dose [math [msup [mn 10][mn 3]]] units.) \
         p([math block [mrow [mrow [mi x][mo =][mfrac [mrow [mn 3][mo ±][msqrt [mn 5]]][mn 2]]]]])"
    );
    assert_eq!(
        body(&case!("c2-katex-and-mathjax.native")),
        "p(Katex [math [mrow [mrow [msup [mn 10][mn 3]]]]]; MathJax [math [mi y][mo =][mn 1]].)"
    );
}

#[test]
fn a_picture_that_comes_late_comes_and_a_placeholder_never() {
    assert_eq!(
        body(&case!("d1-picture-in-noscript.native")),
        "p(One.) img(/pier.jpg | The pier at dawn) p(Two.) img(/tower.jpg | The tower) p(Three.)"
    );
    let sources = case!("d2-picture-sources-only.native");
    assert_eq!(body(&sources), "p(One.) img(/a-400.jpg | The harbour at noon) p(Two.)");
}

#[test]
fn a_picture_that_floats_cuts_no_sentence() {
    assert_eq!(
        body(&case!("e1-floated-picture-in-sentence.wordpress")),
        "img:left(/hall.jpg) p(The councillors, who had met in the old hall, agreed.) \
         img:left(/bread.jpg) p(The baker opened at six.)"
    );
}

#[test]
fn what_was_escaped_is_read() {
    let feed = case!("f1-entities-in-title.json-feed");
    assert_eq!(feed.title, "Mayor: ‘plan’ helps town & trade");
    assert_eq!(serde_json::to_value(&feed.summary).unwrap(), "Port & town");
    assert_eq!(feed.authors[0].name, "Ann & Bob");
    assert_eq!(feed.tags[0].name, "R&D");
    assert_eq!(feed.related[0].title, "Café opens");
    assert_eq!(
        body(&case!("f2-escaped-marks-in-articleBody.schema-org")),
        "p([strong PORT.-] The harbour [a https://x.example/ opened] on Monday.) \
         embed(charts.example https://charts.example/1) p(Boats came at noon.)"
    );
}

#[test]
fn a_date_is_read_in_every_form_that_has_one_meaning() {
    let published = |article: Article| article.published_at.unwrap_or_default();
    assert_eq!(published(case!("g1-date-1.schema-org")), "2026-03-04T09:25:56Z");
    assert_eq!(published(case!("g1-date-3.schema-org")), "2026-03-04T09:25:00Z");
    assert_eq!(published(case!("g1-date-5.schema-org")), "2026-03-04");
}

#[test]
fn what_is_shown_of_other_sites_leads_to_what_a_reader_can_open() {
    assert_eq!(
        body(&case!("h1-ckeditor-oembed.native")),
        "p(See the film.) embed(YouTube https://www.youtube.com/watch?v=abcdef) p(It lasts a minute.)"
    );
    let sound = body(&case!("h2-soundcloud-link-is-api.wordpress"));
    assert!(sound.contains("embed(SoundCloud https://w.soundcloud.com/player/?"), "{sound}");
    assert_eq!(
        body(&case!("h3-amp.native")),
        "p(One.) img(/a.jpg | The pier) video(/c.mp4 | ) embed(X https://x.com/i/status/123456789) \
         embed(Vimeo https://vimeo.com/27246366) embed(YouTube https://www.youtube.com/watch?v=XyZ) p(Two.)"
    );
}

#[test]
fn a_film_keeps_all_its_forms_and_its_captions() {
    assert_eq!(
        body(&case!("i1-video-first-source-and-tracks.native")),
        "video(/a.mp4 </a.m3u8 application/x-mpegURL> </a.mp4 video/mp4> [captions:en /a.vtt] | The opening)"
    );
}

#[test]
fn numbers_are_those_that_were_sent_and_those_that_are_counted_up_to() {
    assert_eq!(
        body(&case!("j1-list-numbers.native")),
        "p(The three tallest:) ol[3,2,1](p(Tower C); p(Tower B); p(Tower A)) p(As point (b) says:) ol:a(p(Port); p(Town))"
    );
    assert_eq!(body(&case!("j2-counters.wordpress")), "p(Boats) p(9,500+) p(85%) h3(Turnout)");
}

#[test]
fn a_question_in_a_button_is_kept() {
    assert_eq!(
        body(&case!("k1-questions-in-buttons.native")),
        "p(Answers.) p(When does the harbour open?) p(On Monday.) h3(Who pays?) p(The town.)"
    );
}

#[test]
fn cells_hold_lists_code_and_tables() {
    assert_eq!(
        body(&case!("n1-lists-code-tables-in-cells.native")),
        "table[rows]( / Monday,{p(Steps:) ol(p(Open); p(Close))}; Code,{code(a\n  b\nc)}; Inner,{table(In,Out / 1,2 | )} | )"
    );
}

#[test]
fn references_are_followed_and_what_has_no_address_is_no_picture() {
    let article = case!("p1-typed-references.schema-org");
    assert_eq!(article.authors[0].name, "Ada Roy");
    assert_eq!(lead(&article), Some("https://img.example/harbour.jpg"));
}

#[test]
fn a_cover_whose_picture_stands_still_keeps_it() {
    let article = case!("q1-cover-fixed-background.wordpress");
    assert_eq!(body(&article), "img(/sea.jpg) p(Over the sea)");
}

/// A post of WordPress' with this content, and with more fields.
fn post(content: &str, fields: &str) -> Article {
    let content = serde_json::to_string(content).unwrap();
    read(&format!(
        r#"{{"title": {{"rendered": "T"}}, "link": "https://news.example/harbour", {fields} "content": {{"rendered": {content}}}}}"#
    ))
}

#[test]
fn a_shared_picture_is_the_lead_where_it_is_the_posts_own() {
    let shared = r#""yoast_head_json": {"og_image": [{"url": "https://img.example/up/pier.jpg"}]},"#;
    let own = post("<p>x</p>", &format!(r#""featured_media": 12, {shared}"#));
    assert_eq!(lead(&own), Some("https://img.example/up/pier.jpg"));
    let in_gallery = "<ul class=wp-block-gallery><li><img src='https://img.example/up/pier-scaled.jpg?w=3'></li><li><img src=/b.jpg></li></ul>";
    assert_eq!(lead(&post(in_gallery, &format!(r#""featured_media": 12, {shared}"#))), None);
}

#[test]
fn several_authors_are_those_that_a_plugin_names() {
    let names = |article: Article| {
        article.authors.into_iter().map(|author| author.name).collect::<Vec<_>>().join(", ")
    };
    let one = r#""author": [{"name": "Ann"}]"#;
    let terms = r#""wp:term": [[{"name": "Ada Roy", "taxonomy": "author"}, {"name": "Bob Lee", "taxonomy": "author"}]]"#;
    assert_eq!(names(post("<p>x</p>", &format!(r#""_embedded": {{{one}, {terms}}},"#))), "Ada Roy, Bob Lee");
    let accounts = r#""wp:term": [[{"name": "aroy", "taxonomy": "author"}]]"#;
    assert_eq!(names(post("<p>x</p>", &format!(r#""_embedded": {{{one}, {accounts}}},"#))), "Ann");
    let field = r#""coauthors": [{"display_name": "Ada Roy"}, {"display_name": "Bob Lee"}],"#;
    assert_eq!(names(post("<p>x</p>", &format!(r#"{field} "_embedded": {{{one}}},"#))), "Ada Roy, Bob Lee");
}

#[test]
fn blocks_that_wpbakery_writes_in_base64_are_read() {
    // encodeURIComponent('<p>Le <b>port</b></p>'), in base64.
    let encoded = "JTNDcCUzRUxlJTIwJTNDYiUzRXBvcnQlM0MlMkZiJTNFJTNDJTJGcCUzRQ==";
    let html = format!("[vc_column width=\"1/1\"][vc_raw_html]{encoded}[/vc_raw_html][/vc_column]<p>fin</p>");
    assert_eq!(body(&post(&html, "")), "p(Le [strong port]) p(fin)");
    assert_eq!(body(&post("<p>[vc_raw_js]JTNDc2NyaXB0JTNF[/vc_raw_js]</p><p>fin</p>", "")), "p(fin)");
    assert_eq!(body(&post("<p>un [vc_raw_html]é[/vc_raw_html]</p>", "")), "p(un)");
}

#[test]
fn covers_and_empty_elements_keep_the_picture_behind_them() {
    let older =
        "<div class='wp-block-cover has-parallax' style='background-image:url(/sea.jpg)'><p>Over</p></div>";
    assert_eq!(body(&post(older, "")), "img(/sea.jpg) p(Over)");
    let empty = "<div class=picture style=\"background:url('/a.jpg') center\"></div><div style='background:url(/b.png)'><p>x</p></div>";
    assert_eq!(body(&post(empty, "")), "img(/a.jpg) p(x)");
}

#[test]
fn what_needs_no_escaping_is_read_and_examples_of_code_stay() {
    let feed = |title: &str| {
        read(&format!(r#"{{"version": "https://jsonfeed.org/version/1.1", "items": [{{"id": "1", "title": "{title}", "content_text": "x"}}]}}"#)).title
    };
    assert_eq!(feed("L&#x2019;eau &lt;i&gt; &amp;amp; co"), "L’eau <i> & co");
    assert_eq!(feed("Say <i>hello</i> to AT&T"), "Say <i>hello</i> to AT&T");
    let text = |text: &str| {
        body(&read(&format!(r#"{{"@type": "NewsArticle", "headline": "T", "articleBody": "{text}"}}"#)))
    };
    assert_eq!(text("&lt;p&gt;Un&lt;/p&gt;&lt;h2&gt;Deux&lt;/h2&gt;"), "p(Un) h2(Deux)");
    assert_eq!(text("Un&lt;br&gt;deux"), "p(Un/deux)");
    assert_eq!(text("a &lt; b &amp;&amp; c &lt;x&gt;"), "p(a < b && c <x>)");
    assert_eq!(text("<p>Le signe &lt;/p&gt; ferme</p>"), "p(Le signe </p> ferme)");
}

#[test]
fn a_list_of_one_date_is_that_date_and_one_with_two_meanings_is_none() {
    let published = |date: &str| {
        read(&format!(
            r#"{{"@type": "NewsArticle", "headline": "T", "articleBody": "x", "datePublished": {date}}}"#
        ))
        .published_at
        .unwrap_or_default()
    };
    assert_eq!(published(r#"["2026-03-04T09:25:00+01:00"]"#), "2026-03-04T09:25:00+01:00");
    assert_eq!(published(r#""2026-03-04 09:25:00 +0100""#), "2026-03-04T09:25:00+01:00");
    assert_eq!(published(r#""03/04/2026""#), "");
}

#[test]
fn a_reference_to_nothing_is_no_picture_and_no_author() {
    let article = read(
        r##"{"@graph": [{"@type": "NewsArticle", "headline": "T", "articleBody": "x", "url": "https://news.example/1",
            "image": [{"@id": "#gone"}, {"@type": "ImageObject", "@id": "#also-gone"}], "author": {"@id": "#p"}},
            {"@id": "#p", "@type": "Person"}]}"##,
    );
    assert_eq!(lead(&article), None);
    assert!(article.authors.is_empty());
}
