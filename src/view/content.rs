//! Running text: inlines into nodes.

use super::anchor::Anchors;
use super::dom::{El, el, mathml};
use super::page::{Page, PageRef};
use crate::article::{Inline, Span, SpanKind};

/// Appends inlines to an element. Fragment links in them lead to the article's own page.
pub fn fill(page: &PageRef, into: &El, inlines: &[Inline]) {
    write(page, into, inlines, None);
}

/// Appends inlines to an element. Fragment links lead to `anchors`, and named spans are added to them.
pub fn write(page: &PageRef, into: &El, inlines: &[Inline], anchors: Option<&Anchors>) {
    for inline in inlines {
        match inline {
            Inline::Text(text) => {
                into.clone().text(text);
            }
            Inline::Span(Span { kind: SpanKind::Image, image: Some(image), .. }) => {
                // Small pictures in the text are fetched only in the body. Elsewhere their text is shown.
                if anchors.is_some() {
                    into.add(&super::picture::icon(page, image));
                } else {
                    into.clone().text(&image.alt);
                }
            }
            Inline::Span(span) => {
                let element = element(page, span, anchors);
                let element = element
                    .set_some("lang", span.lang.as_deref())
                    .set_some("dir", span.dir.map(crate::article::Direction::name))
                    .set_some("title", span.title.as_deref());
                if let (Some(name), Some(anchors)) = (&span.anchor, anchors) {
                    anchors.add(name, &element);
                }
                write(page, &element, &span.content, anchors);
                into.add(&element);
            }
        }
    }
}

fn element(page: &PageRef, span: &Span, anchors: Option<&Anchors>) -> El {
    if span.kind.is_math() {
        return mathml(span.kind.tag()).set_some("display", span.display.then_some("block"));
    }
    if span.kind != SpanKind::Link {
        return el(span.kind.tag());
    }
    let Some(href) = &span.href else { return el("span") };
    let sponsored =
        span.sponsored || page.article.label.as_ref().is_some_and(crate::article::Label::is_sponsored);
    // A link to a place in the article leads to the article's page, not to the JSON that it came from.
    let own = is_own(page, href.without_fragment());
    let there = if own { page.at_home(href) } else { None };
    let href = there.as_ref().unwrap_or(href);
    let link = el("a")
        .set("part", "link")
        .href(href)
        .set_some("class", span.button.then_some("button"))
        .set_some("rel", page.rel(href, sponsored && page.leaves(href) || span.sponsored));
    match (anchors, href.fragment()) {
        (Some(anchors), Some(fragment)) if own => anchors.lead(link, &fragment),
        _ => link,
    }
}

fn is_own(page: &Page, address: &str) -> bool {
    let own = |base: &Option<crate::network::address::Address>| {
        base.as_ref().is_some_and(|base| base.without_fragment() == address)
    };
    own(&page.article.url) || own(&page.base)
}
