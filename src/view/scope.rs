//! The lifetime of a view's listeners, observers and effects.
//!
//! Leptos has owners for this. But static views do without Leptos, which is loaded later with the features that
//! react. Its owners end with these scopes too.

use std::any::Any;
use std::cell::RefCell;
use std::rc::{Rc, Weak};

type Held = RefCell<Vec<Box<dyn Any>>>;

thread_local! {
    static CURRENT: RefCell<Option<Scope>> = const { RefCell::new(None) };
}

/// A view's lifetime. Values given to [`hold`] while it is current are dropped with its last handle.
#[derive(Clone, Default)]
pub struct Scope(Rc<Held>);

/// A weak handle, for callbacks that may come too late. (What a scope holds must not keep the scope alive.)
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
    /// A weak handle to the current scope.
    pub fn current() -> Self {
        WeakScope(
            CURRENT
                .with_borrow(|scope| scope.as_ref().map(|scope| Rc::downgrade(&scope.0)))
                .unwrap_or_default(),
        )
    }

    /// The scope, unless it has ended.
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
