//! Tests the plugin in a real WordPress: around a post, by shortcode and block, and through its settings.

mod described;
mod live;
mod members;
mod places;
mod policy;
mod texts;

use news_article_tests::{Page, Scope, WordPress, before_wordpress};
use serde_json::Value;

async fn open(page: &Page, site: &WordPress, path: &str) {
    page.visit(&format!("{}{path}", site.origin())).await;
    page.run("window.sent = []; document.addEventListener('news-article-sent', (event) => sent.push(event.detail.outcome));")
        .await;
}

/// Logs in as the administrator.
async fn log_in(page: &Page, site: &WordPress) {
    page.visit(&format!("{}/wp-login.php", site.origin())).await;
    page.run("document.querySelector('#user_login').value = 'redaction'; document.querySelector('#user_pass').value = 'essai'; document.querySelector('#loginform').submit();").await;
    page.until("location.pathname.startsWith('/wp-admin') && document.readyState === 'complete'").await;
}

/// Replaces the content of a post.
fn write(site: &WordPress, name: &str, content: &str) {
    site.sql(&format!("UPDATE wp_posts SET post_content = '{content}' WHERE post_name = '{name}'"));
}

/// The number of a post.
fn number(site: &WordPress, name: &str) -> String {
    site.sql(&format!("SELECT ID FROM wp_posts WHERE post_name = '{name}'"))
}

/// Waits until the parts of a page with these names are ready.
async fn parts_are_ready(page: &Page, names: &str) {
    page.until(&format!(
        "{names:?}.split(' ').every((name) => document.querySelector(`news-${{name}}`)?.state === 'ready')"
    ))
    .await;
}

#[tokio::test]
async fn a_post_keeps_its_place_in_the_theme_and_gets_parts_before_and_after_it() {
    before_wordpress(Scope::Whole, async |page, site| {
        site.plugin(Some(""));
        open(&page, site, "/politique/tramway").await;
        parts_are_ready(&page, "reading-time share related").await;
        // The theme's own children, with a part before the first and two after the last.
        page.says("[...document.querySelector('article').children].map((one) => one.localName === 'aside' ? one.className.split(' ')[1] : one.localName).join(' ')", "h1 is-reading-time p h2 blockquote is-share is-related").await;
        page.check("!document.querySelector('news-article') && document.querySelectorAll('news-reading-time, news-share, news-related').length === 3").await;
        page.says("document.querySelector('news-reading-time').shadowRoot.querySelector('[part=reading-time]').innerText", "Reading time: 1 minute").await;
        page.check("(() => { const x = document.querySelector('news-share').shadowRoot.querySelector('[data-network=x]'); return new URL(x.href).searchParams.get('url') === document.querySelector('link[rel=canonical]').href; })()").await;
        page.run("document.querySelector('news-related').scrollIntoView()").await;
        page.until("document.querySelector('news-related').shadowRoot.querySelectorAll('[part~=related-item]').length > 2").await;
        page.check("[...document.querySelector('news-related').shadowRoot.querySelectorAll('[part~=related-item] a')].every((one) => !one.href.includes('tramway'))").await;
        // Each file by its version, the entry by its hash, and each asked for once; nothing ahead of the page's own.
        let entry = concat!("/assets/", env!("CARGO_PKG_VERSION"), "/news-article-later.js");
        page.check(&format!("(() => {{ const script = document.querySelector('script[src$=\"{entry}\"]'); return script.fetchPriority === 'low' && script.integrity.startsWith('sha384-'); }})()")).await;
        page.check("(() => { const names = performance.getEntriesByType('resource').map((entry) => entry.name).filter((name) => name.includes('/assets/')); return names.length === new Set(names).size; })()").await;
        assert_eq!(page.console().await, Vec::<String>::new());
    })
    .await;
}

/// The HTML of a page as the server sends it.
async fn sent(page: &Page, site: &WordPress, path: &str) -> String {
    page.visit(&format!("{}/wp-login.php", site.origin())).await;
    page.text(&format!(
        "await fetch({:?}).then((answer) => answer.text())",
        format!("{}{path}", site.origin())
    ))
    .await
}

#[tokio::test]
async fn without_a_script_there_are_minutes_and_links() {
    before_wordpress(Scope::Whole, async |page, site| {
        site.plugin(Some(""));
        let html = sent(&page, site, "/politique/tramway/").await;
        for expected in [
            "<span>Reading time: 1 minute</span></news-reading-time>",
            "https://x.com/intent/tweet?text=Tramway%20%3A%20le%20trac%C3%A9%20de%20la%20ligne%20T4%20adopt%C3%A9",
            "aria-label=\"Share on Facebook\">Facebook</a>",
            ">Send by email</a>",
            "<p>Read next</p>",
            "/politique/marsad/\">مرصد صغير في قرية جبلية يعيد عدّ النجوم</a></li><li>",
        ] {
            assert!(html.contains(expected), "{expected}\n{html}");
        }
        // The newest that shares as much comes first; what is behind a password is not among them.
        assert!(!html.contains("/politique/protege/"), "{html}");
        assert!(html.contains("_fields=id,date_gmt,link,title,featured_media,_links,_embedded"), "{html}");
    })
    .await;
}

#[tokio::test]
async fn nothing_of_it_is_read_elsewhere_than_on_the_page() {
    before_wordpress(Scope::Whole, async |page, site| {
        site.plugin(Some(""));
        let block = "<!-- wp:news-article/share /--><!-- wp:paragraph --><p>Trop vite.</p><!-- /wp:paragraph -->[news_article]<p>Un.</p>[/news_article]";
        write(site, "rapide", block);
        for path in [
            "/feed/",
            "/feed/atom/",
            "/?feed=rdf",
            "/comments/feed/",
            "/politique/rapide/embed/",
            "/politique/tramway/feed/",
            "/wp-json/wp/v2/posts?per_page=50",
            "/wp-json/wp/v2/search?search=rapide",
            &format!("/wp-json/oembed/1.0/embed?url={}/politique/rapide/", site.origin()),
            "/wp-sitemap-posts-post-1.xml",
        ] {
            let text = sent(&page, site, path).await;
            assert!(text.len() > 100 && !text.contains("critical error"), "{path}: {text}");
            for name in ["<news-", "news-article-part", "Share this article", "Reading time"] {
                assert!(!text.contains(name) && !text.contains(&name.replace('<', "\\u003c")), "{path}: {name}");
            }
        }
        // In a list of posts an author's block is what the server writes, and text that is wrapped is text.
        for path in ["/?s=rapide", "/category/politique/", "/author/redaction/"] {
            let text = sent(&page, site, path).await;
            assert!(!text.contains("<news-") && !text.contains("news-article.js") && !text.contains("news-article-later.js"), "{path}: {text}");
            // (The others have more posts than a page of theirs.)
            if path == "/?s=rapide" {
                assert_eq!(text.matches("class=\"news-article-part").count(), 1, "{path}: {text}");
                assert!(text.contains("<p>Un.</p>"), "{path}: {text}");
            }
        }
        write(site, "rapide", "<p>Trop vite.</p>");
    })
    .await;
}

#[tokio::test]
async fn a_block_of_a_part_is_where_its_author_put_it_and_nowhere_else() {
    before_wordpress(Scope::Whole, async |page, site| {
        site.plugin(Some(""));
        write(site, "rapide", "<!-- wp:paragraph --><p>Un.</p><!-- /wp:paragraph --><!-- wp:news-article/share {\"align\":\"wide\"} /--><!-- wp:news-article/share /--><!-- wp:paragraph --><p>Deux.</p><!-- /wp:paragraph -->");
        for theme in ["plain", "blocks"] {
            site.theme(theme);
            open(&page, site, "/politique/rapide").await;
            parts_are_ready(&page, "reading-time share").await;
            page.check("document.querySelectorAll('news-share').length === 1 && document.querySelector('news-share').parentElement.matches('p + .alignwide.is-share')").await;
        }
        write(site, "rapide", "<p>Trop vite.</p>");
    })
    .await;
}

#[tokio::test]
async fn a_single_post_can_be_left_without() {
    before_wordpress(Scope::Whole, async |page, site| {
        site.plugin(Some(""));
        let number = number(site, "rapide");
        site.sql(&format!("INSERT INTO wp_postmeta (post_id, meta_key, meta_value) VALUES ({number}, '_news_article_off', '1')"));
        open(&page, site, "/politique/rapide").await;
        page.check("!document.querySelector('.news-article-part, script[src*=news-article]')").await;
        site.sql("DELETE FROM wp_postmeta WHERE meta_key = '_news_article_off'");
    })
    .await;
}

#[tokio::test]
async fn attributes_of_a_block_that_cannot_be_read_are_none() {
    before_wordpress(Scope::Whole, async |page, site| {
        site.plugin(Some(""));
        for content in [
            "<!-- wp:news-article/article {bad} --><p>Un.</p><!-- /wp:news-article/article -->",
            "<!-- wp:news-article/article {bad} /-->",
            "<!-- wp:news-article/share {bad} /--><p>Un.</p>",
            r#"<!-- wp:news-article/article {"post": [1], "src": {"a": 1}, "sections": 3} --><p>Un.</p><!-- /wp:news-article/article -->"#,
        ] {
            write(site, "rapide", content);
            for theme in ["plain", "blocks"] {
                site.theme(theme);
                let html = sent(&page, site, "/politique/rapide/").await;
                assert!(html.contains("</html>") && !html.contains("critical error"), "{theme}: {content}\n{html}");
            }
        }
        write(site, "rapide", "<p>Trop vite.</p>");
    })
    .await;
}

#[tokio::test]
async fn another_hosts_article_is_shown_only_where_the_settings_name_the_host() {
    before_wordpress(Scope::Whole, async |page, site| {
        write(site, "rapide", "<p>Un.</p>[news_article src=\"https://ailleurs.example/1.json\"][news_article src=\"//ailleurs.example/2.json\"][news_article src=\"/article.json\"][news_article src=\"/^/ailleurs.test/3.json\"]");
        // (What WordPress takes out of an address when it prints it, the last one's `^`, opens no way to another host.)
        for (settings, shown) in [("", "/article.json"), ("a:1:{s:5:\"hosts\";a:1:{i:0;s:16:\"ailleurs.example\";}}", "https://ailleurs.example/1.json //ailleurs.example/2.json /article.json")] {
            site.plugin(Some(settings));
            open(&page, site, "/politique/rapide").await;
            page.says("[...document.querySelectorAll('news-article')].map((one) => one.getAttribute('src')).join(' ')", shown).await;
        }
        write(site, "rapide", "<p>Trop vite.</p>");
    })
    .await;
}

/// The form of the part, once it is there.
const FORM: &str =
    "document.querySelector('news-comments')?.shadowRoot?.querySelector('[part=comment-form]')";

#[tokio::test]
async fn comments_replace_the_themes_where_the_setting_says_so() {
    before_wordpress(Scope::Whole, async |page, site| {
        site.take_comments(false);
        site.sql("DELETE FROM wp_comments WHERE comment_author = 'Nour'");
        site.plugin(Some("a:1:{s:8:\"comments\";b:1;}"));
        // Without a script it is WordPress' own form.
        let html = sent(&page, site, "/politique/doublon/").await;
        assert_eq!(html.matches("id=\"commentform\"").count(), 1);
        assert!(html.find("<news-comments").is_some_and(|start| html[start..].contains("commentform")));
        open(&page, site, "/politique/doublon").await;
        // Where the element was faster than this test, there is nothing to type into any more.
        page.run("window.typed = shown(document.querySelector('#commentform')) ? 'Par le greffon.' : ''; document.querySelector('#comment').value = typed; document.querySelector('news-comments').scrollIntoView();").await;
        page.until(&format!("{FORM} && !shown(document.querySelector('#commentform'))")).await;
        // What was typed meanwhile is there.
        page.until(&format!("{FORM}.querySelector('[name=body]').value === typed")).await;
        page.run(&format!("for (const [name, value] of Object.entries({{ body: 'Par le greffon.', name: 'Nour', email: 'nour@essai.example' }})) {{ const field = {FORM}.querySelector(`[name=${{name}}]`); field.value = value; field.dispatchEvent(new Event('input', {{ bubbles: true }})); }} {FORM}.querySelector('[part=submit]').click();")).await;
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
                page.until(&format!("$$('comment-form').length === {}", u8::from(taken))).await;
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
            parts_are_ready(&page, "reading-time share related").await;
            let found = page
                .eval("return [...document.querySelectorAll('#commentform, .wp-block-comments')].filter((one) => !one.closest('news-comments')).length;")
                .await;
            assert_eq!(found, Value::from(if taken { 0 } else { 2 }));
            assert_eq!(page.eval("return !!document.querySelector('news-comments');").await, Value::from(taken));
        }
        // Nothing that was said is lost, with or without a script.
        page.check("document.querySelector('news-comments').textContent.includes('Enfin & tant mieux.')").await;
        page.run("document.querySelector('news-comments').scrollIntoView()").await;
        page.until("[...document.querySelector('news-comments').shadowRoot.querySelectorAll('[part=comment]')].some((one) => one.innerText.includes('Enfin & tant mieux.'))").await;
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
            parts_are_ready(&page, "reading-time").await;
            page.says("document.querySelector('article > p').innerText", &format!("Écrivez {} ici.", &example[1..example.len() - 1])).await;
        }
        write(site, "rapide", "<p>Trop vite.</p>");
    })
    .await;
}

#[tokio::test]
async fn a_page_asks_for_nothing_beforehand_and_keeps_the_place_of_a_reading_time() {
    before_wordpress(Scope::Whole, async |page, site| {
        site.plugin(Some(""));
        let another = format!("[news_article post=\"{}\"]", number(site, "tramway"));
        let block = format!("<!-- wp:news-article/article {{\"post\":{}}} /-->", number(site, "tramway"));
        for (content, room) in [
            ("<p>Un.</p>", false),
            ("[news_article]<p>Un.</p>[/news_article]", true),
            ("[news_article sections=\"share\"]<p>Un.</p>[/news_article]", false),
            ("<!-- wp:group --><div><!-- wp:news-article/article {\"sections\":\"share\"} --><p>Un.</p><!-- /wp:news-article/article --></div><!-- /wp:group -->", false),
            (&another, false),
            (&block, false),
        ] {
            write(site, "rapide", content);
            for theme in ["plain", "blocks"] {
                site.theme(theme);
                open(&page, site, "/politique/rapide").await;
                let told = format!("{theme}: {content}");
                let html = page.text("await fetch(location.href).then((answer) => answer.text())").await;
                let mut links = html.split("<link ").skip(1).filter_map(|rest| rest.split('>').next());
                assert!(!links.any(|link| link.contains("preload") && link.contains("news-article")), "{told}\n{html}");
                assert_eq!(page.eval("return !!document.querySelector('.news-article-room');").await, Value::from(room), "{told}");
                // Once, and by its hash.
                page.check("document.querySelectorAll('script[type=module][src*=news-article]').length === 1 && document.querySelector('script[src*=news-article]').integrity.startsWith('sha384-')").await;
                page.check("document.querySelectorAll('#news-article-inline-css').length === 1").await;
                page.until("[...document.querySelectorAll('news-article, news-reading-time')].every((one) => (one.scrollIntoView(), one.state === 'ready'))").await;
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
        parts_are_ready(&page, "reading-time share related").await;
        page.run("document.querySelector('news-comments').scrollIntoView()").await;
        page.until(FORM).await;
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
                page.eval("return document.querySelectorAll('news-article, news-share, .news-article-part, script[type=module][src*=news-article]').length;")
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
        log_in(&page, site).await;
        page.visit(&format!("{}/wp-admin/options-general.php?page=news_article", site.origin())).await;
        page.check("document.querySelector('[name=\"news_article[around]\"]').checked && document.querySelector('[name=\"news_article[share][]\"][value=x]').checked && !document.querySelector('[name=\"news_article[share][]\"][value=vk]').checked").await;
        page.run("for (const box of document.querySelectorAll('[name=\"news_article[share][]\"]')) box.checked = box.value === 'copy' || box.value === 'x'; document.querySelector('[name=\"news_article[share][]\"][value=vk]').value = 'x\"><script>alert(1)</script>'; document.querySelector('[name=\"news_article[share][]\"]:not(:checked)').checked = false; document.querySelector('#news-article-hosts').value = 'https://Presse.example/json\\nja va<script>\\nlocalhost'; document.querySelector('#news-article-site_src').type = 'text'; document.querySelector('#news-article-site_src').value = 'javascript:alert(1)'; document.querySelector('#news-article-share_utm').value = '?utm_source=partage&utm_campaign=%C3%A9t%C3%A9+2026&utm_content=100 %'; document.querySelector('form[action=\"options.php\"] [type=submit]').click();").await;
        page.until("document.querySelector('#setting-error-settings_updated') && document.querySelector('#news-article-hosts')").await;
        page.check("[...document.querySelectorAll('[name=\"news_article[share][]\"]:checked')].map((box) => box.value).join(' ') === 'copy x' && document.querySelector('#news-article-site_src').value === '' && document.querySelector('#news-article-share_utm').value === 'utm_source=partage&utm_campaign=%C3%A9t%C3%A9%202026&utm_content=100%20%25'").await;
        page.says("document.querySelector('#news-article-hosts').value", "presse.example ja localhost").await;
        open(&page, site, "/politique/tramway").await;
        parts_are_ready(&page, "share").await;
        page.check("(() => { const buttons = [...document.querySelector('news-share').shadowRoot.querySelectorAll('[part~=share-button]')]; return buttons.length === 2 && new URL(buttons.find((one) => one.dataset.network === 'x').href).searchParams.get('url').endsWith('?utm_source=partage&utm_campaign=%C3%A9t%C3%A9%202026&utm_content=100%20%25'); })()").await;
        // The stand-in has the same campaign.
        page.check("document.querySelector('news-share > ul a').href.includes('%3Futm_source%3Dpartage%26utm_campaign%3D%25C3%25A9t%25C3%25A9%25202026')").await;
        // In French where the site is.
        site.look("", "fr_FR");
        page.visit(&format!("{}/wp-admin/options-general.php?page=news_article", site.origin())).await;
        page.says("document.querySelector('h1').innerText", "Article de presse").await;
    })
    .await;
}

#[tokio::test]
async fn deleted_it_leaves_nothing_on_any_site_of_a_network() {
    before_wordpress(Scope::ChromiumOnly, async |_, site| {
        site.plugin(Some(""));
        assert_eq!(site.script("network.php", "install"), "installed");
        let left = site.script("network.php", "uninstall");
        assert_eq!(left, "site 1: nothing, 1 post\nsite 2: nothing, 1 post");
    })
    .await;
}
