//! The plugin in a real WordPress: around a post, by shortcode and block, and through its settings.

use news_article_tests::{Page, Scope, WordPress, before_wordpress};
use serde_json::Value;

async fn open(page: &Page, site: &WordPress, path: &str) {
    page.visit(&format!("{}{path}", site.origin())).await;
    page.run("window.sent = []; document.addEventListener('news-article-sent', (event) => sent.push(event.detail.outcome));")
        .await;
}

/// Replaces what stands in a post.
fn write(site: &WordPress, name: &str, content: &str) {
    site.sql(&format!("UPDATE wp_posts SET post_content = '{content}' WHERE post_name = '{name}'"));
}

/// The number of a post.
fn number(site: &WordPress, name: &str) -> String {
    site.sql(&format!("SELECT ID FROM wp_posts WHERE post_name = '{name}'"))
}

#[tokio::test]
async fn a_post_keeps_its_html_and_gets_what_stands_around_it() {
    before_wordpress(Scope::Whole, async |page, site| {
        site.plugin(Some(""));
        open(&page, site, "/politique/tramway").await;
        page.ready().await;
        page.check("el.querySelector('p').innerText.startsWith('Le conseil a adopté') && shown(el.querySelector('p'))").await;
        page.says("text('reading-time')", "Reading time: 1 minute").await;
        page.check("new URL($$('share-button').find((one) => one.dataset.network === 'x').href).searchParams.get('url') === document.querySelector('link[rel=canonical]').href").await;
        page.run("$('related').scrollIntoView()").await;
        page.until("$$('related-item').length > 2").await;
        page.check("$$('related-item').every((one) => !one.querySelector('a').href.includes('tramway'))").await;
        // Each file by its version and its hash, and each asked for once.
        let entry = concat!("/assets/", env!("CARGO_PKG_VERSION"), "/news-article.js");
        page.check(&format!("!!document.querySelector('script[src$=\"{entry}\"]')")).await;
        page.check("['news-article.js', 'news-article_glue.js', 'news-article_page.js'].every((name) => document.querySelector(`[src$='${name}'], [href$='${name}']`).integrity.startsWith('sha384-'))").await;
        page.check("(() => { const names = performance.getEntriesByType('resource').map((entry) => entry.name).filter((name) => name.includes('/assets/')); return names.length === new Set(names).size; })()").await;
        page.check("!$('comment-form') && document.querySelectorAll('news-article').length === 1").await;
        assert_eq!(page.console().await, Vec::<String>::new());
    })
    .await;
}

#[tokio::test]
async fn comments_replace_the_themes_where_the_setting_says_so() {
    before_wordpress(Scope::Whole, async |page, site| {
        site.take_comments(false);
        site.sql("DELETE FROM wp_comments WHERE comment_author = 'Nour'");
        site.plugin(Some("a:1:{s:8:\"comments\";b:1;}"));
        open(&page, site, "/politique/doublon").await;
        page.ready().await;
        page.check("!document.querySelector('#commentform') && !!$('comment-form')").await;
        page.run("for (const [name, value] of Object.entries({ name: 'Nour', email: 'nour@essai.example', body: 'Par le greffon.' })) { const field = $('comment-form').querySelector(`[name=${name}]`); field.value = value; field.dispatchEvent(new Event('input', { bubbles: true })); } $('comment-form').querySelector('[part=submit]').click();").await;
        page.until("sent.length === 1").await;
        page.check("['held', 'published'].includes(sent[0])").await;
        let found = site.sql("SELECT post_name FROM wp_comments JOIN wp_posts ON ID = comment_post_ID WHERE comment_author = 'Nour'");
        assert_eq!(found, "doublon");
    })
    .await;
}

#[tokio::test]
async fn comments_stay_the_themes_where_no_element_of_the_post_takes_them() {
    before_wordpress(Scope::Whole, async |page, site| {
        site.plugin(Some("a:1:{s:8:\"comments\";b:1;}"));
        let another = format!("[news_article post=\"{}\" sections=\"title\"]", number(site, "tramway"));
        for (content, taken) in [
            (&*another, false),
            ("[news_article sections=\"share\"]<p>Un.</p>[/news_article]", false),
            ("<!-- wp:news-article/article {\"sections\":\"share\"} --><p>Un.</p><!-- /wp:news-article/article -->", false),
            ("[news_article]<p>Un.</p>[/news_article]", true),
            ("[news_article sections=\"share comments\"]<p>Un.</p>[/news_article]", true),
        ] {
            write(site, "rapide", content);
            for theme in ["plain", "blocks"] {
                site.theme(theme);
                open(&page, site, "/politique/rapide").await;
                page.until("el.scrollIntoView(), el.state === 'ready'").await;
                let told = format!("{theme}: {content}");
                assert_eq!(page.eval("return !!document.querySelector('#commentform');").await, Value::from(!taken), "{told}");
                assert_eq!(page.eval("return $$('comment-form').length;").await, Value::from(u8::from(taken)), "{told}");
                // Room is kept for a reading time that comes, and for no other.
                page.check("el.matches('.news-article-room') === (!el.hasAttribute('src') && /^$|reading-time/.test(el.getAttribute('sections') ?? ''))").await;
            }
        }
        write(site, "rapide", "<p>Trop vite.</p>");
    })
    .await;
}

#[tokio::test]
async fn comments_replace_those_of_a_theme_made_of_blocks() {
    before_wordpress(Scope::Whole, async |page, site| {
        site.theme("blocks");
        for (settings, taken) in [("", false), ("a:1:{s:8:\"comments\";b:1;}", true)] {
            site.plugin(Some(settings));
            open(&page, site, "/politique/tramway").await;
            page.ready().await;
            let found = page
                .eval("return document.querySelectorAll('#commentform, .wp-block-comments').length;")
                .await;
            assert_eq!(found, Value::from(if taken { 0 } else { 2 }));
            let found = page.eval("return $$('comment-form').length;").await;
            assert_eq!(found, Value::from(u8::from(taken)));
        }
        // Nothing that was said is lost.
        page.run("$('comments').scrollIntoView()").await;
        page.until("$$('comment').some((one) => one.innerText.includes('Enfin & tant mieux.'))").await;
    })
    .await;
}

#[tokio::test]
async fn a_shortcode_shows_another_post_and_nothing_that_is_not_public() {
    before_wordpress(Scope::Whole, async |page, site| {
        site.plugin(Some(""));
        write(site, "rapide", &format!("<p>Voir aussi :</p>[news_article post=\"{}\" sections=\"title byline&quot;onload=1\"][news_article post=\"999999\"]", number(site, "tramway")));
        open(&page, site, "/politique/rapide").await;
        page.until("el?.getBoundingClientRect() && (el.scrollIntoView(), el.state === 'ready')").await;
        page.check("document.querySelectorAll('news-article').length === 1 && text('title').startsWith('Tramway') && $('title').localName === 'h2'").await;
        page.check("el.getAttribute('sections') === 'title byline quot onload' && !el.onload").await;
        // Nor is anything lost between two of them, whether or not the first was ended.
        for end in ["", " /"] {
            write(site, "rapide", &format!("[news_article post=\"{}\" sections=\"title\"{end}]\n\nEntre.\n\n[news_article]\nUn.\n[/news_article]\n\nAprès.", number(site, "tramway")));
            open(&page, site, "/politique/rapide").await;
            page.says("[...document.querySelectorAll('p:not(#respond p)')].map((one) => one.innerText).filter(Boolean).join(' ')", "Entre. Un. Après.").await;
            page.check("document.querySelectorAll('news-article').length === 2 && document.querySelectorAll('news-article p').length === 1").await;
        }
        write(site, "rapide", "<p>Trop vite.</p>");
    })
    .await;
}

#[tokio::test]
async fn a_shortcode_ends_where_its_author_has_ended_it_however_it_is_written() {
    before_wordpress(Scope::Whole, async |page, site| {
        site.plugin(Some(""));
        for content in [
            "Avant.\n\n[news_article]\n\nUn.\n\nDeux.\n\n[/news_article]\n\nAprès.",
            "Avant.\n[news_article]\nUn.\n\nDeux.\n[/news_article]\nAprès.",
            "Avant.\n\n[news_article]Un.\n\nDeux.[/news_article]\n\nAprès.",
            "Avant. [news_article]Un.\n\nDeux.[/news_article] Après.",
            "<p>Avant.</p>[news_article share=\"copy\"]<p>Un.</p><p>Deux.</p>[/news_article]<p>Après.</p>",
            "<p>Avant.</p>\n[news_article]\n<p>Un.<p>Deux.\n[/news_article]\n<p>Après.</p>",
            "<!-- wp:paragraph --><p>Avant.</p><!-- /wp:paragraph --><!-- wp:shortcode -->\n[news_article]\nUn.\n\nDeux.\n[/news_article]\n<!-- /wp:shortcode --><!-- wp:paragraph --><p>Après.</p><!-- /wp:paragraph -->",
            "<!-- wp:paragraph --><p>Avant.</p><!-- /wp:paragraph --><!-- wp:paragraph --><p>[news_article]</p><!-- /wp:paragraph --><!-- wp:paragraph --><p>Un.</p><!-- /wp:paragraph --><!-- wp:paragraph --><p>Deux.</p><!-- /wp:paragraph --><!-- wp:paragraph --><p>[/news_article]</p><!-- /wp:paragraph --><!-- wp:paragraph --><p>Après.</p><!-- /wp:paragraph -->",
        ] {
            write(site, "rapide", content);
            open(&page, site, "/politique/rapide").await;
            page.ready().await;
            page.says("[...el.querySelectorAll('p')].map((one) => one.innerText).join(' ')", "Un. Deux.").await;
            page.says("el.innerText", "Un. Deux.").await;
            page.says("[...document.querySelectorAll('p:not(#respond p)')].map((one) => one.innerText).filter(Boolean).join(' ')", "Avant. Un. Deux. Après.").await;
            page.check("document.querySelectorAll('news-article').length === 1 && !document.querySelector('news-article ~ h1, news-article #commentform') && !!document.querySelector('#commentform')").await;
        }
        write(site, "rapide", "<p>Trop vite.</p>");
    })
    .await;
}

#[tokio::test]
async fn a_block_stands_around_the_blocks_in_it_and_takes_its_own_settings() {
    before_wordpress(Scope::Whole, async |page, site| {
        site.plugin(Some(""));
        write(site, "rapide", "<p>Avant.</p><!-- wp:news-article/article {\"share\":\"copy\"} --><!-- wp:paragraph --><p>Dedans.</p><!-- /wp:paragraph --><!-- /wp:news-article/article -->");
        open(&page, site, "/politique/rapide").await;
        page.ready().await;
        page.check("document.querySelectorAll('news-article').length === 1 && el.innerText.trim() === 'Dedans.' && $$('share-button').length === 1").await;
        page.check("el.article.wordCount === 1").await;
        write(site, "rapide", "<p>Trop vite.</p>");
    })
    .await;
}

#[tokio::test]
async fn a_block_has_the_alignment_and_the_class_that_the_editor_offers() {
    before_wordpress(Scope::Whole, async |page, site| {
        site.plugin(Some(""));
        let another = format!(r#", "post": {}"#, number(site, "tramway"));
        for more in ["", &another] {
            write(site, "rapide", &format!(r#"<!-- wp:news-article/article {{"align": "wide", "className": "a-la-une"{more}}} --><p>Dedans.</p><!-- /wp:news-article/article -->"#));
            open(&page, site, "/politique/rapide").await;
            page.until("el.scrollIntoView(), el.state === 'ready'").await;
            page.check("['alignwide', 'a-la-une', 'wp-block-news-article-article'].every((name) => el.classList.contains(name))").await;
        }
        write(site, "rapide", "<p>Trop vite.</p>");
    })
    .await;
}

#[tokio::test]
async fn a_post_is_wrapped_once_whatever_its_blocks_come_from() {
    before_wordpress(Scope::Whole, async |page, site| {
        site.plugin(Some(""));
        site.sql("DELETE FROM wp_posts WHERE post_name = 'composition'; INSERT INTO wp_posts (post_type, post_status, post_name, post_title, post_content, post_excerpt, to_ping, pinged, post_content_filtered) VALUES ('wp_block', 'publish', 'composition', 'Composition', '<!-- wp:news-article/article --><p>Dedans.</p><!-- /wp:news-article/article -->', '', '', '', '')");
        write(site, "rapide", &format!("<!-- wp:paragraph --><p>Avant.</p><!-- /wp:paragraph --><!-- wp:block {{\"ref\":{}}} /-->", number(site, "composition")));
        open(&page, site, "/politique/rapide").await;
        page.ready().await;
        page.check("document.querySelectorAll('news-article').length === 1 && el.innerText.trim() === 'Dedans.'").await;
        // An example of the shortcode is text.
        for example in ["[[news_article]]", "[[news_article]Un.[/news_article]]"] {
            write(site, "rapide", &format!("<p>Écrivez {example} ici.</p>"));
            open(&page, site, "/politique/rapide").await;
            page.ready().await;
            page.says("el.innerText", &format!("Écrivez {} ici.", &example[1..example.len() - 1])).await;
        }
        write(site, "rapide", "<p>Trop vite.</p>");
    })
    .await;
}

#[tokio::test]
async fn a_page_asks_beforehand_for_what_its_elements_need_and_for_nothing_else() {
    before_wordpress(Scope::Whole, async |page, site| {
        site.plugin(Some(""));
        let another = format!("[news_article post=\"{}\"]", number(site, "tramway"));
        let block = format!("<!-- wp:news-article/article {{\"post\":{}}} /-->", number(site, "tramway"));
        for (content, preloads, room) in [
            ("<p>Un.</p>", true, true),
            ("[news_article]<p>Un.</p>[/news_article]", true, true),
            ("[news_article sections=\"share\"]<p>Un.</p>[/news_article]", true, false),
            ("<!-- wp:group --><div><!-- wp:news-article/article {\"sections\":\"share\"} --><p>Un.</p><!-- /wp:news-article/article --></div><!-- /wp:group -->", true, false),
            (&another, false, false),
            (&block, false, false),
        ] {
            write(site, "rapide", content);
            for theme in ["plain", "blocks"] {
                site.theme(theme);
                open(&page, site, "/politique/rapide").await;
                let told = format!("{theme}: {content}");
                let found = page.eval("return [...document.querySelectorAll('link[rel*=preload][href*=news-article]')].map((link) => link.href.split('_').pop()).sort().join();").await;
                assert_eq!(found, Value::from(if preloads { "bg.wasm,formats.wasm,glue.js,markup.wasm,page.js" } else { "" }), "{told}");
                let found = page.eval("return document.querySelectorAll('.news-article-room, #news-article-inline-css').length;").await;
                assert_eq!(found, Value::from(if room { 2 } else { 0 }), "{told}");
                // Once, and by its hash.
                page.check("document.querySelectorAll('script[type=module][src*=news-article]').length === 1 && document.querySelector('script[src*=news-article]').integrity.startsWith('sha384-')").await;
                page.until("el.scrollIntoView(), el.state === 'ready'").await;
            }
        }
        write(site, "rapide", "<p>Trop vite.</p>");
    })
    .await;
}

#[tokio::test]
async fn sections_left_blank_are_the_usual_ones_with_comments_too() {
    before_wordpress(Scope::Whole, async |page, site| {
        site.plugin(Some("a:2:{s:8:\"sections\";s:0:\"\";s:8:\"comments\";b:1;}"));
        open(&page, site, "/politique/tramway").await;
        page.ready().await;
        page.check("!!$('reading-time') && !!$('share') && !!$('comment-form')").await;
    })
    .await;
}

#[tokio::test]
async fn a_protected_post_and_a_list_of_posts_are_left_alone() {
    before_wordpress(Scope::Whole, async |page, site| {
        site.plugin(Some(""));
        write(site, "rapide", "<p>Trop vite.</p>");
        for path in ["/politique/protege", "/"] {
            open(&page, site, path).await;
            assert_eq!(
                page.eval("return document.querySelectorAll('news-article, script[type=module]').length;")
                    .await,
                Value::from(0),
                "{path}"
            );
        }
    })
    .await;
}

#[tokio::test]
async fn settings_are_saved_as_what_they_may_be() {
    before_wordpress(Scope::Whole, async |page, site| {
        site.plugin(Some(""));
        page.visit(&format!("{}/wp-login.php", site.origin())).await;
        page.run("document.querySelector('#user_login').value = 'redaction'; document.querySelector('#user_pass').value = 'essai'; document.querySelector('#loginform').submit();").await;
        page.until("location.pathname.startsWith('/wp-admin')").await;
        page.visit(&format!("{}/wp-admin/options-general.php?page=news_article", site.origin())).await;
        page.check("!!document.querySelector('#news-article-share') && document.querySelector('[name=\"news_article[around]\"]').checked").await;
        page.run("document.querySelector('#news-article-share').value = 'Copy  x\"><script>alert(1)</script>'; document.querySelector('#news-article-site_src').value = 'javascript:alert(1)'; document.querySelector('#news-article-share_utm').value = '?utm_source=partage&utm_campaign=%C3%A9t%C3%A9+2026&utm_content=100 %'; document.querySelector('form[action=\"options.php\"] [type=submit]').click();").await;
        page.until("document.querySelector('#setting-error-settings_updated') && document.querySelector('#news-article-share')").await;
        page.check("document.querySelector('#news-article-share').value === 'copy x script alert' && document.querySelector('#news-article-site_src').value === '' && document.querySelector('#news-article-share_utm').value === 'utm_source=partage&utm_campaign=%C3%A9t%C3%A9%202026&utm_content=100%20%25'").await;
        open(&page, site, "/politique/tramway").await;
        page.ready().await;
        page.check("$$('share-button').length === 2 && new URL($$('share-button').find((one) => one.dataset.network === 'x').href).searchParams.get('url').endsWith('?utm_source=partage&utm_campaign=%C3%A9t%C3%A9%202026&utm_content=100%20%25')").await;
    })
    .await;
}
