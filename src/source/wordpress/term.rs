//! Categories and tags.

use super::field;
use crate::article::Named;
use crate::network::address::{Address, Purpose, resolve};
use crate::network::json::Json;
use crate::source::html;
use crate::source::limit::{self, NAMES_MAX};
use crate::text::search::pieces;

/// The most taxonomies whose terms are read: WordPress has two, and plugins add a few.
const TAXONOMIES_MAX: usize = 10;

/// A category or a tag.
pub(super) struct Term {
    pub(super) id: Option<String>,
    /// Its name, as HTML.
    pub(super) name: String,
    pub(super) taxonomy: String,
    slug: String,
    link: Option<String>,
}

impl Term {
    /// The term as the model has it.
    pub(super) fn named(&self, base: Option<&Address>) -> Named {
        let url = self.link.as_ref().and_then(|link| resolve(link, base, Purpose::Page));
        Named { name: limit::name(html::text(&self.name)), url }
    }

    fn is_category(&self) -> bool {
        // WordPress assigns "uncategorized" to posts without a category.
        self.taxonomy == "category"
            && !matches!(self.slug.as_str(), "uncategorized" | "non-classe" | "uncategorised")
    }
}

/// The terms that were embedded in a post.
pub(super) fn embedded(post: &Json) -> Vec<Term> {
    let mut terms = Vec::new();
    // One list for each taxonomy.
    for list in post.get("_embedded").get("wp:term").items_within(TAXONOMIES_MAX) {
        for term in list.items_within(NAMES_MAX) {
            if let (Some(name), Some(taxonomy)) = (term.line("name"), term.line("taxonomy")) {
                let slug = term.line("slug").unwrap_or_default();
                terms.push(Term {
                    id: field::identifier(&term, "id"),
                    name,
                    taxonomy,
                    slug,
                    link: term.line("link"),
                });
            }
        }
    }
    terms
}

/// The fields in which plugins name the primary category: Yoast in several versions, Rank Math, and themes.
const PRIMARY: &[&str] = &[
    "meta._yoast_wpseo_primary_category",
    "_yoast_wpseo_primary_category",
    "yoast_primary_category",
    "primary_category",
    "primary_category.id",
    "primary_category.term_id",
    "rank_math_primary_category",
    "meta.rank_math_primary_category",
];

/// How certain it is that a category is the section of a post, the best last.
#[derive(PartialEq, PartialOrd)]
enum Rank {
    /// One of the post's categories.
    Any,
    /// A part of the permalink. The deepest is the best.
    InPermalink(usize),
    /// An entry of Yoast's breadcrumb trail.
    InTrail(usize),
    /// The primary category that a plugin names.
    Primary,
}

/// The section: the primary category, else the one in Yoast's trail or in the permalink, else the first.
pub(super) fn section<'t>(
    post: &Json,
    terms: &'t [Term],
    trail: &[Json],
    url: Option<&Address>,
) -> Option<&'t Term> {
    let primary = PRIMARY.iter().find_map(|path| field::identifier(post, path));
    let path = url.map_or("", Address::path);
    let trail: Vec<Option<String>> = trail.iter().map(|crumb| crumb.line("item")).collect();
    let mut best: Option<(Rank, &Term)> = None;
    for term in terms {
        if !term.is_category() {
            continue;
        }
        let mut rank = Rank::Any;
        for (at, part) in pieces(path, "/").enumerate() {
            if term.slug.eq_ignore_ascii_case(part) {
                rank = Rank::InPermalink(at);
            }
        }
        for (at, crumb) in trail.iter().enumerate() {
            if term.link.is_some() && *crumb == term.link {
                rank = Rank::InTrail(at);
            }
        }
        if primary.is_some() && term.id == primary {
            rank = Rank::Primary;
        }
        if best.as_ref().is_none_or(|(other, _)| rank > *other) {
            best = Some((rank, term));
        }
    }
    best.map(|(_, term)| term)
}
