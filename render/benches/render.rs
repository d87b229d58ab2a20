//! What a rendering costs on one core, with the allocator of the command and the service: a post of WordPress' as it is met,
//! and articles of growing length.

#![allow(clippy::expect_used)]

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use news_article_render::{Options, render};
use serde_json::json;
use std::hint::black_box;

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// A captured answer of WordPress' with everything that comes along, its text ended after 900 words.
const POST: &str = include_str!("post-900-words.json");

fn options() -> Options {
    Options {
        lang: Some("fr".to_owned()),
        base: Some("https://journal.example/wp-json/wp/v2/posts/1".to_owned()),
        assets: Some("/news-article/".to_owned()),
        ..Options::default()
    }
}

/// An article of so many paragraphs, each of 60 words with a link and emphasis.
fn article(paragraphs: usize) -> String {
    let text = "Les riverains ont obtenu gain de cause après trois ans de procédure. ".repeat(5);
    let paragraph = json!({"type": "paragraph", "content": [
        text, {"type": "strong", "content": ["La mairie"]}, " répond ", {"type": "link", "href": "/suite", "content": ["ici"]}, ".",
    ]});
    json!({"title": "Long", "url": "/long", "body": vec![paragraph; paragraphs]}).to_string()
}

fn rendering(criterion: &mut Criterion) {
    let options = options();
    criterion.bench_function("WordPress, 900 words", |bencher| {
        bencher.iter(|| render(black_box(POST), &options).expect("an article"));
    });
    let mut group = criterion.benchmark_group("native");
    for paragraphs in [125, 500, 2_000] {
        let json = article(paragraphs);
        group.throughput(Throughput::Elements(paragraphs as u64));
        group.bench_with_input(BenchmarkId::from_parameter(paragraphs), &json, |bencher, json| {
            bencher.iter(|| render(black_box(json), &options).expect("an article"));
        });
    }
    group.finish();
}

criterion_group!(benches, rendering);
criterion_main!(benches);
