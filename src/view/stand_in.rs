//! Stand-ins: what the page itself has written in the place of a section, until the section is ready
//! (`src/element/stand_in.js`).

use super::dom::El;
#[cfg(browser)]
use super::dom::el;
use super::page::{Page, Section};
#[cfg(browser)]
use super::slot::slot;
#[cfg(browser)]
use news_article_contract::slot::stand_in;

/// Returns the section itself, or, if it has a stand-in, a place that holds the section hidden until [`give_way`] is
/// called.
pub fn beside(page: &Page, section: Section, shown: El) -> El {
    #[cfg(not(browser))]
    let _ = (page, section);
    #[cfg(browser)]
    if page.shell.stands_in(section.name()) {
        return place(page, section, Some(shown));
    }
    shown
}

/// Returns a place for a section that is still to be built, if it has a stand-in: where several sections are built one after
/// the other, all stand-ins move into the order of the sections at once.
#[cfg(browser)]
pub fn reserved(page: &Page, section: Section) -> Option<El> {
    page.shell.stands_in(section.name()).then(|| place(page, section, None))
}

/// Puts a section into the place that was reserved for it. Gives it back if there is none.
#[cfg(browser)]
pub fn fill(page: &Page, section: Section, shown: El) -> Option<El> {
    match page.shell.place_of(section.name()) {
        Some(live) => {
            El::of(&live).add(&shown);
            None
        }
        None => Some(shown),
    }
}

/// Builds such a place, with the hidden section in it.
#[cfg(browser)]
fn place(page: &Page, section: Section, shown: Option<El>) -> El {
    let live = el("div").set("class", "waiting").maybe(shown);
    let place = el("div").set("class", "place").child(slot(stand_in(section))).child(live);
    page.shell.hold(section.name(), &place.node());
    place
}

/// Replaces the stand-in of a section that is ready, if it has one.
#[cfg(browser)]
pub fn give_way(page: &Page, section: Section) {
    page.shell.give_way(section.name());
}
