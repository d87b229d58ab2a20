//! The interface to the page around: what `element/element.js` offers to the view of one element.

use super::scope::at_end;
use crate::lazy::Loader;
use crate::network::fetch::Early;
use crate::network::json::Json;
use crate::object::object;
use js_sys::{Function, Object, Promise};
use std::cell::RefCell;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Element, HtmlElement};

#[wasm_bindgen]
extern "C" {
    /// The shell of one element. It outlives all views of the element.
    #[wasm_bindgen(extends = Object)]
    #[derive(Clone, Debug)]
    pub type Shell;

    /// The custom element.
    #[wasm_bindgen(method, getter)]
    pub fn host(this: &Shell) -> HtmlElement;
    /// `article`, or the section that is shown alone.
    #[wasm_bindgen(method, getter)]
    pub fn section(this: &Shell) -> String;
    /// Fires an event with a detail. Returns `false` if it was cancelled.
    #[wasm_bindgen(method)]
    fn emit(this: &Shell, name: &str, detail: &Object, cancelable: bool) -> bool;
    /// Fires a form's event, waits for the promises that its listeners pass to `waitUntil`, and resolves to the
    /// fields, or to null if the event was cancelled.
    #[wasm_bindgen(method)]
    fn ask(this: &Shell, name: &str, detail: &Object) -> Promise;
    /// Ends a load. `state` is `ready` or `error`.
    #[wasm_bindgen(method, js_name = endLoad)]
    pub fn end_load(this: &Shell, run: u32, state: &str, detail: &JsValue);
    /// Reports what was counted in the article: its words, and its reading time as a duration.
    #[wasm_bindgen(method)]
    pub fn counted(this: &Shell, words: u32, time: &str);
    /// Starts a first attempt at a document, while the code that reads it is still being loaded. With `is_anonymous`
    /// it sends no cookies, with `is_untold` no referrer.
    #[wasm_bindgen(method)]
    pub fn attempt(this: &Shell, url: &str, is_anonymous: bool, is_untold: bool) -> Early;
    /// Keeps the article's JSON, for when the element is connected again.
    #[wasm_bindgen(method)]
    pub fn remember(this: &Shell, run: u32, json: &JsValue, url: &str);
    /// The language that the page declares for the interface, or an empty text.
    #[wasm_bindgen(method)]
    pub fn language(this: &Shell) -> String;
    /// The address in the page's `<link rel="canonical">`, or an empty text. It is given as written, because the
    /// page's `<base>` may be anything.
    #[wasm_bindgen(method)]
    pub fn canonical(this: &Shell) -> String;
    /// Fetches the texts of a language that is not compiled in.
    #[wasm_bindgen(method)]
    pub fn locale(this: &Shell, language: &str) -> Promise;
    /// Waits for the publisher's own data, which are merged under every article.
    #[wasm_bindgen(method)]
    pub fn site(this: &Shell) -> Promise;
    /// The publisher's own texts.
    #[wasm_bindgen(method)]
    pub fn labels(this: &Shell) -> JsValue;
    /// Turns a document into the native format by the page's function `transform`, if there is one.
    #[wasm_bindgen(method)]
    pub fn transform(this: &Shell, json: &JsValue) -> Promise;
    /// Loads a chunk of the wasm.
    #[wasm_bindgen(method, js_name = attach)]
    fn attach_chunk(this: &Shell, chunk: &str) -> Promise;
    /// Loads the article again.
    #[wasm_bindgen(method)]
    pub fn reload(this: &Shell);
    /// Returns true if the article was there before, so that no events are fired for it.
    #[wasm_bindgen(method)]
    pub fn quiet(this: &Shell) -> bool;
    /// Returns a function that puts the focus back after `content` was replaced.
    #[wasm_bindgen(method)]
    pub fn focused(this: &Shell, content: &Element) -> Option<Function>;
    /// Returns true if the page has written a stand-in for a section, and it still stands.
    #[wasm_bindgen(method, js_name = standsIn)]
    pub fn stands_in(this: &Shell, section: &str) -> bool;
    /// Returns true if that is not a child of the element, but somewhere inside of the article.
    #[wasm_bindgen(method, js_name = standsInside)]
    pub fn stands_inside(this: &Shell, section: &str) -> bool;
    /// Keeps a section hidden beside its stand-in.
    #[wasm_bindgen(method, js_name = hold)]
    pub fn hold(this: &Shell, section: &str, place: &Element);
    /// Returns what holds a section beside its stand-in, if it is kept so.
    #[wasm_bindgen(method, js_name = placeOf)]
    pub fn place_of(this: &Shell, section: &str) -> Option<Element>;
    /// Replaces the stand-in of a section, if there is one.
    #[wasm_bindgen(method, js_name = giveWay)]
    pub fn give_way(this: &Shell, section: &str);
    /// Resolves when it is this element's turn to do a part of its work. The elements of a page take turns between frames.
    #[wasm_bindgen(method)]
    pub fn turn(this: &Shell) -> Promise;
    /// Loads a JavaScript module of `src/extras/`.
    #[wasm_bindgen(method)]
    pub fn prepare(this: &Shell, module: &str) -> Promise;
    /// Starts a loaded module on an element. Returns a function that ends it.
    #[wasm_bindgen(method)]
    fn enhance(this: &Shell, module: &str, root: &Element, options: &Object) -> Function;
    /// Returns the draft or position that is kept under a key, independent of any view.
    #[wasm_bindgen(method, js_name = kept)]
    fn kept(this: &Shell, key: &str) -> JsValue;
    /// Keeps a draft or a position.
    #[wasm_bindgen(method)]
    fn keep(this: &Shell, key: &str, value: &JsValue);

    /// Prints a warning for the developer.
    #[wasm_bindgen(js_namespace = console, js_name = warn)]
    pub fn warn(message: &str);
}

impl Shell {
    /// Fires a cancelable event. Returns true if it was not cancelled.
    pub fn allows(&self, name: &str, detail: &[(&str, JsValue)]) -> bool {
        self.emit(name, &object(detail), true)
    }

    /// Fires an event that cannot be cancelled.
    pub fn tell(&self, name: &str, detail: &[(&str, JsValue)]) {
        self.emit(name, &object(detail), false);
    }

    /// Asks the page about fields that are about to be sent. `Ok(None)` means that the event was cancelled, `Err`
    /// that a promise of the page's failed.
    pub async fn consult(&self, name: &str, fields: &[(&str, JsValue)]) -> Result<Option<JsValue>, JsValue> {
        let fields = JsFuture::from(self.ask(name, &object(fields))).await?;
        Ok(fields.is_object().then_some(fields))
    }

    /// Starts a [prepared](Self::prepare) module on an element. It ends with the current scope.
    pub fn work(&self, module: &str, root: &Element, options: &[(&str, JsValue)]) {
        let end = self.enhance(module, root, &object(options));
        at_end(move || {
            let _ = end.call0(&JsValue::NULL);
        });
    }

    /// The text that is kept under a key.
    pub fn recall(&self, key: &str) -> Option<String> {
        self.kept(key).as_string()
    }

    /// The number that is kept under a key.
    pub fn recall_number(&self, key: &str) -> Option<f64> {
        self.kept(key).as_f64()
    }

    /// Keeps a text. An empty one deletes the entry.
    pub fn store(&self, key: &str, text: &str) {
        self.keep(key, &if text.is_empty() { JsValue::UNDEFINED } else { JsValue::from_str(text) });
    }

    /// The object that is kept under a key, or null.
    pub fn recall_value(&self, key: &str) -> Json {
        self.kept(key).into()
    }

    /// Keeps an object with these members.
    pub fn store_value(&self, key: &str, members: &[(&str, JsValue)]) {
        self.keep(key, &object(members));
    }

    /// Keeps a number.
    pub fn store_number(&self, key: &str, number: f64) {
        self.keep(key, &JsValue::from_f64(number));
    }
}

impl Loader for Shell {
    fn attach(&self, chunk: &str) -> Promise {
        self.attach_chunk(chunk)
    }
}

thread_local! {
    static TOLD: RefCell<Vec<String>> = const { RefCell::new(Vec::new()) };
}

/// Prints a warning about an attribute once, no matter how many elements read it.
pub fn warn_once(message: String) {
    TOLD.with_borrow_mut(|told| {
        if !told.contains(&message) {
            warn(&message);
            told.push(message);
        }
    });
}
