//! Timers of the browser's, and the deadline that one of them is.

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
    /// By `src/element/runtime.js`: calls back after that many milliseconds of which the page was awake, and gives what calls
    /// it off.
    #[wasm_bindgen(js_name = afterWaiting)]
    fn after_waiting(ms: f64, callback: &JsValue) -> Function;
}

/// The longest that a timer of the browser's can be, in milliseconds: beyond, it fires at once.
pub const TIMER_MAX: f64 = 2_147_483_647.0;

/// A timer that is cleared when dropped.
pub(super) struct Timer(i32);

impl Timer {
    /// Calls a function of JavaScript's after that many milliseconds.
    pub(super) fn calling(callback: &JsValue, ms: f64) -> Self {
        Timer(set_timeout(callback, ms))
    }
}

impl Drop for Timer {
    fn drop(&mut self) {
        clear_timeout(self.0);
    }
}

/// Waits that many milliseconds, and with 0 for the next task of the browser.
pub fn sleep(ms: f64) -> JsFuture {
    JsFuture::from(Promise::new(&mut |resolve, _| {
        set_timeout(&resolve, ms);
    }))
}

/// The name of the reason that a controller is aborted with at the deadline; the shell uses the same.
const TIMED_OUT: &str = "TimeoutError";

/// The end of an attempt: it is aborted then, unless this is dropped before.
pub(super) struct Deadline {
    pub(super) controller: AbortController,
    call_off: Function,
    /// What is called at the end: it must not outlive this, for it holds a controller, and that, through the stack of the
    /// reason that it was aborted for, the element.
    _callback: Closure<dyn FnMut()>,
    /// Rejected at the end. A page's wrapper around `fetch` may know nothing of signals.
    passed: Promise,
}

impl Deadline {
    /// Waits for what must come before.
    pub(super) fn before(&self, promise: &Promise) -> JsFuture {
        JsFuture::from(Promise::race(&Array::of2(promise, &self.passed)))
    }

    /// What broke that off is the network, or the deadline itself: the signal is asked, for WebKit rejects with an
    /// `AbortError` of its own and not with the reason.
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
