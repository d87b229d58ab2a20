//! Records operations on nodes, and executes them in one call of `write` in `src/element/runtime.js`.
//!
//! A script is a list of numbers, three a step, and one string with all texts. The numbers of a step are: the
//! operation and its node, the number of a name or of another node, and the length of its text in UTF-16 units. The
//! nodes stand in a JavaScript array, each at its number.

use std::cell::RefCell;
use wasm_bindgen::prelude::*;
use web_sys::Element;

#[wasm_bindgen]
extern "C" {
    /// Executes a script (`src/element/runtime.js`).
    #[wasm_bindgen(js_name = write)]
    fn write(steps: &[u32], words: &str);
    /// Keeps a listener until the step that adds it.
    #[wasm_bindgen(js_name = keepListener)]
    fn keep_listener(listener: &JsValue);
    /// Puts a node into the array.
    #[wasm_bindgen(js_name = putNode)]
    fn put_node(number: u32, node: &Element);
    /// Takes a node from the array.
    #[wasm_bindgen(js_name = takeNode)]
    fn take_node(number: u32) -> Element;
}

/// The operation of a step. The numbers are those of `write` in `src/element/runtime.js`.
#[derive(Clone, Copy)]
pub(super) enum Step {
    /// Keep a text as the name of elements, attributes or events.
    Name,
    Html,
    Svg,
    MathMl,
    /// Make a copy of another node.
    Copy,
    /// Set an attribute.
    Set,
    /// Remove one.
    Remove,
    /// Append text.
    Text,
    /// Replace all content by text.
    PutText,
    /// Append another node.
    Append,
    /// Insert another node before this one.
    Before,
    /// Add a listener.
    Listen,
    /// Drop the node.
    Drop,
}

/// The size of the table of names: a few more than there are, so that few share an entry.
const NAMES: usize = 256;

/// The steps that are recorded but not executed, and the state of all nodes.
struct Script {
    steps: Vec<u32>,
    words: String,
    /// The names that JavaScript has: a key of address and length each, in a hash table without collision handling.
    names: [usize; NAMES],
    /// The nodes by number.
    nodes: Vec<NodeState>,
    /// Numbers that are free.
    free: Vec<u32>,
    /// The number of scripts executed so far.
    done: u32,
}

thread_local! {
    static SCRIPT: RefCell<Script> = const {
        RefCell::new(Script {
            steps: Vec::new(),
            words: String::new(),
            names: [0; NAMES],
            nodes: Vec::new(),
            free: Vec::new(),
            done: 0,
        })
    };
}

/// The state of a node.
struct NodeState {
    /// The number of handles to it.
    handles: u32,
    /// The value of `done` when the node was recorded. Once `done` is greater the node exists, and may be in the
    /// document.
    written: u32,
}

/// A handle to a node, which exists or is recorded.
#[derive(Debug)]
pub(super) struct Handle(u32);

impl Script {
    #[inline(never)]
    fn step(&mut self, step: Step, number: u32, other: u32, word: &str) {
        // The length in UTF-16 units: one for each byte that begins a character, and one more for the characters that
        // take two.
        let units = word.bytes().map(|byte| u32::from(byte & 0xc0 != 0x80) + u32::from(byte >= 0xf0)).sum();
        self.steps.extend_from_slice(&[step as u32 | number << 4, other, units]);
        self.words.push_str(word);
    }

    fn is_made(&self, number: u32) -> bool {
        self.nodes.get(number as usize).is_some_and(|kept| kept.written != self.done)
    }
}

/// The number of a name. Each name is sent to JavaScript once.
#[inline(never)]
pub(super) fn named(name: &'static str) -> u32 {
    // Addresses of names are below 2^20 and names are short, so that the key is unique.
    let key = name.as_ptr() as usize ^ name.len() << 24;
    let index = (key ^ key >> 21) % NAMES;
    SCRIPT.with_borrow_mut(|script| {
        if let Some(kept) = script.names.get_mut(index)
            && *kept != key
        {
            *kept = key;
            script.step(Step::Name, index as u32, 0, name);
        }
    });
    index as u32
}

/// Executes the recorded steps.
#[inline(never)]
fn run() {
    // Nothing is borrowed meanwhile, because the steps may call back.
    let (steps, words) = SCRIPT.with_borrow_mut(|script| {
        script.done += 1;
        (std::mem::take(&mut script.steps), std::mem::take(&mut script.words))
    });
    write(&steps, &words);
}

impl Handle {
    #[inline(never)]
    pub(super) fn new() -> Self {
        SCRIPT.with_borrow_mut(|script| {
            let kept = NodeState { handles: 1, written: script.done };
            let number = script.free.pop();
            match number.and_then(|number| script.nodes.get_mut(number as usize)) {
                Some(free) => *free = kept,
                None => script.nodes.push(kept),
            }
            Handle(number.unwrap_or(script.nodes.len() as u32 - 1))
        })
    }

    /// A handle to a node that exists already.
    pub(super) fn of(element: &Element) -> Self {
        let handle = Handle::new();
        // Recorded steps may concern the node that had the number before.
        run();
        put_node(handle.0, element);
        handle
    }

    /// The DOM node.
    #[inline(never)]
    pub(super) fn node(&self) -> Element {
        if !SCRIPT.with_borrow(|script| script.is_made(self.0)) {
            run();
        }
        take_node(self.0)
    }

    /// Records a step with the number of a name or of another node, and a text. It is executed at once if the node
    /// exists.
    #[inline(never)]
    pub(super) fn write(&self, step: Step, other: u32, word: &str) {
        let is_made = SCRIPT.with_borrow_mut(|script| {
            script.step(step, self.0, other, word);
            script.is_made(self.0)
        });
        if is_made {
            run();
        }
    }

    /// Records a step with another node.
    pub(super) fn write_other(&self, step: Step, other: &Handle) {
        self.write(step, other.0, "");
    }

    /// Records that a listener is added.
    pub(super) fn listen(&self, event: &'static str, listener: &JsValue) {
        keep_listener(listener);
        self.write(Step::Listen, named(event), "");
    }
}

impl Clone for Handle {
    #[inline(never)]
    fn clone(&self) -> Self {
        SCRIPT.with_borrow_mut(|script| {
            if let Some(kept) = script.nodes.get_mut(self.0 as usize) {
                kept.handles += 1;
            }
        });
        Handle(self.0)
    }
}

impl Drop for Handle {
    #[inline(never)]
    fn drop(&mut self) {
        let is_idle = SCRIPT.with_borrow_mut(|script| {
            let Some(kept) = script.nodes.get_mut(self.0 as usize) else { return false };
            kept.handles -= 1;
            if kept.handles > 0 {
                return false;
            }
            // Recorded steps may still name the node.
            let is_idle = script.steps.is_empty();
            script.free.push(self.0);
            script.step(Step::Drop, self.0, 0, "");
            is_idle
        });
        if is_idle {
            run();
        }
    }
}
