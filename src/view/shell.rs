//! The way to the page around: what `element/element.js` offers to one element's view.

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
    /// One element's shell. It outlives every view of the element.
    #[wasm_bindgen(extends = Object)]
    #[derive(Clone, Debug)]
    pub type Shell;

    /// The element.
    #[wasm_bindgen(method, getter)]
    pub fn host(this: &Shell) -> HtmlElement;
    /// `article`, or the section that is shown alone.
    #[wasm_bindgen(method, getter)]
    pub fn section(this: &Shell) -> String;
    /// Fires an event with a detail; `false` where a cancelable one was cancelled.
    #[wasm_bindgen(method)]
    fn emit(this: &Shell, name: &str, detail: &Object, cancelable: bool) -> bool;
    /// Fires a form's event, waits for what its listeners wait for, and gives the fields back, or nothing where it
    /// was cancelled.
    #[wasm_bindgen(method)]
    fn ask(this: &Shell, name: &str, detail: &Object) -> Promise;
    /// The end of a load: `state` is `ready` or `error`.
    #[wasm_bindgen(method, js_name = endLoad)]
    pub fn end_load(this: &Shell, run: u32, state: &str, detail: &JsValue);
    /// Tells what was counted in the article: its words, and its reading time as a duration.
    #[wasm_bindgen(method)]
    pub fn counted(this: &Shell, words: u32, time: &str);
    /// Starts a first attempt at a document, which is read while the code for it is still on its way: without the reader's
    /// cookies where `is_anonymous`, and without telling the page's address where `is_untold`.
    #[wasm_bindgen(method)]
    pub fn attempt(this: &Shell, url: &str, is_anonymous: bool, is_untold: bool) -> Early;
    /// Keeps the article's JSON for the element's next life.
    #[wasm_bindgen(method)]
    pub fn remember(this: &Shell, run: u32, json: &JsValue, url: &str);
    /// The interface language that the page asks for, or an empty text.
    #[wasm_bindgen(method)]
    pub fn language(this: &Shell) -> String;
    /// What the page's `<link rel="canonical">` says, or an empty text: as it is written, for the page's `<base>` may be
    /// anything.
    #[wasm_bindgen(method)]
    pub fn canonical(this: &Shell) -> String;
    /// The texts of a language that is not compiled in.
    #[wasm_bindgen(method)]
    pub fn locale(this: &Shell, language: &str) -> Promise;
    /// The publisher's own data, merged under every article.
    #[wasm_bindgen(method)]
    pub fn site(this: &Shell) -> Promise;
    /// The publisher's own wording.
    #[wasm_bindgen(method)]
    pub fn labels(this: &Shell) -> JsValue;
    /// Turns a document of no known format into the native one, where the page has set a function for it.
    #[wasm_bindgen(method)]
    pub fn transform(this: &Shell, json: &JsValue) -> Promise;
    /// Asks for a chunk of the wasm.
    #[wasm_bindgen(method, js_name = attach)]
    fn attach_chunk(this: &Shell, chunk: &str) -> Promise;
    /// Tries again.
    #[wasm_bindgen(method)]
    pub fn reload(this: &Shell);
    /// Whether the article was there before: its coming back is no event.
    #[wasm_bindgen(method)]
    pub fn quiet(this: &Shell) -> bool;
    /// Where the focus is in what is about to be replaced, as a function that puts it back.
    #[wasm_bindgen(method)]
    pub fn focused(this: &Shell, content: &Element) -> Option<Function>;
    /// Whether the page has written something in the place of a section, which still stands.
    #[wasm_bindgen(method, js_name = standsIn)]
    pub fn stands_in(this: &Shell, section: &str) -> bool;
    /// Keeps a section unseen beside what stands in for it.
    #[wasm_bindgen(method, js_name = hold)]
    pub fn hold(this: &Shell, section: &str, place: &Element);
    /// Replaces what stands in for a section, where anything does.
    #[wasm_bindgen(method, js_name = giveWay)]
    pub fn give_way(this: &Shell, section: &str);
    /// Asks for a module of JavaScript of `src/extras/`. The promise is resolved once it is here.
    #[wasm_bindgen(method)]
    pub fn prepare(this: &Shell, module: &str) -> Promise;
    /// Has a module that is here work in an element, until the function is called that it gives back.
    #[wasm_bindgen(method)]
    fn enhance(this: &Shell, module: &str, root: &Element, options: &Object) -> Function;
    /// A draft or a place that must outlive this view.
    #[wasm_bindgen(method, js_name = kept)]
    fn kept(this: &Shell, key: &str) -> JsValue;
    /// Keeps a draft or a place.
    #[wasm_bindgen(method)]
    fn keep(this: &Shell, key: &str, value: &JsValue);

    /// Prints a warning for the developer.
    #[wasm_bindgen(js_namespace = console, js_name = warn)]
    pub fn warn(message: &str);
}

impl Shell {
    /// Fires an event that can be cancelled; whether it was not.
    pub fn allows(&self, name: &str, detail: &[(&str, JsValue)]) -> bool {
        self.emit(name, &object(detail), true)
    }

    /// Fires an event that tells.
    pub fn tell(&self, name: &str, detail: &[(&str, JsValue)]) {
        self.emit(name, &object(detail), false);
    }

    /// Asks the page about fields that are about to be sent. `Ok(None)`: it was cancelled; `Err`: what it waited for
    /// has failed.
    pub async fn consult(&self, name: &str, fields: &[(&str, JsValue)]) -> Result<Option<JsValue>, JsValue> {
        let fields = JsFuture::from(self.ask(name, &object(fields))).await?;
        Ok(fields.is_object().then_some(fields))
    }

    /// Has a module that was [prepared](Self::prepare) work in an element, for as long as the current scope lives.
    pub fn work(&self, module: &str, root: &Element, options: &[(&str, JsValue)]) {
        let end = self.enhance(module, root, &object(options));
        at_end(move || {
            let _ = end.call0(&JsValue::NULL);
        });
    }

    /// A text kept under a key.
    pub fn recall(&self, key: &str) -> Option<String> {
        self.kept(key).as_string()
    }

    /// A number kept under a key.
    pub fn recall_number(&self, key: &str) -> Option<f64> {
        self.kept(key).as_f64()
    }

    /// Keeps a text; an empty one is forgotten.
    pub fn store(&self, key: &str, text: &str) {
        self.keep(key, &if text.is_empty() { JsValue::UNDEFINED } else { JsValue::from_str(text) });
    }

    /// An object kept under a key; nothing where there is none.
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

/// Warns of what an attribute holds: once, however often and by however many elements it is read.
pub fn warn_once(message: String) {
    TOLD.with_borrow_mut(|told| {
        if !told.contains(&message) {
            warn(&message);
            told.push(message);
        }
    });
}
