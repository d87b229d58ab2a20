//! The place of the list of other articles until it is loaded.

use crate::article::Teaser;
use crate::view::attention;
use crate::view::dom::{El, part};
use crate::view::page::{Page, PageRef, Section};
use crate::view::scope::WeakScope;

/// The place of the list.
pub struct Placeholder {
    /// The data of the rendering.
    pub(super) page: PageRef,
    pub(super) section: El,
    /// The place within the section.
    pub(super) root: El,
    /// The lifetime of the list.
    pub(super) scope: WeakScope,
}

impl Placeholder {
    /// Called if there is no list: removes the section, or says so in it.
    pub(super) fn leave(&self, failed: bool) {
        if self.scope.scope().is_none() {
            return;
        }
        // A stand-in by the page stays.
        if self.page.shell.stands_in(Section::Related.name()) {
            self.root.html().remove();
            return;
        }
        // Tested before anything changes, because the browser scrolls a page that becomes shorter.
        if attention::is_below(&self.section) || attention::is_unscrolled() {
            self.section.toggle("hidden", Some(""));
            self.root.html().remove();
        } else {
            // What the reader can see or has passed must neither vanish nor move.
            let key = if failed { "relatedError" } else { "relatedEmpty" };
            self.root.toggle("aria-busy", None);
            self.root.add(&part("p", "status").set("role", "status").text(&self.page.text(key)));
        }
    }
}

/// The list without the article itself and without duplicates.
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
