//! The main job: every item of the page, by what a reader sees.

use news_article_tests::{Scope, in_engines};
use serde_json::json;

const STEPS: &str = include_str!("js/article.js");

#[tokio::test]
async fn a_reader_sees_the_whole_native_article() {
    in_engines(Scope::Main, async |page| {
        page.mount(r#"<news-article src="/api/articles/42.json" lang="fr"><a href="/x">Lire</a></news-article>"#).await;
        page.ready().await;
        page.says("[...$('breadcrumb').querySelectorAll('li')].map((item) => tidy(item.innerText)).join(' / ')", "Accueil / Politique / Bus de nuit : Sidi Amara vote deux lignes de plus, dès le mois de juin").await;
        page.says("text('section')", "Maroc").await;
        page.says("text('title')", "Bus de nuit : Sidi Amara vote deux lignes de plus, dès le mois de juin").await;
        page.says("text('byline')", "Par Yasmine Adraoui et Karim Senhadji Publié le 21 mars 2026 à 09:00 Modifié le 21 mars 2026 à 11:42").await;
        page.says("text('reading-time')", "Temps de lecture : 2 minutes").await;
        page.check("$$('reading-time').length === 1").await;
        page.check("text('summary').startsWith('En bref')").await;
        page.check("$('image').querySelector('img').getAttribute('fetchpriority') === 'high'").await;
        page.check("$$('paragraph').length > 4 && $$('heading').length > 0 && $$('quote').length > 0").await;
        page.check("$$('share-button').length >= 7").await;
        page.says("text('comments-prompt')", "Laissez-nous vos commentaires").await;
        page.check("text('comments').includes('Laisser un commentaire')").await;
        page.check("text('comments').includes('Votre adresse e-mail ne sera pas publiée. Les champs obligatoires sont indiqués avec *')").await;
        page.says("tidy($('comment-form').querySelector('[part=submit]').innerText)", "Poster commentaire").await;
        page.check("text('newsletter').includes('La newsletter qui vous briefe en 5 min')").await;
        page.check("text('social').startsWith('Et sur nos réseaux sociaux :')").await;
        page.check("el.querySelector('a').getClientRects().length === 0").await;
        page.run("$('related').scrollIntoView()").await;
        page.until("$$('related-item').length > 0").await;
        page.check("root.querySelectorAll('[part=related-item]').length === 8").await;
        page.check("[...root.querySelectorAll('[part=related-summary]')].every((p) => p.textContent.length <= 141)").await;
        page.check("[...root.querySelectorAll('[part=related-section]')].length >= 7").await;
        assert_eq!(page.console().await, Vec::<String>::new());
    })
    .await;
}

#[tokio::test]
async fn an_arabic_article_reads_from_right_to_left() {
    in_engines(Scope::Main, async |page| {
        page.mount(
            r#"<div lang="ar-MA" dir="rtl"><news-article src="/api/articles/ar.json"></news-article></div>"#,
        )
        .await;
        page.ready().await;
        page.check("getComputedStyle(root.querySelector('article')).direction === 'rtl'").await;
        page.check("getComputedStyle($('paragraph')).direction === 'rtl'").await;
        page.check("/مدة القراءة|وقت القراءة/.test(text('reading-time'))").await;
        page.check("!/minute/.test(root.querySelector('[part=base]').innerText)").await;
        // An English quotation inside keeps its own direction.
        page.check("$$('quote').concat([...root.querySelectorAll('bdi,[lang=en]')]).length > 0").await;
        assert_eq!(page.console().await, Vec::<String>::new());
    })
    .await;
}

#[tokio::test]
async fn the_normalised_article_can_be_read_and_set() {
    in_engines(Scope::Whole, async |page| {
        page.mount(r#"<news-article src="/api/articles/42.json" lang="fr"></news-article>"#).await;
        page.ready().await;
        page.check("el.article.timeRequired === 'PT2M' && el.article.wordCount > 200").await;
        page.check("el.article.url.startsWith('http') && !('bodyHtml' in el.article)").await;
        page.run("window.before = root.querySelector('article').innerText; window.mine = el.article;").await;
        page.run("el.article = el.article").await;
        page.until("el.state === 'ready'").await;
        page.check("root.querySelector('article').innerText === before").await;
        page.check("JSON.stringify(el.article) === JSON.stringify(mine)").await;
        page.run("el.article = { title: 'Autre', bodyHtml: '<p>Un <b>texte</b></p>' };").await;
        page.until("el.state === 'ready' && text('title') === 'Autre'").await;
        page.says("text('body')", "Un texte").await;
        page.check("el.article.body[0].type === 'paragraph'").await;
    })
    .await;
}

#[tokio::test]
async fn sections_and_heading_level_are_the_publishers() {
    in_engines(Scope::Whole, async |page| {
        page.mount(r#"<news-article src="/api/articles/42.json" lang="fr" sections="title share social" heading-level="2"></news-article>"#).await;
        page.ready().await;
        page.check("$('title').localName === 'h2' && $('heading').localName === 'h3'").await;
        page.check("!$('breadcrumb') && !$('byline') && !$('reading-time') && !$('comments') && !$('related')").await;
        page.check("!!$('body') && !!$('share') && !!$('social')").await;
        page.run("el.sections = 'social share'").await;
        page.until("$('social').compareDocumentPosition($('share')) & Node.DOCUMENT_POSITION_FOLLOWING").await;
    })
    .await;
}

#[tokio::test]
async fn a_long_article_has_all_its_paragraphs_in_order_and_the_last_is_reached() {
    in_engines(Scope::Main, async |page| {
        page.mount("<news-article lang=fr></news-article>").await;
        page.call(STEPS, "showLong", []).await;
        page.ready().await;
        assert_eq!(page.call(STEPS, "isInOrder", []).await, json!(true));
        page.call(STEPS, "reachLast", []).await;
        // The same room between two of a group, between two groups, and between a group and what follows it.
        let mut gaps = Vec::new();
        for at in [10, 61, 99, 219] {
            gaps.push(page.call(STEPS, "gapAfter", [json!(at)]).await.as_i64().expect("a number"));
        }
        let same = gaps.iter().all(|gap| (gap - gaps[0]).abs() <= 1);
        assert!(gaps[0] > 10 && same, "{gaps:?}");
    })
    .await;
}
