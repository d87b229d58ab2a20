//! What follows the body, in the publisher's order. Leptos begins here: all that reacts to the reader is in these
//! sections, and all of it comes as a chunk of its own, while the article is already being read.

use super::dom::{El, el};
use super::scope::Scope;
use super::{Frame, PageRef, Section, attention, comments, newsletter, related, share, slot, social, tags};
use leptos::mount::mount_to;
use leptos::prelude::*;
use std::any::Any;

/// Puts the sections where the frame has room for them, until what it gives back is dropped.
pub fn mount(page: &PageRef, frame: Frame, scope: &Scope) -> Box<dyn Any> {
    page.locale.extend();
    let (page, scope) = (page.clone(), scope.clone());
    // Leptos puts a mark of its own where it mounts: not among what the reader sees.
    let aside = el("div").html().clone();
    Box::new(mount_to(aside, move || scope.run(|| Sections(SectionsProps { page, frame }))))
}

/// Every section that stands after the body.
#[component]
fn Sections(
    /// What is shown, and how.
    page: PageRef,
    /// Where it is shown.
    frame: Frame,
) {
    if frame.end.is_some() {
        let around = page.paragraphs.as_ref().map(|_| El::of(page.shell.host().into()));
        attention::watch(&page, around.as_ref().unwrap_or(&frame.root), &frame.paragraphs);
    }
    for section in &page.settings.sections {
        if let Some(shown) = following(&page, *section) {
            match &frame.end {
                Some(end) => end.before(&shown),
                None => frame.root.add(&shown),
            }
        }
    }
}

fn following(page: &PageRef, section: Section) -> Option<El> {
    match section {
        Section::Tags => tags::tags(page),
        Section::Share => share::share(page),
        Section::Comments => Some(slot("comments").maybe(comments::comments(page))),
        Section::Newsletter => newsletter::newsletter(page),
        Section::Social => social::social(page),
        Section::Related => related::related(page),
        _ => None,
    }
}
