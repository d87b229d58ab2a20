//! What follows the body, in the publisher's order, as it stands: it comes as a chunk of its own, while the article is
//! already being read. What reacts to the reader in it comes when somebody is near ([`crate::form`], [`crate::related`]).

pub mod entry;

use crate::related::entry::Cards;
use crate::share::entry::Networks;
use crate::share::{are_common, brand, fits, social};
use crate::view::attention;
use crate::view::dom::El;
use crate::view::frame::Frame;
use crate::view::page::{Page, PageRef, Section, Settings};
use crate::view::scope::Scope;
use crate::view::slot::slot;
use crate::view::tags;
use crate::{comments, newsletter, related, share};

/// Puts the sections where the frame has a place for them, for as long as the scope lives.
fn mount(page: &PageRef, frame: &Frame, scope: &Scope, cards: Option<Cards>, networks: Option<Networks>) {
    page.locale.extend();
    scope.run(|| {
        if frame.end.is_some() {
            let around = page.paragraphs.as_ref().map(|_| El::of(page.shell.host().into()));
            attention::watch(page, around.as_ref().unwrap_or(&frame.root), &frame.paragraphs);
        }
        for section in &page.settings.sections {
            if let Some(shown) = following(page, *section, cards, networks) {
                match &frame.end {
                    Some(end) => end.before(&shown),
                    None => frame.root.add(&shown),
                }
            }
        }
    });
}

/// Whether networks are named that few pages name, or not every one takes the title whole.
fn names_others(page: &Page) -> bool {
    let Settings { share, share_utm, .. } = &page.settings;
    let shared = || are_common(share) && fits(&page.article.title, &page.url(), share_utm);
    let followed = || page.article.social.iter().all(|profile| brand(&profile.network).is_some());
    page.shows(Section::Share) && !shared() || page.shows(Section::Social) && !followed()
}

fn following(
    page: &PageRef,
    section: Section,
    cards: Option<Cards>,
    networks: Option<Networks>,
) -> Option<El> {
    match section {
        Section::Tags => tags::tags(page),
        Section::Share => share::view::share(page, networks),
        Section::Comments => Some(slot("comments").maybe(comments::view::comments(page))),
        Section::Newsletter => newsletter::newsletter(page),
        Section::Social => social::social(page, networks),
        Section::Related => related::view::related(page, cards),
        _ => None,
    }
}
