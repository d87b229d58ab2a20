//! Tests HTML into blocks with the browser's parser.

use crate::ladder::{self, on};
use news_article::article::{Block, BlockKind, Inline, SpanKind};
use news_article::network::address::{Address, Purpose, resolve};
use news_article::source::html::{blocks, inlines, text};
use wasm_bindgen_test::wasm_bindgen_test;

fn base() -> Address {
    resolve("https://news.example/maroc/article", None, Purpose::Page).unwrap()
}

fn read(html: &str) -> Vec<Block> {
    blocks(html, Some(&base())).unwrap()
}

#[wasm_bindgen_test]
fn this_browser_has_every_rung_of_the_ladder() {
    // Otherwise the tests that compare the parsers would compare nothing.
    assert!(ladder::has_set_html());
}

#[wasm_bindgen_test]
fn every_rung_of_the_ladder_gives_the_same_blocks() {
    let samples = [
        "<p>L&rsquo;eau <strong>est <em>là</em></strong>, <a href='/x'>ici</a>.</p><h2 id=a>Titre</h2><p><a href='#a'>renvoi</a></p>",
        "<ul><li>un<ul><li>deux</li></ul></li></ul><ol start=3><li>trois</li></ol>",
        "<figure class='wp-block-image'><img src='/a.jpg' srcset='/a.jpg 1x, /b.jpg 2x' width=10 height=20 alt='x &amp; y'><figcaption>lég</figcaption></figure>",
        "<table><caption>c</caption><thead><tr><th>a<th>b</thead><tbody><tr><td rowspan=2>1<td>2<tr><td>3</tbody></table>",
        "<blockquote><p>un</p><cite>deux</cite></blockquote><hr><pre><code class=language-c>int a;\n  b</code></pre>",
        "<details><summary>s</summary>texte</details><audio src=/a.mp3></audio><video><source src=/v.mp4></video>",
        "<iframe src='https://www.youtube.com/embed/aB3' title='Film'></iframe><p>suite</p>",
        "<p lang=ar dir=rtl>x</p><p><span lang=en>y</span></p><dl><dt>t<dd>d</dl>",
        "a<script>b</script>c<svg><text>d</text></svg>e<form>f</form>g<template>h</template>",
    ];
    for sample in samples {
        let json = |blocks| serde_json::to_string::<Vec<Block>>(&blocks).unwrap();
        let [first, second, third] = ladder::ALL.map(|rung| json(on(rung, || read(sample))));
        assert_ne!(first, "[]", "{sample}");
        assert_eq!(first, second, "{sample}");
        assert_eq!(first, third, "{sample}");
    }
}

#[wasm_bindgen_test]
fn what_is_read_without_the_parser_is_what_the_parser_gives() {
    // A table needs the browser's parser, so that everything after it goes through that, too.
    let parsed = |html: &str| read(&["<table></table>", html].concat());
    let json = |blocks| serde_json::to_string::<Vec<Block>>(&blocks).unwrap();
    let odd = [
        "<p>a&lt;b &amp;&amp; c &#8217; &#x2019; &nbsp;d & e &; &unknown; f</p>",
        "<p><b>un<p>deux</b> trois</p><h2>a<h3>b</h2>c</p>",
        "<p><a href=/1>un <a href=/2>deux</a></a><i><b>x</i>y</b>",
        "<ul><li>a<li>b<ul><li>c</ul><p>d</ul></ul>e",
        "<div><span><p>a</span>b</div>c<blockquote>d<figure>e</blockquote>f",
        "<dl><dt>a<dd>b<dt>c</dl><details><summary>a</summary>b<hr>c</details>",
        "<p>a<br>b</br>c<wbr>d</p></p>e",
    ];
    let posts = crate::wordpress::markups();
    let all = odd.into_iter().map(str::to_owned).chain(posts).chain(crate::hostile::cases());
    for html in all {
        assert_eq!(json(read(&html)), json(parsed(&html)), "{html}");
    }
}

#[wasm_bindgen_test]
fn every_entity_is_the_browsers_to_know() {
    assert_eq!(
        text("&CounterClockwiseContourIntegral; &frac12; &NotEqualTilde; &amp;lt;p&amp;gt; &copy 2026"),
        "∳ ½ ≂̸ &lt;p&gt; © 2026"
    );
    // Systems escape twice by mistake, but an escaped tag, as above, may be an example of code.
    assert_eq!(text("Nord &amp;amp; Sud"), "Nord & Sud");
    assert_eq!(text("<p>&Eacute;t&eacute;&nbsp;&hearts;</p>"), "Été\u{a0}♥");
}

#[wasm_bindgen_test]
fn text_keeps_its_no_break_spaces_and_loses_its_tags() {
    assert_eq!(text("  L&rsquo;eau :\n <em>7\u{202f}%</em>&nbsp;!  "), "L’eau : 7\u{202f}%\u{a0}!");
}

#[wasm_bindgen_test]
fn inlines_turn_blocks_into_line_breaks() {
    let content = inlines("<p>un</p><p><b>deux</b><img src=/x></p>", Some(&base()));
    let kinds: Vec<_> = content
        .iter()
        .map(|inline| match inline {
            Inline::Text(text) => text.clone(),
            Inline::Span(span) => span.kind.tag().to_owned(),
        })
        .collect();
    assert_eq!(kinds, ["un", "br", "strong"]);
}

#[wasm_bindgen_test]
fn a_link_goes_around_the_text_of_each_block_inside_it() {
    let blocks = read("<a href='/x'><h2>un</h2><p>deux <b>trois</b></p></a>");
    assert_eq!(blocks.len(), 2);
    for block in &blocks {
        let (BlockKind::Heading { content, .. } | BlockKind::Paragraph { content }) = &block.kind else {
            panic!()
        };
        let [Inline::Span(span)] = content.as_slice() else { panic!("{content:?}") };
        assert_eq!(span.kind, SpanKind::Link);
        assert_eq!(span.href.as_ref().unwrap().as_str(), "https://news.example/x");
    }
}

#[wasm_bindgen_test]
fn a_frameset_does_not_swallow_the_article() {
    for rung in ladder::ALL {
        assert_eq!(on(rung, || text("<frameset><frame src=x></frameset><p>texte</p>")), "texte", "{rung:?}");
    }
}

#[wasm_bindgen_test]
fn nothing_is_added_to_the_page_that_is_shown() {
    let document = web_sys::window().unwrap().document().unwrap();
    let all = || document.query_selector_all("*").unwrap().length();
    let before = all();
    for rung in ladder::ALL {
        on(rung, || read("<p id=x>un</p><img src=/hostile/a><style>p{}</style>"));
    }
    assert_eq!(all(), before);
}

#[wasm_bindgen_test]
fn what_makes_parsers_slow_costs_no_more_than_a_long_honest_text() {
    let bombs: Vec<(&str, String)> = vec![
        ("tables", "<table><tr><td>".repeat(10_000)),
        ("div", "<div>".repeat(50_000)),
        ("a div", "<a href=x><div>".repeat(5_000)),
        ("b", (0..50_000).map(|n| format!("<b id=n{n}>x")).collect()),
        ("p b i u", "<p><b><i><u>".repeat(20_000)),
        ("b table", "<b><table><td></b>".repeat(10_000)),
        ("b div", "<b><div></b>".repeat(10_000)),
        ("p in b", format!("{}{}", "<b class=x>".repeat(90), "<p>x".repeat(9_000))),
        ("svg", "<svg>".repeat(50_000)),
        ("svg g", "<svg><g>".repeat(30_000)),
        ("svg style", "<svg><style><!--</style><div></svg>".repeat(20_000)),
        ("math", "<math><mi>".repeat(30_000)),
        ("form", "<form>".repeat(100_000)),
        ("select", "<select><option>".repeat(50_000)),
        ("template", "<template>".repeat(50_000)),
        ("attributes", format!("<p {}>x", (0..50_000).map(|n| format!("a{n} ")).collect::<String>())),
        ("lists", "<ul><li>".repeat(50_000)),
        ("dl", "<dl><dt><dd>".repeat(30_000)),
        ("headings", "<h1><h2>".repeat(50_000)),
        ("quotes", "<blockquote>".repeat(50_000)),
        ("details", "<details><summary>".repeat(30_000)),
        ("ends", "</p>".repeat(300_000)),
        ("end of b", format!("<b>{}", "</i>".repeat(300_000))),
        ("open ends", "</".repeat(500_000)),
        ("comments", "<!--".repeat(500_000)),
        ("open attributes", "<a href='".repeat(200_000)),
        ("names", "<x".repeat(900_000)),
        ("entities", "&lt".repeat(600_000)),
        ("text in a table", format!("<table>{}", "x<b>y".repeat(20_000))),
        ("frames", "<iframe>".repeat(100_000)),
        ("pre", "<pre>".repeat(50_000)),
        ("cells", format!("<table><tr>{}", "<td>".repeat(300_000))),
        ("columns", format!("<table>{}", "<tr><td colspan=50 rowspan=1000>x".repeat(2_000))),
        ("breaks", "<br>x".repeat(300_000)),
        ("one text", "mot ".repeat(500_000)),
        ("places", (0..40_000).map(|n| format!("<a href='#p{n}' id=q{n}>x</a>")).collect()),
        ("brackets", "[a b=".repeat(300_000)),
    ];
    let honest = "<p>mot <b>gras</b> suite</p>".repeat(5_000);
    for rung in ladder::ALL {
        for (name, html) in &bombs {
            // The half second applies to what is shipped. Here little is optimised, and the machine may be busy, so
            // an ordinary text of 5,000 paragraphs is the measure. Quadratic behaviour takes a hundred times as long.
            let (mut best, mut allowed) = (f64::MAX, 0.0);
            for _ in 0..3 {
                allowed = (10.0 * time(rung, &honest)).max(2_000.0);
                best = time(rung, html).min(best);
                if best < allowed {
                    break;
                }
            }
            assert!(best < allowed, "{rung:?} {name}: {best} ms, {allowed} ms allowed");
        }
    }
}

/// How long reading takes, in milliseconds.
fn time(rung: ladder::Rung, html: &str) -> f64 {
    let started = js_sys::Date::now();
    let _ = on(rung, || blocks(html, Some(&base())));
    js_sys::Date::now() - started
}
