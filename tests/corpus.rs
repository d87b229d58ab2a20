//! Tests `cargo xtask corpus` on documents with known content.

use std::path::Path;
use std::process::{Command, Output};
use std::{env, fs};
use tempfile::TempDir;

/// Runs the command over a folder.
fn corpus(folder: &Path, format: &str) -> Output {
    let program = env::var_os("NEWS_ARTICLE_XTASK").expect("cargo xtask test says which program");
    Command::new(program)
        .args(["corpus", "--strict", "--format", format])
        .arg(folder)
        .output()
        .expect("it can be run")
}

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&[&output.stdout[..], &output.stderr].concat()).into_owned()
}

/// A folder with files of these names and texts.
fn folder(files: &[(&str, &str)]) -> TempDir {
    let folder = tempfile::tempdir().expect("a temporary folder");
    for (file, text) in files {
        fs::write(folder.path().join(file), text).expect("a file");
    }
    folder
}

#[test]
fn nothing_of_the_captured_answers_is_lost_or_stands_twice() {
    let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures");
    for (name, format) in
        [("wordpress", "wordpress"), ("json-feed", "json-feed"), ("schema-org", "schema-org")]
    {
        let output = corpus(&fixtures.join(name), format);
        assert!(output.status.success(), "{}", said(&output));
    }
}

#[test]
fn what_is_not_shown_is_told_by_name() {
    let lossy = r#"{"title": "T", "body": [
        {"type": "paragraph", "content": ["Ceci reste."]}, {"type": "divider", "text": "perdu"}]}"#;
    let output = corpus(folder(&[("a.json", lossy)]).path(), "native");
    assert!(!output.status.success());
    assert!(said(&output).contains("a.json: 3 words"), "{}", said(&output));
    assert!(said(&output).contains("1 words lost: perdu"), "{}", said(&output));
}

#[test]
fn a_document_that_cannot_be_shown_is_an_error_and_what_is_no_article_is_none() {
    let files =
        [("broken.json", "{"), ("comment.json", r#"{"id": 1, "content": {"rendered": "<p>Oui</p>"}}"#)];
    let output = corpus(folder(&files).path(), "wordpress");
    assert!(!output.status.success());
    assert!(said(&output).contains("broken.json: error file:"), "{}", said(&output));
    assert!(said(&output).contains("comment.json: no article"), "{}", said(&output));
}

#[test]
fn a_page_is_taken_as_a_body_as_json_ld_and_around() {
    let page = r#"<!doctype html><title>Le pont</title>
        <script type="application/ld+json">{"@context": "https://schema.org", "@type": "NewsArticle",
        "headline": "Le pont", "articleBody": "Le pont rouvre lundi.\n\nIl avait ferme en mai."}</script>
        <article><h1>Le pont</h1><p>Le <a href="https://a.example/pont">pont</a> rouvre lundi.</p>
        <p>Il avait ferme en mai.</p><img src="https://a.example/pont.jpg" alt=""></article>"#;
    let folder = folder(&[("pont.html", page)]);
    for format in ["bodyHtml", "json-ld", "around"] {
        let output = corpus(folder.path(), format);
        assert!(output.status.success(), "{format}: {}", said(&output));
        assert!(said(&output).contains("1 documents, 0 errors"), "{format}: {}", said(&output));
    }
}
