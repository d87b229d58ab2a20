//! The places of an article that its own fragment links lead to.
//!
//! In a browser the article stands in a shadow root, where a fragment does not reach: places never become ids, and a click
//! moves the reader there. In HTML text they are ids, told from those of the page (`dom/text/write.rs`).

use super::dom::El;
#[cfg(not(browser))]
use std::cell::RefCell;
#[cfg(not(browser))]
use std::collections::{HashMap, HashSet};
#[cfg(not(browser))]
use std::rc::Rc;

/// The places by their names, as they are found.
#[derive(Clone, Default)]
pub struct Anchors(#[cfg(not(browser))] Rc<RefCell<Places>>);

/// Under which attribute a place has its name, for links in the page and an address that is opened
/// (`src/element/surroundings.js`).
#[cfg(browser)]
pub const NAME: &str = "data-anchor";

/// Under which attribute a link has the name of the place that it leads to: clicks are heard where the article ends
/// (`src/element/runtime.js`).
#[cfg(browser)]
const LEADS_TO: &str = "data-to";

#[cfg(browser)]
impl Anchors {
    /// Adds a place.
    pub fn add(&self, name: &str, place: &El) {
        place.toggle(NAME, Some(name));
    }

    /// Has a link lead to the place of that name, where there is one by the time of the click.
    pub fn lead(&self, link: El, fragment: &str) -> El {
        link.set(LEADS_TO, fragment)
    }
}

/// What was found of places, and of links that lead to one.
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
        // A note is named in the text before it stands there.
        for link in links.remove(name).into_iter().flatten() {
            lead(link, name);
        }
    }

    /// Has a link lead to the place of that name, where there is one anywhere in the article.
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

/// The id of a place: no white space can be in one.
#[cfg(not(browser))]
fn id(name: &str) -> String {
    let mut id = String::from("at-");
    id.extend(name.chars().map(|c| if c.is_ascii_whitespace() { '-' } else { c }));
    id
}
