//! The only place that knows custom elements: what the shell (`element.js`) calls, and one [`Controller`] an element.
//!
//! One wasm instance serves every element of a page. The shell names an element by the number that [`mount`] gave it;
//! a number of an element that is gone is answered with nothing. **After every `await` the run is compared**: a load
//! that was superseded meanwhile writes nothing and fires nothing.

mod controller;
pub mod entry;
#[cfg(feature = "fault")]
mod fault;
mod settings;

use crate::network::fetch::Early;
use crate::view::shell::Shell;
use controller::Controller;
use js_sys::Array;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use web_sys::ShadowRoot;

thread_local! {
    static CONTROLLERS: RefCell<Vec<Option<Rc<Controller>>>> = const { RefCell::new(Vec::new()) };
}

fn controller(id: u32) -> Option<Rc<Controller>> {
    CONTROLLERS.with_borrow(|all| all.get(id as usize).cloned().flatten())
}

/// Prepares a shadow root for an element and gives the element its number.
#[wasm_bindgen]
pub fn mount(shell: Shell, root: ShadowRoot) -> u32 {
    let made = Some(Rc::new(Controller::new(shell, root)));
    CONTROLLERS.with_borrow_mut(|all| {
        let free = all.iter().position(Option::is_none).unwrap_or(all.len());
        match all.get_mut(free) {
            Some(place) => *place = made,
            None => all.push(made),
        }
        free as u32
    })
}

/// Loads `src`, taking over the request that the shell has begun.
#[wasm_bindgen]
pub fn load(id: u32, run: u32, src: String, early: Option<Early>) {
    if let Some(controller) = controller(id) {
        controller.load(run, src, early);
    }
}

/// Shows an article's JSON that the page has set, or that the element kept when it was taken out. `held` says that
/// the page itself holds the article, and that the JSON is what `page.js` has read from it. `paragraphs` is given
/// where the element's own children are the article.
#[wasm_bindgen]
pub fn show(id: u32, run: u32, json: JsValue, url: String, held: bool, paragraphs: Option<Array>) {
    if let Some(controller) = controller(id) {
        controller.show(run, json.into(), url, held, paragraphs);
    }
}

/// Aborts the load under way and, where `clear` is set, removes the article too.
#[wasm_bindgen]
pub fn stop(id: u32, clear: bool) {
    if let Some(controller) = controller(id) {
        controller.stop(clear);
    }
}

/// Returns the normalised article, a new object at each call.
#[wasm_bindgen]
pub fn article(id: u32) -> JsValue {
    controller(id).and_then(|controller| controller.article()).unwrap_or(JsValue::NULL)
}

/// Frees everything that the element has here.
#[wasm_bindgen]
pub fn unmount(id: u32) {
    let gone = CONTROLLERS.with_borrow_mut(|all| all.get_mut(id as usize).and_then(Option::take));
    if let Some(controller) = gone {
        controller.stop(true);
    }
}
