//! The first attempt, which the shell starts while the wasm is still on its way.

use js_sys::Promise;
use wasm_bindgen::prelude::*;
use web_sys::AbortController;

#[wasm_bindgen]
extern "C" {
    /// A first attempt that the shell started while the wasm was still on its way.
    #[wasm_bindgen(extends = js_sys::Object)]
    #[derive(Clone)]
    pub type Early;
    /// The promise of its response.
    #[wasm_bindgen(method, getter)]
    pub fn response(this: &Early) -> Promise;
    /// What aborts it.
    #[wasm_bindgen(method, getter)]
    pub fn controller(this: &Early) -> AbortController;
    /// The timer of its deadline.
    #[wasm_bindgen(method, getter)]
    pub fn timer(this: &Early) -> i32;
    /// The promise of its body's text, where that is read already.
    #[wasm_bindgen(method, getter)]
    pub(super) fn text(this: &Early) -> Option<Promise>;
    /// Whether the text is here.
    #[wasm_bindgen(method, getter)]
    fn whole(this: &Early) -> Option<bool>;
}

impl Early {
    /// Whether it is here, body and all, and there is nothing to wait for.
    pub fn is_whole(&self) -> bool {
        self.whole().unwrap_or_default()
    }
}
