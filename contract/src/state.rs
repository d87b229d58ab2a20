//! The states of a load: the property `state`, and the custom states.

/// A state.
#[derive(Clone, Copy, Debug)]
pub struct State {
    /// Its word.
    pub name: &'static str,
    /// In words: its meaning.
    pub description: &'static str,
}

/// The article is shown.
pub const READY: &str = "ready";
/// There is no article.
pub const ERROR: &str = "error";

/// Every state.
pub const STATES: [State; 4] = [
    State { name: "idle", description: "Nothing is wanted, or the element waits to come near." },
    State { name: "loading", description: "A load is under way; the state before it holds on meanwhile." },
    State { name: READY, description: "The article stands." },
    State { name: ERROR, description: "There is no article." },
];
