//! What follows the body, in the publisher's order, as it stands: it comes as a chunk of its own, while the article is
//! already being read. What reacts to the reader in it comes when somebody is near ([`super::form`], [`super::related`]).

use super::dom::El;
use super::scope::Scope;
use super::{Frame, PageRef, Section, attention, comments, newsletter, related, share, slot, social, tags};

/// Puts the sections where the frame has room for them, for as long as the scope lives.
pub fn mount(page: &PageRef, frame: &Frame, scope: &Scope) {
    page.locale.extend();
    scope.run(|| {
        if frame.end.is_some() {
            let around = page.paragraphs.as_ref().map(|_| El::of(page.shell.host().into()));
            attention::watch(page, around.as_ref().unwrap_or(&frame.root), &frame.paragraphs);
        }
        for section in &page.settings.sections {
            if let Some(shown) = following(page, *section) {
                match &frame.end {
                    Some(end) => end.before(&shown),
                    None => frame.root.add(&shown),
                }
            }
        }
    });
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
