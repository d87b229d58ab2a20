//! Shows the text of a comment.
//!
//! Pictures and players are left out, so that nothing is requested from strangers' servers. Links are marked as user
//! content. [`super::list::Comment::is_blank`] depends on what is shown here.

use crate::article::{Block, BlockKind};
use crate::view::content;
use crate::view::dom::{El, el};
use crate::view::page::PageRef;

/// Appends the text of a comment, without headings, pictures and players.
pub(super) fn fill(page: &PageRef, into: &El, blocks: &[Block]) {
    write(page, into, blocks);
    disown(into);
}

fn write(page: &PageRef, into: &El, blocks: &[Block]) {
    for block in blocks {
        let shown = match &block.kind {
            BlockKind::Paragraph { content } | BlockKind::Heading { content, .. } => {
                let line = el("p").set("dir", "auto");
                content::fill(page, &line, content);
                line
            }
            BlockKind::List { ordered, items, .. } => {
                let list = el(if *ordered { "ol" } else { "ul" });
                for item in items {
                    let shown = el("li");
                    write(page, &shown, item);
                    list.add(&shown);
                }
                list
            }
            BlockKind::Definitions { items } => {
                let list = el("dl");
                for item in items {
                    for term in &item.terms {
                        let line = el("dt").set("dir", "auto");
                        content::fill(page, &line, term);
                        list.add(&line);
                    }
                    let shown = el("dd");
                    write(page, &shown, &item.body);
                    list.add(&shown);
                }
                list
            }
            BlockKind::Quote { body, .. } => {
                let quote = el("blockquote");
                write(page, &quote, body);
                quote
            }
            BlockKind::Code { text, .. } => el("pre").set("dir", "ltr").text(text),
            BlockKind::Callout { body, .. } | BlockKind::Details { body, .. } => {
                write(page, into, body);
                continue;
            }
            _ => continue,
        };
        into.add(&shown);
    }
}

/// Marks every link as user content (`rel="ugc"`).
fn disown(text: &El) {
    let Ok(links) = text.node().query_selector_all("a") else { return };
    for link in (0..links.length()).filter_map(|at| links.item(at)) {
        let link: &web_sys::Element = wasm_bindgen::JsCast::unchecked_ref(&link);
        let _ = link.set_attribute("rel", "ugc nofollow noopener noreferrer");
    }
}
