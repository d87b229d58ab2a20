//! Against a real WordPress: its posts are shown, comments arrive in its own database, each of its refusals is told.
//!
//! `cargo xtask test` makes the site ([`serve`](../wordpress/serve)) and runs this; by hand, with the line that
//! `tests/wordpress/serve` prints in `NEWS_ARTICLE_WORDPRESS`: `cargo test --package news-article-tests --test
//! wordpress -- --test-threads=1`. The site is one for all tests, so that they run one after the other.

mod plugin;
mod themes;

use news_article_tests::{Page, Scope, WordPress, before_wordpress};
use serde_json::json;

/// Shows a post by its name, and records the outcomes of forms.
async fn open(page: &Page, name: &str) {
    page.mount("").await;
    // Here the site is behind the dev server's address, but takes comments at its own, which the page has to name.
    page.run(&format!(
        "const src = '/wp-json/wp/v2/posts?slug={name}&_embed'; fetch(src).then((answer) => answer.json()).then(([post]) => {{ \
         document.querySelector('main').innerHTML = `<news-article src=\"${{src}}\" lang=fr form-origins=\"${{new URL(post.link).origin}}\"></news-article>`; }});"
    ))
    .await;
    page.until("el?.state === 'ready'").await;
    page.run("window.sent = []; el.addEventListener('news-article-sent', (event) => sent.push(event.detail.outcome)); root.querySelector('[part=comments]').scrollIntoView();").await;
}

async fn write(page: &Page, name: &str, body: &str) {
    for (field, value) in
        [("name", name), ("email", &*format!("{}@essai.example", name.to_lowercase())), ("body", body)]
    {
        page.run(&format!("const field = $('comment-form').querySelector('[name={field}]'); field.value = {}; field.dispatchEvent(new Event('input', {{ bubbles: true }}));", json!(value))).await;
    }
    page.run("$('comment-form').querySelector('[part=submit]').click();").await;
}

/// Makes WordPress know an author, by an approved comment, so that their next one is published at once.
fn know(site: &WordPress, name: &str) {
    let email = format!("{}@essai.example", name.to_lowercase());
    site.sql(&format!(
        "INSERT INTO wp_comments (comment_post_ID, comment_author, comment_author_email, comment_content, \
         comment_date, comment_date_gmt, comment_approved) VALUES (0, '{name}', '{email}', 'x', '2026-01-01', \
         '2026-01-01', '1')"
    ));
}

/// The comments on a post by one author: their status and text.
fn said(site: &WordPress, post: &str, author: &str) -> String {
    site.sql(&format!(
        "SELECT comment_approved, comment_content FROM wp_comments JOIN wp_posts ON ID = comment_post_ID \
         WHERE post_name = '{post}' AND comment_author = '{author}' ORDER BY comment_ID"
    ))
}

#[tokio::test]
async fn a_post_is_a_whole_page_with_its_comments() {
    before_wordpress(Scope::Whole, async |page, _| {
        open(&page, "tramway").await;
        page.says("text('title')", "Tramway : le tracé de la ligne T4 adopté, l’opposition dénonce « un passage en force »").await;
        page.says("text('section')", "Politique").await;
        page.check("text('byline').includes('Salma Benjelloun') && text('byline').includes('21 mars 2026 à 09:00')").await;
        page.says("text('summary').replace('En bref', '').trim()", "Vingt-deux stations & un pont.").await;
        page.check("text('quote').includes('Nous raccourcissons la journée') && text('quote').includes('Le maire')").await;
        page.check("$('tags').innerText.includes('Transports')").await;
        page.until("$$('comment').length > 0").await;
        page.check("$('comment').querySelector('bdi').innerText === 'Hicham B.' && $('comment').querySelector('time').dateTime.endsWith('+01:00')").await;
        page.check("[...$('comment').querySelectorAll('p')].map((line) => tidy(line.innerText)).includes('Enfin & tant mieux.')").await;
        assert_eq!(page.console().await, Vec::<String>::new());
    })
    .await;
}

#[tokio::test]
async fn an_arabic_post_reads_from_the_right() {
    before_wordpress(Scope::Whole, async |page, _| {
        page.mount(r#"<news-article src="/wp-json/wp/v2/posts?slug=arabe&_embed" lang="ar"></news-article>"#)
            .await;
        page.ready().await;
        page.says("text('title')", "مرصد صغير في قرية جبلية").await;
        page.check("getComputedStyle($('body')).direction === 'rtl' && text('body').includes('ليالي الصيف')")
            .await;
    })
    .await;
}

#[tokio::test]
async fn a_post_behind_a_password_says_so() {
    before_wordpress(Scope::Whole, async |page, _| {
        page.mount(
            r#"<news-article src="/wp-json/wp/v2/posts?slug=protege&_embed" lang="fr"></news-article>"#,
        )
        .await;
        page.until("el.state === 'error'").await;
        page.says("text('error')", "Cet article est protégé par un mot de passe.").await;
    })
    .await;
}

#[tokio::test]
async fn a_first_comment_is_held_and_stands_in_the_list_once_approved() {
    before_wordpress(Scope::Whole, async |page, site| {
        open(&page, "tramway").await;
        page.until("$$('comment').length > 0").await;
        write(&page, "Nora", "Et l’accès, pour les poussettes & les fauteuils ?").await;
        page.until("sent.length === 1").await;
        page.check("sent[0] === 'held' && $('comment-form').innerText.includes('validation')").await;
        page.check("$('comment-form').querySelector('textarea').value === ''").await;
        assert_eq!(said(site, "tramway", "Nora"), "0\tEt l’accès, pour les poussettes &amp; les fauteuils ?");
        page.check("$$('comment').every((comment) => !comment.innerText.includes('poussettes'))").await;
        site.sql("UPDATE wp_comments SET comment_approved = '1' WHERE comment_author = 'Nora'");
        open(&page, "tramway").await;
        page.until(
            "$$('comment').some((comment) => comment.innerText.includes('les poussettes & les fauteuils'))",
        )
        .await;
        site.sql("DELETE FROM wp_comments WHERE comment_author = 'Nora'");
    })
    .await;
}

#[tokio::test]
async fn an_answer_of_a_known_reader_is_listed_at_once_under_its_comment() {
    before_wordpress(Scope::Whole, async |page, site| {
        know(site, "Yasmine");
        open(&page, "tramway").await;
        page.until("$$('comment-reply').length > 0").await;
        page.run("window.before = parseInt(root.getElementById('comments').innerText); $('comment-reply').click()").await;
        page.says("root.getElementById('comment-reply').innerText", "Répondre à Hicham B.").await;
        write(&page, "Yasmine", "En mai.\n\nSans <b>doute</b>.").await;
        page.until("sent[0] === 'published' && $$('comment')[1]?.innerText.includes('En mai.')").await;
        page.check("$$('comment')[1].parentElement.parentElement.parentElement === $('comment').parentElement").await;
        page.check("$$('comment')[1].getAttribute('aria-label') === 'Yasmine' && parseInt(root.getElementById('comments').innerText) === before + 1").await;
        let parent = site.sql("SELECT parent.comment_author FROM wp_comments answer JOIN wp_comments parent ON parent.comment_ID = answer.comment_parent WHERE answer.comment_author = 'Yasmine' AND answer.comment_post_ID > 0");
        assert_eq!(parent, "Hicham <b>B.</b>");
        // The list says the same as what was shown at once.
        open(&page, "tramway").await;
        page.until("$$('comment')[1]?.innerText.includes('En mai.')").await;
        site.sql("DELETE FROM wp_comments WHERE comment_author = 'Yasmine'");
    })
    .await;
}

#[tokio::test]
async fn the_same_comment_twice_is_told_and_kept_once() {
    before_wordpress(Scope::Whole, async |page, site| {
        know(site, "Anas");
        open(&page, "doublon").await;
        write(&page, "Anas", "Deux fois.").await;
        page.until("sent.length === 1").await;
        write(&page, "Anas", "Deux fois.").await;
        page.until("sent.length === 2").await;
        page.check("sent.join() === 'published,duplicate' && $('comment-form').innerText.includes('Ce commentaire a déjà été envoyé.')").await;
        assert_eq!(said(site, "doublon", "Anas"), "1\tDeux fois.");
        site.sql("DELETE FROM wp_comments WHERE comment_author = 'Anas'");
    })
    .await;
}

#[tokio::test]
async fn who_writes_too_quickly_is_told_to_wait_and_loses_nothing() {
    before_wordpress(Scope::Whole, async |page, site| {
        know(site, "Driss");
        open(&page, "rapide").await;
        write(&page, "Driss", "Un.").await;
        page.until("sent.length === 1").await;
        write(&page, "Driss", "Deux.").await;
        page.until("sent.length === 2").await;
        page.check("sent.join() === 'published,failed' && $('comment-form').innerText.includes('Vous commentez trop vite.')").await;
        page.check("$('comment-form').querySelector('textarea').value === 'Deux.'").await;
        site.settle();
        page.run("$('comment-form').querySelector('[part=submit]').click();").await;
        page.until("sent[2] === 'published'").await;
        assert_eq!(said(site, "rapide", "Driss"), "1\tUn.\n1\tDeux.");
        site.sql("DELETE FROM wp_comments WHERE comment_author = 'Driss' AND comment_author_email = 'driss@essai.example'");
    })
    .await;
}

#[tokio::test]
async fn closed_comments_are_listed_and_told_to_be_closed() {
    before_wordpress(Scope::Whole, async |page, _| {
        open(&page, "ferme").await;
        page.until("$$('comment').length === 2").await;
        page.check("$('comments').innerText.includes('Les commentaires sont fermés.') && !$('comment-form')")
            .await;
        page.check(
            "$$('comment')[1].parentElement.parentElement.parentElement === $('comment').parentElement",
        )
        .await;
    })
    .await;
}

#[tokio::test]
async fn comments_that_close_while_one_is_written_are_told_and_nothing_is_lost() {
    before_wordpress(Scope::Whole, async |page, site| {
        open(&page, "rapide").await;
        site.sql("UPDATE wp_posts SET comment_status = 'closed' WHERE post_name = 'rapide'");
        write(&page, "Omar", "Trop tard.").await;
        page.until("sent.length === 1").await;
        page.check(
            "sent[0] === 'refused' && $('comment-form').innerText.includes('Les commentaires sont fermés.')",
        )
        .await;
        page.check("$('comment-form').querySelector('textarea').value === 'Trop tard.'").await;
        assert_eq!(said(site, "rapide", "Omar"), "");
    })
    .await;
}

#[tokio::test]
async fn a_text_too_long_for_the_site_is_told_at_its_field() {
    before_wordpress(Scope::Whole, async |page, site| {
        open(&page, "rapide").await;
        // Few enough characters, too many bytes.
        write(&page, "Omar", &"é".repeat(40_000)).await;
        page.until("sent.length === 1").await;
        page.check("sent[0] === 'refused' && root.activeElement.name === 'body' && root.getElementById('comment-body-error').innerText === 'Ce texte est trop long.'").await;
        assert_eq!(said(site, "rapide", "Omar"), "");
    })
    .await;
}

#[tokio::test]
async fn a_site_as_it_is_installed_takes_no_comments_and_the_reader_gets_the_link() {
    before_wordpress(Scope::Whole, async |page, site| {
        site.take_comments(false);
        open(&page, "sans-compte").await;
        write(&page, "Omar", "Bonjour.").await;
        page.until("sent.length === 1").await;
        page.check("sent[0] === 'refused' && $('comment-form').innerText.includes('connectez-vous sur la page de l’article')").await;
        page.check("[...$('comment-form').querySelectorAll('a')].filter(shown).map((link) => link.href).join() === el.article.url").await;
        page.check(&format!("el.article.url === '{}/politique/sans-compte/'", site.origin())).await;
        assert_eq!(said(site, "sans-compte", "Omar"), "");
    })
    .await;
}

#[tokio::test]
async fn a_long_thread_is_paged_and_a_late_answer_finds_its_comment() {
    before_wordpress(Scope::Whole, async |page, _| {
        open(&page, "long").await;
        for count in [20, 40, 45] {
            page.until(&format!("$$('comment').length === {count}")).await;
            page.run("$('comments-more')?.click()").await;
        }
        page.check("!$('comments-more')").await;
        page.says("root.getElementById('comments').innerText", "45 commentaires").await;
        page.check("$$('comment')[1].getAttribute('aria-label') === 'Lecteur 45' && $$('comment')[1].parentElement.parentElement.parentElement === $('comment').parentElement").await;
        page.check("$$('comment').slice(2).map((comment) => comment.getAttribute('aria-label')).join() === Array.from({ length: 43 }, (_, at) => 'Lecteur ' + (at + 2)).join()").await;
    })
    .await;
}

#[tokio::test]
async fn a_site_without_pretty_permalinks_is_read_and_written_to_across_origins() {
    before_wordpress(Scope::Whole, async |page, site| {
        know(site, "Karim");
        site.sql("UPDATE wp_options SET option_value = '' WHERE option_name = 'permalink_structure'");
        page.mount(r#"<news-article lang="fr"></news-article>"#).await;
        page.run(&format!(
            "el.src = '{}/index.php?rest_route=/wp/v2/posts&slug=tramway&_embed'",
            site.origin()
        ))
        .await;
        page.ready().await;
        page.run("window.sent = []; el.addEventListener('news-article-sent', (event) => sent.push(event.detail.outcome)); root.querySelector('[part=comments]').scrollIntoView();").await;
        page.until("$$('comment').length > 0").await;
        write(&page, "Karim", "Par un autre chemin.").await;
        page.until("sent[0] === 'published' && $$('comment').some((comment) => comment.innerText.includes('Par un autre chemin.'))").await;
        assert_eq!(said(site, "tramway", "Karim"), "1\tPar un autre chemin.");
        site.sql("DELETE FROM wp_comments WHERE comment_author = 'Karim'");
    })
    .await;
}

#[test]
fn the_documentation_has_the_very_lines_that_are_tested_here() {
    let documented = include_str!("../../docs/wordpress.md");
    assert!(documented.contains(&format!("```php\n{}```", include_str!("anonymous.php"))));
}
