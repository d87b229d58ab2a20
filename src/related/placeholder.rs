//! Where the list of other articles will stand, once it is here.

use crate::article::Teaser;
use crate::view::attention;
use crate::view::dom::{El, part};
use crate::view::page::{Page, PageRef, Section};
use crate::view::scope::WeakScope;

/// Where the list will stand.
pub struct Placeholder {
    /// What is shown, and how.
    pub(super) page: PageRef,
    pub(super) section: El,
    /// Its place in the section.
    pub(super) root: El,
    /// What the list lives as long as.
    pub(super) scope: WeakScope,
}

impl Placeholder {
    /// There is no list: the section goes, or says so.
    pub(super) fn leave(&self, failed: bool) {
        if self.scope.scope().is_none() {
            return;
        }
        // What the page has written in its place stays.
        if self.page.shell.stands_in(Section::Related.name()) {
            self.root.html().remove();
            return;
        }
        // Asked before anything changes: a page that becomes shorter is scrolled.
        if attention::is_below(&self.section) || attention::is_unscrolled() {
            self.section.toggle("hidden", Some(""));
            self.root.html().remove();
        } else {
            // What a reader is looking at, or has passed, neither vanishes nor moves.
            let key = if failed { "relatedError" } else { "relatedEmpty" };
            self.root.toggle("aria-busy", None);
            self.root.add(&part("p", "status").set("role", "status").text(&self.page.text(key)));
        }
    }
}

/// The list without the article itself and without doubles.
pub(super) fn fresh<'a>(page: &Page, teasers: std::slice::Iter<'a, Teaser>) -> Vec<&'a Teaser> {
    let mut known = page.own_keys();
    let mut fresh = Vec::new();
    for teaser in teasers {
        let key = teaser.url.page_key();
        if !known.contains(&key) {
            known.push(key);
            fresh.push(teaser);
        }
    }
    fresh
}
