//! The headings of an article as links.

#[cfg(not(browser))]
use crate::article::{Article, BlockKind, plain_text};
#[cfg(not(browser))]
use crate::text::search::trimmed;
#[cfg(not(browser))]
use crate::view::anchor::Anchors;
use crate::view::dom::{El, el, part};
use crate::view::page::PageRef;
#[cfg(not(browser))]
use std::collections::HashMap;

/// The fewest headings that make contents.
#[cfg(not(browser))]
pub const FEWEST: usize = 2;

/// Gives every heading of the body, those in boxes apart, a name that a link can lead to. (In a browser
/// `src/extras/contents.js` does, from what stands there.)
#[cfg(not(browser))]
pub fn name(article: &mut Article) {
    let mut known: HashMap<String, u32> =
        article.body.iter().filter_map(|block| Some((block.anchor.clone()?, 2))).collect();
    for block in &mut article.body {
        let BlockKind::Heading { content, .. } = &block.kind else { continue };
        if block.anchor.is_some() {
            continue;
        }
        let mut text = String::new();
        plain_text(content, &mut text);
        block.anchor = Some(unused(slug(&text), &mut known));
    }
}

/// A text as part of an address: its words with hyphens between them.
#[cfg(not(browser))]
fn slug(text: &str) -> String {
    let mut slug = String::new();
    for c in trimmed(text).chars() {
        if c.is_alphanumeric() {
            slug.extend(c.to_lowercase());
        } else if !slug.is_empty() && !slug.ends_with('-') {
            slug.push('-');
        }
    }
    let end = slug.trim_end_matches('-').len();
    slug.truncate(end);
    if slug.is_empty() { String::from("section") } else { slug }
}

/// The slug, with a number where it is `known`: each with the number that is tried next.
#[cfg(not(browser))]
fn unused(slug: String, known: &mut HashMap<String, u32>) -> String {
    let mut candidate = slug.clone();
    while known.contains_key(&candidate) {
        let number = known.entry(slug.clone()).or_insert(2);
        candidate = format!("{slug}-{number}");
        *number += 1;
    }
    known.insert(candidate.clone(), 2);
    candidate
}

/// The contents without a link in them yet.
pub fn empty(page: &PageRef) -> (El, El) {
    let list = el("ol").set("role", "list");
    let heading = page.heading(1).set("id", "contents").text(&page.text("contents"));
    let nav = part("nav", "contents").set("aria-labelledby", "contents").child(heading).child(list.clone());
    (nav, list)
}

/// The headings of a body that were [named](name), as links. `None` where there are too few.
#[cfg(not(browser))]
pub fn contents(page: &PageRef, anchors: &Anchors) -> Option<El> {
    let (nav, list) = empty(page);
    let mut count = 0;
    for block in &page.article.body {
        let (BlockKind::Heading { content, .. }, Some(name)) = (&block.kind, &block.anchor) else { continue };
        let mut text = String::new();
        plain_text(content, &mut text);
        let link = part("a", "contents-link").set("dir", "auto").set("lang", &page.content_language);
        list.add(&el("li").child(anchors.lead(link.text(&text), name)));
        count += 1;
    }
    (count >= FEWEST).then_some(nav)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::{Block, Inline};

    fn heading(text: &str, anchor: Option<&str>) -> Block {
        let content = vec![Inline::Text(text.to_owned())];
        Block { anchor: anchor.map(str::to_owned), ..BlockKind::Heading { level: 2, content }.into() }
    }

    #[test]
    fn ten_thousand_headings_alike_are_named_in_no_time() {
        let mut article =
            Article { body: (0..10_000).map(|_| heading("Suite", None)).collect(), ..Article::default() };
        name(&mut article);
        assert_eq!(article.body[9_999].anchor.as_deref(), Some("suite-10000"));
    }

    #[test]
    fn every_heading_has_a_name_of_its_own_and_keeps_the_one_that_it_had() {
        let body = vec![
            heading("Le vote, enfin !", None),
            heading("Le vote enfin", None),
            heading("Suite", Some("le-vote-enfin-3")),
            heading("النتائج الأولى", None),
            heading("…", None),
        ];
        let mut article = Article { body, ..Article::default() };
        name(&mut article);
        let names: Vec<_> = article.body.iter().filter_map(|block| block.anchor.as_deref()).collect();
        assert_eq!(
            names,
            ["le-vote-enfin", "le-vote-enfin-2", "le-vote-enfin-3", "النتائج-الأولى", "section"]
        );
    }
}
