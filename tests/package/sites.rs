//! Tests static sites that are built with `news-article/render` in Eleventy, Astro and Next. The sites are in
//! `tests/sites`, by the recipes of docs/render.md; installed packages stay in `target/sites`.

use crate::{copy, installed, run};
use news_article_tests::{Folder, Scope, in_engines};
use serde_json::json;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

/// The articles, each with a text in it.
const ARTICLES: [(&str, &str); 3] = [("42", "Bus de nuit"), ("en", "<h1"), ("ar", "dir=\"rtl\"")];

/// The folder with the sites, the package and the articles in it.
pub(crate) fn sites() -> &'static Path {
    static SITES: OnceLock<PathBuf> = OnceLock::new();
    SITES.get_or_init(|| {
        let sites = installed("sites", "sites");
        let articles = Path::new(env!("CARGO_MANIFEST_DIR")).join("../demo/api/articles");
        fs::create_dir(sites.join("articles")).expect("a folder");
        for (id, _) in ARTICLES {
            let name = format!("{id}.json");
            fs::copy(articles.join(&name), sites.join("articles").join(&name)).expect("an article");
        }
        for site in ["astro", "next"] {
            let files = sites.join(site).join("public/news-article");
            copy(&sites.join("node_modules/news-article"), &files).expect("the element's files");
        }
        sites
    })
}

/// Builds a site, and tests its pages as files and in a browser.
async fn built(site: &str, program: &str, arguments: &[&str]) {
    let folder = sites().join(site);
    let mut command = Command::new("node");
    command.arg(Path::new("../node_modules").join(program)).args(arguments);
    let said = run(command.env("ASTRO_TELEMETRY_DISABLED", "1").env("NEXT_TELEMETRY_DISABLED", "1"), &folder);
    assert!(!said.to_lowercase().contains("warn"), "{said}");
    let made = folder.join("dist");
    for (id, sentence) in ARTICLES {
        let html = fs::read_to_string(made.join(format!("{id}.html"))).expect("a page");
        let article =
            html.split_once("<news-article").and_then(|(_, rest)| rest.split_once("</news-article>"));
        let (article, _) = article.unwrap_or_else(|| panic!("{id} has no article: {html}"));
        assert!(article.contains(sentence) && article.contains("application/ld+json"), "{id}: {article}");
        for tag in
            ["<title>", "property=\"og:title\"", "rel=\"canonical\"", "article.css", "news-article-later.js"]
        {
            assert!(html.contains(tag), "{id} has no {tag}: {html}");
        }
    }
    let served = Folder::start(&made).await;
    in_engines(Scope::ChromiumOnly, async |page| {
        page.watch().await;
        for (id, _) in ARTICLES {
            page.visit(&format!("{}/{id}.html", served.origin())).await;
            page.run("window.scrollTo(0, document.body.scrollHeight)").await;
            page.until("document.querySelector('news-article')?.state === 'ready'").await;
            // The article stands once, and what stands is what was rendered.
            page.check("document.querySelectorAll('news-article').length === 1 && document.querySelectorAll('h1').length === 1").await;
            page.check("document.querySelector('news-article h1').checkVisibility()").await;
            let asked = "return performance.getEntriesByType('resource').map((one) => one.name).filter((name) => name.includes('/articles/'));";
            assert_eq!(page.eval(asked).await, json!([]), "{id}");
            // The list of other articles is at an address that nobody answers here.
            let mut said = page.console().await;
            said.retain(|line| !line.contains("https://journal.example/api/related/"));
            assert_eq!(said, Vec::<String>::new(), "{site}, {id}");
        }
    })
    .await;
}

#[tokio::test]
async fn eleventy_builds_pages_that_hold_their_article() {
    built("eleventy", "@11ty/eleventy/cmd.cjs", &[]).await;
}

#[tokio::test]
async fn astro_builds_pages_that_hold_their_article() {
    built("astro", "astro/astro.js", &["build"]).await;
}

#[tokio::test]
async fn next_builds_pages_that_hold_their_article_and_hydrates_them_without_a_word() {
    built("next", "next/dist/bin/next", &["build"]).await;
}
