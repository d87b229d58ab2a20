//! The browser's timers, and deadlines.

use super::failure::{Failure, Kind, field, thrown};
use js_sys::{Array, Function, Promise};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::AbortController;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_name = setTimeout)]
    fn set_timeout(callback: &JsValue, ms: f64) -> i32;
    #[wasm_bindgen(js_name = clearTimeout)]
    pub(super) fn clear_timeout(timer: i32);
    /// Calls back after that many milliseconds in which the page was awake. Returns a function that cancels this.
    /// (`src/element/runtime.js`)
    #[wasm_bindgen(js_name = afterWaiting)]
    fn after_waiting(ms: f64, callback: &JsValue) -> Function;
}

/// The longest delay of a browser's timer, in milliseconds. A longer one fires at once.
pub const TIMER_MAX: f64 = 2_147_483_647.0;

/// A timer that is cleared when dropped.
pub(super) struct Timer(i32);

impl Timer {
    /// Calls a JavaScript function after that many milliseconds.
    pub(super) fn calling(callback: &JsValue, ms: f64) -> Self {
        Timer(set_timeout(callback, ms))
    }
}

impl Drop for Timer {
    fn drop(&mut self) {
        clear_timeout(self.0);
    }
}

/// Waits for that many milliseconds; with 0, for the browser's next task.
pub fn sleep(ms: f64) -> JsFuture {
    JsFuture::from(Promise::new(&mut |resolve, _| {
        set_timeout(&resolve, ms);
    }))
}

/// The name of the abort reason at a deadline. The shell uses the same.
const TIMED_OUT: &str = "TimeoutError";

/// The deadline of an attempt, which is aborted then, unless this is dropped before.
pub(super) struct Deadline {
    pub(super) controller: AbortController,
    call_off: Function,
    /// The callback of the timer. It is dropped with the deadline, because it holds the controller, which holds the
    /// element through the stack trace of the abort reason.
    _callback: Closure<dyn FnMut()>,
    /// Rejected at the deadline, because a page's wrapper around `fetch` may ignore signals.
    passed: Promise,
}

impl Deadline {
    /// Waits for a promise, or for the deadline.
    pub(super) fn before(&self, promise: &Promise) -> JsFuture {
        JsFuture::from(Promise::race(&Array::of2(promise, &self.passed)))
    }

    /// The failure for an error: the deadline if it has passed, else the network. The signal tells, because WebKit
    /// rejects with an `AbortError` of its own and not with the reason.
    pub(super) fn failure(&self, error: &JsValue) -> Failure {
        let reason = self.controller.signal().reason();
        if field(&reason, "name").as_string().as_deref() == Some(TIMED_OUT) {
            return Failure::new(Kind::Timeout, "no whole answer in time");
        }
        thrown(error)
    }
}

/// Sets a deadline after that many seconds.
pub(super) fn deadline(controller: AbortController, seconds: u32) -> Deadline {
    let abort = controller.clone();
    let mut pass = None;
    let passed = Promise::new(&mut |_, reject| pass = Some(reject));
    let callback = Closure::once(move || {
        let reason = js_sys::Error::new("deadline");
        reason.set_name(TIMED_OUT);
        abort.abort_with_reason(&reason);
        if let Some(pass) = pass {
            let _ = pass.call1(&JsValue::NULL, &reason);
        }
    });
    let call_off = after_waiting((f64::from(seconds) * 1_000.0).min(TIMER_MAX), callback.as_ref());
    Deadline { controller, call_off, _callback: callback, passed }
}

impl Drop for Deadline {
    fn drop(&mut self) {
        let _ = self.call_off.call0(&JsValue::NULL);
    }
}
