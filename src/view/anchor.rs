//! The places of an article that its own fragment links lead to.
//!
//! In a browser the article stands in a shadow root, where fragments do not work. So places get no ids, and the
//! script scrolls to them on a click. In HTML text they are ids, with a prefix that tells them from the page's own
//! (`dom/text/write.rs`).

use super::dom::El;
#[cfg(not(browser))]
use std::cell::RefCell;
#[cfg(not(browser))]
use std::collections::{HashMap, HashSet};
#[cfg(not(browser))]
use std::rc::Rc;

/// Collects the places of an article by their names.
#[derive(Clone, Default)]
pub struct Anchors(#[cfg(not(browser))] Rc<RefCell<Places>>);

/// The attribute that holds the name of a place, for links in the article and for the page's fragment
/// (`src/element/surroundings.js`).
#[cfg(browser)]
pub const NAME: &str = "data-anchor";

/// The attribute of a link that holds the name of the place it leads to. One listener at the shadow root handles the
/// clicks (`src/element/runtime.js`).
#[cfg(browser)]
const LEADS_TO: &str = "data-to";

#[cfg(browser)]
impl Anchors {
    /// Adds a place.
    pub fn add(&self, name: &str, place: &El) {
        place.toggle(NAME, Some(name));
    }

    /// Makes a link lead to the place of that name, if there is one when it is clicked.
    pub fn lead(&self, link: El, fragment: &str) -> El {
        link.set(LEADS_TO, fragment)
    }
}

/// The places found so far, and the links that lead to places.
#[cfg(not(browser))]
#[derive(Default)]
struct Places {
    places: HashSet<String>,
    /// Links to places that were not found yet, by the names of these.
    links: HashMap<String, Vec<El>>,
}

#[cfg(not(browser))]
impl Anchors {
    /// Adds a place.
    pub fn add(&self, name: &str, place: &El) {
        let Places { places, links } = &mut *self.0.borrow_mut();
        if !places.insert(name.to_owned()) {
            return;
        }
        place.toggle("id", Some(&id(name)));
        // The link to a note stands before the note itself.
        for link in links.remove(name).into_iter().flatten() {
            lead(link, name);
        }
    }

    /// Makes a link lead to the place of that name, if the article has one anywhere.
    pub fn lead(&self, link: El, fragment: &str) -> El {
        let mut found = self.0.borrow_mut();
        if found.places.contains(fragment) {
            return lead(link, fragment);
        }
        found.links.entry(fragment.to_owned()).or_default().push(link.clone());
        link
    }
}

#[cfg(not(browser))]
fn lead(link: El, name: &str) -> El {
    let mut place = String::from("#");
    place.push_str(&id(name));
    link.href_own(&place)
}

/// The id of a place. Ids cannot contain white space.
#[cfg(not(browser))]
fn id(name: &str) -> String {
    let mut id = String::from("at-");
    id.extend(name.chars().map(|c| if c.is_ascii_whitespace() { '-' } else { c }));
    id
}
