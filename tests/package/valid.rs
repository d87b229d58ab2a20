//! Tests whole pages with the W3C's checker.

use crate::sites::sites;
use news_article_render::{Options, Output, output};
use news_article_tests::documents;
use std::fs;
use std::process::Command;

#[test]
fn the_w3cs_checker_finds_no_error_in_any_rendered_page() {
    if Command::new("java").arg("-version").output().is_err() {
        eprintln!("Left out: there is no Java. apt-get install --no-install-recommends default-jre-headless");
        return;
    }
    let folder = tempfile::tempdir().expect("a temporary folder");
    let mut pages = Vec::new();
    for (number, (_, text)) in documents().into_iter().enumerate() {
        let options = Options {
            base: Some("https://journal.example/api/42.json".to_owned()),
            assets: Some("/news-article/".to_owned()),
            ..Options::default()
        };
        let Ok(html) = output(&text, &options, Output::Page) else { continue };
        let page = folder.path().join(format!("{number}.html"));
        fs::write(&page, html).expect("a page");
        pages.push(page);
    }
    assert!(pages.len() > 60, "{}", pages.len());
    // The checker must report a page that is wrong.
    let wrong = folder.path().join("wrong.html");
    fs::write(&wrong, "<!DOCTYPE html><title>t</title><p><ul></ul></p>").expect("a page");
    let check = |pages: &[std::path::PathBuf]| {
        let jar = sites().join("node_modules/vnu-jar/build/dist/vnu.jar");
        let checked = Command::new("java").args(["-jar"]).arg(jar).arg("--errors-only").args(pages).output();
        String::from_utf8_lossy(&checked.expect("the checker runs").stderr).into_owned()
    };
    assert!(check(&[wrong]).contains("error"));
    assert_eq!(check(&pages), "");
}
