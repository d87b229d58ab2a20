//! What is to be done with nodes, written down until it is done in one call, by `write` in `src/element/runtime.js`.
//!
//! A script is numbers, three a step, and one text with all words in a row. A step is what is done with which node; a name or
//! another node; and how many UTF-16 units of the text its word has. Nodes stand in a list of JavaScript's, each at its number.

use std::cell::RefCell;
use wasm_bindgen::prelude::*;
use web_sys::Element;

#[wasm_bindgen]
extern "C" {
    /// Does what is written. (`src/element/runtime.js`.)
    #[wasm_bindgen(js_name = write)]
    fn write(steps: &[u32], words: &str);
    /// Keeps a listener for the step that adds it.
    #[wasm_bindgen(js_name = keepListener)]
    fn keep_listener(listener: &JsValue);
    /// Gives a node a number.
    #[wasm_bindgen(js_name = putNode)]
    fn put_node(number: u32, node: &Element);
    /// The node of a number.
    #[wasm_bindgen(js_name = takeNode)]
    fn take_node(number: u32) -> Element;
}

/// What is done with a node; the numbers are those of `write` in `src/element/runtime.js`.
#[derive(Clone, Copy)]
pub(super) enum Step {
    /// Keep a word as a name of elements, attributes or events.
    Name,
    Html,
    Svg,
    MathMl,
    /// Make it a copy of another.
    Copy,
    /// Set an attribute.
    Set,
    /// Remove one.
    Remove,
    /// Append text.
    Text,
    /// Put text in the place of all that is inside.
    PutText,
    /// Append another.
    Append,
    /// Put another before it.
    Before,
    /// Add a listener.
    Listen,
    /// Forget it.
    Drop,
}

/// How many names are kept: a few more than there are, so that few share a place.
const NAMES: usize = 256;

/// What is written and not done, and what is known of the nodes.
struct Script {
    steps: Vec<u32>,
    words: String,
    /// Which names JavaScript has: address and length of each, at a place that they tell.
    names: [usize; NAMES],
    /// The nodes by their numbers.
    nodes: Vec<Kept>,
    /// Numbers that are free.
    free: Vec<u32>,
    /// How many scripts were done.
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

/// What is known of a node.
struct Kept {
    /// How many handles there are.
    handles: u32,
    /// How many scripts were done when it was written: where one more is, the node is made, and may stand.
    written: u32,
}

/// A handle on a node, made or to be made.
#[derive(Debug)]
pub(super) struct Place(u32);

impl Script {
    #[inline(never)]
    fn step(&mut self, step: Step, number: u32, other: u32, word: &str) {
        // Each byte that begins a character, and once more those of the characters that take two units.
        let units = word.bytes().map(|byte| u32::from(byte & 0xc0 != 0x80) + u32::from(byte >= 0xf0)).sum();
        self.steps.extend_from_slice(&[step as u32 | number << 4, other, units]);
        self.words.push_str(word);
    }

    fn is_made(&self, number: u32) -> bool {
        self.nodes.get(number as usize).is_some_and(|kept| kept.written != self.done)
    }
}

/// The place of a name of elements, attributes or events, which is sent once.
#[inline(never)]
pub(super) fn named(name: &'static str) -> u32 {
    // Addresses of names are below 2^20, and no name is long.
    let key = name.as_ptr() as usize ^ name.len() << 24;
    let place = (key ^ key >> 21) % NAMES;
    SCRIPT.with_borrow_mut(|script| {
        if let Some(kept) = script.names.get_mut(place)
            && *kept != key
        {
            *kept = key;
            script.step(Step::Name, place as u32, 0, name);
        }
    });
    place as u32
}

/// Does what is written.
#[inline(never)]
fn run() {
    // Nothing is borrowed meanwhile: what is done may call back.
    let (steps, words) = SCRIPT.with_borrow_mut(|script| {
        script.done += 1;
        (std::mem::take(&mut script.steps), std::mem::take(&mut script.words))
    });
    write(&steps, &words);
}

impl Place {
    #[inline(never)]
    pub(super) fn new() -> Self {
        SCRIPT.with_borrow_mut(|script| {
            let kept = Kept { handles: 1, written: script.done };
            let number = script.free.pop();
            match number.and_then(|number| script.nodes.get_mut(number as usize)) {
                Some(free) => *free = kept,
                None => script.nodes.push(kept),
            }
            Place(number.unwrap_or(script.nodes.len() as u32 - 1))
        })
    }

    /// The place of a node that is there already.
    pub(super) fn of(element: &Element) -> Self {
        let place = Place::new();
        // First what is written of a node that had the number before.
        run();
        put_node(place.0, element);
        place
    }

    /// The node.
    #[inline(never)]
    pub(super) fn node(&self) -> Element {
        if !SCRIPT.with_borrow(|script| script.is_made(self.0)) {
            run();
        }
        take_node(self.0)
    }

    /// Writes a step with a name or another node, and a word, as far as it has any. It is done at once where the node may stand.
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

    /// The same with another node.
    pub(super) fn write_other(&self, step: Step, other: &Place) {
        self.write(step, other.0, "");
    }

    /// Writes that a listener is added.
    pub(super) fn listen(&self, event: &'static str, listener: &JsValue) {
        keep_listener(listener);
        self.write(Step::Listen, named(event), "");
    }
}

impl Clone for Place {
    #[inline(never)]
    fn clone(&self) -> Self {
        SCRIPT.with_borrow_mut(|script| {
            if let Some(kept) = script.nodes.get_mut(self.0 as usize) {
                kept.handles += 1;
            }
        });
        Place(self.0)
    }
}

impl Drop for Place {
    #[inline(never)]
    fn drop(&mut self) {
        let is_idle = SCRIPT.with_borrow_mut(|script| {
            let Some(kept) = script.nodes.get_mut(self.0 as usize) else { return false };
            kept.handles -= 1;
            if kept.handles > 0 {
                return false;
            }
            // What is written may still name it.
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
