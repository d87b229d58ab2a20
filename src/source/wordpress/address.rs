//! Addresses with a meaning in WordPress: its own routes, and those alone in a paragraph.

use crate::article::{Block, BlockKind, Inline, Span, SpanKind};
use crate::network::address::{Address, Purpose, resolve};
use crate::source::html::known_embed;
use crate::text::search::{around, before, concat, has_any, has_word, pieces, without_end};

/// Another route of the site from which a post was read.
pub(super) fn route(read: &Address, name: &str) -> Option<Address> {
    let (root, _) = around(read.as_str(), "/wp/v2/")?;
    resolve(&concat(&[root, "/wp/v2/", name]), None, Purpose::Endpoint)
}

/// An address without one of its parameters.
pub(super) fn without_parameter(address: &Address, name: &str) -> Option<Address> {
    let Some((path, query)) = around(address.without_fragment(), "?") else {
        return Some(address.clone());
    };
    let mut url = path.to_owned();
    let mut joint = '?';
    for pair in pieces(query, "&") {
        if before(pair, "=") != name {
            url.push(joint);
            url.push_str(pair);
            joint = '&';
        }
    }
    resolve(&url, None, Purpose::Endpoint)
}

/// Replaces paragraphs that contain only an address, which WordPress leaves for an embed that it could not expand.
pub(super) fn embedded(mut blocks: Vec<Block>) -> Vec<Block> {
    for block in &mut blocks {
        let BlockKind::Paragraph { content } = &block.kind else { continue };
        let (text, link) = match content.as_slice() {
            [Inline::Text(text)] => (text, None),
            [Inline::Span(Span { kind: SpanKind::Link, content, href, .. })] => match content.as_slice() {
                [Inline::Text(text)] => (text, href.as_ref()),
                _ => continue,
            },
            _ => continue,
        };
        if !text.starts_with("http") || text.chars().any(char::is_whitespace) {
            continue;
        }
        let Some(address) = resolve(text, None, Purpose::Page) else { continue };
        if link.is_some_and(|link| *link != address) {
            continue;
        }
        if let Some((provider, url)) = known_embed(&address)
            && !is_profile(provider, &address)
        {
            block.kind = BlockKind::Embed { provider: provider.to_owned(), url, title: Some(text.clone()) };
        } else if link.is_none() {
            let mut span = Span::new(SpanKind::Link, vec![Inline::Text(text.clone())]);
            span.href = Some(address);
            block.kind = BlockKind::Paragraph { content: vec![Inline::Span(span)] };
        }
    }
    blocks
}

/// Returns true if an address is a profile and not a post: on these networks its path has one word.
fn is_profile(provider: &str, address: &Address) -> bool {
    let path = without_end(address.path(), "/");
    let one = !has_any(path.strip_prefix("/").unwrap_or(path), "/") && !has_any(address.as_str(), "?");
    // `fb.watch` shortens the addresses of posts.
    one && !address.origin().ends_with("fb.watch")
        && (address.path().starts_with("/@") || has_word("X Instagram Facebook TikTok Threads", provider))
}
