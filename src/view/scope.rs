//! What lives as long as a view: its listeners, observers and effects.
//!
//! Leptos has owners for this; what stands does without Leptos, which comes with what reacts to the reader, and whose
//! owners end here too.

use std::any::Any;
use std::cell::RefCell;
use std::rc::{Rc, Weak};

type Held = RefCell<Vec<Box<dyn Any>>>;

thread_local! {
    static CURRENT: RefCell<Option<Scope>> = const { RefCell::new(None) };
}

/// A view's lifetime. What was given to [`hold`] meanwhile goes with the last handle.
#[derive(Clone, Default)]
pub struct Scope(Rc<Held>);

/// A handle for what comes later and may come too late: what a scope holds must not hold the scope.
#[derive(Clone)]
pub struct WeakScope(Weak<Held>);

impl Scope {
    /// Runs `build` with this as the current scope.
    pub fn run<T>(&self, build: impl FnOnce() -> T) -> T {
        let before = CURRENT.replace(Some(self.clone()));
        let built = build();
        CURRENT.replace(before);
        built
    }
}

impl WeakScope {
    /// The current scope, for later.
    pub fn current() -> Self {
        WeakScope(
            CURRENT
                .with_borrow(|scope| scope.as_ref().map(|scope| Rc::downgrade(&scope.0)))
                .unwrap_or_default(),
        )
    }

    /// The scope, where it has not ended.
    pub fn scope(&self) -> Option<Scope> {
        self.0.upgrade().map(Scope)
    }
}

/// Keeps a value alive until the current scope ends.
pub fn hold(value: impl Any) {
    keep(Box::new(value));
}

fn keep(value: Box<dyn Any>) {
    CURRENT.with_borrow(|scope| {
        if let Some(scope) = scope {
            scope.0.borrow_mut().push(value);
        }
    });
}

/// Calls `end` when the current scope ends.
pub fn at_end(end: impl FnOnce() + 'static) {
    hold(AtEnd(Some(Box::new(end))));
}

struct AtEnd(Option<Box<dyn FnOnce()>>);

impl Drop for AtEnd {
    fn drop(&mut self) {
        if let Some(end) = self.0.take() {
            end();
        }
    }
}
