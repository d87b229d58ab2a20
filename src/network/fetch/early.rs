//! The first attempt, which the shell starts while the wasm is still being loaded.

use js_sys::Promise;
use wasm_bindgen::prelude::*;
use web_sys::AbortController;

#[wasm_bindgen]
extern "C" {
    /// A first attempt that the shell has started.
    #[wasm_bindgen(extends = js_sys::Object)]
    #[derive(Clone)]
    pub type Early;
    /// The promise of its response.
    #[wasm_bindgen(method, getter)]
    pub fn response(this: &Early) -> Promise;
    /// The controller that aborts it.
    #[wasm_bindgen(method, getter)]
    pub fn controller(this: &Early) -> AbortController;
    /// The timer of its deadline.
    #[wasm_bindgen(method, getter)]
    pub fn timer(this: &Early) -> i32;
    /// The promise of its body's text, if that is being read.
    #[wasm_bindgen(method, getter)]
    pub(super) fn text(this: &Early) -> Option<Promise>;
    /// True if the text is here.
    #[wasm_bindgen(method, getter)]
    fn whole(this: &Early) -> Option<bool>;
}

impl Early {
    /// Returns true if the whole answer is here, body included.
    pub fn is_complete(&self) -> bool {
        self.whole().unwrap_or_default()
    }
}
