//! The service behind a real Varnish, with the VCL that `integrations/varnish` gives.

use crate::newsroom::{Newsroom, Running};
use crate::{Proxy, follows_the_service, has_it, integrations, until};
use axum::Router;
use axum::http::header;
use axum::routing::get;
use news_article_tests::free_port;
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

/// A page that includes the article. Its own validator stays the same whatever that says.
fn site() -> Running {
    let page = r#"<main><esi:include src="/rendered/wp/42?_embed=1&amp;context=view"/></main>"#;
    let headers = [
        (header::CONTENT_TYPE.as_str(), "text/html"),
        (header::CACHE_CONTROL.as_str(), "max-age=60"),
        (header::ETAG.as_str(), "\"page\""),
        ("surrogate-control", "content=\"ESI/1.0\""),
    ];
    let quoted = ([(header::CONTENT_TYPE, "text/html")], page);
    let routes = Router::new().route("/42", get(move || std::future::ready((headers, page))));
    Running::start(routes.route("/plain", get(move || std::future::ready(quoted))))
}

/// Starts one; none where Varnish is not installed, or the C compiler that it compiles its configuration with.
fn start(site: &Running, service: &str, edited: impl FnOnce(String) -> String) -> Option<Proxy> {
    let named = std::env::var("NEWS_ARTICLE_VARNISH").ok();
    let paths = named.iter().map(String::as_str).chain(["/usr/sbin/varnishd", "/usr/local/sbin/varnishd"]);
    let program = paths.rev().find(|path| Path::new(path).exists());
    let has_compiler = Command::new("gcc").arg("--version").stdout(Stdio::null()).status().is_ok();
    let (Some(program), true) = (program, has_compiler) else {
        eprintln!(
            "Left out: there is no Varnish, or no gcc, which it needs. apt-get install varnish gcc libc6-dev"
        );
        return None;
    };
    let folder = tempfile::tempdir().expect("a temporary folder");
    let place = folder.path();
    let port = |origin: &str| origin.rsplit(':').next().unwrap_or_default().to_owned();
    let given = fs::read_to_string(integrations().join("varnish/rendered.vcl")).expect("the configuration");
    let given = given.replace("\"8090\"", &format!("\"{}\"", port(service)));
    fs::write(place.join("rendered.vcl"), edited(given)).expect("the configuration");
    let whole = format!(
        "vcl 4.1; backend default {{ .host = \"127.0.0.1\"; .port = \"{}\"; }} include \"{}\";",
        port(&site.origin),
        place.join("rendered.vcl").display()
    );
    fs::write(place.join("site.vcl"), whole).expect("the configuration");
    let listen = free_port();
    let mut command = Command::new(program);
    command
        .args(["-F", "-j", "none", "-s", "malloc,16m", "-a", &format!("127.0.0.1:{listen}"), "-n"])
        .arg(place.join("work"))
        .arg("-f")
        .arg(place.join("site.vcl"))
        .stdout(Stdio::null());
    // Of a package that is unpacked and not installed.
    if let (Some(_), Ok(libraries)) = (named, std::env::var("NEWS_ARTICLE_VARNISH_LIBRARIES")) {
        command.env("LD_LIBRARY_PATH", libraries);
    }
    Some(Proxy::start(&mut command, listen, folder))
}

#[test]
fn an_include_puts_the_rendered_article_into_a_page_and_the_cache_keeps_it() {
    let (newsroom, site) = (Newsroom::start(60), site());
    let Some(varnish) = start(&site, newsroom.service(), |given| given) else { return };
    for cookie in ["Cookie: session=1", "Authorization: Basic x", "Accept-Encoding: gzip"] {
        assert!(varnish.whole("/42", &[cookie]).contains(" 200 "), "{cookie}");
    }
    assert!(has_it(&varnish.body("/42")));
    // However many pages and readers, one request, and nothing of theirs in it.
    assert_eq!(newsroom.asked(), [(String::new(), 200)]);
    assert_eq!(newsroom.fetched(), 1);
    // Readers get it in pages alone, and only pages that say so are looked through.
    assert!(varnish.whole("/rendered/wp/42", &[]).contains(" 404 "));
    assert!(varnish.body("/plain").contains("<esi:include"));
}

#[test]
fn a_page_is_sent_anew_whatever_its_own_validator_says() {
    let (newsroom, site) = (Newsroom::start(60), site());
    let Some(varnish) = start(&site, newsroom.service(), |given| given) else { return };
    for _ in 0..2 {
        let page = varnish.whole("/42", &["If-None-Match: \"page\""]);
        assert!(page.contains(" 200 ") && !page.contains("etag:"), "{page}");
    }
}

#[test]
fn an_article_is_asked_after_stands_while_the_service_is_down_and_goes_when_it_is_taken_back() {
    let (mut newsroom, site) = (Newsroom::start(1), site());
    // As if every copy were older than what is given out while a newer one is made.
    let without_grace = |given: String| given.replace("req.grace = 10m", "req.grace = 0s");
    let Some(varnish) = start(&site, newsroom.service(), without_grace) else { return };
    follows_the_service(&mut newsroom, || varnish.body("/42"));
}

#[test]
fn an_old_copy_is_given_out_while_a_newer_one_is_made() {
    let (newsroom, site) = (Newsroom::start(1), site());
    let Some(varnish) = start(&site, newsroom.service(), |given| given) else { return };
    assert!(has_it(&varnish.body("/42")));
    newsroom.answers(500);
    until("it was tried", || has_it(&varnish.body("/42")) && newsroom.fetched() > 1);
    assert!(has_it(&varnish.body("/42")));
}

#[test]
fn without_an_article_the_rest_of_the_page_stands() {
    let (mut newsroom, site) = (Newsroom::start(60), site());
    newsroom.answers(500);
    let Some(varnish) = start(&site, newsroom.service(), |given| given) else { return };
    assert_eq!(varnish.body("/42"), "<main></main>");
    newsroom.stop_service();
    assert_eq!(varnish.body("/42"), "<main></main>");
}
