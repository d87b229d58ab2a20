//! Tests which text the parts are put around: a post's own on its own page, and no other that passes the same
//! filters.

use super::{log_in, open, parts_are_ready, sent, write};
use news_article_tests::{Scope, before_wordpress};

#[tokio::test]
async fn other_texts_that_are_filtered_like_a_posts_get_no_parts() {
    before_wordpress(Scope::ChromiumOnly, async |page, site| {
        for others in ["", "description"] {
            site.plugin(Some(""));
            site.others(others);
            write(site, "rapide", "Avant.\n\n[another_text]\n\nAprès.");
            for theme in ["plain", "blocks"] {
                site.theme(theme);
                open(&page, site, "/politique/rapide").await;
                parts_are_ready(&page, "reading-time share related").await;
                page.says("[...document.querySelectorAll('.news-article-part')].map((one) => one.className.split(' ')[1]).join(' ')", "is-reading-time is-share is-related").await;
                page.check("document.querySelector('.is-reading-time').nextElementSibling.innerText === 'Avant.' && document.querySelector('.is-share').previousElementSibling.innerText === 'Après.'").await;
            }
            // The minutes that are kept are those of the whole.
            let kept = site.sql("SELECT COUNT(*) FROM wp_postmeta WHERE meta_key = '_news_article_minutes' AND post_id = (SELECT ID FROM wp_posts WHERE post_name = 'rapide')");
            assert_eq!(kept, "1");
        }
        write(site, "rapide", "<p>Trop vite.</p>");
    })
    .await;
}

#[tokio::test]
async fn a_post_in_pages_has_parts_on_each_of_them() {
    before_wordpress(Scope::ChromiumOnly, async |page, site| {
        site.plugin(Some(""));
        write(site, "rapide", "<!-- wp:paragraph --><p>Un.</p><!-- /wp:paragraph --><!-- wp:nextpage --><!--nextpage--><!-- /wp:nextpage --><!-- wp:paragraph --><p>Deux ]]> et &amp;.</p><!-- /wp:paragraph -->");
        for theme in ["plain", "blocks"] {
            site.theme(theme);
            for path in ["/politique/rapide/", "/politique/rapide/2/"] {
                let html = sent(&page, site, path).await;
                assert_eq!(html.matches("<news-share").count(), 1, "{theme} {path}\n{html}");
            }
        }
        write(site, "rapide", "<p>Trop vite.</p>");
    })
    .await;
}

#[tokio::test]
async fn without_a_box_there_is_no_section() {
    before_wordpress(Scope::ChromiumOnly, async |page, site| {
        site.plugin(Some(r#"a:1:{s:8:"sections";s:4:"none";}"#));
        write(site, "rapide", "[news_article]<p>Un.</p>[/news_article]");
        for path in ["/politique/tramway/", "/politique/rapide/"] {
            let html = sent(&page, site, path).await;
            assert!(!html.contains("class=\"news-article-part") && !html.contains("<news-"), "{path}\n{html}");
        }
        assert!(sent(&page, site, "/politique/rapide/").await.contains("<p>Un.</p>"));
        write(site, "rapide", "<p>Trop vite.</p>");
        // And a form from which every box is gone says so.
        log_in(&page, site).await;
        site.plugin(Some(""));
        page.visit(&format!("{}/wp-admin/options-general.php?page=news_article", site.origin())).await;
        page.run("for (const box of document.querySelectorAll('[name=\"news_article[sections][]\"]')) box.checked = false; document.querySelector('form[action=\"options.php\"] [type=submit]').click();").await;
        page.until("document.querySelector('#setting-error-settings_updated') && document.querySelector('#news-article-hosts')").await;
        page.check("!document.querySelector('[name=\"news_article[sections][]\"]:checked')").await;
        assert!(!sent(&page, site, "/politique/tramway/").await.contains("<news-"));
    })
    .await;
}
