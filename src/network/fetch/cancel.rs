//! Cancelling requests.

use super::timer::Timer;
use js_sys::{Function, Promise};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;
use web_sys::AbortController;

/// A request that can be cancelled. Cloning it clones the handle.
#[derive(Clone, Default)]
pub struct Cancel(Rc<Attempt>);

#[derive(Default)]
struct Attempt {
    cancelled: Cell<bool>,
    current: RefCell<Option<AbortController>>,
    /// The timer of a pause, and the function that ends the pause.
    pause: RefCell<Option<(Timer, Function)>>,
}

impl Cancel {
    /// Cancels: aborts the current attempt, and prevents further ones.
    pub fn cancel(&self) {
        self.0.cancelled.set(true);
        if let Some(controller) = self.0.current.take() {
            controller.abort();
        }
        if let Some((_, wake)) = self.0.pause.take() {
            let _ = wake.call0(&JsValue::NULL);
        }
    }

    /// Waits for that long, or until it is cancelled.
    pub(super) async fn pause(&self, ms: f64) {
        let promise = Promise::new(&mut |resolve, _| {
            self.0.pause.replace(Some((Timer::calling(&resolve, ms), resolve)));
        });
        let _ = JsFuture::from(promise).await;
        self.0.pause.take();
    }

    /// Makes this the attempt that cancelling aborts.
    pub(super) fn begin(&self, controller: AbortController) {
        self.0.current.replace(Some(controller));
    }

    /// Ends the attempt, which is not aborted any more.
    pub(super) fn end(&self) {
        self.0.current.take();
    }

    /// Returns true if it was cancelled.
    pub fn is_cancelled(&self) -> bool {
        self.0.cancelled.get()
    }
}
