//! Tests each dialect with the samples in `tests/fixtures/dialects`.

use super::seen;
use crate::network::json::Json;
use crate::source::Format;
use crate::source::dialect::{Dialect, recognise};
use serde_json::json;

/// Asserts the dialect of a sample, and its content in short notation.
macro_rules! sample {
    ($name:literal, $dialect:ident, $seen:literal) => {
        let document =
            Json::parse(include_str!(concat!("../../../../tests/fixtures/dialects/", $name, ".json")))
                .unwrap();
        assert_eq!(Format::recognise(&document), Format::Dialect(Dialect::$dialect));
        let body = document.get("body").unpacked();
        assert_eq!(recognise(&body), Some(Dialect::$dialect));
        let seen = seen(&body);
        assert_eq!(seen, $seen, "\n{seen}\n");
    };
}

#[test]
fn portable_text_has_its_lists_nested_its_links_put_on_and_its_own_blocks_by_their_parts() {
    sample!(
        "portable-text",
        PortableText,
        r#"p(Éteinte depuis [a https://phares.example/amara trois [strong hivers]], la [em lanterne] tourne/de nouveau12 dirhams[del  par ][code visite.])
h2(Les marches)
quote(p(On la voit de très loin.) | )
ul(p(Monter) ol(p(ouvrir); p(allumer)); p(Redescendre))
ol(p(Attendre))
img(/images/p/d/0a-1200x800.jpg | La tour, jeudi.)
p(Une vue que la requête n’a pas suivie.)
img(/images/p/d/0c.png | La lampe neuve.)
gallery(/images/p/d/0d-300x200.jpg, /images/p/d/0e-300x200.jpg | Dedans.)
codetext(Fl(3) 20s
  35m)
hr
table( / Feu,Portée; Amara,28 milles | )
embed(YouTube https://www.youtube.com/watch?v=abcdefghijk)
box(Visiter | p(Le samedi, à dix heures.))
p([a https://phares.example/visites Réserver une visite])
p(Un élément de demain garde son texte.)"#
    );
}

#[test]
fn tiptap_has_every_node_of_its_extensions() {
    sample!(
        "tiptap",
        ProseMirror,
        r#"h2(Les marches)
p(Éteinte [a https://phares.example/amara [strong depuis] trois]/[em hivers][del  a][code b][mark c][sub d][sup e]@Hicham Tazi🕯h=35[img /sign.png signal])
p(منارة أمارة):rtl
ul(p(Monter) ol@3(p(allumer)))
ul(p(☑ Peindre); p(☐ Ouvrir))
quote(p(On la voit de très loin.) | )
codetext(Fl(3) 20s
  35m)
hr
img(/tour.jpg | La tour, jeudi.)
table(Feux, / Amara,28 milles | )
details(Horaires | p(Le samedi, à dix heures.))
embed(YouTube https://www.youtube.com/watch?v=abcdefghijk)
audio(/corne.mp3 | La corne de brume)
p(Un élément de demain)
p(garde son texte aussi.)"#
    );
}

#[test]
fn storyblok_has_its_links_by_kind_and_its_components_by_their_parts() {
    sample!(
        "storyblok",
        ProseMirror,
        r#"h3(Les marches)
p([bdi#haut Un ][a mailto:garde@phares.example courrier] ou [a https://cms.example/amara#visites la page]/🕯)
ul(p(Monter))
ol(p(Allumer))
quote(p(On la voit de très loin.) | )
code(Fl(3) 20s)
hr
img(/f/1/1200x800/0a/tour.jpg | La tour, jeudi.)
table(Feu / Amara | )
box(Visiter | p(Le samedi, à dix heures.))
img(/f/1/600x400/0b/lampe.jpg | La lampe neuve.)
p([a https://phares.example/visites Réserver])"#
    );
}

#[test]
fn bloks_alone_are_a_body() {
    sample!(
        "storyblok-bloks",
        Components,
        r#"p(La lanterne tourne de nouveau.)
quote(p(On la voit de très loin.) | Une pêcheuse)"#
    );
}

#[test]
fn contentful_shows_what_its_answer_has_resolved() {
    sample!(
        "contentful",
        Contentful,
        r#"h2(Les marches)
p([strong Éteinte ][em depuis/trois ][code a][sup b][sub c][del d][a https://phares.example/amara hivers][a https://phares.example/baie  la baie][a https://assets.ctf.example/plan.pdf  le plan] ailleurs le port)
ul(p(Monter) ol(p(allumer)))
quote(p(On la voit de très loin.) | )
hr
table(Feu / Amara | )
img(/tour.jpg | La tour, jeudi.)
audio(/corne.mp3 | La corne)
box(Visiter | p(Le samedi, à dix heures.))
embed(Vimeo https://vimeo.com/12345 Le film)
p(Un élément de demain)"#
    );
}

#[test]
fn contentful_finds_what_graphql_lists_beside_the_document() {
    sample!(
        "contentful-graphql",
        Contentful,
        r#"p(La lanterne, vue de [a https://phares.example/baie la baie])
img(/tour.jpg | La tour, jeudi.)
quote(p(On la voit de très loin.) | Une pêcheuse)"#
    );
}

#[test]
fn datocms_finds_the_records_beside_its_document() {
    sample!(
        "datocms",
        Dato,
        r#"h2(Les marches)
p([strong Éteinte][em  depuis/][code a][mark b][del c][a https://phares.example/amara  trois hivers][a https://phares.example/baie  la baie ]Le port@htazi)
ul(p(Monter) ol(p(allumer)))
quote(p(On la voit de très loin.) | Une pêcheuse)
codetext(Fl(3) 20s
  35m)
hr
img(/tour.jpg | La tour, jeudi.)
embed(YouTube https://www.youtube.com/watch?v=abcdefghijk)
box(Visiter | p(Le samedi, à dix heures.))
p(Un élément de demain)"#
    );
}

#[test]
fn strapi_has_its_marks_on_its_texts_and_its_sizes_in_its_pictures() {
    sample!(
        "strapi",
        Strapi,
        r#"h2(Les [a https://phares.example/amara marches])
p([strong Éteinte][em  depuis/trois][del a][code b][a https://phares.example/amara  hivers])
quote(p(On la voit de très loin.) | )
codetext(Fl(3) 20s
  35m)
ul(p(Monter) ol(p(allumer)); p(Redescendre))
img(/uploads/large_tour.jpg | La tour, jeudi.)
p(Un élément de demain)"#
    );
}

#[test]
fn a_dynamic_zone_of_strapis_is_a_body() {
    sample!(
        "strapi-zone",
        Components,
        r#"p(La lanterne tourne de nouveau.)
p(Une pêcheuse)
p(On la voit de très loin.)
img(/uploads/tour.jpg)"#
    );
}

#[test]
fn editor_js_has_html_in_its_lines() {
    sample!(
        "editor-js",
        EditorJs,
        r#"h2(Les marches)
p(Éteinte [strong depuis] [em trois] [a https://phares.example/amara hivers], [mark a][code b] c)
ul(p(Monter); p(Redescendre))
ol@3(p(Ouvrir) ol(p(la porte)))
ul(p(☑ Peindre); p(☐ Ouvrir))
quote(p(On la voit de très loin.) | Une pêcheuse)
box(Attention | p(L’escalier est raide.))
code(Fl(3) 20s
  35m)
hr
img(/tour.jpg | La tour, [em jeudi].)
embed(YouTube https://www.youtube.com/watch?v=abcdefghijk La première nuit)
table(Feu,Portée / [strong Amara],28 milles | )
p([a https://phares.example/baie La baie])
p(Sept feux en une nuit.)
p([a https://a.example/plan.pdf Le plan du phare])
p(Du [em HTML] tel quel.)
p(À gauche.)
p(À droite.)
p(Un élément de demain)"#
    );
}

#[test]
fn prismic_is_cut_where_marks_begin_and_end() {
    sample!(
        "prismic",
        Prismic,
        r#"h2(Les marches)
p(🕯 [strong Étein][strong [em te]][em  depuis] [a https://phares.example/amara trois hivers]/la lanterne)
ul(p(Monter); p(Redescendre))
ol(p(Allumer))
code(Fl(3) 20s
  35m)
p(منارة أمارة):rtl
img(/tour.jpg -> /tour)
embed(YouTube https://www.youtube.com/watch?v=abcdefghijk La première nuit)
p(Un élément de demain)"#
    );
}

#[test]
fn slices_of_prismics_are_a_body() {
    sample!(
        "prismic-slices",
        Components,
        r#"p(La lanterne tourne de nouveau.)
quote(p(On la voit de très loin.) | Une pêcheuse)
img(/tour.jpg | La tour, jeudi.)"#
    );
}

#[test]
fn payload_has_its_formats_by_bits_its_files_with_their_sizes_and_its_blocks_by_their_parts() {
    sample!(
        "payload",
        Lexical,
        r#"h2(Les [a https://phares.example/amara marches])
p([strong Éteinte][em  depuis]/[del trois ][code a][sub b][sup c][mark d]e[strong [em f]]	[a https://phares.example/visites https://phares.example/visites] ou [a https://cms.example/visites la page] ou une autre)
p(منارة أمارة)
ul(p(Monter) ol@3(p(ouvrir); p(allumer)); p(Redescendre))
ul(p(☑ Peindre); p(☐ Ouvrir))
quote(p(On la voit de très loin.) | )
hr
img(/media/tour-1200x800.jpg | Depuis le quai)
embed(cms.example https://cms.example/media/horaires.pdf horaires.pdf)
p([a https://cms.example/corne La corne de brume])
table(Feu,Portée / Amara,28 milles | )
p(Le samedi, à dix heures.)
codeplain(Fl(3) 20s
  35m)
img(/media/tour.jpg)
p(Avec la lampe.)
embed(YouTube https://www.youtube.com/watch?v=abcdefghijk)
p(Un élément de demain garde son texte.)"#
    );
}

#[test]
fn ghosts_own_document_has_every_card_also_as_a_text() {
    sample!(
        "lexical-text",
        Lexical,
        r#"p(Éteinte depuis [a https://phares.example/amara [strong trois hivers]].)
h3(Les marches)
quote(p(On la voit de très loin.) | )
img(/content/images/tour.jpg | [em Jeudi], au soir)
gallery(/content/images/a.jpg, /content/images/b.jpg | Dedans, dehors)
embed(phares.example https://phares.example/visites Visiter le phare)
p(Le samedi, à dix heures.)
p(Sur réservation)
embed(YouTube https://www.youtube.com/watch?v=abcdefghijk La lanterne)
p(Une minute)
box( | p(Fermé [strong lundi].))
details(Horaires | p(De dix à seize heures.))
p([a https://phares.example/reserver Réserver])
p([a https://blog.example/content/files/plan.pdf Plan])
p(Les sept étages)
audio(/content/media/corne.mp3 | La corne de brume)
video(/content/media/lampe.mp4 | La lampe tourne)
codetext(Fl(3) 20s
  35m)
p(Son feu)
p(Un [em mot] de plus.)
p(Une ligne de plus.)
img(/content/images/lampe.png)
h2(Une lampe)
p(De poche.)
p([a https://blog.example/lampe Acheter])
p(Aidez-nous.)
p([a https://blog.example/don Donner])
hr"#
    );
}

#[test]
fn slates_own_names_are_read_as_strapis_are() {
    let body = json!([
        {"children": [{"text": "Un "}, {"text": "mot", "bold": true}]},
        {"type": "h3", "children": [{"text": "Titre"}]},
        {"type": "ul", "children": [{"type": "li", "children": [{"text": "Monter"}]}]},
        {"type": "ol", "children": [{"type": "li", "children": [{"text": "Allumer"}]}]},
        {"type": "blockquote", "children": [{"text": "Loin."}]},
        {"type": "upload", "value": {"url": "/tour.jpg", "alt": "La tour", "mimeType": "image/jpeg"}, "children": [{"text": ""}]},
    ]);
    assert_eq!(
        seen(&Json::from(body)),
        "p(Un [strong mot])\nh3(Titre)\nul(p(Monter))\nol(p(Allumer))\nquote(p(Loin.) | )\nimg(/tour.jpg)"
    );
}

#[test]
fn hygraph_and_contentstack_are_read_by_their_names_for_the_same() {
    let hygraph = json!({"raw": {"children": [
        {"type": "heading-three", "children": [{"text": "Les marches"}]},
        {"type": "paragraph", "children": [{"text": "Un "}, {"type": "link", "href": "https://phares.example/a", "children": [{"text": "mot", "code": true}]}]},
        {"type": "bulleted-list", "children": [{"type": "list-item", "children": [{"type": "list-item-child", "children": [{"text": "Monter"}]}]}]},
        {"type": "block-quote", "children": [{"text": "Loin."}]},
        {"type": "image", "src": "https://media.example/a1", "altText": "La tour", "width": 300, "height": 200, "children": [{"text": ""}]},
        {"type": "iframe", "url": "https://www.youtube.com/watch?v=abcdefghijk", "children": [{"text": ""}]},
        {"type": "table", "children": [
            {"type": "table_head", "children": [{"type": "table_row", "children": [{"type": "table_header_cell", "children": [{"type": "paragraph", "children": [{"text": "Feu"}]}]}]}]},
            {"type": "table_body", "children": [{"type": "table_row", "children": [{"type": "table_cell", "children": [{"type": "paragraph", "children": [{"text": "Amara"}]}]}]}]}]}
    ]}});
    assert_eq!(
        seen(&Json::from(hygraph)),
        "h3(Les marches)\np(Un [a https://phares.example/a [code mot]])\nul(p(Monter))\nquote(p(Loin.) | )\nimg(/a1)\n\
         embed(YouTube https://www.youtube.com/watch?v=abcdefghijk)\ntable(Feu / Amara | )"
    );
    let contentstack = json!({"type": "doc", "uid": "1", "attrs": {}, "children": [
        {"type": "h2", "attrs": {}, "uid": "2", "children": [{"text": "Les marches"}]},
        {"type": "p", "attrs": {}, "uid": "3", "children": [{"text": "Un "}, {"type": "a", "attrs": {"url": "https://phares.example/a"}, "children": [{"text": "mot", "inlineCode": true}]}]},
        {"type": "img", "attrs": {"url": "https://media.example/a.jpg", "alt": "La tour", "caption": "Jeudi"}, "children": [{"text": ""}]},
        {"type": "table", "attrs": {}, "children": [
            {"type": "thead", "children": [{"type": "tr", "children": [{"type": "th", "children": [{"text": "Feu"}]}]}]},
            {"type": "tbody", "children": [{"type": "tr", "children": [{"type": "td", "children": [{"text": "Amara"}]}]}]}]},
        {"type": "hr", "attrs": {}, "children": [{"text": ""}]}
    ]});
    assert_eq!(
        seen(&Json::from(contentstack)),
        "h2(Les marches)\np(Un [a https://phares.example/a [code mot]])\nimg(/a.jpg | Jeudi)\ntable(Feu / Amara | )\nhr"
    );
}
