//! Lists, quotations, boxes, tables.

use super::super::blocks;
use super::super::tag::Tag;
use super::brief::{base, check};
use crate::article::SpanKind;

#[test]
fn elements_are_known_by_their_names_in_any_case() {
    for (name, tag) in [
        ("p", Tag::Paragraph),
        ("dialog", Tag::PlainBlock),
        ("h6", Tag::Heading(6)),
        ("th", Tag::HeaderCell),
        ("x-frame", Tag::Embed),
        ("cite", Tag::Span(SpanKind::Cite)),
        ("noframes", Tag::RawText),
        ("map", Tag::Dropped),
        ("BlockQuote", Tag::Quote),
    ] {
        assert_eq!(Tag::named(name), Some(tag), "{name}");
    }
    for name in ["", " ", "p a", "a br", "par", "x"] {
        assert_eq!(Tag::named(name), None, "{name}");
    }
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
        ("<dl><dt>un<dd>deux</dl>", "dl(un: p(deux))"),
        ("<li>un</li><li>deux</li>", "p(un) p(deux)"),
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
fn what_has_a_background_of_its_own_is_a_box() {
    check(&[
        ("<div class='wp-block-group x has-background'><p>un</p></div>", "box( | p(un))"),
        ("<div class='has-background wp-block-group'><p>un</p></div>", "box( | p(un))"),
        ("<div class='wp-block-group wp-block-group'><p>un</p></div>", "p(un)"),
        ("<div class='has-background'><p>un</p></div>", "box( | p(un))"),
        ("<p class='has-background has-pale-pink-background-color'>un</p>", "box( | p(un))"),
        ("<div style='background:#f4f4f4;padding:1em'><p>un</p></div>", "box( | p(un))"),
        ("<p style='background-color:white'>un</p><p style='background:#eee'>deux</p>", "p(un) p(deux)"),
    ]);
}

#[test]
fn tables_keep_their_columns() {
    check(&[
        ("<table><tr><th>a<th>b<tr><td>1<td>2</table>", "table(a,b / 1,2 | )"),
        (
            "<table><thead><tr><td>a</td><td>b</td></tr></thead><tbody><tr><th>1</th><td>2</td></tr></tbody></table>",
            "table[rows](a,b / 1,2 | )",
        ),
        ("<table><tr><th>a<td>1<tr><th rowspan=2>b<td>2<tr><td>3</table>", "table[rows]( / a,1; b,2; ,3 | )"),
        ("<table><tr><th>a<td>1<tr><td>b<td>2</table>", "table( / a,1; b,2 | )"),
        ("<table><tfoot><tr><td>z<td>y</tfoot><tr><td>1<td>2</table>", "table( / 1,2; z,y | )"),
        ("<table><tr><td colspan=2>a<td>b<tr><td>1<td>2<td>3</table>", "table( / a,,b; 1,2,3 | )"),
        ("<table><tr><td rowspan=2>a<td>b<tr><td>c</table>", "table( / a,b; ,c | )"),
        ("<table><caption>un</caption><tr><td>a<td>b</table>", "table( / a,b | un)"),
        ("<figure><table><tr><td>a<td>b</table><figcaption>un</figcaption></figure>", "table( / a,b | un)"),
        (
            "<table><tr><td><p>a</p><p>b</p><td><ul><li>c<li>d</ul></table>",
            "table( / a/b,{ul(p(c); p(d))} | )",
        ),
        ("<table><tr><td>a<td><table><tr><td>b<td>c</table></table>", "table( / a,{table( / b,c | )} | )"),
        ("<table><tr><td>un <img src=/a.jpg></table>", "p(un) img(/a.jpg)"),
        ("<table><tr><td></td></tr></table>", ""),
        ("<table><tr><td>a<td lang=ar>b</table>", "table( / a,[bdi:ar b] | )"),
        ("<td>a</td><tr>b</tr>", "p(a) p(b)"),
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
fn what_holds_no_break_spaces_alone_is_empty() {
    check(&[
        ("<pre>&nbsp;</pre><pre>un &nbsp;\n&nbsp;\n</pre>", "code(un)"),
        (
            "<table><tr><th>&nbsp;</th><th>Prix</th></tr><tr><td>Un</td><td>6</td></tr></table>",
            "table(,Prix / Un,6 | )",
        ),
    ]);
}
