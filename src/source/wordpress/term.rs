//! Categories and tags.

use crate::address::{Address, Purpose, resolve};
use crate::article::Named;
use crate::json::Json;
use crate::source::html;

/// A category or a tag.
pub(super) struct Term {
    pub(super) id: Option<String>,
    /// HTML.
    pub(super) name: String,
    pub(super) taxonomy: String,
    slug: String,
    link: Option<String>,
}

impl Term {
    /// The term as the model has it.
    pub(super) fn named(&self, base: Option<&Address>) -> Named {
        let url = self.link.as_ref().and_then(|link| resolve(link, base, Purpose::Page));
        Named { name: html::text(&self.name), url }
    }

    fn is_category(&self) -> bool {
        // What WordPress files a post under when nobody has.
        self.taxonomy == "category"
            && !matches!(self.slug.as_str(), "uncategorized" | "non-classe" | "uncategorised")
    }
}

/// The terms that came along with a post.
pub(super) fn embedded(post: &Json) -> Vec<Term> {
    let mut terms = Vec::new();
    for list in post.get("_embedded").get("wp:term").items() {
        for term in list.items() {
            if let (Some(name), Some(taxonomy)) = (term.line("name"), term.line("taxonomy")) {
                let slug = term.line("slug").unwrap_or_default();
                terms.push(Term { id: term.identifier("id"), name, taxonomy, slug, link: term.line("link") });
            }
        }
    }
    terms
}

/// The section: Yoast's primary category, else the one that the permalink goes through, else the first.
pub(super) fn section<'t>(post: &Json, terms: &'t [Term], url: Option<&Address>) -> Option<&'t Term> {
    let categories = || terms.iter().filter(|term| term.is_category());
    let primary = primary(post);
    if let Some(id) = primary
        && let Some(term) = categories().find(|term| term.id.as_ref() == Some(&id))
    {
        return Some(term);
    }
    // Yoast's trail goes through the primary category.
    let graph = post.at("yoast_head_json.schema.@graph").items();
    let trail = graph.iter().find(|node| node.line("@type").as_deref() == Some("BreadcrumbList"));
    let crumbs = trail.map(|trail| trail.get("itemListElement").items()).unwrap_or_default();
    for crumb in crumbs.iter().rev() {
        let item = crumb.line("item");
        if let Some(term) = categories().find(|term| item.is_some() && term.link == item) {
            return Some(term);
        }
    }
    // The deepest, where it goes through a category and one above it.
    let parts: Vec<&str> = url.map(|url| url.path().split('/').collect()).unwrap_or_default();
    for part in parts.iter().rev() {
        if let Some(term) = categories().find(|term| term.slug.eq_ignore_ascii_case(part)) {
            return Some(term);
        }
    }
    categories().next()
}

fn primary(post: &Json) -> Option<String> {
    let meta = post.get("meta");
    for name in [
        "_yoast_wpseo_primary_category",
        "yoast_primary_category",
        "primary_category",
        "rank_math_primary_category",
    ] {
        for holder in [post, &meta] {
            let value = holder.get(name);
            let id = holder
                .identifier(name)
                .or_else(|| value.identifier("id"))
                .or_else(|| value.identifier("term_id"));
            if id.is_some() {
                return id;
            }
        }
    }
    None
}
