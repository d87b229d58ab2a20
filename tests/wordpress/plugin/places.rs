//! Tests the places where an editor may put a part: in a template, and in a post with a preview.

use super::{log_in, number, open, parts_are_ready, write};
use news_article_tests::{Scope, before_wordpress};

#[tokio::test]
async fn a_block_in_a_part_of_the_template_is_not_printed_once_more() {
    before_wordpress(Scope::ChromiumOnly, async |page, site| {
        site.plugin(Some(""));
        site.theme("parted");
        open(&page, site, "/politique/tramway/").await;
        parts_are_ready(&page, "reading-time share related").await;
        page.check("document.querySelectorAll('news-share').length === 1 && !!document.querySelector('header news-share') && !document.querySelector('.entry-content news-share')").await;
    })
    .await;
}

#[tokio::test]
async fn the_editor_shows_a_part_as_the_page_will() {
    before_wordpress(Scope::ChromiumOnly, async |page, site| {
        site.plugin(Some(""));
        write(site, "rapide", "<!-- wp:paragraph --><p>Trop vite.</p><!-- /wp:paragraph --><!-- wp:news-article/share /--><!-- wp:news-article/reading-time /-->");
        log_in(&page, site).await;
        page.visit(&format!("{}/wp-admin/post.php?post={}&action=edit", site.origin(), number(site, "rapide"))).await;
        // The editor may be in a frame of its own.
        let editor = "(document.querySelector('iframe[name=editor-canvas]')?.contentDocument ?? document)";
        page.until(&format!("[...{editor}.querySelectorAll('.news-article-part.is-share a')].some((one) => one.textContent === 'WhatsApp')")).await;
        page.until(&format!("{editor}.querySelector('.news-article-part.is-reading-time')?.textContent === 'Reading time: 1 minute'")).await;
        page.check(&format!("!{editor}.querySelector('news-share')")).await;
        // Nothing of it is broken for the editor.
        page.check(&format!("!{editor}.querySelector('.block-editor-warning')")).await;
        write(site, "rapide", "<p>Trop vite.</p>");
    })
    .await;
}
