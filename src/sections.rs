//! The sections after the body, in the publisher's order. They are a chunk of their own, loaded while the article is
//! already being read. What reacts to the reader is loaded when somebody comes near ([`crate::form`],
//! [`crate::related`]).

pub mod entry;
pub mod forms;
mod late;

use crate::extras::entry::Extras;
use crate::extras::listen;
use crate::live::entry::Live;
use crate::related::entry::Cards;
use crate::share::entry::Networks;
use crate::share::{are_common, brand, fits, social};
use crate::view::attention;
use crate::view::corrections::corrections;
use crate::view::dom::El;
use crate::view::frame::Frame;
use crate::view::page::{ARTICLE, Page, PageRef, Section, Settings};
use crate::view::slot::slot;
use crate::view::stand_in;
use crate::view::tags;
use crate::{live, related, share};
use forms::Forms;

/// Code that only some pages need, as far as it is loaded.
#[derive(Clone, Copy, Debug, Default)]
pub struct Code {
    /// The code that builds forms. Without it they are built when a reader comes near.
    pub forms: Option<Forms>,
    /// Loaded if the article brings its list of other articles along.
    pub cards: Option<Cards>,
    /// Loaded if [rarer networks](Sections::names_others) are named, and the code arrived.
    pub networks: Option<Networks>,
    /// Loaded if the page asks for one of [the extras](Sections::has_extras), and the code arrived.
    pub extras: Option<Extras>,
    /// Loaded if the article is [live coverage](Sections::is_live), and the code arrived.
    pub live: Option<Live>,
}

/// Starts what follows the body: the observers of how much is read, and live coverage.
fn begin(page: &PageRef, frame: &Frame, code: Code) {
    page.locale.extend();
    if frame.end.is_some() {
        let around = page.paragraphs.as_ref().map(|_| El::of(&page.shell.host()));
        attention::watch(page, around.as_ref().unwrap_or(&frame.root), &frame.ends);
    }
    if let Some(live) = code.live {
        live.mount(page, frame);
    }
    for section in page.settings.sections.iter().filter(|section| !is_elsewhere(**section)) {
        if let Some(place) = stand_in::reserved(page, *section) {
            put(frame, &place);
        }
    }
}

/// Returns true for what the head shows (the reading time) or the extras.
fn is_elsewhere(section: Section) -> bool {
    matches!(section, Section::ReadingTime | Section::Contents | Section::Listen | Section::Progress)
}

/// Puts a section, or the place of one, after those that stand already.
fn put(frame: &Frame, shown: &El) {
    match &frame.end {
        Some(end) => end.before(shown),
        None => frame.root.add(shown),
    }
}

/// Builds one section and puts it into the frame.
fn add(page: &PageRef, frame: &Frame, code: Code, section: Section) {
    if is_elsewhere(section) {
        return;
    }
    let forms = code.forms.or_else(late::here);
    let mut is_ready = true;
    let shown = match (section, forms) {
        (Section::Related, _) => {
            is_ready = !related::view::waits(page);
            related::view::related(page, code.cards)
        }
        (Section::Comments | Section::Newsletter, Some(forms)) => forms.section(page, section),
        // The page's own content for this slot is shown without waiting for the forms.
        (Section::Comments, None) if is_filled(page) => Some(slot("comments")),
        (Section::Comments | Section::Newsletter, None) => {
            is_ready = false;
            has_form(page, section).then(|| late::late(page, section))
        }
        _ => following(page, section, code.networks),
    };
    // Where there is nothing to show, a stand-in stays.
    let Some(shown) = shown else { return };
    if let Some(shown) = stand_in::fill(page, section, shown) {
        put(frame, &shown);
    }
    if is_ready {
        stand_in::give_way(page, section);
    }
}

/// Finishes what follows the body, once the head and all sections stand.
fn finish(page: &PageRef, frame: &Frame, code: Code) {
    stand_in::give_way(page, Section::ReadingTime);
    // The extras come last, because they look for elements of the other sections.
    if let Some(extras) = code.extras {
        extras.mount(page, frame);
    }
}

/// Returns true if the page asks for one of the extras.
fn has_extras(page: &Page) -> bool {
    let settings = &page.settings;
    settings.lightbox
        || settings.embeds_in_place
        || page.shows(Section::Contents)
        || page.shows(Section::Progress)
        || listen::is_wanted(page)
}

/// Returns true if the article is live coverage that is shown here.
fn is_live(page: &PageRef) -> bool {
    page.paragraphs.is_none() && page.shell.section() == ARTICLE && live::view::is_live(page)
}

/// Returns true if the page has content of its own in the place of the comments.
fn is_filled(page: &Page) -> bool {
    page.shell.host().query_selector(":scope > [slot=comments]").is_ok_and(|found| found.is_some())
}

/// Returns true if a section that is a form may have something to show.
fn has_form(page: &Page, section: Section) -> bool {
    page.shows(section)
        && match section {
            Section::Comments => page.article.comments.is_some() || is_filled(page),
            _ => page.article.newsletter.is_some(),
        }
}

/// Returns true if the page names rarer networks, or if the title is too long for one of the networks.
fn names_others(page: &Page) -> bool {
    let Settings { share, share_utm, .. } = &page.settings;
    let shared = || are_common(share) && fits(&page.article.title, &page.url(), share_utm);
    let followed = || page.article.social.iter().all(|profile| brand(&profile.network).is_some());
    page.shows(Section::Share) && !shared() || page.shows(Section::Social) && !followed()
}

fn following(page: &PageRef, section: Section, networks: Option<Networks>) -> Option<El> {
    match section {
        Section::Corrections => corrections(page),
        Section::Tags => tags::tags(page),
        Section::Share => share::view::share(page, networks),
        Section::Social => social::social(page, networks),
        _ => None,
    }
}
