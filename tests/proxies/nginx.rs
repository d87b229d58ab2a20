//! The files behind a real nginx, with the configuration that `integrations/nginx` gives: what any CDN must send.

use crate::newsroom::Newsroom;
use crate::{Proxy, follows_the_service, integrations};
use news_article_tests::{Scope, dist, free_port, in_engines};
use serde_json::json;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

const STEPS: &str = include_str!("nginx.js");
const FILES: &str = "/news-article/0.1.0";

/// Additions to the configuration.
struct Configuration {
    /// Lines in the `http` block.
    http: String,
    /// Lines in the `server` block.
    server: String,
}

/// The folder with the files that a site includes.
fn source() -> PathBuf {
    integrations().join("nginx")
}

/// An nginx with the element's files.
fn with_files() -> Option<Proxy> {
    start(|folder| {
        let root = folder.join("www");
        let target = root.join(&FILES[1..]);
        fs::create_dir_all(target.parent().expect("a folder")).expect("a folder");
        succeed(Command::new("cp").arg("-r").arg(dist()).arg(&target));
        succeed(Command::new(source().join("compress")).arg(&target));
        let given = fs::read_to_string(source().join("news-article.conf")).expect("the configuration");
        Configuration { http: String::new(), server: given.replace("/srv/www", &root.to_string_lossy()) }
    })
}

/// Starts an nginx; `None` if it is not installed.
fn start(configure: impl FnOnce(&Path) -> Configuration) -> Option<Proxy> {
    let named = std::env::var("NEWS_ARTICLE_NGINX").ok();
    let Some(program) = named
        .iter()
        .map(String::as_str)
        .chain(["/usr/sbin/nginx", "/usr/bin/nginx", "/usr/local/sbin/nginx"])
        .find(|path| Path::new(path).exists())
    else {
        eprintln!(
            "Left out: there is no nginx. apt-get install --no-install-recommends nginx-light libnginx-mod-http-brotli-static"
        );
        return None;
    };
    let folder = tempfile::tempdir().expect("a temporary folder");
    let Configuration { http, server } = configure(folder.path());
    // An nginx of root runs its workers as nobody, who must be able to read the temporary folder.
    succeed(Command::new("chmod").args(["-R", "a+rX"]).arg(folder.path()));
    let port = free_port();
    let enabled = "/etc/nginx/modules-enabled";
    let modules = if let Ok(unpacked) = std::env::var("NEWS_ARTICLE_NGINX_MODULES") {
        format!("load_module {unpacked}/ngx_http_brotli_static_module.so;")
    } else if Path::new(enabled).is_dir() {
        format!("include {enabled}/*.conf;")
    } else {
        String::new()
    };
    let place = folder.path().display();
    let whole = format!(
        "{modules} daemon off; pid {place}/pid; error_log stderr; events {{}} http {{ access_log off; client_body_temp_path {place}/b; proxy_temp_path {place}/p; fastcgi_temp_path {place}/f; uwsgi_temp_path {place}/u; scgi_temp_path {place}/s; {http} server {{ listen 127.0.0.1:{port}; {server} }} }}"
    );
    let file = folder.path().join("nginx.conf");
    fs::write(&file, whole).expect("the configuration");
    Some(Proxy::start(Command::new(program).arg("-c").arg(&file).stdout(Stdio::null()), port, folder))
}

fn succeed(command: &mut Command) {
    let status = command.status().unwrap_or_else(|error| panic!("{command:?}: {error}"));
    assert!(status.success(), "{command:?}");
}

/// Status line and header fields, in lower case.
fn head(address: &str, encodings: &str) -> String {
    let output = Command::new("curl")
        .args(["--silent", "--dump-header", "-", "--output", "/dev/null", "--header"])
        .arg(format!("Accept-Encoding: {encodings}"))
        .args(["--header", "Origin: https://journal.example", address])
        .output()
        .expect("curl");
    String::from_utf8_lossy(&output.stdout).to_lowercase()
}

#[test]
fn each_file_is_sent_compressed_for_ever_and_to_any_origin() {
    let Some(nginx) = with_files() else { return };
    for (file, kind) in [
        ("news-article.js", "text/javascript"),
        ("news-article_bg.wasm", "application/wasm"),
        ("locale/de.json", "application/json"),
    ] {
        for (accepted, encoding) in [("gzip, deflate, br", "br"), ("gzip", "gzip")] {
            let head = head(&format!("{}{FILES}/{file}", nginx.origin), accepted);
            for line in [
                "200 ok",
                &format!("content-type: {kind}"),
                &format!("content-encoding: {encoding}"),
                "vary: accept-encoding",
                "cache-control: public, max-age=31536000, immutable",
                "access-control-allow-origin: *",
                "cross-origin-resource-policy: cross-origin",
                "x-content-type-options: nosniff",
            ] {
                assert!(head.contains(line), "{file}: no {line} in {head}");
            }
        }
    }
    let lost = head(&format!("{}{FILES}/lost.js", nginx.origin), "br");
    assert!(lost.contains("404") && !lost.contains("immutable"), "{lost}");
}

#[tokio::test]
async fn a_page_of_another_origin_fetches_each_file_once() {
    let Some(nginx) = with_files() else { return };
    in_engines(Scope::ChromiumOnly, async |page| {
        let files = format!("{}{FILES}", nginx.origin);
        for first in [true, false] {
            page.open("/demo/site.css").await;
            page.open("/demo/rubrique.html").await;
            page.call(STEPS, "showFrom", [json!(files)]).await;
            page.ready().await;
            let sizes = page.call(STEPS, "askedOf", [json!(files)]).await;
            let names: Vec<&str> =
                sizes.as_array().into_iter().flatten().filter_map(|entry| entry[0].as_str()).collect();
            let mut single = names.clone();
            single.sort_unstable();
            single.dedup();
            assert!(
                single.len() == names.len()
                    && names.contains(&"news-article_bg.wasm")
                    && names.contains(&"de.json"),
                "{first}: {names:?}"
            );
        }
    })
    .await;
}

/// One that puts the article into pages: `/pages/42.html` is one, `/pages/stub.html` says what stands where there is none.
fn with_includes(service: &str) -> Option<Proxy> {
    start(|folder| {
        let pages = folder.join("pages");
        fs::create_dir(&pages).expect("a folder");
        let include = "<!--# include virtual=\"/rendered/wp/42?_embed=1\" -->";
        let stub = include.replace(" -->", " stub=\"away\" -->");
        let stub = format!("<!--# block name=\"away\" -->Read it there<!--# endblock -->{stub}");
        fs::write(pages.join("42.html"), format!("<main>{include}</main>")).expect("a page");
        fs::write(pages.join("stub.html"), format!("<main>{stub}</main>")).expect("a page");
        let given = fs::read_to_string(source().join("rendered.conf")).expect("the configuration");
        let given = given.replace("http://127.0.0.1:8090", service);
        let (place, cache) = (folder.display(), folder.join("cache"));
        Configuration {
            http: format!(
                "types {{ text/html html; }} proxy_cache_path {} keys_zone=news_article:1m;",
                cache.display()
            ),
            server: format!("location /pages/ {{ root {place}; ssi on; }} {given}"),
        }
    })
}

#[test]
fn an_include_puts_the_rendered_article_into_a_page_and_the_cache_keeps_it() {
    let newsroom = Newsroom::start(60);
    let Some(nginx) = with_includes(newsroom.service()) else { return };
    for _ in 0..2 {
        let page = nginx.body("/pages/42.html");
        assert!(page.starts_with("<main><news-article") && page.contains("They left at ten."), "{page}");
    }
    assert_eq!(newsroom.fetched(), 1);
    // Readers get it in pages alone.
    assert!(nginx.whole("/rendered/wp/42", &[]).contains(" 404 "));
}

#[test]
fn an_article_stands_while_the_service_is_down_and_goes_when_it_is_taken_back() {
    let mut newsroom = Newsroom::start(1);
    let Some(nginx) = with_includes(newsroom.service()) else { return };
    follows_the_service(&mut newsroom, || nginx.body("/pages/42.html"));
}

#[test]
fn without_an_article_the_rest_of_the_page_stands() {
    let mut newsroom = Newsroom::start(60);
    newsroom.answers(500);
    let Some(nginx) = with_includes(newsroom.service()) else { return };
    for is_running in [true, false] {
        if !is_running {
            newsroom.stop_service();
        }
        assert_eq!(nginx.body("/pages/42.html"), "<main></main>");
        assert_eq!(nginx.body("/pages/stub.html"), "<main>Read it there</main>");
    }
}
