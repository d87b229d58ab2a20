//! Pictures, players, frames.

use super::super::scan::DEPTH_MAX;
use super::brief::{check, read};
use crate::article::BlockKind;

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
fn media_and_frames_become_placeholders() {
    check(&[
        ("<figure><audio src=/a.mp3></audio><figcaption>un</figcaption></figure>", "audio(/a.mp3 | un)"),
        (
            "<video poster=/p.jpg><source src=/a.mp4><source src=/b.webm>Your browser is old</video>",
            "video(/a.mp4 </a.mp4 > </b.webm > | )",
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
fn what_a_script_makes_a_frame_of_ends_nothing_around_it_however_deep() {
    let (deep, end) = ("<section>".repeat(DEPTH_MAX), "</section>".repeat(DEPTH_MAX));
    let chart = "<div class=infogram-embed data-id=a />";
    check(&[(
        &format!("<div class=encadre><p>un</p>{deep}{chart}{end}<p>deux</p></div><p>trois</p>"),
        "box( | p(un) p(deux)) p(trois)",
    )]);
}

#[test]
fn a_frame_of_many_films_is_opened_at_its_own_address() {
    check(&[
        (
            "<iframe src='https://www.youtube.com/embed/videoseries?list=PL1'></iframe>",
            "embed(YouTube https://www.youtube.com/embed/videoseries?list=PL1)",
        ),
        (
            "<iframe src='https://player.vimeo.com/video/'></iframe>",
            "embed(Vimeo https://player.vimeo.com/video/)",
        ),
        (
            "<iframe src='https://google.com/search?q=x'></iframe>",
            "embed(google.com https://google.com/search?q=x)",
        ),
        (
            "<iframe src='https://www.google.com/maps/embed?pb=x'></iframe>",
            "embed(Google Maps https://www.google.com/maps/embed?pb=x)",
        ),
    ]);
}

#[test]
fn of_an_attribute_given_twice_the_first_counts_and_placeholders_count_for_nothing() {
    check(&[
        ("<img src=/a.jpg src=/b.jpg>", "img(/a.jpg)"),
        ("<img data-src='' data-lazy-src='#' data-original=/a.jpg data-cfsrc=/b.jpg>", "img(/a.jpg)"),
    ]);
}

#[test]
fn very_long_values_are_kept_of_pictures_alone() {
    let long = "x".repeat(5_000);
    check(&[
        (&format!("<p lang=fr id='{long}'><a href='/{long}'>un</a></p>"), "p(un):fr"),
        (&format!("<img src=/a.jpg alt='{long}' srcset='/b.jpg?{long} 2x'>"), "img(/a.jpg)"),
    ]);
    let blocks = read(&format!("<img src=/a.jpg alt='{long}'>"));
    let Some(BlockKind::Image(image)) = blocks.first().map(|block| &block.kind) else { panic!("{blocks:?}") };
    assert_eq!(image.alt, long);
}
