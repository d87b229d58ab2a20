//! Tests what an article without scripts must not do: send a reader's data elsewhere, tell others where the reader
//! is, or remove the page's own words.

use news_article_tests::{ARTICLE, Fault, FaultServer, Scope, in_engines};
use serde_json::json;

#[tokio::test]
async fn a_form_goes_nowhere_that_the_page_has_not_named() {
    in_engines(Scope::Whole, async |page| {
        let moved = "307 Temporary Redirect\r\nLocation: /taken";
        let elsewhere = FaultServer::start(true, vec![
            ("/letter".into(), Fault::json("{}")),
            ("/moved".into(), Fault::Answer(moved, Vec::new())),
            ("/taken".into(), Fault::json("{}")),
        ]).await;
        let mut article: serde_json::Value = serde_json::from_str(ARTICLE).expect("JSON");
        let origin = elsewhere.origin();
        article["newsletter"] = json!({ "action": format!("{origin}/letter") });
        article["comments"] = json!({ "action": format!("{origin}/letter") });
        page.mount("<news-article lang=fr></news-article>").await;
        page.run(&format!("el.article = {article}")).await;
        page.ready().await;
        page.check("!$('newsletter') && !$('comment-form')").await;
        let told = page.console().await;
        assert!(told.iter().any(|line| line.contains("newsletter.action") && line.contains(origin)), "{told:?}");
        // Named by the page, it is shown.
        page.run(&format!("el.formOrigins = '{origin}'")).await;
        page.until("$('newsletter') && $('comment-form')").await;
        // And what is sent is not sent on.
        page.run(&format!("el.newsletterAction = '{origin}/moved'")).await;
        page.until("$('newsletter')").await;
        page.run("recordSent(); const form = $('newsletter').querySelector('form'); form.email.value = 'salma@example.org'; form.querySelector('[part=submit]').click();").await;
        page.until("sent.length === 1").await;
        page.check("sent[0] === 'failed'").await;
        assert_eq!(elsewhere.asked("/taken"), 0);
        assert_eq!(page.eval("return el.article.newsletter.action;").await, json!(format!("{origin}/moved")));
    })
    .await;
}

#[tokio::test]
async fn a_films_picture_is_fetched_when_it_comes_near_and_is_not_told_the_pages_address() {
    in_engines(Scope::Whole, async |page| {
        let png = Fault::Answer("200 OK\r\nContent-Type: image/png", Vec::new());
        let cdn = FaultServer::start(true, vec![("/poster.png".into(), png)]).await;
        let mut article: serde_json::Value = serde_json::from_str(ARTICLE).expect("JSON");
        let lines = vec![json!({ "type": "paragraph", "content": ["Une ligne."] }); 400];
        article["body"] = json!(lines);
        let film = json!({ "type": "video", "src": "/film.mp4", "poster": format!("{}/poster.png", cdn.origin()) });
        article["body"].as_array_mut().expect("blocks").push(film);
        page.mount("").await;
        page.run("document.head.insertAdjacentHTML('beforeend', '<meta name=referrer content=unsafe-url>'); put('<news-article lang=fr></news-article>')").await;
        page.run(&format!("el.article = {article}")).await;
        page.ready().await;
        page.painted().await;
        assert_eq!(cdn.asked("/poster.png"), 0);
        page.run("root.querySelector('video').scrollIntoView()").await;
        cdn.asked_for("/poster.png", 1).await;
        assert_eq!(cdn.referrers("/poster.png"), [format!("{}/", page.origin())]);
        page.check("!root.querySelector('[poster]') && root.querySelector('video').offsetHeight > 100").await;
    })
    .await;
}

#[tokio::test]
async fn names_in_the_pages_own_article_hide_nothing() {
    in_engines(Scope::Main, async |page| {
        let names = [
            "createElement", "createElementNS", "querySelector", "querySelectorAll", "getElementById", "body", "head",
            "documentElement", "implementation", "importNode", "addEventListener", "activeElement", "readyState", "title",
            "defaultView", "hidden", "createTextNode", "createComment",
        ];
        let pictures: String = names.iter().map(|name| format!("<img name={name} alt='' width=40 height=40>")).collect();
        let fields: String = ["remove", "matches", "querySelector", "checkVisibility", "parentElement", "localName", "slot"]
            .iter()
            .map(|name| format!("<input name={name}>"))
            .collect();
        page.mount("").await;
        let body = format!("<p>{}</p>{pictures}<form name=forms><p>Un mot.</p>{fields}</form>", "mot ".repeat(400));
        page.run(&format!("put(`<news-article lang=fr comments-action=/api/comments newsletter-action=/api/newsletter><h1><script>x</script></h1>{body}</news-article>`)")).await;
        page.ready().await;
        page.check("el.state === 'ready' && shown(el.querySelector('p')) && $('share') !== undefined").await;
        // Around an article of the page's forms come when a reader does.
        page.run("scrollTo(0, document.documentElement.scrollHeight)").await;
        page.until("$('comment-form') !== undefined").await;
        page.check("el.article.wordCount >= 400 && el.article.title !== ''").await;
        page.run("$('comment-form').scrollIntoView(); fieldOf('comment-form', 'body').focus();").await;
        page.painted().await;
        assert_eq!(page.console().await, Vec::<String>::new());
    })
    .await;
}
