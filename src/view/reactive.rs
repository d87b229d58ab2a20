//! Binds signals to nodes: the one place where Leptos meets the builder of [`super::dom`] and a view's scope.
//!
//! Signals, effects and components end with the scope in which they were made (docs/decisions/signals-end-with-the-view.md).

use super::dom::El;
use super::scope::hold;
use any_spawner::Executor;
use leptos::mount::mount_to_renderer;
use leptos::prelude::{IntoView, Owner, RenderEffect};

/// Runs `build`, which binds nodes to signals. The bindings end with the current scope.
pub fn owned(build: impl FnOnce()) {
    // Fails if it was done before, which does no harm.
    let _ = Executor::init_wasm_bindgen();
    let owner = Owner::new();
    owner.with(build);
    hold(owner);
}

/// Shows a component at the end of `parent`, until the current scope ends.
pub fn mount<V: IntoView + 'static>(parent: &El, component: impl FnOnce() -> V + 'static) {
    hold(mount_to_renderer(&parent.node(), || component().into_view()));
}

/// Runs `effect` now and again whenever a signal that it reads changes, for as long as the current scope lives.
pub fn react(effect: Box<dyn Fn()>) {
    hold(RenderEffect::new(move |_| effect()));
}

impl El {
    /// Keeps the text equal to what `text` gives, whenever a signal that it reads changes.
    pub fn bind_text(self, text: impl Fn() -> String + 'static) -> Self {
        let target = self.clone();
        react(Box::new(move || target.put_text(&text())));
        self
    }

    /// Keeps an attribute equal to what `value` gives; `None` removes it.
    pub fn bind(self, name: &'static str, value: impl Fn() -> Option<String> + 'static) -> Self {
        let target = self.clone();
        react(Box::new(move || target.toggle(name, value().as_deref())));
        self
    }
}
