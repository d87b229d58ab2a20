//! The sections that are forms in a page that holds its article. Their code is loaded when a reader comes near.

use super::forms::Forms;
use crate::lazy::Lazy;
use crate::text::search::concat;
use crate::view::attention;
use crate::view::dom::{El, el};
use crate::view::page::{PageRef, Section};
use crate::view::scope::WeakScope;
use crate::view::shell::warn;
use crate::view::stand_in;
use std::cell::Cell;
use wasm_bindgen_futures::spawn_local;

thread_local! {
    static HERE: Cell<Option<Forms>> = const { Cell::new(None) };
}

/// The code, if it was loaded for another view already.
pub(super) fn here() -> Option<Forms> {
    HERE.get()
}

/// Builds the place of a section, which is filled when a reader comes near.
pub(super) fn late(page: &PageRef, section: Section) -> El {
    let place = el("div").set("data-section", section.name());
    let (page, inner, scope) = (page.clone(), place.clone(), WeakScope::current());
    attention::near(&place, move || {
        spawn_local(async move {
            let forms = Forms::load(&page.shell).await;
            let Some(scope) = scope.scope() else { return };
            match forms {
                Ok(forms) => scope.run(|| {
                    HERE.set(Some(forms));
                    attention::keep_place(&inner.node(), || {
                        if let Some(shown) = forms.section(&page, section) {
                            inner.add(&shown);
                            stand_in::give_way(&page, section);
                        }
                    });
                }),
                Err(_) => {
                    warn(&concat(&["news-article: load: the code of ", section.name(), " did not come"]))
                }
            }
        });
    });
    place
}
