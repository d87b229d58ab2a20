//! Tests a corpus of hostile HTML: nothing of it runs, loads, or becomes anything but text and checked addresses.

use crate::ladder::{self, on};
use js_sys::{Array, Function, Promise, Reflect};
use news_article::article::Block;
use news_article::network::address::{Address, Purpose, resolve};
use news_article::source::html::{blocks, inlines, text};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::wasm_bindgen_test;

/// One case a line; `#` starts a comment.
const CORPUS: [&str; 4] = [
    include_str!("hostile/scripts.txt"),
    include_str!("hostile/handlers.txt"),
    include_str!("hostile/addresses.txt"),
    include_str!("hostile/mutation.txt"),
];

/// The cases of the corpus, with their escapes decoded.
pub(crate) fn cases() -> Vec<String> {
    let lines = CORPUS.iter().flat_map(|file| file.lines());
    lines.filter(|line| !line.is_empty() && !line.starts_with("# ")).map(unescaped).collect()
}

fn unescaped(line: &str) -> String {
    let mut text = String::new();
    let mut chars = line.chars();
    while let Some(c) = chars.next() {
        if c != '\\' {
            text.push(c);
            continue;
        }
        match chars.next() {
            Some('n') => text.push('\n'),
            Some('t') => text.push('\t'),
            Some('r') => text.push('\r'),
            Some('f') => text.push('\u{c}'),
            Some('0') => text.push('\0'),
            Some('x') => {
                let digits: String = chars.by_ref().take(2).collect();
                text.push(char::from(u8::from_str_radix(&digits, 16).unwrap()));
            }
            Some(other) => text.push(other),
            None => {}
        }
    }
    text
}

fn base() -> Address {
    resolve("https://news.example/maroc/article", None, Purpose::Page).unwrap()
}

/// The number of times that the corpus' `xss()` has run.
fn executions() -> f64 {
    let window: JsValue = web_sys::window().unwrap().into();
    let name = JsValue::from_str("xss");
    if Reflect::get(&window, &name).unwrap().is_undefined() {
        let count = Function::new_no_args("window.executions = (window.executions || 0) + 1");
        Reflect::set(&window, &name, &count).unwrap();
    }
    Reflect::get(&window, &JsValue::from_str("executions")).unwrap().as_f64().unwrap_or(0.0)
}

/// The number of requests to addresses of the corpus.
fn requests() -> usize {
    let window: JsValue = web_sys::window().unwrap().into();
    let performance = Reflect::get(&window, &JsValue::from_str("performance")).unwrap();
    let list: Function =
        Reflect::get(&performance, &JsValue::from_str("getEntriesByType")).unwrap().dyn_into().unwrap();
    let entries: Array =
        list.call1(&performance, &JsValue::from_str("resource")).unwrap().dyn_into().unwrap();
    let name = JsValue::from_str("name");
    let names = entries.iter().filter_map(|entry| Reflect::get(&entry, &name).unwrap().as_string());
    names.filter(|name| name.contains("hostile")).count()
}

async fn wait(milliseconds: i32) {
    let promise = Promise::new(&mut |resolve, _| {
        web_sys::window()
            .unwrap()
            .set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, milliseconds)
            .unwrap();
    });
    JsFuture::from(promise).await.unwrap();
}

/// Asserts that each address in a serialised block has an allowed scheme.
fn check_addresses(value: &serde_json::Value, case: &str) {
    match value {
        serde_json::Value::Array(list) => list.iter().for_each(|value| check_addresses(value, case)),
        serde_json::Value::Object(map) => {
            for (key, value) in map {
                let Some(text) = value.as_str() else {
                    check_addresses(value, case);
                    continue;
                };
                let schemes: &[&str] = match key.as_str() {
                    "href" => &["http://", "https://", "mailto:", "tel:"],
                    "url" => &["http://", "https://"],
                    "src" | "poster" => &[
                        "http://",
                        "https://",
                        "data:image/png;base64,",
                        "data:image/gif;base64,",
                        "data:image/jpeg;base64,",
                    ],
                    "srcset" => {
                        for candidate in text.split(", ") {
                            assert!(
                                candidate.starts_with("https://") || candidate.starts_with("http://"),
                                "{text} from {case}"
                            );
                        }
                        continue;
                    }
                    "lang" => {
                        assert!(
                            text.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-'),
                            "{text} from {case}"
                        );
                        continue;
                    }
                    _ => continue,
                };
                assert!(schemes.iter().any(|scheme| text.starts_with(scheme)), "{key} {text} from {case}");
            }
        }
        _ => {}
    }
}

fn read(case: &str) -> Vec<Block> {
    blocks(case, Some(&base())).unwrap()
}

#[wasm_bindgen_test]
async fn nothing_of_the_corpus_runs_or_loads() {
    let cases = cases();
    assert!(cases.len() >= 300, "{}", cases.len());
    let (executions_before, requests_before) = (executions(), requests());
    for case in &cases {
        for rung in ladder::ALL {
            let started = js_sys::Date::now();
            let found = on(rung, || {
                let found = read(case);
                inlines(case, Some(&base()));
                text(case);
                found
            });
            assert!(js_sys::Date::now() - started < 500.0, "{rung:?} {case}");
            check_addresses(&serde_json::to_value(&found).unwrap(), case);
        }
    }
    wait(500).await;
    assert_eq!(executions() - executions_before, 0.0);
    assert_eq!(requests() - requests_before, 0);
}

#[wasm_bindgen_test]
async fn the_detector_sees_what_runs_and_what_loads() {
    let (executions_before, requests_before) = (executions(), requests());
    let document = web_sys::window().unwrap().document().unwrap();
    let live = document.create_element("div").unwrap();
    live.set_inner_html("<img src='/hostile/control.png' onerror='xss()'>");
    wait(1000).await;
    assert!(executions() > executions_before);
    assert!(requests() > requests_before);
}

#[wasm_bindgen_test]
fn no_code_of_a_script_becomes_text() {
    for case in [
        "a<script>xss()</script>b",
        "a<style>xss()</style>b",
        "a<svg><script>xss()</script></svg>b",
        "a<template>xss()</template>b",
    ] {
        for rung in ladder::ALL {
            assert_eq!(on(rung, || text(case)), "ab", "{rung:?} {case}");
        }
    }
}

#[wasm_bindgen_test]
fn markup_that_was_written_as_text_stays_text() {
    for rung in ladder::ALL {
        let found = on(rung, || text("&lt;script&gt;xss()&lt;/script&gt;"));
        assert_eq!(found, "<script>xss()</script>", "{rung:?}");
    }
}
