//! What is left out, since no reader sees it or has seen it already.

use super::brief::check;

#[test]
fn what_is_no_text_loses_its_content() {
    check(&[
        ("a<script>b</script>c<style>d</style>e<template>f<template>g</template>h</template>i", "p(acei)"),
        ("a<svg><title>b</title><text>c</text></svg>d<annotation>e</annotation>f", "p(adf)"),
        ("a<button>b</button>c<select><option>d</select>e<textarea>f</textarea>g", "p(aceg)"),
        ("a<noscript><img src=/x></noscript>b<object>c</object>d<canvas>e</canvas>f", "p(abdf)"),
        ("a<script>b", "p(a)"),
        ("a<svg>b", "p(ab)"),
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
