//! Formulas and readings.

use super::brief::check;

#[test]
fn a_formula_keeps_what_its_parts_are_to_one_another() {
    check(&[
        ("<p><math><mroot><mi>x</mi><mn>3</mn></mroot></math></p>", "p([math [mroot [mi x][mn 3]]])"),
        ("<math><msub><mrow/><mn>2</mn></msub></math>", "p([math [msub [mrow ][mn 2]]])"),
        (
            "<math><mfenced><mi>x</mi><mi>y</mi></mfenced></math>",
            "p([math [mrow [mo (][mi x][mo ,][mi y][mo )]]])",
        ),
        (
            "<math><mmultiscripts><mi>C</mi><mprescripts/><mn>6</mn><mn>14</mn></mmultiscripts></math>",
            "p([math [mrow [msubsup [mrow ][mn 6][mn 14]][mi C]]])",
        ),
        (
            "<math> <mstyle><mi> a </mi> <mo>+</mo></mstyle> <span>b</span></math> c",
            "p([math [mrow [mi a ][mo +]]b] c)",
        ),
        (
            "<math><mtable><mtr><mtd><mn>1</mn></mtd></mtr></mtable></math>",
            "p([math [mtable [mtr [mtd [mn 1]]]]])",
        ),
        ("<p><math><mi>x</p><p>un</p>", "p(x) p(un)"),
        (
            "<table><tr><td><math><mfrac><mn>1</mn><mn>2</mn></mfrac></math></td><td>a</td></tr></table>",
            "table( / [math [mfrac [mn 1][mn 2]]],a | )",
        ),
    ]);
}

#[test]
fn a_formula_is_shown_once_however_often_it_was_drawn() {
    check(&[
        (
            "<p>a <mjx-container><mjx-math aria-hidden=true><mjx-mi>y</mjx-mi></mjx-math><mjx-assistive-mml><math><mi>y</mi></math></mjx-assistive-mml></mjx-container> b</p>",
            "p(a [math [mi y]] b)",
        ),
        (
            "<span class=MathJax_Preview></span><span class=MathJax><nobr aria-hidden=true><span class=math>y</span></nobr><span class=MJX_Assistive_MathML><math><mi>y</mi></math></span></span><script type=math/tex>y</script>",
            "p([math [mi y]])",
        ),
        ("<p>Soit <script type=math/tex>x^2</script> ici</p>", "p(Soit x^2 ici)"),
        (
            "<span class=mwe-math-element><span style='display: none' class=mwe-math-mathml-inline><math><mi>x</mi></math></span><img class=mwe-math-fallback-image-inline src=/x.svg alt=x></span>",
            "p([math [mi x]])",
        ),
        ("<span class=katex><span class=katex-html aria-hidden=true>x</span></span>", "p(x)"),
    ]);
}

#[test]
fn characters_keep_their_reading() {
    check(&[
        ("<ruby>漢<rp>(</rp><rt>かん</rt><rp>)</rp>字<rt>じ</rt></ruby>", "p([ruby 漢[rt かん]字[rt じ]])"),
        ("<ruby>漢<rp>(<rt>かん<rp>)</ruby>は", "p([ruby 漢[rt かん]]は)"),
        ("<ruby><rb>漢</rb><rtc><rt>かん</rt></rtc></ruby>", "p([ruby 漢[rt かん]])"),
    ]);
}

#[test]
fn poems_and_pasted_lines_keep_their_white_space() {
    check(&[
        ("<pre class=wp-block-verse>un\n\n\tdeux</pre>", "p(un//\u{a0}\u{a0}\u{a0}\u{a0}deux)"),
        (
            "<p style='white-space: pre-wrap'>un\n   deux</p><p>trois\n quatre</p>",
            "p(un/\u{a0}\u{a0}\u{a0}deux) p(trois quatre)",
        ),
        ("<div style='white-space:pre-line'>un\n   deux\n\ntrois</div>", "p(un/deux//trois)"),
        ("<p><span style='white-space:pre-wrap'>un\n  deux</span></p>", "p(un deux)"),
    ]);
}

#[test]
fn a_drop_cap_joins_its_word() {
    check(&[
        ("<p><span class=dropcap>L</span>e port</p>", "p(Le port)"),
        ("<p><span class='et-dropcap'>L</span>\n<span>e port</span></p>", "p(L e port)"),
        ("<div class=dropcap>L</div><p>e port</p>", "p(Le port)"),
        ("<div class='drop-cap'>L</div>\n<p>e port</p><p>un</p>", "p(Le port) p(un)"),
        ("<div class=dropcap-box><p>Le port</p></div><p>un</p>", "p(Le port) p(un)"),
        ("<p class=has-drop-cap>Le port</p><p>un</p>", "p(Le port) p(un)"),
    ]);
}

#[test]
fn terms_have_what_they_mean() {
    check(&[
        ("<dl><dt>a<dt>b<dd>un<dd><p>deux</p><ul><li>c</ul></dl>", "dl(a, b: p(un) p(deux) ul(p(c)))"),
        (
            "<dl><div><dt>a</dt><dd>un</dd></div><div><dt>b</dt><dd>deux</dd></div></dl>",
            "dl(a: p(un); b: p(deux))",
        ),
        ("<dl><dd>un</dl><p>deux</p>", "p(un) p(deux)"),
    ]);
}

#[test]
fn columns_and_lists_keep_how_they_are_counted_and_set() {
    check(&[
        (
            "<table><tr><th>a<th>b<tr><td>1<td style='text-align:right'>2<tr><td>3<td class=has-text-align-right>4</table>",
            "table[-,right](a,b / 1,2; 3,4 | )",
        ),
        ("<table><tr><td align=right>1<td>2<tr><td>3<td>4</table>", "table( / 1,2; 3,4 | )"),
        ("<ol style='list-style-type: upper-roman'><li>un<li value=5>deux</ol>", "ol:I[-,5](p(un); p(deux))"),
        ("<ol type=1><li>un</ol><ul type=disc><li>deux</ul>", "ol(p(un)) ul(p(deux))"),
    ]);
}

#[test]
fn entities_that_were_escaped_twice_are_read() {
    check(&[
        ("<p>l&amp;#8217;eau, caf&amp;eacute; &amp;amp; th&amp;eacute;</p>", "p(l’eau, café & thé)"),
        ("<p>&amp;lt;b&amp;gt; <code>&amp;nbsp;</code></p>", "p(&lt;b&gt; [code &nbsp;])"),
    ]);
}
