//! The same for the formats of other systems: of every sample each value, lengthened, and many of one thing beside it.

use super::{SMALL, as_list, at, cost, hold, paths, proportionate};
use crate::article::Weight;
use crate::network::address::{Purpose, resolve};
use crate::network::json::Json;
use crate::source::limit::BODY_MAX;
use crate::source::reader::Reader;
use crate::source::{Context, Format, article};
use serde_json::Value;
use std::fs;
use std::path::Path;

/// Of so many pairs of values one is tried: all would take minutes.
const PAIRS: usize = 150;

fn as_article(json: &Json) {
    let context =
        Context { base: resolve("https://news.example/a/b", None, Purpose::Page), ..Context::default() };
    let reader = Reader::in_one_piece(Format::recognise(json));
    if let Ok(article) = article(reader, json, &context) {
        assert!(!Weight::of(&article.body).exceeds(BODY_MAX), "the body weighs too much");
        let names = [&article.breadcrumbs, &article.tags, &article.authors];
        assert!(names.iter().all(|names| names.len() <= 100), "too many names");
        assert!(article.related.len() <= 50, "too long a list");
    }
}

/// The samples in a folder.
fn samples(folder: &str) -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures").join(folder);
    let mut paths: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    paths.iter().map(|path| fs::read_to_string(path).unwrap()).collect()
}

fn each_value_of(folder: &str) {
    let mut pairs = 0_usize;
    for text in samples(folder) {
        let document: Value = serde_json::from_str(&text).unwrap();
        let mut all = Vec::new();
        paths(&document, &Vec::new(), &mut all);
        for path in &all {
            hold(&document, &[path], as_article);
            hold(&document, &[path], as_list);
        }
        let mut copy = document.clone();
        let (texts, many): (Vec<_>, Vec<_>) =
            all.iter().partition(|path| at(&mut copy, path).is_some_and(|value| value.is_string()));
        for many in &many {
            for text in texts.iter().filter(|text| !text.starts_with(many)) {
                pairs += 1;
                if pairs.is_multiple_of(PAIRS) {
                    hold(&document, &[many, text], as_article);
                }
            }
        }
    }
}

#[test]
fn a_post_of_ghosts_costs_what_it_weighs() {
    each_value_of("ghost");
}

#[test]
fn a_story_of_arcs_costs_what_it_weighs() {
    each_value_of("ans");
}

#[test]
fn an_item_of_the_guardians_costs_what_it_weighs() {
    each_value_of("guardian");
}

#[test]
fn an_item_of_ninjs_costs_what_it_weighs() {
    each_value_of("ninjs");
}

#[test]
fn a_node_of_drupals_costs_what_it_weighs() {
    each_value_of("drupal");
}

#[test]
fn an_article_of_apple_news_costs_what_it_weighs() {
    each_value_of("apple-news");
}

#[test]
fn a_body_in_a_dialect_costs_what_it_weighs() {
    each_value_of("dialects");
}

#[test]
fn a_feed_costs_what_it_weighs() {
    for text in samples("rss") {
        // Each piece between two tags, or two ends of tags, many times over.
        let places: Vec<usize> = text.match_indices(['<', '>', '"', '&']).map(|(at, _)| at).collect();
        for (at, pair) in places.windows(2).enumerate() {
            let wider = places.get(at + 3).copied().unwrap_or(text.len());
            for (from, to) in [(pair[0], pair[1]), (pair[0], wider)] {
                let (before, rest) = text.split_at(from);
                let (piece, after) = rest.split_at(to - from);
                let grown = [1, 4].map(|times| {
                    let many = piece.repeat((times * SMALL / piece.len().max(1)).max(1));
                    let document = Value::String([before, &many, after].concat());
                    cost(&document, |json| {
                        as_article(json);
                        as_list(json);
                    })
                });
                proportionate(grown, piece);
            }
        }
    }
}
