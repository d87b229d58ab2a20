//! Tests a site's Content-Security-Policy, and what Site Health says about it.

use super::{log_in, open, parts_are_ready};
use news_article_tests::{Scope, before_wordpress};

#[tokio::test]
async fn under_a_policy_that_allows_webassembly_the_parts_work_and_without_it_the_stand_ins_stay() {
    before_wordpress(Scope::Main, async |page, site| {
        site.plugin(Some(""));
        site.policy("default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: https:; script-src 'self' 'wasm-unsafe-eval'");
        open(&page, site, "/politique/tramway/").await;
        parts_are_ready(&page, "reading-time share related").await;
        page.check("document.querySelector('news-share').shadowRoot.querySelectorAll('[part=share-button]').length > 3").await;
        site.policy("default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: https:");
        open(&page, site, "/politique/tramway/").await;
        let places = "[...document.querySelectorAll('.news-article-part')].map((one) => { const { top, height } = one.getBoundingClientRect(); return `${Math.round(top)} ${Math.round(height)}`; }).join()";
        let before = page.text(places).await;
        page.run("scrollTo(0, document.body.scrollHeight)").await;
        page.until("[...document.querySelectorAll('.news-article-part > [for]')].every((one) => one.state === 'error')").await;
        page.run("scrollTo(0, 0)").await;
        page.check("['news-reading-time > span', 'news-share a', 'news-related a'].every((one) => shown(document.querySelector(one)))").await;
        page.check("[...document.querySelectorAll('.news-article-part > [for]')].every((one) => ![...one.shadowRoot.querySelectorAll('[part=error], [part~=retry]')].some(shown))").await;
        assert_eq!(page.text(places).await, before);
    })
    .await;
}

#[tokio::test]
async fn site_health_says_what_keeps_the_parts_from_working() {
    before_wordpress(Scope::ChromiumOnly, async |page, site| {
        site.plugin(Some(""));
        for (policy, told) in [("", false), ("script-src 'self' 'unsafe-inline' 'unsafe-eval'", false), ("script-src 'self' 'unsafe-inline'", true)] {
            site.policy(policy);
            log_in(&page, site).await;
            page.visit(&format!("{}/wp-admin/site-health.php", site.origin())).await;
            // As WordPress tells it to the screen's own script.
            let entry = "SiteHealth.site_status.direct.find((one) => one.test === 'news_article')";
            page.check(&format!("{entry}.status === 'recommended' && {entry}.label.includes('News article')")).await;
            // PHP's own server compresses nothing.
            page.check(&format!("{entry}.description.includes('without compression') && {entry}.description.includes('wasm-unsafe-eval') === {told}")).await;
        }
    })
    .await;
}
