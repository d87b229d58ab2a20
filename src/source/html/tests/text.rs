//! Text: paragraphs, spans, code, languages, places.

use super::super::{inlines, text};
use super::brief::{base, check, read, short};
use crate::article::{Block, Direction, plain_text};

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
        ("<p xml:lang=en>a</p><p lang=fr xml:lang=en>b</p>", "p(a):en p(b):fr"),
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
fn code_keeps_its_lines() {
    check(&[
        (
            "<pre class='wp-block-code'><code class='language-rust'>let a;\n  b <b>c</b>\n</code></pre>",
            "coderust(let a;\n  b c)",
        ),
        ("<pre>a<br>b<div>c</div><div>d</div></pre>", "code(a\nb\nc\nd)"),
        ("<pre class=wp-block-verse>un\n  <em>deux</em></pre>", "p(un/\u{a0}\u{a0}[em deux])"),
        ("<pre>\n\n</pre>", ""),
    ]);
}

#[test]
fn a_sign_or_a_formula_stands_in_its_line_as_what_it_says() {
    check(&[
        ("<p>Soit <img class=latex src=/l.png alt='E=mc^2'> ici</p>", "p(Soit E=mc^2 ici)"),
        ("<p><img src=/i.png width=16 height=16 alt=PDF> Le rapport</p>", "p([img /i.png PDF] Le rapport)"),
        ("<p>où <math><mi>c</mi><annotation>c</annotation></math> est</p>", "p(où [math [mi c]] est)"),
        (
            "<span class=katex><span class=katex-mathml><math><mi>x</mi></math></span><span class=katex-html aria-hidden=true>x</span></span>",
            "p([math [mi x]])",
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
fn directions_and_languages_are_parsed_and_not_copied() {
    let blocks = read("<p dir='RTL' lang=' ar-MA '>a</p>");
    let Some(Block { dir, lang, .. }) = blocks.first() else { panic!("no block") };
    assert_eq!(*dir, Some(Direction::Rtl));
    assert_eq!(lang.as_deref(), Some("ar-MA"));
    let mut plain = String::new();
    plain_text(&inlines("<b>a</b>", None), &mut plain);
    assert_eq!(plain, "a");
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
fn emphasis_that_is_left_open_goes_on_through_paragraphs_whatever_its_style_says() {
    check(&[(
        "<p><b style='font-family:Georgia,serif;font-size:16px;color:#222222;line-height:1.6'>Un<p>Deux<p>Trois<p>Quatre<p>Cinq",
        "p([strong Un]) p([strong Deux]) p([strong Trois]) p([strong Quatre]) p([strong Cinq])",
    )]);
}
