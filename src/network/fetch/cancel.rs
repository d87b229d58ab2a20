//! Giving up what is under way.

use super::timer::Timer;
use js_sys::{Function, Promise};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;
use web_sys::AbortController;

/// Something under way that may no longer be wanted. Cloning it clones the handle.
#[derive(Clone, Default)]
pub struct Cancel(Rc<Attempt>);

#[derive(Default)]
struct Attempt {
    cancelled: Cell<bool>,
    current: RefCell<Option<AbortController>>,
    /// The timer of a pause, and what ends the pause.
    pause: RefCell<Option<(Timer, Function)>>,
}

impl Cancel {
    /// Gives up: the attempt under way is aborted, no other follows.
    pub fn cancel(&self) {
        self.0.cancelled.set(true);
        if let Some(controller) = self.0.current.take() {
            controller.abort();
        }
        if let Some((_, wake)) = self.0.pause.take() {
            let _ = wake.call0(&JsValue::NULL);
        }
    }

    /// Waits that long, or until it is given up.
    pub(super) async fn pause(&self, ms: f64) {
        let promise = Promise::new(&mut |resolve, _| {
            self.0.pause.replace(Some((Timer::calling(&resolve, ms), resolve)));
        });
        let _ = JsFuture::from(promise).await;
        self.0.pause.take();
    }

    /// From now on, giving up aborts this attempt.
    pub(super) fn begin(&self, controller: AbortController) {
        self.0.current.replace(Some(controller));
    }

    /// The attempt is over, and is not aborted any more.
    pub(super) fn end(&self) {
        self.0.current.take();
    }

    /// Whether it was given up.
    pub fn is_cancelled(&self) -> bool {
        self.0.cancelled.get()
    }
}
