//! Tests live coverage of a post that a newsroom's own code describes in the filter `news_article_live`.

use super::{number, open, write};
use news_article_tests::{Scope, before_wordpress};

#[tokio::test]
async fn what_a_newsroom_says_of_a_post_is_followed_by_the_element_and_told_to_search_engines() {
    before_wordpress(Scope::ChromiumOnly, async |page, site| {
        site.plugin(Some(""));
        site.others("live");
        let post = number(site, "tramway");
        open(&page, site, "/politique/tramway/").await;
        let route = format!("fetch('/wp-json/news-article/v1/live/{post}')");
        page.run(&format!("const response = await {route}; window.tag = response.headers.get('etag'); window.live = await response.json();")).await;
        page.says("live.updates.map(({ id, title, publishedAt, author, pinned }) => [id, title, publishedAt, author, pinned].join()).join(' | ')",
            "2,,2026-03-21T09:30:00+01:00,Salma,true | 1,Les portes & la file,2026-03-21T09:00:00+01:00,,").await;
        page.check("tag.length > 30 && live.liveUntil === '2026-03-21T23:00:00+01:00' && !JSON.stringify(live).includes('<script')").await;
        page.check("(() => { const said = JSON.parse(document.querySelector('script[type=\"application/ld+json\"]').textContent); return said['@type'] === 'LiveBlogPosting' && said.coverageEndTime.startsWith('2026-03-21T23') && said.liveBlogUpdate[0].headline === 'Le vote a lieu.' && said.liveBlogUpdate[1].articleBody.startsWith('Dès six'); })()").await;
        // From its JSON the post is live coverage, in a page of another one.
        write(site, "rapide", &format!("[news_article post={post}]"));
        open(&page, site, "/politique/rapide/").await;
        page.run("document.querySelector('news-article').scrollIntoView()").await;
        page.until("document.querySelector('news-article').shadowRoot?.querySelectorAll('[part~=update]').length === 2").await;
        page.check("document.querySelector('news-article').shadowRoot.querySelector('[part~=update-key]').textContent === 'Le vote a lieu.'").await;
        write(site, "rapide", "<p>Trop vite.</p>");
        site.others("");
        // For a few seconds the browser knows the answer before.
        let anew = route.replace(')', ", { cache: 'no-store' })");
        page.run(&format!("window.answered = (await {anew}).status;")).await;
        page.check("window.answered === 404").await;
    })
    .await;
}
