//! Hostile HTML: limits, linear time, and what holds whatever comes in.

use super::super::build::Builder;
use super::super::scan::{self, DEPTH_MAX};
use super::super::token::{Token, Tokens};
use super::super::{BYTES_MAX, blocks, inlines, text, written};
use super::brief::{base, brief, read};
use crate::source::SourceErrorKind;
use proptest::prelude::*;

#[test]
fn more_than_the_cap_is_an_error() {
    let large = "a".repeat(BYTES_MAX + 1);
    assert_eq!(blocks(&large, None).unwrap_err().kind, SourceErrorKind::TooLarge);
    assert!(inlines(&large, None).is_empty());
    assert_eq!(blocks(&"<p>a</p>".repeat(10_001), None).unwrap_err().kind, SourceErrorKind::TooLarge);
    assert!(blocks(&"<p>a</p>".repeat(10_000), None).is_ok());
    assert!(blocks(&"<td>".repeat(60_000), None).is_ok());
    assert_eq!(blocks(&"<td>".repeat(60_001), None).unwrap_err().kind, SourceErrorKind::TooLarge);
}

#[test]
fn bombs_are_defused_before_the_parser() {
    for html in [
        "<table><tr><td>".repeat(10_000),
        "<div>".repeat(50_000),
        "<a href=x><div>".repeat(5_000),
        (0..50_000).map(|n| format!("<b id={n}>")).collect(),
        "<p><b><i><u>".repeat(20_000),
        "<b><table><td></b>".repeat(10_000),
        "<b><div></b>".repeat(10_000),
        "<div></x>".repeat(10_000),
        "<div><!--</div>-->".repeat(10_000),
        "<svg><style><!--</style><div></svg>".repeat(10_000),
        "<form>".repeat(100_000),
        "<svg><svg></svg>".repeat(20_000),
        format!("<p {}>", (0..50_000).map(|n| format!("a{n} ")).collect::<String>()),
        format!("<p><a href='{}'>{}", "x".repeat(100_000), "<div><p>".repeat(10_000)),
        format!("<b title='{}'>{}", "x".repeat(4_000), "<p>".repeat(30_000)),
        "<ul><li>".repeat(30_000),
        "</p>".repeat(300_000),
        "</".repeat(500_000),
        "<!--".repeat(500_000),
        "<!-- --".repeat(200_000),
        "<a href='".repeat(100_000),
        format!("<!--{}x", "-".repeat(1_000_000)),
        "<x ".repeat(500_000),
        "&".repeat(1_000_000),
        "[".repeat(1_000_000),
    ] {
        let started = std::time::Instant::now();
        let written = written(&html);
        assert!(written.len() <= html.len() * 6 + 4096, "{} from {}", written.len(), html.len());
        assert!(depth(&written) <= DEPTH_MAX);
        let _ = blocks(&html, Some(&base()));
        let taken = started.elapsed();
        assert!(taken.as_secs() < 10, "{taken:?} for {}", html.chars().take(40).collect::<String>());
    }
}

/// What the browser's parser would get.
fn written(html: &str) -> String {
    written::write(&scan::scan(html, Some(&base())).events)
}

/// How deep the start tags stand, none but void ones left open.
fn depth(html: &str) -> usize {
    let mut open: Vec<&str> = Vec::new();
    let mut deepest = 0;
    for token in Tokens::new(html) {
        match token {
            Token::Open(name, _) if !matches!(name, "br" | "img" | "hr" | "source") => {
                open.push(name);
                deepest = deepest.max(open.len());
            }
            Token::Close(name) => assert_eq!(open.pop(), Some(name), "{html}"),
            _ => {}
        }
    }
    assert!(open.is_empty());
    deepest
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn whatever_goes_in_what_the_parser_gets_is_well_nested(html in markup()) {
        let first = written(&html);
        depth(&first);
        // Nothing is left for another scan to do, once what is lost cannot hide that a table has one cell.
        let second = written(&first);
        depth(&second);
        prop_assert_eq!(&written(&second), &second);
    }

    #[test]
    fn what_is_written_for_the_parser_reads_back_as_what_it_was(html in markup()) {
        let base = base();
        let scan = scan::scan(&html, Some(&base));
        let (mut told, mut read) = (Builder::new(Some(&base), &scan.fragments), Builder::new(Some(&base), &scan.fragments));
        scan.events.iter().for_each(|event| told.add(event));
        written::read(&written::write(&scan.events)).for_each(|event| read.add(&event));
        prop_assert_eq!(told.finish(), read.finish());
    }

    #[test]
    fn whatever_goes_in_each_address_that_comes_out_has_an_allowed_scheme(html in markup()) {
        let blocks = blocks(&html, Some(&base())).unwrap();
        let mut found = Vec::new();
        addresses(&serde_json::to_value(&blocks).unwrap(), &mut found);
        for url in found {
            prop_assert!(["https://", "http://", "mailto:", "tel:"].iter().any(|scheme| url.starts_with(scheme)), "{}", url);
        }
    }

    #[test]
    fn any_text_at_all_is_read_without_a_panic(html in ".{0,300}") {
        let _ = blocks(&html, Some(&base()));
        let _ = text(&html);
    }

    #[test]
    fn plain_words_are_neither_lost_nor_doubled(words in prop::collection::vec("[a-zé]{1,8}", 0..40), marks in markup_of_blocks()) {
        let mut html = String::new();
        for (word, mark) in words.iter().zip(marks.iter().cycle()) {
            html.push_str(mark);
            html.push_str(word);
            html.push(' ');
        }
        let mut found = String::new();
        for block in blocks(&html, Some(&base())).unwrap() {
            found.push_str(&brief(&[block]));
        }
        for word in &words {
            let wanted = words.iter().filter(|other| *other == word).count();
            let seen = seen(&html, word);
            prop_assert_eq!(seen, wanted, "{} in {} from {}", word, found, html);
        }
    }
}

fn addresses(value: &serde_json::Value, found: &mut Vec<String>) {
    match value {
        serde_json::Value::Array(list) => list.iter().for_each(|value| addresses(value, found)),
        serde_json::Value::Object(map) => {
            for (key, value) in map {
                match (key.as_str(), value) {
                    ("href" | "src" | "url" | "poster", serde_json::Value::String(url)) => {
                        found.push(url.clone())
                    }
                    _ => addresses(value, found),
                }
            }
        }
        _ => {}
    }
}

fn markup() -> impl Strategy<Value = String> {
    let names = prop::sample::select(vec![
        "p",
        "div",
        "b",
        "i",
        "a",
        "table",
        "tr",
        "td",
        "th",
        "ul",
        "li",
        "ol",
        "h2",
        "figure",
        "figcaption",
        "img",
        "blockquote",
        "cite",
        "pre",
        "code",
        "script",
        "style",
        "svg",
        "math",
        "template",
        "iframe",
        "audio",
        "video",
        "br",
        "details",
        "summary",
        "aside",
        "form",
        "select",
        "caption",
        "tbody",
        "hr",
        "span",
        "title",
        "textarea",
        "noscript",
        "plaintext",
        "frameset",
        "dl",
        "dt",
        "dd",
        "footer",
        "P",
        "sVg",
    ]);
    let attributes = prop::sample::select(vec![
        "",
        " href=javascript:alert(1)",
        " href='/x#a'",
        " src=/a.jpg",
        " src=\"data:text/html,x\"",
        " id=a",
        " name=a",
        " class='wp-block-gallery wp-caption'",
        " lang=ar dir=rtl",
        " onclick=x",
        " colspan=9",
        " rowspan=3",
        " x='",
        " y=\"",
        " class=encadre",
        " srcset='/a 1x, javascript:x 2x'",
        " href='\u{1}java\nscript:x'",
    ]);
    let piece = prop_oneof![
        (names.clone(), attributes).prop_map(|(name, attributes)| format!("<{name}{attributes}>")),
        names.prop_map(|name| format!("</{name}>")),
        prop::sample::select(vec![
            "mot ",
            "<!--",
            "-->",
            "<![CDATA[",
            "]]>",
            "<",
            "&lt;",
            "&#0;",
            "\n",
            "&nbsp;",
            "\0",
            "é",
            "[x]"
        ])
        .prop_map(str::to_owned),
        ".{0,3}",
    ];
    prop::collection::vec(piece, 0..60).prop_map(|pieces| pieces.concat())
}

/// How often a word stands in the text of the blocks.
fn seen(html: &str, word: &str) -> usize {
    let value = serde_json::to_value(read(html)).unwrap();
    let mut all = String::new();
    strings(&value, &mut all);
    all.split_whitespace().filter(|other| *other == word).count()
}

fn strings(value: &serde_json::Value, into: &mut String) {
    match value {
        serde_json::Value::Array(list) => list.iter().for_each(|value| strings(value, into)),
        serde_json::Value::Object(map) => {
            for (key, value) in map {
                if !matches!(key.as_str(), "type" | "href" | "src" | "url" | "lang" | "dir") {
                    strings(value, into);
                }
            }
        }
        serde_json::Value::String(text) => {
            into.push_str(text);
            into.push(' ');
        }
        _ => {}
    }
}

fn markup_of_blocks() -> impl Strategy<Value = Vec<&'static str>> {
    prop::collection::vec(
        prop::sample::select(vec![
            "",
            "<p>",
            "</p>",
            "<div>",
            "</div>",
            "<b>",
            "</b>",
            "<i>",
            "</i>",
            "<ul>",
            "<li>",
            "</li>",
            "</ul>",
            "<h2>",
            "</h2>",
            "<table>",
            "<tr>",
            "<td>",
            "</td>",
            "</tr>",
            "</table>",
            "<blockquote>",
            "</blockquote>",
            "<cite>",
            "</cite>",
            "<figure>",
            "<figcaption>",
            "</figcaption>",
            "</figure>",
            "<a href=/x>",
            "</a>",
            "<br>",
            "<hr>",
            "<aside>",
            "</aside>",
            "<details>",
            "<summary>",
            "</summary>",
            "</details>",
            "<dl>",
            "<dt>",
            "<dd>",
            "</dl>",
            "<pre>",
            "</pre>",
            "<caption>",
            "</caption>",
            "<footer>",
            "</footer>",
            "<div class=gallery>",
            "<span lang=ar>",
            "</span>",
            "<img src=/a.jpg>",
        ]),
        1..12,
    )
}
