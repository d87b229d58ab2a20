//! Tests `news-article/render` under Node.js against the library.

use crate::{apps, run};
use news_article_render::{Options, Output, Rendered, render_as};
use news_article_tests::documents;
use serde_json::{Value, json};
use std::fs;
use std::process::Command;

/// Runs a module beside the installed package. Returns its output.
fn node(name: &str, module: &str) -> String {
    let file = apps().join(name);
    fs::write(&file, module).expect("the module is written");
    run(Command::new("node").arg(&file), apps())
}

#[test]
fn every_document_is_rendered_as_the_command_renders_it() {
    let mut cases = Vec::new();
    for (name, text) in documents() {
        for (lang, output) in
            [("fr", Output::Fragment), ("ar", Output::Page), ("ja", Output::Json), ("en", Output::Head)]
        {
            let options = Options {
                lang: Some(lang.to_owned()),
                base: Some("https://journal.example/api/42.json".to_owned()),
                assets: Some("/news-article/".to_owned()),
                related: Some(r#"[{"title": "Other", "url": "/other"}]"#.to_owned()),
                attributes: vec![("heading-level".to_owned(), "2".to_owned())],
                ..Options::default()
            };
            let expected = match render_as(&text, &options, output) {
                Ok(Rendered { html, head }) => json!({"html": html, "head": head}),
                Err(error) => json!({"kind": error.kind(), "message": error.to_string()}),
            };
            let given = json!({
                "lang": lang, "base": options.base, "assets": options.assets, "related": [{"title": "Other", "url": "/other"}],
                "attr": {"heading-level": 2, "hidden": false}, "output": output.to_string(),
            });
            cases.push(json!([name, text, given, expected]));
        }
    }
    assert!(cases.len() > 200, "{}", cases.len());
    fs::write(apps().join("cases.json"), Value::from(cases).to_string()).expect("the cases are written");
    let said = node(
        "cases.mjs",
        r"
import { deepStrictEqual } from 'node:assert';
import { readFileSync } from 'node:fs';
import { render, RenderError } from 'news-article/render';

let rendered = 0;
for (const [name, text, options, expected] of JSON.parse(readFileSync('cases.json', 'utf8'))) {
  let made;
  try {
    made = render(text, options);
    rendered += 1;
  } catch (error) {
    if (!(error instanceof RenderError)) throw error;
    made = { kind: error.kind, message: error.message };
  }
  deepStrictEqual(made, expected, `${name}, ${options.output}`);
}
console.log('rendered', rendered > 150);
",
    );
    assert_eq!(said.trim(), "rendered true");
}

#[test]
fn an_article_comes_as_text_as_bytes_or_as_what_it_holds_and_faults_name_the_field() {
    let said = node(
        "forms.mjs",
        r#"
import { render, RenderError } from 'news-article/render';

const article = { title: 'Night trains', language: 'en', body: [{ type: 'paragraph', content: ['They left \ud83d at ten.'] }] };
const text = JSON.stringify(article);
const { html, head } = render(text);
console.log(html.includes('<h1') && head.startsWith('<title>Night trains</title>'));
console.log(render(article).html === html, render(Buffer.from(text)).html === html, render(text, null).html === html);

const circle = {};
circle.self = circle;
for (const [json, options] of [
  ['{"body": []}'], ['<html>'], [article, { base: 'foo' }], [article, { attr: { onclick: 'x' } }], [article, { lang: 1 }],
  [article, { locale: 'en' }], [undefined], [circle], [Buffer.from([0xff])], [article, { site: '{' }], ['x'.repeat(9e6)],
]) {
  try {
    render(json, options);
    console.log('rendered');
  } catch (error) {
    console.log(error instanceof RenderError, error.name, error.kind, error.message.split('\n').length, error.message.slice(0, 40));
  }
}
console.log(render(article).html === html);
"#,
    );
    let lines: Vec<&str> = said.lines().collect();
    let expected = [
        "true",
        "true true true",
        "true RenderError malformed 1 native: title is missing",
        "true RenderError malformed 1 the document is no JSON: expected value ",
        "true RenderError option 1 base: \"foo\" is no whole address of the w",
        "true RenderError option 1 attr: \"onclick\" is no attribute of <news",
        "true RenderError option 1 lang: a string is wanted",
        "true RenderError option 1 options: \"locale\" is none of format, lan",
        "true RenderError option 1 the document: nothing that JSON can hold",
        "true RenderError option 1 the document: nothing that JSON can hold",
        "true RenderError malformed 1 the document is no UTF-8",
        "true RenderError malformed 1 site: the document is no JSON: EOF while",
        "true RenderError too-large 1 the document has more than 8 MB",
        "true",
    ];
    assert_eq!(lines, expected);
}

#[test]
fn memory_does_not_grow_with_what_is_rendered() {
    let (_, text) = documents().swap_remove(0);
    fs::write(apps().join("memory.json"), text).expect("the article is written");
    let said = node(
        "memory.mjs",
        r"
import { readFileSync } from 'node:fs';
import { render } from 'news-article/render';

const text = readFileSync('memory.json', 'utf8');
const used = () => process.memoryUsage().rss / 2 ** 20;
for (let at = 0; at < 200; at += 1) render(text);
const before = used();
for (let at = 0; at < 1_000; at += 1) render(text);
console.log(used() - before < 40);
",
    );
    assert_eq!(said.trim(), "true");
}
