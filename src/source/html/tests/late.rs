//! What comes late, is hidden, or stands for something else.

use super::super::scan::scan;
use super::brief::check;

#[test]
fn an_address_for_later_is_known_by_what_it_looks_like() {
    check(&[
        (
            "<img src='data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==' data-delay=https://img.example/a.jpg>",
            "img(/a.jpg)",
        ),
        (
            r#"<img data-srcs='{"320":"https:\/\/img.example\/s.jpg","1200":"https:\/\/img.example\/l.jpg"}'>"#,
            "img(/l.jpg)",
        ),
        (
            "<img data-srcs='{&quot;a&quot;:&quot;https://img.example/s.webp&quot;}' data-id=7 data-caption='No. 3'>",
            "img(/s.webp)",
        ),
        ("<img src=/real.jpg data-full=/full.jpg>", "img(/real.jpg)"),
        ("<img data-widths='/a.jpg 300w, /b.jpg 900w'>", "img(/a.jpg)"),
        ("<img src=about:blank data-cookieblock-src=/a.png>", "img(/a.png)"),
        (
            "<iframe data-cmp-src=https://www.youtube.com/embed/abc data-name='Video'></iframe>",
            "embed(YouTube https://www.youtube.com/watch?v=abc)",
        ),
        (
            "<iframe src=about:blank data-suppressedsrc=//player.vimeo.com/video/12></iframe>",
            "embed(Vimeo https://vimeo.com/12)",
        ),
        ("<video data-url=/a.mp4 poster=/a.jpg></video>", "video(/a.mp4 | )"),
    ]);
}

#[test]
fn a_picture_is_shown_once_and_its_placeholder_never() {
    check(&[
        (
            "<figure><img src=/up/a-20x13.jpg><img src=/up/a.jpg width=900></figure><p>un</p>",
            "img(/up/a.jpg) p(un)",
        ),
        ("<div><img src=/up/a-lqip.jpg><img src=/up/a-1024x768.jpg></div>", "img(/up/a-lqip.jpg)"),
        (
            "<figure><img src='data:image/jpeg;base64,/9j/4AAQSkZJRgABAQAAAQABAAD'><img src=/a.jpg></figure>",
            "img(/a.jpg)",
        ),
        (
            "<p><noscript><img src=/a.jpg alt=x></noscript><img src='data:image/svg+xml,x' data-lazy-src=/a.jpg></p>",
            "img(/a.jpg)",
        ),
        ("<img src='data:image/svg+xml;utf8,<svg></svg>' alt=un><p>deux</p>", "p(deux)"),
        // Two pictures are two.
        (
            "<p><img src=/a.jpg> <img src=/b.jpg></p><img src='/i?id=1'><img src='/i?id=2'>",
            "img(/a.jpg) img(/b.jpg) img(/i) img(/i)",
        ),
        ("<noscript>Sans script <img src=/a.jpg alt=Port></noscript><p>un</p>", "img(/a.jpg) p(un)"),
        ("<noscript><p>un", "p(un)"),
        (
            "<p>un</p><noscript><iframe src=https://www.googletagmanager.com/ns.html></iframe></noscript>",
            "p(un)",
        ),
    ]);
}

#[test]
fn the_last_source_of_a_picture_is_the_one_that_every_browser_shows() {
    check(&[
        (
            "<picture><source type=image/avif srcset=/a.avif><source srcset='/a.jpg 1x, /b.jpg 2x'><img></picture>",
            "img(/a.jpg)",
        ),
        (
            "<picture><source data-srcset='/a.webp 400w'><img src='data:image/gif;base64,R0lGODlhAQABAAAAACw='></picture>",
            "img(/a.webp)",
        ),
        ("<picture><source srcset=/a.webp><img src=/a.jpg></picture><img>", "img(/a.jpg)"),
    ]);
}

#[test]
fn a_sign_stays_in_its_sentence() {
    check(&[
        ("<p>Le <img src=/i.svg width=20 height=20 alt=drapeau> suit</p>", "p(Le [img /i.svg drapeau] suit)"),
        ("<p>un <img src=/i.png style='width:1em;height:1em' alt=''> deux</p>", "p(un [img /i.png ] deux)"),
        (
            "<p>un <img src=/i.png srcset='/i.png 1x, /i2.png 2x' width=24 height=24 alt=x> deux</p>",
            "p(un [img /i.png x] deux)",
        ),
        ("<p>Bravo <img src=/1f600.png width=16 height=16 alt='😀'></p>", "p(Bravo 😀)"),
        ("<p><a href=/x><img src=/i.png width=16 height=16 alt=X></a> un</p>", "p([a /x [img /i.png X]] un)"),
    ]);
}

#[test]
fn a_picture_beside_the_text_cuts_no_sentence() {
    check(&[
        (
            "<p>un <img style='float:right' src=/a.jpg width=200 height=100> deux</p>",
            "img:right(/a.jpg) p(un deux)",
        ),
        (
            "<p>un <a href=/p><img class='alignright' src=/a.jpg></a>deux</p>",
            "img:right(/a.jpg -> /p) p(un deux)",
        ),
        (
            "<div class=wp-block-image><figure class=alignleft><img src=/a.jpg><figcaption>x</figcaption></figure></div><p>un</p>",
            "img:left(/a.jpg | x) p(un)",
        ),
        (
            "<p id=a>un <img align=left src=/a.jpg> deux <a href='#a'>ici</a></p>",
            "img:left(/a.jpg) p(un deux [a /maroc/article#a ici])#a",
        ),
        ("<p>un <img src=/a.jpg> deux</p>", "p(un) img(/a.jpg) p(deux)"),
        ("<p class=alignright>un</p><img src=/b.jpg>", "p(un) img(/b.jpg)"),
    ]);
}

#[test]
fn what_is_not_displayed_is_not_shown_but_what_a_click_folds_open_is() {
    check(&[
        ("<p>un<span style='display: none'>x</span></p><div style='visibility:hidden'>y</div>", "p(un)"),
        ("<div class=accordion-content style='display:none'><p>réponse</p></div>", "p(réponse)"),
        ("<div class='faq-answer' hidden>réponse</div>", "p(réponse)"),
        (
            "<img style='display:none' src=/pixel.gif><img class=lazy style='display:none' data-src=/a.jpg>",
            "img(/a.jpg)",
        ),
        ("<p>un<span class=sr-only>, </span>deux</p>", "p(un deux)"),
        ("<span>un</span><span hidden> | </span><span>deux</span>", "p(un deux)"),
        ("<p>peut<span hidden>x</span>être</p>", "p(peutêtre)"),
    ]);
}

#[test]
fn an_empty_place_for_an_advertisement_has_no_label() {
    check(&[
        (
            "<p>un</p><div class=ad-slot><span>Advertisement</span><div id=div-gpt-ad-1></div></div><p>deux</p>",
            "p(un) p(deux)",
        ),
        ("<div id=div-gpt-ad-123-0>Publicité</div><p>un</p>", "p(un)"),
        ("<div class=advertisement><a href=/x><img src=/a.jpg></a></div>", "img(/a.jpg -> /x)"),
        (
            "<div class='ad-content'><p>Un paragraphe entier, qui ne peut pas être une étiquette d’annonce.</p></div>",
            "p(Un paragraphe entier, qui ne peut pas être une étiquette d’annonce.)",
        ),
        ("<div class=shadow><p>Bref</p></div>", "p(Bref)"),
    ]);
}

#[test]
fn text_in_forms_and_questions_in_buttons_are_kept() {
    check(&[
        ("<form action=/x><p>un</p><input value=a><p>deux</p></form>", "p(un) p(deux)"),
        ("<form>un<p>deux", "p(un) p(deux)"),
        (
            "<button class=btn aria-controls=a1>Pourquoi ?</button><div id=a1>Parce que.</div>",
            "p(Pourquoi ?) p(Parce que.)",
        ),
        ("<button type=submit>Envoyer</button><p>un</p>", "p(un)"),
    ]);
}

#[test]
fn an_object_is_the_link_in_it_or_what_it_shows() {
    check(&[
        ("<object data=/a.pdf><a href=/a.pdf>Le rapport</a></object>", "p([a /a.pdf Le rapport])"),
        (
            "<object data=https://www.youtube.com/v/abc type=x></object>",
            "embed(YouTube https://www.youtube.com/watch?v=abc)",
        ),
        (
            "<object><param name=movie><embed src=https://www.youtube.com/v/abc></object><p>un</p>",
            "embed(YouTube https://www.youtube.com/watch?v=abc) p(un)",
        ),
        (
            "<object class=wp-block-file__embed data=/a.pdf></object><a href=/a.pdf>Rapport</a>",
            "p([a /a.pdf Rapport])",
        ),
        ("<div data-oembed-url=https://vimeo.com/1></div>", "embed(Vimeo https://vimeo.com/1)"),
        (
            "<div data-oembed-url=https://vimeo.com/1><iframe src=https://player.vimeo.com/video/1></iframe></div>",
            "embed(Vimeo https://vimeo.com/1)",
        ),
    ]);
}

#[test]
fn charts_are_their_pictures_or_a_notice() {
    check(&[
        (
            "<iframe title=Prix src=https://datawrapper.dwcdn.net/Ab1/3/></iframe>",
            "img(/Ab1/full.png -> /Ab1/)",
        ),
        (
            "<iframe src=https://flo.uri.sh/visualisation/12/embed></iframe>",
            "img(/visualisation/12/thumbnail -> /visualisation/12/)",
        ),
        (
            "<div class=flourish-embed data-src=visualisation/12></div><p>un</p>",
            "img(/visualisation/12/thumbnail -> /visualisation/12/) p(un)",
        ),
        (
            "<p>un</p><svg><title>Prix</title><g><text>2024</text><text>12 €</text></g></svg><p>deux</p>",
            "p(un) embed(news.example https://news.example/maroc/article Prix 2024 12 €) p(deux)",
        ),
        ("<p>un <svg><title>Facebook</title><path/></svg> deux</p>", "p(un deux)"),
        ("<p>un</p><svg><text>a</text><text>b</text><p>deux</p>", "p(un) p(ab) p(deux)"),
    ]);
}

#[test]
fn a_number_is_the_one_that_is_counted_up_to() {
    check(&[
        ("<span class=counter data-count=1200>0</span> bateaux", "p(1200 bateaux)"),
        ("<h3 class='timer count-title' data-to='300'></h3><p>un</p>", "h3(300) p(un)"),
        ("<span class=odometer data-to-value=12000 data-delimiter=' '>1</span>", "p(12 000)"),
        ("<table><tr><td data-value=5>0</td><td>a</td></tr></table>", "table( / 0,a | )"),
        ("<div class=counter data-end=5><p>Bateaux</p></div><p>7</p>", "p(Bateaux) p(7)"),
    ]);
}

#[test]
fn a_link_without_text_is_called_what_it_is_called() {
    check(&[
        ("<a href=/f aria-label=Facebook><svg><path/></svg></a>", "p([a /f Facebook])"),
        ("<p><a href=/f title=Suite><img src=/a.jpg></a></p>", "img(/a.jpg -> /f)"),
        ("<p><a href=/f title=Suite>Lire</a></p>", "p([a /f Lire])"),
        ("<h2>Un <a href='#un' aria-label=Lien></a></h2>", "h2(Un)"),
        ("<a class=wp-block-button__link href=/x>Lire</a>", "p([a /x button Lire])"),
    ]);
}

#[test]
fn looking_ahead_takes_time_in_proportion() {
    for piece in [
        "<svg><text>a",
        "<div class=ad>",
        "<span aria-hidden=true class=MathJax>",
        "<noscript>",
        "<svg><style><!--",
    ] {
        let html = piece.repeat(100_000);
        let start = std::time::Instant::now();
        let _ = scan(&html, None);
        assert!(start.elapsed().as_secs() < 20, "{piece}");
    }
}
