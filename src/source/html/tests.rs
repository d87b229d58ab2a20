use super::scan::DEPTH;
use super::tag::Tag;
use super::{BYTES, blocks, inlines, scan, text};
use crate::article::{Block, BlockKind, Direction, Inline, Span, SpanKind, plain_text};
use crate::network::address::{Address, Purpose, resolve};
use crate::source::SourceErrorKind;
use proptest::prelude::*;

fn base() -> Address {
    resolve("https://news.example/maroc/article", None, Purpose::Page).unwrap()
}

fn read(html: &str) -> Vec<Block> {
    blocks(html, Some(&base())).unwrap()
}

/// Blocks in short: `p(un [em deux])`.
fn brief(blocks: &[Block]) -> String {
    let mut parts = Vec::new();
    for block in blocks {
        let mut name = match &block.kind {
            BlockKind::Paragraph { content } => format!("p({})", short(content)),
            BlockKind::Heading { level, content } => format!("h{level}({})", short(content)),
            BlockKind::List { ordered, start, reversed, items } => {
                let items: Vec<_> = items.iter().map(|item| brief(item)).collect();
                let name = if *ordered { "ol" } else { "ul" };
                let start = start.map(|start| format!("@{start}")).unwrap_or_default();
                format!("{name}{start}{}({})", if *reversed { "-" } else { "" }, items.join("; "))
            }
            BlockKind::Image(image) => {
                let href = image.href.as_ref().map(|href| format!(" -> {}", href.path())).unwrap_or_default();
                let caption = if image.caption.is_empty() {
                    String::new()
                } else {
                    format!(" | {}", short(&image.caption))
                };
                format!("img({}{href}{caption})", image.src.path())
            }
            BlockKind::Gallery { images, caption } => {
                let images: Vec<_> = images
                    .iter()
                    .map(|image| format!("{} {}", image.src.path(), short(&image.caption)).trim().to_owned())
                    .collect();
                format!("gallery({} | {})", images.join(", "), short(caption))
            }
            BlockKind::Quote { body, cite } => format!("quote({} | {})", brief(body), short(cite)),
            BlockKind::PullQuote { content, cite } => format!("pull({} | {})", short(content), short(cite)),
            BlockKind::Table { head, rows, caption } => {
                let row =
                    |row: &Vec<Vec<Inline>>| row.iter().map(|cell| short(cell)).collect::<Vec<_>>().join(",");
                let rows: Vec<_> = rows.iter().map(row).collect();
                format!("table({} / {} | {})", row(head), rows.join("; "), short(caption))
            }
            BlockKind::Code { text, language } => {
                format!("code{}({text})", language.as_deref().unwrap_or_default())
            }
            BlockKind::Divider {} => "hr".to_owned(),
            BlockKind::Audio(media) => format!("audio({} | {})", media.src.path(), short(&media.caption)),
            BlockKind::Video(media) => format!("video({} | {})", media.src.path(), short(&media.caption)),
            BlockKind::Embed { provider, url, title } => {
                format!("embed({provider} {} {})", url.as_str(), title.as_deref().unwrap_or_default())
                    .replace(" )", ")")
            }
            BlockKind::Callout { title, body } => {
                format!("box({} | {})", title.as_deref().unwrap_or_default(), brief(body))
            }
            BlockKind::Details { summary, body } => format!("details({} | {})", short(summary), brief(body)),
        };
        if let Some(lang) = &block.lang {
            name = format!("{name}:{lang}");
        }
        if let Some(dir) = block.dir {
            name = format!("{name}:{}", dir.name());
        }
        if let Some(anchor) = &block.anchor {
            name = format!("{name}#{anchor}");
        }
        parts.push(name);
    }
    parts.join(" ")
}

fn short(content: &[Inline]) -> String {
    let mut text = String::new();
    for inline in content {
        match inline {
            Inline::Text(plain) => text.push_str(plain),
            Inline::Span(Span { kind: SpanKind::Br, .. }) => text.push('/'),
            Inline::Span(span) => {
                let name = if span.kind == SpanKind::Link {
                    let href = span.href.as_ref().unwrap();
                    let href = href.as_str().strip_prefix("https://news.example").unwrap_or(href.as_str());
                    format!("a {href}{}", if span.sponsored { " sponsored" } else { "" })
                } else {
                    span.kind.tag().to_owned()
                };
                let name = match (name.strip_prefix("a "), &span.anchor) {
                    (Some(rest), Some(anchor)) => format!("a#{anchor} {rest}"),
                    (None, Some(anchor)) => format!("{name}#{anchor}"),
                    _ => name,
                };
                let lang = span.lang.as_ref().map(|lang| format!(":{lang}")).unwrap_or_default();
                let dir = span.dir.map(|dir| format!(":{}", dir.name())).unwrap_or_default();
                text.push_str(&format!("[{name}{lang}{dir} {}]", short(&span.content)));
            }
        }
    }
    text
}

/// Each line of `cases` is HTML, `=>`, and what it becomes.
#[track_caller]
fn check(cases: &[(&str, &str)]) {
    for (html, expected) in cases {
        assert_eq!(brief(&read(html)), *expected, "{html}");
    }
}

#[test]
fn the_names_of_elements_stand_in_the_order_of_their_kinds() {
    for (name, tag) in [
        ("p", Tag::Paragraph),
        ("dialog", Tag::Container),
        ("h6", Tag::Heading(6)),
        ("th", Tag::HeaderCell),
        ("x-frame", Tag::Frame),
        ("cite", Tag::Span(SpanKind::Cite)),
        ("noframes", Tag::Raw),
        ("map", Tag::Lost),
    ] {
        assert_eq!(Tag::named(name), Some(tag), "{name}");
    }
    for name in ["", " ", "p a", "a|br", "par", "x"] {
        assert_eq!(Tag::named(name), None, "{name}");
    }
}

#[test]
fn running_text_becomes_paragraphs() {
    check(&[
        ("<p>un</p><p>deux</p>", "p(un) p(deux)"),
        ("un <b>deux</b>\n  trois", "p(un [strong deux] trois)"),
        ("<p> un \n deux </p>", "p(un deux)"),
        ("<p>un</p>deux<p>trois</p>", "p(un) p(deux) p(trois)"),
        ("un<br>deux<br><br>trois<br>", "p(un/deux) p(trois)"),
        ("<p><br>un<br></p><p><br></p>", "p(un)"),
        ("<p>&nbsp;</p><p></p><p> <b> </b></p>", ""),
        ("<div>un<div>deux</div>trois</div>", "p(un) p(deux) p(trois)"),
        ("<p>un<p>deux", "p(un) p(deux)"),
        ("<p>7&nbsp;%\u{202f}!</p>", "p(7\u{a0}%\u{202f}!)"),
        ("<p>a<!-- b -->c<!--more--></p>", "p(ac)"),
        ("a &lt;b&gt; &amp;c;", "p(a <b> &c;)"),
        ("1 < 2 <3 <", "p(1 < 2 <3 <)"),
        ("<my-card>un</my-card><unknown>deux</unknown>", "p(undeux)"),
        ("<h2>un<br>deux</h2><h7>trois</h7>", "h2(un/deux) p(trois)"),
        ("<h2></h2><h3> </h3>", ""),
        // An end tag alone is a paragraph of nothing, as in the standard.
        ("<p>un<div>deux</div>trois</p>quatre", "p(un) p(deux) p(trois) p(quatre)"),
        ("un</p>deux</p></p>", "p(un) p(deux)"),
        ("<b>un</p>deux</b>", "p([strong un]) p([strong deux])"),
    ]);
}

#[test]
fn marks_keep_their_meaning_and_lose_the_rest() {
    check(&[
        ("<p><i style='x' onclick='y'>a</i><u>b</u><kbd>c</kbd><s>d</s></p>", "p([em a]b[code c][del d])"),
        (
            "<p><a href='/x' rel='nofollow sponsored'>a</a> <a href='javascript:x'>b</a></p>",
            "p([a /x sponsored a] b)",
        ),
        ("<p><span lang='ar' dir='rtl'>a</span><span lang='<x>'>b</span></p>", "p([bdi:ar:rtl a]b)"),
        (
            "<p lang=en>a</p><div lang='ar' dir=rtl><p>b</p><p lang=fr>c</p></div>",
            "p(a):en p(b):ar:rtl p(c):fr:rtl",
        ),
        ("<ul lang=ar><li>a<li lang=fr>b</ul>", "ul(p(a); p(b):fr):ar"),
        (
            "<p><abbr title='Évapo'>ETP</abbr> H<sub>2</sub>O <q>x</q> <cite>y</cite></p>",
            "p([abbr ETP] H[sub 2]O [q x] [cite y])",
        ),
        ("<b>un<b>deux</b></b>", "p([strong undeux])"),
        ("<p>un <b>deux <i>trois</b> quatre</i></p>", "p(un [strong deux [em trois]][em  quatre])"),
        ("<b><p>un</p><p>deux</p></b>trois", "p([strong un]) p([strong deux]) p(trois)"),
        ("<a href=/x><h2>un</h2><p>deux</p></a>", "h2([a /x un]) p([a /x deux])"),
        ("<p><a href=/x>un<div>deux</div></a></p>", "p([a /x un]) p([a /x deux])"),
        ("<p>un<b>deux</p><p>trois</b></p>", "p(un[strong deux]) p(trois)"),
        ("<b><p>un</b> deux</p> trois", "p([strong un deux]) p(trois)"),
        ("<a href=/1>un<a href=/2>deux</a>trois</a>", "p([a /1 un][a /2 deux]trois)"),
    ]);
}

#[test]
fn lists_keep_their_items_and_their_numbers() {
    check(&[
        ("<ul><li>un<li>deux</ul>", "ul(p(un); p(deux))"),
        ("<ol start=4><li><p>un</p><p>deux</p></li></ol>", "ol@4(p(un) p(deux))"),
        ("<ol reversed start=10><li>un<li>deux</ol>", "ol@10-(p(un); p(deux))"),
        ("<ol reversed=''><li>un</ol><ul reversed><li>deux</ul>", "ol-(p(un)) ul(p(deux))"),
        ("<ul><li>un<ul><li>deux</li></ul></li><li>trois</li></ul>", "ul(p(un) ul(p(deux)); p(trois))"),
        ("<ul><li>un</li><ul><li>deux</li></ul></ul>", "ul(p(un) ul(p(deux)))"),
        ("<ul>zéro<li></li><li>un</li></ul>", "ul(p(zéro); p(un))"),
        ("<dl><dt>un<dd>deux</dl>", "p([strong un]) p(deux)"),
        ("<li>un</li><li>deux</li>", "p(un) p(deux)"),
    ]);
}

#[test]
fn pictures_split_text_and_lose_none() {
    check(&[
        ("<p>un <img src=/a.jpg> deux</p>", "p(un) img(/a.jpg) p(deux)"),
        ("<p><a href=/p><img src=/a.jpg></a></p>", "img(/a.jpg -> /p)"),
        ("<h2>un <img src=/a.jpg> deux</h2>", "h2(un deux) img(/a.jpg)"),
        (
            "<figure><img src=/a.jpg><figcaption>un <em>deux</em></figcaption></figure>",
            "img(/a.jpg | un [em deux])",
        ),
        ("<figure><figcaption>un</figcaption><img src=/a.jpg></figure>", "img(/a.jpg | un)"),
        (
            "<div class='wp-caption x'><img src=/a.jpg><p class=wp-caption-text>un</p></div>",
            "img(/a.jpg | un)",
        ),
        ("<img src='data:image/gif;base64,R0lG' data-src=/a.jpg>", "img(/a.jpg)"),
        ("<img src='data:image/svg+xml,x' data-lazy-src=/a.jpg>", "img(/a.jpg)"),
        ("<img srcset='/a.jpg 1x, /b.jpg 2x'>", "img(/a.jpg)"),
        ("<picture><source srcset=/b.webp><img src=/a.jpg></picture>", "img(/a.jpg)"),
        ("<img src=/pixel width=1 height=1><img src=javascript:x><img>", ""),
        ("un <img class='emoji' alt='😀' src=/e.png> deux", "p(un 😀 deux)"),
        (
            "<figure><img src=/a.jpg><img src=/b.jpg><figcaption>un</figcaption></figure>",
            "gallery(/a.jpg, /b.jpg | un)",
        ),
        (
            "<ul class='wp-block-gallery'><li><figure><img src=/a.jpg><figcaption>un</figcaption></figure></li><li><img src=/b.jpg></li></ul>",
            "gallery(/a.jpg un, /b.jpg | )",
        ),
        (
            "<div class=gallery><dl><dt><a href=/p><img src=/a.jpg></a></dt><dd class='gallery-caption'>un</dd></dl><br><dl><dt><img src=/b.jpg></dt></dl></div>",
            "gallery(/a.jpg un, /b.jpg | )",
        ),
        ("<div class=gallery><p>un</p></div>", "p(un)"),
        ("<figure><pre>x</pre><figcaption>un</figcaption></figure>", "code(x) p(un)"),
    ]);
}

#[test]
fn quotations_keep_their_source() {
    check(&[
        ("<blockquote><p>un</p><cite>deux</cite></blockquote>", "quote(p(un) | deux)"),
        (
            "<blockquote>un<footer>deux, <cite>trois</cite></footer></blockquote>",
            "quote(p(un) | deux, [cite trois])",
        ),
        ("<blockquote><p>un <cite>deux</cite></p></blockquote>", "quote(p(un [cite deux]) | )"),
        ("<blockquote><cite>un</cite></blockquote>", "quote(p([cite un]) | )"),
        (
            "<figure class='wp-block-pullquote'><blockquote><p>un</p><p>deux</p><cite>trois</cite></blockquote></figure>",
            "pull(un/deux | trois)",
        ),
        ("<figure><blockquote>un</blockquote><figcaption>deux</figcaption></figure>", "quote(p(un) | deux)"),
        (
            "<blockquote class='twitter-tweet'><p lang=fr>un</p>&mdash; deux <a href='https://twitter.com/a/status/1'>May</a></blockquote><script src=x></script>",
            "quote(p(un):fr p(— deux [a https://twitter.com/a/status/1 May]) | ) embed(X https://twitter.com/a/status/1)",
        ),
        (
            "<blockquote class='instagram-media' data-instgrm-permalink='https://www.instagram.com/p/x/'><a href='https://www.instagram.com/p/x/'>voir</a></blockquote>",
            "quote(p([a https://www.instagram.com/p/x/ voir]) | ) embed(Instagram https://www.instagram.com/p/x/)",
        ),
    ]);
}

#[test]
fn tables_keep_their_columns() {
    check(&[
        ("<table><tr><th>a<th>b<tr><td>1<td>2</table>", "table(a,b / 1,2 | )"),
        (
            "<table><thead><tr><td>a</td><td>b</td></tr></thead><tbody><tr><th>1</th><td>2</td></tr></tbody></table>",
            "table(a,b / 1,2 | )",
        ),
        ("<table><tfoot><tr><td>z<td>y</tfoot><tr><td>1<td>2</table>", "table( / 1,2; z,y | )"),
        ("<table><tr><td colspan=2>a<td>b<tr><td>1<td>2<td>3</table>", "table( / a,,b; 1,2,3 | )"),
        ("<table><tr><td rowspan=2>a<td>b<tr><td>c</table>", "table( / a,b; ,c | )"),
        ("<table><caption>un</caption><tr><td>a<td>b</table>", "table( / a,b | un)"),
        ("<figure><table><tr><td>a<td>b</table><figcaption>un</figcaption></figure>", "table( / a,b | un)"),
        ("<table><tr><td><p>a</p><p>b</p><td><ul><li>c<li>d</ul></table>", "table( / a/b,c/d | )"),
        ("<table><tr><td>a<td><table><tr><td>b<td>c</table></table>", "table( / a,b/c | )"),
        ("<table><tr><td>un <img src=/a.jpg></table>", "p(un) img(/a.jpg)"),
        ("<table><tr><td></td></tr></table>", ""),
        ("<table><tr><td>a<td lang=ar>b</table>", "table( / a,[bdi:ar b] | )"),
        ("<td>a</td><tr>b</tr>", "p(a) p(b)"),
    ]);
}

#[test]
fn code_keeps_its_lines() {
    check(&[
        (
            "<pre class='wp-block-code'><code class='language-rust'>let a;\n  b <b>c</b>\n</code></pre>",
            "coderust(let a;\n  b c)",
        ),
        ("<pre>a<br>b<div>c</div><div>d</div></pre>", "code(a\nb\nc\nd)"),
        ("<pre class=wp-block-verse>un\n  <em>deux</em></pre>", "p(un/[em deux])"),
        ("<pre>\n\n</pre>", ""),
    ]);
}

#[test]
fn media_and_frames_become_placeholders() {
    check(&[
        ("<figure><audio src=/a.mp3></audio><figcaption>un</figcaption></figure>", "audio(/a.mp3 | un)"),
        (
            "<video poster=/p.jpg><source src=/a.mp4><source src=/b.webm>Your browser is old</video>",
            "video(/a.mp4 | )",
        ),
        ("<audio><source src=/a.mp3><a href=/a.mp3>a.mp3</a></audio>", "audio(/a.mp3 | [a /a.mp3 a.mp3])"),
        ("<p>un <audio src=/a.mp3></audio> deux</p>", "p(un) audio(/a.mp3 | ) p(deux)"),
        ("<h2>un <video src=/a.mp4>x</video> deux</h2>", "h2(un deux) video(/a.mp4 | )"),
        (
            "<iframe src='https://www.youtube.com/embed/aB3?feature=oembed' title='Un film'><p>x</p></iframe>",
            "embed(YouTube https://www.youtube.com/watch?v=aB3 Un film)",
        ),
        (
            "<iframe src='//www.youtube-nocookie.com/embed/x'></iframe>",
            "embed(YouTube https://www.youtube.com/watch?v=x)",
        ),
        (
            "<iframe src='https://player.vimeo.com/video/12?h=1'></iframe>",
            "embed(Vimeo https://vimeo.com/12)",
        ),
        (
            "<iframe src='https://geo.dailymotion.com/player.html?video=x8'></iframe>",
            "embed(Dailymotion https://www.dailymotion.com/video/x8)",
        ),
        (
            "<iframe src='https://open.spotify.com/embed/track/1'></iframe>",
            "embed(Spotify https://open.spotify.com/track/1)",
        ),
        (
            "<iframe src='https://www.facebook.com/plugins/post.php?href=https%3A%2F%2Fwww.facebook.com%2Fa%2Fposts%2F1&x=1'></iframe>",
            "embed(Facebook https://www.facebook.com/a/posts/1)",
        ),
        (
            "<iframe src='https://www.facebook.com/plugins/post.php?href=javascript%3Aalert(1)'></iframe>",
            "embed(Facebook https://www.facebook.com/plugins/post.php?href=javascript%3Aalert(1))",
        ),
        (
            "<iframe src='https://cartes.example:8443/x'></iframe>",
            "embed(cartes.example https://cartes.example:8443/x)",
        ),
        ("<iframe src='javascript:alert(1)'></iframe><iframe srcdoc='<p>x'></iframe><iframe>", ""),
        (
            "<figure><iframe src=/x></iframe><figcaption>un</figcaption></figure>",
            "embed(news.example https://news.example/x) p(un)",
        ),
    ]);
}

#[test]
fn boxes_and_details_hold_blocks() {
    check(&[
        (
            "<details><summary>un <b>deux</b></summary>trois<p>quatre</p></details>",
            "details(un [strong deux] | p(trois) p(quatre))",
        ),
        ("<details><p>un</p></details>", "p(un)"),
        ("<aside><h3>un</h3><p>deux</p></aside>", "box(un | p(deux))"),
        ("<div class=encadre><b>un</b> deux</div>", "box( | p([strong un] deux))"),
        ("<aside><img src=/a.jpg></aside>", "img(/a.jpg)"),
        ("<hr/><p>un</p>", "hr p(un)"),
    ]);
}

#[test]
fn a_figure_keeps_what_stands_under_its_picture_in_its_caption() {
    check(&[
        (
            "<figure><img src=/a.jpg><figcaption>La ministre</figcaption><p class=credit>AFP</p></figure>",
            "img(/a.jpg | La ministre/AFP)",
        ),
        (
            "<figure class=wp-caption><img src=/a.jpg><figcaption class=wp-caption-text>La ministre</figcaption><p>AFP</p></figure>",
            "img(/a.jpg | La ministre/AFP)",
        ),
        (
            "<div class=wp-caption><img src=/a.jpg><p class=wp-caption-text>La ministre</p><p>AFP</p></div>",
            "img(/a.jpg | La ministre/AFP)",
        ),
        (
            "<figure><a href=/b><img src=/a.jpg><span>Zoom</span></a><figcaption>un</figcaption></figure>",
            "img(/a.jpg -> /b | un/[a /b Zoom])",
        ),
        (
            "<figure><p>Titre</p><img src=/a.jpg><figcaption>un</figcaption></figure>",
            "p(Titre) img(/a.jpg | un)",
        ),
        // A figure around an article is none.
        (
            "<figure><img src=/a.jpg><p>1</p><p>2</p><p>3</p><p>4</p></figure>",
            "img(/a.jpg) p(1) p(2) p(3) p(4)",
        ),
    ]);
}

#[test]
fn a_table_with_one_cell_is_no_table_and_what_is_in_it_stays_what_it_is() {
    check(&[
        (
            "<table><tr><td><h3>En bref</h3><p>un</p><ul><li>deux</li></ul></td></tr></table><p>trois</p>",
            "h3(En bref) p(un) ul(p(deux)) p(trois)",
        ),
        (
            "<table class=tr-caption-container><tr><td><img src=/a.jpg></td></tr><tr><td class=tr-caption>un</td></tr></table>",
            "img(/a.jpg | un)",
        ),
        (
            "<table><tr><td><table class=tr-caption-container><tr><td>a</td></tr></table></td><td>b</td></tr><tr><td>c</td><td>d</td></tr></table>",
            "table( / a,b; c,d | )",
        ),
    ]);
    // Each is looked into no further than to the next.
    let many = "<table><td><script hidden>".repeat(20_000);
    assert!(blocks(&many, Some(&base())).is_ok());
}

#[test]
fn a_sign_or_a_formula_stands_in_its_line_as_what_it_says() {
    check(&[
        ("<p>Soit <img class=latex src=/l.png alt='E=mc^2'> ici</p>", "p(Soit E=mc^2 ici)"),
        ("<p><img src=/i.png width=16 height=16 alt=PDF> Le rapport</p>", "p(PDF Le rapport)"),
        ("<p>où <math><mi>c</mi><annotation>c</annotation></math> est</p>", "p(où c est)"),
        (
            "<span class=katex><span class=katex-mathml><math><mi>x</mi></math></span><span class=katex-html aria-hidden=true>x</span></span>",
            "p(x)",
        ),
    ]);
}

#[test]
fn a_picture_in_a_table_comes_after_it_and_a_sign_is_said_in_its_place() {
    check(&[
        (
            "<figure><table><tr><td><img src=/oui.svg alt=oui></td><td>Ann</td></tr></table><figcaption>un</figcaption></figure>",
            "table( / oui,Ann | un) img(/oui.svg)",
        ),
        (
            "<table><tr><td><img src=/a.jpg width=300 alt=Ann></td><td>Ann</td></tr></table>",
            "table( / ,Ann | ) img(/a.jpg)",
        ),
    ]);
}

#[test]
fn what_only_a_script_would_make_a_post_of_is_an_embed() {
    check(&[
        (
            "<div class=fb-post data-href=https://www.facebook.com/a/posts/1></div>",
            "embed(Facebook https://www.facebook.com/a/posts/1)",
        ),
        (
            "<div class=fb-video data-href=https://www.facebook.com/a/videos/1/><iframe src='https://www.facebook.com/plugins/video.php?href=https%3A%2F%2Fwww.facebook.com%2Fa%2Fvideos%2F1%2F'></iframe></div>",
            "embed(Facebook https://www.facebook.com/a/videos/1/)",
        ),
        (
            "<div class=twitter-tweet><iframe src=https://platform.twitter.com/embed/Tweet.html?id=1></iframe></div>",
            "embed(X https://x.com/i/status/1)",
        ),
        (
            "<div class=rll-youtube-player data-src=https://www.youtube.com/embed/abc></div>",
            "embed(YouTube https://www.youtube.com/watch?v=abc)",
        ),
        (
            "<ul><li><a href=/a>Titre</a><time>1 mai</time></li></ul><p>(<time>1 mai</time>)</p>",
            "ul(p([a /a Titre] 1 mai)) p((1 mai))",
        ),
    ]);
}

#[test]
fn what_only_a_script_would_make_a_chart_or_a_film_of_is_one() {
    check(&[
        (
            "<div id=datawrapper-vis-Ab1><script src=https://datawrapper.dwcdn.net/Ab1/embed.js></script><noscript><img src='https://datawrapper.dwcdn.net/Ab1/full.png' alt='' /></noscript></div>",
            "img(/Ab1/full.png -> /Ab1/)",
        ),
        (
            "<div class='flourish-embed flourish-chart' data-src='visualisation/1'><script src=x></script><noscript> <img src='https://public.flourish.studio/visualisation/1/thumbnail' width=100% alt=Prix></noscript></div>",
            "img(/visualisation/1/thumbnail -> /visualisation/1/)",
        ),
        (
            "<p>un</p><div class=infogram-embed data-id=a-b-c data-type=interactive></div><script>x</script><p>deux</p>",
            "p(un) embed(infogram.com https://infogram.com/a-b-c) p(deux)",
        ),
        (
            "<lite-youtube videoid=abc><a href='https://youtube.com/watch?v=abc'>Lire</a></lite-youtube>",
            "embed(YouTube https://www.youtube.com/watch?v=abc)",
        ),
        (
            "<amp-youtube data-videoid=abc layout=responsive></amp-youtube>",
            "embed(YouTube https://www.youtube.com/watch?v=abc)",
        ),
        (
            "<iframe data-id=5 src=https://player.vimeo.com/video/1></iframe><p data-id=7 data-videoid=x>a</p>",
            "embed(Vimeo https://vimeo.com/1) p(a)",
        ),
        // What has no name of its own is what is in it, and nothing is lost of what stands around.
        (
            "<lite-youtube playlistid=PL1><a href='https://youtube.com/playlist?list=PL1'>Lire</a></lite-youtube>",
            "p([a https://youtube.com/playlist?list=PL1 Lire])",
        ),
        ("<lite-youtube videoid=''>Lire</lite-youtube>", "p(Lire)"),
        ("<div class=infogram-embed><p>un</p></div><p>deux</p>", "p(un) p(deux)"),
        (
            "<div><div class=infogram-embed data-id=a /><p>un</p></div><p>deux</p>",
            "embed(infogram.com https://infogram.com/a) p(un) p(deux)",
        ),
        (
            "<noscript>Activez JavaScript</noscript><img src=https://datawrapper.dwcdn.net/Ab1/full.png>",
            "img(/Ab1/full.png -> /Ab1/)",
        ),
        // A picture a second time, and one that counts readers.
        ("<p><img src=/a.jpg><noscript><img src=/a.jpg></noscript></p>", "img(/a.jpg)"),
        ("<noscript><img src='https://www.facebook.com/tr?id=1'></noscript><noscript>a</noscript>", ""),
    ]);
}

#[test]
fn what_holds_no_break_spaces_alone_is_empty() {
    check(&[
        ("<pre>&nbsp;</pre><pre>un &nbsp;\n&nbsp;\n</pre>", "code(un)"),
        (
            "<table><tr><th>&nbsp;</th><th>Prix</th></tr><tr><td>Un</td><td>6</td></tr></table>",
            "table(,Prix / Un,6 | )",
        ),
    ]);
}

#[test]
fn what_a_script_makes_a_frame_of_ends_nothing_around_it_however_deep() {
    let (deep, end) = ("<section>".repeat(DEPTH), "</section>".repeat(DEPTH));
    let chart = "<div class=infogram-embed data-id=a />";
    check(&[(
        &format!("<div class=encadre><p>un</p>{deep}{chart}{end}<p>deux</p></div><p>trois</p>"),
        "box( | p(un) p(deux)) p(trois)",
    )]);
}

#[test]
fn what_folds_an_answer_away_keeps_the_question() {
    check(&[
        (
            "<h3><button aria-expanded=false><span>Quand ?</span><span aria-hidden=true>+</span></button></h3><div role=region><p>Demain.</p></div>",
            "h3(Quand ?) p(Demain.)",
        ),
        ("<h2>Titre <a href=#titre aria-hidden=true>#</a></h2>", "h2(Titre)"),
        ("<h2><a href=/x aria-hidden=true>Titre</a></h2>", "h2([a /x Titre])"),
        ("<h2>Titre<span aria-hidden=true> : </span>suite <button>1x</button></h2>", "h2(Titre : suite)"),
        ("<ul role=tablist><li>A</li></ul><div role=tabpanel hidden><p>un</p></div>", "ul(p(A)) p(un)"),
        ("<aside><h3><a href=/d>Dossier</a></h3><p>un</p></aside>", "box( | h3([a /d Dossier]) p(un))"),
    ]);
}

#[test]
fn addresses_that_plugins_keep_for_later_are_found() {
    check(&[
        ("<img class=lazy src=/lazy_placeholder.gif data-src=/a.jpg>", "img(/a.jpg)"),
        (
            "<img class=jetpack-lazy-image src=/grand.jpg data-lazy-src=/grand.jpg?is-pending-load=1>",
            "img(/grand.jpg)",
        ),
        ("<img src=/a.jpg srcset='/a.jpg 265w' width=16 height=9>", "img(/a.jpg)"),
        ("<img src=/shareholders.jpg data-original=javascript:0>", "img(/shareholders.jpg)"),
        ("<img src=/shareholders.jpg data-src='data:image/gif;base64,R0'>", "img(/shareholders.jpg)"),
        ("<img src=/blank.jpg data-src=#>", "img(/blank.jpg)"),
        ("<img src=data:image/gif,x data-lazy-src='' data-src=/a.jpg>", "img(/a.jpg)"),
        (
            "<iframe src=https://www.youtube.com/embed/abc data-src=about:blank></iframe>",
            "embed(YouTube https://www.youtube.com/watch?v=abc)",
        ),
        ("<img src='data:image/svg+xml,x' data-orig-src=/a.jpg>", "img(/a.jpg)"),
        (
            "<iframe src=about:blank data-lazy-src=https://www.youtube.com/embed/abc></iframe>",
            "embed(YouTube https://www.youtube.com/watch?v=abc)",
        ),
        (
            "<iframe src=about:blank data-src-cmplz=https://www.youtube.com/embed/abc></iframe>",
            "embed(YouTube https://www.youtube.com/watch?v=abc)",
        ),
    ]);
}

#[test]
fn what_is_copied_from_google_docs_is_not_all_bold() {
    check(&[(
        "<b style=\"font-weight:normal;\" id=docs-internal-guid-1><p>un <b>deux</b></p><p>trois</p></b>",
        "p(un [strong deux]) p(trois)",
    )]);
}

#[test]
fn what_is_no_text_loses_its_content() {
    check(&[
        ("a<script>b</script>c<style>d</style>e<template>f<template>g</template>h</template>i", "p(acei)"),
        ("a<svg><title>b</title><text>c</text></svg>d<math><mi>e</mi></math>f", "p(adef)"),
        (
            "a<form>b<input value=c><button>d</button></form>e<select><option>f</select>g<textarea>h</textarea>i",
            "p(aegi)",
        ),
        ("a<noscript><img src=/x></noscript>b<object>c</object>d<canvas>e</canvas>f", "p(abdf)"),
        ("a<script>b", "p(a)"),
        ("a<svg>b", "p(ab)"),
        ("a<form>b<p>c", "p(ab) p(c)"),
        ("a<script>'<!--<script>'</script>b", "p(ab)"),
        ("<title>a</title><textarea></p>b</textarea>c", "p(c)"),
        ("<!-- a ---!>b<!-- - -- ---> c <!--x--!>d", "p(b c d)"),
    ]);
}

#[test]
fn what_is_hidden_or_said_again_is_left_out() {
    check(&[
        ("<p>Lire la suite <span class=screen-reader-text>« Titre »</span></p>", "p(Lire la suite)"),
        (
            "<p>un <a href=/f> <i class=fa></i> <span class=sr-only>Facebook</span></a> fin</p>",
            "p(un [a /f Facebook] fin)",
        ),
        ("<h2 class=screen-reader-text>Navigation</h2><p>un</p>", "p(un)"),
        (
            "<div class=wp-block-file><a href=/r.pdf></a><a href=/r.pdf class=wp-block-file__button>Télécharger</a></div>",
            "p([a /r.pdf Télécharger])",
        ),
        (
            "<p><a href=/z>z</a></p><a href=/r.pdf class=wp-block-file__button>Télécharger</a>",
            "p([a /z z]) p([a /r.pdf Télécharger])",
        ),
        (
            "<p><a href=/f><svg></svg><span class=screen-reader-text>Facebook</span></a> <a href=/b>b<span class=sr-only>(nouvel onglet)</span></a></p>",
            "p([a /f Facebook] [a /b b])",
        ),
        (
            "<div class=wp-block-file><a href=/r.pdf class=wp-block-file__button download>Télécharger</a></div>",
            "p([a /r.pdf Télécharger])",
        ),
        ("<p hidden>a</p><div HIDDEN=''><p>b<div>c</div></div>d<img hidden src=/x><b hidden>e</b>f", "p(df)"),
        // Found by a search, it is shown.
        ("<p hidden='until-found'>a</p><p class='hidden'>b</p><p title='hidden'>c</p>", "p(a) p(b) p(c)"),
        ("<p hidden>a", "p(a)"),
        (
            "<div class='wp-block-file'><a href=/d.pdf>Doc</a><a href=/d.pdf class='wp-block-file__button wp-element-button' download>Télécharger</a></div>",
            "p([a /d.pdf Doc])",
        ),
        (
            "<figure class='wp-block-embed'><blockquote class='wp-embedded-content'><a href=/p>Titre</a></blockquote><iframe class='wp-embedded-content' src='/p/embed/#?secret=q'></iframe></figure>",
            "quote(p([a /p Titre]) | )",
        ),
        (
            "<iframe class='wp-embedded-content' src='https://blog.example/p/embed/'></iframe>",
            "embed(blog.example https://blog.example/p/embed/)",
        ),
    ]);
}

#[test]
fn only_places_that_a_link_leads_to_are_remembered() {
    check(&[
        (
            "<p>un<sup><a href='#n1' id='r1'>1</a></sup></p><ol><li id=n1>note <a href='#r1'>↩</a></li></ol><p id=x>deux</p>",
            "p(un[sup [a#r1 /maroc/article#n1 1]]) ol(p(note [a /maroc/article#r1 ↩])#n1) p(deux)",
        ),
        ("<a href='#t'>a</a><h2 id=t>b</h2>", "p([a /maroc/article#t a]) h2(b)#t"),
        ("<p><a href='#t'>a</a></p><a name=t></a><p>b</p>", "p([a /maroc/article#t a]) p(b)#t"),
        ("<a href='#%C3%A9'>a</a><p id='é'>b <i>c</i></p>", "p([a /maroc/article#%C3%A9 a]) p(b [em c])#é"),
        ("<p><a href='#t'>a</a> <span id=t>b</span></p>", "p([a /maroc/article#t a] [bdi#t b])"),
    ]);
}

#[test]
fn text_is_one_line() {
    assert_eq!(text("L&rsquo;eau &amp; <em>le</em>\n <b>vin</b>"), "L’eau & le vin");
    assert_eq!(text("« 7\u{a0}% »\u{202f}!"), "« 7\u{a0}% »\u{202f}!");
    assert_eq!(text("<p>un</p><p>deux</p>"), "un deux");
    assert_eq!(text("<script>x</script>"), "");
    assert_eq!(text("a < b"), "a < b");
}

#[test]
fn a_caption_is_inlines() {
    let content = inlines("<p>un <em>deux</em></p><p><img src=/a.jpg>trois</p>\n", Some(&base()));
    assert_eq!(short(&content), "un [em deux]/trois");
}

#[test]
fn more_than_the_cap_is_an_error() {
    let large = "a".repeat(BYTES + 1);
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
        let scan = scan::scan(&html, Some(&base()));
        assert!(scan.html.len() <= html.len() * 6 + 4096, "{} from {}", scan.html.len(), html.len());
        assert!(depth(&scan.html) <= scan::DEPTH);
        let _ = blocks(&html, Some(&base()));
        let taken = started.elapsed();
        assert!(taken.as_secs() < 10, "{taken:?} for {}", html.chars().take(40).collect::<String>());
    }
}

/// How deep the start tags stand, none but void ones left open.
fn depth(html: &str) -> usize {
    let mut open: Vec<&str> = Vec::new();
    let mut deepest = 0;
    for token in super::token::Tokens::new(html) {
        match token {
            super::token::Token::Open(name, _) if !matches!(name, "br" | "img" | "hr" | "source") => {
                open.push(name);
                deepest = deepest.max(open.len());
            }
            super::token::Token::Close(name) => assert_eq!(open.pop(), Some(name), "{html}"),
            _ => {}
        }
    }
    assert!(open.is_empty());
    deepest
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

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn whatever_goes_in_the_copy_is_well_nested(html in markup()) {
        let scan = scan::scan(&html, Some(&base()));
        depth(&scan.html);
        // Nothing is left for another copy to do, once what is lost cannot hide that a table has one cell.
        let second = scan::scan(&scan.html, Some(&base())).html;
        depth(&second);
        prop_assert_eq!(&scan::scan(&second, Some(&base())).html, &second);
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

#[test]
fn directions_and_languages_are_parsed_and_not_copied() {
    let blocks = read("<p dir='RTL' lang=' ar-MA '>a</p>");
    let Some(Block { dir, lang, .. }) = blocks.first() else { panic!("no block") };
    assert_eq!(*dir, Some(Direction::Rtl));
    assert_eq!(lang.as_deref(), Some("ar-MA"));
    let mut plain = String::new();
    plain_text(&inlines("<b>a</b>", None), &mut plain);
    assert_eq!(plain, "a");
}
