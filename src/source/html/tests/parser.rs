//! What is read without a parser is what is read with one, and an ordinary table needs none.

use super::super::build::Builder;
use super::super::feed;
use super::super::scan::scan;
use crate::article::Block;
use proptest::collection::vec;
use proptest::sample::select;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use serde_json::Value;
use std::cell::Cell;
use std::fs;

/// A layout's table has one cell, and is none; this one has two.
const TABLE: &str = "<table><tr><td>un<td>";

/// The blocks of HTML, and whether a parser was needed. With `forced` it is used in any case.
fn read(html: &str, forced: bool) -> (Option<Vec<Block>>, bool) {
    let mut scan = scan(html, None);
    let needed = scan.needs_parser;
    scan.needs_parser |= forced;
    let mut builder = Builder::new(None, &scan.fragments);
    feed(&scan, &mut builder);
    (builder.finish(), needed)
}

/// Asserts that a parser would change nothing where none is needed. Returns true if none is.
#[track_caller]
fn agrees(html: &str) -> bool {
    let (without, needed) = read(html, false);
    if !needed {
        assert_eq!(without, read(html, true).0, "{html}");
    }
    !needed
}

#[test]
fn an_ordinary_table_needs_no_parser() {
    for html in [
        "<table><thead><tr><th>un</th></tr></thead><tbody><tr><td>deux</td></tr></tbody></table>",
        "<table>\n<caption>un <b>deux</b></caption>\n<tr>\n<td><p>trois</p><ul><li>quatre</ul></td>\n<td>cinq</td></tr></table>",
        "<p>un<table><tr><td>deux<td>trois<tr><td><table><tr><td>quatre</table></table>",
        "<pre>un\n  deux</pre>",
    ] {
        assert!(agrees(html), "{html}");
    }
}

#[test]
fn a_table_with_something_out_of_its_place_needs_one() {
    for html in [
        "<table><tr><td>un</td>deux<td>trois</td></tr></table>",
        "<table><p>un</p><tr><td>deux<td>trois</td></tr></table>",
        "<table><tr><b>un</b><td>deux<td>trois</td></tr></table>",
        "<table><tbody><td>un<td>deux</td></tbody></table>",
        "<table><tr><table><tr><td>un<td>deux</table></table>",
        "<pre>\nun</pre>",
        "<pre>&#10;un</pre>",
    ] {
        assert!(read(html, false).1, "{html}");
    }
}

#[test]
fn all_short_tables_are_read_alike() {
    let pieces = [
        "<tr>",
        "<td>",
        "<th>",
        "un",
        " ",
        "</td>",
        "</tr>",
        "</table>",
        "<table>",
        "<tbody>",
        "<tfoot>",
        "</tbody>",
        "<caption>",
        "<p>",
        "<b>",
        "</b>",
        "<li>",
        "<pre>",
        "\n",
    ];
    let of_four = pieces.len().pow(4);
    let mut without = 0;
    for number in 0..of_four {
        let mut html = TABLE.to_owned();
        let mut rest = number;
        for _ in 0..4 {
            html.push_str(pieces[rest % pieces.len()]);
            rest /= pieces.len();
        }
        without += usize::from(agrees(&html));
    }
    assert!(without > of_four / 4, "{without} of {of_four}");
}

#[test]
fn long_tables_of_anything_are_read_alike() {
    let pieces = [
        "<table>",
        "<thead>",
        "<tbody>",
        "<tfoot>",
        "<tr>",
        "<tr>",
        "<td>",
        "<td>",
        "<th>",
        "<caption>",
        "un ",
        "deux",
        "\n",
        "</td>",
        "</td>",
        "</tr>",
        "</tr>",
        "</thead>",
        "</tbody>",
        "</table>",
        "<p>",
        "</p>",
        "<b>",
        "</b>",
        "<a href=/>",
        "</a>",
        "<ul>",
        "<li>",
        "</ul>",
        "<pre>",
        "</pre>",
        "<h2>",
        "</h2>",
        "<blockquote>",
        "</blockquote>",
        "<img src=/a>",
        "<div>",
        "</div>",
        "<br>",
    ];
    let without = Cell::new(0);
    let config = Config { cases: 20_000, failure_persistence: None, ..Config::default() };
    let rng = TestRng::deterministic_rng(RngAlgorithm::ChaCha);
    let mut runner = TestRunner::new_with_rng(config, rng);
    let found = runner.run(&vec(select(pieces.to_vec()), 4..24), |pieces| {
        let html = pieces.concat();
        agrees(&html);
        without.set(without.get() + usize::from(agrees(&format!("{TABLE}{html}"))));
        Ok(())
    });
    found.expect("they are read alike");
    assert!(without.get() > 1_000, "{}", without.get());
}

#[test]
fn captured_posts_are_read_alike() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/wordpress");
    let mut posts = 0;
    for file in fs::read_dir(folder).expect("the posts").flatten() {
        let text = fs::read_to_string(file.path()).expect("a post");
        let Ok(post) = serde_json::from_str::<Value>(&text) else { continue };
        if let Some(html) = post["content"]["rendered"].as_str() {
            agrees(html);
            posts += 1;
        }
    }
    assert!(posts > 5, "{posts}");
}
