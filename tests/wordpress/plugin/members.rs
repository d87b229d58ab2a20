//! Tests who may comment: a logged-in reader under their account, and others by a link to log in.

use super::{FORM, log_in, open, sent};
use news_article_tests::{Page, Scope, WordPress, before_wordpress};

/// The setting by which the part shows the comments.
const TAKEN: &str = r#"a:1:{s:8:"comments";b:1;}"#;

/// The comments on the post: their status, author and account.
fn said(site: &WordPress) -> String {
    site.sql("SELECT comment_approved, comment_author, user_id FROM wp_comments JOIN wp_posts ON ID = comment_post_ID WHERE post_name = 'rapide' AND comment_content LIKE 'En passant%'")
}

fn forget(site: &WordPress) {
    site.sql("DELETE FROM wp_comments WHERE comment_content LIKE 'En passant%'");
}

/// Waits for the part's form, and writes a comment into it.
async fn write(page: &Page, values: &str) {
    page.run("document.querySelector('news-comments').scrollIntoView()").await;
    page.until(FORM).await;
    page.run(&format!("for (const [name, value] of Object.entries({values})) {{ const field = {FORM}.querySelector(`[name=${{name}}]`); field.value = value; field.dispatchEvent(new Event('input', {{ bubbles: true }})); }} {FORM}.querySelector('[part=submit]').click();")).await;
    page.until("sent.length === 1").await;
}

#[tokio::test]
async fn a_reader_who_is_logged_in_writes_as_who_they_are() {
    before_wordpress(Scope::Main, async |page, site| {
        forget(site);
        site.plugin(Some(TAKEN));
        log_in(&page, site).await;
        for registered in ["0", "1"] {
            site.sql(&format!(
                "UPDATE wp_options SET option_value = '{registered}' WHERE option_name = 'comment_registration'"
            ));
            open(&page, site, "/politique/rapide/").await;
            write(&page, "{ body: 'En passant.' }").await;
            page.check(&format!("!{FORM}.querySelector('[name=name], [name=email]')")).await;
            page.check("sent[0] === 'published'").await;
            page.until("[...document.querySelector('news-comments').shadowRoot.querySelectorAll('[part=comment]')].some((one) => one.innerText.includes('Salma Benjelloun') && one.innerText.includes('En passant.'))").await;
            assert_eq!(said(site), "1\tSalma Benjelloun\t1");
            forget(site);
        }
        site.sql("UPDATE wp_options SET option_value = '0' WHERE option_name = 'comment_registration'");
    })
    .await;
}

#[tokio::test]
async fn where_readers_must_log_in_the_link_to_do_so_stands_in_place_of_a_form_that_would_be_refused() {
    before_wordpress(Scope::ChromiumOnly, async |page, site| {
        site.plugin(Some(TAKEN));
        site.sql("UPDATE wp_options SET option_value = '1' WHERE option_name = 'comment_registration'");
        for theme in ["plain", "blocks"] {
            site.theme(theme);
            let html = sent(&page, site, "/politique/rapide/").await;
            assert!(!html.contains("<news-comments"), "{theme}\n{html}");
            assert_eq!(html.matches("class=\"must-log-in\"").count(), 1, "{theme}\n{html}");
        }
        site.sql("UPDATE wp_options SET option_value = '0' WHERE option_name = 'comment_registration'");
    })
    .await;
}

#[tokio::test]
async fn what_fills_the_field_that_readers_do_not_see_waits_for_approval() {
    before_wordpress(Scope::ChromiumOnly, async |page, site| {
        forget(site);
        site.plugin(Some(TAKEN));
        // Of whom a comment was approved before: without the mark it would be published.
        super::super::know(site, "Ilyas");
        open(&page, site, "/politique/rapide/").await;
        write(&page, "{ name: 'Ilyas', email: 'ilyas@essai.example', body: 'En passant.', trap: 'x' }").await;
        page.check("sent[0] === 'held'").await;
        assert_eq!(said(site), "0\tIlyas\t0");
        forget(site);
        site.sql("DELETE FROM wp_comments WHERE comment_author = 'Ilyas'");
    })
    .await;
}
